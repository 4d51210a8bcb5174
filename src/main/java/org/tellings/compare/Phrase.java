package org.tellings.compare;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.compare.Prose.Word;
import org.tellings.compare.SourceWords.Sort;

/// A noun phrase that may be an unnamed source: words `from` to `to` of a sentence, the end
/// excluded.
///
/// `core` is where the words behind a number or article begin, `head` the place of the noun, -1
/// when there is none (“a third”). `bare`: no article or number stands before it.
record Phrase(int from, int core, int head, int to, Optional<Integer> count, boolean bare) {

  private static final Set<String> ROUGH =
      Set.of("at", "least", "nearly", "almost", "about", "roughly", "around", "over", "than");
  private static final Set<String> ORDINALS =
      Set.of("second", "third", "fourth", "fifth", "sixth", "further", "different");
  private static final Set<String> PARTS = Set.of("them", "these", "those", "us", "you");
  private static final Set<String> CLOSE = Set.of("close", "familiar", "briefed", "involved");
  private static final Set<String> SECRET =
      Set.of(
          "named",
          "identified",
          "anonymity",
          "anonymous",
          "anonymously",
          "authorised",
          "name",
          "authorized",
          "allowed",
          "permitted",
          "cleared",
          "forbidden",
          "barred",
          "names");
  private static final Set<String> DAYS =
      Set.of(
          "monday",
          "tuesday",
          "wednesday",
          "thursday",
          "friday",
          "saturday",
          "sunday",
          "january",
          "february",
          "march",
          "april",
          "may",
          "june",
          "july",
          "august",
          "september",
          "october",
          "november",
          "december");
  private static final Set<String> PARTICIPLES =
      Set.of("sent", "written", "seen", "made", "given", "held", "known", "shown", "kept");
  private static final int LONGEST = 24;

  /// The phrase that begins at a word; null when none does.
  static @Nullable Phrase at(List<Word> words, int i) {
    var k = i;
    while (k < words.size() - 1 && k - i < 2 && ROUGH.contains(words.get(k).low())) {
      k++;
    }
    if (low(words, i).equals("than")) {
      return null;
    }
    var low = low(words, k);
    if (SourceWords.is(low, Sort.ONE) && low.endsWith("one") && low.length() > 3
        || low.equals("somebody")) {
      var phrase = close(words, i, k, k, k + 1, Optional.of(1), false);
      return phrase.to() > k + 1 ? phrase : null;
    }
    if (low.equals("half") && low(words, k + 1).equals("a") && low(words, k + 2).equals("dozen")) {
      return counted(words, i, k + 3, Optional.of(6));
    }
    if (low.equals("a")) {
      switch (low(words, k + 1)) {
        case "dozen" -> {
          return counted(words, i, k + 2, Optional.of(12));
        }
        case "couple", "pair" -> {
          return low(words, k + 2).equals("of") ? counted(words, i, k + 3, Optional.of(2)) : null;
        }
        case "number", "handful", "group", "range" -> {
          return low(words, k + 2).equals("of") ? counted(words, i, k + 3, Optional.empty()) : null;
        }
        default -> {}
      }
    }
    if (SourceWords.is(low, Sort.ONE)) {
      return counted(words, i, k + 1, Optional.of(1));
    }
    var number = SourceWords.number(low);
    if (number.isPresent()) {
      return counted(words, i, k + 1, boxed(number));
    }
    if (SourceWords.is(low, Sort.SOME)) {
      return counted(words, i, k + 1, Optional.empty());
    }
    return k == i ? bare(words, i) : null;
  }

  private static Optional<Integer> boxed(OptionalInt number) {
    return number.isPresent() ? Optional.of(number.getAsInt()) : Optional.empty();
  }

  private static @Nullable Phrase counted(
      List<Word> words, int from, int core, Optional<Integer> count) {
    var end = core(words, core);
    if (end == core) {
      var of = low(words, core + 1);
      var two = of.equals("the") ? low(words, core + 2) : of;
      var headless =
          low(words, core).equals("of")
              && !PARTS.contains(of)
              && !SourceWords.is(of, Sort.SOME)
              && SourceWords.number(two).isEmpty();
      var next = low(words, core - 1).equals("another");
      var phrase = close(words, from, core, -1, core, count, false);
      return next && !headless || headless && isPersons(words.get(phrase.to() - 1)) ? phrase : null;
    }
    var head = words.get(end - 1);
    if (ORDINALS.contains(head.low()) && end - core == 1) {
      return close(words, from, end, -1, end, count, false);
    }
    var some = SourceWords.is(low(words, core - 1), Sort.SOME);
    var second = ORDINALS.contains(low(words, core)) ? core + 1 : core;
    var phrase = close(words, from, second, end - 1, end, count, false);
    var vague = some && SourceWords.is(head, Sort.GROUP) && phrase.to() == end;
    return head.isName() || head.isNumber() || SourceWords.is(head, Sort.THING) || vague
        ? null
        : phrase;
  }

