package org.tellings.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Code;
import org.tellings.model.Code.Sense;

/// A codebook as CSV (RFC 4180, a header line, a row a code in the order of the tree), and back;
/// files with semicolons or tabs between the cells are read too.
///
/// As in every CSV of the program a cell that a spreadsheet would run as a formula begins with `'`;
/// here a text that begins with one gets another, so that both come back as they were.
public final class CodebookCsv {

  private static final List<String> FIELDS =
      List.of(
          "code",
          "key",
          "use",
          "definition",
          "when",
          "whenNot",
          "examples",
          "memo",
          "colour",
          "id");

  /// What stands between cells, tried in this order: spreadsheets write others in some countries.
  private static final String SEPARATORS = ",;\t";

  private static final String DEFUSED = "'=+-@\t\r＝＋－＠";

  private CodebookCsv() {}

  public static String of(List<Code> codes) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (var code : codes) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("code", guarded(code.name()));
      row.put("key", code.key() == 0 ? null : code.key());
      row.put("use", code.use().word());
      row.put("definition", guarded(code.sense().definition()));
      row.put("when", guarded(code.sense().when()));
      row.put("whenNot", guarded(code.sense().whenNot()));
      row.put("examples", guarded(code.sense().examples()));
      row.put("memo", guarded(code.sense().memo()));
      row.put("colour", code.colour());
      row.put("id", guarded(code.id()));
      rows.add(row);
    }
    return Exporters.csv(rows, FIELDS);
  }

  private static String guarded(String text) {
    return text.startsWith("'") ? "'" + text : text;
  }

  /// The codes in a file, which has at least a column `code`. Why it cannot be read is told by an
  /// [IllegalArgumentException].
  public static List<Code> read(String csv) {
    var text = csv.replaceFirst("^\ufeff", "");
    var rows =
        SEPARATORS
            .chars()
            .mapToObj(between -> rows(text, (char) between))
            .filter(read -> !read.isEmpty() && header(read.getFirst()).contains("code"))
            .findFirst()
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "this file is no codebook: its first line has no column called code"));
    var header = header(rows.getFirst());
    if (header.contains("article") && header.contains("coder")) {
      throw new IllegalArgumentException(
          "this file is no codebook but a table of codings: it has the columns article and coder");
    }
    List<Code> codes = new ArrayList<>();
    Map<String, Integer> seen = new HashMap<>();
    for (var i = 1; i < rows.size(); i++) {
      if (rows.get(i).stream().allMatch(String::isBlank)) {
        continue; // as spreadsheets write below what is filled in
      }
      if (rows.get(i).stream().skip(header.size()).anyMatch(cell -> !cell.isBlank())) {
        throw new IllegalArgumentException(
            "row "
                + (i + 1)
                + " has more cells than the first line has names; a text with a comma in it stands"
                + " between quotation marks");
      }
      Map<String, String> row = new LinkedHashMap<>();
      for (var j = 0; j < Math.min(header.size(), rows.get(i).size()); j++) {
        row.put(header.get(j), bare(rows.get(i).get(j)));
      }
      try {
        var code = code(row, i);
        var before = seen.putIfAbsent(code.name().toLowerCase(Locale.ROOT), i + 1);
        if (before != null) {
          throw new IllegalArgumentException(
              "the code “" + code.name() + "” stands in row " + before + " too");
        }
        codes.add(code);
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("row " + (i + 1) + ": " + e.getMessage(), e);
      }
    }
    return codes;
  }

  private static Code code(Map<String, String> row, int place) {
    var name = row.getOrDefault("code", "").strip();
    var key = row.getOrDefault("key", "").strip();
    var use = row.getOrDefault("use", "").strip().toUpperCase(Locale.ROOT);
    if (name.isEmpty()) {
      throw new IllegalArgumentException("no code is named");
    }
    if (!key.matches("[0-9]?")) {
      throw new IllegalArgumentException("not a key from 1 to 9: " + key);
    }
    return new Code(
        row.getOrDefault("id", "").isEmpty() ? name : row.getOrDefault("id", ""),
        name,
        key.isEmpty() ? 0 : Integer.parseInt(key),
        place,
        use.isEmpty() ? Code.Use.GIVEN : use(use),
        row.getOrDefault("colour", ""),
        new Sense(
            row.getOrDefault("definition", ""),
            row.getOrDefault("when", ""),
            row.getOrDefault("whenNot", ""),
            row.getOrDefault("examples", ""),
            row.getOrDefault("memo", "")));
  }

  private static Code.Use use(String word) {
    return Arrays.stream(Code.Use.values())
        .filter(one -> one.word().equalsIgnoreCase(word) || one.name().equals(word))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "not a use: "
                        + word.toLowerCase(Locale.ROOT)
                        + "; there are "
                        + String.join(
                            " ", Arrays.stream(Code.Use.values()).map(Code.Use::word).toList())));
  }

  /// The fields a header names, as they are written here.
  private static List<String> header(List<String> cells) {
    return cells.stream()
        .map(String::strip)
        .map(
            cell ->
                FIELDS.stream()
                    .filter(field -> field.equalsIgnoreCase(cell))
                    .findFirst()
                    .orElse(cell))
        .toList();
  }

  private static String bare(String cell) {
    return cell.length() > 1 && cell.startsWith("'") && DEFUSED.indexOf(cell.charAt(1)) >= 0
        ? cell.substring(1)
        : cell;
  }

  private static List<List<String>> rows(String csv, char between) {
    List<List<String>> rows = new ArrayList<>();
    List<String> row = new ArrayList<>();
    var cell = new StringBuilder();
    var isQuoted = false;
    for (var i = 0; i < csv.length(); i++) {
      var c = csv.charAt(i);
      if (isQuoted) {
        if (c != '"') {
          cell.append(c);
        } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
          cell.append('"');
          i++;
        } else {
          isQuoted = false;
        }
      } else if (c == '"') {
        isQuoted = true;
      } else if (c == between) {
        row.add(cell.toString());
        cell.setLength(0);
      } else if (c == '\n' || c == '\r') {
        if (c == '\r' && i + 1 < csv.length() && csv.charAt(i + 1) == '\n') {
          i++;
        }
        end(rows, row, cell);
        row = new ArrayList<>();
      } else {
        cell.append(c);
      }
    }
    if (isQuoted) {
      throw new IllegalArgumentException("a cell that begins with \" does not end");
    }
    end(rows, row, cell);
    return rows;
  }

  /// Empty lines are none.
  private static void end(List<List<String>> rows, List<String> row, StringBuilder cell) {
    if (!row.isEmpty() || !cell.isEmpty()) {
      row.add(cell.toString());
      cell.setLength(0);
      rows.add(row);
    }
  }
}
