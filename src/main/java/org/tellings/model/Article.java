package org.tellings.model;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/// One article: its text, what stands over it, and what was taken off.
///
/// The text never changes once stored; its SHA-256 names the article. Paragraphs are separated by
/// one blank line (`\n\n`); the title is not part of the text. `file` is the name of the file it
/// came from, without folders.
public record Article(
    ArticleId id, String file, Heading heading, String text, String sha256, List<Removed> removed) {

  public Article {
    removed = List.copyOf(removed);
  }

  /// Makes the article of this text; id and hash are computed from it.
  public static Article of(String file, Heading heading, String text, List<Removed> removed) {
    var sha = sha256(text);
    return new Article(new ArticleId(sha.substring(0, 16)), file, heading, text, sha, removed);
  }

  /// The same article under another heading.
  public Article with(Heading to) {
    return new Article(id, file, to, text, sha256, removed);
  }

  public String title() {
    return heading.title();
  }

  public Outlet outlet() {
    return heading.outlet();
  }

  /// Words of the text: runs without white space.
  public int words() {
    return words(text);
  }

  /// Words of a text: runs without white space.
  public static int words(String text) {
    var count = 0;
    var inside = false;
    for (var i = 0; i < text.length(); i++) {
      var c = text.charAt(i);
      var wordy = c > ' ' && c < 0x7f || !Character.isWhitespace(c); // most are letters
      if (wordy && !inside) {
        count++;
      }
      inside = wordy;
    }
    return count;
  }

  /// SHA-256 of the text's UTF-8 bytes, in hex. Lone surrogates count as `?`.
  public static String sha256(String text) {
    return sha256(text.getBytes(StandardCharsets.UTF_8));
  }

  /// SHA-256 of bytes, in hex.
  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }
}
