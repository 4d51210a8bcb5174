package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tellings.model.Waiting;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Keys;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;
import org.tellings.workbench.MergeDesk.Choice;

/// What merges laid aside, to be settled one by one or all alike, as a sheet over the view.
final class AsideSheet extends StackPane {

  /// Rows beyond that are told by their number.
  private static final int MOST = 50;

  private final Desk desk;
  private final Runnable close;
  private final VBox list = new VBox(12);
  private final ScrollPane scroll = new ScrollPane(list);

  AsideSheet(Desk desk, List<Waiting> waiting, Runnable close) {
    this.desk = desk;
    this.close = close;
    setId("aside");
    getStyleClass().add("veil");
    Keys.of(this, Keys.told("Tab", t("Next choice")), Keys.told("Esc", t("Close")));
    list.getStyleClass().addAll("keys-sheet", Nodes.CHANGED_INSIDE);
    scroll.setFitToWidth(true);
    scroll.getStyleClass().add("palette");
    scroll.setMaxWidth(680);
    scroll
        .maxHeightProperty()
        .bind(list.heightProperty().add(2).map(h -> Math.min(640, h.doubleValue())));
    scroll.setAccessibleText(t("What was laid aside"));
    getChildren().add(scroll);
    setOnMousePressed(
        e -> {
          if (e.getTarget() == this) {
            close.run();
          }
        });
    show(waiting);
  }

  @Override
  public void requestFocus() {
    buttons().stream().findFirst().ifPresentOrElse(Button::requestFocus, scroll::requestFocus);
  }

  private List<Button> buttons() {
    return list.lookupAll(".button").stream()
        .filter(Button.class::isInstance)
        .map(Button.class::cast)
        .toList();
  }

  private void show(List<Waiting> waiting) {
    list.getChildren().setAll(Nodes.label(t("What was laid aside"), "title"));
    if (waiting.isEmpty()) {
      list.getChildren()
          .addAll(
              wrapped(
                  t(
                      "Nothing is laid aside. What a merge finds decided otherwise here comes"
                          + " here, and what of a pack has no article.")),
              Nodes.button(t("Close"), close));
      return;
    }
    var conflicts = waiting.stream().filter(w -> w.why() == Waiting.Why.CONFLICT).toList();
    if (conflicts.size() > 1) {
      list.getChildren()
          .add(
              Nodes.row(
                  8,
                  Nodes.label(
                      Texts.count(conflicts.size(), t("conflict"), t("conflicts")), "muted"),
                  settling(t("Keep all that is here"), conflicts, Choice.OURS),
                  settling(t("Take all that is there"), conflicts, Choice.THEIRS)));
    }
    for (var one : waiting.subList(0, Math.min(MOST, waiting.size()))) {
      list.getChildren().add(row(one));
    }
    if (waiting.size() > MOST) {
      list.getChildren().add(Nodes.label(t("and {0} more", waiting.size() - MOST), "muted"));
    }
    list.getChildren().add(Nodes.row(8, Nodes.spring(), Nodes.button(t("Close"), close)));
  }

  private VBox row(Waiting one) {
    List<Button> ways = new ArrayList<>();
    if (one.why() == Waiting.Why.CONFLICT) {
      ways.add(settling(t("Keep what is here"), List.of(one), Choice.OURS));
      ways.add(settling(t("Take what is there"), List.of(one), Choice.THEIRS));
      if (one.isNote()) {
        ways.add(settling(t("Keep both"), List.of(one), Choice.BOTH));
      }
    } else {
      ways.add(settling(t("Let it go"), List.of(one), Choice.OURS));
    }
    ways.forEach(way -> way.setAccessibleText(t("{0}: {1}", way.getText(), one.words())));
    var from =
        one.why() == Waiting.Why.CONFLICT
            ? t("conflict, from {0}", one.from())
            : t("waits for its article, from {0}", one.from());
    return new VBox(
        4,
        wrapped(one.words()),
        Nodes.label(from, "small", "muted"),
        Nodes.row(8, ways.toArray(Button[]::new)));
  }

  private static javafx.scene.control.Label wrapped(String words) {
    var label = Nodes.label(words);
    label.setWrapText(true);
    return label;
  }

  private Button settling(String words, List<Waiting> which, Choice choice) {
    return Nodes.button(
        words,
        () ->
            desk.tasks()
                .edit(
                    () -> {
                      var merging = desk.workbench().merging();
                      merging.settle(which.stream().map(Waiting::id).toList(), choice);
                      return merging.waiting();
                    },
                    left -> {
                      show(left);
                      requestFocus();
                      desk.saidWithUndo(
                          Texts.count(which.size(), t("conflict settled"), t("conflicts settled"))
                              + ".");
                      desk.changed();
                    },
                    desk::failed),
        Nodes.CHANGING);
  }
}
