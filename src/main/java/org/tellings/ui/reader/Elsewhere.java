package org.tellings.ui.reader;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.tellings.compare.Comparison;
import org.tellings.compare.Passage;
import org.tellings.compare.Proposition;
import org.tellings.compare.Proposition.Stated;
import org.tellings.compare.Quantity;
import org.tellings.compare.Quantity.Printed;
import org.tellings.compare.Quantity.Verdict;
import org.tellings.compare.Telling;
import org.tellings.compare.Utterance;
import org.tellings.compare.Wording;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Finding;
import org.tellings.model.Finding.Stance;
import org.tellings.model.FindingId;
import org.tellings.model.Span;
import org.tellings.ui.kit.Texts;

/// What other articles tell of the findings of one article, and the wording it shares most.
record Elsewhere(Map<FindingId, Others> of, Optional<Shared> shared) {

  static final Elsewhere NOTHING = new Elsewhere(Map.of(), Optional.empty());

  /// Less than this share of an article's words, in percent, is not worth a line over it.
  private static final int LEAST_SHARED = 5;

  Elsewhere {
    of = Map.copyOf(of);
  }

  /// The other tellings of one finding: how many, "5 variants"; what does not fit, "1 role
  /// conflict", empty when all does; `grave` when other values are printed. One line each.
  record Others(String count, String conflict, boolean grave, List<Line> lines) {
    Others {
      lines = List.copyOf(lines);
    }
  }

  /// One other telling: its outlet by code and name, its words as printed, its day, and in words
  /// what does not fit with ours, empty when nothing does.
  record Line(FindingId at, String code, String outlet, String words, String day, String flag) {

    static Line of(Telling telling, FindingId at, String words, String flag) {
      return new Line(
          at,
          telling.outlet().code(),
          Texts.outlet(telling.outlet()),
          words,
          Texts.day(telling.heading().published()),
          flag);
    }
  }

  /// How much of the article's wording also stands in another, in percent of its words.
  record Shared(ArticleId article, String code, String outlet, String day, int percent) {}

  static Elsewhere of(Article article, Comparison comparison) {
    Map<FindingId, Others> others = new HashMap<>();
    comparison.utterances().forEach(utterance -> quotes(article.id(), utterance, others));
    comparison.quantities().forEach(quantity -> figures(article.id(), quantity, others));
    comparison.propositions().forEach(proposition -> claims(article.id(), proposition, others));
    return new Elsewhere(others, shared(article, comparison.passages()));
  }

  Optional<Others> of(FindingId id) {
    return Optional.ofNullable(of.get(id));
  }

  // -- quotes --

  private static void quotes(ArticleId here, Utterance utterance, Map<FindingId, Others> others) {
    var mine = utterance.tellings().stream().filter(w -> w.first().article().equals(here)).toList();
    var rest =
        utterance.tellings().stream().filter(w -> !w.first().article().equals(here)).toList();
    if (rest.isEmpty()) {
      return;
    }
    for (var wording : mine) {
      var roles = new HashSet<String>();
      var speakers = new HashSet<String>();
      List<Line> lines = new ArrayList<>();
      for (var other : rest) {
        var role = conflict(role(wording), role(other));
        var speaker = conflict(speaker(wording), speaker(other));
        role.map(Elsewhere::bare).ifPresent(roles::add);
        speaker.map(Elsewhere::bare).ifPresent(speakers::add);
        var flags =
            Stream.of(
                    speaker.map(name -> t("given to {0}", name)),
                    role.map(name -> t("as “{0}”", name)),
                    Optional.of(t("words changed inside the marks"))
                        .filter(_ -> other.isSilentlyAltered()))
                .flatMap(Optional::stream)
                .toList();
        lines.add(
            Line.of(other.first(), other.id(), "“" + other.text() + "”", String.join(", ", flags)));
      }
      var conflicts =
          Stream.of(
                  counted(speakers.size(), t("other speaker"), t("other speakers")),
                  counted(roles.size(), t("role conflict"), t("role conflicts")))
              .flatMap(Optional::stream)
              .toList();
      var one =
          new Others(
              Texts.count(rest.size(), t("variant"), t("variants")),
              String.join(" · ", conflicts),
              false,
              lines);
      wording.parts().forEach(part -> others.put(part.kept().id(), one));
    }
  }

  private static Optional<String> counted(int n, String one, String several) {
    return n == 0 ? Optional.empty() : Optional.of(Texts.count(n, one, several));
  }

  private static Optional<String> role(Wording wording) {
    return wording.first().kept().finding() instanceof Finding.Quote q
        ? q.speaker().role()
        : Optional.empty();
  }

  private static Optional<String> speaker(Wording wording) {
    return wording.first().kept().finding() instanceof Finding.Quote q
        ? q.speaker().name()
        : Optional.empty();
  }

  /// The other one's words, when both have some and neither is a shorter form of the other.
  private static Optional<String> conflict(Optional<String> mine, Optional<String> other) {
    if (mine.isEmpty() || other.isEmpty()) {
      return Optional.empty();
    }
    var a = words(mine.get());
    var b = words(other.get());
    return a.containsAll(b) || b.containsAll(a) ? Optional.empty() : other;
  }

