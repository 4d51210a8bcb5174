package org.tellings.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import org.tellings.compare.Difference.Type;
import org.tellings.compare.Wording.Reach;
import org.tellings.model.Dated;

/// Makes an utterance of its quotations: which is the fullest, and how the others differ.
final class Tellings {

  private static final Comparator<Quotation> EARLIEST =
      Comparator.comparing(Quotation::first, Telling.EARLIEST);

  private static final Comparator<Quotation> FIRST_PRINTED =
      Comparator.comparing(Tellings::day)
          .thenComparing(quotation -> -characters(quotation))
          .thenComparing(EARLIEST);

  /// Wordings that are looked at to find the fullest.
  private static final int CANDIDATES = 8;

  private Tellings() {}

  static Utterance utterance(Collection<Quotation> quotations) {
    var all = quotations.stream().sorted(EARLIEST).toList();
    var wordings = wordings(all);
    var fullest = fullest(wordings);
    var tellings = all.stream().map(q -> wording(fullest, q)).toList();
    var earliest = all.getFirst().id();
    return new Utterance(
        "u." + earliest.article() + "." + earliest.span().start() + "-" + earliest.span().end(),
        speaker(all),
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

  /// The telling with most words. Words that nobody else prints, between words that others print,
  /// do not count, nor do words in brackets: they may have been put in. Of several the one that
  /// most outlets print, then the earliest day, then the one with most characters.
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
                    .thenComparingLong(Tellings::outlets)
                    .thenComparing(List::getFirst, FIRST_PRINTED.reversed()))
            .orElseThrow();
    return best.stream().min(FIRST_PRINTED).orElseThrow();
  }

  private static String day(Quotation quotation) {
    return quotation.published().map(Dated::day).orElse("9999");
  }

  private static int characters(Quotation quotation) {
    return quotation.parts().stream().mapToInt(part -> part.text().length()).sum();
  }

  private static int words(Quotation quotation, List<List<Quotation>> others) {
    var words = quotation.words();
    var counts = new boolean[words.size()];
    var first = words.size();
    var last = -1;
    for (var other : others) {
      if (other.getFirst() != quotation) {
        var to = WordAlignment.of(words, other.getFirst().words());
        var before = -1;
        for (var h = 0; h < to.length; h++) {
          if (to[h] >= 0) {
            // words that other words stand for are not put in, as far as there are as many
            var stand = h - 1;
            for (var i = before + 1; before >= 0 && i < to[h]; i++) {
              if (stand >= 0 && to[stand] < 0) {
                counts[i] = true;
                stand--;
              }
            }
            counts[to[h]] = true;
            first = Math.min(first, to[h]);
            last = Math.max(last, to[h]);
            before = to[h];
          }
        }
      }
    }
    var count = 0;
    for (var i = 0; i < words.size(); i++) {
      if ((counts[i] || i < first || i > last) && !words.get(i).bracketed()) {
        count++;
      }
    }
    return count;
  }

  /// The name that most articles give; of several the one given first.
  private static Optional<String> speaker(List<Quotation> all) {
    var articles = new LinkedHashMap<String, HashSet<Object>>();
    for (var quotation : all) {
      Voice.printed(quotation.speaker())
          .ifPresent(
              name ->
                  articles
                      .computeIfAbsent(name, _ -> new HashSet<>())
                      .add(quotation.first().article()));
    }
    Optional<String> most = Optional.empty();
    var count = 0;
    for (var entry : articles.entrySet()) {
      if (entry.getValue().size() > count) {
        most = Optional.of(entry.getKey());
        count = entry.getValue().size();
      }
    }
    return most;
  }

  private static Wording wording(Quotation fullest, Quotation quotation) {
    if (quotation == fullest) {
      return new Wording(quotation.parts(), reach(quotation), 1, List.of(), List.of());
    }
    var changes = new ArrayList<Difference>();
    if (quotation.isIndirect()) {
      addSaying(fullest, quotation, changes);
      return new Wording(quotation.parts(), Reach.INDIRECT, 0, changes, List.of());
    }
    var diff = WordDiff.of(fullest, quotation);
    changes.addAll(diff.changes());
    addSaying(fullest, quotation, changes);
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

  private static void addSaying(Quotation fullest, Quotation quotation, List<Difference> changes) {
    var from = fullest.speaker();
    var to = quotation.speaker();
    if (Voice.of(from).to(Voice.of(to)) == Voice.Relation.OTHER) {
      changes.add(
          new Difference(
              Type.SPEAKER, from.name().orElse(""), to.name().orElse(""), from.at(), to.at()));
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
