package org.tellings.ui.timeline;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.scene.AccessibleRole;
import javafx.scene.Cursor;
import javafx.scene.canvas.Canvas;
import javafx.scene.control.Tooltip;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import javafx.scene.layout.Pane;
import javafx.scene.shape.Rectangle;
import org.tellings.ui.timeline.Inks.Ink;

/// Events on an axis of time: cards on stems where there is room, a bar as long as the time an
/// event may have happened in, how many more there are where there is none; below it a lane of
/// articles for each outlet. Draws only what is in sight. Only on the screen's thread.
///
/// One stop of the keyboard; the table of the same events is its twin.
final class TimePlot extends Pane {

  /// Left of the axis, for the names of the rows.
  static final double SIDE = 80;

  static final double TOP = 16;
  private static final int MOST_ROWS = 4;

  /// More are a crowd.
  static final int MOST_DOTS = 400;

  /// Between the lowest card and the axis: bars of times that are no single day.
  private static final double BARS = 40;

  /// Below the axis: words of the cells, of the larger cells, how many more there are.
  private static final double FOOT = 66;

  /// A row of flags below that, where dates stand out.
  private static final double FLAGS = 20;

  private static final double MORE = 64;

  /// A place that does something when it is clicked, and `twice` when it is clicked again at once.
  record Spot(
      double x,
      double y,
      double width,
      double height,
      Supplier<String> words,
      Runnable run,
      Runnable twice) {

    Spot(double x, double y, double width, double height, Supplier<String> words, Runnable run) {
      this(x, y, width, height, words, run, () -> {});
    }

    boolean has(double atX, double atY) {
      return atX >= x && atX <= x + width && atY >= y && atY <= y + height;
    }
  }

  private final TimelineModel model;
  private final Canvas canvas = new Canvas();
  private final Inks inks = new Inks(this::requestLayout);
  private final Pen pen;
  private final Axis drawn;
  private final Lanes lanes;
  private final List<Spot> spots = new ArrayList<>();
  private final Cards cards;
  private final Tooltip tip = new Tooltip();

  private double dragged = Double.NaN;
  private boolean moved;

  /// What the lanes take of the height.
  private double below;

  TimePlot(TimelineModel model) {
    this(model, Pen::new);
  }

  /// Draws with a pen of the caller's.
  TimePlot(TimelineModel model, BiFunction<Canvas, Inks, Pen> pens) {
    this.model = model;
    this.pen = pens.apply(canvas, inks);
    this.drawn = new Axis(model, pen, this::spot);
    this.lanes = new Lanes(model, pen, spots);
    this.cards = new Cards(model, pen, spots);
    getStyleClass().addAll("time-plot", "pane-stop");
    setFocusTraversable(true);
    setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    setMinSize(300, 220);
    getChildren().addAll(inks, canvas, cards);
    var clip = new Rectangle();
    clip.widthProperty().bind(widthProperty());
    clip.heightProperty().bind(heightProperty());
    setClip(clip);
    model.marks.subscribe(_ -> told());
    model.sight.subscribe(_ -> requestLayout());
    model.lanes.subscribe(_ -> requestLayout());
    model.flags.subscribe(_ -> requestLayout());
    model.flag.subscribe(_ -> requestLayout());
    model.zone.subscribe(_ -> requestLayout());
    model.laned.subscribe(_ -> requestLayout());
    model.board.selected.subscribe(_ -> told());
    model.board.telling.subscribe(_ -> requestLayout());
    model.board.merging.subscribe(_ -> requestLayout());
    focusedProperty().subscribe(_ -> requestLayout());
    mouse();
  }

  private void told() {
    setAccessibleText(
        model
            .selected()
            .map(
                m ->
                    t(
                        "Event {0} of {1}: {2}, {3}, {4}",
                        model.spread().index(m) + 1,
                        model.marks.get().size(),
                        m.wholly(),
                        m.event().title(),
                        EventCard.told(m)))
            .orElse(t("Events on an axis of time")));
    requestLayout();
  }

  // -- drawing --

