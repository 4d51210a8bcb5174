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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;
import org.tellings.model.Code;
import org.tellings.model.Edit;
import org.tellings.store.EditRow;
import org.tellings.store.Library;

/// What a pack tells of the past of its library: its moments, so that a library that took in an
/// earlier pack knows it again, and what each thing was before it was touched.
///
/// The first line has the number of all `lines`, the `moments` (`17 0123456789abcdef`: the number
/// and the beginning of the hash of all that happened up to it), those at which other libraries
/// were `merged` (`17 + 5 0123456789abcdef`: their mark; `-` where it was undone), a `salt`, and
/// `part` where something was left out. A line that begins with `until` names a thing (by the edit
/// that takes it away) and for each moment at which it was touched the hash of what stood before
/// ([Says]), empty where nothing did: what was taken back cannot be read. Of codes the whole code
/// is told, since they are merged field by field. Behind these it has `stands` where the thing is
/// in the pack: one that cannot be read or has no place here was not taken back.
final class PackPast {

  /// How such a line begins.
  static final String UNTIL = "{\"until\":";

  private static final String STANDS = "stands";

  private static final Pattern MERGED =
      Pattern.compile("(?<moment>\\d{1,18}) (?<stands>[+-]) (?<mark>.{1,100})");

  /// A thing, named by the edit that takes it away, what stood before each moment at which it was
  /// touched (a hash, or of a code the edit that makes it), and whether it stands now.
  record Line(Edit gone, TreeMap<Long, String> before, boolean stands) {}

  private final Map<Long, String> chain;
  private final Map<Long, Touches.Merge> merges;
  private final String salt;
  private final Map<String, Line> lines = new LinkedHashMap<>();
  private boolean isPart;

  private PackPast(Map<Long, String> chain, Map<Long, Touches.Merge> merges, String salt) {
    this.chain = chain;
    this.merges = merges;
    this.salt = salt;
  }

  // -- out --

  /// Of a library: of what a pack tells, and as far as who looks may see it.
  static PackPast of(Library library, String salt) {
    var moments = library.moments().all();
    var all = Touches.of(library, moments);
    var blind = new Blind(library);
    var there = new HashSet<>(library.articles());
    var past = new PackPast(Chain.of(library, moments), all.merges(), salt);
    all.all()
        .forEach(
            (key, edits) -> {
              if (!edits.values().stream().allMatch(PackPast::isTold)) {
                return;
              }
              if (edits.values().stream()
                  .anyMatch(e -> blind.hides(e) || !there.containsAll(Pack.articles(e)))) {
                past.isPart = true;
                return;
              }
              TreeMap<Long, String> before = new TreeMap<>();
              edits.forEach((moment, edit) -> before.put(moment, before(edit, salt)));
              var last = edits.lastEntry().getValue();
              past.lines.put(
                  key, new Line(Leaves.gone(last), before, Leaves.after(last).isPresent()));
            });
    return past;
  }

  private static boolean isTold(Edit edit) {
    return !(edit instanceof Edit.Presence
        || edit instanceof Edit.Described
        || edit instanceof Edit.Waits
        || edit instanceof Edit.Closed);
  }

  private static String before(Edit edit, String salt) {
    var value = Leaves.before(edit);
    return edit instanceof Edit.Defined && value.isPresent()
        ? EditRow.text(Leaves.with(edit, Optional.empty(), value))
        : Says.hash(salt, edit, value);
  }

  /// Each thing, with the moments and what stood before each, as a line has them.
  void forEach(BiConsumer<Edit, List<Object>> each) {
    lines
        .values()
        .forEach(
            line ->
                each.accept(
                    line.gone(),
                    Stream.concat(
                            line.before().entrySet().stream()
                                .map(one -> (Object) List.of(one.getKey(), one.getValue())),
                            line.stands() ? Stream.of(STANDS) : Stream.of())
                        .toList()));
  }

