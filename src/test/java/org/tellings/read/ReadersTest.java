package org.tellings.read;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.tellings.model.Dated;
import org.tellings.read.ArticleReader.Outcome;

/// Every file below `formats/` is read as the `.expected` file beside it says.
final class ReadersTest {

  private static final Path FORMATS = Path.of("src/test/resources/formats");

  @TestFactory
  Stream<DynamicTest> formats() throws IOException {
    try (var files = Files.walk(FORMATS)) {
      var offered = files.filter(file -> Files.isRegularFile(file) && !file.toString().endsWith(".expected")).sorted().toList();
      assertTrue(offered.size() >= 10, "too few files in " + FORMATS);
      return offered.stream().map(file -> DynamicTest.dynamicTest(FORMATS.relativize(file).toString(),
          () -> assertEquals(Files.readString(Path.of(file + ".expected")), found(file))));
    }
  }

  /// What stands over the article, what was taken off by which rule, then the text.
  private static String found(Path file) throws IOException {
    var bytes = Files.readAllBytes(file);
    var name = file.getFileName().toString();
    return switch (Readers.forFile(name, bytes).orElseThrow().read(name, bytes)) {
      case Outcome.Refused refused -> "refused: " + refused.rule() + " | " + refused.reason() + "\n";
      case Outcome.Read read -> {
        var heading = read.article().heading();
        var lines = new StringBuilder("title: " + heading.title() + "\nbyline: " + heading.byline() + "\noutlet: " + heading.outlet().name()
            + "\npublished: " + heading.published().map(ReadersTest::dated).orElse("")
            + "\nupdated: " + heading.updated().map(ReadersTest::dated).orElse("") + "\n");
        read.article().removed().forEach(r -> lines.append("removed: ").append(r.rule()).append(" | ").append(r.text()).append('\n'));
        yield lines + "\n" + read.article().text() + "\n";
      }
    };
  }

  private static String dated(Dated date) {
    return date.value() + " (" + date.rule() + ")";
  }
}
