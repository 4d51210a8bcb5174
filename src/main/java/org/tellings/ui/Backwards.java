package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;

/// Undo and redo, each said in words with the way back. Only on the screen's thread.
final class Backwards {

  private final Desk desk;
  private final BiConsumer<String, Optional<Command>> done;
  private final Runnable follow;

  /// `done` hears what was undone and what takes that back, `follow` that the next reading shows
  /// what changed.
  Backwards(Desk desk, BiConsumer<String, Optional<Command>> done, Runnable follow) {
    this.desk = desk;
    this.done = done;
    this.follow = follow;
  }

  void undo() {
    step(
        desk.workbench()::undo,
        words -> t("Undone: {0}", words),
        t("There is nothing to undo."),
        Command.quiet("Shortcut+Shift+Z", t("Redo"), this::redo));
  }

  void redo() {
    step(
        desk.workbench()::redo,
        words -> t("Done again: {0}", words),
        t("There is nothing to do again."),
        Command.quiet("Shortcut+Z", t("Undo"), this::undo));
  }

  private void step(
      Supplier<Optional<String>> step, UnaryOperator<String> words, String nothing, Command back) {
    desk.tasks()
        .edit(
            step,
            what -> {
              what.ifPresentOrElse(
                  now -> done.accept(words.apply(now), Optional.of(back)),
                  () -> desk.said(nothing, false));
              follow.run();
              desk.changed();
            },
            desk::failed);
  }
}
