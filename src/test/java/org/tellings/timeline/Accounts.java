package org.tellings.timeline;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.tellings.compare.Account;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.State;
import org.tellings.read.ArticleReader.Outcome;
import org.tellings.read.Readers;

/// Accounts for tests: articles as the readers read them, with what the extractors find.
final class Accounts {

  static final Path SAMPLES = Path.of("sample-articles");

  private Accounts() {}

  static Account of(Article article) {
    var findings =
        Extractors.extractAll(article).stream()
            .map(
                finding ->
                    new Kept(
                        new FindingId(article.id(), finding.kind(), finding.span()),
                        State.MACHINE,
                        finding,
                        Optional.of(finding),
                        "",
                        List.of()))
            .toList();
    return new Account(article, findings);
  }

  /// The sample articles, in order of file name.
  static List<Account> samples() throws IOException {
    try (var files = Files.list(SAMPLES)) {
      return files
          .filter(
              file -> !file.getFileName().toString().toUpperCase(Locale.ROOT).startsWith("README"))
          .filter(file -> !file.getFileName().toString().endsWith(".pack"))
          .sorted()
          .map(Accounts::read)
          .toList();
    }
  }

  private static Account read(Path file) {
    try {
      var bytes = Files.readAllBytes(file);
      var name = file.getFileName().toString();
      return switch (Readers.forFile(name, bytes).orElseThrow().read(name, bytes)) {
        case Outcome.Read(var article, _) -> of(article);
        case Outcome.Refused(_, var reason) -> throw new AssertionError(name + ": " + reason);
      };
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
