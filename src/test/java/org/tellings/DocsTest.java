package org.tellings;

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
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What the documents name is there: files, classes, methods, other documents.
final class DocsTest {

  private static final Pattern CODE = Pattern.compile("`(?<words>[^`\n]{1,80})`");
  private static final Pattern LINK = Pattern.compile("\\]\\((?<to>[^)#\\s]{1,200})[^)]{0,80}\\)");
  private static final Pattern FILE = Pattern.compile("[\\w.-]+(?:/[\\w.-]+)+/?");
  private static final Pattern CLASS =
      Pattern.compile("(?<type>[A-Z][a-z]\\w*)(?:\\.(?<member>[a-z]\\w*|[A-Z_]+))?");

  /// Folders in which a document's short path may begin.
  private static final List<Path> ROOTS =
      Stream.of(
              "",
              "src/main/java",
              "src/main/java/org/tellings",
              "src/main/resources/org/tellings",
              "src/main",
              "target")
          .map(Path::of)
          .toList();

  /// Names in documents that are no classes of ours, and places filled in by the reader.
  private static final Set<String> ELSEWHERE = Set.of("IllegalArgumentException");

  private static final Pattern PLACEHOLDER = Pattern.compile(".*(?:[Xx]yz|-N\\.|family\\.).*");

  @Test
  void everyLinkLeadsSomewhere() throws IOException {
    List<String> broken = new ArrayList<>();
    var links = 0;
    for (var document : documents()) {
      for (var link : LINK.matcher(Files.readString(document)).results().toList()) {
        var to = link.group("to");
        links++;
        if (!to.contains("://") && !Files.exists(document.resolveSibling(to))) {
          broken.add(document + ": " + to);
        }
      }
    }
    assertEquals(List.of(), broken);
    assertTrue(links > 30, "only " + links);
  }

  @Test
  void theIndexNamesEveryDocument() throws IOException {
    var index = Path.of("docs/README.md");
    var named =
        LINK.matcher(Files.readString(index))
            .results()
            .map(m -> index.resolveSibling(m.group("to")).normalize())
            .collect(Collectors.toCollection(TreeSet::new));
    var there = new TreeSet<>(documents());
    there.removeIf(document -> !document.startsWith("docs") || document.equals(index));
    assertEquals(there, named);
  }

  @Test
  void everyFileAndClassNamedToDevelopersIsThere() throws IOException {
    var sources = sources();
    List<String> missing = new ArrayList<>();
    for (var document : documents()) {
      if (document.startsWith("docs/howto")
          || document.startsWith("docs/decisions")
          || document.endsWith("CONTRIBUTING.md")) {
        for (var code : CODE.matcher(Files.readString(document)).results().toList()) {
          var words = code.group("words");
          if (!PLACEHOLDER.matcher(words).matches() && !isThere(words, sources)) {
            missing.add(document + ": " + words);
          }
        }
      }
    }
    assertEquals(List.of(), missing);
  }

  private static boolean isThere(String words, Map<String, String> sources) {
    if (FILE.matcher(words).matches()) {
      return words.startsWith("target/")
          || words.equals("lib/tellings.aot")
          || ROOTS.stream().anyMatch(root -> Files.exists(root.resolve(words)));
    }
    var type = CLASS.matcher(words);
    if (!type.matches() || ELSEWHERE.contains(words)) {
      return true;
    }
    var source = sources.get(type.group("type"));
    var member = type.group("member");
    return source != null && (member == null || source.matches("(?s).*\\b" + member + "\\b.*"));
  }

  /// Sources by the names of the types in them.
  private static Map<String, String> sources() throws IOException {
    Map<String, String> sources = new TreeMap<>();
    var inner = Pattern.compile("\\b(?:record|interface|class|enum) (?<name>[A-Z]\\w*)");
    for (var root : List.of("src/main/java", "src/test/java", "src/bench/java")) {
      try (var files = Files.walk(Path.of(root))) {
        for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          var text = Files.readString(file);
          inner
              .matcher(text)
              .results()
              .forEach(m -> sources.merge(m.group("name"), text, String::concat));
        }
      }
    }
    return sources;
  }

  private static List<Path> documents() throws IOException {
    List<Path> all =
        new ArrayList<>(List.of(Path.of("README.md"), Path.of(".github/CONTRIBUTING.md")));
    try (var files = Files.walk(Path.of("docs"))) {
      files.filter(f -> f.toString().endsWith(".md")).sorted().forEach(all::add);
    }
    return all;
  }
}
