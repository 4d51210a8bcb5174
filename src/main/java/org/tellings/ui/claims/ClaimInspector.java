package org.tellings.ui.claims;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.tellings.compare.Proposition;
import org.tellings.compare.Proposition.Stated;
import org.tellings.model.Finding.Stance;
import org.tellings.model.Kind;
import org.tellings.model.Outlet;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Keys;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// The passage behind the selected cell, its stance, and what the other outlets say.
final class ClaimInspector extends BorderPane {

  /// What it was made of.
  private record Shown(
      Optional<Proposition> proposition,
      Optional<ClaimsModel.Line.Told> line,
      Optional<Outlet> outlet,
      Optional<Stated> telling) {}

  private final ClaimsModel model;
  private Optional<Shown> shown = Optional.empty();

  ClaimInspector(ClaimsModel model) {
    this.model = model;
    getStyleClass().add("inspector");
    setMinWidth(320);
    setMaxWidth(480);
    setPrefWidth(360);
  }

  /// Shows what is selected; nothing is made again while that is the same.
  void show() {
    var proposition = model.board.selected.get();
    var now =
        Optional.of(
            new Shown(
                proposition,
                proposition.flatMap(model::line),
                model.outlet.get(),
                model.board.telling.get()));
    if (now.equals(shown)) {
      return;
    }
    shown = now;
    if (proposition.isEmpty()) {
      setTop(null);
      setBottom(null);
      setCenter(Nodes.empty(t("Select a cell to see the passage behind it.")));
      return;
    }
    var outlet = model.outlet.get();
    setTop(head(proposition.get(), outlet));
    setCenter(body(proposition.get(), outlet));
    setBottom(model.board.telling.get().map(_ -> foot()).orElse(null));
  }

  private Node head(Proposition proposition, Optional<Outlet> outlet) {
    var number = model.line(proposition).map(l -> Integer.toString(l.number())).orElse("");
    var row =
        Nodes.row(
            6,
            Glyphs.letter(Kind.CLAIM),
            Nodes.label(outlet.map(Texts::outlet).orElse(t("All outlets")), "strong"),
            Nodes.label(t("on proposition {0}", number), "muted"),
            Nodes.spring(),
            Nodes.iconButton(
                "fth-chevron-left", t("Outlet to the left"), () -> model.stepColumn(-1)),
            Nodes.iconButton(
                "fth-chevron-right", t("Outlet to the right"), () -> model.stepColumn(1)));
    row.getStyleClass().add("head");
    return row;
  }

