package org.tellings.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;

/// Rows as the one sheet of a workbook, with a header line that stays in sight.
///
/// Text is written as text, so that no cell is a formula; numbers and truth values are written as
/// such.
final class Sheet {

  private static final String PROGRAM = "Tellings";
  private static final String VERSION = "1.0";

  /// Rows of a sheet, the header among them, and characters of a cell.
  private static final int MOST_ROWS = 1_048_576;

  private static final int LONGEST = 32_767;

  /// The earliest time that an archive can tell.
  private static final LocalDateTime MADE = LocalDateTime.of(1980, 1, 1, 0, 0);

  private static final String PROPERTIES = "docProps/core.xml";
  private static final Pattern CREATED =
      Pattern.compile("<dcterms:created[^>]*>[^<]*</dcterms:created>");

  /// Digits that a number keeps.
  private static final int DIGITS = 15;

  /// Fields whose values are numbers printed in full.
  private static final Set<String> NUMBERS = Set.of("low", "high");

  private Sheet() {}

  static byte[] of(String name, List<Map<String, @Nullable Object>> rows, List<String> fields) {
    if (rows.size() >= MOST_ROWS) {
      throw new IllegalArgumentException(
          String.format(
              Locale.ROOT,
              "a sheet holds %,d rows, and these are %,d; export as csv or jsonl, or of fewer"
                  + " articles",
              MOST_ROWS - 1,
              rows.size()));
    }
    Set<String> header = new LinkedHashSet<>(fields);
    rows.forEach(row -> header.addAll(row.keySet()));
    var out = new ByteArrayOutputStream();
    try (var book = new Workbook(out, PROGRAM, VERSION)) {
      var sheet = book.newWorksheet(name);
      var columns = List.copyOf(header);
      for (var c = 0; c < columns.size(); c++) {
        sheet.value(0, c, columns.get(c));
        sheet.style(0, c).bold().set();
      }
      sheet.freezePane(0, 1);
      for (var r = 0; r < rows.size(); r++) {
        for (var c = 0; c < columns.size(); c++) {
          var field = columns.get(c);
          put(sheet, r + 1, c, field, rows.get(r).get(field));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the workbook", e);
    }
    return undated(out.toByteArray());
  }

  /// Without the time of its making, so that the same rows make the same bytes.
  private static byte[] undated(byte[] book) {
    var out = new ByteArrayOutputStream();
    try {
      var file =
          Files.createTempFile("tellings", ".xlsx"); // its entries can be read from a file only
      try {
        Files.write(file, book);
        copied(file, out);
      } finally {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot make the workbook", e);
    }
    return out.toByteArray();
  }

  private static void copied(Path book, OutputStream out) throws IOException {
    try (var from = new ZipFile(book.toFile());
        var to = new ZipOutputStream(out)) {
      for (var entry : Collections.list(from.entries())) {
        var same = new ZipEntry(entry.getName());
        same.setTimeLocal(MADE);
        to.putNextEntry(same);
        var bytes = from.getInputStream(entry).readAllBytes();
        if (entry.getName().equals(PROPERTIES)) {
          var text = new String(bytes, StandardCharsets.UTF_8);
          bytes = CREATED.matcher(text).replaceFirst("").getBytes(StandardCharsets.UTF_8);
        }
        to.write(bytes);
        to.closeEntry();
      }
    }
  }

  private static void put(
      Worksheet sheet, int row, int column, String field, @Nullable Object value) {
    switch (value) {
      case null -> {}
      case Boolean truth -> sheet.value(row, column, truth);
      case Number number -> sheet.value(row, column, number);
      case List<?> list -> sheet.value(row, column, fitting(Json.line(list)));
      case Map<?, ?> map -> sheet.value(row, column, fitting(Json.line(map)));
      case Object other when isNumber(field, other.toString()) ->
          sheet.value(row, column, new BigDecimal(other.toString()));
      case Object other -> sheet.value(row, column, fitting(other.toString()));
    }
  }

  /// One of more digits than a sheet keeps stays text.
  private static boolean isNumber(String field, String text) {
    return NUMBERS.contains(field)
        && text.length() <= DIGITS
        && text.matches("-?[0-9]+(?:\\.[0-9]+)?");
  }

  private static String fitting(String text) {
    return text.length() <= LONGEST
        ? text
        : String.format(
            Locale.ROOT,
            "(%,d characters, too many for a cell; they are in csv and jsonl)",
            text.length());
  }
}
