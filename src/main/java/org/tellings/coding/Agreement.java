package org.tellings.coding;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// How far coders agree: over all codes, and on each.
///
/// A unit (a sentence, a paragraph, a finding) has a code by a coder, or has not. The figures over
/// all codes are of all these yes and no together. `kappa` is Cohen's for two coders and Fleiss'
/// for more; `alpha` Krippendorff's of the units, `alphaU` of the passages with their exact ends.
/// What is not defined is NaN. `drawnOver` says what was drawn again for the intervals.
public record Agreement(
    List<String> coders, int articles, Drawn drawnOver, Figures all, List<OfCode> codes) {

  public Agreement {
    coders = List.copyOf(coders);
    codes = List.copyOf(codes);
  }

  /// From so many articles on, whole articles are drawn: sentences of one are not independent.
  public static final int ENOUGH_ARTICLES = 10;

  /// What is drawn for an interval.
  public enum Drawn {
    ARTICLES,
    UNITS;

    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// The measures over some units.
  public record Figures(
      long units,
      double percent,
      double kappa,
      Interval kappaFrom,
      double alpha,
      Interval alphaFrom,
      double alphaU) {}

  /// The measures on one code; `table` is there for two coders.
  public record OfCode(String code, Figures figures, Optional<Table> table) {}

  /// What one article gives: for every unit which codes (by place in the list of codes) each coder
  /// gave it, `[unit][coder]`.
  public record Units(List<List<List<Integer>>> given) {}

  /// `codes` are the codes compared; `continua` the passages of each, in the same order.
  public static Agreement of(
      List<String> coders, List<String> codes, List<Units> articles, List<Continuum> continua) {
    var drawn = articles.size() >= ENOUGH_ARTICLES ? Drawn.ARTICLES : Drawn.UNITS;
    List<OfCode> byCode = new ArrayList<>();
    List<List<Ratings>> parts = new ArrayList<>();
    for (var i = 0; i < codes.size(); i++) {
      var code = i;
      var clusters =
          articles.stream()
              .flatMap(units -> clusters(units, coders.size(), code, drawn).stream())
              .toList();
      parts.add(clusters);
      var ratings = Ratings.all(clusters);
      byCode.add(
          new OfCode(
              codes.get(i),
              figures(clusters, continua.get(i).alpha()),
              coders.size() == 2 ? Optional.of(ratings.table()) : Optional.empty()));
    }
    return new Agreement(
        coders, articles.size(), drawn, figures(joined(parts), Continuum.alpha(continua)), byCode);
  }

  private static Figures figures(List<Ratings> clusters, double alphaU) {
    var all = Ratings.all(clusters);
    ToDoubleFunction<Ratings> kappa = r -> r.coders() == 2 ? r.cohen() : r.fleiss();
    return new Figures(
        all.units(),
        all.percent(),
        kappa.applyAsDouble(all),
        Interval.of(clusters, kappa),
        all.alpha(),
        Interval.of(clusters, Ratings::alpha),
        alphaU);
  }

  private static List<Ratings> clusters(Units units, int coders, int code, Drawn drawn) {
    var rows =
        units.given().stream()
            .map(
                given ->
                    IntStream.range(0, coders)
                        .map(coder -> given.get(coder).contains(code) ? 1 : 0)
                        .toArray())
            .toList();
    return drawn == Drawn.ARTICLES
        ? List.of(new Ratings(rows.toArray(int[][]::new)))
        : rows.stream().map(row -> new Ratings(new int[][] {row})).toList();
  }

  /// The decisions on all codes in one cluster drawn together: a sentence with all its codes.
  private static List<Ratings> joined(List<List<Ratings>> parts) {
    var n = parts.isEmpty() ? 0 : parts.getFirst().size();
    return IntStream.range(0, n)
        .mapToObj(i -> Ratings.all(parts.stream().map(part -> part.get(i)).toList()))
        .collect(Collectors.toList());
  }

  /// The figures of a code; empty when it was not compared.
  public Optional<OfCode> of(String code) {
    return codes.stream().filter(one -> one.code().equals(code)).findFirst();
  }

  /// What the published fields call the figures, in order.
  public static Map<String, Double> named(Figures f, boolean isOfTwo) {
    Map<String, Double> named = new java.util.LinkedHashMap<>();
    named.put("percent", f.percent());
    named.put("cohen", isOfTwo ? f.kappa() : Double.NaN);
    named.put("fleiss", isOfTwo ? Double.NaN : f.kappa());
    named.put("kappaLow", f.kappaFrom().low());
    named.put("kappaHigh", f.kappaFrom().high());
    named.put("alpha", f.alpha());
    named.put("alphaLow", f.alphaFrom().low());
    named.put("alphaHigh", f.alphaFrom().high());
    named.put("alphaU", f.alphaU());
    return named;
  }
}
