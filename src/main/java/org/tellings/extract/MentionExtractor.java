package org.tellings.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.extract.Tagger.Tagged;
import org.tellings.model.Finding.EntityType;
import org.tellings.model.Finding.Mention;
import org.tellings.model.Span;

/// Names as printed, with the name they stand for. Known names come from the list; people and
/// bodies not on it need something in the text that says what they are.
///
/// A surname stands for the full name given before it, never for one that comes later; a given name
/// does if one person alone has it.
final class MentionExtractor {

  private static final String KNOWN = "mention.list/1";
  private static final String MISNAMED = "mention.misnamed/1";
  private static final String SLIP = "mention.slip/1";
  private static final String RULE = "mention.rule/1";
  private static final String SURNAME = "mention.surname/1";
  private static final String GIVEN = "mention.given/1";

  /// Letters behind a name.
  private static final Set<String> LETTERS =
      Set.of("kc", "qc", "mp", "mep", "msp", "obe", "cbe", "mbe", "phd", "esq");

  private static final String LEARNED = "mention.learned/1";

  private final Words words;
  private final Tagger tagger;
  private final @Nullable Tagged[] tagged;
  private final List<Mention> mentions = new ArrayList<>();
  private final Map<String, SequencedSet<String>> people = new HashMap<>();
  private final Map<String, Set<String>> given = new HashMap<>();
  private final Map<String, EntityType> accepted = new HashMap<>();

  private MentionExtractor(Words words, NameWeights weights) {
    this.words = words;
    tagged = new Tagged[words.size()];
    tagger = new Tagger(words, weights);
    for (var one : tagger.names()) {
      tagged[one.from()] = one;
    }
    new Corrections(words, tagged).make();
  }

  /// The names of a text, in order, by weights that were learned; by rules alone when there are
  /// none.
  static List<Mention> extract(Words words, NameWeights weights) {
    var extractor = new MentionExtractor(words, weights);
    var i = 0;
    while (i < words.size()) {
      i = extractor.read(i);
    }
    return extractor.mentions;
  }

  /// Reads the name at `i`, if there is one, and returns where to go on.
  private int read(int i) {
    if (!words.isWord(i) && !words.isNumber(i)) {
      return i + 1;
    }
    var form = Names.at(words, i);
    var name = tagged[i];
    name = name != null && isMoney(name.to()) ? null : name;
    if (form != null && !isOvertaken(form, i)) {
      return name != null && isLonger(name, form) ? learned(name) : known(form, i);
    }
    if (name != null) {
      return learned(name);
    }
    if (!words.isCapital(i) || words.isAny(i, Sort.PLAIN.bit | Sort.ACRONYM.bit)) {
      return i + 1;
    }
    var from = i;
    while (isTitle(from) && isNext(from)) {
      from++;
    }
    if (from > i && (Names.at(words, from) != null || tagged[from] != null)
        || !words.isCapital(from)
        || words.is(from, Sort.PLAIN)) {
      return Math.max(from, i + 1);
    }
    return unlisted(from, end(from));
  }

  /// A name by the weights. The rules may take a title from it, know better what it is a slip of,
  /// and have the same reason for it, which then stands.
  private int learned(Tagged name) {
    var from = name.from();
    var to = name.to();
    if (to - from == 1 && (isPeriod(from) || isBehindName(from))) {
      return to;
    }
    if (name.type() == EntityType.PERSON) {
      while (from < to - 1 && words.isNumber(from)) {
        from++; // 16:55 Swinton to chair
      }
      while (to > from + 1 && isLetters(words.low(to - 1))) {
        to--; // Miranda Thorley KC
      }
      while (from < to - 1 && isTitle(from) && !words.isAny(from, Sort.MAN.bit | Sort.WOMAN.bit)) {
        from++;
      }
    }
    var printed = span(from, to).in(words.text);
    var slip = Slips.of(printed(from, to), isFirst(from));
    if (slip.isPresent()) {
      slip(slip.get(), from, to);
      return to;
    }
    var ruled = type(from, to, printed).filter(type -> type == name.type()).isPresent();
    var surname =
        name.type() == EntityType.PERSON
            && to - from == 1
            && namesake(words.low(from), from).isPresent();
    name(from, to, name.type(), ruled || surname ? RULE : LEARNED + " " + tagger.why(name));
    return to;
  }