  /// “Officials”, “council sources”, “people familiar with the matter”, “bankers close to the
  /// deal”.
  private static @Nullable Phrase bare(List<Word> words, int i) {
    var end = core(words, i);
    if (end == i) {
      return null;
    }
    var head = words.get(end - 1);
    var plural = head.low().endsWith("s") && !head.low().endsWith("ss");
    var phrase = close(words, i, i, end - 1, end, Optional.empty(), true);
    var placed = phrase.to() > end;
    if (head.isName() || SourceWords.is(head, Sort.THING)) {
      return null;
    }
    if (plural && SourceWords.is(head, Sort.SOURCE)) {
      return phrase;
    }
    if (head.low().equals("people") && placed && end == i + 1) {
      return phrase;
    }
    return plural && placed && CLOSE.contains(low(words, end)) ? phrase : null;
  }

  /// Where the words that begin at `from` and end in a noun end.
  private static int core(List<Word> words, int from) {
    var j = from;
    while (j < words.size() && j - from < 6) {
      var word = words.get(j);
      if (j > from && word.comma()
          || SourceWords.is(word, Sort.STOP)
          || SourceWords.is(word, Sort.PLACE)
          || SourceWords.is(word, Sort.MODAL)
          || SourceWords.is(word, Sort.HELPER)
          || SourceWords.is(word, Sort.SAY)
          || j == from && (word.low().equals("the") || SourceWords.is(word, Sort.ONE))
          || j > from && (isDeterminer(word.low()) || isParticiple(word))) {
        break;
      }
      j++;
    }
    return j;
  }

  /// “A memo sent to the committee” ends at the memo.
  private static boolean isParticiple(Word word) {
    return !word.isName() && (word.low().endsWith("ed") || PARTICIPLES.contains(word.low()));
  }

  private static boolean isPersons(Word word) {
    return (word.low().endsWith("s") || SourceWords.is(word, Sort.PLAIN))
        && !SourceWords.is(word, Sort.THING);
  }

  private static boolean isDeterminer(String low) {
    return low.equals("the") || low.equals("a") || low.equals("an") || low.equals("that");
  }

  /// The phrase with what says of its place: “close to OpenAI”, “of a cloud reseller”, “who has
  /// seen the file”. What says that it is not named stays out.
  private static Phrase close(
      List<Word> words,
      int from,
      int core,
      int head,
      int end,
      Optional<Integer> count,
      boolean bare) {
    var t = end;
    while (t < words.size() && t - from < LONGEST && !words.get(t).comma()) {
      var word = words.get(t);
      int next;
      if (word.low().equals("who")) {
        next = relative(words, t);
      } else if (SourceWords.is(word, Sort.PLACE) && !isDay(words, t)) {
        next = placed(words, t);
      } else {
        break;
      }
      if (next == t) {
        break;
      }
      t = next;
    }
    return new Phrase(from, core, head, t, count, bare);
  }

  private static boolean isDay(List<Word> words, int t) {
    var next = low(words, t + 1);
    return DAYS.contains(next) || next.equals("condition") || low(words, t + 2).equals("condition");
  }

  private static int placed(List<Word> words, int at) {
    var t = at + 1;
    while (t < words.size() && t - at < 10) {
      var word = words.get(t);
      var low = word.low();
      if (word.comma()
          || SourceWords.is(word, Sort.SAY)
          || SourceWords.is(word, Sort.MODAL)
          || SourceWords.is(word, Sort.HELPER)
          || SourceWords.is(word, Sort.PLACE) && t > at + 1
          || SourceWords.is(word, Sort.STOP)
              && !low.equals("to")
              && !low.equals("about")
              && !low.equals("and")) {
        break;
      }
      t++;
    }
    while (t > at + 1 && low(words, t - 1).equals("and")) {
      t--;
    }
    return t;
  }

  /// The end of “who …”: before the verb of the sentence, a comma, or “that”.
  private static int relative(List<Word> words, int who) {
    var t = who + 1;
    while (t < words.size()
        && (SourceWords.is(words.get(t), Sort.HELPER)
            || SourceWords.is(words.get(t), Sort.MODAL))) {
      t++;
    }
    for (var k = who + 1; k < Math.min(words.size(), t + 8); k++) {
      if (words.get(k).comma() && k > who + 1) {
        break;
      }
      if (SECRET.contains(low(words, k))) {
        return who;
      }
    }
    t++; // its own verb
    while (t < words.size() && t - who < 14) {
      var word = words.get(t);
      var low = word.low();
      if (word.comma()
          || low.equals("that")
          || low.equals("but")
          || SourceWords.is(word, Sort.SAY) && !isOwn(words, t)) {
        break;
      }
      t++;
    }
    return t;
  }

  /// Without what says of its place.
  Phrase alone() {
    return new Phrase(from, core, head, head + 1, count, bare);
  }

  private static boolean isOwn(List<Word> words, int t) {
    return low(words, t - 1).equals("to") || low(words, t - 1).equals("and");
  }

  static String low(List<Word> words, int i) {
    return i >= 0 && i < words.size() && !words.get(i).isName() ? words.get(i).low() : "";
  }
}
