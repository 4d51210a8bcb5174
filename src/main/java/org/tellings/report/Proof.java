package org.tellings.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/// Verifies a report by making it again from its library.
///
/// Any other character in the report, and any other character, span or decision in the library, is
/// a difference.
public final class Proof {

  private static final Pattern ID = Pattern.compile(" id=\"([^\"]+)\"");
  private static final int LONGEST = 120;

  private Proof() {}

  /// What differs, a sentence each, `most` lines of the report at most; empty when the report is
  /// exactly what the library gives.
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
      differences.add("The library is not what it was when the report was made.");
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
    }
    return differences;
  }

  private static List<String> lines(String report, String again, int most) {
    List<String> differences = new ArrayList<>();
    var is = byId(report);
    var be = byId(again);
    is.forEach(
        (id, line) -> {
          var other = be.get(id);
          if (other == null) {
            differences.add(id + ": the library gives no “" + plain(line) + "”.");
          } else if (!other.equals(line)) {
            differences.add(id + ": " + parted(plain(line), plain(other)));
          }
        });
    be.forEach(
        (id, line) -> {
          if (!is.containsKey(id)) {
            differences.add(id + ": the report has no “" + plain(line) + "”.");
          }
        });
    if (differences.isEmpty()) {
      differences.add(first(report, again));
    }
    var left = differences.size() - most;
    return left <= 0
        ? differences
        : new ArrayList<>(
            List.copyOf(
                concat(differences.subList(0, most), "And " + left + " differences more.")));
  }

  private static List<String> concat(List<String> some, String last) {
    List<String> all = new ArrayList<>(some);
    all.add(last);
    return all;
  }

  private static Map<String, String> byId(String html) {
    Map<String, String> lines = new LinkedHashMap<>();
    html.lines()
        .forEach(
            line -> {
              var id = ID.matcher(line);
              if (id.find()) {
                lines.put(id.group(1), line);
              }
            });
    return lines;
  }

  private static String parted(String is, String be) {
    return is.equals(be)
        ? "the words are the same, but not where they lead to."
        : "the report has “" + is + "”, the library gives “" + be + "”.";
  }

  private static String first(String report, String again) {
    var is = report.split("\n", -1);
    var be = again.split("\n", -1);
    var i = 0;
    while (i < is.length && i < be.length && is[i].equals(be[i])) {
      i++;
    }
    return "Line " + (i + 1) + " of the report is not what it was made as.";
  }

  /// The words of a line without what marks them up, cut where they are long.
  private static String plain(String line) {
    var words =
        line.replaceAll("<[^>]*>", "")
            .replace("&quot;", "\"")
            .replace("&#39;", "'")
            .replace("&lt;", "<")
            .replace("&gt;", ">")
            .replace("&amp;", "&")
            .strip();
    return words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…";
  }
}
