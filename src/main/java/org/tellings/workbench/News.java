package org.tellings.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.tellings.model.Edit;
import org.tellings.model.Waiting;
import org.tellings.store.Library;
import org.tellings.workbench.Chain.Kind;

/// What of another library, or of a pack of one, is news in a library: all that was touched there
/// since the two last had the same, with what they had then.
///
/// One object looks at the library as it stands, for one merge.
final class News {

  private final Map<Long, String> here;
  private final Touches touches;
  private final Standing standing;
  private final List<Waiting> waiting;

  News(Library library) {
    var moments = library.moments().all();
    here = Chain.of(library, moments);
    touches = Touches.of(library, moments);
    standing = Standing.of(library);
    waiting = library.waiting();
  }

  Standing standing() {
    return standing;
  }

  /// The keys of what people ever touched here.
  Set<String> touched() {
    return touches.keys();
  }

  /// Whether a thing was so here before.
  boolean wasOurs(String key, Object value) {
    return touches.had(key, Optional.of(value));
  }

  /// Whether a pack is of the past of this library itself.
  boolean isOwn(PackPast past) {
    return past.isOf(here);
  }

  private long base(Map<Long, String> chain, Kind kind) {
    return Chain.base(chain, here, waiting, kind);
  }

  /// This library as one that asks another what is news.
  private Touches.Asking asking() {
    return new Touches.Asking() {
      @Override
      public long moment(String mark) {
        return Chain.moment(mark, here);
      }

      @Override
      public Optional<Object> at(long moment, String key) {
        return touches.at(moment, key, standing.value(key));
      }
    };
  }

  // -- of a library --

  /// The news of a library with this chain, by their keys; empty when the two never had anything of
  /// each other: then all is news.
  Optional<Map<String, Edit>> of(Touches there, Map<Long, String> chain, Standing theirs) {
    var base = base(chain, Kind.LIBRARY);
    var news = since(there, base, theirs);
    for (var kind : List.of(Kind.PACK, Kind.PART)) {
      var pack = base(chain, kind);
      if (pack > base) { // of what came by a later pack only what was touched after it
        news = without(news, broughtBy(kind, chain), there.since(pack, asking()), theirs);
      }
    }
    return news;
  }

  private Optional<Map<String, Edit>> since(Touches there, long base, Standing theirs) {
    if (base == 0 && !there.hasMerged(asking())) {
      return Optional.empty();
    }
    var since = there.since(base, asking());
    if (base == 0) { // what nobody touched there was never here
      theirs.edits().stream()
          .filter(edit -> !there.keys().contains(Leaves.key(edit)))
          .forEach(edit -> since.put(Leaves.key(edit), edit));
    }
    return Optional.of(since);
  }

  /// The keys of what was touched here by merges of a kind of the library with this chain.
  private Set<String> broughtBy(Kind kind, Map<Long, String> chain) {
    return touches.by(mark -> Chain.isOf(mark, kind) && Chain.moment(mark, chain) > 0);
  }

  /// News in which of what is `known` only what came `later` is any.
  private Optional<Map<String, Edit>> without(
      Optional<Map<String, Edit>> since,
      Set<String> known,
      Map<String, Edit> later,
      Standing theirs) {
    if (known.isEmpty()) {
      return since;
    }
    var news = since.orElseGet(() -> all(theirs));
    for (var key : known) {
      if (later.containsKey(key)) {
        news.put(key, Objects.requireNonNull(later.get(key)));
      } else {
        news.remove(key);
      }
    }
    return Optional.of(news);
  }

  /// All that stands there as news of libraries that never had anything of each other.
  private Map<String, Edit> all(Standing theirs) {
    Map<String, Edit> all = new LinkedHashMap<>();
    for (var edit : theirs.edits()) {
      var key = Leaves.key(edit);
      all.put(
          key,
          edit instanceof Edit.Described
              ? Leaves.with(
                  edit,
                  touches.keys().contains(key) ? Optional.empty() : standing.value(key),
                  theirs.value(key))
              : edit);
    }
    return all;
  }

  /// The mark that all up to the last moment of the other is here, in the place of an earlier one;
  /// none where it was before.
  List<Edit> mark(Map<Long, String> chain, String name, Kind kind) {
    var last = chain.keySet().stream().mapToLong(n -> n).max().orElse(0);
    if (last <= base(chain, kind == Kind.LIBRARY ? kind : Kind.PACK)) {
      return List.of();
    }
    List<Edit> edits = new ArrayList<>();
    for (var one : waiting) {
      if (one.why() == Waiting.Why.MERGED
          && Chain.isOf(one.body(), kind)
          && Chain.moment(one.body(), chain) > 0) {
        edits.add(new Edit.Waits(Optional.of(one), Optional.empty()));
      }
    }
    var hash = Objects.requireNonNull(chain.get(last));
    edits.add(
        new Edit.Waits(
            Optional.empty(),
            Optional.of(
                new Waiting(
                    kind.name().toLowerCase(Locale.ROOT) + " " + hash.substring(0, 12),
                    name,
                    Waiting.Why.MERGED,
                    kind == Kind.PART ? "" : Chain.kept(chain),
                    Chain.mark(last, hash, kind)))));
    return edits;
  }

  // -- of a pack --

  /// What a pack brings that is news; empty when all is.
  Optional<Map<String, Edit>> of(PackPast past, Standing theirs) {
    if (isOwn(past)) {
      return Optional.empty();
    }
    var base = base(past.chain(), Kind.PACK);
    var part = base(past.chain(), Kind.PART);
    var since = past.since(base, asking(), theirs, standing, touches.standing());
    return part > base
        ? without(
            since,
            broughtBy(Kind.PART, past.chain()),
            past.since(part, asking(), theirs, standing, touches.standing()).orElse(Map.of()),
            theirs)
        : since;
  }

  /// How many decisions of a pack that are no news stand here as they stand there.
  int stands(Standing theirs, Optional<Map<String, Edit>> since) {
    return since.isEmpty()
        ? 0
        : (int)
            theirs.edits().stream()
                .filter(MergeDesk::counts)
                .map(Leaves::key)
                .filter(key -> !since.get().containsKey(key))
                .filter(key -> standing.value(key).equals(theirs.value(key)))
                .count();
  }

  /// What waits of earlier packs of the same library and form and stands no more in a later one,
  /// which has these lines and tells all.
  List<Waiting> obsolete(PackPast past, int version, Set<String> lines) {
    if (past.library().isEmpty()
        || past.kind() == Kind.PART
        || !past.isLaterThan(base(past.chain(), Kind.PACK))) {
      return List.of();
    }
    return waiting.stream()
        .filter(w -> w.why() == Waiting.Why.LOST)
        .filter(
            w -> {
              var body = HashedReader.object(w.body());
              return past.library().equals(body.get("library"))
                  && Integer.valueOf(version).equals(body.get("pack"))
                  && !lines.contains(String.valueOf(body.get("line")));
            })
        .toList();
  }
}
