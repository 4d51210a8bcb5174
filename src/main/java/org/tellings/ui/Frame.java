package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.animation.PauseTransition;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.model.Tally;
import org.tellings.ui.ingest.IngestView;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Place;
import org.tellings.ui.kit.Tasks;
import org.tellings.ui.kit.Texts;
import org.tellings.ui.library.LibraryView;
import org.tellings.ui.palette.PaletteView;
import org.tellings.ui.reader.ReaderView;
import org.tellings.workbench.Workbench;

/// The window's content: top bar, rail, the view at hand, status bar; palette, toast and keys
/// above.
///
/// Only on the screen's thread.
final class Frame extends StackPane implements Desk {

  private final Workbench workbench;
  private final Tasks tasks;
  private final Tasks.Lane counting;
  private final Openings openings;
  private final BorderPane body = new BorderPane();
  private final StackPane content = new StackPane();
  private final StatusBar status = new StatusBar();
  private final VBox notices = new VBox(8);
  private final PaletteView palette;
  private final LibraryView library;
  private final ReaderView reader;
  private final IngestView ingest;
  private final Map<Place, ToggleButton> rail = new LinkedHashMap<>();
  private final Journey journey = new Journey();
  private final Label crumb = Nodes.label("", "muted", "small");
  private final Label meterWords = Nodes.label("", "small");
  private final Region meterFill = new Region();
  private Place here;
  private Optional<Node> before = Optional.empty();

  /// What only the program around the window can do.
  interface Openings {
    void library(Path folder);

    void sample();

    Theme theme();

    void theme(Theme theme);
  }

  Frame(Workbench workbench, Tasks tasks, Openings openings) {
    this.workbench = workbench;
    // what an answer changes, the keys in the status bar may show
    this.tasks =
        new Tasks(
            tasks.background(),
            tasks.serial(),
            work ->
                tasks
                    .screen()
                    .execute(
                        () -> {
                          work.run();
                          showStatus();
                        }));
    this.openings = openings;
    counting = this.tasks.lane();
    library = new LibraryView(this);
    reader = new ReaderView(this);
    ingest = new IngestView(this);
    palette = new PaletteView(this, this::closePalette);
    here = library;
    getStyleClass().add("frame");
    body.setTop(topBar());
    body.setLeft(rail());
    body.setCenter(content);
    body.setBottom(status);
    notices.setAlignment(Pos.BOTTOM_CENTER);
    notices.setPickOnBounds(false);
    notices.setPadding(new javafx.geometry.Insets(0, 0, 44, 0));
    getChildren().addAll(body, notices);
    addEventFilter(KeyEvent.KEY_PRESSED, this::key);
    setOnDragOver(
        e -> {
          if (e.getDragboard().hasFiles()) {
            e.acceptTransferModes(TransferMode.COPY);
          }
        });
    setOnDragDropped(
        e -> {
          if (e.getDragboard().hasFiles()) {
            add(e.getDragboard().getFiles().stream().map(java.io.File::toPath).toList());
            e.setDropCompleted(true);
          }
        });
    addEventFilter(
        javafx.scene.input.InputEvent.ANY,
        e -> {
          if (e.getEventType() == KeyEvent.KEY_RELEASED
              || e.getEventType() == javafx.scene.input.MouseEvent.MOUSE_RELEASED) {
            showStatus();
          }
        });
    for (var place : rail.keySet()) {
      place.status().subscribe(_ -> showStatus());
      place
          .crumb()
          .subscribe(
              now -> {
                if (here == place) {
                  crumb.setText(now);
                }
              });
    }
  }

  /// Shows the first view: the library, or the first run when it is empty.
  void begin(Optional<ArticleId> article, boolean isEmpty) {
    show(isEmpty ? ingest : library);
    counting.run(workbench::tally, this::meter, this::failed);
    article.ifPresent(id -> open(id, Optional.empty()));
  }

  // -- the parts --

