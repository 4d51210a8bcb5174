package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.tellings.ui.kit.Command;

/// The manual of the window names every key that a view has.
final class KeysInManualTest {

  private static final Path SCREENS = Path.of("src/main/java/org/tellings/ui");

  /// A command with a key that stands in the code as one word; the empty key is none.
  private static final Pattern COMMAND =
      Pattern.compile("Command(?:\\.of|\\.quiet)?\\(\\s*\"(?<key>[^\"]{1,60})\",");

  private static final Pattern CODE = Pattern.compile("`(?<key>[^`\n]{1,20})`");

  /// Where the sources of a section's keys are.
  private static final Map<String, String> SECTIONS =
      Map.ofEntries(
          Map.entry("First run and ingest", "ingest"),
          Map.entry("Library", "library"),
          Map.entry("Reader", "reader"),
          Map.entry("Compare", "compare"),
          Map.entry("Quotes", "quotes"),
          Map.entry("Claims", "claims"),
          Map.entry("Figures", "figures"),
          Map.entry("Names", "names"),
          Map.entry("Timeline", "timeline"),
          Map.entry("Coding", "coding"),
          Map.entry("Reading mode", "reading"),
          Map.entry("Everywhere", "Everywhere.java"));

  @Test
  void everyKeyOfAViewStandsInItsSection() throws IOException {
    var manual = Files.readString(Path.of("docs/manual/window.md"));
    Map<String, Set<String>> missing = new TreeMap<>();
    var keys = 0;
    for (var section : SECTIONS.entrySet()) {
      var from = manual.indexOf("\n## " + section.getKey() + "\n");
      assertTrue(from >= 0, section.getKey());
      var to = manual.indexOf("\n## ", from + 4);
      var told = new TreeSet<String>();
      CODE.matcher(manual.substring(from, to < 0 ? manual.length() : to))
          .results()
          .forEach(m -> told.add(m.group("key")));
      var had = keys(section.getValue());
      keys += had.size();
      had.removeAll(told);
      if (!had.isEmpty()) {
        missing.put(section.getKey(), had);
      }
    }
    assertEquals(Map.of(), missing);
    assertTrue(keys > 60, "only " + keys);
  }

  private static Set<String> keys(String where) throws IOException {
    var keys = new TreeSet<String>();
    try (var files = Files.walk(SCREENS.resolve(where))) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        for (var command : COMMAND.matcher(Files.readString(file)).results().toList()) {
          keys.add(
              String.join(" ", new Command(command.group("key"), "", false, () -> {}).caps())
                  .replace("⌘", "Ctrl"));
        }
      }
    }
    return keys;
  }

  @Test
  void everyPictureIsOneThatTheWalkMakes() throws IOException {
    var walk = Files.readString(Path.of("src/test/java/org/tellings/ui/ScreenWalkTest.java"));
    try (var pictures = Files.list(Path.of("docs/manual/screens"))) {
      assertEquals(
          List.of(),
          pictures
              .map(file -> file.getFileName().toString().replaceFirst("(-dark)?\\.png$", ""))
              .filter(
                  name ->
                      !walk.contains('"' + name + '"')
                          && !walk.contains(
                              '"'
                                  + name.substring(0, 1).toUpperCase(java.util.Locale.ROOT)
                                  + name.substring(1)
                                  + '"'))
              .toList());
    }
  }
}
