package org.tellings.ui.quotes;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
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
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tellings.compare.Utterance;
import org.tellings.compare.Wording;
import org.tellings.model.Article;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Kind;
import org.tellings.ui.kit.Following;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Dividers;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Keys;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Place;
import org.tellings.ui.kit.Texts;

/// What was said and how each article prints it: utterances at left, the tellings of one at right.
public final class QuotesView extends SplitPane implements Place {

  private final QuotesModel model;
  private final ListView<Utterance> list = new ListView<>();
  private final BorderPane detail = new BorderPane();
  private final VBox rows = new VBox();
  private final ScrollPane scroll = new ScrollPane();
  private final CarriedPlot plot;
  private final Map<FindingId, VariantRow> variants = new HashMap<>();
  private final HBox outlets = Nodes.row(3);
  private final Label counts = Nodes.label("", "muted");
  private final StringProperty crumb = new SimpleStringProperty(t("Quotes"));
  private final StringProperty status = new SimpleStringProperty("");
  private final HBox speaker = Nodes.row(8);

  public QuotesView(Desk desk) {
    model = new QuotesModel(desk);
    plot = new CarriedPlot(wording -> model.board.telling.set(Optional.of(wording)));
    getItems().addAll(left(), detail);
    setDividerPositions(0.35);
    Dividers.keep(desk, "quotes", this);
    SplitPane.setResizableWithParent(getItems().getFirst(), false);
    Following.follow(list, model.board.selected, 2);
    model.board.selected.subscribe(this::show);
    model.board.telling.subscribe(this::point);
    model.board.things.addListener(
        (javafx.collections.ListChangeListener<Utterance>) _ -> counted());
    model.board.merging.subscribe(_ -> list.refresh());
    model.comparing.busy.subscribe(_ -> placeholder());
    model.comparing.stopped.subscribe(_ -> placeholder());
  }

