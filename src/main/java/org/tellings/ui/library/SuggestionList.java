package org.tellings.ui.library;

import static org.tellings.ui.kit.Texts.t;

import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Pane;
import javafx.scene.layout.VBox;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Keys;
import org.tellings.ui.kit.Nodes;

/// The suggestions under the search field. The field keeps the keyboard: the arrows move in the
/// list, Enter takes the one at hand, Tab the first, Esc closes it. Only on the screen's thread.
final class SuggestionList extends VBox {

  private static final PseudoClass AT = PseudoClass.getPseudoClass("at");
  private static final double WIDTH = 420;
  private static final double GAP = 12;

  private final Suggesting model;
  private final TextField typed;

  /// Offers what fits under the field, in a list over `over` that takes no room in it.
  static void under(TextField typed, Suggesting model, Pane over) {
    over.getChildren().add(new SuggestionList(model, typed));
  }

  private SuggestionList(Suggesting model, TextField typed) {
    this.model = model;
    this.typed = typed;
    setId("suggestions");
    getStyleClass().addAll("palette", "suggestions");
    setManaged(false);
    setVisible(false);
    setViewOrder(-1);
    setAccessibleRole(AccessibleRole.LIST_VIEW);
    setAccessibleText(t("Suggestions for the search"));
    model.offers.subscribe(this::show);
    model.at.subscribe(this::point);
    typed.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    typed.caretPositionProperty().subscribe(_ -> look());
    typed.textProperty().subscribe(_ -> look());
    typed.focusedProperty().subscribe(this::look);
  }

  private void look() {
    if (typed.isFocused()) {
      model.look(typed.getText(), typed.getCaretPosition());
    } else {
      model.close();
    }
  }

  private void key(KeyEvent e) {
    if (!model.isOpen() || e.isShiftDown() || e.isShortcutDown() || e.isAltDown()) {
      return;
    }
    switch (e.getCode()) {
      case DOWN -> model.move(1);
      case UP -> model.move(-1);
      case TAB -> take();
      case ENTER -> {
        if (model.at.get() < 0) {
          model.close();
          return; // the field makes a chip of it, or opens what was found
        }
        take();
      }
      case ESCAPE -> model.close();
      default -> {
        return;
      }
    }
    e.consume();
  }

  private void take() {
    model.take(Math.max(0, model.at.get()));
    typed.end();
  }

  private void show(Suggesting.Offers now) {
    getChildren().clear();
    for (var i = 0; i < now.list().size(); i++) {
      getChildren().add(row(now.list().get(i), i));
    }
    if (now.more() > 0) {
      getChildren().add(Nodes.label(t("{0} more: type on", now.more()), "hint", "more"));
    }
    var open = !now.list().isEmpty();
    setVisible(open);
    if (open) {
      var foot =
          Nodes.row(12, hint("↑ ↓", t("Move")), hint("Tab", t("Take")), hint("Esc", t("Close")));
      foot.getStyleClass().add("foot");
      getChildren().add(foot);
      Keys.of(
          typed,
          Keys.told("Down", t("Move")),
          Keys.told("Enter Tab", t("Take")),
          Keys.told("Esc", t("Close")));
      place();
    } else {
      Keys.none(typed);
    }
  }

  private static Node hint(String key, String words) {
    return Nodes.row(4, Glyphs.cap(key), Nodes.label(words, "small", "muted"));
  }

  private Node row(Suggesting.Offer offer, int number) {
    var words = Nodes.label(offer.words(), offer.words().endsWith(":") ? "mono" : "strong");
    words.setMinWidth(0);
    Nodes.hint(words, offer.words());
    var row = Nodes.row(10, words, Nodes.spring(), Nodes.fixed(offer.beside(), "small", "muted"));
    row.getStyleClass().add("row");
    row.setAccessibleRole(AccessibleRole.LIST_ITEM);
    row.setAccessibleText(t("{0}, {1}", offer.words(), offer.beside()));
    // pressed, not clicked: the field keeps the keyboard
    row.setOnMousePressed(
        e -> {
          model.take(number);
          typed.end();
          e.consume();
        });
    return row;
  }

  private void point(Number at) {
    for (var i = 0; i < getChildren().size(); i++) {
      getChildren().get(i).pseudoClassStateChanged(AT, i == at.intValue());
    }
    if (at.intValue() >= 0) {
      // a screen reader tells of the field, which has the keyboard
      typed.setAccessibleHelp(getChildren().get(at.intValue()).getAccessibleText());
    }
  }

  /// Under the word that is typed.
  private void place() {
    if (getParent() == null || typed.getScene() == null) {
      return;
    }
    applyCss();
    Bounds field = getParent().sceneToLocal(typed.localToScene(typed.getBoundsInLocal()));
    var left = Math.min(field.getMinX(), getParent().getLayoutBounds().getWidth() - WIDTH - 8);
    resizeRelocate(Math.max(0, left), field.getMaxY() + GAP, WIDTH, prefHeight(WIDTH));
  }
}
