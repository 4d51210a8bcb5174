package org.tellings.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Coding;
import org.tellings.model.Decision;
import org.tellings.model.Edit;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Removed;
import org.tellings.model.Segment;
import org.tellings.model.Span;
import org.tellings.model.Speaker;
import org.tellings.model.State;
import org.tellings.model.Target;
import org.tellings.model.Tie;
import org.tellings.store.Found;
import org.tellings.store.Library;

/// A part that was left out of an article, put back where it stood: another article, since a text
/// never changes, with what people decided on the characters that both have.
final class Parts {

  private final Article former;
  private final int place;
  private final int length;
  private final Article fresh;

  private Parts(Article former, int index) {
    var part = former.removed().get(index);
    var text = former.text();
    this.former = former;
    this.place = Math.min(part.at(), text.length());
    this.length = part.text().length() + 2;
    this.fresh =
        Article.of(
            former.file(),
            former.heading(),
            place == 0
                ? part.text() + "\n\n" + text
                : text.substring(0, place) + "\n\n" + part.text() + text.substring(place),
            removed(index));
  }

  /// What became of it: the article that has the part, and the findings that people worked on which
  /// have no place in it.
  record Done(Article article, Edit edit, List<Target> left) {}

  /// Keeps the article with part `index` (from 0) of `removed()` in the library, and says which
  /// edit puts it in the former's place. Only inside [Library#together].
  static Done putBack(Library library, ArticleId id, int index) {
    var former =
        library
            .article(id)
            .filter(a -> library.has(id))
            .orElseThrow(() -> new IllegalArgumentException("there is no article " + id));
    if (index < 0 || index >= former.removed().size()) {
      throw new IllegalArgumentException(
          "there is no part "
              + (index + 1)
              + ": "
              + former.removed().size()
              + (former.removed().size() == 1 ? " was" : " were")
              + " left out of this article");
    }
    return new Parts(former, index).kept(library);
  }

  private Done kept(Library library) {
    var found = Found.of(Extractors.extractAll(fresh));
    var saved = library.save(fresh, found);
    if (saved.isEmpty()) {
      throw new IllegalArgumentException(
          "the text with this part in it is there already, as article " + fresh.id());
    }
    library.copies().share(former.id(), fresh.id());
    Set<FindingId> names = new HashSet<>();
    found.findings().forEach(f -> names.add(new FindingId(fresh.id(), f.kind(), f.span())));
    var said = library.ties();
    var labels = library.labels();
    var timings = library.timings();
    Set<FindingId> tied = new HashSet<>();
    said.forEach(tie -> tied.addAll(List.of(tie.one(), tie.other())));
    Map<FindingId, FindingId> now = new HashMap<>();
    List<Edit> edits = new ArrayList<>();
    List<Target> left = new ArrayList<>();
    edits.add(new Edit.Presence(List.of(former.id()), false));
    edits.add(new Edit.Presence(List.of(fresh.id()), true));
    var heading = saved.get().article().heading(); // the one it had, when it was there before
    if (!heading.equals(former.heading())) {
      edits.add(new Edit.Described(fresh.id(), heading, former.heading()));
    }
    for (var one : library.findings(former.id())) {
      var id = one.id();
      if (isWorkedOn(one)
          || tied.contains(id)
          || labels.containsKey(id)
          || timings.containsKey(id)) {
        var name = name(library, one, names);
        name.ifPresentOrElse(to -> edits.addAll(along(library, one, to)), () -> left.add(id));
        name.ifPresent(to -> now.put(id, to));
      }
    }
    now.forEach(
        (id, to) ->
            Optional.ofNullable(labels.get(id))
                .ifPresent(label -> edits.add(new Edit.Named(to, "", label))));
    now.forEach(
        (id, to) ->
            Optional.ofNullable(timings.get(id))
                .ifPresent(when -> edits.add(new Edit.Timed(to, "", when))));
    for (var tie : said) {
      var one = now.getOrDefault(tie.one(), tie.one());
      var other = now.getOrDefault(tie.other(), tie.other());
      var isOurs = now.containsKey(tie.one()) || now.containsKey(tie.other());
      if (isOurs && !left.contains(one) && !left.contains(other)) {
        edits.add(new Edit.Tied(Optional.empty(), Optional.of(new Tie(one, other, tie.same()))));
      }
    }
    var worked = library.codings();
    for (var coding : worked.of(former.id())) {
      if (coding.target() instanceof Segment segment) {
        moved(segment.span())
            .map(span -> new Segment(fresh.id(), span))
            .ifPresentOrElse(to -> edits.add(coded(coding, to)), () -> left.add(segment));
      }
    }
    worked
        .notes(former.id())
        .forEach(
            (segment, note) ->
                moved(segment.span())
                    .map(span -> new Segment(fresh.id(), span))
                    .ifPresentOrElse(
                        to -> edits.add(new Edit.Noted(to, "", note)), () -> left.add(segment)));
    worked.finished().stream()
        .filter(done -> done.article().equals(former.id()))
        .forEach(done -> edits.add(new Edit.Finished(fresh.id(), done.coder(), true)));
    return new Done(fresh, new Edit.Together("Put back", edits), left.stream().distinct().toList());
  }

