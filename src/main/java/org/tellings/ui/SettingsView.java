package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.VBox;
import org.tellings.ui.article.ArticleView;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Place;

/// How a person wants the window: theme, sizes, keys. Each choice acts at once and is kept with the
/// library. Only on the screen's thread.
final class SettingsView extends BorderPane implements Place {

  private final Choices choices;
  private final ToggleButton light = new ToggleButton(t("Light"));
  private final ToggleButton dark = new ToggleButton(t("Dark"));
  private final ToggleButton system = new ToggleButton(t("As the system"));

  /// `keys` opens the list of keys.
  SettingsView(Choices choices, Path folder, Runnable keys) {
    this.choices = choices;
    var bar = Nodes.row(8, Nodes.label(t("Settings"), "title"));
    bar.getStyleClass().add("view-toolbar");
    setTop(bar);
    var page =
        new VBox(
            setting(
                t("Theme"),
                t("“As the system” takes what the system has when the window opens."),
                theme()),
            setting(
                t("Text size in the reader"),
                t("From {0} to {1}.", ArticleView.SMALLEST, ArticleView.LARGEST),
                size()),
            setting(
                t("Size of the interface"),
                t(
                    "All words and signs of the window, from {0} to {1} %; in a small window as"
                        + " large as it has room for.",
                    Zoom.USUAL, Zoom.LARGEST),
                zoom()),
            setting(
                t("Keys of one letter, digit or sign"),
                t("Off: only keys with Ctrl, Alt or a name act, as for speech input."),
                keys()),
            setting(
                t("All keys"),
                t("Each can be changed here and, with F1, in the list of its view."),
                Nodes.button(t("Keys…"), keys, "secondary", "small-button")),
            setting(t("Library"), t("These settings are kept in it."), place(folder)));
    page.setMaxWidth(720);
    page.setPadding(new Insets(8, 24, 24, 24));
    BorderPane.setAlignment(page, javafx.geometry.Pos.TOP_LEFT);
    setCenter(page);
  }

  private static Node setting(String name, String about, Node control) {
    var words = Nodes.label(about, "small", "muted");
    words.setWrapText(true);
    var row =
        Nodes.row(24, Nodes.column(2, Nodes.label(name, "strong"), words), Nodes.spring(), control);
    row.setPadding(new Insets(16, 0, 16, 0));
    row.getStyleClass().add("line-below");
    return row;
  }

  /// Where the library is, short where it is in the person's own folder.
  private static Node place(Path folder) {
    var full = folder.toAbsolutePath().normalize();
    var home = Path.of(System.getProperty("user.home", "/")).toAbsolutePath();
    var words =
        full.startsWith(home) ? Path.of("~").resolve(home.relativize(full)).toString() : full + "";
    var label = Nodes.label(words, "mono");
    label.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
    label.setMinWidth(0);
    Nodes.hint(label, full.toString());
    return label;
  }

  private Node theme() {
    light.setId("theme-light");
    dark.setId("theme-dark");
    system.setId("theme-system");
    var group = new ToggleGroup();
    group.getToggles().addAll(light, dark, system);
    light.setOnAction(_ -> choices.theme("light"));
    dark.setOnAction(_ -> choices.theme("dark"));
    system.setOnAction(_ -> choices.theme(Theme.SYSTEM));
    choices.theme.subscribe(now -> button(now).setSelected(true));
    return Nodes.segmented(light, dark, system);
  }

  private ToggleButton button(String theme) {
    return theme.equals(Theme.SYSTEM) ? system : theme.equals(Theme.DARK.word()) ? dark : light;
  }

  private Node size() {
    var now = Nodes.label("", "strong");
    now.setMinWidth(24);
    now.setAlignment(javafx.geometry.Pos.CENTER);
    choices.textSize.subscribe(n -> now.setText(t("{0}", n)));
    var less = Nodes.iconButton("fth-minus", t("Smaller text"), () -> resize(-1));
    less.setId("text-smaller");
    less.disableProperty().bind(choices.textSize.lessThanOrEqualTo(ArticleView.SMALLEST));
    var more = Nodes.iconButton("fth-plus", t("Larger text"), () -> resize(1));
    more.setId("text-larger");
    more.disableProperty().bind(choices.textSize.greaterThanOrEqualTo(ArticleView.LARGEST));
    return Nodes.row(4, less, now, more);
  }

  private void resize(int by) {
    choices.textSize.set(choices.textSize.get() + by);
  }

  private Node zoom() {
    var now = Nodes.label("", "strong");
    now.setMinWidth(48);
    now.setAlignment(javafx.geometry.Pos.CENTER);
    choices.zoom.subscribe(n -> now.setText(t("{0} %", n)));
    var less = Nodes.iconButton("fth-minus", t("Smaller interface"), () -> choices.zoom(-1));
    less.setId("interface-smaller");
    less.disableProperty().bind(choices.zoom.lessThanOrEqualTo(Zoom.USUAL));
    var more = Nodes.iconButton("fth-plus", t("Larger interface"), () -> choices.zoom(1));
    more.setId("interface-larger");
    more.disableProperty().bind(choices.zoom.greaterThanOrEqualTo(Zoom.LARGEST));
    return Nodes.row(4, less, now, more);
  }

  private Node keys() {
    var on = new CheckBox(t("On"));
    on.setId("single-keys");
    on.setAccessibleText(t("Keys of one letter, digit or sign"));
    choices.singleKeys().subscribe(on::setSelected);
    on.setOnAction(_ -> choices.toggleSingleKeys());
    return on;
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public String name() {
    return t("Settings");
  }

  @Override
  public ObservableValue<String> crumb() {
    return new SimpleStringProperty(t("Settings"));
  }

  @Override
  public List<Command> commands() {
    return List.of();
  }

  @Override
  public ObservableValue<String> status() {
    return new SimpleStringProperty("");
  }

  @Override
  public void refresh() {
    // the choices are read when the window opens, and changed nowhere else
  }

  @Override
  public Runnable here() {
    return () -> {};
  }

  @Override
  public void focus() {
    button(choices.theme.get()).requestFocus();
  }
}
