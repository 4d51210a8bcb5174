package bench;

import bench.Counts.Measure;
import bench.PolNear.Labelled;
import bench.PolNear.Said;
import bench.PolNear.Source;
import bench.PolNear.Stretch;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.model.Finding;
import org.tellings.model.Finding.Claim;
import org.tellings.model.Finding.Form;
import org.tellings.model.Finding.Quote;
import org.tellings.model.Span;
import org.tellings.read.ArticleReader.Outcome;
import org.tellings.read.Readers;

/// What is found of the quotes people labelled in PolNeAR, and what goes wrong.
final class QuoteScore {

  private static final String DOUBLE = "“”\"„";

  /// A quote as found: its stretch of the file, and where its speaker stands.
  private record Found(Stretch at, Optional<Stretch> speaker, String rule) {}

  final Map<Measure, Counts> counts = new EnumMap<>(Measure.class);
  final Map<String, Integer> errors = new TreeMap<>();
  final List<String> misses = new ArrayList<>();

  private final Function<Article, List<Finding>> extractor;

  private QuoteScore(Function<Article, List<Finding>> extractor) {
    this.extractor = extractor;
  }

  static QuoteScore of(List<Labelled> articles) {
    return of(articles, Extractors::extractAll);
  }

  /// Scores what an extractor finds.
  static QuoteScore of(List<Labelled> articles, Function<Article, List<Finding>> extractor) {
    var score = new QuoteScore(extractor);
    articles.forEach(score::article);
    return score;
  }

  private void article(Labelled article) {
    List<Found> marked = new ArrayList<>();
    List<Found> whole = new ArrayList<>();
    find(article, marked, whole);
    quoted(article, marked);
    whole(article, whole);
  }

  /// The quotes of an article: those between double marks, and all of them with the parts of one as
  /// one.
  private void find(Labelled article, List<Found> marked, List<Found> whole) {
    var name = article.name() + ".txt";
    var bytes = article.text().getBytes(StandardCharsets.UTF_8);
    var reader = Readers.forFile(name, bytes).orElseThrow();
    if (!(reader.read(name, bytes) instanceof Outcome.Read read)) {
      return;
    }
    var text = read.article().text();
    var places = Places.of(text, article.text());
    var findings = extractor.apply(read.article());
    var clauses =
        findings.stream()
            .filter(f -> f instanceof Claim && f.rule().startsWith("claim.told"))
            .map(Finding::span)
            .toList();
    Map<Span, Integer> firsts = new HashMap<>();
    for (var finding : findings) {
      if (!(finding instanceof Quote quote) || quote.within().isPresent()) {
        continue;
      }
      var span = quote.span();
      var before = text.substring(0, span.start()).stripTrailing();
      var indirect = quote.form() == Form.INDIRECT;
      var speaker =
          quote.speaker().at().map(at -> new Stretch(places[at.start()], places[at.end() - 1] + 1));
      if (!indirect
          && !before.isEmpty()
          && DOUBLE.indexOf(before.charAt(before.length() - 1)) >= 0) {
        add(marked, article.text(), places, span.start(), span.end(), speaker, quote.rule());
      }
      var clause = clauses.stream().filter(c -> !indirect && c.contains(span)).findFirst();
      var from = clause.map(Span::start).orElse(span.start());
      var to = clause.map(Span::end).orElse(span.end());
      if ((indirect || clause.isPresent()) && text.startsWith("that ", Math.max(0, from - 5))) {
        from -= 5;
      }
      var first = quote.joins().map(firsts::get).orElse(null);
      if (first == null) {
        firsts.put(span, whole.size());
        add(whole, article.text(), places, from, to, speaker, quote.rule());
      } else {
        var one = whole.get(first);
        var end = PolNear.bare(article.text(), one.at().from(), places[to - 1] + 1);
        whole.set(first, new Found(end, one.speaker(), one.rule()));
      }
    }
    var once = new LinkedHashMap<Stretch, Found>();
    whole.forEach(one -> once.putIfAbsent(one.at(), one));
    whole.clear();
    whole.addAll(once.values());
  }

  private static void add(
      List<Found> to,
      String file,
      int[] places,
      int from,
      int end,
      Optional<Stretch> speaker,
      String rule) {
    var bare = PolNear.bare(file, places[from], places[end - 1] + 1);
    if (bare.to() > bare.from()) {
      to.add(new Found(bare, speaker, rule));
    }
  }