  private Node topBar() {
    var name = Nodes.label(String.valueOf(workbench.folder().getFileName()), "title");
    name.setMinWidth(0);
    var back = Nodes.iconButton("fth-arrow-left", t("Back"), this::back);
    back.disableProperty().bind(journey.canGoBack.not());
    var forward = Nodes.iconButton("fth-arrow-right", t("Forward"), this::forward);
    forward.disableProperty().bind(journey.canGoForward.not());
    var field = new Button();
    var prompt =
        Nodes.row(
            8,
            Glyphs.icon("fth-search"),
            Nodes.label(t("Go to, or run a command"), "muted"),
            Nodes.spring(),
            Glyphs.caps(Command.of("Shortcut+K", "", () -> {})));
    prompt.setPrefWidth(400);
    field.setGraphic(prompt);
    field.setAccessibleText(t("Go to, or run a command"));
    field.getStyleClass().add("palette-field");
    field.setOnAction(_ -> openPalette(""));
    meterFill.getStyleClass().add("fill");
    meterFill.setMaxHeight(4);
    var meter = new StackPane(meterFill);
    meter.getStyleClass().add("meter");
    meter.setMinWidth(72);
    meter.setMaxWidth(72);
    StackPane.setAlignment(meterFill, Pos.CENTER_LEFT);
    var theme =
        Nodes.iconButton(
            openings.theme() == Theme.LIGHT ? "fth-sun" : "fth-moon", t("Light or dark"), () -> {});
    theme.setOnAction(
        _ -> {
          toggleTheme();
          theme.setGraphic(Glyphs.icon(openings.theme() == Theme.LIGHT ? "fth-sun" : "fth-moon"));
        });
    var help = Nodes.iconButton("fth-help-circle", t("Keys of this view"), this::keys);
    var who = Nodes.label(initials(System.getProperty("user.name", "")), "initials");
    who.setAccessibleText(t("Coder {0}", System.getProperty("user.name", "")));
    crumb.setMinWidth(0);
    crumb.setMaxWidth(260);
    meterWords.setMinWidth(Region.USE_PREF_SIZE);
    var bar =
        new HBox(
            Glyphs.mark(),
            name,
            back,
            forward,
            crumb,
            Nodes.spring(),
            meter,
            meterWords,
            theme,
            help,
            who);
    bar.getStyleClass().add("top-bar");
    field.setMaxWidth(Region.USE_PREF_SIZE);
    return new StackPane(bar, field);
  }

  private static String initials(String name) {
    var letters = name.replaceAll("[^\\p{L}]", "");
    return letters.substring(0, Math.min(2, letters.length())).toUpperCase(java.util.Locale.ROOT);
  }

  private Node rail() {
    var box =
        new VBox(
            place("fth-search", t("Library"), library),
            place("fth-book-open", t("Reader"), reader),
            Nodes.spring(),
            place("fth-inbox", t("Ingest"), ingest));
    box.getStyleClass().add("rail");
    return box;
  }

  private Node place(String icon, String words, Place place) {
    var button = new ToggleButton(words, Glyphs.icon(icon));
    button.setAccessibleText(words);
    button.setOnAction(_ -> go(place));
    rail.put(place, button);
    var line = new Region();
    line.getStyleClass().add("here");
    button
        .selectedProperty()
        .subscribe(
            on -> line.pseudoClassStateChanged(javafx.css.PseudoClass.getPseudoClass("on"), on));
    return Nodes.row(1, line, button);
  }

  private void show(Place place) {
    here = place;
    content.getChildren().setAll(place.node());
    rail.forEach((one, button) -> button.setSelected(one == place));
    crumb.setText(place.crumb().getValue());
    // the panes of a view are made by its skins: without them nothing in it can take the keyboard,
    // and
    // lines laid out before their looks are known keep the wrong height
    content.applyCss();
    content.layout();
    place.refresh();
    showStatus();
    place.focus();
  }

  private void showStatus() {
    status.show(here);
  }

  /// Goes to a view; back comes to where one is now.
  private void searchField() {
    go(library);
    library.search();
  }

  private void go(Place place) {
    if (place != here) {
      journey.leave(from());
      show(place);
    } else {
      rail.forEach((one, button) -> button.setSelected(one == place));
    }
  }

  private Runnable from() {
    var place = here;
    var state = place.here();
    return () -> {
      show(place);
      state.run();
    };
  }

  private void back() {
    journey.back(from());
  }

  private void forward() {
    journey.forward(from());
  }

  // -- what the views ask --

  @Override
  public Workbench workbench() {
    return workbench;
  }

  @Override
  public Tasks tasks() {
    return tasks;
  }

  @Override
  public void open(ArticleId article, Optional<FindingId> at) {
    journey.leave(from());
    show(reader);
    reader.open(article, at);
  }

  @Override
  public void details(ArticleId article) {
    open(article, Optional.empty());
    reader.details();
  }

  @Override
  public void search(String query) {
    journey.leave(from());
    show(library);
    library.ask(query);
  }

  @Override
  public void add(List<Path> paths) {
    go(ingest);
    ingest.add(paths);
  }

  @Override
  public void choose(boolean folder) {
    if (folder) {
      var chooser = new DirectoryChooser();
      chooser.setTitle(t("Choose a folder of articles"));
      Optional.ofNullable(chooser.showDialog(getScene().getWindow()))
          .ifPresent(f -> add(List.of(f.toPath())));
    } else {
      var chooser = new FileChooser();
      chooser.setTitle(t("Choose articles"));
      Optional.ofNullable(chooser.showOpenMultipleDialog(getScene().getWindow()))
          .ifPresent(files -> add(files.stream().map(java.io.File::toPath).toList()));
    }
  }

