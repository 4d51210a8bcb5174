package org.tellings.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Finding.EntityType;

/// The names the program knows, from `names.txt`: canonical name, type, accepted and misnamed
/// forms.
final class Names {

  /// One printed form of a name, as its tokens.
  record Form(String name, EntityType type, boolean misnamed, List<String> tokens) {}

  private static final Pattern PLAIN = Pattern.compile("[A-Za-z]+(?: [A-Za-z]+)*");

  private static final Map<String, List<Form>> BY_FIRST = read();

  /// Read when names are first looked for: who only compares does not need them.
  private static final class Known {
    static final Map<String, List<Form>> NAMES = readKnown();
  }

  private Names() {}

  /// The longest known form that begins with token `i`.
  static @Nullable Form at(Words words, int i) {
    return at(BY_FIRST, words, i);
  }

  /// The longest of the names that many articles have, from `known.txt`. What stands around it says
  /// whether it is meant.
  static @Nullable Form knownAt(Words words, int i) {
    return at(Known.NAMES, words, i);
  }

  private static @Nullable Form at(Map<String, List<Form>> lists, Words words, int i) {
    var forms = lists.get(words.low(i));
    if (forms == null) {
      return null;
    }
    for (var form : forms) {
      if (matches(words, i, form.tokens())) {
        return form;
      }
    }
    return null;
  }

  /// All forms but those that are slips.
  static List<Form> right() {
    return BY_FIRST.values().stream()
        .flatMap(List::stream)
        .filter(form -> !form.misnamed())
        .sorted(
            Comparator.comparing(Form::name).thenComparing(form -> String.join(" ", form.tokens())))
        .toList();
  }

  private static boolean matches(Words words, int i, List<String> tokens) {
    if (i + tokens.size() > words.size()) {
      return false;
    }
    for (var k = 0; k < tokens.size(); k++) {
      var token = tokens.get(k);
      var start = words.start(i + k);
      if (words.end(i + k) - start != token.length()
          || !words.text.regionMatches(start, token, 0, token.length())
          || k > 0 && start - words.end(i + k - 1) > 1) {
        return false;
      }
    }
    return true;
  }

  private static Map<String, List<Form>> read() {
    Map<String, List<Form>> forms = new HashMap<>();
    for (var line : Lexicon.lines("names.txt")) {
      var fields = line.split("\\|", -1);
      if (fields.length != 4) {
        throw new IllegalStateException("names.txt: not four fields: " + line);
      }
      var name = fields[0].strip();
      var type = EntityType.valueOf(fields[1].strip().toUpperCase(Locale.ROOT));
      add(forms, name, type, false, name);
      for (var other : fields[2].split(";")) {
        add(forms, name, type, false, other.strip());
      }
      for (var slip : fields[3].split(";")) {
        add(forms, name, type, true, slip.strip());
      }
    }
    return sorted(forms);
  }

  private static Map<String, List<Form>> readKnown() {
    Map<String, List<Form>> forms = new HashMap<>();
    for (var line : Lexicon.lines("known.txt")) {
      var colon = line.indexOf(": ");
      var type = EntityType.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
      for (var name : line.substring(colon + 2).split("; ")) {
        add(forms, name, type, false, name);
      }
    }
    return sorted(forms);
  }

  private static Map<String, List<Form>> sorted(Map<String, List<Form>> forms) {
    forms
        .values()
        .forEach(
            list ->
                list.sort(Comparator.comparingInt((Form form) -> form.tokens().size()).reversed()));
    return forms;
  }

  private static void add(
      Map<String, List<Form>> forms,
      String name,
      EntityType type,
      boolean misnamed,
      String printed) {
    if (printed.isEmpty()) {
      return;
    }
    var tokens = tokens(printed);
    forms
        .computeIfAbsent(tokens.getFirst().toLowerCase(Locale.ROOT), _ -> new ArrayList<>())
        .add(new Form(name, type, misnamed, tokens));
  }

  /// The tokens of a name as [Words] has them; of letters and blanks alone, as most names are, they
  /// are what the blanks part.
  static List<String> tokens(String printed) {
    if (PLAIN.matcher(printed).matches()) {
      return List.of(printed.split(" "));
    }
    var words = new Words(printed);
    List<String> tokens = new ArrayList<>();
    for (var i = 0; i < words.size(); i++) {
      tokens.add(words.printed(i));
    }
    return List.copyOf(tokens);
  }
}
