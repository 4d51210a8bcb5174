package org.tellings.export;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tellings.model.Span;

/// Where an annotation says that it stands, and whether that is so in a text.
///
/// `exact` are its words, `prefix` and `suffix` what stands around them, each empty where it is not
/// said; `start` and `end` the place (end not included), empty where it is not said.
public record Anchor(
    String exact, String prefix, String suffix, Optional<Long> start, Optional<Long> end) {

  /// Words so short need something of what is said to stand around them.
  private static final int SHORT = 24;

  /// What became of an anchor in a text.
  public sealed interface Found {}

  /// The words stand where it says; or, where it says no place, between the words it says.
  public record Exact(Span span) implements Found {}

  /// The words stand elsewhere.
  public record Moved(Span span) implements Found {}

  /// They do not stand there, or it cannot be said which of several it means.
  public record Lost(String why) implements Found {}

  /// Looks for it in a text. `isSame` when this is known to be the very text that was annotated:
  /// only then a place without words counts.
  public Found in(String text, boolean isSame) {
    if (exact.isBlank()) {
      return isSame
          ? placed(text)
              .<Found>map(Exact::new)
              .orElseGet(() -> new Lost("the text has no such characters"))
          : new Lost("it says no words, and this text is another");
    }
    var there = placed(text).filter(span -> span.in(text).equals(exact));
    if (there.isPresent()) {
      return new Exact(there.get());
    }
    // some programs count UTF-16 units
    var units = units(text).filter(span -> span.in(text).equals(exact));
    if (units.isPresent()) {
      return new Exact(units.get());
    }
    return byWords(text);
  }

  private Optional<Span> placed(String text) {
    return start.flatMap(from -> end.flatMap(to -> new CodePoints(text).span(from, to)));
  }

  private Optional<Span> units(String text) {
    return start.flatMap(
        from ->
            end.filter(to -> from >= 0 && from < to && to <= text.length())
                .map(to -> new Span(from.intValue(), to.intValue())));
  }

  private Found byWords(String text) {
    var plain = Plain.of(text);
    var words = Plain.of(exact).text().strip();
    if (words.isEmpty()) {
      return new Lost("it says no words");
    }
    var before = Plain.of(prefix).text();
    var after = Plain.of(suffix).text();
    List<Integer> best = new ArrayList<>();
    var most = -1;
    for (var at = plain.text().indexOf(words); at >= 0; at = plain.text().indexOf(words, at + 1)) {
      var around =
          alikeBefore(before, plain.text(), at)
              + alikeAfter(after, plain.text(), at + words.length());
      if (around > most) {
        best.clear();
        most = around;
      }
      if (around == most) {
        best.add(at);
      }
    }
    if (best.isEmpty()) {
      return new Lost("these words do not stand there");
    }
    var isAround = before.isBlank() && after.isBlank() || most > 0;
    if (!isAround && words.length() < SHORT) {
      return new Lost("these words stand there, but between others");
    }
    if (best.size() > 1 && start.isEmpty()) {
      return new Lost("these words stand there " + best.size() + " times");
    }
    var span = plain.span(nearest(best), words.length());
    // a copy of the same words between the same words, where no place was said, is no other place
    var isWhole = most == before.strip().length() + after.strip().length() && !before.isBlank();
    return start.isEmpty() && isWhole && span.in(text).equals(exact)
        ? new Exact(span)
        : new Moved(span);
  }

  private int nearest(List<Integer> places) {
    long wanted = start.orElse(0L);
    return places.stream()
        .min((a, b) -> Long.compare(Math.abs(a - wanted), Math.abs(b - wanted)))
        .orElseThrow();
  }

  private static int alikeBefore(String prefix, String text, int at) {
    var words = prefix.strip();
    var to = at;
    while (to > 0 && text.charAt(to - 1) == ' ') {
      to--;
    }
    var n = 0;
    while (n < words.length()
        && n < to
        && words.charAt(words.length() - 1 - n) == text.charAt(to - 1 - n)) {
      n++;
    }
    return n;
  }

  private static int alikeAfter(String suffix, String text, int at) {
    var words = suffix.strip();
    var from = at;
    while (from < text.length() && text.charAt(from) == ' ') {
      from++;
    }
    var n = 0;
    while (n < words.length()
        && from + n < text.length()
        && words.charAt(n) == text.charAt(from + n)) {
      n++;
    }
    return n;
  }

  /// A text with every white space one space and marks of quotation straight, and where each of its
  /// characters came from.
  private record Plain(String text, int[] from, int[] to) {

    static Plain of(String text) {
      var out = new StringBuilder();
      var from = new int[text.length() + 1];
      var to = new int[text.length() + 1];
      var n = 0;
      for (var i = 0; i < text.length(); ) {
        var end = i + 1;
        var piece = text.substring(i, end);
        if (isSpace(text.charAt(i))) {
          while (end < text.length() && isSpace(text.charAt(end))) {
            end++;
          }
          piece = " ";
        } else {
          // a letter with its accents, composed or not, is one
          while (end < text.length()
              && Character.getType(text.charAt(end)) == Character.NON_SPACING_MARK) {
            end++;
          }
          piece = straight(text.substring(i, end));
          piece = piece.length() > end - i ? text.substring(i, end) : piece;
        }
        for (var k = 0; k < piece.length(); k++) {
          from[n] = i;
          to[n++] = end;
        }
        out.append(piece);
        i = end;
      }
      return new Plain(out.toString(), from, to);
    }

    private static boolean isSpace(char c) {
      return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String straight(String piece) {
      return Normalizer.normalize(piece, Normalizer.Form.NFC)
          .replace('‘', '\'')
          .replace('’', '\'')
          .replace('“', '"')
          .replace('”', '"');
    }

    Span span(int at, int length) {
      return new Span(from[at], to[at + length - 1]);
    }
  }
}
