package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

  /// A key that a control deals with itself.
  private static final Pattern TOLD = Pattern.compile("told\\(\\s*\"(?<key>[^\"]{1,60})\",");

  /// The keys in the first column of a row of a table.
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (?<keys>(?:`[^`\n]+` ?)+)\\|");

  /// Keys that are put together where they are used: those of the layers by their letters, and
  /// those of the palette, which has its own.
  private static final Map<String, Set<String>> MADE =
      Map.of(
          "Reader", Set.of("Alt Q", "Alt C", "Alt F", "Alt D", "Alt E"),
          "Everywhere", Set.of("Ctrl Enter", "Tab"));

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
          Map.entry("Everywhere", "Everywhere.java Queues.java"));

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

  /// Those of [#MADE] are put together where they are used.
  @Test
  void theKeysOfEachViewAreThoseOfItsSources() throws IOException {
    var known = ViewKeys.all();
    for (var section : SECTIONS.entrySet()) {
      var view = section.getKey().startsWith("First run") ? "Ingest" : section.getKey();
      if (view.equals("Everywhere")) {
        continue;
      }
      var wanted = new TreeSet<String>();
      for (var file : sources(section.getValue())) {
        COMMAND.matcher(Files.readString(file)).results().forEach(m -> wanted.add(m.group("key")));
      }
      MADE.getOrDefault(view, Set.of()).forEach(key -> wanted.add(key.replace(' ', '+')));
      assertEquals(wanted, new TreeSet<>(List.of(known.getOrDefault(view, "").split(", "))), view);
    }
    assertEquals(SECTIONS.size() - 1, known.size());
  }

  @Test
  void everyKeyThatTheManualTellsOfIsOne() throws IOException {
    var manual = Files.readString(Path.of("docs/manual/window.md"));
    Map<String, Set<String>> unknown = new TreeMap<>();
    var told = 0;
    for (var section : SECTIONS.entrySet()) {
      var from = manual.indexOf("\n## " + section.getKey() + "\n");
      var to = manual.indexOf("\n## ", from + 4);
      var keys = new TreeSet<String>();
      ROW.matcher(manual.substring(from, to < 0 ? manual.length() : to))
          .results()
          .flatMap(row -> CODE.matcher(row.group("keys")).results())
          .forEach(m -> keys.add(m.group("key")));
      told += keys.size();
      keys.removeAll(all(section.getValue()));
      keys.removeAll(MADE.getOrDefault(section.getKey(), Set.of()));
      if (!keys.isEmpty()) {
        unknown.put(section.getKey(), keys);
      }
    }
    assertEquals(Map.of(), unknown);
    assertTrue(told > 100, "only " + told);
  }

  /// Every key of the commands there, those of one command each for itself.
  private static Set<String> all(String where) throws IOException {
    var keys = new TreeSet<String>();
    for (var file : sources(where)) {
      var text = Files.readString(file);
      for (var pattern : List.of(COMMAND, TOLD)) {
        for (var command : pattern.matcher(text).results().toList()) {
          for (var one : command.group("key").split(" ")) {
            keys.add(
                String.join(" ", new Command(one, "", false, () -> {}).caps())
                    .replace("⌘", "Ctrl"));
          }
        }
      }
    }
    return keys;
  }

  /// The sources in a folder or, apart by spaces, of these names.
  private static List<Path> sources(String where) throws IOException {
    List<Path> all = new ArrayList<>();
    for (var one : where.split(" ")) {
      try (var files = Files.walk(SCREENS.resolve(one))) {
        files.filter(f -> f.toString().endsWith(".java")).forEach(all::add);
      }
    }
    return all;
  }

  private static Set<String> keys(String where) throws IOException {
    var keys = new TreeSet<String>();
    for (var file : sources(where)) {
      for (var command : COMMAND.matcher(Files.readString(file)).results().toList()) {
        keys.add(
            String.join(" ", new Command(command.group("key"), "", false, () -> {}).caps())
                .replace("⌘", "Ctrl"));
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
