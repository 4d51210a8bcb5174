package org.tellings.ui.timeline;

import static org.tellings.ui.kit.Texts.t;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tellings.timeline.Anomaly;
import org.tellings.timeline.Event;
import org.tellings.timeline.When;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Dividers;
import org.tellings.ui.kit.Drawer;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Keys;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Place;
import org.tellings.ui.kit.Texts;

/// What happened when: events on an axis of time with their tellings, and dates that cannot be so.
public final class TimelineView extends BorderPane implements Place {

  final TimelineModel model;
  private final TimePlot plot;
  private final Overview overview;
  private final EventTable table;
  private final EventInspector inspector;
  private final Drawer drawer;
  private final StackPane middle = new StackPane();
  private final VBox top = new VBox();
  private final HBox naming = Nodes.row(8);
  private final Label counts = Nodes.label("", "muted");
  private final Button anomalies =
      Nodes.button("", () -> walk(1), "secondary", "small-button", "anomalies");
  private final ToggleButton asTable = toggle(t("Table"), "fth-list");
  private final StringProperty crumb = new SimpleStringProperty(t("Timeline"));
  private final StringProperty status = new SimpleStringProperty("");

  public TimelineView(Desk desk) {
    getStyleClass().add("timeline");
    model = new TimelineModel(desk);
    plot = new TimePlot(model);
    overview = new Overview(model);
    table = new EventTable(model);
    inspector =
        new EventInspector(
            model, new EventInspector.Asking(this::date, this::rename, this::dismiss));
    var pane = new BorderPane(middle);
    top.getChildren().addAll(toolbar(), filters(), Nodes.loading(model.asking.busy, middle));
    pane.setTop(top);
    pane.setBottom(overview);
    pane.setMinWidth(640);
    var panes = new SplitPane(pane, inspector);
    panes.setDividerPositions(0.75);
    Dividers.keep(desk, "timeline", panes);
    SplitPane.setResizableWithParent(inspector, false);
    drawer = new Drawer(panes, inspector);
    setCenter(drawer);
    model.marks.subscribe(_ -> counted());
    model.flags.subscribe(_ -> counted());
    model.asking.busy.subscribe(_ -> counted());
    model.asking.stopped.subscribe(_ -> counted());
    model.board.selected.subscribe(_ -> point());
    model.board.telling.subscribe(_ -> inspector.show());
    model.flag.subscribe(_ -> inspector.show());
    model.sight.subscribe(_ -> told());
    asTable
        .selectedProperty()
        .subscribe(
            _ -> {
              counted();
              focus();
            });
  }

  // -- the parts --

  private Node toolbar() {
    counts.setMinWidth(0);
    anomalies.setGraphic(flag());
    anomalies.setId("anomalies");
    var bar =
        Nodes.row(
            8,
            Nodes.fixed(t("Timeline"), "title"),
            counts,
            lengths(),
            Nodes.iconButton("fth-zoom-out", t("Farther away"), () -> model.zoom(2)),
            Nodes.iconButton("fth-zoom-in", t("Nearer"), () -> model.zoom(0.5)),
            anomalies,
            Nodes.spring(),
            Nodes.button(
                "fth-book", t("Reading mode"), Command.of("R", "", model::read), "secondary"));
    bar.getStyleClass().add("view-toolbar");
    return bar;
  }

  private static Node flag() {
    var flag = Glyphs.icon("fth-flag");
    flag.getStyleClass().add("danger");
    return flag;
  }

  private Node lengths() {
    var group = new ToggleGroup();
    var all =
        new ToggleButton[] {
          length(t("All"), group, 0),
          length(t("Year"), group, 365),
          length(t("Month"), group, 31),
          length(t("Week"), group, 8),
          length(t("Day"), group, 1.2),
          length(t("Hour"), group, Sight.SHORTEST)
        };
    return Nodes.segmented(all);
  }

  private ToggleButton length(String words, ToggleGroup group, double days) {
    var button = new ToggleButton(words);
    button.setToggleGroup(group);
    button.setAccessibleText(t("Show: {0}", words));
    button.setMinWidth(Label.USE_PREF_SIZE);
    button.setOnAction(
        _ -> {
          if (days == 0) {
            model.all();
          } else {
            var middle = model.selected().map(Mark::at);
            model.see(model.sight.get().of(days));
            middle.ifPresent(at -> model.see(model.sight.get().holding(at)));
          }
          told();
        });
    model.sight.subscribe(
        now ->
            button.setSelected(
                days == 0
                    ? now.equals(model.whole.get())
                    : Math.abs(now.days() / days - 1) < 0.02));
    return button;
  }

