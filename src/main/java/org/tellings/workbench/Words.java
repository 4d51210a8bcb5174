package org.tellings.workbench;

/// Sentences that stand in more than one place.
final class Words {

  static final String SAME_FILE = "this file is already there";

  private Words() {}

  /// "Added 1 article", "Added 3 articles".
  static String count(String verb, int n, String what) {
    return verb + " " + n + " " + what + (n == 1 ? "" : "s");
  }
}
