package org.tellings.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.junit.jupiter.api.Test;

/// Answers that come late, in another order, or not at all.
final class TasksTest {

  /// Keeps what it is given until told to run it, in any order.
  private static final class Queue implements Executor {
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    @Override
    public void execute(Runnable work) {
      waiting.add(work);
    }

    void first() {
      waiting.removeFirst().run();
    }

    void last() {
      waiting.removeLast().run();
    }
  }

  private final Queue background = new Queue();
  private final Queue serial = new Queue();
  private final Queue screen = new Queue();
  private final Tasks tasks = new Tasks(background, serial, screen);
  private final List<String> seen = new ArrayList<>();

  private void ask(Tasks.Lane lane, String answer) {
    lane.run(() -> answer, seen::add, e -> seen.add("failed " + e.getMessage()));
  }

  @Test
  void onlyTheNewestAnswerOfALaneArrives() {
    var lane = tasks.lane();
    ask(lane, "old");
    background.first(); // the answer is on its way to the screen
    ask(lane, "new");
    background.first();
    screen.last();
    screen.first();
    assertEquals(List.of("new"), seen);
  }

  @Test
  void whatNobodyWaitsForIsNotEvenBegun() {
    var lane = tasks.lane();
    lane.run(
        () -> {
          seen.add("begun");
          return "old";
        },
        seen::add,
        e -> seen.add("failed"));
    ask(lane, "new");
    background.first();
    background.first();
    screen.first();
    assertEquals(List.of("new"), seen);
  }

  @Test
  void whatNobodyAskedForComesLaterAndOfOneLaneWithTheRest() {
    var later = new Queue();
    var lane = new Tasks(background, serial, screen, later).lane();
    lane.unasked(() -> "unasked", seen::add, e -> seen.add("failed"));
    ask(lane, "asked");
    background.first();
    screen.first();
    later.first();
    assertEquals(List.of("asked"), seen);
    lane.unasked(() -> "unasked", seen::add, e -> seen.add("failed"));
    later.first();
    screen.first();
    assertEquals(List.of("asked", "unasked"), seen);
  }

  @Test
  void aForgottenLaneSaysNothing() {
    var lane = tasks.lane();
    ask(lane, "old");
    background.first();
    lane.forget();
    screen.first();
    assertEquals(List.of(), seen);
  }

  @Test
  void lanesDoNotDisturbEachOther() {
    ask(tasks.lane(), "one");
    ask(tasks.lane(), "two");
    background.first();
    background.first();
    screen.first();
    screen.first();
    assertEquals(List.of("one", "two"), seen);
  }

  @Test
  void aFailureIsToldOnTheScreen() {
    tasks.run(
        () -> {
          throw new IllegalArgumentException("no such article");
        },
        _ -> seen.add("answered"),
        e -> seen.add(e.getMessage()));
    background.first();
    assertEquals(List.of(), seen, "told before the screen had its turn");
    screen.first();
    assertEquals(List.of("no such article"), seen);
  }

  @Test
  void anErrorOfTheProgramIsToldToo() {
    tasks.edit(
        () -> {
          throw new AssertionError("broken");
        },
        _ -> seen.add("answered"),
        e -> seen.add(String.valueOf(e.getMessage())));
    serial.first();
    screen.first();
    assertEquals(List.of("the program failed: java.lang.AssertionError: broken"), seen);
  }

  @Test
  void editsStayInTheOrderAsked() {
    tasks.edit(() -> "first", seen::add, e -> seen.add("failed"));
    tasks.edit(() -> "second", seen::add, e -> seen.add("failed"));
    serial.first();
    serial.first();
    screen.first();
    screen.first();
    assertEquals(List.of("first", "second"), seen);
  }
}
