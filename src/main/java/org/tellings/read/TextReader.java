package org.tellings.read;

import java.util.Locale;
import org.tellings.model.Outlet;

/// Plain text, as written or as copied off a page.
final class TextReader implements ArticleReader {

  @Override
  public boolean accepts(String name, byte[] head) {
    return name.toLowerCase(Locale.ROOT).endsWith(".txt");
  }

  @Override
  public Outcome read(String name, byte[] bytes) {
    if (bytes.length == 0) {
      return new Outcome.Refused("empty", "the file is empty");
    }
    var text = Letters.of(bytes);
    if (text.isEmpty()) {
      return new Outcome.Refused("binary", "the file holds no text");
    }
    var page = new Page(name);
    paragraphs(page, text.get());
    page.readHead("text");
    return page.outcome();
  }

  /// Paragraphs are divided by blank lines; where there are none, by line ends.
  static void paragraphs(Page page, String text) {
    var lines = text.replace("\r\n", "\n").replace('\r', '\n');
    var blank = lines.contains("\n\n");
    var first = true;
    for (var paragraph : lines.split(blank ? "\n[ \t]*\n" : "\n")) {
      // title, byline and date often stand on lines of their own without blank lines between
      if (first && Page.words(paragraph) < 60) {
        paragraph.lines().forEach(page::paragraph);
      } else {
        page.paragraph(paragraph);
      }
      first &= paragraph.isBlank();
    }
  }

  /// `outlet: The Meridian` and the like, as front matter has it.
  static void field(Page page, String key, String value) {
    var bare = value.strip().replaceAll("^[\"']|[\"']$", "");
    switch (key.strip().toLowerCase(Locale.ROOT)) {
      case "title" -> page.heading = page.heading.withTitle(bare);
      case "author", "byline", "by" -> page.heading = page.heading.withByline(bare);
      case "outlet", "source", "publication", "site" -> page.heading = page.heading.withOutlet(new Outlet(bare));
      case "date", "published" -> page.published(bare, "date.front-matter/1");
      case "updated", "modified" -> page.updated(bare, "date.front-matter/1");
      default -> page.removed(key + ": " + bare, "front-matter/1");
    }
  }
}
