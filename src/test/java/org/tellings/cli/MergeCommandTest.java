package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The commands `merge` and `restore` from outside.
final class MergeCommandTest {

  @TempDir Path folder;
  private String quote = "";

  @BeforeEach
  void libraries() throws IOException {
    var in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(
        in.resolve("a.txt"), "“We never saw a cheaper weir,” said Ada Ortiz on Monday.\n");
    for (var name : new String[] {"one", "two"}) {
      var terminal = of(name);
      assertEquals(0, terminal.run("add", in.toString()), terminal::problems);
      assertEquals(0, terminal.run("export", "quotes", "--format", "jsonl"));
      quote = terminal.printed().replaceFirst("(?s).*?\"id\":\"([^\"]+)\".*", "$1");
    }
  }

  private Terminal of(String name) {
    return new Terminal(folder.resolve(name));
  }

  @Test
  void anotherLibraryIsMergedAndItsConflictSettled() {
    var one = of("one");
    var two = of("two");
    one.run("review", quote, "--confirm");
    two.run("review", quote, "--reject");
    two.run("note", quote, "seen");
    var other = folder.resolve("two").toString();
    assertEquals(1, one.run("merge", other, "--preview"), one::problems);
    assertTrue(one.printed().contains("Would be: Merged library “two”: 0 articles, 1 decision"));
    assertEquals(1, one.run("merge", other));
    assertTrue(one.printed().contains("state: confirmed → rejected"), one::printed);
    assertEquals(0, one.run("merge", "--waiting", "--format", "jsonl"));
    assertTrue(one.printed().contains("\"why\":\"conflict\",\"from\":\"two\""), one::printed);
    assertEquals(2, one.run("merge", "--settle", "all"));
    assertTrue(one.problems().contains("--take ours, theirs or both"), one::problems);
    assertEquals(0, one.run("merge", "--settle", "all", "--take", "theirs"), one::problems);
    assertTrue(one.printed().startsWith("Settled, took what is there: quote"), one::printed);
    one.run("merge", "--waiting");
    assertTrue(!one.printed().contains("conflict"), one::printed);
    one.run("export", "quotes", "--format", "jsonl");
    assertTrue(one.printed().contains("\"state\":\"rejected\""), one::printed);
    assertEquals(0, one.run("undo"));
    assertEquals(0, one.run("undo"));
    assertTrue(one.printed().startsWith("Undone: Merged library “two”"), one::printed);
  }

  @Test
  void whatIsNotThereIsNamedBeforeAnythingIsDone() {
    var one = of("one");
    assertEquals(2, one.run("merge", folder.resolve("two").toString(), "nowhere"));
    assertTrue(one.problems().contains("there is no nowhere; nothing was changed"), one::problems);
    assertEquals(2, one.run("merge"));
    assertEquals(2, one.run("merge", folder.resolve("one").toString()));
    assertTrue(one.problems().contains("cannot be merged with itself"), one::problems);
  }

  @Test
  void aCopyIsMadeAsOfAStep() {
    var one = of("one");
    one.run("review", quote, "--confirm");
    one.run("undo");
    one.run("note", quote, "seen");
    assertEquals(0, one.run("restore", "--list"));
    assertTrue(one.printed().contains("Undone: Confirmed quote"), one::printed);
    assertEquals(0, one.run("restore", "--points", "--format", "jsonl"));
    assertTrue(one.printed().contains("\"asOf\":\"moment:0\""), one::printed);
    var copy = folder.resolve("copy");
    assertEquals(
        0, one.run("restore", "--as-of", "step:2", "--out", copy.toString()), one::problems);
    assertTrue(one.printed().endsWith("1 article\n"), one::printed);
    var there = new Terminal(copy);
    there.run("export", "quotes", "--format", "jsonl");
    assertTrue(there.printed().contains("\"state\":\"confirmed\""), there::printed);
    assertEquals(
        2, one.run("restore", "--as-of", "step:2", "--out", copy.toString()), one::problems);
    assertTrue(one.problems().contains("is there already"), one::problems);
    assertEquals(2, one.run("restore", "--as-of", "soon", "--out", copy + "2"));
  }
}
