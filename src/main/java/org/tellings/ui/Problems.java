package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// What failed, above the view in which one works, until it is closed: what was kept, what helps,
/// the details to copy. Only on the screen's thread.
final class Problems extends VBox {

  private static final int MOST = 3;
  private final Runnable again;

  /// `again` reads the library anew.
  Problems(Runnable again) {
    this.again = again;
    setId("problems");
  }

  void show(RuntimeException problem) {
    var words = words(problem);
    var label = Nodes.label(words, "strong");
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    var kept = Nodes.label(t("What was decided before is kept."), "small", "muted");
    kept.setMinWidth(Region.USE_PREF_SIZE);
    var row = Nodes.row(12, Glyphs.icon("fth-alert-octagon"), label, kept, Nodes.spring());
    row.getChildren()
        .addAll(
            Nodes.button(
                t("Reload"),
                () -> {
                  getChildren().remove(row);
                  again.run();
                },
                "secondary",
                "small-button"),
            copy(problem),
            Nodes.iconButton("fth-x", t("Close the problem"), () -> getChildren().remove(row)));
    row.getStyleClass().add("problem");
    row.setAccessibleText(words);
    getChildren().removeIf(one -> words.equals(one.getAccessibleText()));
    if (getChildren().size() >= MOST) {
      getChildren().removeFirst();
    }
    getChildren().add(row);
  }

  /// What failed, when there is no view to show it above; `ways` are what one can do.
  static Node page(RuntimeException problem, Button... ways) {
    var label = Nodes.label(words(problem), "strong");
    label.setWrapText(true);
    label.setMaxWidth(640);
    var line = Nodes.row(12, Glyphs.icon("fth-alert-octagon"), label);
    var row = Nodes.row(8, ways);
    row.getChildren().add(copy(problem));
    var box = new VBox(line, row);
    box.getStyleClass().add("problem");
    box.setMaxSize(Region.USE_PREF_SIZE, Region.USE_PREF_SIZE);
    return box;
  }

  static String words(RuntimeException problem) {
    return Texts.capital(
        Optional.ofNullable(problem.getMessage())
            .filter(words -> !words.isBlank())
            .orElse(problem.toString()));
  }

  /// Puts what a person can send to those who mend the program on the clipboard.
  static Button copy(RuntimeException problem) {
    return Nodes.button(
        t("Copy details"),
        () -> {
          var trace = new StringWriter();
          problem.printStackTrace(new PrintWriter(trace));
          var content = new ClipboardContent();
          content.putString(trace.toString());
          Clipboard.getSystemClipboard().setContent(content);
        },
        "link");
  }
}
