package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.input.TransferMode;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.stage.Window;

/// Files and folders that a person brings: dropped on the window, or chosen. Only on the screen's
/// thread.
final class Drops {

  private static final PseudoClass DROPPING = PseudoClass.getPseudoClass("dropping");

  private Drops() {}

  /// Takes the files that are dropped anywhere on the node, which shows while they are over it that
  /// it takes them.
  static void on(Node node, Consumer<List<Path>> take) {
    node.setOnDragOver(
        e -> {
          if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
          }
        });
    node.setOnDragEntered(e -> node.pseudoClassStateChanged(DROPPING, e.getDragboard().hasFiles()));
    node.setOnDragExited(_ -> node.pseudoClassStateChanged(DROPPING, false));
    node.setOnDragDropped(
        e -> {
          if (e.getDragboard().hasFiles()) {
            take.accept(paths(e.getDragboard().getFiles()));
            e.setDropCompleted(true);
          }
        });
  }

  /// Asks for articles; none when the person leaves it.
  static List<Path> files(Window over) {
    var chooser = new FileChooser();
    chooser.setTitle(t("Choose articles"));
    return Optional.ofNullable(chooser.showOpenMultipleDialog(over))
        .map(Drops::paths)
        .orElse(List.of());
  }

  /// Asks for a folder.
  static Optional<Path> folder(String title, Window over) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(over)).map(File::toPath);
  }

  /// Asks for a file to write rows into, as csv or jsonl, or (a name that ends so) decisions as a
  /// pack.
  static Optional<Path> save(String title, String name, Window over) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name);
    chooser
        .getExtensionFilters()
        .addAll(
            name.endsWith(".pack")
                ? List.of(new FileChooser.ExtensionFilter(t("Decisions (pack)"), "*.pack"))
                : List.of(
                    new FileChooser.ExtensionFilter(t("Table (csv)"), "*.csv"),
                    new FileChooser.ExtensionFilter(t("Lines of JSON (jsonl)"), "*.jsonl")));
    return Optional.ofNullable(chooser.showSaveDialog(over)).map(File::toPath);
  }

  static List<Path> paths(List<File> files) {
    return files.stream().map(File::toPath).toList();
  }
}
