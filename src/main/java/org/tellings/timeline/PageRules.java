package org.tellings.timeline;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tellings.compare.Account;
import org.tellings.extract.Releases;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Finding.Anchor;
import org.tellings.model.Finding.DateMention;
import org.tellings.model.Finding.Precision;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Span;
import org.tellings.timeline.Anomaly.Place;
import org.tellings.timeline.Anomaly.Suggestion;
import org.tellings.timeline.Anomaly.Type;

/// What one article alone shows to be wrong about its dates. Linear in the text.
final class PageRules {

  private static final String NAMES = "(?<day>Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day";
  private static final Pattern BEFORE = Pattern.compile(NAMES + ",? (?:the |on )?$");
  private static final Pattern BEHIND =
      Pattern.compile("^(?:,? \\(?(?:a |which was a |it was a )?|,? )" + NAMES + "\\b");

  private static final Pattern PRINTED =
      Pattern.compile(
          "(?:"
              + NAMES
              + ",? )?(?:(?<d>\\d{1,2}) (?<m>[A-Z][a-z]{2,8})|(?<m2>[A-Z][a-z]{2,8})"
              + " (?<d2>\\d{1,2}),?) (?<y>\\d{4})");

  private final Article article;
  private final Account account;
  private final Optional<LocalDate> published;
  private final List<Anomaly> found = new ArrayList<>();

  private PageRules(Account account) {
    this.account = account;
    article = account.article();
    published = article.heading().published().flatMap(dated -> day(dated.value()));
  }

  static List<Anomaly> of(Account account, List<Deed> deeds) {
    var rules = new PageRules(account);
    rules.heading(deeds);
    rules.weekdays();
    rules.anchors();
    deeds.forEach(rules::deed);
    rules.found.addAll(CaptureRules.of(rules.article, deeds, rules.who(), rules.first()));
    rules.found.addAll(OfficeRules.of(account, rules.published));
    return rules.found;
  }

