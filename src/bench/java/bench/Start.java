package bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Scorecard row P9: from the start of the process to the first frame, beside the smallest JavaFX
/// window of the same Java, options and toolkit as published, and to the first frame with the
/// articles in it. A frame counts as drawn when the layout of the next begins.
///
/// Both run on the Java this runs on, the program with the class cache its package brings; the peer
/// is taken with a cache of its own and without. Arguments: the packaged program's folder, a
/// library's folder, how many rounds.
final class Start {

  private Start() {}

  public static void main(String[] args) throws IOException, InterruptedException {
    var program = Path.of(args[0]).toAbsolutePath().normalize();
    var library = args[1];
    var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    var rounds = Integer.parseInt(args[2]);
    var logging = Files.createTempFile("start", ".properties");
    Files.writeString(
        logging,
        """
        handlers=java.util.logging.ConsoleHandler
        java.util.logging.ConsoleHandler.level=FINE
        org.tellings.start.level=FINE
        """);
    var folder = Files.createTempDirectory("hello");
    var jar = jar(folder);
    var toolkit = published(program.resolve("lib/fx"), folder);
    var cache = folder.resolve("hello.aot");
    seconds(hello(java, toolkit, jar, "-XX:AOTCacheOutput=" + cache), "", "first frame", true);
    List<String> ours =
        List.of(program.resolve("bin/tellings").toString(), "--library", library, "open");
    List<Double> bare = new ArrayList<>();
    List<Double> cached = new ArrayList<>();
    List<Double> frame = new ArrayList<>();
    List<Double> articles = new ArrayList<>();
    for (var i = 0; i <= rounds; i++) {
      var a = seconds(hello(java, toolkit, jar, "-Xshare:auto"), "", "first frame", false);
      var b = seconds(hello(java, toolkit, jar, "-XX:AOTCache=" + cache), "", "first frame", false);
      var options = "-Djava.util.logging.config.file=" + logging;
      var c = seconds(ours, options, "first frame", false);
      var d = seconds(ours, options, "first articles", false);
      if (i > 0) { // the first round warms the disk's cache
        bare.add(a);
        cached.add(b);
        frame.add(c);
        articles.add(d);
      }
    }
    System.out.println("| row | ours | peer | ratio |\n|---|---|---|---|");
    for (var mine : List.of(frame, articles)) {
      for (var peer : List.of(cached, bare)) {
        System.out.printf(
            Locale.ROOT,
            "| P9, start to first frame%s, median of %d | %.2f s | JavaFX hello window%s %.2f s |"
                + " %.2f |%n",
            mine == articles ? " with articles" : "",
            rounds,
            median(mine),
            peer == cached ? ", cached too" : ", no cache",
            median(peer),
            median(mine) / median(peer));
      }
    }
  }

  private static List<String> hello(String java, Path toolkit, Path jar, String cache) {
    return List.of(
        java,
        "--module-path=" + toolkit,
        "--add-modules=javafx.controls",
        "--enable-native-access=javafx.graphics,ALL-UNNAMED",
        "--sun-misc-unsafe-memory-access=allow",
        "-XX:+UseSerialGC",
        "-XX:Tier2InvokeNotifyFreqLog=17",
        "-XX:Tier2BackedgeNotifyFreqLog=20",
        cache,
        "-Dhello.end=" + cache.contains("Output"),
        "-cp",
        jar.toString(),
        "bench.Hello");
  }

  /// The toolkit as it is published, without what the package unpacks beside its jars.
  private static Path published(Path toolkit, Path folder) throws IOException {
    var to = Files.createDirectory(folder.resolve("fx"));
    try (var files = Files.list(toolkit)) {
      for (var file : files.filter(f -> f.toString().endsWith(".jar")).toList()) {
        Files.copy(file, to.resolve(file.getFileName()));
      }
    }
    return to;
  }

  /// A cache wants its classes from a jar.
  private static Path jar(Path folder) throws IOException {
    var jar = folder.resolve("hello.jar");
    try (var out = new ZipOutputStream(Files.newOutputStream(jar))) {
      for (var name : List.of("bench/Hello.class", "bench/Hello$1.class")) {
        out.putNextEntry(new ZipEntry(name));
        try (var in = Start.class.getResourceAsStream("/" + name)) {
          in.transferTo(out);
        }
      }
    }
    return jar;
  }

  /// Seconds until the process says `awaited`. `toEnd`: lets the process end by itself once it is
  /// told to, so that it can write its cache.
  private static double seconds(List<String> command, String options, String awaited, boolean toEnd)
      throws IOException, InterruptedException {
    var builder = new ProcessBuilder(command).redirectErrorStream(true);
    if (!options.isEmpty()) {
      builder.environment().put("TELLINGS_JAVA_OPTIONS", options);
    }
    var begun = System.nanoTime();
    var process = builder.start();
    try (var lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (var line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.contains(awaited)) {
          var took = (System.nanoTime() - begun) / 1e9;
          if (toEnd) {
            lines.readAllLines();
            process.waitFor(120, TimeUnit.SECONDS);
          }
          return took;
        }
      }
      throw new IllegalStateException("no \"" + awaited + "\" from " + command);
    } finally {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
      process.waitFor(20, TimeUnit.SECONDS);
    }
  }

  private static double median(List<Double> values) {
    var sorted = values.stream().sorted().toList();
    return sorted.get(sorted.size() / 2);
  }
}
