package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.tellings.model.ArticleId;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;
import org.tellings.workbench.ExchangeDesk;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// Long work on the whole library, one at a time: the index anew, the machine's reading anew, a
/// look over all, rows into a file. Only on the screen's thread; the work runs in the background.
final class Jobs {

  private static final long BETWEEN_NANOS = TimeUnit.MILLISECONDS.toNanos(100);
  private static final int MOST_TOLD = 3;
  private static final int SECONDS = 60;

  /// What runs and how far it is; `stop`, where it can be stopped.
  record Now(String words, Optional<Runnable> stop) {}

  /// Says in a line what came of it, for so many seconds.
  interface Saying {
    void say(String words, List<Button> ways, int seconds);
  }

  /// What runs, empty when nothing does.
  final ObjectProperty<Optional<Now>> now = new SimpleObjectProperty<>(Optional.empty());

  private final Desk desk;
  private final Openings openings;
  private final Saying saying;
  private final Reports reports;
  private final Merges merges;
  private final Exchanges exchanges;
  private Optional<Job> running = Optional.empty();

  /// Lays a sheet over the window, and takes it away.
  record Over(Consumer<Node> cover, Runnable uncover) {}

  Jobs(Desk desk, Openings openings, Saying saying, Over over) {
    this.desk = desk;
    this.openings = openings;
    this.saying = saying;
    reports = new Reports(this, desk, openings);
    merges = new Merges(this, desk, openings, saying, over);
    exchanges = new Exchanges(this, desk, openings);
  }

  /// What can be begun, or stopped.
  List<Command> commands() {
    List<Command> all = new ArrayList<>();
    now.get()
        .flatMap(Now::stop)
        .ifPresent(stop -> all.add(Command.quiet("", t("Stop what runs: {0}", words()), stop)));
    all.add(Command.quiet("", t("Check the library and its index"), this::check));
    all.add(
        Command.quiet("", t("Reindex: make the index of the search anew"), this::reindex)
            .changing());
    all.add(
        Command.quiet("", t("Extract again: the machine reads all articles anew"), this::reextract)
            .changing());
    for (var kind : Workbench.exportKinds()) {
      all.add(Command.quiet("", t("Export {0}…", kind), () -> export(kind, Optional.empty())));
    }
    all.add(Command.quiet("", t("Export decisions…"), () -> exportDecisions(true)));
    all.add(Command.quiet("", t("Export decisions without text…"), () -> exportDecisions(false)));
    all.addAll(merges.commands());
    all.addAll(exchanges.commands());
    all.add(Command.quiet("", t("Make a report…"), () -> reports.make(Optional.empty())));
    all.add(
        Command.quiet(
            "",
            t("Make a report by an outline…"),
            () -> openings.choose(t("Outline"), "md").map(Optional::of).ifPresent(reports::make)));
    all.add(
        Command.quiet(
            "",
            t("Verify a report…"),
            () -> openings.choose(t("Report"), "html").ifPresent(reports::verify)));
    all.add(
        Command.quiet(
            "",
            t("Verify a report of Word…"),
            () -> openings.choose(t("Report"), "docx").ifPresent(reports::verify)));
    return all;
  }

  private String words() {
    return now.get().map(Now::words).orElse("");
  }

  private void check() {
    run(
        t("Checking"),
        true,
        job -> desk.workbench().check(false, job),
        (job, problems) -> {
          if (problems.isEmpty()) {
            saying.say(
                job.isCancelled()
                    ? t("Stopped; what was checked until then is well.")
                    : t("The library and its index are well."),
                List.of(),
                12);
            return;
          }
          say(
              Texts.count(problems.size(), t("thing is not well"), t("things are not well")),
              problems);
        });
  }

  /// Says a line with ways to go on.
  void offer(String words, List<Button> ways) {
    saying.say(words, ways, SECONDS);
  }

