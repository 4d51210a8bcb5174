package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/// The forms in which a library goes to other programs, each read back by the rules it has
/// published.
final class ExportFormsTest {

  @TempDir Path folder;
  private Terminal terminal = new Terminal(Path.of("nowhere"));

  @BeforeEach
  void library() throws IOException {
    var library = folder.resolve("library");
    terminal = new Terminal(library);
    var texts = Files.createDirectories(folder.resolve("texts"));
    Files.writeString(
        texts.resolve("kiln.md"),
        """
        ---
        title: "=Kiln & {barge}: 50% of _all_ #1 ~ ^ \\\\"
        author: By Ada Lund, Bo Ek and Tom Arne
        outlet: The Harbour & Post
        date: 2025-02-03
        url: https://harbour.example/kiln?a=1&b={2}
        ---
        🔥 The kiln 𝒌 burned on Monday. “We 😀 saw it | *all* <b>at once</b>,” said Ada Lund, who counted 1,250 tiles.

        “=1+1 is what they told us,” Ada Lund said. It cost $4.5m.
        """);
    Files.writeString(
        texts.resolve("quay.txt"),
        "Quay closes\r\n\r\n"
            + "שלום עולם. The quay closed. “مرحبا بكم here,” said Tom Arne.\r\n"
            + "He left.\r\n");
    assertEquals(0, terminal.run("add", texts.toString()), terminal.problems());
  }

  private String export(String... words) {
    List<String> line = new ArrayList<>(List.of("export"));
    line.addAll(List.of(words));
    assertEquals(0, terminal.run(line.toArray(String[]::new)), terminal.problems());
    return terminal.printed();
  }

  @Test
  void annotationsSelectTheWordsTheyAreAbout() {
    var texts = texts();
    var ids = new HashSet<String>();
    var seen = 0;
    for (var kind : List.of("quotes", "figures", "dates", "entities", "claims")) {
      var rows = export(kind, "--format", "jsonl").lines().toList();
      var collection = Json.object(export(kind, "--format", "webannotation")).orElseThrow();
      assertEquals("http://www.w3.org/ns/anno.jsonld", collection.get("@context"));
      assertEquals("AnnotationCollection", collection.get("type"));
      assertEquals(rows.size(), collection.get("total"));
      var items = list(map(collection.get("first")).get("items"));
      assertEquals(rows.size(), items.size());
      for (var i = 0; i < items.size(); i++) {
        seen++;
        var annotation = map(items.get(i));
        assertEquals("Annotation", annotation.get("type"));
        assertTrue(ids.add(String.valueOf(annotation.get("id"))), "one id twice");
        var target = map(annotation.get("target"));
        var text = Objects.requireNonNull(texts.get(String.valueOf(target.get("source"))));
        var selectors = list(target.get("selector"));
        var quote = map(selectors.get(0));
        var place = map(selectors.get(1));
        var exact = String.valueOf(quote.get("exact"));
        assertEquals(Json.object(rows.get(i)).orElseThrow().get("text"), exact);
        var points = text.codePoints().toArray();
        var start = number(place.get("start"));
        assertEquals(exact, new String(points, start, number(place.get("end")) - start));
        assertTrue(
            text.contains(String.valueOf(quote.get("prefix")) + exact + quote.get("suffix")));
        assertTrue(
            String.valueOf(quote.get("prefix")).codePoints().noneMatch(ExportFormsTest::isHalf));
        assertTrue(
            String.valueOf(quote.get("suffix")).codePoints().noneMatch(ExportFormsTest::isHalf));
      }
    }
    assertTrue(seen > 8, "only " + seen);
  }

  /// The texts of the articles, by the name that annotations give them and by their ids.
  private Map<String, String> texts() {
    Map<String, String> texts = new HashMap<>();
    try (var workbench = Workbench.open(folder.resolve("library"), false, Progress.none())) {
      for (var one : workbench.articles()) {
        var text = workbench.article(one.id()).orElseThrow().text();
        texts.put("urn:sha256:" + Article.sha256(text), text);
        texts.put(one.id().value(), text);
      }
    }
    return texts;
  }