  /// The whole pack of this version of its form: a first line, and the lines.
  String text(int version, List<String> lines) {
    Map<String, @Nullable Object> first = new LinkedHashMap<>();
    first.put("tellings", "pack");
    first.put("version", version);
    first.put("salt", salt);
    first.put("lines", lines.size());
    if (isPart) {
      first.put("part", true);
    }
    first.put(
        "moments", chain.entrySet().stream().map(m -> m.getKey() + " " + m.getValue()).toList());
    first.put(
        "merged",
        merges.entrySet().stream()
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
    var past = new PackPast(chain, merges, String.valueOf(first.get("salt")));
    lines.forEach(line -> past.lines.put(Leaves.key(line.gone()), line));
    past.isPart = Boolean.TRUE.equals(first.get("part"));
    return past;
  }

  /// Whether a line tells of the past.
  static boolean isPast(Map<String, @Nullable Object> line) {
    return line.get("until") instanceof List<?>;
  }

  /// Such a line, of a thing that is named here by the edit that takes it away.
  static Line line(Map<String, @Nullable Object> line, Edit gone) {
    TreeMap<Long, String> before = new TreeMap<>();
    var stands = false;
    for (var one : line.get("until") instanceof List<?> all ? all : List.of()) {
      stands |= STANDS.equals(one);
      if (one instanceof List<?> pair
          && pair.size() == 2
          && pair.getFirst() instanceof Number moment) {
        before.put(moment.longValue(), String.valueOf(pair.getLast()));
      }
    }
    return new Line(gone, before, stands);
  }

  private static List<String> strings(@Nullable Object list) {
    return list instanceof List<?> l ? l.stream().map(String::valueOf).toList() : List.of();
  }

  Map<Long, String> chain() {
    return chain;
  }

  /// The beginning of all that happened in its library, by which packs of one library are known;
  /// empty where the pack does not tell.
  String library() {
    return chain.entrySet().stream()
        .min(Map.Entry.comparingByKey())
        .map(first -> first.getKey() + " " + first.getValue())
        .orElse("");
  }

  boolean isLaterThan(long moment) {
    return chain.keySet().stream().anyMatch(n -> n > moment);
  }

  /// The mark of its last moment; empty where it does not tell.
  Optional<String> mark() {
    return chain.entrySet().stream()
        .max(Map.Entry.comparingByKey())
        .map(last -> Chain.mark(last.getKey(), last.getValue(), kind()));
  }

  /// A part, where something was left out that people touched: articles that were taken out, codes
  /// that who wrote it could not see yet.
  Chain.Kind kind() {
    return isPart ? Chain.Kind.PART : Chain.Kind.PACK;
  }

  /// Whether a thing ever was so before it was touched.
  boolean said(String key, Object value) {
    return Optional.ofNullable(lines.get(key))
        .filter(line -> line.before().containsValue(before(line.gone(), Optional.of(value))))
        .isPresent();
  }

  /// Whether the pack is of the past of the library with this chain itself: then it brings back
  /// what stood there.
  boolean isOf(Map<Long, String> here) {
    return chain.entrySet().stream()
        .max(Map.Entry.comparingByKey())
        .filter(last -> last.getValue().equals(here.get(last.getKey())))
        .isPresent();
  }

  Set<String> keys() {
    return lines.keySet();
  }

  /// What the pack brings that is news since a moment of its library, by its key: edits that begin
  /// with what both had. Empty when the two never had anything of each other: then all is news.
  ///
  /// What was not touched since, and neither stands here nor was ever touched here, is news too: it
  /// was not told before, or had no place.
  Optional<Map<String, Edit>> since(
      long moment, Touches.Asking asking, Standing theirs, Standing mine, Set<String> touchedHere) {
    if (moment == 0
        && merges.values().stream()
            .noneMatch(one -> one.stands() && asking.moment(one.mark()) > 0)) {
      return Optional.empty();
    }
    Map<String, Edit> since = new LinkedHashMap<>();
    lines.forEach(
        (key, line) ->
            before(moment, asking, key, line, theirs.value(key), mine.value(key))
                .ifPresent(
                    was -> {
                      var is = theirs.value(key);
                      if (is.isPresent() || was.value().isPresent() && !line.stands()) {
                        since.put(
                            key,
                            Leaves.with(theirs.edit(key).orElse(line.gone()), was.value(), is));
                      }
                    }));
    var isOlder = !isLaterThan(moment);
    for (var edit : new ArrayList<>(theirs.edits())) {
      var key = Leaves.key(edit);
      if (!isOlder
          && !since.containsKey(key)
          && mine.value(key).isEmpty()
          && !touchedHere.contains(key)) {
        since.put(key, edit);
      }
    }
    return Optional.of(since);
  }

  private record Was(Optional<Object> value) {}

  /// What both had of a thing before it was touched after a moment; empty when it was not.
  private Optional<Was> before(
      long moment,
      Touches.Asking asking,
      String key,
      Line line,
      Optional<Object> there,
      Optional<Object> here) {
    Optional<Was> was = Optional.empty();
    for (var touch : line.before().tailMap(moment, false).entrySet()) {
      var from =
          Optional.ofNullable(merges.get(touch.getKey()))
              .filter(Touches.Merge::stands)
              .map(merge -> asking.moment(merge.mark()))
              .orElse(0L);
      if (from > 0) {
        var ours = asking.at(from, key);
        var next = line.before().higherEntry(touch.getKey());
        var after = next == null ? before(line.gone(), there) : next.getValue();
        was =
            after.equals(before(line.gone(), ours)) ? Optional.empty() : Optional.of(new Was(ours));
      } else if (was.isEmpty()) {
        was = Optional.of(new Was(value(line.gone(), touch.getValue(), there, here)));
      }
    }
    return was;
  }

  /// A value as a line tells it.
  private String before(Edit gone, Optional<Object> value) {
    return gone instanceof Edit.Defined && value.isPresent()
        ? EditRow.text(Leaves.with(gone, Optional.empty(), value))
        : Says.hash(salt, gone, value);
  }

  /// The value that a line tells: the one here or there that says so, else some other.
  private Optional<Object> value(
      Edit gone, String told, Optional<Object> there, Optional<Object> here) {
    if (told.isEmpty() || here.isEmpty() && there.isEmpty()) {
      return Optional.empty();
    }
    if (gone instanceof Edit.Defined) {
      return EditRow.edit(told) instanceof Edit.Defined d
          ? d.after().map(Code.class::cast)
          : Optional.empty();
    }
    return Stream.of(here, there)
        .filter(one -> Says.hash(salt, gone, one).equals(told))
        .findFirst()
        .orElseGet(() -> Optional.of(Says.another(gone, here, there)));
  }
}