  private void quoted(Labelled article, List<Found> found) {
    Map<Stretch, Said> gold = new LinkedHashMap<>();
    article.said().forEach(said -> said.quoted().forEach(part -> gold.putIfAbsent(part, said)));
    var wanted = List.copyOf(gold.keySet());
    var stretches = found.stream().map(Found::at).toList();
    var exact = Pairs.of(wanted, stretches, true).size();
    var pairs = Pairs.of(wanted, stretches, false);
    count(Measure.QUOTED).add(pairs.size(), found.size(), wanted.size());
    count(Measure.QUOTED_EXACT).add(exact, found.size(), wanted.size());
    var sourced = 0;
    var right = 0;
    Set<Integer> missing = new LinkedHashSet<>();
    Set<Integer> extra = new LinkedHashSet<>();
    for (var i = 0; i < wanted.size(); i++) {
      missing.add(i);
    }
    for (var j = 0; j < found.size(); j++) {
      extra.add(j);
    }
    for (var pair : pairs) {
      missing.remove(pair.wanted());
      extra.remove(pair.found());
      var said = gold.get(wanted.get(pair.wanted()));
      if (said.source().isEmpty()) {
        continue;
      }
      sourced++;
      var speaker = found.get(pair.found()).speaker();
      if (speaker
          .filter(at -> said.source().stream().anyMatch(s -> s.shared(at) > 0))
          .isPresent()) {
        right++;
      } else {
        var kind = said.kind(article.text()).name().toLowerCase(Locale.ROOT);
        miss(
            article,
            (speaker.isPresent() ? "speaker wrong, is " : "speaker not found, is ") + kind,
            wanted.get(pair.wanted()),
            "wanted ["
                + String.join(" ", said.source().stream().map(s -> s.in(article.text())).toList())
                + "] found ["
                + speaker.map(s -> s.in(article.text())).orElse("")
                + "] "
                + found.get(pair.found()).rule());
      }
    }
    var withSource = (int) gold.values().stream().filter(s -> !s.source().isEmpty()).count();
    count(Measure.SPEAKER).add(right, sourced, sourced);
    count(Measure.QUOTED_SPEAKER).add(right, found.size(), withSource);
    missing.forEach(i -> miss(article, "quoted stretch not found", wanted.get(i), ""));
    extra.forEach(
        j -> miss(article, "quoted stretch not wanted", stretches.get(j), found.get(j).rule()));
  }

  private void whole(Labelled article, List<Found> found) {
    var wanted = article.said().stream().map(Said::content).toList();
    var stretches = found.stream().map(Found::at).toList();
    var exact = Pairs.of(wanted, stretches, true);
    var pairs = Pairs.of(wanted, stretches, false);
    count(Measure.WHOLE_EXACT).add(exact.size(), found.size(), wanted.size());
    count(Measure.WHOLE).add(pairs.size(), found.size(), wanted.size());
    Set<Integer> met = new LinkedHashSet<>();
    Set<Integer> used = new LinkedHashSet<>();
    for (var pair : pairs) {
      met.add(pair.wanted());
      used.add(pair.found());
      var one = wanted.get(pair.wanted());
      var other = stretches.get(pair.found());
      if (!one.equals(other)) {
        var kind =
            (other.from() < one.from() ? "too early" : other.from() > one.from() ? "too late" : "")
                + (other.to() < one.to() ? " too short" : other.to() > one.to() ? " too long" : "");
        miss(
            article,
            "whole, ends differ: " + kind.strip(),
            one,
            "found [" + other.in(article.text()) + "] " + found.get(pair.found()).rule());
      }
    }
    for (var i = 0; i < wanted.size(); i++) {
      if (!met.contains(i)) {
        var said = article.said().get(i);
        miss(
            article,
            "whole, not found: "
                + said.form().name().toLowerCase(Locale.ROOT)
                + (said.kind(article.text()) == Source.NONE ? " without source" : ""),
            wanted.get(i),
            "source ["
                + String.join(" ", said.source().stream().map(s -> s.in(article.text())).toList())
                + "] cue ["
                + String.join(" ", said.cue().stream().map(s -> s.in(article.text())).toList())
                + "]");
      }
    }
    for (var j = 0; j < found.size(); j++) {
      if (!used.contains(j)) {
        miss(article, "whole, not wanted", stretches.get(j), found.get(j).rule());
      }
    }
  }

  private Counts count(Measure measure) {
    return counts.computeIfAbsent(measure, _ -> new Counts());
  }

  private void miss(Labelled article, String kind, Stretch at, String more) {
    errors.merge(kind, 1, Integer::sum);
    var text = article.text();
    var from = Math.max(0, at.from() - 120);
    var to = Math.min(text.length(), at.to() + 120);
    var line =
        text.substring(from, at.from()) + "⟦" + at.in(text) + "⟧" + text.substring(at.to(), to);
    misses.add(kind + "\t" + article.name() + "\t" + more + "\t" + line.replaceAll("\\s+", " "));
  }
}
