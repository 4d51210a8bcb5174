package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import javafx.animation.PauseTransition;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Duration;
import org.tellings.ui.kit.Nodes;

/// Lines above the status bar that say what was done; each goes by itself, or when closed. Only on
/// the screen's thread.
final class Notices extends VBox {

  private static final int MOST = 4;

  Notices() {
    super(8);
    setAlignment(Pos.BOTTOM_CENTER);
    setPickOnBounds(false);
    setPadding(new Insets(0, 0, 44, 0));
  }

  /// Says it for so many seconds.
  void say(String words, List<Button> ways, int seconds) {
    var label = Nodes.label(words);
    label.setWrapText(true);
    label.setMaxWidth(720);
    var row = Nodes.row(12, label);
    row.getChildren().addAll(ways);
    row.getChildren().add(Nodes.button(t("Close"), () -> getChildren().remove(row), "link"));
    row.getStyleClass().add("toast");
    row.setMaxWidth(Region.USE_PREF_SIZE);
    row.setAccessibleText(words);
    getChildren().removeIf(one -> words.equals(one.getAccessibleText()));
    if (getChildren().size() >= MOST) {
      getChildren().removeFirst();
    }
    getChildren().add(row);
    var pause = new PauseTransition(Duration.seconds(seconds));
    pause.setOnFinished(_ -> getChildren().remove(row));
    pause.play();
  }

  /// Something else was done: what these lines would take back is not the last any more.
  void forgetUndo() {
    getChildren().removeIf(Notices::undoes);
  }

  private static boolean undoes(Node one) {
    return one.lookup("#undo") != null;
  }
}