  @Override
  protected void layoutChildren() {
    var width = Math.floor(getWidth());
    var height = Math.floor(getHeight());
    pen.fit(width, height);
    spots.clear();
    if (width < SIDE + CardLayout.WIDTH + 40 || height < 150) {
      return;
    }
    var foot = FOOT + (model.flags.get().isEmpty() ? 0 : FLAGS);
    below = lanes.height(height - foot - BARS - TOP - 3 * Cards.ROW);
    var axis = Math.round(height - below - foot);
    var rows = Math.clamp((long) ((axis - BARS - TOP) / Cards.ROW), 1, MOST_ROWS);
    var scale = new Scale(model.sight.get(), width - SIDE - 8);
    drawn.ground(scale, width, height, axis);
    var shown = marks(scale, axis);
    cards.draw(scale, axis, rows);
    flags(scale, axis);
    more(scale, axis, shown);
    if (below > 0) {
      lanes.draw(scale, axis + foot, below, axis);
    }
    beyond(scale, axis);
    if (isFocused()) {
      pen.edge(Ink.ACCENT, 1, 1, width - 2, height - 2, 2);
    }
  }

  /// Times to places.
  record Scale(Sight sight, double width) {
    double x(double time) {
      return SIDE + sight.x(time, width);
    }

    double day() {
      return width / sight.days();
    }

    boolean sees(double from, double to) {
      return to >= sight.from() && from <= sight.to();
    }

    double clamp(double x) {
      return Math.clamp(x, SIDE - 2, SIDE + width + 10);
    }
  }

  /// The events in sight on the axis; returns those that a card may be laid for.
  private List<Mark> marks(Scale scale, double axis) {
    var shown = Spread.inSight(model.marks.get(), scale.sight());
    if (shown.size() > MOST_DOTS) {
      drawn.strip(scale, axis, shown);
    } else {
      for (var mark : shown) {
        var x = scale.x(mark.at());
        if (!mark.isRange() && scale.day() >= 24) {
          drawn.bar(scale, mark, axis - 3, 6);
        }
        pen.point(mark, x, axis, 3.5);
        spot(x - 6, axis - 7, 12, 14, mark);
      }
    }
    drawn.bars(scale, axis, model.spread().ranges());
    return shown;
  }

  private void spot(double x, double y, double width, double height, Mark mark) {
    spots.add(
        new Spot(
            x,
            y,
            width,
            height,
            () -> mark.words() + ": " + mark.event().title(),
            () -> model.choose(mark)));
  }

  /// Flags of dates that cannot be so, at the foot of the axis.
  private void flags(Scale scale, double axis) {
    for (var flag : model.flags.get()) {
      flag.at()
          .filter(at -> scale.sees(at, at))
          .ifPresent(
              at -> {
                var x = scale.x(at);
                var isHere = model.flag.get().filter(flag::equals).isPresent();
                if (isHere) {
                  pen.ring(Ink.DANGER, x + 4, axis + 73, 10, 1.5);
                }
                pen.flag(Ink.DANGER, x, axis + 80);
                spots.add(
                    new Spot(
                        x - 4,
                        axis + 64,
                        18,
                        20,
                        () -> flag.anomaly().why(),
                        () -> model.choose(flag)));
              });
    }
  }

  /// How many events in sight have no card, in words over their place.
  private void more(Scale scale, double axis, List<Mark> shown) {
    var bins = new int[(int) Math.ceil(scale.width() / MORE) + 1];
    count(scale, MORE, shown, bins);
    for (var mark : cards.shown()) {
      bins[bin(scale, mark, bins.length)]--;
    }
    for (var i = 0; i < bins.length; i++) {
      if (bins[i] > 0) {
        var count = bins[i];
        var words = t("+{0}", count);
        var x = SIDE + i * MORE + (MORE - Pen.wide(words)) / 2;
        pen.words(Ink.DATE, Pen.STRONG, words, x, axis + 53);
        var from = scale.sight().at(i * MORE, scale.width());
        var to = scale.sight().at((i + 1) * MORE, scale.width());
        spots.add(
            new Spot(
                x - 4,
                axis + 44,
                Pen.wide(words) + 8,
                18,
                () -> t("{0} more events here. Click to see them nearer.", count),
                () -> model.see(new Sight(from, Math.max(to, from + Sight.SHORTEST)))));
      }
    }
    if (shown.size() > cards.shown().size()) {
      pen.words(Ink.MUTED, Pen.SMALL, t("more"), 16, axis + 53);
    }
  }

