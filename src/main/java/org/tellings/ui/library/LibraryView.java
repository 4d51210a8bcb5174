package org.tellings.ui.library;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.tellings.model.ArticleId;
import org.tellings.model.Hits.Order;
import org.tellings.model.Kind;
import org.tellings.model.Query;
import org.tellings.ui.article.ArticleView;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Dividers;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Place;
import org.tellings.ui.kit.Texts;

/// All articles: ask, narrow, look inside, open.
public final class LibraryView extends BorderPane implements Place {

  private final Desk desk;
  private final LibraryModel model;
  private final QueryField query;
  private final ListView<Integer> results = new ListView<>();
  private final Several several;
  private final SelectedBar selected;
  private final ArticleView preview = new ArticleView().asPreview();
  private final TextFlow readsAs = new TextFlow();
  private final StringProperty status = new SimpleStringProperty("");
  private String previewed = "";

  public LibraryView(Desk desk) {
    this.desk = desk;
    this.model = new LibraryModel(desk);
    this.several = new Several(results, model);
    this.selected = new SelectedBar(desk, several, model);
    this.query =
        new QueryField(
            model,
            new QueryField.Results() {
              @Override
              public void move(int by) {
                select(by);
              }

              @Override
              public void light(int clause, boolean on) {
                readsAs.getChildren().stream()
                    .filter(node -> ("clause-" + clause).equals(node.getId()))
                    .forEach(
                        node -> {
                          node.getStyleClass().remove("lit");
                          if (on) {
                            node.getStyleClass().add("lit");
                          }
                        });
              }

              @Override
              public void open() {
                model.whenFound(LibraryView.this::open);
              }
            });
    var facets = new FacetBar(model);
    var panes = new SplitPane(middle(), previewPane());
    panes.setDividerPositions(0.507);
    var rest = new BorderPane(panes);
    rest.setTop(top());
    var all = new SplitPane(facets, rest);
    SplitPane.setResizableWithParent(facets, false);
    all.setDividerPositions(0.174);
    Dividers.keep(desk, "library", panes);
    Dividers.keep(desk, "library.filters", all);
    setCenter(all);
    SuggestionList.under(query.typed(), new Suggesting(model, desk), this);
    model.query.subscribe(this::read);
    model.tally.subscribe(this::tell);
    model.behind.subscribe(this::tell);
  }

  private void tell() {
    var tally = model.tally.get();
    status.set(
        t(
            "{0} · {1} · {2}",
            model.behind.get() ? t("Index behind: another program writes") : t("Index up to date"),
            Texts.count(tally.articles(), t("article"), t("articles")),
            Texts.count(tally.outlets(), t("outlet"), t("outlets"))));
  }

  /// A search has been answered, or refused.
  public boolean isAnswered() {
    return model.isAnswered();
  }

  /// Puts the keyboard into the search field.
  public void search() {
    query.requestFocus();
  }

  /// Shows this query.
  public void ask(String text) {
    model.ask(text);
  }

  private Node top() {
    readsAs.getStyleClass().add("reads-as");
    var explain = new ToggleButton(t("Lucene query"));
    explain.getStyleClass().addAll("link", "small");
    explain.setMinWidth(Region.USE_PREF_SIZE);
    var line = Nodes.row(12, readsAs, Nodes.spring(), explain);
    HBox.setHgrow(readsAs, Priority.ALWAYS);
    var lucene = Nodes.label("", "mono", "lucene");
    lucene.setWrapText(true);
    lucene.managedProperty().bind(lucene.visibleProperty());
    lucene.visibleProperty().bind(explain.selectedProperty());
    Runnable tell =
        () ->
            lucene.setText(explain.isSelected() ? desk.workbench().explain(model.query.get()) : "");
    explain.selectedProperty().subscribe(tell);
    model.query.subscribe(tell);
    var top = new VBox(8, query, line, lucene);
    top.setPadding(new javafx.geometry.Insets(8, 16, 8, 16));
    top.getStyleClass().add("line-below");
    return top;
  }

