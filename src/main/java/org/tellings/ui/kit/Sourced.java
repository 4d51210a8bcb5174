package org.tellings.ui.kit;

import static org.tellings.ui.kit.Texts.t;

import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import org.tellings.compare.Passage;
import org.tellings.compare.Telling;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Heading;
import org.tellings.model.Span;

/// Words of an article with where they stand, to be put into a text of one's own.
public final class Sourced {

  private Sourced() {}

  /// “words” (Outlet, “Title”, 29 Jan 2025, file, characters 12 to 40 of article 0f3a…).
  public static String words(Article article, Span span) {
    return words(article.heading(), article.file(), article.id(), span, span.in(article.text()));
  }

  /// The same for the characters of a telling.
  public static String words(Telling telling) {
    return words(
        telling.heading(),
        telling.file(),
        telling.article(),
        telling.kept().finding().span(),
        telling.text());
  }

  /// The same for a place of a passage.
  public static String words(Passage.Place place) {
    return words(place.heading(), place.file(), place.article(), place.span(), place.text());
  }

  /// The same for other characters of its article, which are `text`.
  public static String words(Telling telling, Span span, String text) {
    return words(telling.heading(), telling.file(), telling.article(), span, text);
  }

  private static String words(
      Heading heading, String file, ArticleId article, Span span, String text) {
    return "“"
        + text.strip()
        + "” "
        + t(
            "({0}, “{1}”, {2}, {3}, characters {4} to {5} of article {6})",
            Texts.outlet(heading.outlet()),
            heading.title().isEmpty() ? t("no title") : heading.title(),
            Texts.day(heading.published()),
            file,
            String.valueOf(span.start()),
            String.valueOf(span.end()),
            article);
  }

  /// Puts words on the clipboard.
  public static void copy(String words) {
    var content = new ClipboardContent();
    content.putString(words);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
