package org.tellings.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Span;

/// Which quotation marks belong together: curly, straight, typewriter, single and mixed, one
/// paragraph at a time. Linear in the text.
final class Marks {

  /// The longest stretch between marks that is kept; what goes on is cut there.
  static final int LONGEST = 3000;

  private static final int DEEPEST = 3;

  /// What stands between two marks. `open` and `close` are the outer ends with the marks; `closed`
  /// is false when the paragraph ended first; `around` is the stretch it stands in.
  record Marked(
      int open,
      int from,
      int to,
      int close,
      boolean closed,
      boolean single,
      @Nullable Marked around) {

    Span span() {
      return new Span(from, to);
    }
  }

  /// A mark that has opened and not yet closed.
  private record Opened(int at, int width, boolean single, char mark) {}

  private final String text;
  private final List<Opened> open = new ArrayList<>();
  private final List<Marked> found = new ArrayList<>();
  private int lastSingle;
  private boolean nests;

  private Marks(String text) {
    this.text = text;
  }

  /// What is marked in a paragraph, in order of opening; the outer before the inner.
  static List<Marked> of(String text, int from, int to) {
    var marks = new Marks(text);
    marks.read(from, to);
    return marks.nested();
  }

  private void read(int from, int to) {
    look(from, to);
    for (var i = from; i < to; i++) {
      switch (text.charAt(i)) {
        case '“', '„', '«', '‟' -> openDouble(i, to);
        case '”', '»' -> closeDouble(i, 1);
        case '"' -> straight(i, from, to, 1);
        case '`' -> {
          if (i + 1 < to && text.charAt(i + 1) == '`') {
            push(new Opened(i, 2, false, '`'));
            i++;
          } else if (opensSingle(i, from, to)) {
            push(new Opened(i, 1, true, '`'));
          }
        }
        case '‘' -> {
          if (i < lastSingle) {
            push(new Opened(i, 1, true, '‘'));
          }
        }
        case '\'', '’' -> {
          if (i + 1 < to && text.charAt(i) == '\'' && text.charAt(i + 1) == '\'') {
            straight(i, from, to, 2);
            i++;
          } else {
            single(i, from, to);
          }
        }
        default -> {}
      }
    }
    if (!open.isEmpty() && !open.getFirst().single()) {
      close(open.getFirst(), to, to, false);
    }
  }

  /// Before reading: whether the marks balance, and where the last single mark may close.
  private void look(int from, int to) {
    var opens = 0;
    var closes = 0;
    lastSingle = -1;
    for (var i = from; i < to; i++) {
      var c = text.charAt(i);
      if (c == '“') {
        opens++;
      } else if (c == '”' || c == '"') {
        closes++;
      } else if (Words.isApostrophe(c) && closesSingle(i, from, to)) {
        lastSingle = i;
      }
    }
    nests = closes >= opens;
  }

  private void openDouble(int i, int to) {
    var top = lastDouble();
    if (top != null && top.mark() == '„' && text.charAt(i) == '“') {
      closeDouble(i, 1);
      return;
    }
    if (top != null && (!nests || i + 1 < to && Character.isWhitespace(text.charAt(i + 1)))) {
      // one of the two is a slip; where the first should have ended nobody can say
      open.clear();
    }
    push(new Opened(i, 1, false, text.charAt(i)));
  }

  private void straight(int i, int from, int to, int width) {
    var before = i > from ? text.charAt(i - 1) : ' ';
    var after = i + width < to ? text.charAt(i + width) : ' ';
    var freeBefore = Character.isWhitespace(before) || "([—–-/".indexOf(before) >= 0;
    var starts = freeBefore && !Character.isWhitespace(after) && ",.;:!?)".indexOf(after) < 0;
    var top = lastDouble();
    if (top == null) {
      var orphan =
          !freeBefore && (Character.isWhitespace(after) || ",.;:)".indexOf(after) >= 0)
              || i + width >= to;
      if (!orphan && !(width == 2 && !starts)) {
        push(new Opened(i, width, false, '"'));
      }
    } else if (starts && top.mark() == '"' && closesTwice(i + width, to)) {
      push(new Opened(i, width, false, '"'));
    } else {
      closeDouble(i, width);
    }
  }