  /// Whether these are letters that stand behind a name, in lower case: “kc”, “mp”.
  static boolean isLetters(String low) {
    return LETTERS.contains(low);
  }

  private boolean isBehindName(int i) {
    return isLetters(words.low(i))
        && !mentions.isEmpty()
        && mentions.getLast().type() == EntityType.PERSON
        && mentions.getLast().span().end() == words.end(i - 1);
  }

  /// Q1, mid-2027: no name.
  private boolean isPeriod(int i) {
    var low = words.low(i);
    return low.length() == 2 && low.charAt(0) == 'q' && Character.isDigit(low.charAt(1))
        || (low.startsWith("mid-") || low.startsWith("late-") || low.startsWith("early-"))
            && Character.isDigit(low.charAt(low.length() - 1));
  }

  /// Takes up a name; a surname stands for the full name before it.
  private void name(int from, int to, EntityType type, String rule) {
    var printed = span(from, to).in(words.text);
    var full = printed;
    var why = rule;
    if (type == EntityType.PERSON) {
      if (to - from == 1) {
        full = namesake(words.low(from), from).orElse(printed);
        why = full.equals(printed) ? rule : SURNAME;
        var given = given(words.low(from));
        if (full.equals(printed) && given != null && !isIntroduced(to)) {
          full = given;
          why = GIVEN;
        }
      }
      if (full.equals(printed)) {
        person(printed);
      }
    }
    accepted.putIfAbsent(printed, type);
    mentions.add(new Mention(span(from, to), full, type, false, why));
  }

  private int known(Names.Form form, int i) {
    var end = i + form.tokens().size();
    if (form.type() == EntityType.ORGANISATION
        && words.is(end, Sort.SUFFIX)
        && words.isCapital(end)
        && words.endsWithStop(end)) {
      end++;
    }
    if (form.type() == EntityType.PERSON) {
      person(form.name());
    }
    mentions.add(
        new Mention(
            span(i, end),
            form.name(),
            form.type(),
            form.misnamed(),
            form.misnamed() ? MISNAMED : KNOWN));
    return end;
  }

  /// Whether the name that was learned goes on behind the form, and not with a number alone behind
  /// a firm: “TSMC 13 percent”.
  private boolean isLonger(Tagged name, Names.Form form) {
    var more = name.to() - name.from() - form.tokens().size();
    return more > 1
        || more == 1 && !(form.type() == EntityType.ORGANISATION && words.isNumber(name.to() - 1));
  }

  /// A short known form that is only the beginning of a longer, unlisted name.
  private boolean isOvertaken(Names.Form form, int i) {
    var next = i + form.tokens().size();
    if (isMoney(next)) {
      return true;
    }
    if (form.tokens().size() > 1 || !isNext(next - 1) || words.isPossessive(next)) {
      return false;
    }
    if (words.isAny(
        next, Sort.SUFFIX.bit | Sort.PLACED.bit | Sort.LAWFUL.bit | Sort.EVENTFUL.bit)) {
      return !words.endsWithStop(next) && !words.is(next, Sort.TAILING);
    }
    return words.isAny(i, Sort.MAN.bit | Sort.WOMAN.bit)
        && form.type() != EntityType.PERSON
        && !words.isAny(next, Sort.TITLES.bit | Sort.TAILING.bit | Sort.ACRONYM.bit);
  }

  /// Whether the sign of a currency is glued to the token before: “US$”.
  private boolean isMoney(int i) {
    return words.isGlued(i) && "$£€".indexOf(words.mark(i) == 0 ? 'x' : words.mark(i)) >= 0;
  }

  private boolean isTitle(int i) {
    return words.isCapital(i)
        && words.isAny(i, Sort.TITLES.bit | Sort.COURTESY.bit | Sort.TAILING.bit);
  }

  /// Whether a capital word follows directly, one space away.
  private boolean isNext(int i) {
    return i + 1 < words.size()
        && words.isCapital(i + 1)
        && words.start(i + 1) - words.end(i) == 1
        && words.text.charAt(words.end(i)) != '\n'
        && !Sentences.ends(words, i);
  }

