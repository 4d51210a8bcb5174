package org.tellings.ui.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.scene.layout.Pane;
import org.tellings.model.State;
import org.tellings.ui.timeline.Inks.Ink;

/// The cards of events over their stems: where each stands, its picture on the canvas of
/// [TimePlot], and over it, in this pane, what a screen reader finds there. Only on the screen's
/// thread.
final class Cards extends Pane {

  static final double ROW = EventCard.HEIGHT + 14;

  private static final int MOST = 100;
  private static final double PAD = 9;
  private static final double SIGN = 14;
  private static final double INSIDE = CardLayout.WIDTH - 2 * PAD;
  private static final int KEPT = 2000;

  /// What is written on the card of an event.
  private record Written(Mark mark, String when, List<String> title, String told, State state) {}

  private final TimelineModel model;
  private final Pen pen;
  private final List<TimePlot.Spot> spots;
  private final List<EventCard> free = new ArrayList<>();
  private final Map<String, EventCard> carded = new HashMap<>();
  private final Map<String, Written> written =
      new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Written> eldest) {
          return size() > KEPT;
        }
      };
  private Map<String, CardLayout.Placed> placed = Map.of();
  private final List<Mark> shown = new ArrayList<>();

  Cards(TimelineModel model, Pen pen, List<TimePlot.Spot> spots) {
    this.model = model;
    this.pen = pen;
    this.spots = spots;
    setManaged(false);
    setMouseTransparent(true);
  }

  /// The events that have a card now.
  Collection<Mark> shown() {
    return shown;
  }

  /// Lays and draws them, the most important first; those in sight before stay where they stood
  /// when they can.
  void draw(TimePlot.Scale scale, double axis, int rows) {
    List<CardLayout.Wanted> wanted = new ArrayList<>();
    Map<String, Mark> byId = new HashMap<>();
    var selected = model.selected();
    var chosen = selected.map(Mark::id).orElse("");
    selected.ifPresent(m -> want(scale, m, wanted, byId));
    for (var mark : model.important(scale.sight(), MOST)) {
      if (!mark.id().equals(chosen)) {
        want(scale, mark, wanted, byId);
      }
    }
    var layout = CardLayout.of(wanted, placed, rows, scale.width() + 4);
    placed = new LinkedHashMap<>();
    layout.forEach(card -> placed.put(card.id(), card));
    carded.entrySet().removeIf(card -> !placed.containsKey(card.getKey()) && put(card.getValue()));
    shown.clear();
    for (var card : layout) {
      Optional.ofNullable(byId.get(card.id())).ifPresent(mark -> card(mark, card, axis));
    }
  }

  /// Keeps what stood for a card for another event.
  private boolean put(EventCard card) {
    card.setVisible(false);
    return free.add(card);
  }

  private EventCard card() {
    if (!free.isEmpty()) {
      return free.removeLast();
    }
    var fresh = new EventCard(model::choose);
    getChildren().add(fresh);
    return fresh;
  }

  private static void want(
      TimePlot.Scale scale, Mark mark, List<CardLayout.Wanted> wanted, Map<String, Mark> byId) {
    if (scale.sees(mark.at(), mark.at())) {
      wanted.add(new CardLayout.Wanted(mark.id(), scale.x(mark.at()) - TimePlot.SIDE));
      byId.put(mark.id(), mark);
    }
  }

  private void card(Mark mark, CardLayout.Placed where, double axis) {
    shown.add(mark);
    var isSelected = model.selected().filter(mark::equals).isPresent();
    var isMerging = model.board.merging.get().filter(mark.event()::equals).isPresent();
    var x = Math.round(TimePlot.SIDE + where.left());
    var y = Math.round(TimePlot.TOP + where.row() * ROW);
    var node = carded.computeIfAbsent(mark.id(), _ -> card());
    node.show(mark);
    node.setVisible(true);
    node.resizeRelocate(x, y, CardLayout.WIDTH, EventCard.HEIGHT);
    var stem = TimePlot.SIDE + where.stem();
    pen.line(
        isSelected ? Ink.DATE : Ink.CONTROL,
        isSelected ? 2 : 1,
        stem,
        y + EventCard.HEIGHT,
        stem,
        axis);
    pen.point(mark, stem, axis, isSelected ? 5.5 : 3.5);
    pen.card(x, y, CardLayout.WIDTH, EventCard.HEIGHT, isSelected, isMerging);
    words(
        written.compute(
            mark.id(), (_, old) -> old != null && old.mark() == mark ? old : written(mark)),
        x,
        y);
    spots.add(
        new TimePlot.Spot(
            x,
            y,
            CardLayout.WIDTH,
            EventCard.HEIGHT,
            () -> mark.wholly() + ": " + mark.event().title(),
            () -> model.choose(mark),
            model::open));
  }

  private void words(Written on, double x, double y) {
    pen.words(Ink.DATE, Pen.STRONG, on.when(), x + PAD, y + 14);
    pen.state(on.state(), x + CardLayout.WIDTH - PAD - SIGN, y + 7);
    for (var i = 0; i < on.title().size(); i++) {
      pen.words(Ink.WORDS, Pen.TITLE, on.title().get(i), x + PAD, y + 31 + i * 16.0);
    }
    pen.words(Ink.MUTED, Pen.PLAIN, on.told(), x + PAD, y + EventCard.HEIGHT - 14);
  }

  private static Written written(Mark mark) {
    return new Written(
        mark,
        CardWords.line(mark.words(), INSIDE - SIGN - 4, words -> Pen.wide(Pen.STRONG, words)),
        CardWords.lines(mark.event().title(), INSIDE, 2, words -> Pen.wide(Pen.TITLE, words)),
        EventCard.told(mark),
        mark.event().tellings().getFirst().dating().kept().state());
  }
}
