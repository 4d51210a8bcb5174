package org.tellings.ui.ingest;

import static org.tellings.ui.kit.Texts.t;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Insets;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tellings.model.Intake;
import org.tellings.model.Kind;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Place;
import org.tellings.ui.kit.Texts;

/// Articles going in: how far it is, what needs a person, the whole ledger. Empty: the first run.
public final class IngestView extends BorderPane implements Place {

  private final Desk desk;
  private final IngestModel model;
  private final StringProperty status = new SimpleStringProperty("");
  private final StringProperty job = new SimpleStringProperty("");
  private final ListView<Intake> ledger = new ListView<>();
  private final Label number = Nodes.label("", "big-number");
  private final Label of = Nodes.label("", "muted");
  private final Label left = Nodes.label("", "muted");
  private final HBox bar = new HBox();
  private final HBox legends = Nodes.row(20);
  private final HBox jobButtons = Nodes.row(8);
  private final VBox found = new VBox(8);
  private final ToggleButton all = new ToggleButton();
  private final ToggleButton need = new ToggleButton();
  private final ToggleButton ready = new ToggleButton();
  private final HBox retryHolder = Nodes.row(8);
  private final VBox page;
  private boolean first;
  private String selected = "";

  public IngestView(Desk desk) {
    this.desk = desk;
    this.model = new IngestModel(desk);
    ledger.setId("ledger");
    ledger.setItems(model.listed);
    ledger.setCellFactory(_ -> new LedgerCell(model, desk));
    ledger.setAccessibleText(t("Ledger of the files"));
    ledger.setPlaceholder(Nodes.empty(t("No files here.")));
    ledger.addEventHandler(KeyEvent.KEY_RELEASED, _ -> chosen());
    ledger.addEventHandler(MouseEvent.MOUSE_CLICKED, _ -> chosen());
    VBox.setVgrow(ledger, Priority.ALWAYS);
    page = new VBox(toolbar(), overview(), filters(), head(), inWork(), ledger);
    model.changed.subscribe(this::show);
    model.running.subscribe(this::show);
    model.paused.subscribe(this::show);
    show();
  }

  public void add(List<Path> paths) {
    model.add(paths);
  }

  public void pasteText(String text) {
    model.pasteText(text);
  }

  /// Stops files going in; the answer waits, off the screen's thread, until the last is kept.
  public Runnable leave() {
    return model.leave();
  }

  private Node toolbar() {
    var add =
        Nodes.button(
            "fth-plus",
            t("Add files"),
            Command.of("Shortcut+O", "", () -> desk.choose(false)).changing(),
            "secondary");
    var bar =
        Nodes.row(
            8,
            Nodes.label(t("Ingest"), "title"),
            Nodes.spring(),
            Nodes.button(t("Add a folder…"), () -> desk.choose(true), "link", Nodes.CHANGING),
            add);
    bar.getStyleClass().add("view-toolbar");
    return bar;
  }

  private Node overview() {
    bar.getStyleClass().add("four-bar");
    var keep =
        Nodes.label(
            t("You can start reading now. Cancelling keeps the files that are ready."),
            "small",
            "muted");
    keep.visibleProperty().bind(model.running);
    keep.managedProperty().bind(keep.visibleProperty());
    keep.setMinWidth(0);
    Nodes.hint(keep, keep.getText());
    var progress =
        new VBox(
            10,
            Nodes.row(8, number, of, Nodes.spring(), left, jobButtons),
            bar,
            Nodes.row(8, legends, Nodes.spring(), keep));
    HBox.setHgrow(progress, Priority.ALWAYS);
    found.setMinWidth(300);
    var box = new HBox(40, progress, found);
    box.setPadding(new Insets(20, 24, 24, 24));
    return box;
  }

  private Node filters() {
    var group = new ToggleGroup();
    var parts = List.of(IngestModel.Part.ALL, IngestModel.Part.NEED, IngestModel.Part.READY);
    var buttons = List.of(all, need, ready);
    for (var i = 0; i < buttons.size(); i++) {
      var part = parts.get(i);
      var button = buttons.get(i);
      button.setToggleGroup(group);
      button.setOnAction(_ -> model.part.set(part));
      model.part.subscribe(now -> button.setSelected(now == part));
    }
    var save = Nodes.button(t("Save report…"), this::save, "link");
    var row = Nodes.row(8, Nodes.segmented(all, need, ready), Nodes.spring(), retryHolder, save);
    row.setPadding(new Insets(8, 24, 8, 24));
    row.getStyleClass().add("line-above");
    return row;
  }

  private static Node head() {
    var file = Nodes.label(t("File"), "hint");
    file.setPrefWidth(308);
    var first = new Region();
    first.setPrefWidth(48);
    var found = Nodes.label(t("Found"), "hint");
    found.setMinWidth(LedgerCell.COUNTS + LedgerCell.REMEDIES + 16);
    var head =
        Nodes.row(0, first, file, Nodes.label(t("What happened"), "hint"), Nodes.spring(), found);
    head.getStyleClass().add("ledger-head");
    return head;
  }

