package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.tellings.compare.Comparison;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// What comparing a library costs: all tellings of all articles from nothing, then the same after
/// one article more, several times. Prints a Markdown table; times of a register are those of its
/// first answer after everything was taken in.
final class Compare {

  private static final long SEED = 20250127;
  private static final int ADDED = 9;

  private static final Map<String, Function<Comparison, List<?>>> REGISTERS = registers();

  private Compare() {}

  private static Map<String, Function<Comparison, List<?>>> registers() {
    var registers = new LinkedHashMap<String, Function<Comparison, List<?>>>();
    registers.put("misnamings", Comparison::misnamings);
    registers.put("utterances", Comparison::utterances);
    registers.put("quantities", Comparison::quantities);
    registers.put("propositions", Comparison::propositions);
    registers.put("passages", Comparison::passages);
    registers.put("unnamed", Comparison::unnamed);
    return registers;
  }

  public static void main(String[] args) throws Exception {
    var count = Integer.parseInt(args[0]);
    var work = Files.createTempDirectory("tellings-bench");
    try {
      var all = work.resolve("texts");
      new Corpus(SEED).write(all, count);
      var later = later(all, work.resolve("later"));
      try (var workbench = Workbench.open(work.resolve("library"), true, Progress.none())) {
        var adding = Ingest.cpuSeconds();
        workbench.add(List.of(all), Progress.none());
        adding = Ingest.cpuSeconds() - adding;
        System.out.printf(Locale.ROOT, "seed %d, %d articles%n%n", SEED, workbench.size());
        System.out.printf(Locale.ROOT, "| | wall s | CPU s | things |%n|---|---|---|---|%n");
        System.out.printf(Locale.ROOT, "| adding, for scale | | %.2f | |%n", adding);
        all(workbench);
        one(workbench, later);
      }
    } finally {
      Ingest.delete(work);
    }
  }

  /// Keeps the last files apart, to be added one by one.
  private static List<Path> later(Path all, Path apart) throws IOException {
    Files.createDirectories(apart);
    List<Path> files;
    try (var listed = Files.list(all)) {
      files = listed.sorted().toList();
    }
    List<Path> later = new ArrayList<>();
    for (var i = 0; i < ADDED; i++) {
      var file = files.get(files.size() * (i + 1) / ADDED - 1);
      later.add(Files.move(file, apart.resolve(file.getFileName())));
    }
    return later;
  }

  private static void all(Workbench workbench) {
    var cpu = Ingest.cpuSeconds();
    var wall = System.nanoTime();
    var begun = cpu;
    var beginning = wall;
    var comparison = workbench.comparison(Progress.none()).orElseThrow();
    row("reading and taking in", wall, cpu, "");
    for (var register : REGISTERS.entrySet()) {
      cpu = Ingest.cpuSeconds();
      wall = System.nanoTime();
      var things = register.getValue().apply(comparison).size();
      row(register.getKey(), wall, cpu, String.valueOf(things));
    }
    row("all", beginning, begun, "");
  }

  private static void row(String name, long wall, double cpu, String things) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.2f | %.2f | %s |%n",
        name,
        (System.nanoTime() - wall) / 1e9,
        Ingest.cpuSeconds() - cpu,
        things);
  }

  private static void one(Workbench workbench, List<Path> later) {
    Map<String, List<Double>> times = new LinkedHashMap<>();
    List<Double> whole = new ArrayList<>();
    for (var file : later) {
      workbench.add(List.of(file), Progress.none());
      var begun = System.nanoTime();
      var comparison = workbench.comparison(Progress.none()).orElseThrow();
      note(times, "reading and taking in", begun);
      for (var register : REGISTERS.entrySet()) {
        var asked = System.nanoTime();
        register.getValue().apply(comparison);
        note(times, register.getKey(), asked);
      }
      whole.add((System.nanoTime() - begun) / 1e6);
    }
    System.out.printf(
        Locale.ROOT, "%nafter one article more, ms, median of %d (slowest):%n%n", later.size());
    System.out.printf(Locale.ROOT, "| | ms | slowest |%n|---|---|---|%n");
    times.forEach(
        (name, all) ->
            System.out.printf(
                Locale.ROOT, "| %s | %.1f | %.1f |%n", name, Ingest.median(all), slowest(all)));
    System.out.printf(Locale.ROOT, "| all | %.1f | %.1f |%n", Ingest.median(whole), slowest(whole));
  }

  private static double slowest(List<Double> times) {
    return times.stream().mapToDouble(Double::doubleValue).max().orElseThrow();
  }

  private static void note(Map<String, List<Double>> times, String name, long since) {
    times.computeIfAbsent(name, _ -> new ArrayList<>()).add((System.nanoTime() - since) / 1e6);
  }
}
