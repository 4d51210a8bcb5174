package org.tellings.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;

/// All that is needed to make a report again from its library: the outline, the day on which it was
/// made, and the hash of the library as it was. A report carries its own.
///
/// `made` is an ISO day, `library` the hash of [Material#hash], `program` the version of the
/// program that made it.
public record Recipe(String outline, String made, String library, String program) {

  /// The version of this program.
  public static final String PROGRAM = "0.1.0";

  /// How reports are made; another number is made in another way and cannot be verified.
  static final int FORMAT = 2;

  private static final String BEGIN = "<script type=\"application/json\" id=\"recipe\">";
  private static final String END = "</script>";

  /// The outline of a report when nobody wrote one.
  public static final String WHOLE =
      """
      # What the articles tell, and where they part

      ## Figures that differ

      {figures}

      ## Claims

      {chart matrix}

      {chart hedges}

      {claims}

      ## Quotations

      {chart quotes}

      {quotes}

      ## What happened

      {chart timeline}

      {timeline}

      ## Who is called what

      {roles}

      ## Sources without a name

      {unnamed}

      {outlets}

      ## What does not go together

      {anomalies}
      """;

  /// As one line of the report; no character of it can end the element it stands in.
  String line() {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>();
    fields.put("format", FORMAT);
    fields.put("program", program);
    fields.put("made", made);
    fields.put("library", library);
    fields.put("outline", outline);
    return BEGIN + Json.line(fields).replace("<", "\\u003c") + END;
  }

  /// The recipe of a report; empty when it has none that can be read.
  static Optional<Recipe> of(String report) {
    return report
        .lines()
        .filter(line -> line.startsWith(BEGIN) && line.endsWith(END))
        .findFirst()
        .map(line -> line.substring(BEGIN.length(), line.length() - END.length()))
        .flatMap(Json::object)
        .filter(fields -> Integer.valueOf(FORMAT).equals(fields.get("format")))
        .flatMap(Recipe::read);
  }

  private static Optional<Recipe> read(Map<String, @Nullable Object> fields) {
    return fields.get("outline") instanceof String outline
            && fields.get("made") instanceof String made
            && fields.get("library") instanceof String library
            && fields.get("program") instanceof String program
        ? Optional.of(new Recipe(outline, made, library, program))
        : Optional.empty();
  }
}
