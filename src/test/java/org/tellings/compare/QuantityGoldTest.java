package org.tellings.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tellings.compare.Quantity.Verdict;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Finding;
import org.tellings.model.Finding.Approximation;
import org.tellings.model.Finding.Change;
import org.tellings.model.Finding.Figure;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Outlet;
import org.tellings.model.Span;
import org.tellings.model.State;

/// Verdicts on pairs of figures against `gold/compare/`; figures that extraction does not find are
/// given to it as a person would.
final class QuantityGoldTest {

  private static final Path GOLD = Path.of("src/test/resources/gold/compare");

  private record Case(String a, String b, Verdict expected, int line) {}

  private record Judged(Case of, Verdict verdict, String why) {
    boolean isRight() {
      return of.expected() == verdict;
    }
  }

  @ParameterizedTest
  @MethodSource("org.tellings.compare.GoldParts#asked")
  void judgesPairsOfFigures(String part) throws IOException {
    var judged = judge(part);
    for (var j : judged) {
      if (GoldParts.isOpen(part) && !j.isRight()) {
        System.out.println(
            j.of().line() + " " + j.of().expected() + " read as " + j.verdict() + ": " + j.why());
        System.out.println("    " + j.of().a() + "\n    " + j.of().b());
      }
    }
    check(part, judged, 0.85);
  }

  private static void check(String half, List<Judged> judged, double least) {
    var sum = 0.0;
    var verdicts = 0;
    for (var verdict : Verdict.values()) {
      var right = judged.stream().filter(j -> j.verdict() == verdict && j.isRight()).count();
      var said = judged.stream().filter(j -> j.verdict() == verdict).count();
      var gold = judged.stream().filter(j -> j.of().expected() == verdict).count();
      if (gold > 0) {
        var f1 = 2.0 * right / (said + gold);
        sum += f1;
        verdicts++;
        print("figures %s: %s %d of %d, said %d, F1 %.3f", half, verdict, right, gold, said, f1);
      }
    }
    var macro = sum / verdicts;
    print("figures %s: macro-F1 %.3f over %d pairs", half, macro, judged.size());
    var merged =
        judged.stream()
            .filter(j -> j.verdict().isSame() && j.of().expected() == Verdict.SCOPE)
            .toList();
    print("figures %s: different scopes taken for the same: %d", half, merged.size());
    if (GoldParts.isOpen(half)) {
      assertEquals(List.of(), merged, "different scopes taken for the same");
      assertTrue(macro >= least, half + " macro-F1 " + macro);
    }
  }

  private static void print(String form, Object... values) {
    System.out.println(String.format(Locale.ROOT, form, values));
  }

  private static List<Judged> judge(String half) throws IOException {
    List<Judged> judged = new ArrayList<>();
    for (var one : cases(GOLD.resolve(half).resolve("figures.txt"))) {
      var a = measure(one.a());
      var b = measure(one.b());
      var pairing =
          a.isPresent() && b.isPresent()
              ? Pairing.of(a.get(), b.get())
              : new Pairing(Verdict.UNRELATED, "a figure was not found");
      judged.add(new Judged(one, pairing.verdict(), pairing.why()));
    }
    return judged;
  }

  private static List<Case> cases(Path file) throws IOException {
    List<Case> cases = new ArrayList<>();
    var a = "";
    var b = "";
    var n = 0;
    for (var line : Files.readAllLines(file)) {
      n++;
      if (line.startsWith("a | ")) {
        a = line.substring(4);
      } else if (line.startsWith("b | ")) {
        b = line.substring(4);
      } else if (line.startsWith("= ")) {
        cases.add(
            new Case(a, b, Verdict.valueOf(line.substring(2).strip().toUpperCase(Locale.ROOT)), n));
      }
    }
    return cases;
  }

  private static Optional<Measure> measure(String line) {
    var fields = line.split(" \\| ", 3);
    var marked = fields[2];
    var from = marked.indexOf("[[");
    var to = marked.indexOf("]]") - 2;
    var text = marked.replace("[[", "").replace("]]", "");
    var heading =
        Heading.NONE
            .withOutlet(new Outlet(fields[0]))
            .withPublished(Optional.of(new Dated(fields[1], "gold")));
    var article = Article.of("gold.txt", heading, text, List.of());
    var kept = new ArrayList<Kept>();
    Optional<Kept> figure = Optional.empty();
    var span = new Span(from, to);
    for (var finding : Extractors.extractAll(article)) {
      var one = kept(article, finding);
      kept.add(one);
      if (finding instanceof Figure && finding.span().overlaps(span)) {
        figure = Optional.of(one);
      }
    }
    var account = new Account(article, kept);
    return figure
        .or(() -> byHand(article, span, text))
        .map(one -> Measure.of(account, new Prose(account), one));
  }

  private static Optional<Kept> byHand(Article article, Span span, String text) {
    var words =
        List.of(
            "nought",
            "one",
            "two",
            "three",
            "four",
            "five",
            "six",
            "seven",
            "eight",
            "nine",
            "ten",
            "eleven",
            "twelve",
            "thirteen",
            "fourteen",
            "fifteen",
            "sixteen",
            "seventeen",
            "eighteen",
            "nineteen",
            "twenty",
            "thirty",
            "forty",
            "fifty",
            "sixty",
            "seventy",
            "eighty",
            "ninety");
    for (var word : span.in(text).toLowerCase(Locale.ROOT).replace(",", "").split(" ")) {
      var value =
          word.matches("\\d+(\\.\\d+)?")
              ? Optional.of(new BigDecimal(word))
              : words.contains(word)
                  ? Optional.of(BigDecimal.valueOf(value(words.indexOf(word))))
                  : Optional.<BigDecimal>empty();
      if (value.isPresent()) {
        return Optional.of(
            kept(
                article,
                new Figure(
                    span,
                    value.get(),
                    value.get(),
                    "count",
                    Approximation.EXACT,
                    Change.NONE,
                    Optional.empty(),
                    "person")));
      }
    }
    return Optional.empty();
  }

  private static int value(int place) {
    return place <= 20 ? place : 10 * (place - 18);
  }

  private static Kept kept(Article article, Finding finding) {
    return new Kept(
        new FindingId(article.id(), Kind.FIGURE, finding.span()),
        State.MACHINE,
        finding,
        Optional.of(finding),
        "",
        List.of());
  }
}