  @Override
  public void paste() {
    var text = Clipboard.getSystemClipboard().getString();
    if (text == null || text.isBlank()) {
      said(t("The clipboard holds no text. Copy an article first."), false);
    } else {
      go(ingest);
      ingest.pasteText(text);
    }
  }

  @Override
  public void openLibrary(Path folder) {
    openings.library(folder);
  }

  @Override
  public void chooseLibrary() {
    var chooser = new DirectoryChooser();
    chooser.setTitle(t("Choose a library's folder"));
    Optional.ofNullable(chooser.showDialog(getScene().getWindow()))
        .ifPresent(f -> openLibrary(f.toPath()));
  }

  @Override
  public void openSample() {
    openings.sample();
  }

  @Override
  public void changed() {
    here.refresh();
    counting.run(workbench::tally, this::meter, this::failed);
  }

  private void meter(Tally tally) {
    meterWords.setText(t("{0} of {1} reviewed", tally.reviewed(), tally.findings()));
    meterFill.setMaxWidth(tally.findings() == 0 ? 0 : 72.0 * tally.reviewed() / tally.findings());
    showStatus();
  }

  @Override
  public void said(String words, boolean undo) {
    status.done(words);
    showStatus();
    if (undo) {
      return; // the status bar says it, Ctrl Z undoes it
    }
    notice(words, List.of(), 6);
  }

  @Override
  public void failed(RuntimeException problem) {
    var words = Optional.ofNullable(problem.getMessage()).orElse(problem.toString());
    var copy =
        Nodes.button(
            t("Copy details"),
            () -> {
              var trace = new java.io.StringWriter();
              problem.printStackTrace(new java.io.PrintWriter(trace));
              var content = new javafx.scene.input.ClipboardContent();
              content.putString(trace.toString());
              Clipboard.getSystemClipboard().setContent(content);
            },
            "link");
    notice(words, List.of(copy), 0);
  }

  /// A line above the status bar; it goes after so many seconds, or when closed (0).
  private void notice(String words, List<Node> ways, int seconds) {
    var label = Nodes.label(words);
    label.setWrapText(true);
    label.setMaxWidth(720);
    var row = Nodes.row(12, label);
    row.getChildren().addAll(ways);
    row.getChildren()
        .add(Nodes.button(t("Close"), () -> notices.getChildren().remove(row), "link"));
    row.getStyleClass().add("toast");
    row.setMaxWidth(Region.USE_PREF_SIZE);
    row.setAccessibleText(words);
    if (notices.getChildren().size() > 3) {
      notices.getChildren().removeFirst();
    }
    notices.getChildren().add(row);
    if (seconds > 0) {
      var pause = new PauseTransition(Duration.seconds(seconds));
      pause.setOnFinished(_ -> notices.getChildren().remove(row));
      pause.play();
    }
  }

  void undo() {
    tasks.edit(
        workbench::undo,
        words -> {
          said(
              words.map(w -> t("Undone: {0}", w)).orElse(t("There is nothing to undo.")),
              words.isPresent());
          changed();
        },
        this::failed);
  }

  private void redo() {
    tasks.edit(
        workbench::redo,
        words -> {
          said(
              words.map(w -> t("Done again: {0}", w)).orElse(t("There is nothing to do again.")),
              words.isPresent());
          changed();
        },
        this::failed);
  }

  // -- keys --

  private List<Command> everywhere() {
    return List.of(
        Command.of("Shortcut+K", t("Go to, or run a command"), () -> openPalette("")),
        Command.quiet("Slash Shortcut+F", t("Search the library"), this::searchField),
        Command.quiet("Shortcut+DIGIT1", t("Go to Library"), () -> go(library)),
        Command.quiet("Shortcut+DIGIT2", t("Go to Reader"), () -> go(reader)),
        Command.quiet("Shortcut+DIGIT9", t("Go to Ingest"), () -> go(ingest)),
        Command.quiet("Alt+Left", t("Back"), this::back),
        Command.quiet("Alt+Right", t("Forward"), this::forward),
        Command.quiet("Shortcut+Z", t("Undo"), this::undo),
        Command.quiet("Shortcut+Shift+Z", t("Redo"), this::redo),
        Command.quiet("Shortcut+O", t("Add files…"), () -> choose(false)),
        Command.quiet("Shortcut+V", t("Add the article on the clipboard"), this::paste),
        Command.quiet("", t("Add a folder…"), () -> choose(true)),
        Command.quiet("", t("Open a library…"), this::chooseLibrary),
        Command.quiet("", t("Open the sample library"), this::openSample),
        Command.quiet("Shortcut+R", t("Reload"), this::changed),
        Command.quiet("Shortcut+Shift+D", t("Light or dark"), this::toggleTheme),
        Command.quiet("F6", t("Next pane"), () -> pane(1)),
        Command.quiet("Shift+F6", t("Previous pane"), () -> pane(-1)),
        Command.quiet("F1 Shift+Slash", t("Keys of this view"), this::keys));
  }

