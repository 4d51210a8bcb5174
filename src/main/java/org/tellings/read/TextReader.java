package org.tellings.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tellings.model.Outlet;

/// Plain text, as written or as copied off a page.
final class TextReader implements ArticleReader {

  /// Words no paragraph ends with.
  private static final Pattern OPEN_END =
      Pattern.compile(
          "(?i)\\b(the|an?|of|to|in|by|from|that|which|and|or|with|at|on|as|for|its|their|his|her|than"
              + "|since|about|into|over|after|before|between|is|was|are|were|has|had|have|this|who|when"
              + "|where|but)$");

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
      return new Outcome.Refused("binary", Letters.NO_TEXT);
    }
    var page = new Page(name);
    paragraphs(page, text.get());
    page.readHead("text");
    return page.outcome();
  }

  /// Blocks are divided by blank lines. A block wrapped at some width is one paragraph; in any
  /// other block each line is one, unless it goes on with the sentence above it, as the text of a
  /// link does that a copy has put on a line of its own.
  static void paragraphs(Page page, String text) {
    var first = true;
    for (var block : blocks(text.replace("\r\n", "\n").replace('\r', '\n'))) {
      var lines = block.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
      if (lines.isEmpty()) {
        continue;
      }
      // title, byline and date often stand on lines of their own without blank lines between
      if (wrapped(lines) && !(first && Page.words(block) < 60)) {
        add(page, String.join(" ", lines));
      } else {
        lines.forEach(line -> add(page, line));
      }
      first = false;
    }
  }

  private static void add(Page page, String line) {
    if (goesOn(page.last(), line)) {
      page.continued(line);
    } else {
      page.paragraph(line);
    }
  }

  private static boolean goesOn(String before, String line) {
    if (before.isEmpty() || before.length() > 5000) {
      return false;
    }
    var end = before.charAt(before.length() - 1);
    if (",;)".indexOf(line.charAt(0)) >= 0) {
      return Character.isLetterOrDigit(end);
    }
    return Character.isLowerCase(line.charAt(0))
            && hasWords(before, 2)
            && (Character.isLetterOrDigit(end) || end == ',')
        || Character.isLowerCase(end)
            && hasWords(before, 4)
            && OPEN_END.matcher(before.substring(Math.max(0, before.length() - 8))).find();
  }

  /// Whether a text has so many words at least; looks no further than these.
  private static boolean hasWords(String text, int least) {
    var count = 0;
    var inside = false;
    for (var i = 0; i < text.length() && count < least; i++) {
      var wordy = !Character.isWhitespace(text.charAt(i));
      count += wordy && !inside ? 1 : 0;
      inside = wordy;
    }
    return count >= least;
  }

  /// Whether these lines were filled up to a width: the next line's first word never had room.
  private static boolean wrapped(List<String> lines) {
    var width = lines.stream().mapToInt(String::length).max().orElse(0);
    if (lines.size() < 2 || width < 50) {
      return false;
    }
    for (var i = 0; i + 1 < lines.size(); i++) {
      var next = lines.get(i + 1).indexOf(' ');
      if (lines.get(i).length() + 1 + (next < 0 ? lines.get(i + 1).length() : next) <= width) {
        return false;
      }
    }
    return true;
  }

  /// The text between lines that are empty or hold only spaces and tabs.
  static List<String> blocks(String text) {
    List<String> blocks = new ArrayList<>();
    var from = 0;
    for (var end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', end + 1)) {
      var next = end + 1;
      while (next < text.length() && (text.charAt(next) == ' ' || text.charAt(next) == '\t')) {
        next++;
      }
      if (next < text.length() && text.charAt(next) == '\n') {
        blocks.add(text.substring(from, end));
        from = next + 1;
        end = next;
      }
    }
    blocks.add(text.substring(from));
    return blocks;
  }

  /// `outlet: The Meridian` and the like, as front matter has it.
  static void field(Page page, String key, String value) {
    var bare = value.strip().replaceAll("^[\"']|[\"']$", "");
    switch (key.strip().toLowerCase(Locale.ROOT)) {
      case "title" -> page.heading = page.heading.withTitle(bare);
      case "author", "byline", "by" -> page.heading = page.heading.withByline(bare);
      case "outlet", "source", "publication", "site" ->
          page.heading = page.heading.withOutlet(new Outlet(bare));
      case "date", "published" -> page.published(bare, "date.front-matter/1");
      case "captured", "retrieved", "accessed", "archived", "saved" ->
          page.captured(bare, "date.front-matter/1");
      case "updated", "modified" -> page.updated(bare, "date.front-matter/1");
      default -> page.removed(key + ": " + bare, "front-matter/1");
    }
  }
}
