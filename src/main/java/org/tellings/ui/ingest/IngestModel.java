package org.tellings.ui.ingest;

import static org.tellings.ui.kit.Texts.t;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;
import org.tellings.model.ArticleId;
import org.tellings.model.Intake;
import org.tellings.model.Summary;
import org.tellings.model.Tally;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Texts;
import org.tellings.workbench.Progress;

/// Files going in, and the ledger of what became of each.
///
/// Only on the screen's thread; the work runs in the background and reports in portions.
final class IngestModel {

  /// Which rows of the ledger are listed.
  enum Part {
    ALL,
    NEED,
    READY
  }

  private final Desk desk;
  private final Map<ArticleId, Summary> summaries = new HashMap<>();
  private final Set<ArticleId> asked = new HashSet<>();
  private final Deque<Function<Progress, List<Intake>>> waiting = new ArrayDeque<>();
  private Optional<Job> job = Optional.empty();

  IngestModel(Desk desk) {
    this.desk = desk;
    part.subscribe(this::narrow);
    looking.setCycleCount(Animation.INDEFINITE);
    running.subscribe(
        on -> {
          if (on) {
            looking.play();
          } else {
            looking.stop();
            file.set("");
          }
        });
  }

  private final Timeline looking =
      new Timeline(new KeyFrame(Duration.millis(100), _ -> job.ifPresent(Job::look)));

  // -- what it shows --

  /// The file in work, and which of how many it is at what rate; empty when none is.
  final StringProperty file = new SimpleStringProperty("");

  final StringProperty rate = new SimpleStringProperty("");

  final BooleanProperty running = new SimpleBooleanProperty();
  final BooleanProperty paused = new SimpleBooleanProperty();

  /// Files of the run at hand that are dealt with, and all it has; 0 of 0 when nothing runs.
  final IntegerProperty done = new SimpleIntegerProperty();

  final IntegerProperty total = new SimpleIntegerProperty();
  final IntegerProperty secondsLeft = new SimpleIntegerProperty(-1);

  /// By path, in the order first offered.
  final Map<String, Intake> ledger = new LinkedHashMap<>();

  final ObservableList<Intake> listed = FXCollections.observableArrayList();
  final ObjectProperty<Part> part = new SimpleObjectProperty<>(Part.NEED);
  final ObjectProperty<Tally> tally =
      new SimpleObjectProperty<>(new Tally(0, 0, Map.of(), Map.of()));

  /// True when the files of the ledger are from several folders.
  final BooleanProperty severalFolders = new SimpleBooleanProperty();

  /// Raised when ledger or counts changed.
  final IntegerProperty changed = new SimpleIntegerProperty();

  int ready() {
    return (int)
        ledger.values().stream()
            .filter(i -> i instanceof Intake.Added a && a.missing().isEmpty())
            .count();
  }

  int needing() {
    return (int) ledger.values().stream().filter(IngestModel::needs).count();
  }

  int copies() {
    return (int) ledger.values().stream().filter(Intake.Duplicate.class::isInstance).count();
  }

  int skipped() {
    return (int) ledger.values().stream().filter(Intake.Skipped.class::isInstance).count();
  }

  int unreadable() {
    return (int) ledger.values().stream().filter(Intake.Unreadable.class::isInstance).count();
  }

  int waiting() {
    return running.get() ? Math.max(0, total.get() - done.get()) : 0;
  }

  /// True when a person should look: not readable, or something is missing.
  static boolean needs(Intake intake) {
    return switch (intake) {
      case Intake.Unreadable _ -> true;
      case Intake.Added a -> !a.missing().isEmpty();
      case Intake.Duplicate _, Intake.Skipped _ -> false;
    };
  }

  /// What was found in an article; asked for in the background the first time.
  Optional<Summary> summary(ArticleId id) {
    if (!summaries.containsKey(id) && asked.add(id)) {
      desk.tasks()
          .run(
              () -> desk.workbench().summary(id),
              found ->
                  found.ifPresent(
                      s -> {
                        summaries.put(id, s);
                        changed.set(changed.get() + 1);
                      }),
              desk::failed);
    }
    return Optional.ofNullable(summaries.get(id));
  }

  // -- what it can do --

  void add(List<Path> paths) {
    run(progress -> desk.workbench().add(paths, progress));
  }

  void retry() {
    run(desk.workbench()::retry);
  }

  void retry(Intake.Unreadable one) {
    add(List.of(Path.of(one.path())));
  }

  void skip(Intake.Unreadable one) {
    edit(
        () -> {
          desk.workbench().skip(one);
          return one;
        });
  }

  void pasteText(String text) {
    run(progress -> List.of(desk.workbench().paste(text, progress)));
  }

  private void edit(Supplier<Intake.Unreadable> work) {
    desk.tasks().edit(work, _ -> reload(), desk::failed);
  }

  void pause(boolean on) {
    paused.set(on);
    job.ifPresent(j -> j.pause(on));
  }

  /// Stops after the files at hand; what is ready is kept, what waits behind them is left.
  void cancel() {
    waiting.clear();
    job.ifPresent(Job::cancel);
    paused.set(false);
  }

