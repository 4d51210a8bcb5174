package org.tellings.ui.reader;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.model.Kind;
import org.tellings.model.Span;
import org.tellings.model.State;
import org.tellings.ui.article.ArticleView;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Dividers;
import org.tellings.ui.kit.Drawer;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Place;
import org.tellings.ui.kit.Texts;

/// One article: read it, see what was found in it, and decide.
public final class ReaderView extends BorderPane implements Place {

  private static final Map<Kind, String> LAYERS =
      Map.of(
          Kind.QUOTE,
          t("Quotes"),
          Kind.CLAIM,
          t("Claims"),
          Kind.FIGURE,
          t("Figures"),
          Kind.DATE,
          t("Dates"),
          Kind.ENTITY,
          t("Entities"));

  /// The least width at which the layers are named in the bar, in pixels.
  private static final double NAMED = 1190;

  private final ReaderModel model;
  private final ArticleView article = new ArticleView();
  private final ReadingPane reading;
  private final Inspector inspector;
  private final Drawer drawer;
  private final StackPane middle = new StackPane();
  private final LeftOut removed;
  private final ToggleButton textShown = new ToggleButton(t("Text"));
  private final Details details;
  private final ToggleButton detailsShown = new ToggleButton(t("Details"));
  private final ToggleButton removedShown = new ToggleButton(t("Left out"));
  private final StringProperty crumb = new SimpleStringProperty(t("Reader"));
  private final StringProperty status = new SimpleStringProperty("");
  private final Node bar;

  /// Of the article's text, in pixels.
  public final IntegerProperty textSize = new SimpleIntegerProperty(ArticleView.USUAL);

  private String shownText = "";
  // what the article was opened at, when that is no finding; gone once a finding is chosen
  private Optional<Span> pointed = Optional.empty();
  private Optional<org.tellings.model.Heading> detailsOf = Optional.empty();
  private boolean fresh;

  public ReaderView(Desk desk) {
    model = new ReaderModel(desk);
    reading = new ReadingPane(article, model::select, model.elsewhere::openShared);
    details = new Details(model);
    inspector = new Inspector(model, article::requestFocus);
    inspector.setMinWidth(280);
    inspector.setMaxWidth(480);
    inspector.setPrefWidth(344);
    textShown.setId("text-shown");
    detailsShown.setId("details-shown");
    removedShown.setId("left-out-shown");
    removed = new LeftOut(model::putBack);
    var panes = new SplitPane(middle, inspector);
    SplitPane.setResizableWithParent(inspector, false);
    panes.setDividerPositions(0.75);
    bar = toolbar();
    Dividers.keep(desk, "reader", panes);
    drawer = new Drawer(panes, inspector);
    setCenter(drawer);
    model.article.subscribe(this::showArticle);
    model.shown.subscribe(this::paint);
    model.selected.subscribe(this::select);
    model.elsewhere.now.subscribe(reading::elsewhere);
    article.onClick(model::selectAt);
  }

  /// Opens an article, at a finding when one is given.
  public void open(ArticleId id, Optional<FindingId> at) {
    textShown.setSelected(true);
    pointed = Optional.empty();
    model.open(id, at);
  }

  /// Opens an article at these characters; no finding is selected until one is chosen.
  public void open(ArticleId id, Span at) {
    textShown.setSelected(true);
    pointed = Optional.empty();
    model.open(id, Optional.empty(), () -> point(id, at));
  }

  /// Nothing where another article was opened, which took its place.
  private void point(ArticleId id, Span at) {
    if (model.article.get().filter(a -> a.id().equals(id)).isEmpty()) {
      return;
    }
    model.select(Optional.empty());
    pointed = Optional.of(at);
    paint();
    article.reveal(at);
  }

  /// What goes to the numbered paragraph, when the article that is read has it.
  public Optional<Command> toParagraph(int n) {
    return model
        .article
        .get()
        .flatMap(_ -> article.paragraph(n))
        .map(
            at ->
                Command.quiet(
                    "",
                    t("Paragraph {0}", n),
                    () -> {
                      textShown.setSelected(true);
                      article.jump(article.place(at));
                    }));
  }

  /// A step was undone or done again: what it changed here is selected.
  public void follow() {
    model.follow();
  }

  /// Shows what stands over the article instead of its text, to be corrected.
  public void details() {
    detailsShown.setSelected(true);
  }