  private Node filters() {
    var least = new MenuButton();
    least.getStyleClass().add("order");
    least.setAccessibleText(t("By how many outlets an event is told"));
    least.setMinWidth(Label.USE_PREF_SIZE);
    for (var n : List.of(0, 2, 3, 5, 10)) {
      var item = new MenuItem(n == 0 ? t("any number of outlets") : t("at least {0} outlets", n));
      item.setOnAction(_ -> model.least.set(n));
      least.getItems().add(item);
    }
    model.least.subscribe(
        n ->
            least.setText(
                n.intValue() == 0
                    ? t("Told by any number of outlets")
                    : t("Told by at least {0} outlets", n)));
    var zones = new MenuButton();
    zones.setId("zones");
    zones.getStyleClass().add("order");
    zones.setAccessibleText(t("In which time zone hours are shown"));
    zones.setMinWidth(Label.USE_PREF_SIZE);
    for (var zone : Zones.all()) {
      var item = new MenuItem(Zones.words(zone));
      item.setOnAction(_ -> model.choose(zone));
      zones.getItems().add(item);
    }
    model.zone.subscribe(zone -> zones.setText(t("Hours of {0}", Zones.words(zone))));
    var laned = toggle(t("Articles by outlet"), "fth-align-left");
    laned.setId("laned");
    laned.selectedProperty().bindBidirectional(model.laned);
    asTable.setId("as-table");
    var bar =
        Nodes.row(
            8,
            Nodes.fixed(t("From"), "hint"),
            new DayField("from", t("From"), model.from, When::from, this::focus),
            Nodes.fixed(t("to"), "hint"),
            new DayField("to", t("To"), model.to, When::to, this::focus),
            least,
            zones,
            laned,
            asTable,
            Nodes.spring());
    bar.getStyleClass().addAll("column-header", "timeline-filters");
    return bar;
  }

  private static ToggleButton toggle(String words, String icon) {
    var toggle = new ToggleButton(words, Glyphs.icon(icon));
    toggle.getStyleClass().add("layer-toggle");
    toggle.setMinWidth(Label.USE_PREF_SIZE);
    return toggle;
  }

  // -- what it shows --

  private void counted() {
    counts.setText(
        Texts.count(model.marks.get().size(), t("event"), t("events"))
            + (model.isNarrowed() ? t(" of {0}", model.board.all().size()) : "")
            + ", "
            + Texts.count(model.board.tellings(), t("telling"), t("tellings")));
    Nodes.hint(counts, counts.getText());
    var flags = model.flags.get().size();
    anomalies.setText(Texts.count(flags, t("date anomaly"), t("date anomalies")));
    anomalies.setVisible(flags > 0);
    anomalies.setManaged(flags > 0);
    if (model.marks.get().isEmpty()) {
      put(empty());
    } else if (asTable.isSelected()) {
      table.show();
      put(table);
    } else {
      put(plot);
    }
    overview.setVisible(!model.marks.get().isEmpty());
    told();
    inspector.show();
  }

  /// What stands there already keeps the keyboard.
  private void put(Node node) {
    if (!middle.getChildren().equals(List.of(node))) {
      middle.getChildren().setAll(node);
    }
  }

  private Node empty() {
    return model.asking.placeholder(model::load).orElseGet(this::nothing);
  }

  private Node nothing() {
    return model.board.all().isEmpty()
        ? Nodes.empty(
            t(
                "No events yet. They appear when articles that say when something happened are"
                    + " added."))
        : Nodes.empty(
            t(
                "No event is left. {0} lie outside these days or are told by fewer outlets.",
                Texts.count(model.board.all().size(), t("event"), t("events"))),
            Nodes.button(t("Show all"), model::showAll, "primary"));
  }

  private void told() {
    var sight = model.sight.get();
    var flags = model.flags.get().size();
    status.set(
        model.marks.get().isEmpty()
            ? ""
            : t(
                "{0} · {1} to {2}",
                Texts.count(flags, t("date anomaly"), t("date anomalies")),
                Texts.day(LocalDate.ofEpochDay((long) Math.floor(sight.from()))),
                Texts.day(LocalDate.ofEpochDay((long) Math.floor(sight.to())))));
  }

  private void point() {
    crumb.set(
        model
            .board
            .selected
            .get()
            .map(event -> t("Timeline › {0}", Mark.words(event.when())))
            .orElse(t("Timeline")));
    table.point();
    inspector.show();
  }

  // -- what it asks --

  /// Asks for words in a line over the axis; `then` says whether they will do.
  private void ask(String question, String now, String enter, Predicate<String> then) {
    var typed = new TextField(now);
    typed.setId("editor-event");
    Keys.editor(typed, enter);
    typed.setAccessibleText(t("{0}, Enter keeps, Escape leaves it", question));
    HBox.setHgrow(typed, Priority.ALWAYS);
    typed.setOnKeyPressed(
        e -> {
          var isEnter = e.getCode() == KeyCode.ENTER;
          if (!isEnter && e.getCode() != KeyCode.ESCAPE) {
            return;
          }
          e.consume();
          if (!isEnter || then.test(typed.getText())) {
            top.getChildren().remove(naming);
            focus();
          }
        });
    var label = Nodes.label(question, "strong");
    label.setMinWidth(Region.USE_PREF_SIZE);
    naming.getChildren().setAll(label, typed);
    naming.getStyleClass().setAll("naming");
    if (!top.getChildren().contains(naming)) {
      top.getChildren().add(naming);
    }
    typed.requestFocus();
    typed.selectAll();
  }

