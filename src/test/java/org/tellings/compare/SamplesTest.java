package org.tellings.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.tellings.compare.Difference.Type;

/// What is planted in the sample articles, as their README lists it, is found.
final class SamplesTest {

  /// What a planted alteration must be found as: one of these.
  private static final Map<String, Set<Type>> ALTERED =
      Map.ofEntries(
          Map.entry("quote, silently altered", Set.of(Type.DROPPED, Type.SUBSTITUTED)),
          Map.entry("quote, rewritten inside the marks", Set.of(Type.SUBSTITUTED)),
          Map.entry("quote, word dropped", Set.of(Type.DROPPED)),
          Map.entry("quote, cut in two", Set.of(Type.TRUNCATED)),
          Map.entry("quote, cut to a phrase", Set.of(Type.TRUNCATED)),
          Map.entry("quote, cut at the end", Set.of(Type.TRUNCATED)),
          Map.entry("quote, single marks", Set.of(Type.BRACKETED)),
          Map.entry("quote, words changed", Set.of(Type.SUBSTITUTED, Type.INSERTED)),
          Map.entry("quote, joined sentences", Set.of(Type.MERGED)),
          Map.entry("quote, curly marks", Set.of(Type.TYPOGRAPHY)),
          Map.entry("quote, a memo’s words given to a man", Set.of(Type.SPEAKER)),
          Map.entry("bracketed quote", Set.of(Type.BRACKETED)),
          Map.entry("bracket dropped", Set.of(Type.BRACKETED)),
          Map.entry("quote with a cut marked", Set.of(Type.ELLIPSIS)));

  private static final Utterances UTTERANCES = new Utterances();
  private static final Passages PASSAGES = new Passages();
  private static List<List<String>> rows = List.of();

  @BeforeAll
  static void compareTheSamples() throws IOException {
    for (var account : Accounts.samples()) {
      UTTERANCES.take(account);
      PASSAGES.take(account);
    }
    rows =
        Files.readAllLines(Accounts.SAMPLES.resolve("README.md")).stream()
            .filter(line -> line.startsWith("| "))
            .map(line -> line.substring(2).split(" \\| ?"))
            .filter(fields -> fields.length == 4)
            .map(List::of)
            .toList();
  }

  @Test
  void everyPlantedAlterationIsFoundAsWhatItIs() {
    var missed = new ArrayList<String>();
    var seen = 0;
    for (var row : rows) {
      var wanted = ALTERED.get(row.get(0));
      if (wanted == null) {
        continue;
      }
      seen++;
      var given =
          changed(row.get(1), row.get(2)).stream()
              .flatMap(telling -> telling.changes().stream())
              .map(Difference::type)
              .collect(Collectors.toSet());
      if (given.stream().noneMatch(wanted::contains)) {
        missed.add(row.get(0) + " | " + row.get(1) + " | " + row.get(2) + ": " + given);
      }
    }
    assertEquals(List.of(), missed);
    assertTrue(seen >= 15, "too few rows of the README are read: " + seen);
  }

  @Test
  void theSameWordsGivenToAnotherAreOneUtterance() {
    var tellings = tellings("morrow_2025-01-28_live.html", "what DeepSeat did here");
    assertTrue(has(tellings, Type.SPEAKER), tellings::toString);
    var prevented = utterances("morrow_2025-01-28_live.html", "try and prevent distillation");
    assertTrue(
        prevented.stream().anyMatch(utterance -> has(utterance.tellings(), Type.SPEAKER)),
        prevented::toString);
  }

  @Test
  void twoStatementsOfOneCompanyStayTwo() {
    var constantly =
        utterances("pacific-wire_2025-01-29_openai-reviewing.txt", "constantly trying");
    var reviewing = utterances("pacific-wire_2025-01-29_openai-reviewing.txt", "reviewing indic");
    assertEquals(1, constantly.size());
    assertEquals(1, reviewing.size());
    assertFalse(constantly.equals(reviewing));
    assertTrue(constantly.getFirst().outlets().size() >= 6);
    assertTrue(reviewing.getFirst().outlets().size() >= 5);
  }

