package org.tellings.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.tellings.compare.Proposition.Stated;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.Finding.Stance;
import org.tellings.model.FindingId;
import org.tellings.model.Kind;
import org.tellings.model.Tie;

/// The ledger of unnamed sources.
///
/// Reads each article once; which of them are one source, and what rests on them alone, is worked
/// out from the utterances and propositions when asked.
final class UnnamedSources implements Grouping<Unnamed> {

  private static final Comparator<Seen> EARLIEST =
      Comparator.comparing(Seen::published)
          .thenComparing(seen -> seen.place().article())
          .thenComparing(seen -> seen.place().span());

  private final Supplier<List<Utterance>> utterances;
  private final Supplier<List<Proposition>> propositions;
  private final Map<ArticleId, Footing> footings = new HashMap<>();
  private final Map<ArticleId, List<Seen>> seen = new HashMap<>();

  /// A source where an article brings it in, with the quotes and claims that rest on it there.
  private record Seen(Passage.Place place, Sighting sighting, Set<FindingId> findings) {

    String wording() {
      return place.text().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    }

    String published() {
      return place.heading().published().map(Dated::value).orElse("9999");
    }
  }

  UnnamedSources(Supplier<List<Utterance>> utterances, Supplier<List<Proposition>> propositions) {
    this.utterances = utterances;
    this.propositions = propositions;
  }

  @Override
  public void take(Account account) {
    leave(account.article().id());
    var footing = Footing.of(account, new Prose(account));
    footings.put(account.article().id(), footing);
    List<Seen> here = new ArrayList<>();
    for (var i = 0; i < footing.sightings().size(); i++) {
      var sighting = footing.sightings().get(i);
      Set<FindingId> findings = new HashSet<>();
      for (var one : footing.unnamed().entrySet()) {
        if (one.getValue() == i) {
          findings.add(one.getKey());
        }
      }
      here.add(new Seen(Passage.Place.of(account.article(), sighting.span()), sighting, findings));
    }
    if (!here.isEmpty()) {
      seen.put(account.article().id(), here);
    }
  }

  @Override
  public void leave(ArticleId article) {
    footings.remove(article);
    seen.remove(article);
  }

  @Override
  public void tie(Collection<Tie> ties) {
    // what people tied is in the utterances and propositions
  }

  @Override
  public List<Unnamed> things() {
    var things = new Things();
    List<Unnamed> made = new ArrayList<>();
    for (var group : groups(things)) {
      made.add(unnamed(group, things));
    }
    return made;
  }

  /// What the quotes and claims that rest on unnamed sources tell.
  private final class Things {
    final Map<FindingId, String> of = new HashMap<>();
    final Map<String, Boolean> alone = new HashMap<>();

    Things() {
      for (var utterance : utterances.get()) {
        for (var wording : utterance.tellings()) {
          wording.parts().forEach(part -> of.put(part.kept().id(), utterance.id()));
        }
      }
      for (var proposition : propositions.get()) {
        var rests = false;
        for (var stated : proposition.tellings()) {
          var id = stated.telling().kept().id();
          rests |= isUnnamed(id);
          of.put(id, proposition.id());
        }
        if (rests) {
          alone.put(proposition.id(), proposition.tellings().stream().noneMatch(s -> confirms(s)));
        }
      }
    }

    Set<String> told(Seen one, Kind kind) {
      Set<String> told = new TreeSet<>();
      for (var id : one.findings()) {
        var thing = of.get(id);
        if (thing != null && id.kind() == kind) {
          told.add(thing);
        }
      }
      return told;
    }
  }

  private boolean isUnnamed(FindingId id) {
    var footing = footings.get(id.article());
    return footing != null && footing.unnamed().containsKey(id);
  }

  /// Whether a named source other than an outlet says so, and does not deny or doubt it.
  private boolean confirms(Stated stated) {
    var stance = stated.stance();
    if (stance.filter(one -> one == Stance.DENIES || one == Stance.QUESTIONS).isPresent()) {
      return false;
    }
    var id = stated.telling().kept().id();
    var footing = footings.get(id.article());
    return footing != null
        && Optional.ofNullable(footing.named().get(id))
            .filter(name -> !OutletNames.isKnown(name))
            .isPresent();
  }

  /// Sources with the same wording that hand on the same words, or, when the wording says where
  /// they stand, the same proposition. In order of their earliest telling.
  private List<List<Seen>> groups(Things things) {
    var all = seen.values().stream().flatMap(List::stream).sorted(EARLIEST).toList();
    Map<String, List<List<Seen>>> byWording = new LinkedHashMap<>();
    List<List<Seen>> groups = new ArrayList<>();
    for (var one : all) {
      var same = byWording.computeIfAbsent(one.wording(), _ -> new ArrayList<>());
      var joined = same.stream().filter(group -> isOne(group, one, things)).toList();
      List<Seen> group = joined.isEmpty() ? new ArrayList<>() : joined.getFirst();
      if (joined.isEmpty()) {
        same.add(group);
        groups.add(group);
      }
      group.add(one);
      for (var other : joined.subList(Math.min(1, joined.size()), joined.size())) {
        group.addAll(other);
        same.remove(other);
        groups.remove(other);
      }
      group.sort(EARLIEST);
    }
    return groups;
  }

  private static boolean isOne(List<Seen> group, Seen one, Things things) {
    return group.stream()
        .filter(other -> !other.place().article().equals(one.place().article()))
        .anyMatch(
            other ->
                meet(things.told(other, Kind.QUOTE), things.told(one, Kind.QUOTE))
                    || one.sighting().position().isPresent()
                        && meet(things.told(other, Kind.CLAIM), things.told(one, Kind.CLAIM)));
  }

  private static boolean meet(Set<String> one, Set<String> other) {
    return one.stream().anyMatch(other::contains);
  }

  private static Unnamed unnamed(List<Seen> group, Things things) {
    var first = group.getFirst();
    var only = new TreeSet<String>();
    for (var one : group) {
      for (var proposition : things.told(one, Kind.CLAIM)) {
        if (things.alone.getOrDefault(proposition, false)) {
          only.add(proposition);
        }
      }
    }
    return new Unnamed(
        Ids.of(
            "unnamed",
            first.place().article().value(),
            String.valueOf(first.place().span().start())),
        first.place().text(),
        first.sighting().count(),
        first.sighting().position(),
        group.stream().flatMap(one -> one.sighting().reason().stream()).findFirst(),
        group.stream().map(Seen::place).toList(),
        List.copyOf(only));
  }
}
