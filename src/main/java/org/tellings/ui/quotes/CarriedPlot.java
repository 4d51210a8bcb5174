package org.tellings.ui.quotes;

import static org.tellings.ui.kit.Texts.t;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Circle;
import javafx.scene.shape.Line;
import org.tellings.compare.Utterance;
import org.tellings.compare.Wording;
import org.tellings.model.Dated;
import org.tellings.model.Outlet;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// Who carried an utterance, when: a dot a telling on a line of days. Tellings without a day are
/// named below the line. The rows above it say the same in words.
final class CarriedPlot extends Pane {

  private static final double LINE = 34;
  private static final double SIDE = 24;
  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMM", Locale.ENGLISH);
  private static final DateTimeFormatter DATE =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private record Dot(Wording wording, double hours) {}

  private final Consumer<Wording> select;
  private final List<Dot> dots = new ArrayList<>();
  private List<String> undated = List.of();

  CarriedPlot(Consumer<Wording> select) {
    this.select = select;
    setMinHeight(96);
    setPrefHeight(96);
    getStyleClass().add("carried-plot");
  }

  void show(Utterance utterance) {
    dots.clear();
    utterance.tellings().forEach(w -> hours(w).ifPresent(h -> dots.add(new Dot(w, h))));
    dots.sort(Comparator.comparingDouble(Dot::hours));
    undated =
        utterance.tellings().stream()
            .filter(w -> hours(w).isEmpty())
            .map(w -> w.first().outlet())
            .map(Outlet::code)
            .toList();
    setAccessibleText(
        dots.stream()
            .map(
                d ->
                    Texts.outlet(d.wording().first().outlet())
                        + " "
                        + Texts.shortMoment(d.wording().first().heading().published()))
            .collect(Collectors.joining(", ")));
    requestLayout();
  }

  /// Hours since 1970 of the publication; noon where only the day is known.
  private static Optional<Double> hours(Wording wording) {
    return wording
        .first()
        .heading()
        .published()
        .map(Dated::value)
        .filter(v -> v.length() >= 10)
        .map(
            v ->
                (v.length() >= 16
                            ? LocalDateTime.parse(v.substring(0, 16))
                            : LocalDate.parse(v.substring(0, 10)).atTime(12, 0))
                        .toEpochSecond(ZoneOffset.UTC)
                    / 3600.0);
  }

  @Override
  protected void layoutChildren() {
    getChildren().clear();
    var width = getWidth();
    if (!dots.isEmpty() && width > 2 * SIDE) {
      draw(width);
    }
    if (!undated.isEmpty()) {
      place(Nodes.label(t("no day: {0}", String.join(" ", undated)), "hint"), SIDE, LINE + 40);
    }
  }

  private void draw(double width) {
    var first = Math.floor(dots.getFirst().hours() / 24);
    var last = Math.max(first + 1, Math.ceil(dots.getLast().hours() / 24));
    var line = new Line(SIDE, LINE, width - SIDE, LINE);
    line.getStyleClass().add("axis");
    getChildren().add(line);
    // so few ticks that their words do not touch
    var days = last - first;
    var step = Math.max(1, Math.ceil(days / Math.max(1, Math.floor((width - 2 * SIDE) / 84))));
    for (var day = first; day <= last; day += step) {
      var x = at(day * 24, first, last, width);
      var tick = new Line(x, LINE - 28, x, LINE + 22);
      tick.getStyleClass().add("tick-line");
      getChildren().add(tick);
      var date = LocalDate.ofEpochDay((long) day);
      place(Nodes.label(date.format(day == first ? DATE : DAY), "hint"), x - 4, LINE + 26);
    }
    Map<Boolean, Double> taken = new HashMap<>();
    var above = true;
    for (var dot : dots) {
      var x = at(dot.hours(), first, last, width);
      var circle = new Circle(x, LINE, 5.5);
      circle
          .getStyleClass()
          .addAll("dot", dot.wording().reach() == Wording.Reach.INDIRECT ? "open" : "full");
      var words =
          Texts.outlet(dot.wording().first().outlet())
              + ", "
              + Texts.shortMoment(dot.wording().first().heading().published());
      Nodes.hint(circle, words);
      circle.setOnMouseClicked(_ -> select.accept(dot.wording()));
      getChildren().add(circle);
      for (var side : List.of(above, !above)) {
        if (taken.getOrDefault(side, -100.0) + 30 < x) {
          place(
              Nodes.label(dot.wording().first().outlet().code(), "mono"),
              x - 10,
              side ? LINE - 26 : LINE + 8);
          taken.put(side, x);
          above = !side;
          break;
        }
      }
    }
  }

  private static double at(double hours, double first, double last, double width) {
    return SIDE + (hours / 24 - first) / (last - first) * (width - 2 * SIDE);
  }

  private void place(javafx.scene.control.Label label, double x, double y) {
    getChildren().add(label);
    label.applyCss();
    label.autosize();
    label.relocate(Math.round(x), Math.round(y));
  }
}
