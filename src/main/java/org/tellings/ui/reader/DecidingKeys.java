package org.tellings.ui.reader;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.ui.kit.Command;

/// The keys that decide about the selected finding.
final class DecidingKeys {

  private DecidingKeys() {}

  private static void gold(Kept kept, ReaderModel model) {
    var desk = model.desk;
    desk.tasks()
        .run(
            () -> desk.workbench().review().addGoldCase(kept.id()),
            file -> desk.said(t("A gold case more in {0}", file), false),
            desk::failed);
  }

  /// `edit` opens the editor of the field with this key; `chosen`: words of the text are chosen, to
  /// which some of these keys belong then.
  static List<Command> on(
      Kept kept, ReaderModel model, Inspector inspector, Consumer<String> edit, boolean chosen) {
    List<Command> all = new ArrayList<>();
    all.add(Command.of("Enter", t("Confirm"), model::confirm).changing());
    all.add(
        Command.of(
                "E",
                kept.finding().kind() == Kind.QUOTE ? t("Edit speaker") : t("Edit"),
                () -> edit.accept("E"))
            .changing());
    if (kept.finding().kind() == Kind.QUOTE) {
      all.add(Command.quiet("R", t("Edit role"), () -> edit.accept("R")).changing());
      all.add(Command.quiet("U", t("Edit cue"), () -> edit.accept("U")).changing());
    }
    all.add(Command.of("X", t("Reject"), model::reject).changing());
    all.addAll(MachineNow.commands(kept, model));
    all.add(Command.of("DIGIT1–9", t("Apply code"), inspector::newCode).changing());
    for (var n = 1; n <= 9; n++) {
      var code = model.giving.codeOn(n);
      var words = code.map(c -> t("Code {0}", c.name())).orElse(t("New code with key {0}", n));
      all.add(
          new Command(
                  "DIGIT" + n,
                  words,
                  false,
                  () ->
                      code.ifPresentOrElse(c -> model.giving.toggle(c.name()), inspector::newCode))
              .changing());
    }
    all.add(
        Command.quiet("DIGIT0", t("Take back the last code"), model.giving::takeLast).changing());
    all.add(Command.quiet("M", t("Write a note"), inspector::writeNote).changing());
    if (!chosen) {
      all.add(Command.quiet("Shortcut+C", t("Copy with its source"), model::copy));
    }
    if (kept.isReviewed()) {
      all.add(Command.quiet("", t("Make it a gold case"), () -> gold(kept, model)).changing());
      all.add(Command.quiet("Shift+X", t("Give back to the machine"), model::giveBack).changing());
    }
    if (!chosen) {
      all.add(
          Command.quiet(
                  "Shift+Right", t("End of the passage one word on"), () -> model.move(true, 1))
              .changing());
      all.add(
          Command.quiet(
                  "Shift+Left", t("End of the passage one word back"), () -> model.move(true, -1))
              .changing());
      all.add(
          Command.quiet(
                  "Shortcut+Shift+Right",
                  t("Start of the passage one word on"),
                  () -> model.move(false, 1))
              .changing());
      all.add(
          Command.quiet(
                  "Shortcut+Shift+Left",
                  t("Start of the passage one word back"),
                  () -> model.move(false, -1))
              .changing());
    }
    return all;
  }
}
