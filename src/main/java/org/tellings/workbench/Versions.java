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
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Decision;
import org.tellings.model.Edit;
import org.tellings.model.Waiting;
import org.tellings.store.EditRow;
import org.tellings.store.Library;
import org.tellings.store.Moment;

/// The [Version] of each [Aspect] that people ever said anything about: of a library, told by all
/// that happened to its steps, or of a pack, which tells it.
///
/// The id of a word is the beginning of a hash of all that happened in its library up to it: two
/// libraries that were copied of one share the words of then, and no others. Undo takes a word
/// back; of a merge it also takes away what was learned.
final class Versions {

  private static final int LENGTH = 12;
  private static final Pattern ARTICLE = Pattern.compile("\\b[0-9a-f]{16}\\b");

  private final Map<String, Version> all = new HashMap<>();
  private final Map<String, Edit> things = new LinkedHashMap<>();
  private final Map<Long, String> chain = new TreeMap<>();

  private final Map<Long, Map<String, Version>> before = new HashMap<>();
  private final Map<Long, Map<String, String>> said = new HashMap<>();
  private final Map<String, Version> beforeJoined = new LinkedHashMap<>();
  private final Map<String, Set<String>> saidJoined = new HashMap<>();
  private final Map<String, Set<String>> takenBack = new HashMap<>();
  private final Map<ArticleId, Set<String>> knownWhenOut = new HashMap<>();

  private Versions() {}

  // -- what is known --

  /// The version of an aspect that has this value: of one that nobody touched as far as is known,
  /// made of what it says.
  Version of(String aspect, Optional<?> value) {
    var version = all.getOrDefault(aspect, Version.NONE);
    return version.seen().isEmpty() && value.isPresent()
        ? Version.of(unknown(value.get()))
        : version;
  }

  private static String unknown(Object value) {
    return "="
        + Article.sha256(
                value instanceof Decision d
                    ? d.state() + " " + d.finding().said()
                    : value instanceof Code ? "" : value.toString())
            .substring(0, LENGTH);
  }

  /// The aspects of which anything is known.
  Set<String> aspects() {
    return all.keySet();
  }

  Version of(String aspect) {
    return all.getOrDefault(aspect, Version.NONE);
  }

  /// The things that people ever touched, by their keys, each as the edit that touched it last.
  Map<String, Edit> things() {
    return things;
  }

  /// Whether a moment, as [#last] tells it, is one of this library.
  boolean has(String moment) {
    var blank = moment.indexOf(' ');
    return blank > 0
        && moment.substring(0, blank).matches("\\d{1,18}")
        && moment
            .substring(blank + 1)
            .equals(chain.get(Long.parseLong(moment.substring(0, blank))));
  }

  /// The last moment: its number and its hash; empty where nothing ever happened.
  String last() {
    return chain.entrySet().stream()
        .reduce((_, later) -> later)
        .map(last -> last.getKey() + " " + last.getValue())
        .orElse("");
  }

  // -- of a pack --

  static Versions of(Map<String, Version> told, Map<String, Edit> things) {
    var versions = new Versions();
    versions.all.putAll(told);
    versions.things.putAll(things);
    return versions;
  }

  /// Those of several lines, each of another thing.
  static Versions of(List<Versions> several) {
    var versions = new Versions();
    several.forEach(
        one -> {
          versions.all.putAll(one.all);
          versions.things.putAll(one.things);
        });
    return versions;
  }

  // -- of a library --

  /// Reads all that happened in a library.
  static Versions of(Library l) {
    var versions = new Versions();
    var hash = "";
    for (var m : l.moments().all()) {
      var edit = l.moments().edit(m);
      hash =
          Article.sha256(
              String.join(
                  "\n",
                  hash,
                  m.at(),
                  m.did().name(),
                  String.valueOf(m.step()),
                  m.words(),
                  EditRow.text(edit)));
      var id = hash.substring(0, LENGTH);
      versions.chain.put(m.number(), id);
      switch (m.did()) {
        case DONE, REDONE -> versions.done(m.step(), edit, id);
        case UNDONE -> versions.undone(m, edit, id);
        case INTO -> versions.into(m.step());
        case JOINED -> versions.joined(m.step());
        case SAVED -> {}
      }
    }
    return versions;
  }

