package org.tellings.ui.names;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tellings.model.Kind;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Dividers;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Keys;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Place;
import org.tellings.ui.kit.Texts;
import org.tellings.ui.names.Entry.Register;
import org.tellings.ui.names.Entry.Said;

/// Who is called what, which names are printed wrongly, and who is not named: a register at left,
/// what is found of one entry with all its tellings at right.
public final class NamesView extends BorderPane implements Place {

  private static final double MOST_HEAD = 380;

  private final NamesModel model;
  private final ListView<Entry> list = new ListView<>();
  private final ListView<Said> tellings = new ListView<>();
  private final BorderPane detail = new BorderPane();
  private final SplitPane panes = new SplitPane();
  private final NameTable table;
  private final TextField filter = new TextField();
  private final ToggleButton asTable = toggle(t("Table"));
  private final Label counts = Nodes.label("", "muted");
  private final StringProperty crumb = new SimpleStringProperty(t("Names"));
  private final StringProperty status = new SimpleStringProperty("");

  public NamesView(Desk desk) {
    model = new NamesModel(desk);
    table = new NameTable(model);
    detail.setMinWidth(560);
    panes.getItems().addAll(left(), detail);
    panes.setDividerPositions(0.36);
    Dividers.keep(desk, "names", panes);
    SplitPane.setResizableWithParent(panes.getItems().getFirst(), false);
    setTop(toolbar());
    setCenter(panes);
    tellings.setId("name-tellings");
    tellings.setCellFactory(_ -> new SaidCell(model));
    tellings.setAccessibleText(t("Tellings"));
    tellings
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            (_, now) -> {
              if (now != null && model.telling.get().filter(now::equals).isEmpty()) {
                model.telling.set(Optional.of(now));
              }
            });
    model.selected.subscribe(this::show);
    model.telling.subscribe(this::point);
    model.read.subscribe((_, _) -> tellings.refresh());
    model.entries.addListener((ListChangeListener<Entry>) _ -> counted());
    model.comparing.busy.subscribe(_ -> placeholder());
    model.comparing.stopped.subscribe(_ -> placeholder());
    asTable
        .selectedProperty()
        .subscribe(
            (_, on) -> {
              if (on) {
                table.show();
              }
              setCenter(on ? table : panes);
              focus();
            });
  }

  private Node toolbar() {
    var registers = new ToggleGroup();
    List<ToggleButton> buttons = new ArrayList<>();
    for (var one : Register.values()) {
      var button = new ToggleButton(t(one.words));
      button.setId("register-" + one.ordinal());
      button.setMinWidth(Label.USE_PREF_SIZE);
      button.setToggleGroup(registers);
      button.setOnAction(_ -> model.register.set(one));
      model.register.subscribe(now -> button.setSelected(now == one));
      buttons.add(button);
    }
    registers
        .selectedToggleProperty()
        .subscribe(
            now -> {
              if (now == null) {
                buttons.get(model.register.get().ordinal()).setSelected(true);
              }
            });
    filter.setId("names-filter");
    filter.setPromptText(t("Name, words or outlet"));
    filter.setAccessibleText(t("Show only entries with these words; Escape shows all"));
    filter.setPrefWidth(220);
    filter.getStyleClass().add("small-field");
    filter.textProperty().bindBidirectional(model.filter);
    Keys.of(
        filter, Keys.told("Enter", t("To the list")), Keys.told("Esc", t("Clear, to the list")));
    filter.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ESCAPE) {
            filter.clear();
          }
          if (e.getCode() == KeyCode.ESCAPE || e.getCode() == KeyCode.ENTER) {
            focus();
            e.consume();
          }
        });
    var standing = toggle("");
    standing.setId("names-standing");
    model.register.subscribe(now -> standing.setText(t(now.standing)));
    standing.selectedProperty().bindBidirectional(model.standing);
    var order = new MenuButton();
    order.setAccessibleText(t("Order of the entries"));
    order.getStyleClass().add("order");
    order.setMinWidth(Label.USE_PREF_SIZE);
    for (var one : NamesModel.Order.values()) {
      var item = new MenuItem(t(one.words));
      item.setOnAction(_ -> model.order.set(one));
      order.getItems().add(item);
    }
    model.order.subscribe(now -> order.setText(t(now.words)));
    asTable.setId("names-as-table");
    counts.setMinWidth(0);
    var bar =
        Nodes.row(
            8,
            Nodes.fixed(t("Names"), "title"),
            Nodes.segmented(buttons.toArray(ToggleButton[]::new)),
            counts,
            Nodes.spring(),
            filter,
            standing,
            order,
            asTable);
    bar.getStyleClass().add("view-toolbar");
    return bar;
  }

  private static ToggleButton toggle(String words) {
    var toggle = new ToggleButton(words);
    toggle.getStyleClass().add("layer-toggle");
    toggle.setMinWidth(Label.USE_PREF_SIZE);
    return toggle;
  }

  private Node left() {
    var name = Nodes.label("", "hint");
    var across = head("", EntryCell.OUTLETS, Pos.CENTER_RIGHT);
    model.register.subscribe(
        now -> {
          name.setText(column(now));
          across.setText(now == Register.OUTLETS ? t("Articles") : t("Outlets"));
        });
    var header =
        Nodes.row(
            8,
            name,
            Nodes.spring(),
            head(t("Tellings"), EntryCell.TELLINGS, Pos.CENTER_RIGHT),
            across);
    header.getStyleClass().add("column-header");
    list.setId("names");
    list.setItems(model.entries);
    list.setFixedCellSize(56);
    list.setCellFactory(_ -> new EntryCell());
    model.register.subscribe(now -> list.setAccessibleText(t(now.words)));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            (_, now) -> {
              if (now != null && model.selected.get().filter(now::equals).isEmpty()) {
                model.selected.set(Optional.of(now));
              }
            });
    var pane = new BorderPane(list);
    pane.setTop(header);
    pane.setMinWidth(400);
    pane.setPrefWidth(496);
    return pane;
  }

  private static String column(Register register) {
    return switch (register) {
      case ROLES -> t("Person, and what articles call them");
      case MISNAMINGS -> t("Printed, and the name it stands for");
      case UNNAMED -> t("Source, and how many it claims to be");
      case OUTLETS -> t("Outlet, and how often it names no source");
    };
  }

  private static Label head(String words, double width, Pos where) {
    var label = Nodes.label(words, "hint");
    label.setMinWidth(width);
    label.setPrefWidth(width);
    label.setMaxWidth(width);
    label.setAlignment(where);
    return label;
  }

  private void placeholder() {
    var nothing =
        model.isNarrowed() && !model.all(model.register.get()).isEmpty()
            ? Nodes.empty(
                t(
                    "No entry is left of {0}.",
                    Texts.count(model.all(model.register.get()).size(), t("entry"), t("entries"))),
                Nodes.button(t("Show all"), model::showAll, "primary"))
            : Nodes.empty(none(model.register.get()));
    list.setPlaceholder(model.comparing.placeholder(nothing, model::load));
    table.setPlaceholder(Nodes.empty(none(model.register.get())));
  }

  private static String none(Register register) {
    return switch (register) {
      case ROLES ->
          t("No article says what somebody is. It appears when articles that do are added.");
      case MISNAMINGS -> t("No name is printed wrongly, as far as the list of names goes.");
      case UNNAMED -> t("No article rests on a source without a name.");
      case OUTLETS -> t("There are no articles yet.");
    };
  }

  private void counted() {
    var told = model.entries.stream().mapToInt(entry -> entry.tellings().size()).sum();
    var all = model.all(model.register.get()).size();
    counts.setText(
        Texts.count(model.entries.size(), t("entry"), t("entries"))
            + (model.isNarrowed() ? t(" of {0}", all) : "")
            + ", "
            + Texts.count(told, t("telling"), t("tellings")));
    Nodes.hint(counts, counts.getText());
    var conflicts = model.all(Register.ROLES).stream().mapToInt(e -> e.clashes().size()).sum();
    status.set(
        t(
            "{0} · {1} · {2}",
            Texts.count(conflicts, t("conflict of roles"), t("conflicts of roles")),
            Texts.count(model.all(Register.MISNAMINGS).size(), t("misnaming"), t("misnamings")),
            Texts.count(
                model.all(Register.UNNAMED).size(), t("unnamed source"), t("unnamed sources"))));
    placeholder();
    if (asTable.isSelected()) {
      table.show();
    }
  }

  private void show(Optional<Entry> now) {
    crumb.set(now.map(e -> t("Names › {0}", e.name().replace('\n', ' '))).orElse(t("Names")));
    if (now.isEmpty()) {
      detail.setTop(null);
      detail.setCenter(null);
      list.getSelectionModel().clearSelection();
      return;
    }
    var entry = now.get();
    if (!entry.equals(list.getSelectionModel().getSelectedItem())) {
      list.getSelectionModel().select(entry);
      list.scrollTo(Math.max(0, list.getSelectionModel().getSelectedIndex() - 2));
    }
    tellings.getItems().setAll(entry.tellings());
    var found = new EntryHead(entry, model);
    var head = new ScrollPane(found);
    head.setFitToWidth(true);
    head.prefHeightProperty().bind(found.heightProperty().add(2));
    head.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    head.setFocusTraversable(false);
    head.setMaxHeight(MOST_HEAD);
    detail.setTop(new VBox(entryBar(entry), head, header(entry)));
    detail.setCenter(tellings);
    point(model.telling.get());
  }

  private Node entryBar(Entry entry) {
    var name =
        Nodes.label(
            entry.isPrinted() ? "“" + entry.name().replace('\n', ' ') + "”" : entry.name(),
            "title");
    name.setMinWidth(0);
    Nodes.hint(name, entry.name());
    var aside = Nodes.label(entry.register() == Register.MISNAMINGS ? entry.aside() : "", "muted");
    aside.setMinWidth(0);
    Nodes.hint(aside, entry.aside());
    var open =
        Nodes.button(
            "fth-external-link",
            t("Open in article"),
            Command.of("O", t("Open in article"), model::open),
            "secondary");
    var copy =
        Nodes.button(
            "fth-copy", t("Copy with sources"), Command.quiet("", "", model::copy), "secondary");
    var bar = Nodes.row(8, Glyphs.letter(Kind.ENTITY), name, aside, Nodes.spring(), open, copy);
    bar.getStyleClass().add("view-toolbar");
    return bar;
  }

  private static Node header(Entry entry) {
    var printed =
        Nodes.label(
            switch (entry.register()) {
              case ROLES -> t("What they are called, the earliest first");
              case MISNAMINGS -> t("As printed, the earliest first");
              case UNNAMED -> t("Where it is brought in, the earliest first");
              case OUTLETS -> t("Unnamed sources, misnamings and hedges dropped");
            },
            "hint");
    HBox.setHgrow(printed, Priority.ALWAYS);
    var row =
        Nodes.row(
            8,
            head(t("Outlet"), SaidCell.OUTLET, Pos.CENTER_LEFT),
            head(t("Published"), SaidCell.PUBLISHED, Pos.CENTER_LEFT),
            printed);
    row.getStyleClass().addAll("column-header", "line-above");
    return row;
  }

  private void point(Optional<Said> now) {
    now.filter(tellings.getItems()::contains)
        .ifPresent(
            said -> {
              tellings.getSelectionModel().select(said);
              tellings.scrollTo(Math.max(0, tellings.getSelectionModel().getSelectedIndex() - 2));
            });
    if (asTable.isSelected()) {
      table.point();
    }
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public String name() {
    return t("Names");
  }

  @Override
  public ObservableValue<String> crumb() {
    return crumb;
  }

  @Override
  public List<Command> commands() {
    List<Command> all = new ArrayList<>();
    all.add(Command.quiet("DIGIT1", t("Roles"), () -> model.register.set(Register.ROLES)));
    all.add(
        Command.quiet("DIGIT2", t("Misnamings"), () -> model.register.set(Register.MISNAMINGS)));
    all.add(
        Command.quiet("DIGIT3", t("Unnamed sources"), () -> model.register.set(Register.UNNAMED)));
    all.add(Command.quiet("DIGIT4", t("Outlets"), () -> model.register.set(Register.OUTLETS)));
    all.add(Command.quiet("F", t("Filter"), filter::requestFocus));
    all.add(
        Command.quiet(
            "S", t("Only what stands out"), () -> model.standing.set(!model.standing.get())));
    all.add(
        Command.quiet(
            "Shortcut+Shift+T",
            t("Table of the register"),
            () -> asTable.setSelected(!asTable.isSelected())));
    if (model.isNarrowed()) {
      all.add(Command.of("Esc", t("Show all"), model::showAll));
    }
    if (model.selected.get().isEmpty()) {
      return all;
    }
    all.add(Command.of("J", t("Entry"), () -> model.step(1)));
    all.add(Command.of("K", t("Previous"), () -> model.step(-1)));
    if (!asTable.isSelected()) {
      all.add(Command.of("Down", t("Telling"), () -> model.stepTelling(1)));
      all.add(Command.of("Up", t("Previous"), () -> model.stepTelling(-1)));
    }
    all.add(Command.of("O", t("Open in article"), model::open));
    if (model.isDecidable()) {
      all.add(Command.of("Enter", t("Confirm"), model::confirm).changing());
      all.add(Command.of("X", t("Reject"), model::reject).changing());
    }
    all.add(Command.quiet("Shortcut+C", t("Copy with sources"), model::copy));
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
  public Runnable here() {
    var register = model.register.get();
    var key = model.key();
    return () -> {
      model.register.set(register);
      key.ifPresent(model::choose);
    };
  }

  @Override
  public void focus() {
    (asTable.isSelected() ? table : list).requestFocus();
  }
}
