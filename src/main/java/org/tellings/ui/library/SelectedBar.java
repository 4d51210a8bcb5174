package org.tellings.ui.library;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.tellings.model.Hits;
import org.tellings.model.Kind;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;
import org.tellings.workbench.Workbench;

/// What is selected of the list, in numbers, and what can be done with all of it; not there while
/// one article alone is selected.
final class SelectedBar extends HBox {

  private final Desk desk;
  private final Several several;
  private final LibraryModel model;
  private final Label count = Nodes.label("", "strong");
  private final Label holds = Nodes.label("", "small", "muted");

  SelectedBar(Desk desk, Several several, LibraryModel model) {
    super(8);
    this.desk = desk;
    this.several = several;
    this.model = model;
    setId("selected");
    setAlignment(Pos.CENTER_LEFT);
    setPadding(new Insets(4, 16, 4, 16));
    setMinHeight(40);
    getStyleClass().add("line-above");
    count.setMinWidth(Region.USE_PREF_SIZE);
    holds.setMinWidth(0);
    var out = Nodes.button("", t("Take out"), takingOut(), "secondary", "small-button");
    out.setId("take-out");
    out.setMinWidth(Region.USE_PREF_SIZE);
    Nodes.hint(
        out, t("Takes them out of the library; undo, or adding the files again, brings them back"));
    getChildren().addAll(count, holds, Nodes.spring(), exporting(), out);
    managedProperty().bind(visibleProperty());
    several.onChange(this::tell);
    model.arrived.subscribe(this::tell);
  }

  private void tell() {
    setVisible(several.isSeveral());
    if (!several.isSeveral()) {
      return;
    }
    var places = several.places();
    count.setText(t("{0} selected", Texts.count(places.size(), t("article"), t("articles"))));
    var rows = model.shown(places);
    holds.setText(rows.size() < places.size() ? "" : found(rows));
    Nodes.hint(holds, holds.getText());
  }

  /// "12 quotes, 40 claims, 3 figures".
  private static String found(List<Row> rows) {
    Map<Kind, Integer> all = new EnumMap<>(Kind.class);
    rows.forEach(
        row -> row.summary().found().forEach((kind, n) -> all.merge(kind, n, Integer::sum)));
    return String.join(
        ", ",
        Texts.count(all.getOrDefault(Kind.QUOTE, 0), t("quote"), t("quotes")),
        Texts.count(all.getOrDefault(Kind.CLAIM, 0), t("claim"), t("claims")),
        Texts.count(all.getOrDefault(Kind.FIGURE, 0), t("figure"), t("figures")));
  }

  private MenuButton exporting() {
    var menu = new MenuButton(t("Export"));
    menu.setId("export-selected");
    menu.getStyleClass().add("small");
    menu.setMinWidth(Region.USE_PREF_SIZE);
    menu.setAccessibleText(t("Export of the selected articles"));
    for (var kind : kinds()) {
      var item = new MenuItem(t("{0}…", Texts.capital(kind)));
      item.setOnAction(_ -> export(kind));
      menu.getItems().add(item);
    }
    return menu;
  }

  /// What can be exported of some articles.
  private static List<String> kinds() {
    return Workbench.exportKinds().stream().filter(kind -> !kind.equals("events")).toList();
  }

  private void export(String kind) {
    several.articles(ids -> desk.export(kind, ids));
  }

  private Command takingOut() {
    return Command.of("Delete", words(), this::takeOut).changing();
  }

  private String words() {
    var n = several.places().size();
    return n > 1 ? t("Take {0} articles out", n) : t("Take the article out");
  }

  private void takeOut() {
    several.articles(
        ids ->
            desk.tasks()
                .edit(
                    () -> {
                      desk.workbench().takeOut(ids);
                      return Texts.count(ids.size(), t("article"), t("articles"));
                    },
                    taken -> {
                      desk.saidWithUndo(t("Took {0} out of the library.", taken));
                      desk.changed();
                    },
                    desk::failed));
  }

  /// What can be done with what is selected; none when nothing is.
  List<Command> commands() {
    List<Command> all = new ArrayList<>();
    if (!several.places().isEmpty()) {
      var command = takingOut();
      all.add(
          several.isSeveral()
              ? command
              : Command.quiet("Delete", words(), this::takeOut).changing());
    }
    if (several.isSeveral()) {
      for (var kind : kinds()) {
        all.add(
            Command.quiet(
                "",
                t("Export {0} of the {1} selected articles…", kind, several.places().size()),
                () -> export(kind)));
      }
    }
    return all;
  }

  /// What an order is called.
  static String words(Hits.Order order) {
    return switch (order) {
      case RELEVANCE -> t("Relevance");
      case NEWEST -> t("Newest first");
      case OLDEST -> t("Oldest first");
    };
  }
}
