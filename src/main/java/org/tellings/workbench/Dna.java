package org.tellings.workbench;

import static org.tellings.workbench.Workbench.trying;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tellings.compare.Proposition;
import org.tellings.export.Project.Given;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Decision;
import org.tellings.model.Finding;
import org.tellings.model.Finding.EntityType;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Span;
import org.tellings.model.State;
import org.tellings.model.Target;
import org.tellings.store.DnaFile;
import org.tellings.store.DnaFile.Content;
import org.tellings.store.DnaFile.Document;
import org.tellings.store.DnaFile.Statement;
import org.tellings.store.DnaFile.Type;
import org.tellings.store.DnaFile.Value;
import org.tellings.store.Library;

/// Statements of Discourse Network Analyzer as codings, and codings or claims as statements.
///
/// A value of a variable is a code in a group of the variable's name (`concept › …`, `agreement ›
/// yes`), of another type than `DNA Statement` below the name of the type. A code that is in no
/// such group is a statement of the type `Coding` with the variable `code`; a long text is a note,
/// a note an `Annotation`. Offsets of both programs count UTF-16 units.
final class Dna {

  static final String STATEMENT = "DNA Statement";
  static final String CODING = "Coding";
  private static final String ANNOTATION = "Annotation";
  private static final List<String> VARIABLES =
      List.of("person", "organization", "concept", "agreement");
  private static final Value NOTHING = new Value(Type.SHORT_TEXT, "");

  private final Workbench workbench;
  private final Library library;

  Dna(Workbench workbench, Library library) {
    this.workbench = workbench;
    this.library = library;
  }

  // -- in --

  /// False when `progress` cancelled it.
  boolean take(Path file, Bringing bringing, Progress progress) {
    var content = DnaFile.read(file);
    content
        .unread()
        .forEach(
            (what, n) -> bringing.left(what + " (" + n + "): there is no place for them here"));
    Map<Integer, List<Statement>> byDocument =
        content.statements().stream().collect(Collectors.groupingBy(Statement::document));
    byDocument
        .getOrDefault(-1, List.of())
        .forEach(
            one ->
                bringing.left(
                    "a statement at characters "
                        + one.start()
                        + " to "
                        + one.stop()
                        + ": its document is not in the file ("
                        + inWords(one)
                        + ")"));
    var codes = new DnaCodes();
    for (var statement : content.statements()) {
      if (hasText(content, statement)) {
        statement.values().forEach((name, value) -> codes.of(statement.type(), name, value));
      }
    }
    bringing.codes(codes.all());
    Set<String> names = new HashSet<>();
    for (var i = 0; i < content.documents().size(); i++) {
      if (progress.isCancelled()) {
        return false;
      }
      var document = content.documents().get(i);
      var path = document.title();
      for (var n = 2; !names.add(path); n++) {
        path = document.title() + " (" + n + ")";
      }
      var source = file.toAbsolutePath().normalize() + "!" + path;
      take(document, byDocument.getOrDefault(i, List.of()), codes, source, bringing);
      progress.at(i + 1, content.documents().size(), "reading the database");
    }
    return true;
  }

  private static boolean hasText(Content content, Statement statement) {
    return statement.document() >= 0
        && !content.documents().get(statement.document()).text().isBlank();
  }

  private static void take(
      Document document,
      List<Statement> statements,
      DnaCodes codes,
      String source,
      Bringing bringing) {
    if (document.text().isBlank()) {
      bringing.left(
          "“"
              + document.title()
              + "”: it has no words"
              + (statements.isEmpty()
                  ? ""
                  : "; with it "
                      + Words.number(statements.size(), "statement")
                      + (statements.size() == 1 ? " is left out" : " are left out")));
      return;
    }
    var article =
        Article.of(
            DnaDocuments.noted(document, "File").orElse(document.title()),
            DnaDocuments.heading(document),
            document.text(),
            List.of());
    if (!bringing.has(article.id())) {
      bringing.article(article, source, document.text().getBytes(StandardCharsets.UTF_8).length);
    }
    var rest =
        List.of(document.section(), document.type()).stream().filter(s -> !s.isEmpty()).toList();
    if (!rest.isEmpty()) {
      bringing.left(
          "“"
              + document.title()
              + "”: section and type have no place here: "
              + String.join(", ", rest));
    }
    if (!document.notes().isBlank() && DnaDocuments.noted(document, "File").isEmpty()) {
      bringing.left(
          "“"
              + document.title()
              + "”: notes on a whole text have no place here: "
              + document.notes());
    }
    Map<Target, Set<String>> notes = new LinkedHashMap<>();
    for (var one : statements) {
      take(one, article, statements, codes, notes, bringing);
    }
    notes.forEach(
        (target, said) ->
            bringing.noted(
                target,
                String.join("\n\n", said),
                Words.excerpt(target.span().in(article.text()))));
  }

