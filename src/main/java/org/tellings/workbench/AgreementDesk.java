package org.tellings.workbench;

import static org.tellings.workbench.Workbench.trying;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tellings.coding.Agreement;
import org.tellings.coding.Codebook;
import org.tellings.coding.Continuum;
import org.tellings.coding.Match;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Coding;
import org.tellings.model.Edit;
import org.tellings.model.Segment;
import org.tellings.model.Settlement;
import org.tellings.model.Span;
import org.tellings.model.Summary;
import org.tellings.model.Target;
import org.tellings.store.Codings;
import org.tellings.store.Library;
import org.tellings.workbench.CodingDesk.Coded;

/// How far coders agree in an open library, and the settling of what they do not.
///
/// Safe for use from many threads; asking may take long and is never done on the screen's thread.
public final class AgreementDesk {

  private final Workbench workbench;
  private final Codings codings;

  AgreementDesk(Workbench workbench, Library library) {
    this.workbench = workbench;
    this.codings = library.codings();
  }

  /// What is compared, one by one.
  public enum Unit {
    SENTENCE,
    PARAGRAPH,
    FINDING;

    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    public static Unit of(String word) {
      return Arrays.stream(values())
          .filter(unit -> unit.word().equals(word))
          .findFirst()
          .orElseThrow(
              () ->
                  new IllegalArgumentException(
                      "no such unit: " + word + "; there are sentence paragraph finding"));
    }
  }

  /// Whom to compare (none: those who are enrolled, else all who coded), by what, and whether also
  /// articles count that not all of them have finished.
  public record Asked(List<String> coders, Unit unit, boolean unfinished) {
    public static final Asked USUAL = new Asked(List.of(), Unit.SENTENCE, false);
  }

  /// Who is compared, the articles that count, and how many are left out since who works here may
  /// not see all that was coded in them.
  private record Scope(List<String> coders, List<ArticleId> articles, int hidden) {}

  /// How many articles would count, and are left out since who works here may not see yet what
  /// others coded in them.
  public int hidden(Asked asked) {
    return scope(asked).hidden();
  }

  /// The figures over the articles that all these coders have finished. Why there are none is told
  /// by an [IllegalArgumentException].
  public Agreement of(Asked asked) {
    var scope = scope(asked);
    var book = workbench.codebook().now();
    Map<ArticleId, List<Coded>> given = new LinkedHashMap<>();
    scope.articles().forEach(id -> given.put(id, by(scope.coders(), id)));
    var codes =
        order(
            book,
            given.values().stream().flatMap(List::stream).map(c -> c.coding().code()).toList());
    List<Agreement.Units> units = new ArrayList<>();
    var length = 0;
    // of each code, of each coder
    List<List<List<Span>>> passages = new ArrayList<>();
    codes.forEach(_ -> passages.add(scope.coders().stream().map(_ -> listOf()).toList()));
    for (var entry : given.entrySet()) {
      var article = workbench.there(entry.getKey());
      units.add(units(asked.unit(), article, scope.coders(), codes, entry.getValue()));
      for (var c : entry.getValue()) {
        passages
            .get(codes.indexOf(c.coding().code()))
            .get(scope.coders().indexOf(c.coding().coder()))
            .add(c.span().shifted(length));
      }
      length += article.text().length() + 1; // a passage never goes on into the next article
    }
    var whole = Math.max(1, length);
    return Agreement.of(
        scope.coders(),
        codes.stream().map(book::name).toList(),
        units,
        passages.stream().map(byCoder -> new Continuum(whole, byCoder)).toList());
  }

  private static List<Span> listOf() {
    return new ArrayList<>();
  }

  /// The codes in the order of the tree, then those that are in the codebook no more.
  private static List<String> order(Codebook book, List<String> ids) {
    var left = new TreeSet<>(ids);
    List<String> order = new ArrayList<>();
    book.codes().stream().map(code -> code.id()).filter(left::remove).forEach(order::add);
    order.addAll(left);
    return order;
  }

