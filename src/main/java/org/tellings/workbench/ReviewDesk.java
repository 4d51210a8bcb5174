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
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.tellings.export.GoldCase;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Outlet;
import org.tellings.model.State;
import org.tellings.model.Summary;

/// What of an open library waits for a person, in queues. Safe for use from many threads.
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

  private final Workbench workbench;

  ReviewDesk(Workbench workbench) {
    this.workbench = workbench;
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
  /// in the whole article. A finding that nobody decided on is refused.
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
            .map(Kept::finding)
            .toList();
    var around = GoldText.around(article, kept.finding().span(), id.kind());
    return GoldCase.of(
        why.isBlank() ? kept.state().name().toLowerCase(Locale.ROOT) + " by a person" : why,
        article.heading().published().map(Dated::value),
        article.text(),
        around,
        counting.stream().filter(one -> around.contains(one.span())).toList());
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
