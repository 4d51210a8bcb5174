package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import org.tellings.workbench.WorkbenchException;

/// The machine's own program for a page or a file.
final class Outside {

  private static final int SECONDS = 5;

  private Outside() {}

  /// Has the machine show a page or a file, or says with a [WorkbenchException] that it cannot.
  /// Waits some seconds for it at most; not on the screen's thread.
  static void show(String target) {
    var command = command(System.getProperty("os.name", ""), target);
    try {
      var process =
          new ProcessBuilder(command)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      // one that is still there after that shows it
      if (process.waitFor(SECONDS, TimeUnit.SECONDS) && process.exitValue() != 0) {
        throw new WorkbenchException(
            t("{0} says that nothing here shows {1}", command.getFirst(), target));
      }
    } catch (IOException e) {
      throw new WorkbenchException(
          t("there is no program here that shows pages ({0} is missing)", command.getFirst()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new WorkbenchException(t("the program was ended meanwhile"), e);
    }
  }

  static List<String> command(String system, String target) {
    var name = system.toLowerCase(Locale.ROOT);
    return name.contains("mac")
        ? List.of("open", target)
        : name.contains("win")
            ? List.of("rundll32", "url.dll,FileProtocolHandler", target)
            : List.of("xdg-open", target);
  }
}
