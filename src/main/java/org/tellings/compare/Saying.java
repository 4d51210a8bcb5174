package org.tellings.compare;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tellings.model.FindingId;

/// The same words by the same voice, however often they are printed.
///
/// What is compared is a saying, not a quotation, so that a sentence in three hundred articles is
/// compared once. `key` tells two sayings apart. Sayings that may be one utterance share a mark:
/// two content words running of one voice, three of any, six plain words, or a phrase of one voice
/// that has hardly a content word.
final class Saying {

  /// Plain words running that make a mark.
  private static final int PLAIN = 6;

  /// Words of a phrase of one voice, and of an unknown one.
  private static final int PHRASE = 3;

  final String key;
  final Voice voice;
  final boolean indirect;
  final List<Word> words;

  /// The stems of the content words, in order; bracketed ones are left out.
  final List<String> stems;

  /// What it weighs: four a content word, one a function word.
  final int weight;

  final long[] marks;
  final TreeMap<String, Quotation> quotations = new TreeMap<>();
  final Map<Saying, Likeness> like = new HashMap<>();
  @Nullable Family family;

  Saying(String key, Quotation quotation, Voice voice) {
    this.key = key;
    this.voice = voice;
    this.indirect = quotation.isIndirect();
    this.words = quotation.words();
    this.stems = stems(words);
    this.weight = words.stream().mapToInt(Word::weight).sum();
    this.marks = marks();
  }

  /// Short words of an unknown speaker may be anybody's, so they stay apart; so does what a person
  /// has tied.
  static String key(Quotation quotation, Voice voice, boolean tied) {
    var apart = tied || !voice.isKnown() && stems(quotation.words()).size() < 4;
    return letters(quotation)
        + "| "
        + voice.name()
        + "| "
        + String.join(",", voice.bodies())
        + (voice.paper() ? "| paper" : "")
        + (quotation.isIndirect() ? "| indirect" : "| direct")
        + (apart ? "| " + quotation.id() : "");
  }

  /// All that words are compared by: two quotations with the same letters are alike to all others.
  private static String letters(Quotation quotation) {
    var all = new StringBuilder();
    for (var word : quotation.words()) {
      all.append(word.bracketed() ? "[" : "")
          .append(word.printed().toLowerCase(Locale.ROOT).replace('’', '\''))
          .append(word.cutAfter() ? " … " : " ");
    }
    return all.toString();
  }

  private static List<String> stems(List<Word> words) {
    var stems = new ArrayList<String>();
    for (var word : words) {
      if (!word.function() && !word.bracketed()) {
        stems.add(word.stem());
      }
    }
    return List.copyOf(stems);
  }

  FindingId anyId() {
    return quotations.firstEntry().getValue().id();
  }

  private long[] marks() {
    var marks = new LinkedHashSet<Long>();
    var hashes = stems.stream().mapToLong(Saying::hash).toArray();
    for (var scope : voice.scopes()) {
      var base = hash(scope);
      for (var i = 0; i + 1 < hashes.length; i++) {
        marks.add(mix(mix(base, hashes[i]), hashes[i + 1]));
      }
      if (hashes.length < 4) {
        var whole = new StringBuilder();
        words.forEach(word -> whole.append(word.key()).append(' '));
        marks.add(mix(base, hash(whole.toString())));
      }
    }
    for (var i = 0; i + 2 < hashes.length; i++) {
      marks.add(mix(mix(hashes[i], hashes[i + 1]), hashes[i + 2]));
    }
    plainRuns(marks);
    if (voice.isKnown()) {
      voice.scopes().forEach(scope -> phrases(marks, hash(scope), PHRASE));
    }
    phrases(marks, 0, PHRASE + 1); // of those who are not known too
    var sorted = marks.stream().mapToLong(Long::longValue).toArray();
    Arrays.sort(sorted);
    return sorted;
  }

  /// Words running among which there is one content word at most, for sentences made of plain
  /// words.
  private void plainRuns(LinkedHashSet<Long> marks) {
    for (var i = 0; i + PLAIN <= words.size(); i++) {
      var content = 0;
      var mark = 1L;
      for (var word : words.subList(i, i + PLAIN)) {
        content += word.function() ? 0 : 1;
        mark = mix(mark, hash(word.key()));
      }
      if (content < 2) {
        marks.add(mark);
      }
    }
  }

  /// Some words running, one of which, and two at most, are content words.
  private void phrases(LinkedHashSet<Long> marks, long base, int size) {
    for (var i = 0; i + size <= words.size(); i++) {
      var content = 0;
      var mark = mix(base, size);
      for (var word : words.subList(i, i + size)) {
        content += word.function() ? 0 : 1;
        mark = mix(mark, hash(word.key()));
      }
      if (content == 1 || content == 2) {
        marks.add(mark);
      }
    }
  }

  static long hash(String text) {
    var hash = 0xcbf29ce484222325L;
    for (var i = 0; i < text.length(); i++) {
      hash = (hash ^ text.charAt(i)) * 0x100000001b3L;
    }
    return hash;
  }

  private static long mix(long one, long other) {
    var mixed = (one * 0x9e3779b97f4a7c15L) ^ Long.rotateLeft(other, 31);
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    return mixed ^ (mixed >>> 27);
  }
}
