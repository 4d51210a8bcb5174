package org.tellings.compare;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tellings.model.Finding.Mention;
import org.tellings.model.Span;

/// The sentences of one account, with their words and names.
///
/// A sentence ends at a stop, question or exclamation mark before a capital, a digit or a quotation
/// mark, or with its paragraph. Known names are one word each. Linear in the text.
public final class Prose {

  /// A word or number: its place, its letters in lower case and its stem; for a name, the canonical
  /// form. `mark`: the comma, colon, dash or other mark between it and the word before, the last of
  /// several; 0 when there is none.
  public record Word(
      int start, int end, String low, String stem, Optional<Mention> name, char mark) {

    public boolean comma() {
      return mark != 0;
    }

    /// Whether more than a comma parts it from the word before.
    public boolean stop() {
      return ";:–—".indexOf(mark) >= 0 && comma();
    }

    public boolean isNumber() {
      return Character.isDigit(low.charAt(0));
    }

    public boolean isName() {
      return name.isPresent();
    }
  }

  /// Consecutive words of the text.
  public record Sentence(Span span, List<Word> words) {

    /// The first word that begins at `offset` or later; the number of words when there is none.
    public int at(int offset) {
      var low = 0;
      var high = words.size();
      while (low < high) {
        var mid = (low + high) >>> 1;
        if (words.get(mid).end() <= offset) {
          low = mid + 1;
        } else {
          high = mid;
        }
      }
      return low;
    }
  }

  private static final Set<String> SHORT =
      Set.of(
          "mr", "mrs", "ms", "dr", "st", "no", "inc", "corp", "ltd", "co", "vs", "prof", "gen",
          "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec");

  private final String text;
  private final List<Sentence> sentences = new ArrayList<>();
  private final Map<Sentence, String> texts = new IdentityHashMap<>();

  public Prose(Account account) {
    text = account.article().text();
    var names =
        account.of(Mention.class).stream()
            .filter(kept -> counts((Mention) kept.finding()))
            .toList();
    var next = 0;
    var from = 0;
    for (var i = 0; i < text.length(); i++) {
      if (ends(i) || i + 1 == text.length()) {
        var to = i + 1;
        while (to < text.length() && "”\"’')]".indexOf(text.charAt(to)) >= 0) {
          to++;
        }
        var mentions = new ArrayList<Mention>();
        while (next < names.size() && names.get(next).finding().span().start() < to) {
          mentions.add((Mention) names.get(next++).finding());
        }
        add(from, to, mentions);
        from = to;
        i = to - 1;
      }
    }
  }

  /// Whether a name counts as one when sentences are compared. Of one that was learned without a
  /// rule or list that says the same, the words count.
  private static boolean counts(Mention mention) {
    return !mention.name().isBlank() && !mention.rule().startsWith("mention.learned");
  }

  public List<Sentence> sentences() {
    return sentences;
  }

  /// The place of the sentence in which `offset` stands.
  public int at(int offset) {
    var low = 0;
    var high = sentences.size() - 1;
    while (low < high) {
      var mid = (low + high) >>> 1;
      if (sentences.get(mid).span().end() <= offset) {
        low = mid + 1;
      } else {
        high = mid;
      }
    }
    return low;
  }

  /// The sentence before one, in the same paragraph.
  public Optional<Sentence> before(Sentence sentence) {
    var i = at(sentence.span().start());
    return i < 1
            || text.substring(sentences.get(i - 1).span().end(), sentence.span().start())
                .contains("\n")
        ? Optional.empty()
        : Optional.of(sentences.get(i - 1));
  }

  /// The sentences before one, the nearest first, in whatever paragraph.
  List<Sentence> back(Sentence sentence, int most) {
    var i = at(sentence.span().start());
    return sentences.subList(Math.max(0, i - most), i).reversed();
  }

  /// The characters of one of its sentences; the same object each time. Not safe for use from
  /// several threads.
  String text(Sentence sentence) {
    return texts.computeIfAbsent(sentence, one -> one.span().in(text));
  }

  public Sentence around(Span span) {
    return sentences.get(at(span.start()));
  }

  private boolean ends(int i) {
    var c = text.charAt(i);
    if (c == '\n') {
      return true;
    }
    if (c != '.' && c != '!' && c != '?' && c != '…') {
      return false;
    }
    var next = i + 1;
    while (next < text.length() && "”\"’')]".indexOf(text.charAt(next)) >= 0) {
      next++;
    }
    if (next >= text.length()) {
      return true;
    }
    if (!Character.isWhitespace(text.charAt(next))) {
      return false;
    }
    while (next < text.length() && text.charAt(next) == ' ') {
      next++;
    }
    if (next < text.length() && Character.isLowerCase(text.charAt(next))) {
      return false;
    }
    if (c != '.') {
      return true;
    }
    var word = i;
    while (word > 0
        && (Character.isLetter(text.charAt(word - 1)) || text.charAt(word - 1) == '.')) {
      word--;
    }
    var before = text.substring(word, i).toLowerCase(Locale.ROOT);
    return !(before.length() == 1 && Character.isLetter(before.charAt(0))
        || before.contains(".")
        || SHORT.contains(before));
  }

  private void add(int from, int to, List<Mention> mentions) {
    var start = from;
    while (start < to && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    var end = to;
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    if (end <= start) {
      return;
    }
    List<Word> words = new ArrayList<>();
    var next = 0;
    var mark = (char) 0;
    var i = start;
    while (i < end) {
      while (next < mentions.size() && mentions.get(next).span().start() < i) {
        next++;
      }
      if (next < mentions.size()
          && mentions.get(next).span().start() == i
          && mentions.get(next).span().end() <= end) {
        var mention = mentions.get(next);
        var name = Memo.WORDS.of(mention.name().toLowerCase(Locale.ROOT));
        words.add(new Word(i, mention.span().end(), name, name, Optional.of(mention), mark));
        i = mention.span().end();
        i = isPossessive(i, end) ? i + 2 : i;
        mark = 0;
      } else if (Character.isLetterOrDigit(text.charAt(i))) {
        var to2 = word(i, end);
        var low = Memo.WORDS.of(text.substring(i, to2).toLowerCase(Locale.ROOT).replace('’', '\''));
        words.add(new Word(i, to2, low, Stems.of(low), Optional.empty(), mark));
        i = isPossessive(to2, end) ? to2 + 2 : to2;
        mark = 0;
      } else {
        mark = ",;:–—(".indexOf(text.charAt(i)) >= 0 ? text.charAt(i) : mark;
        i++;
      }
    }
    sentences.add(new Sentence(new Span(start, end), List.copyOf(words)));
  }

  private int word(int from, int end) {
    var i = from + 1;
    while (i < end) {
      var c = text.charAt(i);
      if (isPossessive(i, end)) {
        break;
      }
      var inner =
          (isApostrophe(c) || c == '-' || c == '.' || c == ',')
              && i + 1 < end
              && Character.isLetterOrDigit(text.charAt(i + 1))
              && (c != ',' && c != '.'
                  || Character.isDigit(text.charAt(i - 1))
                      && Character.isDigit(text.charAt(i + 1)));
      if (!Character.isLetterOrDigit(c) && !inner) {
        break;
      }
      i++;
    }
    return i;
  }

  private boolean isPossessive(int i, int end) {
    return i + 1 < end
        && isApostrophe(text.charAt(i))
        && text.charAt(i + 1) == 's'
        && (i + 2 >= end || !Character.isLetterOrDigit(text.charAt(i + 2)));
  }

  private static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }
}
