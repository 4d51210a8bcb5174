package org.tellings.compare;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.tellings.model.ArticleId;
import org.tellings.model.Finding.Claim;
import org.tellings.model.Finding.Stance;

/// One thing that is claimed, with every claim of it.
///
/// `label` are words of the clearest telling, cut where they are long. A denial of it is a telling
/// of it, with the stance `DENIES`. Tellings begin with the earliest and are never empty; most
/// propositions have one. Omissions are looked for only where two outlets or more tell it. The id
/// is made of the earliest telling.
public record Proposition(
    String id, String label, List<Stated> tellings, List<Omission> omissions, List<Drop> drops) {

  public Proposition {
    tellings = List.copyOf(tellings);
    omissions = List.copyOf(omissions);
    drops = List.copyOf(drops);
    if (tellings.isEmpty()) {
      throw new IllegalArgumentException("a proposition nobody claims");
    }
  }

  /// A claim as one article makes it. `stance` is towards this proposition, empty when it cannot be
  /// told; `cues` are the words that decide it, as printed. `sentence` is the sentence around it.
  public record Stated(
      Telling telling, Claim claim, Optional<Stance> stance, List<String> cues, String sentence) {

    public Stated {
      cues = List.copyOf(cues);
    }

    /// Where it stands on the ladder; a prediction stands on none.
    public Optional<Rung> rung() {
      return stance.flatMap(Rung::of);
    }
  }

  /// How far a telling stands behind what it says, from the lowest.
  public enum Rung {
    DENIED,
    QUESTIONED,
    HEDGED,
    ATTRIBUTED,
    ASSERTED;

    static Optional<Rung> of(Stance stance) {
      return switch (stance) {
        case DENIES -> Optional.of(DENIED);
        case QUESTIONS -> Optional.of(QUESTIONED);
        case HEDGES -> Optional.of(HEDGED);
        case ATTRIBUTES -> Optional.of(ATTRIBUTED);
        case ASSERTS -> Optional.of(ASSERTED);
        case PREDICTS -> Optional.empty();
      };
    }
  }

  /// A hedge that was there and is gone: `to` tells without it what `from` told with it before.
  public record Drop(Stated from, Stated to) {}

  /// An outlet that does not tell it although it has an article within the claim's days.
  ///
  /// `words` were looked for in `articles`, which were published from `from` to `until`, ISO days.
  /// `cannotSay` where all these articles are too short or cut off.
  public record Omission(
      String outlet,
      List<String> words,
      String from,
      String until,
      List<ArticleId> articles,
      boolean cannotSay) {

    public Omission {
      words = List.copyOf(words);
      articles = List.copyOf(articles);
    }

    /// What was searched for and where, in one line.
    public String searched() {
      return String.join(", ", words)
          + " in "
          + (articles.size() == 1 ? "1 article" : articles.size() + " articles")
          + " from "
          + from
          + " to "
          + until
          + (cannotSay ? ": cannot say, too short or cut off" : "");
    }
  }

  /// Each known outlet's stance, in order of name: the highest rung it stands on. Empty: cannot
  /// say.
  public Map<String, Optional<Stance>> stances() {
    var stances = new TreeMap<String, Optional<Stance>>();
    for (var stated : tellings) {
      if (stated.telling().outlet().isKnown()) {
        stances.merge(stated.telling().outlet().name(), stated.stance(), Proposition::higher);
      }
    }
    return stances;
  }

  /// The same under another label.
  Proposition labelled(String other) {
    return new Proposition(id, other, tellings, omissions, drops);
  }

  /// All tellings of one outlet, the earliest first: more than one stance is a split.
  public List<Stated> of(String outlet) {
    return tellings.stream().filter(s -> s.telling().outlet().name().equals(outlet)).toList();
  }

  /// Whether known outlets differ in their stance.
  public boolean isDisputed() {
    return stances().values().stream().distinct().count() > 1;
  }

  private static Optional<Stance> higher(Optional<Stance> a, Optional<Stance> b) {
    return height(a) >= height(b) ? a : b;
  }

  private static int height(Optional<Stance> stance) {
    return stance.isEmpty() ? -1 : stance.flatMap(Rung::of).map(Rung::ordinal).orElse(2);
  }
}
