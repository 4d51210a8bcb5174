package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Segment;
import org.tellings.model.Span;
import org.tellings.model.Target;

/// Annotations go out as the W3C wants them and come back as they were; those of others are looked
/// for by their words.
final class AnnotationExchangeTest {

  private static final Progress QUIET = Progress.none();

  @TempDir Path folder;

  @BeforeEach
  void texts() throws IOException {
    var in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(
        in.resolve("kiln.html"),
        """
        <html><head><title>Kiln &amp; barge</title>
        <link rel="canonical" href="https://www.harbour.example/kiln/"></head><body><article>
        <h1>Kiln &amp; barge</h1>
        <p>🔥 The kiln 𝒌 burned on Monday. “We 😀 saw it &lt;b&gt;at once&lt;/b&gt;,” said Ada Lund, who counted 1,250 tiles.</p>
        <p>The barge lay at the quay for another week, and nobody who lives by the harbour had anything to add to that.</p>
        </article></body></html>
        """);
    Files.writeString(
        in.resolve("quay.txt"),
        "Quay closes\r\n\r\nשלום עולם. The quay closed. “مرحبا بكم here,” said Tom Arne.\r\n");
  }

  private Workbench open(String name) {
    var workbench = Workbench.open(folder.resolve(name), true, QUIET);
    if (workbench.size() == 0) {
      workbench.add(List.of(folder.resolve("in")), QUIET);
    }
    return workbench;
  }

  private static Target words(Workbench workbench, ArticleId article, String words) {
    var at = workbench.article(article).orElseThrow().text().indexOf(words);
    return new Segment(article, new Span(at, at + words.length()));
  }

  private static List<Map<String, @Nullable Object>> codings(Workbench workbench) {
    var rows = workbench.coding().rows(workbench.coding().list(CodingDesk.Filter.ALL));
    rows.forEach(row -> row.remove("version"));
    return rows;
  }

  @Test
  void codingsGoOutAsWebAnnotationsAndComeBackEqual() {
    var file = folder.resolve("codings.jsonld");
    List<Map<String, @Nullable Object>> wanted;
    try (var workbench = open("one")) {
      var kiln = workbench.resolve("kiln.html").orElseThrow();
      var quay = workbench.resolve("quay.txt").orElseThrow();
      var quote =
          workbench.findings(kiln).stream()
              .map(Kept::id)
              .filter(id -> id.kind() == Kind.QUOTE)
              .findFirst()
              .orElseThrow();
      workbench.define(new Code("harbour", 1));
      workbench.define(new Code("People › נועה 😀", 2));
      give(workbench, quote, "harbour", "Ada");
      give(workbench, quote, "harbour", "Bo");
      give(workbench, quote, "People › נועה 😀", "Bo");
      give(workbench, words(workbench, quay, "مرحبا بكم"), "harbour", "Ada");
      give(workbench, words(workbench, kiln, "𝒌"), "harbour", "Ada");
      workbench.note(quote, "said on the quay 😀\nשלום");
      workbench.note(words(workbench, kiln, "𝒌"), "a letter");
      workbench.exchange().export("codings", Optional.empty(), "webannotation", file, QUIET);
      wanted = codings(workbench);
    }
    try (var workbench = open("two")) {
      var preview = workbench.exchange().look(file, QUIET).orElseThrow();
      assertEquals(List.of(), codings(workbench));
      var brought = workbench.exchange().takeIn(file, QUIET).orElseThrow();
      assertEquals(preview, brought);
      assertEquals(List.of(5, 0, 0), List.of(brought.exact(), brought.moved(), brought.lost()));
      assertEquals(wanted, codings(workbench));
      assertEquals(
          "Took in 0 articles, 2 codes, 5 codings and 2 notes of codings.jsonld",
          workbench.undo().orElseThrow());
      assertEquals(List.of(), codings(workbench));
      workbench.redo();
      assertTrue(workbench.exchange().takeIn(file, QUIET).orElseThrow().isNothing());
    }
  }

  private static void give(Workbench workbench, Target target, String code, String coder) {
    workbench.coding().give(List.of(target), code, true, coder);
  }

