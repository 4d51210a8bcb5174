package org.tellings.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tellings.compare.Account;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Heading;
import org.tellings.model.Outlet;

/// Ten thousand events: how long they take is printed, not judged.
final class SizeTest {

  private static final int ARTICLES = 3_600;
  private static final int EACH = 5;

  private static final String[] WHO =
      "council mayor harbour school farmers dairy bakers museum library orchestra ferry miners pilots"
          .split(" ");
  private static final String[] DID =
      "closed opened painted measured sold repaired flooded visited planted counted moved insured"
          .split(" ");
  private static final String[] WHAT =
      "bridge quay tower lighthouse orchard tunnel station market chapel depot canal theatre mill"
          .split(" ");

  @Test
  void tenThousandEvents() {
    var random = new Random(10_000);
    var day = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    List<Account> accounts = new ArrayList<>();
    for (var i = 0; i < ARTICLES; i++) {
      var text = new StringBuilder();
      for (var k = 0; k < EACH; k++) {
        var number = random.nextInt(16_000);
        var words = new Random(number * 0x9E3779B97F4A7C15L);
        text.append("The ")
            .append(WHO[words.nextInt(WHO.length)])
            .append(" of ")
            .append(place(number))
            .append(' ')
            .append(DID[words.nextInt(DID.length)])
            .append(" the ")
            .append(WHAT[words.nextInt(WHAT.length)])
            .append(" on ")
            .append(LocalDate.of(2020, 1, 1).plusDays(words.nextInt(2_000)).format(day))
            .append(".\n\n");
      }
      accounts.add(
          Accounts.of(
              Article.of(
                  "size-" + i + ".txt",
                  Heading.NONE
                      .withOutlet(new Outlet("Outlet " + i % 40))
                      .withPublished(Optional.of(new Dated("2025-12-31", "test"))),
                  text.toString(),
                  List.of())));
    }
    var timeline = new Timeline();
    var start = System.nanoTime();
    accounts.forEach(timeline::take);
    var taken = System.nanoTime();
    var events = timeline.events();
    var made = System.nanoTime();
    timeline.leave(accounts.getFirst().article().id());
    timeline.take(accounts.getFirst());
    assertEquals(events, timeline.events());
    var again = System.nanoTime();
    var anomalies = timeline.anomalies().size();
    var checked = System.nanoTime();
    System.out.println(
        String.format(
            Locale.ROOT,
            "timeline of %d articles: %d events; articles taken in %d ms, events made in %d ms, one"
                + " article taken anew in %d ms, %d anomalies in %d ms",
            ARTICLES,
            events.size(),
            (taken - start) / 1_000_000,
            (made - taken) / 1_000_000,
            (again - made) / 1_000_000,
            anomalies,
            (checked - again) / 1_000_000));
    assertTrue(events.size() > 9_000, "events " + events.size());
  }

  /// An invented place.
  private static String place(int number) {
    var name = new StringBuilder();
    for (var rest = number + 400; rest > 0; rest /= 20) {
      name.append("bcdfghklmnprstvwzjyx".charAt(rest % 20)).append("aeiou".charAt(rest % 5));
    }
    return Character.toUpperCase(name.charAt(0)) + name.substring(1) + "ham";
  }
}