  /// The end of the run of capital words that begins at `from`.
  private int end(int from) {
    var i = from + 1;
    while (i < words.size() && i - from < 7) {
      if (isNext(i - 1)
          && !words.isAny(i, Sort.PLAIN.bit | Sort.ACRONYM.bit | Sort.TAILING.bit)
          && !isOther(i)) {
        i++;
      } else if (words.is(i, Sort.LINKING) && !words.isCapital(i) && links(from, i)) {
        i += 2;
      } else {
        break;
      }
    }
    return i;
  }

  /// A listed name that is not part of this one.
  private boolean isOther(int i) {
    var form = Names.at(words, i);
    return form != null
        && (form.type() != EntityType.PERSON || form.tokens().size() > 1)
        && !words.is(i + 1, Sort.SUFFIX);
  }

  private boolean links(int from, int i) {
    if (i + 1 >= words.size()
        || !words.isCapital(i + 1)
        || words.is(i + 1, Sort.PLAIN)
        || words.start(i) - words.end(i - 1) != 1
        || words.start(i + 1) - words.end(i) != 1) {
      return false;
    }
    if (words.is(i, "of") || words.is(i, "&")) {
      return words.isAny(from, Sort.SUFFIX.bit | Sort.BODY.bit) || words.is(i - 1, Sort.SUFFIX);
    }
    return true;
  }

  private int unlisted(int from, int to) {
    var least = Math.min(2, to - from); // of a longer name no word by itself
    for (var end = to; end - from >= least; end--) {
      var slip = Slips.of(printed(from, end), isFirst(from));
      if (slip.isPresent()) {
        slip(slip.get(), from, end);
        return end;
      }
    }
    var end = to;
    while (end > from + 1 && words.is(end - 1, Sort.TITLES) && !words.is(end - 1, Sort.SUFFIX)) {
      end--;
    }
    if (isTagged(from, end)) {
      return from + 1;
    }
    var type = type(from, end, span(from, end).in(words.text));
    if (type.isPresent()) {
      name(from, end, type.get(), RULE);
    }
    return end;
  }

  /// Whether a name that was learned begins in the run.
  private boolean isTagged(int from, int to) {
    for (var i = from; i < to; i++) {
      if (tagged[i] != null) {
        return true;
      }
    }
    return false;
  }

  private List<String> printed(int from, int to) {
    List<String> printed = new ArrayList<>();
    for (var i = from; i < to; i++) {
      printed.add(words.printed(i));
    }
    return printed;
  }

  /// Whether the word begins a sentence, so that its capital says nothing.
  private boolean isFirst(int i) {
    return i == 0
        || Sentences.ends(words, i - 1)
        || !words.isWord(i - 1) && words.mark(i - 1) != ',';
  }

  private void slip(Names.Form form, int from, int to) {
    if (form.type() == EntityType.PERSON) {
      person(form.name());
    }
    mentions.add(new Mention(span(from, to), form.name(), form.type(), true, SLIP));
  }

  private Optional<EntityType> type(int from, int to, String printed) {
    var last = to - 1;
    var titled = from > 0 && isTitle(from - 1) && words.start(from) - words.end(from - 1) == 1;
    if (to - from == 1) {
      return single(from, titled);
    }
    if (words.is(last, Sort.SUFFIX) || words.is(from, Sort.SUFFIX) && hasOf(from, to)) {
      return Optional.of(EntityType.ORGANISATION);
    }
    if (words.is(last, Sort.PLACED)) {
      return Optional.of(EntityType.PLACE);
    }
    if (words.is(last, Sort.LAWFUL)) {
      return Optional.of(EntityType.LAW);
    }
    if (words.is(last, Sort.EVENTFUL)) {
      return Optional.of(EntityType.EVENT);
    }
    if (titled
        || words.isAny(from, Sort.MAN.bit | Sort.WOMAN.bit)
        || words.isInitial(from)
        || words.isInitial(from + 1)
        || accepted.get(printed) == EntityType.PERSON
        || isPerson(from, to)) {
      return Optional.of(EntityType.PERSON);
    }
    return Optional.empty();
  }

  private Optional<EntityType> single(int i, boolean titled) {
    if (titled || people.containsKey(words.low(i)) && !words.is(i - 1, Sort.ARTICLE)) {
      return Optional.of(EntityType.PERSON);
    }
    var printed = words.printed(i);
    if (accepted.containsKey(printed)) {
      return Optional.of(accepted.get(printed));
    }
    var capitals = 0;
    for (var k = 0; k < printed.length(); k++) {
      if (!Character.isLetter(printed.charAt(k))) {
        return Optional.empty();
      }
      capitals += Character.isUpperCase(printed.charAt(k)) ? 1 : 0;
    }
    var camel =
        capitals >= 2
            && capitals < printed.length()
            && !printed.startsWith("Mc")
            && !printed.startsWith("Mac")
            && !printed.startsWith("De")
            && !printed.startsWith("Le");
    return camel ? Optional.of(EntityType.ORGANISATION) : Optional.empty();
  }

