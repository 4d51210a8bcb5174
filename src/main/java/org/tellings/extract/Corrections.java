package org.tellings.extract;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.extract.Tagger.Tagged;
import org.tellings.model.Finding.EntityType;

/// What rules know better of a name that was learned: the last word of a long name often says what
/// it is, laws and committees have commas in them, models have numbers behind them.
final class Corrections {

  private static final Set<String> PRIZES =
      Set.of("cup", "festival", "olympics", "prize", "championship", "championships", "marathon");
  private static final Set<String> BOOKS = Set.of("dictionary", "encyclopedia", "encyclopaedia");
  private static final int LONGEST = 12;
  private static final int FAR = 40;

  private final Words words;
  private final @Nullable Tagged[] tagged;

  /// `tagged` has each name at its first token.
  Corrections(Words words, @Nullable Tagged[] tagged) {
    this.words = words;
    this.tagged = tagged;
  }

  /// Puts right what can be put right, in place.
  void make() {
    for (var i = 0; i < tagged.length; i++) {
      var name = tagged[i];
      if (name != null) {
        tagged[i] = null;
        if (isMeasure(name)) {
          continue;
        }
        var right = right(name);
        for (var k = right.from(); k < right.to(); k++) {
          tagged[k] = null;
        }
        tagged[right.from()] = right;
        i = right.to() - 1;
      }
    }
  }

  private Tagged right(Tagged name) {
    var from = name.from();
    var to = name.to();
    var type = name.type();
    if (type == EntityType.PRODUCT) {
      while (to - from < LONGEST && isFree(to) && isModel(to)) {
        to++;
      }
    }
    if (isShare(from, to) || to - from > 1 && words.isNumber(to - 1) && isUnit(to)) {
      to--;
      type = to - from == 1 && isShare(from, to + 1) ? EntityType.ORGANISATION : type;
    }
    var last = to - 1;
    if (to - from > 1) {
      type = kind(type, last);
    }
    if (type == EntityType.LAW || words.is(last, "committee")) {
      from = beginning(from);
    }
    return from == name.from() && to == name.to() && type == name.type()
        ? name
        : new Tagged(from, to, type);
  }

  /// “224 kW”, “16 inch” and “Y=28,030” are figures.
  private boolean isMeasure(Tagged name) {
    if (isOfYen(name.to())) {
      return true;
    }
    return name.to() - name.from() == 1
        ? words.isNumber(name.from() - 1) && isUnit(name.from())
        : words.isNumber(name.from()) && isUnit(name.from() + 1);
  }

  private boolean isOfYen(int i) {
    return words.isGlued(i) && words.mark(i) == '=';
  }

  private boolean isUnit(int i) {
    return words.isAny(i, Sort.UNIT.bit | Sort.SCALE.bit | Sort.MONEY.bit);
  }

  /// “Barclays lost 2 percent, Lloyds 1.6”: the number belongs to no name.
  private boolean isShare(int from, int to) {
    if (to - from < 2 || !words.isNumber(to - 1) || words.is(from - 1, Sort.ARTICLE)) {
      return false;
    }
    for (var i = from - 1; i >= 0 && from - i < FAR && !Sentences.ends(words, i); i--) {
      if (words.mark(i) == '%' || words.is(i, "percent")) {
        return true;
      }
    }
    return false;
  }

  private EntityType kind(EntityType type, int last) {
    if (words.is(last, Sort.LAWFUL) && type != EntityType.PERSON && type != EntityType.WORK) {
      return EntityType.LAW;
    }
    if (PRIZES.contains(words.low(last)) && type != EntityType.WORK) {
      return EntityType.EVENT;
    }
    if (BOOKS.contains(words.low(last))) {
      return EntityType.WORK;
    }
    if (type == EntityType.PERSON && words.is(last, Sort.SUFFIX)) {
      return EntityType.ORGANISATION;
    }
    if (type == EntityType.PERSON && words.is(last, Sort.PLACED)) {
      return EntityType.PLACE;
    }
    return type;
  }

  /// A version behind a product: a number, “Pro”, “S25”.
  private boolean isModel(int i) {
    return words.isNumber(i) && !words.is(i + 1, Sort.UNIT) && words.mark(i + 1) != '%'
        || words.isCapital(i) && !words.is(i, Sort.PLAIN) && !words.is(i, Sort.TITLES);
  }

  private boolean isFree(int i) {
    return i < tagged.length
        && tagged[i] == null
        && words.start(i) - words.end(i - 1) <= 1
        && words.mark(i) == 0
        && !words.isPossessive(i)
        && !Sentences.ends(words, i - 1);
  }

  /// Where a law or a committee begins whose last words begin at `from`: “the Police, Crime,
  /// Sentencing and Courts Act”. Only behind an article.
  private int beginning(int from) {
    var i = from;
    var least = Math.max(0, from - LONGEST);
    while (i > least && isInner(i - 1) && !Sentences.ends(words, i - 1)) {
      i--;
    }
    if (i == from || !words.isCapital(i) || !words.is(i - 1, Sort.ARTICLE)) {
      return from;
    }
    for (var k = i; k < from; k++) {
      var inner = tagged[k];
      if (inner != null && inner.type() == EntityType.PERSON) {
        return from;
      }
    }
    return i;
  }

  private boolean isInner(int i) {
    return words.mark(i) == ','
        || words.is(i, "and")
        || words.isCapital(i) && !words.is(i, Sort.ARTICLE);
  }
}
