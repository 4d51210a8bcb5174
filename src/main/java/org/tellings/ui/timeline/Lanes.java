package org.tellings.ui.timeline;

import static org.tellings.ui.kit.Texts.t;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.tellings.model.ArticleId;
import org.tellings.ui.kit.Texts;
import org.tellings.ui.timeline.Found.Issue;
import org.tellings.ui.timeline.Found.Lane;
import org.tellings.ui.timeline.Inks.Ink;

/// The articles of each outlet by when they were printed: a filled dot tells of the selected event,
/// a red ring is dated as it cannot be. Draws on the canvas of [TimePlot]. Only on the screen's
/// thread.
final class Lanes {

  private static final double HEAD = 26;
  private static final double ROW = 22;

  /// With less room there are no lanes.
  private static final int FEWEST = 3;

  private static final int MOST_DOTS = 400;
  private static final double BIN = 5;

  /// Over this many pixels a day is shown as long as it is.
  private static final double WIDE_DAY = 200;

  private final TimelineModel model;
  private final Pen pen;
  private final List<TimePlot.Spot> spots;
  private int first;

  Lanes(TimelineModel model, Pen pen, List<TimePlot.Spot> spots) {
    this.model = model;
    this.pen = pen;
    this.spots = spots;
  }

  /// How much of this height they take, of which the cards leave `room`.
  double height(double room) {
    if (!model.laned.get() || model.lanes.get().isEmpty()) {
      return 0;
    }
    var all = HEAD + model.lanes.get().size() * ROW + 6;
    return room >= Math.min(all, HEAD + FEWEST * ROW) ? Math.min(Math.floor(room), all) : 0;
  }

  private int fitting(double height) {
    return (int) ((height - HEAD) / ROW);
  }

  /// Turns to other outlets when the wheel turns over lanes that do not all fit.
  boolean scrolled(double y, double by, double height, double below) {
    var over = model.lanes.get().size() - fitting(below);
    if (below == 0 || over <= 0 || y < height - below) {
      return false;
    }
    first = Math.clamp(first - (long) Math.signum(by), 0, over);
    return true;
  }

  void draw(TimePlot.Scale scale, double top, double height, double axis) {
    var all = model.lanes.get();
    var count = Math.min(all.size(), fitting(height));
    first = Math.clamp(first, 0, Math.max(0, all.size() - count));
    pen.words(Ink.WORDS, Pen.STRONG, t("Articles"), 16, top + 12);
    var caption =
        count < all.size()
            ? t(
                "printed (dots), changed (diamonds), captured (triangles); filled ones tell of the"
                    + " selected event; outlets {0} to {1} of {2}, turn the wheel for others",
                first + 1, first + count, all.size())
            : t(
                "printed (dots), changed (diamonds), captured (triangles); filled ones tell of the"
                    + " selected event");
    pen.fill(Ink.GROUND, TimePlot.SIDE + 1, top + 2, Pen.wide(caption) + 10, 20);
    pen.words(Ink.MUTED, Pen.SMALL, caption, TimePlot.SIDE + 6, top + 12);
    var telling = telling();
    var flagged = flagged();
    for (var i = 0; i < count; i++) {
      row(scale, all.get(first + i), top + HEAD + i * ROW + ROW / 2, telling, flagged);
    }
    model
        .selected()
        .filter(m -> scale.sees(m.at(), m.at()))
        .ifPresent(
            m -> {
              var x = scale.x(m.at());
              pen.line(Ink.DATE, x, top + HEAD - 2, x, top + height);
              pen.dashes(3, 3);
              for (var i = 0; i < count; i++) {
                for (var issue : all.get(first + i).issues()) {
                  if (issue.isPrinting()
                      && isEarly(issue, m)
                      && scale.sees(issue.at().middle(), issue.at().middle())) {
                    var y = top + HEAD + i * ROW + ROW / 2;
                    pen.slant(Ink.DANGER, scale.x(issue.at().middle()), y, x, axis);
                  }
                }
              }
              pen.dashes();
            });
  }

  /// True for an article whose date makes an anomaly with the selected event.
  private boolean isEarly(Issue issue, Mark mark) {
    return model.flags.get().stream()
        .filter(f -> f.mark().filter(mark::equals).isPresent())
        .flatMap(f -> f.anomaly().spans().stream().limit(1))
        .anyMatch(place -> place.article().equals(issue.article()));
  }

  private Set<ArticleId> telling() {
    Set<ArticleId> telling = new HashSet<>();
    model
        .board
        .selected
        .get()
        .ifPresent(e -> e.tellings().forEach(told -> telling.add(told.dating().article())));
    return telling;
  }

