package org.tellings.ui.reading;

import static org.tellings.ui.kit.Texts.t;

import java.util.stream.Collectors;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tellings.timeline.StoryPage;
import org.tellings.timeline.StoryPage.Piece;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// The articles a page rests on, at its side, with the sentences it was taken from; each opens in
/// the reader at its passage.
final class SourceCards extends BorderPane {

  private final ReadingModel model;
  private final VBox cards = new VBox(12);
  private final ScrollPane scroll;

  SourceCards(ReadingModel model) {
    this.model = model;
    getStyleClass().addAll("inspector", "story-sources");
    setMinWidth(280);
    setPrefWidth(344);
    setMaxWidth(420);
    cards.getStyleClass().add("story-cards");
    scroll = new ScrollPane(cards);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    setCenter(scroll);
  }

  void show() {
    cards.getChildren().clear();
    scroll.setVvalue(0);
    model
        .page()
        .ifPresent(
            page -> {
              cards.getChildren().add(Nodes.label(t("Read the sources"), "strong"));
              for (var i = 0; i < page.sources().size(); i++) {
                cards.getChildren().add(card(i + 1, page.sources().get(i)));
              }
              var foot =
                  Nodes.label(
                      t(
                          "Every sentence here was written or confirmed by a person, or says what"
                              + " confirmed passages have in common. The small letters lead to the"
                              + " article it rests on."),
                      "small",
                      "muted");
              foot.setWrapText(true);
              foot.setMinHeight(Region.USE_PREF_SIZE);
              cards.getChildren().add(foot);
            });
  }

  private Node card(int number, StoryPage.Source source) {
    var code = Nodes.label(source.heading().outlet().code(), "mono");
    Nodes.hint(code, source.outlet());
    var printed = Nodes.fixed(Texts.shortMoment(source.heading().published()), "small", "muted");
    var title =
        Nodes.label(
            source.heading().title().isEmpty() ? source.file() : source.heading().title(),
            "source-title");
    title.setWrapText(true);
    title.setMinHeight(Region.USE_PREF_SIZE);
    var card = new VBox(4, Nodes.row(8, code, Nodes.spring(), printed), title);
    var leading =
        new Lines.Leading(
            model::open,
            (_, _) -> {
              // terms are explained on the page
            });
    source
        .excerpts()
        .forEach(
            excerpt -> {
              var lines = Lines.of(leading, excerpt);
              lines.getStyleClass().add("source-words");
              card.getChildren().add(lines);
            });
    card.getStyleClass().add("source-card");
    card.setFocusTraversable(true);
    card.setAccessibleRole(AccessibleRole.BUTTON);
    card.setAccessibleText(
        t(
            "Source {0}: {1}, {2}, {3}. {4}",
            number,
            source.outlet(),
            Texts.moment(source.heading().published()),
            source.heading().title(),
            source.excerpts().stream()
                .map(e -> e.stream().map(Piece::words).collect(Collectors.joining()))
                .collect(Collectors.joining(" "))));
    card.setOnMouseClicked(_ -> model.open(source.at()));
    card.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER || e.getCode() == KeyCode.SPACE) {
            e.consume();
            model.open(source.at());
          }
        });
    return card;
  }
}
