package org.tellings.workbench;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.tellings.model.ArticleId;
import org.tellings.model.Decision;
import org.tellings.model.Edit;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Segment;
import org.tellings.model.Settlement;
import org.tellings.model.Span;
import org.tellings.model.Speaker;
import org.tellings.model.Target;
import org.tellings.model.Tie;

/// A decision taken from one copy of an article to another: the same, with every place in the text
/// where it stands there.
final class Relocating {

  /// Where things stand in the other copy; empty when they are not there.
  interface Places {
    Optional<ArticleId> article(ArticleId id);

    Optional<Span> span(ArticleId article, Span span);
  }

  /// Something has no place in the other copy.
  private static final class Nowhere extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  private final Places places;

  private Relocating(Places places) {
    this.places = places;
  }

  /// The decision in the other copy; empty when it has no place there.
  static Optional<Edit> of(Edit edit, Places places) {
    try {
      return Optional.of(new Relocating(places).edit(edit));
    } catch (Nowhere _) {
      return Optional.empty();
    }
  }

  private Edit edit(Edit edit) {
    return switch (edit) {
      case Edit.Decided d ->
          new Edit.Decided(
              finding(d.id()),
              d.before().map(one -> decision(one, d.id().article())),
              d.after().map(one -> decision(one, d.id().article())));
      case Edit.Noted n -> new Edit.Noted(target(n.id()), n.before(), n.after());
      case Edit.Named n -> new Edit.Named(finding(n.id()), n.before(), n.after());
      case Edit.Timed t -> new Edit.Timed(finding(t.id()), t.before(), t.after());
      case Edit.Coded c -> new Edit.Coded(target(c.id()), c.code(), c.coder(), c.version(), c.on());
      case Edit.Finished f -> new Edit.Finished(article(f.article()), f.coder(), f.on());
      case Edit.Tied t -> new Edit.Tied(t.before().map(this::tie), t.after().map(this::tie));
      case Edit.Settled s ->
          new Edit.Settled(s.before().map(this::settlement), s.after().map(this::settlement));
      case Edit.Defined _, Edit.Closed _, Edit.Enrolled _, Edit.Dismissed _ -> edit;
      case Edit.Described _,
          Edit.Presence _,
          Edit.LeftOut _,
          Edit.Learned _,
          Edit.Waits _,
          Edit.Reread _,
          Edit.Together _ ->
          throw new IllegalArgumentException("a pack has no such decision");
    };
  }

  private ArticleId article(ArticleId id) {
    return places.article(id).orElseThrow(Nowhere::new);
  }

  private Span span(ArticleId article, Span span) {
    return places.span(article, span).orElseThrow(Nowhere::new);
  }

  private FindingId finding(FindingId id) {
    return new FindingId(article(id.article()), id.kind(), span(id.article(), id.span()));
  }

  private Target target(Target target) {
    return switch (target) {
      case FindingId id -> finding(id);
      case Segment s -> segment(s);
    };
  }

  private Segment segment(Segment s) {
    return new Segment(article(s.article()), span(s.article(), s.span()));
  }

  private Tie tie(Tie tie) {
    return new Tie(finding(tie.one()), finding(tie.other()), tie.same());
  }

  private Settlement settlement(Settlement s) {
    return new Settlement(
        segment(s.at()),
        s.code(),
        s.as().map(as -> span(s.at().article(), as)),
        s.coder(),
        s.reason());
  }

  private Decision decision(Decision d, ArticleId article) {
    return new Decision(
        d.state(),
        finding(d.finding(), article),
        d.coder(),
        d.seen().map(seen -> finding(seen, article)));
  }

  /// What a finding names beside its own words (the speaker, a cue) is left out where it is not
  /// found; it is nothing without its own words.
  private Finding finding(Finding finding, ArticleId article) {
    var at = span(article, finding.span());
    return switch (finding) {
      case Finding.Quote q ->
          new Finding.Quote(
              at,
              q.form(),
              new Speaker(
                  q.speaker().name(),
                  beside(q.speaker().at(), article),
                  q.speaker().kind(),
                  q.speaker().role()),
              q.cue(),
              q.saidTo(),
              beside(q.joins(), article),
              beside(q.within(), article),
              q.rule());
      case Finding.Claim c ->
          new Finding.Claim(
              at, c.source(), c.stance(), cues(c.cues(), article), c.checkworthy(), c.rule());
      case Finding.Figure f ->
          new Finding.Figure(
              at,
              f.low(),
              f.high(),
              f.unit(),
              f.approximation(),
              f.change(),
              f.measures(),
              f.rule());
      case Finding.DateMention d ->
          new Finding.DateMention(at, d.value(), d.precision(), d.anchor(), d.rule());
      case Finding.Mention m -> new Finding.Mention(at, m.name(), m.type(), m.misnamed(), m.rule());
    };
  }

  private Optional<Span> beside(Optional<Span> span, ArticleId article) {
    return span.flatMap(s -> places.span(article, s));
  }

  private List<Span> cues(List<Span> cues, ArticleId article) {
    return cues.stream()
        .map(cue -> places.span(article, cue).orElse(null))
        .filter(Objects::nonNull)
        .toList();
  }
}
