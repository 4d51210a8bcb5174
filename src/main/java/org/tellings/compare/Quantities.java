package org.tellings.compare;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tellings.compare.Quantity.Printed;
import org.tellings.compare.Quantity.Verdict;
import org.tellings.model.ArticleId;
import org.tellings.model.Finding.Approximation;
import org.tellings.model.Finding.Figure;
import org.tellings.model.FindingId;
import org.tellings.model.Tie;

/// Finds the figures that measure the same thing.
///
/// Only figures with one unit, one property, one thing counted and a shared word for what they are
/// of are compared at all, or those with one unit, a shared name and one value of three digits.
/// Those of the same thing become one core; a smaller core of another moment within ten days, or of
/// another scope with the same value, is shown with the larger one, under its own verdict.
final class Quantities implements Grouping<Quantity> {

  /// What figures that are like or kin share at least.
  private static final int LEAST = 2;

  /// What happens once on a day, so that two values of it cannot both be right.
  private static final Set<String> EVENTS =
      Set.of("value", "shareprice", "die", "hurt", "missing", "rescue", "arrest", "move");

  private static final BigDecimal TWICE = BigDecimal.valueOf(2);
  private static final BigDecimal MUCH = BigDecimal.valueOf(5);

  private final Map<ArticleId, List<Measure>> articles = new HashMap<>();
  private final Measures index = new Measures();
  private final Map<FindingId, Made> made = new HashMap<>();
  private final Clusters<Measure, Quantity> clusters =
      new Clusters<>(Measure::telling, Quantities::parts, (_, _) -> 1, this::make);

  @Override
  public void take(Account account) {
    leave(account.article().id());
    var prose = account.prose();
    List<Measure> read = new ArrayList<>();
    for (var kept : account.of(Figure.class)) {
      var measure = Measure.of(account, prose, kept);
      read.add(measure);
      add(measure);
    }
    articles.put(account.article().id(), read);
  }

  /// “Dozens of people” holds of too much to be held against a number.
  private static boolean isVague(Figure figure) {
    return figure.rule().startsWith("figure.vague");
  }

  @Override
  public void leave(ArticleId article) {
    var read = articles.remove(article);
    if (read == null) {
      return;
    }
    for (var measure : read) {
      var id = measure.telling().kept().id();
      clusters.remove(id);
      made.remove(id);
      index.remove(id);
    }
  }

  @Override
  public void tie(Collection<Tie> ties) {
    clusters.tie(ties);
  }

  @Override
  public List<Quantity> things() {
    return clusters.things();
  }

  /// The quantities that two of these articles print, with their figures only, measured against the
  /// one most printed there. The ids are those of all articles together.
  List<Quantity> among(Collection<ArticleId> articles) {
    List<Quantity> among = new ArrayList<>();
    for (var whole : things()) {
      var known = made.get(whole.tellings().getFirst().telling().kept().id());
      var here = known == null ? List.<Measure>of() : among(known.family().all(), articles);
      if (here.stream().map(measure -> measure.telling().article()).distinct().count() > 1) {
        var core = among(Objects.requireNonNull(known).family().core(), articles);
        var quantity = quantity(core.isEmpty() ? here : core, here);
        among.add(quantity.withId(whole.id()));
      }
    }
    return among;
  }

  private static List<Measure> among(List<Measure> measures, Collection<ArticleId> articles) {
    return measures.stream()
        .filter(measure -> articles.contains(measure.telling().article()))
        .toList();
  }

  private void add(Measure measure) {
    var id = measure.telling().kept().id();
    List<Seat<Measure, Quantity>> like = new ArrayList<>();
    List<Seat<Measure, Quantity>> kin = new ArrayList<>();
    if (isVague(measure.figure())) {
      clusters.add(id, measure, like, kin);
      return;
    }
    index.near(measure, LEAST, (other, shared) -> compare(measure, other, shared, like, kin));
    index.put(id, clusters.add(id, measure, like, kin));
  }

  /// Far apart in time, only figures of one value can be like or kin.
  private static void compare(
      Measure measure,
      Seat<Measure, Quantity> seat,
      int shared,
      List<Seat<Measure, Quantity>> like,
      List<Seat<Measure, Quantity>> kin) {
    var other = seat.node();
    if (!isNear(measure, other)
        && !Values.isEqual(measure.plain(), other.plain())
        && !Values.isRounding(measure.plain(), other.plain())) {
      return;
    }
    var verdict = Pairing.verdict(measure, other);
    if (isLike(measure, other, verdict, shared)) {
      like.add(seat);
    } else if (isKin(measure, other, verdict, shared)) {
      kin.add(seat);
    }
  }

