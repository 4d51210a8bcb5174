package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import org.tellings.ui.kit.Command;

/// What can be done from the keyboard and the palette in every view.
final class Everywhere {

  private Everywhere() {}

  static List<Command> commands(
      Frame frame, Choices choices, Backwards backwards, Queues queues, Jobs jobs) {
    List<Command> all = new ArrayList<>(views(frame, choices, backwards));
    all.addAll(queues.commands());
    all.addAll(jobs.commands());
    return all;
  }

  private static List<Command> views(Frame frame, Choices choices, Backwards backwards) {
    return List.of(
        Command.of("Shortcut+K", t("Go to, or run a command"), frame::openPalette),
        Command.quiet("Slash Shortcut+F", t("Search the library"), frame::searchField),
        Command.quiet("Shortcut+DIGIT1", t("Go to Library"), () -> frame.to(t("Library"))),
        Command.quiet("Shortcut+DIGIT2", t("Go to Reader"), () -> frame.to(t("Reader"))),
        Command.quiet("Shortcut+DIGIT3", t("Go to Compare"), () -> frame.to(t("Compare"))),
        Command.quiet("Shortcut+DIGIT4", t("Go to Quotes"), () -> frame.to(t("Quotes"))),
        Command.quiet("Shortcut+DIGIT5", t("Go to Claims"), () -> frame.to(t("Claims"))),
        Command.quiet("Shortcut+DIGIT6", t("Go to Figures"), () -> frame.to(t("Figures"))),
        Command.quiet("Shortcut+DIGIT7", t("Go to Timeline"), () -> frame.to(t("Timeline"))),
        Command.quiet("Shortcut+DIGIT8", t("Go to Coding"), () -> frame.to(t("Coding"))),
        Command.quiet("Shortcut+Shift+N", t("Go to Names"), () -> frame.to(t("Names"))),
        Command.quiet("Shortcut+Shift+R", t("Reading mode"), frame::reading),
        Command.quiet("Shortcut+DIGIT9", t("Go to Ingest"), () -> frame.to(t("Ingest"))),
        Command.quiet("Shortcut+Comma", t("Settings"), () -> frame.to(t("Settings"))),
        Command.quiet("Alt+Left", t("Back"), frame::back),
        Command.quiet("Alt+Right", t("Forward"), frame::forward),
        Command.quiet("Shortcut+Z", t("Undo"), backwards::undo).changing(),
        Command.quiet("Shortcut+Shift+Z", t("Redo"), backwards::redo).changing(),
        Command.quiet("Shortcut+O", t("Add files…"), () -> frame.choose(false)).changing(),
        Command.quiet("Shortcut+V", t("Add the article on the clipboard"), frame::paste).changing(),
        Command.quiet("", t("Add a folder…"), () -> frame.choose(true)).changing(),
        Command.quiet("", t("Open a library…"), frame::chooseLibrary),
        Command.quiet("", t("Open the sample library"), frame::openSample),
        Command.quiet("Shortcut+R", t("Reload"), frame::changed),
        Command.quiet("Shortcut+Shift+D", t("Light or dark"), choices::toggleTheme),
        choices.singleKeysCommand(),
        Command.quiet("", t("Larger interface"), () -> choices.zoom(1)),
        Command.quiet("", t("Smaller interface"), () -> choices.zoom(-1)),
        Command.quiet("F6", t("Next pane"), () -> frame.pane(1)),
        Command.quiet("Shift+F6", t("Previous pane"), () -> frame.pane(-1)),
        Command.quiet("F1 Shift+Slash", t("Keys of this view"), frame::keys));
  }
}
