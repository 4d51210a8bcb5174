package org.tellings.ui.coding;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.VBox;
import org.tellings.model.Code;
import org.tellings.ui.kit.Keys;
import org.tellings.ui.kit.Nodes;

/// What the selected code means, below the tree; and the place where names, meanings and memos are
/// written.
final class CodeNote extends VBox {

  private final CodingModel model;
  private final Runnable leave;
  private boolean isWriting;

  /// `leave` gives the keyboard back when something is written or left.
  CodeNote(CodingModel model, Runnable leave) {
    this.model = model;
    this.leave = leave;
    setId("code-note");
    getStyleClass().addAll("code-note", "line-above");
    model.selected.subscribe(_ -> show());
    model.book.subscribe(_ -> show());
  }

  private void show() {
    if (isWriting) {
      return;
    }
    getChildren().clear();
    var path = model.selected.get();
    if (path.isEmpty()) {
      return;
    }
    var name = Nodes.label(path, "strong");
    Nodes.hint(name, path);
    getChildren().add(name);
    var sense = model.code().map(Code::sense).orElse(Code.Sense.NONE);
    var words = new VBox(6);
    add(words, "", sense.definition());
    add(words, t("Use it: "), sense.when());
    add(words, t("Do not use it: "), sense.whenNot());
    add(words, t("Examples: "), sense.examples());
    add(words, t("Memo: "), sense.memo());
    if (words.getChildren().isEmpty()) {
      add(words, "", t("Nothing is written of what it means. E writes it."));
    }
    var scroll = new ScrollPane(words);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setMinHeight(96);
    scroll.setPrefHeight(120);
    scroll.setMaxHeight(150);
    getChildren()
        .addAll(scroll, Nodes.label(t("Codebook version {0}", model.book.get().version()), "hint"));
  }

  private static void add(VBox words, String before, String text) {
    if (!text.isEmpty()) {
      Label label = Nodes.label(before + text, "small");
      label.setWrapText(true);
      words.getChildren().add(label);
    }
  }

  /// Asks for a name: of a new code, or another for the selected one.
  void name(String title, String before, Consumer<String> done) {
    var field = new TextField(before);
    field.setId("code-name");
    field.setAccessibleText(t("{0}, Enter keeps it, Escape leaves it", title));
    Keys.editor(field, title);
    field.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER && !field.getText().isBlank()) {
            var typed = field.getText();
            left();
            done.accept(typed);
          } else if (e.getCode() == KeyCode.ESCAPE) {
            left();
          } else {
            return;
          }
          e.consume();
        });
    isWriting = true;
    getChildren().setAll(Nodes.label(title, "section"), field);
    field.requestFocus();
    field.selectAll();
  }

  /// Writes the memo of the selected code.
  void memo() {
    model
        .code()
        .ifPresent(
            code ->
                write(
                    List.of(t("Memo")),
                    List.of(code.sense().memo()),
                    texts -> model.describe(code.sense().withMemo(texts.getFirst()))));
  }

  /// Writes what the selected code means.
  void meaning() {
    model
        .code()
        .ifPresent(
            code -> {
              var s = code.sense();
              write(
                  List.of(t("Definition"), t("When to use it"), t("When not"), t("Examples")),
                  List.of(s.definition(), s.when(), s.whenNot(), s.examples()),
                  texts ->
                      model.describe(
                          new Code.Sense(
                              texts.get(0), texts.get(1), texts.get(2), texts.get(3), s.memo())));
            });
  }

  /// Writes a note on the chosen words; the empty one takes it away.
  void noted(String before, Consumer<String> done) {
    write(
        List.of(t("Note on the chosen words")),
        List.of(before),
        texts -> done.accept(texts.getFirst()));
  }

  private void write(List<String> names, List<String> before, Consumer<List<String>> done) {
    List<TextArea> areas = new ArrayList<>();
    isWriting = true;
    getChildren().clear();
    for (var i = 0; i < names.size(); i++) {
      var area = new TextArea(before.get(i));
      area.setId("code-text-" + i);
      area.setPrefRowCount(names.size() == 1 ? 5 : 2);
      area.setWrapText(true);
      area.setAccessibleText(
          t("{0}, Enter keeps it, Shift Enter makes a line, Escape leaves it", names.get(i)));
      Keys.of(
          area,
          Keys.told("Enter", t("Keep it")),
          Keys.told("Shift+Enter", t("New line")),
          Keys.told("Tab", t("Next field")),
          Keys.told("Esc", t("Leave unchanged")));
      area.addEventFilter(
          KeyEvent.KEY_PRESSED,
          e -> {
            if (e.getCode() == KeyCode.ENTER && e.isShiftDown()) {
              area.insertText(area.getCaretPosition(), "\n");
            } else if (e.getCode() == KeyCode.ENTER) {
              var texts = areas.stream().map(TextArea::getText).toList();
              left();
              done.accept(texts);
            } else if (e.getCode() == KeyCode.ESCAPE) {
              left();
            } else if (e.getCode() == KeyCode.TAB) {
              areas
                  .get(
                      Math.floorMod(areas.indexOf(area) + (e.isShiftDown() ? -1 : 1), areas.size()))
                  .requestFocus();
            } else {
              return;
            }
            e.consume();
          });
      areas.add(area);
      getChildren().addAll(Nodes.label(names.get(i), "section"), area);
    }
    areas.getFirst().requestFocus();
  }

  private void left() {
    isWriting = false;
    show();
    leave.run();
  }
}
