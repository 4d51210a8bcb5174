package org.tellings.export;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// A stream that gives so many bytes and fails at more: what an archive unpacks to may be without
/// end.
final class Limited extends FilterInputStream {

  private final long most;
  private long given;

  Limited(InputStream in, long most) {
    super(in);
    this.most = most;
  }

  @Override
  public int read() throws IOException {
    var one = super.read();
    count(one < 0 ? 0 : 1);
    return one;
  }

  @Override
  public int read(byte[] into, int from, int length) throws IOException {
    var read = super.read(into, from, length);
    count(Math.max(0, read));
    return read;
  }

  private void count(int read) throws IOException {
    given += read;
    if (given > most) {
      throw new IOException("what is packed in it is larger than " + (most >> 20) + " MB");
    }
  }
}