  private Scope scope(Asked asked) {
    var enrolled = trying(codings::coders);
    var coders =
        !asked.coders().isEmpty()
            ? asked.coders().stream().map(String::strip).distinct().sorted().toList()
            : enrolled.isEmpty()
                ? trying(codings::all).stream().map(c -> c.coder()).distinct().sorted().toList()
                : enrolled;
    if (coders.size() < 2) {
      throw new IllegalArgumentException(
          "agreement is between two coders or more; `coder enrol NAME` says who they are");
    }
    coders.forEach(workbench.coding()::checkKnown);
    var finished = Set.copyOf(trying(codings::finished));
    var articles =
        workbench.articles().stream()
            .map(Summary::id)
            .filter(
                id ->
                    coders.stream()
                        .allMatch(
                            coder ->
                                finished.contains(new Codings.Done(id, coder))
                                    || asked.unfinished() && hasCoded(id, coder)))
            .toList();
    var shown =
        articles.stream()
            .filter(id -> trying(() -> codings.hidden(id)).stream().noneMatch(coders::contains))
            .toList();
    if (shown.isEmpty()) {
      var names = String.join(" and ", coders);
      throw new IllegalArgumentException(
          !articles.isEmpty()
              ? "who is enrolled sees what the others coded when both have finished, and that is so"
                  + " of no article; `coder use NAME` of somebody who is not enrolled sees all"
              : asked.unfinished()
                  ? "there is no article in which all of " + names + " have coded"
                  : "no article is finished by "
                      + names
                      + "; `coder finish ARTICLE` says that one is");
    }
    return new Scope(coders, shown, articles.size() - shown.size());
  }

  private boolean hasCoded(ArticleId id, String coder) {
    return trying(() -> codings.of(id)).stream().anyMatch(c -> c.coder().equals(coder));
  }

  private List<Coded> by(List<String> coders, ArticleId id) {
    return workbench.coding().in(id).stream()
        .filter(c -> coders.contains(c.coding().coder()))
        .toList();
  }

  private Agreement.Units units(
      Unit unit, Article article, List<String> coders, List<String> codes, List<Coded> given) {
    if (unit == Unit.FINDING) {
      var targets =
          given.stream()
              .map(c -> c.coding().target())
              .filter(target -> !(target instanceof Segment))
              .distinct()
              .toList();
      return new Agreement.Units(
          targets.stream()
              .map(
                  target ->
                      row(
                          coders,
                          codes,
                          given.stream().filter(c -> c.coding().target().equals(target)).toList()))
              .toList());
    }
    return new Agreement.Units(
        stretches(unit, article.text()).stream()
            .map(
                stretch ->
                    row(
                        coders,
                        codes,
                        given.stream().filter(c -> belongs(c.span(), stretch)).toList()))
            .toList());
  }

  private static List<Span> stretches(Unit unit, String text) {
    return unit == Unit.SENTENCE ? Extractors.sentences(text) : CodingDesk.paragraphs(text);
  }

  /// A passage belongs to every sentence of which it has half, and to one that has half of it: not
  /// to one into which it only reaches.
  static boolean belongs(Span passage, Span stretch) {
    var common =
        Math.min(passage.end(), stretch.end()) - Math.max(passage.start(), stretch.start());
    return common > 0 && (2 * common >= stretch.length() || 2 * common >= passage.length());
  }

  private static List<List<Integer>> row(
      List<String> coders, List<String> codes, List<Coded> given) {
    return coders.stream()
        .map(
            coder ->
                given.stream()
                    .filter(c -> c.coding().coder().equals(coder))
                    .map(c -> codes.indexOf(c.coding().code()))
                    .distinct()
                    .toList())
        .toList();
  }

  // -- one by one --

  /// A place where coders marked a code: what it is called, the words that any of them marked, who
  /// marked what, and what was settled. `targets` are each coder's codings here; `compared`: the
  /// article is one that all of them have finished.
  public record Place(
      Segment at,
      String code,
      String words,
      Match match,
      Map<String, List<Target>> targets,
      Optional<Settlement> settled,
      boolean compared) {

    /// They do not agree, all have finished the article, and nothing is settled.
    public boolean isOpen() {
      return compared && !match.isAgreed() && settled.isEmpty();
    }

    /// The coders who did not mark what was settled.
    public List<String> overruled() {
      return settled.map(s -> match.others(s.as())).orElse(List.of());
    }
  }

  /// Where these coders marked a code (empty: any code), in the order of articles and words.
  public List<Place> places(Asked asked, Optional<String> code) {
    var scope = scope(asked);
    var book = workbench.codebook().now();
    var wanted = code.map(called -> Set.of(book.the(called).id()));
    var settled = bySettled();
    return scope.articles().stream()
        .flatMap(id -> places(id, scope.coders(), wanted, book, settled, true).stream())
        .toList();
  }

