package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.input.Clipboard;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.model.Span;
import org.tellings.model.Tally;
import org.tellings.ui.claims.ClaimsView;
import org.tellings.ui.coding.CodingView;
import org.tellings.ui.compare.CompareView;
import org.tellings.ui.figures.FiguresView;
import org.tellings.ui.ingest.IngestView;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.KeyMap;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Place;
import org.tellings.ui.kit.Tasks;
import org.tellings.ui.kit.Texts;
import org.tellings.ui.library.LibraryView;
import org.tellings.ui.names.NamesView;
import org.tellings.ui.palette.PaletteView;
import org.tellings.ui.quotes.QuotesView;
import org.tellings.ui.reader.ReaderView;
import org.tellings.ui.reading.ReadingView;
import org.tellings.ui.timeline.TimelineView;
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
  private final Sources sources;
  private final Jobs jobs;
  private final Backwards backwards;
  private final Choices choices;
  private final Deferred<SettingsView> settings;
  private final BorderPane body = new BorderPane();
  private final StackPane content = new StackPane();
  private final Keyboard keyboard = new Keyboard();
  private final Queues queues = new Queues(this);
  private final KeyMap keys = new KeyMap();
  private final StatusBar status = new StatusBar(this::toIngest);
  private Place here;
  private final Attention attention =
      new Attention(
          this,
          new Attention.Window(
              () -> here, this::everywhere, keys, this::showStatus, this::refusing),
          keyboard);
  private final Notices notices = new Notices();
  private final Problems problems = new Problems(this::changed);
  private Optional<PaletteView> palette = Optional.empty();
  private final LibraryView library;
  private final ReaderView reader;
  private final Deferred<CompareView> compare;
  private final Deferred<QuotesView> quotes;
  private final Deferred<ClaimsView> claims;
  private final Deferred<FiguresView> figures;
  private final Deferred<NamesView> names;
  private final Deferred<TimelineView> timeline;
  private final Deferred<CodingView> coding;
  private final Deferred<ReadingView> reading;
  private final IngestView ingest;
  private final Rail rail = new Rail(this::go);
  private final Journey journey = new Journey();
  private final TopBar top;

  Frame(Workbench workbench, Tasks tasks, Openings openings) {
    this.workbench = workbench;
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
                          ended();
                        }),
            tasks.unasked());
    this.openings = openings;
    sources = new Sources(this, openings);
    jobs = new Jobs(this, openings, notices::say, new Jobs.Over(attention::cover, this::uncover));
    choices = new Choices(this, openings, keyboard, keys, words -> done(words, Optional.empty()));
    settings =
        new Deferred<>(
            t("Settings"), () -> new SettingsView(choices, workbench.folder(), this::keys));
    counting = this.tasks.lane();
    library = new LibraryView(this);
    reader = new ReaderView(this);
    backwards = new Backwards(this, this::done, reader::follow);
    reader.textSize.bindBidirectional(choices.textSize);
    compare = new Deferred<>(t("Compare"), () -> new CompareView(this));
    quotes = new Deferred<>(t("Quotes"), () -> new QuotesView(this));
    claims = new Deferred<>(t("Claims"), () -> new ClaimsView(this));
    figures = new Deferred<>(t("Figures"), () -> new FiguresView(this));
    names = new Deferred<>(t("Names"), () -> new NamesView(this));
    timeline = new Deferred<>(t("Timeline"), () -> new TimelineView(this));
    coding = new Deferred<>(t("Coding"), () -> new CodingView(this));
    reading =
        new Deferred<>(
            t("Timeline › Reading mode"),
            () -> new ReadingView(this, choices.textSize, () -> visit(timeline)));
    ingest = new IngestView(this);
    here = library;
    getStyleClass().add("frame");
    keys.of(this);
    top =
        new TopBar(
            String.valueOf(workbench.folder().getFileName()),
            journey,
            new TopBar.Doing(
                this::back,
                this::forward,
                this::openPalette,
                choices::toggleTheme,
                this::keys,
                () -> search("state:machine")));
    choices.shown.subscribe(top::theme);
    body.setTop(top);
    places();
    VBox.setVgrow(content, Priority.ALWAYS);
    body.setLeft(rail);
    body.setCenter(new VBox(problems, content));
    body.setBottom(status);
    getChildren().addAll(body, notices);
    Drops.on(this, this::add);
    whyNot().ifPresent(why -> ReadOnly.on(this, why, words -> said(words, false)));
    ingest.job().subscribe(this::job);
    jobs.now.subscribe(this::showStatus);
    for (var place : Stream.concat(rail.places().stream(), Stream.of(reading)).toList()) {
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

  /// What the window holds: the frame, as large as it was chosen.
  Zoom zoomed() {
    return new Zoom(this, choices.zoom);
  }

  /// What an answer changes, the keys in the status bar may show.
  private void ended() {
    if (getScene() != null) {
      attention.keep();
      showStatus();
    }
  }

  /// While files go in there is something to look at.
  private void job(String now) {
    if (!now.isEmpty()) {
      first(false);
    }
    showStatus();
  }

  /// Without articles there is nothing to go to but the ways in.
  private void first(boolean isEmpty) {
    top.first(isEmpty);
    rail.dim(isEmpty, Set.of(ingest, settings));
  }

  /// Shows the first view: the library, or the first run when it is empty.
  void begin(Optional<ArticleId> article, boolean isEmpty) {
    first(isEmpty);
    show(isEmpty ? ingest : library);
    refusing().ifPresent(Runnable::run);
    choices.read(this::showStatus);
    counting.unasked(this::count, this::meter, this::failed);
    article.ifPresent(id -> open(id, Optional.empty()));
  }

  /// The first search has been answered, or refused: the view has what articles it will have.
  boolean isAnswered() {
    return library.isAnswered();
  }

  // -- the parts --

  private void places() {
    rail.add("fth-search", t("Library"), library);
    rail.add("fth-book-open", t("Reader"), reader);
    rail.add("fth-columns", t("Compare"), compare);
    rail.add("fth-message-square", t("Quotes"), quotes);
    rail.add("fth-grid", t("Claims"), claims);
    rail.add("fth-hash", t("Figures"), figures);
    rail.add("fth-users", t("Names"), names);
    rail.add("fth-clock", t("Timeline"), timeline);
    rail.add("fth-tag", t("Coding"), coding);
    rail.spring();
    rail.add("fth-inbox", t("Ingest"), ingest);
    rail.add("fth-settings", t("Settings"), settings);
  }

  private void show(Place place) {
    here = place;
    content.getChildren().setAll(place.node());
    rail.here(place == reading ? timeline : place);
    status.done("", Optional.empty()); // it was done elsewhere
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
    status.show(
        attention.keys(),
        attention.isTyping(),
        here == ingest ? "" : ingest.job().getValue(),
        jobs.now.get(),
        here.status().getValue());
  }

  private void toIngest() {
    go(ingest);
  }

  void searchField() {
    go(library);
    if (here == library) {
      library.search();
    }
  }

  /// Goes to a view, or says why there is nothing to see in it.
  private void go(Place place) {
    if (rail.isDim(place)) {
      said(t("There is nothing to see there yet. Add articles first."), false);
    } else {
      visit(place);
    }
  }

  /// Goes to a view; back comes to where one is now.
  private void visit(Place place) {
    if (place != here) {
      journey.leave(from());
      show(place);
    } else {
      rail.here(place);
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

  void back() {
    journey.back(from());
  }

  void forward() {
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
  public void open(ArticleId article, Span at) {
    journey.leave(from());
    show(reader);
    reader.open(article, at);
  }

  @Override
  public void compare(ArticleId article) {
    compare.get().add(article);
    status.done(t("Added to Compare"), Optional.empty());
    showStatus();
  }

  @Override
  public void sideBySide(List<ArticleId> articles) {
    if (articles.size() == 1) {
      compare.get().add(articles.getFirst());
    } else {
      compare.get().show(articles);
    }
    visit(compare);
  }

  @Override
  public void review(String speaker) {
    quotes.get().only(speaker);
    visit(quotes);
  }

  @Override
  public Optional<Command> toParagraph(int n) {
    return here == reader ? reader.toParagraph(n) : Optional.empty();
  }

  @Override
  public void source(Article article, boolean kept) {
    sources.show(article, kept);
  }

  @Override
  public void reading() {
    visit(reading);
  }

  @Override
  public void show(Supplier<Path> making, String words) {
    sources.show(making, words);
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
  public void export(String kind, List<ArticleId> articles) {
    jobs.export(kind, Optional.of(articles));
  }

  @Override
  public void search(String query) {
    journey.leave(from());
    show(library);
    library.ask(query);
  }

  @Override
  public void add(List<Path> paths) {
    if (!mayAdd()) {
      return;
    }
    var articles = jobs.takeIn(paths);
    if (!articles.isEmpty()) {
      go(ingest);
      ingest.add(articles);
    }
  }

  /// False, and why is said, where the library can only be read.
  private boolean mayAdd() {
    refusing().ifPresent(Runnable::run);
    return refusing().isEmpty();
  }

  @Override
  public void choose(boolean folder) {
    if (!mayAdd()) {
      return; // before anybody chooses in vain
    }
    add(
        folder
            ? Drops.folder(t("Choose a folder of articles"), getScene().getWindow()).stream()
                .toList()
            : Drops.files(getScene().getWindow()));
  }

  @Override
  public void paste() {
    if (!mayAdd()) {
      return;
    }
    var clipboard = Clipboard.getSystemClipboard();
    var text = clipboard.getString();
    if (clipboard.hasFiles()) {
      add(Drops.paths(clipboard.getFiles()));
    } else if (text == null || text.isBlank()) {
      said(t("The clipboard holds neither text nor files. Copy an article first."), false);
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
    Drops.folder(t("Choose a library's folder"), getScene().getWindow())
        .ifPresent(this::openLibrary);
  }

  @Override
  public void openSample() {
    openings.sample();
  }

  @Override
  public void changed() {
    here.refresh();
    counting.run(this::count, this::meter, this::failed);
  }

  /// How much is reviewed, and who works here.
  private record Counted(Tally tally, String coder) {}

  private Counted count() {
    return new Counted(workbench.tally(), workbench.coder());
  }

  private void meter(Counted counted) {
    var tally = counted.tally();
    top.coder(counted.coder());
    top.meter(tally);
    first(tally.articles() == 0 && ingest.job().getValue().isEmpty());
    showStatus();
  }

  @Override
  public void saidWithUndo(String words) {
    said(words, true);
    var undo = Nodes.button(t("Undo"), this::undo, "link");
    undo.setId("undo");
    notices.say(words, List.of(undo), 12);
  }

  @Override
  public void said(String words, boolean undo) {
    done(
        words,
        undo ? Optional.of(Command.quiet("Shortcut+Z", t("Undo"), this::undo)) : Optional.empty());
    if (!undo) {
      notices.say(words, List.of(), 6); // else the status bar says it, and undoes it
    }
  }

  private void done(String words, Optional<Command> back) {
    notices.forgetUndo();
    status.done(words, back);
    showStatus();
  }

  @Override
  public void failed(RuntimeException problem) {
    problems.show(problem);
  }

  void undo() {
    backwards.undo();
  }

  /// What says why the library cannot be changed; empty when it can.
  private Optional<Runnable> refusing() {
    return whyNot().map(why -> () -> said(why, false));
  }

  private Optional<String> whyNot() {
    return Optional.of(workbench.whyNot())
        .filter(why -> !why.isEmpty())
        .map(why -> t("This library can only be read: {0}.", why));
  }

  // -- keys --

  private List<Command> everywhere() {
    return Everywhere.commands(this, choices, backwards, queues, jobs);
  }

  void openPalette() {
    var commands = attention.commands();
    var view = palette.orElseGet(() -> new PaletteView(this, this::uncover));
    palette = Optional.of(view);
    if (attention.cover(view)) {
      view.begin(commands);
    }
  }

  void keys() {
    attention.cover(
        new KeysSheet(
            List.of(
                new KeysSheet.Part(
                    t("Keys of this view: {0}", here.crumb().getValue()),
                    here.name(),
                    here.commands()),
                new KeysSheet.Part(t("Everywhere"), KeyMap.EVERYWHERE, everywhere())),
            keys,
            keyboard,
            choices::keepKeys,
            words -> said(words, false),
            this::uncover));
  }

  @Override
  public void cover(Node node) {
    attention.cover(node);
  }

  @Override
  public void uncover() {
    attention.uncover();
  }

  /// Stops what runs, and returns what waits until it has ended; call that off the screen's thread.
  Runnable leave() {
    var files = ingest.leave();
    var job = jobs.leave();
    return () -> {
      files.run();
      job.run();
    };
  }

  /// Goes to the view under this name in the rail, or says why there is nothing to see in it.
  void to(String name) {
    rail.named(name).ifPresent(this::go);
  }

  /// For the walk through all screens: the view under this name in the rail, whatever is in it.
  void go(String name) {
    rail.named(name).ifPresent(this::visit);
  }

  /// Puts the keyboard into the next pane of the view, or (-1) the one before.
  void pane(int by) {
    Keyboard.pane(here, by);
  }

  static String title(Workbench workbench) {
    var name = String.valueOf(workbench.folder().getFileName());
    return workbench.whyNot().isEmpty()
        ? Texts.t("{0} – Tellings", name)
        : Texts.t("{0} (only to read) – Tellings", name);
  }
}
