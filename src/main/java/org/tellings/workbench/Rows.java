package org.tellings.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tellings.export.CodingRows;
import org.tellings.export.Exporters;
import org.tellings.export.SourceRows;
import org.tellings.export.Timelines;
import org.tellings.model.Article;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Span;
import org.tellings.model.State;

/// Rows of findings of all kinds together, and the fields that rows of a kind have.
final class Rows {

  /// Fields that do not say how a finding reads.
  private static final Set<String> KNOWN =
      Set.of(
          "start",
          "end",
          "text",
          "state",
          "rule",
          "note",
          "codes",
          "checkworthy",
          "joins",
          "within");

  private Rows() {}

  /// A finding's row in a list of all kinds: it says its kind.
  static Map<String, @Nullable Object> ofAnyKind(Article article, Kept kept) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", kept.id().toString());
    row.put("kind", kept.finding().kind().word());
    row.putAll(Exporters.row(article, kept));
    return row;
  }

  /// "speaker: Ada Lund; cue: said": the published fields of a reading that differ from what
  /// counts.
  static String parted(Article article, Kept kept, Finding reading) {
    var counts = Exporters.row(article, kept);
    var other =
        Exporters.row(
            article, new Kept(kept.id(), State.MACHINE, reading, Optional.empty(), "", List.of()));
    return other.keySet().stream()
        .filter(field -> !KNOWN.contains(field))
        .filter(field -> !Objects.equals(counts.get(field), other.get(field)))
        .map(field -> field + ": " + Objects.requireNonNullElse(other.get(field), "cannot say"))
        .collect(Collectors.joining("; "));
  }

  /// The fields of a kind's rows in their order; of `findings`, those of all kinds. None for what
  /// is not exported.
  static List<String> fields(String kind) {
    var article = Article.of("", Heading.NONE, "-", List.of());
    return switch (kind) {
      case "events" -> Timelines.fields();
      case "sources" -> SourceRows.fields();
      case "articles" -> List.copyOf(Exporters.row(article).keySet());
      case "codings" -> CodingRows.fields();
      case "findings" -> ofAllKinds(article);
      default -> {
        for (var one : Kind.values()) {
          if (plural(one).equals(kind)) {
            yield List.copyOf(Exporters.row(article, example(article, one)).keySet());
          }
        }
        yield List.of();
      }
    };
  }

  private static List<String> ofAllKinds(Article article) {
    Set<String> fields = new LinkedHashSet<>();
    for (var kind : Kind.values()) {
      fields.addAll(ofAnyKind(article, example(article, kind)).keySet());
    }
    var last = List.of("note", "codes");
    last.forEach(fields::remove);
    List<String> ordered = new ArrayList<>(fields);
    ordered.addAll(last);
    return ordered;
  }

  private static Kept example(Article article, Kind kind) {
    var span = new Span(0, 1);
    return new Kept(
        new FindingId(article.id(), kind, span),
        State.MACHINE,
        Fields.blank(kind, span, ""),
        Optional.empty(),
        "",
        List.of());
  }

  static String plural(Kind kind) {
    return kind == Kind.ENTITY ? "entities" : kind.word() + "s";
  }
}
