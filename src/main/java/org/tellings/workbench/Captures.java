package org.tellings.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.Edit;
import org.tellings.read.ArticleReader.Outcome;
import org.tellings.read.Readers;
import org.tellings.store.Library;

/// When pages were captured, for articles added by a program that did not read it: it is read from
/// the kept copy of the file. What a person said of it stays, and so do all other lines over an
/// article.
///
/// For one pass over a library; not safe for use from several threads.
final class Captures {

  private final Library library;
  private final Map<ArticleId, Dated> found = new LinkedHashMap<>();

  Captures(Library library) {
    this.library = library;
  }

  /// Looks at one article; changes nothing.
  void look(Article article) {
    if (article.heading().captured().isEmpty()) {
      library
          .copies()
          .of(article.id())
          .flatMap(bytes -> captured(article.file(), bytes))
          .ifPresent(at -> found.put(article.id(), at));
    }
  }

  private static Optional<Dated> captured(String name, byte[] bytes) {
    return Readers.forFile(name, Arrays.copyOf(bytes, Math.min(bytes.length, 4096)))
        .map(reader -> reader.read(name, bytes))
        .flatMap(
            outcome ->
                outcome instanceof Outcome.Read r
                    ? r.article().heading().captured()
                    : Optional.empty());
  }

  /// What was found and no person decided on, as one step that can be undone: a change of the lines
  /// as they are now, so to be asked for inside the transaction that keeps it.
  Optional<Edit.Together> step() {
    if (found.isEmpty()) {
      return Optional.empty();
    }
    var decided = decided();
    List<Edit> edits = new ArrayList<>();
    found.forEach(
        (id, at) ->
            library
                .article(id)
                .map(Article::heading)
                .filter(now -> now.captured().isEmpty() && !decided.contains(id))
                .ifPresent(
                    now ->
                        edits.add(new Edit.Described(id, now, now.withCaptured(Optional.of(at))))));
    return edits.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Edit.Together(
                Words.count("Read when a page was captured of", edits.size(), "article"), edits));
  }

  /// Articles of which a step that stands says when they were captured, or that nobody knows.
  private Set<ArticleId> decided() {
    Set<ArticleId> decided = new HashSet<>();
    library.journal(Integer.MAX_VALUE).stream()
        .filter(step -> !step.undone())
        .forEach(step -> decided(library.edit(step), decided));
    return decided;
  }

  private static void decided(Edit edit, Set<ArticleId> decided) {
    switch (edit) {
      case Edit.Described d when !d.before().captured().equals(d.after().captured()) ->
          decided.add(d.id());
      case Edit.Together t -> t.edits().forEach(one -> decided(one, decided));
      default -> {
        // it says nothing of captures
      }
    }
  }

  /// The articles that a step of these changes.
  static List<ArticleId> articles(Edit.Together step) {
    return step.edits().stream()
        .flatMap(edit -> edit instanceof Edit.Described d ? Stream.of(d.id()) : Stream.empty())
        .toList();
  }
}
