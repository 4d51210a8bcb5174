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
record Outline(String title, List<Part> parts) {

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
    parts = List.copyOf(parts);
  }

  /// Reads any text; what is no reference is the person's own words.
  static Outline of(String text) {
    var title = "Report";
    List<Part> parts = new ArrayList<>();
    for (var paragraph : text.strip().split("\\R[ \\t]*\\R")) {
      for (var one : blocks(paragraph)) {
        if (one.startsWith("# ")) {
          title = one.substring(2).strip();
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
    return new Outline(title, parts);
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
        pieces.add(new Words(line.substring(from, found.start())));
      }
      var argument = found.group("argument");
      pieces.add(new Reference(found.group("name"), argument == null ? "" : argument.strip()));
      from = found.end();
    }
    if (from < line.length()) {
      pieces.add(new Words(line.substring(from)));
    }
    return pieces;
  }
}
