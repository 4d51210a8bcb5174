package org.tellings.workbench;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.read.ArticleReader;
import org.tellings.read.ArticleReader.Outcome;
import org.tellings.read.Readers;
import org.tellings.store.Found;

/// One file that was offered, read and extracted, before the library has seen it.
///
/// `content` is what was read, empty where nothing was.
record Offered(Path path, long bytes, String sha256, byte[] content, Result result) {

  private static final byte[] NOTHING = {};

  // README, README_old.txt, Licence-MIT; not readmeter.txt
  private static final Pattern ABOUT =
      Pattern.compile("(?:readme|licen[sc]e)(?![a-z])", Pattern.CASE_INSENSITIVE);

  /// Larger files are refused.
  static final long MOST_BYTES = 64L << 20;

  sealed interface Result {
    record Read(Article article, List<String> missing, Found found) implements Result {}

    record Refused(String rule, String reason) implements Result {}

    record Skipped(String rule, String reason) implements Result {}
  }

  /// The file's name without folders.
  String name() {
    return String.valueOf(path.getFileName());
  }

  /// All files below the given paths, each folder's in the order of their names. A hidden folder
  /// stands for what is in it; symbolic links to folders are not followed.
  static List<Path> files(List<Path> paths) {
    List<Path> all = new ArrayList<>();
    for (var path : paths) {
      if (!Files.isDirectory(path)) {
        all.add(path);
        continue;
      }
      List<Path> below = new ArrayList<>();
      try {
        Files.walkFileTree(
            path,
            new SimpleFileVisitor<>() {
              @Override
              public FileVisitResult preVisitDirectory(
                  Path folder, BasicFileAttributes attributes) {
                if (folder.equals(path) || !isHidden(folder)) {
                  return FileVisitResult.CONTINUE;
                }
                below.add(folder);
                return FileVisitResult.SKIP_SUBTREE;
              }

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

  private static boolean isHidden(Path path) {
    return String.valueOf(path.getFileName()).startsWith(".");
  }

  /// The size of a file as far as it can be told, never more than what is read of it; 0 where not.
  static long sizeOf(Path path) {
    try {
      var size = Files.size(path);
      return size > MOST_BYTES ? 0 : size;
    } catch (IOException _) {
      return 0; // reading it will say what is wrong with it
    }
  }

  /// Reads and extracts one file.
  static Offered of(Path path) {
    var name = String.valueOf(path.getFileName());
    if (isHidden(path)) {
      return skipped(path, 0, "hidden", Files.isDirectory(path) ? "hidden folder" : "hidden file");
    }
    if (ABOUT.matcher(name).lookingAt()) {
      return skipped(path, 0, "about-the-folder", "tells about the folder, is no article");
    }
    if (name.toLowerCase(Locale.ROOT).endsWith(".pack")) {
      return skipped(path, 0, "pack", "decisions of people; `import` takes them in");
    }
    try {
      var about = Files.readAttributes(path, BasicFileAttributes.class);
      if (Files.isSymbolicLink(path) && about.isDirectory()) {
        return skipped(
            path, 0, "link", "a link to a folder is not followed; add the folder itself");
      }
      if (about.isDirectory()) {
        return refused(path, 0, "rights", "no right to read this folder");
      }
      if (!about.isRegularFile()) {
        return skipped(path, 0, "no-file", "not an ordinary file");
      }
      if (about.size() > MOST_BYTES) {
        return refused(
            path,
            about.size(),
            "too-large",
            "larger than 64 MB; split it or save the article alone");
      }
      return of(path, name, Files.readAllBytes(path));
    } catch (NoSuchFileException _) {
      return refused(path, 0, "missing", "there is no such file");
    } catch (AccessDeniedException _) {
      return refused(path, 0, "rights", "no right to read this file");
    } catch (IOException e) {
      return refused(path, 0, "io", "could not be read: " + e.getMessage());
    }
  }

  /// What a file of this name with these bytes gives.
  static Offered of(Path path, String name, byte[] bytes) {
    var reader = Readers.forFile(name, Arrays.copyOf(bytes, Math.min(bytes.length, 4096)));
    if (reader.isEmpty()) {
      return skipped(
          path, bytes.length, "kind", "no readable kind of file; text, Markdown and HTML are");
    }
    try {
      return read(reader.get(), path, name, bytes);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      // a fault of ours on one file is told of that file, and the others go on
      return refused(
          path,
          bytes.length,
          "failed",
          e instanceof OutOfMemoryError
              ? "there is not memory enough to read it; split it or save the article alone"
              : "the program failed on this file (" + e + "); please report it");
    }
  }

  private static Offered read(ArticleReader reader, Path path, String name, byte[] bytes) {
    return switch (reader.read(name, bytes)) {
      case Outcome.Read r ->
          new Offered(
              path,
              bytes.length,
              Article.sha256(bytes),
              bytes,
              new Result.Read(
                  r.article(), r.missing(), Found.of(Extractors.extractAll(r.article()))));
      case Outcome.Refused r -> refused(path, bytes.length, r.rule(), r.reason());
    };
  }

  private static Offered skipped(Path path, long bytes, String rule, String reason) {
    return new Offered(path, bytes, "", NOTHING, new Result.Skipped(rule, reason));
  }

  private static Offered refused(Path path, long bytes, String rule, String reason) {
    return new Offered(path, bytes, "", NOTHING, new Result.Refused(rule, reason));
  }
}
