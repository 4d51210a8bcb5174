package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Group;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.image.WritableImage;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.transform.Scale;
import javafx.stage.Stage;
import org.tellings.ui.kit.Tasks;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;
import org.tellings.workbench.WorkbenchException;

/// A window without a display: 1440 by 900, drawn smaller, since the headless screen is 1000 wide.
///
/// Tasks run at once on the screen's thread, so that what was asked is there when a call returns.
final class Screen implements AutoCloseable {

  private static final double WIDTH = 1440;
  private static final double HEIGHT = 900;
  private static final double SMALLER = 0.6;
  private static boolean started;

  final Frame frame;
  private final Workbench workbench;
  private final Stage stage;
  private final Scene scene;

  /// What other programs were asked to show.
  final List<String> outside;

  private Screen(Frame frame, Workbench workbench, Stage stage, Scene scene, List<String> outside) {
    this.frame = frame;
    this.workbench = workbench;
    this.stage = stage;
    this.scene = scene;
    this.outside = outside;
  }

  static Screen on(Path library) {
    return on(library, Runnable::run);
  }

  /// With its own way to do what is done in the background.
  static Screen on(Path library, Executor background) {
    return on(library, new Tasks(background, Runnable::run, Runnable::run));
  }

  /// With tasks that a test lets wait.
  static Screen on(Path library, Tasks tasks) {
    return on(library, () -> Workbench.open(library, true, Progress.none()), tasks);
  }

  /// A library that is open elsewhere, opened to be read.
  static Screen reading(Path library) {
    return on(
        library,
        () -> Workbench.openToRead(library, Progress.none()),
        new Tasks(Runnable::run, Runnable::run, Runnable::run));
  }

  private static Screen on(Path library, Supplier<Workbench> opening, Tasks tasks) {
    start();
    return get(
        () -> {
          var workbench = opening.get();
          var theme = new AtomicReference<>(Theme.LIGHT);
          List<String> outside = new ArrayList<>();
          var stage = new Stage();
          var scene = new Scene(new Group(), WIDTH * SMALLER, HEIGHT * SMALLER);
          var frame =
              new Frame(
                  workbench,
                  tasks,
                  new Openings() {
                    @Override
                    public void library(Path folder) {
                      throw new UnsupportedOperationException("another library: " + folder);
                    }

                    @Override
                    public void sample() {
                      throw new UnsupportedOperationException("the sample library");
                    }

                    @Override
                    public void show(String target) {
                      if (target.contains("nowhere")) {
                        throw new WorkbenchException("nothing here shows it");
                      }
                      outside.add(target);
                    }

                    @Override
                    public Optional<Path> save(String title, String name, List<String> endings) {
                      return Optional.of(library.resolveSibling(name));
                    }

                    @Override
                    public Optional<Path> choose(String title, String ending) {
                      return Optional.of(
                          library.resolveSibling(
                              title.toLowerCase(java.util.Locale.ROOT) + "." + ending));
                    }

                    @Override
                    public Optional<Path> folder(String title) {
                      return Optional.of(
                          library.resolveSibling(title.contains("copy") ? "copy" : "other"));
                    }

                    @Override
                    public Theme theme() {
                      return theme.get();
                    }

                    @Override
                    public void theme(Theme to) {
                      theme.set(to);
                      to.on(scene);
                    }
                  });
          var zoomed = frame.zoomed();
          zoomed.setPrefSize(WIDTH, HEIGHT);
          var group = new Group(zoomed);
          group.getTransforms().add(new Scale(SMALLER, SMALLER));
          var holder = new Group(group);
          theme.get().on(scene);
          scene.setRoot(holder);
          stage.setScene(scene);
          stage.show();
          zoomed.resize(WIDTH, HEIGHT);
          zoomed.layout();
          frame.begin(Optional.empty(), workbench.size() == 0);
          return new Screen(frame, workbench, stage, scene, outside);
        });
  }

  private static synchronized void start() {
    if (!started) {
      var up = new CountDownLatch(1);
      System.setProperty("user.name", "mk"); // who coded stands in the pictures of the manual
      Platform.startup(
          () -> {
            Platform.setImplicitExit(false);
            Theme.loadFonts();
            up.countDown();
          });
      await(up);
      started = true;
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(30, TimeUnit.SECONDS)) {
        throw new IllegalStateException("no frame was drawn");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    }
  }

  interface Asking<T> {
    T ask() throws Exception;
  }