  private static Set<String> words(String name) {
    return Set.copyOf(List.of(bare(name).split("\\W+")));
  }

  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("^(the|a|an|his|her|their|its) ", "");
  }

  // -- figures --

  private static void figures(ArticleId here, Quantity quantity, Map<FindingId, Others> others) {
    var rest =
        quantity.tellings().stream().filter(p -> !p.telling().article().equals(here)).toList();
    if (rest.isEmpty()) {
      return;
    }
    for (var mine : quantity.tellings()) {
      if (mine.telling().article().equals(here)) {
        var outlets = new HashSet<String>();
        List<Line> lines = new ArrayList<>();
        for (var other : rest) {
          var apart = isOther(mine, other);
          if (apart) {
            outlets.add(outlet(other.telling()));
          }
          lines.add(
              Line.of(
                  other.telling(),
                  other.telling().kept().id(),
                  other.telling().text(),
                  apart ? t("another value") : ""));
        }
        var conflict =
            switch (outlets.size()) {
              case 0 -> "";
              case 1 -> t("1 outlet prints another value");
              default -> t("{0} outlets print other values", outlets.size());
            };
        others.put(
            mine.telling().kept().id(),
            new Others(
                Texts.count(rest.size(), t("mention"), t("mentions")),
                conflict,
                !conflict.isEmpty(),
                lines));
      }
    }
  }

  /// Whether two figures cannot both hold: another rounding, moment or scope is no conflict.
  private static boolean isOther(Printed mine, Printed other) {
    return mine.value().compareTo(other.value()) != 0
        && (isConflict(mine.verdict()) || isConflict(other.verdict()));
  }

  private static boolean isConflict(Verdict verdict) {
    return verdict == Verdict.CONFLICT || verdict == Verdict.TYPO;
  }

  private static String outlet(Telling telling) {
    return telling.outlet().isKnown() ? telling.outlet().name() : telling.file();
  }

  // -- claims --

  private static void claims(
      ArticleId here, Proposition proposition, Map<FindingId, Others> others) {
    var rest =
        proposition.tellings().stream().filter(s -> !s.telling().article().equals(here)).toList();
    if (rest.isEmpty()) {
      return;
    }
    for (var mine : proposition.tellings()) {
      if (mine.telling().article().equals(here)) {
        var stances = new TreeMap<Stance, Integer>();
        List<Line> lines = new ArrayList<>();
        for (var other : rest) {
          other
              .stance()
              .filter(s -> mine.stance().filter(s::equals).isEmpty())
              .ifPresent(s -> stances.merge(s, 1, Integer::sum));
          lines.add(
              Line.of(
                  other.telling(),
                  other.telling().kept().id(),
                  other.telling().text(),
                  isDenied(mine) == isDenied(other)
                      ? ""
                      : other.stance().map(Field::word).orElse("")));
        }
        others.put(
            mine.telling().kept().id(),
            new Others(
                Texts.count(rest.size(), t("telling"), t("tellings")),
                String.join(
                    " · ",
                    stances.entrySet().stream().map(e -> take(e.getValue(), e.getKey())).toList()),
                false,
                lines));
      }
    }
  }

  private static boolean isDenied(Stated stated) {
    return stated.stance().filter(s -> s == Stance.DENIES).isPresent();
  }

  /// "1 denies", "2 hedge".
  private static String take(int n, Stance stance) {
    var word = Field.word(stance);
    return n
        + " "
        + (n == 1
            ? word
            : stance == Stance.DENIES ? t("deny") : word.substring(0, word.length() - 1));
  }

  // -- wording --

  private static Optional<Shared> shared(Article article, List<Passage> passages) {
    Map<ArticleId, List<Span>> spans = new HashMap<>();
    Map<ArticleId, Passage.Place> places = new HashMap<>();
    for (var passage : passages) {
      var here = passage.places().stream().filter(p -> p.article().equals(article.id())).toList();
      for (var other : here.isEmpty() ? List.<Passage.Place>of() : passage.places()) {
        if (!other.article().equals(article.id())) {
          places.putIfAbsent(other.article(), other);
          here.forEach(
              mine ->
                  spans.computeIfAbsent(other.article(), _ -> new ArrayList<>()).add(mine.span()));
        }
      }
    }
    return places.values().stream()
        .map(
            place ->
                new Shared(
                    place.article(),
                    place.heading().outlet().code(),
                    Texts.outlet(place.heading().outlet()),
                    Texts.day(place.heading().published()),
                    percent(article, spans.getOrDefault(place.article(), List.of()))))
        .filter(shared -> shared.percent() >= LEAST_SHARED)
        .max(
            java.util.Comparator.comparingInt(Shared::percent)
                .thenComparing(shared -> shared.article().value()));
  }

  private static int percent(Article article, List<Span> spans) {
    var in = new java.util.BitSet();
    spans.forEach(span -> in.set(span.start(), span.end()));
    var words = 0;
    for (var from = in.nextSetBit(0); from >= 0; ) {
      var to = in.nextClearBit(from);
      words += article.text().substring(from, to).strip().split("\\s+").length;
      from = in.nextSetBit(to);
    }
    return Math.min(100, 100 * words / Math.max(1, article.words()));
  }
}
