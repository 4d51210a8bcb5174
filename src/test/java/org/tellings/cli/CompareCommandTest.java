package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.json.Json;
import org.tellings.workbench.WorkbenchException;

/// The command `compare` from outside, on three short articles.
final class CompareCommandTest {

  private static final String HEAD = "---\ntitle: %s\noutlet: %s\ndate: %s\n---\n\n";

  @TempDir Path folder;
  private String printed = "";
  private String problems = "";

  @BeforeEach
  void library() throws IOException {
    var articles = Files.createDirectory(folder.resolve("articles"));
    Files.writeString(
        articles.resolve("a.md"),
        HEAD.formatted("Mill closes", "Harbour Times", "2025-03-03")
            + "“We will close the mill at Tarnby before the winter and nobody will be sent away”"
            + ", Marta Quill, the mill's owner, said on Monday.\n\n"
            + "The mill made a loss of $4.2 million last year.\n");
    Files.writeString(
        articles.resolve("b.md"),
        HEAD.formatted("Tarnby loses its mill", "Tarnby Courier", "2025-03-04")
            + "Marta Quill said: “We will close the mill at Tarnby before the winter.”\n\n"
            + "The mill lost about $4 million last year, she said.\n");
    Files.writeString(
        articles.resolve("c.md"),
        HEAD.formatted("A word on mills", "Weekly Miller", "2025-03-05")
            + "Open AI, the firm that makes ChatGPT, has nothing to do with flour.\n\n"
            + "Two millers, who asked not to be named because they still grind, said so too.\n");
    assertEquals(0, run("add", articles.toString()));
  }

  @Test
  void anUtteranceHasItsTellingsAndTheirChanges() {
    var rows = rows("utterances");
    assertEquals(1, rows.size(), printed);
    var utterance = rows.getFirst();
    assertEquals(
        List.of("id", "speaker", "fullest", "earliest", "mostPrinted", "text", "tellings"),
        List.copyOf(utterance.keySet()));
    assertEquals("Marta Quill", utterance.get("speaker"));
    var second = maps(utterance.get("tellings")).getLast();
    assertEquals("part", second.get("reach"));
    var cut = maps(second.get("changes")).getFirst();
    assertEquals("truncated", cut.get("type"));
    assertEquals("and nobody will be sent away", cut.get("from"));
  }

  @Test
  void onlyWhatSeveralTellUnlessAllIsAsked() {
    run("compare", "propositions", "--format", "jsonl");
    var several = printed.lines().count();
    run("compare", "propositions", "--all", "--format", "jsonl");
    assertTrue(printed.lines().count() > several, printed);
  }

  @Test
  void stancesAreJsonInCsvAndWordsInATable() {
    run("compare", "propositions", "--format", "csv");
    assertTrue(printed.contains("{\"\"Harbour Times\"\":\"\"predicts\"\""), printed);
    run("compare", "propositions");
    assertTrue(printed.contains("Harbour Times predicts, Tarnby Courier"), printed);
  }

  @Test
  void aValueBelowZeroIsANumberInCsv() {
    run("export", "figures", "--format", "jsonl");
    var id = String.valueOf(id(printed.lines().findFirst().orElseThrow()));
    assertEquals(0, run("review", id, "--correct", "value=-6.2"));
    run("export", "figures", "--format", "csv");
    assertTrue(printed.contains(",-6.2,-6.2,"), printed);
  }

  @Test
  void misnamingsAreListedThoughOneArticlePrintsThem() {
    var row = rows("misnamings").getFirst();
    assertEquals(List.of("Open AI", "OpenAI"), List.of(row.get("printed"), row.get("name")));
  }

  @Test
  void unnamedSourcesAreListedWithTheirReason() {
    var row = rows("unnamed").getFirst();
    assertEquals(
        List.of(
            "id", "text", "count", "position", "reason", "tellings", "only", "confirmed", "single"),
        List.copyOf(row.keySet()));
    assertEquals(
        List.of("Two millers", 2, "millers", "because they still grind"),
        List.of(row.get("text"), row.get("count"), row.get("position"), row.get("reason")));
    var telling = maps(row.get("tellings")).getFirst();
    assertEquals(List.of("c.md", "Two millers"), List.of(telling.get("file"), telling.get("text")));
    assertEquals(0, run("compare", "unnamed"), problems);
    assertTrue(printed.lines().findFirst().orElseThrow().contains("reason"), printed);
  }

  @Test
  void rolesThatCannotBothHoldAreAnAnomaly() throws IOException {
    Files.writeString(
        folder.resolve("d.md"),
        HEAD.formatted("Mill again", "Ferry Post", "2025-03-04")
            + "Marta Quill, the mill's former owner, was not there. The dog was.\n");
    assertEquals(0, run("add", folder.resolve("d.md").toString()));
    var role = rows("roles").getFirst();
    assertEquals(List.of("id", "speaker", "roles", "conflict", "why"), List.copyOf(role.keySet()));
    assertEquals(List.of("Marta Quill", true), List.of(role.get("speaker"), role.get("conflict")));
    assertEquals(
        List.of("the mill's owner", "the mill's former owner"),
        maps(role.get("roles")).stream().map(one -> one.get("text")).toList());
    var anomalies = rows("anomalies");
    var anomaly =
        anomalies.stream()
            .filter(row -> "role-conflict".equals(row.get("type")))
            .reduce((_, last) -> last)
            .orElseThrow();
    assertEquals(List.of("id", "type", "why", "spans", "dismissed"), List.copyOf(anomaly.keySet()));
    var span = maps(anomaly.get("spans")).getLast();
    assertEquals(
        List.of("d.md", "the mill's former owner"), List.of(span.get("file"), span.get("text")));
    assertEquals(0, run("compare", "roles"), problems);
    assertEquals(0, run("compare", "anomalies"), problems);
    assertTrue(printed.contains(String.valueOf(anomaly.get("id"))), printed);
    var id = String.valueOf(anomaly.get("id"));
    assertEquals(0, run("timeline", "dismiss", id, "a slip of the pen"), problems);
    var dismissed =
        rows("anomalies").stream()
            .filter(row -> id.equals(row.get("id")))
            .findFirst()
            .orElseThrow();
    assertEquals("a slip of the pen", dismissed.get("dismissed"));
    assertEquals(0, run("compare", "anomalies"), problems);
    assertFalse(printed.contains(id), printed);
    assertTrue(printed.lines().findFirst().orElseThrow().matches("id +type *"), printed);
  }

