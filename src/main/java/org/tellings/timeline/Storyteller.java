package org.tellings.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tellings.compare.Account;
import org.tellings.compare.Comparison;
import org.tellings.compare.Telling;
import org.tellings.model.ArticleId;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Kind;
import org.tellings.model.Span;
import org.tellings.timeline.StoryPage.Cite;
import org.tellings.timeline.StoryPage.Line;
import org.tellings.timeline.StoryPage.Look;
import org.tellings.timeline.StoryPage.Piece;
import org.tellings.timeline.StoryPage.Source;

/// Writes the page of one event.
///
/// What a person wrote of a thing comes first, in the order of the findings it was written on. Of
/// everything else that was confirmed, the sentence is told as one outlet prints it, once.
final class Storyteller {

  private static final int LINES_IN_PARAGRAPH = 3;
  private static final int MOST_EXCERPTS = 3;
  private static final Pattern MARKED = Pattern.compile("[“\"](?<words>[^“”\"]{1,600})[”\"]");

  private final Event event;
  private final List<Telling> items;
  private final Map<ArticleId, Account> accounts = new HashMap<>();
  private final Comparison comparison;
  private final Map<FindingId, String> names;
  private final Glossary glossary;
  private final Set<Term> explained = new LinkedHashSet<>();
  private final Set<String> shown = new HashSet<>();

  /// `items` are the confirmed quotes, claims and figures of the page, in the order printed.
  Storyteller(
      Event event,
      List<Telling> items,
      List<Account> accounts,
      Comparison comparison,
      Map<FindingId, String> names,
      Glossary glossary) {
    this.event = event;
    this.items = items;
    accounts.forEach(account -> this.accounts.put(account.article().id(), account));
    this.comparison = comparison;
    this.names = names;
    this.glossary = glossary;
  }

  StoryPage page() {
    var groups = groups();
    var written = written(groups);
    List<List<Line>> body = new ArrayList<>();
    for (var i = 0; i < written.size(); i += LINES_IN_PARAGRAPH) {
      body.add(explained(written.subList(i, Math.min(written.size(), i + LINES_IN_PARAGRAPH))));
    }
    if (written.isEmpty()) {
      body.add(explained(List.of(opening())));
    } else {
      // the sentences it was written on, and those of the event, are told by it
      event.tellings().forEach(told -> shown.add(key(told.dating())));
      groups.stream()
          .filter(group -> nameOf(group).isPresent())
          .forEach(group -> group.forEach(item -> shown.add(key(item))));
    }
    for (var group : groups) {
      if (nameOf(group).isEmpty()) {
        printed(group).ifPresent(line -> body.add(explained(List.of(line))));
      }
    }
    var accord = new Accord(event, items, comparison);
    return new StoryPage(
        event.tellings().getFirst().dating().kept().id(),
        event.when(),
        event.mode(),
        event.title(),
        body,
        explained(accord.agreed()),
        explained(accord.differing()),
        sources(),
        List.copyOf(explained));
  }

  // -- what is told of one thing --

  /// The items, those of one thing together, in the order of the first.
  private List<List<Telling>> groups() {
    Map<FindingId, String> things = new HashMap<>();
    comparison
        .utterances()
        .forEach(
            u ->
                u.tellings()
                    .forEach(w -> w.parts().forEach(part -> things.put(part.kept().id(), u.id()))));
    comparison
        .propositions()
        .forEach(p -> p.tellings().forEach(s -> things.put(s.telling().kept().id(), p.id())));
    comparison
        .quantities()
        .forEach(q -> q.tellings().forEach(s -> things.put(s.telling().kept().id(), q.id())));
    Map<String, List<Telling>> groups = new LinkedHashMap<>();
    for (var item : items) {
      var thing = things.getOrDefault(item.kept().id(), item.kept().id().toString());
      groups.computeIfAbsent(thing, _ -> new ArrayList<>()).add(item);
    }
    return List.copyOf(groups.values());
  }

  private Optional<Telling> nameOf(List<Telling> group) {
    return group.stream().filter(item -> names.containsKey(item.kept().id())).findFirst();
  }