  private static boolean isWorkedOn(Kept one) {
    return one.state() != State.MACHINE || !one.note().isEmpty() || !one.codes().isEmpty();
  }

  /// What a finding is called in the other text; empty when its characters are not together there,
  /// or nothing is found on them that could bear what people did.
  private Optional<FindingId> name(Library library, Kept one, Set<FindingId> found) {
    return moved(one.id().span())
        .filter(_ -> moved(one.finding().span()).isPresent())
        .map(span -> new FindingId(fresh.id(), one.id().kind(), span))
        .filter(name -> library.decision(one.id()).isPresent() || found.contains(name));
  }

  /// What people did with a finding, on the same characters of the other text.
  private List<Edit> along(Library library, Kept one, FindingId name) {
    List<Edit> edits = new ArrayList<>();
    library
        .decision(one.id())
        .ifPresent(
            d ->
                edits.add(
                    new Edit.Decided(
                        name,
                        library.decision(name),
                        moved(one.finding())
                            .map(
                                finding ->
                                    new Decision(
                                        d.state(),
                                        finding,
                                        d.coder(),
                                        d.seen().flatMap(this::moved))))));
    if (!one.note().isEmpty()) {
      edits.add(new Edit.Noted(name, "", one.note()));
    }
    library.codings().of(former.id()).stream()
        .filter(coding -> coding.target().equals(one.id()))
        .forEach(coding -> edits.add(coded(coding, name)));
    return edits;
  }

  private static Edit coded(Coding coding, Target on) {
    return new Edit.Coded(new Coding(on, coding.code(), coding.coder(), coding.version()), true);
  }

  /// The same characters in the text with the part; empty when the part parts them.
  private Optional<Span> moved(Span span) {
    if (span.end() <= place) {
      return Optional.of(span);
    }
    return span.start() >= place
        ? Optional.of(new Span(span.start() + length, span.end() + length))
        : Optional.empty();
  }

  /// A finding with every place in it moved; empty when its own characters are parted. A place it
  /// only leans on is forgotten when that is parted.
  private Optional<Finding> moved(Finding finding) {
    return moved(finding.span()).map(span -> on(span, finding));
  }

  private Finding on(Span span, Finding finding) {
    return switch (finding) {
      case Finding.Quote q ->
          new Finding.Quote(
              span,
              q.form(),
              new Speaker(
                  q.speaker().name(),
                  q.speaker().at().flatMap(this::moved),
                  q.speaker().kind(),
                  q.speaker().role()),
              q.cue(),
              q.saidTo(),
              q.joins().flatMap(this::moved),
              q.within().flatMap(this::moved),
              q.rule());
      case Finding.Claim c ->
          new Finding.Claim(
              span,
              c.source(),
              c.stance(),
              c.cues().stream().flatMap(cue -> moved(cue).stream()).toList(),
              c.checkworthy(),
              c.rule());
      case Finding.Figure f ->
          new Finding.Figure(
              span,
              f.low(),
              f.high(),
              f.unit(),
              f.approximation(),
              f.change(),
              f.measures(),
              f.rule());
      case Finding.DateMention d ->
          new Finding.DateMention(span, d.value(), d.precision(), d.anchor(), d.rule());
      case Finding.Mention m ->
          new Finding.Mention(span, m.name(), m.type(), m.misnamed(), m.rule());
    };
  }

  /// The other parts, where they now stand.
  private List<Removed> removed(int index) {
    List<Removed> others = new ArrayList<>();
    for (var i = 0; i < former.removed().size(); i++) {
      var one = former.removed().get(i);
      var isBefore = one.at() < place || one.at() == place && i < index;
      var by = place == 0 && one.at() == 0 ? length - 2 : length;
      if (i != index) {
        others.add(isBefore ? one : new Removed(one.text(), one.rule(), one.at() + by));
      }
    }
    return others;
  }
}