  /// The file that is read now; it stands over the ledger, and in it when it is through.
  private Node inWork() {
    var name = Nodes.label("", "mono");
    name.setId("file-in-work");
    name.setMinWidth(280);
    name.setPrefWidth(300);
    name.setMaxWidth(300);
    model.file.subscribe(
        now -> {
          name.setText(now.isEmpty() ? "" : String.valueOf(Path.of(now).getFileName()));
          Nodes.hint(name, now);
        });
    var rate = Nodes.label("", "small", "muted");
    rate.setId("rate");
    rate.textProperty().bind(model.rate);
    var icon = new HBox(Glyphs.icon("fth-loader"));
    icon.setMinWidth(40);
    icon.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    var row = Nodes.row(8, icon, name, rate);
    row.getStyleClass().addAll("row", "ledger-row");
    row.setMinHeight(36);
    row.visibleProperty().bind(model.file.isNotEmpty());
    row.managedProperty().bind(row.visibleProperty());
    return row;
  }

  /// What a person selected stays selected, wherever its row goes.
  private void chosen() {
    Optional.ofNullable(ledger.getSelectionModel().getSelectedItem())
        .ifPresent(row -> selected = row.path());
  }

  /// What a person selected is selected again, else the first.
  private void select() {
    var now = ledger.getSelectionModel();
    if (model.listed.isEmpty()) {
      return;
    }
    var row =
        IntStream.range(0, model.listed.size())
            .filter(i -> model.listed.get(i).path().equals(selected))
            .findFirst()
            .orElse(0);
    if (now.getSelectedIndex() != row || now.getSelectedItem() != model.listed.get(row)) {
      now.clearAndSelect(row);
    }
  }

  private void show() {
    select();
    first = model.ledger.isEmpty() && !model.running.get();
    setCenter(first ? new FirstRun(desk) : page);
    var seen = model.ledger.size();
    var running = model.running.get();
    number.setText(Texts.t("{0}", running ? model.done.get() : seen));
    of.setText(
        running
            ? t("of {0} files read", model.total.get())
            : seen == 1 ? t("file in the ledger") : t("files in the ledger"));
    left.setText(
        running && model.secondsLeft.get() >= 0
            ? t("about {0} s left", model.secondsLeft.get())
            : "");
    jobButtons.getChildren().clear();
    if (running) {
      jobButtons
          .getChildren()
          .addAll(
              Nodes.button(
                  model.paused.get() ? "fth-play" : "fth-pause",
                  model.paused.get() ? t("Go on") : t("Pause"),
                  Command.of("P", "", () -> model.pause(!model.paused.get())),
                  "secondary"),
              Nodes.button(
                  "fth-x",
                  t("Cancel"),
                  Command.of("Esc", t("Cancel"), model::cancel),
                  "secondary"));
    }
    var parts =
        List.of(
            new Part("bar-ready", t("{0} ready", model.ready()), model.ready()),
            new Part(
                "bar-need",
                model.needing() == 1 ? t("1 needs you") : t("{0} need you", model.needing()),
                model.needing()),
            new Part(
                "bar-copy",
                t("{0} duplicates, {1} skipped", model.copies(), model.skipped()),
                model.copies() + model.skipped()),
            new Part("bar-wait", t("{0} waiting", model.waiting()), model.waiting()));
    bar.getChildren().clear();
    legends.getChildren().clear();
    var sum = Math.max(1, parts.stream().mapToInt(Part::count).sum());
    for (var part : parts) {
      var region = new Region();
      region.getStyleClass().add(part.style());
      region.prefWidthProperty().bind(bar.widthProperty().multiply((double) part.count() / sum));
      bar.getChildren().add(region);
      var swatch = new Region();
      swatch.getStyleClass().addAll("swatch", part.style());
      legends.getChildren().add(Nodes.row(6, swatch, Nodes.fixed(part.words(), "small", "muted")));
    }
    legends.setMinWidth(Region.USE_PREF_SIZE);
    bar.setAccessibleText(String.join(", ", parts.stream().map(Part::words).toList()));
    all.setText(t("All {0}", seen));
    need.setText(t("Need you and recent"));
    ready.setText(t("Ready {0}", model.ready()));
    retryHolder.getChildren().clear();
    if (model.unreadable() > 0) {
      retryHolder
          .getChildren()
          .add(
              Nodes.button(
                  "fth-refresh-cw",
                  model.unreadable() == 1
                      ? t("Retry 1 error")
                      : t("Retry all {0} errors", model.unreadable()),
                  Command.of("R", "", model::retry).changing(),
                  "secondary"));
    }
    showFound();
    job.set(
        !running
            ? ""
            : model.total.get() == 0
                ? t("Files are going in")
                : model.paused.get()
                    ? t("Paused at {0} of {1}", model.done.get(), model.total.get())
                    : t("Indexing {0} of {1}", model.done.get(), model.total.get()));
    status.set(
        running
            ? job.get()
            : first
                ? t("No articles yet")
                : t(
                    "{0} seen = {1} added + {2} duplicate + {3} unreadable + {4} skipped",
                    seen,
                    seen - model.copies() - model.unreadable() - model.skipped(),
                    model.copies(),
                    model.unreadable(),
                    model.skipped()));
  }

