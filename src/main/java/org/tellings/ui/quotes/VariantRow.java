package org.tellings.ui.quotes;

import static org.tellings.ui.kit.Texts.t;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.tellings.compare.Difference;
import org.tellings.compare.Run;
import org.tellings.compare.Telling;
import org.tellings.compare.Utterance;
import org.tellings.compare.Wording;
import org.tellings.model.Dated;
import org.tellings.model.Finding;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// One telling of an utterance, word by word beside the fullest.
final class VariantRow extends HBox {

  final Wording wording;
  private final Runnable select;

  VariantRow(Utterance utterance, Wording wording, Runnable select) {
    this.wording = wording;
    this.select = select;
    var first = wording.first();
    var outlet = column(64, Nodes.label(first.outlet().code(), "mono"));
    Nodes.hint(outlet, Texts.outlet(first.outlet()));
    getChildren().addAll(outlet, when(utterance, first));
    var words = new VBox(2, flow(wording));
    notes(wording).ifPresent(note -> words.getChildren().add(wrapped(note)));
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMinWidth(200);
    getChildren().addAll(words, called(first), cue(first), kept(wording));
    getChildren().add(column(24, Glyphs.of(first.kept().state())));
    getStyleClass().add("variant");
    setAccessibleRole(AccessibleRole.BUTTON);
    setAccessibleText(spoken(wording));
    setOnMouseClicked(_ -> select.run());
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      select.run();
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }

  void selected(boolean on) {
    getStyleClass().remove("selected");
    if (on) {
      getStyleClass().add("selected");
    }
  }

  private static Label wrapped(String words) {
    var label = Nodes.label(words, "small", "muted");
    label.setWrapText(true);
    return label;
  }

  private static VBox column(double width, javafx.scene.Node... children) {
    var box = new VBox(2, children);
    box.setMinWidth(width);
    box.setPrefWidth(width);
    box.setMaxWidth(width);
    return box;
  }

  private static VBox when(Utterance utterance, Telling telling) {
    var earliest = utterance.telling(utterance.earliest()).map(Wording::first);
    var box = column(124, Nodes.label(Texts.shortMoment(telling.heading().published())));
    if (telling.kept().id().equals(utterance.earliest())) {
      box.getChildren().add(Nodes.label(t("first"), "small", "quote-ink"));
    } else {
      lag(earliest.flatMap(e -> e.heading().published()), telling.heading().published())
          .ifPresent(lag -> box.getChildren().add(Nodes.label(lag, "small", "muted")));
    }
    return box;
  }

  /// "+14 h", "+4 d"; empty when one of the two is not known to the day.
  static Optional<String> lag(Optional<Dated> from, Optional<Dated> to) {
    if (from.isEmpty() || to.isEmpty()) {
      return Optional.empty();
    }
    var exact = isTime(from.get()) && isTime(to.get());
    if (exact) {
      var minutes = Duration.between(instant(from.get()), instant(to.get())).toMinutes();
      return Optional.of(
          minutes < 60
              ? t("+{0} min", minutes)
              : minutes < 48 * 60 ? t("+{0} h", minutes / 60) : t("+{0} d", minutes / (24 * 60)));
    }
    if (from.get().day().length() < 10 || to.get().day().length() < 10) {
      return Optional.empty();
    }
    var days =
        LocalDate.parse(to.get().day()).toEpochDay()
            - LocalDate.parse(from.get().day()).toEpochDay();
    return Optional.of(days == 0 ? t("same day") : t("+{0} d", days));
  }

  private static boolean isTime(Dated date) {
    return date.value().length() >= 16;
  }

  private static OffsetDateTime instant(Dated date) {
    var value = date.value();
    return value.endsWith("Z") || value.lastIndexOf('-') > 10 || value.indexOf('+') > 0
        ? OffsetDateTime.parse(value)
        : LocalDateTime.parse(value).atOffset(ZoneOffset.UTC);
  }

  private static TextFlow flow(Wording wording) {
    var flow = new TextFlow();
    flow.getStyleClass().add("wording");
    if (wording.reach() == Wording.Reach.INDIRECT) {
      flow.getChildren().add(Nodes.label(t("Indirect"), "indirect-chip"));
      flow.getChildren().add(Nodes.text(" " + wording.text(), "serif"));
      return flow;
    }
    if (wording.runs().isEmpty()) {
      flow.getChildren().add(Nodes.text("“" + wording.text() + "”", "serif"));
      return flow;
    }
    var open = false;
    for (var i = 0; i < wording.runs().size(); i++) {
      var run = wording.runs().get(i);
      if (run.kind() == Run.Kind.CUT) {
        flow.getChildren()
            .add(Nodes.label(Texts.count(run.words(), t("word cut"), t("words cut")), "cut-chip"));
        flow.getChildren().add(Nodes.text(" "));
        continue;
      }
      if (!open) {
        flow.getChildren().add(Nodes.text("“", "serif"));
        open = true;
      }
      show(run, flow);
      var last =
          wording.runs().subList(i + 1, wording.runs().size()).stream()
              .allMatch(later -> later.kind() == Run.Kind.CUT);
      flow.getChildren().add(Nodes.text(last ? "” " : between(wording, i), "serif"));
    }
    return flow;
  }

