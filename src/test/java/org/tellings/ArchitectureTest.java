package org.tellings;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
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
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The house stands as `docs/architecture.md` draws it.
final class ArchitectureTest {

  private static final Pattern ROW =
      Pattern.compile("^\\| `(?<name>\\w+)` \\|[^|]*\\|(?<may>[^|]*)\\|$");
  private static final Pattern NAME = Pattern.compile("`(\\w+)`");
  private static final Map<String, Set<String>> TABLE = new TreeMap<>();
  private static JavaClasses classes;

  @BeforeAll
  static void readTableAndClasses() throws IOException {
    for (var line : Files.readAllLines(Path.of("docs/architecture.md"))) {
      var row = ROW.matcher(line);
      if (row.matches()) {
        TABLE.put(
            row.group("name"),
            NAME.matcher(row.group("may"))
                .results()
                .map(m -> m.group(1))
                .collect(Collectors.toSet()));
      }
    }
    classes =
        new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.tellings");
  }

  @Test
  void everyPackageImportsOnlyWhatItsRowAllows() {
    var broken = new TreeSet<String>();
    for (var from : classes) {
      for (var dependency : from.getDirectDependenciesFromSelf()) {
        var source = slice(from);
        var target = slice(dependency.getTargetClass());
        if (!source.isEmpty()
            && !target.isEmpty()
            && !source.equals(target)
            && !TABLE.getOrDefault(source, Set.of()).contains(target)) {
          broken.add(dependency.getDescription());
        }
      }
    }
    assertEquals(Set.of(), broken, "either the code or the table in docs/architecture.md is wrong");
  }

  @Test
  void everyPackageIsOnTheMap() {
    var built =
        classes.stream()
            .map(ArchitectureTest::slice)
            .filter(s -> !s.isEmpty())
            .collect(Collectors.toCollection(TreeSet::new));
    assertTrue(TABLE.keySet().containsAll(built), () -> built + " is not all in " + TABLE.keySet());
    assertTrue(classes.size() > 40, "the check saw too few classes: " + classes.size());
  }

  @Test
  void screensDoNotFormCycles() {
    SlicesRuleDefinition.slices()
        .matching("org.tellings.ui.(*)..")
        .should()
        .beFreeOfCycles()
        .allowEmptyShould(true)
        .check(classes);
  }

  @ParameterizedTest
  @CsvSource({
    "javafx, ui",
    "org.fxmisc, ui",
    "atlantafx, ui",
    "org.kordamp, ui",
    "org.apache.lucene, search",
    "java.sql, store",
    "org.jsoup, read",
    "org.mozilla.universalchardet, read",
    "picocli, cli",
    "com.fasterxml.jackson, json"
  })
  void eachLibraryLivesInOnePackage(String library, String home) {
    noClasses()
        .that()
        .resideOutsideOfPackage("org.tellings." + home + "..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage(library + "..")
        .because(library + " is hidden in " + home)
        .allowEmptyShould(true)
        .check(classes);
  }

  @Test
  void modelLeansOnJavaAlone() {
    noClasses()
        .that()
        .resideInAPackage("org.tellings.model..")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages("java..", "org.tellings.model..", "org.jspecify..")
        .because("the domain is data")
        .check(classes);
  }

  @Test
  void modelsOfScreensKnowNoNodes() {
    noClasses()
        .that()
        .resideInAPackage("org.tellings.ui..")
        .and()
        .haveSimpleNameEndingWith("Model")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("javafx.scene..")
        .because("models are tested without a toolkit")
        .allowEmptyShould(true)
        .check(classes);
  }

  @Test
  void nobodySleepsOrStylesInCode() throws IOException {
    var found = new ArrayList<String>();
    for (var file : sources()) {
      var text = Files.readString(file);
      for (var word : List.of("Thread" + ".sleep(", ".set" + "Style(\"")) {
        if (text.contains(word)) {
          found.add(file + ": " + word);
        }
      }
    }
    assertEquals(List.of(), found);
  }

  /// Files that were longer before the limit came. A name leaves this list when its file is short
  /// enough, and none is added.
  private static final Set<String> STILL_TOO_LONG = Set.of("Frame.java", "Workbench.java");

  @Test
  void noFileIsLongerThan500Lines() throws IOException {
    var tooLong = new TreeSet<String>();
    for (var root : List.of("src/main/java", "src/test/java", "src/bench/java")) {
      try (var files = Files.walk(Path.of(root))) {
        for (var file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
          if (Files.readAllLines(file).size() > 500) {
            tooLong.add(file.getFileName().toString());
          }
        }
      }
    }
    tooLong.removeAll(STILL_TOO_LONG);
    assertEquals(Set.of(), tooLong, "split a file over 500 lines by what its parts are about");
  }

  private static List<Path> sources() throws IOException {
    try (var files = Files.walk(Path.of("src/main/java"))) {
      return files.filter(file -> file.toString().endsWith(".java")).sorted().toList();
    }
  }

  private static String slice(JavaClass type) {
    var name = type.getPackageName();
    if (!name.startsWith("org.tellings.")) {
      return "";
    }
    var rest = name.substring("org.tellings.".length());
    return rest.contains(".") ? rest.substring(0, rest.indexOf('.')) : rest;
  }
}