  private void rename() {
    model
        .board
        .selected
        .get()
        .ifPresent(
            event ->
                ask(
                    t("Name of the event; empty gives its own words back"),
                    event.title(),
                    t("Keep the name"),
                    typed -> {
                      model.name(typed);
                      return true;
                    }));
  }

  private void date() {
    model
        .board
        .selected
        .get()
        .ifPresent(
            event ->
                ask(
                    t("When it happened: 2025-01-27, 2025-01, 2024/2025, 2025~ for about"),
                    event.when().edtf(),
                    t("Keep the date"),
                    model::date));
  }

  private void dismiss() {
    if (!model.flagsHere().isEmpty()) {
      ask(t("Why is it no anomaly?"), "", t("Dismiss it"), model::dismiss);
    }
  }

  private void walk(int by) {
    drawer.open();
    model.stepFlag(by);
  }

  /// The event selected, if one is.
  public Optional<Event> selected() {
    return model.board.selected.get();
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public String name() {
    return t("Timeline");
  }

  @Override
  public ObservableValue<String> crumb() {
    return crumb;
  }

  @Override
  public List<Command> commands() {
    List<Command> all = new ArrayList<>();
    if (drawer.isOver() && model.board.merging.get().isEmpty()) {
      all.add(Command.of("Esc", t("Close the inspector"), drawer::close));
    }
    all.add(Command.quiet("I", t("Inspector"), drawer::toggle));
    all.add(Command.of("R", t("Reading mode"), model::read));
    if (model.marks.get().isEmpty()) {
      return all;
    }
    all.add(Command.of("J Right", t("Event"), () -> model.step(1)));
    all.add(Command.of("K Left", t("Event before"), () -> model.step(-1)));
    if (model.board.merging.get().isPresent()) {
      all.add(Command.of("Enter", t("Same as the one chosen"), model::same).changing());
      all.add(Command.of("X", t("Not the same"), model::notSame).changing());
      all.add(Command.of("Esc", t("Leave it"), model.board::leaveMerge));
      return all;
    }
    if (!asTable.isSelected()) {
      all.add(Command.of("Down", t("Telling"), () -> model.board.stepTelling(1)));
      all.add(Command.quiet("Up", t("Telling before"), () -> model.board.stepTelling(-1)));
      all.add(Command.of("Equals Shift+Equals Plus Add", t("Nearer"), () -> model.zoom(1 / 1.6)));
      all.add(Command.of("Minus Subtract", t("Farther"), () -> model.zoom(1.6)));
      all.add(Command.of("DIGIT0 Home", t("Whole span"), model::all));
      all.add(Command.quiet("Shift+Right", t("Later"), () -> model.pan(0.25)));
      all.add(Command.quiet("Shift+Left", t("Earlier"), () -> model.pan(-0.25)));
      all.add(Command.quiet("Z", t("Hours of the next time zone"), model::stepZone));
      all.add(
          Command.quiet("L", t("Articles by outlet"), () -> model.laned.set(!model.laned.get())));
    }
    all.add(Command.of("Enter O", t("Open in article"), model::open));
    if (!model.flags.get().isEmpty()) {
      all.add(Command.of("F", t("Next anomaly"), () -> walk(1)));
      all.add(Command.quiet("Shift+F", t("Anomaly before"), () -> walk(-1)));
    }
    if (!model.flagsHere().isEmpty()) {
      all.add(Command.of("X", t("No anomaly…"), this::dismiss).changing());
      model
          .suggesting()
          .flatMap(Anomaly::suggested)
          .ifPresent(
              day ->
                  all.add(
                      Command.of("U", t("Use {0}", Texts.day(day.when())), model::useSuggested)
                          .changing()));
    }
    all.add(Command.of("E", t("Date the event"), this::date).changing());
    all.add(Command.quiet("F2", t("Name the event"), this::rename).changing());
    all.add(Command.quiet("M", t("Same event as…"), model.board::merge).changing());
    all.add(Command.quiet("S", t("Take the telling out of the event"), model::split).changing());
    all.add(Command.quiet("Shortcut+C", t("Copy with sources"), model::copy));
    all.add(
        Command.quiet(
            "Shortcut+Shift+T",
            t("Table of the events"),
            () -> asTable.setSelected(!asTable.isSelected())));
    return all;
  }

  @Override
  public ObservableValue<String> status() {
    return status;
  }

  @Override
  public void refresh() {
    model.load();
  }

  @Override
  public void unfold() {
    drawer.open();
  }

  @Override
  public Runnable here() {
    var now = model.board.finding();
    var sight = model.sight.get();
    return () -> {
      now.ifPresent(model.board::choose);
      model.sight.set(sight);
    };
  }

  @Override
  public void focus() {
    (asTable.isSelected() ? table : plot).requestFocus();
  }
}
