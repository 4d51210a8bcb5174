package org.tellings.ui.reader;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.tellings.model.Kept;
import org.tellings.model.State;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Keys;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;
import org.tellings.workbench.Step;

/// Everything about the selected finding: its words, where they stand, its state, its fields, what
/// was done to it, and what can be done.
final class Inspector extends BorderPane {

  private final ReaderModel model;
  private final Runnable back;
  private boolean editing;

  /// `back` puts the keyboard into the text again.
  Inspector(ReaderModel model, Runnable back) {
    this.model = model;
    this.back = back;
    getStyleClass().add("inspector");
    model.selected.subscribe(this::show);
    // what arrives late must not take an open editor away
    model.shown.subscribe(this::refresh);
    model.history.subscribe(this::refresh);
    model.codes.subscribe(this::refresh);
    model.elsewhere.now.subscribe(this::refresh);
    model.elsewhere.comparing.busy.subscribe(this::refresh);
  }

  private void refresh() {
    if (!editing) {
      show();
    }
  }

  void show() {
    editing = false;
    var current = model.current();
    if (current.isEmpty() || model.article.get().isEmpty()) {
      setTop(null);
      setBottom(null);
      setCenter(
          Nodes.empty(
              model.shown.get().isEmpty()
                  ? t("No finding of the layers shown. Turn a layer on above the text.")
                  : t("Select a finding in the text, or press J for the first.")));
      return;
    }
    var kept = current.get();
    setTop(head(kept));
    setCenter(body(kept));
    setBottom(foot(kept));
  }

  private Node head(Kept kept) {
    var same =
        model.shown.get().stream()
            .filter(k -> k.finding().kind() == kept.finding().kind())
            .toList();
    var word = kept.finding().kind().word();
    var title = Nodes.label(Texts.capital(word) + " " + (1 + same.indexOf(kept)), "strong");
    var of = Nodes.label(t("of {0}", same.size()), "muted");
    var up =
        Nodes.iconButton("fth-chevron-up", t("Previous {0}", word), () -> model.stepInKind(-1));
    var down = Nodes.iconButton("fth-chevron-down", t("Next {0}", word), () -> model.stepInKind(1));
    var row =
        Nodes.row(6, Glyphs.letter(kept.finding().kind()), title, of, Nodes.spring(), up, down);
    row.getStyleClass().add("head");
    return row;
  }

