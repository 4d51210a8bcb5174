package org.tellings.ui.timeline;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.Pane;
import org.tellings.ui.timeline.Inks.Ink;

/// All events from the first to the last, or those of a long time around the window, with a window
/// over those in sight: it is dragged, and so are its ends. The keys of the axis do the same. Only
/// on the screen's thread.
final class Overview extends Pane {

  private static final double HEIGHT = 84;
  private static final double BASE = 60;
  private static final double BAR = 6;
  private static final double HANDLE = 6;

  /// So many times as long as the time in sight at most.
  private static final double MOST = 24;

  private final TimelineModel model;
  private final Canvas canvas = new Canvas();
  private final Inks inks = new Inks(this::requestLayout);
  private final Pen pen = new Pen(canvas, inks);

  /// What is dragged: -1 the left end, 0 all of it, 1 the right end.
  private int held;

  private double grip;
  private boolean isHeld;
  private Sight extent = new Sight(0, 1);

  /// How many events a column of the overview has, and of which marks and time that is.
  private int[] bins = {};

  private int most = 1;
  private List<Mark> counted = List.of();
  private Sight countedIn = extent;

  Overview(TimelineModel model) {
    this.model = model;
    getStyleClass().add("time-overview");
    setMinHeight(HEIGHT);
    setPrefHeight(HEIGHT);
    setMaxHeight(HEIGHT);
    setAccessibleText(t("All events, with a window over those in sight"));
    getChildren().addAll(inks, canvas);
    model.marks.subscribe(_ -> requestLayout());
    model.sight.subscribe(_ -> requestLayout());
    addEventHandler(MouseEvent.MOUSE_PRESSED, this::press);
    addEventHandler(MouseEvent.MOUSE_DRAGGED, this::drag);
    addEventHandler(
        MouseEvent.MOUSE_RELEASED,
        _ -> {
          isHeld = false;
          requestLayout();
        });
    addEventHandler(
        MouseEvent.MOUSE_MOVED,
        e -> setCursor(isEnd(e.getX()) ? Cursor.H_RESIZE : Cursor.OPEN_HAND));
  }

  /// The whole, or as much of it around the window that the window stays wide enough to be held.
  static Sight extent(Sight whole, Sight sight) {
    if (whole.days() <= MOST * sight.days()) {
      return whole;
    }
    var part = sight.of(MOST * sight.days());
    var by =
        part.from() < whole.from()
            ? whole.from() - part.from()
            : Math.min(0, whole.to() - part.to());
    return new Sight(part.from() + by, part.to() + by);
  }

  private double width() {
    return Math.max(1, Math.floor(getWidth()) - TimePlot.SIDE - 8);
  }

  private double x(double time) {
    return TimePlot.SIDE + extent.x(time, width());
  }

  private double time(double x) {
    return extent.at(x - TimePlot.SIDE, width());
  }

  private double left() {
    return Math.clamp(x(model.sight.get().from()), TimePlot.SIDE, TimePlot.SIDE + width() - 4);
  }

  private double right() {
    return Math.clamp(x(model.sight.get().to()), left() + 4, TimePlot.SIDE + width());
  }

  @Override
  protected void layoutChildren() {
    if (!isHeld) {
      extent = extent(model.whole.get(), model.sight.get());
    }
    var width = Math.floor(getWidth());
    pen.fit(width, HEIGHT);
    pen.words(Ink.WORDS, Pen.STRONG, t("Overview"), 16, 36);
    pen.fill(Ink.WINDOW, left(), 8, right() - left(), BASE - 8);
    count(model.marks.get());
    for (var i = 0; i < bins.length; i++) {
      if (bins[i] > 0) {
        var tall = 3 + Math.round((BASE - 18) * Math.sqrt((double) bins[i] / most));
        var at = TimePlot.SIDE + i * BAR;
        var isIn = at + BAR > left() && at < right();
        pen.fill(isIn ? Ink.MUTED : Ink.LINE, at, BASE - tall, BAR - 1, tall);
      }
    }
    pen.line(Ink.CONTROL, TimePlot.SIDE, BASE, width, BASE);
    pen.edge(Ink.ACCENT, left(), 8, right() - left(), BASE - 8, 1.5);
    for (var end : new double[] {left(), right()}) {
      pen.fill(Ink.ACCENT, end - 2, 24, 4, 20);
    }
    var last = 0.0;
    for (var cell : Ticks.of(extent, width(), Pen::wide).cells()) {
      var at = Math.max(TimePlot.SIDE, x(cell.from()));
      if (at >= last && at + Pen.wide(cell.words()) <= width) {
        pen.words(Ink.MUTED, Pen.SMALL, cell.words(), at, BASE + 12);
        last = at + Pen.wide(cell.words()) + 12;
      }
    }
  }

  /// Counts anew only what other marks, another time or another width make new.
  private void count(List<Mark> marks) {
    if (counted == marks && extent.equals(countedIn) && bins.length == columns()) {
      return;
    }
    counted = marks;
    countedIn = extent;
    bins = new int[columns()];
    most = 1;
    var scale = new TimePlot.Scale(extent, width());
    TimePlot.count(scale, BAR, Spread.inSight(marks, extent), bins);
    for (var bin : bins) {
      most = Math.max(most, bin);
    }
  }

  private int columns() {
    return (int) Math.ceil(Math.floor(getWidth()) / BAR) + 1;
  }

  private boolean isEnd(double x) {
    return Math.abs(x - left()) < HANDLE || Math.abs(x - right()) < HANDLE;
  }

  private void press(MouseEvent e) {
    var sight = model.sight.get();
    if (isEnd(e.getX())) {
      held = Math.abs(e.getX() - left()) < Math.abs(e.getX() - right()) ? -1 : 1;
    } else {
      held = 0;
      if (e.getX() < left() || e.getX() > right()) {
        model.see(sight.pan((time(e.getX()) - (sight.from() + sight.to()) / 2) / sight.days()));
      }
    }
    isHeld = true;
    grip = time(e.getX()) - model.sight.get().from();
  }

  private void drag(MouseEvent e) {
    var sight = model.sight.get();
    var at = time(e.getX());
    switch (held) {
      case -1 -> model.see(new Sight(Math.min(at, sight.to() - Sight.SHORTEST), sight.to()));
      case 1 -> model.see(new Sight(sight.from(), Math.max(at, sight.from() + Sight.SHORTEST)));
      default -> model.see(new Sight(at - grip, at - grip + sight.days()));
    }
  }
}
