package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A plain `open` is read without the full parser, and means what the parser says it means.
final class OpeningTest {

  @Test
  void aPlainOpenIsReadAtOnce() {
    assertEquals(
        Optional.of(
            new Opening.Window(
                new Opening(Optional.of(Path.of("here")), false), Optional.of("a.txt"))),
        Opening.plain(List.of("--library", "here", "open", "a.txt")));
    assertEquals(
        Optional.of(new Opening.Window(new Opening(Optional.empty(), true), Optional.empty())),
        Opening.plain(List.of("open", "--sample")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--help",
        "open --help",
        "open a.txt b.txt",
        "list",
        "--library open",
        "--library=here open",
        "open @arguments",
        "open -x",
        "--sample --sample open"
      })
  void everythingElseGoesToTheParser(String line) {
    assertEquals(Optional.empty(), Opening.plain(List.of(line.split(" "))));
  }
}
