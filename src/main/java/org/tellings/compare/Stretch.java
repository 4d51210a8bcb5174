package org.tellings.compare;

/// Words of a tape from `first` to before `end`.
record Stretch(Tape tape, int first, int end) {

  int length() {
    return end - first;
  }
}
