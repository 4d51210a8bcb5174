package org.tellings.ui;

import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.layout.StackPane;
import javafx.scene.paint.Color;
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
  }

  private final Opening first;
  private final Optional<Path> samples;
  private final Optional<String> article;
  private final ExecutorService background = Executors.newFixedThreadPool(3, Thread.ofPlatform().daemon().factory());
  private final ExecutorService serial = Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().factory());
  private final Tasks tasks = new Tasks(background, serial, Platform::runLater);
  private final AtomicReference<Theme> theme = new AtomicReference<>(Theme.LIGHT);
  private final AtomicReference<Optional<Workbench>> open = new AtomicReference<>(Optional.empty());
  private final CountDownLatch closed = new CountDownLatch(1);

  private App(Opening first, Optional<Path> samples, Optional<String> article) {
    this.first = first;
    this.samples = samples;
    this.article = article;
  }

  /// Opens the window on the library that `first` opens, at an article when one is named, and returns
  /// when the window was closed. Throws a [WorkbenchException] fit to show when there is no display.
  public static void run(Opening first, Optional<Path> samples, Optional<String> article) {
    var app = new App(first, samples, article);
    try {
      Platform.startup(app::start);
    } catch (UnsupportedOperationException | IllegalStateException e) {
      throw new WorkbenchException("there is no display to open a window on; `list`, `find` and `show` work in a terminal", e);
    }
    try {
      app.closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    app.open.get().ifPresent(Workbench::close);
    Platform.exit();
  }

  private void start() {
    Theme.loadFonts();
    var stage = new Stage();
    var scene = new Scene(new StackPane(), 1440, 900, Color.WHITE);
    theme.get().on(scene);
    stage.setScene(scene);
    stage.setTitle("Tellings");
    stage.setMinWidth(1120);
    stage.setMinHeight(720);
    stage.setOnCloseRequest(_ -> closed.countDown());
    stage.setOnHidden(_ -> closed.countDown());
    stage.show();
    swap(stage, first, article);
  }

  /// Opens another library in the same window; the one before is closed when the new one is there.
  private void swap(Stage stage, Opening opening, Optional<String> name) {
    var words = new Label(Texts.t("Opening the library…"));
    var waiting = Nodes.empty("", words);
    var previous = stage.getScene().getRoot();
    if (open.get().isEmpty()) {
      stage.getScene().setRoot(new StackPane(waiting));
    }
    Progress progress = (done, total, what) ->
        Platform.runLater(() -> words.setText(Texts.t("Reading {0} of {1} articles", done, total)));
    tasks.edit(() -> opening.open(progress), workbench -> {
      open.getAndSet(Optional.of(workbench)).ifPresent(Workbench::close);
      show(stage, workbench, name.flatMap(workbench::resolve));
    }, problem -> {
      if (previous instanceof Frame frame) {
        frame.failed(problem);
      } else {
        failed(stage, problem, opening, name);
      }
    });
  }

  private void failed(Stage stage, RuntimeException problem, Opening opening, Optional<String> name) {
    var message = Optional.ofNullable(problem.getMessage()).orElse(problem.toString());
    stage.getScene().setRoot(Nodes.empty(message, Nodes.button(Texts.t("Try again"), () -> swap(stage, opening, name), "primary")));
  }

  private void show(Stage stage, Workbench workbench, Optional<ArticleId> at) {
    theme.set(Theme.named(workbench.setting("theme")));
    theme.get().on(stage.getScene());
    var frame = new Frame(workbench, tasks, new Frame.Openings() {
      @Override
      public void library(Path folder) {
        swap(stage, progress -> Workbench.open(folder, true, progress), Optional.empty());
      }

      @Override
      public void sample() {
        samples.ifPresent(folder -> swap(stage, progress -> Workbench.openSample(folder, progress), Optional.empty()));
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
    stage.getScene().setRoot(frame);
    stage.setTitle(Frame.title(workbench));
    frame.begin(at);
  }
}
