package org.tellings.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tellings.compare.Prose.Sentence;
import org.tellings.model.Finding.Claim;
import org.tellings.model.Finding.Quote;
import org.tellings.model.FindingId;
import org.tellings.model.Span;
import org.tellings.model.Speaker.SpeakerKind;

/// Reads where an article says from whom it has something, sentence by sentence. Which names are
/// outlets is not decided here. Looks only at sentences of at most 1,500 characters that hold a
/// word of handing on.
final class CreditReader {

  /// Somebody to whom a sentence gives what it tells. `told`: only an outlet counts here.
  record Credit(String name, Chain.Kind kind, Span span, boolean told, Optional<Chain.Ends> end) {}

  /// A sentence with its credits in order, its plain words, the findings that tell it, and who
  /// speaks in it.
  record Trail(
      Span sentence,
      int paragraph,
      List<Credit> credits,
      Set<String> stems,
      List<FindingId> findings,
      Optional<Credit> speaker) {}

  private static final String NAME =
      "(?:[Tt]he\\ )?\\p{Lu}[\\p{L}\\d’'.-]*+(?:\\ (?:&\\ |of\\ |and\\ (?=\\p{Lu}))?"
          + "\\p{Lu}[\\p{L}\\d’'-]*+){0,4}";

  private static final String PAPER =
      "(?:[Tt]he|[Tt]hat|[Tt]his)\\ (?:paper|newspaper|agency|report|site|broadcaster|magazine)";

  private static final Pattern SUBJECT =
      Pattern.compile(
          "(?<name>"
              + PAPER
              + "|"
              + NAME
              + "|\\b[Ww]e\\b|\\bit\\b)"
              + "(?:,\\ (?:citing|quoting)\\ [^,]{3,60},)?"
              + "\\ (?:(?:has|had|is|was|have|first|also|later)\\ ){0,2}"
              + "(?<verb>report(?:ed|s|ing)|said|says|wrote|writes|claim(?:ed|s)"
              + "|quoted|cited|quotes|cites)\\b",
          Pattern.COMMENTS);

  private static final Pattern OBJECT =
      Pattern.compile(
          "\\b(?<cue>according\\ to|citing|cited|cites|quoting|quoted|quotes|ha[ds]\\ it\\ from"
              + "|(?:first\\ )?reported\\ by|told)"
              + "\\ (?:(?:a|the)\\ reports?\\ (?:by|in|from)\\ )?"
              + "(?<name>"
              + PAPER
              + "|"
              + NAME
              + "|\\p{Ll}[^,.;:“”\"(]{2,80})",
          Pattern.COMMENTS);

  /// Something that is handed on by nobody.
  private static final Pattern NOBODY =
      Pattern.compile(
          "\\b[Ii]t\\ (?:(?:is|was|has\\ been|is\\ being)\\ (?:widely\\ )?"
              + "(?:understood|reported|rumou?red|claimed|alleged|said)"
              + "|(?:has\\ |had\\ )?(?:now\\ |since\\ |later\\ )?emerged)(?=\\ that\\b)",
          Pattern.COMMENTS);

  private static final List<String> SIGNS =
      List.of(
          "report", "cit", "according to", "quot", "it from", "told", "said", "says", "wr", "cl");

  private static final Pattern DOCUMENT =
      Pattern.compile(
          "\\b(?:memo|letter|filing|documents?|e-?mails?|statement|study|papers|record|minutes"
              + "|report|post|transcript)\\b");

  private final Account account;
  private final Prose prose;
  private final Footing footing;
  private final String text;

  CreditReader(Account account, Prose prose, Footing footing) {
    this.account = account;
    this.prose = prose;
    this.footing = footing;
    this.text = account.article().text();
  }

  /// Sentences that give a credit or let somebody speak, in order.
  List<Trail> read() {
    List<Trail> trails = new ArrayList<>();
    for (var sentence : prose.sentences()) {
      var trail = trail(sentence);
      if (!trail.credits().isEmpty()
          || trail.speaker().isPresent()
          || !trail.findings().isEmpty()) {
        trails.add(trail);
      }
    }
    return trails;
  }

  private Trail trail(Sentence sentence) {
    List<FindingId> findings = new ArrayList<>();
    Optional<Credit> speaker = Optional.empty();
    for (var kept : account.findings()) {
      if (!sentence.span().overlaps(kept.finding().span())) {
        continue;
      }
      if (kept.finding() instanceof Quote quote) {
        findings.add(kept.id());
        speaker = speaker.or(() -> speaker(kept.id(), quote));
      } else if (kept.finding() instanceof Claim) {
        findings.add(kept.id());
      }
    }
    Set<String> stems = new HashSet<>();
    for (var word : sentence.words()) {
      if (!Spelling.isFunction(word.low())) {
        stems.add(word.stem());
      }
    }
    var credits = credits(sentence);
    if (credits.isEmpty() && speaker.isEmpty()) {
      credits = nobody(sentence);
    }
    return new Trail(
        sentence.span(),
        text.lastIndexOf('\n', sentence.span().start() - 1),
        List.copyOf(credits),
        InOrder.of(stems),
        List.copyOf(findings),
        speaker);
  }

