package org.tellings.workbench;

/// The library or the machine failed. The message is fit to show.
public final class WorkbenchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final boolean readable;
  private final boolean damaged;

  public WorkbenchException(String message, Throwable cause) {
    this(message, cause, false, false);
  }

  WorkbenchException(String message, Throwable cause, boolean readable, boolean damaged) {
    super(message, cause);
    this.readable = readable;
    this.damaged = damaged;
  }

  public WorkbenchException(String message) {
    super(message);
    this.readable = false;
    this.damaged = false;
  }

  /// True when the library's file is damaged, and [Workbench#rescue] may save what is left in it.
  public boolean isDamaged() {
    return damaged;
  }

  /// True when the library cannot be changed now, but [Workbench#openToRead] opens it.
  public boolean isReadable() {
    return readable;
  }
}
