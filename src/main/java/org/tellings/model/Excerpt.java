package org.tellings.model;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/// A stretch of a text to show what was found in it: where it stands, and the hits inside it.
public record Excerpt(Span at, List<Span> hits) {

  private static final int BEFORE = 40;
  private static final int LONGEST_WORD = 24;

  public Excerpt {
    hits = List.copyOf(hits);
  }

  /// The stretch of about `length` characters that holds most different hits, closest together; the
  /// beginning of the text when there are none. The text is not empty, `hits` are in order.
  public static Excerpt of(String text, List<Span> hits, int length) {
    var best = 0;
    var most = 0;
    var tightest = 0;
    for (var i = 0; i < hits.size(); i++) {
      var from = hits.get(i).start();
      var to = from;
      Set<String> words = new HashSet<>();
      for (var hit : hits.subList(i, hits.size())) {
        if (hit.end() > from + length - BEFORE && !words.isEmpty()) {
          break;
        }
        if (words.add(hit.in(text).toLowerCase(Locale.ROOT))) {
          to = hit.end();
        }
      }
      if (words.size() > most || words.size() == most && to - from < tightest && most > 1) {
        most = words.size();
        tightest = to - from;
        best = from;
      }
    }
    var start = best <= BEFORE ? 0 : wordStart(text, best - BEFORE);
    var end = start + length >= text.length() ? text.length() : wordStart(text, start + length);
    while (end > start + 1 && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    var at = new Span(start, end);
    return new Excerpt(
        at,
        hits.stream()
            .filter(s -> s.start() >= at.start() && s.start() < at.end())
            .map(s -> new Span(s.start(), Math.min(s.end(), at.end())))
            .toList());
  }

  /// The stretch on one line, with dots where the text goes on.
  public String words(String text) {
    return lead() + at.in(text).replace('\n', ' ') + (at.end() < text.length() ? "…" : "");
  }

  /// The hits as they stand in [#words].
  public List<Span> marks() {
    var by = lead().length() - at.start();
    return hits.stream().map(s -> new Span(s.start() + by, s.end() + by)).toList();
  }

  /// The stretch on one line with the hits between `«` and `»`; hits that touch are one.
  public String marked(String text) {
    var words = words(text);
    var marked = new StringBuilder();
    var told = 0;
    for (var mark : marks()) {
      if (mark.start() > told || told == 0) {
        marked
            .append(words, told, mark.start())
            .append('«')
            .append(words, mark.start(), mark.end());
        marked.append('»');
        told = mark.end();
      } else if (mark.end() > told) {
        marked.setLength(marked.length() - 1);
        marked.append(words, told, mark.end()).append('»');
        told = mark.end();
      }
    }
    return marked.append(words, told, words.length()).toString();
  }

  private String lead() {
    return at.start() > 0 ? "…" : "";
  }

  private static int wordStart(String text, int from) {
    var at = from;
    while (at < text.length()
        && (at < from + LONGEST_WORD || Character.isLowSurrogate(text.charAt(at)))
        && !Character.isWhitespace(text.charAt(at))) {
      at++;
    }
    return Math.min(
        text.length(), at < text.length() && Character.isWhitespace(text.charAt(at)) ? at + 1 : at);
  }
}
