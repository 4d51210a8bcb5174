package org.tellings.compare;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.State;
import org.tellings.read.ArticleReader.Outcome;
import org.tellings.read.Readers;

/// The sample articles as accounts, in order of file name, and the rows of their tables.
final class Samples {

  /// A row of the tables: what is planted, where, its exact words, and what is expected.
  record Row(String planted, String file, String words, String expected) {}

  private static final Path FOLDER = Path.of("sample-articles");

  private Samples() {}

  static List<Account> accounts() throws IOException {
    List<Account> accounts = new ArrayList<>();
    try (var files = Files.list(FOLDER)) {
      for (var file : files.sorted().toList()) {
        var name = file.getFileName().toString();
        if (!name.equals("README.md") && !name.endsWith(".pack")) {
          accounts.add(account(name, Files.readAllBytes(file)));
        }
      }
    }
    return accounts;
  }

  static List<Row> rows() throws IOException {
    List<Row> rows = new ArrayList<>();
    for (var line : Files.readAllLines(FOLDER.resolve("README.md"))) {
      var cells = line.split(" \\| ", 4);
      if (line.startsWith("| ") && cells.length == 4 && cells[1].contains(".")) {
        rows.add(
            new Row(
                cells[0].substring(2), cells[1], cells[2], cells[3].replaceAll("\\s*\\|$", "")));
      }
    }
    return rows;
  }

  static Account account(Article article) {
    List<Kept> kept = new ArrayList<>();
    for (var finding : Extractors.extractAll(article)) {
      kept.add(
          new Kept(
              new FindingId(article.id(), finding.kind(), finding.span()),
              State.MACHINE,
              finding,
              Optional.of(finding),
              "",
              List.of()));
    }
    return new Account(article, kept);
  }

  private static Account account(String name, byte[] bytes) {
    return switch (Readers.forFile(name, bytes).orElseThrow().read(name, bytes)) {
      case Outcome.Read read -> account(read.article());
      case Outcome.Refused refused -> throw new AssertionError(name + ": " + refused.reason());
    };
  }
}
