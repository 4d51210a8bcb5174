package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.tellings.model.Article;
import org.tellings.ui.kit.Desk;
import org.tellings.workbench.WorkbenchException;

/// The way from an article to where it came from: its page, or the kept copy of its file. Only on
/// the screen's thread.
final class Sources {

  private final Desk desk;
  private final Openings openings;

  Sources(Desk desk, Openings openings) {
    this.desk = desk;
    this.openings = openings;
  }

  /// Has the browser show the article's page; without an address, or when `kept`, the kept copy of
  /// its file. Says what was opened, or where the original is when nothing here opens it.
  void show(Article article, boolean kept) {
    var page = Optional.of(article.heading().url()).filter(url -> !kept && isPage(url));
    desk.tasks().run(() -> opened(article, page), words -> desk.said(words, false), desk::failed);
  }

  /// Has the machine show the file that `making` makes; says `words`, or where the file is when
  /// nothing here shows it.
  void show(Supplier<Path> making, String words) {
    desk.tasks()
        .run(
            () -> {
              var file = making.get();
              try {
                openings.show(file.toString());
                return words;
              } catch (WorkbenchException e) {
                throw new WorkbenchException(
                    t(
                        "It cannot be shown: {0}. The file is {1}",
                        String.valueOf(e.getMessage()), file),
                    e);
              }
            },
            said -> desk.said(said, false),
            desk::failed);
  }

  /// Only what a browser fetches: an article may name any address.
  private static boolean isPage(String url) {
    return url.matches("(?i)https?://[^\\s\"<>]+");
  }

  private String opened(Article article, Optional<String> page) {
    try {
      if (page.isPresent()) {
        openings.show(page.get());
        return t("The browser shows {0}", page.get());
      }
      var file = copy(article);
      openings.show(file.toString());
      return t("Shown: the kept copy of {0}", article.file());
    } catch (WorkbenchException e) {
      throw new WorkbenchException(told(article, page, e), e);
    }
  }

  private Path copy(Article article) {
    return desk.workbench()
        .original(article.id())
        .orElseThrow(() -> new WorkbenchException(t("no copy of {0} is kept", article.file())));
  }

  private String told(Article article, Optional<String> page, WorkbenchException problem) {
    List<String> words = new ArrayList<>();
    words.add(t("The original cannot be shown: {0}.", String.valueOf(problem.getMessage())));
    page.ifPresent(url -> words.add(t("Its page is {0}", url)));
    desk.workbench()
        .original(article.id())
        .ifPresent(file -> words.add(t("The kept copy was written to {0}", file)));
    return String.join(" ", words);
  }
}
