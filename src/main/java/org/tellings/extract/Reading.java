package org.tellings.extract;

import java.util.ArrayList;
import java.util.List;
import org.tellings.extract.Marks.Marked;
import org.tellings.model.Finding.Mention;

/// One text read once: its words, names, quotation marks and paragraphs. All extractors share it.
///
/// Unchanging once made.
final class Reading {

  final String text;
  final Words words;
  final List<Mention> mentions;
  final List<Outline> outlines = new ArrayList<>();

  /// Stretches between marks inside other such stretches.
  final List<Marked> inner = new ArrayList<>();

  Reading(String text) {
    this.text = text;
    words = new Words(text);
    mentions = MentionExtractor.extract(words, NameWeights.learned());
    var named = new Mention[words.size()];
    for (var mention : mentions) {
      named[words.at(mention.span().start())] = mention;
    }
    var from = 0;
    for (var t = 0; t < words.size(); t++) {
      if (Sentences.isLineEnd(words, t)) {
        outline(from, t + 1, named);
        from = t + 1;
      }
    }
  }

  private void outline(int from, int to, Mention[] named) {
    List<Marked> outer = new ArrayList<>();
    for (var marked : Marks.of(text, words.start(from), words.end(to - 1))) {
      if (marked.around() != null) {
        inner.add(marked);
      } else if (marked.closed() || goesOn(marked, to)) {
        outer.add(marked);
      }
    }
    outlines.add(new Outline(words, from, to, outer, named));
  }

  /// An opening mark whose paragraph ends first: the quotation goes on in the next paragraph, or is
  /// long enough to be one.
  private boolean goesOn(Marked marked, int next) {
    return isLong(marked)
        || next < words.size() && "“\"„«".indexOf(words.text.charAt(words.start(next))) >= 0;
  }

  private boolean isLong(Marked marked) {
    return count(marked) >= 8;
  }

  /// How many words and numbers stand between the marks, counted to 60.
  int count(Marked marked) {
    var count = 0;
    for (var t = words.at(marked.from()); t < words.size() && words.start(t) < marked.to(); t++) {
      if (words.mark(t) == 0 && ++count >= 60) {
        break;
      }
    }
    return count;
  }
}