  /// A way to copy many lines.
  static Button copying(String words, List<String> lines) {
    var all = String.join("\n", lines);
    return Nodes.button(words, () -> copy(all), "link");
  }

  /// Says the first few of many lines, with a way to copy all.
  void say(String words, List<String> lines) {
    var all = String.join("\n", lines);
    var few = lines.subList(0, Math.min(MOST_TOLD, lines.size()));
    saying.say(
        t("{0}: {1}{2}", words, String.join("; ", few), few.size() < lines.size() ? " …" : ""),
        List.of(Nodes.button(t("Copy all"), () -> copy(all), "link")),
        SECONDS);
  }

  private static void copy(String words) {
    var content = new ClipboardContent();
    content.putString(words);
    Clipboard.getSystemClipboard().setContent(content);
  }

  /// It cannot be stopped: half an index finds half the articles.
  private void reindex() {
    run(
        t("Reindexing"),
        false,
        job -> {
          desk.workbench().reindex(job);
          return desk.workbench().size();
        },
        (_, articles) -> {
          desk.said(
              t(
                  "The index was made anew: {0}.",
                  Texts.count(articles, t("article"), t("articles"))),
              false);
          desk.changed();
        });
  }

  private void reextract() {
    run(
        t("Extracting again"),
        true,
        job -> desk.workbench().reextract(job),
        (job, changed) -> {
          var read = Texts.count(changed, t("article reads"), t("articles read"));
          desk.said(
              job.isCancelled()
                  ? t("Stopped; {0} otherwise now. What people decided stays.", read)
                  : t("Extracted again; {0} otherwise now. What people decided stays.", read),
              false);
          desk.changed();
        });
  }

  /// Takes in the packs of decisions among these files, and says what became of each; returns the
  /// other files.
  List<Path> takeIn(List<Path> paths) {
    List<Path> others = new ArrayList<>();
    for (var path : paths) {
      if (ExchangeDesk.isForeign(path)) {
        exchanges.look(path);
      } else if (path.toString().endsWith(".pack")) {
        desk.tasks()
            .edit(() -> desk.workbench().takeIn(path), done -> told(path, done), desk::failed);
      } else {
        others.add(path);
      }
    }
    return others;
  }

  private void told(Path pack, Workbench.TakenIn done) {
    var words =
        t(
            "Took in {0} of {1}; {2} were here, {3} found no place here{4}{5}.",
            Texts.count(done.taken(), t("decision"), t("decisions")),
            pack.getFileName(),
            done.already(),
            done.lost(),
            done.conflicts() == 0 ? "" : t(", {0} in conflict", done.conflicts()),
            done.unread() == 0
                ? ""
                : t(", {0} not readable", Texts.count(done.unread(), t("line"), t("lines"))));
    var all = String.join("\n", done.left());
    saying.say(
        words,
        done.left().isEmpty()
            ? List.of()
            : List.of(Nodes.button(t("Copy what was left out"), () -> copy(all), "link")),
        SECONDS);
    desk.changed();
  }

  /// All that people decided, as a pack for another library; with the words of the articles or
  /// without.
  private void exportDecisions(boolean isWithText) {
    var hidden = new AtomicInteger();
    openings
        .save(t("Export decisions"), "decisions.pack", List.of("pack"))
        .ifPresent(
            file ->
                run(
                    t("Exporting decisions"),
                    true,
                    job -> {
                      var pack =
                          isWithText
                              ? desk.workbench().pack(job)
                              : desk.workbench().packWithoutText(job);
                      if (!job.isCancelled()) {
                        hidden.set(desk.workbench().hiddenCodings());
                        Workbench.write(pack, file);
                      }
                      return Workbench.decisions(pack);
                    },
                    (job, lines) ->
                        desk.said(
                            job.isCancelled()
                                ? t("Stopped; nothing was written.")
                                : t(
                                    "Exported {0} to {1}{2}",
                                    Texts.count(lines, t("decision"), t("decisions")),
                                    file.getFileName(),
                                    hidden.get() == 0
                                        ? ""
                                        : t(
                                            ", without {0} of others who have not finished",
                                            Texts.count(hidden.get(), t("code"), t("codes")))),
                            false)));
  }

