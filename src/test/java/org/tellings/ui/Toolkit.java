package org.tellings.ui;

import java.nio.file.Files;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.tellings.ui.kit.Desk;

/// A window for tests of other packages: a view in it, on the screen's thread.
public final class Toolkit {

  private Toolkit() {}

  /// Makes a view on an empty library, and hands it over laid out.
  public static <V extends Region> void with(Function<Desk, V> making, Consumer<V> then) {
    try {
      var folder = Files.createTempDirectory("tellings-view");
      try (var screen = Screen.on(folder.resolve("library"))) {
        Screen.get(
            () -> {
              var view = making.apply(screen.frame);
              screen.frame.getChildren().setAll((Node) view);
              screen.frame.applyCss();
              screen.frame.layout();
              then.accept(view);
              return true;
            });
      }
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
