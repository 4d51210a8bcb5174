package org.tellings.export;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/// The files within a QDPX file, by their names without the folder of sources, in small letters.
/// Nothing outside it is ever opened.
final class QdpxArchive implements AutoCloseable {

  private static final int MOST_TEXT = 64 << 20;
  private static final long MOST_TEXTS = 1L << 30;

  private final ZipFile zip;
  private final Map<String, String> entries = new HashMap<>();
  private long read;

  /// Of a file; one that is no zip archive is told by a [java.util.zip.ZipException].
  QdpxArchive(Path file) throws IOException {
    zip = new ZipFile(file.toFile());
    zip.stream()
        .filter(entry -> !entry.isDirectory())
        .forEach(
            entry ->
                entries.putIfAbsent(bare(entry.getName().replace('\\', '/')), entry.getName()));
  }

  /// The name within the archive, without the folder of sources, in small letters.
  static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("^(?:\\./)?(?:sources/)?", "");
  }

  /// The name of the project in it.
  Optional<String> project() {
    return has("project.qde")
        ? Optional.of("project.qde")
        : entries.keySet().stream().filter(e -> e.endsWith(".qde")).sorted().findFirst();
  }

  boolean has(String bare) {
    return entries.containsKey(bare);
  }

  InputStream open(String bare) throws IOException {
    var name = Optional.ofNullable(entries.get(bare)).orElseThrow();
    var entry = Optional.ofNullable(zip.getEntry(name)).orElseThrow();
    var in = Optional.ofNullable(zip.getInputStream(entry)).orElseThrow();
    return new Checked(new CheckedInputStream(in, new CRC32()), entry);
  }

  /// A text; empty when it is no UTF-8. More than 64 MB, or than 1 GB with all texts before, are
  /// refused by an [IllegalArgumentException].
  Optional<String> text(String bare) throws IOException {
    try (var in = open(bare)) {
      var bytes = in.readNBytes(MOST_TEXT + 1);
      read += bytes.length;
      if (bytes.length > MOST_TEXT || read > MOST_TEXTS) {
        throw new IllegalArgumentException(
            "this project has more text than can be read at once: 64 MB a text, 1 GB in all");
      }
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      return Optional.empty();
    }
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  /// Refuses, at its end, what is not what the archive says that it holds.
  private static final class Checked extends FilterInputStream {
    private final CheckedInputStream summed;
    private final ZipEntry entry;

    Checked(CheckedInputStream summed, ZipEntry entry) {
      super(summed);
      this.summed = summed;
      this.entry = entry;
    }

    @Override
    public int read() throws IOException {
      return checked(super.read());
    }

    @Override
    public int read(byte[] into, int at, int length) throws IOException {
      return checked(super.read(into, at, length));
    }

    private int checked(int read) throws ZipException {
      if (read < 0 && entry.getCrc() >= 0 && entry.getCrc() != summed.getChecksum().getValue()) {
        throw new ZipException("damaged: " + entry.getName());
      }
      return read;
    }
  }
}
