package org.tellings.read;

import java.util.Locale;
import java.util.regex.Pattern;

/// Markdown, with or without front matter; the marks are taken out, the words stay.
final class MarkdownReader implements ArticleReader {

  private static final Pattern OPENS = Pattern.compile("^ {0,3}(#{1,6} |[*+-] )");
  private static final Pattern NUMBERED = Pattern.compile("^ {0,3}\\d{1,2}[.)] ");
  private static final Pattern RULER =
      Pattern.compile(" {0,3}(-{3,}|\\*{3,}|_{3,}|={3,}|(- ){2,}-|(\\* ){2,}\\*) *");
  private static final Pattern IMAGE =
      Pattern.compile(
          "\\[?!\\[[^\\]\\n]{0,300}\\]\\([^)\\n]{0,500}\\)" + "(\\]\\([^)\\n]{0,500}\\))?");

  @Override
  public boolean accepts(String name, byte[] head) {
    var lower = name.toLowerCase(Locale.ROOT);
    return lower.endsWith(".md") || lower.endsWith(".markdown");
  }

  @Override
  public Outcome read(String name, byte[] bytes) {
    if (bytes.length == 0) {
      return new Outcome.Refused("empty", "the file is empty");
    }
    var letters = Letters.of(bytes);
    if (letters.isEmpty()) {
      return new Outcome.Refused("binary", Letters.NO_TEXT);
    }
    var page = new Page(name);
    var text = letters.get().replace("\r\n", "\n");
    var end = text.startsWith("---\n") ? text.indexOf("\n---\n", 3) : -1;
    if (end > 0) {
      for (var line : text.substring(4, Math.max(4, end)).split("\n")) {
        var colon = line.indexOf(':');
        if (colon > 0) {
          TextReader.field(page, line.substring(0, colon), line.substring(colon + 1));
        }
      }
      text = text.substring(end + 5);
    }
    for (var paragraph : TextReader.blocks(text)) {
      paragraph(page, paragraph.strip());
    }
    page.readHead("markdown");
    return page.outcome();
  }

  /// One paragraph of the file; headings and list items in it become paragraphs of their own.
  private static void paragraph(Page page, String paragraph) {
    var run = new StringBuilder();
    var numbered = NUMBERED.matcher(start(paragraph)).find();
    for (var line : (Iterable<String>) paragraph.lines()::iterator) {
      var opens =
          OPENS.matcher(start(line)).find() || numbered && NUMBERED.matcher(start(line)).find();
      if (opens || RULER.matcher(line.length() > 80 ? "" : line).matches()) {
        page.paragraph(plain(run.toString()));
        run.setLength(0);
      }
      if (IMAGE.matcher(line.length() > 1000 ? "" : line.strip()).matches()) {
        page.removed(plain(line.strip()), "markdown.image/1");
      } else if (RULER.matcher(line.length() > 80 ? "" : line).matches()) {
        page.removed(line, "markdown.ruler/1");
      } else {
        run.append(line).append('\n');
        if (line.startsWith("#")) {
          page.paragraph(plain(run.toString()));
          run.setLength(0);
        }
      }
    }
    page.paragraph(plain(run.toString()));
  }

  private static String start(String line) {
    return line.length() > 40 ? line.substring(0, 40) : line;
  }

  private static String plain(String paragraph) {
    return paragraph
        .replaceAll("(?m)^ {0,3}(#{1,6} +|> ?|[*+-] +)", "")
        .replaceAll("!?\\[([^\\]\\n]{0,300})\\]\\([^)\\n]{0,500}\\)", "$1")
        .replaceAll("(\\*\\*|__|`)", "")
        .replaceAll("(?<![\\w*])\\*([^*\\n]{1,300})\\*(?![\\w*])", "$1");
  }
}
