package org.tellings.ui.reading;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tellings.timeline.Days;
import org.tellings.timeline.Event;
import org.tellings.ui.article.ArticleView;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Dividers;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Place;
import org.tellings.ui.kit.Texts;

/// Reading mode: the events in order, one page each, the sources at the side.
public final class ReadingView extends BorderPane implements Place {

  private final Desk desk;
  private final IntegerProperty textSize;
  private final Runnable leave;
  private final ReadingModel model;
  private final StoryList list;
  private final PageView page;
  private final SourceCards sources;
  private final SplitPane panes;
  private final StackPane middle = new StackPane();
  private final VBox problems = new VBox(4);
  private final StringProperty status = new SimpleStringProperty("");
  private final StringProperty crumb = new SimpleStringProperty(t("Timeline › Reading mode"));

  /// `textSize` is shared with the reader; `leave` goes to the timeline.
  public ReadingView(Desk desk, IntegerProperty textSize, Runnable leave) {
    this.desk = desk;
    this.textSize = textSize;
    this.leave = leave;
    getStyleClass().add("reading");
    model = new ReadingModel(desk);
    list = new StoryList(model);
    page = new PageView(model);
    sources = new SourceCards(model);
    panes = new SplitPane(list, page, sources);
    panes.setDividerPositions(0.22, 0.745);
    Dividers.keep(desk, "reading", panes);
    SplitPane.setResizableWithParent(list, false);
    SplitPane.setResizableWithParent(sources, false);
    problems.getStyleClass().add("story-problems");
    setTop(new VBox(Nodes.loading(model.asking.busy, middle), problems));
    setCenter(middle);
    model.told.subscribe(_ -> shown());
    model.asking.busy.subscribe(_ -> shown());
    model.asking.stopped.subscribe(_ -> shown());
    model.at.subscribe(_ -> pointed());
    textSize.subscribe(now -> page.size(now.intValue()));
  }

  // -- what it shows --

  private void shown() {
    var node = model.pages().isEmpty() ? empty() : panes;
    if (!middle.getChildren().equals(List.of(node))) {
      middle.getChildren().setAll(node);
    }
    if (!model.asking.busy.get()) {
      list.show();
    }
    problems();
    told();
  }

  private void pointed() {
    if (model.at.get() >= 0) {
      list.pointed();
      page.show();
      sources.show();
    }
    told();
  }

  private void told() {
    status.set(
        model.page().isEmpty()
            ? ""
            : t("Event {0} of {1}", model.at.get() + 1, model.pages().size()));
  }

  /// What cannot be read of the glossary.
  private void problems() {
    problems.getChildren().clear();
    model
        .told
        .get()
        .map(ReadingModel.Told::terms)
        .filter(terms -> !terms.problems().isEmpty())
        .ifPresent(
            terms -> {
              for (var problem : terms.problems().stream().limit(3).toList()) {
                var label = Nodes.label(t("glossary.txt, {0}", problem), "danger");
                label.setWrapText(true);
                problems.getChildren().add(label);
              }
              problems
                  .getChildren()
                  .add(
                      Nodes.changing(
                          Nodes.button(t("Edit the glossary…"), model::editGlossary, "link")));
            });
    problems.setVisible(!problems.getChildren().isEmpty());
    problems.setManaged(problems.isVisible());
  }

  private Node empty() {
    var asking = model.asking;
    if (model.told.get().isEmpty() && !asking.stopped.get()) {
      return asking.going();
    }
    return asking.placeholder(model::load).orElseGet(this::confirmFirst);
  }

  private Node confirmFirst() {
    var suggested = model.told.get().map(ReadingModel.Told::suggested).orElse(List.of());
    if (suggested.isEmpty()) {
      return Nodes.empty(nothing());
    }
    var ways = new VBox(4, Nodes.label(t("Told of most, to begin with:"), "strong"));
    ways.setId("suggested");
    suggested.forEach(event -> ways.getChildren().add(way(event)));
    ways.getStyleClass().add("story-suggested");
    return Nodes.empty(nothing(), ways);
  }

  private static String nothing() {
    return t(
        "No page yet. Reading mode tells only what a person confirmed: confirm the date of an event"
            + " in the Reader, and the quotes, claims and figures near it.");
  }

  /// Opens the first dating words of an event in the reader, to be confirmed there.
  private Node way(Event event) {
    var words =
        t(
            "{0}: {1} ({2})",
            Days.read(event.mode(), event.when()),
            event.title(),
            Texts.count((int) event.outlets(), t("outlet"), t("outlets")));
    var open =
        Nodes.button(
            words, () -> model.open(event.tellings().getFirst().dating().kept().id()), "link");
    open.setMinWidth(0);
    open.setAccessibleText(t("Open in the reader: {0}", words));
    Nodes.hint(open, words);
    return open;
  }

  private void size(int by) {
    textSize.set(Math.clamp(textSize.get() + (long) by, ArticleView.SMALLEST, ArticleView.LARGEST));
  }

  private void term() {
    if (!page.nextTerm()) {
      desk.said(t("No term is explained on this page."), false);
    }
  }

  private void escape() {
    if (page.hideMeaning()) {
      page.toPage();
    } else {
      leave.run();
    }
  }

  @Override
  public Node node() {
    return this;
  }

  @Override
  public String name() {
    return t("Reading mode");
  }

  @Override
  public ObservableValue<String> crumb() {
    return crumb;
  }

  @Override
  public List<Command> commands() {
    List<Command> all = new ArrayList<>();
    if (!model.pages().isEmpty()) {
      all.add(Command.quiet("Left K", t("Event before"), () -> model.step(-1)));
      all.add(Command.of("Right J", t("Next event"), () -> model.step(1)));
      all.add(Command.quiet("Home", t("First event"), () -> model.go(0)));
      all.add(Command.quiet("End", t("Last event"), () -> model.go(model.pages().size() - 1)));
      all.add(Command.of("DIGIT1–9", t("Open source"), () -> {}));
      for (var i = 1; i <= 9; i++) {
        var number = i;
        all.add(Command.quiet("DIGIT" + i, t("Open source {0}", i), () -> model.source(number)));
      }
      all.add(Command.of("D", t("Define a word"), this::term));
      all.add(Command.of("P", t("Print the story"), model::print));
      all.add(Command.of("Equals Shift+Equals Plus Add", t("Larger text"), () -> size(1)));
      all.add(Command.quiet("Minus Subtract", t("Smaller text"), () -> size(-1)));
    }
    all.add(Command.quiet("", t("Edit the glossary…"), model::editGlossary).changing());
    all.add(Command.of("Esc", t("Leave reading mode"), this::escape));
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
    var now = model.at.get();
    return () -> model.go(now);
  }

  @Override
  public void focus() {
    if (model.pages().isEmpty()) {
      requestFocus();
    } else {
      page.toPage();
    }
  }
}
