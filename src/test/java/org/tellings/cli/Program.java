package org.tellings.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// The program as a process of its own, and folders of texts to feed it.
final class Program implements AutoCloseable {

  private final Process process;
  private final Path problems;
  private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
  private final Thread listening;

  private Program(Process process, Path problems) {
    this.process = process;
    this.problems = problems;
    this.listening = Thread.ofVirtual().start(this::listen);
  }

  /// Starts the program on a library; `shell` is put before it, as `ulimit -f 100; exec `.
  static Program start(String shell, Path library, List<String> flags, String... words)
      throws IOException {
    var problems = Files.createTempFile("problems", ".txt");
    List<String> line =
        new ArrayList<>(
            List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData"));
    line.addAll(flags);
    line.addAll(
        List.of(
            "-cp",
            System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
            "org.tellings.Main"));
    line.addAll(List.of(words));
    line.addAll(List.of("--library", library.toString()));
    var command = shell.isEmpty() ? line : List.of("sh", "-c", shell + " \"$@\"", "sh");
    var builder = new ProcessBuilder(new ArrayList<>(command)).redirectError(problems.toFile());
    if (!shell.isEmpty()) {
      builder.command().addAll(line);
    }
    return new Program(builder.start(), problems);
  }

  /// Only whole lines count: the last one of a killed program may be half a line.
  private void listen() {
    try (var out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      var text = new StringBuilder();
      for (var c = out.read(); c >= 0; c = out.read()) {
        if (c == '\n') {
          lines.add(text.toString());
          text.setLength(0);
        } else {
          text.append((char) c);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the program's lines cannot be read", e);
    }
  }

  Process process() {
    return process;
  }

  /// The lines printed so far.
  List<String> lines() {
    return List.copyOf(lines);
  }

  /// Ends the process at once; what it had printed can still be heard.
  void kill() {
    process.toHandle().destroyForcibly();
  }

  /// The exit status, when all lines are heard.
  int ended() throws InterruptedException {
    var status = process.waitFor();
    listening.join();
    return status;
  }

  String problems() throws IOException {
    return Files.readString(problems);
  }

  @Override
  public void close() throws IOException {
    process.destroyForcibly();
    Files.deleteIfExists(problems);
  }

  /// Texts of about 120 words, no two alike.
  static void texts(Path folder, int count, long seed) throws IOException {
    var random = new Random(seed);
    var nouns =
        List.of("plant", "river", "court", "harbour", "budget", "model", "bridge", "orchard");
    Files.createDirectories(folder);
    for (var i = 0; i < count; i++) {
      var text =
          new StringBuilder("The story of the " + nouns.get(random.nextInt(8)) + " " + i + "\n\n");
      for (var s = 0; s < 10; s++) {
        text.append("“The ")
            .append(nouns.get(random.nextInt(8)))
            .append(" cost ")
            .append(random.nextInt(1000))
            .append(" million,” said Ada Lind, who knows the ")
            .append(nouns.get(random.nextInt(8)))
            .append(".\n\n");
      }
      Files.writeString(folder.resolve("text-%05d.txt".formatted(i)), text);
    }
  }
}