  /// What stands in the article between a run and the next: a blank, a hyphen, a dash.
  private static String between(Wording wording, int run) {
    var from = wording.runs().get(run).hereAt();
    var to =
        wording.runs().subList(run + 1, wording.runs().size()).stream()
            .flatMap(later -> later.hereAt().stream())
            .findFirst();
    if (from.isEmpty() || to.isEmpty() || from.get().end() > to.get().start()) {
      return " ";
    }
    return wording.parts().stream()
        .filter(part -> part.kept().finding().span().contains(from.get()))
        .filter(part -> part.kept().finding().span().contains(to.get()))
        .findFirst()
        .map(
            part -> {
              var start = part.kept().finding().span().start();
              return part.text().substring(from.get().end() - start, to.get().start() - start);
            })
        .orElse(" ");
  }

  private static void show(Run run, TextFlow flow) {
    var nodes = flow.getChildren();
    switch (run.kind()) {
      case SAME, BEYOND -> nodes.add(Nodes.text(run.here(), "serif"));
      case CUT -> throw new IllegalArgumentException("a cut is shown as a chip");
      case DROPPED -> nodes.add(Nodes.text(run.fullest(), "serif", "left-out"));
      case ELLIPSIS -> {
        nodes.add(Nodes.text(run.here() + " ", "serif"));
        nodes.add(Nodes.label(Texts.count(run.words(), t("word cut"), t("words cut")), "cut-chip"));
      }
      case BRACKETED -> nodes.add(Nodes.text(run.here(), "serif", "bracketed"));
      case INSERTED -> changed(run.here(), flow);
      case CHANGED -> {
        changed(run.here(), flow);
        nodes.add(Nodes.text(" ", "serif"));
        nodes.add(Nodes.text(run.fullest(), "serif", "left-out"));
      }
    }
  }

  /// Each word apart, so that long changes wrap.
  private static void changed(String words, TextFlow flow) {
    var parts = words.split("\\s+");
    for (var i = 0; i < parts.length; i++) {
      if (i > 0) {
        flow.getChildren().add(Nodes.text(" ", "serif"));
      }
      flow.getChildren().add(Nodes.label(parts[i], "serif", "changed-word"));
    }
  }

  /// What differs and is not to be seen in the words: speaker, cue, sentences run together.
  private static Optional<String> notes(Wording wording) {
    var notes =
        wording.changes().stream()
            .filter(VariantRow::isTold)
            .map(VariantRow::told)
            .distinct()
            .collect(Collectors.joining(" · "));
    return notes.isEmpty() ? Optional.empty() : Optional.of(notes);
  }

  private static boolean isTold(Difference change) {
    return switch (change.type()) {
      case SPEAKER, CUE, MERGED, TYPOGRAPHY -> true;
      case TRUNCATED, ELLIPSIS, BRACKETED, DROPPED, INSERTED, SUBSTITUTED -> false;
    };
  }

  private static String told(Difference change) {
    return switch (change.type()) {
      case SPEAKER -> t("given to {0}", change.to().isEmpty() ? t("nobody") : change.to());
      case CUE -> t("“{0}” instead of “{1}”", change.to(), change.from());
      case MERGED -> t("two sentences run together");
      case TYPOGRAPHY -> t("other spelling or marks");
      case TRUNCATED, ELLIPSIS, BRACKETED, DROPPED, INSERTED, SUBSTITUTED -> change.type().word();
    };
  }

  private static VBox called(Telling telling) {
    var role =
        telling.kept().finding() instanceof Finding.Quote q
            ? q.speaker().role().or(() -> q.speaker().name())
            : Optional.<String>empty();
    var label = Nodes.label(role.map(r -> "“" + r + "”").orElse(t("not named")), "small");
    label.setWrapText(true);
    if (role.isEmpty()) {
      label.getStyleClass().add("muted");
    }
    return column(148, label);
  }

  private static VBox cue(Telling telling) {
    var cue =
        telling.kept().finding() instanceof Finding.Quote q ? q.cue() : Optional.<String>empty();
    var label = Nodes.label(cue.orElse("–"), "small", "muted");
    Nodes.hint(label, label.getText());
    return column(80, label);
  }

  private static VBox kept(Wording wording) {
    var label =
        Nodes.label(
            wording.reach() == Wording.Reach.INDIRECT
                ? "–"
                : t("{0} %", Math.round(100 * wording.kept())));
    var bar = new Region();
    bar.getStyleClass().add("kept-bar");
    var width = wording.reach() == Wording.Reach.INDIRECT ? 0 : 40 * wording.kept();
    bar.setMinWidth(width);
    bar.setMaxWidth(width);
    var box = column(56, label, bar);
    box.setAlignment(Pos.TOP_RIGHT);
    box.setPadding(new javafx.geometry.Insets(0, 12, 0, 0));
    return box;
  }

  private static String spoken(Wording wording) {
    var first = wording.first();
    return t(
        "{0}, {1}, {2}, {3}: {4}. {5}",
        Texts.outlet(first.outlet()),
        Texts.shortMoment(first.heading().published()),
        UtteranceCell.words(wording.reach()),
        first.kept().state().word(),
        wording.text(),
        wording.changes().stream()
            .map(VariantRow::change)
            .distinct()
            .collect(Collectors.joining(", ")));
  }

  private static String change(Difference change) {
    return switch (change.type()) {
      case SPEAKER, CUE, MERGED, TYPOGRAPHY -> told(change);
      case TRUNCATED -> t("cut: {0}", change.from());
      case ELLIPSIS -> t("left out with an ellipsis: {0}", change.from());
      case BRACKETED -> t("in brackets: {0}", change.to());
      case DROPPED -> t("left out, unmarked: {0}", change.from());
      case INSERTED -> t("added, unmarked: {0}", change.to());
      case SUBSTITUTED -> t("{0} instead of {1}, unmarked", change.to(), change.from());
    };
  }
}