  /// Asks for a file and writes rows of a kind into it, of all articles or of these.
  void export(String kind, Optional<List<ArticleId>> of) {
    export(kind, of, Workbench.forms(kind).stream().map(Workbench::ending).toList());
  }

  /// The same in one of these forms, by the ends of their files' names; the first is offered.
  void export(String kind, Optional<List<ArticleId>> of, List<String> endings) {
    openings
        .save(t("Export {0}", kind), kind + "." + endings.getFirst(), endings)
        .ifPresent(
            file ->
                run(
                    t("Exporting {0}", kind),
                    true,
                    job -> exported(kind, of, file, job),
                    (_, rows) ->
                        desk.said(
                            rows.map(
                                    n ->
                                        t(
                                            "Exported {0} to {1}",
                                            endings.size() == 1
                                                ? Texts.count(n, t("coding"), t("codings"))
                                                : Texts.count(n, t("row"), t("rows")),
                                            file.getFileName()))
                                .orElse(t("Stopped; nothing was written.")),
                            false)));
  }

  /// How many rows were written; empty when it was stopped before.
  private Optional<Integer> exported(
      String kind, Optional<List<ArticleId>> of, Path file, Progress job) {
    return desk.workbench().exchange().export(kind, of, Workbench.form(file), file, job);
  }

  interface Ending<T> {
    void with(Progress job, T answer);
  }

  /// Begins work when no other runs; else says that it does.
  <T> void run(String doing, boolean stops, Function<Progress, T> work, Ending<T> then) {
    if (running.isPresent()) {
      desk.said(t("{0} is not through yet; this can follow then.", words()), false);
      return;
    }
    var job = new Job(doing, stops);
    running = Optional.of(job);
    job.show();
    Consumer<Runnable> end =
        told -> {
          running = Optional.empty();
          now.set(Optional.empty());
          told.run();
        };
    desk.tasks()
        .run(
            () -> {
              try {
                return work.apply(job);
              } finally {
                job.ended.countDown();
              }
            },
            answer -> end.accept(() -> then.with(job, answer)),
            problem -> end.accept(() -> desk.failed(problem)));
  }

  /// Stops what runs, where that can be; the answer waits until it has ended.
  Runnable leave() {
    var last = running;
    last.ifPresent(Job::stop);
    return () -> last.ifPresent(Job::await);
  }

  /// One run: heard from working threads, told to the screen ten times a second at most.
  private final class Job implements Progress {

    private final String doing;
    private final boolean stops;
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicBoolean told = new AtomicBoolean();
    private volatile boolean stopped;
    private volatile int at;
    private volatile int of;
    private volatile long last = System.nanoTime() - BETWEEN_NANOS;

    private Job(String doing, boolean stops) {
      this.doing = doing;
      this.stops = stops;
    }

    @Override
    public void at(int done, int total, String what) {
      at = done;
      of = total;
      var nanos = System.nanoTime();
      if (nanos - last >= BETWEEN_NANOS && told.compareAndSet(false, true)) {
        last = nanos;
        desk.tasks().screen().execute(this::show);
      }
    }

    @Override
    public boolean isCancelled() {
      return stopped;
    }

    private void stop() {
      stopped = stops;
    }

    private void await() {
      try {
        ended.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    private void show() {
      told.set(false);
      if (running.filter(this::equals).isPresent()) {
        now.set(
            Optional.of(
                new Now(
                    of > 0 ? t("{0}: {1} of {2}", doing, at, of) : doing,
                    stops ? Optional.of(this::stop) : Optional.empty())));
      }
    }
  }
}
