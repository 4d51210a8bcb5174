package org.tellings.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Rows for eyes: columns padded to their widest cell, of at most 48 characters.
final class Table {

  private static final int WIDEST = 48;

  private Table() {}

  static String of(List<Map<String, @Nullable Object>> rows, List<String> columns) {
    return of(rows, columns, "");
  }

  /// With the field `under`, where a row has it, in a line of its own below the row.
  static String of(List<Map<String, @Nullable Object>> rows, List<String> columns, String under) {
    var widths = new int[columns.size()];
    for (var i = 0; i < widths.length; i++) {
      widths[i] = columns.get(i).length();
      for (var row : rows) {
        widths[i] = Math.max(widths[i], cell(row, columns.get(i)).length());
      }
    }
    var text = new StringBuilder();
    for (var i = 0; i < columns.size(); i++) {
      text.append(padded(columns.get(i), widths[i]));
    }
    text.append('\n');
    for (var row : rows) {
      for (var i = 0; i < columns.size(); i++) {
        text.append(padded(cell(row, columns.get(i)), widths[i]));
      }
      text.append('\n');
      Optional.ofNullable(row.get(under))
          .ifPresent(w -> text.append("    ").append(w).append('\n'));
    }
    return text.toString();
  }

  private static String cell(Map<String, @Nullable Object> row, String column) {
    var text =
        Optional.ofNullable(row.get(column)).map(Object::toString).orElse("").replace('\n', ' ');
    return text.length() > WIDEST ? text.substring(0, WIDEST - 1) + "…" : text;
  }

  private static String padded(String text, int width) {
    return text + " ".repeat(Math.max(0, width - text.length()) + 2);
  }
}
