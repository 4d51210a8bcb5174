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
import org.tellings.ui.kit.Texts;
import org.tellings.workbench.Brought;

/// Taking in what other programs coded: first what would come in is said, then a person takes it.
/// Only on the screen's thread.
final class Exchanges {

  private final Jobs jobs;
  private final Desk desk;
  private final Openings openings;

  Exchanges(Jobs jobs, Desk desk, Openings openings) {
    this.jobs = jobs;
    this.desk = desk;
    this.openings = openings;
  }

  List<Command> commands() {
    return List.of(
        Command.quiet(
            "",
            t("Export a project for other programs (REFI-QDA)…"),
            () -> jobs.export("codings", Optional.empty(), List.of("qdpx"))),
        command(t("Take in a project of another program (REFI-QDA)…"), t("Project"), "qdpx"),
        command(t("Take in annotations (W3C Web Annotation)…"), t("Annotations"), "jsonld"),
        command(t("Take in annotations of Hypothes.is…"), t("Annotations"), "json"),
        command(t("Take in a database of Discourse Network Analyzer…"), t("Database"), "dna"),
        Command.quiet("", t("Export the codebook (REFI-QDA or csv)…"), this::exportCodebook),
        codebook(t("Take in a codebook (REFI-QDA)…"), "qdc"),
        codebook(t("Take in a codebook (csv)…"), "csv"));
  }

  private Command codebook(String words, String ending) {
    return Command.quiet(
            "", words, () -> openings.choose(t("Codebook"), ending).ifPresent(this::takeInCodebook))
        .changing();
  }

  private void exportCodebook() {
    openings
        .save(t("Export the codebook"), "codebook.qdc", List.of("qdc", "csv"))
        .ifPresent(
            file ->
                jobs.run(
                    t("Exporting the codebook"),
                    false,
                    _ -> {
                      desk.workbench().codebook().write(file);
                      return desk.workbench().codes().size();
                    },
                    (_, codes) ->
                        desk.said(
                            t("Exported {0} to {1}", codes(codes), file.getFileName()), false)));
  }

  private void takeInCodebook(Path file) {
    jobs.run(
        t("Taking in {0}", file.getFileName()),
        false,
        _ -> desk.workbench().codebook().read(file),
        (_, codes) -> {
          desk.said(
              codes == 0
                  ? t("{0} brings nothing new.", file.getFileName())
                  : t("Took in {0} of {1}.", codes(codes), file.getFileName()),
              codes > 0);
          desk.changed();
        });
  }

  private static String codes(int count) {
    return Texts.count(count, t("code"), t("codes"));
  }

  private Command command(String words, String title, String ending) {
    return Command.quiet("", words, () -> openings.choose(title, ending).ifPresent(this::look))
        .changing();
  }

  /// Says what a file would bring, with a way to take it in.
  void look(Path file) {
    jobs.run(
        t("Reading {0}", file.getFileName()),
        true,
        job -> desk.workbench().exchange().look(file, job),
        (_, brought) -> brought.ifPresentOrElse(one -> offer(file, one), this::stopped));
  }

  private void offer(Path file, Brought brought) {
    List<Button> ways = new ArrayList<>();
    if (!brought.isNothing()) {
      ways.add(Nodes.button(t("Take in"), () -> takeIn(file), "link"));
    }
    lists(brought, ways);
    jobs.offer(
        brought.isNothing()
            ? t(
                "{0} brings nothing new; {1} are here already{2}.",
                file.getFileName(), brought.already(), rest(brought))
            : t("{0} would bring {1}{2}.", file.getFileName(), brought.inWords(), rest(brought)),
        ways);
  }

  private static void lists(Brought brought, List<Button> ways) {
    if (!brought.told().isEmpty()) {
      ways.add(Jobs.copying(t("Copy what moved"), brought.told()));
    }
    if (!brought.left().isEmpty()) {
      ways.add(Jobs.copying(t("Copy what finds no place"), brought.left()));
    }
  }

  private static String rest(Brought brought) {
    var anchors = brought.exact() + brought.moved() + brought.lost();
    return (anchors == 0
            ? ""
            : t(
                "; places exact {0}, moved {1}, lost {2}",
                brought.exact(), brought.moved(), brought.lost()))
        + (brought.left().isEmpty() ? "" : t("; {0} find no place here", brought.left().size()));
  }

  private void takeIn(Path file) {
    jobs.run(
        t("Taking in {0}", file.getFileName()),
        true,
        job -> desk.workbench().exchange().takeIn(file, job),
        (_, brought) -> brought.ifPresentOrElse(one -> taken(file, one), this::stopped));
  }

  private void taken(Path file, Brought brought) {
    List<Button> ways = new ArrayList<>();
    lists(brought, ways);
    var words = t("Took in {0} of {1}{2}.", brought.inWords(), file.getFileName(), rest(brought));
    if (ways.isEmpty()) {
      desk.said(words, true);
    } else {
      jobs.offer(words, ways);
    }
    desk.changed();
  }

  private void stopped() {
    desk.said(t("Stopped; nothing was taken in."), false);
  }
}
