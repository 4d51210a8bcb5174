package org.tellings.extract;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.tellings.model.Finding;
import org.tellings.model.Span;
import org.tellings.model.Speaker;
import org.tellings.model.Speaker.SpeakerKind;

/// Direct and mixed quotes between double marks, with speaker and cue from the words around them.
///
/// A quotation ends at its closing mark or at its paragraph's end, and after 3,000 characters in any
/// case. Short words between marks without a cue in their sentence are no speech.
final class QuoteExtractor {

  private static final int LONGEST = 3000;
  private static final String NAME = "(?:[A-Z][\\p{L}’'-]{1,24}\\.? ){0,3}[A-Z][\\p{L}’'-]{1,24}";
  private static final String CUES =
      "said|says|told|tells|wrote|writes|added|adds|argued|argues|warned|warns|claimed|claims|insisted|asked|replied"
          + "|posted|announced|explained|noted|notes|stated|states|declared|called|admitted|continued|tweeted|testified";
  private static final String NOUN =
      "(?:a|an|the|one|another|two|three|several|some)(?: [\\p{L}-]{1,20}){0,4}? "
          + "(?:person|people|official|officials|source|sources|spokesman|spokeswoman|spokesperson|analyst|analysts|executive"
          + "|company|firm|start-up|startup|memo|report|statement|letter|filing|paper|post|lawmaker|minister|researcher)";
  private static final String WHO = "(?<who>" + NAME + "|(?i:" + NOUN + ")|[Hh]e|[Ss]he|[Tt]hey|[Ii]t)";
  private static final String ROLE = "(?:, (?<role>[^,.\\n“”\"]{3,80}),)?";
  /// “…,” said Ortiz, the mayor.
  private static final Pattern CUE_FIRST = Pattern.compile(
      "^[,\\s]{0,3}(?<cue>" + CUES + ") (?:(?!(?i:" + NOUN + ")\\b)(?<role2>[a-z][\\p{L} -]{2,50}?) )?" + WHO + "(?:, (?<role>[^,.\\n“”\"]{3,80})(?=[,.]))?");
  /// “…,” Ortiz, the mayor, said.
  private static final Pattern WHO_FIRST = Pattern.compile("^[,\\s]{0,3}" + WHO + ROLE + " (?:later |also |then )?(?<cue>" + CUES + ")\\b");
  /// Ortiz, the mayor, said: “…
  private static final Pattern BEFORE = Pattern.compile(
      WHO + ROLE + " (?:later |also |then |has |had )?(?<cue>" + CUES + ")\\b(?:[^.!?\\n“”\"]|\\.(?= \\d)){0,120}$");
  /// “…”, its chief executive Ada Ortiz said
  private static final Pattern NAMED_AFTER = Pattern.compile(
      "^[,\\s]{0,3}(?<role>[a-z][\\p{L} -]{2,50}?) (?<who>" + NAME + ") (?<cue>" + CUES + ")\\b");
  private static final Pattern ACCORDING = Pattern.compile("^[,\\s]{0,3}(?<cue>according to) " + WHO);
  private static final Pattern FULL = Pattern.compile("(?:[A-Z][\\p{L}’'-]{1,24}\\.? ){1,3}[A-Z][\\p{L}’'-]{1,24}");
  private static final Pattern SPOKEN = Pattern.compile("\\b(" + CUES + "|according to)\\b");

  private final String text;
  private final Map<String, String> surnames = new HashMap<>();
  private final List<Finding.Quote> quotes = new ArrayList<>();
  private Speaker last = Speaker.UNKNOWN;

  private QuoteExtractor(String text) {
    this.text = text;
    var full = FULL.matcher(text);
    while (full.find()) {
      var name = full.group();
      surnames.putIfAbsent(name.substring(name.lastIndexOf(' ') + 1), name);
    }
  }

  static List<Finding.Quote> extract(String text) {
    var extractor = new QuoteExtractor(text);
    extractor.run();
    return extractor.quotes;
  }

  private void run() {
    var paragraph = 0;
    while (paragraph < text.length()) {
      var end = text.indexOf('\n', paragraph);
      end = end < 0 ? text.length() : end;
      paragraph(paragraph, end);
      paragraph = end + 1;
    }
  }

  private void paragraph(int from, int to) {
    Optional<Span> previous = Optional.empty();
    var open = from;
    while ((open = opening(open, to)) >= 0) {
      var close = closing(open + 1, Math.min(to, open + 1 + LONGEST));
      var end = close < 0 ? Math.min(to, open + 1 + LONGEST) : close;
      var start = open + 1;
      var inner = end;
      if (close > 0 && inner > start && text.charAt(inner - 1) == ',') {
        inner--;
      }
      if (inner > start && !text.substring(start, inner).isBlank()) {
        var span = new Span(start, inner);
        var made = quote(span, from, Math.min(to, end + 1), to, previous, close >= 0);
        if (made.isPresent()) {
          quotes.add(made.get());
          previous = Optional.of(made.get().joins().orElse(span));
        }
      }
      open = Math.max(end, open + 1) + (close >= 0 ? 1 : 0);
    }
  }

