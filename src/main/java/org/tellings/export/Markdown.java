package org.tellings.export;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/// Findings as Markdown to read or to write on: an article's under its file, each as a quotation
/// with what is known of it and where it stands.
final class Markdown {

  private static final Set<String> ELSEWHERE =
      Set.of(
          "id",
          "article",
          "file",
          "outlet",
          "start",
          "end",
          "text",
          "rule",
          "note",
          "speakerStart",
          "speakerEnd");

  /// What would be read as a mark of Markdown, or as HTML.
  private static final Pattern MARKS = Pattern.compile("[\\\\`*_{}\\[\\]<>#|~]");

  /// What begins a list or a heading at the start of a line.
  private static final Pattern BEGINNING = Pattern.compile("^(\\s*)([-+=]|[0-9]+[.)])");

  private Markdown() {}

  static String of(List<Map<String, @Nullable Object>> rows) {
    var out = new StringBuilder();
    var before = "";
    for (var row : rows) {
      var article = word(row, "article");
      if (!article.equals(before)) {
        var outlet = word(row, "outlet");
        out.append(before.isEmpty() ? "" : "\n")
            .append("## ")
            .append(plain(word(row, "file")))
            .append(outlet.isEmpty() ? "" : " · " + plain(outlet))
            .append("\n");
        before = article;
      }
      out.append('\n');
      word(row, "text").lines().forEach(line -> out.append("> ").append(plain(line)).append('\n'));
      out.append("\n— ").append(known(row)).append('\n');
      var note = word(row, "note");
      if (!note.isEmpty()) {
        out.append('\n');
        note.lines().forEach(line -> out.append(plain(line)).append('\n'));
      }
    }
    return out.toString();
  }

  private static String known(Map<String, @Nullable Object> row) {
    var fields =
        row.entrySet().stream()
            .filter(field -> !ELSEWHERE.contains(field.getKey()))
            .filter(field -> field.getValue() != null && !List.of().equals(field.getValue()))
            .map(field -> field.getKey() + ": " + plain(String.valueOf(field.getValue())))
            .collect(Collectors.joining("; "));
    return fields
        + (fields.isEmpty() ? "" : "; ")
        + "characters "
        + word(row, "start")
        + " to "
        + word(row, "end");
  }

  private static String word(Map<String, @Nullable Object> row, String field) {
    var value = row.get(field);
    return value == null ? "" : value.toString();
  }

  private static String plain(String text) {
    var marked =
        MARKS
            .matcher(text)
            .replaceAll(mark -> "\\\\" + java.util.regex.Matcher.quoteReplacement(mark.group()));
    return BEGINNING.matcher(marked).replaceFirst("$1\\\\$2");
  }
}