  private Node body(Proposition proposition, Optional<Outlet> outlet) {
    var label = Nodes.label(proposition.label(), "strong", "proposition-title");
    label.setWrapText(true);
    var body = new VBox(label);
    var here = outlet.map(o -> proposition.of(o.name())).orElse(List.of());
    for (var stated : here) {
      var isSelected = model.board.telling.get().filter(stated::equals).isPresent();
      body.getChildren().add(card(stated, isSelected));
      if (isSelected) {
        body.getChildren().addAll(address(stated), stances(stated));
      }
    }
    if (here.isEmpty() && outlet.isPresent()) {
      body.getChildren().add(absent(proposition, outlet.get()));
    }
    var drops =
        proposition.drops().stream()
            .map(
                d ->
                    t(
                        "{0} has it with a hedge ({1}), {2} tells it without ({3}).",
                        Texts.outlet(d.from().telling().outlet()),
                        String.join(", ", d.from().cues()),
                        Texts.outlet(d.to().telling().outlet()),
                        MatrixCell.word(d.to().stance())))
            .distinct()
            .toList();
    if (!drops.isEmpty()) {
      body.getChildren().add(Nodes.label(t("Hedges that were lost"), "section"));
      drops.forEach(words -> body.getChildren().add(wrapped(words)));
    }
    var others =
        proposition.tellings().stream()
            .filter(s -> outlet.filter(o -> s.telling().outlet().equals(o)).isEmpty())
            .toList();
    if (!others.isEmpty()) {
      body.getChildren().add(Nodes.label(t("Other outlets on this proposition"), "section"));
      others.forEach(s -> body.getChildren().add(card(s, false)));
    }
    body.getStyleClass().add("body");
    var scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  /// Why the cell is empty, and what was looked for.
  private static Node absent(Proposition proposition, Outlet outlet) {
    return ClaimsModel.omission(proposition, outlet)
        .map(
            o ->
                wrapped(
                    (o.cannotSay()
                            ? t("Cannot say whether {0} leaves it out. ", outlet.name())
                            : t("{0} does not tell it. ", outlet.name()))
                        + t("Looked for: {0}.", o.searched())))
        .orElseGet(
            () ->
                wrapped(
                    t(
                        "{0} has no article here from the days of this claim, so nothing is left"
                            + " out.",
                        outlet.name())));
  }

  private static Node wrapped(String words) {
    var label = Nodes.label(words, "small", "muted");
    label.setWrapText(true);
    return label;
  }

  private Node card(Stated stated, boolean isSelected) {
    var telling = stated.telling();
    var outlet = Nodes.label(telling.outlet().code(), "mono");
    Nodes.hint(outlet, Texts.outlet(telling.outlet()));
    var head =
        Nodes.row(
            8,
            outlet,
            Nodes.label(Texts.shortMoment(telling.heading().published()), "small", "muted"),
            Nodes.spring(),
            MatrixCell.glyph(stated.stance()),
            Nodes.label(MatrixCell.word(stated.stance()), "small"),
            Glyphs.of(telling.kept().state()));
    var card = new VBox(6, head, passage(stated));
    card.getStyleClass().addAll("claim-card");
    if (isSelected) {
      card.getStyleClass().add("selected");
    }
    card.setAccessibleRole(AccessibleRole.BUTTON);
    card.setAccessibleText(
        t(
            "{0}, {1}: {2}",
            Texts.outlet(telling.outlet()), MatrixCell.word(stated.stance()), telling.text()));
    card.setOnMouseClicked(_ -> model.board.telling.set(Optional.of(stated)));
    return card;
  }

  /// The sentence with the claim's words underlined.
  private static TextFlow passage(Stated stated) {
    var sentence = stated.sentence();
    var text = stated.telling().text();
    var at = sentence.indexOf(text);
    var flow = new TextFlow();
    flow.getStyleClass().add("passage");
    if (at < 0) {
      flow.getChildren().add(Nodes.text(text, "claimed"));
    } else {
      flow.getChildren()
          .addAll(
              Nodes.text(sentence.substring(0, at)),
              Nodes.text(text, "claimed"),
              Nodes.text(sentence.substring(at + text.length())));
    }
    return flow;
  }

  private static Node address(Stated stated) {
    var span = stated.telling().kept().finding().span();
    return wrapped(
        t(
            "characters {0}–{1} · {2} · rule {3}{4}",
            span.start(),
            span.end(),
            stated.telling().kept().state().word(),
            stated.telling().kept().finding().rule(),
            stated.cues().isEmpty()
                ? ""
                : t(" · decided by “{0}”", String.join("”, “", stated.cues()))));
  }

  private Node stances(Stated stated) {
    var row = new FlowPane(6, 6);
    for (var stance : Stance.values()) {
      row.getChildren()
          .add(picker(Optional.of(stance), Integer.toString(stance.ordinal() + 1), stated));
    }
    row.getChildren().add(picker(Optional.empty(), "0", stated));
    return new VBox(6, Nodes.label(t("Stance"), "section"), row);
  }

  private Button picker(Optional<Stance> stance, String key, Stated stated) {
    var button =
        new Button(
            "", new HBox(6, MatrixCell.glyph(stance), Glyphs.caps(Keys.told("DIGIT" + key, ""))));
    ((HBox) button.getGraphic()).setAlignment(javafx.geometry.Pos.CENTER);
    button.getStyleClass().addAll("secondary", "small-button", "stance", Nodes.CHANGING);
    if (stated.stance().equals(stance)) {
      button.getStyleClass().add("on");
    }
    Nodes.hint(button, MatrixCell.word(stance));
    button.setAccessibleText(MatrixCell.word(stance));
    button.setOnAction(_ -> model.stance(stance));
    return button;
  }

  private Node foot() {
    var confirm =
        Nodes.button(
            "fth-check",
            t("Confirm"),
            Command.of("Enter", t("Confirm"), model::confirm).changing(),
            "primary");
    confirm.setMaxWidth(Double.MAX_VALUE);
    var open =
        Nodes.button(
            "", t("Open article"), Command.of("O", t("Open article"), model::open), "secondary");
    var reject =
        Nodes.button(
            "fth-x",
            t("Reject"),
            Command.of("X", t("Reject"), model::reject).changing(),
            "secondary");
    for (var button : List.of(open, reject)) {
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
    }
    var foot = new VBox(confirm, new HBox(8, open, reject));
    foot.getStyleClass().add("foot");
    return foot;
  }
}