  private Node left() {
    var order = new MenuButton(t(model.order.get().words));
    order.setAccessibleText(t("Order of the utterances"));
    order.getStyleClass().add("order");
    for (var one : QuotesModel.Order.values()) {
      var item = new MenuItem(t(one.words));
      item.setOnAction(_ -> model.order.set(one));
      order.getItems().add(item);
    }
    model.order.subscribe(now -> order.setText(t(now.words)));
    var several = new ToggleButton(t("Several"));
    several.getStyleClass().add("layer-toggle");
    Nodes.hint(several, t("Only what several articles print"));
    several.setMinWidth(Region.USE_PREF_SIZE);
    order.setMinWidth(Region.USE_PREF_SIZE);
    several.selectedProperty().bindBidirectional(model.board.severalOnly);
    counts.setMinWidth(0);
    var bar =
        Nodes.row(8, Nodes.fixed(t("Quotes"), "title"), counts, Nodes.spring(), several, order);
    bar.getStyleClass().add("view-toolbar");
    outlets.setMinWidth(Region.USE_PREF_SIZE);
    var header =
        Nodes.row(
            8, Nodes.label(t("Speaker and fullest wording"), "hint"), Nodes.spring(), outlets);
    header.getStyleClass().add("column-header");
    list.setId("utterances");
    list.setItems(model.board.things);
    list.setFixedCellSize(80);
    list.setCellFactory(_ -> new UtteranceCell(model));
    list.setAccessibleText(t("Utterances"));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            (_, now) -> {
              if (now != null && model.board.selected.get().filter(now::equals).isEmpty()) {
                model.board.selected.set(Optional.of(now));
              }
            });
    var legend = Nodes.row(12);
    for (var reach : List.of(Wording.Reach.values())) {
      legend
          .getChildren()
          .add(
              Nodes.row(
                  6,
                  UtteranceCell.square(Optional.of(reach.name())),
                  Nodes.fixed(UtteranceCell.words(reach), "small", "muted")));
    }
    legend
        .getChildren()
        .add(
            Nodes.row(
                6,
                UtteranceCell.square(Optional.empty()),
                Nodes.fixed(t("not carried"), "small", "muted")));
    legend.getStyleClass().add("legend");
    var pane = new BorderPane(list);
    pane.setTop(new VBox(bar, new OneSpeaker(model), header));
    pane.setBottom(legend);
    pane.setMinWidth(400);
    pane.setPrefWidth(480);
    return pane;
  }

  /// Shows the quotes of one speaker alone, to go through them.
  public void only(String speaker) {
    model.only(speaker);
  }

  private void placeholder() {
    list.setPlaceholder(
        model.comparing.placeholder(
            model.board.all().size() == 0
                ? t("No quotes yet. They appear when articles are added.")
                : t("No words are printed by several articles yet. Show all, or add articles."),
            model::load));
    if (model.board.things.isEmpty()) {
      detail.setTop(null);
      detail.setCenter(null);
    }
  }

  private void counted() {
    counts.setText(
        Texts.count(model.board.all().size(), t("utterance"), t("utterances"))
            + ", "
            + Texts.count(model.board.tellings(), t("quotation"), t("quotations")));
    Nodes.hint(counts, counts.getText());
    status.set(
        Texts.count(
            model.altered(),
            t("utterance with words changed unmarked"),
            t("utterances with words changed unmarked")));
    outlets.getChildren().clear();
    for (var outlet : model.outlets) {
      var letter = Nodes.label(outlet.code().substring(0, 1), "mono", "spread-head");
      Nodes.hint(letter, outlet.name());
      letter.setAccessibleText(outlet.name());
      outlets.getChildren().add(letter);
    }
    list.refresh();
    placeholder();
  }

  private void show(Optional<Utterance> now) {
    crumb.set(
        now.map(u -> t("Quotes › {0}", u.speaker().orElse(t("cannot say who"))))
            .orElse(t("Quotes")));
    variants.clear();
    rows.getChildren().clear();
    if (now.isEmpty()) {
      detail.setTop(null);
      detail.setCenter(null);
      return;
    }
    var utterance = now.get();
    for (var wording : utterance.tellings()) {
      var row =
          new VariantRow(utterance, wording, () -> model.board.telling.set(Optional.of(wording)));
      variants.put(wording.id(), row);
      rows.getChildren().add(row);
    }
    plot.show(utterance);
    var foot = new HBox(32, titled(t("Who carried it, when"), plot), called(utterance));
    HBox.setHgrow(foot.getChildren().getFirst(), Priority.ALWAYS);
    foot.getStyleClass().add("carried");
    scroll.setContent(new VBox(rows, foot));
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    detail.setTop(new VBox(toolbar(utterance), fullest(utterance), header()));
    detail.setCenter(scroll);
  }

  private static VBox titled(String title, Node node) {
    return new VBox(8, Nodes.label(title, "section"), node);
  }

  private Node toolbar(Utterance utterance) {
    names(utterance);
    var merge =
        Nodes.button(
            "fth-git-merge",
            t("Merge"),
            Command.of("M", t("Merge"), model.board::merge).changing(),
            "link");
    var split =
        Nodes.button(
            "fth-scissors",
            t("Split"),
            Command.of("S", t("Split"), model::split).changing(),
            "link");
    split.setDisable(utterance.tellings().size() < 2);
    var copy =
        Nodes.button(
            "fth-copy", t("Copy with sources"), Command.quiet("", "", model::copy), "secondary");
    var bar = Nodes.row(16, speaker, Nodes.spring(), merge, split, copy);
    bar.getStyleClass().add("view-toolbar");
    return bar;
  }

  private void names(Utterance utterance) {
    var name = Nodes.label(utterance.speaker().orElse(t("cannot say who")), "title");
    var full = utterance.fullestTelling().first();
    var to =
        full.kept().finding() instanceof Finding.Quote q
            ? q.saidTo().map(s -> t("to {0}", s)).orElse("")
            : "";
    speaker.getChildren().setAll(Glyphs.letter(Kind.QUOTE), name, Nodes.label(to, "muted"));
  }

  private static Node fullest(Utterance utterance) {
    var full = utterance.fullestTelling();
    var about =
        Nodes.label(
            t(
                "Fullest wording · {0} · {1}, {2}",
                Texts.count(Article.words(full.text()), t("word"), t("words")),
                Texts.outlet(full.first().outlet()),
                Texts.shortMoment(full.first().heading().published())),
            "small",
            "muted");
    var words = Nodes.label(full.text(), "fullest");
    words.setWrapText(true);
    words.setMaxHeight(112);
    Nodes.hint(words, full.text());
    var box = new VBox(4, about, words);
    box.getStyleClass().add("fullest-box");
    return box;
  }

  private static Node header() {
    var wording =
        Nodes.row(
            8,
            hinted(t("Wording against the fullest"), "hint"),
            Nodes.text(t("left out silently"), "left-out", "hint-text"),
            hinted(t("changed"), "changed-word", "hint"));
    HBox.setHgrow(wording, Priority.ALWAYS);
    wording.setMinWidth(200);
    var row =
        new HBox(
            head(t("Outlet"), 64),
            head(t("Published"), 124),
            wording,
            head(t("Called"), 148),
            head(t("Cue"), 80),
            head(t("Kept"), 56),
            head("", 24));
    row.getStyleClass().addAll("column-header", "variant-header");
    row.setAlignment(Pos.CENTER_LEFT);
    return row;
  }

  private static Label head(String words, double width) {
    var label = Nodes.label(words, "hint");
    label.setMinWidth(width);
    label.setPrefWidth(width);
    label.setMaxWidth(width);
    return label;
  }

  /// The roles this speaker is given for these words, with the outlets that give each.
  private Node called(Utterance utterance) {
    Map<String, TreeSet<String>> roles = new TreeMap<>();
    Map<String, FindingId> first = new HashMap<>();
    for (var wording : utterance.tellings()) {
      if (wording.first().kept().finding() instanceof Finding.Quote q) {
        q.speaker()
            .role()
            .map(role -> role.replaceFirst("(?i)^(the|a|an|his|her|their|its) ", ""))
            .map(Texts::capital)
            .ifPresent(
                role -> {
                  roles
                      .computeIfAbsent(role, _ -> new TreeSet<>())
                      .add(wording.first().outlet().code());
                  first.putIfAbsent(role, wording.id());
                });
      }
    }
    var most = roles.values().stream().mapToInt(TreeSet::size).max().orElse(1);
    var box = new VBox(4);
    roles.entrySet().stream()
        .sorted((a, b) -> b.getValue().size() - a.getValue().size())
        .forEach(
            role -> {
              var name = Nodes.label(role.getKey(), "small");
              Nodes.hint(name, role.getKey());
              name.setMinWidth(160);
              name.setMaxWidth(160);
              var bar = new Region();
              bar.getStyleClass().add("kept-bar");
              var width = 48.0 * role.getValue().size() / most;
              bar.setMinWidth(width);
              bar.setMaxWidth(width);
              var holder = new HBox(bar);
              holder.setMinWidth(52);
              holder.setAlignment(Pos.CENTER_LEFT);
              var outlets = Nodes.label(String.join(" ", role.getValue()), "mono");
              Nodes.hint(outlets, outlets.getText());
              var row = Nodes.row(8, name, holder, outlets);
              row.setOnMouseClicked(
                  _ ->
                      Optional.ofNullable(first.get(role.getKey()))
                          .flatMap(utterance::telling)
                          .ifPresent(w -> model.board.telling.set(Optional.of(w))));
              box.getChildren().add(row);
            });
    if (roles.isEmpty()) {
      box.getChildren().add(Nodes.label(t("No article says who that is."), "small", "muted"));
    }
    var all = titled(t("What the speaker is called"), box);
    all.setMinWidth(300);
    all.setMaxWidth(300);
    return all;
  }

  /// Marks the selected telling and brings it into sight.
  private void point(Optional<Wording> now) {
    variants.values().forEach(row -> row.selected(now.filter(row.wording::equals).isPresent()));
    now.flatMap(w -> Optional.ofNullable(variants.get(w.id()))).ifPresent(this::reveal);
  }

  private void reveal(VariantRow row) {
    var content = rows.getHeight() + plot.getHeight();
    var view = scroll.getViewportBounds().getHeight();
    var top = row.getBoundsInParent().getMinY();
    var bottom = row.getBoundsInParent().getMaxY();
    var at = scroll.getVvalue() * Math.max(0, content - view);
    if (content > view && (top < at || bottom > at + view)) {
      scroll.setVvalue(Math.clamp((top - view / 3) / (content - view), 0, 1));
    }
  }

  /// Opens the field for another speaker in the place of the name.
  private void editSpeaker() {
    model
        .board
        .telling
        .get()
        .ifPresent(
            wording -> {
              var now =
                  wording.first().kept().finding() instanceof Finding.Quote q
                      ? q.speaker().name().orElse("")
                      : "";
              var typed = new TextField(now);
              typed.setId("editor-speaker");
              Keys.editor(typed, t("Save as corrected"));
              typed.setPrefWidth(260);
              typed.setPromptText(t("cannot say"));
              typed.setAccessibleText(
                  t(
                      "Speaker in {0}, Enter keeps, Escape leaves it",
                      Texts.outlet(wording.first().outlet())));
              typed.setOnKeyPressed(
                  e -> {
                    if (e.getCode() == KeyCode.ENTER) {
                      model.speaker(typed.getText());
                    } else if (e.getCode() != KeyCode.ESCAPE) {
                      return;
                    }
                    model.board.selected.get().ifPresent(this::names);
                    focus();
                    e.consume();
                  });
              var of =
                  Nodes.label(
                      t("speaker in {0}", Texts.outlet(wording.first().outlet())),
                      "small",
                      "muted");
              speaker.getChildren().setAll(Glyphs.letter(Kind.QUOTE), typed, of);
              typed.requestFocus();
              typed.selectAll();
            });
  }

  /// Shows the utterance that holds this quote.
  public void choose(FindingId quote) {
    model.board.choose(quote);
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public String name() {
    return t("Quotes");
  }

  private static Node hinted(String words, String... classes) {
    var label = Nodes.label(words, classes);
    Nodes.hint(label, words);
    return label;
  }

  @Override
  public ObservableValue<String> crumb() {
    return crumb;
  }

  @Override
  public List<Command> commands() {
    List<Command> all = new ArrayList<>();
    if (model.only.get().isPresent() && model.board.merging.get().isEmpty()) {
      all.add(OneSpeaker.leaving(model));
    }
    if (model.board.selected.get().isEmpty()) {
      return all;
    }
    all.add(Command.of("J", t("Utterance"), () -> model.board.step(1)));
    all.add(Command.of("K", t("Previous"), () -> model.board.step(-1)));
    if (model.board.merging.get().isPresent()) {
      all.add(Command.of("Enter", t("Same as the one chosen"), model::confirm).changing());
      all.add(Command.of("Esc", t("Leave the merge"), model.board::leaveMerge));
      return all;
    }
    all.add(Command.of("Down", t("Telling"), () -> model.board.stepTelling(1)));
    all.add(Command.of("Up", t("Previous"), () -> model.board.stepTelling(-1)));
    all.add(Command.of("Enter", t("Confirm"), model::confirm).changing());
    all.add(Command.of("X", t("Reject"), model::reject).changing());
    all.add(Command.of("N", t("Next not reviewed"), model::nextUnreviewed));
    all.add(Command.of("E", t("Edit speaker"), this::editSpeaker).changing());
    all.add(Command.of("M", t("Merge"), model.board::merge).changing());
    all.add(Command.of("S", t("Split"), model::split).changing());
    all.add(Command.of("O", t("Open in article"), model::open));
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
    var now = model.board.telling.get().map(Wording::id);
    var only = model.only.get();
    return () -> {
      model.only.set(only);
      now.ifPresent(model.board::choose);
    };
  }

  @Override
  public void focus() {
    list.requestFocus();
  }
}
