package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Nodes;
import org.tellings.workbench.MergeDesk.Merged;
import org.tellings.workbench.RestoreDesk.Past;
import org.tellings.workbench.RestoreDesk.Restored;

/// Merging other libraries and packs, settling what of them was laid aside, and copies of the
/// library as of a moment; begun in the palette. Only on the screen's thread.
final class Merges {

  private static final int SECONDS = 60;

  private final Jobs jobs;
  private final Desk desk;
  private final Openings openings;
  private final Jobs.Saying saying;
  private final Jobs.Over over;

  Merges(Jobs jobs, Desk desk, Openings openings, Jobs.Saying saying, Jobs.Over over) {
    this.jobs = jobs;
    this.desk = desk;
    this.openings = openings;
    this.saying = saying;
    this.over = over;
  }

  List<Command> commands() {
    return List.of(
        Command.quiet(
                "",
                t("Merge another library…"),
                () -> openings.folder(t("Library to merge")).ifPresent(this::merge))
            .changing(),
        Command.quiet(
                "",
                t("Merge a pack…"),
                () -> openings.choose(t("Pack"), "pack").ifPresent(this::merge))
            .changing(),
        Command.quiet("", t("Settle what was laid aside…"), this::settle),
        Command.quiet("", t("Restore: a copy of the library as of a moment…"), this::past));
  }

  /// Puts a library or a pack into this one, in one step.
  private void merge(Path source) {
    jobs.run(
        t("Merging {0}", source.getFileName()),
        true,
        job -> desk.workbench().merging().merge(source, false, job),
        (_, done) -> done.ifPresentOrElse(this::told, this::stopped));
  }

  private void stopped() {
    desk.said(t("Stopped; nothing was merged."), false);
  }

  private void told(Merged done) {
    desk.changed();
    var places =
        done.exact() + done.moved() == 0
            ? ""
            : t(" ({0} exact, {1} moved)", done.exact(), done.moved());
    var words = t("{0}{1}; {2} were here already.", done.words(), places, done.already());
    if (done.conflicts().isEmpty() && done.lost().isEmpty() && done.bad().isEmpty()) {
      desk.saidWithUndo(words);
      return;
    }
    List<Button> ways = new ArrayList<>();
    if (!done.conflicts().isEmpty() || !done.lost().isEmpty()) {
      ways.add(Nodes.button(t("See what was laid aside"), this::settle, "link"));
    }
    saying.say(words, ways, SECONDS);
  }

  private void settle() {
    desk.tasks()
        .run(
            () -> desk.workbench().merging().waiting(),
            waiting -> over.cover().accept(new AsideSheet(desk, waiting, over.uncover())),
            desk::failed);
  }

  // -- as of a moment --

  private record Pasts(List<Past> points, List<Past> moments) {}

  private void past() {
    desk.tasks()
        .run(
            () -> {
              var restoring = desk.workbench().restoring();
              return new Pasts(restoring.points(), restoring.moments());
            },
            pasts ->
                over.cover()
                    .accept(
                        new PastSheet(pasts.points(), pasts.moments(), this::copy, over.uncover())),
            desk::failed);
  }

  private void copy(Past past) {
    openings
        .folder(t("An empty folder for the copy"))
        .ifPresent(
            folder ->
                jobs.run(
                    t("Making a copy"),
                    true,
                    job -> desk.workbench().restoring().restore(past.asOf(), folder, job),
                    (_, made) -> copied(made, past)));
  }

  private void copied(Optional<Restored> made, Past past) {
    if (made.isEmpty()) {
      desk.said(t("Stopped; no copy was made."), false);
      return;
    }
    var folder = made.get().folder();
    saying.say(
        t("Made a copy in {0}: {1}. This library is as it was.", folder, past.words()),
        List.of(Nodes.button(t("Open the copy"), () -> desk.openLibrary(folder), "link")),
        SECONDS);
  }
}
