package org.tellings.compare;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// What makes two printed words the same word: case, accents, British or American spelling.
final class Spelling {

  private static final Set<String> FUNCTION =
      Set.of(
          """
          a an the this that these those and or but nor so yet if then than as at by for from in
          into of off on onto out over to under up upon with within about after before between
          through during against i me my mine we us our ours you your yours he him his she her hers
          it its they them their theirs who whom whose which what when where why how is are was were
          be been being am do does did doing done have has had having will would shall should can
          could may might must i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll
          he's he'd he'll she's she'd she'll it's it'd it'll they're they've they'd they'll that's
          there's there here what's who's let's some any all each every both few more most other
          such own same too very just also only even still again ever once well now one 1 because
          while until whether though although like really quite rather kind sort get got go going
          gone make makes made making lot way
          """
              .strip()
              .split("\\s+"));

  private static final Set<String> NEGATION =
      Set.of(
          """
          not no never none nobody nothing neither nowhere without cannot can't don't doesn't didn't
          won't wouldn't shouldn't couldn't isn't aren't wasn't weren't hasn't haven't hadn't ain't
          """
              .strip()
              .split("\\s+"));

  private static final Map<String, String> ONE_BY_ONE =
      Map.ofEntries(
          Map.entry("grey", "gray"),
          Map.entry("programme", "program"),
          Map.entry("programmes", "programs"),
          Map.entry("cheque", "check"),
          Map.entry("cheques", "checks"),
          Map.entry("tyre", "tire"),
          Map.entry("tyres", "tires"),
          Map.entry("plough", "plow"),
          Map.entry("mould", "mold"),
          Map.entry("kerb", "curb"),
          Map.entry("storey", "story"),
          Map.entry("storeys", "stories"),
          Map.entry("judgement", "judgment"),
          Map.entry("ageing", "aging"),
          Map.entry("sceptical", "skeptical"),
          Map.entry("sceptic", "skeptic"),
          Map.entry("learnt", "learned"),
          Map.entry("burnt", "burned"),
          Map.entry("spelt", "spelled"),
          Map.entry("dreamt", "dreamed"),
          Map.entry("leant", "leaned"),
          Map.entry("spoilt", "spoiled"),
          Map.entry("okay", "ok"),
          Map.entry("aluminium", "aluminum"),
          Map.entry("manoeuvre", "maneuver"),
          Map.entry("inquiry", "enquiry"),
          Map.entry("inquiries", "enquiries"),
          Map.entry("inquire", "enquire"),
          Map.entry("&", "and"),
          Map.entry("%", "percent"));

  private static final Memo KEYS = new Memo(Spelling::made);
  private static final Memo STEMS = new Memo(Spelling::cut);

  /// As words are known by: “still” and “we’ll” with one “l”.
  private static final Set<String> FUNCTION_KEYS =
      FUNCTION.stream().map(Spelling::key).collect(Collectors.toUnmodifiableSet());

  private Spelling() {}

  /// The form under which a printed word is known in every spelling.
  static String key(String printed) {
    return KEYS.of(printed);
  }

  private static String made(String printed) {
    var plain = printed.toLowerCase(Locale.ROOT).replace('’', '\'').replace('‘', '\'');
    if (!isPlain(plain)) {
      plain = Normalizer.normalize(plain, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
    }
    if (plain.indexOf('.') > 0 && Character.isLetter(plain.charAt(0))) {
      plain = plain.replace(".", "");
    }
    var known = ONE_BY_ONE.get(plain);
    return known == null ? american(plain) : known;
  }

  private static boolean isPlain(String word) {
    return word.chars().allMatch(c -> c < 128);
  }

  private static String american(String word) {
    if (word.length() < 5) {
      return word;
    }
    var folded = word.replace("ll", "l");
    if (word.length() > 5) {
      if (!folded.contains("fourt")) {
        folded = folded.replace("our", "or");
      }
      folded =
          swap(folded, "isation", "ization", "isations", "izations", "ise", "ize", "ised", "ized");
      folded = swap(folded, "ises", "izes", "ising", "izing", "yse", "yze", "ysed", "yzed");
      folded = swap(folded, "ysing", "yzing", "tre", "ter", "tres", "ters", "bre", "ber");
      folded = swap(folded, "ence", "ense", "ences", "enses", "ogue", "og", "ogues", "ogs");
    }
    return folded;
  }

  private static String swap(String word, String... endings) {
    for (var i = 0; i < endings.length; i += 2) {
      if (word.endsWith(endings[i])) {
        return word.substring(0, word.length() - endings[i].length()) + endings[i + 1];
      }
    }
    return word;
  }

  /// What is left of a key without the ending of its form: plural, possessive, tense.
  static String stem(String key) {
    return STEMS.of(key);
  }

  private static String cut(String key) {
    var word = key.endsWith("'s") ? key.substring(0, key.length() - 2) : key;
    if (word.length() < 4 || Character.isDigit(word.charAt(0))) {
      return word;
    }
    if (word.endsWith("ies")) {
      return word.substring(0, word.length() - 3) + "y";
    }
    if (word.endsWith("ll")) {
      return word.substring(0, word.length() - 1); // as “tells”, of which one is left
    }
    for (var ending : new String[] {"ing", "ed", "es", "s", "e"}) {
      if (word.endsWith(ending) && word.length() - ending.length() >= 3 && !word.endsWith("ss")) {
        return word.substring(0, word.length() - ending.length());
      }
    }
    return word;
  }

  static boolean isFunction(String key) {
    return FUNCTION_KEYS.contains(key);
  }

  static boolean isNegation(String key) {
    return NEGATION.contains(key);
  }

  /// Whether one of two words is a slip of the pen for the other: six letters at least, the same
  /// first one, one letter wrong, missing, doubled or swapped, and not at an ending.
  static boolean isSlip(Word one, Word other) {
    return isSlip(one.key(), other.key())
        || one.key().length() > 5
            && other.key().length() > 5
            && one.key().charAt(0) == other.key().charAt(0)
            && isSlip(
                one.printed().toLowerCase(Locale.ROOT), other.printed().toLowerCase(Locale.ROOT));
  }

  private static boolean isSlip(String one, String other) {
    if (Math.min(one.length(), other.length()) < 6
        || Math.abs(one.length() - other.length()) > 1
        || one.charAt(0) != other.charAt(0)
        || stem(one).equals(stem(other))) {
      return false;
    }
    var from = 0;
    while (from < Math.min(one.length(), other.length())
        && one.charAt(from) == other.charAt(from)) {
      from++;
    }
    var back = 0;
    while (back < Math.min(one.length(), other.length()) - from
        && one.charAt(one.length() - 1 - back) == other.charAt(other.length() - 1 - back)) {
      back++;
    }
    var left = one.length() - from - back;
    var right = other.length() - from - back;
    if (left <= 1 && right <= 1) {
      return back > 0;
    }
    return left == 2
        && right == 2
        && one.charAt(from) == other.charAt(from + 1)
        && one.charAt(from + 1) == other.charAt(from);
  }
}
