package org.tellings.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.tellings.compare.Proposition.Stated;
import org.tellings.compare.SeenSource.Shared;
import org.tellings.compare.Unnamed.Confirmed;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.Finding.Stance;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Kind;
import org.tellings.model.Tie;

/// The ledger of unnamed sources.
///
/// Reads each article once. Sources with the same wording, in articles that hand on the same words,
/// or, when the wording says where they stand, the same proposition, are one; which are, and what
/// rests on them alone, is worked out from the utterances and propositions when asked, anew only
/// for those that changed.
final class UnnamedSources implements Grouping<Unnamed> {

  private final Supplier<List<Utterance>> utterances;
  private final Supplier<List<Proposition>> propositions;
  private final Map<ArticleId, Footing> footings = new HashMap<>();
  private final Map<ArticleId, List<SeenSource>> seen = new HashMap<>();
  private final Map<FindingId, Set<SeenSource>> resting = new HashMap<>();
  private final Set<SeenSource> stale = new LinkedHashSet<>();
  private final RestingThings things =
      new RestingThings(resting::containsKey, stated -> confirms(stated).isPresent());
  private final SharedSources sources = new SharedSources(group -> remove(group.all().getFirst()));
  private final Listed<SeenSource, Unnamed> unnamed = new Listed<>(SeenSource.EARLIEST);

  UnnamedSources(Supplier<List<Utterance>> utterances, Supplier<List<Proposition>> propositions) {
    this.utterances = utterances;
    this.propositions = propositions;
  }

  @Override
  public void take(Account account) {
    leave(account.article().id());
    var footing = account.footing();
    footings.put(account.article().id(), footing);
    List<SeenSource> here = new ArrayList<>();
    for (var i = 0; i < footing.sightings().size(); i++) {
      Set<FindingId> findings = new HashSet<>();
      for (var one : footing.unnamed().entrySet()) {
        if (one.getValue() == i) {
          findings.add(one.getKey());
        }
      }
      here.add(new SeenSource(account.article(), footing.sightings().get(i), i, findings));
    }
    if (!here.isEmpty()) {
      seen.put(account.article().id(), here);
      here.forEach(this::add);
    }
  }

  private void add(SeenSource one) {
    stale.add(one);
    for (var id : one.findings) {
      resting.computeIfAbsent(id, _ -> new LinkedHashSet<>(2)).add(one);
    }
  }

  @Override
  public void leave(ArticleId article) {
    footings.remove(article);
    var before = seen.remove(article);
    if (before == null) {
      return;
    }
    for (var one : before) {
      stale.remove(one);
      sources.remove(one);
      one.findings.forEach(resting::remove); // which are all of this article
    }
  }

  private void remove(SeenSource first) {
    unnamed.remove(first);
  }

  @Override
  public void tie(Collection<Tie> ties) {
    // what people tied is in the utterances and propositions
  }

  @Override
  public List<Unnamed> things() {
    things.read(
        utterances.get(),
        propositions.get(),
        id -> stale.addAll(resting.getOrDefault(id, Set.of())));
    for (var one : stale) {
      one.claims = told(one, Kind.CLAIM);
      sources.put(one, shared(one));
    }
    stale.clear();
    for (var group : sources.made()) {
      unnamed.put(group.all().getFirst(), unnamed(group.all()));
    }
    return unnamed.list();
  }

  private Set<String> told(SeenSource one, Kind kind) {
    Set<String> told = new TreeSet<>();
    for (var id : one.findings) {
      var thing = things.told(id);
      if (thing != null && id.kind() == kind) {
        told.add(thing);
      }
    }
    return told;
  }

  private Set<Shared> shared(SeenSource one) {
    Set<Shared> shared = new HashSet<>();
    told(one, Kind.QUOTE).forEach(thing -> shared.add(new Shared(one.wording, thing)));
    if (one.sighting.position().isPresent()) {
      one.claims.forEach(thing -> shared.add(new Shared(one.wording, thing)));
    }
    return shared;
  }

  /// The named source other than an outlet that says so, and does not deny or doubt it.
  private Optional<String> confirms(Stated stated) {
    var stance = stated.stance();
    if (stance.filter(one -> one == Stance.DENIES || one == Stance.QUESTIONS).isPresent()) {
      return Optional.empty();
    }
    var id = stated.telling().kept().id();
    var footing = footings.get(id.article());
    return Optional.ofNullable(footing)
        .flatMap(one -> Optional.ofNullable(one.named().get(id)))
        .filter(name -> !OutletNames.isKnown(name));
  }

  private Unnamed unnamed(List<SeenSource> group) {
    var first = group.getFirst();
    var only = new TreeSet<String>();
    var confirmed = new TreeMap<String, Confirmed>();
    for (var one : group) {
      for (var proposition : one.claims) {
        things
            .named(proposition)
            .ifPresentOrElse(
                stated -> confirmed.put(proposition, confirmed(proposition, stated, first)),
                () -> only.add(proposition));
      }
    }
    return new Unnamed(
        Ids.of(
            "unnamed", first.place.article().value(), String.valueOf(first.place.span().start())),
        first.sighting.text(),
        first.sighting.count(),
        first.sighting.position(),
        group.stream().flatMap(one -> one.sighting.reason().stream()).findFirst(),
        group.stream().map(one -> one.place).toList(),
        List.copyOf(only),
        List.copyOf(confirmed.values()),
        group.stream().flatMap(one -> one.single.stream()).findFirst());
  }

  private Confirmed confirmed(String proposition, Stated stated, SeenSource first) {
    return new Confirmed(
        proposition,
        confirms(stated).orElseThrow(),
        stated.telling(),
        later(stated.telling().heading(), first.place.heading()));
  }

  /// Whether the first was printed on a later day; empty where that cannot be said.
  private static Optional<Boolean> later(Heading one, Heading other) {
    var day = one.published().map(Dated::day).filter(value -> value.length() == 10);
    var before = other.published().map(Dated::day).filter(value -> value.length() == 10);
    return day.isEmpty() || before.isEmpty() || day.equals(before)
        ? Optional.empty()
        : Optional.of(day.get().compareTo(before.get()) > 0);
  }
}