  private void key(KeyEvent event) {
    var over = getChildren().size() > 2;
    if (over) {
      if (event.getCode() == KeyCode.ESCAPE) {
        closePalette();
        event.consume();
      }
      return;
    }
    var focus = Optional.ofNullable(getScene()).map(s -> s.getFocusOwner());
    var typing = focus.filter(Frame::takesKeys).isPresent();
    var pressing =
        focus.filter(ButtonBase.class::isInstance).isPresent()
            && (event.getCode() == KeyCode.ENTER || event.getCode() == KeyCode.SPACE);
    List<Command> all = new ArrayList<>(here.commands());
    all.addAll(everywhere());
    for (var command : all) {
      var key = command.fitting(event);
      if (key.isPresent()
          && !(typing && (Command.isBare(key.get()) || isEditing(event)))
          && !pressing) {
        command.run().run();
        event.consume();
        showStatus();
        return;
      }
    }
    if (typing && event.getCode() == KeyCode.ESCAPE && !event.isConsumed()) {
      here.focus();
    }
  }

  /// True in text fields and in the lists that belong to one (style class `editor`).
  private static boolean takesKeys(Node focus) {
    for (var node = focus; node != null; node = node.getParent()) {
      if (node instanceof TextInputControl || node.getStyleClass().contains("editor")) {
        return true;
      }
    }
    return false;
  }

  /// Keys a text field keeps for itself: undo, paste, moving by words.
  private static boolean isEditing(KeyEvent event) {
    return event.isShortcutDown()
        && switch (event.getCode()) {
          case Z, V, LEFT, RIGHT -> true;
          default -> false;
        };
  }

  /// Puts the keyboard into the next pane of the view: search, list, text, inspector.
  private void pane(int by) {
    List<Node> panes = new ArrayList<>();
    for (var pane :
        List.of(".query-field", ".list-view", ".styled-text-area", ".inspector .primary")) {
      here.node().lookupAll(pane).stream().filter(Node::isVisible).forEach(panes::add);
    }
    if (!panes.isEmpty()) {
      var focus = getScene().getFocusOwner();
      var at = 0;
      for (var i = 0; i < panes.size(); i++) {
        for (Node node = focus; node != null; node = node.getParent()) {
          at = node == panes.get(i) ? i : at;
        }
      }
      panes.get(Math.floorMod(at + by, panes.size())).requestFocus();
    }
  }

  private void openPalette(String text) {
    before = Optional.ofNullable(getScene().getFocusOwner());
    List<Command> all = new ArrayList<>(here.commands());
    all.addAll(everywhere());
    if (!getChildren().contains(palette)) {
      getChildren().add(palette);
    }
    palette.begin(all.stream().filter(c -> !c.words().isEmpty()).toList());
  }

  private void closePalette() {
    while (getChildren().size() > 2) {
      getChildren().removeLast();
    }
    before.ifPresentOrElse(Node::requestFocus, () -> here.focus());
  }

  private void keys() {
    if (getChildren().size() == 2) {
      before = Optional.ofNullable(getScene().getFocusOwner());
      var sheet =
          new KeysSheet(here.crumb().getValue(), here.commands(), everywhere(), this::closePalette);
      getChildren().add(sheet);
      sheet.requestFocus();
    }
  }

  private void toggleTheme() {
    var to = openings.theme().other();
    openings.theme(to);
    tasks.edit(
        () -> {
          workbench.setting("theme", to.word());
          return to;
        },
        kept -> said(kept == Theme.LIGHT ? t("Light theme") : t("Dark theme"), true),
        this::failed);
  }

  /// Stops files going in, and returns what waits until the last of them is kept; call it off the
  /// screen's thread.
  Runnable leave() {
    return ingest.leave();
  }

  /// For the walk through all screens: the view under this name in the rail.
  void go(String name) {
    rail.forEach(
        (place, button) -> {
          if (button.getText().equals(name)) {
            go(place);
          }
        });
  }

  static String title(Workbench workbench) {
    return Texts.t("{0} – Tellings", String.valueOf(workbench.folder().getFileName()));
  }
}
