package org.tellings;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;

/// Keeps why the last write into a stream failed, which a print stream does not.
final class Noted extends FilterOutputStream {

  private String why = "";

  Noted(OutputStream to) {
    super(to);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    try {
      out.write(bytes, from, count);
    } catch (IOException e) {
      why = String.valueOf(e.getMessage());
      throw e;
    }
  }

  /// Whether who read the output has enough of it, as `| head` does.
  boolean isClosedPipe() {
    return why.toLowerCase(Locale.ROOT).contains("pipe");
  }
}
