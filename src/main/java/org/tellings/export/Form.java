package org.tellings.export;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A form in which rows are written into a file.
public enum Form {
  CSV("csv"),
  JSONL("jsonl"),

  /// One sheet of a workbook.
  XLSX("xlsx"),

  MARKDOWN("md"),

  /// The form of reference managers that goes by the name of Research Information Systems.
  RIS("ris"),

  BIBTEX("bib"),

  /// The bibliographic JSON of the Citation Style Language.
  CSL("json"),

  /// Drafts of schema.org's ClaimReview; before the other form of JSON-LD, whose files end alike.
  CLAIMREVIEW("claimreview.jsonld"),

  /// W3C Web Annotation.
  WEBANNOTATION("jsonld"),

  /// A project of the REFI-QDA standard: no rows, but texts with all that is coded in them.
  QDPX("qdpx"),

  /// A database of Discourse Network Analyzer 3: no rows either.
  DNA("dna");

  private static final List<String> FINDINGS =
      List.of("quotes", "claims", "figures", "dates", "entities", "codings");

  private final String ending;

  Form(String ending) {
    this.ending = ending;
  }

  /// Its name on the command line.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// How the names of its files end, without the point.
  public String ending() {
    return ending;
  }

  /// Whether things of this kind (`articles`, `quotes` …) can be written so.
  public boolean suits(String kind) {
    return switch (this) {
      case CSV, JSONL, XLSX -> true;
      case MARKDOWN, WEBANNOTATION -> FINDINGS.contains(kind);
      case RIS, BIBTEX, CSL -> kind.equals("articles");
      case CLAIMREVIEW -> kind.equals("claims");
      case QDPX -> kind.equals("codings");
      case DNA -> kind.equals("codings") || kind.equals("claims");
    };
  }

  /// Whether it is text of lines; else it is written into a file alone.
  public boolean isText() {
    return this != XLSX && isRows();
  }

  /// Whether it is made of rows by [#file].
  public boolean isRows() {
    return this != QDPX && this != DNA;
  }

  /// Those that suit a kind.
  public static List<Form> suiting(String kind) {
    return Arrays.stream(values()).filter(form -> form.suits(kind)).toList();
  }

  /// By its word.
  public static Form of(String word) {
    return Arrays.stream(values())
        .filter(form -> form.word().equals(word))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException("there is no form " + word));
  }

  /// By how a file's name ends; csv when no form's files end so.
  public static Form ofFile(String name) {
    var low = name.toLowerCase(Locale.ROOT);
    return Arrays.stream(values())
        .filter(form -> low.endsWith("." + form.ending))
        .findFirst()
        .orElse(CSV);
  }

  /// The file: rows with the published fields of [Exporters], or for Web Annotation the annotations
  /// of [Annotations]. `fields` are the columns of a table, which stand there without rows too.
  public byte[] file(String kind, List<Map<String, @Nullable Object>> rows, List<String> fields) {
    return switch (this) {
      case CSV -> bytes(Exporters.csv(rows, fields));
      case JSONL -> bytes(Exporters.jsonl(rows));
      case XLSX -> Sheet.of(kind, rows, fields);
      case MARKDOWN -> bytes(Markdown.of(rows));
      case RIS -> bytes(References.ris(rows));
      case BIBTEX -> bytes(References.bibtex(rows));
      case CSL -> bytes(References.csl(rows));
      case WEBANNOTATION -> bytes(Annotations.collection(kind, rows));
      case CLAIMREVIEW -> bytes(ClaimReviews.document(rows));
      case QDPX, DNA -> throw new IllegalArgumentException(word() + " is not made of rows");
    };
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
