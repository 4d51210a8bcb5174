package org.tellings.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.compare.Prose.Sentence;
import org.tellings.compare.Prose.Word;
import org.tellings.compare.SourceWords.Sort;
import org.tellings.model.Finding.EntityType;
import org.tellings.model.Finding.Quote;
import org.tellings.model.Span;
import org.tellings.model.Speaker.SpeakerKind;
import org.tellings.model.State;

/// Finds the unnamed sources of one article.
///
/// A phrase with an article or number (or a bare “sources”, “officials”, “people familiar with …”)
/// is one when it is the subject of a verb of saying, or stands behind “according to”, “citing”,
/// “told by” and the like, or when a quote is found to be said by it. A name beside it, a condition
/// (“if a driver says”) or a modal (“might say”) takes it off. Who is brought in once is not
/// brought in again by “the person said”. Linear in the text.
final class SightingReader {

  private static final Set<String> CITING =
      Set.of("citing", "cited", "cites", "quoting", "quoted", "quotes");
  private static final Set<String> HAVING =
      Set.of("had", "has", "have", "heard", "hear", "hears", "got", "gets", "get", "learned");
  private static final Set<String> IFS = Set.of("if", "when", "whenever", "unless", "whether");
  private static final Set<String> BEFORE_OBJECT =
      Set.of("of", "for", "with", "at", "in", "on", "than", "like", "as", "into", "to", "by");
  private static final Set<String> LOOSE =
      Set.of("wrote", "writes", "write", "put", "puts", "called", "believe", "think", "agree");
  private static final Set<String> SAID_TO =
      Set.of("that", "to", "it", "in", "on", "of", "about", "the");
  private static final int FAR = 30;

  private final String text;
  private final Account account;
  private final Prose prose;
  private final List<Sighting> found = new ArrayList<>();

  SightingReader(Account account, Prose prose) {
    this.account = account;
    this.prose = prose;
    text = account.article().text();
  }

  /// In order of place; no two overlap.
  List<Sighting> read() {
    for (var sentence : prose.sentences()) {
      read(sentence);
    }
    quoted();
    found.removeIf(sighting -> isNamedByAPerson(sighting) || isNamedElsewhere(sighting));
    found.sort(Comparator.comparing(Sighting::span));
    lean();
    explain();
    single();
    found.removeIf(s -> SourceWords.is(s.head(), Sort.VOICE) && s.reason().isEmpty());
    return List.copyOf(found);
  }

  /// “A third said” leans on the source before it in the article.
  private void lean() {
    for (var i = 1; i < found.size(); i++) {
      if (found.get(i).head().isEmpty()) {
        for (var k = i - 1; k >= 0; k--) {
          if (!found.get(k).head().isEmpty()) {
            found.set(i, found.get(i).behind(found.get(k)));
            break;
          }
        }
      }
    }
  }

  private void read(Sentence sentence) {
    var words = sentence.words();
    for (var i = 0; i < words.size(); i++) {
      var phrase = Phrase.at(words, i);
      if (phrase != null) {
        var credited = isCredited(words, i);
        if (credited
            || isBehindVerb(words, i)
            || isBearer(words, phrase)
            || isSubject(words, phrase)) {
          if (!isNamed(words, phrase.to())) {
            add(words, isBearer(words, phrase) ? phrase.alone() : phrase, credited);
          }
          i = phrase.to() - 1;
        }
      }
    }
  }

  private void add(List<Word> words, Phrase phrase, boolean credited) {
    var to = phrase.to() - 1;
    var span = new Span(words.get(phrase.from()).start(), words.get(to).end());
    if (found.stream().anyMatch(other -> other.span().overlaps(span))) {
      return;
    }
    var head = phrase.head() < 0 ? "" : words.get(phrase.head()).low();
    found.add(
        new Sighting(
            span,
            span.in(text),
            head,
            phrase.count(),
            position(words, phrase),
            Optional.empty(),
            credited,
            Optional.empty()));
  }

  /// What the wording says of where the source stands: without article, number, or a plain
  /// “person”.
  private Optional<String> position(List<Word> words, Phrase phrase) {
    var from = phrase.core();
    if (from == phrase.head()
        && SourceWords.is(words.get(from), Sort.PLAIN)
        && phrase.to() > from + 1) {
      from++;
    }
    var alone =
        phrase.to() - from == 1
            && from == phrase.head()
            && (SourceWords.is(words.get(from), Sort.PLAIN)
                || phrase.bare() && SourceWords.is(words.get(from), Sort.SOURCE));
    return from >= phrase.to() || alone
        ? Optional.empty()
        : Optional.of(text.substring(words.get(from).start(), words.get(phrase.to() - 1).end()));
  }

