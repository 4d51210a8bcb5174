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
import javafx.scene.control.ToggleButton;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.stage.DirectoryChooser;
import javafx.stage.FileChooser;
import javafx.util.Duration;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.model.Tally;
import org.tellings.ui.claims.ClaimsView;
import org.tellings.ui.compare.CompareView;
import org.tellings.ui.figures.FiguresView;
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
import org.tellings.ui.quotes.QuotesView;
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
  private final Deferred<CompareView> compare;
  private final Deferred<QuotesView> quotes;
  private final Deferred<ClaimsView> claims;
  private final Deferred<FiguresView> figures;
  private final IngestView ingest;
  private final Map<Place, ToggleButton> rail = new LinkedHashMap<>();
  private final Journey journey = new Journey();
  private final TopBar top;
  private Place here;
  private Optional<Node> before = Optional.empty();
  private boolean ran;

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
    compare = new Deferred<>(t("Compare"), () -> new CompareView(this));
    quotes = new Deferred<>(t("Quotes"), () -> new QuotesView(this));
    claims = new Deferred<>(t("Claims"), () -> new ClaimsView(this));
    figures = new Deferred<>(t("Figures"), () -> new FiguresView(this));
    ingest = new IngestView(this);
    palette = new PaletteView(this, this::closePalette);
    here = library;
    getStyleClass().add("frame");
    top =
        new TopBar(
            String.valueOf(workbench.folder().getFileName()),
            journey,
            new TopBar.Doing(
                this::back,
                this::forward,
                () -> openPalette(""),
                this::toggleTheme,
                this::keys,
                () -> search("state:machine")));
    top.theme(openings.theme());
    body.setTop(top);
    body.setLeft(rail());
    body.setCenter(content);
    body.setBottom(status);
    notices.setAlignment(Pos.BOTTOM_CENTER);
    notices.setPickOnBounds(false);
    notices.setPadding(new javafx.geometry.Insets(0, 0, 44, 0));
    getChildren().addAll(body, notices);
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          ran = false;
          key(e);
        });
    // the letter of a key that ran a command is not typed into the field it opened
    addEventFilter(
        KeyEvent.KEY_TYPED,
        e -> {
          if (ran) {
            e.consume();
          }
        });
    addEventHandler(
        KeyEvent.KEY_PRESSED,
        e -> {
          var focus = Optional.ofNullable(getScene()).map(s -> s.getFocusOwner());
          if (e.getCode() == KeyCode.ESCAPE && focus.filter(Keyboard::takesKeys).isPresent()) {
            here.focus();
            e.consume();
          }
        });
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
                  top.crumb(now);
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

  private Node rail() {
    var box =
        new VBox(
            place("fth-search", t("Library"), library),
            place("fth-book-open", t("Reader"), reader),
            place("fth-columns", t("Compare"), compare),
            place("fth-message-square", t("Quotes"), quotes),
            place("fth-grid", t("Claims"), claims),
            place("fth-hash", t("Figures"), figures),
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
    top.crumb(place.crumb().getValue());
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
  public void compare(ArticleId article) {
    compare.get().add(article);
    status.done(t("Added to Compare"));
    showStatus();
  }

  @Override
  public void details(ArticleId article) {
    open(article, Optional.empty());
    reader.details();
  }

  @Override
  public void library() {
    go(library);
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
    top.meter(tally);
    showStatus();
  }

  @Override
  public void saidWithUndo(String words) {
    said(words, true);
    var undo = Nodes.button(t("Undo"), this::undo, "link");
    undo.setId("undo");
    notice(words, List.of(undo), 12);
  }

  @Override
  public void said(String words, boolean undo) {
    notices.getChildren().removeIf(one -> one.lookup("#undo") != null);
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
    notices.getChildren().removeIf(one -> words.equals(one.getAccessibleText()));
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
          reader.follow();
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
          reader.follow();
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
        Command.quiet("Shortcut+DIGIT3", t("Go to Compare"), () -> go(compare)),
        Command.quiet("Shortcut+DIGIT4", t("Go to Quotes"), () -> go(quotes)),
        Command.quiet("Shortcut+DIGIT5", t("Go to Claims"), () -> go(claims)),
        Command.quiet("Shortcut+DIGIT6", t("Go to Figures"), () -> go(figures)),
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
        Command.quiet("F6", t("Next pane"), () -> Keyboard.pane(here.node(), 1)),
        Command.quiet("Shift+F6", t("Previous pane"), () -> Keyboard.pane(here.node(), -1)),
        Command.quiet("F1 Shift+Slash", t("Keys of this view"), this::keys));
  }

  private void key(KeyEvent event) {
    if (getChildren().size() > 2) {
      if (event.getCode() == KeyCode.ESCAPE) {
        closePalette();
        event.consume();
      }
      return;
    }
    List<Command> all = new ArrayList<>(here.commands());
    all.addAll(everywhere());
    var focus = Optional.ofNullable(getScene()).map(s -> s.getFocusOwner());
    if (Keyboard.run(event, all, focus)) {
      event.consume();
      ran = true;
      showStatus();
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
    top.theme(to);
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
