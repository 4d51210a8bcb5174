package org.tellings.workbench;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tellings.export.Qdc;
import org.tellings.model.Code;
import org.tellings.store.DnaFile.Type;
import org.tellings.store.DnaFile.Value;

/// The codes that values of variables become, each another, also of values that begin alike for
/// longer than the name of a code may be. What was too long stands whole in the definition.
///
/// One object takes one file.
final class DnaCodes {

  private static final int LONGEST_NAME = 80;
  private static final Pattern CUT = Pattern.compile("…(?: \\(\\d+\\))?$");

  private static final Pattern NO_LINE = Pattern.compile("[\\p{Cntrl}\\p{Cs}\\ufffe\\uffff]+");
  private static final Pattern NO_TEXT =
      Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\p{Cs}\\ufffe\\uffff]+");

  private record Said(String type, String variable, String text) {}

  private final Map<Said, Code> bySaid = new LinkedHashMap<>();
  private final Map<String, String> wholes = new HashMap<>();

  /// All codes so far, in the order in which they came up.
  List<Code> all() {
    return bySaid.values().stream().distinct().toList();
  }

  /// The code of a value; empty for long texts and for what is not said.
  Optional<Code> of(String type, String variable, Value value) {
    if (value.type() == Type.LONG_TEXT || value.text().isBlank()) {
      return Optional.empty();
    }
    return Optional.of(
        bySaid.computeIfAbsent(
            new Said(type, variable, said(value)), said -> code(said.type(), variable, value)));
  }

  private Code code(String type, String variable, Value value) {
    if (type.equals(Dna.CODING) && variable.equals("code")) {
      return Code.isName(value.text()) ? new Code(value.text(), 0) : coding(value.text());
    }
    var name = own(variable, "");
    return code(type.equals(Dna.STATEMENT) ? name : Code.path(own(type, ""), name), said(value));
  }

  /// A path of another program, or of a version that took others.
  private Code coding(String text) {
    var parts = List.of(text.split(Pattern.quote(Code.BETWEEN), -1));
    var group =
        parts.subList(0, parts.size() - 1).stream()
            .map(part -> own(part, ""))
            .collect(Collectors.joining(Code.BETWEEN));
    return group.length() > Code.LONGEST - 2 * LONGEST_NAME
        ? code("", text)
        : code(group, parts.getLast());
  }

  private Code code(String group, String text) {
    var own = own(text, "");
    var path = Code.path(group, own);
    if (clean(text).length() <= LONGEST_NAME) {
      return new Code(path, 0);
    }
    for (var n = 2; !wholes.computeIfAbsent(path, _ -> text).equals(text); n++) {
      path = Code.path(group, own(text, " (" + n + ")"));
    }
    return new Code(path, 0)
        .with(new Code.Sense(NO_TEXT.matcher(text).replaceAll(" "), "", "", "", ""));
  }

  /// One line of at most 80 characters, with `number` at its end.
  private static String own(String text, String number) {
    var one = clean(text);
    return one.isEmpty()
        ? "(no name)"
        : Qdc.shortened(one, LONGEST_NAME - number.length()) + number;
  }

  private static String clean(String text) {
    return NO_LINE.matcher(text.replace(Code.BETWEEN, " / ")).replaceAll(" ").strip();
  }

  /// Whether a code's own name is the beginning of these words, cut to the length of a name.
  static boolean isCut(String own, String words) {
    var m = CUT.matcher(own);
    return m.find()
        && words.length() > LONGEST_NAME
        && words.startsWith(own.substring(0, m.start()));
  }

  /// What a value is in words.
  static String said(Value value) {
    return value.type() == Type.BOOLEAN ? (value.text().equals("1") ? "yes" : "no") : value.text();
  }
}
