package org.tellings.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// Which library is meant: the one named, the sample library, or the default one.
record Opening(Optional<Path> library, boolean sample) implements Cli.Window.Library {

  @Override
  public Workbench open(Progress progress) {
    return opened(true, progress);
  }

  /// A plain `open`, with an article perhaps.
  record Window(Opening opening, Optional<String> article) {}

  /// Reads a command line that is `open` with nothing but `--library DIR`, `--sample` and an
  /// article; empty when it is anything else. The parser of all other command lines takes a quarter
  /// of the time until the window stands.
  static Optional<Window> plain(List<String> args) {
    Optional<Path> library = Optional.empty();
    Optional<String> article = Optional.empty();
    var sample = false;
    var open = false;
    for (var i = 0; i < args.size(); i++) {
      var arg = args.get(i);
      if (arg.equals("--library") && i + 1 < args.size() && isName(args.get(i + 1))) {
        i++;
        library = Optional.of(Path.of(args.get(i)));
      } else if (arg.equals("--sample") && !sample) {
        sample = true;
      } else if (arg.equals("open") && !open) {
        open = true;
      } else if (open && isName(arg) && article.isEmpty()) {
        article = Optional.of(arg);
      } else {
        return Optional.empty();
      }
    }
    return open ? Optional.of(new Window(new Opening(library, sample), article)) : Optional.empty();
  }

  private static boolean isName(String arg) {
    return !arg.isBlank() && "-@\"'".indexOf(arg.charAt(0)) < 0;
  }

  /// The sample articles beside the program, when they are there.
  static Optional<Path> samples() {
    return Optional.ofNullable(System.getProperty("tellings.samples"))
        .map(Path::of)
        .filter(Files::isDirectory);
  }

  Workbench opened(boolean create, Progress progress) {
    return sample
        ? Workbench.openSample(shipped(), progress)
        : Workbench.open(folder(), create, progress);
  }

  /// Opened to read: also while another window or command has it open.
  @Override
  public Workbench read(Progress progress) {
    return sample
        ? Workbench.openSampleToRead(shipped(), progress)
        : Workbench.openToRead(folder(), progress);
  }

  /// The folder of the library that is meant.
  Path folder() {
    return sample ? Workbench.sampleFolder() : library.orElseGet(Workbench::defaultFolder);
  }

  private static Path shipped() {
    return samples()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the sample articles are not beside the program; add a folder of articles"
                        + " instead"));
  }
}
