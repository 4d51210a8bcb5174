package org.tellings.read;

import java.util.Locale;

/// Markdown, with or without front matter; the marks are taken out, the words stay.
final class MarkdownReader implements ArticleReader {

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
      return new Outcome.Refused("binary", "the file holds no text");
    }
    var page = new Page(name);
    var text = letters.get().replace("\r\n", "\n");
    var end = text.startsWith("---\n") ? text.indexOf("\n---\n", 3) : -1;
    if (end > 0) {
      for (var line : text.substring(4, end).split("\n")) {
        var colon = line.indexOf(':');
        if (colon > 0) {
          TextReader.field(page, line.substring(0, colon), line.substring(colon + 1));
        }
      }
      text = text.substring(end + 5);
    }
    for (var paragraph : text.split("\n[ \t]*\n")) {
      page.paragraph(plain(paragraph.strip()));
    }
    page.readHead("markdown");
    return page.outcome();
  }

  private static String plain(String paragraph) {
    return paragraph
        .replaceAll("(?m)^(#{1,6} +|> ?|[*+-] +)", "")
        .replaceAll("!?\\[([^\\]\\n]{0,300})\\]\\([^)\\n]{0,500}\\)", "$1")
        .replaceAll("(\\*\\*|__|`)", "")
        .replaceAll("(?<![\\w*])\\*([^*\\n]{1,300})\\*(?![\\w*])", "$1");
  }
}
