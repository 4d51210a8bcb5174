package bench;

import java.nio.file.Files;
import java.nio.file.Path;

/// Where the public sets lie that others labelled, none of which is in the repository.
final class Sets {

  private Sets() {}

  /// A file or folder of a set; when it is not there the run ends and says what goes where.
  static Path in(Path data, String place, String repository) {
    var there = data.resolve(place);
    if (!Files.exists(there)) {
      System.err.printf(
          "not there: %s%nThe set is %s on GitHub; docs/accuracy.md says which folders go where.%n",
          there.toAbsolutePath().normalize(), repository);
      System.exit(2);
    }
    return there;
  }
}
