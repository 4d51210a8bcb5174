package org.tellings.model;

/// A stretch of an article's text: UTF-16 offsets, the end excluded.
public record Span(int start, int end) implements Comparable<Span> {

  public Span {
    if (start < 0 || end <= start) {
      throw new IllegalArgumentException(
          "characters "
              + start
              + " to "
              + end
              + " are no words: the end stands behind the last one");
    }
  }

  /// The characters this span covers in `text`.
  public String in(String text) {
    return text.substring(start, end);
  }

  public int length() {
    return end - start;
  }

  public boolean contains(Span other) {
    return start <= other.start && other.end <= end;
  }

  public boolean overlaps(Span other) {
    return start < other.end && other.start < end;
  }

  /// This span moved by `by` characters.
  public Span shifted(int by) {
    return new Span(start + by, end + by);
  }

  /// By start; of two that start together the longer comes first.
  @Override
  public int compareTo(Span other) {
    return start != other.start
        ? Integer.compare(start, other.start)
        : Integer.compare(other.end, end);
  }
}