  /// How many of these marks, which are in order, stand in each column of `wide` pixels. The ends
  /// of the columns are found by halving: there may be thousands of marks.
  static void count(Scale scale, double wide, List<Mark> marks, int[] bins) {
    var done = 0;
    for (var i = 0; i < bins.length && done < marks.size(); i++) {
      var end =
          i == bins.length - 1
              ? marks.size()
              : Spread.first(marks, done, scale.sight().at((i + 1) * wide, scale.width()));
      bins[i] = end - done;
      done = end;
    }
  }

  private static int bin(Scale scale, Mark mark, int bins) {
    return Math.clamp((long) ((scale.x(mark.at()) - SIDE) / MORE), 0, bins - 1);
  }

  /// What lies before and after the time in sight.
  private void beyond(Scale scale, double axis) {
    var all = model.marks.get();
    var before = Spread.first(all, 0, scale.sight().from());
    var after = all.size() - Spread.first(all, 0, Math.nextUp(scale.sight().to()));
    if (before > 0) {
      chip(
          t("← {0} earlier", before),
          t("← {0}", before),
          axis - 46,
          () -> model.choose(all.get(before - 1)));
    }
    if (after > 0) {
      chip(
          t("{0} later →", after),
          t("{0} →", after),
          axis - 18,
          () -> model.choose(all.get(all.size() - after)));
    }
  }

  private void chip(String words, String shorter, double y, Runnable run) {
    var fits = Pen.wide(words) <= SIDE - 12;
    var shown = fits ? words : shorter;
    pen.fill(Ink.TINT, 4, y - 12, SIDE - 10, 24);
    pen.words(Ink.DATE, Pen.SMALL, shown, 4 + (SIDE - 10 - Pen.wide(shown)) / 2, y);
    spots.add(new Spot(4, y - 12, SIDE - 10, 24, () -> words, run));
  }

  // -- the mouse --

  private void mouse() {
    addEventHandler(
        MouseEvent.MOUSE_PRESSED,
        e -> {
          requestFocus();
          dragged = e.getX();
          moved = false;
        });
    addEventHandler(
        MouseEvent.MOUSE_DRAGGED,
        e -> {
          if (Math.abs(e.getX() - dragged) > (moved ? 0 : 4)) {
            moved = true;
            model.pan((dragged - e.getX()) / Math.max(1, getWidth() - SIDE));
            dragged = e.getX();
          }
        });
    addEventHandler(
        MouseEvent.MOUSE_CLICKED,
        e -> {
          if (!moved) {
            spot(e.getX(), e.getY())
                .ifPresent(s -> (e.getClickCount() > 1 ? s.twice() : s.run()).run());
          }
        });
    addEventHandler(
        MouseEvent.MOUSE_MOVED,
        e -> {
          var over = spot(e.getX(), e.getY());
          setCursor(over.isPresent() ? Cursor.HAND : Cursor.DEFAULT);
          if (over.isPresent()) {
            tip.setText(over.get().words().get());
            Tooltip.install(canvas, tip);
          } else {
            Tooltip.uninstall(canvas, tip);
          }
        });
    addEventHandler(
        ScrollEvent.SCROLL,
        e -> {
          if (Math.abs(e.getDeltaX()) > Math.abs(e.getDeltaY())) {
            model.pan(-e.getDeltaX() / Math.max(1, getWidth() - SIDE));
          } else if (e.isShiftDown()) {
            model.pan(-e.getDeltaY() / Math.max(1, getWidth() - SIDE));
          } else if (!lanes.scrolled(e.getY(), e.getDeltaY(), getHeight(), below)) {
            zoomAt(Math.pow(0.998, e.getDeltaY()), e.getX());
          }
          requestLayout();
          e.consume();
        });
    addEventHandler(
        ZoomEvent.ZOOM,
        e -> {
          zoomAt(1 / e.getZoomFactor(), e.getX());
          e.consume();
        });
  }

  private void zoomAt(double times, double x) {
    var sight = model.sight.get();
    model.see(sight.zoom(times, sight.at(x - SIDE, getWidth() - SIDE - 8)));
  }

  /// The nearest thing drawn last.
  private Optional<Spot> spot(double x, double y) {
    return spots.stream().filter(s -> s.has(x, y)).reduce((_, last) -> last);
  }
}
