package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import java.util.Optional;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.workbench.Progress;
import org.tellings.workbench.ReviewDesk.Queue;
import org.tellings.workbench.Workbench;

/// The queues of the whole library, gone through in the reader from finding to finding and from
/// article to article. Only on the screen's thread.
final class Queues {

  /// So many findings of a queue are gone through before it is asked for anew.
  private static final int MOST = 10_000;

  private final Desk desk;
  private Optional<Walk> walk = Optional.empty();

  /// `at` is -1 before the first.
  private record Walk(Queue queue, List<FindingId> waiting, int at) {}

  Queues(Desk desk) {
    this.desk = desk;
  }

  List<Command> commands() {
    return List.of(
        Command.quiet("", t("Review what nobody decided on"), () -> begin(Queue.UNREVIEWED)),
        Command.quiet(
            "", t("Review what the machine now reads otherwise"), () -> begin(Queue.DISPUTED)),
        Command.quiet("", t("Review what the machine finds no longer"), () -> begin(Queue.LOST)),
        Command.quiet("Shortcut+J", t("Next of the queue"), () -> step(1)),
        Command.quiet("Shortcut+Shift+J", t("One before in the queue"), () -> step(-1)));
  }

  private void begin(Queue queue) {
    desk.tasks()
        .run(
            () ->
                desk
                    .workbench()
                    .review()
                    .queue(queue, Optional.empty(), MOST, Progress.none())
                    .stream()
                    .map(Kept::id)
                    .toList(),
            waiting -> {
              walk = Optional.of(new Walk(queue, waiting, -1));
              step(1);
            },
            desk::failed);
  }

  /// Opens the next that still waits, or (-1) the one before whether it waits or not.
  private void step(int by) {
    if (walk.isEmpty()) {
      begin(Queue.UNREVIEWED);
      return;
    }
    var now = walk.get();
    desk.tasks()
        .run(
            () -> next(desk.workbench(), now, by),
            to -> to.ifPresentOrElse(at -> open(now, at), () -> end(now, by)),
            desk::failed);
  }

  private static Optional<Integer> next(Workbench workbench, Walk now, int by) {
    for (var i = now.at() + by; i >= 0 && i < now.waiting().size(); i += by) {
      var kept = workbench.finding(now.waiting().get(i));
      if (kept.filter(k -> by < 0 || now.queue().has(k)).isPresent()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  private void open(Walk now, int at) {
    walk = Optional.of(new Walk(now.queue(), now.waiting(), at));
    var id = now.waiting().get(at);
    desk.open(id.article(), Optional.of(id));
    desk.said(t("{0}: {1} of {2}", words(now.queue()), at + 1, now.waiting().size()), false);
  }

  private void end(Walk now, int by) {
    if (now.waiting().isEmpty()) {
      walk = Optional.empty();
      desk.said(t("{0}: nothing waits.", words(now.queue())), false);
    } else if (by < 0) {
      desk.said(t("{0}: this is the first.", words(now.queue())), false);
    } else if (now.waiting().size() == MOST) {
      begin(now.queue()); // there may be more than were asked for
    } else {
      walk = Optional.empty();
      desk.said(t("{0}: nothing more waits.", words(now.queue())), false);
    }
  }

  private static String words(Queue queue) {
    return switch (queue) {
      case UNREVIEWED -> t("Not reviewed");
      case DISPUTED -> t("The machine now reads otherwise");
      case LOST -> t("The machine finds no longer");
    };
  }
}
