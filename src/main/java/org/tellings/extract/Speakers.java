package org.tellings.extract;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Attribution.Told;
import org.tellings.extract.Lexicon.Sort;
import org.tellings.extract.Outline.Phrase;
import org.tellings.model.Finding.EntityType;
import org.tellings.model.Finding.Mention;
import org.tellings.model.Span;
import org.tellings.model.Speaker;
import org.tellings.model.Speaker.SpeakerKind;

/// Who a speaker's phrase means. Remembers who spoke last, so it reads a text from its beginning.
///
/// For one text and one thread.
final class Speakers {

  private static final int FAR = 2500;

  private final List<Mention> mentions;
  private final Words words;

  /// Where each name stands first.
  private final Map<String, Integer> firsts = new HashMap<>();

  private Speaker last = Speaker.UNKNOWN;

  /// Where the one stands who spoke last, if the article has no name for that one; else -1.
  private int unnamed = -1;

  /// Full names found only as speakers, by surname in lower case; the one that spoke last counts.
  private final Map<String, String> unlisted = new HashMap<>();

  Speakers(Reading reading) {
    mentions = reading.mentions;
    words = reading.words;
    mentions.forEach(mention -> firsts.putIfAbsent(mention.name(), mention.span().start()));
  }

  /// Remembers a speaker for the pronouns that follow.
  void spoke(Speaker speaker) {
    if (speaker.name().isPresent()) {
      last = speaker;
      unnamed = -1;
    } else {
      unnamed = speaker.at().filter(at -> isOne(speaker, at)).map(Span::start).orElse(unnamed);
    }
  }

  /// One person without a name: “the owner”, “a former fitter”, but not “officials”.
  private boolean isOne(Speaker speaker, Span at) {
    var first = words.at(at.start());
    return !at.in(words.text).endsWith("s")
        && (speaker.kind().equals(Optional.of(SpeakerKind.UNNAMED))
            || speaker.kind().isEmpty() && (words.is(first, "a") || words.is(first, "an")));
  }

  Speaker of(Told told) {
    var outline = told.outline();
    var who = told.who();
    var role = role(outline, told);
    var at = outline.span(who.nameFrom(), who.nameTo());
    return switch (who.head()) {
      case NAME -> named(outline, who, at, role);
      case PRONOUN -> pronoun(outline, who, at, role);
      case PERSON, PEOPLE ->
          new Speaker(Optional.empty(), Optional.of(at), Optional.of(SpeakerKind.UNNAMED), role);
      case PAPER ->
          new Speaker(
              Optional.of(at.in(words.text)),
              Optional.of(at),
              Optional.of(SpeakerKind.DOCUMENT),
              role);
      case BODY -> body(at, role);
      case OTHER -> new Speaker(Optional.empty(), Optional.of(at), Optional.empty(), role);
    };
  }

  private static Optional<String> role(Outline outline, Told told) {
    var who = told.who();
    var text = outline.words.text;
    if (told.roleFrom() >= 0 && who.isNamed()) {
      return Optional.of(outline.span(told.roleFrom(), told.roleTo()).in(text));
    }
    if (who.isNamed() && who.nameFrom() > who.from()) {
      var from = wider(outline, who.from());
      var to = who.nameFrom();
      if (to - from == 1 && outline.isAny(from, Sort.COURTESY.bit | Sort.ARTICLE.bit)) {
        return Optional.empty();
      }
      return Optional.of(outline.span(from, to).in(text));
    }
    return Optional.empty();
  }

  /// Past the plain words before a role back to the comma or the beginning: “…, transport chief”.
  private static int wider(Outline outline, int from) {
    var p = from;
    while (p > outline.sentence(from) && from - p < 3 && isPlain(outline, p - 1)) {
      p--;
    }
    return p < from && (p == outline.sentence(from) || outline.mark(p - 1) == ',') ? p : from;
  }

  private static boolean isPlain(Outline outline, int p) {
    var t = outline.token(p);
    return t >= 0
        && outline.words.isWord(t)
        && Character.isLowerCase(outline.words.text.charAt(outline.words.start(t)))
        && Lexicon.sorts(outline.words.low(t)) == 0;
  }

