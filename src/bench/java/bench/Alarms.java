package bench;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.tellings.compare.Account;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Kept;
import org.tellings.model.Outlet;
import org.tellings.model.State;
import org.tellings.timeline.Anomaly;
import org.tellings.timeline.Timeline;

/// How often the rules on dates raise an alarm where nothing is wrong: stories of twenty-five
/// articles by twenty outlets, in each of which happenings are told in other words and with other
/// precision, all of them rightly. One happening in five is told like another of another day.
/// Prints a Markdown table; `loud` prints each alarm.
final class Alarms {

  private static final long SEED = 20250127;
  private static final int ARTICLES_OF_A_STORY = 25;
  private static final int HAPPENINGS = 10;
  private static final int TOLD = 5;
  private static final int OUTLETS = 20;

  private Alarms() {}

  public static void main(String[] args) {
    var count = Integer.parseInt(args[0]);
    var loud = args.length > 1 && args[1].equals("loud");
    var random = new Random(SEED);
    var timeline = new Timeline();
    var begin = System.nanoTime();
    for (var made = 0; made < count; made += ARTICLES_OF_A_STORY) {
      story(random, made).forEach(timeline::take);
    }
    var taken = System.nanoTime();
    var events = timeline.events();
    var clustered = System.nanoTime();
    var alarms = timeline.anomalies();
    var ruled = System.nanoTime();
    Map<Anomaly.Type, Integer> counts = new EnumMap<>(Anomaly.Type.class);
    alarms.forEach(alarm -> counts.merge(alarm.type(), 1, Integer::sum));
    System.out.printf(
        Locale.ROOT,
        "seed %d, %d articles, %d events; reading %.1f s, events %.1f s, rules %.1f s%n%n",
        SEED,
        count,
        events.size(),
        (taken - begin) / 1e9,
        (clustered - taken) / 1e9,
        (ruled - clustered) / 1e9);
    System.out.println("| rule | false alarms | per 20 articles |\n|---|---|---|");
    for (var type : Anomaly.Type.values()) {
      row(type.word(), counts.getOrDefault(type, 0), count);
    }
    row("all", alarms.size(), count);
    if (loud) {
      for (var alarm : alarms) {
        System.out.println(alarm.type().word() + ": " + alarm.why());
        alarm
            .spans()
            .forEach(place -> System.out.println("    " + place.file() + ": " + place.text()));
      }
    }
  }

  private static void row(String rule, int alarms, int articles) {
    System.out.printf(Locale.ROOT, "| %s | %d | %.3f |%n", rule, alarms, 20.0 * alarms / articles);
  }

  private static List<Account> story(Random random, int number) {
    var story = new Story(random);
    var first = LocalDate.of(2025, 1, 6).plusDays(random.nextInt(300));
    List<LocalDate> days = new ArrayList<>();
    for (var i = 0; i < HAPPENINGS; i++) {
      days.add(first.plusDays(random.nextInt(45)));
    }
    days.sort(null);
    var happenings = story.happenings(days);
    List<Account> accounts = new ArrayList<>();
    for (var i = 0; i < ARTICLES_OF_A_STORY; i++) {
      var printed = first.plusDays(10 + random.nextInt(50));
      var text = new StringBuilder();
      var past = happenings.stream().filter(one -> one.day().isBefore(printed)).toList();
      for (var told = 0; told < TOLD && !past.isEmpty(); told++) {
        text.append(story.told(past.get(random.nextInt(past.size())), printed))
            .append(' ')
            .append(story.plain())
            .append("\n\n")
            .append(story.statement())
            .append(' ')
            .append(story.claim())
            .append("\n\n");
      }
      text.append(story.plain());
      var heading =
          Heading.NONE
              .withOutlet(new Outlet("Outlet " + i % OUTLETS))
              .withPublished(Optional.of(new Dated(printed.toString(), "bench")));
      accounts.add(
          account(
              Article.of(
                  "story-%06d.txt".formatted(number + i), heading, text.toString(), List.of())));
    }
    return accounts;
  }

  private static Account account(Article article) {
    return new Account(
        article,
        Extractors.extractAll(article).stream()
            .map(
                found ->
                    new Kept(
                        new FindingId(article.id(), found.kind(), found.span()),
                        State.MACHINE,
                        found,
                        Optional.of(found),
                        "",
                        List.of()))
            .toList());
  }
}
