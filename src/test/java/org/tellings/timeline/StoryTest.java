package org.tellings.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Kept;
import org.tellings.model.Outlet;
import org.tellings.model.State;
import org.tellings.timeline.StoryPage.Look;

/// A story is told of confirmed findings alone, and each of its sentences opens characters.
final class StoryTest {

  private static final Glossary GLOSSARY = Glossary.of("sluice, sluices: A gate.\n");
  private final List<Story.Read> articles = new ArrayList<>();

  /// Reads an article; what fits is confirmed.
  private List<Kept> read(String outlet, String day, String text, Predicate<String> confirmed) {
    var heading =
        Heading.NONE
            .withTitle("Title in " + outlet)
            .withOutlet(new Outlet(outlet))
            .withPublished(Optional.of(new Dated(day, "test")));
    var article = Article.of(outlet + ".txt", heading, text, List.of());
    var kept =
        Extractors.extractAll(article).stream()
            .map(
                f ->
                    new Kept(
                        new FindingId(article.id(), f.kind(), f.span()),
                        confirmed.test(f.span().in(text)) ? State.CONFIRMED : State.MACHINE,
                        f,
                        Optional.of(f),
                        "",
                        List.of()))
            .toList();
    articles.add(new Story.Read(article, kept));
    return kept;
  }

  private Story story(Map<FindingId, String> names) {
    return Story.of(articles, new Story.Said(List.of(), names, Map.of()), GLOSSARY);
  }

  @Test
  void tellsNothingThatNobodyConfirmed() {
    read("Echo", "2025-02-06", "The council opened the sluice on 5 February 2025.", _ -> false);
    assertEquals(List.of(), story(Map.of()).pages());
    assertEquals(List.of(), story(Map.of()).loose());
  }

  @Test
  void aConfirmedDateMakesAPageWithItsSentence() {
    read(
        "Echo",
        "2025-02-06",
        "The council opened the sluice on 5 February 2025. It cost $3 million.",
        words -> words.equals("5 February 2025"));
    var page = story(Map.of()).pages().getFirst();
    assertEquals("2025-02-05", page.when().edtf());
    assertEquals(
        "Echo: The council opened the sluice on 5 February 2025.",
        page.body().getFirst().getFirst().text().strip());
    assertEquals(List.of("sluice"), page.terms().stream().map(Term::word).toList());
    assertEquals(1, page.sources().size());
    assertTrue(
        page.lines().stream().noneMatch(line -> line.text().contains("$3")),
        "the figure was not confirmed");
  }

  @Test
  void aNameIsASentenceWhoseWordsOpenWhereTheyStand() {
    var kept =
        read(
            "Echo",
            "2025-02-06",
            "On 5 February 2025 Ada Reed spoke. “We shall dredge the harbour again,” said Ada"
                + " Reed.",
            words -> words.startsWith("5 Feb") || words.startsWith("We shall"));
    var quote = kept.stream().filter(k -> k.finding() instanceof Finding.Quote).findFirst();
    var id = quote.orElseThrow().id();
    var page =
        story(Map.of(id, "Reed wants to “dredge the harbour” and not to “sell it”.")).pages();
    var line = page.getFirst().body().getFirst().getFirst();
    assertTrue(line.byHand());
    assertEquals(List.of(id), line.cites().stream().map(StoryPage.Cite::at).toList());
    var theirs = line.pieces().stream().filter(p -> p.look() == Look.QUOTE).toList();
    assertEquals(1, theirs.size(), "words that no article has stay ours");
    assertEquals("“dredge the harbour”", theirs.getFirst().words());
    assertEquals(Optional.of(id), theirs.getFirst().at());
  }

  @Test
  void outletsThatPrintOtherWordsDiffer() {
    Predicate<String> confirmed =
        words -> words.contains("February") || words.startsWith("We shall dredge");
    read(
        "Echo",
        "2025-02-06",
        "“We shall dredge the whole old harbour before the next winter,” said Ada Reed on 5"
            + " February.",
        confirmed);
    read(
        "Herald",
        "2025-02-07",
        "“We shall dredge the harbour before the next winter,” said Ada Reed on 5 February.",
        confirmed);
    var page = story(Map.of()).pages().getFirst();
    assertEquals(2, page.sources().size());
    assertTrue(
        page.differing().stream()
            .anyMatch(line -> line.text().startsWith("Herald leaves out “whole old”")),
        () -> page.differing().toString());
    assertTrue(page.agreed().stream().anyMatch(line -> line.text().contains("date it to")));
  }

  @Test
  void whatHasNoConfirmedDateInItsArticleIsLoose() {
    read(
        "Echo",
        "2025-02-06",
        "“We shall dredge the harbour again,” said Ada Reed.",
        words -> words.startsWith("We shall"));
    var story = story(Map.of());
    assertEquals(List.of(), story.pages());
    assertTrue(story.loose().stream().anyMatch(t -> t.text().startsWith("We shall")));
  }
}
