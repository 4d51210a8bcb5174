package org.tellings.ui.coding;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tellings.model.Span;

/// Words of a text chosen with keys alone: word by word and sentence by sentence. Offsets are
/// UTF-16 units into the text. Immutable.
final class WordChoice {

  /// Letters and digits with what joins them inside a word (didn’t, start-up, 5.6m); a Chinese sign
  /// is one of its own.
  private static final Pattern WORD =
      Pattern.compile(
          """
          \\p{IsHan}
          | [\\p{L}\\p{M}\\p{N}&&\\P{IsHan}]+ (?: ['’.,:\\-] [\\p{L}\\p{M}\\p{N}&&\\P{IsHan}]+ )*
          """,
          Pattern.COMMENTS);

  private final List<Span> words;
  private final List<Span> sentences;

  WordChoice(String text, List<Span> sentences) {
    this.words = WORD.matcher(text).results().map(m -> new Span(m.start(), m.end())).toList();
    this.sentences = sentences;
  }

  /// The first word; empty when there is none.
  Optional<Span> first() {
    return wordFrom(0);
  }

  /// The word after the chosen ones, or (-1) the one before them; these where there is none.
  Span word(Span now, int by) {
    return (by > 0 ? wordFrom(now.end()) : wordBefore(now.start())).orElse(now);
  }

  /// The sentence after the one in which the choice begins, or before it; the one itself when not
  /// all of it is chosen yet.
  Span sentence(Span now, int by) {
    var at = 0;
    for (var i = 0; i < sentences.size(); i++) {
      if (sentences.get(i).start() <= now.start()) {
        at = i;
      }
    }
    if (sentences.isEmpty()) {
      return now;
    }
    return sentences.get(at).equals(now)
        ? sentences.get(Math.clamp(at + (long) by, 0, sentences.size() - 1))
        : sentences.get(at);
  }

  /// The same with its end a word on, or a word back; one word stays at least.
  Span end(Span now, int by) {
    if (by > 0) {
      return wordFrom(now.end()).map(w -> new Span(now.start(), w.end())).orElse(now);
    }
    return wordBefore(now.end() - 1)
        .filter(w -> w.end() > now.start() && w.end() < now.end())
        .map(w -> new Span(now.start(), w.end()))
        .orElse(now);
  }

  /// The same with its start a word on, or a word back; one word stays at least.
  Span start(Span now, int by) {
    if (by < 0) {
      return wordBefore(now.start()).map(w -> new Span(w.start(), now.end())).orElse(now);
    }
    return wordFrom(now.start() + 1)
        .filter(w -> w.start() > now.start() && w.start() < now.end())
        .map(w -> new Span(w.start(), now.end()))
        .orElse(now);
  }

  /// The first word that begins at this place or after it.
  private Optional<Span> wordFrom(int at) {
    return words.stream().filter(w -> w.start() >= at).findFirst();
  }

  /// The last word that ends at this place or before it.
  private Optional<Span> wordBefore(int at) {
    return words.stream().filter(w -> w.end() <= at).reduce((_, last) -> last);
  }
}
