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

/// Paragraphs on their way to an article: furniture is taken off, what stands over the article is read
/// from the first lines, and the text is put together.
final class Page {

  private static final Pattern FURNITURE = Pattern.compile(
      "(?i)(related (posts|articles|stories)|must read|read more|also read|more from|most read|share your thoughts"
          + "|share this|leave a comment|sign up|subscribe|newsletter|follow us|advertisement|sponsored|all rights reserved"
          + "|we use cookies|cookie (policy|settings)|your (name|e-?mail)|contact us|privacy policy|copyright|©).{0,80}");
  private static final Pattern BREADCRUMB = Pattern.compile("^[\\p{L} &]{2,20} ?[>›»/] ?[\\p{L} &]{2,20} ?[>›»/]");
  private static final Pattern BYLINE = Pattern.compile("(?i)by (?<who>[\\p{L}][\\p{L} .,'’-]{2,80})");
  private static final Pattern DAY = Pattern.compile(
      "(?<d>\\d{1,2})\\.? (?<m>January|February|March|April|May|June|July|August|September|October|November|December),? (?<y>20\\d\\d)"
          + "|(?<m2>January|February|March|April|May|June|July|August|September|October|November|December) (?<d2>\\d{1,2}),? (?<y2>20\\d\\d)"
          + "|(?<iso>20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01]))");
  private static final Pattern FILE_DAY = Pattern.compile("(?<iso>20\\d\\d-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01]))");
  private static final List<String> MONTHS = List.of("january", "february", "march", "april", "may", "june", "july",
      "august", "september", "october", "november", "december");

  private final String file;
  private final List<String> paragraphs = new ArrayList<>();
  private final List<Removed> early = new ArrayList<>();
  Heading heading = Heading.NONE;

  Page(String file) {
    this.file = file;
  }

  /// Adds one paragraph; white space inside becomes single spaces, empty ones are left out.
  void paragraph(String words) {
    var clean = words.replaceAll("[\\s\\u00a0]+", " ").strip();
    if (!clean.isEmpty()) {
      paragraphs.add(clean);
    }
  }

  /// Notes something taken off before the text was put together.
  void removed(String words, String rule) {
    var clean = words.replaceAll("[\\s\\u00a0]+", " ").strip();
    if (!clean.isEmpty()) {
      early.add(new Removed(clean.length() > 5000 ? clean.substring(0, 5000) : clean, rule, 0));
    }
  }

  /// Reads title, byline and date from the first lines, for formats that have no marks for them.
  void readHead(String rule) {
    var looked = 0;
    while (!paragraphs.isEmpty() && looked++ < 6) {
      var first = paragraphs.getFirst();
      var byline = BYLINE.matcher(first);
      var day = day(first);
      if (BREADCRUMB.matcher(first).find() && words(first) <= 40) {
        removed(first, rule + ".breadcrumb/1");
        paragraphs.removeFirst();
        continue;
      } else if (heading.byline().isEmpty() && byline.matches() && words(first) <= 12) {
        heading = heading.withByline(byline.group("who").strip());
      } else if (day.isPresent() && words(first) <= 12) {
        if (heading.published().isEmpty()) {
          heading = heading.withPublished(day.map(d -> new Dated(d, "date.visible/1")));
        }
      } else if (heading.title().isEmpty() && words(first) <= 25 && !first.endsWith(".") && paragraphs.size() > 1) {
        heading = heading.withTitle(first);
      } else if (first.contains(heading.title()) && !heading.title().isEmpty() && words(first) <= 40 && !first.endsWith(".")) {
        removed(first, rule + ".repeated-title/1");
        paragraphs.removeFirst();
        continue;
      } else {
        break;
      }
      removed(first, rule + ".heading-line/1");
      paragraphs.removeFirst();
    }
  }

  /// Puts the article together, or says why there is none.
  ArticleReader.Outcome outcome() {
    var text = new StringBuilder();
    List<Removed> removed = new ArrayList<>(early);
    for (var paragraph : paragraphs) {
      if (words(paragraph) <= 14 && FURNITURE.matcher(paragraph).matches()) {
        removed.add(new Removed(paragraph, "text.furniture/1", text.length()));
      } else {
        text.append(text.isEmpty() ? "" : "\n\n").append(paragraph);
      }
    }
    if (text.isEmpty()) {
      return new ArticleReader.Outcome.Refused("no-text", "there is no article text in it");
    }
    var last = removed.isEmpty() ? "" : removed.getLast().text().toLowerCase(Locale.ROOT);
    if (words(text.toString()) < 80 && last.contains("subscribe to continue")) {
      return new ArticleReader.Outcome.Refused("paywall",
          "Only " + words(text.toString()) + " words before ‘Subscribe to continue’. Save the full page and retry.");
    }
    if (heading.published().isEmpty()) {
      var day = FILE_DAY.matcher(file);
      if (day.find()) {
        heading = heading.withPublished(Optional.of(new Dated(day.group("iso"), "date.file-name/1")));
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
    return new ArticleReader.Outcome.Read(Article.of(file, heading, text.toString(), removed), missing);
  }

  void outlet(String name) {
    if (!name.isBlank() && !heading.outlet().isKnown()) {
      heading = heading.withOutlet(new Outlet(name.strip()));
    }
  }

  void published(String value, String rule) {
    iso(value).filter(_ -> heading.published().isEmpty())
        .ifPresent(v -> heading = heading.withPublished(Optional.of(new Dated(v, rule))));
  }

  void updated(String value, String rule) {
    iso(value).filter(_ -> heading.updated().isEmpty())
        .ifPresent(v -> heading = heading.withUpdated(Optional.of(new Dated(v, rule))));
  }

  /// An ISO date or date-time out of what a page prints; empty when it is none.
  static Optional<String> iso(String value) {
    var clean = value.strip().replaceFirst("([+-]\\d{2})(\\d{2})$", "$1:$2").replaceFirst("^(\\d{4}-\\d{2}-\\d{2}) (\\d{2}:)", "$1T$2");
    try {
      return Optional.of(new Dated(clean, "").value());
    } catch (IllegalArgumentException _) {
      return day(value);
    }
  }

  /// The first full date printed in a line, as an ISO day.
  private static Optional<String> day(String line) {
    var m = DAY.matcher(line.length() > 300 ? line.substring(0, 300) : line);
    if (!m.find()) {
      return Optional.empty();
    }
    if (m.group("iso") != null) {
      return Optional.of(m.group("iso"));
    }
    var month = m.group("m") != null ? m.group("m") : m.group("m2");
    var day = Integer.parseInt(m.group("d") != null ? m.group("d") : m.group("d2"));
    var year = m.group("y") != null ? m.group("y") : m.group("y2");
    return day < 1 || day > 31 ? Optional.empty() : Optional.of(String.format(Locale.ROOT, "%s-%02d-%02d", year,
        MONTHS.indexOf(month.toLowerCase(Locale.ROOT)) + 1, day));
  }

  static int words(String text) {
    return text.isBlank() ? 0 : text.strip().split("\\s+").length;
  }
}
