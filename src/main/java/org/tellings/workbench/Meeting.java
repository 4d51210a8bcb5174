package org.tellings.workbench;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/// What two libraries said meets: whose word about an aspect is the later one, and what the one
/// here knows of the other from then on.
final class Meeting {

  /// Who said something about an aspect that the other does not know.
  enum Who {
    NOBODY,
    WE,
    THEY,
    /// Each without knowing of the other.
    BOTH,
    /// Both had said the same, each without knowing of the other, and they went back to what stood
    /// before: ours holds on.
    KEPT,
    /// Both, and a person here saw the other's word and kept ours.
    SETTLED
  }

  private final Versions mine;
  private final Versions theirs;
  private final Map<String, Version> learned = new LinkedHashMap<>();

  Meeting(Versions mine, Versions theirs) {
    this.mine = mine;
    this.theirs = theirs;
  }

  /// Of an aspect with these values here and there.
  Who who(String aspect, Optional<?> here, Optional<?> there) {
    var m = mine.of(aspect, here);
    var t = theirs.of(aspect, there);
    var who = who(m, t);
    return who != Who.BOTH ? who : t.holdsOn(m) ? Who.THEY : m.holdsOn(t) ? Who.KEPT : who;
  }

  /// The same of whether there is a code, where one may have said more of it by fields than the
  /// other knew: no word holds on by itself.
  Who ofCode(String aspect, Optional<?> here, Optional<?> there) {
    return who(mine.of(aspect, here), theirs.of(aspect, there));
  }

  private static Who who(Version m, Version t) {
    var news = t.news(m);
    var isOurs = !m.news(t).isEmpty();
    if (news.isEmpty()) {
      return isOurs ? Who.WE : Who.NOBODY;
    }
    return m.refused().containsAll(news)
        ? Who.SETTLED
        : isOurs || t.isBehind(m) ? Who.BOTH : Who.THEY;
  }

  /// Whether the two know nothing of each other's words about an aspect; also that nobody there saw
  /// ours and settled for theirs.
  boolean isApart(String aspect, Optional<?> here, Optional<?> there) {
    var m = mine.of(aspect, here);
    var t = theirs.of(aspect, there);
    return m.isApart(t) && !t.refuses(m);
  }

  /// The version of an aspect there.
  Version there(String aspect, Optional<?> there) {
    return theirs.of(aspect, there);
  }

  /// The version of an aspect here, after what was learned.
  Version here(String aspect) {
    return Optional.ofNullable(learned.get(aspect)).orElseGet(() -> mine.of(aspect));
  }

  /// Their word takes the place of ours.
  void take(String aspect, Optional<?> here, Optional<?> there) {
    learned.put(aspect, mine.of(aspect, here).taking(theirs.of(aspect, there)));
  }

  /// Both say the same, and both words hold: when theirs is undone, ours holds on. Nothing is
  /// learned where all of it was known.
  void agree(String aspect, Optional<?> here, Optional<?> there) {
    var m = mine.of(aspect, here);
    var t = theirs.of(aspect, there);
    var news = t.news(m);
    if (!m.hasAll(t) || !news.isEmpty()) {
      learned.put(aspect, news.isEmpty() ? m.seeing(t) : m.and(t));
    }
  }

  /// Where both had said the same apart, and they went back: ours holds on.
  void keep(String aspect, Optional<?> here, Optional<?> there) {
    learned.put(aspect, mine.of(aspect, here).keeping(theirs.of(aspect, there)));
  }

  /// The same where they took away what both had said. Whether that is so.
  boolean keeps(String aspect, Optional<?> here, Optional<?> there) {
    var m = mine.of(aspect, here);
    var t = theirs.of(aspect, there);
    if (there.isPresent() || !m.isKnownInPart(t)) {
      return false;
    }
    keep(aspect, here, there);
    return true;
  }

  /// Their word is known here and answered by one of our own.
  void answer(String aspect, Optional<?> here, Optional<?> there) {
    learned.put(aspect, mine.of(aspect, here).over(theirs.of(aspect, there), Version.THIS));
  }

  /// Their word about something that stands elsewhere here is known.
  void know(String aspect, Version there) {
    if (!mine.of(aspect).hasAll(there)) {
      learned.put(aspect, mine.of(aspect).seeing(there));
    }
  }

  void forget(String aspect) {
    learned.remove(aspect);
  }

  Map<String, Version> learned() {
    return learned;
  }
}