  /// Stops what runs; the answer waits until it has ended.
  Runnable leave() {
    cancel();
    var last = job;
    return () -> last.ifPresent(Job::await);
  }

  private void run(Function<Progress, List<Intake>> work) {
    if (running.get()) {
      waiting.add(work);
      desk.said(t("Files are going in already; these follow when they are through."), false);
      return;
    }
    var mine = new Job();
    job = Optional.of(mine);
    running.set(true);
    paused.set(false);
    done.set(0);
    total.set(0);
    secondsLeft.set(-1);
    // beside the edits, not before them: one reads and decides while files go in
    desk.tasks()
        .run(
            () -> {
              try {
                return work.apply(mine);
              } finally {
                mine.ended.countDown();
              }
            },
            intakes -> {
              running.set(false);
              job = Optional.empty();
              reload();
              desk.changed();
              desk.said(told(intakes), intakes.stream().anyMatch(Intake.Added.class::isInstance));
              next();
            },
            problem -> {
              running.set(false);
              job = Optional.empty();
              reload();
              desk.failed(problem);
              next();
            });
  }

  private void next() {
    Optional.ofNullable(waiting.poll()).ifPresent(this::run);
  }

  private static String told(List<Intake> intakes) {
    var added = (int) intakes.stream().filter(Intake.Added.class::isInstance).count();
    var known = (int) intakes.stream().filter(Intake.Duplicate.class::isInstance).count();
    var rest = intakes.size() - added - known;
    return t("{0} added", Texts.count(added, t("article"), t("articles")))
        + (known == 0 ? "" : ", " + t("{0} already there", known))
        + (rest == 0
            ? "."
            : ", " + t("{0} not; the ledger says why.", Texts.count(rest, t("file"), t("files"))));
  }

  /// Reads the ledger anew.
  void reload() {
    desk.tasks()
        .run(
            () -> new Read(desk.workbench().ledger(), desk.workbench().tally()),
            read -> {
              summaries.clear();
              asked.clear();
              ledger.clear();
              read.ledger().forEach(i -> ledger.put(i.path(), i));
              tally.set(read.tally());
              narrow();
              changed.set(changed.get() + 1);
            },
            desk::failed);
  }

  private record Read(List<Intake> ledger, Tally tally) {}

  private void narrow() {
    severalFolders.set(
        ledger.keySet().stream()
                .map(path -> Optional.ofNullable(Path.of(path).getParent()))
                .distinct()
                .limit(2)
                .count()
            > 1);
    listed.setAll(
        switch (part.get()) {
          case ALL -> List.copyOf(ledger.values());
          case READY ->
              ledger.values().stream()
                  .filter(i -> i instanceof Intake.Added a && a.missing().isEmpty())
                  .toList();
          case NEED -> {
            List<Intake> first =
                new ArrayList<>(ledger.values().stream().filter(IngestModel::needs).toList());
            List.copyOf(ledger.values()).reversed().stream()
                .filter(i -> !needs(i))
                .limit(200)
                .forEach(first::add);
            yield first;
          }
        });
  }

  /// One run: heard from working threads, told to the screen in portions.
  private final class Job implements Progress {

    private final ConcurrentLinkedQueue<Intake> fresh = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean told = new AtomicBoolean();
    private final long begun = System.nanoTime();
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile int at;
    private volatile int of;
    private volatile String current = "";
    private boolean held;
    private boolean cancelled;

    @Override
    public void at(int done, int total, String what) {
      at = done;
      of = total;
      tell();
    }

    @Override
    public void begun(String file) {
      current = file;
    }

    @Override
    public void intake(Intake intake) {
      fresh.add(intake);
      tell();
    }

    @Override
    public synchronized boolean isCancelled() {
      while (held && !cancelled) {
        try {
          wait();
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          return true;
        }
      }
      return cancelled;
    }

    private void await() {
      try {
        ended.await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }

    synchronized void pause(boolean on) {
      held = on;
      notifyAll();
    }

    synchronized void cancel() {
      cancelled = true;
      notifyAll();
    }

    private void tell() {
      if (told.compareAndSet(false, true)) {
        desk.tasks().screen().execute(this::show);
      }
    }

    private void show() {
      told.set(false);
      for (var one = fresh.poll(); one != null; one = fresh.poll()) {
        ledger.put(one.path(), one);
      }
      done.set(at);
      total.set(of);
      var seconds = (System.nanoTime() - begun) / 1e9;
      secondsLeft.set(at == 0 ? -1 : (int) Math.ceil(seconds * (of - at) / at));
      narrow();
      changed.set(changed.get() + 1);
      look();
    }

    /// Tells the file in work.
    private void look() {
      if (running.get() && !current.isEmpty()) {
        file.set(current);
        var seconds = (System.nanoTime() - begun) / 1e9;
        var which = of == 0 ? t("Reading") : t("Reading {0} of {1}", Math.min(at + 1, of), of);
        rate.set(
            at == 0
                ? which
                : at >= seconds
                    ? t("{0} · {1} files a second", which, Math.round(at / seconds))
                    : t("{0} · {1} s a file", which, Math.round(seconds / at)));
      }
    }
  }
}
