package org.tellings.ui.coding;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import org.tellings.model.Article;
import org.tellings.ui.article.ArticleView;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;
import org.tellings.workbench.CodingDesk.Coded;

/// The text of an article in which words are chosen, with keys or the mouse, and coded; what is
/// coded is marked, and below stands what the chosen words have.
final class TextPane extends BorderPane {

  private final TextModel model;
  private final ArticleView view = new ArticleView();
  private final Label words = Nodes.label("", "muted");
  private final Label note = Nodes.label("");
  private final FlowPane codes = new FlowPane(6, 6);
  private Optional<Article> shown = Optional.empty();
  private boolean pointing;

  TextPane(TextModel model) {
    this.model = model;
    setId("coding-text");
    setFocusTraversable(true);
    getStyleClass().add("coding-text");
    codes.setId("chosen-codes");
    note.setId("chosen-note");
    note.setWrapText(true);
    var foot = Nodes.column(6, words, codes, note);
    foot.getStyleClass().addAll("chosen-foot", "line-above");
    setCenter(view);
    setBottom(foot);
    setOnMouseReleased(_ -> chosenByMouse());
    model.article.subscribe(this::show);
    model.chosen.subscribe(_ -> point());
    model.notes.subscribe(_ -> point());
    model.coded.addListener((ListChangeListener<Coded>) _ -> point());
  }

  private void chosenByMouse() {
    if (!pointing) {
      view.chosen().ifPresent(span -> model.chosen.set(Optional.of(span)));
    }
    requestFocus();
  }

  private void show(Optional<Article> article) {
    if (!article.equals(shown)) {
      article.ifPresent(
          a ->
              view.show(
                  a,
                  a.outlet().code()
                      + "  ·  "
                      + Texts.outlet(a.outlet())
                      + "  ·  "
                      + Texts.moment(a.heading().published())));
    }
    shown = article;
    point();
  }

  private void point() {
    if (shown.isEmpty()) {
      return;
    }
    view.paint(List.of(), Optional.empty(), model.marked(), -1);
    pointing = true;
    model
        .chosen
        .get()
        .ifPresent(
            span -> {
              view.choose(span);
              view.reveal(span);
            });
    pointing = false;
    var text = shown.get().text();
    words.setText(
        model.chosen.get().map(span -> "“" + span.in(text).replace('\n', ' ') + "”").orElse(""));
    Nodes.hint(words, words.getText());
    codes.getChildren().clear();
    for (var one : model.onChosen()) {
      var chip =
          Nodes.label(one.code() + " · " + one.coding().coder(), "code-chip", "given", "chosen");
      Nodes.hint(chip, one.words());
      codes.getChildren().add(chip);
    }
    if (codes.getChildren().isEmpty()) {
      codes.getChildren().add(Nodes.label(t("These words have no code yet."), "hint"));
    }
    var notes = model.notesOnChosen();
    note.setText(notes.isEmpty() ? "" : t("Note: {0}", String.join("\n", notes)));
    note.setVisible(!notes.isEmpty());
    note.setManaged(!notes.isEmpty());
    var given =
        model.onChosen().stream()
            .map(c -> c.code() + ", " + c.coding().coder())
            .collect(Collectors.joining("; "));
    setAccessibleText(
        Stream.of(t("Chosen: {0}", words.getText()), given, note.getText())
            .filter(part -> !part.isEmpty())
            .collect(Collectors.joining(". ")));
  }
}
