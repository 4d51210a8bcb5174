package org.tellings.compare;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tellings.model.ArticleId;
import org.tellings.model.Finding.Quote;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Span;
import org.tellings.model.Tie;

/// Finds what somebody said in all articles that tell it.
///
/// An article that comes or leaves is compared with the sayings that share its wording, and only
/// their families are made anew.
final class Utterances implements Grouping<Utterance> {

  private static final Comparator<Utterance> ORDER =
      Comparator.comparing((Utterance u) -> u.tellings().getFirst().first(), Telling.EARLIEST);

  private final Map<ArticleId, List<Quotation>> articles = new HashMap<>();
  private final Map<String, Saying> sayings = new HashMap<>();
  private final Map<FindingId, Saying> sayingOf = new HashMap<>();
  private final Map<FindingId, List<Tie>> ties = new HashMap<>();
  private final Nearby nearby = new Nearby();
  private final Set<Saying> stale = new LinkedHashSet<>();
  private final Listed<Utterance, Utterance> utterances = new Listed<>(ORDER);

  @Override
  public void take(Account account) {
    leave(account.article().id());
    var quotations = quotations(account);
    articles.put(account.article().id(), quotations);
    quotations.forEach(this::put);
  }

  @Override
  public void leave(ArticleId article) {
    var before = articles.remove(article);
    if (before != null) {
      before.forEach(this::drop);
    }
  }

  @Override
  public void tie(Collection<Tie> said) {
    var touched = new HashSet<>(ties.keySet());
    var now = new HashMap<FindingId, List<Tie>>();
    for (var tie : said) {
      now.computeIfAbsent(tie.one(), _ -> new ArrayList<>()).add(tie);
      now.computeIfAbsent(tie.other(), _ -> new ArrayList<>()).add(tie);
    }
    touched.addAll(now.keySet());
    touched.removeIf(
        id ->
            Set.copyOf(ties.getOrDefault(id, List.of()))
                .equals(Set.copyOf(now.getOrDefault(id, List.of()))));
    var moved = new LinkedHashSet<Quotation>();
    for (var id : touched) {
      for (var quotation : articles.getOrDefault(id.article(), List.of())) {
        if (ids(quotation).contains(id)) {
          moved.add(quotation);
        }
      }
    }
    moved.forEach(this::drop);
    ties.clear();
    ties.putAll(now);
    moved.forEach(this::put);
  }

  @Override
  public List<Utterance> things() {
    renew();
    return utterances.list();
  }

  /// The quotes of an account, those that are joined as one quotation.
  private static List<Quotation> quotations(Account account) {
    var heads = new HashMap<Span, Kept>();
    var parts = new LinkedHashMap<FindingId, List<Telling>>();
    for (var kept : account.of(Quote.class)) {
      var telling = Telling.of(account.article(), kept);
      var joins = ((Quote) kept.finding()).joins();
      var head = joins.map(heads::get);
      if (head.isPresent() && parts.containsKey(head.get().id())) {
        parts.get(head.get().id()).add(telling);
      } else {
        heads.putIfAbsent(kept.finding().span(), kept);
        heads.putIfAbsent(kept.id().span(), kept);
        parts.computeIfAbsent(kept.id(), _ -> new ArrayList<>()).add(telling);
      }
    }
    return parts.values().stream().map(Quotation::of).toList();
  }

  private static List<FindingId> ids(Quotation quotation) {
    return quotation.parts().stream().map(part -> part.kept().id()).toList();
  }

  private void put(Quotation quotation) {
    var voice = Voice.of(quotation.speaker());
    var tied = ids(quotation).stream().anyMatch(ties::containsKey);
    var key = Saying.key(quotation, voice, tied);
    var known = sayings.get(key);
    var saying = known == null ? new Saying(key, quotation, voice) : known;
    saying.quotations.put(quotation.id().toString(), quotation);
    ids(quotation).forEach(id -> sayingOf.put(id, saying));
    stale.add(saying);
    if (known == null) {
      sayings.put(key, saying);
      compare(nearby.put(saying));
    }
  }

  private void drop(Quotation quotation) {
    var saying = sayingOf.get(quotation.id());
    if (saying == null) {
      return;
    }
    ids(quotation).forEach(sayingOf::remove);
    saying.quotations.remove(quotation.id().toString());
    stale.add(saying);
    if (saying.quotations.isEmpty()) {
      sayings.remove(saying.key);
      for (var other : saying.like.keySet()) {
        other.like.remove(saying);
        stale.add(other);
      }
      saying.like.clear();
      compare(nearby.take(saying));
    }
  }

  private void compare(Set<Nearby.Pair> pairs) {
    for (var pair : pairs) {
      var one = pair.one();
      var other = pair.other();
      var before = one.like.containsKey(other);
      var near = nearby.areNear(one, other);
      if (before == near) {
        continue;
      }
      Optional<Likeness> now = near ? Likeness.of(one, other) : Optional.empty();
      if (now.isPresent()) {
        one.like.put(other, now.get());
        other.like.put(one, now.get());
      } else if (before) {
        one.like.remove(other);
        other.like.remove(one);
      } else {
        continue;
      }
      stale.add(one);
      stale.add(other);
    }
  }

  /// Makes the families of stale sayings anew, and those they were in.
  private void renew() {
    var open = new ArrayDeque<Saying>(stale);
    var seen = new HashSet<Saying>();
    var made = new ArrayList<Utterance>();
    stale.clear();
    while (!open.isEmpty()) {
      var from = open.poll();
      if (!seen.add(from)) {
        continue;
      }
      dissolve(from, open);
      if (from.quotations.isEmpty()) {
        continue;
      }
      var members = new ArrayList<Saying>();
      var next = new ArrayDeque<Saying>(List.of(from));
      while (!next.isEmpty()) {
        var saying = next.poll();
        members.add(saying);
        dissolve(saying, open);
        for (var other : saying.like.keySet()) {
          if (seen.add(other)) {
            next.add(other);
          }
        }
        for (var other : tied(saying)) {
          if (seen.add(other)) {
            next.add(other);
          }
        }
      }
      var family = new Family(members, ties);
      members.forEach(member -> member.family = family);
      made.addAll(family.utterances);
    }
    // only now: an old one that begins with the same telling may have stood there until here
    made.forEach(one -> utterances.put(one, one));
  }

  private void dissolve(Saying saying, ArrayDeque<Saying> open) {
    var family = saying.family;
    if (family == null) {
      return;
    }
    family.utterances.forEach(utterances::remove);
    for (var member : family.sayings) {
      member.family = null;
      open.add(member);
    }
  }

  private List<Saying> tied(Saying saying) {
    if (ties.isEmpty()) {
      return List.of();
    }
    return saying.quotations.values().stream()
        .flatMap(quotation -> ids(quotation).stream())
        .flatMap(id -> ties.getOrDefault(id, List.of()).stream())
        .flatMap(tie -> List.of(tie.one(), tie.other()).stream())
        .flatMap(id -> Optional.ofNullable(sayingOf.get(id)).stream())
        .distinct()
        .toList();
  }
}
