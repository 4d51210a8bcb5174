package org.tellings.ui.names;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tellings.compare.Role;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;
import org.tellings.ui.names.Entry.Fact;
import org.tellings.ui.names.Entry.Rest;

/// What is found of the selected entry: why, what does not fit, what articles tell of it, and what
/// rests on it alone; each with the words it comes from.
final class EntryHead extends VBox {

  EntryHead(Entry entry, NamesModel model) {
    super(8);
    getStyleClass().add("name-head");
    getChildren().add(numbers(entry));
    if (entry.clashes().isEmpty()) {
      getChildren().add(wrapped(entry.why()));
    }
    for (var clash : entry.clashes()) {
      getChildren().add(clash(clash, model));
    }
    if (!entry.facts().isEmpty()) {
      getChildren()
          .add(
              new VBox(
                  entry.facts().stream()
                      .map(fact -> fact(fact, model))
                      .toList()
                      .toArray(Node[]::new)));
    }
    if (!entry.rests().isEmpty()) {
      var rests = new VBox(2, Nodes.label(t("Rests on it alone"), "section"));
      entry.rests().forEach(rest -> rests.getChildren().add(rest(rest, model)));
      getChildren().add(rests);
    }
  }

  private static Node numbers(Entry entry) {
    List<Node> numbers = new ArrayList<>();
    if (entry.register() == Entry.Register.OUTLETS) {
      numbers.add(number(entry.across(), t("article"), t("articles")));
      for (var group : List.of(t("Unnamed sources"), t("Misnamings"), t("Hedges dropped"))) {
        numbers.add(number(entry.in(group), group, group));
      }
      return Nodes.row(40, numbers.toArray(Node[]::new));
    }
    numbers.add(number(entry.tellings().size(), t("telling"), t("tellings")));
    numbers.add(number(entry.across(), t("outlet"), t("outlets")));
    switch (entry.register()) {
      case ROLES -> {
        var offices = (int) entry.tellings().stream().map(Entry.Said::group).distinct().count();
        numbers.add(number(offices, t("office"), t("offices")));
        numbers.add(number(entry.clashes().size(), t("conflict"), t("conflicts")));
      }
      case MISNAMINGS, OUTLETS -> {}
      case UNNAMED ->
          numbers.add(
              number(entry.rests().size(), t("claim on it alone"), t("claims on it alone")));
    }
    return Nodes.row(40, numbers.toArray(Node[]::new));
  }

  private static VBox number(int n, String one, String several) {
    return new VBox(
        0,
        Nodes.fixed(t("{0}", n), "big-figure"),
        Nodes.fixed(n == 1 ? one : several, "small", "muted"));
  }

  private static Node clash(Role.Clash clash, NamesModel model) {
    var icon = Glyphs.icon("fth-flag");
    icon.getStyleClass().add("danger");
    var card =
        new VBox(
            6,
            Nodes.row(6, icon, Nodes.label(t("These cannot both hold"), "strong", "danger")),
            wrapped(clash.why()),
            place(clash.one(), model),
            place(clash.other(), model));
    card.getStyleClass().add("anomaly-card");
    return card;
  }

  private static Button place(Role.Told told, NamesModel model) {
    var place = told.place();
    var outlet = Texts.outlet(place.heading().outlet());
    var day = Texts.day(place.heading().published());
    var open =
        Nodes.button(
            told.isWritten()
                ? t("{0}, written by hand, {1}, {2}", told.words(), outlet, day)
                : t("“{0}”, {1}, {2}", place.text().replace('\n', ' '), outlet, day),
            () -> model.open(place),
            "link",
            "anomaly-place");
    open.setMinWidth(0);
    open.setAccessibleText(
        t(
            "Open “{0}” in {1}, characters {2} to {3}",
            place.text(),
            outlet,
            String.valueOf(place.span().start()),
            String.valueOf(place.span().end())));
    Nodes.hint(open, open.getAccessibleText());
    return open;
  }

  private static Node fact(Fact fact, NamesModel model) {
    var words =
        fact.at()
            .<Labeled>map(
                place ->
                    Nodes.button(fact.words(), () -> model.open(place), "link", "anomaly-place"))
            .orElseGet(() -> Nodes.label(fact.words(), "value"));
    words.setWrapText(true);
    words.setMinWidth(0);
    Nodes.hint(words, fact.words());
    var row = Nodes.row(8, Nodes.fixed(fact.name(), "name"), words);
    row.getStyleClass().addAll("field-row", "name-fact");
    return row;
  }

  private static Button rest(Rest rest, NamesModel model) {
    var open = Nodes.button(rest.label(), () -> model.open(rest), "link", "anomaly-place");
    open.setMinWidth(0);
    open.setAccessibleText(t("Open the claim “{0}”", rest.label()));
    Nodes.hint(open, rest.label());
    return open;
  }

  private static Label wrapped(String words) {
    var label = Nodes.label(words);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
