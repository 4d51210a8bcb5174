package org.tellings.compare;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tellings.model.Finding.Claim;
import org.tellings.model.Finding.Mention;
import org.tellings.model.Finding.Quote;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Span;

/// What the claims and quotes of one article rest on: an unnamed source, a named one, or the
/// article alone.
///
/// A claim or quote rests on an unnamed source when what is said of its speaker are words of that
/// source (“a person close to OpenAI”, then “the person”), or when it has no named speaker and the
/// source stands in its sentence.
record Footing(
    List<Sighting> sightings, Map<FindingId, Integer> unnamed, Map<FindingId, String> named) {

  private static final int FAR = 1200;

  static Footing of(Account account, Prose prose) {
    var sightings = new SightingReader(account, prose).read();
    Map<FindingId, Integer> unnamed = new HashMap<>();
    Map<FindingId, String> named = new HashMap<>();
    var names =
        account.of(Mention.class).stream()
            .map(kept -> ((Mention) kept.finding()).name())
            .collect(Collectors.toSet());
    Map<Span, Integer> quotes = new HashMap<>();
    for (var kept : account.of(Quote.class)) {
      var quote = (Quote) kept.finding();
      var at = quote.speaker().at();
      var said = at.map(span -> span.in(account.article().text()));
      var on = on(account, prose, sightings, kept.finding().span(), said, at, names);
      if (on >= 0
          && (quote.speaker().name().isEmpty()
              || at.isPresent() && overlaps(sightings, on, at.get()))) {
        unnamed.put(kept.id(), on);
        quotes.put(quote.span(), on);
      }
    }
    for (var kept : account.of(Claim.class)) {
      var claim = (Claim) kept.finding();
      var within =
          quotes.entrySet().stream()
              .filter(quote -> quote.getKey().contains(claim.span()))
              .map(Map.Entry::getValue)
              .findFirst();
      if (within.isPresent()) {
        unnamed.put(kept.id(), within.get());
        continue;
      }
      var on = on(account, prose, sightings, claim.span(), claim.source(), Optional.empty(), names);
      if (on >= 0) {
        unnamed.put(kept.id(), on);
      } else if (claim.source().filter(source -> isName(source, names)).isPresent()) {
        named.put(kept.id(), claim.source().get());
      }
    }
    return new Footing(sightings, Map.copyOf(unnamed), Map.copyOf(named));
  }

  private static boolean overlaps(List<Sighting> sightings, int on, Span at) {
    return sightings.get(on).span().overlaps(at);
  }

  /// The place of the source that what stands at `span` rests on; -1 when there is none.
  private static int on(
      Account account,
      Prose prose,
      List<Sighting> sightings,
      Span span,
      Optional<String> said,
      Optional<Span> at,
      Set<String> names) {
    if (sightings.isEmpty()) {
      return -1;
    }
    var text = account.article().text();
    var sentence = prose.around(span).span();
    var best = -1;
    for (var i = 0; i < sightings.size(); i++) {
      var sighting = sightings.get(i);
      if (at.filter(sighting.span()::overlaps).isPresent()) {
        return i;
      }
      var here = sentence.overlaps(sighting.span()) && !span.contains(sighting.span());
      var near =
          Math.abs(sighting.span().start() - span.start()) < FAR
              && (here
                  || isSameParagraph(text, sighting.span(), span)
                  || sighting.span().start() < span.start());
      var bySpeaker = said.filter(one -> near && isOf(sighting, one)).isPresent();
      var bySentence =
          here
              && said.filter(one -> isName(one, names)).isEmpty()
              && (said.isPresent() || sighting.credited());
      if (bySpeaker || bySentence) {
        best =
            best < 0 || distance(sighting, span) <= distance(sightings.get(best), span) ? i : best;
      }
    }
    return best;
  }

  private static int distance(Sighting sighting, Span span) {
    return sighting.span().start() < span.start()
        ? span.start() - sighting.span().end()
        : sighting.span().start() - span.end();
  }

  private static boolean isSameParagraph(String text, Span one, Span other) {
    var from = Math.min(one.start(), other.start());
    var to = Math.max(one.start(), other.start());
    return text.substring(from, to).indexOf('\n') < 0;
  }

  /// Whether these words for a speaker are of the source: its own, or “the” with its noun.
  private static boolean isOf(Sighting sighting, String said) {
    var one = sighting.text().toLowerCase(Locale.ROOT);
    var low = said.toLowerCase(Locale.ROOT);
    return one.equals(low)
        || one.startsWith(low + " ")
        || low.startsWith(one + " ")
        || !sighting.head().isEmpty() && low.equals("the " + sighting.head());
  }

  /// Whether these words for a speaker are a name or a paper, not “its president” or “users”.
  private static boolean isName(String said, Set<String> names) {
    if (names.contains(said)) {
      return true;
    }
    var words = new ArrayList<>(List.of(said.split("\\s+")));
    var first = words.getFirst().toLowerCase(Locale.ROOT);
    if (new HashSet<>(List.of("the", "a", "an", "its", "his", "her", "their")).contains(first)
        || SourceWords.is(first, SourceWords.Sort.ONE)
        || SourceWords.is(first, SourceWords.Sort.SOME)
        || SourceWords.number(first).isPresent()) {
      return words.size() > 1
          && SourceWords.is(words.getLast().toLowerCase(Locale.ROOT), SourceWords.Sort.THING);
    }
    return Character.isUpperCase(words.getLast().codePointAt(0));
  }

  /// Whether a quote rests on an unnamed source.
  Optional<Integer> under(Kept kept) {
    return Optional.ofNullable(unnamed.get(kept.id()));
  }
}
