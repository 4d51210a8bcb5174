package org.tellings.compare;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.Outlet;

/// Which of two articles with the same wording was first, and the sentence that says why.
///
/// A credit in the text decides, then the day of publication, then the hour when both have one,
/// then that the one holds the other and more; else it is undecided. `from` is empty when it is.
record Direction(Optional<ArticleId> from, String evidence) {

  /// Hours closer than this decide nothing: clocks and page systems differ.
  private static final Duration LAG = Duration.ofMinutes(30);

  /// The share of the shorter text that must stand in the longer one.
  private static final double HOLDS = 0.8;

  /// How much longer the longer text must be.
  private static final double LONGER = 1.25;

  /// Words that give credit, for outlets whose name is one word and may be something else.
  private static final Set<String> CREDIT =
      Set.of(
          """
          report reports reported reporting reporter according accord reveal reveals revealed thanks
          thank told publish published publishes first source credit cites cited citing newspaper
          paper said says via by
          """
              .strip()
              .split("\\s+"));

  /// `share` is the share of the words of `one` that stand in `other`, and `back` the other way.
  static Direction of(Tape here, Tape there, double share, double back) {
    var one = here.article;
    var other = there.article;
    var oneCredits = here.credits(other.outlet());
    var otherCredits = there.credits(one.outlet());
    if (oneCredits != otherCredits) {
      var first = oneCredits ? other : one;
      var second = oneCredits ? one : other;
      return from(first, name(second) + " names " + name(first) + " in its text.");
    }
    if (one.outlet().equals(other.outlet()) && one.outlet().isKnown()) {
      return byTime(one, other)
          .orElseGet(() -> new Direction(Optional.empty(), "Both are by one outlet, undated."));
    }
    return byTime(one, other)
        .or(() -> byFullness(one, other, share, back))
        .orElseGet(() -> new Direction(Optional.empty(), undecided(one, other)));
  }

  private static Direction from(Article first, String evidence) {
    return new Direction(Optional.of(first.id()), evidence);
  }

  private static String undecided(Article one, Article other) {
    var dated = one.heading().published().isPresent() && other.heading().published().isPresent();
    return dated
        ? "Both are of one day, and neither names the other."
        : "A date is missing, and neither names the other.";
  }

  private static Optional<Direction> byTime(Article one, Article other) {
    var here = one.heading().published();
    var there = other.heading().published();
    if (here.isEmpty() || there.isEmpty()) {
      return Optional.empty();
    }
    var moment = instant(here.get());
    var moment2 = instant(there.get());
    if (moment.isPresent() && moment2.isPresent()) {
      var lag = Duration.between(moment.get(), moment2.get());
      if (lag.abs().compareTo(LAG) < 0) {
        return Optional.empty();
      }
      var first = lag.isNegative() ? other : one;
      return Optional.of(from(first, name(first) + " was " + words(lag.abs()) + " earlier."));
    }
    var day = day(here.get());
    var day2 = day(there.get());
    if (day.isEmpty() || day2.isEmpty() || day.get().equals(day2.get())) {
      return Optional.empty();
    }
    var first = day.get().isBefore(day2.get()) ? one : other;
    var days = Math.abs(ChronoUnit.DAYS.between(day.get(), day2.get()));
    return Optional.of(
        from(first, name(first) + " was " + days + (days == 1 ? " day" : " days") + " earlier."));
  }

  private static String words(Duration lag) {
    if (lag.toDays() > 1) {
      return lag.toDays() + " days";
    }
    return lag.toHours() > 1 ? lag.toHours() + " hours" : lag.toMinutes() + " minutes";
  }

  private static Optional<Instant> instant(Dated dated) {
    try {
      return Optional.of(OffsetDateTime.parse(dated.value()).toInstant());
    } catch (DateTimeParseException _) {
      return Optional.empty();
    }
  }

  private static Optional<LocalDate> day(Dated dated) {
    return dated.value().length() < 10
        ? Optional.empty()
        : Optional.of(LocalDate.parse(dated.value().substring(0, 10)));
  }

  private static Optional<Direction> byFullness(
      Article one, Article other, double share, double back) {
    if (share >= HOLDS && other.words() > one.words() * LONGER) {
      return Optional.of(from(other, name(other) + " holds nearly all of it, and more."));
    }
    if (back >= HOLDS && one.words() > other.words() * LONGER) {
      return Optional.of(from(one, name(one) + " holds nearly all of it, and more."));
    }
    return Optional.empty();
  }

  /// Whether an article names another outlet as the place something comes from.
  static boolean credits(Article article, Outlet other) {
    if (!other.isKnown() || other.equals(article.outlet())) {
      return false;
    }
    var name = bare(other.name());
    if (name.isBlank() || name.contains("  ")) {
      return false;
    }
    var text = article.text();
    if (name.indexOf(' ') > 0 && text.contains("(" + initials(name) + ")")) {
      return true;
    }
    for (var at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
      if (isWord(text, at, at + name.length())
          && (name.indexOf(' ') > 0 || hasCredit(sentence(text, at, at + name.length())))) {
        return true;
      }
    }
    return false;
  }

  /// "PW" for "Pacific Wire", as agencies sign.
  private static String initials(String name) {
    return Arrays.stream(name.split(" "))
        .map(word -> word.substring(0, 1))
        .collect(Collectors.joining());
  }

  private static String bare(String name) {
    return name.startsWith("The ") ? name.substring(4) : name;
  }

  /// Whether no letter or digit stands before or after these characters of a text.
  static boolean isWord(String text, int start, int end) {
    return (start == 0 || !Character.isLetterOrDigit(text.charAt(start - 1)))
        && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
  }

  private static String sentence(String text, int start, int end) {
    var from = start;
    while (from > 0 && start - from < 200 && ".!?\n".indexOf(text.charAt(from - 1)) < 0) {
      from--;
    }
    var to = end;
    while (to < text.length() && to - end < 200 && ".!?\n".indexOf(text.charAt(to)) < 0) {
      to++;
    }
    return text.substring(from, to);
  }

  private static boolean hasCredit(String sentence) {
    return WordReader.read(sentence, 0).stream().anyMatch(word -> CREDIT.contains(word.key()));
  }

  private static String name(Article article) {
    return article.outlet().isKnown() ? article.outlet().name() : article.file();
  }
}