  private record Part(String style, String words, int count) {}

  private void showFound() {
    found
        .getChildren()
        .setAll(
            Nodes.label(model.running.get() ? t("Found so far") : t("Found"), "small", "muted"));
    List<Kind> kinds = List.of(Kind.values());
    for (var i = 0; i < kinds.size(); i += 2) {
      var row = Nodes.row(32);
      kinds
          .subList(i, Math.min(kinds.size(), i + 2))
          .forEach(kind -> row.getChildren().add(count(kind)));
      found.getChildren().add(row);
    }
  }

  private HBox count(Kind kind) {
    var n = model.tally.get().found().getOrDefault(kind, 0);
    var words =
        kind == Kind.ENTITY
            ? (n == 1 ? t("entity") : t("entities"))
            : n == 1 ? kind.word() : kind.word() + "s";
    var row =
        Nodes.row(
            6,
            Glyphs.letter(kind),
            Nodes.label(Texts.t("{0}", n), "strong"),
            Nodes.label(words, "muted"));
    row.setPrefWidth(130);
    return row;
  }

  private void save() {
    var chooser = new javafx.stage.FileChooser();
    chooser.setTitle(t("Save the ledger"));
    chooser.setInitialFileName("ledger.csv");
    Optional.ofNullable(chooser.showSaveDialog(getScene().getWindow()))
        .ifPresent(
            file -> {
              var rows = List.copyOf(model.ledger.values());
              desk.tasks()
                  .run(
                      () -> {
                        org.tellings.workbench.Workbench.write(rows, file.toPath());
                        return file.getName();
                      },
                      name -> desk.said(t("Saved {0}", name), false),
                      desk::failed);
            });
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public String name() {
    return t("Ingest");
  }

  @Override
  public ObservableValue<String> crumb() {
    return new SimpleStringProperty(t("Ingest"));
  }

  @Override
  public List<Command> commands() {
    List<Command> all = new ArrayList<>();
    all.add(Command.of("Shortcut+O", t("Choose files"), () -> desk.choose(false)).changing());
    all.add(Command.of("Shortcut+V", t("Paste an article"), desk::paste).changing());
    if (model.running.get()) {
      all.add(
          Command.of(
              "P",
              model.paused.get() ? t("Go on") : t("Pause"),
              () -> model.pause(!model.paused.get())));
      all.add(Command.of("Esc", t("Cancel"), model::cancel));
    } else if (model.unreadable() > 0) {
      all.add(Command.of("R", t("Retry errors"), model::retry).changing());
      if (ledger.getSelectionModel().getSelectedItem() instanceof Intake.Unreadable u) {
        all.add(Command.of("Delete", t("Skip file"), () -> model.skip(u)).changing());
      }
    }
    Optional.ofNullable(ledger.getSelectionModel().getSelectedItem())
        .flatMap(this::remedy)
        .ifPresent(all::add);
    return all;
  }

  /// What is done first about a file: the first button of its row.
  private Optional<Command> remedy(Intake intake) {
    return switch (intake) {
      case Intake.Unreadable u ->
          model.running.get()
              ? Optional.empty()
              : Optional.of(Command.of("Enter", t("Retry"), () -> model.retry(u)).changing());
      case Intake.Added a when !a.missing().isEmpty() ->
          Optional.of(
              Command.of("Enter", t("Set details"), () -> desk.details(a.article())).changing());
      case Intake.Added a ->
          Optional.of(
              Command.of("Enter", t("Read"), () -> desk.open(a.article(), Optional.empty())));
      case Intake.Duplicate d ->
          Optional.of(
              Command.of("Enter", t("Show"), () -> desk.open(d.article(), Optional.empty())));
      case Intake.Skipped _ -> Optional.empty();
    };
  }

  @Override
  public ObservableValue<String> status() {
    return status;
  }

  /// How far the files are that go in, empty when none do.
  public ObservableValue<String> job() {
    return job;
  }

  @Override
  public void refresh() {
    if (!model.running.get()) {
      model.reload();
    }
  }

  @Override
  public Runnable here() {
    return () -> {};
  }

  @Override
  public void focus() {
    if (!first) {
      ledger.requestFocus();
    }
  }
}