  private void done(long step, Edit edit, String id) {
    Map<String, Version> was = new LinkedHashMap<>();
    Map<String, String> ids = new HashMap<>();
    var learned = learned(edit).toList();
    Map<String, Version> settled = new HashMap<>();
    Set<String> apart = new HashSet<>(); // said without seeing what is laid aside
    Set<ArticleId> out = new HashSet<>();
    for (var leaf : Leaves.of(edit).toList()) {
      if (leaf instanceof Edit.Waits w) {
        if (learned.isEmpty()) {
          w.after().ifPresent(one -> apart.addAll(versions(one).keySet()));
          w.before()
              .filter(_ -> w.after().isEmpty())
              .ifPresent(one -> settled.putAll(versions(one)));
        }
        continue;
      }
      things.put(Leaves.key(leaf), leaf);
      var aspects =
          leaf instanceof Edit.Defined d && d.before().isEmpty()
              ? Aspect.all(leaf).stream()
                  .filter(one -> all.containsKey(one) || Aspect.of(leaf).contains(one))
                  .toList()
              : Aspect.of(leaf);
      for (var aspect : aspects) {
        var now =
            of(aspect, leaf instanceof Edit.Described ? Optional.empty() : value(aspect, leaf));
        was.putIfAbsent(aspect, of(aspect));
        ids.put(aspect, id);
        all.put(aspect, now.over(now, id));
      }
      if (leaf instanceof Edit.Presence p && !p.present()) {
        out.add(p.articles().getFirst());
      }
    }
    takenOut(out);
    apart.stream().filter(ids::containsKey).forEach(one -> all.put(one, Version.of(id)));
    settled.forEach(
        (aspect, other) -> {
          var now = of(aspect);
          was.putIfAbsent(aspect, now);
          all.put(aspect, ids.containsKey(aspect) ? now.over(other, id) : now.refusing(other));
        });
    learned.forEach(
        one -> one.gone().forEach(thing -> things.putIfAbsent(Leaves.key(thing), thing)));
    learned.forEach(
        one ->
            one.versions()
                .forEach(
                    (text, aspects) -> {
                      var version = Version.of(text, id);
                      for (var aspect : aspects) {
                        var now = of(aspect);
                        was.putIfAbsent(aspect, now);
                        if (version.heads().contains(id)) {
                          ids.put(aspect, id);
                        } else {
                          ids.remove(aspect);
                        }
                        all.put(
                            aspect,
                            new Version(
                                version.heads(),
                                version.seen(),
                                version.undone(),
                                now.refused(),
                                version.older()));
                      }
                    }));
    before.put(step, was);
    said.put(step, ids);
  }

  /// Remembers what was known of articles when they were taken out.
  private void takenOut(Set<ArticleId> articles) {
    if (articles.isEmpty()) {
      return;
    }
    articles.forEach(id -> knownWhenOut.put(id, new HashSet<>()));
    all.forEach(
        (aspect, version) -> {
          var ids = ARTICLE.matcher(aspect);
          while (ids.find()) {
            var id = new ArticleId(ids.group());
            if (articles.contains(id)) {
              Optional.ofNullable(knownWhenOut.get(id)).ifPresent(k -> k.addAll(version.seen()));
            }
          }
        });
  }

  /// Whether a word about an article that was taken out here was known then; of a pack nobody
  /// knows.
  boolean wasKnown(ArticleId article, Version word) {
    return Optional.ofNullable(knownWhenOut.get(article))
        .map(known -> known.containsAll(word.heads()))
        .orElse(true);
  }

