package org.tellings.workbench;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.model.Finding;
import org.tellings.read.ArticleReader.Outcome;
import org.tellings.read.Readers;

/// One file that was offered, read and extracted, before the library has seen it.
record Offered(Path path, long bytes, String sha256, Result result) {

  /// Larger files are refused.
  static final long MOST_BYTES = 64L << 20;

  sealed interface Result {
    record Read(Article article, List<String> missing, List<Finding> findings) implements Result {}

    record Refused(String rule, String reason) implements Result {}

    record Skipped(String rule, String reason) implements Result {}
  }

  /// All files below the given paths, each folder's in the order of their names; symbolic links to
  /// folders are not followed.
  static List<Path> files(List<Path> paths) {
    List<Path> all = new ArrayList<>();
    for (var path : paths) {
      if (!Files.isDirectory(path)) {
        all.add(path);
        continue;
      }
      List<Path> below = new ArrayList<>();
      try {
        Files.walkFileTree(path, new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            below.add(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFileFailed(Path file, IOException e) {
            below.add(file);
            return FileVisitResult.CONTINUE;
          }
        });
      } catch (IOException e) {
        below.add(path);
      }
      below.sort(Comparator.comparing(Path::toString));
      all.addAll(below);
    }
    return all;
  }

  /// Reads and extracts one file.
  static Offered of(Path path) {
    var name = String.valueOf(path.getFileName());
    var bare = name.toUpperCase(Locale.ROOT).replaceFirst("\\..{0,20}$", "");
    if (name.startsWith(".")) {
      return new Offered(path, 0, "", new Result.Skipped("hidden", "hidden file"));
    }
    if (bare.equals("README") || bare.equals("LICENSE")) {
      return new Offered(path, 0, "", new Result.Skipped("about-the-folder", "tells about the folder, is no article"));
    }
    if (!Files.exists(path)) {
      return new Offered(path, 0, "", new Result.Refused("missing", "there is no such file"));
    }
    try {
      if (!Files.isRegularFile(path)) {
        return Files.isDirectory(path)
            ? new Offered(path, 0, "", new Result.Refused("rights", "no right to read this folder"))
            : new Offered(path, 0, "", new Result.Skipped("no-file", "not an ordinary file"));
      }
      var size = Files.size(path);
      if (size > MOST_BYTES) {
        return new Offered(path, size, "", new Result.Refused("too-large", "larger than 64 MB; split it or save the article alone"));
      }
      var bytes = Files.readAllBytes(path);
      var sha = sha256(bytes);
      var reader = Readers.forFile(name, Arrays.copyOf(bytes, Math.min(bytes.length, 4096)));
      if (reader.isEmpty()) {
        return new Offered(path, size, sha, new Result.Skipped("kind", "no readable kind of file; text, Markdown and HTML are"));
      }
      return switch (reader.get().read(name, bytes)) {
        case Outcome.Read r ->
            new Offered(path, size, sha, new Result.Read(r.article(), r.missing(), Extractors.extractAll(r.article())));
        case Outcome.Refused r -> new Offered(path, size, sha, new Result.Refused(r.rule(), r.reason()));
      };
    } catch (java.nio.file.AccessDeniedException e) {
      return new Offered(path, 0, "", new Result.Refused("rights", "no right to read this file"));
    } catch (IOException e) {
      return new Offered(path, 0, "", new Result.Refused("io", "could not be read: " + e.getMessage()));
    }
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
