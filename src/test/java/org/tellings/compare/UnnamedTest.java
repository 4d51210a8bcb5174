package org.tellings.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Heading;
import org.tellings.model.Outlet;

/// The ledger of unnamed sources: which tellings are one source, and what rests on it alone.
final class UnnamedTest {

  private static final String QUOTE =
      "“The bolts on the north span were loose all through the winter,” said ";

  @Test
  void theSameWordingForTheSameWordsIsOneSource() {
    var sources =
        unnamed(
            account("Ellery Echo", "2031-03-04", QUOTE + "a worker at the yard."),
            account("Daily Ferry", "2031-03-05", QUOTE + "a worker at the yard."),
            account(
                "Harbour Lamp",
                "2031-03-06",
                "“Nobody has paid us since the autumn,” said a worker at the yard."));
    assertEquals(
        List.of(List.of("Ellery Echo", "Daily Ferry"), List.of("Harbour Lamp")),
        sources.stream().map(UnnamedTest::outlets).toList());
    assertEquals("a worker at the yard", sources.getFirst().text());
    assertEquals(Optional.of("worker at the yard"), sources.getFirst().position());
  }

  @Test
  void aThirdIsToldWithTheSourceItLeansOn() {
    var sources =
        unnamed(
            account(
                "Ellery Echo",
                "2031-03-04",
                "Two American officials said the cable was ready. A third said it was not."));
    assertEquals(
        List.of("Two American officials", "A third (after “Two American officials”)"),
        sources.stream().map(Unnamed::text).toList());
    assertEquals("A third", sources.getLast().tellings().getFirst().text());
  }

  @Test
  void anotherWordingIsAnotherSource() {
    var sources =
        unnamed(
            account("Ellery Echo", "2031-03-04", QUOTE + "a worker at the yard."),
            account("Daily Ferry", "2031-03-05", QUOTE + "a man who knows the bridge."));
    assertEquals(2, sources.size());
  }

  @Test
  void whatANamedSourceSaysTooDoesNotRestOnAnUnnamedOneAlone() {
    var first = account("Ellery Echo", "2031-03-04", QUOTE + "a worker at the yard.");
    assertEquals(1, unnamed(first).getFirst().only().size());
    var copy = account("Daily Ferry", "2031-03-05", QUOTE + "a worker at the yard.");
    assertEquals(1, unnamed(first, copy).getFirst().only().size());
    var named = account("Harbour Lamp", "2031-03-06", QUOTE + "Harald Voss, the city engineer.");
    assertEquals(List.of(), unnamed(first, named).getFirst().only());
  }

  @Test
  void itIsSaidWhoConfirmsAndWhetherThatWasLater() {
    var first = account("Ellery Echo", "2031-03-04", QUOTE + "a worker at the yard.");
    var named = account("Harbour Lamp", "2031-03-06", QUOTE + "Harald Voss, the city engineer.");
    var confirmed = unnamed(first, named).getFirst().confirmed();
    assertEquals(
        List.of("Harald Voss in Harbour Lamp, later true"),
        confirmed.stream().map(UnnamedTest::line).toList());
    var before = account("Harbour Lamp", "2031-03-02", QUOTE + "Harald Voss, the city engineer.");
    assertEquals(
        List.of("Harald Voss in Harbour Lamp, later false"),
        unnamed(first, before).getFirst().confirmed().stream().map(UnnamedTest::line).toList());
    assertEquals(List.of(), unnamed(first).getFirst().confirmed());
    for (var day : List.of("2031-03-04T08:00Z", "2031-03")) {
      var same = account("Harbour Lamp", day, QUOTE + "Harald Voss, the city engineer.");
      assertEquals(
          List.of("Harald Voss in Harbour Lamp, later cannot say"),
          unnamed(first, same).getFirst().confirmed().stream().map(UnnamedTest::line).toList());
    }
  }

  private static String line(Unnamed.Confirmed one) {
    return one.by()
        + " in "
        + one.telling().outlet().name()
        + ", later "
        + one.later().map(String::valueOf).orElse("cannot say");
  }