  /// As the interface of Hypothes.is answers a search.
  private static final String HYPOTHESIS =
      """
      {"total": 5, "rows": [
       {"id": "a", "user": "acct:ada@hypothes.is", "uri": "http://harbour.example/kiln#top",
        "text": "who counted? 😀", "tags": ["figure", "check"],
        "document": {"title": ["Kiln & barge"]},
        "target": [{"source": "http://harbour.example/kiln", "selector": [
          {"type": "RangeSelector", "startContainer": "/p[1]", "endContainer": "/p[1]", "startOffset": 1, "endOffset": 4},
          {"type": "TextPositionSelector", "start": 1200, "end": 1215},
          {"type": "TextQuoteSelector", "exact": "counted 1,250 tiles", "prefix": "Ada Lund, who ", "suffix": ".\\n  More"}]}]},
       {"id": "b", "user": "acct:bo@hypothes.is", "uri": "https://harbour.example/elsewhere", "text": "", "tags": ["welcome"],
        "document": {"title": ["Quay closes"]},
        "target": [{"source": "x", "selector": [
          {"type": "TextQuoteSelector", "exact": "مرحبا بكم", "prefix": "closed. \\"", "suffix": " here"}]}]},
       {"id": "c", "user": "acct:bo@hypothes.is", "uri": "http://harbour.example/kiln", "text": "gone", "tags": [],
        "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "words taken out since"}]}]},
       {"id": "d", "user": "acct:bo@hypothes.is", "uri": "http://harbour.example/kiln", "text": "I agree", "tags": [],
        "references": ["a"], "target": [{"source": "http://harbour.example/kiln"}]},
       {"id": "e", "user": "acct:bo@hypothes.is", "uri": "http://other.example/", "text": "", "tags": ["far"],
        "target": [{"selector": [{"type": "TextQuoteSelector", "exact": "kiln"}]}]}
      ]}
      """;

  @Test
  void annotationsOfHypothesisAreAnchoredByTheirWords() throws IOException {
    var file = Files.writeString(folder.resolve("hypothesis.json"), HYPOTHESIS);
    try (var workbench = open("one")) {
      var brought = workbench.exchange().takeIn(file, QUIET).orElseThrow();
      assertEquals(List.of(1, 1, 2), List.of(brought.exact(), brought.moved(), brought.lost()));
      assertEquals("0 articles, 3 codes, 3 codings and 1 note", brought.inWords());
      assertEquals(
          List.of(
              "annotation 4, an answer to another annotation, has no place here: “I agree”",
              "“words taken out since” of http://harbour.example/kiln: these words do not stand"
                  + " there; noted: gone",
              "“kiln” of http://other.example/: that article is not here; tagged “far”"),
          brought.left());
      assertEquals(
          List.of(
              List.of("counted 1,250 tiles", "check", "ada", "who counted? 😀"),
              List.of("counted 1,250 tiles", "figure", "ada", "who counted? 😀"),
              List.of("مرحبا بكم", "welcome", "bo", "")),
          codings(workbench).stream()
              .map(
                  row ->
                      List.of(
                          String.valueOf(row.get("text")),
                          String.valueOf(row.get("code")),
                          String.valueOf(row.get("coder")),
                          row.get("note") == null ? "" : String.valueOf(row.get("note"))))
              .sorted(java.util.Comparator.comparing(Object::toString))
              .toList());
    }
  }

  @Test
  void tagsAlikeIn80CharactersStayTwoCodesAndNoPartIsDropped() throws IOException {
    var long80 = "a very long tag ".repeat(6);
    var tags =
        List.of(long80 + "one", long80 + "two", "a › b › c › d › e › f", "Tone", "tone", "\u0007");
    var json =
        "{\"rows\": [{\"user\": \"acct:ada@h\", \"tags\": "
            + new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(tags)
            + ", \"uri\": \"https://harbour.example/kiln\", \"target\": [{\"selector\": [{\"type\":"
            + " \"TextQuoteSelector\", \"exact\": \"The barge lay at the quay\"}]}]}]}";
    var file = Files.writeString(folder.resolve("tags.json"), json);
    try (var workbench = open("one")) {
      assertEquals(0, workbench.exchange().takeIn(file, QUIET).orElseThrow().lost());
      var first = long80.substring(0, 79) + "…";
      assertEquals(
          List.of(
                  "(no name)",
                  "Tone",
                  "a › b › c › d › e › f",
                  long80.substring(0, 75) + "… (2)",
                  first)
              .stream()
              .sorted()
              .toList(),
          codings(workbench).stream()
              .map(row -> String.valueOf(row.get("code")))
              .sorted()
              .toList());
    }
  }

