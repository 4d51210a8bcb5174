package org.tellings.ui.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;
import org.tellings.compare.Alignment;
import org.tellings.compare.Proposition;
import org.tellings.model.Article;
import org.tellings.model.Span;

/// A piece of a column, from top to bottom: words of the article, or the place where a proposition
/// would stand that it does not tell. The words of all pieces in order are the article's text, but
/// for the white space between them.
sealed interface Block {

  /// Where it begins in the article's text.
  int start();

  /// Words that tell none of the propositions compared.
  record Plain(Span span) implements Block {
    @Override
    public int start() {
      return span.start();
    }
  }

  /// A sentence, or several that run into each other, with the rows it tells, in order.
  record Told(Span span, List<Alignment.Row> rows) implements Block {
    public Told {
      rows = List.copyOf(rows);
    }

    @Override
    public int start() {
      return span.start();
    }
  }

  /// Where a proposition would stand. `cannotSay`: the article is too short or cut off to tell.
  record Missing(int start, Alignment.Row row, boolean cannotSay) implements Block {}

  /// The pieces of one column.
  static List<Block> of(Article article, Alignment alignment) {
    var column = alignment.articles().indexOf(article.id());
    var text = article.text();
    var told = new TreeMap<Span, List<Alignment.Row>>();
    List<Missing> missing = new ArrayList<>();
    for (var row : alignment.rows()) {
      switch (row.cells().get(column)) {
        case Alignment.Here here ->
            here.tellings()
                .forEach(
                    stated ->
                        told.computeIfAbsent(sentence(stated, text), _ -> new ArrayList<>())
                            .add(row));
        case Alignment.Prints prints ->
            prints
                .sentences()
                .forEach(span -> told.computeIfAbsent(span, _ -> new ArrayList<>()).add(row));
        // what only one article tells is marked there, and not as missing in all the others
        case Alignment.Missing _ when row.onlyHere().isPresent() -> {}
        case Alignment.Missing m ->
            missing.add(new Missing(Math.clamp(m.at(), 0, text.length()), row, m.cannotSay()));
      }
    }
    missing.sort(Comparator.comparingInt(Missing::start).thenComparing(m -> m.row().number()));
    List<Block> blocks = new ArrayList<>();
    var at = 0;
    for (var one : joined(told)) {
      at = between(text, at, one.span().start(), missing, blocks);
      blocks.add(one);
      at = one.span().end();
    }
    between(text, at, text.length(), missing, blocks);
    missing.forEach(blocks::add);
    return List.copyOf(blocks);
  }

  /// Where the sentence of a claim stands; the claim's own words when they are not in it.
  private static Span sentence(Proposition.Stated stated, String text) {
    var claim = stated.telling().kept().finding().span();
    var sentence = stated.sentence();
    var at = text.indexOf(sentence, Math.max(0, claim.start() - sentence.length()));
    return sentence.isEmpty() || at < 0 || at > claim.start()
        ? claim
        : new Span(at, Math.max(claim.end(), at + sentence.length()));
  }

  /// Sentences that overlap become one.
  private static List<Told> joined(TreeMap<Span, List<Alignment.Row>> told) {
    List<Told> all = new ArrayList<>();
    told.forEach(
        (span, rows) -> {
          if (!all.isEmpty() && all.getLast().span().overlaps(span)) {
            var before = all.removeLast();
            List<Alignment.Row> both = new ArrayList<>(before.rows());
            both.addAll(rows);
            all.add(
                new Told(
                    new Span(before.span().start(), Math.max(before.span().end(), span.end())),
                    both.stream().distinct().toList()));
          } else {
            all.add(new Told(span, rows.stream().distinct().toList()));
          }
        });
    return all;
  }

  /// Adds the plain words from `from` to `to`, a block a paragraph, and what is missing among them;
  /// returns `to`.
  private static int between(
      String text, int from, int to, List<Missing> missing, List<Block> blocks) {
    var at = from;
    while (!missing.isEmpty() && missing.getFirst().start() <= to) {
      var next = missing.removeFirst();
      plain(text, at, Math.max(at, next.start()), blocks);
      at = Math.max(at, next.start());
      blocks.add(next);
    }
    plain(text, at, to, blocks);
    return to;
  }

  private static void plain(String text, int from, int to, List<Block> blocks) {
    var at = from;
    while (at < to) {
      var end = text.indexOf("\n\n", at);
      var stop = end < 0 || end > to ? to : end;
      var first = at;
      while (first < stop && Character.isWhitespace(text.charAt(first))) {
        first++;
      }
      var last = stop;
      while (last > first && Character.isWhitespace(text.charAt(last - 1))) {
        last--;
      }
      if (first < last) {
        blocks.add(new Plain(new Span(first, last)));
      }
      at = stop == to ? to : stop + 2;
    }
  }
}
