package org.tellings.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.tellings.ui.timeline.CardLayout.Placed;
import org.tellings.ui.timeline.CardLayout.Wanted;

final class CardLayoutTest {

  private static final double WIDTH = 980;

  private static List<Wanted> at(double... stems) {
    List<Wanted> wanted = new ArrayList<>();
    for (var stem : stems) {
      wanted.add(new Wanted("e" + wanted.size(), stem));
    }
    return wanted;
  }

  @Test
  void eventsOfOneDayLieUnderEachOther() {
    var placed = CardLayout.of(at(400, 420, 440), Map.of(), 3, WIDTH);
    assertEquals(3, placed.size());
    assertEquals(3, placed.stream().map(Placed::row).distinct().count());
  }

  @Test
  void theFirstIsThereEvenInACrowd() {
    var crowd = new double[500];
    for (var i = 0; i < crowd.length; i++) {
      crowd[i] = 490 + i / 50.0;
    }
    var placed = CardLayout.of(at(crowd), Map.of(), 3, WIDTH);
    assertEquals("e0", placed.getFirst().id());
    assertTrue(placed.size() <= 6);
  }

  @Test
  void cardsStayWhereTheyWereWhenTheAxisMoves() {
    var before = CardLayout.of(at(300, 320, 700), Map.of(), 3, WIDTH);
    var moved =
        CardLayout.of(
            at(310, 330, 710),
            before.stream().collect(Collectors.toMap(Placed::id, p -> p)),
            3,
            WIDTH);
    for (var i = 0; i < before.size(); i++) {
      assertEquals(before.get(i).row(), moved.get(i).row());
      assertEquals(before.get(i).left() + 10, moved.get(i).left(), 0.001);
    }
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void noStemRunsBehindACardAndNoTwoCardsTouch(long seed) {
    var random = new Random(seed);
    var stems = random.doubles(120, 0, WIDTH).toArray();
    var placed = CardLayout.of(at(stems), Map.of(), 3, WIDTH);
    assertTrue(placed.size() > 5, "only " + placed.size());
    for (var one : placed) {
      assertTrue(one.left() >= 0 && one.left() + CardLayout.WIDTH <= WIDTH);
      assertTrue(one.stem() > one.left() && one.stem() < one.left() + CardLayout.WIDTH);
      for (var other : placed) {
        if (other.row() == one.row() && !other.equals(one)) {
          assertTrue(Math.abs(one.left() - other.left()) >= CardLayout.WIDTH);
        }
        if (other.row() > one.row()) {
          assertTrue(
              one.stem() < other.left() || one.stem() > other.left() + CardLayout.WIDTH,
              one + " behind " + other);
        }
      }
    }
  }
}