  private boolean hasOf(int from, int to) {
    for (var i = from; i < to; i++) {
      if (words.is(i, "of")) {
        return true;
      }
    }
    return false;
  }

  /// Words around a name that only a person has.
  private boolean isPerson(int from, int to) {
    if (words.is(from - 1, "the") || words.is(from - 1, "a")) {
      return false;
    }
    if (words.isAny(from - 1, Sort.PERSON.bit)
        || words.isAny(from - 1, Sort.SPEECH.bit)
        || words.is(from - 1, Sort.ADVERB) && words.is(from - 2, Sort.SPEECH)) {
      return true;
    }
    if (words.is(to, "who") || words.is(to, Sort.SPEECH) && !words.isCapital(to)) {
      return true;
    }
    if (words.mark(to) != ',') {
      return false;
    }
    if (words.isNumber(to + 1) && words.mark(to + 2) == ',' || words.is(to + 1, "who")) {
      return true;
    }
    for (var i = to + 1; i < Math.min(words.size(), to + 9) && words.isWord(i); i++) {
      if (words.is(i, Sort.BODY)) {
        return false;
      }
      if (words.is(i, Sort.PERSON) && !isNoun(i + 1)) {
        return true;
      }
    }
    return false;
  }

  /// Whether a plain word follows that may be the noun of “a liberal think tank”.
  private boolean isNoun(int i) {
    return words.isWord(i)
        && !words.isAny(
            i,
            Sort.PREPOSITION.bit
                | Sort.CLAUSE.bit
                | Sort.CONJUNCTION.bit
                | Sort.AUXILIARY.bit
                | Sort.SPEECH.bit
                | Sort.PERSON.bit);
  }

  /// Mr Grant, a farmer: whoever is brought in so is not the one named before.
  private boolean isIntroduced(int to) {
    return words.mark(to) == ',' && words.is(to + 1, Sort.ARTICLE);
  }

  /// The one person before who has this first name, as in “Mr Liang” of Liang Bowen and “Sir
  /// Malcolm” of Malcolm Reed; null when there are none or several.
  private @Nullable String given(String low) {
    var all = given.getOrDefault(low, Set.of());
    return all.size() == 1 ? all.iterator().next() : null;
  }

  private void person(String name) {
    if (name.indexOf(' ') > 0) {
      var first = name.substring(0, name.indexOf(' ')).toLowerCase(Locale.ROOT);
      given.computeIfAbsent(first, _ -> new HashSet<>()).add(name);
    }
    var space = name.lastIndexOf(' ');
    var surname = name.substring(space + 1).toLowerCase(Locale.ROOT);
    var namesakes = people.computeIfAbsent(surname, _ -> new LinkedHashSet<>());
    namesakes.remove(name);
    namesakes.add(name);
  }

  /// The person of this surname named last before `i`; a Mrs is a woman, a Mr a man.
  private Optional<String> namesake(String surname, int i) {
    @Nullable SequencedSet<String> namesakes = people.get(surname);
    if (namesakes == null) {
      return Optional.empty();
    }
    var sort =
        words.is(i - 1, Sort.COURTESYWOMAN)
            ? Sort.WOMAN
            : words.is(i - 1, Sort.COURTESYMAN) ? Sort.MAN : null;
    return namesakes.reversed().stream().filter(n -> sort == null || has(n, sort)).findFirst();
  }

  /// Whether a full name's given name is of this sort; names not on the list fit either.
  static boolean has(String name, Sort sort) {
    var space = name.indexOf(' ');
    var given = name.substring(0, space < 0 ? name.length() : space).toLowerCase(Locale.ROOT);
    var sorts = Lexicon.sorts(given);
    return (sorts & (Sort.MAN.bit | Sort.WOMAN.bit)) == 0 || (sorts & sort.bit) != 0;
  }

  private Span span(int from, int to) {
    return new Span(words.start(from), words.end(to - 1));
  }
}