  private Node toolbar() {
    var views = new ToggleGroup();
    views.getToggles().addAll(textShown, detailsShown, removedShown);
    textShown.setSelected(true);
    views
        .selectedToggleProperty()
        .subscribe(
            now -> {
              if (now == null) {
                textShown.setSelected(true);
              }
              showMiddle();
              if (getScene() != null) {
                focus(); // what had the keyboard may be gone
              }
            });
    var bar = Nodes.row(8, Nodes.segmented(textShown, detailsShown, removedShown));
    for (var kind : Kind.values()) {
      bar.getChildren().add(layer(kind));
    }
    var unreviewed = new ToggleButton(t("Unreviewed only"));
    unreviewed.setGraphic(Glyphs.of(State.MACHINE));
    unreviewed.getStyleClass().add("layer-toggle");
    List.of(textShown, detailsShown, removedShown, unreviewed)
        .forEach(button -> button.setMinWidth(USE_PREF_SIZE));
    unreviewed.selectedProperty().bindBidirectional(model.unreviewedOnly);
    var size = Nodes.fixed("", "small", "muted");
    textSize.subscribe(
        now -> {
          article.size(now.intValue());
          size.setText(t("Font {0}", article.size()));
          reading.requestLayout();
        });
    var compare =
        Nodes.button(
            "fth-columns",
            t("Compare"),
            Command.of("C", t("Add to Compare"), model::compare),
            "secondary",
            "small-button");
    compare.setAccessibleText(t("Add to Compare"));
    var source =
        Nodes.button(
            "fth-external-link",
            t("Source"),
            Command.of("O", t("Open the original"), () -> model.source(false)),
            "secondary",
            "small-button");
    source.setId("source");
    Nodes.hint(
        source, t("Open the page this article is from; without an address, the copy of its file"));
    bar.getChildren().addAll(unreviewed, Nodes.spring(), size, compare, source);
    bar.getStyleClass().add("view-toolbar");
    bar.setMinWidth(0); // else it would make the view wider, and the names never go
    return bar;
  }

  private ToggleButton layer(Kind kind) {
    var name = Nodes.label(LAYERS.getOrDefault(kind, ""), "layer-name");
    // where the bar is narrow, the letter says it
    name.visibleProperty().bind(widthProperty().greaterThan(NAMED));
    name.managedProperty().bind(name.visibleProperty());
    var count = new Label();
    model.findings.subscribe(_ -> count.setText(Integer.toString(model.count(kind))));
    var button = new ToggleButton("", Nodes.row(6, Glyphs.letter(kind), name, count));
    button.setAccessibleText(t("Layer {0}", LAYERS.getOrDefault(kind, "")));
    Nodes.hint(button, LAYERS.getOrDefault(kind, ""));
    button.getStyleClass().add("layer-toggle");
    button.setMinWidth(USE_PREF_SIZE);
    button
        .selectedProperty()
        .bindBidirectional(Optional.ofNullable(model.layers.get(kind)).orElseThrow());
    return button;
  }

  private void showMiddle() {
    var a = model.article.get();
    if (a.isEmpty()) {
      setTop(null);
      var way = Nodes.button(t("Go to Library"), model::toLibrary, "primary");
      way.setId("to-library");
      setCenter(Nodes.empty(t("No article is open. The one you choose is read here."), way));
      return;
    }
    if (getCenter() != drawer) {
      setTop(bar);
      setCenter(drawer);
      // without its skin the pane does not hold the text, which then cannot take the keyboard
      applyCss();
      layout();
    }
    middle
        .getChildren()
        .setAll(
            removedShown.isSelected() ? removed : detailsShown.isSelected() ? details : reading);
  }

  private void showArticle(Optional<Article> now) {
    now.ifPresent(
        a -> {
          if (!shownText.equals(a.id() + dateline(a))) {
            shownText = a.id() + dateline(a);
            article.show(a, dateline(a));
            fresh = true;
          }
          if (!detailsOf.equals(Optional.of(a.heading()))) {
            detailsOf = Optional.of(a.heading());
            details.show(a);
          }
          removed.show(a.removed());
          removedShown.setText(t("Left out {0}", a.removed().size()));
          crumb.set(
              t(
                  "Library › {0}, {1}",
                  a.outlet().isKnown() ? a.outlet().name() : t("unknown outlet"),
                  Texts.day(a.heading().published())));
          paint();
        });
    showMiddle();
    if (fresh) {
      fresh = false;
      focus();
    }
  }

  private static String dateline(Article a) {
    return a.outlet().code() + "  " + ArticleView.dateline(a);
  }

  private void paint() {
    model
        .article
        .get()
        .ifPresent(
            a -> {
              mark(model.selected.get());
              reading.show(a.text(), model.shown.get(), model.selected.get());
              status.set(
                  t(
                      "{0} confirmed · {1} corrected · {2} rejected · {3} left in this article",
                      model.count(State.CONFIRMED),
                      model.count(State.CORRECTED),
                      model.count(State.REJECTED),
                      model.count(State.MACHINE)));
            });
  }

  private void select(Optional<FindingId> now) {
    model
        .article
        .get()
        .ifPresent(
            _ -> {
              if (now.isPresent()) {
                pointed = Optional.empty();
              }
              mark(now);
              model.current().ifPresent(kept -> article.reveal(kept.finding().span()));
              reading.select(now);
            });
  }

  private void mark(Optional<FindingId> selected) {
    article.paint(model.shown.get(), selected, pointed.stream().toList(), -1);
  }

  private void edit(String key) {
    drawer.open();
    inspector.editBy(key);
  }

