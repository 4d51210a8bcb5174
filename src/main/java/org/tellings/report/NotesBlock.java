package org.tellings.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tellings.compare.Telling;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.Summary;
import org.tellings.report.Material.Noted;

/// The block `notes` of a report: what people noted, article by article in order of publication.
///
/// A note is a person's own words: numbers and quotations in it are stamped as those of the
/// outline.
final class NotesBlock {

  private static final Comparator<Summary> EARLIEST =
      Comparator.comparing(
              (Summary one) -> one.heading().published().map(Dated::value).orElse("9999"))
          .thenComparing(Summary::id);

  private final Material material;
  private final Page page;

  NotesBlock(Material material, Page page) {
    this.material = material;
    this.page = page;
  }

  /// On all articles.
  List<Noted> all() {
    return of(material.articles().stream());
  }

  /// On one article.
  List<Noted> of(ArticleId article) {
    var one = material.articles().stream().filter(a -> a.id().equals(article)).toList();
    if (one.isEmpty()) {
      throw new IllegalArgumentException("there is no article " + article);
    }
    return of(one.stream());
  }

  private List<Noted> of(Stream<Summary> articles) {
    return articles
        .sorted(EARLIEST)
        .flatMap(article -> material.notes(article.id()).stream())
        .toList();
  }

  /// A heading for each article, a line for each note.
  void write(List<Noted> notes) {
    Map<ArticleId, List<Noted>> byArticle = new LinkedHashMap<>();
    notes.forEach(
        one -> byArticle.computeIfAbsent(one.place().article(), _ -> new ArrayList<>()).add(one));
    byArticle.values().forEach(this::article);
  }

  private void article(List<Noted> notes) {
    var place = notes.getFirst().place();
    page.line(
        "h3",
        page.article(place.article(), place.heading(), place.file())
            + " "
            + page.told(Page.title(place.heading()), "a-" + place.article()));
    page.raw("<ul>");
    notes.forEach(one -> page.line("li", words(one) + ": " + note(one.note())));
    page.raw("</ul>");
  }

  private String words(Noted noted) {
    return noted
        .finding()
        .map(kept -> page.quoted(Telling.of(material.article(kept.id().article()), kept)))
        .orElseGet(() -> page.quoted(noted.place()));
  }

  /// Its paragraphs below each other; the lines of one are joined as those of an outline are, so
  /// that a quotation may go over the end of a line.
  private String note(String note) {
    return Stream.of(note.strip().split("\\R\\s*\\R"))
        .map(paragraph -> page.own(paragraph.strip().replaceAll("\\s*\\R\\s*", " ")))
        .collect(Collectors.joining("<br>"));
  }
}
