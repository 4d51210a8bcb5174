package org.tellings.workbench;

/// Sentences that stand in more than one place.
final class Words {

  static final String SAME_FILE = "this file is already there";

  private Words() {}

  /// "Added 1 article", "Added 3 articles".
  static String count(String verb, int n, String what) {
    return verb + " " + n + " " + what + (n == 1 ? "" : "s");
  }

  /// The words between marks, shortened to at most 48 characters.
  static String excerpt(String words) {
    var one = words.replace('\n', ' ');
    return "“" + (one.length() <= 48 ? one : one.substring(0, 47) + "…") + "”";
  }
}