  /// “It is understood that …”: words that name nobody, where nothing else in the sentence does.
  private List<Credit> nobody(Sentence sentence) {
    var part = sentence.span().in(text);
    if (part.length() > 1500
        || !part.contains("t is ")
            && !part.contains("t was ")
            && !part.contains("t has ")
            && !part.contains("emerged")) {
      return List.of();
    }
    var matcher = NOBODY.matcher(part);
    var off = sentence.span().start();
    return matcher.find() && !isQuoted(off + matcher.start())
        ? List.of(
            new Credit(
                matcher.group(),
                Chain.Kind.SAID,
                new Span(off + matcher.start(), off + matcher.end()),
                false,
                Optional.of(Chain.Ends.DANGLING)))
        : List.of();
  }

  private Optional<Credit> speaker(FindingId id, Quote quote) {
    var at = quote.speaker().at();
    if (at.isEmpty()) {
      return Optional.empty();
    }
    var unnamed = footing.unnamed().get(id);
    if (unnamed != null) {
      var sighting = footing.sightings().get(unnamed);
      return Optional.of(
          new Credit(
              sighting.text(), Chain.Kind.SAID, at.get(), false, Optional.of(Chain.Ends.UNNAMED)));
    }
    var paper = quote.speaker().kind().equals(Optional.of(SpeakerKind.DOCUMENT));
    return quote
        .speaker()
        .name()
        .map(
            name ->
                new Credit(
                    name,
                    Chain.Kind.SAID,
                    at.get(),
                    false,
                    Optional.of(paper ? Chain.Ends.DOCUMENT : Chain.Ends.NAMED)));
  }

  private List<Credit> credits(Sentence sentence) {
    var part = sentence.span().in(text);
    if (part.length() > 1500 || SIGNS.stream().noneMatch(part::contains)) {
      return List.of();
    }
    var off = sentence.span().start();
    List<Credit> credits = new ArrayList<>();
    var subject = SUBJECT.matcher(part);
    while (subject.find()) {
      if (!isQuoted(off + subject.start())) {
        credits.add(
            new Credit(
                subject.group("name"),
                Chain.Kind.REPORTS,
                new Span(off + subject.start(), off + subject.end()),
                false,
                Optional.empty()));
      }
    }
    var object = OBJECT.matcher(part);
    while (object.find()) {
      var name = new Span(off + object.start("name"), off + object.end("name"));
      var ends = isPlain(name.in(text)) ? end(name) : Optional.of(name);
      if (ends.isPresent() && !isQuoted(off + object.start())) {
        var told = object.group("cue").equals("told");
        credits.add(credit(ends.get(), off + object.start(), told));
      }
    }
    credits.sort(Comparator.comparing((Credit c) -> c.span().start()));
    return credits;
  }

  private boolean isQuoted(int offset) {
    return account.of(Quote.class).stream()
        .map(kept -> (Quote) kept.finding())
        .anyMatch(
            q ->
                q.form() != org.tellings.model.Finding.Form.INDIRECT
                    && q.span().start() <= offset
                    && offset < q.span().end());
  }

  private Credit credit(Span name, int start, boolean told) {
    var words = name.in(text);
    Optional<Chain.Ends> end = Optional.empty();
    if (sighting(name).isPresent()) {
      end = Optional.of(Chain.Ends.UNNAMED);
    } else if (Character.isLowerCase(words.charAt(0))
        && !words.matches(PAPER.replace("\\ ", " "))) {
      end = Optional.of(Chain.Ends.DOCUMENT);
    }
    return new Credit(words, Chain.Kind.CITES, new Span(start, name.end()), told, end);
  }

  /// Whether words begin small, “the” before a name not counted.
  private static boolean isPlain(String words) {
    var lead = words.startsWith("the ") && words.length() > 4 ? 4 : 0;
    return Character.isLowerCase(words.charAt(lead));
  }

  private Optional<Span> sighting(Span at) {
    return footing.sightings().stream()
        .map(Sighting::span)
        .filter(span -> span.start() == at.start() || at.contains(span))
        .findFirst();
  }

  /// Where lower-case words for a source end; empty when they are none.
  private Optional<Span> end(Span name) {
    var words = name.in(text);
    if (words.matches(PAPER.replace("\\ ", " ") + ".*")) {
      var blank = words.indexOf(' ', words.indexOf(' ') + 1);
      return Optional.of(new Span(name.start(), blank < 0 ? name.end() : name.start() + blank));
    }
    var sighting = sighting(name);
    if (sighting.isPresent()) {
      return sighting;
    }
    return DOCUMENT.matcher(words.toLowerCase(Locale.ROOT)).find()
        ? Optional.of(name)
        : Optional.empty();
  }
}
