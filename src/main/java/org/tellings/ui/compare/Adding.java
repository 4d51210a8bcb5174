package org.tellings.ui.compare;

import static org.tellings.ui.kit.Texts.t;

import javafx.geometry.Pos;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Summary;
import org.tellings.ui.kit.Keys;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// Asks which article comes beside the others: words of its title or outlet, then Enter.
final class Adding extends StackPane {

  private final CompareModel model;
  private final Runnable back;
  private final TextField typed = new TextField();
  private final ListView<Summary> offers = new ListView<>();

  Adding(CompareModel model, Runnable back) {
    this.model = model;
    this.back = back;
    typed.setId("adding");
    typed.setPromptText(t("Title, outlet or file of an article"));
    typed.setAccessibleText(t("Article to add, Enter adds it, Escape leaves"));
    typed.textProperty().subscribe((_, _) -> offer());
    model.offered.subscribe(_ -> offer());
    offers.setId("adding-offers");
    offers.setAccessibleText(t("Articles that can be added"));
    offers.setFixedCellSize(48);
    offers.setCellFactory(_ -> new Cell());
    offers.setPrefHeight(9 * 48 + 2);
    offers.setOnMouseClicked(_ -> take());
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    var box = new VBox(8, Nodes.label(t("Add an article"), "title"), typed, offers);
    box.getStyleClass().addAll("adding", "editor");
    box.setMaxSize(640, USE_PREF_SIZE);
    StackPane.setAlignment(box, Pos.TOP_CENTER);
    getChildren().add(box);
    getStyleClass().add("veil");
    Keys.of(this, Keys.told("Enter", t("Add")), Keys.told("Esc", t("Close")));
    setOnMouseClicked(
        e -> {
          if (e.getTarget() == this) {
            leave();
          }
        });
  }

  void begin() {
    typed.clear();
    offer();
    typed.requestFocus();
  }

  private void offer() {
    offers.getItems().setAll(model.offers(typed.getText()));
    offers.getSelectionModel().selectFirst();
  }

  private void key(KeyEvent event) {
    var now = offers.getSelectionModel().getSelectedIndex();
    if (event.getCode() == KeyCode.ENTER) {
      take();
    } else if (event.getCode() == KeyCode.ESCAPE) {
      leave();
    } else if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
      var to = now + (event.getCode() == KeyCode.DOWN ? 1 : -1);
      offers
          .getSelectionModel()
          .select(Math.clamp(to, 0, Math.max(0, offers.getItems().size() - 1)));
      offers.scrollTo(Math.max(0, to - 3));
    } else {
      return;
    }
    event.consume();
  }

  private void take() {
    var chosen = offers.getSelectionModel().getSelectedItem();
    leave();
    if (chosen != null) {
      model.add(chosen.id());
    }
  }

  private void leave() {
    if (getParent() instanceof StackPane parent) {
      parent.getChildren().remove(this);
    }
    back.run();
  }

  private static final class Cell extends ListCell<Summary> {
    Cell() {
      setPrefWidth(0);
    }

    @Override
    protected void updateItem(@Nullable Summary summary, boolean empty) {
      super.updateItem(summary, empty);
      if (empty || summary == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      var heading = summary.heading();
      var title =
          Nodes.label(heading.title().isEmpty() ? summary.file() : heading.title(), "serif");
      Nodes.hint(title, title.getText());
      var about =
          Nodes.label(
              Texts.outlet(heading.outlet()) + " · " + Texts.shortMoment(heading.published()),
              "small",
              "muted");
      var box = new VBox(1, title, about);
      box.getStyleClass().add("row");
      setGraphic(box);
      setAccessibleText(title.getText() + ", " + about.getText());
    }
  }
}
