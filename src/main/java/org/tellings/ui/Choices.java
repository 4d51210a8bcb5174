package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tellings.ui.article.ArticleView;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.KeyMap;

/// How a person wants the window, kept with the library: its theme, the size of the text, whether
/// letters alone are keys. Only on the screen's thread.
final class Choices {

  private static final String THEME = "theme";
  private static final String SINGLE_KEYS = "single-keys";
  private static final String KEYS = "keys";
  private static final String TEXT_SIZE = "text-size";
  private static final String ZOOM = "interface-size";

  private final Desk desk;
  private final Openings openings;
  private final Keyboard keyboard;
  private final KeyMap keys;
  private final Consumer<String> done;
  private boolean reading;

  /// What was chosen: `light`, `dark` or [Theme#SYSTEM].
  final ObjectProperty<String> theme;

  /// The theme that the window has.
  final ObjectProperty<Theme> shown;

  /// Of the reader's text, in pixels.
  final IntegerProperty textSize = new SimpleIntegerProperty(ArticleView.USUAL);

  /// Of the whole window, in percent.
  final IntegerProperty zoom = new SimpleIntegerProperty(Zoom.USUAL);

  /// `done` hears in words what was chosen.
  Choices(Desk desk, Openings openings, Keyboard keyboard, KeyMap keys, Consumer<String> done) {
    this.desk = desk;
    this.openings = openings;
    this.keyboard = keyboard;
    this.keys = keys;
    this.done = done;
    theme = new SimpleObjectProperty<>(openings.theme().word());
    shown = new SimpleObjectProperty<>(openings.theme());
    textSize.subscribe(
        (_, now) -> {
          if (!reading) {
            keep(TEXT_SIZE, now.toString(), t("Text size {0}", now));
          }
        });
    zoom.subscribe(
        (_, now) -> {
          if (!reading) {
            keep(ZOOM, now.toString(), t("Interface size {0} %", now));
          }
        });
  }

  private record Kept(
      Optional<String> theme,
      Optional<String> single,
      Optional<String> keys,
      Optional<String> size,
      Optional<String> zoom) {}

  /// Reads what was chosen before; the window opened with the theme already.
  void read(Runnable then) {
    desk.tasks()
        .run(
            () ->
                new Kept(
                    desk.workbench().setting(THEME),
                    desk.workbench().setting(SINGLE_KEYS),
                    desk.workbench().setting(KEYS),
                    desk.workbench().setting(TEXT_SIZE),
                    desk.workbench().setting(ZOOM)),
            kept -> {
              keyboard.singleKeys.set(!kept.single().equals(Optional.of("off")));
              kept.keys().ifPresent(keys::read);
              kept.theme().filter(Theme.SYSTEM::equals).ifPresent(theme::set);
              reading = true;
              kept.size()
                  .filter(size -> size.matches("\\d{2}"))
                  .map(Integer::valueOf)
                  .ifPresent(
                      size ->
                          textSize.set(
                              Math.clamp(size, ArticleView.SMALLEST, ArticleView.LARGEST)));
              kept.zoom()
                  .filter(size -> size.matches("\\d{3}"))
                  .map(Integer::valueOf)
                  .ifPresent(size -> zoom.set(Math.clamp(size, Zoom.USUAL, Zoom.LARGEST)));
              reading = false;
              then.run();
            },
            desk::failed);
  }

  BooleanProperty singleKeys() {
    return keyboard.singleKeys;
  }

  void toggleTheme() {
    theme(openings.theme().other().word());
  }

  /// `light`, `dark` or [Theme#SYSTEM].
  void theme(String chosen) {
    var to = Theme.named(Optional.of(chosen));
    openings.theme(to);
    shown.set(to);
    theme.set(chosen);
    keep(THEME, chosen, to == Theme.LIGHT ? t("Light theme") : t("Dark theme"));
  }

  /// Draws the window larger (1) or smaller (-1) by a step.
  void zoom(int by) {
    zoom.set(Math.clamp(zoom.get() + (long) by * Zoom.STEP, Zoom.USUAL, Zoom.LARGEST));
  }

  void toggleSingleKeys() {
    var on = !keyboard.singleKeys.get();
    keyboard.singleKeys.set(on);
    keep(
        SINGLE_KEYS,
        on ? "on" : "off",
        on ? t("Single-letter keys are on") : t("Single-letter keys are off"));
  }

  /// The same from the palette.
  Command singleKeysCommand() {
    return Command.quiet(
        "",
        keyboard.singleKeys.get()
            ? t("Single-letter keys: switch off")
            : t("Single-letter keys: switch on"),
        this::toggleSingleKeys);
  }

  /// Keeps the keys as they are now; `words` say what was done to them.
  void keepKeys(String words) {
    keep(KEYS, keys.written(), words);
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