  /// Where a code, or one below it, was given, in every article and as far as who works here may
  /// see it: by those who are enrolled, or by all who coded where nobody is.
  public List<Place> shown(String path) {
    var book = workbench.codebook().now();
    var wanted =
        book.codes().stream()
            .filter(code -> code.isWithin(path))
            .map(Code::id)
            .collect(Collectors.toSet());
    var given = trying(codings::all);
    var enrolled = trying(codings::coders);
    var coders =
        enrolled.isEmpty()
            ? given.stream().map(Coding::coder).distinct().sorted().toList()
            : enrolled;
    var finished = Set.copyOf(trying(codings::finished));
    var settled = bySettled();
    var having =
        given.stream()
            .filter(c -> wanted.contains(c.code()))
            .map(c -> c.target().article())
            .collect(Collectors.toSet());
    return workbench.articles().stream()
        .map(Summary::id)
        .filter(having::contains)
        .flatMap(
            id ->
                places(
                    id,
                    coders,
                    Optional.of(wanted),
                    book,
                    settled,
                    coders.size() > 1
                        && coders.stream()
                            .allMatch(c -> finished.contains(new Codings.Done(id, c))))
                    .stream())
        .toList();
  }

  private record Key(Segment at, String code) {}

  private Map<Key, Settlement> bySettled() {
    return trying(codings::settled).stream()
        .collect(Collectors.toMap(s -> new Key(s.at(), s.code()), s -> s));
  }

  private List<Place> places(
      ArticleId id,
      List<String> coders,
      Optional<Set<String>> wanted,
      Codebook book,
      Map<Key, Settlement> settled,
      boolean compared) {
    var text = workbench.there(id).text();
    Map<String, List<Coded>> byCode =
        by(coders, id).stream()
            .filter(c -> wanted.filter(w -> !w.contains(c.coding().code())).isEmpty())
            .collect(Collectors.groupingBy(c -> c.coding().code()));
    List<Place> places = new ArrayList<>();
    for (var one : order(book, List.copyOf(byCode.keySet()))) {
      var here = byCode.getOrDefault(one, List.of());
      for (var match : Match.of(one, coders, marks(here))) {
        var at = new Segment(id, match.at());
        places.add(
            new Place(
                at,
                book.name(one),
                match.at().in(text),
                match,
                targets(here, match),
                Optional.ofNullable(settled.get(new Key(at, one))),
                compared));
      }
    }
    return places;
  }

  private static List<Match.Mark> marks(List<Coded> given) {
    return given.stream().map(c -> new Match.Mark(c.coding().coder(), c.span())).toList();
  }

  private static Map<String, List<Target>> targets(List<Coded> given, Match match) {
    return given.stream()
        .filter(c -> match.at().contains(c.span()))
        .collect(
            Collectors.groupingBy(
                c -> c.coding().coder(),
                Collectors.mapping(c -> c.coding().target(), Collectors.toList())));
  }

  /// Settles a place: `as` are the words that have the code after all; empty when none have. The
  /// reason is for who was overruled, and wanted. What coders coded stays as it is.
  public void settle(Segment at, String called, Optional<Span> as, String reason) {
    synchronized (workbench) {
      var code = workbench.codebook().now().the(called);
      if (reason.isBlank()) {
        throw new IllegalArgumentException("whoever is overruled wants to know why: give a reason");
      }
      if (as.filter(span -> !at.span().contains(span)).isPresent()) {
        throw new IllegalArgumentException(
            "the words that have the code stand within "
                + at.span().start()
                + "-"
                + at.span().end());
      }
      var text = workbench.there(at.article()).text();
      var before = settled(at, code.id());
      var after = Optional.of(new Settlement(at, code.id(), as, workbench.coder(), reason.strip()));
      if (!before.equals(after)) {
        workbench.step(
            "Settled “" + code.name() + "” on " + Words.excerpt(at.span().in(text)),
            new Edit.Settled(before, after));
      }
    }
  }

  /// Opens again what was settled.
  public void open(Segment at, String called) {
    synchronized (workbench) {
      var code = workbench.codebook().now().the(called);
      var before = settled(at, code.id());
      if (before.isEmpty()) {
        throw new IllegalArgumentException("nothing is settled at " + at);
      }
      workbench.step(
          "Opened “" + code.name() + "” again", new Edit.Settled(before, Optional.empty()));
    }
  }

  private Optional<Settlement> settled(Segment at, String code) {
    return Optional.ofNullable(bySettled().get(new Key(at, code)));
  }

  /// Where a coder was overruled, with the reason.
  public List<Place> overruled(Asked asked, String coder) {
    workbench.coding().checkKnown(coder);
    return places(asked, Optional.empty()).stream()
        .filter(place -> place.overruled().contains(coder))
        .toList();
  }

  /// The open places among these.
  public static Stream<Place> open(List<Place> places) {
    return places.stream().filter(Place::isOpen);
  }
}
