package org.tellings.ui.palette;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Kind;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Keys;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// The command palette: type a part of anything, Enter goes there.
public final class PaletteView extends StackPane {

  private final PaletteModel model;
  private final TextField typed = new TextField();
  private final ListView<PaletteModel.Offer> offers = new ListView<>();
  private final Runnable close;

  /// `close` takes the palette away and gives the keyboard back.
  public PaletteView(Desk desk, Runnable close) {
    this.model = new PaletteModel(desk);
    this.close = close;
    getStyleClass().add("veil");
    Keys.of(this, Keys.told("Enter", t("Open")), Keys.told("Esc", t("Close")));
    typed.setId("palette");
    typed.setPromptText(t("Go to, or run a command"));
    typed.setAccessibleText(t("Go to, or run a command"));
    typed.textProperty().bindBidirectional(model.typed);
    HBox.setHgrow(typed, Priority.ALWAYS);
    var head =
        Nodes.row(
            12,
            Glyphs.icon("fth-search"),
            typed,
            hint(">", t("commands")),
            hint("@", t("people")),
            hint(":", t("go to")));
    head.getStyleClass().add("head");
    offers.setAccessibleText(t("What the palette offers"));
    offers.setCellFactory(_ -> new OfferCell());
    offers.setPrefHeight(480);
    offers.setPlaceholder(Nodes.empty(t("Nothing fits.")));
    offers.setOnMouseClicked(_ -> run());
    VBox.setVgrow(offers, Priority.ALWAYS);
    var count = Nodes.label("", "small", "muted");
    model.offers.subscribe(
        now -> {
          offers.getItems().setAll(now);
          offers.getSelectionModel().selectFirst();
          count.setText(Texts.count(now.size(), t("result"), t("results")));
        });
    var foot =
        Nodes.row(
            12,
            hint("↑ ↓", t("Move")),
            hint("Enter", t("Open")),
            hint("Esc", t("Close")),
            Nodes.spring(),
            count);
    foot.getStyleClass().add("foot");
    var box = new VBox(head, offers, foot);
    box.getStyleClass().add("palette");
    setAlignment(box, Pos.TOP_CENTER);
    setMargin(box, new javafx.geometry.Insets(96, 16, 16, 16));
    getChildren().add(box);
    setOnMousePressed(
        e -> {
          if (e.getTarget() == this) {
            close.run();
          }
        });
    typed.setOnKeyPressed(
        e -> {
          switch (e.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            case ENTER -> run();
            default -> {
              return;
            }
          }
          e.consume();
        });
    offers.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            run();
            e.consume();
          }
        });
  }

  private static Node hint(String key, String words) {
    return Nodes.row(4, Glyphs.cap(key), Nodes.label(words, "small", "muted"));
  }

  /// Opens with the commands that work here and now.
  public void begin(List<Command> commands) {
    model.begin(commands);
    typed.requestFocus();
  }

  private void move(int by) {
    var to =
        Math.clamp(
            offers.getSelectionModel().getSelectedIndex() + (long) by,
            0,
            Math.max(0, offers.getItems().size() - 1));
    offers.getSelectionModel().select(to);
    offers.scrollTo(Math.max(0, to - 6));
  }

  private void run() {
    var offer = offers.getSelectionModel().getSelectedItem();
    if (offer != null) {
      close.run();
      offer.command().run().run();
    }
  }

  private static final class OfferCell extends ListCell<PaletteModel.Offer> {
    @Override
    protected void updateItem(PaletteModel.@Nullable Offer offer, boolean empty) {
      super.updateItem(offer, empty);
      if (empty || offer == null) {
        setGraphic(null);
        return;
      }
      var icon =
          offer.icon().length() == 1
              ? Glyphs.letter(Kind.of(offer.icon().charAt(0)))
              : Glyphs.icon(offer.icon());
      var words = Nodes.label(offer.words(), offer.quoted() ? "quoted" : "strong");
      var row =
          Nodes.row(10, icon, words, Nodes.label(offer.beside(), "small", "muted"), Nodes.spring());
      words.setMinWidth(0);
      offer.state().ifPresent(s -> row.getChildren().add(Glyphs.of(s)));
      row.getChildren().add(Glyphs.caps(offer.command()));
      row.getStyleClass().add("row");
      var before = getIndex() == 0 ? "" : getListView().getItems().get(getIndex() - 1).section();
      setGraphic(
          before.equals(offer.section())
              ? row
              : new VBox(Nodes.label(offer.section(), "section"), row));
      setAccessibleText(t("{0}: {1}", offer.section(), offer.words()));
    }
  }
}
