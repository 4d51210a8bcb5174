package org.tellings.workbench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.tellings.coding.Codebook;
import org.tellings.coding.TakingIn;
import org.tellings.export.Project.Given;
import org.tellings.export.Qdpx;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Coding;
import org.tellings.model.Edit;
import org.tellings.model.FindingId;
import org.tellings.model.Intake;
import org.tellings.model.Segment;
import org.tellings.model.Span;
import org.tellings.model.Target;
import org.tellings.store.Found;
import org.tellings.store.Library;

/// What a file of another program would change here, put together edit by edit: nothing is changed
/// until [#keep]. What stands here stays; a note that differs is told and left out.
///
/// One object takes one file.
final class Bringing {

  private static final int LONGEST_NAME = 80;

  private final Library library;
  private final CodebookDesk codebook;
  private final String me;

  private final Map<ArticleId, Fresh> fresh = new LinkedHashMap<>();
  private final List<Edit> defining = new ArrayList<>();
  private final List<Edit> said = new ArrayList<>();
  private final List<Code> book = new ArrayList<>();
  private final Map<ArticleId, There> there = new HashMap<>();
  private final List<String> told = new ArrayList<>();
  private final List<String> left = new ArrayList<>();
  private int version;
  private int codings;
  private int notes;
  private int already;
  private int exact;
  private int moved;
  private int lost;

  /// An article that is not here yet, and where it comes from.
  private record Fresh(Article article, Found found, String path, long bytes) {}

  /// What stands in an article: where each finding is, what is coded and noted.
  private record There(
      Map<FindingId, Span> findings, Set<Coding> coded, Map<Target, String> notes) {}

  Bringing(Library library, CodebookDesk codebook, String me) {
    this.library = library;
    this.codebook = codebook;
    this.me = me;
    this.book.addAll(library.codings().codes());
    this.version = codebook.version();
  }

  void left(String sentence) {
    left.add(sentence);
  }

  // -- codes --

  /// Takes the codes of another codebook in; one that is here and of which the other says nothing
  /// keeps its meaning. Before anything is coded with them.
  void codes(List<Code> others) {
    var now = new Codebook(book);
    var taking = new TakingIn(now, others, library.codings().ids());
    book.clear();
    book.addAll(now.after(taking.edits()).codes());
    defining.addAll(codebook.withVersion(taking.edits()));
    version = codebook.version() + (defining.size() > taking.edits().size() ? 1 : 0);
    by.putAll(taking.here());
  }

  private final Map<String, Code> by = new HashMap<>();

  // -- articles --

  /// The article of this text that is here, or comes in.
  boolean has(ArticleId id) {
    return fresh.containsKey(id) || library.has(id);
  }

  /// Puts an article in; `path` and `bytes` are what its ledger entry tells. One that was taken out
  /// comes back with the heading it had, and is read with its day.
  void article(Article article, String path, long bytes) {
    var as = library.article(article.id()).orElse(article);
    fresh.put(as.id(), new Fresh(as, Found.of(Extractors.extractAll(as)), path, bytes));
  }

  private There there(ArticleId id) {
    return there.computeIfAbsent(
        id,
        _ -> {
          Map<FindingId, Span> findings = new HashMap<>();
          Map<Target, String> noted = new HashMap<>(library.codings().notes(id));
          for (var kept : library.findings(id)) {
            findings.put(kept.id(), kept.finding().span());
            if (!kept.note().isEmpty()) {
              noted.put(kept.id(), kept.note());
            }
          }
          Optional.ofNullable(fresh.get(id))
              .ifPresent(
                  one ->
                      one.found()
                          .findings()
                          .forEach(
                              f ->
                                  findings.putIfAbsent(
                                      new FindingId(id, f.kind(), f.span()), f.span())));
          return new There(findings, new HashSet<>(library.codings().of(id)), noted);
        });
  }

  // -- what is said of their words --

  /// The finding here that goes by this GUID and stands on these words; else the words themselves.
  Target target(ArticleId article, Span span, String guid) {
    return there(article).findings().entrySet().stream()
        .filter(one -> one.getValue().equals(span))
        .map(Map.Entry::getKey)
        .filter(id -> Qdpx.guid("selection", id.toString()).equals(guid))
        .map(Target.class::cast)
        .findFirst()
        .orElseGet(() -> new Segment(article, span));
  }

