package org.tellings.report;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Verifies a report by making it again from its library.
///
/// Any other character in the report is a difference, and any other character, finding or decision
/// in the library. What the outline says, and the day, are the word of whoever made the report.
public final class Proof {

  private static final int LONGEST = 160;

  private static final String OTHER_LIBRARY =
      "The library is not what it was when the report was made, or another version of the program"
          + " reads it otherwise.";

  private static final String SAME =
      "What the report tells is still what the library gives; something else in it has changed.";

  private Proof() {}

  /// What differs, a sentence each, of at most so many lines; empty when the report is exactly what
  /// the library gives.
  public static List<String> differences(String report, Material material, int most) {
    var read = Recipe.of(report);
    if (read.isEmpty()) {
      return List.of(
          "This is no report of this program, or one made in a way it does not know, or its last"
              + " lines were changed.");
    }
    var recipe = read.get();
    List<String> differences = new ArrayList<>();
    if (!recipe.library().equals(material.hash())) {
      differences.add(OTHER_LIBRARY);
    }
    String again;
    try {
      again = Report.of(recipe, material).html();
    } catch (IllegalArgumentException e) {
      differences.add("The report cannot be made again: " + e.getMessage() + ".");
      return differences;
    }
    if (!again.equals(report)) {
      differences.addAll(lines(report, again, most));
    } else if (!differences.isEmpty()) {
      differences.add(SAME);
    }
    return explained(differences, recipe);
  }

  /// The same of a report as a document of Word.
  public static List<String> differences(byte[] document, Material material, int most) {
    if (!Docx.is(document)) {
      return differences(new String(document, StandardCharsets.UTF_8), material, most);
    }
    var read = Docx.recipe(document);
    if (read.isEmpty()) {
      return List.of(
          "This document has no recipe of this program: it is no report, it was changed, or another"
              + " program has saved it.");
    }
    var recipe = read.get();
    List<String> differences = new ArrayList<>();
    if (!recipe.library().equals(material.hash())) {
      differences.add(OTHER_LIBRARY);
    }
    byte[] again;
    try {
      again = Docx.of(Report.of(recipe, material));
    } catch (IllegalArgumentException e) {
      differences.add("The report cannot be made again: " + e.getMessage() + ".");
      return differences;
    }
    if (Arrays.equals(again, document)) {
      if (!differences.isEmpty()) {
        differences.add(SAME);
      }
    } else {
      var printed = Docx.lines(document);
      var given = Docx.lines(again);
      if (printed.equals(given)) {
        differences.add(
            "The document has its words, but not how they are set or where they lead to; a program"
                + " that saves it again changes that.");
      } else {
        differences.addAll(lines(printed, given, most));
      }
    }
    return explained(differences, recipe);
  }

  /// A difference may come of another version of the program.
  private static List<String> explained(List<String> differences, Recipe recipe) {
    if (!differences.isEmpty() && !recipe.program().equals(Recipe.PROGRAM)) {
      differences.addFirst(
          "The report was made by Tellings "
              + recipe.program()
              + "; this is "
              + Recipe.PROGRAM
              + ", which may lay a page out otherwise.");
    }
    return differences;
  }

  /// Lines are held against each other by their words, wherever they stand, so that one line more
  /// does not make others differ.
  private static List<String> lines(String report, String again, int most) {
    List<String> told = new ArrayList<>();
    more(report, again).forEach(line -> told.add("Only the report has: " + line));
    more(again, report).forEach(line -> told.add("Only the library gives: " + line));
    if (told.isEmpty()) {
      told.add(first(report, again));
    }
    if (told.size() <= most) {
      return told;
    }
    var left = told.size() - most;
    List<String> some = new ArrayList<>(told.subList(0, most));
    some.add(left == 1 ? "And 1 difference more." : "And " + left + " differences more.");
    return some;
  }

  /// The lines that stand in one more often than in another, in order.
  private static List<String> more(String one, String other) {
    Map<String, Integer> there = new LinkedHashMap<>();
    other.lines().forEach(line -> there.merge(plain(line), 1, Integer::sum));
    List<String> more = new ArrayList<>();
    for (var line : one.lines().map(Proof::plain).toList()) {
      var left = there.merge(line, -1, Integer::sum);
      if (left < 0 && !line.isEmpty()) {
        more.add(line.length() <= LONGEST ? line : line.substring(0, LONGEST) + "…");
      }
    }
    return more;
  }

  private static String first(String report, String again) {
    var printed = report.split("\n", -1);
    var given = again.split("\n", -1);
    var i = 0;
    while (i < printed.length && i < given.length && printed[i].equals(given[i])) {
      i++;
    }
    return "Line " + (i + 1) + " has its words, but not where they lead to or how they are set.";
  }

  /// The words of a line without what marks them up.
  private static String plain(String line) {
    return line.replaceAll("<[^>]*>", "")
        .replace("&quot;", "\"")
        .replace("&#39;", "'")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&amp;", "&")
        .strip();
  }
}
