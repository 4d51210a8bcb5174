package org.tellings.compare;

import java.time.LocalDate;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import org.tellings.compare.Prose.Sentence;
import org.tellings.model.Dated;
import org.tellings.model.Finding.Figure;
import org.tellings.model.Kept;

/// What one figure measures, as its sentence tells: which property, of whom or what, how much of
/// it, and when.
///
/// `property` is the sense that stands nearest to the figure; empty when none does. `head` is what
/// is counted. `codes` are model and product numbers (`V3`, `H800`), those of what is counted in
/// `kinds`. `holders` are the names, `persons` those of persons, `wholes` all words that say of
/// what; `scopes`, `acts` as `senses.txt` gives them; `aims` are the words for what it is for;
/// `timing` tells when. `day` is that of publication, as days since 1970, empty when it is not
/// known to the day. `elliptic`: the sentence begins with a pronoun, so that what it is of may
/// stand before it. `plain` is the figure in the unit in which it is compared: “two thirds of” in
/// percent, “three years” in years. `nouns` are the things told of.
record Measure(
    Telling telling,
    Figure figure,
    Figure plain,
    Sentence sentence,
    String text,
    String property,
    String head,
    Set<String> kinds,
    Set<String> codes,
    Set<String> holders,
    Set<String> persons,
    Set<String> wholes,
    Set<String> told,
    Nouns nouns,
    Marks marks,
    Set<String> scopes,
    Set<String> acts,
    Set<String> aims,
    Timing timing,
    OptionalLong day,
    Motion motion,
    boolean elliptic,
    Optional<String> momentWords,
    Optional<String> scopeWords) {

  private static final Set<String> IDLE = Senses.stems("idle");

  static Measure of(Account account, Prose prose, Kept kept) {
    var figure = (Figure) kept.finding();
    var sentence = prose.around(figure.span());
    return new MeasureReader(account, sentence, kept, figure, prose).read();
  }

  /// Idle words say nothing about what is measured or claimed.
  static boolean isIdle(String stem) {
    return IDLE.contains(stem);
  }

  /// The day of publication as days since 1970; empty when it is not known to the day.
  static OptionalLong day(Telling telling) {
    return telling.heading().published().map(Dated::day).filter(day -> day.length() == 10).stream()
        .mapToLong(day -> LocalDate.parse(day).toEpochDay())
        .findFirst();
  }

  /// As that of its telling: the rest follows from it.
  @Override
  public int hashCode() {
    return telling.kept().id().hashCode();
  }
}
