package org.tellings.timeline;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.tellings.model.Span;

/// The terms that reading mode explains, read from a plain text that anybody can edit.
///
/// A line is `word, other form, other form: meaning`; `#` begins a comment, empty lines count for
/// nothing. A line that cannot be read is left out and told in `problems` with its number; the
/// others hold. Safe for use from many threads.
public final class Glossary {

  private static final int LONGEST_LINE = 2_000;

  private final List<Term> terms;
  private final List<String> problems;
  private final Map<String, Term> byForm = new HashMap<>();
  private final Optional<Pattern> anyForm;

  private Glossary(List<Term> terms, List<String> problems) {
    this.terms = List.copyOf(terms);
    this.problems = List.copyOf(problems);
    for (var term : terms) {
      forms(term).forEach(form -> byForm.put(form, term));
    }
    this.anyForm =
        byForm.isEmpty()
            ? Optional.empty()
            : Optional.of(
                Pattern.compile(
                    byForm.keySet().stream()
                        .sorted(Comparator.comparing(String::length).reversed())
                        .map(Pattern::quote)
                        .collect(
                            Collectors.joining(
                                "|", "(?<![\\p{L}\\p{N}])(?:", ")(?![\\p{L}\\p{N}])")),
                    Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
  }

  /// The text of the glossary that comes with the program.
  public static String bundled() {
    try (var in = Glossary.class.getResourceAsStream("glossary.txt")) {
      if (in == null) {
        throw new IllegalStateException("the program lacks its glossary.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read the program's glossary.txt", e);
    }
  }

  /// Reads a glossary; never fails.
  public static Glossary of(String text) {
    List<Term> terms = new ArrayList<>();
    List<String> problems = new ArrayList<>();
    Map<String, Integer> lines = new HashMap<>();
    var number = 0;
    for (var line : text.lines().toList()) {
      number++;
      var plain = line.replace("\uFEFF", "").strip();
      if (plain.isEmpty() || plain.startsWith("#")) {
        continue;
      }
      try {
        var term = term(plain);
        for (var form : forms(term)) {
          var before = lines.putIfAbsent(form, number);
          if (before != null && before != number) {
            throw new IllegalArgumentException(
                "“" + form + "” is explained in line " + before + " already");
          }
        }
        terms.add(term);
      } catch (IllegalArgumentException e) {
        problems.add("line " + number + ": " + e.getMessage());
        var here = number;
        lines.values().removeIf(line1 -> line1 == here);
      }
    }
    return new Glossary(terms, problems);
  }

  private static Term term(String line) {
    if (line.length() > LONGEST_LINE) {
      throw new IllegalArgumentException("longer than " + LONGEST_LINE + " characters");
    }
    var colon = line.indexOf(':');
    if (colon < 0) {
      throw new IllegalArgumentException(
          "no colon between the term and its meaning; write it as “term, other form: meaning”");
    }
    var meaning = line.substring(colon + 1).strip();
    var forms =
        Arrays.stream(line.substring(0, colon).split(","))
            .map(String::strip)
            .filter(form -> !form.isEmpty())
            .toList();
    if (forms.isEmpty()) {
      throw new IllegalArgumentException("no term before the colon");
    }
    if (meaning.isEmpty()) {
      throw new IllegalArgumentException("no meaning after the colon");
    }
    return new Term(forms.getFirst(), forms.subList(1, forms.size()), meaning);
  }

  private static List<String> forms(Term term) {
    List<String> forms = new ArrayList<>(List.of(term.word().toLowerCase(Locale.ROOT)));
    term.forms().forEach(form -> forms.add(form.toLowerCase(Locale.ROOT)));
    return forms;
  }

  /// In the order of the text.
  public List<Term> terms() {
    return terms;
  }

  /// What could not be read, a line each, with its number.
  public List<String> problems() {
    return problems;
  }

  /// Where a term stands in a text; whole words only.
  public record Use(Span span, Term term) {}

  /// Where terms stand in this text, from its front, the longer of two that begin together.
  public List<Use> uses(String text) {
    if (anyForm.isEmpty()) {
      return List.of();
    }
    List<Use> uses = new ArrayList<>();
    var m = anyForm.get().matcher(text);
    while (m.find()) {
      var term = byForm.get(m.group().toLowerCase(Locale.ROOT));
      if (term != null) {
        uses.add(new Use(new Span(m.start(), m.end()), term));
      }
    }
    return uses;
  }
}
