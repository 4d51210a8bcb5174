package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.model.Heading;

/// How much memory extraction keeps resident, beyond a program that does nothing.
///
/// Arguments: how many texts of 600 words. Runs itself without texts and with them, each with a
/// heap of at most 128 MB, of 256 MB, and as the machine gives it; Linux only (`VmHWM`).
final class Resident {

  private static final long SEED = 20250127;

  private Resident() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    if (args.length == 2) {
      extract(Path.of(args[1]));
      return;
    }
    var folder = Files.createTempDirectory("tellings-resident");
    new Corpus(SEED).write(folder, Integer.parseInt(args[0]));
    var none = Files.createDirectories(folder.resolve("none"));
    for (var heap : List.of("-Xmx128m", "-Xmx256m", "")) {
      var empty = kilobytes(heap, none);
      var all = kilobytes(heap, folder);
      IO.println(
          String.format(
              Locale.ROOT,
              "%s: empty %d MB, extracting %d MB, beyond it %d MB",
              heap.isEmpty() ? "heap as the machine gives it" : heap,
              empty / 1000,
              all / 1000,
              (all - empty) / 1000));
    }
  }

  private static void extract(Path folder) throws IOException {
    var found = 0L;
    try (var files = Files.list(folder)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        var article = Article.of("a.txt", Heading.NONE, Files.readString(file), List.of());
        found += Extractors.extractAll(article).size();
      }
    }
    var peak =
        Files.readAllLines(Path.of("/proc/self/status")).stream()
            .filter(line -> line.startsWith("VmHWM"))
            .findFirst()
            .orElseThrow();
    IO.println(peak.replaceAll("\\D", "") + " " + found);
  }

  private static long kilobytes(String heap, Path folder) throws IOException, InterruptedException {
    var command = new ArrayList<>(List.of("java"));
    if (!heap.isEmpty()) {
      command.add(heap);
    }
    command.addAll(
        List.of(
            "-cp",
            System.getProperty("java.class.path"),
            "bench.Resident",
            "run",
            folder.toString()));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var said = new String(process.getInputStream().readAllBytes()).strip();
    if (process.waitFor() != 0) {
      throw new IOException(said);
    }
    return Long.parseLong(said.split(" ")[0]);
  }
}
