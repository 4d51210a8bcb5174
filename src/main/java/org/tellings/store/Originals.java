package org.tellings.store;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;

/// The files as they came: one zip file a transaction, which any zip program opens.
///
/// A zip that no row of the library names was left by a killed program, and is written over.
final class Originals {

  // below this size a file is not worth packing tighter
  private static final int SMALL = 8192;

  // a pack of the same files has the same bytes
  private static final LocalDateTime NO_TIME = LocalDateTime.of(2000, 1, 1, 0, 0);

  private final Path folder;

  Originals(Path folder) {
    this.folder = folder;
  }

  /// Writes the files into a new pack, durable when this returns, and gives the pack's name.
  String write(String name, List<OriginalFile> originals) {
    var pack = name + ".zip";
    try (var file =
        FileChannel.open(
            folder.resolve(pack),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE)) {
      write(Channels.newOutputStream(file), originals);
      file.force(true);
      forceFolder();
      return pack;
    } catch (IOException e) {
      throw new UncheckedIOException("cannot keep copies of the files in " + folder, e);
    }
  }

  /// Makes the pack's name durable too, where the system lets a folder be opened.
  private void forceFolder() throws IOException {
    if (System.getProperty("os.name", "").startsWith("Windows")) {
      return; // it keeps names with the file
    }
    try (var names = FileChannel.open(folder, StandardOpenOption.READ)) {
      names.force(true);
    }
  }

  private static void write(OutputStream out, List<OriginalFile> originals) throws IOException {
    var zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16));
    zip.setLevel(Deflater.BEST_SPEED);
    for (var one : originals) {
      var entry = new ZipEntry(entry(one.sha256(), one.name()));
      entry.setTimeLocal(NO_TIME);
      if (one.content().length < SMALL) {
        var crc = new CRC32();
        crc.update(one.content());
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(one.content().length);
        entry.setCrc(crc.getValue());
      }
      zip.putNextEntry(entry);
      zip.write(one.content());
      zip.closeEntry();
    }
    zip.finish();
    zip.flush();
  }

  private static String entry(String sha256, String name) {
    return sha256 + "/" + name.replace('/', '_').replace('\\', '_');
  }

  /// Copies a pack, as long as it is there.
  void copy(String pack, Path to) throws IOException {
    if (Files.exists(folder.resolve(pack))) {
      Files.copy(folder.resolve(pack), to.resolve(pack), StandardCopyOption.REPLACE_EXISTING);
    }
  }

  /// The bytes of a file; empty when the pack or its entry is gone or cannot be read.
  Optional<byte[]> read(String pack, String sha256, String name) {
    try {
      if (pack.isEmpty()) {
        return Optional.of(Files.readAllBytes(folder.resolve(sha256)));
      }
      try (var zip = new ZipFile(folder.resolve(pack).toFile())) {
        var entry = zip.getEntry(entry(sha256, name));
        return entry == null
            ? Optional.empty()
            : Optional.of(zip.getInputStream(entry).readAllBytes());
      }
    } catch (IOException _) {
      return Optional.empty();
    }
  }
}