  private Node body(Kept kept) {
    var text = model.article.get().orElseThrow().text();
    var span = kept.finding().span();
    var printed = span.in(text);
    var words = Nodes.label(Reading.shortened(printed, 600), "words");
    words.setWrapText(true);
    var moved = !span.equals(kept.id().span());
    var address =
        Nodes.label(
            t(
                "¶ {0} · characters {1}–{2} · {3}",
                paragraph(text, span.start()),
                span.start(),
                span.end(),
                moved ? t("ends moved by hand") : t("exact match")),
            "small",
            "muted");
    var rule =
        Nodes.label(
            kept.state() == State.MACHINE
                ? t("not reviewed · rule {0}", kept.finding().rule())
                : kept.machine()
                    .map(m -> t("machine rule {0}", m.rule()))
                    .orElse(
                        kept.seen().isPresent()
                            ? t("the machine does not find it now")
                            : t("made by hand")),
            "small",
            "muted");
    rule.setMinWidth(0);
    Nodes.hint(rule, rule.getText());
    var state =
        Nodes.row(
            6,
            Glyphs.of(kept.state()),
            Nodes.fixed(Texts.capital(kept.state().word()), "strong"),
            rule);
    state.getStyleClass().add("state-box");
    var fields = new VBox();
    model.fields().forEach(field -> fields.getChildren().add(row(field)));
    var body = new VBox(words, address, state);
    MachineNow.box(kept, model).ifPresent(body.getChildren()::add);
    body.getChildren().add(fields);
    body.getChildren().addAll(note(kept), codes(kept));
    elsewhere(kept).ifPresent(body.getChildren()::add);
    body.getChildren().add(Nodes.label(t("History"), "section"));
    model.history.get().forEach(step -> body.getChildren().add(wrapped(told(step))));
    body.getChildren()
        .add(
            wrapped(
                kept.machine().or(kept::seen).isPresent()
                    ? t("Found on ingest")
                    : t("Added by hand")));
    body.getStyleClass().add("body");
    var scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  /// Nothing when no other article tells it.
  private Optional<Node> elsewhere(Kept kept) {
    var others = model.elsewhere.now.get().of(kept.id());
    if (others.isPresent()) {
      return others.map(o -> new ElsewhereList(o, model.elsewhere::open));
    }
    return model.elsewhere.comparing.busy.get()
            && model.elsewhere.now.get().equals(Elsewhere.NOTHING)
        ? Optional.of(new ElsewhereList(t("Comparing the articles…")))
        : Optional.empty();
  }

  private Node note(Kept kept) {
    var box =
        new VBox(
            6,
            Nodes.row(
                8,
                Nodes.label(t("Note"), "section"),
                Nodes.spring(),
                Glyphs.caps(Keys.told("M", ""))),
            kept.note().isEmpty()
                ? Nodes.changing(Nodes.button(t("Write a note…"), this::writeNote, "link", "small"))
                : wrapped(kept.note()));
    box.setId("note");
    box.getStyleClass().add(Nodes.CHANGED_INSIDE);
    box.setOnMouseClicked(
        e -> {
          if (e.getClickCount() == 2) {
            writeNote();
          }
        });
    return box;
  }

  /// Opens the note's editor in its place: Enter keeps it, Shift Enter begins a line, Escape leaves
  /// it. The empty note is no note.
  void writeNote() {
    applyCss();
    layout();
    var current = model.current();
    if (current.isEmpty() || !(lookup("#note") instanceof VBox box)) {
      return;
    }
    var typed = new TextArea(current.get().note());
    typed.setId("editor-note");
    typed.setPrefRowCount(3);
    typed.setWrapText(true);
    typed.setAccessibleText(t("Note, Enter keeps it, Shift Enter begins a line, Escape leaves it"));
    typed.addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.ENTER && e.isShiftDown()) {
            typed.insertText(typed.getCaretPosition(), "\n");
          } else if (e.getCode() == KeyCode.ENTER) {
            model.note(typed.getText());
            leave();
          } else if (e.getCode() == KeyCode.ESCAPE) {
            leave();
          } else {
            return;
          }
          e.consume();
        });
    Keys.of(
        typed,
        Keys.told("Enter", t("Keep the note")),
        Keys.told("Shift+Enter", t("New line")),
        Keys.told("Esc", t("Leave unchanged")));
    box.getChildren().set(1, typed);
    editing = true;
    typed.requestFocus();
  }

  /// Codes given as chips, codes at hand as dashed ones with their key.
  private Node codes(Kept kept) {
    var chips = new FlowPane(6, 6);
    chips.setId("codes");
    for (var name : kept.codes()) {
      var chip =
          Nodes.row(
              6,
              Nodes.label(name),
              Nodes.changing(
                  Nodes.iconButton(
                      "fth-x", t("Take back {0}", name), () -> model.giving.toggle(name))));
      model.codes.get().stream()
          .filter(c -> c.name().equals(name) && c.key() > 0)
          .forEach(c -> chip.getChildren().addFirst(Glyphs.cap(Integer.toString(c.key()))));
      chip.getStyleClass().addAll("code-chip", "given");
      chips.getChildren().add(chip);
    }
    for (var code : model.codes.get()) {
      if (!kept.codes().contains(code.name())) {
        var chip =
            Nodes.changing(
                Nodes.button(code.name(), () -> model.giving.toggle(code.name()), "code-chip"));
        if (code.key() > 0) {
          chip.setGraphic(Glyphs.cap(Integer.toString(code.key())));
        }
        chip.setAccessibleText(t("Give code {0}", code.name()));
        chips.getChildren().add(chip);
      }
    }
    var fresh = Nodes.changing(Nodes.button(t("New code…"), this::newCode, "link", "small"));
    fresh.setId("new-code");
    return new VBox(
        6,
        Nodes.row(8, Nodes.label(t("Codes"), "section"), Nodes.spring(), Glyphs.cap("1–9")),
        chips,
        fresh);
  }

  /// Opens the field for a new code's name in the place of its button.
  void newCode() {
    applyCss();
    layout();
    if (lookup("#new-code") instanceof Button button && button.getParent() instanceof VBox box) {
      var typed = new TextField();
      typed.setId("editor-code");
      typed.setPromptText(t("Group › code, Enter gives it"));
      typed.setAccessibleText(t("Name of the new code, Enter gives it, Escape leaves it"));
      typed.setOnKeyPressed(
          e -> {
            if (e.getCode() == KeyCode.ENTER && !typed.getText().isBlank()) {
              model.giving.create(typed.getText());
              leave();
            } else if (e.getCode() == KeyCode.ESCAPE) {
              leave();
            } else {
              return;
            }
            e.consume();
          });
      Keys.editor(typed, t("Give the new code"));
      box.getChildren().set(box.getChildren().size() - 1, typed);
      editing = true;
      typed.requestFocus();
    }
  }

  private static Label wrapped(String words) {
    var label = Nodes.label(words, "small", "muted");
    label.setWrapText(true);
    return label;
  }

  private static String told(Step step) {
    var told =
        new StringBuilder(Texts.clock(step.when()))
            .append("  ")
            .append(step.words())
            .append(step.coder().isEmpty() ? "" : " · " + step.coder())
            .append(step.undone() ? t(" (undone)") : "");
    step.telling().forEach(change -> told.append("\n    ").append(change.inWords()));
    return told.toString();
  }

  private static int paragraph(String text, int offset) {
    var n = 1;
    for (var at = text.indexOf("\n\n"); at >= 0 && at < offset; at = text.indexOf("\n\n", at + 2)) {
      n++;
    }
    return n;
  }

  private HBox row(Field field) {
    var value =
        Nodes.label(field.shown(), "value", field.value().isEmpty() ? "tertiary" : "strong");
    value.setWrapText(true);
    var values = new VBox(1, value);
    if (field.corrected()) {
      values.getChildren().add(Nodes.label(field.shownMachine(), "was", "tertiary"));
    }
    values.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    HBox.setHgrow(values, Priority.ALWAYS);
    var edit =
        Nodes.changing(
            Nodes.iconButton(
                "fth-edit-2", t("Correct {0}", field.words()), () -> edit(field.name())));
    var row = Nodes.row(8, Nodes.label(field.words(), "name"), values);
    if (!field.key().isEmpty()) {
      row.getChildren().add(Glyphs.caps(Keys.told(field.key(), "")));
    }
    row.getChildren().add(edit);
    row.getStyleClass().addAll("field-row", Nodes.CHANGED_INSIDE);
    row.setId("field-" + field.name());
    row.setOnMouseClicked(
        e -> {
          if (e.getClickCount() == 2) {
            edit(field.name());
          }
        });
    return row;
  }

  /// Opens the editor of a field in its place: Enter keeps what is typed or picked, Escape leaves
  /// it.
  void edit(String name) {
    applyCss();
    layout();
    var field = model.fields().stream().filter(f -> f.name().equals(name)).findFirst();
    if (field.isEmpty() || !(lookup("#field-" + name) instanceof HBox row)) {
      return;
    }
    var typed = new TextField(field.get().value());
    typed.setId("editor-" + name);
    typed.setAccessibleText(t("{0}, Enter keeps, Escape leaves it", field.get().words()));
    typed.setPromptText(t("cannot say"));
    var all = model.suggestions(name);
    var offers = new ListView<>(FXCollections.observableArrayList(all));
    offers.setId("offers-" + name);
    offers.setAccessibleText(t("Suggestions for {0}", field.get().words()));
    offers.setFixedCellSize(26);
    resize(offers);
    typed
        .textProperty()
        .subscribe(
            (_, now) -> {
              List<String> fit =
                  new ArrayList<>(
                      all.stream()
                          .filter(
                              o ->
                                  o.toLowerCase(Locale.ROOT)
                                      .contains(now.strip().toLowerCase(Locale.ROOT)))
                          .toList());
              offers.getItems().setAll(fit);
              resize(offers);
            });
    typed.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            keep(name, typed.getText());
          } else if (e.getCode() == KeyCode.ESCAPE) {
            leave();
          } else if (e.getCode() == KeyCode.DOWN && !offers.getItems().isEmpty()) {
            offers.requestFocus();
            offers.getSelectionModel().selectFirst();
          } else {
            return;
          }
          e.consume();
        });
    offers.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.ENTER) {
            picked(offers).ifPresent(o -> keep(name, o));
          } else if (e.getCode() == KeyCode.ESCAPE) {
            leave();
          } else {
            return;
          }
          e.consume();
        });
    offers.setOnMouseClicked(_ -> picked(offers).ifPresent(o -> keep(name, o)));
    var editor = new VBox(2, typed, offers);
    editor.getStyleClass().add("editor");
    Keys.editor(editor, t("Save as corrected"));
    HBox.setHgrow(editor, Priority.ALWAYS);
    row.getChildren().setAll(row.getChildren().getFirst(), editor);
    editing = true;
    typed.requestFocus();
    typed.selectAll();
  }

  private static Optional<String> picked(ListView<String> offers) {
    return Optional.ofNullable(offers.getSelectionModel().getSelectedItem());
  }

  private static void resize(ListView<String> offers) {
    offers.setPrefHeight(26.0 * Math.min(5, offers.getItems().size()) + 2);
    offers.setManaged(!offers.getItems().isEmpty());
    offers.setVisible(!offers.getItems().isEmpty());
  }

  private void keep(String field, String value) {
    var before = model.fields().stream().filter(f -> f.name().equals(field)).findFirst();
    if (before.filter(f -> f.value().equals(value.strip())).isEmpty()) {
      model.correct(field, value.strip());
    }
    leave();
  }

  private void leave() {
    show();
    back.run();
  }

  /// The first field, by the key that edits it.
  void editBy(String key) {
    model.fields().stream()
        .filter(f -> f.key().equals(key))
        .findFirst()
        .ifPresent(f -> edit(f.name()));
  }

  private Node foot(Kept kept) {
    var confirm =
        Nodes.button(
            "fth-check",
            kept.state() == State.CONFIRMED ? t("Confirmed") : t("Confirm"),
            Command.of("Enter", t("Confirm"), model::confirm).changing(),
            "primary");
    confirm.setMaxWidth(Double.MAX_VALUE);
    var correct =
        Nodes.button(
            "fth-edit-2",
            t("Correct"),
            Command.of("E", t("Correct"), () -> editBy("E")).changing(),
            "secondary");
    var reject =
        Nodes.button(
            "fth-x",
            t("Reject"),
            Command.of("X", t("Reject"), model::reject).changing(),
            "secondary");
    correct.setMaxWidth(Double.MAX_VALUE);
    reject.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(correct, Priority.ALWAYS);
    HBox.setHgrow(reject, Priority.ALWAYS);
    var foot = new VBox(confirm, new HBox(8, correct, reject));
    if (kept.isReviewed()) {
      foot.getChildren()
          .add(
              Nodes.changing(
                  Nodes.button(
                      kept.machine().isPresent() ? t("Give back to the machine") : t("Take away"),
                      model::giveBack,
                      "link")));
    }
    foot.getStyleClass().add("foot");
    return foot;
  }
}
