package org.tellings.read;

import java.time.DateTimeException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Document;

/// When a web page was saved, as the program that saved it wrote into it, and the address it was
/// saved from. The day of the file is no such word: copying a file changes it.
///
/// Known are the marks of SingleFile, Save Page WE, WebScrapBook, HTTrack, the Wayback Machine and
/// archive.today; browsers write the address alone (`saved from url`).
final class HtmlCapture {

  private static final String MONTH =
      "(?<month>Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}";
  private static final String CLOCK = "(?<hour>\\d{2}):(?<minute>\\d{2}):(?<second>\\d{2})";

  /// `Wed Jan 29 2025 10:12:33 GMT+0100 (…)`, as scripts write a moment.
  private static final Pattern SCRIPT =
      Pattern.compile(
          "\\b[A-Z][a-z]{2} "
              + MONTH
              + " (?<day>\\d{2}) (?<year>\\d{4}) "
              + CLOCK
              + " (?:GMT|UTC)(?<zone>[+-]\\d{4})");

  /// `Wed, 29 Jan 2025 10:12:33 GMT`, as servers write it.
  private static final Pattern SERVER =
      Pattern.compile(
          "(?<day>\\d{1,2}) " + MONTH + " (?<year>\\d{4}) " + CLOCK + " (?:GMT|UTC)\\b");

  /// `FILE ARCHIVED ON 10:12:33 Jan 29, 2025`; it is in GMT.
  private static final Pattern WAYBACK =
      Pattern.compile(
          "(?i)FILE ARCHIVED ON " + CLOCK + " " + MONTH + " (?<day>\\d{1,2}), (?<year>\\d{4})");

  /// `20250129101233` or `2025.01.29-101233`, in GMT, as archives number what they keep.
  private static final String STAMP =
      "(?<year>\\d{4})\\.?(?<month>\\d{2})\\.?(?<day>\\d{2})-?"
          + "(?<hour>\\d{2})(?<minute>\\d{2})(?<second>\\d{2})";

  private static final Pattern SCRAPBOOK = Pattern.compile(STAMP + "\\d{0,3}");
  private static final Pattern ARCHIVED =
      Pattern.compile(
          "(?i)https?://(?:web\\.archive\\.org/web|archive\\.(?:today|is|ph|li|vn|fo|md))/"
              + STAMP
              + "(?:[a-z]{2}_)?/(?<page>https?:/{1,2}\\S{1,2000})");

  private static final Pattern FROM =
      Pattern.compile(
          "(?:saved from url=\\(\\d{4}\\)|(?m:^)\\s{0,9}url: )(?<page>https?://\\S{1,2000})");
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

  private static final DateTimeFormatter WRITTEN =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss", Locale.ROOT);

  /// No mark is longer.
  private static final int LONGEST = 4000;

  private HtmlCapture() {}

  /// Reads the marks of a whole page. Behind [HtmlHead]: the address that the page itself gives
  /// comes first, that of an archive becomes the address of the page archived.
  static void read(Document document, Page page) {
    document.forEachNode(
        node -> {
          if (node instanceof Comment comment) {
            comment(comment.getData(), page);
          }
        });
    var date = document.select("meta[name=savepage-date]").attr("content");
    moment(SCRIPT, date).ifPresent(at -> page.captured(at, "captured.save-page-we/1"));
    from(document.select("meta[name=savepage-url]").attr("content"), page);
    var root = document.select("html");
    moment(SCRAPBOOK, root.attr("data-scrapbook-create"))
        .ifPresent(at -> page.captured(at, "captured.web-scrapbook/1"));
    from(root.attr("data-scrapbook-source"), page);
    for (var link : document.select("link[rel=bookmark]")) {
      archived(link.attr("href"), page);
    }
    var archived = archived(page.heading.url(), page);
    page.heading = page.heading.withUrl(archived);
  }

  private static void comment(String whole, Page page) {
    var words = whole.length() > LONGEST ? whole.substring(0, LONGEST) : whole;
    if (words.contains("saved date:")) {
      moment(SCRIPT, words).ifPresent(at -> page.captured(at, "captured.single-file/1"));
    }
    if (words.contains("HTTrack")) {
      moment(SERVER, words).ifPresent(at -> page.captured(at, "captured.httrack/1"));
    }
    moment(WAYBACK, words).ifPresent(at -> page.captured(at, "captured.wayback/1"));
    var m = FROM.matcher(words);
    if (m.find() && (words.contains("saved date:") || words.contains("saved from url"))) {
      from(m.group("page"), page);
    }
  }

  private static void from(String address, Page page) {
    if (page.heading.url().isEmpty() && address.matches("https?://\\S{1,2000}")) {
      page.heading = page.heading.withUrl(address);
    }
  }

  /// The address of the page that an archive's address keeps, and when it was kept; any other
  /// address as it is.
  private static String archived(String address, Page page) {
    var m = ARCHIVED.matcher(address);
    if (!m.matches()) {
      return address;
    }
    moment(m).ifPresent(at -> page.captured(at, "captured.address/1"));
    return m.group("page").replaceFirst("^(https?:)/{1,2}", "$1//");
  }

  private static Optional<String> moment(Pattern form, String words) {
    var m = form.matcher(words);
    return m.find() ? moment(m) : Optional.empty();
  }

  /// Empty when there is no such day or hour.
  private static Optional<String> moment(Matcher m) {
    var month = m.group("month").toLowerCase(Locale.ROOT);
    var zone = m.namedGroups().containsKey("zone") ? m.group("zone") : "+0000";
    try {
      var at =
          LocalDateTime.of(
              Integer.parseInt(m.group("year")),
              month.length() == 2 ? Integer.parseInt(month) : MONTHS.indexOf(month) + 1,
              Integer.parseInt(m.group("day")),
              Integer.parseInt(m.group("hour")),
              Integer.parseInt(m.group("minute")),
              Integer.parseInt(m.group("second")));
      var shift = zone.substring(0, 3) + ":" + zone.substring(3);
      return Optional.of(at.format(WRITTEN) + (shift.equals("+00:00") ? "Z" : shift));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }
}