  private static void take(
      Statement one,
      Article article,
      List<Statement> all,
      DnaCodes codes,
      Map<Target, Set<String>> notes,
      Bringing bringing) {
    var where = "“" + article.title() + "”, characters " + one.start() + " to " + one.stop();
    if (one.start() < 0 || one.stop() > article.text().length() || one.stop() <= one.start()) {
      bringing.left(where + ": the text has no such characters");
      return;
    }
    var span = new Span(one.start(), one.stop());
    if (span.in(article.text()).isBlank()) {
      bringing.left(where + ": there are no words");
      return;
    }
    var target = bringing.target(article.id(), span);
    var isSaid = false;
    for (var value : one.values().entrySet()) {
      var code = codes.of(one.type(), value.getKey(), value.getValue());
      if (code.isPresent()) {
        bringing.coded(target, new Given(code.get().guid(), one.coder()), where);
        isSaid = true;
      } else if (value.getValue().type() == Type.LONG_TEXT && !value.getValue().text().isBlank()) {
        notes.computeIfAbsent(target, _ -> new LinkedHashSet<>()).add(value.getValue().text());
        isSaid = true;
      }
    }
    if (!isSaid) {
      bringing.left(where + ": a statement that says nothing");
    }
    // codes on the same words cannot tell which of them belong together
    if (one.type().equals(STATEMENT)
        && all.stream()
                .filter(
                    s ->
                        s.type().equals(STATEMENT)
                            && s.start() == one.start()
                            && s.stop() == one.stop()
                            && s.coder().equals(one.coder()))
                .count()
            > 1) {
      notes.computeIfAbsent(target, _ -> new LinkedHashSet<>()).add(inWords(one));
    }
  }

  /// `DNA Statement of Ada: person = Tom Arne; concept = …`.
  private static String inWords(Statement one) {
    return one.type()
        + " of "
        + one.coder()
        + ": "
        + one.values().entrySet().stream()
            .filter(value -> !value.getValue().text().isEmpty())
            .map(value -> value.getKey() + " = " + DnaCodes.said(value.getValue()))
            .collect(Collectors.joining("; "));
  }

  // -- out --

  /// Writes these articles with the statements that their codings and notes are (`codings`), or
  /// their claims (`claims`, rejected ones left out). Returns how many statements; empty when
  /// `progress` cancelled it.
  Optional<Integer> write(String kind, List<ArticleId> ids, Path file, Progress progress) {
    Map<FindingId, Told> told = kind.equals("claims") ? told(progress) : Map.of();
    var decisions = library.decisions();
    List<Document> documents = new ArrayList<>();
    List<Statement> statements = new ArrayList<>();
    for (var i = 0; i < ids.size(); i++) {
      if (progress.isCancelled()) {
        return Optional.empty();
      }
      var article = workbench.there(ids.get(i));
      documents.add(DnaDocuments.of(article));
      statements.addAll(
          kind.equals("claims") ? claims(article, i, told, decisions) : codings(article, i));
      progress.at(i + 1, ids.size(), "writing statements");
    }
    var beside = file.resolveSibling("." + file.getFileName() + ".part");
    trying(
        () -> {
          DnaFile.write(beside, new Content(documents, statements, Map.of()));
          return beside;
        });
    FileBeside.replace(beside, file);
    return Optional.of(statements.size());
  }