  private static boolean isHalf(int point) {
    return point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
  }

  @Test
  void whatWasRejectedIsNoAnnotation() {
    var quote =
        Json.object(export("quotes", "--format", "jsonl").lines().findFirst().orElseThrow());
    var id = String.valueOf(quote.orElseThrow().get("id"));
    assertEquals(0, terminal.run("review", id, "--reject"), terminal.problems());
    assertFalse(export("quotes", "--format", "webannotation").contains("urn:tellings:" + id));
  }

  @Test
  void aSheetHasTheRowsAsTextAndNumbers() throws Exception {
    var file = folder.resolve("quotes.xlsx");
    export("quotes", "--out", file.toString());
    var quotes = rows(file);
    var rows = export("quotes", "--format", "jsonl").lines().toList();
    assertEquals(rows.size() + 1, quotes.size());
    for (var i = 0; i < rows.size(); i++) {
      var row = Json.object(rows.get(i)).orElseThrow();
      for (var field : row.keySet()) {
        var at = quotes.getFirst().indexOf(field);
        var cell = at < quotes.get(i + 1).size() ? quotes.get(i + 1).get(at) : "";
        assertEquals(value(row.get(field)), cell, field);
      }
    }
    var core = text(file, "docProps/core.xml");
    assertFalse(core.contains("created"), core);
    var figures = folder.resolve("figures.xlsx");
    export("figures", "--out", figures.toString());
    assertTrue(sheet(figures).getElementsByTagName("f").getLength() == 0, "a formula");
    assertTrue(rows(figures).stream().anyMatch(row -> row.contains("4500000")), "a sum");
    assertEquals(2, terminal.run("export", "quotes", "--format", "xlsx"));
    assertTrue(terminal.problems().contains("--out"), terminal.problems());
  }