  private static Optional<Object> value(String aspect, Edit leaf) {
    var value = Leaves.before(leaf);
    if (value.isEmpty() || !(value.get() instanceof Code code)) {
      return value;
    }
    for (var field : CodeField.values()) {
      if (aspect.endsWith("\n" + field.name())) {
        return field.isUnsaid(code) ? Optional.empty() : Optional.of(field.of(code));
      }
    }
    return value;
  }

  /// What a step learned of another library.
  private static Stream<Edit.Learned> learned(Edit edit) {
    return switch (edit) {
      case Edit.Learned l -> Stream.of(l);
      case Edit.Together t -> t.edits().stream().flatMap(Versions::learned);
      default -> Stream.of();
    };
  }

  /// Whether a step merged another library or a pack.
  static boolean isMerge(Edit edit) {
    return learned(edit).findAny().isPresent();
  }

  private void undone(Moment m, Edit edit, String id) {
    var was = before.remove(m.step());
    var ids = said.remove(m.step());
    if (was == null || ids == null) { // of a step of which nothing is known it is a word like any
      done(m.step(), edit.inverse(), id);
      return;
    }
    was.forEach(
        (aspect, version) -> {
          var back = takenBack.computeIfAbsent(aspect, _ -> new HashSet<>());
          Optional.ofNullable(ids.get(aspect))
              .ifPresent(one -> back.addAll(List.of(one.split(" "))));
          all.put(aspect, of(aspect).backTo(version, back));
        });
  }

  private void into(long step) {
    Optional.ofNullable(before.remove(step))
        .ifPresent(was -> was.forEach(beforeJoined::putIfAbsent));
    Optional.ofNullable(said.remove(step))
        .ifPresent(
            ids ->
                ids.forEach(
                    (aspect, id) ->
                        saidJoined
                            .computeIfAbsent(aspect, _ -> new HashSet<>())
                            .addAll(List.of(id.split(" ")))));
  }

  private void joined(long step) {
    into(step); // the last part has the number of the whole
    before.put(step, new LinkedHashMap<>(beforeJoined));
    Map<String, String> ids = new HashMap<>();
    saidJoined.forEach((aspect, all) -> ids.put(aspect, String.join(" ", all)));
    said.put(step, ids);
    beforeJoined.clear();
    saidJoined.clear();
  }

  // -- beside what waits --

  /// The versions of the aspects that something that waits as a conflict is about.
  static Map<String, Version> versions(Waiting waiting) {
    return waiting.why() == Waiting.Why.CONFLICT
        ? told(HashedReader.object(waiting.body()).get("versions"), "")
        : Map.of();
  }

  /// What a line of a pack, or what waits, says of the aspects of a key.
  static Map<String, Version> told(@org.jspecify.annotations.Nullable Object versions, String key) {
    Map<String, Version> told = new LinkedHashMap<>();
    if (versions instanceof Map<?, ?> map) {
      map.forEach(
          (field, text) ->
              told.put(
                  Aspect.named(key, String.valueOf(field)),
                  Version.of(String.valueOf(text), Version.THIS)));
    }
    return told;
  }

  /// The aspects of a key as a line of a pack tells them; empty where nothing is known.
  Map<String, String> lines(Edit edit) {
    Map<String, String> lines = new LinkedHashMap<>();
    for (var aspect : Aspect.all(edit)) {
      var version = of(aspect);
      if (!version.seen().isEmpty()) {
        lines.put(Aspect.field(aspect), version.told());
      }
    }
    return lines;
  }

  /// As one edit, each text once.
  static Edit.Learned learned(String from, Map<String, Version> versions, List<Edit> gone) {
    Map<String, List<String>> texts = new TreeMap<>();
    versions.forEach(
        (aspect, version) ->
            texts.computeIfAbsent(version.text(), _ -> new ArrayList<>()).add(aspect));
    return new Edit.Learned(from, texts, gone);
  }
}
