package org.tellings.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tellings.compare.Account;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Heading;
import org.tellings.model.Outlet;
import org.tellings.model.Removed;
import org.tellings.timeline.Anomaly.Suggestion;
import org.tellings.timeline.Anomaly.Type;

/// Dates that cannot be so: those planted in the sample articles, and each rule by itself.
final class AnomalyTest {

  /// What is planted, by the words of the list, and the rule that finds it.
  private static final Map<String, Type> PLANTED =
      Map.of(
          "article dated before what it describes", Type.DATED_BEFORE_EVENT,
          "article updated before it was published", Type.UPDATED_BEFORE_PUBLISHED,
          "wrong weekday", Type.WEEKDAY_MISMATCH,
          "wrong date of a model", Type.PRODUCT_BEFORE_RELEASE,
          "wrong date of a document", Type.DATE_CONFLICT);

  /// Of the rows on offices those that are wrong on their day, by their last words.
  private static final List<String> OFFICES =
      List.of("he was president on that day", "he was the nominee");

  private static List<Anomaly> samples() throws IOException {
    var timeline = new Timeline();
    Accounts.samples().forEach(timeline::take);
    return timeline.anomalies();
  }

  @Test
  void everyPlantedOneIsFoundAndHardlyAnyOther() throws IOException {
    var all = new ArrayList<>(samples());
    if (System.getenv("GOLD_LOUD") != null) {
      all.forEach(
          a -> {
            System.out.println(a.type().word() + ": " + a.why());
            a.spans().forEach(p -> System.out.println("    " + p.file() + ": " + p.text()));
          });
    }
    List<String> missing = new ArrayList<>();
    Set<String> files = new HashSet<>();
    var planted = 0;
    for (var line : Files.readAllLines(Path.of("sample-articles/README.md"))) {
      var cells = line.split(" \\| ", 4);
      if (!line.startsWith("| ") || cells.length < 4) {
        continue;
      }
      var type = Optional.ofNullable(PLANTED.get(cells[0].substring(2)));
      if (OFFICES.stream().anyMatch(cells[3]::contains)) {
        type = Optional.of(Type.OFFICE);
      }
      if (type.isPresent()) {
        planted++;
        var wanted = type.get();
        var file = cells[1];
        if (all.stream()
            .noneMatch(
                a ->
                    a.type() == wanted
                        && a.spans().stream().anyMatch(p -> p.file().equals(file)))) {
          missing.add(line);
        }
        files.add(file);
      }
    }
    assertEquals(List.of(), missing);
    assertEquals(7, planted);
    all.removeIf(a -> a.spans().stream().anyMatch(p -> files.contains(p.file())));
    // an article without its date that counts from it is planted too, as one without a title
    all.removeIf(a -> a.type() == Type.RELATIVE_DATE_WITHOUT_ANCHOR);
    System.out.println("anomalies of the samples: " + planted + " planted, false alarms " + all);
    assertTrue(all.size() <= 1, all::toString);
  }

  @Test
  void soundArticlesRaiseHardlyAny() throws IOException {
    for (var half : List.of("tuning", "held")) {
      var accounts = EventGoldTest.accounts(half);
      var timeline = new Timeline();
      accounts.forEach(timeline::take);
      var alarms = timeline.anomalies();
      System.out.println(
          "false alarms on the sound texts of "
              + half
              + ": "
              + alarms.size()
              + " in "
              + accounts.size());
      if (half.equals("tuning")) {
        alarms.forEach(alarm -> System.out.println("    " + alarm.why()));
      }
      assertTrue(20 * alarms.size() <= accounts.size(), half + " " + alarms.size());
    }
  }

  private static Account account(String outlet, String published, String text) {
    return Accounts.of(
        Article.of(
            outlet + ".txt",
            Heading.NONE
                .withOutlet(new Outlet(outlet))
                .withPublished(
                    Optional.of(published)
                        .filter(p -> !p.isEmpty())
                        .map(p -> new Dated(p, "test"))),
            text,
            List.of()));
  }

