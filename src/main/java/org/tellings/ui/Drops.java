package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.io.File;
import java.nio.file.Files;
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
import org.jspecify.annotations.Nullable;

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

  /// Asks for a file of this ending; empty when the person leaves it.
  static Optional<Path> file(String title, String ending, Window over) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.getExtensionFilters().add(new FileChooser.ExtensionFilter(form(ending), "*." + ending));
    return Optional.ofNullable(chooser.showOpenDialog(over)).map(File::toPath);
  }

  /// Asks for a folder.
  static Optional<Path> folder(String title, Window over) {
    var chooser = new DirectoryChooser();
    chooser.setTitle(title);
    return Optional.ofNullable(chooser.showDialog(over)).map(File::toPath);
  }

  /// Asks for a file to write into, in one of these forms; the first is that of `name`. What the
  /// name typed ends in counts.
  static Optional<Path> save(String title, String name, List<String> endings, Window over) {
    var chooser = new FileChooser();
    chooser.setTitle(title);
    chooser.setInitialFileName(name);
    endings.forEach(
        ending ->
            chooser
                .getExtensionFilters()
                .add(new FileChooser.ExtensionFilter(form(ending), "*." + ending)));
    return Optional.ofNullable(chooser.showSaveDialog(over))
        .map(File::toPath)
        .map(file -> ended(file, name, chooser.getSelectedExtensionFilter()));
  }

  /// Where another form was chosen and the name offered was left, the file has the ending of that
  /// form, and a number where there is such a file already: nobody was asked about that one.
  private static Path ended(
      Path file, String offered, FileChooser.@Nullable ExtensionFilter chosen) {
    if (chosen == null || !file.getFileName().toString().equals(offered)) {
      return file;
    }
    var ending = chosen.getExtensions().getFirst().substring(1);
    if (offered.endsWith(ending)) {
      return file;
    }
    var name = offered.substring(0, offered.lastIndexOf('.'));
    var named = file.resolveSibling(name + ending);
    for (var i = 2; Files.exists(named); i++) {
      named = file.resolveSibling(name + " " + i + ending);
    }
    return named;
  }

  private static String form(String ending) {
    return switch (ending) {
      case "csv" -> t("Table (csv)");
      case "jsonl" -> t("Lines of JSON (jsonl)");
      case "xlsx" -> t("Sheet (xlsx)");
      case "md" -> t("Markdown (md)");
      case "html" -> t("Report (html)");
      case "docx" -> t("Report (Word, docx)");
      case "ris" -> t("References (ris)");
      case "bib" -> t("References (BibTeX)");
      case "json" -> t("References (CSL JSON)");
      case "jsonld" -> t("Web Annotations (jsonld)");
      case "claimreview.jsonld" -> t("Drafts of reviews (ClaimReview)");
      case "dna" -> t("Discourse Network Analyzer (dna)");
      case "qdpx" -> t("Project of REFI-QDA (qdpx)");
      case "pack" -> t("Decisions (pack)");
      default -> ending;
    };
  }

  static List<Path> paths(List<File> files) {
    return files.stream().map(File::toPath).toList();
  }
}
