package org.tellings.workbench;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.tellings.model.Span;

/// Sentences that stand in more than one place.
final class Words {

  static final String SAME_FILE = "this file is already there";

  private Words() {}

  /// "Added 1 article", "Added 3 articles".
  static String count(String verb, int n, String what) {
    return verb + " " + n + " " + what + (n == 1 ? "" : "s");
  }

  /// "1 article", "3 articles".
  static String number(int n, String what) {
    return n + " " + what + (n == 1 ? "" : "s");
  }

  /// The words between marks, shortened to at most 48 characters.
  static String excerpt(String words) {
    var one = words.replace('\n', ' ');
    return "“" + (one.length() <= 48 ? one : one.substring(0, 47) + "…") + "”";
  }

  /// Refuses a passage that ends after its text.
  static void checkEnd(Span span, String text) {
    if (span.end() > text.length()) {
      throw new IllegalArgumentException(
          "the passage ends at character " + span.end() + ", and the text has " + text.length());
    }
  }

  /// Why a file could not be read.
  static String unread(Path file, IOException problem) {
    return switch (problem) {
      case NoSuchFileException _ -> "there is no such file";
      case AccessDeniedException _ -> "no right to read it";
      case CharacterCodingException _ -> "it is no text in UTF-8";
      default -> cause(file, problem);
    };
  }

  /// Why a file could not be written.
  static String cause(Path file, IOException problem) {
    if (Files.isDirectory(file)) {
      return "it is a folder";
    }
    return switch (problem) {
      case NoSuchFileException _ -> "there is no such folder";
      case AccessDeniedException _ -> "no right to write there";
      case FileSystemException e when e.getReason() != null -> e.getReason();
      default -> Optional.ofNullable(problem.getMessage()).orElseGet(problem::toString);
    };
  }
}
