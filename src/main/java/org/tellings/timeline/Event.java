package org.tellings.timeline;

import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.tellings.compare.Telling;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.Span;

/// One thing that happened, with every dated telling of it.
///
/// `when` is when it happened, as its tellings say together or as a person said (`byHand`); `title`
/// are words of the clearest telling without its date, or the name a person gave. Participants are
/// canonical names, those told of most first. Tellings begin with the one printed first and are
/// never empty. The id is that of the dating words of the first.
public record Event(
    String id,
    When when,
    String title,
    List<String> participants,
    List<Told> tellings,
    boolean byHand) {

  public Event {
    participants = List.copyOf(participants);
    tellings = List.copyOf(tellings);
    if (tellings.isEmpty()) {
      throw new IllegalArgumentException("an event nobody tells of");
    }
  }

  /// An event as one article tells it: `dating` is the finding of the dating words, `when` what
  /// they say and `mode` in what sense; `span` the clause, `text` its characters, `sentence` the
  /// sentence around it.
  public record Told(
      Telling dating, When when, Mode mode, Span span, String text, Span around, String sentence) {

    /// When it was printed: ISO 8601, as precise as known.
    public Optional<String> published() {
      return dating.heading().published().map(Dated::value);
    }
  }

  /// What its tellings say together: that it happened when one says so, else that it holds since
  /// then when one does, else that it was planned.
  public Mode mode() {
    return Stream.of(Mode.HAPPENED, Mode.SINCE)
        .filter(mode -> tellings.stream().anyMatch(told -> told.mode() == mode))
        .findFirst()
        .orElse(Mode.PLANNED);
  }

  /// How long after the first telling this one was printed; to the hour where both times are known,
  /// else in days. Empty where a day is not known.
  public Optional<Duration> lag(Told told) {
    var first = tellings.getFirst().published();
    return first.flatMap(a -> told.published().flatMap(b -> between(a, b)));
  }

  private static Optional<Duration> between(String from, String to) {
    try {
      if (from.length() > 16 && to.length() > 16) {
        return Optional.of(Duration.between(OffsetDateTime.parse(from), OffsetDateTime.parse(to)));
      }
      return from.length() < 10 || to.length() < 10
          ? Optional.empty()
          : Optional.of(
              Duration.ofDays(
                  LocalDate.parse(to.substring(0, 10)).toEpochDay()
                      - LocalDate.parse(from.substring(0, 10)).toEpochDay()));
    } catch (DateTimeParseException _) {
      return Optional.empty(); // a time without its zone
    }
  }

  /// The dating words as printed, each with how many tellings use them, the most used first.
  public Map<String, Integer> datings() {
    Map<String, Integer> counts = new LinkedHashMap<>();
    tellings.forEach(told -> counts.merge(told.dating().text(), 1, Integer::sum));
    Map<String, Integer> sorted = new LinkedHashMap<>();
    counts.entrySet().stream()
        .sorted(Map.Entry.<String, Integer>comparingByValue().reversed())
        .forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  /// How many articles tell of it.
  public long articles() {
    return tellings.stream().map(told -> told.dating().article()).distinct().count();
  }

  /// How many known outlets tell of it.
  public long outlets() {
    return tellings.stream()
        .map(told -> told.dating().outlet())
        .filter(outlet -> outlet.isKnown())
        .distinct()
        .count();
  }

  public boolean isToldBy(ArticleId article) {
    return tellings.stream().anyMatch(told -> told.dating().article().equals(article));
  }
}
