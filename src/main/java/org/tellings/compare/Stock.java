package org.tellings.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.tellings.compare.SourceWords.Sort;
import org.tellings.model.Span;

/// Short wording that anybody may print: long names, and set phrases.
final class Stock {

  /// Longer wording is more than its phrase.
  private static final int LONGEST = 24;

  /// A turn of phrase that articles on other matters share has no more words.
  private static final int TURN = 18;

  private static final int LONG_AFTER = 14;

  /// The parts of a table that are numbers, at least, and plain words, at most.
  private static final double LEAST_NUMBERS = 0.25;

  private static final double MOST_WORDS = 0.2;

  /// Set phrases by what they are for: no comment, no name, appeals for witnesses, small print,
  /// credits, and what is said to readers.
  private static final List<String> PHRASES =
      List.of(
          "request for comment",
          "requests for comment",
          "declined to comment",
          "could not be reached for comment",
          "could not immediately be reached",
          "did not immediately respond",
          "did not respond to",
          "condition of anonymity",
          "condition that they not be named",
          "not authorised to speak",
          "not authorized to speak",
          "not authorised to discuss",
          "not authorized to discuss",
          "anyone with information",
          "anyone who saw",
          "anyone who witnessed",
          "contact police",
          "contact the police",
          "call crimestoppers",
          "is presumed innocent",
          "innocent until proven",
          "past performance",
          "capital is at risk",
          "terms and conditions",
          "consult a doctor",
          "helpline",
          "reporting by",
          "editing by",
          "contributed to this",
          "contributed reporting",
          "with reporting from",
          "with agencies",
          "get in touch with",
          "released on bail",
          "released under investigation",
          "remanded in custody",
          "pleaded not guilty",
          "denies any wrongdoing",
          "denied any wrongdoing",
          "is survived by",
          "was survived by",
          "preheat the oven",
          "apologise for any inconvenience",
          "apologize for any inconvenience",
          "little changed against the",
          "unless otherwise stated",
          "an earlier version of this",
          "views expressed",
          "not necessarily reflect",
          "have you been affected",
          "if you have been affected",
          "if you are affected",
          "do you have a story",
          "this is a developing story",
          "this is a breaking",
          "more details to follow",
          "this article was",
          "this story was",
          "this article has been",
          "this story has been",
          "first published in",
          "read more about",
          "click here to",
          "follow us on",
          "subscribe to our",
          "sign up for our",
          "sign up to our",
          "all rights reserved",
          "never miss a story");

  /// Words with which a law is cited, besides its name.
  private static final Set<String> CITING =
      Set.of(
          "section",
          "sections",
          "article",
          "articles",
          "clause",
          "paragraph",
          "schedule",
          "rule",
          "chapter",
          "part",
          "act",
          "regulation",
          "no");

  private static final Set<String> OURS = Set.of("us", "our", "we", "you", "your");

  /// What papers have.
  private static final Set<String> OWN =
      Set.of(
          "readers",
          "reader",
          "subscribers",
          "subscriber",
          "subscription",
          "subscribe",
          "newsletter",
          "editor",
          "editors",
          "coverage",
          "advertising",
          "advertisers",
          "copyright",
          "reserved",
          "podcast",
          "app",
          "website",
          "online",
          "edition",
          "owners");

  private static final Set<String> DOING =
      Set.of(
          "is", "are", "was", "were", "has", "have", "had", "will", "would", "can", "could", "may",
          "might", "must", "do", "does", "did", "said", "says", "told", "that", "who", "which");

  private Stock() {}

  /// Whether a stretch of the text is such wording, read once of each.
  static boolean is(Tape tape, int first, int end) {
    return end - first <= LONGEST && tape.isStock(first, end);
  }

  /// The same of a short stretch.
  static boolean read(Tape tape, int first, int end) {
    var span = tape.span(first, end);
    var text = span.in(tape.article.text());
    return tape.stock().stream().anyMatch(span::contains)
        || isName(text)
        || isTitled(text)
        || isTable(text);
  }

  /// Names and numbers, and hardly another word: results, prices, votes.
  private static boolean isTable(String text) {
    if (text.chars().noneMatch(Character::isDigit)) {
      return false;
    }
    var words = WordReader.read(text, 0);
    var numbers = words.stream().filter(word -> Character.isDigit(word.key().charAt(0))).count();
    var others =
        words.stream()
            .filter(word -> !word.capital() && !word.function())
            .filter(word -> !Character.isDigit(word.key().charAt(0)))
            .count();
    return numbers >= LEAST_NUMBERS * words.size() && others <= MOST_WORDS * words.size();
  }

