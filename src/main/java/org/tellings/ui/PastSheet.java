package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tellings.ui.kit.Keys;
import org.tellings.ui.kit.Nodes;
import org.tellings.workbench.RestoreDesk.Past;

/// The moments of which a copy of the library can be made, as a sheet over the view: first those
/// before something big, then every one.
final class PastSheet extends StackPane {

  private final ListView<Past> list = new ListView<>();

  PastSheet(List<Past> points, List<Past> moments, Consumer<Past> chosen, Runnable close) {
    setId("past");
    getStyleClass().add("veil");
    Keys.of(this, Keys.told("Enter", t("Make a copy as of then")), Keys.told("Esc", t("Close")));
    List<Past> all = new ArrayList<>(points);
    all.addAll(moments);
    list.getItems().setAll(all);
    list.getSelectionModel().selectFirst();
    list.setAccessibleText(t("Moments to go back to"));
    list.setCellFactory(_ -> new PastCell());
    list.setPlaceholder(Nodes.label(t("Nothing was done in this library yet."), "muted"));
    Runnable choose =
        () ->
            Optional.ofNullable(list.getSelectionModel().getSelectedItem())
                .ifPresent(
                    past -> {
                      close.run();
                      chosen.accept(past);
                    });
    list.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            e.consume();
            choose.run();
          }
        });
    list.setOnMouseClicked(
        e -> {
          if (e.getClickCount() == 2) {
            choose.run();
          }
        });
    var hint =
        Nodes.label(
            t("A copy is made in another folder; this library stays as it is."), "small", "muted");
    hint.setWrapText(true);
    VBox.setVgrow(list, Priority.ALWAYS);
    var box =
        new VBox(
            12,
            Nodes.label(t("A copy of the library as of a moment"), "title"),
            hint,
            list,
            Nodes.row(
                8,
                Nodes.spring(),
                Nodes.button(t("Cancel"), close),
                Nodes.button(t("Make a copy as of then…"), choose, "primary")));
    box.getStyleClass().addAll("palette", "keys-sheet");
    box.setMaxSize(680, 640);
    getChildren().add(box);
    setOnMousePressed(
        e -> {
          if (e.getTarget() == this) {
            close.run();
          }
        });
  }

  @Override
  public void requestFocus() {
    list.requestFocus();
  }

  /// "2025-02-03 10:15 Confirmed quote “…”".
  private static String told(Past past) {
    var when =
        past.when().isEmpty()
            ? ""
            : DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss")
                    .withZone(ZoneId.systemDefault())
                    .format(Instant.parse(past.when()))
                + "  ";
    return when + past.words() + (past.coder().isEmpty() ? "" : "  " + past.coder());
  }

  private static final class PastCell extends ListCell<Past> {
    @Override
    protected void updateItem(Past past, boolean empty) {
      super.updateItem(past, empty);
      if (empty) {
        setGraphic(null);
        return;
      }
      var row = Nodes.row(8, Nodes.label(told(past)));
      row.getStyleClass().add("row");
      setGraphic(row);
      setAccessibleText(told(past));
    }
  }
}
