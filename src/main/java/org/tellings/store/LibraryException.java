package org.tellings.store;

/// A library cannot be opened, read or written. The message is fit to show: what was tried, on
/// what, what was kept, what to do.
public final class LibraryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean readable;

  public LibraryException(String message) {
    this(message, false);
  }

  /// `readable`: the library can be opened to be read.
  LibraryException(String message, boolean readable) {
    super(message);
    this.readable = readable;
  }

  public LibraryException(String message, Throwable cause) {
    super(message, cause);
    this.readable = false;
  }

  /// True when the library cannot be changed now, but can be opened to be read.
  public boolean isReadable() {
    return readable;
  }
}