  private static String value(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case List<?> list -> Json.line(list);
      default -> value.toString();
    };
  }

  private static String text(Path file, String name) throws IOException {
    try (var zip = new ZipFile(file.toFile())) {
      var entry = zip.getEntry(name);
      assertEquals(1980, entry.getTimeLocal().getYear());
      return new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static Document sheet(Path file) throws Exception {
    return part(file, "xl/worksheets/sheet1.xml");
  }

  private static Document part(Path file, String name) throws Exception {
    try (var zip = new ZipFile(file.toFile())) {
      return DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(zip.getInputStream(zip.getEntry(name)));
    }
  }

  /// The cells of the sheet, as printed.
  private static List<List<String>> rows(Path file) throws Exception {
    var shared = part(file, "xl/sharedStrings.xml").getElementsByTagName("si");
    List<List<String>> rows = new ArrayList<>();
    var all = sheet(file).getElementsByTagName("row");
    for (var r = 0; r < all.getLength(); r++) {
      List<String> row = new ArrayList<>();
      var cells = ((Element) all.item(r)).getElementsByTagName("c");
      for (var c = 0; c < cells.getLength(); c++) {
        var cell = (Element) cells.item(c);
        var column = column(cell.getAttribute("r"));
        while (row.size() < column) {
          row.add("");
        }
        var text = cell.getTextContent();
        row.add(
            cell.getAttribute("t").equals("s")
                ? shared.item(Integer.parseInt(text)).getTextContent()
                : text);
      }
      rows.add(row);
    }
    return rows;
  }

  private static int column(String reference) {
    var column = 0;
    for (var c : reference.toCharArray()) {
      if (Character.isLetter(c)) {
        column = column * 26 + c - 'A' + 1;
      }
    }
    return column - 1;
  }

  @Test
  void referencesTellWhatIsKnown() {
    var ris = export("articles", "--format", "ris");
    assertTrue(ris.startsWith("TY  - NEWS\r\n"), ris);
    for (var line : ris.split("\r\n")) {
      assertTrue(line.isEmpty() || line.matches("[A-Z][A-Z0-9]  - .*"), line);
    }
    assertEquals(2, ris.split("ER  - \r\n", -1).length - 1, ris);
    for (var line :
        List.of(
            "AU  - Ada Lund",
            "AU  - Bo Ek",
            "AU  - Tom Arne",
            "T2  - The Harbour & Post",
            "PY  - 2025",
            "DA  - 2025/02/03/")) {
      assertTrue(ris.contains(line + "\r\n"), ris);
    }

    var bibtex = export("articles", "--format", "bibtex");
    assertTrue(bibtex.contains("author = {{Ada Lund} and {Bo Ek} and {Tom Arne}}"), bibtex);
    assertTrue(bibtex.contains("journal = {The Harbour \\& Post}"), bibtex);
    assertTrue(bibtex.contains("50\\% of \\_all\\_ \\#1"), bibtex);
    assertTrue(bibtex.contains("date = {2025-02-03}"), bibtex);
    assertEquals(0, depth(bibtex), bibtex);

    var items = Json.list(export("articles", "--format", "csl"));
    assertEquals(2, items.size());
    var kiln =
        items.stream()
            .map(ExportFormsTest::map)
            .filter(item -> String.valueOf(item.get("title")).contains("Kiln"))
            .findFirst()
            .orElseThrow();
    assertEquals("article-newspaper", kiln.get("type"));
    assertEquals(Map.of("date-parts", List.of(List.of(2025, 2, 3))), kiln.get("issued"));
    assertEquals(
        List.of(
            Map.of("literal", "Ada Lund"),
            Map.of("literal", "Bo Ek"),
            Map.of("literal", "Tom Arne")),
        kiln.get("author"));
    assertEquals("The Harbour & Post", kiln.get("container-title"));
  }

  /// Braces opened and not closed; those that are written as a sign do not count.
  private static int depth(String bibtex) {
    var depth = 0;
    for (var i = 0; i < bibtex.length(); i++) {
      var c = bibtex.charAt(i);
      if (c == '\\') {
        i++;
      } else {
        depth += c == '{' ? 1 : c == '}' ? -1 : 0;
        assertTrue(depth >= 0, "closed before it was opened at " + i);
      }
    }
    return depth;
  }

  @Test
  void sourcesTellWhatTheyAreCalledAndHowMuchIsTheirs() throws IOException {
    Files.writeString(
        folder.resolve("more.txt"),
        "More on the quay\n\nTom Arne, the harbour master of Velby, spoke on Monday. “We closed it"
            + " at noon,” Tom Arne said. Two officials said that the quay would open in May.\n");
    assertEquals(0, terminal.run("add", folder.resolve("more.txt").toString()));
    var rows =
        export("sources", "--format", "jsonl")
            .lines()
            .map(line -> Json.object(line).orElseThrow())
            .toList();
    var quotes =
        export("quotes", "--format", "jsonl")
            .lines()
            .filter(line -> line.contains("\"speaker\":\"Tom Arne\""))
            .count();
    var tom = rows.stream().filter(row -> "Tom Arne".equals(row.get("name"))).findFirst();
    assertEquals("person", tom.orElseThrow().get("kind"));
    assertEquals((int) quotes, number(tom.orElseThrow().get("quotes")));
    assertEquals(2, quotes);
    var role = map(list(tom.orElseThrow().get("roles")).getFirst());
    assertTrue(String.valueOf(role.get("text")).contains("harbour master"), role.toString());
    var texts = texts();
    for (var row : rows) {
      for (var one : list(row.get("roles"))) {
        var place = map(one);
        var text = Objects.requireNonNull(texts.get(String.valueOf(place.get("article"))));
        assertEquals(
            place.get("text"),
            text.substring(number(place.get("start")), number(place.get("end"))));
      }
    }
    assertEquals(rows.size() + 1, export("sources").split("\r\n").length);
    assertTrue(
        rows.stream().noneMatch(row -> String.valueOf(row.get("name")).contains("officials")),
        rows.toString());
  }

  @Test
  void markdownHasTheWordsAndNoMarksOfTheirs() {
    var markdown = export("quotes", "--format", "markdown");
    assertTrue(markdown.startsWith("## kiln.md · The Harbour & Post\n"), markdown);
    assertTrue(
        markdown.contains(
            "> We 😀 saw it \\| all \\<b\\>at once\\</b\\>\n\n— state: machine; speaker: Ada Lund"),
        markdown);
  }

  @Test
  void draftsOfReviewsAreOfConfirmedClaimsAloneAndSayWhatIsMissing() throws IOException {
    var file = folder.resolve("reviews.claimreview.jsonld");
    export("claims", "--out", file.toString());
    assertTrue(terminal.problems().contains("0 drafts"), terminal.problems());
    assertEquals(
        List.of(),
        Json.object(Files.readString(file)).orElseThrow().get("@graph"),
        "nobody confirmed anything");
    Map<String, @Nullable Object> claim =
        export("claims", "--format", "jsonl")
            .lines()
            .map(line -> Json.object(line).orElseThrow())
            .filter(row -> row.get("source") != null)
            .findFirst()
            .orElseThrow();
    var id = String.valueOf(claim.get("id"));
    assertEquals(0, terminal.run("review", id, "--confirm"), terminal.problems());
    assertEquals(0, terminal.run("note", id, "counted twice"), terminal.problems());
    export("claims", "--out", file.toString());
    var document = Json.object(Files.readString(file)).orElseThrow();
    assertEquals("https://schema.org", document.get("@context"));
    var drafts = (List<?>) Objects.requireNonNull(document.get("@graph"));
    assertEquals(1, drafts.size());
    var draft = (Map<?, ?>) drafts.getFirst();
    assertEquals("ClaimReview", draft.get("@type"));
    assertEquals("Draft", draft.get("creativeWorkStatus"));
    assertEquals(claim.get("text"), draft.get("claimReviewed"));
    assertEquals("counted twice", draft.get("reviewBody"));
    assertFalse(draft.containsKey("reviewRating"), "nobody gave one");
    assertTrue(String.valueOf(draft.get("comment")).contains("reviewRating"));
    var item = (Map<?, ?>) Objects.requireNonNull(draft.get("itemReviewed"));
    assertEquals(
        claim.get("source"), ((Map<?, ?>) Objects.requireNonNull(item.get("author"))).get("name"));
    var work = (Map<?, ?>) Objects.requireNonNull(item.get("firstAppearance"));
    assertEquals("NewsArticle", work.get("@type"));
    assertEquals(0, terminal.run("review", id, "--reject"), terminal.problems());
    assertEquals(
        List.of(),
        Json.object(export("claims", "--format", "claimreview")).orElseThrow().get("@graph"));
  }

  @Test
  void theEndOfTheNameSaysTheForm() throws IOException {
    var file = folder.resolve("all.bib");
    export("articles", "--out", file.toString());
    assertTrue(Files.readString(file).startsWith("@article{"));
    assertEquals(2, terminal.run("export", "quotes", "--out", file.toString()));
    assertTrue(terminal.problems().contains("not as bibtex"), terminal.problems());
    assertTrue(Files.readString(file).startsWith("@article{"), "what was there");
    var table = folder.resolve("all.data");
    export("quotes", "--out", table.toString());
    assertTrue(Files.readString(table).startsWith("id,"));
    assertEquals(2, terminal.run("export", "quotes", "--format", "ris"));
    assertTrue(terminal.problems().contains("csv jsonl xlsx markdown webannotation"));
    assertEquals(2, terminal.run("export", "quote", "--format", "csv"));
    assertTrue(terminal.problems().contains("articles quotes claims"), terminal.problems());
  }

  @SuppressWarnings("unchecked")
  private static Map<String, @Nullable Object> map(@Nullable Object value) {
    return (Map<String, @Nullable Object>) Objects.requireNonNull(value);
  }

  private static List<?> list(@Nullable Object value) {
    return (List<?>) Objects.requireNonNull(value);
  }

  private static int number(@Nullable Object value) {
    return ((Number) Objects.requireNonNull(value)).intValue();
  }
}
