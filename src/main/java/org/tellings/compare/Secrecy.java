package org.tellings.compare;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.tellings.model.Span;

/// Where a text says that somebody will not be named, and why.
///
/// The reason is the clause that begins with “because”, “since”, “for fear” and the like, where one
/// follows; else the words that say so themselves (“on condition of anonymity”). Bounded: looks at
/// one sentence, and only at one that holds a word of secrecy.
final class Secrecy {

  /// What a sentence must hold to be looked at.
  private static final List<String> SIGNS =
      List.of("name", "identif", "anonym", "authori", "allowed", "permitted", "cleared", "barred");

  private static final Pattern SAID =
      Pattern.compile(
          """
          \\bon\\ (?:the\\ )?condition\\ (?:of\\ anonymity
            | that\\ (?:he|she|they|it|his|her|their)\\b [^,;.:“”"]{0,60})
          | \\b(?:none\\ of\\ whom\\ |neither\\ of\\ whom\\ )?
            (?:ask|wish|want|prefer|request|insist|declin|refus)(?:ed|ing|es|s)?
            \\ (?:(?:not|only|that|to|be|have|his|her|their|the|any|wanting)\\ ){0,6}
            (?:be\\ )?(?:named|identified|anonymous|anonymity|names?\\b
              (?:\\ (?:not\\ )?(?:be\\ )?(?:withheld|used|printed|published))?)
          | \\b(?:wish|ask|want|prefer|chose)\\w{0,3}\\ to\\ (?:stay|remain)\\ anonymous
          | \\b(?:would|could|can|may|must|will|did|does|do|was|were)(?:\\ not|n[’']t)
            \\ (?:(?:want|wish|like|give|have|to|be|his|her|their|a)\\ ){0,6}
            (?:named|identified|names?\\b)(?:\\ in\\ the\\ paper)?
          | \\b(?:was|were|are|is)\\ granted\\ anonymity
          | \\b(?:speaking|spoke|speak|talking|talked)\\ anonymously
          | \\bhas\\ no\\ name\\ here
          """,
          Pattern.COMMENTS | Pattern.CASE_INSENSITIVE);

  private static final Pattern BARRED =
      Pattern.compile(
          """
          \\b(?:not\\ (?:authori[sz]ed|allowed|permitted|cleared)\\ to
            | (?:forbidden|barred)\\ (?:to|from)
            | may\\ not)
          \\ (?:speak|talk|discuss|comment|say)(?:ing)?\\b
          """,
          Pattern.COMMENTS | Pattern.CASE_INSENSITIVE);

  private static final Pattern WHY =
      Pattern.compile(
          """
          \\b(?:because|since|lest|fearing
            | for\\ fear|out\\ of\\ fear
            | (?:as|given\\ that)\\ (?=(?:he|she|they|it|the|this|his|her|their|its)\\b))\\b
          """,
          Pattern.COMMENTS | Pattern.CASE_INSENSITIVE);

  /// Where a clause ends before the verb of its sentence.
  private static final Pattern VERB =
      Pattern.compile(
          "(?<!\\b(?:to|are|is|was|were|be|been)"
              + " )\\b(?:said|says|told|tells|wrote|writes|added)\\b");

  /// Somebody is not named, as the words at `at` say; `reason` is what is told of why.
  record Told(Span at, String reason) {}

  private Secrecy() {}

  /// In order of place.
  static List<Told> in(String text, Span sentence) {
    var part = sentence.in(text);
    var low = part.toLowerCase(Locale.ROOT);
    if (part.length() > 1500 || SIGNS.stream().noneMatch(low::contains) && !isMute(low)) {
      return List.of();
    }
    List<Told> told = new ArrayList<>();
    var said = SAID.matcher(part);
    while (said.find()) {
      told.add(told(part, said.start(), said.end(), sentence.start()));
    }
    var barred = BARRED.matcher(part);
    while (barred.find()) {
      var at = new Span(sentence.start() + barred.start(), sentence.start() + barred.end());
      if (told.stream().noneMatch(one -> near(one.at(), at))) {
        told.add(told(part, barred.start(), end(part, barred.end()), sentence.start()));
      }
    }
    return told;
  }

  private static boolean isMute(String low) {
    return low.contains("forbidden") || low.contains("may not ");
  }

  private static boolean near(Span one, Span other) {
    return one.start() <= other.end() + 60 && other.start() <= one.end() + 60;
  }

  private static Told told(String part, int from, int to, int offset) {
    var end = end(part, to);
    var why = WHY.matcher(part).region(from, Math.max(end, to));
    why.useTransparentBounds(true);
    var begin = from;
    var stop = to;
    if (why.find()) {
      begin = why.start();
      stop = end;
    } else {
      var behind = WHY.matcher(part).region(end, part.length());
      if (behind.find() && behind.start() - end < 3) {
        begin = behind.start();
        stop = end(part, behind.end());
      }
    }
    return new Told(new Span(offset + from, offset + stop), part.substring(begin, stop).strip());
  }

  /// The end of the clause that goes on at `from`: a mark, or the verb of the sentence.
  private static int end(String part, int from) {
    var end = from;
    while (end < part.length() && ",;:.“”\"(—".indexOf(part.charAt(end)) < 0) {
      end++;
    }
    var verb = VERB.matcher(part).region(from, end);
    if (verb.find()) {
      end = verb.start();
    }
    while (end > from && Character.isWhitespace(part.charAt(end - 1))) {
      end--;
    }
    return end;
  }
}
