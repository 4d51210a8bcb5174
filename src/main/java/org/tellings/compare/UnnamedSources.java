package org.tellings.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.tellings.compare.Proposition.Stated;
import org.tellings.compare.Unnamed.Confirmed;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.Finding.Stance;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
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

  /// What was read of utterances and propositions when last asked. Each is made anew when an
  /// article with one of its tellings changes, so that what was read of one holds as long as it is
  /// there.
  private Map<Object, Rest> rests = new IdentityHashMap<>();

  private final Things things = new Things();

  /// Which findings of a thing rest on unnamed sources, and who else bears it, the earliest.
  private record Rest(List<FindingId> findings, Optional<Stated> named) {}

  /// A source where an article brings it in, with the quotes and claims that rest on it there.
  private record Seen(
      Passage.Place place,
      Sighting sighting,
      String wording,
      Set<FindingId> findings,
      Optional<Passage.Place> single,
      String published) {

    static Seen of(Article article, Sighting sighting, Set<FindingId> findings) {
      var place = Passage.Place.of(article, sighting.span());
      var wording = sighting.text().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
      var single = sighting.single().map(span -> Passage.Place.of(article, span));
      var published = place.heading().published().map(Dated::value).orElse("9999");
      return new Seen(place, sighting, wording, findings, single, published);
    }
  }

  UnnamedSources(Supplier<List<Utterance>> utterances, Supplier<List<Proposition>> propositions) {
    this.utterances = utterances;
    this.propositions = propositions;
  }

  @Override
  public void take(Account account) {
    leave(account.article().id());
    var footing = account.footing();
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
      here.add(Seen.of(account.article(), sighting, findings));
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
    things.read();
    List<Unnamed> made = new ArrayList<>();
    for (var group : groups(things)) {
      made.add(unnamed(group, things));
    }
    return made;
  }

  /// What the quotes and claims that rest on unnamed sources tell. What is known of findings that
  /// went stays until it is asked for no more.
  private final class Things {
    private final Map<FindingId, String> of = new HashMap<>();
    private final Map<String, Optional<Stated>> named = new HashMap<>();

    /// Reads the utterances and propositions that are new since it was last asked.
    void read() {
      Set<FindingId> wanted = new HashSet<>();
      seen.values().forEach(here -> here.forEach(one -> wanted.addAll(one.findings())));
      var said = utterances.get();
      var claimed = propositions.get();
      if (rests.size() > 2 * (said.size() + claimed.size())) { // most of it went
        rests = new IdentityHashMap<>();
        of.clear();
        named.clear();
      }
      for (var utterance : said) {
        if (!rests.containsKey(utterance)) {
          var rest = rest(utterance, wanted);
          rests.put(utterance, rest);
          rest.findings().forEach(id -> of.put(id, utterance.id()));
        }
      }
      for (var proposition : claimed) {
        if (!rests.containsKey(proposition)) {
          var rest = rest(proposition, wanted);
          rests.put(proposition, rest);
          rest.findings().forEach(id -> of.put(id, proposition.id()));
          if (!rest.findings().isEmpty()) {
            named.put(proposition.id(), rest.named());
          }
        }
      }
    }

    private static Rest rest(Utterance utterance, Set<FindingId> wanted) {
      List<FindingId> findings = new ArrayList<>(0);
      for (var wording : utterance.tellings()) {
        for (var part : wording.parts()) {
          if (wanted.contains(part.kept().id())) {
            findings.add(part.kept().id());
          }
        }
      }
      return new Rest(findings, Optional.empty());
    }

    private Rest rest(Proposition proposition, Set<FindingId> wanted) {
      List<FindingId> findings = new ArrayList<>(0);
      for (var stated : proposition.tellings()) {
        if (wanted.contains(stated.telling().kept().id())) {
          findings.add(stated.telling().kept().id());
        }
      }
      return new Rest(
          findings,
          findings.isEmpty()
              ? Optional.empty()
              : proposition.tellings().stream()
                  .filter(stated -> confirms(stated).isPresent())
                  .findFirst());
    }

    Set<String> told(Seen one, Kind kind) {
      if (one.findings().isEmpty()) {
        return Set.of();
      }
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

  /// Sources with the same wording, in articles that hand on the same words, or, when the wording
  /// says where they stand, the same proposition. In order of their earliest telling.
  private List<List<Seen>> groups(Things things) {
    var all = seen.values().stream().flatMap(List::stream).sorted(EARLIEST).toList();
    Map<List<String>, List<Integer>> sharing = new LinkedHashMap<>();
    for (var i = 0; i < all.size(); i++) {
      var one = all.get(i);
      for (var thing : things.told(one, Kind.QUOTE)) {
        sharing.computeIfAbsent(List.of(one.wording(), thing), _ -> new ArrayList<>(1)).add(i);
      }
      if (one.sighting().position().isPresent()) {
        for (var thing : things.told(one, Kind.CLAIM)) {
          sharing.computeIfAbsent(List.of(one.wording(), thing), _ -> new ArrayList<>(1)).add(i);
        }
      }
    }
    // of all that share a thing each has one in another article, or none has
    var roots = new int[all.size()];
    Arrays.setAll(roots, i -> i);
    for (var together : sharing.values()) {
      if (together.stream().map(i -> all.get(i).place().article()).distinct().count() > 1) {
        together.forEach(i -> join(roots, together.getFirst(), i));
      }
    }
    Map<Integer, List<Seen>> groups = new TreeMap<>();
    for (var i = 0; i < roots.length; i++) {
      groups.computeIfAbsent(root(roots, i), _ -> new ArrayList<>(1)).add(all.get(i));
    }
    return List.copyOf(groups.values());
  }

  /// The earlier of two is the root of both.
  private static void join(int[] roots, int one, int other) {
    var first = root(roots, one);
    var second = root(roots, other);
    roots[Math.max(first, second)] = Math.min(first, second);
  }

  private static int root(int[] roots, int of) {
    var root = of;
    while (roots[root] != root) {
      root = roots[root];
    }
    roots[of] = root;
    return root;
  }

  private Unnamed unnamed(List<Seen> group, Things things) {
    var first = group.getFirst();
    var only = new TreeSet<String>();
    var confirmed = new TreeMap<String, Confirmed>();
    for (var one : group) {
      for (var proposition : things.told(one, Kind.CLAIM)) {
        things
            .named
            .getOrDefault(proposition, Optional.empty())
            .ifPresentOrElse(
                stated -> confirmed.put(proposition, confirmed(proposition, stated, first)),
                () -> only.add(proposition));
      }
    }
    return new Unnamed(
        Ids.of(
            "unnamed",
            first.place().article().value(),
            String.valueOf(first.place().span().start())),
        first.sighting().text(),
        first.sighting().count(),
        first.sighting().position(),
        group.stream().flatMap(one -> one.sighting().reason().stream()).findFirst(),
        group.stream().map(Seen::place).toList(),
        List.copyOf(only),
        List.copyOf(confirmed.values()),
        group.stream().flatMap(one -> one.single().stream()).findFirst());
  }

  private Confirmed confirmed(String proposition, Stated stated, Seen first) {
    return new Confirmed(
        proposition,
        confirms(stated).orElseThrow(),
        stated.telling(),
        later(stated.telling().heading(), first.place().heading()));
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
