package org.tellings.workbench;

/// The library or the machine failed. The message is fit to show.
public final class WorkbenchException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public WorkbenchException(String message, Throwable cause) {
    super(message, cause);
  }

  public WorkbenchException(String message) {
    super(message);
  }
}
