package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import java.util.Locale;
import javafx.beans.binding.Bindings;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.tellings.model.Tally;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.KeyMap;
import org.tellings.ui.kit.Nodes;

/// The top bar: library, back and forward, where one is, the palette's field, review meter, theme,
/// help, coder. Only on the screen's thread.
final class TopBar extends StackPane {

  private static final double METER = 72;

  /// How wide the stylesheet makes the palette's field.
  private static final double FIELD = 440;

  /// What its buttons do.
  record Doing(
      Runnable back,
      Runnable forward,
      Runnable palette,
      Runnable theme,
      Runnable keys,
      Runnable unreviewed) {}

  private final String library;
  private final Label name = Nodes.label("", "title");
  private final Button back;
  private final Button forward;
  private final Label crumb = Nodes.label("", "muted", "small");
  private final Region fill = new Region();
  private final Button meter;
  private final Label meterWords = Nodes.label("", "small");
  private final Button theme;
  private final Label who = Nodes.label("", "initials");

  TopBar(String library, Journey journey, Doing doing) {
    this.library = library;
    name.setMinWidth(0);
    Nodes.hint(name, library);
    back = Nodes.iconButton("fth-arrow-left", t("Back"), doing.back());
    back.disableProperty().bind(journey.canGoBack.not());
    forward = Nodes.iconButton("fth-arrow-right", t("Forward"), doing.forward());
    forward.disableProperty().bind(journey.canGoForward.not());
    meter = meter(doing.unreviewed());
    theme = Nodes.iconButton("fth-sun", t("Light or dark"), doing.theme());
    var help = Nodes.iconButton("fth-help-circle", t("Keys of this view"), doing.keys());
    coder(System.getProperty("user.name", ""));
    crumb.setMinWidth(0);
    // it ends before the field in the middle
    crumb
        .maxWidthProperty()
        .bind(
            Bindings.createDoubleBinding(
                () -> Math.clamp((getWidth() - FIELD) / 2 - crumb.getLayoutX() - 8, 0, 260),
                widthProperty(),
                crumb.layoutXProperty()));
    var bar =
        new HBox(
            Glyphs.mark(), name, back, forward, crumb, Nodes.spring(), meter, theme, help, who);
    bar.getStyleClass().add("top-bar");
    getChildren().addAll(bar, field(doing.palette()));
  }

  /// Says who works here.
  void coder(String name) {
    who.setText(initials(name));
    who.setAccessibleText(t("Coder {0}", name));
    Nodes.hint(who, t("Coder {0}", name));
  }

  private static Button field(Runnable palette) {
    var field = new Button();
    var prompt =
        Nodes.row(
            8,
            Glyphs.icon("fth-search"),
            Nodes.label(t("Go to, or run a command"), "muted"),
            Nodes.spring(),
            Glyphs.caps(Command.of("Shortcut+K", "", () -> {})));
    KeyMap.everywhere(prompt);
    prompt.setPrefWidth(400);
    field.setGraphic(prompt);
    field.setAccessibleText(t("Go to, or run a command"));
    field.getStyleClass().add("palette-field");
    field.setOnAction(_ -> palette.run());
    field.setMaxWidth(Region.USE_PREF_SIZE);
    return field;
  }

  private Button meter(Runnable unreviewed) {
    fill.getStyleClass().add("fill");
    fill.setMaxHeight(4);
    var track = new StackPane(fill);
    track.getStyleClass().add("meter");
    track.setMinWidth(METER);
    track.setMaxWidth(METER);
    StackPane.setAlignment(fill, Pos.CENTER_LEFT);
    meterWords.setMinWidth(USE_PREF_SIZE);
    var button = new Button("", Nodes.row(8, track, meterWords));
    button.getStyleClass().addAll("icon-button", "meter-button");
    button.setOnAction(_ -> unreviewed.run());
    button.setMinWidth(USE_PREF_SIZE);
    return button;
  }

  private static String initials(String name) {
    var letters = name.replaceAll("[^\\p{L}]", "");
    return letters.substring(0, Math.min(2, letters.length())).toUpperCase(Locale.ROOT);
  }

  /// Without articles: no way to go, nothing to review.
  void first(boolean isEmpty) {
    name.setText(isEmpty ? t("No articles yet") : library);
    for (var part : List.of(back, forward, crumb, meter)) {
      part.setVisible(!isEmpty);
      part.setManaged(!isEmpty);
    }
  }

  void crumb(String words) {
    crumb.setText(words);
    Nodes.hint(crumb, words);
  }

  void theme(Theme now) {
    theme.setGraphic(Glyphs.icon(now == Theme.LIGHT ? "fth-sun" : "fth-moon"));
  }

  void meter(Tally tally) {
    var words = t("{0} of {1} reviewed", tally.reviewed(), tally.findings());
    meterWords.setText(words);
    meter.setAccessibleText(t("{0}: show the articles with findings not reviewed", words));
    Nodes.hint(meter, t("Show the articles with findings not reviewed"));
    fill.setMaxWidth(tally.findings() == 0 ? 0 : METER * tally.reviewed() / tally.findings());
  }
}
