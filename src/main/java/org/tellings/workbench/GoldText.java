package org.tellings.workbench;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tellings.export.GoldCase;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.model.Heading;
import org.tellings.model.Kind;
import org.tellings.model.Span;

/// How much of an article a gold case needs.
final class GoldText {

  private GoldText() {}

  /// The paragraphs of a finding with the fewest before them in which the machine reads them as it
  /// does in the whole article; all before them when it never does.
  static Span around(Article article, Span span, Kind kind) {
    var text = article.text();
    var begin = before(text, span.start());
    var end = text.indexOf("\n\n", span.end());
    var paragraph = new Span(begin, end < 0 ? text.length() : end);
    var meant = read(article, new Span(0, text.length()), paragraph, kind);
    var from = begin;
    while (from > 0
        && !read(article, new Span(from, paragraph.end()), paragraph, kind).equals(meant)) {
      from = before(text, from - 2);
    }
    return new Span(from, paragraph.end());
  }

  /// Where the paragraph of a character begins.
  private static int before(String text, int at) {
    var blank = at <= 0 ? -1 : text.lastIndexOf("\n\n", at - 1);
    return blank < 0 ? 0 : blank + 2;
  }

  /// What the machine reads in `paragraph` when it has only `part` of the article.
  private static Map<Span, Map<String, String>> read(
      Article article, Span part, Span paragraph, Kind kind) {
    var text = part.in(article.text());
    var heading = Heading.NONE.withPublished(article.heading().published());
    var found =
        Extractors.extractAll(Article.of("gold.txt", heading, text, List.of())).stream()
            .filter(finding -> finding.kind() == kind)
            .toList();
    return found.stream()
        .filter(finding -> finding.span().start() + part.start() >= paragraph.start())
        .filter(finding -> finding.span().end() + part.start() <= paragraph.end())
        .collect(
            Collectors.toMap(
                finding -> finding.span().shifted(part.start()),
                finding -> {
                  var fields = GoldCase.fields(text, finding, found);
                  fields.keySet().removeAll(List.of("joins", "within", "rule"));
                  return fields;
                },
                (one, _) -> one));
  }
}
