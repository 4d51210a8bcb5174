package org.tellings.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tellings.compare.Prose.Word;

/// Reads from the verb that a date goes with whether something happened or was planned.
///
/// The verb is the last one before the date in its clause or, when the date opens the clause, the
/// first after it. A present tense with a day after the day of publication is a plan.
final class Modes {

  private static final Set<String> MODALS =
      Set.of(
          "will",
          "won’t",
          "won't",
          "shall",
          "would",
          "may",
          "might",
          "could",
          "should",
          "must",
          "can",
          "cannot",
          "wouldn’t",
          "wouldn't");

  /// Behind “is”, “was” or a noun they say that something is still to come.
  private static final Set<String> PENDING =
      Set.of("due", "scheduled", "slated", "planned", "expected", "poised", "pencilled");

  /// With “to” behind them what follows is to come.
  private static final Set<String> INTENDING =
      Set.of(
          "plans",
          "plan",
          "planning",
          "planned",
          "expects",
          "expect",
          "expected",
          "intends",
          "intend",
          "intended",
          "aims",
          "aim",
          "aimed",
          "hopes",
          "hope",
          "hoped",
          "wants",
          "want",
          "going",
          "due",
          "set",
          "scheduled",
          "slated",
          "about",
          "likely",
          "poised",
          "is",
          "are",
          "was",
          "were",
          "be",
          "supposed",
          "meant",
          "vows",
          "pledges",
          "promises",
          "threatens");

  /// With “to” behind them and a day that is still to come.
  private static final Set<String> DECIDING =
      Set.of(
          "agreed",
          "decided",
          "promised",
          "vowed",
          "pledged",
          "proposed",
          "threatened",
          "ordered",
          "wanted",
          "asked",
          "told",
          "voted",
          "offered",
          "chose",
          "moved",
          "agrees",
          "decides",
          "proposes",
          "offers",
          "deadline",
          "date",
          "right");

  private static final Set<String> THAN = Set.of("than", "as", "not");
  private static final int HELPERS = 4;

  private static final Set<String> PRESENT =
      Set.of(
          "is",
          "are",
          "opens",
          "begins",
          "starts",
          "ends",
          "closes",
          "expires",
          "launches",
          "meets",
          "returns",
          "takes",
          "comes",
          "goes",
          "arrives",
          "runs",
          "resumes",
          "votes",
          "becomes",
          "leaves",
          "moves",
          "rises",
          "falls");

  private final List<Word> words;

  private Modes(List<Word> words) {
    this.words = words;
  }

  /// `words` are those of the clause without its dates, `at` how many of them stand before the
  /// date; `published` is the day after which all is still to come.
  static Mode of(List<Word> words, int at, When when, Optional<LocalDate> published) {
    var isOfNoun = at > 0 && words.get(at - 1).low().equals("of"); // “the sentence of 10 February”
    var later = !isOfNoun && published.filter(when.from()::isAfter).isPresent();
    if (at > 0 && words.get(at - 1).low().equals("since") && !later) {
      return Mode.SINCE;
    }
    return new Modes(words).isToCome(at, later) ? Mode.PLANNED : Mode.HAPPENED;
  }

  private boolean isToCome(int at, boolean later) {
    for (var k = at - 1; k >= 0; k--) {
      var sign = sign(k, later);
      if (sign.isPresent()) {
        return sign.get();
      }
    }
    for (var k = at; k < words.size(); k++) {
      var sign = sign(k, later);
      if (sign.isPresent()) {
        return sign.get();
      }
    }
    return later;
  }

  /// Whether the word at `k` says that something is to come (true) or was (false); empty when it is
  /// no verb that shows.
  private Optional<Boolean> sign(int k, boolean later) {
    var word = words.get(k).low();
    if (MODALS.contains(word) || word.endsWith("’ll") || word.endsWith("'ll")) {
      return Optional.of(true);
    }
    if (is(k + 1, "to") && INTENDING.contains(word) && !isAny(k - 1, THAN)) {
      return Optional.of(true);
    }
    if (later && is(k + 1, "to") && DECIDING.contains(word)) {
      return Optional.of(true);
    }
    if (PENDING.contains(word)) {
      return isAny(k - 1, THAN) ? Optional.empty() : Optional.of(true);
    }
    if (isPast(k)) {
      return Optional.of(isHelped(k, later));
    }
    return PRESENT.contains(word) ? Optional.of(later) : Optional.empty();
  }

  /// A past form or participle: “released” alone was; “will be released” is to come, as is “to be
  /// released” behind a plan.
  private boolean isHelped(int k, boolean later) {
    for (var j = k - 1; j >= Math.max(0, k - HELPERS); j--) {
      var word = words.get(j).low();
      if (MODALS.contains(word) || word.endsWith("’ll") || word.endsWith("'ll")) {
        return true;
      }
      if (word.equals("to")) {
        return j > 0 && sign(j - 1, later).orElse(false);
      }
      if (PENDING.contains(word)) {
        return !isAny(j - 1, THAN);
      }
      if (!isHelper(word)) {
        return later && isPresent(j + 1, k);
      }
    }
    return later && isPresent(Math.max(0, k - HELPERS), k);
  }

  /// “Is released”, “are being built”: a present passive with a day to come.
  private boolean isPresent(int from, int k) {
    for (var j = from; j < k; j++) {
      if (is(j, "is") || is(j, "are")) {
        return true;
      }
    }
    return false;
  }

  private static boolean isHelper(String word) {
    return Set.of("be", "been", "being", "have", "has", "had", "not", "is", "are", "also", "first")
            .contains(word)
        || word.endsWith("ly");
  }

  private boolean isPast(int k) {
    var word = words.get(k).low();
    return !words.get(k).isName() && Tense.isPast(word) && !word.equals("have");
  }

  private boolean is(int k, String word) {
    return k >= 0 && k < words.size() && words.get(k).low().equals(word);
  }

  private boolean isAny(int k, Set<String> any) {
    return k >= 0 && any.contains(words.get(k).low());
  }
}
