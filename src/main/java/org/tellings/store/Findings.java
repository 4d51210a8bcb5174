package org.tellings.store;

import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tellings.model.ArticleId;
import org.tellings.model.Decision;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Span;
import org.tellings.model.State;

/// What is found in articles: the machine's readings with people's decisions, notes and codes over
/// them.
final class Findings {

  private final Tables tables;
  private final Codings codings;

  Findings(Tables tables, Codings codings) {
    this.tables = tables;
    this.codings = codings;
  }

  /// An article's findings by span, then kind; a person's decision stands over the machine's
  /// reading.
  List<Kept> of(ArticleId id) {
    var decisions = decisions(id);
    Map<FindingId, String> notes = new HashMap<>();
    tables.rows(
        "select id, text from note where id > ? and id < ? and substr(id, 18, 1) <> 's'",
        r -> notes.put(FindingId.parse(r.getString(1)), r.getString(2)),
        id + ".",
        id + "/");
    var codes = codings.names(id);
    Map<FindingId, Kept> kept = new HashMap<>();
    for (var f : read(id)) {
      var name = new FindingId(id, f.kind(), f.span());
      kept.put(
          name,
          new Kept(
              name,
              State.MACHINE,
              f,
              Optional.of(f),
              notes.getOrDefault(name, ""),
              codes.getOrDefault(name, List.of())));
    }
    decisions.forEach(
        (name, d) ->
            kept.put(
                name,
                new Kept(
                    name,
                    d.state(),
                    d.finding(),
                    Optional.ofNullable(kept.get(name)).flatMap(Kept::machine),
                    notes.getOrDefault(name, ""),
                    codes.getOrDefault(name, List.of()),
                    d.seen())));
    return kept.values().stream()
        .sorted(
            Comparator.comparing((Kept k) -> k.id().span())
                .thenComparing(k -> k.id().kind().letter()))
        .toList();
  }

  private List<Finding> read(ArticleId id) {
    return tables
        .rows(
            "select machine from content where article = (select number from article where id = ?)",
            r -> Found.read(r.getString(1)),
            id.value())
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  /// What the machine finds in an article.
  Found machine(ArticleId id) {
    return Found.of(read(id));
  }

  /// The decisions on all articles.
  Map<FindingId, Decision> decisions() {
    Map<FindingId, Decision> all = new HashMap<>();
    tables
        .rows("select distinct article from decision", r -> new ArticleId(r.getString(1)))
        .forEach(id -> all.putAll(decisions(id)));
    return all;
  }

  Map<FindingId, Decision> decisions(ArticleId id) {
    Map<FindingId, Decision> decisions = new HashMap<>();
    tables.rows(
        "select * from decision where article = ?",
        r -> {
          var kind = Kind.of(r.getString("kind").charAt(0));
          return decisions.put(
              new FindingId(id, kind, new Span(r.getInt("start"), r.getInt("end"))),
              new Decision(
                  State.valueOf(r.getString("state")),
                  FindingRow.finding(kind, r.getString("body")),
                  r.getString("coder"),
                  FindingRow.seen(kind, r.getString("body"))));
        },
        id.value());
    return decisions;
  }

  /// Replaces what the machine found in an article.
  ///
  /// What somebody noted on, coded, tied or named stays although it is not found any more.
  void machine(ArticleId id, Found fresh) {
    var found = withMarked(id, fresh);
    var before = byName(id, read(id));
    tables.run("update article set found = ? where id = ?", found.counts(), id.value());
    tables.run(
        "update content set machine = ? where article = (select number from article where id = ?)",
        found.body(),
        id.value());
    var names = byName(id, found.findings()).keySet();
    decisions(id)
        .forEach(
            (name, d) ->
                tables.run(
                    "update decision set machine = ?, body = ? where article = ? and kind = ? and"
                        + " start = ? and \"end\" = ?",
                    names.contains(name) ? 1 : 0,
                    // older versions did not keep what was seen
                    FindingRow.body(
                        d.finding(), d.seen().or(() -> Optional.ofNullable(before.get(name)))),
                    id.value(),
                    String.valueOf(name.kind().letter()),
                    name.span().start(),
                    name.span().end()));
  }

  private static Map<FindingId, Finding> byName(ArticleId id, List<Finding> findings) {
    return findings.stream()
        .collect(Collectors.toMap(f -> new FindingId(id, f.kind(), f.span()), f -> f));
  }

  private Found withMarked(ArticleId id, Found fresh) {
    Set<FindingId> marked = new HashSet<>();
    var from = id + ".";
    var to = id + "/";
    tables.rows(
        """
        select id from note where id > ? and id < ? and substr(id, 18, 1) <> 's'
        union select id from coded where id > ? and id < ? and substr(id, 18, 1) <> 's'
        union select one from tie where one > ? and one < ?
        union select other from tie where other > ? and other < ?
        union select id from label where id > ? and id < ?
        union select id from timing where id > ? and id < ?
        """,
        r -> marked.add(FindingId.parse(r.getString(1))),
        from,
        to,
        from,
        to,
        from,
        to,
        from,
        to,
        from,
        to,
        from,
        to);
    var lost =
        read(id).stream()
            .filter(f -> marked.contains(new FindingId(id, f.kind(), f.span())))
            .toList();
    return lost.isEmpty()
        ? fresh
        : Found.of(Stream.concat(fresh.findings().stream(), lost.stream()).toList());
  }

  /// The names of what the machine finds in an article.
  Set<FindingId> found(ArticleId id) {
    return byName(id, read(id)).keySet();
  }
}
