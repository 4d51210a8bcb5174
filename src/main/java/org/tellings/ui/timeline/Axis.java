package org.tellings.ui.timeline;

import static org.tellings.ui.kit.Texts.t;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import org.tellings.ui.timeline.Inks.Ink;

/// The axis of time and what lies on it, drawn on the canvas of [TimePlot]. Only on the screen's
/// thread.
final class Axis {

  private static final double BIN = 6;

  /// Takes down where an event can be clicked.
  interface Spotting {
    void at(double x, double y, double width, double height, Mark mark);
  }

  private final TimelineModel model;
  private final Pen pen;
  private final Spotting spot;

  Axis(TimelineModel model, Pen pen, Spotting spot) {
    this.model = model;
    this.pen = pen;
    this.spot = spot;
  }

  /// Weekends, cells of time with their words, and the axis itself.
  void ground(TimePlot.Scale scale, double width, double height, double axis) {
    var ticks = Ticks.of(scale.sight(), scale.width(), Pen::wide);
    if (scale.day() >= 12) {
      for (var day = (long) Math.floor(scale.sight().from()); day <= scale.sight().to(); day++) {
        var weekday = LocalDate.ofEpochDay(day).getDayOfWeek().getValue();
        var left = scale.clamp(scale.x(day));
        var right = scale.clamp(scale.x(day + 1.0));
        if (weekday > 5 && right > left) {
          pen.fill(Ink.SHADE, left, TimePlot.TOP, right - left, height - TimePlot.TOP);
        }
      }
    }
    for (var cell : ticks.cells()) {
      if (cell.from() >= scale.sight().from()) {
        pen.line(Ink.FAINT, scale.x(cell.from()), TimePlot.TOP, scale.x(cell.from()), height);
      }
      var x =
          ticks.areHours()
              ? scale.x(cell.from()) + 4
              : (scale.x(cell.from()) + scale.x(cell.to()) - Pen.wide(cell.words())) / 2;
      if (x >= TimePlot.SIDE && x + Pen.wide(cell.words()) <= width) {
        pen.words(Ink.MUTED, Pen.SMALL, cell.words(), x, axis + 12);
      }
    }
    for (var cell : ticks.around()) {
      var left = Math.max(TimePlot.SIDE, scale.x(cell.from()));
      if (cell.from() >= scale.sight().from()) {
        pen.line(Ink.LINE, left, axis + 2, left, axis + 42);
      }
      if (left + 6 + Pen.wide(cell.words()) + 8 <= Math.min(width, scale.x(cell.to()))) {
        pen.words(Ink.WORDS, Pen.STRONG, cell.words(), left + 6, axis + 31);
      }
    }
    pen.line(Ink.LINE, 2, TimePlot.SIDE, axis, width, axis);
    pen.line(Ink.FAINT, TimePlot.SIDE, axis + 22, width, axis + 22);
    pen.line(Ink.LINE, TimePlot.SIDE, axis + 42, width, axis + 42);
    pen.words(Ink.WORDS, Pen.STRONG, t("Events"), 16, axis + 12);
    pen.words(Ink.MUTED, Pen.SMALL, Zones.words(model.zone.get()), 16, axis + 31);
  }

  /// A crowd: how many there are, column by column.
  void strip(TimePlot.Scale scale, double axis, List<Mark> shown) {
    var bins = new int[(int) Math.ceil(scale.width() / BIN) + 1];
    var most = 1;
    TimePlot.count(scale, BIN, shown, bins);
    for (var bin : bins) {
      most = Math.max(most, bin);
    }
    for (var i = 0; i < bins.length; i++) {
      if (bins[i] > 0) {
        var tall = 2 + Math.round(20.0 * bins[i] / most);
        pen.fill(Ink.DATE, TimePlot.SIDE + i * BIN, axis - tall, BIN - 1, tall);
      }
    }
  }

  /// The times that are no single day, by their beginnings, with their ends beside them: they are
  /// looked through in every frame.
  static final class Ranges {

    private final List<Mark> marks;
    private final double[] from;
    private final double[] to;
    private final double longest;

    /// Which of the different times it is, counted from 0.
    private final int[] time;

    private Ranges(List<Mark> marks) {
      this.marks = marks;
      from = marks.stream().mapToDouble(Mark::from).toArray();
      to = marks.stream().mapToDouble(Mark::to).toArray();
      longest = marks.stream().mapToDouble(m -> m.to() - m.from()).max().orElse(0);
      var times = new HashMap<String, Integer>();
      time =
          marks.stream()
              .mapToInt(m -> times.computeIfAbsent(m.event().when().edtf(), _ -> times.size()))
              .toArray();
    }

    static Ranges of(List<Mark> marks) {
      return new Ranges(
          marks.stream()
              .filter(m -> m.isRange() || m.isAbout())
              .sorted(Comparator.comparingDouble(Mark::from))
              .toList());
    }

    /// The first that may reach into what begins then.
    int first(double begin) {
      var found = Arrays.binarySearch(from, begin - longest);
      if (found < 0) {
        return -found - 1;
      }
      while (found > 0 && from[found - 1] == from[found]) {
        found--;
      }
      return found;
    }
  }

  /// Times that are no single day, in rows over the axis; the same time once, and none that finds
  /// no room: its card and its row in the table have it.
  void bars(TimePlot.Scale scale, double axis, Ranges ranges) {
    var sight = scale.sight();
    var ends = new double[] {-1e9, -1e9, -1e9};
    var seen = new BitSet();
    for (var i = ranges.first(sight.from());
        i < ranges.from.length && ranges.from[i] <= sight.to();
        i++) {
      if (ranges.to[i] < sight.from()) {
        continue;
      }
      var left = scale.x(ranges.from[i]);
      var row = 0;
      while (row < ends.length && ends[row] > left) {
        row++;
      }
      if (row < ends.length && !seen.get(ranges.time[i])) {
        seen.set(ranges.time[i]);
        ends[row] = Math.max(ends[row], scale.x(ranges.to[i]) + 3);
        bar(scale, ranges.marks.get(i), axis - 14 - row * 8.0, 6);
      }
    }
  }

  /// One of them, `y` its upper edge.
  void bar(TimePlot.Scale scale, Mark mark, double y, double tall) {
    var isSelected = model.selected().filter(mark::equals).isPresent();
    var left = scale.clamp(scale.x(mark.from()) - (mark.isOpenBefore() ? 28 : 0));
    var right = scale.clamp(scale.x(mark.to()) + (mark.isOpenAfter() ? 28 : 0));
    if (right - left < 2) {
      return;
    }
    if (mark.isAbout()) {
      pen.dashes(3, 2);
      pen.bar(Ink.DATE, left, y, right - left, tall, false);
      pen.dashes();
    } else {
      pen.bar(isSelected ? Ink.DATE : Ink.TINT, left, y, right - left, tall, true);
      pen.bar(Ink.DATE, left, y, right - left, tall, false);
    }
    if (mark.isOpenBefore()) {
      pen.line(Ink.DATE, left, y + 3, left + 5, y - 2);
      pen.line(Ink.DATE, left, y + 3, left + 5, y + 8);
    }
    if (mark.isOpenAfter()) {
      pen.line(Ink.DATE, right, y + 3, right - 5, y - 2);
      pen.line(Ink.DATE, right, y + 3, right - 5, y + 8);
    }
    spot.at(left, y - 2, right - left, tall + 4, mark);
  }
}
