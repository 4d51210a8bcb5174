package org.tellings.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tellings.compare.Proposition.Stated;
import org.tellings.model.FindingId;

/// What the quotes and claims that rest on unnamed sources tell.
///
/// Each utterance and proposition is made anew when an article with one of its tellings changes, so
/// that what was read of one holds as long as it is there. Not safe for use from several threads.
final class RestingThings {

  private final Predicate<FindingId> wanted;
  private final Predicate<Stated> bears;
  private final Map<Object, Rest> rests = new IdentityHashMap<>();
  private final Map<FindingId, String> things = new HashMap<>();
  private final Map<String, Optional<Stated>> named = new HashMap<>();
  private List<Utterance> said = List.of();
  private List<Proposition> claimed = List.of();

  /// A thing, which of its findings rest on unnamed sources, and who else bears it, the earliest.
  private record Rest(String thing, List<FindingId> findings, Optional<Stated> named) {}

  /// `wanted` are findings that rest on an unnamed source; `bears` tells who does not, and says so.
  RestingThings(Predicate<FindingId> wanted, Predicate<Stated> bears) {
    this.wanted = wanted;
    this.bears = bears;
  }

  /// Reads what is new; `changed` is told of the findings that may tell something else now.
  void read(List<Utterance> nowSaid, List<Proposition> nowClaimed, Consumer<FindingId> changed) {
    Predicate<Object> isNew = thing -> !rests.containsKey(thing);
    var utterances = Turnover.<Object>between(said, nowSaid, isNew);
    var propositions = Turnover.<Object>between(claimed, nowClaimed, isNew);
    utterances.went().forEach(thing -> drop(thing, changed));
    propositions.went().forEach(thing -> drop(thing, changed));
    utterances.came().forEach(thing -> add(thing, rest((Utterance) thing), changed));
    propositions.came().forEach(thing -> add(thing, rest((Proposition) thing), changed));
    said = nowSaid;
    claimed = nowClaimed;
  }

  private void drop(Object thing, Consumer<FindingId> changed) {
    var rest = rests.remove(thing);
    if (rest != null) {
      rest.findings().forEach(things::remove);
      rest.findings().forEach(changed);
      named.remove(rest.thing());
    }
  }

  private void add(Object thing, Rest rest, Consumer<FindingId> changed) {
    rests.put(thing, rest);
    rest.findings().forEach(id -> things.put(id, rest.thing()));
    rest.findings().forEach(changed);
    if (!rest.findings().isEmpty()) {
      named.put(rest.thing(), rest.named());
    }
  }

  private Rest rest(Utterance utterance) {
    List<FindingId> findings = new ArrayList<>(0);
    for (var wording : utterance.tellings()) {
      for (var part : wording.parts()) {
        if (wanted.test(part.kept().id())) {
          findings.add(part.kept().id());
        }
      }
    }
    return new Rest(utterance.id(), findings, Optional.empty());
  }

  private Rest rest(Proposition proposition) {
    List<FindingId> findings = new ArrayList<>(0);
    for (var stated : proposition.tellings()) {
      if (wanted.test(stated.telling().kept().id())) {
        findings.add(stated.telling().kept().id());
      }
    }
    return new Rest(
        proposition.id(),
        findings,
        findings.isEmpty()
            ? Optional.empty()
            : proposition.tellings().stream().filter(bears).findFirst());
  }

  /// The utterance or proposition that a finding tells; null when none is known.
  @Nullable String told(FindingId finding) {
    return things.get(finding);
  }

  /// The earliest that bears a proposition and is not unnamed.
  Optional<Stated> named(String proposition) {
    return named.getOrDefault(proposition, Optional.empty());
  }
}
