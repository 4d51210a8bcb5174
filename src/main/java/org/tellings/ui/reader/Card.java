package org.tellings.ui.reader;

import static org.tellings.ui.kit.Texts.t;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.State;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;

/// One finding in the margin: who, how, and its state; a claim made by the same words stands in its
/// last line.
final class Card extends HBox {

  final Kept kept;
  private final Runnable select;

  /// `claim` is one made by the same words, `others` what other articles tell of the finding.
  Card(
      Kept kept,
      Optional<Kept> claim,
      Optional<Elsewhere.Others> others,
      String text,
      Consumer<FindingId> choose) {
    this.kept = kept;
    this.select = () -> choose.accept(kept.id());
    var reading = Reading.of(kept, text);
    var who = Nodes.label(reading.title(), "who");
    if (reading.printed()) {
      who.getStyleClass().add("printed");
    }
    who.setMinWidth(0);
    Nodes.hint(who, reading.title());
    var head = Nodes.row(6, Glyphs.letter(kept.finding().kind()));
    if (kept.finding() instanceof Finding.Claim c) {
      head.getChildren().add(c.stance().map(Glyphs::of).orElseGet(Glyphs::cannotSay));
    }
    head.getChildren().addAll(who, Nodes.spring(), Glyphs.of(kept.state()));
    var own = new VBox(2, head);
    for (var line : reading.lines()) {
      var label = Nodes.label(line);
      label.setWrapText(true);
      label.setMaxHeight(34);
      Nodes.hint(label, line);
      own.getChildren().add(label);
    }
    var machineNow = MachineNow.words(kept);
    machineNow.ifPresent(
        words -> {
          var label = Nodes.label(words);
          label.setWrapText(true);
          label.setMaxHeight(34);
          Nodes.hint(label, words);
          own.getChildren().add(label);
        });
    if (!kept.note().isEmpty()) {
      own.getChildren().add(Nodes.label(t("Note: {0}", kept.note())));
    }
    if (kept.state() == State.REJECTED) {
      own.getStyleClass().add("rejected");
    } else {
      others.ifPresent(o -> own.getChildren().add(line(o)));
    }
    var body = new VBox(2, own);
    claim.ifPresent(c -> body.getChildren().add(line(c, choose)));
    body.getStyleClass().add("body");
    body.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(body, javafx.scene.layout.Priority.ALWAYS);
    var edge = new Region();
    edge.getStyleClass().addAll("edge", "tick", String.valueOf(kept.finding().kind().letter()));
    setFillHeight(true);
    getChildren().addAll(edge, body);
    getStyleClass().add("card");
    setManaged(false);
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(
        t(
            "{0}: {1}, {2}. {3}",
            kept.finding().kind().word(),
            reading.title(),
            kept.state().word(),
            Stream.of(
                    reading.lines().stream(),
                    machineNow.stream(),
                    others.stream().map(Card::spoken))
                .flatMap(lines -> lines)
                .collect(Collectors.joining(", "))));
    setOnMouseClicked(_ -> select.run());
  }

  /// What other articles tell: "5 variants elsewhere · 1 role conflict", or in red that they print
  /// other values.
  private static HBox line(Elsewhere.Others others) {
    var row = Nodes.row(4);
    if (others.grave()) {
      var icon = Glyphs.icon("fth-alert-triangle");
      icon.getStyleClass().add("danger");
      row.getChildren().addAll(icon, Nodes.label(others.conflict(), "elsewhere-line", "danger"));
    } else {
      row.getChildren().add(Nodes.label(spoken(others), "elsewhere-line"));
    }
    row.getStyleClass().add("elsewhere");
    return row;
  }

  private static String spoken(Elsewhere.Others others) {
    var count = t("{0} elsewhere", others.count());
    return others.conflict().isEmpty() ? count : count + " · " + others.conflict();
  }

  /// The claim that the words make: its letter, its stance, its state.
  private static HBox line(Kept claim, Consumer<FindingId> choose) {
    var row = Nodes.row(6, Glyphs.letter(claim.finding().kind()));
    if (claim.finding() instanceof Finding.Claim c) {
      row.getChildren().add(c.stance().map(Glyphs::of).orElseGet(Glyphs::cannotSay));
      row.getChildren().add(Nodes.label(c.stance().map(Field::word).orElse(t("cannot say"))));
    }
    row.getChildren().addAll(Nodes.spring(), Glyphs.of(claim.state()));
    row.getStyleClass().add("claim-line");
    row.setOnMouseClicked(
        e -> {
          choose.accept(claim.id());
          e.consume();
        });
    return row;
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      select.run();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }

  void selected(boolean on) {
    getStyleClass().remove("selected");
    if (on) {
      getStyleClass().add("selected");
    }
  }
}
