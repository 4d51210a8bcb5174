package org.tellings.ui;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tellings.workbench.WorkbenchException;

/// What only the program around the window can do. Only on the screen's thread.
interface Openings {

  /// Opens the library in this folder instead.
  void library(Path folder);

  /// Opens the sample library instead.
  void sample();

  /// Has the machine show a page or a file, or says with a [WorkbenchException] why it cannot; may
  /// take seconds, not on the screen's thread.
  void show(String target);

  /// Asks for a file to write into, offering this name and, by their endings, the forms there are;
  /// empty when the person leaves it.
  Optional<Path> save(String title, String name, List<String> endings);

  /// Asks for a file to read, of this ending; empty when the person leaves it.
  Optional<Path> choose(String title, String ending);

  /// Asks for a folder; empty when the person leaves it.
  Optional<Path> folder(String title);

  Theme theme();

  void theme(Theme theme);
}
