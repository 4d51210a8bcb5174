package org.tellings.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tellings.export.GoldCase;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Outlet;
import org.tellings.model.Query;
import org.tellings.model.Segment;
import org.tellings.model.Span;
import org.tellings.model.State;
import org.tellings.model.Summary;

/// What of an open library waits for a person, in queues, and deciding on many findings at once.
/// Safe for use from many threads.
public final class ReviewDesk {

  /// Why findings wait.
  public enum Queue {
    /// Nobody has decided on them.
    UNREVIEWED,

    /// Decided on one reading; the machine now reads another, which nobody has seen.
    DISPUTED,

    /// Decided on what the machine read, which it finds no longer. They stay as decided.
    LOST;

    /// As the command line has it.
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /// It waits there now.
    public boolean has(Kept kept) {
      return switch (this) {
        case UNREVIEWED -> kept.state() == State.MACHINE;
        case DISPUTED -> kept.machineNow().isPresent();
        case LOST ->
            kept.state() != State.REJECTED && kept.machine().isEmpty() && kept.seen().isPresent();
      };
    }

    /// Those of an article that may hold one.
    private boolean mayBeIn(Summary article) {
      return this == UNREVIEWED
          ? article.states().getOrDefault(State.MACHINE, 0) > 0
          : article.reviewed() > 0;
    }
  }

  /// What can be decided on many findings at once.
  public enum Deciding {
    CONFIRM,
    CORRECT,
    REJECT,
    RESTORE,
    USE_MACHINE,
    DISMISS_MACHINE
  }

  /// Which findings are meant: these `ids`, or any where there are none; of what a search finds; of
  /// these kinds, states and articles. What is empty does not matter. See [#plan].
  public record Choice(
      List<FindingId> ids,
      Query where,
      Set<Kind> kinds,
      Set<State> states,
      List<ArticleId> articles) {
    public Choice {
      ids = List.copyOf(ids);
      kinds = Set.copyOf(kinds);
      states = Set.copyOf(states);
      articles = List.copyOf(articles);
    }
  }

  /// One finding that would be decided on: its state before and after, and its words.
  public record Planned(FindingId id, State from, State to, String words) {}

  /// What would be decided, article by article in the order of the text. `more` are articles with
  /// more places of the words looked for than a search tells of.
  public record Plan(List<Planned> findings, List<ArticleId> more) {
    public Plan {
      findings = List.copyOf(findings);
      more = List.copyOf(more);
    }

    public List<FindingId> ids() {
      return findings.stream().map(Planned::id).toList();
    }
  }

  /// Who decided last on a finding, and when (ISO instant).
  public record Decided(String coder, String when) {}

  private final Workbench workbench;

  ReviewDesk(Workbench workbench) {
    this.workbench = workbench;
  }

  // -- deciding on many --

  /// The findings that are chosen, with what would become of them; nothing is changed.
  ///
  /// Findings named by their ids are decided on whatever their state; those chosen by what they are
  /// only where something would change, and while no state is asked for only what nobody decided on
  /// is confirmed, and only what is not rejected is rejected or corrected.
  public Plan plan(
      Deciding deciding, Map<String, String> fields, Choice choice, Progress progress) {
    return new Choosing(workbench, deciding, fields, choice).plan(progress);
  }

  /// Decides on these findings, in one step.
  public void decide(Deciding deciding, Map<String, String> fields, List<FindingId> ids) {
    switch (deciding) {
      case CONFIRM -> workbench.confirm(ids);
      case CORRECT -> workbench.correct(ids, fields);
      case REJECT -> workbench.reject(ids);
      case RESTORE -> workbench.restore(ids);
      case USE_MACHINE -> workbench.useMachine(ids);
      case DISMISS_MACHINE -> workbench.dismissMachine(ids);
    }
  }

  /// Adds a finding by hand, as [Workbench#make], with what is known of its fields, in one step.
  /// Words on which there is such a finding already are refused, and a figure without a value of
  /// which the words tell none.
  public FindingId add(Kind kind, Segment words, Map<String, String> fields) {
    if (kind == Kind.FIGURE
        && !fields.containsKey("value")
        && !(fields.containsKey("low") && fields.containsKey("high"))
        && Extractors.figureIn(words.span().in(workbench.there(words.article()).text()))
            .isEmpty()) {
      throw new IllegalArgumentException(
          "these words tell no single figure: correct value, or low and high, and the unit");
    }
    return workbench.make(words.article(), kind, words.span(), fields);
  }

  /// Who decided last on each decided finding of an article, and when.
  public Map<FindingId, Decided> decided(ArticleId article) {
    return workbench.decided(article);
  }

  /// The places of the findings that a query asks for in an article.
  public List<Span> asked(Query query, ArticleId article) {
    return Asked.of(query, workbench.findings(article));
  }

  // -- what waits --

  /// "12 of 340 dates reviewed; 328 wait": of all findings, or of one kind.
  public String progress(Optional<Kind> kind) {
    var states = new EnumMap<State, Integer>(State.class);
    if (kind.isEmpty()) {
      states.putAll(workbench.tally().states());
    } else {
      for (var article : workbench.articles()) {
        if (article.found().getOrDefault(kind.get(), 0) > 0) {
          workbench.findings(article.id()).stream()
              .filter(kept -> kept.id().kind() == kind.get())
              .forEach(kept -> states.merge(kept.state(), 1, Integer::sum));
        }
      }
    }
    var all = states.values().stream().mapToInt(Integer::intValue).sum();
    var waiting = states.getOrDefault(State.MACHINE, 0);
    var what = kind.map(Rows::plural).map(" "::concat).orElse("");
    return (all - waiting)
        + " of "
        + all
        + what
        + " reviewed; "
        + waiting
        + (waiting == 1 ? " waits" : " wait");
  }

