package org.tellings.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Trainers of `src/bench`, compiled and run as programs of their own.
final class Trainers {

  private Trainers() {}

  /// Compiles a trainer and what it needs into a folder.
  static void compile(String name, Path into) throws IOException, InterruptedException {
    var root = Path.of("src/bench/java");
    run(
        "javac",
        List.of("-nowarn", "-proc:none", "-encoding", "UTF-8", "-d", into.toString()),
        List.of(root.resolve("bench/" + name + ".java").toString(), "-sourcepath", root.toString()),
        path());
  }

  /// Runs a trainer that was compiled into a folder.
  static void learn(String name, Path classes, List<String> arguments)
      throws IOException, InterruptedException {
    List<String> after = new ArrayList<>(List.of("bench." + name));
    after.addAll(arguments);
    run("java", List.of("-Xmx900m"), after, classes + File.pathSeparator + path());
  }

  /// All that this test sees, on one path.
  private static String path() {
    return Stream.of("java.class.path", "jdk.module.path")
        .map(name -> System.getProperty(name, ""))
        .filter(path -> !path.isEmpty())
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void run(String tool, List<String> before, List<String> after, String path)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
    command.add("-cp");
    command.add(path);
    command.addAll(before);
    command.addAll(after);
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    process.getOutputStream().close();
    var said = new String(process.getInputStream().readAllBytes());
    assertEquals(0, process.waitFor(), () -> tool + ": " + said);
  }
}