  /// According to …; citing …; he had it from …; told to us by …
  private static boolean isCredited(List<Word> words, int i) {
    var before = Phrase.low(words, i - 1);
    if (before.equals("to")) {
      return Phrase.low(words, i - 2).equals("according");
    }
    if (before.equals("from")) {
      return reaches(words, i - 2, 4, HAVING);
    }
    if (before.equals("by")) {
      for (var k = i - 2; k >= Math.max(0, i - 8); k--) {
        if (SourceWords.is(words.get(k), Sort.HAND)) {
          return Phrase.low(words, k).equals("told")
              || Phrase.low(words, k).equals("confirmed")
              || Phrase.low(words, k + 1).equals("to");
        }
      }
    }
    return CITING.contains(before);
  }

  private static boolean reaches(List<Word> words, int from, int steps, Set<String> one) {
    for (var k = from; k >= Math.max(0, from - steps + 1); k--) {
      if (one.contains(Phrase.low(words, k))) {
        return true;
      }
    }
    return false;
  }

  /// “…,” said a person
  private boolean isBehindVerb(List<Word> words, int i) {
    if (i == 0 || !SourceWords.is(words.get(i - 1), Sort.SAY) || words.get(i).comma()) {
      return false;
    }
    var verb = words.get(i - 1);
    return verb.comma() || i > 1 && isQuoteBetween(words.get(i - 2).end(), verb.start());
  }

  private boolean isQuoteBetween(int from, int to) {
    for (var k = from; k < to; k++) {
      if ("”\"’'".indexOf(text.charAt(k)) >= 0) {
        return true;
      }
    }
    return false;
  }

  /// It was a lobbyist who described it.
  private static boolean isBearer(List<Word> words, Phrase phrase) {
    var i = phrase.from();
    var was = Phrase.low(words, i - 1);
    return (was.equals("was") || was.equals("is"))
        && Phrase.low(words, i - 2).equals("it")
        && phrase.head() >= 0
        && Phrase.low(words, phrase.head() + 1).equals("who")
        && phrase.head() + 2 < words.size()
        && SourceWords.is(words.get(phrase.head() + 2), Sort.HAND);
  }

  private boolean isSubject(List<Word> words, Phrase phrase) {
    var from = phrase.from();
    var before = Phrase.low(words, from - 1);
    if (from > 0
        && !words.get(from).comma()
        && (BEFORE_OBJECT.contains(before) || SourceWords.is(before, Sort.HAND))) {
      return false;
    }
    if (IFS.contains(before) || phrase.bare() && from > 0 && !isFreeBefore(words, from)) {
      return false;
    }
    if (before.equals("and") && from > 1 && words.get(from - 2).isName()) {
      return false;
    }
    var verb = verb(words, phrase.to());
    return verb > 0
        && !isSuffered(words, verb)
        && (isPerson(words, phrase) || !SourceWords.is(words.get(verb), SourceWords.Sort.TELLING))
        && (!LOOSE.contains(words.get(verb).low()) || isSaying(words, verb));
  }

  private static boolean isPerson(List<Word> words, Phrase phrase) {
    return phrase.head() < 0 || SourceWords.isPerson(words.get(phrase.head()).low());
  }

  /// A smudge described by Sorel, thought to be the comet.
  private static boolean isSuffered(List<Word> words, int verb) {
    return Phrase.low(words, verb + 1).equals("by")
        || Phrase.low(words, verb + 1).equals("to") && Phrase.low(words, verb + 2).equals("be");
  }

  /// Whether a clause may begin here.
  private boolean isFreeBefore(List<Word> words, int at) {
    var before = words.get(at - 1);
    return words.get(at).comma()
        || isQuoteBetween(before.end(), words.get(at).start())
        || SourceWords.is(before, Sort.SAY)
        || before.low().equals("and")
        || before.low().equals("but")
        || before.low().equals("that");
  }

  /// Whether what follows “wrote”, “put” or “called” is what was said.
  private boolean isSaying(List<Word> words, int verb) {
    var to = verb + 1 < words.size() ? words.get(verb + 1).start() : text.length();
    var gap = text.substring(words.get(verb).end(), Math.min(to, text.length()));
    return gap.chars().anyMatch(c -> ":,“\"‘".indexOf(c) >= 0)
        || SAID_TO.contains(Phrase.low(words, verb + 1));
  }

