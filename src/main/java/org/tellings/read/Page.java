package org.tellings.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Heading;
import org.tellings.model.Outlet;
import org.tellings.model.Removed;

/// Paragraphs on their way to an article: furniture is taken off, what stands over the article is
/// read from the first lines, and the text is put together.
final class Page {

  private static final Pattern FILE_DAY =
      Pattern.compile("(?<iso>20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01]))");
  private static final Pattern SPACE = Pattern.compile("[\\s\\u00a0]+");
  private static final Pattern CLOSING = Pattern.compile("[\"”’')\\]]{1,3}$");
  private static final int LINKS_IN_A_LIST = 12;

  private final String file;
  private final List<String> paragraphs = new ArrayList<>();
  private final List<Removed> early = new ArrayList<>();
  Heading heading = Heading.NONE;

  Page(String file) {
    this.file = file;
  }

  /// Adds one paragraph; white space inside becomes single spaces, empty ones are left out.
  void paragraph(String words) {
    var clean = clean(words);
    if (!clean.isEmpty()) {
      paragraphs.add(clean);
    }
  }

  /// Adds words to the last paragraph.
  void continued(String words) {
    var clean = clean(words);
    if (paragraphs.isEmpty()) {
      paragraph(clean);
    } else if (!clean.isEmpty()) {
      var glue = ",.;:!?)”’".indexOf(clean.charAt(0)) >= 0 ? "" : " ";
      paragraphs.set(paragraphs.size() - 1, paragraphs.getLast() + glue + clean);
    }
  }

  /// The last paragraph added; empty when there is none.
  String last() {
    return paragraphs.isEmpty() ? "" : paragraphs.getLast();
  }

  private static String clean(String words) {
    if (isClean(words)) {
      return words;
    }
    var clean = new StringBuilder(words.length());
    var gap = false;
    for (var i = 0; i < words.length(); i++) {
      var c = words.charAt(i);
      if (c == ' ' || c == '\u00a0' || c >= '\t' && c <= '\r') {
        gap = true;
      } else {
        clean.append(gap ? " " : "").append(c);
        gap = false;
      }
    }
    return clean.toString().strip();
  }

  /// Whether no white space stands in it but single spaces between words; most paragraphs are so.
  private static boolean isClean(String words) {
    if (words.isEmpty() || Character.isWhitespace(words.charAt(words.length() - 1))) {
      return false;
    }
    var gap = true;
    for (var i = 0; i < words.length(); i++) {
      var c = words.charAt(i);
      if (c < ' ' || c == '\u00a0' || gap && Character.isWhitespace(c)) {
        return false;
      }
      gap = c == ' ';
    }
    return true;
  }

  /// Notes something taken off before the text was put together.
  void removed(String words, String rule) {
    var clean = clean(words);
    if (!clean.isEmpty()) {
      early.add(new Removed(clean, rule, 0));
    }
  }

  /// Reads title, byline and date from the first lines, for formats that have no marks for them.
  void readHead(String format) {
    Head.read(this, paragraphs, format);
  }

  /// Puts the article together, or says why there is none.
  ArticleReader.Outcome outcome() {
    var text = new StringBuilder();
    List<Removed> removed = new ArrayList<>(early);
    var all = paragraphs.stream().mapToInt(String::length).sum();
    var links = 0;
    var comments = false;
    for (var paragraph : paragraphs) {
      comments |= text.length() > 0.4 * all && Furniture.opensComments(paragraph);
      var rule = comments ? Optional.of("text.comments/1") : Furniture.of(paragraph);
      if (rule.isPresent()) {
        links = Furniture.opensLinks(paragraph) ? LINKS_IN_A_LIST : links;
      } else if (links > 0 && Furniture.isLinkTitle(paragraph)) {
        links--;
        rule = Optional.of("text.link-title/1");
      } else {
        links = 0;
        text.append(text.isEmpty() ? "" : "\n\n").append(paragraph);
        continue;
      }
      removed.add(new Removed(paragraph, rule.get(), text.length()));
    }
    if (text.isEmpty()) {
      return new ArticleReader.Outcome.Refused("no-text", "there is no article text in it");
    }
    var last = removed.isEmpty() ? "" : removed.getLast().text().toLowerCase(Locale.ROOT);
    if (words(text.toString()) < 80 && last.contains("subscribe to continue")) {
      return new ArticleReader.Outcome.Refused(
          "paywall",
          "Only "
              + words(text.toString())
              + " words before ‘Subscribe to continue’. Save the full page and retry.");
    }
    if (heading.published().isEmpty()) {
      var day = FILE_DAY.matcher(file);
      if (day.find()) {
        published(day.group("iso"), "date.file-name/1");
      }
    }
    List<String> missing = new ArrayList<>();
    if (heading.title().isEmpty()) {
      missing.add("No title found");
    }
    if (heading.published().isEmpty()) {
      missing.add("No publication date found");
    }
    if (!heading.outlet().isKnown()) {
      missing.add("No outlet found");
    }
    var article = Article.of(file, heading, text.toString(), removed);
    return new ArticleReader.Outcome.Read(article, missing);
  }

  void outlet(String name) {
    if (!name.isBlank() && !heading.outlet().isKnown()) {
      heading = heading.withOutlet(new Outlet(name.strip()));
    }
  }

  void published(String value, String rule) {
    iso(value)
        .filter(_ -> heading.published().isEmpty())
        .ifPresent(v -> heading = heading.withPublished(Optional.of(new Dated(v, rule))));
  }

  void updated(String value, String rule) {
    iso(value)
        .filter(_ -> heading.updated().isEmpty())
        .ifPresent(v -> heading = heading.withUpdated(Optional.of(new Dated(v, rule))));
  }

  void captured(String value, String rule) {
    iso(value)
        .filter(_ -> heading.captured().isEmpty())
        .ifPresent(v -> heading = heading.withCaptured(Optional.of(new Dated(v, rule))));
  }

  /// An ISO date or date-time out of what a page prints; empty when it is none.
  static Optional<String> iso(String value) {
    var clean =
        value
            .strip()
            .replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2")
            .replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) (\\d{2}:)", "$1T$2");
    try {
      return Optional.of(new Dated(clean, "").value());
    } catch (IllegalArgumentException _) {
      return Head.day(value);
    }
  }

  /// Whether a line ends as sentences do, perhaps inside quotation marks.
  static boolean isSentence(String line) {
    var bare = CLOSING.matcher(line).replaceFirst("");
    return bare.endsWith(".")
        || bare.endsWith("…")
        || bare.endsWith("!")
        || bare.length() < line.length() && (bare.endsWith(",") || bare.endsWith("?"));
  }

  /// Runs of letters and marks without white space.
  static int words(String text) {
    return Article.words(text);
  }
}
