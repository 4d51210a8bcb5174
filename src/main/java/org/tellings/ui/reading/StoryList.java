package org.tellings.ui.reading;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tellings.timeline.Days;
import org.tellings.timeline.StoryPage;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// The pages in order at the left: which were read, which is at hand, how long the rest takes.
final class StoryList extends VBox {

  private static final double ROW = 44;
  private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
  private static final PseudoClass READ = PseudoClass.getPseudoClass("read");

  private final ReadingModel model;
  private final Label title = Nodes.label(t("The story in order"), "story-title");
  private final Label span = Nodes.label("", "small", "muted");
  private final Label left = Nodes.label("", "small", "muted");
  private final VBox loose = new VBox(4);
  private final ListView<StoryPage> pages = new ListView<>();
  private boolean showing;

  StoryList(ReadingModel model) {
    this.model = model;
    getStyleClass().add("story-list");
    span.setWrapText(true);
    pages.setId("pages");
    pages.setFixedCellSize(ROW);
    pages.setCellFactory(_ -> new Cell());
    pages.setAccessibleText(t("The events in order"));
    pages
        .getSelectionModel()
        .selectedIndexProperty()
        .subscribe(
            now -> {
              if (!showing && now.intValue() >= 0) {
                model.go(now.intValue());
              }
            });
    VBox.setVgrow(pages, Priority.SOMETIMES);
    getChildren().addAll(new VBox(2, title, span), pages, left, loose);
  }

  /// The list as it stands now.
  void show() {
    showing = true;
    pages.getItems().setAll(model.pages());
    pages.getSelectionModel().select(model.at.get());
    pages.setPrefHeight(ROW * model.pages().size() + 2);
    pages.scrollTo(Math.max(0, model.at.get() - 3));
    showing = false;
    span.setText(words(model.pages()));
    pointed();
    loose.getChildren().setAll(loose());
  }

  /// The page at hand is another one.
  void pointed() {
    showing = true;
    pages.getSelectionModel().select(model.at.get());
    pages.refresh();
    var here = model.at.get();
    if (here >= 0) {
      pages.scrollTo(Math.max(0, here - 8));
    }
    showing = false;
    var minutes = model.minutesLeft();
    left.setText(
        minutes == 0
            ? t("All read")
            : t("About {0} left", Texts.count(minutes, t("minute"), t("minutes"))));
  }

  private static String words(List<StoryPage> pages) {
    if (pages.isEmpty()) {
      return "";
    }
    var first = pages.getFirst().when().anchor();
    var last = pages.getLast().when().anchor();
    return t(
        "{0}, {1} to {2}",
        Texts.count(pages.size(), t("event"), t("events")), Texts.day(first), Texts.day(last));
  }

  private List<javafx.scene.Node> loose() {
    var ids = model.loose();
    List<javafx.scene.Node> rows = new ArrayList<>();
    if (!ids.isEmpty()) {
      var label =
          Nodes.label(
              t(
                  "{0} on no page: no date is confirmed in the article.",
                  Texts.count(ids.size(), t("confirmed passage"), t("confirmed passages"))),
              "small",
              "muted");
      label.setWrapText(true);
      rows.add(label);
      ids.stream()
          .limit(3)
          .forEach(
              id -> {
                var open =
                    Nodes.button(
                        t("Open {0} {1}", id.kind().word(), rows.size()),
                        () -> model.open(id),
                        "link");
                rows.add(open);
              });
    }
    return rows;
  }

  /// "29 Jan", with the year below it where it is another one than that of the page before.
  private String day(int index) {
    var when = model.pages().get(index).when();
    var day = Texts.day(when.anchor());
    var year = day.substring(day.length() - 4);
    var isSame =
        index > 0
            && model.pages().get(index - 1).when().anchor().getYear() == when.anchor().getYear();
    var bare = when.isDay() ? day.substring(0, day.length() - 5) : when.edtf();
    return isSame || !when.isDay() ? bare : bare + "\n" + year;
  }

  private final class Cell extends ListCell<StoryPage> {

    private final Region above = new Region();
    private final Region below = new Region();
    private final Region dot = new Region();
    private final Label day = Nodes.label("", "small", "story-day");
    private final Label name = Nodes.label("", "story-name");
    private final HBox row = Nodes.row(12);

    Cell() {
      above.getStyleClass().add("thread");
      below.getStyleClass().add("thread");
      dot.getStyleClass().add("dot");
      var line = new VBox(above, below);
      VBox.setVgrow(above, Priority.ALWAYS);
      VBox.setVgrow(below, Priority.ALWAYS);
      line.setAlignment(javafx.geometry.Pos.CENTER);
      var rail = new StackPane(line, dot);
      rail.setMinSize(14, ROW);
      rail.setMaxSize(14, ROW);
      day.setMinWidth(44);
      name.setMinWidth(0);
      name.setWrapText(true);
      name.setMaxHeight(ROW - 6);
      row.getChildren().addAll(rail, day, name);
      row.getStyleClass().add("story-row");
      setPrefWidth(0);
      getStyleClass().add("story-cell");
    }

    @Override
    protected void updateItem(StoryPage page, boolean empty) {
      super.updateItem(page, empty);
      if (empty || page == null) {
        setGraphic(null);
        setAccessibleText("");
        return;
      }
      var isHere = getIndex() == model.at.get();
      var isRead = model.isRead(page);
      day.setText(day(getIndex()));
      name.setText(page.title());
      Nodes.hint(name, page.title());
      above.setVisible(getIndex() > 0);
      below.setVisible(getIndex() < model.pages().size() - 1);
      for (var one : List.of(row, dot, above, below)) {
        one.pseudoClassStateChanged(HERE, isHere);
        one.pseudoClassStateChanged(READ, isRead);
      }
      setAccessibleText(
          t(
              "{0}, {1}, {2}",
              Days.read(page.mode(), page.when()),
              page.title(),
              isHere ? t("at hand") : isRead ? t("read") : t("not read yet")));
      setGraphic(row);
    }
  }
}
