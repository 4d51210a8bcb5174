package org.tellings.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
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

  private static final String FIELD = "captured";

  private final Library library;
  private final Set<ArticleId> decided = new HashSet<>();
  private final List<Edit.Described> found = new ArrayList<>();

  Captures(Library library) {
    this.library = library;
    library.journal(Integer.MAX_VALUE).stream()
        .filter(step -> step.words().contains(FIELD))
        .forEach(step -> decided(library.edit(step)));
  }

  private void decided(Edit edit) {
    switch (edit) {
      case Edit.Described d when !d.before().captured().equals(d.after().captured()) ->
          decided.add(d.id());
      case Edit.Together t -> t.edits().forEach(this::decided);
      default -> {
        // it says nothing of captures
      }
    }
  }

  /// Looks at one article; true when its page tells a capture that it has not. Nothing is changed
  /// by it.
  boolean look(Article article) {
    if (article.heading().captured().isPresent() || decided.contains(article.id())) {
      return false;
    }
    var now =
        library
            .copies()
            .of(article.id())
            .flatMap(bytes -> read(article.file(), bytes))
            .filter(read -> read.id().equals(article.id()))
            .flatMap(read -> read.heading().captured());
    now.ifPresent(
        at ->
            found.add(
                new Edit.Described(
                    article.id(),
                    article.heading(),
                    article.heading().withCaptured(Optional.of(at)))));
    return now.isPresent();
  }

  private static Optional<Article> read(String name, byte[] bytes) {
    return Readers.forFile(name, Arrays.copyOf(bytes, Math.min(bytes.length, 4096)))
        .map(reader -> reader.read(name, bytes))
        .flatMap(
            outcome ->
                outcome instanceof Outcome.Read r ? Optional.of(r.article()) : Optional.empty());
  }

  /// Those found to tell a capture that they have not.
  List<ArticleId> articles() {
    return found.stream().map(Edit.Described::id).toList();
  }

  /// What was found, as one step that can be undone; empty when nothing was.
  Optional<Edit.Together> step() {
    return found.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Edit.Together(
                Words.count("Read when a page was captured of", found.size(), "article"),
                List.copyOf(found)));
  }
}
