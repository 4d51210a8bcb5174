package org.tellings.workbench;

import static org.tellings.workbench.Workbench.trying;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tellings.coding.Codebook;
import org.tellings.export.CodingRows;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Coding;
import org.tellings.model.Edit;
import org.tellings.model.FindingId;
import org.tellings.model.Hits;
import org.tellings.model.Kept;
import org.tellings.model.Query;
import org.tellings.model.Segment;
import org.tellings.model.Span;
import org.tellings.model.Summary;
import org.tellings.model.Target;
import org.tellings.store.Codings;
import org.tellings.store.Library;

/// What is coded in an open library, and by whom.
///
/// Each change is one step that can be undone. Coders who are enrolled do not see each other's
/// codes in an article until both have finished it; who is not enrolled sees all. Safe for use from
/// many threads; what cannot be done is refused with an [IllegalArgumentException] fit to show.
public final class CodingDesk {

  /// So many places of an article a search tells of, see [Hits.Hit].
  static final int MOST_PLACES = 200;

  private final Workbench workbench;
  private final Codings codings;

  CodingDesk(Workbench workbench, Library library) {
    this.workbench = workbench;
    this.codings = library.codings();
  }

  // -- giving --

  /// The words of an article, without white space at their ends, as what can be coded.
  public Segment segment(ArticleId article, Span span) {
    var text = workbench.there(article).text();
    Words.checkEnd(span, text);
    var from = span.start();
    var to = span.end();
    // half of a character that takes two units is no word
    from -= isSplit(text, from) ? 1 : 0;
    to += isSplit(text, to) ? 1 : 0;
    while (from < to && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > from && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    if (from == to) {
      throw new IllegalArgumentException("there are no words at " + span);
    }
    return new Segment(article, new Span(from, to));
  }

  private static boolean isSplit(String text, int at) {
    return at > 0
        && at < text.length()
        && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
  }

  /// The sentences of an article, in order.
  public List<Span> sentences(Article article) {
    return Extractors.sentences(article.text());
  }

  /// True when who works here gave it this code.
  public boolean has(Target target, String code) {
    return has(target, id(workbench.codebook().now(), code), workbench.coder());
  }

  private boolean has(Target target, String code, String coder) {
    return trying(() -> codings.of(target.article())).stream()
        .anyMatch(
            c -> c.target().equals(target) && c.code().equals(code) && c.coder().equals(coder));
  }

  /// The id of a code; what is not in the codebook any more goes by the id it had.
  private static String id(Codebook book, String called) {
    return book.find(called).map(Code::id).orElse(called);
  }

  /// Gives a code of the codebook as who works here, or takes it back. Returns what changed.
  public <T extends Target> List<T> give(List<T> targets, String code, boolean on) {
    return give(targets, code, on, workbench.coder());
  }

  /// The same as another coder. What is so already, is not changed.
  public <T extends Target> List<T> give(List<T> targets, String called, boolean on, String coder) {
    synchronized (workbench) {
      if (coder.isBlank()) {
        throw new IllegalArgumentException("a code is given by somebody: name the coder");
      }
      var book = workbench.codebook().now();
      var code = on ? given(book, called).id() : id(book, called);
      var version = workbench.codebook().version();
      List<T> changed = new ArrayList<>();
      List<Edit> edits = new ArrayList<>();
      for (var target : targets.stream().distinct().toList()) {
        check(target);
        var before = mine(target, code, coder);
        if (before.isPresent() != on) {
          changed.add(target);
          edits.add(
              new Edit.Coded(before.orElseGet(() -> new Coding(target, code, coder, version)), on));
        }
      }
      if (!edits.isEmpty()) {
        step(
            (on ? "Coded " : "Took a code from ") + named(targets) + ": " + book.name(code),
            "Coded",
            edits);
      }
      return changed;
    }
  }

  private Optional<Coding> mine(Target target, String code, String coder) {
    return trying(() -> codings.of(target.article())).stream()
        .filter(c -> c.target().equals(target) && c.code().equals(code) && c.coder().equals(coder))
        .findFirst();
  }

  /// Puts a code into the codebook and gives it, in one step; one that is there keeps its meaning.
  public void give(Target target, Code fresh) {
    synchronized (workbench) {
      check(target);
      var book = workbench.codebook().now();
      var known = book.called(fresh.name());
      if (known.isPresent()) {
        give(List.of(target), known.get().name(), true);
        return;
      }
      var defining = workbench.codebook().withVersion(book.define(fresh, trying(codings::ids)));
      var code =
          defining.stream()
              .filter(Edit.Defined.class::isInstance)
              .flatMap(edit -> ((Edit.Defined) edit).after().stream())
              .reduce((_, last) -> last)
              .orElseGet(() -> book.the(fresh.name()));
      var version =
          workbench.codebook().version()
              + (defining.stream().anyMatch(Edit.Closed.class::isInstance) ? 1 : 0);
      List<Edit> edits = new ArrayList<>(defining);
      edits.add(new Edit.Coded(new Coding(target, code.id(), workbench.coder(), version), true));
      workbench.step(
          "Coded " + named(List.of(target)) + ": " + fresh.name(),
          new Edit.Together("Coded", edits));
    }
  }

  private static Code given(Codebook book, String called) {
    var code =
        book.find(called)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "the codebook has no code " + called + "; `codebook --add` makes one"));
    if (!code.isGiven()) {
      throw new IllegalArgumentException(
          "“"
              + code.name()
              + "” is not given: it is "
              + (code.use() == Code.Use.GROUP ? "a group" : "retired"));
    }
    return code;
  }

  /// Refuses what is not there.
  void check(Target target) {
    switch (target) {
      case FindingId id -> {
        if (workbench.finding(id).isEmpty()) {
          throw new IllegalArgumentException("there is no finding " + id);
        }
      }
      case Segment s -> {
        Words.checkEnd(s.span(), workbench.there(s.article()).text());
      }
    }
  }

  /// What is coded or noted, in words.
  String named(List<? extends Target> targets) {
    if (targets.size() > 1) {
      var isAllFindings = targets.stream().allMatch(FindingId.class::isInstance);
      return Words.count("", targets.size(), isAllFindings ? "finding" : "passage").strip();
    }
    return switch (targets.getFirst()) {
      case FindingId id -> workbench.named(id);
      case Segment s ->
          "passage " + Words.excerpt(s.span().in(workbench.there(s.article()).text()));
    };
  }

  private void step(String words, String together, List<Edit> edits) {
    workbench.step(
        words, edits.size() == 1 ? edits.getFirst() : new Edit.Together(together, edits));
  }

  // -- coding what a search finds --

  /// The passages that a search finds, and the articles in which it finds more places than it tells
  /// of (200): there passages may be missing.
  public record Found(List<Segment> passages, List<ArticleId> more) {
    public Found {
      passages = List.copyOf(passages);
      more = List.copyOf(more);
    }
  }

  /// The sentences, or paragraphs, in which the words stand that a query looks for, in the order of
  /// articles and words; those that who works here has given the code to already are left out.
  /// Nothing is changed: [#give(List, String, boolean)] gives the code to all of them in one step.
  public Found found(Query query, Optional<String> code, boolean byParagraph) {
    var id = code.map(one -> id(workbench.codebook().now(), one));
    List<Segment> passages = new ArrayList<>();
    List<ArticleId> more = new ArrayList<>();
    for (var hit : workbench.find(query, Hits.Order.OLDEST, 0, workbench.size()).page()) {
      var text = workbench.there(hit.article()).text();
      var mine =
          trying(() -> codings.of(hit.article())).stream()
              .filter(c -> id.filter(c.code()::equals).isPresent())
              .filter(c -> c.coder().equals(workbench.coder()))
              .map(Coding::target)
              .toList();
      for (var stretch : byParagraph ? paragraphs(text) : Extractors.sentences(text)) {
        var segment = new Segment(hit.article(), stretch);
        if (hit.spans().stream().anyMatch(stretch::overlaps) && !mine.contains(segment)) {
          passages.add(segment);
        }
      }
      if (hit.spans().size() >= MOST_PLACES) {
        more.add(hit.article());
      }
    }
    return new Found(passages, more);
  }

  /// The paragraphs of a text, in order, without empty ones.
  static List<Span> paragraphs(String text) {
    List<Span> paragraphs = new ArrayList<>();
    var from = 0;
    for (var line : text.split("\n", -1)) {
      if (!line.isBlank()) {
        paragraphs.add(new Span(from, from + line.length()));
      }
      from += line.length() + 1;
    }
    return paragraphs;
  }

  // -- listing --

  /// Which codings to list; what is empty does not matter. `code` stands for all below it too;
  /// `with` keeps those whose words overlap words that have this other code.
  public record Filter(
      Optional<String> code,
      Optional<String> coder,
      Optional<ArticleId> article,
      Optional<String> with) {
    public static final Filter ALL =
        new Filter(Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());
  }

  /// A coding with what its code is called now and the words it is on.
  public record Coded(Coding coding, String code, Span span, String words) {}

  /// The codings there are, in the order of the articles and of the words, as far as who works here
  /// may see them.
  public List<Coded> list(Filter filter) {
    var book = workbench.codebook().now();
    var wanted = filter.code().map(called -> within(book, called));
    var other = filter.with().map(called -> within(book, called));
    Map<ArticleId, List<Coding>> byArticle =
        trying(codings::all).stream().collect(Collectors.groupingBy(c -> c.target().article()));
    List<Coded> list = new ArrayList<>();
    for (var id : workbench.articles().stream().map(Summary::id).toList()) {
      var here = byArticle.get(id);
      if (here == null || filter.article().filter(a -> !a.equals(id)).isPresent()) {
        continue;
      }
      var all = coded(workbench.there(id), here, book);
      all.stream()
          .filter(c -> wanted.isEmpty() || wanted.get().contains(c.coding().code()))
          .filter(c -> filter.coder().filter(name -> !name.equals(c.coding().coder())).isEmpty())
          .filter(
              c ->
                  other.isEmpty()
                      || all.stream()
                          .anyMatch(
                              o ->
                                  other.get().contains(o.coding().code())
                                      && o.span().overlaps(c.span())))
          .forEach(list::add);
    }
    return list;
  }

  private static List<String> within(Codebook book, String called) {
    var path = book.find(called).map(Code::name).orElse(called);
    var ids = book.codes().stream().filter(c -> c.isWithin(path)).map(Code::id).toList();
    return ids.isEmpty() ? List.of(called) : ids;
  }

  /// What is coded in an article, as far as who works here may see it, by where it stands.
  public List<Coded> in(ArticleId article) {
    var given = trying(() -> codings.shown(codings.of(article)));
    return given.isEmpty()
        ? List.of()
        : coded(workbench.there(article), given, workbench.codebook().now());
  }

  /// People's notes on words of an article that are no finding, in order.
  public SortedMap<Span, String> notes(ArticleId article) {
    SortedMap<Span, String> notes = new TreeMap<>();
    trying(() -> codings.shownNotes(article))
        .forEach((words, note) -> notes.put(words.span(), note));
    return notes;
  }

  private List<Coded> coded(Article article, List<Coding> given, Codebook book) {
    var kept = kept(article, given);
    return given.stream()
        .map(
            c -> {
              var span = CodingRows.span(c, Optional.ofNullable(kept.get(c.target())));
              return new Coded(c, book.name(c.code()), span, span.in(article.text()));
            })
        .sorted(
            Comparator.comparing(Coded::span)
                .thenComparing(c -> c.coding().target().toString())
                .thenComparing(Coded::code)
                .thenComparing(c -> c.coding().coder()))
        .toList();
  }

  /// The findings that were coded; read only where there are some.
  private Map<Target, Kept> kept(Article article, List<Coding> given) {
    Map<Target, Kept> kept = new HashMap<>();
    if (given.stream().anyMatch(c -> c.target() instanceof FindingId)) {
      workbench.findings(article.id()).forEach(k -> kept.put(k.id(), k));
    }
    return kept;
  }

  /// Rows with the published fields: one a code that a coder gave in this article.
  List<Map<String, @Nullable Object>> rows(Article article) {
    var coded = in(article.id());
    var rows = rows(coded);
    var targets = coded.stream().map(c -> c.coding().target()).collect(Collectors.toSet());
    trying(() -> codings.shownNotes(article.id())).entrySet().stream()
        .filter(note -> !targets.contains(note.getKey()))
        .sorted(Comparator.comparing(note -> note.getKey().span()))
        .forEach(note -> rows.add(CodingRows.noted(article, note.getKey(), note.getValue())));
    return rows;
  }

  /// Rows of these codings.
  public List<Map<String, @Nullable Object>> rows(List<Coded> list) {
    Map<ArticleId, Article> articles = new HashMap<>();
    Map<ArticleId, Map<Target, Kept>> kept = new HashMap<>();
    Map<ArticleId, Map<Segment, String>> notes = new HashMap<>();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (var c : list) {
      var id = c.coding().target().article();
      var article = articles.computeIfAbsent(id, workbench::there);
      var found = kept.computeIfAbsent(id, _ -> kept(article, List.of(c.coding())));
      if (found.isEmpty() && c.coding().target() instanceof FindingId) {
        found.putAll(kept(article, List.of(c.coding())));
      }
      var target = c.coding().target();
      var finding = Optional.ofNullable(found.get(target));
      var noted = notes.computeIfAbsent(id, _ -> trying(() -> codings.shownNotes(id)));
      rows.add(
          CodingRows.row(
              article,
              c.coding(),
              c.code(),
              finding,
              finding.map(Kept::note).or(() -> note(noted, target)).orElse("")));
    }
    return rows;
  }

  private static Optional<String> note(Map<Segment, String> noted, Target target) {
    return target instanceof Segment words
        ? Optional.ofNullable(noted.get(words))
        : Optional.empty();
  }

  // -- coders --

  /// The coders who are enrolled, by name.
  public List<String> coders() {
    return trying(codings::coders);
  }

  /// Whether somebody is enrolled, has coded or finished anything, or works here now.
  public boolean isKnown(String coder) {
    return trying(() -> Coders.known(codings, workbench.coder())).contains(coder);
  }

  /// Refuses the name of somebody who is not known here.
  public void checkKnown(String coder) {
    if (!isKnown(coder)) {
      throw new IllegalArgumentException(
          "nobody called "
              + coder
              + " has coded here; there are: "
              + String.join(", ", trying(() -> Coders.known(codings, workbench.coder()))));
    }
  }

  /// Enrols a coder, or takes that back; what they coded stays.
  public void enrol(String coder, boolean on) {
    synchronized (workbench) {
      var name = coder.strip();
      if (name.isEmpty() || name.length() > 80 || name.chars().anyMatch(c -> c < ' ')) {
        throw new IllegalArgumentException("a coder's name is one line of at most 80 characters");
      }
      if (coders().contains(name) != on) {
        workbench.step(
            on ? "Enrolled coder " + name : "Coder " + name + " is not enrolled any more",
            new Edit.Enrolled(name, on));
      }
    }
  }

  /// Who works here has finished an article, or takes it up again.
  public void finish(ArticleId article, boolean on) {
    finish(article, workbench.coder(), on);
  }

  /// The same of another coder.
  public void finish(ArticleId article, String coder, boolean on) {
    finish(List.of(article), coder, on);
  }

  /// The same of many articles, in one step.
  public void finish(List<ArticleId> articles, String coder, boolean on) {
    synchronized (workbench) {
      var done = Set.copyOf(trying(codings::finished));
      List<Edit> edits = new ArrayList<>();
      for (var article : articles.stream().distinct().toList()) {
        workbench.there(article);
        if (done.contains(new Codings.Done(article, coder)) != on) {
          edits.add(new Edit.Finished(article, coder, on));
        }
      }
      if (edits.size() == 1) {
        var title = workbench.there(((Edit.Finished) edits.getFirst()).article()).title();
        workbench.step(
            (on ? "Finished coding " : "Took up coding again: ") + Words.excerpt(title),
            edits.getFirst());
      } else if (!edits.isEmpty()) {
        var words =
            Words.count(
                on ? "Finished coding" : "Took up coding again of", edits.size(), "article");
        workbench.step(words, new Edit.Together(words, edits));
      }
    }
  }

  public boolean hasFinished(ArticleId article, String coder) {
    return trying(codings::finished).contains(new Codings.Done(article, coder));
  }

  /// How far a coder is: how many codes they gave, in how many articles, and how many articles they
  /// have finished.
  public record Coder(String name, boolean enrolled, int codings, int articles, int finished) {}

  /// Everybody who is enrolled or has coded, by name, with what they have done in the articles that
  /// are here. Only numbers, also where what they coded may not be seen yet.
  public List<Coder> progress() {
    return trying(
        () -> Coders.progress(codings, workbench.articles().stream().map(Summary::id).toList()));
  }
}