  private Set<ArticleId> flagged() {
    Set<ArticleId> flagged = new HashSet<>();
    model
        .flags
        .get()
        .forEach(f -> f.anomaly().spans().stream().limit(1).forEach(p -> flagged.add(p.article())));
    return flagged;
  }

  private void row(
      TimePlot.Scale scale, Lane lane, double y, Set<ArticleId> telling, Set<ArticleId> flagged) {
    pen.words(Ink.WORDS, Pen.CODE, lane.outlet().code(), 16, y);
    spots.add(new TimePlot.Spot(12, y - 10, 56, 20, () -> Texts.outlet(lane.outlet()), () -> {}));
    pen.line(Ink.FAINT, TimePlot.SIDE, y, TimePlot.SIDE + scale.width() + 8, y);
    var shown = lane.issues().stream().filter(i -> scale.sees(i.at().from(), i.at().to())).toList();
    if (shown.size() > MOST_DOTS) {
      strip(scale, shown, y);
      return;
    }
    for (var turn = 0; turn < 3; turn++) { // what stands out lies on top
      for (var issue : shown) {
        var tells = telling.contains(issue.article());
        var isFlagged = flagged.contains(issue.article());
        if (turn == (isFlagged ? 2 : tells ? 1 : 0)) {
          dot(scale, lane, issue, y, tells, isFlagged);
        }
      }
    }
  }

  private void dot(
      TimePlot.Scale scale, Lane lane, Issue issue, double y, boolean tells, boolean isFlagged) {
    var printed = issue.at();
    var left = scale.clamp(scale.x(printed.from()));
    var right = scale.clamp(scale.x(printed.to()));
    if (printed.to() > printed.from() && scale.day() >= WIDE_DAY) {
      pen.bar(tells ? Ink.DATE : Ink.CONTROL, left, y - 4, right - left, 8, tells);
    } else if (scale.sees(printed.middle(), printed.middle())) {
      left = scale.x(printed.middle()) - 5;
      right = left + 10;
      mark(issue.done(), left + 5, y, tells, isFlagged);
    } else {
      return;
    }
    spots.add(
        new TimePlot.Spot(
            left - 2,
            y - 8,
            right - left + 4,
            16,
            () -> t("{0}, {1}: {2}", Texts.outlet(lane.outlet()), said(issue), issue.title()),
            () -> open(issue)));
  }

  private void mark(Found.Done done, double x, double y, boolean tells, boolean isFlagged) {
    var ink = tells ? Ink.DATE : Ink.CONTROL;
    switch (done) {
      case PRINTED -> {
        if (isFlagged) {
          pen.ring(Ink.DANGER, x, y, 8, 1.5);
          pen.dot(Ink.DANGER, x, y, 4);
        } else if (tells) {
          pen.dot(ink, x, y, 5);
        } else {
          pen.ring(ink, x, y, 4.5, 1.2);
        }
      }
      case CHANGED -> pen.diamond(ink, x, y, 5, tells);
      case CAPTURED -> pen.triangle(ink, x, y, 5, tells);
    }
  }

  private static String said(Issue issue) {
    return switch (issue.done()) {
      case PRINTED -> issue.when();
      case CHANGED -> t("changed {0}", issue.when());
      case CAPTURED -> t("captured {0}", issue.when());
    };
  }

  /// At its telling of the selected event, if it has one.
  private void open(Issue issue) {
    model
        .board
        .selected
        .get()
        .flatMap(
            event ->
                event.tellings().stream()
                    .filter(told -> told.dating().article().equals(issue.article()))
                    .findFirst())
        .ifPresentOrElse(model::open, () -> model.open(issue.article()));
  }

  private void strip(TimePlot.Scale scale, List<Issue> shown, double y) {
    var bins = new int[(int) Math.ceil(scale.width() / BIN) + 1];
    var most = 1;
    for (var issue : shown) {
      var bin =
          Math.clamp(
              (long) ((scale.x(issue.at().middle()) - TimePlot.SIDE) / BIN), 0, bins.length - 1);
      bins[bin]++;
      most = Math.max(most, bins[bin]);
    }
    for (var i = 0; i < bins.length; i++) {
      if (bins[i] > 0) {
        var tall = 2 + Math.round((ROW - 10) * bins[i] / most);
        pen.fill(Ink.CONTROL, TimePlot.SIDE + i * BIN, y + ROW / 2 - 3 - tall, BIN - 1, tall);
      }
    }
  }
}
