package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.compare.Comparison;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Tie;

/// The comparison of a library keeps up with it, and a person's word about it stays.
final class ComparingTest {

  private static final int STEPS = Integer.getInteger("compare.steps", 60);
  private static final long SEED = Long.getLong("compare.seed", 20250129);

  @TempDir Path folder;

  @Test
  void whatIsKeptUpEqualsWhatIsBuiltAnew() throws IOException {
    var random = new Random(SEED);
    var files = samples();
    var workbench = opened();
    try {
      workbench.add(files.subList(0, 8), Progress.none());
      compared(workbench);
      for (var i = 1; i <= STEPS; i++) {
        step(workbench, files, random);
        var keptUp = all(compared(workbench));
        if (i % 10 == 0) {
          workbench.close();
          workbench = opened();
          assertEquals(all(compared(workbench)), keptUp, "seed " + SEED + ", step " + i);
        }
      }
    } finally {
      workbench.close();
    }
  }

  private static void step(Workbench workbench, List<Path> files, Random random) {
    var articles = workbench.articles();
    var article = articles.get(random.nextInt(articles.size())).id();
    var findings = workbench.findings(article).stream().map(Kept::id).toList();
    var some = findings.get(random.nextInt(findings.size()));
    switch (random.nextInt(10)) {
      case 0, 1, 2 ->
          workbench.add(List.of(files.get(random.nextInt(files.size()))), Progress.none());
      case 3 -> workbench.undo();
      case 4 -> workbench.redo();
      case 5 -> workbench.reject(findings.subList(0, 1 + random.nextInt(findings.size())));
      case 6 -> workbench.restore(findings);
      case 7 ->
          workbench.describe(
              article,
              Map.of("published", "2025-02-1" + random.nextInt(10), "outlet", "Quay Post"));
      case 8 -> workbench.reextract(Progress.none());
      default -> {
        var alike = findings.stream().filter(id -> id.kind() == some.kind()).toList();
        if (alike.size() > 2) {
          workbench.merge(alike.subList(0, 2));
          workbench.notSame(alike.get(1), alike.get(2));
        }
      }
    }
  }

  @Test
  void aRejectedFindingLeavesTheComparisonAndComesBack() throws IOException {
    try (var workbench = opened()) {
      workbench.add(samples(), Progress.none());
      var slip = compared(workbench).misnamings().getFirst();
      var ids = slip.tellings().stream().map(telling -> telling.kept().id()).toList();
      workbench.reject(ids);
      assertFalse(compared(workbench).misnamings().contains(slip));
      workbench.restore(ids);
      assertTrue(compared(workbench).misnamings().contains(slip));
      workbench.reject(ids);
      workbench.undo();
      assertTrue(compared(workbench).misnamings().contains(slip));
    }
  }

  @Test
  void aPersonsWordSurvivesExtractionAndOpeningAndIsUndoneInOneStep() throws IOException {
    List<FindingId> ids;
    Set<Tie> merged;
    try (var workbench = opened()) {
      workbench.add(samples(), Progress.none());
      ids = quotes(workbench).subList(0, 4);
      workbench.merge(ids);
      merged = said(workbench);
      assertEquals(3, merged.size());
      workbench.split(List.of(ids.get(1)), List.of(ids.get(0), ids.get(2), ids.get(3)));
      workbench.name(ids.getFirst(), "  What they have seen ");
      assertEquals(
          "Named " + named(workbench, ids.getFirst()) + ": “What they have seen”",
          workbench.history().getFirst().words());
    }
    try (var workbench = opened()) {
      workbench.reextract(Progress.none());
      var groups = said(workbench);
      assertEquals(3, groups.stream().filter(tie -> !tie.same()).count());
      assertEquals(2, groups.stream().filter(Tie::same).count());
      assertEquals(Optional.of("What they have seen"), compared(workbench).label(ids));
      workbench.undo();
      assertEquals(Optional.empty(), compared(workbench).label(ids));
      workbench.undo();
      assertEquals(merged, said(workbench));
      assertEquals(
          "Joined " + named(workbench, ids.getFirst()) + " and 3 others",
          workbench.undo().orElseThrow());
      assertEquals(Set.of(), said(workbench));
      workbench.redo();
      assertEquals(merged, said(workbench));
      assertEquals(2, workbench.history(ids.get(1)).size());
    }
  }

