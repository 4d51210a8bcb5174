package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.compare.Role;
import org.tellings.export.SourceRows;
import org.tellings.model.Finding.Quote;
import org.tellings.model.FindingId;

/// A role that a person corrected in the reader is what `compare roles` tells of that article.
final class RolesByHandTest {

  @TempDir Path folder;
  private Workbench workbench;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectories(folder.resolve("in"));
    article(
        "one.md",
        "Harbour Test",
        "2025-03-04",
        "“The old bridge is safe for lorries until autumn,” said Ada Ortiz, the city engineer of"
            + " Marrow. Nobody asked the ferrymen.");
    article(
        "two.md",
        "Island Test",
        "2025-03-05",
        "“The old bridge is safe for lorries until autumn,” said Ada Ortiz, the city engineer of"
            + " Marrow. “We were never asked,” said Jonas Mazur, who runs the ferries.");
    workbench = Workbench.open(folder.resolve("library"), true, Progress.none());
    workbench.add(List.of(folder.resolve("in")), Progress.none());
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private void article(String name, String outlet, String day, String text) throws IOException {
    Files.writeString(
        folder.resolve("in").resolve(name),
        "---\ntitle: The bridge\noutlet: %s\ndate: %s\n---\n%s\n".formatted(outlet, day, text));
  }

  private FindingId quoteOf(String file, String speaker) {
    return workbench.findings(workbench.resolve(file).orElseThrow()).stream()
        .filter(
            k ->
                k.finding() instanceof Quote q
                    && q.speaker().name().filter(speaker::equals).isPresent())
        .findFirst()
        .orElseThrow()
        .id();
  }

  /// "Ada Ortiz: the city engineer of Marrow [two.md “the city engineer of Marrow”] …".
  private List<String> roles() {
    return workbench.comparison(Progress.none()).orElseThrow().roles().stream()
        .map(RolesByHandTest::line)
        .toList();
  }

  private static String line(Role role) {
    var line = new StringBuilder(role.speaker() + ":");
    for (var called : role.calls()) {
      line.append(' ').append(called.text());
      for (var told : called.tellings()) {
        var place = told.place();
        line.append(" [").append(place.file()).append(" “").append(place.text()).append("”");
        line.append(told.isWritten() ? " written " + told.words() + "]" : "]");
      }
    }
    return line + (role.conflict() ? " conflict" : "");
  }

  private static final String AS_READ =
      "Ada Ortiz: the city engineer of Marrow"
          + " [one.md “the city engineer of Marrow”] [two.md “the city engineer of Marrow”]";

  @Test
  void anotherRoleStandsInPlaceOfTheOneTheMachineRead() {
    assertEquals(List.of(AS_READ), roles());
    workbench.correct(
        quoteOf("two.md", "Ada Ortiz"), Map.of("role", "the former city engineer of Marrow"));
    assertEquals(
        List.of(
            "Ada Ortiz: the city engineer of Marrow [one.md “the city engineer of Marrow”]"
                + " the former city engineer of Marrow [two.md “the city engineer of Marrow”"
                + " written the former city engineer of Marrow]"
                + " conflict"),
        roles());
    workbench.undo();
    assertEquals(List.of(AS_READ), roles());
  }

  @Test
  void aRoleThatWasTakenAwayIsToldNoMore() {
    workbench.correct(quoteOf("two.md", "Ada Ortiz"), Map.of("role", ""));
    assertEquals(
        List.of("Ada Ortiz: the city engineer of Marrow [one.md “the city engineer of Marrow”]"),
        roles());
  }

  @Test
  void aRoleThatTheMachineDidNotReadStandsOnItsWords() {
    workbench.correct(quoteOf("two.md", "Jonas Mazur"), Map.of("role", "who runs the ferries"));
    assertEquals(
        List.of(AS_READ, "Jonas Mazur: who runs the ferries [two.md “who runs the ferries”]"),
        roles());
  }

  @Test
  void aRoleThatIsNotPrintedStandsOnTheName() {
    workbench.correct(
        quoteOf("two.md", "Jonas Mazur"), Map.of("role", "the head of the ferry company"));
    assertEquals(
        List.of(
            AS_READ,
            "Jonas Mazur: the head of the ferry company"
                + " [two.md “Jonas Mazur” written the head of the ferry company]"),
        roles());
  }

  /// “PM” is printed neither in “shipments” nor in “10PMs”.
  @Test
  void aRoleIsNoPartOfAWord() throws IOException {
    article(
        "three.md",
        "Shore Test",
        "2025-03-06",
        "“We were never asked,” said Jonas Mazur of the shipments at 10PMs. A clerk kept the"
            + " minutes.");
    workbench.add(List.of(folder.resolve("in")), Progress.none());
    workbench.correct(quoteOf("three.md", "Jonas Mazur"), Map.of("role", "PM"));
    assertEquals(List.of(AS_READ, "Jonas Mazur: PM [three.md “Jonas Mazur” written PM]"), roles());
  }

  /// “Oslo”, a name of the article, is not in “Osloville”.
  @Test
  void aNameIsNoPartOfAWordOfTheRole() throws IOException {
    article(
        "three.md",
        "Shore Test",
        "2025-03-06",
        "“We were never asked about it,” said Jonas Mazur, the mayor of Oslo.");
    article(
        "four.md",
        "Ferry Test",
        "2025-03-07",
        "“Nobody has told us anything,” said Jonas Mazur, the mayor of Oslo.");
    workbench.add(List.of(folder.resolve("in")), Progress.none());
    workbench.correct(quoteOf("four.md", "Jonas Mazur"), Map.of("role", "the mayor of Osloville"));
    assertEquals(
        List.of(
            AS_READ,
            "Jonas Mazur: the mayor of Oslo [three.md “the mayor of Oslo”] the mayor of Osloville"
                + " [four.md “the mayor of Oslo” written the mayor of Osloville] conflict"),
        roles());
  }

  @Test
  void exportedSourcesHaveTheWordsGivenBesideThoseOfThePlace() {
    workbench.correct(
        quoteOf("two.md", "Ada Ortiz"), Map.of("role", "the former city engineer of Marrow"));
    var article = workbench.resolve("two.md").orElseThrow();
    var sources = new SourceRows();
    sources.take(article.value(), workbench.findings(article));
    var rows = sources.rows(workbench.comparison(Progress.none()).orElseThrow().roles());
    var ada = rows.stream().filter(row -> "Ada Ortiz".equals(row.get("name"))).findFirst();
    var roles = String.valueOf(ada.orElseThrow().get("roles"));
    assertTrue(
        roles.startsWith(
            "[{called=the former city engineer of Marrow, text=the city engineer of Marrow,"),
        roles);
  }
}