  @Test
  void theWireIsWhereTheCopiedPassagesBegan() {
    var wire = "pacific-wire_2025-01-29_openai-reviewing.txt";
    var seen = 0;
    for (var row : rows) {
      if (!row.get(3).contains("passage shared with " + wire)) {
        continue;
      }
      seen++;
      var words = row.get(2).substring(0, 20);
      var passage =
          PASSAGES.things().stream()
              .filter(p -> stands(p, row.get(1), words) && stands(p, wire, words))
              .findFirst()
              .orElseThrow(() -> new AssertionError(row.toString()));
      assertEquals(passage.places().getFirst().file(), wire);
      assertEquals(passage.places().getFirst().article(), passage.direction().orElseThrow());
    }
    assertEquals(2, seen);
  }

  @Test
  void aPullQuoteIsAPassageRepeatedWithin() {
    assertTrue(
        PASSAGES.things().stream()
            .anyMatch(p -> p.repeatsWithin() && stands(p, "meridian_2025-01-28", "legit")));
  }

  @Test
  void theNoteThatAllIsMadeUpIsBoilerplate() {
    assertEquals(
        List.of(),
        PASSAGES.things().stream()
            .filter(p -> p.places().stream().anyMatch(pl -> pl.text().contains("invented outlet")))
            .toList());
    assertTrue(
        PASSAGES.boilerplate().stream()
            .anyMatch(p -> p.places().getFirst().text().contains("made-up sample")));
  }

  @Test
  void everySpanHoldsTheWordsThatAreTold() throws IOException {
    var texts =
        Accounts.samples().stream()
            .map(Account::article)
            .collect(Collectors.toMap(article -> article.id(), article -> article.text()));
    var checked = 0;
    for (var utterance : UTTERANCES.things()) {
      var full = texts.getOrDefault(utterance.fullest().article(), "");
      for (var telling : utterance.tellings()) {
        var here = texts.getOrDefault(telling.id().article(), "");
        for (var run : telling.runs()) {
          run.fullestAt().ifPresent(at -> assertEquals(run.fullest(), at.in(full)));
          run.hereAt().ifPresent(at -> assertEquals(run.here(), at.in(here)));
          checked++;
        }
      }
    }
    assertTrue(checked > 100, "too few runs: " + checked);
  }

  private static boolean has(List<Wording> tellings, Type type) {
    return tellings.stream().flatMap(t -> t.changes().stream()).anyMatch(c -> c.type() == type);
  }

  private static boolean stands(Passage passage, String file, String words) {
    return passage.places().stream()
        .anyMatch(pl -> pl.file().startsWith(file) && plain(pl.text()).contains(plain(words)));
  }

  private static List<Wording> tellings(String file, String words) {
    return utterances(file, words).stream()
        .flatMap(utterance -> utterance.tellings().stream())
        .filter(telling -> tells(telling, file, words))
        .toList();
  }

  /// The tellings with these words; where that is the fullest, the others, which differ from it.
  private static List<Wording> changed(String file, String words) {
    var tellings = new ArrayList<Wording>();
    for (var utterance : utterances(file, words)) {
      var whole = tells(utterance.fullestTelling(), file, words);
      utterance.tellings().stream()
          .filter(telling -> whole || tells(telling, file, words))
          .forEach(tellings::add);
    }
    return tellings;
  }

  private static List<Utterance> utterances(String file, String words) {
    return UTTERANCES.things().stream()
        .filter(u -> u.tellings().stream().anyMatch(telling -> tells(telling, file, words)))
        .toList();
  }

  /// The README may quote a few words around the quote, or only some of it.
  private static boolean tells(Wording telling, String file, String words) {
    var text = plain(telling.text());
    var planted = plain(words);
    return telling.first().file().equals(file)
        && (text.contains(planted) || text.length() > 20 && planted.contains(text));
  }

  private static String plain(String text) {
    return text.replace('’', '\'').replaceAll("\\s+", " ").replaceAll("[.,]$", "");
  }
}
