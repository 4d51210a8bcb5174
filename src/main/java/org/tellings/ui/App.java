package org.tellings.ui;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.logging.Logger;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.tellings.model.ArticleId;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Tasks;
import org.tellings.ui.kit.Texts;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;
import org.tellings.workbench.WorkbenchException;

/// The window: opens a library, shows it, and closes it again.
public final class App {

  /// How a library is opened; called off the screen's thread.
  public interface Opening {
    Workbench open(Progress progress);

    /// How it is opened to be read, where it cannot be changed now.
    default Optional<Opening> toRead() {
      return Optional.empty();
    }

    static Opening of(Opening open, Opening toRead) {
      return new Opening() {
        @Override
        public Workbench open(Progress progress) {
          return open.open(progress);
        }

        @Override
        public Optional<Opening> toRead() {
          return Optional.of(toRead);
        }
      };
    }

    static Opening of(Path folder) {
      return of(
          progress -> Workbench.open(folder, true, progress),
          progress -> Workbench.openToRead(folder, progress));
    }
  }

  // At FINE it tells when the first frame was drawn, and the first with articles; src/bench
  // listens.
  private static final Logger START = Logger.getLogger("org.tellings.start");

  private final Opening first;
  private final Optional<Path> samples;
  private final Optional<String> article;
  private final ExecutorService background =
      Executors.newFixedThreadPool(4, Thread.ofPlatform().daemon().factory());
  private final ExecutorService serial =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
  private final CompletableFuture<Void> drawn = new CompletableFuture<>();
  private final Tasks tasks =
      new Tasks(
          background, serial, Platform::runLater, work -> drawn.thenRunAsync(work, background));
  private final CompletableFuture<Void> fonts = new CompletableFuture<>();
  private final AtomicReference<Theme> theme = new AtomicReference<>(Theme.LIGHT);
  private final AtomicReference<Optional<Workbench>> open = new AtomicReference<>(Optional.empty());
  private final CountDownLatch closed = new CountDownLatch(1);
  private final AtomicReference<Optional<Frame>> frame = new AtomicReference<>(Optional.empty());
  private final AtomicReference<Optional<Label>> progressWords =
      new AtomicReference<>(Optional.empty());
  private volatile Optional<CompletableFuture<Opened>> early = Optional.empty();

  /// Tells on the waiting screen how far the opening is; closing the window stops it.
  private final Progress telling =
      new Progress() {
        @Override
        public void at(int done, int total, String what) {
          progressWords
              .get()
              .ifPresent(
                  words ->
                      Platform.runLater(
                          () ->
                              words.setText(Texts.t("Reading {0} of {1} articles", done, total))));
        }

        @Override
        public boolean isCancelled() {
          return closed.getCount() == 0;
        }
      };

  private App(Opening first, Optional<Path> samples, Optional<String> article) {
    this.first = first;
    this.samples = samples;
    this.article = article;
  }

