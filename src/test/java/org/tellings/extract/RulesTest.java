package org.tellings.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// Every rule that a finding can name says what it goes by, and no other does.
final class RulesTest {

  private static final Pattern RULE =
      Pattern.compile("\"(?<rule>(quote|claim|figure|date|mention)\\.[a-z-]+)/\\d+\"");

  @Test
  void everyRuleOfTheSourcesHasItsWords() throws IOException {
    var used = new TreeSet<String>();
    try (var files = Files.list(Path.of("src/main/java/org/tellings/extract"))) {
      for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
        RULE.matcher(Files.readString(file)).results().forEach(r -> used.add(r.group("rule")));
      }
    }
    assertTrue(used.size() > 30, () -> "only " + used);
    var said = new TreeSet<String>();
    Lexicon.lines("rules.txt").forEach(line -> said.add(line.substring(0, line.indexOf(": "))));
    assertEquals(used, said);
  }

  @Test
  void aPersonsOwnHasNoRule() {
    assertEquals(Optional.empty(), Rules.words("person"));
  }
}
