package org.tellings.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tellings.compare.Difference.Type;
import org.tellings.compare.Wording.Reach;
import org.tellings.model.Dated;
import org.tellings.model.Speaker;

/// Makes an utterance of its quotations: which is the fullest, and how the others differ.
final class Tellings {

  private static final Comparator<Quotation> EARLIEST =
      Comparator.comparing(Quotation::first, Telling.EARLIEST);

  private static final Comparator<Quotation> FIRST_PRINTED =
      Comparator.comparing(Tellings::day)
          .thenComparing(quotation -> -characters(quotation))
          .thenComparing(EARLIEST);

  /// Words that are left out when speech is tidied, and seldom put in.
  private static final Set<String> FILLERS =
      Set.of("kind", "sort", "of", "you", "know", "just", "like", "well", "actually", "basically");

  /// Wordings without a filler that only one has, so that it may have been put in; of other words
  /// one is enough.
  private static final int OUTVOTED = 2;

  /// Wordings that are looked at to find the fullest.
  private static final int CANDIDATES = 8;

  /// “We've”, “can't”, “it's”; not “Nvidia's”.
  private static final Pattern SHORTENED =
      Pattern.compile("n't$|'(?:ve|re|ll|d|m)$|^(?:it|that|he|she|there|what|who|here|let)'s$");

  /// Other wordings that are asked which letters and signs they print.
  private static final int VOTERS = 24;

  private Tellings() {}

  static Utterance utterance(Collection<Quotation> quotations) {
    var all = quotations.stream().sorted(EARLIEST).toList();
    var wordings = wordings(all);
    var fullest = fullest(wordings);
    var speaker = speaker(all);
    var tellings = all.stream().map(q -> wording(fullest, speaker, q)).toList();
    var earliest = all.getFirst().id();
    return new Utterance(
        "u." + earliest.article() + "." + earliest.span().start() + "-" + earliest.span().end(),
        speaker.flatMap(Speaker::name),
        fullest.id(),
        earliest,
        mostPrinted(wordings).id(),
        tellings);
  }

  /// The quotations by their words, the earliest first; indirect ones only if there are no others.
  private static List<List<Quotation>> wordings(List<Quotation> all) {
    var direct = all.stream().filter(quotation -> !quotation.isIndirect()).toList();
    var byWords = new LinkedHashMap<String, List<Quotation>>();
    for (var quotation : direct.isEmpty() ? all : direct) {
      byWords.computeIfAbsent(quotation.wording(), _ -> new ArrayList<>()).add(quotation);
    }
    return List.copyOf(byWords.values());
  }

  /// The wording that most outlets print; of several the longest, then the earliest.
  private static Quotation mostPrinted(List<List<Quotation>> wordings) {
    return wordings.stream()
        .max(
            Comparator.comparingLong(Tellings::outlets)
                .thenComparing(same -> same.getFirst().words().size())
                .thenComparing(List::getFirst, EARLIEST.reversed()))
        .orElseThrow()
        .getFirst();
  }

  /// How many outlets print a wording; an unknown outlet counts once an article.
  private static long outlets(List<Quotation> same) {
    return same.stream()
        .map(Quotation::first)
        .map(t -> t.outlet().isKnown() ? t.outlet().name() : t.article().toString())
        .distinct()
        .count();
  }

  /// The telling with most words. Words that nobody else prints where another wording has nothing
  /// do not count, nor do words in brackets: they may have been put in. Of several the one that
  /// most outlets print, then the earliest day, then the one with most characters; of one wording
  /// in several letters and signs that of most outlets and other wordings.
  private static Quotation fullest(List<List<Quotation>> wordings) {
    var longest =
        wordings.stream()
            .sorted(
                Comparator.comparingInt((List<Quotation> w) -> -w.getFirst().words().size())
                    .thenComparing(List::getFirst, EARLIEST))
            .limit(CANDIDATES)
            .toList();
    var best =
        longest.stream()
            .max(
                Comparator.comparingInt((List<Quotation> w) -> words(w.getFirst(), longest))
                    .thenComparingLong(w -> outlets(w) + support(w, wordings))
                    .thenComparing(List::getFirst, FIRST_PRINTED.reversed()))
            .orElseThrow();
    var printed = best.stream().collect(Collectors.groupingBy(Tellings::signs));
    if (printed.size() == 1) {
      return best.stream().min(FIRST_PRINTED).orElseThrow();
    }
    var others =
        wordings.stream().filter(w -> w != best).map(List::getFirst).limit(VOTERS).toList();
    return best.stream()
        .min(
            Comparator.comparingLong(
                    (Quotation q) ->
                        -outlets(printed.getOrDefault(signs(q), List.of())) - support(q, others))
                .thenComparing(FIRST_PRINTED))
        .orElseThrow();
  }

  private static long support(List<Quotation> wording, List<List<Quotation>> wordings) {
    if (wordings.size() < 3) {
      return 0;
    }
    return support(
        wording.getFirst(),
        wordings.stream().filter(w -> w != wording).map(List::getFirst).limit(VOTERS).toList());
  }

  /// How many words of other wordings stand in it in their letters and with their signs; a wording
  /// cut at a full stop of it counts one more at each end.
  private static long support(Quotation quotation, List<Quotation> voters) {
    var support = 0L;
    for (var other : voters) {
      var to = WordAlignment.of(quotation.words(), other.words());
      for (var h = 0; h < to.length; h++) {
        if (to[h] < 0) {
          continue;
        }
        var here = other.words().get(h);
        var there = quotation.words().get(to[h]);
        var ends = other.isEnd(h) || quotation.isEnd(to[h]);
        var same = ends || here.after().strip().equals(there.after().strip());
        support += same && here.printed().equalsIgnoreCase(there.printed()) ? 1 : 0;
        var cut = h + 1 == to.length && !quotation.isEnd(to[h]) && here.stopAfter();
        support += cut && there.stopAfter() ? 1 : 0;
        var begun = h == 0 && to[h] > 0 && here.capital();
        support += begun && quotation.words().get(to[h] - 1).stopAfter() ? 1 : 0;
      }
    }
    return support;
  }

