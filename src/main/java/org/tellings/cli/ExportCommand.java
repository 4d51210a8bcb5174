package org.tellings.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tellings.model.ArticleId;
import org.tellings.workbench.ExchangeDesk;
import org.tellings.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `export`: all articles, or all findings of a kind.
@Command(
    name = "export",
    description =
        "Writes articles quotes claims figures dates entities sources events or codings into a file"
            + " for other programs; or all decisions as a pack, which `import` takes into another"
            + " library of these articles.")
final class ExportCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(
      paramLabel = "KIND",
      description =
          "articles quotes claims figures dates entities sources events codings decisions")
  private String kind = "";

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      description =
          "csv jsonl xlsx; articles: ris bibtex csl; findings and codings: markdown webannotation;"
              + " claims also claimreview (drafts, of what people confirmed); claims and codings"
              + " dna (Discourse Network Analyzer 3); codings also qdpx (a REFI-QDA project with"
              + " the texts); decisions: pack. When it is not said, what FILE ends in (.jsonl .xlsx"
              + " .ris .bib .json .md .jsonld .claimreview.jsonld .qdpx .dna), else csv")
  private @Nullable String named;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes into this file in place of what is in it; else to standard output.")
  private @Nullable Path file;

  @Option(
      names = "--article",
      paramLabel = "ARTICLE",
      description = "Of this article alone; several times for several. Not of events or decisions.")
  private List<String> names = List.of();

  @Option(
      names = "--without-text",
      description =
          "Of decisions: a pack from which the articles cannot be read; places go as hashes, and"
              + " are found again in another copy of the article.")
  private boolean withoutText;

  ExportCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    if (kind.equals("decisions")) {
      if (named != null && !named.equals("pack")) {
        throw new IllegalArgumentException("decisions are written as a pack");
      }
      if (!names.isEmpty()) {
        throw new IllegalArgumentException("decisions are written of the whole library");
      }
      return cli.reading(
          workbench -> {
            var status =
                cli.write(
                    file,
                    withoutText
                        ? workbench.packWithoutText(cli.progress())
                        : workbench.pack(cli.progress()));
            var hidden = workbench.hiddenCodings();
            if (hidden > 0) {
              cli.err()
                  .println(
                      "left out: "
                          + hidden
                          + (hidden == 1 ? " code" : " codes")
                          + " of others, shown when both have finished the article");
            }
            return status;
          });
    }
    if (withoutText) {
      throw new IllegalArgumentException("--without-text is for decisions alone");
    }
    var format = named != null ? named : file == null ? "csv" : Workbench.form(file);
    Workbench.suits(kind, format);
    if (file == null && !Workbench.isText(format)) {
      throw new IllegalArgumentException(
          format + " is not text: --out FILE says where it is to be written");
    }
    return cli.reading(
        workbench -> {
          var ids = names.stream().map(name -> Cli.article(workbench, name)).distinct().toList();
          Optional<List<ArticleId>> of = ids.isEmpty() ? Optional.empty() : Optional.of(ids);
          if (file == null) {
            var rows = workbench.exported(kind, of, format, cli.progress());
            var bytes = Workbench.file(kind, rows, format);
            return cli.write(null, new String(bytes, StandardCharsets.UTF_8));
          }
          var written = workbench.exchange().export(kind, of, format, file, cli.progress());
          if (format.equals("dna")) {
            cli.err()
                .println(
                    written.orElse(0)
                        + " statements for DNA 3; the password of every coder in the file is “"
                        + ExchangeDesk.DNA_PASSWORD
                        + "”");
          }
          if (format.equals("claimreview")) {
            cli.err()
                .println(
                    written.orElse(0)
                        + " drafts, of claims that people confirmed; each says what is missing in"
                        + " its comment");
          }
          return 0;
        });
  }
}
