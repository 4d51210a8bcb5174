package org.tellings.ui.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.compare.Account;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// A column holds every word of its article, once and in order.
final class BlockTest {

  @TempDir Path folder;

  @Test
  void theBlocksOfAColumnAreTheWholeArticle() {
    try (var workbench = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      workbench.add(List.of(Path.of("sample-articles")), Progress.none());
      var comparison = workbench.comparison(Progress.none()).orElseThrow();
      var accounts =
          workbench.articles().stream()
              .map(
                  s ->
                      new Account(
                          workbench.article(s.id()).orElseThrow(), workbench.findings(s.id())))
              .toList();
      for (var i = 0; i + 2 < accounts.size(); i += 3) {
        var alignment = comparison.alignment(accounts.subList(i, i + 3));
        for (var account : accounts.subList(i, i + 3)) {
          List<String> words = new ArrayList<>();
          for (var block : Block.of(account.article(), alignment)) {
            switch (block) {
              case Block.Plain plain -> words.add(plain.span().in(account.article().text()));
              case Block.Told told -> words.add(told.span().in(account.article().text()));
              case Block.Missing _ -> {}
            }
          }
          assertEquals(squeezed(account.article().text()), squeezed(String.join(" ", words)));
        }
      }
    }
  }

  private static String squeezed(String text) {
    return text.replaceAll("\\s+", "");
  }
}
