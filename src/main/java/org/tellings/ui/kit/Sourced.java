package org.tellings.ui.kit;

import static org.tellings.ui.kit.Texts.t;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.tellings.model.Article;
import org.tellings.model.Span;

/// Words of an article with where they stand, to be put into a text of one's own.
public final class Sourced {

  private Sourced() {}

  /// “words” (Outlet, “Title”, 29 Jan 2025, file, characters 12–40 of article 0f3a…).
  public static String words(Article article, Span span) {
    return "“"
        + span.in(article.text()).strip()
        + "” "
        + t(
            "({0}, “{1}”, {2}, {3}, characters {4} to {5} of article {6})",
            article.outlet().isKnown() ? article.outlet().name() : t("unknown outlet"),
            article.title().isEmpty() ? t("no title") : article.title(),
            Texts.day(article.heading().published()),
            article.file(),
            String.valueOf(span.start()),
            String.valueOf(span.end()),
            article.id());
  }

  /// Puts words on the clipboard.
  public static void copy(String words) {
    var content = new ClipboardContent();
    content.putString(words);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
