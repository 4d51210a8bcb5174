package org.tellings.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Outlet;

/// Articles side by side: nothing is “only here” that another of them prints, and all words are of
/// these articles.
final class AlignmentTest {

  private static Account account(String outlet, String day, String text) {
    var heading =
        Heading.NONE
            .withOutlet(new Outlet(outlet))
            .withPublished(Optional.of(new Dated(day, "test")));
    return Samples.account(Article.of(outlet + ".txt", heading, text, List.of()));
  }

  private static Alignment alignment(List<Account> library, int... columns) {
    var comparison = new Comparison();
    library.forEach(comparison::take);
    return comparison.alignment(java.util.Arrays.stream(columns).mapToObj(library::get).toList());
  }

  private static Alignment.Cell cell(Alignment alignment, String words, int column) {
    return alignment.rows().stream()
        .filter(row -> row.proposition().label().contains(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError(words + " is not in " + labels(alignment)))
        .cells()
        .get(column);
  }

  private static List<String> labels(Alignment alignment) {
    return alignment.rows().stream().map(row -> row.proposition().label()).toList();
  }

  /// Two things in one sentence are one claim; the other article tells each by itself.
  @Test
  void aFigureInALongerSentenceIsPrintedHereToo() {
    var library =
        List.of(
            account(
                "Harbour Test",
                "2025-03-04",
                "The ferry companies of the north together gave up about $200 million after the"
                    + " storm closed both piers, while Voss Marine lost nearly $40 million in"
                    + " market value on Monday."),
            account(
                "Quay Test",
                "2025-03-04",
                "The market value of Voss Marine shrank by $39.6 million on Monday, and its"
                    + " chairman, Jonas Mazur, sold the two newest ships to a rival from the south."
                    + " He went home early and did not wish to be asked about it."));
    var prints = (Alignment.Prints) cell(alignment(library, 0, 1), "shrank by $39.6 million", 0);
    assertEquals("nearly $40 million", prints.tellings().getFirst().text());
    assertTrue(
        prints
            .sentences()
            .getFirst()
            .in(library.getFirst().article().text())
            .startsWith("The ferry"));
  }

  @Test
  void anotherMomentOfTheFigureIsNotThePrintedOne() {
    var library =
        List.of(
            account(
                "Harbour Test",
                "2025-03-04",
                "Voss Marine lost $12 million in market value in the first hour of Monday, and the"
                    + " ferry companies were sold as well, as were the yards that build for them."),
            account(
                "Quay Test",
                "2025-03-04",
                "The market value of Voss Marine shrank by $39.6 million by the close on Monday."
                    + " The chairman went home early and did not wish to be asked about it."));
    assertFalse(
        cell(alignment(library, 0, 1), "shrank by $39.6 million", 0) instanceof Alignment.Prints);
  }

  /// What is said in a longer quotation is no claim by itself there.
  @Test
  void aSentenceOfALongerQuotationIsPrintedHereToo() throws IOException {
    var accounts = Samples.accounts();
    var alignment =
        alignment(accounts, at(accounts, "harbor-post_sacks"), at(accounts, "klaxon_2025"));
    var prints = (Alignment.Prints) cell(alignment, "impressive model", 1);
    assertTrue(
        prints.tellings().getFirst().text().startsWith("Deepseek's R1 is an impressive model"));
    assertEquals(
        Optional.empty(),
        alignment.rows().stream()
            .filter(row -> row.proposition().label().contains("impressive model"))
            .findFirst()
            .flatMap(Alignment.Row::onlyHere));
  }

  @Test
  void theLossOfTheSamplesIsNotOnlyHere() throws IOException {
    var accounts = Samples.accounts();
    var harbor = at(accounts, "harbor-post_sacks");
    for (var other :
        List.of("quayside-financial_2025-01-28", "harbor-post_2025-01-30", "meridian_2025-01-29")) {
      var alignment = alignment(accounts, harbor, at(accounts, other));
      for (var row : alignment.rows()) {
        if (row.cells().get(1) instanceof Alignment.Here here
            && here.tellings().getFirst().telling().text().matches("(?s).*\\$(589|593|600).*")
            && here.tellings().getFirst().telling().text().contains("Nvidia")) {
          assertFalse(row.cells().getFirst() instanceof Alignment.Missing, row.toString());
        }
      }
    }
  }

  private static int at(List<Account> accounts, String file) {
    for (var i = 0; i < accounts.size(); i++) {
      if (accounts.get(i).article().file().startsWith(file)) {
        return i;
      }
    }
    throw new AssertionError(file);
  }

  @Test
  void allWordsAreOfTheArticlesSideBySide() throws IOException {
    var accounts = Samples.accounts();
    var comparison = new Comparison();
    accounts.forEach(comparison::take);
    List<String> strange = new ArrayList<>();
    for (var i = 0; i + 1 < accounts.size(); i++) {
      var two = accounts.subList(i, i + 2);
      var ids = two.stream().map(account -> account.article().id()).toList();
      var alignment = comparison.alignment(two);
      for (var row : alignment.rows()) {
        if (two.stream().noneMatch(account -> has(account, row.proposition().label()))) {
          strange.add(row.proposition().label());
        }
      }
      alignment.shared().stream()
          .flatMap(passage -> passage.places().stream())
          .filter(place -> !ids.contains(place.article()))
          .forEach(place -> strange.add(place.file() + ": " + place.text()));
      for (var quantity : alignment.figures()) {
        assertTrue(ids.contains(quantity.most().telling().article()));
        for (var word : quantity.measures().split(", ")) {
          if (two.stream().noneMatch(account -> has(account, word)) && !isOurs(word)) {
            strange.add(quantity.measures());
          }
        }
        for (var printed : quantity.tellings()) {
          var parts = printed.why().split("[“”]");
          for (var k = 1; k < parts.length; k += 2) {
            var quoted = parts[k];
            if (quoted.matches(".*\\d.*") && two.stream().noneMatch(a -> has(a, quoted))) {
              strange.add(printed.why());
            }
          }
        }
      }
    }
    assertEquals(List.of(), strange);
  }

  /// Words of our own for what is measured.
  private static boolean isOurs(String word) {
    return word.matches("figure|value|shareprice|[a-z]+");
  }

  private static boolean has(Account account, String words) {
    var text = account.article().text().replaceAll("[\\s\u00a0]+", " ");
    return text.contains(words.replaceFirst(" …$", "").strip());
  }

  @Test
  void aNameThatAPersonGaveStays() throws IOException {
    var accounts = Samples.accounts();
    var comparison = new Comparison();
    accounts.forEach(comparison::take);
    var harbor = at(accounts, "harbor-post_sacks");
    var quayside = at(accounts, "quayside-financial_2025-01-28");
    var two = List.of(accounts.get(harbor), accounts.get(quayside));
    var row =
        comparison.alignment(two).rows().stream()
            .filter(r -> r.proposition().label().contains("$1tn"))
            .findFirst()
            .orElseThrow();
    FindingId first = row.proposition().tellings().getFirst().telling().kept().id();
    comparison.labels(Map.of(first, "What all technology lost"));
    assertTrue(labels(comparison.alignment(two)).contains("What all technology lost"));
  }
}
