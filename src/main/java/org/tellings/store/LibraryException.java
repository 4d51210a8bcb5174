package org.tellings.store;

import org.jspecify.annotations.Nullable;

/// A library cannot be opened, read or written. The message is fit to show: what was tried, on
/// what, what was kept, what to do.
public final class LibraryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean readable;
  private final boolean damaged;

  public LibraryException(String message) {
    this(message, null, false, false);
  }

  public LibraryException(String message, Throwable cause) {
    this(message, cause, false, false);
  }

  private LibraryException(
      String message, @Nullable Throwable cause, boolean readable, boolean damaged) {
    super(message, cause);
    this.readable = readable;
    this.damaged = damaged;
  }

  static LibraryException readable(String message) {
    return new LibraryException(message, null, true, false);
  }

  static LibraryException damaged(String message, @Nullable Throwable cause) {
    return new LibraryException(message, cause, false, true);
  }

  /// True when the library cannot be changed now, but can be opened to be read.
  public boolean isReadable() {
    return readable;
  }

  /// True when the library's file is damaged, and [Library#rescue] may save what is left in it.
  public boolean isDamaged() {
    return damaged;
  }
}
