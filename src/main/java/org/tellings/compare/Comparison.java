package org.tellings.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.model.Tie;

/// What the articles of a library tell in common, and where they part: the way into this package.
///
/// Takes articles in and out one by one; what it answers depends on the accounts, ties and labels
/// it holds, not on the order in which they came. Safe for use from many threads, one at a time;
/// the first question after a change does the work, the next ones are answered from memory.
public final class Comparison {

  private final Register<Misnaming> misnamings = new Register<>(new Misnamings());
  private final Register<Utterance> utterances = new Register<>(new Utterances());
  private final Quantities figures = new Quantities();
  private final Register<Quantity> quantities = new Register<>(figures);
  private final Register<Proposition> propositions = new Register<>(new Propositions());
  private final Passages texts = new Passages();
  private final Register<Passage> passages = new Register<>(texts);
  private final Register<Unnamed> unnamed =
      new Register<>(new UnnamedSources(utterances::things, propositions::things));
  private final Register<Role> roles = new Register<>(new Roles());
  private final Register<Chain> chains =
      new Register<>(new Chains(utterances::things, propositions::things));
  private final Register<Practice> practices =
      new Register<>(new Practices(unnamed::things, misnamings::things, propositions::things));
  private final List<Register<?>> registers =
      List.of(
          misnamings,
          utterances,
          quantities,
          propositions,
          passages,
          unnamed,
          roles,
          chains,
          practices);
  private final Map<FindingId, String> labels = new HashMap<>();

  /// Takes an account in, in place of an earlier one of the same article.
  public synchronized void take(Account account) {
    registers.forEach(register -> register.take(account));
  }

  public synchronized void leave(ArticleId article) {
    registers.forEach(register -> register.leave(article));
  }

  /// What people said of pairs of findings; replaces what was said before.
  public synchronized void ties(Collection<Tie> ties) {
    registers.forEach(register -> register.tie(ties));
  }

  /// The names people gave to things, each by the finding it was given on; replaces those before.
  public synchronized void labels(Map<FindingId, String> given) {
    labels.clear();
    labels.putAll(given);
  }

  /// The name a person gave to the thing these findings tell; of several the one on the first.
  public synchronized Optional<String> label(List<FindingId> findings) {
    return findings.stream()
        .flatMap(id -> Optional.ofNullable(labels.get(id)).stream())
        .findFirst();
  }

  /// Wrong forms of names, by name, then by form.
  public synchronized List<Misnaming> misnamings() {
    return misnamings.things();
  }

  /// What was measured.
  public synchronized List<Quantity> quantities() {
    return quantities.things();
  }

  /// What is claimed; a name that a person gave stands in place of the label.
  public synchronized List<Proposition> propositions() {
    var things = propositions.things();
    return labels.isEmpty() ? things : things.stream().map(this::named).toList();
  }

  private Proposition named(Proposition proposition) {
    return label(ids(proposition.tellings())).map(proposition::labelled).orElse(proposition);
  }

  /// Wording that stands in several places.
  public synchronized List<Passage> passages() {
    return passages.things();
  }

  /// Which articles have much of each other's wording.
  public synchronized List<Overlap> overlaps() {
    return List.copyOf(texts.overlaps());
  }

  /// Two to six articles side by side.
  public synchronized Alignment alignment(List<Account> accounts) {
    quantities.things(); // what is made of them is made before some are taken out
    return new Aligner(accounts, stated -> label(ids(stated)))
        .of(
            propositions.things(),
            passages(),
            figures.among(accounts.stream().map(one -> one.article().id()).toList()),
            utterances());
  }

  private static List<FindingId> ids(List<Proposition.Stated> tellings) {
    return tellings.stream().map(stated -> stated.telling().kept().id()).toList();
  }

  /// What was said, in the order of the utterances' ids.
  public synchronized List<Utterance> utterances() {
    return utterances.things();
  }

  /// The sources that are not named.
  public synchronized List<Unnamed> unnamed() {
    return unnamed.things();
  }

  /// What people are called, by name.
  public synchronized List<Role> roles() {
    return roles.things();
  }

  /// How each outlet tells, by name.
  public synchronized List<Practice> practices() {
    return practices.things();
  }

  /// From whom articles have what they print, by day, article and place.
  public synchronized List<Chain> chains() {
    return chains.things();
  }

  /// What does not go together, by type.
  public synchronized List<Anomaly> anomalies() {
    return Anomalies.of(roles(), quantities());
  }

  /// A grouping that answers from memory until something changes.
  private static final class Register<T> {

    private final Grouping<T> grouping;
    private @Nullable List<T> things;

    Register(Grouping<T> grouping) {
      this.grouping = grouping;
    }

    void take(Account account) {
      grouping.take(account);
      things = null;
    }

    void leave(ArticleId article) {
      grouping.leave(article);
      things = null;
    }

    void tie(Collection<Tie> ties) {
      grouping.tie(new ArrayList<>(ties));
      things = null;
    }

    List<T> things() {
      var known = things;
      if (known == null) {
        known = List.copyOf(grouping.things());
        things = known;
      }
      return known;
    }
  }
}