  /// What people wrote, each text once, with all that it rests on.
  private List<Line> written(List<List<Telling>> groups) {
    Map<String, List<Telling>> texts = new LinkedHashMap<>();
    groups.stream()
        .filter(group -> nameOf(group).isPresent())
        .sorted(Comparator.comparing(group -> nameOf(group).orElseThrow(), Telling.EARLIEST))
        .forEach(
            group ->
                texts
                    .computeIfAbsent(
                        names.getOrDefault(nameOf(group).orElseThrow().kept().id(), ""),
                        _ -> new ArrayList<>())
                    .addAll(group));
    List<Line> lines = new ArrayList<>();
    texts.forEach((text, on) -> lines.add(new Line(pieces(text, on), cites(on), true)));
    return lines;
  }

  /// A person's own words, in which what stands between marks and in the articles is theirs.
  private List<Piece> pieces(String text, List<Telling> on) {
    List<Piece> pieces = new ArrayList<>();
    var m = MARKED.matcher(text);
    var from = 0;
    while (m.find()) {
      var theirs = theirs(m.group("words"), m.group(), on);
      if (theirs.isPresent()) {
        if (m.start() > from) {
          pieces.add(Piece.ours(text.substring(from, m.start())));
        }
        pieces.add(theirs.get());
        from = m.end();
      }
    }
    if (from < text.length()) {
      pieces.add(Piece.ours(text.substring(from)));
    }
    return pieces;
  }

  private Optional<Piece> theirs(String words, String marked, List<Telling> on) {
    List<Telling> all = new ArrayList<>(on);
    all.addAll(items);
    return all.stream()
        .filter(item -> has(item.text(), words))
        .findFirst()
        .map(item -> new Piece(marked, look(item), Optional.of(item.kept().id()), Optional.empty()))
        .or(
            () ->
                all.stream()
                    .filter(item -> has(text(item, sentence(item)), words))
                    .findFirst()
                    .map(
                        item ->
                            new Piece(
                                marked,
                                Look.PRINTED,
                                Optional.of(item.kept().id()),
                                Optional.empty())));
  }

  /// Whether a text has these words; the first letter may be small or large.
  private static boolean has(String text, String words) {
    var from = plain(text);
    var sought = plain(words);
    var rest = sought.substring(Math.min(1, sought.length()));
    var at = from.indexOf(rest, 1);
    while (at > 0 && !from.regionMatches(true, at - 1, sought, 0, 1)) {
      at = from.indexOf(rest, at + 1);
    }
    return at > 0 || from.startsWith(sought);
  }

  private static String plain(String text) {
    return text.replaceAll("[‘’]", "'").replaceAll("[“”]", "\"").replaceAll("\\s+", " ").strip();
  }

  /// The sentence of the first telling of the event.
  private Line opening() {
    var first = event.tellings().getFirst().dating();
    shown.add(key(first));
    return new Line(
        printed(first),
        cites(event.tellings().stream().map(told -> told.dating()).toList()),
        false);
  }

  /// The sentence of a thing as one outlet prints it; empty when it stands on the page already.
  private Optional<Line> printed(List<Telling> group) {
    var one =
        group.stream()
            .filter(item -> item.kept().finding() instanceof Finding.Quote)
            .max(Comparator.comparingInt(item -> item.text().length()))
            .orElse(group.getFirst());
    return shown.add(key(one))
        ? Optional.of(new Line(printed(one), cites(group), false))
        : Optional.empty();
  }

  private String key(Telling telling) {
    return telling.article() + " " + sentence(telling);
  }

  private List<Piece> printed(Telling telling) {
    List<Piece> pieces = new ArrayList<>();
    pieces.add(Piece.ours(StoryPage.name(telling) + ": "));
    pieces.addAll(marked(telling));
    return pieces;
  }

  private static List<Cite> cites(List<Telling> tellings) {
    Map<ArticleId, Cite> cites = new LinkedHashMap<>();
    tellings.stream()
        .sorted(Telling.EARLIEST)
        .forEach(telling -> cites.putIfAbsent(telling.article(), Cite.of(telling)));
    return List.copyOf(cites.values());
  }

  // -- the words of an article --

  /// From the beginning of the sentence a finding begins in to the end of the one it ends in.
  private Span sentence(Telling telling) {
    var span = telling.kept().finding().span();
    var prose = account(telling).prose();
    var first = prose.around(new Span(span.start(), span.start() + 1)).span();
    var last = prose.around(new Span(span.end() - 1, span.end())).span();
    return new Span(Math.min(first.start(), span.start()), Math.max(last.end(), span.end()));
  }

