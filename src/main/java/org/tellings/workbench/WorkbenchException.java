package org.tellings.workbench;

/// The library or the machine failed. The message is fit to show.
public final class WorkbenchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean readable;

  public WorkbenchException(String message, Throwable cause) {
    this(message, cause, false);
  }

  WorkbenchException(String message, Throwable cause, boolean readable) {
    super(message, cause);
    this.readable = readable;
  }

  public WorkbenchException(String message) {
    super(message);
    this.readable = false;
  }

  /// True when the library cannot be changed now, but [Workbench#openToRead] opens it.
  public boolean isReadable() {
    return readable;
  }
}