  private static boolean isLike(Measure a, Measure b, Verdict verdict, int shared) {
    return switch (verdict) {
      case IDENTICAL, ROUNDING -> shared >= LEAST;
      case TYPO -> shared >= 3 && isNear(a, b) && isOfTwoArticles(a, b);
      case CONFLICT ->
          isOfTwoArticles(a, b)
              && isWithin(a.plain(), b.plain(), MUCH)
              && (shared >= 3 && days(a, b) <= Measures.NEAR_DAYS && overlap(a, b) >= 0.3
                  || shared >= 2
                      && days(a, b) <= 3
                      && EVENTS.contains(a.property())
                      && a.property().equals(b.property())
                      && isWithin(a.plain(), b.plain(), TWICE));
      case MOMENT, SCOPE, UNRELATED -> false;
    };
  }

  /// Shown with another core, though it is not the same.
  private static boolean isKin(Measure a, Measure b, Verdict verdict, int shared) {
    return switch (verdict) {
      case MOMENT -> shared >= 3 && isNear(a, b);
      case SCOPE -> shared >= 3 && Values.isEqual(a.plain(), b.plain());
      case IDENTICAL, ROUNDING, TYPO, CONFLICT, UNRELATED -> false;
    };
  }

  private static boolean parts(Measure a, Measure b) {
    return switch (Pairing.verdict(a, b)) {
      case IDENTICAL, ROUNDING, TYPO, CONFLICT -> false;
      case MOMENT, SCOPE, UNRELATED -> true;
    };
  }

  private static double overlap(Measure a, Measure b) {
    var both = a.wholes().stream().filter(b.wholes()::contains).count();
    return (double) both / Math.max(1, Math.min(a.wholes().size(), b.wholes().size()));
  }

  private static boolean isOfTwoArticles(Measure a, Measure b) {
    return !a.telling().article().equals(b.telling().article());
  }

  private static boolean isNear(Measure a, Measure b) {
    return days(a, b) <= Measures.NEAR_DAYS;
  }

  /// Days between the publications; none when one is not known.
  private static long days(Measure a, Measure b) {
    return a.day().isEmpty() || b.day().isEmpty()
        ? 0
        : Math.abs(a.day().getAsLong() - b.day().getAsLong());
  }

  private static boolean isWithin(Figure a, Figure other, BigDecimal times) {
    var b = Values.in(other, a.unit());
    return a.high().signum() == b.high().signum()
        && a.high().abs().compareTo(b.high().abs().multiply(times)) <= 0
        && b.high().abs().compareTo(a.high().abs().multiply(times)) <= 0;
  }

  /// A core, and with it those of another moment or scope.
  private record Family(List<Measure> core, List<Measure> all) {}

  private record Made(Family family, Quantity quantity) {}

  /// One quantity for each core that stands alone, with the smaller cores that are kin to it.
  private Map<Measure, Quantity> make(List<List<Measure>> cores, List<Set<Integer>> kin) {
    var order = new ArrayList<Integer>();
    for (var i = 0; i < cores.size(); i++) {
      order.add(i);
    }
    order.sort(Comparator.comparing((Integer i) -> -cores.get(i).size()));
    Map<Integer, Family> families = new LinkedHashMap<>();
    Map<Integer, Integer> places = new HashMap<>(); // of the families, the largest core first
    for (var i : order) {
      var core = cores.get(i);
      var home =
          kin.get(i).stream()
              .filter(k -> families.containsKey(k) && core.size() < cores.get(k).size())
              .min(Comparator.comparing(k -> places.getOrDefault(k, 0)))
              .flatMap(k -> Optional.ofNullable(families.get(k)));
      if (home.isPresent()) {
        home.get().all().addAll(core);
      } else {
        places.put(i, families.size());
        families.put(i, new Family(core, new ArrayList<>(core)));
      }
    }
    Map<Measure, Quantity> quantities = new IdentityHashMap<>();
    for (var family : families.values()) {
      if (family.all().size() > family.core().size()) { // a core alone is in order
        family.all().sort(Comparator.comparing(Measure::telling, Telling.EARLIEST));
      }
      quantities.put(family.all().getFirst(), quantity(family));
    }
    return quantities;
  }