  private List<Statement> codings(Article article, int document) {
    Map<List<Object>, Map<String, Value>> said = new LinkedHashMap<>();
    List<Statement> others = new ArrayList<>();
    for (var coded : workbench.coding().in(article.id())) {
      var code = workbench.codebook().now().withId(coded.coding().code());
      var path = code.map(Code::name).orElse(coded.code());
      var between = path.indexOf(Code.BETWEEN);
      var own = between < 0 ? path : path.substring(between + Code.BETWEEN.length());
      var group = between < 0 ? "" : path.substring(0, between);
      var coder = coded.coding().coder();
      var span = coded.span();
      var values = said.computeIfAbsent(List.of(span, coder), _ -> new LinkedHashMap<>());
      if (VARIABLES.contains(group)
          && !own.contains(Code.BETWEEN)
          && (!group.equals("agreement") || own.equals("yes") || own.equals("no"))
          && !isSaid(values, group)) {
        VARIABLES.forEach(
            name ->
                values.putIfAbsent(
                    name,
                    new Value(name.equals("agreement") ? Type.BOOLEAN : Type.SHORT_TEXT, "")));
        values.put(
            group,
            group.equals("agreement")
                ? new Value(Type.BOOLEAN, own.equals("no") ? "0" : "1")
                : new Value(Type.SHORT_TEXT, whole(code, own)));
      } else {
        others.add(statement(document, CODING, coder, span, Map.of("code", path)));
      }
    }
    List<Statement> all = new ArrayList<>();
    said.forEach(
        (at, values) -> {
          if (!values.isEmpty()) {
            var span = (Span) at.getFirst();
            all.add(
                new Statement(
                    document,
                    STATEMENT,
                    String.valueOf(at.getLast()),
                    span.start(),
                    span.end(),
                    values));
          }
        });
    all.addAll(others);
    for (Kept kept : workbench.findings(article.id())) {
      if (!kept.note().isEmpty()) {
        all.add(note(document, kept.finding().span(), kept.note()));
      }
    }
    trying(() -> library.codings().shownNotes(article.id()))
        .forEach((words, note) -> all.add(note(document, words.span(), note)));
    return all;
  }

  private static boolean isSaid(Map<String, Value> values, String variable) {
    return values.containsKey(variable) && !values.getOrDefault(variable, NOTHING).text().isEmpty();
  }

  private static String whole(Optional<Code> code, String own) {
    return code.map(one -> one.sense().definition())
        .filter(words -> DnaCodes.isCut(own, words))
        .orElse(own);
  }

  private Statement note(int document, Span span, String note) {
    return new Statement(
        document,
        ANNOTATION,
        workbench.coder(),
        span.start(),
        span.end(),
        Map.of("note", new Value(Type.LONG_TEXT, note)));
  }

  private static Statement statement(
      int document, String type, String coder, Span span, Map<String, String> texts) {
    Map<String, Value> values = new LinkedHashMap<>();
    texts.forEach((name, text) -> values.put(name, new Value(Type.SHORT_TEXT, text)));
    return new Statement(document, type, coder, span.start(), span.end(), values);
  }

  /// Claims with a source: who says it, the proposition it tells (else its words), and whether it
  /// agrees: everything but a denial does.
  private List<Statement> claims(
      Article article,
      int document,
      Map<FindingId, Told> told,
      Map<FindingId, Decision> decisions) {
    var findings = workbench.findings(article.id());
    List<Statement> statements = new ArrayList<>();
    for (var kept : findings) {
      if (kept.state() == State.REJECTED
          || !(kept.finding() instanceof Finding.Claim claim)
          || claim.source().isEmpty()) {
        continue;
      }
      var source = claim.source().get();
      var isOrganisation =
          findings.stream()
              .map(Kept::finding)
              .anyMatch(
                  f ->
                      f instanceof Finding.Mention m
                          && m.name().equals(source)
                          && m.type() == EntityType.ORGANISATION);
      Map<String, Value> values = new LinkedHashMap<>();
      values.put("person", new Value(Type.SHORT_TEXT, isOrganisation ? "" : source));
      values.put("organization", new Value(Type.SHORT_TEXT, isOrganisation ? source : ""));
      var words = claim.span().in(article.text()).replaceAll("\\s+", " ");
      var says = told.getOrDefault(kept.id(), new Told(words, claim.stance()));
      values.put("concept", new Value(Type.SHORT_TEXT, says.label()));
      var denies = says.stance().equals(Optional.of(Finding.Stance.DENIES));
      values.put("agreement", new Value(Type.BOOLEAN, denies ? "0" : "1"));
      statements.add(
          new Statement(
              document,
              STATEMENT,
              kept.state() == State.MACHINE
                  ? "Tellings"
                  : Optional.ofNullable(decisions.get(kept.id()))
                      .map(Decision::coder)
                      .orElse(workbench.coder()),
              claim.span().start(),
              claim.span().end(),
              values));
    }
    return statements;
  }

  /// What a claim says of the proposition it tells.
  private record Told(String label, Optional<Finding.Stance> stance) {}

  private Map<FindingId, Told> told(Progress progress) {
    Map<FindingId, Told> told = new LinkedHashMap<>();
    workbench
        .comparison(progress)
        .ifPresent(
            comparison -> {
              for (Proposition p : comparison.propositions()) {
                p.tellings()
                    .forEach(
                        stated ->
                            told.put(
                                stated.telling().kept().id(),
                                new Told(p.label(), stated.stance())));
              }
            });
    return told;
  }
}
