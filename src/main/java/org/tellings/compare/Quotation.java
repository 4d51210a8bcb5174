package org.tellings.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tellings.model.Dated;
import org.tellings.model.Finding.Form;
import org.tellings.model.Finding.Quote;
import org.tellings.model.FindingId;
import org.tellings.model.Span;
import org.tellings.model.Speaker;

/// What one article lets somebody say at one time: one quote, or several that are joined.
///
/// `words` are the words of all parts in order; `ends` are the places of the last words of the
/// parts.
record Quotation(List<Telling> parts, List<Word> words, List<Integer> ends) {

  static Quotation of(List<Telling> parts) {
    var words = new ArrayList<Word>();
    var ends = new ArrayList<Integer>();
    for (var part : parts) {
      words.addAll(WordReader.read(part.text(), part.kept().finding().span().start()));
      ends.add(words.size() - 1);
    }
    return new Quotation(List.copyOf(parts), List.copyOf(words), List.copyOf(ends));
  }

  Telling first() {
    return parts.getFirst();
  }

  FindingId id() {
    return first().kept().id();
  }

  Quote quote() {
    return (Quote) first().kept().finding();
  }

  Speaker speaker() {
    return quote().speaker();
  }

  boolean isIndirect() {
    return quote().form() == Form.INDIRECT;
  }

  Optional<String> cue() {
    return parts.stream()
        .map(part -> ((Quote) part.kept().finding()).cue())
        .flatMap(Optional::stream)
        .findFirst();
  }

  Optional<Dated> published() {
    return first().heading().published();
  }

  /// The last word of a part: what stands between it and the next word is no part of the words.
  boolean isEnd(int word) {
    return ends.contains(word);
  }

  /// The characters from one word to another, with a blank between two parts.
  String text(int from, int to) {
    for (var end : ends) {
      if (end >= from && end < to) {
        return text(from, end) + " " + text(end + 1, to);
      }
    }
    var part = part(from);
    var start = part.kept().finding().span().start();
    return part.text()
        .substring(words.get(from).at().start() - start, words.get(to).at().end() - start);
  }

  Span span(int from, int to) {
    return new Span(words.get(from).at().start(), words.get(to).at().end());
  }

  private Telling part(int word) {
    for (var i = 0; i < ends.size(); i++) {
      if (word <= ends.get(i)) {
        return parts.get(i);
      }
    }
    throw new IllegalArgumentException("no such word: " + word);
  }

  /// The keys of all words in one string, those in brackets told apart.
  String wording() {
    var all = new StringBuilder();
    for (var word : words) {
      all.append(word.bracketed() ? "[" : "").append(word.key()).append(' ');
    }
    return all.toString();
  }
}
