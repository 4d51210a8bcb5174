package org.tellings.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// What single words are to the rules: verbs of speech, titles, given names. Read from
/// `lexicon.txt`, which anybody can read and add to.
final class Lexicon {

  /// The classes of `lexicon.txt`; a word may be in several.
  enum Sort {
    SPEECH,
    THOUGHT,
    DIRECTED,
    DENY,
    QUESTION,
    PREDICT,
    HEDGE,
    MAYBE,
    FUTURE,
    DEED,
    NEGATION,
    OPINION,
    PRONOUN,
    OBJECT,
    DETERMINER,
    ARTICLE,
    POSSESSIVE,
    NUMBER,
    PREPOSITION,
    ATTACHING,
    CONJUNCTION,
    CLAUSE,
    RELATIVE,
    AUXILIARY,
    BE,
    MODAL,
    ADVERB,
    TITLES,
    COURTESY,
    COURTESYMAN,
    COURTESYWOMAN,
    PERSON,
    PEOPLE,
    BODY,
    PAPER,
    SUFFIX,
    PLACED,
    LAWFUL,
    EVENTFUL,
    TITLED,
    WORK,
    SCARE,
    OCCASION,
    WEEKDAY,
    MONTH,
    PLAIN,
    SHORT,
    SHORTEND,
    MAN,
    WOMAN,
    ACRONYM,
    TAILING,
    LINKING,
    BESIDE,
    DOWN,
    UP,
    UNIT,
    SCALE,
    MONEY,
    WORDED,
    NUMBERED,
    LASTING,
    CLAUSAL,
    INFINITIVE;

    final long bit = 1L << ordinal();
  }

  private static final Map<String, Long> WORDS = read();

  private Lexicon() {}

  /// The classes of a word in lower case, as bits.
  static long sorts(String low) {
    var found = WORDS.get(low);
    return found == null ? 0 : found;
  }

  private static Map<String, Long> read() {
    Map<String, Long> words = new HashMap<>();
    for (var line : lines("lexicon.txt")) {
      var colon = line.indexOf(": ");
      var name = line.substring(0, colon);
      var regular = name.endsWith("+");
      var sort = Sort.valueOf(name.replace("+", "").toUpperCase(Locale.ROOT));
      for (var word : line.substring(colon + 2).split(" ")) {
        for (var form : regular ? forms(word) : List.of(word)) {
          words.merge(form, sort.bit, (one, other) -> one | other);
        }
      }
    }
    return words;
  }

  /// A regular verb's forms: add, adds, added, adding.
  private static List<String> forms(String verb) {
    var last = verb.charAt(verb.length() - 1);
    var stem = last == 'e' ? verb.substring(0, verb.length() - 1) : verb;
    if (last == 'y' && "aeou".indexOf(verb.charAt(verb.length() - 2)) < 0) {
      var i = verb.substring(0, verb.length() - 1);
      return List.of(verb, i + "ies", i + "ied", verb + "ing");
    }
    var s = verb.endsWith("sh") || verb.endsWith("ch") || verb.endsWith("ss") ? "es" : "s";
    return List.of(verb, verb + s, stem + "ed", stem + "ing");
  }

  /// The lines of a list beside this class, without comments and blank lines.
  static List<String> lines(String name) {
    try (var in = Lexicon.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the list is missing: " + name);
      }
      var reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
      List<String> lines = new ArrayList<>();
      @Nullable String line;
      while ((line = reader.readLine()) != null) {
        if (!line.isBlank() && line.charAt(0) != '#') {
          lines.add(line);
        }
      }
      return lines;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