  private static List<Type> types(Account... accounts) {
    var timeline = new Timeline();
    for (var account : accounts) {
      timeline.take(account);
    }
    return timeline.anomalies().stream().map(Anomaly::type).toList();
  }

  @Test
  void eachRuleFindsItsCase() {
    assertEquals(
        List.of(Type.DATED_BEFORE_EVENT),
        types(
            account("Echo", "2025-02-01", "The bridge was closed to lorries on 5 February 2025.")));
    assertEquals(
        List.of(Type.WEEKDAY_MISMATCH),
        types(
            account("Echo", "2025-02-07", "The bridge was closed on Thursday, 5 February 2025.")));
    assertEquals(
        List.of(Type.RELATIVE_DATE_WITHOUT_ANCHOR),
        types(account("Echo", "", "The bridge was closed to lorries last Tuesday.")));
    assertEquals(
        List.of(Type.PRODUCT_BEFORE_RELEASE),
        types(account("Echo", "2025-02-07", "DeepSeek released R1 in December 2024.")));
    assertEquals(
        List.of(Type.OFFICE),
        types(account("Echo", "2025-01-30", "Commerce Secretary Howard Lutnick spoke of theft.")));
    assertEquals(
        List.of(Type.OFFICE),
        types(
            account("Echo", "2025-01-30", "It was former President Trump who signed the order.")));
    assertEquals(
        List.of(Type.DATE_CONFLICT),
        types(
            account(
                "Echo", "2025-03-07", "The council closed the Wherry Bridge on 5 February 2025."),
            account(
                "Herald",
                "2025-03-08",
                "The council closed the Wherry Bridge on 5 January 2025.")));
  }

  @Test
  void whatIsRightIsLeftAlone() {
    assertEquals(
        List.of(),
        types(
            account("Echo", "2025-02-01", "The bridge will be closed on 5 February 2025."),
            account("Herald", "2025-02-07", "The bridge was closed on Wednesday, 5 February 2025."),
            account(
                "Ferry", "2025-01-30", "Howard Lutnick, nominated as Commerce Secretary, spoke."),
            account("Post", "2025-01-30", "President Trump signed an order on 23 January 2025."),
            account(
                "Ship", "2025-04-01", "Howard Lutnick, the Commerce Secretary, spoke in January."),
            account("Boat", "2025-02-07", "DeepSeek released R1 on 20 January 2025.")));
  }

  private static List<Type> dates(String one, String other) {
    return types(account("Echo", "2025-03-07", one), account("Herald", "2025-03-08", other));
  }

  @Test
  void timesOfOneThingThatShareNoDayAreToldApart() {
    var one = "The council closed the Wherry Bridge in early February 2025.";
    for (var other :
        List.of(
            "The council closed the Wherry Bridge on 20 January 2025.",
            "The Wherry Bridge was closed by the council in late December 2024.",
            "The council closed the Wherry Bridge in December 2024.",
            "In February 2024 the council closed the Wherry Bridge.")) {
      assertEquals(List.of(Type.DATE_CONFLICT), dates(one, other), other);
      assertEquals(List.of(Type.DATE_CONFLICT), dates(other, one), other);
    }
    assertEquals(
        List.of(Type.DATE_CONFLICT),
        dates(
            "Ellery Dairy bought the Marsh Farm in 2019.",
            "The Marsh Farm was bought by Ellery Dairy in 2018."));
  }

  @Test
  void timesThatCanMeanOneDayAreSilent() {
    var one = "The council closed the Wherry Bridge in early February 2025.";
    for (var other :
        List.of(
            "The council closed the Wherry Bridge on 3 February 2025.",
            "The council closed the Wherry Bridge in February 2025.",
            "The council closed the Wherry Bridge in late January 2025.",
            "The council closed the Wherry Bridge in 2025.",
            "The council closed the Wherry Bridge by March 2025.",
            "The council closed the Wherry Bridge after 20 January 2025.")) {
      assertEquals(List.of(), dates(one, other), other);
    }
  }

