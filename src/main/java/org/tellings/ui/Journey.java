package org.tellings.ui;

import java.util.ArrayDeque;
import java.util.Deque;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;

/// Where one has been: back and forward across the views. Only on the screen's thread.
final class Journey {

  private static final int MOST = 200;

  final BooleanProperty canGoBack = new SimpleBooleanProperty();
  final BooleanProperty canGoForward = new SimpleBooleanProperty();
  private final Deque<Runnable> past = new ArrayDeque<>();
  private final Deque<Runnable> future = new ArrayDeque<>();

  /// One leaves `here`, which can bring itself back, for somewhere new.
  void leave(Runnable here) {
    past.push(here);
    if (past.size() > MOST) {
      past.removeLast();
    }
    future.clear();
    tell();
  }

  void back(Runnable here) {
    if (!past.isEmpty()) {
      future.push(here);
      past.pop().run();
      tell();
    }
  }

  void forward(Runnable here) {
    if (!future.isEmpty()) {
      past.push(here);
      future.pop().run();
      tell();
    }
  }

  private void tell() {
    canGoBack.set(!past.isEmpty());
    canGoForward.set(!future.isEmpty());
  }
}