  /// Whether the words behind or before a quotation only say whose it is: “said Ann Lee, the mayor
  /// of Combe”. One of the first four is a verb of saying, and no sentence ends.
  static boolean isSaying(Tape tape, int first, int end) {
    var text = tape.span(first, end).in(tape.article.text());
    var words = WordReader.read(text, 0);
    return words.size() <= LONGEST
        && words.stream().limit(words.size() - 1L).noneMatch(Word::stopAfter)
        && words.stream().limit(4).anyMatch(word -> SourceWords.is(word.key(), Sort.SAY));
  }

  /// Where set phrases stand in a text, in no order.
  static List<Span> phrases(String text) {
    var letters = text.toCharArray(); // one by one, so that places stay
    for (var i = 0; i < letters.length; i++) {
      letters[i] = Character.toLowerCase(letters[i]);
    }
    var low = new String(letters);
    List<Span> found = new ArrayList<>();
    for (var phrase : PHRASES) {
      for (var at = low.indexOf(phrase); at >= 0; at = low.indexOf(phrase, at + 1)) {
        found.add(new Span(at, at + phrase.length()));
      }
    }
    return found;
  }

  /// A name, a comma and an office, and nothing that is done: “Ingrid Falk, governor of the Bank”.
  private static boolean isTitled(String text) {
    var comma = text.indexOf(',');
    if (comma < 0 || text.indexOf('.') >= 0) {
      return false;
    }
    var words = WordReader.read(text, 0);
    var names = 0;
    while (names < words.size() && words.get(names).capital()) {
      names++;
    }
    return names >= 2
        && names <= 4
        && words.get(names - 1).after().startsWith(",")
        && words.stream().skip(names).anyMatch(word -> Offices.isLast(word.key()))
        && words.stream().noneMatch(word -> isDoing(word.key()));
  }

  private static boolean isDoing(String key) {
    return DOING.contains(key) || key.length() > 4 && key.endsWith("ed");
  }

  /// All words with a capital but the small ones, numbers and those with which a law is cited, and
  /// no sentence among them.
  private static boolean isName(String text) {
    if (text.indexOf('.') >= 0) {
      return false;
    }
    var capitals = 0;
    for (var word : WordReader.read(text, 0)) {
      if (word.capital()) {
        capitals++;
      } else if (!word.function()
          && !word.key().equals("via")
          && !CITING.contains(word.key())
          && !Character.isDigit(word.key().charAt(0))) {
        return false;
      }
    }
    return capitals >= 3;
  }

  /// Whether an outlet speaks of itself or to its readers in it, outside quotations: “us”, “your”,
  /// or its own name with a word for what papers have (“the Clarion’s coverage is free to read”).
  static boolean speaks(Stretch stretch) {
    var tape = stretch.tape();
    var own = false;
    for (var i = stretch.first(); i < stretch.end(); i++) {
      if (tape.quoted.get(i)) {
        continue;
      }
      var word = tape.article.text().substring(tape.from[i], tape.to[i]).toLowerCase(Locale.ROOT);
      if (OURS.contains(word)) {
        return true;
      }
      own |= OWN.contains(word.endsWith("'s") ? word.substring(0, word.length() - 2) : word);
    }
    var outlet = tape.article.outlet();
    return own
        && outlet.isKnown()
        && tape.span(stretch.first(), stretch.end())
            .in(tape.article.text())
            .contains(outlet.name());
  }

  /// Whether a stretch is a turn of phrase that two articles on other matters happen to share:
  /// short, without a name or a number, long after each other, and no name stands in both.
  static boolean isTurn(Stretch one, Stretch other) {
    return one.length() <= TURN
        && isLongAfter(one.tape(), other.tape())
        && !one.tape().names().isIn(one.first() + 1, one.end())
        && !other.tape().names().isIn(other.first() + 1, other.end())
        && !one.tape().names().meet(other.tape().names());
  }

  private static boolean isLongAfter(Tape one, Tape other) {
    return one.day().isPresent()
        && other.day().isPresent()
        && Math.abs(one.day().getAsLong() - other.day().getAsLong()) > LONG_AFTER;
  }
}
