package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
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
import java.util.TreeSet;
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
import org.tellings.model.Removed;
import org.tellings.model.Span;
import org.tellings.model.State;
import org.tellings.model.Target;
import org.tellings.model.Tie;

/// A part that was left out is put back: another article in the place of the former, with people's
/// decisions.
final class PartsTest {

  private static final String FIRST = "The mill paid 5 million euros for the northern weir.";
  private static final String PART = "Subscribe to our newsletter for 3 dollars";
  private static final String LAST =
      "“We never saw a cheaper weir,” said Ada Ortiz, who has run the mill for nine years.";

  private static final long SEED = Long.getLong("parts.seed", 20250205);

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

      var put = workbench.restorePart(former, part(workbench, former));

      assertEquals(List.of(), put.left());
      var fresh = put.article();
      assertEquals(FIRST + "\n\n" + PART + "\n\n" + LAST, text(workbench, fresh));
      assertEquals("The weir is sold", workbench.article(fresh).orElseThrow().title());
      assertEquals(
          List.of(new Removed("The weir is sold", "text.heading-line/1", 0)),
          workbench.article(fresh).orElseThrow().removed());
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
      fresh = workbench.restorePart(former, part(workbench, former)).article();
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
      var put = workbench.restorePart(former, part(workbench, former));
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
          assertThrows(IllegalArgumentException.class, () -> workbench.restorePart(former, 2));
      assertEquals(
          Optional.of("there is no part 3: 2 were left out of this article"),
          Optional.ofNullable(problem.getMessage()));
      assertEquals(List.of(former), workbench.articles().stream().map(s -> s.id()).toList());
      assertEquals(1, workbench.history().size());
    }
  }

  @Test
  void whatWasSaidOfTwoFindingsAndTheNameGivenGoAlong() throws IOException {
    var other = folder.resolve("other.txt");
    Files.writeString(other, "A mill on the river\n\nThe weir cost the mill 5 million euros.\n");
    try (var workbench = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      var former = added(workbench);
      var figure = only(workbench, former, Kind.FIGURE);
      workbench.add(List.of(other), Progress.none());
      var price = only(workbench, workbench.resolve("other.txt").orElseThrow(), Kind.FIGURE);
      workbench.merge(List.of(figure, price));
      workbench.name(figure, "the price of the weir");
      var fresh = workbench.restorePart(former, part(workbench, former)).article();
      var moved = new FindingId(fresh, Kind.FIGURE, figure.span());
      assertTrue(
          workbench.ties().stream().anyMatch(tie -> tie.same() && tie.joins(moved, price)),
          () -> workbench.ties().toString());
      var comparison = workbench.comparison(Progress.none()).orElseThrow();
      assertEquals(Optional.of("the price of the weir"), comparison.label(List.of(moved)));
      workbench.undo();
      assertEquals(List.of(new Tie(figure, price, true)), workbench.ties());
    }
  }

  @Test
  void aTitleCorrectedInBetweenIsNotLost() {
    try (var workbench = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      var former = added(workbench);
      var part = part(workbench, former);
      workbench.restorePart(former, part);
      workbench.undo();
      workbench.describe(
          former, Map.of("title", "A weir changes hands", "published", "2025-03-04"));
      var fresh = workbench.restorePart(former, part).article();
      var heading = workbench.article(fresh).orElseThrow().heading();
      assertEquals("A weir changes hands", heading.title());
      assertEquals("2025-03-04", heading.published().orElseThrow().value());
    }
  }

  /// Whatever the order, all parts put back make one text, and no decision slips.
  @Test
  void allPartsOfTheSamplesComeBackInAnyOrder() {
    var random = new Random(SEED);
    try (var workbench = Workbench.open(folder.resolve("library"), true, Progress.none())) {
      workbench.add(List.of(Path.of("sample-articles")), Progress.none());
      var parts = 0;
      var all = workbench.articles();
      for (var i = 0; i < all.size(); i += 5) {
        var summary = all.get(i);
        var former = summary.id();
        workbench.confirm(workbench.findings(former).stream().map(Kept::id).toList());
        var count = workbench.article(former).orElseThrow().removed().size();
        var texts = new TreeSet<String>();
        for (var round = 0; round < 2 && count > 0; round++) {
          var id = former;
          for (var left = count; left > 0; left--) {
            var before = words(workbench, id);
            var put = workbench.restorePart(id, random.nextInt(left));
            before.removeAll(put.left().stream().map(one -> words(workbench, one)).toList());
            assertEquals(before, words(workbench, put.article()), summary.file());
            id = put.article();
            parts++;
          }
          texts.add(text(workbench, id));
          assertEquals(List.of(), workbench.article(id).orElseThrow().removed());
          for (var left = count; left > 0; left--) {
            workbench.undo();
          }
          assertEquals(former, workbench.resolve(summary.file()).orElseThrow());
        }
        assertTrue(texts.size() <= 1, () -> summary.file() + ", seed " + SEED + ": " + texts);
      }
      assertTrue(parts > 20, "only " + parts);
      assertEquals(List.of(), workbench.check(false, Progress.none()));
    }
  }

  /// The words of what a person confirmed, in the order of the text.
  private static List<String> words(Workbench workbench, ArticleId id) {
    var text = text(workbench, id);
    return new ArrayList<>(
        workbench.findings(id).stream()
            .filter(k -> k.state() == State.CONFIRMED)
            .map(k -> k.id().kind() + " " + k.finding().span().in(text))
            .toList());
  }

  private static String words(Workbench workbench, Target one) {
    var kind = one instanceof FindingId id ? id.kind() + "" : "coded";
    return kind + " " + one.span().in(text(workbench, one.article()));
  }

  private ArticleId added(Workbench workbench) {
    return workbench.add(List.of(file), Progress.none()).getFirst() instanceof Intake.Added a
        ? a.article()
        : new ArticleId("0000000000000000");
  }

  /// The place of the part about the newsletter.
  private static int part(Workbench workbench, ArticleId id) {
    return workbench.article(id).orElseThrow().removed().stream()
        .map(Removed::text)
        .toList()
        .indexOf(PART);
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
