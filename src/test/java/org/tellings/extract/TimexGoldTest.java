package org.tellings.extract;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Finding.DateMention;
import org.tellings.model.Heading;
import org.tellings.model.Span;

/// How many dates of `gold/timex` are found, and with the right value, in the values of TIMEX3.
///
/// Of the held half only the score is printed, never a sentence.
final class TimexGoldTest {

  private static final Pattern MARKED =
      Pattern.compile("\\[\\[(?<words>[^\\]]+)\\]\\]\\{(?<value>[^}]*)\\}");

  private static final Pattern PART = Pattern.compile("morning|afternoon|evening|night");

  private record Wanted(Span span, String value) {}

  private record Sentence(String text, String published, List<Wanted> wanted) {}

  @ParameterizedTest
  @CsvSource({"tuning, 0.60, 0.50", "held, 0.60, 0.50"})
  void findsDates(String half, double spans, double values) throws IOException {
    var wanted = 0;
    var found = 0;
    var near = 0;
    var same = 0;
    var right = 0;
    for (var sentence : sentences(half)) {
      var heading =
          Heading.NONE.withPublished(Optional.of(new Dated(sentence.published(), "gold")));
      var article = Article.of("dates.txt", heading, sentence.text(), List.of());
      var dates =
          Extractors.extractAll(article).stream()
              .filter(DateMention.class::isInstance)
              .map(DateMention.class::cast)
              .toList();
      List<DateMention> left = new ArrayList<>(dates);
      wanted += sentence.wanted().size();
      found += dates.size();
      for (var one : sentence.wanted()) {
        var date = left.stream().filter(d -> d.span().overlaps(one.span())).findFirst();
        date.ifPresent(left::remove);
        near += date.isPresent() ? 1 : 0;
        same += date.filter(d -> d.span().equals(one.span())).isPresent() ? 1 : 0;
        var value = date.map(d -> timex(d, sentence.text())).orElse("nothing");
        right += value.equals(one.value()) ? 1 : 0;
        if (!value.equals(one.value()) && half.equals("tuning")) {
          System.out.println(
              one.span().in(sentence.text()) + ": wanted " + one.value() + ", got " + value);
        }
      }
      if (half.equals("tuning")) {
        left.forEach(d -> System.out.println("not wanted: " + d.span().in(sentence.text())));
      }
    }
    System.out.printf(
        Locale.ROOT,
        "dates %s: wanted %d, found %d, span F1 %.3f, exact span F1 %.3f, value F1 %.3f%n",
        half,
        wanted,
        found,
        f1(near, wanted, found),
        f1(same, wanted, found),
        f1(right, wanted, found));
    var span = f1(near, wanted, found);
    var value = f1(right, wanted, found);
    assertTrue(span >= spans, () -> half + ": span F1 " + span);
    assertTrue(value >= values, () -> half + ": value F1 " + value);
  }

  private static double f1(int hits, int wanted, int found) {
    return 2.0 * hits / (wanted + found);
  }

  private static List<Sentence> sentences(String half) throws IOException {
    var text = Files.readString(Path.of("src/test/resources/gold/timex/" + half + ".txt"));
    return Stream.of(text.strip().split("\n\\s*\n"))
        .filter(paragraph -> paragraph.startsWith("# published: "))
        .map(TimexGoldTest::sentence)
        .toList();
  }

  private static Sentence sentence(String paragraph) {
    var lines = paragraph.split("\n");
    var matcher = MARKED.matcher(lines[1]);
    var plain = new StringBuilder();
    List<Wanted> wanted = new ArrayList<>();
    var from = 0;
    while (matcher.find()) {
      plain.append(lines[1], from, matcher.start());
      var start = plain.length();
      plain.append(matcher.group("words"));
      wanted.add(new Wanted(new Span(start, plain.length()), matcher.group("value")));
      from = matcher.end();
    }
    plain.append(lines[1].substring(from));
    return new Sentence(plain.toString(), lines[0].substring("# published: ".length()), wanted);
  }

  private static String week(LocalDate day) {
    var week = day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
    return day.get(IsoFields.WEEK_BASED_YEAR) + "-W" + (week < 10 ? "0" : "") + week;
  }

  /// The value in TIMEX3's words: parts of a month or year as the whole, quarters and seasons by
  /// name.
  private static String timex(DateMention date, String text) {
    var printed = date.span().in(text).toLowerCase(Locale.ROOT);
    var value = date.value().orElse("cannot say");
    if (value.indexOf('T') == 10) {
      return value;
    }
    if (value.length() == 10 && PART.matcher(printed).find()) {
      var part = PART.matcher(printed).results().findFirst().orElseThrow().group();
      return value
          + switch (part) {
            case "morning" -> "TMO";
            case "afternoon" -> "TAF";
            case "evening" -> "TEV";
            default -> "TNI";
          };
    }
    if (printed.contains("weekend") && value.indexOf('/') == 10) {
      return week(LocalDate.parse(value.substring(0, 10))) + "-WE";
    }
    if (printed.matches(".*\\d0s") && value.indexOf('/') == 4) {
      return value.substring(0, 3) + "X";
    }
    if (printed.endsWith("century")) {
      return value.substring(0, 2) + "XX";
    }
    if (printed.endsWith("weeks ago") && value.length() == 10) {
      return week(LocalDate.parse(value));
    }
    if (printed.contains("half") && value.matches("\\d{4}-\\d\\d/\\d{4}-\\d\\d")) {
      return value.substring(0, 4) + (value.endsWith("12") ? "-H2" : "-H1");
    }
    if (value.indexOf('/') > 0 && printed.matches("(the )?(early|mid|late|end|beginning).*")) {
      var first = value.substring(0, value.indexOf('/'));
      return first.substring(0, Math.max(4, first.length() - 3));
    }
    if (value.matches("\\d{4}-(2[1-4]|3[3-6])")) {
      var code = Integer.parseInt(value.substring(5));
      return value.substring(0, 5)
          + (code > 30 ? "Q" + (code - 32) : List.of("SP", "SU", "FA", "WI").get(code - 21));
    }
    if (value.length() == 10) {
      return value
          + (printed.contains("morning")
              ? "TMO"
              : printed.contains("afternoon")
                  ? "TAF"
                  : printed.contains("evening") ? "TEV" : printed.contains("night") ? "TNI" : "");
    }
    return value;
  }
}
