package org.tellings.ui.library;

import static org.tellings.ui.kit.Texts.t;

import javafx.application.Platform;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.tellings.model.Query;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;

/// The query: fields as chips, then what is being typed.
///
/// A space or Enter after a field makes it a chip; Backspace in the empty field arms the last chip,
/// and a second one takes it away. The arrows move in the results without leaving the field, Enter
/// with nothing to make a chip of opens the selected one, Esc goes to the list.
final class QueryField extends HBox {

  private static final PseudoClass WITHIN = PseudoClass.getPseudoClass("within");

  private final LibraryModel model;
  private final Results results;
  private final FlowPane flow = new FlowPane(8, 6);
  private final TextField typed = new TextField();
  private boolean armed;

  /// What the field asks of the results.
  interface Results {
    void move(int by);

    /// Lights the words of a clause in the line under the field, or lets them go dark.
    void light(int clause, boolean on);

    void open();
  }

  QueryField(LibraryModel model, Results results) {
    this.model = model;
    this.results = results;
    getStyleClass().add("query-field");
    typed.setId("query");
    typed.setPromptText(t("Words, \"a phrase\", speaker: outlet: before: quote: figure:"));
    typed.setAccessibleText(t("Search the library"));
    typed.textProperty().bindBidirectional(model.typed);
    typed
        .textProperty()
        .subscribe(
            (_, now) -> {
              if (now.endsWith(" ")
                  && now.indexOf(':') > 0
                  && now.chars().filter(c -> c == '"').count() % 2 == 0) {
                // not while the field is in the middle of taking the key
                Platform.runLater(
                    () -> {
                      model.settle();
                      typed.end();
                    });
              }
            });
    typed.setOnAction(
        _ -> {
          if (!model.settle()) {
            results.open();
          }
        });
    typed.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.DOWN || e.getCode() == KeyCode.UP) {
            results.move(e.getCode() == KeyCode.DOWN ? 1 : -1);
            e.consume();
          } else if (e.getCode() == KeyCode.BACK_SPACE
              && typed.getText().isEmpty()
              && !model.chips.isEmpty()) {
            if (armed) {
              armed = false;
              model.drop(model.chips.getLast());
            } else {
              armed = true;
              chips();
            }
          } else if (armed) {
            armed = false;
            chips();
          }
        });
    typed.focusedProperty().subscribe(on -> pseudoClassStateChanged(WITHIN, on));
    typed.setPrefWidth(460);
    model.chips.addListener((ListChangeListener<String>) _ -> chips());
    flow.prefWrapLengthProperty().bind(widthProperty().subtract(72));
    flow.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    HBox.setHgrow(flow, Priority.ALWAYS);
    chips();
    getChildren().addAll(Glyphs.icon("fth-search"), flow);
  }

  private void chips() {
    var had = typed.isFocused();
    flow.getChildren().clear();
    for (var i = 0; i < model.chips.size(); i++) {
      var chip = model.chips.get(i);
      var clause = Query.parse(chip).clauses();
      var colon = chip.indexOf(':');
      var away = Nodes.iconButton("fth-x", t("Take away {0}", chip), () -> model.drop(chip));
      var box =
          Nodes.row(
              4,
              Nodes.label(colon > 0 ? chip.substring(0, colon + 1) : "", "mono"),
              Nodes.label(colon > 0 ? plain(chip.substring(colon + 1)) : chip),
              away);
      box.getStyleClass().add("chip");
      box.setId("chip-" + i);
      var number = i;
      box.hoverProperty().subscribe(on -> results.light(number, on));
      away.focusedProperty()
          .subscribe(
              on -> {
                results.light(number, on);
                light(number, on);
              });
      if (armed && i == model.chips.size() - 1) {
        box.getStyleClass().add("armed");
      }
      if (!clause.isEmpty() && clause.getFirst() instanceof Query.Clause.Unread u) {
        box.getStyleClass().add("unread");
        Nodes.hint(box, u.why());
      }
      flow.getChildren().add(box);
    }
    flow.getChildren().add(typed);
    if (had) {
      typed.requestFocus();
    }
  }

  /// A chip's value without the marks of the query language: `="A",="B"` is "A, B".
  private static String plain(String value) {
    return value.replace("=\"", "").replace("\",", ", ").replace("\"", "");
  }

  /// Where one types, without the chips.
  TextField typed() {
    return typed;
  }

  /// Lights the chip of a clause, or lets it go dark.
  void light(int chip, boolean on) {
    if (lookup("#chip-" + chip) instanceof HBox box) {
      box.getStyleClass().remove("lit");
      if (on) {
        box.getStyleClass().add("lit");
      }
    }
  }

  @Override
  public void requestFocus() {
    typed.requestFocus();
    typed.end();
  }
}
