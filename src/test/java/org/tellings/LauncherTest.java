package org.tellings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The ways in which the program is started give Java the same options.
final class LauncherTest {

  private static final Pattern OPTION =
      Pattern.compile(
          "--(?:add-modules|enable-native-access|sun-misc-unsafe-memory-access)=[\\w.,-]+"
              + "|-XX:\\+\\w+|-Dtellings\\.samples");

  @Test
  void bothLaunchersAndTheInstallersGiveJavaTheSameOptions() throws IOException {
    var shell = options("src/main/launcher/bin/tellings");
    assertTrue(shell.size() >= 5, shell::toString);
    assertEquals(shell, options("src/main/launcher/bin/tellings.bat"));
    var release = options(".github/workflows/release.yml");
    release.removeIf(option -> option.startsWith("--add-modules=java."));
    assertEquals(shell, release);
  }

  /// Labels in a batch file are not found reliably when its lines end otherwise.
  @Test
  void theLauncherForWindowsEndsItsLinesAsWindowsDoes() throws IOException {
    var text = Files.readString(Path.of("src/main/launcher/bin/tellings.bat"));
    assertTrue(text.endsWith("\r\n"));
    assertEquals(text, text.replace("\r", "").replace("\n", "\r\n"));
  }

  private static Set<String> options(String file) throws IOException {
    return OPTION
        .matcher(Files.readString(Path.of(file)))
        .results()
        .map(m -> m.group())
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
