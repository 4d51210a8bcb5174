package org.tellings.compare;

import java.util.List;
import org.tellings.model.Dated;

/// The words of the sentences that say why.
final class Words {

  private Words() {}

  static String outlet(Telling telling) {
    return telling.outlet().isKnown() ? telling.outlet().name() : telling.file();
  }

  /// `2025-01-30`, or `undated`.
  static String day(Telling telling) {
    return telling.heading().published().map(Dated::day).orElse("undated");
  }

  /// `once`, `twice`, `3 times`.
  static String times(int n) {
    return switch (n) {
      case 1 -> "once";
      case 2 -> "twice";
      default -> n + " times";
    };
  }

  /// `A`, `A and B`, `A, B and C`.
  static String list(List<String> names) {
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}
