package org.tellings.ui.reader;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tellings.model.Finding;
import org.tellings.model.Kept;
import org.tellings.model.Speaker;

/// A field of a finding: its name in the corrections, its words here, the key that edits it, what
/// counts, and what the machine read.
record Field(String name, String words, String key, String value, String machine) {

  boolean corrected() {
    return !machine.equals(value);
  }

  /// The fields of a finding, in the order of the inspector.
  static List<Field> of(Kept kept) {
    var now = of(kept.finding());
    // what the person turned down, not what they have not seen yet
    var machine =
        kept.machineNow().flatMap(_ -> kept.seen()).or(kept::machine).map(Field::of).orElse(now);
    return IntStream.range(0, now.size())
        .mapToObj(i -> now.get(i).against(machine.get(i).value()))
        .toList();
  }

  /// What counts, in words: a role as the article prints it stands in quotation marks.
  String shown() {
    return quoted(value);
  }

  /// What the machine read, in the same way.
  String shownMachine() {
    return quoted(machine);
  }

  private String quoted(String words) {
    return words.isEmpty() ? t("cannot say") : name.equals("role") ? t("“{0}”", words) : words;
  }

  private Field against(String machine) {
    return new Field(name, words, key, value, machine);
  }

  /// The fields of a reading.
  static List<Field> of(Finding finding) {
    return switch (finding) {
      case Finding.Quote q ->
          List.of(
              field("speaker", t("Speaker"), "E", q.speaker().name().orElse("")),
              field("role", t("Role here"), "R", q.speaker().role().orElse("")),
              field("speakerKind", t("Kind"), "", q.speaker().kind().map(Field::word).orElse("")),
              field("cue", t("Cue"), "U", q.cue().orElse("")),
              field("form", t("Form"), "", word(q.form())),
              field("saidTo", t("Said to"), "", q.saidTo().orElse("")));
      case Finding.Claim c ->
          List.of(
              field("source", t("Source"), "E", c.source().orElse("")),
              field("stance", t("Stance"), "", c.stance().map(Field::word).orElse("")));
      case Finding.Figure f ->
          List.of(
              field("low", t("From"), "E", f.low().toPlainString()),
              field("high", t("To"), "", f.high().toPlainString()),
              field("unit", t("Unit"), "", f.unit()),
              field("approximation", t("Exactness"), "", word(f.approximation())),
              field("change", t("Change"), "", word(f.change())),
              field("measures", t("Measures"), "", f.measures().orElse("")));
      case Finding.DateMention d ->
          List.of(
              field("value", t("Date"), "E", d.value().orElse("")),
              field("precision", t("Precision"), "", word(d.precision())),
              field("anchor", t("Anchor"), "", word(d.anchor())));
      case Finding.Mention m ->
          List.of(
              field("name", t("Name"), "E", m.name()),
              field("type", t("Type"), "", word(m.type())),
              field("misnamed", t("Misnamed"), "", String.valueOf(m.misnamed())));
    };
  }

  private static Field field(String name, String words, String key, String value) {
    return new Field(name, words, key, value, value);
  }

  /// True when the people and organisations of the article are what one would type.
  static boolean isName(String field) {
    return field.equals("speaker") || field.equals("source") || field.equals("name");
  }

  /// People and organisations of an article, for a speaker's field; those who speak come first.
  static List<String> names(List<Kept> findings) {
    var speakers =
        findings.stream()
            .flatMap(
                k ->
                    k.finding() instanceof Finding.Quote q
                        ? q.speaker().name().stream()
                        : Stream.empty());
    var others =
        findings.stream()
            .flatMap(
                k ->
                    k.finding() instanceof Finding.Mention m
                            && (m.type() == Finding.EntityType.PERSON
                                || m.type() == Finding.EntityType.ORGANISATION)
                        ? Stream.of(m.name())
                        : Stream.empty());
    return Stream.concat(speakers, others).distinct().toList();
  }

  /// The words a field can have, when they are few.
  static List<String> words(String field) {
    return switch (field) {
      case "speakerKind" -> words(Speaker.SpeakerKind.values());
      case "form" -> words(Finding.Form.values());
      case "stance" -> words(Finding.Stance.values());
      case "approximation" -> words(Finding.Approximation.values());
      case "change" -> words(Finding.Change.values());
      case "precision" -> words(Finding.Precision.values());
      case "anchor" -> words(Finding.Anchor.values());
      case "type" -> words(Finding.EntityType.values());
      case "misnamed" -> List.of("true", "false");
      default -> List.of();
    };
  }

  private static List<String> words(Enum<?>[] all) {
    return List.of(all).stream().map(Field::word).toList();
  }

  static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}