  private Speaker named(Outline outline, Phrase who, Span at, Optional<String> role) {
    var mention = outline.mention(who.nameFrom());
    if (mention == null) {
      var camel = at.in(words.text).chars().skip(1).anyMatch(Character::isUpperCase);
      var person = who.nameTo() - who.nameFrom() > 1 && !camel || isTitled(outline, who);
      var printed = at.in(words.text);
      var surname = printed.substring(printed.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
      var full = printed.contains(" ") ? null : unlisted.get(surname);
      if (printed.contains(" ")) {
        unlisted.put(surname, printed);
      }
      return new Speaker(
          Optional.of(full == null ? printed : full),
          Optional.of(at),
          person ? Optional.of(SpeakerKind.PERSON) : Optional.empty(),
          role);
    }
    Optional<SpeakerKind> kind =
        switch (mention.type()) {
          case PERSON -> Optional.of(SpeakerKind.PERSON);
          case ORGANISATION, PLACE, PRODUCT -> Optional.of(SpeakerKind.ORGANISATION);
          case WORK, LAW -> Optional.of(SpeakerKind.DOCUMENT);
          case EVENT -> Optional.empty();
        };
    return new Speaker(Optional.of(mention.name()), Optional.of(mention.span()), kind, role);
  }

  private static boolean isTitled(Outline outline, Phrase who) {
    return who.nameFrom() > who.from()
        && outline.isAny(who.nameFrom() - 1, Sort.TITLES.bit | Sort.PERSON.bit);
  }

  private Speaker pronoun(Outline outline, Phrase who, Span at, Optional<String> role) {
    var man = outline.is(who.from(), "he") || outline.is(who.from(), "his");
    if (man || outline.is(who.from(), "she") || outline.is(who.from(), "her")) {
      var sort = man ? Sort.MAN : Sort.WOMAN;
      return new Speaker(
          person(outline, at.start(), sort),
          Optional.of(at),
          Optional.of(SpeakerKind.PERSON),
          role);
    }
    if ((outline.is(who.from(), "it") || outline.is(who.from(), "its"))
        && last.kind().filter(kind -> kind != SpeakerKind.PERSON).isPresent()) {
      return new Speaker(last.name(), Optional.of(at), last.kind(), role);
    }
    return new Speaker(Optional.empty(), Optional.of(at), Optional.empty(), role);
  }

  /// The man or woman a pronoun at `offset` means: the one named last in its paragraph, at the
  /// beginning of a sentence if there is one; else who spoke last; else the one named last before.
  private Optional<String> person(Outline outline, int offset, Sort sort) {
    var paragraph = outline.start(0);
    @Nullable Mention nearest = null;
    @Nullable Mention earlier = null;
    @Nullable Mention introduced = null;
    for (var i = index(offset) - 1; i >= 0; i--) {
      var mention = mentions.get(i);
      if (offset - mention.span().start() > FAR) {
        break;
      }
      if (unnamed >= paragraph && mention.span().start() < unnamed) {
        return Optional.empty(); // a former fitter said so; he said …
      }
      if (mention.type() != EntityType.PERSON || !MentionExtractor.has(mention.name(), sort)) {
        continue;
      }
      if (mention.span().start() < paragraph) {
        if (earlier == null && isIntroduced(mention, paragraph)) {
          introduced = mention;
        }
        earlier = earlier == null ? mention : earlier;
        if (isFirst(mention)) {
          if (mention != introduced && isParagraphBefore(mention.span().end(), paragraph)) {
            introduced = null;
          }
          earlier = mention;
          break;
        }
      } else if (!isQuoted(outline, mention)) {
        if (isFirst(mention)) {
          return Optional.of(mention.name());
        }
        nearest = nearest == null ? mention : nearest;
      }
    }
    if (nearest != null) {
      return Optional.of(nearest.name());
    }
    if (introduced != null) {
      return Optional.of(introduced.name());
    }
    if (last.kind().equals(Optional.of(SpeakerKind.PERSON))
        && last.name().filter(name -> MentionExtractor.has(name, sort)).isPresent()) {
      return last.name();
    }
    return Optional.ofNullable(earlier).map(Mention::name);
  }

  /// Whether the paragraph before brings a person in, by full name and the first time.
  private boolean isIntroduced(Mention mention, int paragraph) {
    var at = mention.span();
    return at.in(words.text).contains(" ")
        && isParagraphBefore(at.end(), paragraph)
        && Objects.equals(firsts.get(mention.name()), at.start());
  }

  private boolean isParagraphBefore(int from, int paragraph) {
    var end = words.text.indexOf('\n', from);
    return end >= 0 && end < paragraph && words.text.substring(end, paragraph).isBlank();
  }

  private int index(int offset) {
    var low = 0;
    var high = mentions.size();
    while (low < high) {
      var middle = (low + high) / 2;
      if (mentions.get(middle).span().start() < offset) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    return low;
  }

  /// Whether a sentence or a line begins with the mention, its title not counted.
  private boolean isFirst(Mention mention) {
    var t = words.at(mention.span().start()) - 1;
    while (t >= 0 && words.isAny(t, Sort.TITLES.bit | Sort.COURTESY.bit)) {
      t--;
    }
    return t < 0 || Sentences.ends(words, t);
  }

  private static boolean isQuoted(Outline outline, Mention mention) {
    for (var quote : outline.quotes) {
      if (quote.span().contains(mention.span())) {
        return true;
      }
    }
    return false;
  }

  /// “the company”: the organisation that spoke last, else the one named last, if one is near.
  private Speaker body(Span at, Optional<String> role) {
    var kind = Optional.of(SpeakerKind.ORGANISATION);
    if (!at.in(words.text).startsWith("the ") && !at.in(words.text).startsWith("The ")) {
      return new Speaker(Optional.empty(), Optional.of(at), kind, role);
    }
    var noun = at.in(words.text).substring(at.in(words.text).lastIndexOf(' ') + 1);
    if (last.kind().equals(kind)
        && last.name().filter(name -> Bodies.mayBe(name, noun)).isPresent()) {
      return new Speaker(last.name(), Optional.of(at), kind, role);
    }
    for (var i = index(at.start()) - 1; i >= 0; i--) {
      var mention = mentions.get(i);
      if (at.start() - mention.span().start() > 300) {
        break;
      }
      if (mention.type() == EntityType.ORGANISATION && Bodies.mayBe(mention.name(), noun)) {
        return new Speaker(Optional.of(mention.name()), Optional.of(at), kind, role);
      }
    }
    return new Speaker(Optional.empty(), Optional.of(at), kind, role);
  }
}
