package org.tellings.ui.quotes;

import static org.tellings.ui.kit.Texts.t;

import java.util.stream.Collectors;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tellings.compare.Utterance;
import org.tellings.compare.Wording;
import org.tellings.model.Outlet;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// One utterance: who, the fullest wording in one line, how far each outlet carries it.
final class UtteranceCell extends ListCell<Utterance> {

  private final QuotesModel model;

  UtteranceCell(QuotesModel model) {
    this.model = model;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Utterance utterance, boolean empty) {
    super.updateItem(utterance, empty);
    if (empty || utterance == null) {
      setGraphic(null);
      return;
    }
    var who = Nodes.label(utterance.speaker().orElse(t("cannot say who")), "strong");
    who.setMinWidth(0);
    Nodes.hint(who, who.getText());
    var head = Nodes.row(6, who);
    if (utterance.isSilentlyAltered()) {
      var flag = Glyphs.icon("fth-flag");
      flag.getStyleClass().add("danger");
      var mark = new HBox(flag);
      Nodes.hint(mark, t("Words inside the marks differ, unmarked"));
      head.getChildren().add(mark);
    }
    if (model.board.merging.get().filter(utterance::equals).isPresent()) {
      head.getChildren().add(Nodes.label(t("to be merged with…"), "small", "muted"));
    }
    head.getChildren().addAll(Nodes.spring(), spread(utterance));
    head.setMinHeight(20);
    var full = utterance.fullestTelling();
    var words = Nodes.label(full.text().replace('\n', ' '), "serif", "one-line");
    Nodes.hint(words, full.text());
    words.setMinWidth(0);
    var first = utterance.telling(utterance.earliest()).orElse(full).first();
    var foot =
        Nodes.row(
            12,
            Nodes.label(
                Texts.count(utterance.tellings().size(), t("telling"), t("tellings")),
                "small",
                "muted"),
            Nodes.label(
                t("first {0} {1}", first.outlet().code(), Texts.day(first.heading().published())),
                "small",
                "muted"),
            Nodes.spring(),
            Glyphs.of(full.first().kept().state()));
    var box = new VBox(4, head, words, foot);
    box.getStyleClass().addAll("row", "utterance");
    setGraphic(box);
    setAccessibleText(
        t(
            "{0}: {1}. {2}, {3}. {4}",
            who.getText(),
            full.text(),
            Texts.count(utterance.tellings().size(), t("telling"), t("tellings")),
            utterance.isSilentlyAltered() ? t("words differ, unmarked") : t("no silent change"),
            spoken(utterance)));
  }

  private String spoken(Utterance utterance) {
    return model.outlets.stream()
        .map(outlet -> outlet.name() + " " + reach(utterance, outlet))
        .collect(Collectors.joining(", "));
  }

  private static String reach(Utterance utterance, Outlet outlet) {
    return QuotesModel.carried(utterance, outlet)
        .map(w -> words(w.reach()))
        .orElse(t("does not carry it"));
  }

  static String words(Wording.Reach reach) {
    return switch (reach) {
      case FULL -> t("full");
      case PART -> t("part");
      case INDIRECT -> t("indirect");
    };
  }

  /// A square an outlet: full, half, open; a dash where it is not carried.
  private HBox spread(Utterance utterance) {
    var row = Nodes.row(3);
    for (var outlet : model.outlets) {
      var square =
          square(QuotesModel.carried(utterance, outlet).map(Wording::reach).map(Enum::name));
      Nodes.hint(square, outlet.name() + ": " + reach(utterance, outlet));
      row.getChildren().add(square);
    }
    row.setMinWidth(USE_PREF_SIZE);
    return row;
  }

  /// The sign of a reach (`FULL` …) in a box of 9 by 9; empty: not carried.
  static Region square(java.util.Optional<String> reach) {
    var square = new Region();
    square
        .getStyleClass()
        .addAll("spread", reach.map(r -> r.toLowerCase(java.util.Locale.ROOT)).orElse("none"));
    return square;
  }
}
