package org.tellings.workbench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tellings.model.Span;

/// A text as hashes from which it cannot be read, and places in it that can be found again in
/// another copy of the text.
///
/// The words (letters and digits, small, without marks) are cut into blocks of eight, which do not
/// overlap; each is one hash. Who guesses a block has to guess eight words in a row, and learns
/// nothing of the next. A place is told by the number of its first word and of its words, and by a
/// check of them: 8 bits of fewer than eight words, 16 bits of more, which is too little to tell
/// the words by.
final class Fingerprint {

  /// Words in a block.
  static final int BLOCK = 8;

  private static final int REACH = 3;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  private final String salt;
  private final String text;
  private final List<Span> at = new ArrayList<>();
  private final List<String> words = new ArrayList<>();
  private final MessageDigest digest;

  Fingerprint(String salt, String text) {
    this.salt = salt;
    this.text = text;
    var m = WORD.matcher(text);
    while (m.find()) {
      at.add(new Span(m.start(), m.end()));
      words.add(Normalizer.normalize(m.group(), Normalizer.Form.NFKC).toLowerCase(Locale.ROOT));
    }
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-256", e);
    }
  }

  int words() {
    return words.size();
  }

  /// The hashes of the blocks, the first first; of a last block that is not full there is none.
  List<String> blocks() {
    List<String> blocks = new ArrayList<>();
    for (var from = 0; from + BLOCK <= words.size(); from += BLOCK) {
      blocks.add(block(from));
    }
    return blocks;
  }

  /// The hash of eight words from here.
  String block(int from) {
    return Base64.getUrlEncoder()
        .withoutPadding()
        .encodeToString(Arrays.copyOf(hash("block", from, BLOCK), 6));
  }

  private byte[] hash(String what, int from, int count) {
    digest.reset();
    digest.update((salt + " " + what).getBytes(StandardCharsets.UTF_8));
    for (var i = from; i < from + count; i++) {
      digest.update((byte) ' ');
      digest.update(words.get(i).getBytes(StandardCharsets.UTF_8));
    }
    return digest.digest();
  }

  private int check(int from, int count) {
    var hash = hash("check", from, count);
    return count < BLOCK ? hash[0] & 0xff : (hash[0] & 0xff) << 8 | hash[1] & 0xff;
  }

  // -- places --

  /// A place by its words: the number of the first from 0, how many, the characters before the
  /// first and after the last that belong to it too, and the check.
  record Anchor(int first, int count, int lead, int trail, int check) {
    List<Integer> numbers() {
      return List.of(first, count, lead, trail, check);
    }

    /// False when there is no text that has such a place.
    boolean isPossible() {
      return first >= 0 && count > 0 && first <= Integer.MAX_VALUE - count;
    }
  }

  /// The anchor of a place; empty when there is no word in it.
  Optional<Anchor> anchor(Span span) {
    var first = -1;
    var count = 0;
    for (var i = 0; i < at.size() && at.get(i).start() < span.end(); i++) {
      if (at.get(i).end() > span.start()) {
        first = first < 0 ? i : first;
        count++;
      }
    }
    if (count == 0) {
      return Optional.empty();
    }
    return Optional.of(
        new Anchor(
            first,
            count,
            at.get(first).start() - span.start(),
            span.end() - at.get(first + count - 1).end(),
            check(first, count)));
  }

  /// Where the blocks of another copy of this text stand here, by their numbers.
  ///
  /// A block that stands here several times counts where its neighbour does too.
  Map<Integer, Integer> aligned(List<String> blocks) {
    Map<String, List<Integer>> here = new HashMap<>();
    for (var from = 0; from + BLOCK <= words.size(); from++) {
      here.computeIfAbsent(block(from), _ -> new ArrayList<>()).add(from);
    }
    Map<Integer, Integer> sure = new HashMap<>();
    for (var k = 0; k < blocks.size(); k++) {
      var places = here.getOrDefault(blocks.get(k), List.of());
      if (places.size() == 1) {
        sure.put(k, places.getFirst());
      }
    }
    Map<Integer, Integer> aligned = new HashMap<>(sure);
    for (var k = 0; k < blocks.size(); k++) {
      if (!sure.containsKey(k)) {
        for (var place : here.getOrDefault(blocks.get(k), List.of())) {
          if (Integer.valueOf(place - BLOCK).equals(sure.get(k - 1))
              || Integer.valueOf(place + BLOCK).equals(sure.get(k + 1))) {
            aligned.put(k, place);
          }
        }
      }
    }
    return aligned;
  }

  /// Where the place stands here, given where the blocks of its text do; empty when it is not here,
  /// or could be in more places than one. The anchor is a possible one.
  Optional<Span> find(Anchor anchor, Map<Integer, Integer> aligned) {
    var last = anchor.first() + anchor.count() - 1;
    var from = anchor.first() / BLOCK;
    var to = last / BLOCK;
    List<Integer> starts = new ArrayList<>();
    for (var block : List.of(from, to)) {
      start(anchor, aligned, block).ifPresent(starts::add);
    }
    if (starts.isEmpty()) {
      for (var step = 1; step <= REACH && starts.isEmpty(); step++) {
        start(anchor, aligned, from - step).ifPresent(starts::add);
      }
      for (var step = 1; step <= REACH; step++) {
        var right = start(anchor, aligned, to + step);
        if (right.isPresent()) {
          starts.add(right.get());
          break;
        }
      }
    }
    var fit =
        starts.stream()
            .distinct()
            .filter(s -> s >= 0 && s + anchor.count() <= words.size())
            .filter(s -> check(s, anchor.count()) == anchor.check())
            .toList();
    return fit.size() == 1 ? Optional.of(span(anchor, fit.getFirst())) : Optional.empty();
  }

  /// Where the place begins, counted from a block.
  private static Optional<Integer> start(Anchor anchor, Map<Integer, Integer> aligned, int block) {
    return Optional.ofNullable(aligned.get(block))
        .map(place -> place + anchor.first() - block * BLOCK);
  }

  private Span span(Anchor anchor, int start) {
    var last = start + anchor.count() - 1;
    var before = start == 0 ? 0 : at.get(start - 1).end();
    var after = last + 1 == at.size() ? text.length() : at.get(last + 1).start();
    var from = Math.max(before, at.get(start).start() - anchor.lead());
    var to = Math.min(after, at.get(last).end() + anchor.trail());
    while (from < at.get(start).start() && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    while (to > at.get(last).end() && Character.isWhitespace(text.charAt(to - 1))) {
      to--;
    }
    return new Span(
        Math.min(from, at.get(start).end() - 1), Math.max(to, at.get(last).start() + 1));
  }
}
