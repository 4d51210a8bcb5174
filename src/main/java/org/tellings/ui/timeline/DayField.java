package org.tellings.ui.timeline;

import static org.tellings.ui.kit.Texts.t;

import java.time.LocalDate;
import java.util.Optional;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.css.PseudoClass;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.tellings.timeline.When;
import org.tellings.ui.kit.Keys;
import org.tellings.ui.kit.Nodes;

/// A day, month or year as typed; red-edged, and left aside, while it is none.
final class DayField extends TextField {

  private static final PseudoClass WRONG = PseudoClass.getPseudoClass("wrong");

  /// `end` is which day of a longer time counts; `left` runs when Enter or Escape leaves the field.
  DayField(
      String id,
      String words,
      ObjectProperty<Optional<LocalDate>> kept,
      Function<When, LocalDate> end,
      Runnable left) {
    setId(id);
    setPromptText("2025-01-27");
    setPrefWidth(108);
    getStyleClass().add("small-field");
    setAccessibleText(t("{0}: a day, month or year", words));
    Nodes.hint(this, t("A day, month or year: 2025-01-27, 2025-01, 2025"));
    Keys.of(this, Keys.told("Enter", t("Keep")), Keys.told("Esc", t("Clear")));
    textProperty()
        .subscribe(
            (_, typed) -> {
              var when = When.of(typed.strip()).filter(w -> !w.isOpen());
              pseudoClassStateChanged(WRONG, !typed.isBlank() && when.isEmpty());
              if (typed.isBlank() || when.isPresent()) {
                kept.set(when.map(end));
              }
            });
    kept.subscribe(
        (_, now) -> {
          if (now.isEmpty() && When.of(getText().strip()).isPresent()) {
            clear();
          }
        });
    setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            clear();
          } else if (e.getCode() != KeyCode.ENTER) {
            return;
          }
          left.run();
          e.consume();
        });
  }
}