  /// Opens the window on the library that `first` opens, at an article when one is named, and
  /// returns when the window was closed. Throws a [WorkbenchException] fit to show when there is no
  /// display.
  public static void run(Opening first, Optional<Path> samples, Optional<String> article) {
    var app = new App(first, samples, article);
    // the library opens while the toolkit starts
    var early = CompletableFuture.supplyAsync(() -> app.opened(first, article), app.serial);
    app.early = Optional.of(early);
    try {
      Platform.startup(app::start);
      app.loadFonts();
    } catch (UnsupportedOperationException | IllegalStateException e) {
      app.closed.countDown();
      early
          .handle((opened, _) -> Optional.ofNullable(opened))
          .join()
          .ifPresent(opened -> opened.workbench().close());
      throw new WorkbenchException(
          "there is no display to open a window on; `list`, `find` and `show` work in a terminal",
          e);
    }
    try {
      app.closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    app.finish();
    Platform.exit();
  }

  /// Opens the window on a toolkit that runs already; only on the screen's thread. [#finish] closes
  /// the library again.
  static App begin(Opening first) {
    var app = new App(first, Optional.empty(), Optional.empty());
    app.loadFonts();
    app.start();
    return app;
  }

  /// Lets edits that are under way end, then closes the library. Not on the screen's thread.
  void finish() {
    frame.get().ifPresent(f -> f.leave().run());
    serial.close();
    open.get().ifPresent(Workbench::close);
  }

  /// The window is made meanwhile; what has words in it waits.
  private void loadFonts() {
    try {
      Theme.loadFonts();
      fonts.complete(null);
    } catch (RuntimeException | Error e) {
      fonts.completeExceptionally(e); // who waits for them must not wait for ever
    }
  }

  private void start() {
    // a fault of the program is shown, not lost
    Thread.currentThread()
        .setUncaughtExceptionHandler(
            (_, e) -> {
              e.printStackTrace();
              frame
                  .get()
                  .ifPresentOrElse(
                      f -> f.failed(new IllegalStateException("the program failed: " + e, e)),
                      closed::countDown);
            });
    var stage = new Stage();
    var room = Screen.getPrimary().getVisualBounds();
    var scene =
        new Scene(
            new StackPane(),
            Math.min(1440, room.getWidth()),
            Math.min(900, room.getHeight()),
            Color.WHITE);
    theme.get().on(scene);
    stage.setScene(scene);
    stage.setTitle("Tellings");
    stage.setMinWidth(Math.min(Zoom.LEAST_WIDTH, room.getWidth()));
    stage.setMinHeight(Math.min(Zoom.LEAST_HEIGHT, room.getHeight()));
    stage.setOnCloseRequest(_ -> closed.countDown());
    stage.setOnHidden(_ -> closed.countDown());
    stage.show();
    var ready = early.filter(opening -> opening.isDone() && !opening.isCompletedExceptionally());
    if (ready.isPresent()) {
      // the first thing seen is the library
      early = Optional.empty();
      var opened = ready.get().join();
      open.set(Optional.of(opened.workbench()));
      show(stage, opened);
    } else {
      swap(stage, first, article);
    }
  }

  /// What is needed of a library before the first view stands.
  private record Opened(
      Workbench workbench,
      Optional<String> theme,
      Optional<ArticleId> at,
      Optional<String> unknown,
      boolean isEmpty) {}

  private Opened opened(Opening opening, Optional<String> name) {
    var workbench = opening.open(telling);
    var at = name.flatMap(workbench::resolve);
    return new Opened(
        workbench,
        workbench.setting("theme"),
        at,
        at.isPresent() ? Optional.empty() : name,
        workbench.size() == 0);
  }

  /// What began to open before there was a window, else what opens now.
  private Opened waitedFor(Opening opening, Optional<String> name) {
    var waiting = early;
    early = Optional.empty();
    if (waiting.isEmpty()) {
      return opened(opening, name);
    }
    try {
      return waiting.get().join();
    } catch (CompletionException e) {
      if (e.getCause() instanceof RuntimeException problem) {
        throw problem;
      }
      throw e;
    }
  }

  /// Opens another library in the same window; the one before is closed when the new one is there.
  private void swap(Stage stage, Opening opening, Optional<String> name) {
    if (open.get().isEmpty()) {
      fonts.join();
      var words = new Label(Texts.t("Opening the library…"));
      progressWords.set(Optional.of(words));
      stage.getScene().setRoot(Nodes.empty("", words));
    }
    tasks.edit(
        () -> waitedFor(opening, name),
        opened -> {
          var before = open.getAndSet(Optional.of(opened.workbench()));
          var ended = frame.get().map(Frame::leave);
          show(stage, opened);
          tasks.edit(
              () -> {
                ended.ifPresent(Runnable::run);
                before.ifPresent(Workbench::close);
                return before;
              },
              _ -> {},
              problem -> frame.get().ifPresent(f -> f.failed(problem)));
        },
        problem -> {
          frame
              .get()
              .ifPresentOrElse(f -> f.failed(problem), () -> failed(stage, problem, opening, name));
        });
  }

  private void failed(
      Stage stage, RuntimeException problem, Opening opening, Optional<String> name) {
    List<Button> ways = new ArrayList<>();
    ways.add(Nodes.button(Texts.t("Try again"), () -> swap(stage, opening, name), "primary"));
    if (problem instanceof WorkbenchException e && e.isReadable()) {
      opening
          .toRead()
          .ifPresent(
              reading ->
                  ways.add(
                      Nodes.button(
                          Texts.t("Open it to read"),
                          () -> swap(stage, reading, name),
                          "secondary")));
    }
    ways.add(Nodes.button(Texts.t("Open another library…"), () -> another(stage), "secondary"));
    stage.getScene().setRoot(new StackPane(Problems.page(problem, ways.toArray(new Button[0]))));
  }

  private void another(Stage stage) {
    Drops.folder(Texts.t("Choose a library's folder"), stage)
        .ifPresent(folder -> swap(stage, Opening.of(folder), Optional.empty()));
  }

  private void show(Stage stage, Opened opened) {
    var workbench = opened.workbench();
    var wanted = Theme.named(opened.theme());
    if (theme.getAndSet(wanted) != wanted) {
      wanted.on(stage.getScene());
    }
    var fresh =
        new Frame(
            workbench,
            tasks,
            new Openings() {
              @Override
              public void library(Path folder) {
                if (folder
                    .toAbsolutePath()
                    .normalize()
                    .equals(workbench.folder().toAbsolutePath().normalize())) {
                  return; // it is the one that is open
                }
                swap(stage, Opening.of(folder), Optional.empty());
              }

              @Override
              public void sample() {
                if (samples.isEmpty()) {
                  frame
                      .get()
                      .ifPresent(
                          f ->
                              f.said(
                                  Texts.t("The sample articles are not beside the program."),
                                  false));
                }
                samples.ifPresent(
                    folder ->
                        swap(
                            stage,
                            progress -> Workbench.openSample(folder, progress),
                            Optional.empty()));
              }

              @Override
              public void show(String target) {
                Outside.show(target);
              }

              @Override
              public Optional<Path> save(String title, String name, List<String> endings) {
                return Drops.save(title, name, endings, stage);
              }

              @Override
              public Optional<Path> choose(String title, String ending) {
                return Drops.file(title, ending, stage);
              }

              @Override
              public Optional<Path> folder(String title) {
                return Drops.folder(title, stage);
              }

              @Override
              public Theme theme() {
                return theme.get();
              }

              @Override
              public void theme(Theme to) {
                theme.set(to);
                to.on(stage.getScene());
              }
            });
    frame.set(Optional.of(fresh));
    fonts.join();
    stage.getScene().setRoot(fresh.zoomed());
    stage.setTitle(Frame.title(workbench));
    fresh.begin(opened.at(), opened.isEmpty());
    opened
        .unknown()
        .ifPresent(
            name ->
                fresh.said(
                    Texts.t("No article is called “{0}”, or several are; search for it.", name),
                    false));
    if (!drawn.isDone()) {
      stage
          .getScene()
          .addPreLayoutPulseListener(
              new Frames(
                  stage.getScene(),
                  () -> opened.isEmpty() || fresh.isAnswered(),
                  () -> {
                    drawn.complete(null);
                    if (Boolean.getBoolean("tellings.warm")) {
                      // the packaging only wants to see which classes a start needs
                      Warming.windows(stage::close);
                    }
                  }));
      Platform.requestNextPulse();
    }
  }

  /// Tells when the first frame was drawn, and the first with the articles in it: a frame is drawn
  /// when the layout of the next begins.
  private static final class Frames implements Runnable {
    private final Scene scene;
    private final BooleanSupplier hasArticles;
    private final Runnable then;
    private int begun;
    private boolean isWhole;

    Frames(Scene scene, BooleanSupplier hasArticles, Runnable then) {
      this.scene = scene;
      this.hasArticles = hasArticles;
      this.then = then;
    }

    @Override
    public void run() {
      begun++;
      if (begun == 2) {
        START.fine("first frame");
      }
      if (isWhole) {
        scene.removePreLayoutPulseListener(this);
        START.fine("first articles");
        then.run();
        return;
      }
      isWhole = hasArticles.getAsBoolean();
      if (begun < 2 || isWhole) {
        Platform.requestNextPulse();
      }
    }
  }
}
