package org.tellings.read;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Optional;
import org.mozilla.universalchardet.UniversalDetector;

/// Bytes to letters: a byte-order mark decides, then the zeros of UTF-16, then valid UTF-8, then
/// what the letters look like.
final class Letters {

  static final String NO_TEXT =
      "the file holds no text, or its letters are kept in a way that cannot be told; save it as"
          + " UTF-8";

  private Letters() {}

  /// The text of these bytes; empty when they are no text.
  static Optional<String> of(byte[] bytes) {
    return read(bytes).filter(Letters::isText);
  }

  /// True when a byte-order mark says how the letters are kept.
  static boolean isMarked(byte[] bytes) {
    return starts(bytes, 0xEF, 0xBB, 0xBF)
        || starts(bytes, 0xFF, 0xFE)
        || starts(bytes, 0xFE, 0xFF);
  }

  private static Optional<String> read(byte[] bytes) {
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return Optional.of(new String(bytes, 3, bytes.length - 3, StandardCharsets.UTF_8));
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16LE));
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return Optional.of(new String(bytes, 2, bytes.length - 2, StandardCharsets.UTF_16BE));
    }
    for (var b : bytes) {
      if (b == 0) {
        return wide(bytes);
      }
    }
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException _) {
      return Optional.of(new String(bytes, guessed(bytes)));
    }
  }

  /// Text has next to no control characters and letters that are none; of random bytes every tenth
  /// is one.
  private static boolean isText(String text) {
    var odd =
        text.chars().filter(c -> c < ' ' && "\t\n\r\f".indexOf(c) < 0 || c == 0xFFFD).count()
            + text.chars().filter(c -> c >= 0x7F && c < 0xA0 && c != 0x85).count();
    return odd * 30 <= text.length();
  }

  /// UTF-16 without its mark: in most languages every second byte of most letters is a zero.
  private static Optional<String> wide(byte[] bytes) {
    var zeros = new int[2];
    for (var i = 0; i < bytes.length; i++) {
      zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
    }
    if (bytes.length % 2 != 0 || Math.max(zeros[0], zeros[1]) < bytes.length / 4) {
      return Optional.empty();
    }
    var text =
        new String(
            bytes, zeros[0] > zeros[1] ? StandardCharsets.UTF_16BE : StandardCharsets.UTF_16LE);
    return text.chars().anyMatch(c -> c < ' ' && "\t\n\r\f".indexOf(c) < 0 || c == 0xFFFD)
        ? Optional.empty()
        : Optional.of(text);
  }

  private static Charset guessed(byte[] bytes) {
    var detector = new UniversalDetector();
    detector.handleData(bytes, 0, Math.min(bytes.length, 1 << 16));
    detector.dataEnd();
    try {
      return Optional.ofNullable(detector.getDetectedCharset())
          .map(Charset::forName)
          .orElse(Charset.forName("windows-1252"));
    } catch (IllegalCharsetNameException | UnsupportedCharsetException _) {
      return Charset.forName("windows-1252");
    }
  }

  private static boolean starts(byte[] bytes, int... mark) {
    for (var i = 0; i < mark.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != mark[i]) {
        return false;
      }
    }
    return true;
  }
}