  /// "Reads as Articles from The Meridian, before 1 Feb 2025": each phrase lights its chip. After
  /// it stands what could not be read, and what was read otherwise than it was perhaps meant.
  private void read(Query asked) {
    var line = readsAs.getChildren();
    line.setAll(
        Nodes.text(t("Reads as ")),
        Nodes.text(
            !asked.isUnderstood()
                ? t("nothing, and finds nothing")
                : asked.text().isBlank() ? t("All articles") : t("Articles ")));
    var clauses = asked.clauses();
    var begun = false;
    for (var i = 0; i < clauses.size(); i++) {
      if (clauses.get(i).isUnderstood()) {
        if (begun) {
          line.add(Nodes.text(", "));
        }
        begun = true;
        var words = Nodes.text(clauses.get(i).inWords(), "clause");
        var chip = i;
        words.setOnMouseEntered(_ -> query.light(chip, true));
        words.setOnMouseExited(_ -> query.light(chip, false));
        words.setId("clause-" + i);
        line.add(words);
      }
    }
    asked
        .unread()
        .forEach(
            u -> line.add(Nodes.text(t("; without “{0}”: {1}", u.typed(), u.why()), "danger")));
    asked.remarks().forEach(remark -> line.add(Nodes.text("; " + remark, "danger")));
  }

