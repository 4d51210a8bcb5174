package bench;

import bench.Counts.Measure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// Scores the extractors on public sets that others labelled, beside the best known figures, and
/// fails where a score is below the one last acknowledged.
///
/// Arguments: the folder of the sets, the folder to write the misses to (not in the repository,
/// since they hold the sets' texts), the part of PolNeAR (`dev`, `train`), the root of the
/// repository, and `acknowledge` to keep these scores in `acknowledged.txt` and `docs/accuracy.md`.
final class Score {

  /// How far a score may lie below the acknowledged one, which is kept with two digits.
  private static final double SLACK = 0.005;

  private static final String BEGIN = "<!-- scores: written by the bench -->";
  private static final String END = "<!-- scores end -->";

  private static final Map<Measure, String> PEERS =
      Map.of(
          Measure.QUOTED, "CoreNLP 93.4 · plain patterns 95.2 · two people 94.2",
          Measure.SPEAKER, "CoreNLP 67.7 · plain patterns 64.7 · two people 97.7",
          Measure.QUOTED_SPEAKER, "CoreNLP 62.9 · plain patterns 61.2",
          Measure.WHOLE_EXACT,
              "CoreNLP 14.6 · best published, a trained model, 72.9 · two people 70",
          Measure.VALUE, "plain patterns 70.3 · on all sentences CoreNLP 73.7, CQE 92.0",
          Measure.VALUE_UNIT, "plain patterns 25.6 · on all sentences CoreNLP 39.0, CQE 85.6");

  private Score() {}

  public static void main(String[] args) throws Exception {
    var data = Path.of(args[0]);
    var out = Path.of(args[1]).toAbsolutePath().normalize();
    var part = args[2];
    var root = Path.of(args[3]).toAbsolutePath().normalize();
    var acknowledge = args.length > 4 && args[4].equals("acknowledge");
    if (out.startsWith(root)) {
      throw new IllegalArgumentException("misses hold the sets' texts, so not in here: " + out);
    }
    if (!part.equals("dev") && !part.equals("train")) {
      throw new IllegalArgumentException("no part to look at: " + part);
    }
    var quotes = QuoteScore.of(PolNear.read(data, part));
    var figures = FigureScore.read(data);
    Map<Measure, Counts> counts = new EnumMap<>(Measure.class);
    counts.putAll(quotes.counts);
    counts.putAll(figures.counts);
    Map<String, Integer> errors = new LinkedHashMap<>(quotes.errors);
    errors.putAll(figures.errors);
    var misses = new ArrayList<>(quotes.misses);
    misses.addAll(figures.misses);
    misses.sort(null);
    Files.createDirectories(out);
    Files.write(out.resolve("misses-" + part + ".tsv"), misses);
    var table = table(counts, errors);
    IO.println("PolNeAR " + part + ", NewsQuant's tuning half\n\n" + table);
    IO.println("misses: " + out.resolve("misses-" + part + ".tsv"));
    if (part.equals("dev")) {
      ratchet(root, counts, table, acknowledge);
    }
  }

  private static String table(Map<Measure, Counts> counts, Map<String, Integer> errors) {
    var table = new StringBuilder();
    table.append("| measure | Tellings | 95 % interval | precision | recall | others |\n");
    table.append("|---|---|---|---|---|---|\n");
    counts.forEach(
        (measure, count) -> {
          var score = count.score();
          table.append(
              String.format(
                  Locale.ROOT,
                  "| %s | %.1f | %.1f to %.1f | %.1f | %.1f | %s |%n",
                  measure.words,
                  score.value(),
                  score.low(),
                  score.high(),
                  count.precision(),
                  count.recall(),
                  PEERS.getOrDefault(measure, "")));
        });
    table.append("\n| what goes wrong | times |\n|---|---|\n");
    errors.forEach((kind, times) -> table.append("| " + kind + " | " + times + " |\n"));
    return table.toString();
  }

  /// Compares with the acknowledged scores; what is not yet acknowledged counts as below.
  private static void ratchet(
      Path root, Map<Measure, Counts> counts, String table, boolean acknowledge)
      throws IOException, InterruptedException {
    var file = root.resolve("src/bench/acknowledged.txt");
    if (acknowledge) {
      List<String> lines = new ArrayList<>();
      lines.add("# scores last acknowledged; the bench fails when one falls below");
      counts.forEach(
          (measure, count) ->
              lines.add(String.format(Locale.ROOT, "%s %.2f", measure, count.value())));
      Files.write(file, lines);
      document(root, table);
      return;
    }
    Map<String, Double> known = new LinkedHashMap<>();
    for (var line : Files.readAllLines(file)) {
      if (!line.startsWith("#") && !line.isBlank()) {
        known.put(line.split(" ")[0], Double.valueOf(line.split(" ")[1]));
      }
    }
    var fallen = new StringBuilder();
    counts.forEach(
        (measure, count) -> {
          var before = known.get(measure.name());
          if (before == null) {
            fallen.append(measure).append(" has never been acknowledged\n");
          } else if (count.value() < before - SLACK) {
            fallen.append(
                String.format(
                    Locale.ROOT, "%s fell from %.2f to %.2f%n", measure, before, count.value()));
          }
        });
    if (!fallen.isEmpty()) {
      System.err.println(fallen + "-Dacknowledge=acknowledge keeps the scores as they are now");
      System.exit(1);
    }
  }

  private static void document(Path root, String table) throws IOException, InterruptedException {
    var file = root.resolve("docs/accuracy.md");
    var text = Files.readString(file);
    var begin = text.indexOf(BEGIN);
    var end = text.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalStateException("no place for the scores in " + file);
    }
    var head =
        BEGIN
            + "\nScored on "
            + LocalDate.now(ZoneOffset.UTC)
            + " with the program as of commit "
            + commit(root)
            + ".\n\n";
    Files.writeString(file, text.substring(0, begin) + head + table + text.substring(end));
  }

  private static String commit(Path root) throws IOException, InterruptedException {
    var git =
        new ProcessBuilder("git", "rev-parse", "--short", "HEAD")
            .directory(root.toFile())
            .redirectErrorStream(true)
            .start();
    var said = new String(git.getInputStream().readAllBytes()).strip();
    if (!git.waitFor(10, TimeUnit.SECONDS) || git.exitValue() != 0) {
      throw new IOException("git does not tell the commit: " + said);
    }
    return said;
  }
}
