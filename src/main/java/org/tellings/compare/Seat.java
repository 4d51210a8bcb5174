package org.tellings.compare;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tellings.model.FindingId;
import org.tellings.model.Span;

/// A finding that was added to [Clusters], to be named when one like it comes.
public final class Seat<N, T> {
  static final int NOWHERE = -1;

  final FindingId id;
  final N node;
  final Telling telling;
  final String published;
  final long day; // what `published` begins with, in its order
  final long article; // the id, in its order
  final Span span;
  final List<Seat<N, T>> like = new ArrayList<>();
  final List<Seat<N, T>> kin = new ArrayList<>(0);
  final List<Near<N, T>> near = new ArrayList<>(0);
  final List<Near<N, T>> changed = new ArrayList<>(0); // of `near`, since it chose
  @Nullable Cluster<N, T> home;

  // of its choice: what its home was to it, and what any other cluster was at most
  double score;
  @Nullable Seat<N, T> first;
  double next;

  int asked; // the last choice in which it was a neighbour
  int place = NOWHERE; // of its cluster among those that are made, if it is an early one there
  boolean isChoosing; // among those that are to choose
  boolean isOpen = true; // to choose among all clusters, not only those that changed
  boolean isHomeChanged; // what its home is to it, since it chose

  Seat(FindingId id, N node, Telling telling) {
    this.id = id;
    this.node = node;
    this.telling = telling;
    published = Memo.WORDS.of(telling.published());
    day = day(published);
    article = Long.parseUnsignedLong(telling.article().value(), 16);
    span = telling.kept().finding().span();
  }

  /// What was added.
  public N node() {
    return node;
  }

  /// As [Telling#EARLIEST], of which millions are compared.
  int compareTo(Seat<N, T> other) {
    if (this == other) {
      return 0;
    }
    if (day != other.day) {
      return Long.compareUnsigned(day, other.day);
    }
    var byTime = published.equals(other.published) ? 0 : published.compareTo(other.published);
    if (byTime != 0) {
      return byTime;
    }
    var byArticle = Long.compareUnsigned(article, other.article);
    return byArticle != 0 ? byArticle : span.compareTo(other.span);
  }

  /// The first sixteen characters, four bits each, as far as they are digits and dashes.
  private static long day(String published) {
    var packed = 0L;
    var isDay = true;
    for (var i = 0; i < Long.SIZE / 4; i++) {
      var c = i < published.length() && isDay ? published.charAt(i) : 0;
      isDay = c == '-' || c >= '0' && c <= '9';
      packed = packed << 4 | (c == 0 ? 0 : c == '-' ? 1 : isDay ? c - '0' + 2 : 15);
    }
    return packed;
  }
}
