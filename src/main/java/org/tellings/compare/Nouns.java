package org.tellings.compare;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.tellings.compare.Prose.Word;

/// The things that the words around a figure tell of, found by the small words between them.
///
/// `heads` are the stems of nouns, each with what stands before it in its group (“the east stand”:
/// `stand` with `east`); `names` are those printed with a capital that no sentence begins with;
/// `verbs` are the stems of words such as “recalled” and “recalling”; `subject` is the first thing
/// before the verb, empty when there is none; `verb` is the stem of the verb, empty when none is
/// seen; `places` are the words of the groups by the small word before them, or by whether they do
/// it or suffer it; `isPronoun`: only a pronoun stands there. A noun is the last of a group of
/// words that no small word, verb, sign or number parts. Crude, and the same every time.
record Nouns(
    Map<String, Set<String>> heads,
    Set<String> names,
    Set<String> verbs,
    String subject,
    String verb,
    Map<String, Set<String>> places,
    boolean isPronoun) {

  private static final String SUBJECT = "subject";

  private static final String OBJECT = "object";

  private static final Set<String> SMALL =
      words(
          """
          a an the this that these those its his her their our my your it they he she we i you them
          him us who whom whose which what each every all both any no some such same other another
          of in on at to for by with from and or but nor as than about over under into onto off out
          up down after before until since during without within upon across through against between
          among towards toward per via near behind beyond beside along around above below like
          despite except when where while if because so not also only just more most less least
          nearly almost roughly some too very still yet already again ever never now then there here
          up-to himself herself itself themselves according according together away back once
          """);

  private static final Set<String> LINKS =
      words(
          """
          of in on at to for by with from as than about over under into onto off after before until
          since during without within upon across through against between among towards toward per
          via near behind beyond beside along around above below like despite except
          """);

  /// What stands behind them tells when.
  private static final Set<String> TIMES =
      words("when after before until since during while by once");

  /// What may stand between a helping verb and the main one.
  private static final Set<String> BETWEEN = words("to not also already still now only be been");

  /// Where what the subject is of may stand.
  private static final List<String> QUALIFYING = List.of(SUBJECT, "of", "at", "in", "from", "for");

  private static final Set<String> PRONOUNS = words("it they he she");

  private static final Set<String> DETERMINERS =
      words(
          """
          a an the this that these those its his her their our my your each every all both any no
          some such another other
          """);

  private static final Set<String> VERBS =
      words(
          """
          is are was were be been being has have had having do does did will would can could may
          might must shall should cost costs take takes took taken come comes came go goes went gone
          fall falls fell fallen rise rises rose risen lose loses lost win wins won beat beats beaten
          get gets got pay pays paid spend spends spent sell sells sold buy buys bought hold holds
          held say says said tell tells told stand stands stood draw draws drew drawn hit hits put
          puts make makes made give gives gave given keep keeps kept leave leaves left lead leads led
          run runs ran see sees saw seen begin begins began begun build builds built drive drives
          drove driven grow grows grew grown shrink shrinks shrank shrunk sink sinks sank sunk find
          finds found think thinks thought bring brings brought catch caught teach taught send sends
          sent lend lent meet meets met sit sits sat lie lies lay lain lies wear wore worn break breaks
          broke broken speak spoke spoken steal stole stolen choose chose chosen write writes wrote
          written eat ate eaten fly flies flew flown know knows knew known show shows shown set sets
          cut cuts shut shuts let lets hurt become becomes became carry carries need needs want wants
          ask asks count counts say amount amounts measure measures weigh weighs earn earns use uses
          expect expects reckon reckons demand demands employ employs seat seats serve serves
          contain contains include includes reach reaches pass passes exceed exceeds climb climbs
          """);

  private static Set<String> words(String text) {
    return Set.copyOf(new TreeSet<>(Arrays.asList(text.strip().split("\\s+"))));
  }

  /// What may say which of its kind the subject is: “at Combe Head”, “the county’s”.
  Set<String> qualifiers() {
    Set<String> qualifiers = new TreeSet<>();
    QUALIFYING.forEach(place -> qualifiers.addAll(places.getOrDefault(place, Set.of())));
    return qualifiers;
  }

  /// Reads words `first` to `last`; those from `from` to `to` are the figure. `said` are the stems
  /// that may be things at all.
  static Nouns of(
      String text, List<Word> words, int first, int last, int from, int to, Set<String> said) {
    return new Reader(text, words, first, last, from, to, said).read();
  }

  private static final class Reader {

    private final String text;
    private final List<Word> words;
    private final int first;
    private final int last;
    private final int from;
    private final int to;
    private final Set<String> said;
    private final Map<String, Set<String>> heads = new TreeMap<>();
    private final Set<String> names = new TreeSet<>();
    private final Set<String> verbs = new TreeSet<>();
    private final Map<String, Set<String>> places = new TreeMap<>();
    private String subject = "";

    Reader(String text, List<Word> words, int first, int last, int from, int to, Set<String> said) {
      this.text = text;
      this.words = words;
      this.first = first;
      this.last = last;
      this.from = from;
      this.to = to;
      this.said = said;
    }

    /// “On Monday it topped the list”.
    private boolean isPronoun(int verb) {
      for (var i = first; i < Math.min(verb, last); i++) {
        if (PRONOUNS.contains(words.get(i).low())) {
          return subject.isEmpty();
        }
      }
      return false;
    }

    Nouns read() {
      var verb = verb();
      var i = first;
      while (i < last) {
        if (isEdge(i, verb)) {
          i++;
          continue;
        }
        var end = i + 1;
        while (end < last && !isEdge(end, verb) && !words.get(end).comma() && !isOwned(end - 1)) {
          end++;
        }
        group(i, end, verb);
        i = end;
      }
      for (i = first; i < last; i++) {
        var low = words.get(i).low();
        if (said.contains(words.get(i).stem())
            && low.length() > 4
            && (low.endsWith("ed") || low.endsWith("ing"))
            && (isVerb(i) || i > first && isSmall(words.get(i - 1).low()))) {
          verbs.add(words.get(i).stem());
        }
      }
      var does = verb < last ? words.get(main(verb)).stem() : "";
      return new Nouns(
          tight(heads),
          InOrder.of(names),
          InOrder.of(verbs),
          subject,
          does,
          tight(places),
          isPronoun(verb));
    }

    private static Map<String, Set<String>> tight(Map<String, Set<String>> sets) {
      sets.replaceAll((_, words) -> InOrder.of(words));
      return sets.isEmpty() ? Map.of() : InOrder.of(sets);
    }

    private void group(int start, int end, int verb) {
      if (start > first && tells(start, TIMES)) {
        return;
      }
      Set<String> before = new TreeSet<>();
      for (var i = start; i < end; i++) {
        var stem = words.get(i).stem();
        if (!said.contains(stem)) {
          continue;
        }
        if (isCapital(i) && (i > 0 || words.get(i).isName() || end > i + 1 && isCapital(i + 1))) {
          names.add(stem);
          heads.computeIfAbsent(stem, _ -> new TreeSet<>());
        } else if (i + 1 == end) {
          heads.computeIfAbsent(stem, _ -> new TreeSet<>()).addAll(before);
        } else if (!words.get(i).low().endsWith("ly")) {
          before.add(stem);
        }
      }
      place(start, end, verb);
      var head = words.get(end - 1).stem();
      if (subject.isEmpty()
          && end <= verb
          && heads.containsKey(head)
          && !isOwned(end - 1)
          && !(start > first && LINKS.contains(words.get(start - 1).low()) && isAside(start))) {
        subject = head;
      }
    }

    /// The verb that says what is done: “are to get”, “has cost”, “were killed”.
    private int main(int verb) {
      var main = verb;
      for (var i = verb + 1; i < Math.min(last, verb + 4) && (i < from || i >= to); i++) {
        if (isVerb(i)
            || words.get(i - 1).low().equals("to") && VERBS.contains(words.get(i).low())) {
          main = i;
        } else if (!BETWEEN.contains(words.get(i).low())) {
          break;
        }
      }
      return main;
    }

    private void place(int start, int end, int verb) {
      var before = start - 1;
      while (before >= first && DETERMINERS.contains(words.get(before).low())) {
        before--;
      }
      var small = before >= first ? words.get(before).low() : "";
      if (before >= first && isOwned(before)) {
        small = "";
        before = verb; // what it is of stands where it stands
      }
      var place =
          LINKS.contains(small) ? small : end <= verb ? SUBJECT : before == verb ? OBJECT : "";
      if (!place.isEmpty()) {
        for (var i = start; i < end; i++) {
          if (said.contains(words.get(i).stem())) {
            places.computeIfAbsent(place, _ -> new TreeSet<>()).add(words.get(i).stem());
          }
        }
      }
    }

    private static boolean isSmall(String low) {
      return SMALL.contains(low) || VERBS.contains(low);
    }

    private boolean tells(int start, Set<String> small) {
      var i = start - 1;
      while (i > first && DETERMINERS.contains(words.get(i).low())) {
        i--;
      }
      return small.contains(words.get(i).low());
    }

    /// “In the warehouse the vials …”: a group behind a small word at the beginning is not the one
    /// that does something; behind a noun it may be what that noun is of.
    private boolean isAside(int start) {
      var i = start - 1;
      while (i > first && SMALL.contains(words.get(i - 1).low())) {
        i--;
      }
      return i == first;
    }

    /// Where the verb stands; `last` when none is seen.
    private int verb() {
      for (var i = first; i < last; i++) {
        if ((i < from || i >= to) && isVerb(i)) {
          return i;
        }
      }
      for (var i = first + 1; i + 1 < last; i++) {
        var low = words.get(i).low();
        if ((i < from || i >= to)
            && low.endsWith("s")
            && !low.endsWith("ss")
            && !SMALL.contains(words.get(i - 1).low())
            && !isOwned(i - 1)
            && !words.get(i).comma()
            && (SMALL.contains(words.get(i + 1).low()) || i + 1 == from)) {
          return i;
        }
      }
      return last;
    }

    private boolean isVerb(int i) {
      var low = words.get(i).low();
      var before = i == first ? "" : words.get(i - 1).low();
      if (DETERMINERS.contains(before) || i > first && isOwned(i - 1)) {
        return false;
      }
      return VERBS.contains(low) && !LINKS.contains(before) && !isCapital(i)
          || low.length() > 4 && low.endsWith("ed") && !LINKS.contains(before);
    }

    private boolean isEdge(int i, int verb) {
      var word = words.get(i);
      return i >= from && i < to
          || i == verb
          || word.isNumber()
          || SMALL.contains(word.low())
          || isVerb(i);
    }

    private boolean isCapital(int i) {
      return Character.isUpperCase(text.charAt(words.get(i).start()));
    }

    /// Whether “'s” stands behind a word.
    private boolean isOwned(int i) {
      var end = words.get(i).end();
      return end + 1 < text.length()
          && (text.charAt(end) == '\'' || text.charAt(end) == '’')
          && (text.charAt(end + 1) == 's' || text.charAt(end + 1) == ' ');
    }
  }
}