  /// Two pages of a collection of seven, the second in the first; an annotation of three places.
  private static final String PAGES =
      """
      {"type": "AnnotationCollection", "total": 7, "first": {"type": "AnnotationPage",
       "next": {"type": "AnnotationPage", "next": "https://notes.example/page3", "items": [
        {"id": "urn:x:2", "creator": "Bo", "body": {"type": "Composite", "items": [
          {"value": "water", "purpose": "tagging"}, {"value": "which barge?"}]},
         "target": {"source": "https://harbour.example/kiln",
          "selector": {"type": "TextQuoteSelector", "exact": "The barge lay at the quay"}}}]},
       "items": [
        {"id": "urn:x:1", "creator": "Ada", "body": {"value": "fire", "purpose": "tagging"}, "target": [
         {"source": "https://harbour.example/kiln",
          "selector": {"type": "TextQuoteSelector", "exact": "The kiln 𝒌 burned on Monday"}},
         "https://harbour.example/kiln",
         {"type": "List", "items": [{"source": "https://harbour.example/kiln",
          "selector": {"type": "TextQuoteSelector", "exact": "counted 1,250 tiles", "prefix": "who "}}]}]}]}}
      """;

  @Test
  void everyPlaceOfAnAnnotationIsReadAndWhatIsOnOtherPagesIsTold() throws IOException {
    var file = Files.writeString(folder.resolve("pages.json"), PAGES);
    try (var workbench = open("one")) {
      var brought = workbench.exchange().takeIn(file, QUIET).orElseThrow();
      assertEquals(
          List.of(
              "annotation 1, target 2 is about a whole page, not about words of it",
              "5 of the 7 annotations of the collection are not in this file; it goes on at"
                  + " https://notes.example/page3"),
          brought.left());
      assertEquals(
          List.of(
              List.of("The barge lay at the quay", "water", "Bo"),
              List.of("The kiln 𝒌 burned on Monday", "fire", "Ada"),
              List.of("counted 1,250 tiles", "fire", "Ada")),
          codings(workbench).stream()
              .map(
                  row ->
                      List.of(
                          String.valueOf(row.get("text")),
                          String.valueOf(row.get("code")),
                          String.valueOf(row.get("coder"))))
              .sorted(java.util.Comparator.comparing(Object::toString))
              .toList());
      assertEquals("0 articles, 2 codes, 3 codings and 1 note", brought.inWords());
    }
  }

  @Test
  void aSearchThatGaveOnlyItsFirstRowsIsTold() throws IOException {
    var some = HYPOTHESIS.replace("\"total\": 5", "\"total\": 120");
    var file = Files.writeString(folder.resolve("hypothesis.json"), some);
    try (var workbench = open("one")) {
      assertEquals(
          "115 of the 120 annotations of the collection are not in this file",
          workbench.exchange().look(file, QUIET).orElseThrow().left().get(1));
    }
  }

  @Test
  void aCollectionWhosePagesAreElsewhereIsRefusedWithTheirAddress() throws IOException {
    var file =
        Files.writeString(
            folder.resolve("far.json"),
            "{\"type\": \"AnnotationCollection\", \"total\": 9, \"first\":"
                + " \"https://notes.example/1\"}");
    try (var workbench = open("one")) {
      var problem =
          assertThrows(
              IllegalArgumentException.class, () -> workbench.exchange().takeIn(file, QUIET));
      assertEquals(
          "this file has no annotations: its pages stand elsewhere, the first at"
              + " https://notes.example/1",
          problem.getMessage());
    }
  }

  @Test
  void whatIsNoAnnotationIsRefusedInWords() throws IOException {
    try (var workbench = open("one")) {
      for (var text : List.of("", "{", "[", "{\"a\": 1}", "7")) {
        var file = Files.writeString(folder.resolve("no.json"), text);
        var problem =
            assertThrows(
                IllegalArgumentException.class, () -> workbench.exchange().takeIn(file, QUIET));
        assertTrue(
            String.valueOf(problem.getMessage()).contains("this file has no annotations"),
            problem::toString);
      }
      assertEquals(1, workbench.history().size());
    }
  }
}
