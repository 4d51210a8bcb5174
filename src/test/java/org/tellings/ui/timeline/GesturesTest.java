package org.tellings.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.junit.jupiter.api.Test;
import org.tellings.ui.Toolkit;

/// The wheel and two fingers on the axis: the time under them stays there, from decades to hours.
final class GesturesTest {

  private static final double AT = 500;

  private static void on(BiConsumer<TimelineView, TimePlot> test) {
    var found =
        Found.of(TimelineFrameTest.events(500), List.of(), Map.of(), List.of(), ZoneOffset.UTC);
    Toolkit.with(
        TimelineView::new,
        view -> {
          view.model.show(found);
          view.model.all();
          view.applyCss();
          view.layout();
          test.accept(view, (TimePlot) view.lookup(".time-plot"));
        });
  }

  private static void wheel(TimePlot plot, double across, double down, boolean isShift) {
    var at = plot.localToScene(AT, 40);
    plot.fireEvent(
        new ScrollEvent(
            ScrollEvent.SCROLL,
            at.getX(),
            at.getY(),
            at.getX(),
            at.getY(),
            isShift,
            false,
            false,
            false,
            true,
            false,
            across,
            down,
            across,
            down,
            ScrollEvent.HorizontalTextScrollUnits.NONE,
            0,
            ScrollEvent.VerticalTextScrollUnits.NONE,
            0,
            0,
            null));
  }

  private static void pinch(TimePlot plot, double factor) {
    var at = plot.localToScene(AT, 40);
    plot.fireEvent(
        new ZoomEvent(
            ZoomEvent.ZOOM,
            at.getX(),
            at.getY(),
            at.getX(),
            at.getY(),
            false,
            false,
            false,
            false,
            true,
            false,
            factor,
            factor,
            null));
  }

  private static double under(TimelineView view, TimePlot plot) {
    return view.model.sight.get().at(AT - TimePlot.SIDE, plot.getWidth() - TimePlot.SIDE - 8);
  }

  @Test
  void theWheelZoomsAroundThePointerFromDecadesToHoursAndBack() {
    on(
        (view, plot) -> {
          var whole = view.model.sight.get();
          assertTrue(whole.days() > 20 * 365, "decades: " + whole.days());
          var held = under(view, plot);
          for (var i = 0; i < 60 && view.model.sight.get().days() > 0.5; i++) {
            wheel(plot, 0, 120, false);
            assertEquals(held, under(view, plot), 1e-3, "the day under the pointer");
          }
          assertTrue(view.model.sight.get().days() <= 0.5, "hours");
          for (var i = 0; i < 60 && view.model.sight.get().days() < 10 * 365; i++) {
            wheel(plot, 0, -120, false);
          }
          assertTrue(view.model.sight.get().days() >= 10 * 365, "decades again");
        });
  }

  @Test
  void twoFingersZoomAroundTheirMiddle() {
    on(
        (view, plot) -> {
          var days = view.model.sight.get().days();
          var held = under(view, plot);
          pinch(plot, 2);
          assertEquals(days / 2, view.model.sight.get().days(), 1e-6);
          assertEquals(held, under(view, plot), 1e-3);
          pinch(plot, 0.5);
          assertEquals(days, view.model.sight.get().days(), 1e-6);
        });
  }

  @Test
  void theWheelAcrossOrWithShiftGoesEarlierAndLater() {
    on(
        (view, plot) -> {
          pinch(plot, 8);
          var before = view.model.sight.get();
          wheel(plot, -50, 0, false);
          var later = view.model.sight.get();
          assertTrue(later.from() > before.from(), "later");
          assertEquals(before.days(), later.days(), 1e-6);
          wheel(plot, 0, 50, true);
          assertTrue(view.model.sight.get().from() < later.from(), "earlier");
        });
  }
}
