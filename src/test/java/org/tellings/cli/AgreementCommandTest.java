package org.tellings.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The command `agreement` from outside.
final class AgreementCommandTest {

  @TempDir Path folder;

  private static String runs(Terminal terminal, String... words) {
    assertEquals(0, terminal.run(words), terminal::problems);
    return terminal.printed();
  }

  @Test
  void aPlaceIsSettledByItsWordsToo() throws IOException {
    var terminal = new Terminal(folder.resolve("library"));
    runs(
        terminal,
        "add",
        Files.writeString(folder.resolve("quay.txt"), "The quay closed on Monday.\n").toString());
    runs(terminal, "codebook", "add", "harbour");
    runs(terminal, "coder", "enrol", "Ada", "Bo");
    runs(terminal, "code", "quay.txt:4-8", "--add", "harbour", "--coder", "Ada");
    runs(terminal, "coder", "finish", "quay.txt", "--coder", "Ada");
    runs(terminal, "coder", "finish", "quay.txt", "--coder", "Bo");
    assertTrue(runs(terminal, "agreement", "places").contains("only Ada"), terminal::printed);
    runs(terminal, "agreement", "settle", "quay.txt:4-8", "harbour", "4-8", "it is by the sea");
    assertTrue(
        runs(terminal, "agreement", "overruled", "Bo").contains("it is by the sea"),
        terminal::printed);
    var by = System.getProperty("user.name") + " +Bo +quay";
    assertTrue(
        terminal.printed().lines().anyMatch(line -> line.matches(".* 4-8 +" + by + " *")),
        terminal::printed);
    assertEquals("", terminal.problems());
    runs(terminal, "agreement", "open", "quay.txt:4-8", "harbour");
    runs(terminal, "note", "quay.txt:4-8", "by the sea");
    assertTrue(
        runs(terminal, "show", "quay.txt").contains("codes: harbour (Ada)\n"), terminal::printed);
    assertTrue(terminal.printed().contains("note: by the sea"), terminal::printed);
    for (var words :
        List.of(
            "code list --coder Zoe",
            "coder leave Zoe",
            "coder finish quay.txt --coder Zoe",
            "code list --code nowhere",
            "coder dance Zoe",
            "agreement overruled Zoe")) {
      assertEquals(2, terminal.run(words.split(" ")), words);
    }
    runs(terminal, "coder", "reopen", "quay.txt", "--coder", "Bo");
    runs(terminal, "code", "quay.txt:4-8", "--add", "harbour", "--coder", "Bo");
    runs(terminal, "coder", "use", "Bo");
    assertEquals(2, terminal.run("agreement", "--unfinished"));
    assertTrue(terminal.problems().contains("when both have finished"), terminal::problems);
    runs(terminal, "coder", "use", "");
    assertTrue(runs(terminal, "agreement", "--unfinished").contains("harbour"), terminal::printed);
    assertEquals(2, terminal.run("agreement", "--coders", "Ada,Zoe"));
    assertTrue(
        terminal.problems().contains("nobody called Zoe has coded here; there are: "),
        terminal::problems);
    runs(terminal, "coder", "finish", "quay.txt", "--coder", "Bo");
    assertEquals(2, terminal.run("agreement", "settle", "quay.txt:0-3", "harbour", "none", "no"));
    assertTrue(terminal.problems().contains("there is no place"), terminal::problems);
  }

  @Test
  void aCodeIsSplitByItsWordsToo() throws IOException {
    var terminal = new Terminal(folder.resolve("library"));
    runs(
        terminal,
        "add",
        Files.writeString(folder.resolve("quay.txt"), "The quay closed on Monday.\n").toString());
    runs(terminal, "codebook", "add", "harbour");
    runs(terminal, "code", "quay.txt:4-8", "--add", "harbour");
    runs(terminal, "codebook", "split", "harbour", "quay", "quay.txt:4-8");
    assertTrue(runs(terminal, "code", "list", "--code", "quay").contains("s.4-8"));
    assertEquals(2, terminal.run("codebook", "split", "harbour", "mole", "quay.txt:0-3"));
    assertTrue(terminal.problems().contains("is not coded “harbour”"), terminal::problems);
  }
}