  /// The finding of this name where it is here and stands on these words; else the words.
  Target target(Target named, ArticleId article, Span span) {
    return named instanceof FindingId id
            && id.article().equals(article)
            && span.equals(there(article).findings().get(id))
        ? id
        : new Segment(article, span);
  }

  /// Words as they were coded or noted here: as a finding where one on just these words was, else
  /// the words themselves. For files that cannot tell the two apart.
  Target target(ArticleId article, Span span) {
    var there = there(article);
    return Stream.concat(
            there.coded().stream().map(Coding::target), there.notes().keySet().stream())
        .filter(target -> target instanceof FindingId && target.span().equals(span))
        .min(Comparator.comparing(Target::toString))
        .orElseGet(() -> new Segment(article, span));
  }

  /// A passage was looked for in a text here and found where the file says.
  void exact() {
    exact++;
  }

  /// It was found elsewhere.
  void moved(String sentence) {
    moved++;
    told.add(sentence);
  }

  /// It was not found.
  void lost(String sentence) {
    lost++;
    left.add(sentence);
  }

  /// Codes what the file says is coded, by the GUIDs of codes that were taken in.
  void coded(Target target, Given given, String where) {
    var code = Optional.ofNullable(by.get(given.code()));
    if (code.isEmpty()) {
      left.add(where + ": coded with a code that the file does not name");
      return;
    }
    var coder = coder(given.coder());
    var isHere =
        there(target.article()).coded().stream()
            .anyMatch(
                c ->
                    c.target().equals(target)
                        && c.code().equals(code.get().id())
                        && c.coder().equals(coder));
    if (isHere) {
      already++;
      return;
    }
    var coding = new Coding(target, code.get().id(), coder, version);
    there(target.article()).coded().add(coding);
    said.add(new Edit.Coded(coding, true));
    codings++;
  }

  /// A coder's name as it can stand here; who works here where the file names nobody.
  private String coder(String name) {
    var one = name.replaceAll("\\p{Cntrl}+", " ").strip();
    return one.isEmpty() ? me : one.substring(0, Math.min(LONGEST_NAME, one.length()));
  }

  void noted(Target target, String note, String where) {
    var text = note.strip();
    if (text.isEmpty()) {
      return;
    }
    var before = there(target.article()).notes().getOrDefault(target, "");
    if (before.equals(text)) {
      already++;
    } else if (!before.isEmpty()) {
      left.add(where + ": there is another note here already; the file's is “" + text + "”");
    } else {
      there(target.article()).notes().put(target, text);
      said.add(new Edit.Noted(target, "", text));
      notes++;
    }
  }

  // -- in the end --

  Brought brought() {
    return new Brought(
        fresh.size(),
        (int) defining.stream().filter(Edit.Defined.class::isInstance).count(),
        codings,
        notes,
        already,
        exact,
        moved,
        lost,
        told,
        left);
  }

  /// Keeps the new articles and says what else is to be done, all in one edit. Only inside
  /// [Library#together].
  Edit keep(Library l, String words) {
    List<Edit> edits = new ArrayList<>();
    for (var one : fresh.values()) {
      l.save(one.article(), one.found());
      l.intake(
          new Intake.Added(
              one.path(),
              one.bytes(),
              one.article().id(),
              one.article().text().length(),
              missing(one.article())));
    }
    if (!fresh.isEmpty()) {
      edits.add(new Edit.Presence(List.copyOf(fresh.keySet()), true));
    }
    edits.addAll(defining);
    edits.addAll(said);
    return new Edit.Together(words, edits);
  }

  private static List<String> missing(Article article) {
    List<String> missing = new ArrayList<>();
    if (article.title().isEmpty()) {
      missing.add("No title found");
    }
    if (article.heading().published().isEmpty()) {
      missing.add("No publication date found");
    }
    if (!article.outlet().isKnown()) {
      missing.add("No outlet found");
    }
    return missing;
  }
}
