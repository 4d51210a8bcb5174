package org.tellings.store;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.Edit;
import org.tellings.model.FindingId;
import org.tellings.model.Waiting;

/// Edits done to the library's tables.
final class Edits {

  private final Tables tables;
  private final Findings findings;
  private final Ledger ledger;
  private final Codings codebook;

  Edits(Tables tables, Findings findings, Ledger ledger, Codings codebook) {
    this.tables = tables;
    this.findings = findings;
    this.ledger = ledger;
    this.codebook = codebook;
  }

  /// Does an edit, without noting it.
  void apply(Edit edit) {
    apply(edit, new HashMap<>());
  }

  /// `found` has what the machine finds in the articles met so far: no edit changes that.
  private void apply(Edit edit, Map<ArticleId, Set<FindingId>> found) {
    switch (edit) {
      case Edit.Decided d -> {
        tables.run(
            "delete from decision where article = ? and kind = ? and start = ? and \"end\" = ?",
            key(d.id()));
        d.after()
            .ifPresent(
                to ->
                    tables.run(
                        "insert into decision values (?,?,?,?,?,?,?,?)",
                        d.id().article().value(),
                        String.valueOf(d.id().kind().letter()),
                        d.id().span().start(),
                        d.id().span().end(),
                        to.state().name(),
                        FindingRow.body(to.finding(), to.seen()),
                        to.coder(),
                        found.computeIfAbsent(d.id().article(), findings::found).contains(d.id())
                            ? 1
                            : 0));
      }
      case Edit.Noted n -> {
        tables.run("delete from note where id = ?", n.id().toString());
        if (!n.after().isEmpty()) {
          tables.run("insert into note values (?, ?)", n.id().toString(), n.after());
        }
      }
      case Edit.Described d -> {
        var h = d.after();
        tables.run(
            "update article set title = ?, byline = ?, outlet = ?, published = ?, published_rule ="
                + " ?, updated = ?, updated_rule = ?, captured = ?, captured_rule = ? where id = ?",
            h.title(),
            h.byline(),
            h.outlet().name(),
            h.published().map(Dated::value).orElse(null),
            h.published().map(Dated::rule).orElse(null),
            h.updated().map(Dated::value).orElse(null),
            h.updated().map(Dated::rule).orElse(null),
            h.captured().map(Dated::value).orElse(null),
            h.captured().map(Dated::rule).orElse(null),
            d.id().value());
      }
      case Edit.Presence p ->
          p.articles()
              .forEach(
                  id ->
                      tables.run(
                          "update article set present = ? where id = ?",
                          p.present() ? 1 : 0,
                          id.value()));
      case Edit.Coded c -> codebook.code(c);
      case Edit.Defined d -> codebook.define(d);
      case Edit.Closed c -> codebook.close(c);
      case Edit.Enrolled e -> codebook.enrol(e);
      case Edit.Finished f -> codebook.finish(f);
      case Edit.Settled t -> codebook.settle(t);
      case Edit.Tied t -> {
        t.before()
            .ifPresent(
                tie ->
                    tables.run(
                        "delete from tie where one = ? and other = ?",
                        tie.one().toString(),
                        tie.other().toString()));
        t.after()
            .ifPresent(
                tie ->
                    tables.run(
                        "insert or replace into tie values (?,?,?)",
                        tie.one().toString(),
                        tie.other().toString(),
                        tie.same() ? 1 : 0));
      }
      case Edit.Named n -> {
        tables.run("delete from label where id = ?", n.id().toString());
        if (!n.after().isEmpty()) {
          tables.run("insert into label values (?, ?)", n.id().toString(), n.after());
        }
      }
      case Edit.Waits w -> waits(w);
      case Edit.LeftOut l -> ledger.leaveOut(l.file(), l.on());
      case Edit.Reread _, Edit.Learned _ -> {}
      case Edit.Timed t -> {
        tables.run("delete from timing where id = ?", t.id().toString());
        if (!t.after().isEmpty()) {
          tables.run("insert into timing values (?, ?)", t.id().toString(), t.after());
        }
      }
      case Edit.Dismissed d -> {
        tables.run("delete from dismissal where id = ?", d.id());
        if (!d.after().isEmpty()) {
          tables.run("insert into dismissal values (?, ?)", d.id(), d.after());
        }
      }
      case Edit.Together t -> t.edits().forEach(one -> apply(one, found));
    }
  }

  List<Waiting> waiting() {
    return tables.rows(
        "select * from waiting order by id",
        r ->
            new Waiting(
                r.getString("id"),
                r.getString("source"),
                Waiting.Why.valueOf(r.getString("why")),
                r.getString("words"),
                r.getString("body")));
  }

  private void waits(Edit.Waits w) {
    w.before().ifPresent(was -> tables.run("delete from waiting where id = ?", was.id()));
    w.after()
        .ifPresent(
            is ->
                tables.run(
                    "insert or replace into waiting values (?,?,?,?,?)",
                    is.id(),
                    is.from(),
                    is.why().name(),
                    is.words(),
                    is.body()));
  }

  private static Object[] key(FindingId id) {
    return new Object[] {
      id.article().value(), String.valueOf(id.kind().letter()), id.span().start(), id.span().end()
    };
  }
}
