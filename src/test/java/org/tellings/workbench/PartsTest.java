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
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.FindingId;
import org.tellings.model.Hits;
import org.tellings.model.Intake;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Query;
import org.tellings.model.Span;
import org.tellings.model.State;

/// A part that was left out is put back: another article in the place of the former, with people's
/// decisions.
final class PartsTest {

  private static final String FIRST = "The mill paid 5 million euros for the northern weir.";
  private static final String PART = "Subscribe to our newsletter for 3 dollars";
  private static final String LAST =
      "“We never saw a cheaper weir,” said Ada Ortiz, who has run the mill for nine years.";

  @TempDir Path folder;
  private Path file;

  @BeforeEach
  void write() throws IOException {
    file = folder.resolve("weir.txt");
    Files.writeString(file, "The weir is sold\n\n" + FIRST + "\n\n" + PART + "\n\n" + LAST + "\n");
  }

  @Test
  void thePartStandsWhereItStoodAndDecisionsGoAlong() {
    try (var workbench = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      var former = added(workbench);
      assertEquals(FIRST + "\n\n" + LAST, text(workbench, former));
      var figure = only(workbench, former, Kind.FIGURE);
      var quote = only(workbench, former, Kind.QUOTE);
      workbench.correct(figure, Map.of("value", "6000000"));
      workbench.note(quote, "ask her again");
      workbench.code(quote, new Code("price", 0));
      var steps = workbench.history().size();

      var put = workbench.restorePart(former, 0);

      assertEquals(List.of(), put.left());
      var fresh = put.article();
      assertEquals(FIRST + "\n\n" + PART + "\n\n" + LAST, text(workbench, fresh));
      assertEquals("The weir is sold", workbench.article(fresh).orElseThrow().title());
      assertEquals(List.of(), workbench.article(fresh).orElseThrow().removed());
      assertEquals(List.of(fresh), workbench.articles().stream().map(s -> s.id()).toList());
      var corrected =
          workbench.finding(new FindingId(fresh, Kind.FIGURE, figure.span())).orElseThrow();
      assertEquals(State.CORRECTED, corrected.state());
      var by = PART.length() + 2;
      var moved = new Span(quote.span().start() + by, quote.span().end() + by);
      var noted = workbench.finding(new FindingId(fresh, Kind.QUOTE, moved)).orElseThrow();
      assertEquals("ask her again", noted.note());
      assertEquals(List.of("price"), noted.codes());
      assertEquals(1, workbench.find(query("newsletter"), Hits.Order.RELEVANCE, 0, 9).total());
      assertEquals(List.of(fresh), ledger(workbench));
      assertEquals(steps + 1, workbench.history().size());
      assertEquals(List.of(), workbench.check(false, Progress.none()));
    }
  }

  @Test
  void itIsOneStepUndoneAndDoneAgainAfterARestartToo() {
    ArticleId former;
    ArticleId fresh;
    try (var workbench = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      former = added(workbench);
      workbench.confirm(List.of(only(workbench, former, Kind.QUOTE)));
      fresh = workbench.restorePart(former, 0).article();
    }
    try (var workbench = Workbench.open(folder.resolve("library"), false, Progress.none())) {
      workbench.undo();
      assertEquals(List.of(former), workbench.articles().stream().map(s -> s.id()).toList());
      assertEquals(List.of(former), ledger(workbench));
      assertEquals(
          State.CONFIRMED,
          workbench.finding(only(workbench, former, Kind.QUOTE)).orElseThrow().state());
      assertEquals(0, workbench.find(query("newsletter"), Hits.Order.RELEVANCE, 0, 9).total());
      workbench.redo();
      assertEquals(List.of(fresh), workbench.articles().stream().map(s -> s.id()).toList());
      assertEquals(1, workbench.tally().states().get(State.CONFIRMED));
      assertTrue(
          workbench.add(List.of(file), Progress.none()).getFirst() instanceof Intake.Duplicate d
              && d.article().equals(fresh));
    }
  }

  @Test
  void whatSpansThePlaceStaysBehindAndIsNamed() {
    try (var workbench = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      var former = added(workbench);
      var across =
          workbench.make(former, Kind.CLAIM, new Span(FIRST.length() - 5, FIRST.length() + 2 + 10));
      var put = workbench.restorePart(former, 0);
      assertEquals(List.of(across), put.left());
      workbench.undo();
      assertTrue(workbench.finding(across).isPresent());
    }
  }

  @Test
  void aPartThatIsNotThereIsRefusedAndNothingChanges() {
    try (var workbench = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      var former = added(workbench);
      var problem =
          assertThrows(IllegalArgumentException.class, () -> workbench.restorePart(former, 1));
      assertEquals(
          Optional.of("there is no part 2; of this article 1 were left out"),
          Optional.ofNullable(problem.getMessage()));
      assertEquals(List.of(former), workbench.articles().stream().map(s -> s.id()).toList());
      assertEquals(1, workbench.history().size());
    }
  }

  private ArticleId added(Workbench workbench) {
    return workbench.add(List.of(file), Progress.none()).getFirst() instanceof Intake.Added a
        ? a.article()
        : new ArticleId("0000000000000000");
  }

  private static FindingId only(Workbench workbench, ArticleId article, Kind kind) {
    return workbench.findings(article).stream()
        .map(Kept::id)
        .filter(id -> id.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  private static List<ArticleId> ledger(Workbench workbench) {
    return workbench.ledger().stream()
        .map(i -> i instanceof Intake.Added a ? a.article() : new ArticleId("0000000000000000"))
        .toList();
  }

  private static Query query(String words) {
    return Query.parse(words);
  }

  private static String text(Workbench workbench, ArticleId id) {
    return workbench.article(id).orElseThrow().text();
  }
}
