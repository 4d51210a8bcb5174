package org.tellings.compare;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Finding.Form;
import org.tellings.model.Finding.Quote;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Outlet;
import org.tellings.model.Span;
import org.tellings.model.Speaker;
import org.tellings.model.Speaker.SpeakerKind;
import org.tellings.model.State;

/// Utterances are found and compared as `gold/compare/` says, and no trap is merged.
///
/// The held half never says where it is wrong.
final class UtteranceGoldTest {

  private static final Path GOLD = Path.of("src/test/resources/gold/compare");

  /// One telling as the gold file has it; `cluster` counts the cases of the file.
  private record Line(
      int cluster, boolean trap, Account account, FindingId id, Optional<Set<String>> changes) {}

  @ParameterizedTest
  @MethodSource("org.tellings.compare.GoldParts#asked")
  void findsUtterancesAndTheirChanges(String half) throws IOException {
    var file = GOLD.resolve(half).resolve("utterances.txt");
    var score = new Score(half);
    for (var pool : pools(file)) {
      score.pool(pool);
    }
    score.print();
    if (!GoldParts.isOpen(half)) {
      return;
    }
    assertTrue(score.mergedTraps == 0, "traps merged");
    assertTrue(score.f1() >= 0.96, () -> "pairwise F1 " + score.f1());
    assertTrue(score.accuracy() >= 0.90, () -> "change types " + score.accuracy());
  }

  /// Counts pairs, traps and changes, pool by pool.
  private static final class Score {

    private final String half;
    private int found;
    private int right;
    private int wanted;
    private int traps;
    private int mergedTraps;
    private int compared;
    private int exact;
    private final Map<String, int[]> types = new TreeMap<>();

    Score(String half) {
      this.half = half;
    }

    void pool(List<Line> lines) {
      var utterances = new Utterances();
      lines.forEach(line -> utterances.take(line.account));
      var thingOf = new HashMap<FindingId, Utterance>();
      for (var thing : utterances.things()) {
        thing.tellings().forEach(telling -> thingOf.put(telling.id(), thing));
      }
      pairs(lines, thingOf);
      for (var line : lines) {
        line.changes.ifPresent(
            expected -> changes(line, expected, Objects.requireNonNull(thingOf.get(line.id))));
      }
    }

    private void pairs(List<Line> lines, Map<FindingId, Utterance> thingOf) {
      var merged = new TreeSet<Integer>();
      for (var i = 0; i < lines.size(); i++) {
        for (var k = i + 1; k < lines.size(); k++) {
          var one = lines.get(i);
          var other = lines.get(k);
          var same = one.cluster == other.cluster;
          var together = thingOf.get(one.id) == thingOf.get(other.id);
          wanted += same ? 1 : 0;
          found += together ? 1 : 0;
          right += same && together ? 1 : 0;
          if (together && !same) {
            tell("merged", one, other);
            if (one.trap) {
              merged.add(one.cluster);
            }
            if (other.trap) {
              merged.add(other.cluster);
            }
          } else if (same && !together) {
            tell("parted", one, other);
          }
        }
      }
      mergedTraps += merged.size();
      traps += (int) lines.stream().filter(Line::trap).mapToInt(Line::cluster).distinct().count();
    }

    private void changes(Line line, Set<String> expected, Utterance thing) {
      var telling = thing.telling(line.id).orElseThrow();
      var given =
          telling.changes().stream()
              .map(change -> change.type().word())
              .collect(Collectors.toCollection(TreeSet::new));
      compared++;
      for (var type : given) {
        types.computeIfAbsent(type, _ -> new int[3])[0]++;
        if (expected.contains(type)) {
          types.get(type)[2]++;
        }
      }
      for (var type : expected) {
        types.computeIfAbsent(type, _ -> new int[3])[1]++;
      }
      if (given.equals(expected)) {
        exact++;
      } else if (GoldParts.isOpen(half)) {
        System.out.println("changes: wanted " + expected + ", got " + given);
        System.out.println("  fullest: " + thing.fullestTelling().text());
        System.out.println("  here:    " + telling.text());
        telling
            .changes()
            .forEach(c -> System.out.println("    " + c.type() + " " + c.from() + " > " + c.to()));
      }
    }

    private void tell(String what, Line one, Line other) {
      if (GoldParts.isOpen(half)) {
        System.out.println(what + ": " + words(one) + "\n        " + words(other));
      }
    }

    private static String words(Line line) {
      return line.account.text(line.account.findings().getFirst());
    }

    double f1() {
      return 2.0 * right / (found + wanted);
    }

    double accuracy() {
      return (double) exact / compared;
    }

    void print() {
      System.out.printf(
          Locale.ROOT,
          "utterances %s: pairs %d, found %d, right %d, F1 %.3f; traps %d, merged %d; tellings"
              + " compared %d, all change types right %.3f%n",
          half,
          wanted,
          found,
          right,
          f1(),
          traps,
          mergedTraps,
          compared,
          accuracy());
      types.forEach(
          (type, n) ->
              System.out.printf(
                  Locale.ROOT, "  %-12s given %d, wanted %d, right %d%n", type, n[0], n[1], n[2]));
    }
  }

  private static List<List<Line>> pools(Path file) throws IOException {
    var pools = new ArrayList<List<Line>>();
    var cluster = 0;
    var trap = false;
    var lines = new ArrayList<Line>();
    for (var line : Files.readAllLines(file)) {
      if (line.startsWith("==")) {
        pools.add(List.copyOf(lines));
        lines.clear();
      } else if (line.isBlank()) {
        cluster++;
        trap = false;
      } else if (line.startsWith("# trap:")) {
        trap = true;
      } else if (!line.startsWith("#")) {
        lines.add(line(line, cluster, trap, lines.size()));
      }
    }
    pools.add(List.copyOf(lines));
    return pools;
  }

  private static Line line(String line, int cluster, boolean trap, int n) {
    var fields = line.split(" \\| ", -1);
    assertEquals(8, fields.length, line);
    var lead = fields[0] + " prints as number " + n + ": “";
    var text = lead + fields[6] + "”";
    var span = new Span(lead.length(), lead.length() + fields[6].length());
    var heading =
        Heading.NONE
            .withOutlet(new Outlet(fields[0]))
            .withPublished(Optional.of(new Dated(fields[1], "test")));
    var article = Article.of("gold-" + n + ".txt", heading, text, List.of());
    var unknown = fields[2].equals("?");
    var quote =
        new Quote(
            span,
            Form.valueOf(fields[5].toUpperCase(Locale.ROOT)),
            new Speaker(
                unknown ? Optional.empty() : Optional.of(fields[2]),
                Optional.empty(),
                unknown ? Optional.of(SpeakerKind.UNNAMED) : Optional.of(SpeakerKind.PERSON),
                told(fields[3])),
            told(fields[4]),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "test");
    var id = new FindingId(article.id(), Kind.QUOTE, span);
    var kept = new Kept(id, State.MACHINE, quote, Optional.of(quote), "", List.of());
    return new Line(
        cluster, trap, new Account(article, List.of(kept)), id, changes(fields[7].strip()));
  }

  private static Optional<String> told(String field) {
    return field.equals("-") ? Optional.empty() : Optional.of(field);
  }

  private static Optional<Set<String>> changes(String field) {
    return switch (field) {
      case "-", "fullest" -> Optional.empty();
      case "none" -> Optional.of(Set.of());
      default -> Optional.of(new TreeSet<>(List.of(field.split(", "))));
    };
  }
}
