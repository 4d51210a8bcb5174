package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tellings.report.Report;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Texts;
import org.tellings.workbench.Progress;
import org.tellings.workbench.ReportDesk;

/// Making and verifying reports, begun in the palette. Only on the screen's thread.
final class Reports {

  private final Jobs jobs;
  private final Desk desk;
  private final Openings openings;

  Reports(Jobs jobs, Desk desk, Openings openings) {
    this.jobs = jobs;
    this.desk = desk;
    this.openings = openings;
  }

  /// Asks for a file and writes a report into it, by this outline, else of everything.
  void make(Optional<Path> outline) {
    openings
        .save(t("Make a report"), "report.html", List.of("html", "docx"))
        .ifPresent(
            file ->
                jobs.run(
                    t("Making a report"),
                    true,
                    job -> made(outline, file, job),
                    (_, report) -> told(report, file)));
  }

  private Optional<Report> made(Optional<Path> outline, Path file, Progress job) {
    var words = outline.map(ReportDesk::outline).orElseGet(ReportDesk::outline);
    var report = desk.workbench().reports().make(words, job);
    report.ifPresent(one -> ReportDesk.write(one, file));
    return report;
  }

  private void told(Optional<Report> report, Path file) {
    if (report.isEmpty()) {
      desk.said(t("Stopped; nothing was written."), false);
      return;
    }
    var untraced = report.get().untraced();
    var written =
        t(
            "Wrote {0}; it leads to {1}",
            file.getFileName(), Texts.count(report.get().traces(), t("source"), t("sources")));
    if (untraced.isEmpty()) {
      desk.said(written + ".", false);
    } else {
      jobs.say(
          t(
              "{0}. {1}",
              written, Texts.count(untraced.size(), t("leads nowhere"), t("lead nowhere"))),
          untraced);
    }
  }

  /// Says where a report and the library differ.
  void verify(Path report) {
    jobs.run(
        t("Verifying a report"),
        true,
        job -> desk.workbench().reports().differences(report, job),
        (_, found) -> {
          if (found.isEmpty()) {
            desk.said(t("Stopped; the report was not verified."), false);
          } else if (found.get().isEmpty()) {
            desk.said(t("{0} is exactly what the library gives.", report.getFileName()), false);
          } else {
            jobs.say(
                Texts.count(found.get().size(), t("difference"), t("differences")), found.get());
          }
        });
  }
}