  /// Whether two more straight marks follow, the next of them closing: then this one opens within.
  private boolean closesTwice(int from, int to) {
    var seen = 0;
    for (var i = from; i < Math.min(to, from + 600); i++) {
      if (text.charAt(i) == '"') {
        if (seen++ == 0 && Character.isWhitespace(text.charAt(i - 1))) {
          return false;
        }
      }
      if (seen == 2) {
        return true;
      }
    }
    return false;
  }

  private void single(int i, int from, int to) {
    var top = open.isEmpty() ? null : open.getLast();
    if (top != null && top.single() && closesSingle(i, from, to) && !isPlural(i, to)) {
      close(top, i, i + 1, true);
    } else if (text.charAt(i) == '\'' && opensSingle(i, from, to)) {
      push(new Opened(i, 1, true, '\''));
    }
  }

  private boolean opensSingle(int i, int from, int to) {
    var before = i > from ? text.charAt(i - 1) : ' ';
    if (!Character.isWhitespace(before) && "([—–-/“\"„".indexOf(before) < 0) {
      return false;
    }
    var after = i + 1 < to ? text.charAt(i + 1) : ' ';
    if (!Character.isLetter(after) && "[“\"$£€".indexOf(after) < 0 || i >= lastSingle) {
      return false;
    }
    var rest = text.substring(i + 1, Math.min(to, i + 7));
    return !rest.matches("(?s)(?:em|til|tis|twas|cause|round|bout|n)\\b.*");
  }

  private boolean closesSingle(int i, int from, int to) {
    if (i == from || Character.isWhitespace(text.charAt(i - 1))) {
      return false;
    }
    return i + 1 >= to || !Character.isLetterOrDigit(text.charAt(i + 1));
  }

  /// The workers’ union: an apostrophe, when a better closing mark follows.
  private boolean isPlural(int i, int to) {
    return (text.charAt(i - 1) == 's' || text.charAt(i - 1) == 'n')
        && i + 2 < to
        && text.charAt(i + 1) == ' '
        && Character.isLetter(text.charAt(i + 2))
        && i < lastSingle
        && text.substring(i + 1, Math.min(to, i + 200)).matches("(?s)[^‘]*?[,.?!][’'].*");
  }

  private void closeDouble(int i, int width) {
    var top = lastDouble();
    if (top != null) {
      while (!open.getLast().equals(top)) {
        open.removeLast();
      }
      close(top, i, i + width, true);
    }
  }

  private @Nullable Opened lastDouble() {
    for (var i = open.size() - 1; i >= 0; i--) {
      if (!open.get(i).single()) {
        return open.get(i);
      }
    }
    return null;
  }

  private void push(Opened mark) {
    if (open.size() < DEEPEST) {
      open.add(mark);
    }
  }

  private void close(Opened mark, int at, int end, boolean closed) {
    open.remove(mark);
    var from = mark.at() + mark.width();
    var cut = Math.min(at, from + LONGEST);
    while (from < cut && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (cut > from && Character.isWhitespace(text.charAt(cut - 1))) {
      cut--;
    }
    if (closed && cut > from && text.charAt(cut - 1) == ',') {
      cut--;
    }
    if (cut > from && Character.isHighSurrogate(text.charAt(cut - 1))) {
      cut--;
    }
    if (cut > from) {
      found.add(new Marked(mark.at(), from, cut, end, closed, mark.single(), null));
    }
  }

  private List<Marked> nested() {
    found.sort(Comparator.comparingInt(Marked::open));
    List<Marked> all = new ArrayList<>();
    List<Marked> around = new ArrayList<>();
    for (var one : found) {
      while (!around.isEmpty() && around.getLast().close() <= one.open()) {
        around.removeLast();
      }
      var placed =
          around.isEmpty()
              ? one
              : new Marked(
                  one.open(),
                  one.from(),
                  one.to(),
                  one.close(),
                  one.closed(),
                  one.single(),
                  around.getLast());
      all.add(placed);
      around.add(placed);
    }
    return all;
  }
}
