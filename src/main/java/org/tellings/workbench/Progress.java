package org.tellings.workbench;

import org.tellings.model.Intake;

/// Hears how long work goes on, and may stop it. Called from the working threads.
public interface Progress {

  /// `done` of `total` files (-1: not known yet); `what` names the file or step at hand.
  void at(int done, int total, String what);

  /// The file whose reading is waited for now; called for each, in the order offered, and to return
  /// at once.
  default void begun(String file) {}

  /// One file has been dealt with.
  default void intake(Intake intake) {}

  /// Asked between steps; when true the work ends in a consistent library and keeps what is ready.
  default boolean isCancelled() {
    return false;
  }

  /// Hears nothing and never stops.
  static Progress none() {
    return (done, total, what) -> {};
  }
}
