package org.tellings.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tellings.workbench.ReportDesk;
import org.tellings.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/// The command `report`: one page of HTML in which each number and quotation leads to its source.
@Command(
    name = "report",
    description = {
      "Writes a report: one page of HTML that needs nothing beside it, in which each number and"
          + " quotation is a link to the characters it comes from. `verify` proves it.",
      "What it tells is an outline, a text of yours: `# ` the title, `## ` a heading, and words in"
          + " braces that the library fills in. Alone in a paragraph: {figures} {claims} {matrix}"
          + " {quotes} {timeline} {roles} {unnamed} {outlets} {anomalies}, each with how many to"
          + " show ({claims 10}), {notes} and {notes ARTICLE}, and {figure ID} {claim ID} {quote"
          + " ID}; {chart timeline} and so on for matrix, hedges, quotes. Within a sentence:"
          + " {quoted ID} {words ID} for the characters of a finding, {count QUERY} and {percent"
          + " QUERY of QUERY} for articles. Numbers and quotations of your own, in notes too, that"
          + " lead nowhere are stamped UNTRACED, and counted on standard error."
    })
final class ReportCommand implements Callable<Integer> {

  private final Cli cli;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "HTML, or a document of Word (.docx); else HTML to standard output.")
  private @Nullable Path file;

  @Option(
      names = "--outline",
      paramLabel = "FILE",
      description = "A text that says what the report tells; without it, the whole comparison.")
  private @Nullable Path outline;

  @Option(
      names = "--print-outline",
      description = "Prints the outline that is used without --outline, to be changed.")
  private boolean print;

  @Option(
      names = "--strict",
      description = "Writes nothing when a number or quotation leads to no source (exit status 1).")
  private boolean strict;

  ReportCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    if (print) {
      return cli.write(file, ReportDesk.outline());
    }
    var text = outline == null ? ReportDesk.outline() : ReportDesk.outline(outline);
    return cli.reading(workbench -> report(workbench, text));
  }

  private int report(Workbench workbench, String text) {
    var made = workbench.reports().make(text, cli.progress());
    if (made.isEmpty()) {
      throw new IllegalStateException("a report on the command line is never cancelled");
    }
    var report = made.get();
    for (var one : report.untraced()) {
      cli.err().println("leads to no source: " + one);
    }
    if (strict && !report.untraced().isEmpty()) {
      cli.err().println("nothing was written: put these in by {quoted ID}, {words ID} or {count}");
      return 1;
    }
    if (file == null) {
      cli.write(null, report.html());
    } else {
      ReportDesk.write(report, file);
    }
    cli.err()
        .println(
            report.traces() + (report.traces() == 1 ? " source is led to" : " sources are led to"));
    return 0;
  }
}
