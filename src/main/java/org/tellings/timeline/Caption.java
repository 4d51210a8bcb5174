package org.tellings.timeline;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tellings.compare.Prose.Sentence;
import org.tellings.compare.Prose.Word;
import org.tellings.model.Span;

/// What one dated clause is called: its words without the date.
///
/// The date stays where the words are no sentence without it (“the paper of 26 December”, “On
/// Thursday came Italy”). A clause that lost its subject to another one gets it back, or the whole
/// sentence stands for it.
final class Caption {

  private static final int LONG = 90;
  private static final int SUBJECT = 8;

  /// Before a date they make it part of a noun.
  private static final Set<String> KEEPING =
      Set.of(
          "of", "between", "than", "the", "until", "dated", "with", "and", "for", "to", "this",
          "that", "or", "a", "its", "same");

  private static final Set<String> LEADING =
      Set.of(
          "on", "in", "at", "by", "since", "from", "during", "around", "about", "early", "late",
          "after", "before", "over", "through");

  private static final Set<String> TIMES =
      Set.of("morning", "evening", "night", "afternoon", "noon", "midday");

  private static final Pattern BARE =
      Pattern.compile(
          "(?i)(?:last|next|this|that|the) .*|yesterday|today|tonight|tomorrow|[a-z]+day|.*"
              + " (?:ago|later|earlier|before)");

  private static final Set<String> ASIDES = Set.of("which", "who", "whose", "where", "whom");
  private static final Set<String> SUBORDINATE =
      Set.of("because", "although", "though", "while", "whereas", "when", "after", "before");

  private static final Set<String> JOINING = Set.of("and", "but", "or", "so", "then");

  private static final Set<String> FORMS =
      Set.of(
          "is", "are", "am", "be", "will", "would", "can", "may", "might", "could", "should",
          "must", "does", "do", "shall");

  private static final Pattern DATELINE =
      Pattern.compile("^(?:[^()]{0,40}(?:\\([^)]{2,30})?\\) ?[-–—] |[\\p{Lu} .,'’-]{3,40} [—–-] )");
  private static final Pattern WORD = Pattern.compile("\\b\\p{Ll}[\\p{L}’']*");
  private static final Pattern JOINT =
      Pattern.compile("^(?:[,;:–—-] ?|and |but |as |so |yet |nor |or )+|[ ,;:–—-]+$");
  private static final Pattern PARTICIPLE = Pattern.compile(", (?:\\p{Ll}+ed|set|made|built)$");
  private static final Pattern RELATIVE =
      Pattern.compile("^(?<who>[^,]{3,60}), (?:which|who) (?<did>[^,]+)$");

  private final String text;
  private final Sentence sentence;
  private final List<Word> words;
  private final Span clause;
  private final Span inside;
  private final Span date;

  /// `clause` are its characters, `inside` its words in the sentence, `date` the words of the date.
  Caption(String text, Sentence sentence, Span clause, Span inside, Span date) {
    this.text = text;
    this.sentence = sentence;
    this.words = sentence.words();
    this.clause = clause;
    this.inside = inside;
    this.date = date;
  }

  String words() {
    var first = inside.start();
    var head = first;
    while (head + 1 < inside.end() && JOINING.contains(words.get(head).low())) {
      head++;
    }
    var opening = words.get(first).low();
    var bare = isVerbal() ? without().orElseGet(() -> clause.in(text)) : clause.in(text);
    var title = tidy(bare);
    if (first == 0) {
      return large(title);
    }
    if (ASIDES.contains(opening)) {
      return large(aside(opening, title));
    }
    if (SUBORDINATE.contains(opening) && title.indexOf(',') < 0 && isVerbal()) {
      var isOpen = title.toLowerCase(Locale.ROOT).startsWith(opening + " ");
      return large(isOpen ? title.substring(opening.length()).strip() : title);
    }
    var isCut = isVerb(head) || opening.equals("to") || !isVerbal();
    var full = tidy(sentence.span().in(text));
    if (opening.equals("according") || opening.equals("as") || isCut && full.length() <= LONG) {
      return large(full);
    }
    return isCut ? large(subject() + " … " + small(title)) : large(title);
  }

  /// Of “the council, which closed the bridge in May” what the council did.
  private String aside(String opening, String title) {
    var rest = title.substring(Math.min(title.length(), opening.length())).strip();
    if (opening.equals("where")) {
      return rest;
    }
    var before = words.get(inside.start() - 1);
    return before.isName() && !opening.equals("whose")
        ? text.substring(before.start(), before.end()) + " " + rest
        : tidy(sentence.span().in(text));
  }

  /// What the sentence begins with, up to its first verb or comma.
  private String subject() {
    var k = 1;
    while (k < Math.min(SUBJECT, words.size()) && !words.get(k).comma() && !isVerb(k)) {
      k++;
    }
    return text.substring(words.getFirst().start(), words.get(k - 1).end());
  }