  /// How many wait in each queue. Reads every article with decisions; `progress` can stop it.
  public Map<Queue, Integer> counts(Progress progress) {
    var counts = new EnumMap<Queue, Integer>(Queue.class);
    for (var queue : Queue.values()) {
      counts.put(queue, 0);
    }
    var articles = workbench.articles();
    counts.put(
        Queue.UNREVIEWED,
        articles.stream().mapToInt(a -> a.states().getOrDefault(State.MACHINE, 0)).sum());
    for (var queue : List.of(Queue.DISPUTED, Queue.LOST)) {
      each(
          queue,
          Optional.empty(),
          Integer.MAX_VALUE,
          progress,
          _ -> counts.merge(queue, 1, Integer::sum));
    }
    return counts;
  }

  /// The first `most` of a queue, article by article in the library's order, in the order of the
  /// text; of one kind when that is given. What was found when `progress` stops it.
  public List<Kept> queue(Queue queue, Optional<Kind> kind, int most, Progress progress) {
    List<Kept> waiting = new ArrayList<>();
    each(queue, kind, most, progress, waiting::add);
    return waiting;
  }

  private void each(
      Queue queue, Optional<Kind> kind, int most, Progress progress, Consumer<Kept> to) {
    var articles = workbench.articles().stream().filter(queue::mayBeIn).toList();
    var done = 0;
    var found = 0;
    for (var article : articles) {
      if (progress.isCancelled() || found >= most) {
        return;
      }
      for (var kept : workbench.findings(article.id())) {
        if (found < most
            && queue.has(kept)
            && kind.filter(k -> k != kept.finding().kind()).isEmpty()) {
          found++;
          to.accept(kept);
        }
      }
      done++;
      progress.at(done, articles.size(), article.file());
    }
  }

  /// What was decided on a finding, and on the others of its kind beside it, as a case for the
  /// tests of extraction: the paragraph, with as many before it as the machine needs to read it as
  /// in the whole article. A finding that nobody decided on is refused; others that nobody decided
  /// on stand as the machine reads them, and are named.
  public String goldCase(FindingId id, String why) {
    var article = workbench.there(id.article());
    var all = workbench.findings(id.article());
    var kept =
        all.stream()
            .filter(one -> one.id().equals(id))
            .findFirst()
            .orElseThrow(() -> new IllegalArgumentException("no finding " + id));
    if (kept.state() == State.MACHINE) {
      throw new IllegalArgumentException(
          "nobody decided on " + id + ": confirm, correct or reject it, then it is a gold case");
    }
    var counting =
        all.stream()
            .filter(one -> one.id().kind() == id.kind() && one.state() != State.REJECTED)
            .toList();
    var around = GoldText.around(article, kept.finding().span(), id.kind());
    var beside = counting.stream().filter(one -> around.contains(one.finding().span())).toList();
    return GoldCase.of(
        why.isBlank() ? kept.state().name().toLowerCase(Locale.ROOT) + " by a person" : why,
        article.heading().published().map(Dated::value),
        article.text(),
        around,
        beside);
  }

  /// Puts the case of a finding at the end of `gold-cases.txt` in the library's folder, which it
  /// returns.
  public Path addGoldCase(FindingId id) {
    var file = workbench.folder().resolve("gold-cases.txt");
    append(goldCase(id, ""), file);
    return file;
  }

  /// Puts gold cases at the end of a file, which is made when it is not there.
  public static void append(String cases, Path file) {
    try {
      Files.writeString(
          file,
          (Files.exists(file) ? "\n" : "") + cases,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new WorkbenchException(
          "no gold case was written into " + file + ": " + e.getMessage(), e);
    }
  }

  /// The same as rows with the published fields: `queue`, `id`, `kind`, `article`, `outlet`,
  /// `date`, `state`, `text` (its characters), and `machine`, what the machine reads now, for those
  /// disputed.
  public List<Map<String, @Nullable Object>> rows(
      Queue queue, Optional<Kind> kind, int most, Progress progress) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    Optional<Article> at = Optional.empty();
    for (var kept : queue(queue, kind, most, progress)) {
      if (at.filter(a -> a.id().equals(kept.id().article())).isEmpty()) {
        at = workbench.article(kept.id().article());
      }
      at.ifPresent(article -> rows.add(row(queue, article, kept)));
    }
    return rows;
  }

  private static Map<String, @Nullable Object> row(Queue queue, Article article, Kept kept) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("queue", queue.word());
    row.put("id", kept.id().toString());
    row.put("kind", kept.finding().kind().word());
    row.put("article", article.id().toString());
    row.put(
        "outlet",
        Optional.of(article.heading().outlet())
            .filter(Outlet::isKnown)
            .map(Outlet::name)
            .orElse(null));
    row.put("date", article.heading().published().map(d -> d.value()).orElse(null));
    row.put("state", kept.state().name().toLowerCase(Locale.ROOT));
    row.put("text", kept.finding().span().in(article.text()));
    row.put("machine", kept.machineNow().map(m -> Rows.parted(article, kept, m)).orElse(null));
    return row;
  }
}
