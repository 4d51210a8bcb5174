package org.tellings.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.tellings.model.Finding;
import org.tellings.model.Kept;
import org.tellings.model.Span;
import org.tellings.model.State;

/// A text in which what must be found is marked, as the program's own tests read it: what people
/// decided on becomes a case that extraction must pass. The form is that of
/// `src/test/resources/gold/README.md`.
public final class GoldCase {

  /// The day of publication that a case has when it names none.
  public static final String PUBLISHED = "2025-01-29";

  private GoldCase() {}

  /// The case of a part of a text, `kept` all that must be found there of one kind, in order. White
  /// space at line ends becomes a blank, as a case is one paragraph. A text or value that has the
  /// signs of the form is refused with an [IllegalArgumentException] fit to show. Those that nobody
  /// decided on are named above the text: whoever adds the case reads them first.
  public static String of(
      String why, Optional<String> published, String text, Span part, List<Kept> kept) {
    var found = kept.stream().map(Kept::finding).toList();
    var words = part.in(text);
    if (words.contains("[[") || words.contains("]]") || words.contains("¶")) {
      throw new IllegalArgumentException(
          "these words have “[[”, “]]” or “¶”, which mark a gold case: write it by hand");
    }
    var body = new StringBuilder(words);
    List<Mark> marks = new ArrayList<>();
    for (var finding : found) {
      var span = finding.span().shifted(-part.start());
      marks.add(new Mark(span.start(), false, span, "[["));
      marks.add(new Mark(span.end(), true, span, "]]{" + braced(text, finding, found) + "}"));
    }
    marks.sort(ORDER.reversed()); // the last first: places before stay where they are
    for (var mark : marks) {
      body.insert(mark.at(), mark.words());
    }
    var day = published.map(when -> when.length() > 10 ? when.substring(0, 10) : when);
    return "# why: "
        + why.replaceAll("\\s+", " ").strip()
        + (day.equals(Optional.of(PUBLISHED)) ? "" : "\n# published: " + day.orElse("unknown"))
        + undecided(text, kept)
        + "\n"
        + body.toString().replace("\n\n", " ¶ ").replace('\n', ' ')
        + "\n";
  }

  private static String undecided(String text, List<Kept> kept) {
    var undecided =
        kept.stream()
            .filter(one -> one.state() == State.MACHINE)
            .map(one -> "“" + one.finding().span().in(text).replaceAll("\\s+", " ") + "”")
            .toList();
    return undecided.isEmpty() ? "" : "\n# undecided: " + String.join(", ", undecided);
  }

  /// Something written between two characters of the text.
  private record Mark(int at, boolean closes, Span span, String words) {}

  /// Of those in one place what closes comes first, the inner first; then what opens, the outer
  /// first.
  private static final Comparator<Mark> ORDER =
      Comparator.comparingInt(Mark::at)
          .thenComparing(mark -> !mark.closes())
          .thenComparingInt(mark -> mark.closes() ? -mark.span().start() : -mark.span().end());

  private static String braced(String text, Finding finding, List<Finding> found) {
    var fields = fields(text, finding, found);
    var said =
        fields.entrySet().stream()
            .filter(field -> STATED.contains(field.getKey()))
            .filter(field -> !field.getValue().equals("?") || field.getKey().isEmpty())
            .map(field -> field.getKey() + (field.getKey().isEmpty() ? "" : "=") + field.getValue())
            .toList();
    if (said.stream().anyMatch(one -> one.contains("; ") || one.contains("}"))) {
      throw new IllegalArgumentException(
          "a field has “;” or “}”, which end one in a gold case: write it by hand");
    }
    return String.join("; ", said);
  }

  /// What a person can have decided on: the main value and these.
  private static final List<String> STATED = List.of("", "cue", "stance", "measures");

  /// The fields of a finding as a case states them, the main value under the empty name; `all` are
  /// those of the same kind in the text, in order.
  public static Map<String, String> fields(String text, Finding finding, List<Finding> all) {
    return switch (finding) {
      case Finding.Quote q ->
          named(
              q.speaker().name().orElse("?"),
              "cue",
              q.cue().orElse("?"),
              "role",
              q.speaker().role().orElse("?"),
              "form",
              word(q.form()),
              "kind",
              q.speaker().kind().map(GoldCase::word).orElse("?"),
              "at",
              q.speaker().at().map(at -> at.in(text)).orElse("?"),
              "to",
              q.saidTo().orElse("?"),
              "joins",
              q.joins().map(span -> number(all, span)).orElse("?"),
              "within",
              q.within().map(span -> number(all, span)).orElse("?"),
              "rule",
              q.rule());
      case Finding.Claim c ->
          named(
              c.source().orElse("-"),
              "stance",
              c.stance().map(GoldCase::word).orElse("?"),
              "cues",
              c.cues().stream().map(cue -> cue.in(text)).collect(Collectors.joining(", ")),
              "worth",
              c.checkworthy() >= 0.5 ? "high" : "low",
              "rule",
              c.rule());
      case Finding.Figure f ->
          named(
              range(f) + " " + f.unit() + " " + word(f.approximation()) + " " + word(f.change()),
              "measures",
              f.measures().orElse("?"),
              "rule",
              f.rule());
      case Finding.DateMention d ->
          named(
              d.value().orElse("?") + " " + word(d.precision()) + " " + word(d.anchor()),
              "rule",
              d.rule());
      case Finding.Mention e ->
          named(
              e.name() + " " + word(e.type()) + (e.misnamed() ? " misnamed" : ""),
              "rule",
              e.rule());
    };
  }

  private static String range(Finding.Figure f) {
    var low = f.low().toPlainString();
    var high = f.high().toPlainString();
    return low.equals(high) ? low : low + ".." + high;
  }

  private static String number(List<Finding> all, Span span) {
    return String.valueOf(1 + all.stream().map(Finding::span).toList().indexOf(span));
  }

  private static Map<String, String> named(String first, String... rest) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("", first);
    for (var i = 0; i < rest.length; i += 2) {
      fields.put(rest[i], rest[i + 1]);
    }
    return fields;
  }

  private static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT);
  }
}