  /// The clause without the date and what leads to it; empty where the date has to stay.
  private Optional<String> without() {
    var lead = date.start() - 1;
    var hasLead = lead >= inside.start();
    var before = hasLead ? words.get(lead).low() : "";
    var isLed = LEADING.contains(before);
    var from = isLed ? words.get(lead).start() : words.get(date.start()).start();
    var to = words.get(date.end() - 1).end();
    if (hasLead && KEEPING.contains(before) || is(lead - 1, "than") || from < clause.start()) {
      return Optional.empty();
    }
    var next = date.end();
    if (next < inside.end() && TIMES.contains(words.get(next).low()) && !words.get(next).comma()) {
      to = words.get(next).end();
      next++;
    }
    var opens = from == clause.start();
    var isAlone = hasLead && !isLed && !words.get(date.start()).comma();
    var printed = text.substring(from, words.get(date.end() - 1).end());
    if (isAlone && !BARE.matcher(printed).matches()
        || opens && next < inside.end() && isVerb(next) && !words.get(next).comma()) {
      return Optional.empty();
    }
    return Optional.of(
        joined(text.substring(clause.start(), from), text.substring(to, clause.end())));
  }

  /// Both sides of what was taken out, with the commas that are left.
  private static String joined(String left, String right) {
    var before = left.strip();
    var behind = right.strip();
    var comma = before.endsWith(",");
    if (behind.startsWith(",") && (comma || before.isEmpty())) {
      behind = behind.substring(1).strip();
      var isOnly = before.indexOf(',') == before.length() - 1;
      before = isOnly && comma ? before.substring(0, before.length() - 1) : before;
    } else if (comma && (behind.isEmpty() || ";:.".indexOf(behind.charAt(0)) >= 0)) {
      before = before.substring(0, before.length() - 1);
    }
    var whole = before + " " + behind;
    return behind.isEmpty() ? PARTICIPLE.matcher(before).replaceFirst("") : whole;
  }

  /// Whether a verb stands in the clause: a form that shows, or a word that may be one.
  private boolean isVerbal() {
    for (var k = inside.start(); k < inside.end(); k++) {
      var low = words.get(k).low();
      if (k >= date.start() && k < date.end()) {
        continue;
      }
      if (isVerb(k)
          || low.endsWith("’s")
          || low.endsWith("'s")
          || low.endsWith("’re")
          || low.length() > 3 && low.endsWith("s") && isSmall(k)
          || isSmall(k) && Acts.of(words.get(k)).isPresent()) {
        return true;
      }
    }
    return false;
  }

  private boolean isVerb(int k) {
    var low = words.get(k).low();
    return isSmall(k) && (FORMS.contains(low) || Tense.isPast(low));
  }

  private boolean isSmall(int k) {
    return Character.isLowerCase(text.charAt(words.get(k).start()));
  }

  private boolean is(int k, String word) {
    return k >= inside.start() && words.get(k).low().equals(word);
  }

  /// One line without what joined it to the words around it, its quotation marks in pairs.
  private static String tidy(String words) {
    var flat = words.replaceAll("\\s+", " ").replaceAll(" +(?=[,.;:])", "").strip();
    flat = DATELINE.matcher(flat).replaceFirst("");
    flat = JOINT.matcher(flat).replaceAll("");
    flat = RELATIVE.matcher(flat).replaceFirst("${who} ${did}");
    flat = flat.endsWith("..") || !flat.endsWith(".") ? flat : flat.substring(0, flat.length() - 1);
    return paired(flat.isEmpty() ? words : flat);
  }

  /// The same with the quotation mark that its beginning or its end lacks.
  static String paired(String words) {
    var open = count(words, '“') - count(words, '”');
    if (open != 0) {
      return open > 0 ? words + "”" : "“" + words;
    }
    if (count(words, '"') % 2 == 0) {
      return words;
    }
    var last = words.lastIndexOf('"');
    return last == 0 || words.charAt(last - 1) == ' ' ? words + '"' : '"' + words;
  }

  private static long count(String words, char mark) {
    return words.chars().filter(c -> c == mark).count();
  }

  /// With a capital, behind a quotation mark too.
  private static String large(String words) {
    var at = !words.isEmpty() && "“\"".indexOf(words.charAt(0)) >= 0 ? 1 : 0;
    return words.length() <= at
        ? words
        : words.substring(0, at)
            + Character.toUpperCase(words.charAt(at))
            + words.substring(at + 1);
  }

  /// Whether some words have a form of a verb that shows.
  static boolean hasVerb(String words) {
    return WORD.matcher(words)
        .results()
        .map(java.util.regex.MatchResult::group)
        .anyMatch(word -> FORMS.contains(word) || Tense.isPast(word) || word.endsWith("’s"));
  }

  private static String small(String words) {
    return words.isEmpty() ? words : Character.toLowerCase(words.charAt(0)) + words.substring(1);
  }
}
