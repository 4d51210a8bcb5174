package org.tellings.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Reads the query language, and reads it back in words.
final class QueryReader {

  private QueryReader() {}

  static Query read(String text) {
    List<Query.Clause> clauses = new ArrayList<>();
    var at = 0;
    for (var word : text.split("\\s+")) {
      if (!word.isEmpty()) {
        var start = text.indexOf(word, at);
        at = start + word.length();
        clauses.add(new Query.Clause.Word(new Span(start, at), word.toLowerCase(Locale.ROOT)));
      }
    }
    return new Query(text, clauses);
  }

  static String inWords(Query query) {
    return query.clauses().isEmpty()
        ? "All articles"
        : "Articles with "
            + query.clauses().stream()
                .map(clause -> clause.at().in(query.text()))
                .collect(Collectors.joining(", "));
  }
}
