package org.tellings.workbench;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
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

  /// How much of it beside a mark.
  private static final int KEPT = 8;

  private static final Pattern MOMENT =
      Pattern.compile("(?<moment>\\d{1,18}) (?<hash>[0-9a-f]{16})[0-9a-f]*");

  /// Who said up to where: a library itself says all, a pack what packs tell, a pack in which
  /// something was left out (what nobody may see yet, articles that were taken out) only what it
  /// told.
  enum Kind {
    LIBRARY(""),
    PACK("pack "),
    PART("part ");

    private final String begin;

    Kind(String begin) {
      this.begin = begin;
    }

    private static Kind of(String mark) {
      return mark.startsWith(PART.begin) ? PART : mark.startsWith(PACK.begin) ? PACK : LIBRARY;
    }
  }

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

  /// The mark of a moment that was merged.
  static String mark(long moment, String hash, Kind kind) {
    return kind.begin + moment + " " + hash;
  }

  static boolean isOf(String mark, Kind kind) {
    return Kind.of(mark) == kind;
  }

  /// Whether a mark is one of the library of a chain; its moment, or 0.
  static long moment(String mark, Map<Long, String> chain) {
    var m = MOMENT.matcher(mark.substring(Kind.of(mark).begin.length()));
    if (!m.matches()) {
      return 0;
    }
    var number = Long.parseLong(m.group("moment"));
    return m.group("hash").equals(chain.get(number)) ? number : 0;
  }

  /// The last moment of the other library up to which the one here, with its own chain and what
  /// waits there, has all that was said there: since both came of one library, or since it was
  /// merged; 0 when there is none. Only marks count that say at least so much as the `kind`.
  static long base(
      Map<Long, String> there, Map<Long, String> here, List<Waiting> waiting, Kind kind) {
    var base = 0L;
    for (var moment : there.entrySet()) {
      if (!Objects.equals(moment.getValue(), here.get(moment.getKey()))) {
        break;
      }
      base = moment.getKey();
    }
    var last = last(there);
    for (var one : waiting) {
      if (one.why() == Waiting.Why.MERGED && Kind.of(one.body()).compareTo(kind) <= 0) {
        base = Math.max(base, moment(one.body(), there));
        if (last > base && text(there, last).equals(known(one.words(), last))) {
          base = last; // what was merged before was later
        }
      }
    }
    return base;
  }

  private static long last(Map<Long, String> chain) {
    return chain.keySet().stream().mapToLong(n -> n).max().orElse(0);
  }

  /// A chain as it is kept beside its mark: each number with the beginning of its hash.
  static String kept(Map<Long, String> chain) {
    var out = new StringBuilder(" ");
    chain.keySet().forEach(moment -> out.append(text(chain, moment)).append(' '));
    return out.toString();
  }

  private static String text(Map<Long, String> chain, long moment) {
    var hash = chain.getOrDefault(moment, "");
    return moment + ":" + hash.substring(0, Math.min(KEPT, hash.length()));
  }

  /// What a kept chain has of a moment; empty for nothing.
  private static String known(String kept, long moment) {
    var at = kept.indexOf(" " + moment + ":");
    return at < 0 ? "" : kept.substring(at + 1, Math.max(at + 1, kept.indexOf(' ', at + 1)));
  }
}