  private Node middle() {
    results.setId("results");
    results.setItems(model.places);
    results.setFixedCellSize(120);
    results.setCellFactory(_ -> new ResultCell(model));
    results.setAccessibleText(t("Articles found"));
    results
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            (_, now) -> {
              if (now != null && model.selected.get().filter(now::equals).isEmpty()) {
                model.selected.set(Optional.of(now));
              }
            });
    model.selected.subscribe(now -> now.ifPresent(several::only));
    results.setOnMouseClicked(
        e -> {
          if (e.getClickCount() == 2) {
            open();
          }
        });
    results.setPlaceholder(Nodes.empty(""));
    model.total.subscribe(_ -> placeholder());
    model.way.subscribe(_ -> placeholder());
    var count = Nodes.label("", "strong");
    var of = Nodes.label("", "small", "muted");
    model.total.subscribe(
        n ->
            count.setText(
                n.intValue() < 0 ? "" : Texts.count(n.intValue(), t("article"), t("articles"))));
    Runnable tell =
        () -> {
          var folded = model.near.folding.get().hidden();
          of.setText(
              t("of {0} · {1}", model.tally.get().articles(), model.took.get())
                  + (folded == 0 ? "" : " · " + t("{0} folded", folded)));
        };
    model.took.subscribe(tell);
    model.near.folding.subscribe(tell);
    var bar = Nodes.row(8, count, of, Nodes.spring(), order());
    bar.setMinHeight(40);
    bar.setPadding(new javafx.geometry.Insets(4, 16, 4, 16));
    var loading = Nodes.loading(model.busy, results);
    var middle = new BorderPane(results);
    middle.setTop(new VBox(bar, loading));
    middle.setBottom(selected);
    middle.setMinWidth(320);
    return middle;
  }

  private MenuButton order() {
    var menu = new MenuButton();
    menu.getStyleClass().add("small");
    menu.setAccessibleText(t("Order of the results"));
    for (var order : Order.values()) {
      var item = new MenuItem(words(order));
      item.setOnAction(_ -> model.order.set(order));
      menu.getItems().add(item);
    }
    model.order.subscribe(order -> menu.setText(words(order)));
    return menu;
  }

  private static String words(Order order) {
    return switch (order) {
      case RELEVANCE -> t("Relevance");
      case NEWEST -> t("Newest first");
      case OLDEST -> t("Oldest first");
    };
  }

  private void placeholder() {
    if (model.total.get() != 0) {
      return;
    }
    results.setPlaceholder(
        model
            .way
            .get()
            .map(
                way ->
                    Nodes.empty(
                        t(
                            "Nothing matches. Without {0} there are {1}.",
                            way.chip(), Texts.count(way.total(), t("article"), t("articles"))),
                        Nodes.button(
                            t("Take away {0}", way.chip()),
                            () -> model.drop(way.chip()),
                            "secondary")))
            .orElseGet(
                () ->
                    model.query.get().text().isBlank()
                        ? Nodes.empty(
                            t("No articles yet. They appear here when they are added."),
                            Nodes.button(
                                t("Add files…"),
                                () -> desk.choose(false),
                                "primary",
                                Nodes.CHANGING))
                        : Nodes.empty(
                            model.query.get().isUnderstood()
                                ? t("Nothing matches.")
                                : t(
                                    "Nothing of this search could be read; the line above says"
                                        + " why."),
                            Nodes.button(t("Clear the search"), model::clear, "secondary"))));
  }

  private Node previewPane() {
    var head = Nodes.label("", "small", "muted");
    var match = Nodes.label("", "small", "muted");
    match.setMinWidth(Region.USE_PREF_SIZE);
    var up = Nodes.iconButton("fth-chevron-up", t("Previous match"), () -> model.match(-1));
    var down = Nodes.iconButton("fth-chevron-down", t("Next match"), () -> model.match(1));
    var bar = Nodes.row(8, head, Nodes.spring(), match, up, down);
    bar.setMinHeight(40);
    bar.setPadding(new javafx.geometry.Insets(4, 12, 4, 24));
    bar.getStyleClass().add("line-below");
    var open = openButton();
    var compare =
        Nodes.button("", t("Add to Compare"), Command.of("C", "", this::compare), "secondary");
    var inCompare = Nodes.label("", "small", "muted");
    model.inCompare.subscribe(
        n -> {
          inCompare.setText(t("In Compare: {0} of {1}", n, LibraryModel.MOST_IN_COMPARE));
          Nodes.hint(inCompare, inCompare.getText());
        });
    var foot = Nodes.row(8, open, compare, Nodes.spring(), inCompare);
    foot.setPadding(new javafx.geometry.Insets(12, 24, 12, 24));
    foot.getStyleClass().add("line-above");
    model.shown.subscribe(
        now -> {
          head.setText(
              now.map(p -> p.article().outlet().code() + "  " + ArticleView.dateline(p.article()))
                  .orElse(""));
          Nodes.hint(head, head.getText());
          open.setDisable(now.isEmpty());
          compare.setDisable(now.isEmpty());
          showPreview(now);
        });
    up.setVisible(false);
    down.setVisible(false);
    model.shown.subscribe(
        now -> {
          if (now.isEmpty()) {
            match.setText("");
            up.setVisible(false);
            down.setVisible(false);
          }
        });
    model.match.subscribe(
        (_, _) -> {
          var hits = model.shown.get().map(p -> p.hits().size()).orElse(0);
          match.setText(hits == 0 ? "" : t("Match {0} of {1}", model.match.get() + 1, hits));
          up.setVisible(hits > 0);
          down.setVisible(hits > 0);
          paint();
        });
    var pane = new BorderPane(preview);
    pane.setTop(bar);
    pane.setBottom(foot);
    pane.setMinWidth(280);
    return pane;
  }

  private Button openButton() {
    return Nodes.button(
        "", t("Open in Reader"), Command.of("Enter", t("Open"), this::open), "primary");
  }

  private void showPreview(Optional<LibraryModel.Preview> now) {
    preview.setVisible(now.isPresent());
    now.ifPresent(
        p -> {
          if (!previewed.equals(p.article().id().value())) {
            previewed = p.article().id().value();
            preview.show(p.article(), Texts.moment(p.article().heading().published()));
          }
          paint();
        });
  }

  private void paint() {
    model
        .shown
        .get()
        .ifPresent(
            p -> {
              preview.paint(
                  p.findings().stream()
                      .filter(
                          k ->
                              k.finding().kind() == Kind.QUOTE || k.finding().kind() == Kind.FIGURE)
                      .toList(),
                  Optional.empty(),
                  p.hits(),
                  model.match.get());
              if (model.match.get() >= 0 && model.match.get() < p.hits().size()) {
                preview.reveal(p.hits().get(model.match.get()));
              }
            });
  }

  private void open() {
    model.current().ifPresent(id -> desk.open(id, Optional.empty()));
  }

  private void compare() {
    if (several.isSeveral()) {
      several.articles(this::compare);
    } else {
      compare(model.current().stream().toList());
    }
  }

  private void compare(List<ArticleId> ids) {
    var most = Math.min(ids.size(), LibraryModel.MOST_IN_COMPARE);
    ids.subList(0, most).forEach(desk::compare);
    if (most < ids.size()) {
      desk.said(
          t("The first {0} of {1} are in Compare; it holds no more.", most, ids.size()), false);
    }
    model.countCompared();
  }

  private void extend(int by) {
    results.requestFocus();
    several.extend(by);
  }

  private void move(int by) {
    select(by);
    results.requestFocus();
  }

  /// Another article is selected; the keyboard stays where it is.
  private void select(int by) {
    if (!model.places.isEmpty()) {
      var at = model.selected.get().map(model.places::indexOf).orElse(-1);
      var to = Math.clamp(at + (long) by, 0, model.places.size() - 1);
      model.selected.set(Optional.of(model.places.get(to)));
      results.scrollTo(Math.max(0, to - 2));
    }
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public String name() {
    return t("Library");
  }

  @Override
  public ObservableValue<String> crumb() {
    return new SimpleStringProperty(t("Library"));
  }

  @Override
  public List<Command> commands() {
    List<Command> all = new ArrayList<>();
    all.add(Command.of("Slash Shortcut+F", t("Search"), query::requestFocus));
    all.add(Command.of("J", t("Next"), () -> move(1)));
    all.add(Command.of("K", t("Previous"), () -> move(-1)));
    all.add(Command.quiet("Shift+J", t("Select the next one too"), () -> extend(1)));
    all.add(Command.quiet("Shift+K", t("Select the previous one too"), () -> extend(-1)));
    if (several.isSeveral()) {
      all.add(Command.of("Esc", t("Select only this one"), several::leave));
    }
    if (model.current().isPresent()) {
      all.add(Command.of("Enter", t("Open"), this::open));
      all.add(Command.of("C", t("Add to Compare"), this::compare));
      all.addAll(selected.commands());
      var folding = model.near.folding.get();
      model
          .selected
          .get()
          .map(folding::first)
          .filter(first -> !folding.under(first).isEmpty())
          .ifPresent(
              first ->
                  all.add(
                      Command.of(
                          "F",
                          folding.isOpen(first)
                              ? t("Fold near-identical")
                              : t("Unfold near-identical"),
                          model::toggleNear)));
      all.add(Command.of("F3", t("Next match"), () -> model.match(1)));
      all.add(Command.quiet("Shift+F3", t("Previous match"), () -> model.match(-1)));
      all.add(Command.of("Space", t("Page through the preview"), () -> preview.pageBy(1)));
    }
    if (!model.query.get().text().isBlank()) {
      all.add(Command.quiet("", t("Code all that this search finds…"), this::codeFound).changing());
    }
    if (!several.isSeveral() && !model.query.get().text().isBlank()) {
      all.add(Command.of("Esc", t("Clear the search"), model::clear));
    }
    return all;
  }

  private void codeFound() {
    desk.cover(new CodeFound(desk, model.query.get(), desk::uncover));
  }

  @Override
  public ObservableValue<String> status() {
    return status;
  }

  @Override
  public void refresh() {
    model.reload();
  }

  @Override
  public Runnable here() {
    var text = model.text();
    var place = model.selected.get();
    return () -> model.ask(text, place);
  }

  @Override
  public void focus() {
    results.requestFocus();
  }
}