  @Test
  void aChainLeadsThroughTheOutletThatIsCited() throws IOException {
    Files.writeString(
        folder.resolve("e.md"),
        HEAD.formatted("Mill", "Ferry Post", "2025-03-06")
            + "The roof of the mill has been sold, Reuters reported, citing two officials.\n");
    assertEquals(0, run("add", folder.resolve("e.md").toString()));
    var chain = rows("chains").getLast();
    assertEquals(List.of("id", "proposition", "links", "ends"), List.copyOf(chain.keySet()));
    assertEquals("unnamed", chain.get("ends"));
    var links = maps(chain.get("links"));
    assertEquals(
        List.of("from", "to", "kind", "article", "file", "start", "end", "text"),
        List.copyOf(links.getFirst().keySet()));
    assertEquals(
        List.of("Ferry Post", "Reuters", "two officials"),
        List.of(
            links.getFirst().get("from"), links.getFirst().get("to"), links.getLast().get("to")));
    assertEquals(0, run("compare", "chains"), problems);
    assertTrue(printed.contains("Ferry Post < Reuters < two officials  unnamed"), printed);
  }

  @Test
  void whatAPersonHoldsApartStaysApartUntilUndone() {
    var tellings = maps(rows("utterances").getFirst().get("tellings"));
    var one = String.valueOf(tellings.getFirst().get("id"));
    var other = String.valueOf(tellings.getLast().get("id"));
    assertEquals(0, run("compare", "apart", one, other), problems);
    assertEquals(List.of(), rows("utterances"));
    assertEquals(0, run("undo"));
    assertEquals(1, rows("utterances").size());
    assertEquals(0, run("compare", "name", one, "The promise"), problems);
  }

  @Test
  void articlesStandSideBySide() {
    assertEquals(0, run("compare", "articles", "a.md", "b.md"), problems);
    assertTrue(printed.lines().findFirst().orElseThrow().matches("kind +what +A +B *"), printed);
    assertTrue(printed.contains("here  here"), printed);
    run("compare", "articles", "a.md", "b.md", "--format", "jsonl");
    var cells =
        maps(Json.object(printed.lines().findFirst().orElseThrow()).orElseThrow().get("cells"));
    assertEquals(2, cells.size());
  }

  @Test
  void exportedClaimsAndFiguresSayWhatTheyTell() {
    for (var kind : List.of("claims", "figures")) {
      var field = kind.equals("claims") ? "proposition" : "quantity";
      var things = kind.equals("claims") ? "propositions" : "quantities";
      run("compare", things, "--all", "--format", "jsonl");
      List<Object> ids = new ArrayList<>();
      printed.lines().forEach(line -> ids.add(id(line)));
      run("export", kind, "--format", "jsonl");
      assertNotEquals("", printed);
      printed
          .lines()
          .forEach(
              line -> assertTrue(ids.contains(Json.object(line).orElseThrow().get(field)), line));
    }
  }

  @Test
  void wrongWordsAreToldFromRightOnes() {
    assertEquals(2, run("compare", "gossip"));
    assertTrue(problems.contains("cannot compare gossip; there are utterances"), problems);
    assertEquals(2, run("compare", "articles", "a.md"));
    assertTrue(problems.contains("two to six articles"), problems);
    assertEquals(2, run("compare", "utterances", "a.md"));
    assertEquals(2, run("compare", "apart", "a.md"));
    assertTrue(problems.contains("name 2 findings by their ID"), problems);
  }

  private static Object id(String line) {
    return String.valueOf(Json.object(line).orElseThrow().get("id"));
  }

  private List<Map<String, @Nullable Object>> rows(String kind) {
    assertEquals(0, run("compare", kind, "--format", "jsonl"), problems);
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    printed.lines().forEach(line -> rows.add(Json.object(line).orElseThrow()));
    return rows;
  }

  @SuppressWarnings("unchecked") // what Json reads as a list of objects
  private static List<Map<String, Object>> maps(@Nullable Object list) {
    return (List<Map<String, Object>>) Objects.requireNonNull(list);
  }

  private int run(String... words) {
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    List<String> line = new ArrayList<>(List.of(words));
    line.add("--library");
    line.add(folder.resolve("library").toString());
    var status =
        Cli.run(
            line.toArray(String[]::new),
            new PrintStream(out, true, StandardCharsets.UTF_8),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            (_, _, _) -> {
              throw new WorkbenchException("there is no display");
            });
    printed = out.toString(StandardCharsets.UTF_8);
    problems = err.toString(StandardCharsets.UTF_8);
    return status;
  }
}