  @Test
  void severalWhoLaterSpeakAsOneAreToldToBeOne() {
    assertEquals(
        Optional.of("the source"),
        single(
            "The yard knew of the loose bolts, sources close to the yard said. It had known since"
                + " the autumn, the source said."));
    assertEquals(
        Optional.of("the person"),
        single(
            "The yard knew of the loose bolts, according to people familiar with the repairs."
                + " “Nobody did a thing,” the person added."));
    assertEquals(
        Optional.empty(),
        single(
            "The yard knew of the loose bolts, sources close to the yard said. It had known since"
                + " the autumn, the sources said. The source of the noise was a pump."),
        "still several, and a source that speaks not");
    assertEquals(
        Optional.empty(),
        single(
            "The yard knew of the loose bolts, sources close to the yard said. A source at the"
                + " port denied it. The port was not told, the source said."),
        "another one");
    assertEquals(
        Optional.empty(),
        single(
            "The yard knew of the loose bolts, two people familiar with the repairs said. It had"
                + " known since the autumn, one of the people said."),
        "one of two");
  }

  /// The words by which the first source of a text turns out to be one.
  private static Optional<String> single(String text) {
    return unnamed(account("Ellery Echo", "2031-03-04", text))
        .getFirst()
        .single()
        .map(p -> p.text());
  }

  @Test
  void everySpanHoldsTheWordingThatIsTold() throws IOException {
    var texts =
        Samples.accounts().stream()
            .map(Account::article)
            .collect(Collectors.toMap(Article::id, Article::text));
    for (var source : samples()) {
      for (var place : source.tellings()) {
        assertEquals(place.text(), place.span().in(texts.getOrDefault(place.article(), "")));
      }
    }
  }

  /// Rows of the samples' README that tell of unnamed sources: one stands near the words, as many
  /// as the row says, with a reason where it says that one is told.
  @Test
  void theSourcesOfTheSamplesAreFoundAsTheirReadmeSays() throws IOException {
    var sources = samples();
    var texts =
        Samples.accounts().stream()
            .map(Account::article)
            .collect(Collectors.toMap(Article::file, Article::text));
    List<String> missed = new ArrayList<>();
    var seen = 0;
    for (var row : Samples.rows()) {
      if (!row.planted().startsWith("unnamed source")) {
        continue;
      }
      seen++;
      var text = texts.getOrDefault(row.file(), "").replaceAll("\\s", " ");
      var at = text.indexOf(row.words());
      assertTrue(at >= 0, row::toString);
      var near =
          sources.stream()
              .filter(source -> stands(source, row.file(), at, at + row.words().length()))
              .toList();
      var reason = row.expected().contains("why") || row.expected().contains("reason");
      var two = row.expected().startsWith("two");
      if (near.isEmpty()
          || reason && near.stream().allMatch(source -> source.reason().isEmpty())
          || two && near.stream().mapToInt(source -> source.count().orElse(2)).sum() < 2) {
        missed.add(row + ": " + near);
      }
    }
    assertEquals(List.of(), missed);
    assertTrue(seen >= 15, "too few rows of the README are read: " + seen);
  }

  private static boolean stands(Unnamed source, String file, int from, int to) {
    return source.tellings().stream()
        .anyMatch(
            place ->
                place.file().equals(file)
                    && place.span().start() < to + 120
                    && place.span().end() > from - 280);
  }

  private static List<Unnamed> samples() throws IOException {
    return unnamed(Samples.accounts().toArray(Account[]::new));
  }

  private static List<Unnamed> unnamed(Account... accounts) {
    var comparison = new Comparison();
    for (var account : accounts) {
      comparison.take(account);
    }
    return comparison.unnamed();
  }

  private static List<String> outlets(Unnamed source) {
    return source.tellings().stream().map(place -> place.heading().outlet().name()).toList();
  }

  private static Account account(String outlet, String day, String text) {
    var heading =
        Heading.NONE
            .withOutlet(new Outlet(outlet))
            .withPublished(Optional.of(new Dated(day, "test")));
    return Accounts.of(
        Article.of(
            outlet + ".txt", heading, text + "\n\nPrinted at the works of " + outlet, List.of()));
  }
}