  /// The next opening double mark; a straight mark opens where the one before it has closed.
  private int opening(int from, int to) {
    for (var i = from; i < to; i++) {
      if (text.charAt(i) == '“' || text.charAt(i) == '"' || text.charAt(i) == '„') {
        return i;
      }
    }
    return -1;
  }

  private int closing(int from, int to) {
    for (var i = from; i < to; i++) {
      if (text.charAt(i) == '”' || text.charAt(i) == '"') {
        return i;
      }
    }
    return -1;
  }

  private Optional<Finding.Quote> quote(Span span, int paragraph, int after, int to, Optional<Span> previous, boolean closed) {
    var words = span.in(text).split("\\s+").length;
    var behind = text.substring(after, Math.min(to, after + 200));
    var before = text.substring(Math.max(paragraph, span.start() - 1 - 220), Math.max(paragraph, span.start() - 1));
    var rule = "quote.no-cue/1";
    var speaker = Speaker.UNKNOWN;
    Optional<String> cue = Optional.empty();
    var at = after;
    Matcher m = CUE_FIRST.matcher(behind);
    if (m.find()) {
      rule = "quote.cue-after/1";
    } else if ((m = WHO_FIRST.matcher(behind)).find()) {
      rule = "quote.speaker-after/1";
    } else if ((m = ACCORDING.matcher(behind)).find()) {
      rule = "quote.according-to/1";
    } else {
      at = span.start() - 1 - before.length();
      m = BEFORE.matcher(before);
      rule = m.find() ? "quote.cue-before/1" : "quote.no-cue/1";
    }
    if (!rule.equals("quote.no-cue/1")) {
      speaker = speaker(span, new Span(at + m.start("who"), at + m.end("who")), role(m));
      cue = Optional.of(m.group("cue"));
      last = speaker;
    } else if (previous.isPresent() && words > 3) {
      speaker = last;
      rule = "quote.same-paragraph/1";
    } else if (words > 7) {
      rule = "quote.no-speaker/1";
    } else {
      var spoken = SPOKEN.matcher(before.substring(Math.max(0, before.lastIndexOf('.') + 1)));
      if (spoken.find() && words > 1) {
        cue = Optional.of(spoken.group());
      } else {
        var named = NAMED_AFTER.matcher(behind);
        if (words < 3 || !named.find()) {
          return Optional.empty();
        }
        speaker = speaker(span, new Span(after + named.start("who"), after + named.end("who")), Optional.of(named.group("role")));
        cue = Optional.of(named.group("cue"));
        rule = "quote.role-name-after/1";
        last = speaker;
      }
    }
    if (!closed && words < 8) {
      return Optional.empty();
    }
    var opens = before.isBlank() || ":,.!?".indexOf(before.stripTrailing().charAt(before.stripTrailing().length() - 1)) >= 0;
    var joins = rule.equals("quote.same-paragraph/1") ? previous : Optional.<Span>empty();
    return Optional.of(new Finding.Quote(span, opens ? Finding.Form.DIRECT : Finding.Form.MIXED, speaker, cue,
        Optional.empty(), joins, Optional.empty(), rule));
  }

  private static Optional<String> role(Matcher m) {
    var groups = m.namedGroups();
    for (var name : List.of("role", "role2")) {
      if (groups.containsKey(name) && m.group(name) != null) {
        return Optional.of(m.group(name).strip());
      }
    }
    return Optional.empty();
  }

  private Speaker speaker(Span quote, Span at, Optional<String> role) {
    var printed = at.in(text);
    if (printed.matches("(?i)he|she")) {
      var paragraph = text.lastIndexOf('\n', quote.start()) + 1;
      var named = FULL.matcher(text.substring(paragraph, quote.start()));
      Optional<String> nearest = Optional.empty();
      while (named.find()) {
        nearest = Optional.of(named.group()).filter(n -> !n.startsWith("The ") && !n.startsWith("White "));
      }
      if (nearest.isPresent()) {
        return new Speaker(nearest, Optional.of(at), Optional.of(SpeakerKind.PERSON), role);
      }
    }
    if (printed.matches("(?i)he|she|they|it")) {
      return new Speaker(last.name(), Optional.of(at), last.kind(), role);
    }
    if (!Character.isUpperCase(printed.charAt(0)) || printed.matches("(?i)(" + NOUN + ")")) {
      var document = printed.matches("(?i).*(memo|report|statement|letter|filing|paper|post)");
      return new Speaker(document ? Optional.of(printed) : Optional.empty(), Optional.of(at),
          Optional.of(document ? SpeakerKind.DOCUMENT : SpeakerKind.UNNAMED), role);
    }
    var bare = printed.replaceFirst("^(Mr|Mrs|Ms|Dr|Prof|Sen|Rep|President|Senator|Judge)\\.? ", "");
    var name = bare.contains(" ") ? bare : surnames.getOrDefault(bare, bare);
    var kind = name.contains(" ") ? SpeakerKind.PERSON : SpeakerKind.ORGANISATION;
    return new Speaker(Optional.of(name), Optional.of(at), Optional.of(kind), role);
  }
}
