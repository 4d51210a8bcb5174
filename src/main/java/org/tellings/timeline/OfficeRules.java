package org.tellings.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tellings.compare.Account;
import org.tellings.model.Finding.Mention;
import org.tellings.model.Span;
import org.tellings.timeline.Anomaly.Place;
import org.tellings.timeline.Anomaly.Type;

/// Offices that somebody did not hold on the day of the article: “Commerce Secretary” before he
/// was, “former President” while he is. Told once an article, person and form.
final class OfficeRules {

  private static final Pattern FORMER = Pattern.compile("(?i)\\b(?:former|ex)[ -]$");
  private static final Pattern NOT_YET =
      Pattern.compile(
          "(?i)(?:\\b(?:then|next|future|incoming|new|former|ex|late|as|deputy|nominee for|vice)["
              + " -]|to be )$");

  private OfficeRules() {}

  static List<Anomaly> of(Account account, Optional<LocalDate> published) {
    List<Anomaly> found = new ArrayList<>();
    if (published.isEmpty()) {
      return found;
    }
    var told = new HashSet<String>();
    for (var kept : account.of(Mention.class)) {
      var mention = (Mention) kept.finding();
      for (var word : Facts.words(mention.name())) {
        place(account.article().text(), mention.span(), word)
            .flatMap(span -> read(account, mention.name(), word, span, published.get()))
            .filter(anomaly -> told.add(mention.name() + anomaly.spans().getFirst().text()))
            .ifPresent(found::add);
      }
    }
    return found;
  }

  /// The office with the name, where it stands right before it or behind a comma.
  private static Optional<Span> place(String text, Span name, String word) {
    var from = Math.max(0, name.start() - word.length() - 2);
    var low = text.substring(from, name.end()).toLowerCase(Locale.ROOT);
    var at = low.indexOf(word);
    if (at >= 0 && (at == 0 || !Character.isLetterOrDigit(low.charAt(at - 1)))) {
      var between =
          text.substring(
              from + at + word.length(), Math.max(from + at + word.length(), name.start()));
      if (between.isBlank()) {
        return Optional.of(new Span(from + at, name.end()));
      }
    }
    var behind =
        text.substring(name.end(), Math.min(text.length(), name.end() + word.length() + 14))
            .toLowerCase(Locale.ROOT);
    for (var lead : List.of(", ", ", the ", ", us ", ", the us ")) {
      if (behind.startsWith(lead + word)) {
        return Optional.of(new Span(name.start(), name.end() + lead.length() + word.length()));
      }
    }
    return Optional.empty();
  }

  private static Optional<Anomaly> read(
      Account account, String person, String word, Span span, LocalDate day) {
    var text = account.article().text();
    var before = text.substring(Math.max(0, span.start() - 14), span.start());
    var terms = Facts.terms(person, word);
    var now =
        terms.stream().filter(t -> !day.isBefore(t.from()) && !day.isAfter(t.to())).findFirst();
    var former = FORMER.matcher(before);
    if (former.find()) {
      var from = Math.max(0, span.start() - 14) + former.start();
      return now.map(
          term ->
              anomaly(
                  account,
                  new Span(from, span.end()),
                  day,
                  person + " has held that office since " + term.from()));
    }
    var beginning = terms.stream().map(Facts.Office::from).min(LocalDate::compareTo);
    if (now.isPresent()
        || NOT_YET.matcher(before).find()
        || beginning.isEmpty()
        || !day.isBefore(beginning.get())) {
      return Optional.empty();
    }
    return Optional.of(
        anomaly(account, span, day, person + " came into that office on " + beginning.get()));
  }

  private static Anomaly anomaly(Account account, Span span, LocalDate day, String why) {
    var place = Place.of(account.article(), span);
    return Anomaly.of(
        Type.OFFICE,
        place.outlet() + " prints “" + place.text() + "” on " + day + "; " + why + ".",
        List.of(place));
  }
}
