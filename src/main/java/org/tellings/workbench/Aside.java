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
import java.util.stream.Stream;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.model.Edit;
import org.tellings.model.Waiting;
import org.tellings.store.EditRow;
import org.tellings.store.Library;

/// What a merge lays aside: the other's word where both said something apart, and what waits for
/// its article; and what of that gives way.
final class Aside {

  private final Library library;
  private final Standing mine;
  private final Merging.Other other;
  private final Meeting meeting;
  private final Set<String> letGo;
  private final Map<String, Edit> edits = new LinkedHashMap<>();
  private final Map<String, Waiting> conflicts = new LinkedHashMap<>();
  private final List<Waiting> lost = new ArrayList<>();
  private final Map<String, List<Version>> laterWords = new HashMap<>();
  private int already;

  /// `letGo` are the ids of what waited for its article here and was let go.
  Aside(Library library, Standing mine, Merging.Other other, Meeting meeting, Set<String> letGo) {
    this.library = library;
    this.mine = mine;
    this.other = other;
    this.meeting = meeting;
    this.letGo = letGo;
  }

  List<Edit> edits() {
    return List.copyOf(edits.values());
  }

  List<Waiting> conflicts() {
    return List.copyOf(conflicts.values());
  }

  List<Waiting> lost() {
    return List.copyOf(lost);
  }

  /// How much of it was laid aside before.
  int already() {
    return already;
  }

  /// What waits for its article there waits here too, unless it is known here.
  void waits(Edit.Waits edit) {
    var there = edit.after();
    if (there.isEmpty()
        || there.get().why() != Waiting.Why.LOST
        || letGo.contains(there.get().id())) {
      return;
    }
    var key = "waits " + there.get().id();
    if (mine.value(key).isPresent()) {
      already++;
      lost.add(there.get());
    } else if (!isKnown(there.get()) && !isOlder(there.get())) {
      edits.put(key, new Edit.Waits(Optional.empty(), there));
      lost.add(there.get());
    }
  }

  /// Whether a later word about the same waits here.
  private boolean isOlder(Waiting waiting) {
    if (laterWords.isEmpty()) {
      mine.edits().stream()
          .flatMap(edit -> edit instanceof Edit.Waits w ? w.after().stream() : Stream.of())
          .forEach(
              one ->
                  PackReader.told(one)
                      .forEach(
                          (aspect, version) ->
                              laterWords
                                  .computeIfAbsent(aspect, _ -> new ArrayList<>())
                                  .add(version)));
    }
    var told = PackReader.told(waiting);
    return !told.isEmpty()
        && told.entrySet().stream()
            .allMatch(
                one ->
                    laterWords.getOrDefault(one.getKey(), List.of()).stream()
                        .anyMatch(version -> version.knows(one.getValue())));
  }

  /// Whether a word that waits for its article is known here, so that it stands, or was taken back.
  private boolean isKnown(Waiting waiting) {
    var told = PackReader.told(waiting);
    return !told.isEmpty()
        && told.entrySet().stream()
            .allMatch(
                one ->
                    one.getValue().news(meeting.here(one.getKey())).isEmpty()
                        || meeting.here(PackReader.origin(one.getKey())).knows(one.getValue()));
  }

  /// What waits here gives way to a later word of the one who said it, or of one who knew it.
  void overtaken() {
    for (var edit : mine.edits()) {
      if (edit instanceof Edit.Waits w && w.after().isPresent()) {
        var waiting = w.after().get();
        var key = Leaves.key(edit);
        if (waiting.why() == Waiting.Why.CONFLICT
            ? !conflicts.containsKey(waiting.id()) && isMoot(Versions.versions(waiting))
            : other.theirs().value(key).isEmpty()
                && (isKnown(waiting) || isKnownThere(PackReader.told(waiting)))) {
          edits.put(key, new Edit.Waits(w.after(), Optional.empty()));
        }
      }
    }
  }

  /// Whether a word that was laid aside is known here by now, or the one who said it, or knew it,
  /// says something else.
  private boolean isMoot(Map<String, Version> told) {
    return !told.isEmpty()
        && told.entrySet().stream()
            .allMatch(
                one -> {
                  var word = one.getValue();
                  var there = other.versions().of(one.getKey());
                  var here = meeting.here(one.getKey());
                  return here.knows(word)
                      || !there.seen().isEmpty()
                          && there.knows(word)
                          && (there.heads().isEmpty() || !here.undone().containsAll(there.heads()))
                          && !(there.heads().equals(word.heads())
                              && word.undone().containsAll(there.undone()));
                });
  }

  private boolean isKnownThere(Map<String, Version> told) {
    return !told.isEmpty()
        && told.entrySet().stream()
            .allMatch(
                one ->
                    isKnownThere(one.getKey(), one.getValue())
                        || isKnownThere(PackReader.origin(one.getKey()), one.getValue())
                        || isKnownThere(PackReader.waits(one.getKey()), one.getValue()));
  }

  private boolean isKnownThere(String aspect, Version word) {
    var there = other.versions().of(aspect);
    return !there.seen().isEmpty() && there.knows(word);
  }

  /// Lays aside the other's word, once; `versions` are those of its aspects that are in conflict.
  void conflict(Edit edit, Map<String, Version> versions) {
    var waiting = waiting(other.name(), edit, versions, About.words(library, edit));
    conflicts.put(waiting.id(), waiting);
    if (mine.value("waits " + waiting.id()).isEmpty()) {
      edits.put("waits " + waiting.id(), new Edit.Waits(Optional.empty(), Optional.of(waiting)));
    }
  }

  /// A word that is laid aside, said by `from`, in `words` for people; see [#conflict].
  static Waiting waiting(String from, Edit edit, Map<String, Version> versions, String words) {
    var word = edit instanceof Edit.Described d ? HeadingField.differing(d) : edit;
    var after = Leaves.after(word);
    // of a heading and a code what stood here is kept too: it tells which fields it is about
    var body =
        Json.object(
                EditRow.text(
                    edit instanceof Edit.Described || edit instanceof Edit.Defined
                        ? word
                        : after.isPresent()
                            ? Leaves.with(word, Optional.empty(), after)
                            : Leaves.gone(word)))
            .orElseThrow();
    Map<String, String> texts = new TreeMap<>();
    versions.forEach((aspect, version) -> texts.put(aspect, version.text()));
    body.put("versions", texts);
    var id =
        Article.sha256(
                Leaves.key(edit)
                    + "\n"
                    + texts
                    + (after.isEmpty() || edit instanceof Edit.Defined
                        ? ""
                        : EditRow.text(Leaves.with(word, Optional.empty(), after))))
            .substring(0, 12);
    return new Waiting(id, from, Waiting.Why.CONFLICT, words, Json.line(body));
  }

  /// The ids of what waited for its article in a library and was let go by a person, as far as the
  /// steps stand.
  static Set<String> letGo(Library library) {
    Set<String> ids = new HashSet<>();
    for (var step : library.journal(Integer.MAX_VALUE).reversed()) {
      if (!step.undone()) {
        var edit = library.edit(step);
        if (!Versions.isMerge(edit)) {
          Leaves.of(edit)
              .filter(Edit.Waits.class::isInstance)
              .map(Edit.Waits.class::cast)
              .forEach(
                  w -> {
                    if (w.after().isEmpty()) {
                      w.before().ifPresent(one -> ids.add(one.id()));
                    }
                  });
        }
      }
    }
    return ids;
  }
}