  @Test
  void findingsThatPeopleSpokeOfStayWhenTheyAreNotFoundAnyMore() throws IOException {
    try (var workbench = opened()) {
      workbench.add(
          List.of(
              Files.writeString(
                  folder.resolve("quay_2025-03-05.txt"),
                  "The ferry came on Monday, said Ada Ortiz, and on Tuesday nobody was there.\n")),
          Progress.none());
      var id = workbench.articles().getFirst().id();
      var dates =
          workbench.findings(id).stream().map(Kept::id).filter(k -> k.kind() == Kind.DATE).toList();
      workbench.merge(dates);
      workbench.describe(id, Map.of("published", ""));
      workbench.reextract(Progress.none());
      dates.forEach(date -> assertTrue(workbench.finding(date).isPresent()));
    }
  }

  @Test
  void whatCannotBeSaidIsRefused() throws IOException {
    try (var workbench = opened()) {
      workbench.add(samples(), Progress.none());
      var quote = quotes(workbench).getFirst();
      var other =
          workbench.findings(quote.article()).stream()
              .map(Kept::id)
              .filter(id -> id.kind() != Kind.QUOTE)
              .findFirst()
              .orElseThrow();
      assertThrows(IllegalArgumentException.class, () -> workbench.merge(List.of(quote, quote)));
      assertThrows(IllegalArgumentException.class, () -> workbench.notSame(quote, other));
      assertThrows(
          IllegalArgumentException.class, () -> workbench.split(List.of(quote), List.of(quote)));
    }
  }

  @Test
  void cancelledWorkGoesOnWhereItEnded() throws IOException {
    try (var workbench = opened()) {
      workbench.add(samples(), Progress.none());
      var compared = new ArrayList<Integer>();
      var stopping =
          new Progress() {
            @Override
            public void at(int done, int total, String what) {
              compared.add(total);
            }

            @Override
            public boolean isCancelled() {
              return compared.size() == 5;
            }
          };
      assertTrue(workbench.comparison(stopping).isEmpty());
      workbench.comparison((_, total, _) -> assertEquals(workbench.size() - 5, total));
      workbench.comparison(
          (_, _, what) -> {
            throw new AssertionError("nothing has changed: " + what);
          });
    }
  }

  @Test
  void aDateThatAPersonCorrectedToASeasonIsCompared() throws IOException {
    var files = new ArrayList<Path>();
    for (var words : List.of("$4.1 million in March 2025.", "$4.9 million.")) {
      files.add(
          Files.writeString(
              folder.resolve(files.size() + ".md"),
              "---\noutlet: Outlet "
                  + files.size()
                  + "\ndate: 2025-05-29\n---\nThe new bridge in Harrow cost "
                  + words
                  + "\n"));
    }
    try (var workbench = opened()) {
      workbench.add(files, Progress.none());
      var month =
          workbench.articles().stream()
              .flatMap(a -> workbench.findings(a.id()).stream())
              .filter(kept -> kept.id().kind() == Kind.DATE)
              .findFirst()
              .orElseThrow();
      workbench.correct(month.id(), Map.of("value", "2025-21"));
      assertFalse(compared(workbench).quantities().isEmpty());
    }
  }

  private static String named(Workbench workbench, FindingId id) {
    var text = workbench.article(id.article()).orElseThrow().text();
    return "quote " + Words.excerpt(id.span().in(text));
  }

  private static Set<Tie> said(Workbench workbench) {
    return Set.copyOf(workbench.ties());
  }

  private static List<FindingId> quotes(Workbench workbench) {
    return workbench.articles().stream()
        .flatMap(a -> workbench.findings(a.id()).stream())
        .map(Kept::id)
        .filter(id -> id.kind() == Kind.QUOTE)
        .toList();
  }

  /// Everything the comparison answers.
  private static List<Object> all(Comparison comparison) {
    return List.of(
        comparison.misnamings(),
        comparison.utterances(),
        comparison.quantities(),
        comparison.propositions(),
        comparison.passages(),
        comparison.overlaps(),
        comparison.unnamed(),
        comparison.chains(),
        comparison.roles(),
        comparison.anomalies());
  }

  private static Comparison compared(Workbench workbench) {
    return workbench.comparison(Progress.none()).orElseThrow();
  }

  private Workbench opened() {
    return Workbench.open(folder.resolve("library"), true, Progress.none());
  }

  private static List<Path> samples() throws IOException {
    try (var files = Files.list(Path.of("sample-articles"))) {
      return new ArrayList<>(
          new TreeSet<>(
              files
                  .filter(file -> !String.valueOf(file.getFileName()).equals("README.md"))
                  .filter(file -> !String.valueOf(file.getFileName()).endsWith(".pack"))
                  .toList()));
    }
  }
}