  /// The verb of saying of which what ends at `at` is the subject; -1 when there is none.
  private int verb(List<Word> words, int at) {
    if (at >= words.size()) {
      return -1;
    }
    if (words.get(at).comma()) {
      return behindComma(words, at);
    }
    if (Phrase.low(words, at).equals("who")) {
      return behindWho(words, at);
    }
    var v = at;
    var passive = false;
    while (v < words.size() && SourceWords.is(words.get(v), Sort.HELPER)) {
      var low = words.get(v).low();
      passive = low.equals("was") || low.equals("were") || low.equals("is") || low.equals("are");
      v++;
    }
    return v < words.size() && !passive && SourceWords.is(words.get(v), Sort.SAY) ? v : -1;
  }

  /// Three men, speaking on condition of anonymity, said
  private static int behindComma(List<Word> words, int at) {
    for (var v = at + 1; v < Math.min(words.size(), at + FAR); v++) {
      var word = words.get(v);
      if (!word.comma() || Phrase.low(words, v).isEmpty()) {
        continue;
      }
      if (SourceWords.is(word, Sort.SAY)) {
        return v + 1 < words.size() && words.get(v + 1).isName() && !isDirected(word) ? -1 : v;
      }
      if (SourceWords.is(word, Sort.HELPER)
          && v + 1 < words.size()
          && SourceWords.is(words.get(v + 1), Sort.SAY)) {
        return v + 1;
      }
    }
    return -1;
  }

  private static boolean isDirected(Word verb) {
    return verb.low().startsWith("t");
  }

  /// A manager who asked not to be named because she may not speak to the press said
  private static int behindWho(List<Word> words, int who) {
    for (var v = who + 3; v < Math.min(words.size(), who + FAR); v++) {
      if (SourceWords.is(words.get(v), Sort.SAY)
          && !Phrase.low(words, v - 1).equals("to")
          && !SourceWords.is(words.get(v - 1), Sort.MODAL)) {
        return v;
      }
    }
    return -1;
  }

  /// Whether a name follows: “a former official, Gareth Pym,”.
  private boolean isNamed(List<Word> words, int at) {
    if (at >= words.size() || !words.get(at).comma()) {
      return false;
    }
    var word = words.get(at);
    if (word.isName()) {
      return word.name().filter(name -> name.type() == EntityType.PERSON).isPresent();
    }
    return isCapital(word)
        && at + 1 < words.size()
        && !words.get(at + 1).comma()
        && (isCapital(words.get(at + 1)) || words.get(at + 1).isName());
  }

  private boolean isCapital(Word word) {
    return Character.isUpperCase(text.charAt(word.start()));
  }

  /// Unnamed speakers of quotes, where what names them begins with an article or number.
  private void quoted() {
    for (var kept : account.of(Quote.class)) {
      var speaker = ((Quote) kept.finding()).speaker();
      if (speaker.at().isEmpty()
          || speaker.kind().filter(kind -> kind == SpeakerKind.UNNAMED).isEmpty()) {
        continue;
      }
      var sentence = prose.around(speaker.at().get());
      var at = sentence.at(speaker.at().get().start());
      @Nullable Phrase phrase =
          at < sentence.words().size() ? Phrase.at(sentence.words(), at) : null;
      if (phrase != null
          && (!phrase.bare() || isPlural(sentence.words(), phrase))
          && !isNamed(sentence.words(), phrase.to())
          && !IFS.contains(Phrase.low(sentence.words(), at - 1))
          && !isAsking(kept.finding())) {
        add(sentence.words(), phrase, false);
      }
    }
  }

  private static boolean isPlural(List<Word> words, Phrase phrase) {
    return phrase.head() >= 0 && SourceWords.is(words.get(phrase.head()), Sort.SOURCE);
  }

  private static boolean isAsking(org.tellings.model.Finding finding) {
    return finding instanceof Quote quote
        && quote.cue().filter(cue -> cue.toLowerCase(Locale.ROOT).startsWith("ask")).isPresent();
  }

  /// A person has said who speaks here.
  private boolean isNamedByAPerson(Sighting sighting) {
    return account.of(Quote.class).stream()
        .filter(kept -> kept.state() == State.CORRECTED)
        .map(kept -> ((Quote) kept.finding()).speaker())
        .anyMatch(
            speaker ->
                speaker.name().isPresent()
                    && speaker.kind().filter(kind -> kind == SpeakerKind.UNNAMED).isEmpty()
                    && speaker.at().filter(sighting.span()::overlaps).isPresent());
  }