  /// What was made of the same measures before, or a new one.
  private Quantity quantity(Family family) {
    var id = family.all().getFirst().telling().kept().id();
    var known = made.get(id);
    if (known == null
        || !isSame(known.family().core(), family.core())
        || !isSame(known.family().all(), family.all())) {
      known = new Made(family, quantity(family.core(), family.all()));
      made.put(id, known);
    }
    return known.quantity();
  }

  private static boolean isSame(List<Measure> one, List<Measure> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (var i = 0; i < one.size(); i++) {
      if (one.get(i) != other.get(i)) {
        return false;
      }
    }
    return true;
  }

  private static Quantity quantity(List<Measure> core, List<Measure> all) {
    var most = mostPrinted(core);
    List<Printed> printed = new ArrayList<>();
    for (var measure : all) {
      printed.add(printed(most, measure));
    }
    var gravest =
        printed.stream()
            .max(Comparator.comparing(Printed::verdict).thenComparing(p -> -all.size()))
            .orElseThrow();
    return new Quantity(
        all.getFirst().telling().kept().id().toString(),
        Naming.of(core),
        most.momentWords().or(() -> most.timing().days().stream().sorted().findFirst()),
        most.scopeWords(),
        most.figure().unit(),
        gravest.verdict(),
        printed.size() == 1 ? "Printed once." : gravest.why(),
        most.telling().kept().id(),
        printed);
  }

  private static Printed printed(Measure most, Measure measure) {
    var pairing =
        most == measure
            ? new Pairing(Verdict.IDENTICAL, "The value most printed.")
            : Pairing.of(measure, most);
    if (pairing.verdict() == Verdict.UNRELATED) {
      pairing = Pairing.values(measure, most);
    }
    return new Printed(
        measure.telling(),
        measure.figure(),
        pairing.verdict(),
        pairing.why(),
        measure.text(),
        measure.momentWords(),
        measure.scopeWords());
  }

  /// The value that most outlets print; of several the finer, then the earlier. Bounds such as
  /// “nearly” come last.
  private static Measure mostPrinted(List<Measure> core) {
    var outlets =
        core.stream()
            .collect(
                Collectors.groupingBy(
                    Quantities::value,
                    Collectors.mapping(m -> m.telling().outlet(), Collectors.toSet())));
    return core.stream()
        .min(
            Comparator.comparingInt((Measure m) -> -outlets.getOrDefault(value(m), Set.of()).size())
                .thenComparingInt(m -> -Values.digits(m.figure().high()))
                .thenComparing(m -> m.figure().approximation() != Approximation.EXACT)
                .thenComparing(Measure::telling, Telling.EARLIEST))
        .orElseThrow();
  }

  static List<BigDecimal> value(Measure measure) {
    return List.of(
        measure.figure().low().stripTrailingZeros(), measure.figure().high().stripTrailingZeros());
  }

  /// Names a quantity by words the articles print.
  private static final class Naming {

    private Naming() {}

    static String of(List<Measure> core) {
      var words =
          most(
              core.stream()
                  .flatMap(m -> m.figure().measures().stream())
                  .filter(w -> !Character.isUpperCase(w.charAt(0)) || w.indexOf(' ') < 0)
                  .toList());
      var holder =
          most(core.stream().flatMap(m -> holder(m).stream()).toList())
              .filter(name -> words.isEmpty() || !words.get().contains(name));
      var property = core.getFirst().property().isEmpty() ? "figure" : core.getFirst().property();
      var rest = words.orElse(core.getFirst().head().isEmpty() ? property : core.getFirst().head());
      return holder.map(name -> name + ", " + rest).orElse(rest);
    }

    /// The name or model number of what it is of, as printed.
    private static Optional<String> holder(Measure measure) {
      return measure.sentence().words().stream()
          .filter(w -> measure.codes().contains(w.low()) || measure.holders().contains(w.stem()))
          .map(
              w ->
                  measure
                      .text()
                      .substring(
                          w.start() - measure.sentence().span().start(),
                          w.end() - measure.sentence().span().start()))
          .findFirst();
    }

    private static Optional<String> most(List<String> words) {
      var counts = words.stream().collect(Collectors.groupingBy(w -> w, Collectors.counting()));
      return counts.entrySet().stream()
          .min(
              Comparator.comparing((Map.Entry<String, Long> e) -> -e.getValue())
                  .thenComparing(Map.Entry::getKey))
          .map(Map.Entry::getKey);
    }
  }
}
