package org.tellings.ui.coding;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tellings.model.Span;
import org.tellings.ui.coding.CodingModel.Row;
import org.tellings.ui.kit.Keys;
import org.tellings.ui.kit.Nodes;

/// Settles one place: whose words have the code after all, or none, and why. The digits choose
/// while nothing is typed yet, Enter settles and goes on, Escape leaves it open.
final class SettleBar extends VBox {

  private record Choice(String words, Optional<Span> as) {}

  private final CodingModel model;
  private final TextField reason = new TextField();
  private final List<ToggleButton> buttons = new ArrayList<>();
  private List<Choice> choices = List.of();

  SettleBar(CodingModel model) {
    this.model = model;
    getStyleClass().addAll("settle-bar", "line-above");
    reason.setId("settle-reason");
    reason.setPromptText(t("Why, for who is overruled"));
    reason.setAccessibleText(
        t("Why it is settled so; a digit chooses first, Enter settles, Escape leaves it open"));
    Keys.of(
        reason,
        Keys.told("DIGIT1–9", t("Choose")),
        Keys.told("Enter", t("Settle, next")),
        Keys.told("Esc", t("Leave it open")));
    reason.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            model.settling.set(false);
          } else if (e.getCode() == KeyCode.ENTER) {
            settle();
          } else {
            return;
          }
          e.consume();
        });
    reason.setOnKeyTyped(
        e -> {
          var digit = e.getCharacter().isEmpty() ? -1 : e.getCharacter().charAt(0) - '1';
          if (reason.getText().length() <= 1 && digit >= 0 && digit < buttons.size()) {
            buttons.get(digit).setSelected(true);
            reason.clear();
            e.consume();
          }
        });
  }

  void show(Row row) {
    var group = new ToggleGroup();
    buttons.clear();
    choices = choices(row);
    for (var i = 0; i < choices.size(); i++) {
      var button = new ToggleButton(t("{0} {1}", i + 1, choices.get(i).words()));
      button.setToggleGroup(group);
      button.setMinWidth(USE_PREF_SIZE);
      buttons.add(button);
    }
    buttons.getFirst().setSelected(true);
    reason.clear();
    var line = new FlowPane(6, 6);
    line.getChildren().addAll(buttons);
    getChildren()
        .setAll(
            Nodes.label(t("Settle: which words have the code?"), "section"),
            line,
            Nodes.row(
                8, reason, Nodes.changing(Nodes.button(t("Settle"), this::settle, "primary"))));
    HBox.setHgrow(reason, Priority.ALWAYS);
    reason.requestFocus();
  }

  private static List<Choice> choices(Row row) {
    List<Choice> choices = new ArrayList<>();
    var match = row.place().match();
    match
        .by()
        .forEach(
            (coder, spans) -> {
              if (spans.size() == 1) {
                choices.add(
                    new Choice(t("the words of {0}", coder), Optional.of(spans.getFirst())));
              }
            });
    if (choices.stream().noneMatch(c -> c.as().filter(match.at()::equals).isPresent())) {
      choices.add(new Choice(t("all of them"), Optional.of(match.at())));
    }
    choices.add(new Choice(t("not coded"), Optional.empty()));
    return choices;
  }

  private void settle() {
    if (reason.getText().isBlank()) {
      reason.setPromptText(t("A reason is wanted: who is overruled reads it"));
      return;
    }
    for (var i = 0; i < buttons.size(); i++) {
      if (buttons.get(i).isSelected()) {
        model.settle(choices.get(i).as(), reason.getText());
        return;
      }
    }
  }
}