  private Account account(Telling telling) {
    return Optional.ofNullable(accounts.get(telling.article())).orElseThrow();
  }

  private String text(Telling telling, Span span) {
    return span.in(account(telling).article().text());
  }

  /// The sentence of a telling, with what was confirmed in it marked; where marks meet, the quote
  /// or figure counts.
  private List<Piece> marked(Telling telling) {
    var around = sentence(telling);
    TreeMap<Integer, Telling> marks = new TreeMap<>();
    for (var kind : List.of(Kind.QUOTE, Kind.FIGURE, Kind.DATE, Kind.CLAIM)) {
      for (var one : confirmed(telling.article())) {
        var span = one.kept().finding().span();
        if (one.kept().finding().kind() == kind
            && around.contains(span)
            && marks.values().stream()
                .noneMatch(other -> other.kept().finding().span().overlaps(span))) {
          marks.put(span.start(), one);
        }
      }
    }
    List<Piece> pieces = new ArrayList<>();
    var at = around.start();
    var id = telling.kept().id();
    for (var one : marks.values()) {
      var span = one.kept().finding().span();
      if (span.start() > at) {
        pieces.add(plain(telling, new Span(at, span.start()), id));
      }
      pieces.add(new Piece(one.text(), look(one), Optional.of(one.kept().id()), Optional.empty()));
      at = span.end();
    }
    if (at < around.end()) {
      pieces.add(plain(telling, new Span(at, around.end()), id));
    }
    return pieces;
  }

  private Piece plain(Telling telling, Span span, FindingId at) {
    return new Piece(text(telling, span), Look.PRINTED, Optional.of(at), Optional.empty());
  }

  /// What the page rests on in one article.
  private List<Telling> confirmed(ArticleId article) {
    List<Telling> all = new ArrayList<>(items);
    event.tellings().forEach(told -> all.add(told.dating()));
    return all.stream().filter(one -> one.article().equals(article)).toList();
  }

  private static Look look(Telling telling) {
    return switch (telling.kept().finding()) {
      case Finding.Quote _ -> Look.QUOTE;
      case Finding.Claim _ -> Look.CLAIM;
      case Finding.Figure _ -> Look.FIGURE;
      case Finding.DateMention _ -> Look.DATE;
      case Finding.Mention _ -> Look.PRINTED;
    };
  }

  private List<Source> sources() {
    Map<ArticleId, List<Telling>> articles = new LinkedHashMap<>();
    List<Telling> all = new ArrayList<>(items);
    event.tellings().forEach(told -> all.add(told.dating()));
    all.stream()
        .sorted(Telling.EARLIEST)
        .forEach(one -> articles.computeIfAbsent(one.article(), _ -> new ArrayList<>()).add(one));
    List<Source> sources = new ArrayList<>();
    for (var tellings : articles.values()) {
      Map<Span, List<Piece>> excerpts = new LinkedHashMap<>();
      for (var telling : tellings) {
        if (excerpts.size() < MOST_EXCERPTS) {
          excerpts.computeIfAbsent(sentence(telling), _ -> marked(telling));
        }
      }
      var first = tellings.getFirst();
      sources.add(
          new Source(
              first.heading(), first.file(), first.kept().id(), List.copyOf(excerpts.values())));
    }
    return sources;
  }

  // -- terms --

  /// The same lines, each term marked where it first stands on the page.
  private List<Line> explained(List<Line> lines) {
    return lines.stream()
        .map(
            line ->
                new Line(
                    line.pieces().stream().flatMap(p -> explained(p).stream()).toList(),
                    line.cites(),
                    line.byHand()))
        .toList();
  }

  private List<Piece> explained(Piece piece) {
    List<Piece> pieces = new ArrayList<>();
    var from = 0;
    for (var use : glossary.uses(piece.words())) {
      if (explained.add(use.term())) {
        if (use.span().start() > from) {
          pieces.add(
              piece.with(piece.words().substring(from, use.span().start()), Optional.empty()));
        }
        pieces.add(piece.with(use.span().in(piece.words()), Optional.of(use.term())));
        from = use.span().end();
      }
    }
    if (from < piece.words().length()) {
      pieces.add(piece.with(piece.words().substring(from), Optional.empty()));
    }
    return pieces;
  }
}
