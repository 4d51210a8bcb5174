package org.tellings.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;
import org.tellings.model.Edit;
import org.tellings.store.Library;

/// What a pack tells of the past of its library: its moments, so that a library that took in an
/// earlier pack knows it again, and what each thing was before it was touched.
///
/// The first line has the number of all `lines`, the `moments` (`17 0123456789abcdef`: the number
/// and the beginning of the hash of all that happened up to it), and those at which other libraries
/// were `merged` (`17 + 5 0123456789abcdef`: their mark; `-` where it was undone). A line that
/// begins with `until` tells how a thing stood before that moment; where nothing stood, the
/// decision is none.
final class PackPast {

  /// How such a line begins.
  static final String UNTIL = "{\"until\":";

  private static final Pattern MERGED =
      Pattern.compile("(?<moment>\\d{1,18}) (?<stands>[+-]) (?<mark>.{1,100})");

  private final Map<Long, String> chain;
  private final Touches touches;

  /// `touches` has for each key, by the moments, the edit that makes of nothing what stood before.
  private PackPast(Map<Long, String> chain, Touches touches) {
    this.chain = chain;
    this.touches = touches;
  }

  // -- out --

  /// Of a library: of what a pack tells, and as far as who looks may see it.
  static PackPast of(Library library) {
    var moments = library.moments().all();
    var all = Touches.of(library, moments);
    var blind = new Blind(library);
    var there = new HashSet<>(library.articles());
    Map<String, TreeMap<Long, Edit>> told = new LinkedHashMap<>();
    all.all()
        .forEach(
            (key, edits) -> {
              if (edits.values().stream()
                  .allMatch(
                      e -> isTold(e) && !blind.hides(e) && there.containsAll(Pack.articles(e)))) {
                TreeMap<Long, Edit> before = new TreeMap<>();
                edits.forEach((moment, edit) -> before.put(moment, before(edit)));
                told.put(key, before);
              }
            });
    return new PackPast(Chain.of(library, moments), new Touches(told, all.merges()));
  }

  private static boolean isTold(Edit edit) {
    return !(edit instanceof Edit.Presence
        || edit instanceof Edit.Described
        || edit instanceof Edit.Waits
        || edit instanceof Edit.Closed);
  }

  /// The edit that makes of nothing what an edit begins with.
  private static Edit before(Edit edit) {
    var value = Leaves.before(edit);
    return value.isPresent() ? Leaves.with(edit, Optional.empty(), value) : Leaves.gone(edit);
  }

  void forEach(BiConsumer<Edit, Long> each) {
    touches
        .all()
        .values()
        .forEach(before -> before.forEach((moment, edit) -> each.accept(edit, moment)));
  }

  /// The whole pack: a first line with these fields, and the lines.
  String text(Map<String, Object> fields, List<String> lines) {
    Map<String, @Nullable Object> first = new LinkedHashMap<>();
    first.put("tellings", "pack");
    Stream.of("version", "salt")
        .filter(fields::containsKey)
        .forEach(name -> first.put(name, fields.get(name)));
    first.put("lines", lines.size());
    first.put(
        "moments", chain.entrySet().stream().map(m -> m.getKey() + " " + m.getValue()).toList());
    first.put(
        "merged",
        touches.merges().entrySet().stream()
            .map(m -> m.getKey() + (m.getValue().stands() ? " + " : " - ") + m.getValue().mark())
            .toList());
    var out = new StringBuilder(Json.line(first)).append('\n');
    lines.forEach(line -> out.append(line).append('\n'));
    return out.toString();
  }

  // -- in --

  /// Of a pack: its first line, and what the lines with `until` say that have a place here.
  static PackPast of(Map<String, @Nullable Object> first, List<Line> lines) {
    Map<Long, String> chain = new TreeMap<>();
    strings(first.get("moments")).forEach(moment -> Chain.read(moment, chain));
    Map<Long, Touches.Merge> merges = new HashMap<>();
    for (var merged : strings(first.get("merged"))) {
      var m = MERGED.matcher(merged);
      if (m.matches()) {
        merges.put(
            Long.parseLong(m.group("moment")),
            new Touches.Merge(m.group("mark"), m.group("stands").equals("+")));
      }
    }
    Map<String, TreeMap<Long, Edit>> before = new LinkedHashMap<>();
    for (var line : lines) {
      before
          .computeIfAbsent(Leaves.key(line.edit()), _ -> new TreeMap<>())
          .put(line.until(), line.edit());
    }
    return new PackPast(chain, new Touches(before, merges));
  }

  /// What stood before a moment.
  record Line(long until, Edit edit) {}

  /// The moment of a line; empty when it tells what stands.
  static Optional<Long> until(Map<String, @Nullable Object> line) {
    return line.get("until") instanceof Number n ? Optional.of(n.longValue()) : Optional.empty();
  }

  private static List<String> strings(@Nullable Object list) {
    return list instanceof List<?> l ? l.stream().map(String::valueOf).toList() : List.of();
  }

  Map<Long, String> chain() {
    return chain;
  }

  /// Whether the pack is of the past of the library with this chain itself: then it brings back
  /// what stood there.
  boolean isOf(Map<Long, String> here) {
    return chain.entrySet().stream()
        .max(Map.Entry.comparingByKey())
        .filter(last -> last.getValue().equals(here.get(last.getKey())))
        .isPresent();
  }

  /// What the pack brings that is news since a moment of its library, by its key: edits that begin
  /// with what both had. Empty when the two never had anything of each other: then all is news.
  ///
  /// What was not touched since, and neither stands here nor was ever touched here, is news too: it
  /// was not told before, or had no place.
  Optional<Map<String, Edit>> since(
      long moment,
      Predicate<String> isOurs,
      Standing theirs,
      Standing mine,
      Set<String> touchedHere) {
    if (moment == 0 && !touches.hasMerged(isOurs)) {
      return Optional.empty();
    }
    Map<String, Edit> since = new LinkedHashMap<>();
    touches
        .since(moment, isOurs)
        .forEach(
            (key, before) -> {
              var was = Leaves.after(before);
              var is = theirs.value(key);
              if (was.isPresent() || is.isPresent()) {
                since.put(key, Leaves.with(theirs.edit(key).orElse(before), was, is));
              }
            });
    for (var edit : new ArrayList<>(theirs.edits())) {
      var key = Leaves.key(edit);
      if (!since.containsKey(key) && mine.value(key).isEmpty() && !touchedHere.contains(key)) {
        since.put(key, edit);
      }
    }
    return Optional.of(since);
  }

  Set<String> keys() {
    return touches.keys();
  }
}
