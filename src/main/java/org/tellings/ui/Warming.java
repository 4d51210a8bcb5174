package org.tellings.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.util.Duration;

/// What the start that is watched by the packaging does beyond a start.
final class Warming {

  /// The toolkit's packages that draw on a real screen, of which a build of it has one or two.
  private static final List<String> WINDOWS =
      List.of(
          "com/sun/glass/ui/gtk/",
          "com/sun/glass/ui/mac/",
          "com/sun/glass/ui/win/",
          "com/sun/prism/es2/",
          "com/sun/prism/d3d/",
          "com/sun/prism/mtl/",
          "com/sun/prism/ps/");

  private Warming() {}

  // answers from the background come after the first frame; a start needs their classes too
  private static final Duration ANSWERS = Duration.seconds(3);

  /// Loads the classes of windows on a real screen without running them, and ends the start when
  /// the first answers from the background are shown. The packaging starts the program where there
  /// is no screen; with this the class cache has its classes all the same.
  static void windows(Runnable then) {
    load();
    var pause = new PauseTransition(ANSWERS);
    pause.setOnFinished(_ -> then.run());
    pause.play();
  }

  private static void load() {
    var toolkit = javafx.stage.Stage.class.getModule();
    var layer = toolkit.getLayer();
    if (layer == null) {
      return; // the toolkit is on the class path, as in tests
    }
    var found = layer.configuration().findModule(toolkit.getName()).orElseThrow();
    try (var classes = found.reference().open()) {
      classes
          .list()
          .filter(name -> name.endsWith(".class") && WINDOWS.stream().anyMatch(name::startsWith))
          .map(name -> name.substring(0, name.length() - ".class".length()).replace('/', '.'))
          .forEach(name -> Class.forName(toolkit, name));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot list the classes of " + toolkit, e);
    }
  }
}