  @Test
  void whatIsAnotherThingOrAPlanIsSilent() {
    var one = "The council closed the Wherry Bridge in early February 2025.";
    for (var other :
        List.of(
            "The council will close the Wherry Bridge in April 2025.",
            "The council closed the Wherry Bridge again on 26 February 2025.",
            "The council opened the Marsh Farm in January 2025.",
            "The council closed the Wherry Bridge in January 2025. It opened again, and the"
                + " council closed the Wherry Bridge in early February 2025.",
            "The council closed the Wherry Bridge in 1998.")) {
      assertEquals(List.of(), dates(one, other), other);
    }
  }

  private static List<Type> captured(
      String published, String updated, String captured, String text) {
    var heading =
        Heading.NONE
            .withPublished(dated(published))
            .withUpdated(dated(updated))
            .withCaptured(dated(captured));
    var timeline = new Timeline();
    timeline.take(Accounts.of(Article.of("echo.html", heading, text, List.of())));
    return timeline.anomalies().stream().map(Anomaly::type).toList();
  }

  private static Optional<Dated> dated(String value) {
    return Optional.of(value).filter(v -> !v.isEmpty()).map(v -> new Dated(v, "test"));
  }

  @Test
  void nobodySavesAPageBeforeItIsPrintedOrChanged() {
    var plain = "The bridge was closed to lorries.";
    var early = List.of(Type.CAPTURED_BEFORE_PUBLISHED);
    assertEquals(early, captured("2025-01-28T10:00Z", "", "2025-01-28T09:59:30Z", plain));
    assertEquals(early, captured("2025-01-28", "", "2025-01-26", plain));
    assertEquals(early, captured("2025-02", "", "2025-01-20", plain));
    assertEquals(early, captured("2025-01-28", "2025-03-03", "2025-02-20", plain));
    assertEquals(List.of(), captured("2025-01-28T10:00Z", "", "2025-01-28T11:00+01:00", plain));
    assertEquals(List.of(), captured("2025-01-28", "", "2025-01-27T18:00Z", plain)); // in Auckland
    assertEquals(List.of(), captured("2025-01-28", "2025-02-20", "2025-02-20", plain));
    assertEquals(List.of(), captured("2025-01-28", "", "2025-01", plain));
  }

  @Test
  void whatIsToldAsPastCameBeforeTheCaptureWhereNoDayOfPublicationIsKnown() {
    var text = "The bridge was closed to lorries on 18 January 2025.";
    assertEquals(List.of(Type.DATED_BEFORE_EVENT), captured("", "", "2025-01-15", text));
    assertEquals(List.of(), captured("", "", "2025-01-17", text));
    assertEquals(List.of(), captured("", "", "2025-02-15", text));
    assertEquals(
        List.of(),
        captured("", "", "2025-01-15", "The bridge will be closed to lorries on 18 January 2025."));
  }

  private static Optional<LocalDate> suggested(String url, String printed, String text) {
    var heading =
        new Heading(
            "",
            "",
            new Outlet("Echo"),
            Optional.of(new Dated("2025-01-20", "test")),
            Optional.empty(),
            Optional.empty(),
            url,
            "");
    var removed = printed.isEmpty() ? List.<Removed>of() : List.of(new Removed(printed, "test", 0));
    var timeline = new Timeline();
    timeline.take(Accounts.of(Article.of("echo.html", heading, text, removed)));
    var found = timeline.anomalies();
    assertEquals(List.of(Type.DATE_CONFLICT), found.stream().map(Anomaly::type).toList());
    return found.getFirst().suggested().map(Suggestion::when);
  }

  @Test
  void aPageWhoseDatesDisagreeOffersTheLikelierOne() {
    var plain = "The bridge was closed to lorries.";
    var other = Optional.of(LocalDate.of(2025, 1, 28));
    assertEquals(other, suggested("https://echo.test/2025/01/28/bridge", "", plain));
    assertEquals(other, suggested("", "28 January 2025", plain));
    assertEquals(
        Optional.empty(), suggested("https://echo.test/2025/01/28/b", "20 January 2025", plain));
    assertEquals(
        Optional.empty(),
        suggested("", "12 January 2025", "The bridge was closed on 18 January 2025."));
  }
}
