package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.util.Optional;
import java.util.function.Consumer;
import org.tellings.ui.kit.Desk;

/// How a person wants the window, kept with the library: its theme, whether letters alone are keys.
/// Only on the screen's thread.
final class Choices {

  private static final String THEME = "theme";
  private static final String SINGLE_KEYS = "single-keys";

  private final Desk desk;
  private final Frame.Openings openings;
  private final Keyboard keyboard;
  private final Consumer<String> done;

  /// `done` hears in words what was chosen.
  Choices(Desk desk, Frame.Openings openings, Keyboard keyboard, Consumer<String> done) {
    this.desk = desk;
    this.openings = openings;
    this.keyboard = keyboard;
    this.done = done;
  }

  /// Reads what was chosen before, but for the theme, with which the window opened.
  void read(Runnable then) {
    desk.tasks()
        .run(
            () -> desk.workbench().setting(SINGLE_KEYS),
            kept -> {
              keyboard.singleKeys.set(!kept.equals(Optional.of("off")));
              then.run();
            },
            desk::failed);
  }

  Theme toggleTheme() {
    var to = openings.theme().other();
    openings.theme(to);
    keep(THEME, to.word(), to == Theme.LIGHT ? t("Light theme") : t("Dark theme"));
    return to;
  }

  void toggleSingleKeys() {
    var on = !keyboard.singleKeys.get();
    keyboard.singleKeys.set(on);
    keep(
        SINGLE_KEYS,
        on ? "on" : "off",
        on ? t("Single-letter keys are on") : t("Single-letter keys are off"));
  }

  private void keep(String name, String value, String words) {
    desk.tasks()
        .edit(
            () -> {
              desk.workbench().setting(name, value);
              return words;
            },
            done,
            desk::failed);
  }
}
