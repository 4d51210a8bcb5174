package org.tellings.ui.names;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tellings.compare.Misnaming;
import org.tellings.compare.Passage;
import org.tellings.compare.Practice;
import org.tellings.compare.Proposition;
import org.tellings.compare.Role;
import org.tellings.compare.Telling;
import org.tellings.compare.Unnamed;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.ui.kit.Texts;

/// One thing of a register: a person and what they are called, a wrong form of a name, a source
/// without a name; with every place that prints it.
///
/// `stands` is true where it is worth a look first: offices that cannot both hold, a wrong form in
/// several outlets, a source on which something rests alone, an outlet that dropped a hedge.
/// `across` is in how many outlets it is told; of an outlet, how many articles it has here. Only an
/// outlet may have no tellings.
record Entry(
    Register register,
    String id,
    String name,
    String aside,
    String why,
    boolean stands,
    int across,
    List<Said> tellings,
    List<Role.Clash> clashes,
    List<Fact> facts,
    List<Rest> rests) {

  Entry {
    tellings = List.copyOf(tellings);
    clashes = List.copyOf(clashes);
    facts = List.copyOf(facts);
    rests = List.copyOf(rests);
  }

  /// The lists of the screen.
  enum Register {
    ROLES("Roles", "In conflict"),
    MISNAMINGS("Misnamings", "In several outlets"),
    UNNAMED("Unnamed sources", "Relied on alone"),
    OUTLETS("Outlets", "Dropped a hedge");

    final String words;

    /// What the entries are that stand out.
    final String standing;

    Register(String words, String standing) {
      this.words = words;
      this.standing = standing;
    }
  }

  /// The exact characters in one article; `group` is the office they give, empty where an entry has
  /// no groups; `note` what else is to be known of them; `kept` the finding that they are, if they
  /// are one.
  record Said(Passage.Place place, String group, Optional<Note> note, Optional<Kept> kept) {

    static Said of(Role.Called called, Role.Told told) {
      return new Said(
          told.place(),
          called.text(),
          Optional.of(told)
              .filter(Role.Told::isWritten)
              .map(
                  one ->
                      new Note(t("→ {0}", one.words()), t("Written by hand: {0}.", one.words()))),
          Optional.empty());
    }

    String outlet() {
      return Texts.outlet(place.heading().outlet());
    }

    /// What is the same after the library changed.
    String key() {
      return place.article() + ":" + place.span();
    }
  }

  /// What stands behind the words on the screen, and as it is spoken.
  record Note(String words, String spoken) {}

  /// One thing an article tells of the source: its name, the words for it, and where they stand, if
  /// they are an article's.
  record Fact(String name, String words, Optional<Passage.Place> at) {
    Fact(String name, String words) {
      this(name, words, Optional.empty());
    }
  }

  /// What rests on a source alone, and the claim that says it first.
  record Rest(String label, FindingId claim) {}

  private static int outlets(List<Said> said) {
    return (int) said.stream().map(Said::outlet).distinct().count();
  }

  /// Whether its name is words of an article.
  boolean isPrinted() {
    return register == Register.MISNAMINGS || register == Register.UNNAMED;
  }

  /// How many tellings are of one group.
  int in(String group) {
    return (int) tellings.stream().filter(said -> said.group().equals(group)).count();
  }

  /// What the tellings are counted across, in words.
  String acrossWords() {
    return register == Register.OUTLETS
        ? Texts.count(across, t("article"), t("articles"))
        : Texts.count(across, t("outlet"), t("outlets"));
  }

  static Entry of(Role role) {
    List<Said> said = new ArrayList<>();
    for (var called : role.calls()) {
      called.tellings().forEach(told -> said.add(Said.of(called, told)));
    }
    return new Entry(
        Register.ROLES,
        role.id(),
        role.speaker(),
        String.join(" · ", role.calls().stream().map(Role.Called::text).toList()),
        role.why(),
        role.conflict(),
        outlets(said),
        said,
        role.clashes(),
        List.of(),
        List.of());
  }

  static Entry of(Misnaming misnaming) {
    var said =
        misnaming.tellings().stream().map(telling -> said(telling, "", Optional.empty())).toList();
    return new Entry(
        Register.MISNAMINGS,
        misnaming.id(),
        misnaming.printed(),
        t("stands for {0}", misnaming.name()),
        misnaming.why(),
        outlets(said) > 1,
        outlets(said),
        said,
        List.of(),
        List.of(),
        List.of());
  }

  /// `propositions` by id.
  static Entry of(Unnamed unnamed, Map<String, Proposition> propositions) {
    var said =
        unnamed.tellings().stream()
            .map(place -> new Said(place, "", Optional.empty(), Optional.empty()))
            .toList();
    List<Rest> rests = new ArrayList<>();
    for (var id : unnamed.only()) {
      Optional.ofNullable(propositions.get(id)).ifPresent(p -> rests.add(rest(p, said)));
    }
    List<Fact> facts = new ArrayList<>();
    facts.addAll(
        List.of(
            new Fact(
                t("How many"),
                unnamed
                    .count()
                    .map(n -> Texts.count(n, t("person"), t("persons")))
                    .orElse(t("a number is not told"))),
            new Fact(t("Position"), unnamed.position().orElse(t("not told"))),
            new Fact(t("Why not named"), unnamed.reason().orElse(t("not told")))));
    unnamed
        .single()
        .ifPresent(
            place ->
                facts.add(
                    new Fact(
                        t("But one"),
                        t("later “{0}”, {1}", place.text(), Texts.outlet(place.heading().outlet())),
                        Optional.of(place))));
    for (var one : unnamed.confirmed()) {
      facts.add(
          new Fact(
              one.later().orElse(false) ? t("Later named") : t("Named too"),
              confirmed(one),
              Optional.of(one.telling().place())));
    }
    return new Entry(
        Register.UNNAMED,
        unnamed.id(),
        unnamed.text(),
        unnamed.position().orElse(""),
        rests.isEmpty()
            ? t("Nothing rests on it alone: a named source says the same, or it tells no claim.")
            : t("{0} on it alone.", Texts.count(rests.size(), t("claim rests"), t("claims rest"))),
        !rests.isEmpty(),
        outlets(said),
        said,
        List.of(),
        facts,
        rests);
  }

  static Entry of(Practice practice) {
    List<Said> said = new ArrayList<>();
    for (var place : practice.unnamed()) {
      said.add(new Said(place, t("Unnamed sources"), Optional.empty(), Optional.empty()));
    }
    for (var telling : practice.misnamed()) {
      said.add(said(telling, t("Misnamings"), Optional.empty()));
    }
    for (var drop : practice.drops()) {
      said.add(said(drop.to().telling(), t("Hedges dropped"), Optional.of(hedge(drop.from()))));
    }
    var rate = String.format(Locale.ROOT, "%.2f", practice.unnamedRate());
    return new Entry(
        Register.OUTLETS,
        practice.id(),
        Texts.outlet(practice.outlet()),
        t("{0} unnamed sources per 1,000 words", rate),
        t(
            "{0} in {1} of {2}: {3} per 1,000 words.",
            Texts.count(practice.unnamed().size(), t("unnamed source"), t("unnamed sources")),
            Texts.count(practice.words(), t("word"), t("words")),
            Texts.count(practice.articles(), t("article"), t("articles")),
            rate),
        !practice.drops().isEmpty(),
        practice.articles(),
        said,
        List.of(),
        List.of(),
        List.of());
  }

  private static Said said(Telling telling, String group, Optional<Note> note) {
    return new Said(telling.place(), group, note, Optional.of(telling.kept()));
  }

  private static Note hedge(Proposition.Stated from) {
    var words = String.join(", ", from.cues());
    var outlet = Texts.outlet(from.telling().outlet());
    return new Note(
        t("“{0}” in {1}", words, outlet), t("Hedged before: “{0}” in {1}.", words, outlet));
  }

  private static String confirmed(Unnamed.Confirmed one) {
    return t(
        "{0} says “{1}”, {2}, {3}",
        one.by(),
        one.telling().text(),
        Texts.outlet(one.telling().outlet()),
        Texts.shortMoment(one.telling().heading().published()));
  }

  /// The claim of an article that brings the source in, else the first.
  private static Rest rest(Proposition proposition, List<Said> said) {
    var stated =
        proposition.tellings().stream()
            .filter(
                s ->
                    said.stream()
                        .anyMatch(one -> one.place().article().equals(s.telling().article())))
            .findFirst()
            .orElse(proposition.tellings().getFirst());
    return new Rest(proposition.label(), stated.telling().kept().id());
  }
}
