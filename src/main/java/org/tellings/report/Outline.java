package org.tellings.report;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// What a report is to tell, in the order in which it tells it: the text of a file that a person
/// may write.
///
/// A line beginning with `# ` is the title, `## ` and `### ` are headings; lines between blank
/// lines are a paragraph. `{name argument}` stands for words of the library: alone in its paragraph
/// for a block, else within the sentence. What stands where is told by [Blocks].
record Outline(List<Piece> title, List<Part> parts) {

  private static final Pattern REFERENCE =
      Pattern.compile("\\{(?<name>[a-z]{1,20})(?: (?<argument>[^{}\\n]{1,500}))?\\}");

  /// One heading, paragraph or block.
  sealed interface Part {}

  record Heading(int level, List<Piece> pieces) implements Part {}

  record Prose(List<Piece> pieces) implements Part {}

  record Block(Reference reference) implements Part {}

  /// A stretch of a paragraph.
  sealed interface Piece {}

  record Words(String words) implements Piece {}

  /// `argument` is empty where none is given.
  record Reference(String name, String argument) implements Piece {}

  Outline {
    title = List.copyOf(title);
    parts = List.copyOf(parts);
  }

  /// The title without what the library fills in.
  String titleWords() {
    var words = new StringBuilder();
    for (var piece : title) {
      words.append(piece instanceof Words own ? own.words() : "…");
    }
    return words.toString();
  }

  /// Reads it; braces that are no reference, and a second title, fail with an
  /// [IllegalArgumentException] fit to show.
  static Outline of(String text) {
    List<Piece> title = List.of();
    List<Part> parts = new ArrayList<>();
    for (var paragraph : text.strip().split("\\R[ \\t]*\\R")) {
      for (var one : blocks(paragraph)) {
        if (one.startsWith("# ")) {
          if (!title.isEmpty()) {
            throw new IllegalArgumentException("a report has one title; a second is: " + one);
          }
          title = pieces(one.substring(2).strip());
        } else if (one.startsWith("## ")) {
          parts.add(new Heading(2, pieces(one.substring(3).strip())));
        } else if (one.startsWith("### ")) {
          parts.add(new Heading(3, pieces(one.substring(4).strip())));
        } else if (!one.isBlank()) {
          var pieces = pieces(one);
          parts.add(
              pieces.size() == 1 && pieces.getFirst() instanceof Reference reference
                  ? new Block(reference)
                  : new Prose(pieces));
        }
      }
    }
    return new Outline(title.isEmpty() ? List.of(new Words("Report")) : title, parts);
  }

  /// The headings of a paragraph by themselves, what stands between them joined to one line.
  private static List<String> blocks(String paragraph) {
    List<String> blocks = new ArrayList<>();
    var open = new StringBuilder();
    for (var line : paragraph.lines().map(String::strip).toList()) {
      if (line.startsWith("#")) {
        blocks.add(open.toString().strip());
        open.setLength(0);
        blocks.add(line);
      } else {
        open.append(line).append(' ');
      }
    }
    blocks.add(open.toString().strip());
    return blocks;
  }

  private static List<Piece> pieces(String line) {
    List<Piece> pieces = new ArrayList<>();
    var found = REFERENCE.matcher(line);
    var from = 0;
    while (found.find()) {
      if (found.start() > from) {
        pieces.add(own(line.substring(from, found.start())));
      }
      var argument = found.group("argument");
      pieces.add(new Reference(found.group("name"), argument == null ? "" : argument.strip()));
      from = found.end();
    }
    if (from < line.length()) {
      pieces.add(own(line.substring(from)));
    }
    return pieces;
  }

  private static Words own(String words) {
    if (words.indexOf('{') >= 0 || words.indexOf('}') >= 0) {
      throw new IllegalArgumentException(
          "braces are for {name argument}, the name in small letters; this is none: "
              + words.strip());
    }
    return new Words(words);
  }
}
