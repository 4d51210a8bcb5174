package org.tellings.workbench;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.tellings.model.Article;
import org.tellings.model.Waiting;
import org.tellings.store.EditRow;
import org.tellings.store.Library;
import org.tellings.store.Moment;

/// Hashes of all that happened in a library up to each moment, by which it is known again: two
/// libraries that have the hash of a moment in common have all before it in common.
final class Chain {

  /// How much of a hash is kept, in letters.
  private static final int LENGTH = 16;

  private static final Pattern MOMENT =
      Pattern.compile("(?<moment>\\d{1,18}) (?<hash>[0-9a-f]{16})[0-9a-f]*");

  private static final String PACK = "pack ";

  private Chain() {}

  /// The beginning of the hash of each moment, by its number.
  static Map<Long, String> of(Library l, List<Moment> moments) {
    Map<Long, String> chain = new TreeMap<>();
    var hash = "";
    for (var m : moments) {
      hash =
          Article.sha256(
              String.join(
                  "\n",
                  hash,
                  m.at(),
                  m.did().name(),
                  String.valueOf(m.step()),
                  m.words(),
                  EditRow.text(l.moments().edit(m))));
      chain.put(m.number(), hash.substring(0, LENGTH));
    }
    return chain;
  }

  /// Puts a moment in as [#of] has it and a pack writes it; anything else is left out.
  static void read(String moment, Map<Long, String> chain) {
    var m = MOMENT.matcher(moment);
    if (m.matches()) {
      chain.put(Long.parseLong(m.group("moment")), m.group("hash"));
    }
  }

  /// The mark of a moment that was merged; a pack has less than the library itself.
  static String mark(long moment, String hash, boolean isPack) {
    return (isPack ? PACK : "") + moment + " " + hash;
  }

  /// Whether a mark is one of the library of a chain; its moment, or 0.
  private static long moment(String mark, Map<Long, String> chain) {
    var m = MOMENT.matcher(mark.startsWith(PACK) ? mark.substring(PACK.length()) : mark);
    if (!m.matches()) {
      return 0;
    }
    var number = Long.parseLong(m.group("moment"));
    return m.group("hash").equals(chain.get(number)) ? number : 0;
  }

  /// Which marks are of the library of this chain.
  static Predicate<String> marks(Map<Long, String> chain) {
    return mark -> moment(mark, chain) > 0;
  }

  /// The last moment of the other library up to which the one here, with its own chain and what
  /// waits there, has all that was said there: since both came of one library, or since it was
  /// merged; 0 when there is none. `isPack`: the other comes as a pack, and what a pack had counts.
  static long base(
      Map<Long, String> there, Map<Long, String> here, List<Waiting> waiting, boolean isPack) {
    var base = 0L;
    for (var moment : there.entrySet()) {
      if (!Objects.equals(moment.getValue(), here.get(moment.getKey()))) {
        break;
      }
      base = moment.getKey();
    }
    for (var one : waiting) {
      if (one.why() == Waiting.Why.MERGED && (isPack || !one.body().startsWith(PACK))) {
        base = Math.max(base, moment(one.body(), there));
      }
    }
    return base;
  }
}
