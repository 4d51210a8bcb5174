package org.tellings.store;

/// A library cannot be opened, read or written. The message is fit to show: what was tried, on
/// what, what was kept, what to do.
public final class LibraryException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public LibraryException(String message) {
    super(message);
  }

  public LibraryException(String message, Throwable cause) {
    super(message, cause);
  }
}