  /// The characters, without the forms of the marks and without the stop at the end.
  private static String signs(Quotation quotation) {
    return quotation.parts().stream()
        .map(Telling::text)
        .collect(Collectors.joining(" "))
        .replace('’', '\'')
        .replace('‘', '\'')
        .replace('“', '"')
        .replace('”', '"')
        .replaceFirst("[.,]$", "");
  }

  private static String day(Quotation quotation) {
    return quotation.published().map(Dated::day).orElse("9999");
  }

  private static int characters(Quotation quotation) {
    return quotation.parts().stream().mapToInt(part -> part.text().length()).sum();
  }

  private static boolean isShort(Word word) {
    return word.key().indexOf('\'') > 0 && SHORTENED.matcher(word.key()).find();
  }

  private static int words(Quotation quotation, List<List<Quotation>> others) {
    var votes = new int[quotation.words().size()];
    for (var other : others) {
      if (other.getFirst() != quotation) {
        var words = other.getFirst().words();
        vote(votes, WordAlignment.of(quotation.words(), words), words);
      }
    }
    var count = 0;
    for (var i = 0; i < votes.length; i++) {
      var word = quotation.words().get(i);
      var least = FILLERS.contains(word.key()) ? -OUTVOTED : -1;
      if (votes[i] > least && !word.bracketed()) {
        count += isShort(word) || word.key().equals("cannot") ? 2 : 1;
      }
    }
    return count;
  }

  /// A wording speaks for the words it has, and against those it has not between others it has. As
  /// many words as it has in place of some are neither.
  private static void vote(int[] votes, int[] to, List<Word> words) {
    var before = -1;
    for (var h = 0; h < to.length; h++) {
      if (to[h] < 0) {
        continue;
      }
      var stand = 0;
      for (var k = h - 1; k >= 0 && to[k] < 0; k--) {
        stand += isShort(words.get(k)) ? 2 : 1;
      }
      for (var i = before + 1; before >= 0 && i < to[h]; i++) {
        if (stand > 0) {
          stand--;
        } else {
          votes[i]--;
        }
      }
      votes[to[h]] += OUTVOTED;
      before = to[h];
    }
  }

  /// The speaker that most articles give; of several the one given first.
  private static Optional<Speaker> speaker(List<Quotation> all) {
    var articles = new LinkedHashMap<String, HashSet<Object>>();
    var speakers = new HashMap<String, Speaker>();
    for (var quotation : all) {
      Voice.printed(quotation.speaker())
          .ifPresent(
              name -> {
                speakers.putIfAbsent(name, quotation.speaker());
                articles
                    .computeIfAbsent(name, _ -> new HashSet<>())
                    .add(quotation.first().article());
              });
    }
    Optional<Speaker> most = Optional.empty();
    var count = 0;
    for (var entry : articles.entrySet()) {
      if (entry.getValue().size() > count) {
        most = Optional.ofNullable(speakers.get(entry.getKey()));
        count = entry.getValue().size();
      }
    }
    return most;
  }

  private static Wording wording(
      Quotation fullest, Optional<Speaker> speaker, Quotation quotation) {
    if (quotation == fullest) {
      return new Wording(quotation.parts(), reach(quotation), 1, List.of(), List.of());
    }
    var changes = new ArrayList<Difference>();
    if (quotation.isIndirect()) {
      addSaying(fullest, speaker, quotation, changes);
      return new Wording(quotation.parts(), Reach.INDIRECT, 0, changes, List.of());
    }
    var diff = WordDiff.of(fullest, quotation);
    changes.addAll(diff.changes());
    addSaying(fullest, speaker, quotation, changes);
    var whole = diff.changes().stream().noneMatch(Tellings::takesAway);
    var kept = fullest.words().isEmpty() ? 0 : (double) diff.kept() / fullest.words().size();
    return new Wording(
        quotation.parts(), whole ? Reach.FULL : Reach.PART, kept, changes, diff.runs());
  }

  private static Reach reach(Quotation quotation) {
    return quotation.isIndirect() ? Reach.INDIRECT : Reach.FULL;
  }

  private static boolean takesAway(Difference change) {
    return switch (change.type()) {
      case TRUNCATED, ELLIPSIS, DROPPED -> true;
      case TYPOGRAPHY, BRACKETED, INSERTED, SUBSTITUTED, MERGED, SPEAKER, CUE -> false;
    };
  }

  /// Where the fullest names nobody, or a paper, the speaker whom most articles give counts.
  private static void addSaying(
      Quotation fullest, Optional<Speaker> speaker, Quotation quotation, List<Difference> changes) {
    var named = Voice.of(fullest.speaker()).isSomebody();
    var from = named ? fullest.speaker() : speaker.orElse(fullest.speaker());
    var to = quotation.speaker();
    if (Voice.of(from).to(Voice.of(to)) == Voice.Relation.OTHER) {
      changes.add(
          new Difference(
              Type.SPEAKER,
              from.name().orElse(""),
              to.name().orElse(""),
              named ? from.at() : Optional.empty(),
              to.at()));
    }
    if (!Cues.agree(fullest.cue(), quotation.cue())) {
      changes.add(
          new Difference(
              Type.CUE,
              fullest.cue().orElse(""),
              quotation.cue().orElse(""),
              Optional.empty(),
              Optional.empty()));
    }
  }
}