  static Optional<LocalDate> day(String iso) {
    try {
      return iso.length() < 10
          ? Optional.empty()
          : Optional.of(LocalDate.parse(iso.substring(0, 10)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  /// The dates that the page gives of itself.
  private void heading(List<Deed> deeds) {
    var published = article.heading().published().map(Dated::value).orElse("");
    var updated = article.heading().updated().map(Dated::value).orElse("");
    if (isBefore(updated, published)) {
      add(
          Type.UPDATED_BEFORE_PUBLISHED,
          who()
              + " says that it was updated at "
              + updated
              + " and published at "
              + published
              + ", which is later.",
          first());
    }
    var day = day(published);
    if (day.isEmpty()) {
      return;
    }
    var others = Stream.concat(url().stream(), besides().stream()).toList();
    others.stream()
        .filter(one -> isFar(one, day.get(), updated))
        .findFirst()
        .ifPresent(
            one ->
                add(
                    likelier(one, day.get(), others, deeds)
                        .map(likely -> new Suggestion.OfPage(article.id(), likely)),
                    Type.DATE_CONFLICT,
                    who() + " is dated " + day.get() + ", and its own page says " + one + " too.",
                    first()));
  }

  /// Of two days that a page gives of itself the other one, unless more of the page speaks for the
  /// day at hand: it gives that day elsewhere too, or tells as past what came after the other.
  private static Optional<LocalDate> likelier(
      LocalDate other, LocalDate now, List<LocalDate> others, List<Deed> deeds) {
    if (others.stream().anyMatch(one -> Math.abs(one.toEpochDay() - now.toEpochDay()) <= 1)
        || isTooEarly(other, deeds) && !isTooEarly(now, deeds)) {
      return Optional.empty();
    }
    return Optional.of(other);
  }

  /// Whether something is told as past, on a day that does not depend on the day of publication,
  /// that came after this day.
  private static boolean isTooEarly(LocalDate day, List<Deed> deeds) {
    return deeds.stream()
        .filter(
            deed -> ((DateMention) deed.told().dating().kept().finding()).anchor() == Anchor.NONE)
        .filter(deed -> deed.told().mode() == Mode.HAPPENED && Tense.isPast(deed.told().text()))
        .anyMatch(deed -> deed.when().from().isAfter(day.plusDays(1)));
  }

  private static boolean isBefore(String updated, String published) {
    try {
      if (updated.length() > 16 && published.length() > 16) {
        return OffsetDateTime.parse(updated).isBefore(OffsetDateTime.parse(published));
      }
    } catch (DateTimeException _) {
      // a time without its zone: the days decide
    }
    var one = day(updated);
    return one.isPresent() && day(published).filter(one.get()::isBefore).isPresent();
  }

  /// More than a day off, and not the day of the update.
  private static boolean isFar(LocalDate one, LocalDate day, String updated) {
    return Math.abs(one.toEpochDay() - day.toEpochDay()) > 1
        && day(updated).filter(one::equals).isEmpty();
  }

  private static final Pattern URL =
      Pattern.compile("/(20\\d{2})[/-]([01]\\d)[/-]([0-3]\\d)(?:/|-|$)");

  private Optional<LocalDate> url() {
    var m = URL.matcher(article.heading().url());
    return m.find() ? date(m.group(1), m.group(2), m.group(3)) : Optional.empty();
  }

  /// A short part taken off that is hardly more than a date.
  private Optional<LocalDate> besides() {
    for (var part : article.removed()) {
      if (part.text().length() <= 40) {
        var m = PRINTED.matcher(part.text());
        if (m.find() && m.end() - m.start() + 12 > part.text().strip().length()) {
          var day = Optional.ofNullable(m.group("d")).orElseGet(() -> m.group("d2"));
          var month = Optional.ofNullable(m.group("m")).orElseGet(() -> m.group("m2"));
          return date(m.group("y"), String.valueOf(month(month)), day);
        }
      }
    }
    return Optional.empty();
  }

  private static int month(String name) {
    for (var month : java.time.Month.values()) {
      var full = month.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
      if (full.equals(name) || full.substring(0, 3).equals(name)) {
        return month.getValue();
      }
    }
    return 0;
  }

  private static Optional<LocalDate> date(String year, String month, String day) {
    try {
      return Optional.of(
          LocalDate.of(Integer.parseInt(year), Integer.parseInt(month), Integer.parseInt(day)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  private static boolean isDay(Precision precision) {
    return precision == Precision.DAY || precision == Precision.TIME;
  }

  /// A weekday beside a day that was another one.
  private void weekdays() {
    for (var kept : account.of(DateMention.class)) {
      var date = (DateMention) kept.finding();
      if (!isDay(date.precision()) || date.rule().startsWith("date.weekday")) {
        continue;
      }
      var span = date.span();
      var text = article.text();
      var before = BEFORE.matcher(text.substring(Math.max(0, span.start() - 20), span.start()));
      var behind =
          BEHIND.matcher(text.substring(span.end(), Math.min(text.length(), span.end() + 30)));
      var value = date.value().flatMap(PageRules::day);
      if (value.isEmpty()) {
        continue;
      }
      if (before.find()) {
        var start = Math.max(0, span.start() - 20) + before.start();
        weekday(kept.id(), value.get(), before.group("day"), new Span(start, span.end()));
      } else if (behind.find()) {
        weekday(
            kept.id(),
            value.get(),
            behind.group("day"),
            new Span(span.start(), span.end() + behind.end()));
      }
    }
  }

  /// The day nearest to it that was such a weekday would fit.
  private void weekday(FindingId dating, LocalDate day, String name, Span span) {
    if (!named(day.getDayOfWeek()).startsWith(name)) {
      add(
          Stream.of(1, -1, 2, -2, 3, -3)
              .map(day::plusDays)
              .filter(near -> named(near.getDayOfWeek()).startsWith(name))
              .findFirst()
              .map(near -> new Suggestion.OfWords(dating, near)),
          Type.WEEKDAY_MISMATCH,
          who()
              + " prints “"
              + span.in(article.text())
              + "”; "
              + day
              + " was a "
              + named(day.getDayOfWeek())
              + ".",
          span);
    }
  }

  static String named(DayOfWeek day) {
    return day.getDisplayName(TextStyle.FULL, Locale.ENGLISH);
  }

  /// A day counted from the day of publication, which is not known: told once an article.
  private void anchors() {
    account.of(DateMention.class).stream()
        .map(Kept::finding)
        .map(DateMention.class::cast)
        .filter(date -> date.value().isEmpty() && date.anchor() == Anchor.PUBLISHED)
        .findFirst()
        .filter(_ -> article.heading().published().isEmpty())
        .ifPresent(
            date ->
                add(
                    Type.RELATIVE_DATE_WITHOUT_ANCHOR,
                    who()
                        + " counts “"
                        + date.span().in(article.text())
                        + "” from the day of publication, which is not known.",
                    date.span()));
  }

  private void deed(Deed deed) {
    if (deed.told().mode() == Mode.PLANNED
        || Tense.looksForward(deed.told().text(), deed.told().sentence())) {
      return;
    }
    var when = deed.when();
    if (published.isPresent()
        && when.from().isAfter(published.get().plusDays(slack()))
        && !isCounted(deed)
        && Tense.isPast(deed.told().text())) {
      add(
          Type.DATED_BEFORE_EVENT,
          who()
              + " is dated "
              + published.get()
              + ", before what it tells as past on "
              + when.edtf()
              + ".",
          deed.told().dating().kept().finding().span());
    }
    Tense.cameOut(account, deed)
        .ifPresent(
            product ->
                Releases.of(product)
                    .filter(release -> when.to().isBefore(release))
                    .ifPresent(
                        release ->
                            add(
                                Optional.of(
                                    new Suggestion.OfWords(
                                        deed.told().dating().kept().id(), release)),
                                Type.PRODUCT_BEFORE_RELEASE,
                                who()
                                    + " dates "
                                    + product
                                    + " to "
                                    + when.edtf()
                                    + "; it came out on "
                                    + release
                                    + ".",
                                deed.told().span())));
  }

  private static boolean isCounted(Deed deed) {
    return ((DateMention) deed.told().dating().kept().finding()).rule().startsWith("date.weekday");
  }

  /// Late in the day it is tomorrow elsewhere.
  private int slack() {
    var value = article.heading().published().map(Dated::value).orElse("");
    return value.length() > 13 && value.substring(11, 13).compareTo("12") >= 0 ? 1 : 0;
  }

  private String who() {
    return article.outlet().isKnown() ? article.outlet().name() : article.file();
  }

  private Span first() {
    var end = article.text().indexOf('\n');
    return new Span(0, Math.max(1, Math.min(80, end < 0 ? article.text().length() : end)));
  }

  private void add(Type type, String why, Span span) {
    add(Optional.empty(), type, why, span);
  }

  private void add(Optional<? extends Suggestion> suggested, Type type, String why, Span span) {
    found.add(Anomaly.of(type, why, List.of(Place.of(article, span)), suggested.map(day -> day)));
  }
}
