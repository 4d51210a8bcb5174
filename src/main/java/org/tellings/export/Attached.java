package org.tellings.export;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.tellings.export.Project.Given;

/// What a project attaches to a text, to a part of one, or to something that is no text: codes,
/// notes by their GUIDs, a description, values of variables. Mutable, of one reading.
final class Attached {

  final List<Given> codes = new ArrayList<>();
  final List<String> notes = new ArrayList<>();
  final Map<String, String> variables = new LinkedHashMap<>();
  private final StringBuilder description = new StringBuilder();

  void describe(String words) {
    description.append(words);
  }

  String description() {
    return description.toString().strip();
  }

  void addAll(Attached other) {
    codes.addAll(other.codes);
    notes.addAll(other.notes);
    other.variables.forEach(variables::putIfAbsent);
    describe(other.description());
  }

  /// What goes with it where it has no place here, to follow what is told of it: `; it has “a”;
  /// noted there: b`. `code` and `note` give the words of what a GUID stands for.
  String lost(UnaryOperator<String> code, UnaryOperator<String> note) {
    List<String> said = new ArrayList<>();
    if (!codes.isEmpty()) {
      said.add(
          "it has "
              + codes.stream()
                  .map(given -> "“" + code.apply(given.code()) + "”" + by(given))
                  .distinct()
                  .collect(Collectors.joining(", ")));
    }
    List<String> words = new ArrayList<>();
    words.add(description());
    notes.forEach(ref -> words.add(note.apply(ref)));
    words.removeIf(String::isBlank);
    if (!words.isEmpty()) {
      said.add("noted there: " + String.join("; ", words));
    }
    if (!variables.isEmpty()) {
      said.add("told of it: " + inWords(variables));
    }
    return said.stream().map(one -> "; " + one).collect(Collectors.joining());
  }

  /// `Outlet = The Harbour Post, Year = 2025`.
  static String inWords(Map<String, String> variables) {
    return variables.entrySet().stream()
        .map(one -> one.getKey() + " = " + one.getValue())
        .collect(Collectors.joining(", "));
  }

  private static String by(Given given) {
    return given.coder().isEmpty() ? "" : " of " + given.coder();
  }
}