  static <T> T get(Asking<T> asking) {
    var task = new FutureTask<>(asking::ask);
    Platform.runLater(task);
    try {
      return task.get(60, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (ExecutionException | TimeoutException e) {
      throw new AssertionError("on the screen's thread: " + e, e);
    }
  }

  /// Does something on the screen's thread and waits until it is laid out.
  void act(Runnable action) {
    get(
        () -> {
          action.run();
          return true;
        });
    settle();
  }

  /// Waits for some frames to be laid out.
  void settle() {
    for (var i = 0; i < 4; i++) {
      var pulse = new CountDownLatch(1);
      get(
          () -> {
            scene.addPostLayoutPulseListener(
                new Runnable() {
                  @Override
                  public void run() {
                    scene.removePostLayoutPulseListener(this);
                    pulse.countDown();
                  }
                });
            Platform.requestNextPulse();
            return true;
          });
      await(pulse);
    }
  }

  void press(KeyCode code, boolean shift, boolean shortcut, boolean alt) {
    act(
        () -> {
          Node target = Optional.ofNullable(scene.getFocusOwner()).orElse(frame);
          for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_RELEASED)) {
            Event.fireEvent(
                target, new KeyEvent(type, "", code.getName(), code, shift, shortcut, alt, false));
          }
        });
  }

  /// A letter as the keyboard sends it: pressed, typed, released, each to whoever has the keyboard
  /// then.
  void type(char letter) {
    var code =
        letter == '/'
            ? KeyCode.SLASH
            : letter == ' '
                ? KeyCode.SPACE
                : letter == ':'
                    ? KeyCode.COLON
                    : KeyCode.getKeyCode(String.valueOf(letter).toUpperCase(java.util.Locale.ROOT));
    for (var type : List.of(KeyEvent.KEY_PRESSED, KeyEvent.KEY_TYPED, KeyEvent.KEY_RELEASED)) {
      var isTyped = type == KeyEvent.KEY_TYPED;
      act(
          () ->
              Event.fireEvent(
                  Optional.ofNullable(scene.getFocusOwner()).orElse(frame),
                  new KeyEvent(
                      type,
                      isTyped ? String.valueOf(letter) : "",
                      "",
                      isTyped ? KeyCode.UNDEFINED : code,
                      false,
                      false,
                      false,
                      false)));
    }
  }

  void press(KeyCode code) {
    press(code, false, false, false);
  }

  /// Chooses the theme as a person does.
  void theme(boolean dark) {
    if (get(() -> scene.getStylesheets().getLast().endsWith("dark.css")) != dark) {
      press(KeyCode.D, true, true, false);
    }
  }

  @SuppressWarnings("unchecked")
  <T extends Node> T find(String selector) {
    return (T)
        get(
            () ->
                Optional.ofNullable(frame.lookup(selector))
                    .orElseThrow(() -> new AssertionError("not on the screen: " + selector)));
  }

  static void remove(Node node) {
    ((javafx.scene.layout.Pane) node.getParent()).getChildren().remove(node);
  }

  Workbench workbench() {
    return workbench;
  }

  /// Writes what is to be seen into `target/screens`, at full size.
  Path picture(String name) {
    settle();
    var image =
        get(
            () -> {
              var parameters = new SnapshotParameters();
              return frame
                  .getParent()
                  .snapshot(parameters, new WritableImage((int) WIDTH, (int) HEIGHT));
            });
    var file = Path.of("target/screens", name + ".png");
    get(
        () -> {
          write(image, file);
          return file;
        });
    return file;
  }

  /// The same in the light and the dark theme, whatever lies over the view; looks over what there
  /// is.
  void pictures(String name) {
    for (var theme : List.of(Theme.DARK, Theme.LIGHT)) {
      act(() -> theme.on(scene));
      picture(name + (theme == Theme.DARK ? "-dark" : ""));
      assertEquals(List.of(), get(() -> Names.missing(frame)), "without a name on " + name);
      assertEquals(List.of(), get(() -> Names.tooSmall(frame)), "smaller than 24 by 24 on " + name);
      assertEquals(
          List.of(), get(() -> Names.cut(frame)), "words cut short without a tooltip on " + name);
    }
  }

  private static void write(WritableImage image, Path file) throws IOException {
    Files.createDirectories(file.getParent());
    var width = (int) image.getWidth();
    var height = (int) image.getHeight();
    var pixels =
        new java.awt.image.BufferedImage(width, height, java.awt.image.BufferedImage.TYPE_INT_RGB);
    for (var y = 0; y < height; y++) {
      for (var x = 0; x < width; x++) {
        pixels.setRGB(x, y, image.getPixelReader().getArgb(x, y));
      }
    }
    javax.imageio.ImageIO.write(pixels, "png", file.toFile());
  }

  @Override
  public void close() {
    get(
        () -> {
          stage.close();
          workbench.close();
          return true;
        });
  }
}
