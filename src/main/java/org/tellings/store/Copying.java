package org.tellings.store;

import java.nio.file.Path;
import java.util.List;

/// Copies of a whole library, without its index, in empty folders. Nobody waits for them, and
/// nothing changes in the library.
public final class Copying {

  private final LibraryFolder folder;
  private final Tables tables;
  private final Originals originals;

  Copying(LibraryFolder folder, Tables tables, Originals originals) {
    this.folder = folder;
    this.tables = tables;
    this.originals = originals;
  }

  /// Writes the library as it is now.
  public void to(Path empty) {
    LibraryFolder.copy(tables, originals, empty);
  }

  /// The versions of the file of which a copy was kept when it was brought forward.
  public List<Integer> earlierVersions() {
    return folder.earlier();
  }

  /// Writes the library as it was under an earlier version.
  public void earlierTo(int version, Path empty) {
    folder.copyEarlier(version, empty);
  }
}
