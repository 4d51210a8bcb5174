package org.tellings.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Edit;
import org.tellings.search.SearchIndex;
import org.tellings.store.Found;
import org.tellings.store.Library;
import org.tellings.store.LibraryException;

/// Looks a library and its index over, makes the index anew, and has the machine read again.
final class Upkeep {

  private static final int MOST_NAMED = 20;

  private final Library library;
  private final SearchIndex index;
  private final Shadow shadow;

  Upkeep(Library library, SearchIndex index, Shadow shadow) {
    this.library = library;
    this.index = index;
    this.shadow = shadow;
  }

  /// One sentence a problem. With `repair`, the index is rebuilt when it differs.
  List<String> problems(boolean repair, Progress progress) {
    List<String> problems = new ArrayList<>(library.check());
    List<ArticleId> ids = List.of();
    try {
      ids = library.articles();
    } catch (LibraryException e) {
      problems.add("the articles cannot be listed: " + e.getMessage());
    }
    Map<ArticleId, Long> prints = new HashMap<>();
    for (var i = 0; i < ids.size() && !progress.isCancelled(); i++) {
      var id = ids.get(i);
      look(id, problems).ifPresent(print -> prints.put(id, print));
      progress.at(i + 1, ids.size(), "checking");
    }
    if (problems.stream().anyMatch(line -> !line.startsWith("the copy of "))) {
      problems.add(Workbench.WANTS_RESCUE);
    } else if (!progress.isCancelled()) {
      problems.addAll(index(ids, prints, repair, progress));
    }
    return problems;
  }

  /// Looks one article over; what the index should have of it, when it can be read.
  private Optional<Long> look(ArticleId id, List<String> problems) {
    try {
      var article = library.article(id);
      if (article.filter(a -> Article.sha256(a.text()).equals(a.sha256())).isEmpty()) {
        problems.add("article " + id + ": its text is not the text that was stored");
      }
      var findings = library.findings(id);
      findings.stream()
          .filter(k -> k.finding().span().end() > article.map(a -> a.text().length()).orElse(0))
          .forEach(k -> problems.add("finding " + k.id() + " ends after its text"));
      var codes = library.codings().ofWords(id);
      return article.map(a -> SearchIndex.printOf(a, findings, codes));
    } catch (LibraryException e) {
      problems.add("article " + id + ": " + e.getMessage());
      return Optional.empty();
    }
  }

  private List<String> index(
      List<ArticleId> ids, Map<ArticleId, Long> prints, boolean repair, Progress progress) {
    if (!library.mayWrite() && shadow.isBehind()) {
      return List.of(
          "the index lacks the last changes and was not compared, since " + library.whyNot());
    }
    List<String> problems = new ArrayList<>();
    index.damage().map("the index is damaged: "::concat).ifPresent(problems::add);
    var indexed = index.prints();
    for (var id : ids) {
      if (!prints.containsKey(id)) {
        indexed.remove(id); // it cannot be read, and was named
        continue;
      }
      var has = Optional.ofNullable(indexed.remove(id));
      if (has.isEmpty()) {
        problems.add("the index lacks article " + named(id));
      } else if (!has.equals(Optional.ofNullable(prints.get(id)))) {
        problems.add("the index has another text or other findings of article " + named(id));
      }
    }
    indexed.keySet().stream()
        .map(ArticleId::value)
        .sorted()
        .map("the index has an article that the library has not: "::concat)
        .forEach(problems::add);
    if (problems.isEmpty()) {
      return problems;
    }
    if (repair) {
      reindex(progress);
    }
    List<String> told = new ArrayList<>(problems.subList(0, Math.min(MOST_NAMED, problems.size())));
    if (problems.size() > MOST_NAMED) {
      told.add("and " + (problems.size() - MOST_NAMED) + " more articles differ in the index");
    }
    told.add(
        repair
            ? "the index was rebuilt"
            : "`reindex` rebuilds the index from the library; nothing is lost by it");
    return told;
  }

  private String named(ArticleId id) {
    return id
        + library
            .summary(id)
            .map(a -> a.heading().title().isEmpty() ? a.file() : a.heading().title())
            .map(name -> " " + Words.excerpt(name))
            .orElse("");
  }

  void reindex(Progress progress) {
    shadow.begin();
    index.clear();
    var ids = library.articles();
    for (var i = 0; i < ids.size(); i++) {
      indexOrLeaveOut(ids.get(i));
      progress.at(i + 1, ids.size(), "indexing");
    }
    shadow.catchUp(List.of());
  }

  private void indexOrLeaveOut(ArticleId id) {
    try {
      shadow.index(id);
    } catch (LibraryException _) {
      index.remove(id); // its row is damaged; all others are found
    }
  }

  /// The machine reads all articles again. `editing` is what those hold who change what people
  /// decided, so that none does while what they may have changed is written.
  int reextract(Ingest.Journaling journaling, Object editing, Progress progress) {
    var ids = library.articles();
    Set<ArticleId> changed = new HashSet<>();
    var read = 0;
    var captures = new Captures(library);
    shadow.begin();
    for (; read < ids.size() && !progress.isCancelled(); read++) {
      var id = ids.get(read);
      var before = library.findings(id);
      var article = library.article(id).orElseThrow();
      var found = Found.of(Extractors.extractAll(article));
      library.together(
          l -> {
            l.machine(id, found);
            return id;
          });
      captures.look(article);
      if (!library.findings(id).equals(before)) {
        changed.add(id);
        shadow.take(id);
      }
      progress.at(read + 1, ids.size(), "extracting");
    }
    var words = Words.count("Ran the extractors again on", read, "article");
    var all = read;
    List<ArticleId> captured;
    synchronized (editing) {
      captured =
          library.together(
              l -> {
                var step = captures.step();
                step.ifPresent(
                    edit -> {
                      l.apply(edit);
                      journaling.note(l, edit.words(), edit);
                    });
                var articles = step.map(Captures::articles).orElse(List.of());
                changed.addAll(articles);
                journaling.note(l, words, new Edit.Reread(all, changed.size()));
                return articles;
              });
    }
    shadow.catchUp(captured);
    return changed.size();
  }
}