  /// Whether the article has a name for whom it describes so: “a White House adviser”, and further
  /// down “David Sacks, the White House AI and crypto adviser”.
  private boolean isNamedElsewhere(Sighting sighting) {
    var words = sighting.position().map(p -> p.toLowerCase(Locale.ROOT).split("\\s+"));
    if (words.isEmpty() || words.get().length < 2) {
      return false;
    }
    var wanted = Set.copyOf(List.of(words.get()));
    return prose.sentences().stream()
        .filter(sentence -> !sentence.span().contains(sighting.span()))
        .anyMatch(sentence -> describesAName(sentence.words(), wanted));
  }

  private static boolean describesAName(List<Word> words, Set<String> wanted) {
    for (var i = 0; i < words.size(); i++) {
      if (words.get(i).name().filter(n -> n.type() == EntityType.PERSON).isPresent()) {
        var near = new HashSet<String>();
        for (var k = Math.max(0, i - 6); k < i; k++) {
          near.addAll(List.of(words.get(k).low().split(" ")));
        }
        if (near.containsAll(wanted)) {
          return true;
        }
        near.clear();
        for (var k = i + 1; k < Math.min(words.size(), i + 12); k++) {
          if (k > i + 1 && words.get(k).comma()) {
            break;
          }
          near.addAll(List.of(words.get(k).low().split(" ")));
        }
        if (near.containsAll(wanted)) {
          return true;
        }
      }
    }
    return false;
  }

  /// Gives each reason to the source it is told of: the one nearest before it in its sentence, else
  /// the last one of the two sentences before, where this one begins with “she”, “they”, “the …”.
  private void explain() {
    for (var k = 0; k < prose.sentences().size(); k++) {
      var sentence = prose.sentences().get(k);
      for (var told : Secrecy.in(text, sentence.span())) {
        var owner = owner(k, told.at());
        if (owner >= 0 && found.get(owner).reason().isEmpty()) {
          found.set(owner, found.get(owner).because(Optional.of(told.reason())));
        }
      }
    }
  }

  /// Marks those in the plural that later speak with one voice: “sources told us”, and further down
  /// “the source said”, with nobody between of whom that is said.
  private void single() {
    for (var i = 0; i < found.size(); i++) {
      var several = found.get(i);
      if (several.isSeveral()) {
        var one = one(several, SourceWords.singular(several.head()));
        var last = i;
        one.filter(span -> isOf(last, span))
            .map(several::butOne)
            .ifPresent(s -> found.set(last, s));
      }
    }
  }

  private Optional<Span> one(Sighting several, String noun) {
    for (var sentence : prose.sentences()) {
      var words = sentence.words();
      for (var i = 0; i + 1 < words.size(); i++) {
        if (words.get(i).start() > several.span().end()
            && words.get(i).low().equals("the")
            && words.get(i + 1).low().equals(noun)
            && (verb(words, i + 2) > 0 || isBehindVerb(words, i) || isCredited(words, i))) {
          return Optional.of(new Span(words.get(i).start(), words.get(i + 1).end()));
        }
      }
    }
    return Optional.empty();
  }

  /// Whether a source is the last one brought in before “the source”.
  private boolean isOf(int i, Span one) {
    return i + 1 == found.size() || found.get(i + 1).span().start() > one.start();
  }

  private int owner(int k, Span told) {
    var here = prose.sentences().get(k);
    var last = -1;
    for (var i = 0; i < found.size(); i++) {
      if (found.get(i).span().start() < told.start()) {
        last = i;
      }
    }
    if (last < 0) {
      return -1;
    }
    var at = found.get(last).span();
    if (here.span().contains(at)) {
      return last;
    }
    var from = prose.sentences().get(Math.max(0, k - 2)).span();
    var near = at.start() >= from.start() && !text.substring(at.end(), told.start()).contains("\n");
    return near && refersBack(here, found.get(last)) ? last : -1;
  }

  private static boolean refersBack(Sentence sentence, Sighting to) {
    var first = Phrase.low(sentence.words(), 0);
    return Set.of("he", "she", "they", "both", "none", "neither").contains(first)
        || first.equals("the") && Phrase.low(sentence.words(), 1).equals(to.head());
  }
}
