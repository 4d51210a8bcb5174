package org.tellings.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.tellings.model.Article;
import org.tellings.model.Finding.Mention;
import org.tellings.model.Finding.Quote;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Span;

/// The roles of speakers that a person wrote, in place of those the machine read.
///
/// Such a role stands on its words where the article has them, nearest to where the speaker is
/// named; else on the words that it replaces; else on the name.
final class GivenRoles {

  private final Account account;
  private final List<Calling> callings;

  private GivenRoles(Account account, List<Calling> read) {
    this.account = account;
    this.callings = new ArrayList<>(read);
  }

  /// The callings that were read, with what people say instead, in order of place.
  static List<Calling> over(Account account, List<Calling> read) {
    var given = new GivenRoles(account, read);
    for (var kept : account.of(Quote.class)) {
      if (kept.isReviewed()) {
        given.take(kept, (Quote) kept.finding());
      }
    }
    given.callings.sort(Comparator.comparing(Calling::span));
    return given.callings;
  }

  private void take(Kept kept, Quote quote) {
    var before = kept.machine().map(Quote.class::cast).flatMap(q -> q.speaker().role());
    var name = quote.speaker().name();
    var role = quote.speaker().role().filter(words -> !words.isBlank());
    if (name.isEmpty() || role.equals(before)) {
      return;
    }
    var near = quote.speaker().at().orElse(quote.span());
    var replaced =
        before.flatMap(
            words ->
                callings.stream()
                    .filter(one -> isOf(one, name.get()) && isAlike(one.words(), words))
                    .min(nearest(near)));
    replaced.ifPresent(callings::remove);
    role.map(words -> given(name.get(), words.strip(), near, replaced))
        .filter(calling -> callings.stream().noneMatch(calling::equals))
        .ifPresent(callings::add);
  }

  private static Comparator<Calling> nearest(Span near) {
    return Comparator.comparingInt(one -> Math.abs(one.span().start() - near.start()));
  }

  private static boolean isOf(Calling calling, String name) {
    return calling.person().equals(name)
        || calling.person().endsWith(" " + name)
        || name.endsWith(" " + calling.person());
  }

  /// Whether one is the other, or more of it.
  private static boolean isAlike(String one, String other) {
    var a = one.toLowerCase(Locale.ROOT);
    var b = other.toLowerCase(Locale.ROOT);
    return a.contains(b) || b.contains(a);
  }

  private Calling given(String person, String role, Span near, Optional<Calling> replaced) {
    var printed = printed(role, near);
    if (printed.isPresent()) {
      return new CallingReader(account, account.prose()).given(person, printed.get());
    }
    var alone = alone(role);
    return new CallingReader(alone, alone.prose())
        .given(person, new Span(0, role.length()))
        .at(replaced.map(Calling::span).orElse(near), role);
  }

  private Optional<Span> printed(String role, Span near) {
    var text = account.article().text().toLowerCase(Locale.ROOT);
    var words = role.toLowerCase(Locale.ROOT);
    if (text.length() != account.article().text().length()) {
      return Optional.empty(); // a letter became two: places would not be those of the text
    }
    return whole(text, words)
        .boxed()
        .min(Comparator.comparingInt(at -> Math.abs(at - near.start())))
        .map(at -> new Span(at, at + role.length()));
  }

  /// Where the words stand in a text, beginning and ending where words do.
  private static IntStream whole(String text, String words) {
    return IntStream.iterate(text.indexOf(words), at -> at >= 0, at -> text.indexOf(words, at + 1))
        .filter(at -> Direction.isWord(text, at, at + words.length()));
  }

  /// The words by themselves, with the names that the article has for them.
  private Account alone(String role) {
    var article = Article.of("", Heading.NONE, role, List.of());
    List<Kept> names = new ArrayList<>();
    for (var kept : account.of(Mention.class)) {
      var name = account.text(kept);
      var at = whole(role, name).findFirst();
      if (at.isPresent() && kept.finding() instanceof Mention m) {
        var span = new Span(at.getAsInt(), at.getAsInt() + name.length());
        if (names.stream().noneMatch(other -> other.finding().span().overlaps(span))) {
          names.add(
              new Kept(
                  new FindingId(article.id(), Kind.ENTITY, span),
                  kept.state(),
                  new Mention(span, m.name(), m.type(), m.misnamed(), m.rule()),
                  Optional.empty(),
                  "",
                  List.of()));
        }
      }
    }
    names.sort(Comparator.comparing(kept -> kept.finding().span()));
    return new Account(article, names);
  }
}