  private void resize(int by) {
    textSize.set(
        by == 0
            ? ArticleView.USUAL
            : Math.clamp(textSize.get() + (long) by, ArticleView.SMALLEST, ArticleView.LARGEST));
  }

  private void paragraph(int by) {
    var sight = article.sighted();
    for (var n = 1; ; n++) {
      var start = article.paragraph(n);
      if (start.isEmpty()) {
        return;
      }
      var next = article.paragraph(n + 1);
      if (next.isEmpty() || next.get() > sight.start()) {
        article.paragraph(n + by).ifPresent(at -> article.jump(article.place(at)));
        return;
      }
    }
  }

  private void add(Kind kind) {
    article
        .chosen()
        .ifPresent(
            span -> {
              article.unchoose();
              model.add(kind, span);
            });
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public String name() {
    return t("Reader");
  }

  @Override
  public ObservableValue<String> crumb() {
    return crumb;
  }

  @Override
  public List<Command> commands() {
    if (model.article.get().isEmpty()) {
      return List.of();
    }
    List<Command> all = new ArrayList<>();
    article
        .chosen()
        .ifPresent(
            _ -> {
              for (var kind : List.of(Kind.QUOTE, Kind.CLAIM, Kind.FIGURE, Kind.DATE)) {
                all.add(
                    Command.of(
                            String.valueOf(kind.letter()).toUpperCase(Locale.ROOT),
                            t("New {0}", kind.word()),
                            () -> add(kind))
                        .changing());
              }
            });
    if (removedShown.isSelected()) {
      all.addAll(removed.commands());
    }
    if (drawer.isOver()) {
      all.add(Command.of("Esc", t("Close the inspector"), drawer::close));
    }
    all.add(Command.of("J", t("Next"), () -> model.step(1)));
    all.add(Command.of("K", t("Previous"), () -> model.step(-1)));
    model
        .current()
        .ifPresent(
            kept ->
                all.addAll(
                    DecidingKeys.on(
                        kept, model, inspector, this::edit, article.chosen().isPresent())));
    all.add(Command.quiet("N", t("Next not reviewed"), model::nextUnreviewed));
    if (article.chosen().isEmpty()) {
      all.add(Command.quiet("C", t("Add to Compare"), model::compare));
    }
    all.add(
        Command.quiet(
            "O", t("Open the original: its page, or its file"), () -> model.source(false)));
    all.add(
        Command.quiet("Shift+O", t("Open the kept copy of its file"), () -> model.source(true)));
    all.add(Command.quiet("Close_Bracket", t("Next paragraph"), () -> paragraph(1)));
    all.add(Command.quiet("Open_Bracket", t("Previous paragraph"), () -> paragraph(-1)));
    for (var kind : Kind.values()) {
      var on = Optional.ofNullable(model.layers.get(kind)).orElseThrow();
      all.add(
          new Command(
              "Alt+" + String.valueOf(kind.letter()).toUpperCase(Locale.ROOT),
              t("Toggle {0}", LAYERS.getOrDefault(kind, "").toLowerCase(Locale.ROOT)),
              kind == Kind.QUOTE,
              () -> on.set(!on.get())));
    }
    all.add(Command.quiet("", t("Text of the article"), () -> textShown.setSelected(true)));
    all.add(Command.quiet("", t("Details of the article: title, outlet, dates"), this::details));
    all.add(
        Command.quiet(
            "", t("Parts left out of the article"), () -> removedShown.setSelected(true)));
    all.add(Command.quiet("I", t("Inspector"), drawer::toggle));
    all.add(
        Command.quiet(
            "Shortcut+Equals Shortcut+Plus Shortcut+Shift+Equals",
            t("Larger text"),
            () -> resize(1)));
    all.add(Command.quiet("Shortcut+Minus", t("Smaller text"), () -> resize(-1)));
    all.add(Command.quiet("Shortcut+DIGIT0", t("Text as it was"), () -> resize(0)));
    return all;
  }

  @Override
  public ObservableValue<String> status() {
    return status;
  }

  @Override
  public void refresh() {
    model.reload();
    showMiddle();
  }

  @Override
  public void unfold() {
    drawer.open();
  }

  @Override
  public Runnable here() {
    var article = model.article.get();
    var selected = model.selected.get();
    var mode =
        detailsShown.isSelected()
            ? detailsShown
            : removedShown.isSelected() ? removedShown : textShown;
    var sight = this.article.sightNow();
    var at = pointed;
    return () ->
        article.ifPresent(
            a ->
                model.open(
                    a.id(),
                    selected,
                    () -> {
                      mode.setSelected(true);
                      at.ifPresent(span -> point(a.id(), span));
                      sight.ifPresent(this.article::restore);
                    }));
  }

  @Override
  public void focus() {
    if (detailsShown.isSelected()) {
      details.requestFocus();
    } else if (removedShown.isSelected()) {
      removed.requestFocus();
    } else {
      article.requestFocus();
    }
  }
}
