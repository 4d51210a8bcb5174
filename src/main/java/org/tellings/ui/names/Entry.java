package org.tellings.ui.names;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tellings.compare.Misnaming;
import org.tellings.compare.Passage;
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
/// several outlets, a source on which something rests alone.
record Entry(
    Register register,
    String id,
    String name,
    String aside,
    String why,
    boolean stands,
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
    UNNAMED("Unnamed sources", "Relied on alone");

    final String words;

    /// What the entries are that stand out.
    final String standing;

    Register(String words, String standing) {
      this.words = words;
      this.standing = standing;
    }
  }

  /// The exact characters in one article; `group` is the office they give, empty where an entry has
  /// no groups; `kept` the finding that they are, if they are one.
  record Said(Passage.Place place, String group, Optional<Kept> kept) {

    String outlet() {
      return Texts.outlet(place.heading().outlet());
    }

    /// What is the same after the library changed.
    String key() {
      return place.article() + ":" + place.span();
    }
  }

  /// One thing an article tells of the source: its name and the words for it.
  record Fact(String name, String words) {}

  /// What rests on a source alone, and the claim that says it first.
  record Rest(String label, FindingId claim) {}

  int outlets() {
    return (int) tellings.stream().map(Said::outlet).distinct().count();
  }

  static Entry of(Role role) {
    List<Said> said = new ArrayList<>();
    for (var called : role.calls()) {
      for (var place : called.tellings()) {
        said.add(new Said(place, called.text(), Optional.empty()));
      }
    }
    return new Entry(
        Register.ROLES,
        role.id(),
        role.speaker(),
        String.join(" · ", role.calls().stream().map(Role.Called::text).toList()),
        role.why(),
        role.conflict(),
        said,
        role.clashes(),
        List.of(),
        List.of());
  }

  static Entry of(Misnaming misnaming) {
    var said =
        misnaming.tellings().stream()
            .map(telling -> new Said(place(telling), "", Optional.of(telling.kept())))
            .toList();
    return new Entry(
        Register.MISNAMINGS,
        misnaming.id(),
        misnaming.printed(),
        t("stands for {0}", misnaming.name()),
        misnaming.why(),
        said.stream().map(Said::outlet).distinct().count() > 1,
        said,
        List.of(),
        List.of(),
        List.of());
  }

  /// `propositions` by id.
  static Entry of(Unnamed unnamed, Map<String, Proposition> propositions) {
    var said =
        unnamed.tellings().stream().map(place -> new Said(place, "", Optional.empty())).toList();
    List<Rest> rests = new ArrayList<>();
    for (var id : unnamed.only()) {
      Optional.ofNullable(propositions.get(id)).ifPresent(p -> rests.add(rest(p, said)));
    }
    var facts =
        List.of(
            new Fact(
                t("How many"),
                unnamed
                    .count()
                    .map(n -> Texts.count(n, t("person"), t("persons")))
                    .orElse(t("a number is not told"))),
            new Fact(t("Position"), unnamed.position().orElse(t("not told"))),
            new Fact(t("Why not named"), unnamed.reason().orElse(t("not told"))));
    return new Entry(
        Register.UNNAMED,
        unnamed.id(),
        unnamed.text(),
        unnamed.position().orElse(""),
        rests.isEmpty()
            ? t("Nothing rests on it alone: a named source says the same, or it tells no claim.")
            : t("{0} on it alone.", Texts.count(rests.size(), t("claim rests"), t("claims rest"))),
        !rests.isEmpty(),
        said,
        List.of(),
        facts,
        rests);
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

  private static Passage.Place place(Telling telling) {
    return new Passage.Place(
        telling.article(),
        telling.file(),
        telling.heading(),
        telling.kept().finding().span(),
        telling.text());
  }
}
