package org.tellings.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tellings.model.ArticleId;
import org.tellings.model.Edit;

/// All that ever happened to the steps of the journal, in order: done, undone, done again.
///
/// Only ever added to. A step that leaves the journal, since another was made after it was undone,
/// is kept here, so that the library can be told as of any moment. Safe for use from many threads.
public final class Moments {

  /// A step of at least so many edits is big.
  private static final int BIG = 10;

  private static final String ALL =
      "select m.number, m.at, m.did, m.step, m.point, m.past, coalesce(p.coder, j.coder, '') as"
          + " coder, coalesce(p.words, j.words, '') as words from moment m left join past p on"
          + " p.number = m.past left join journal j on m.past is null and j.number = m.step ";

  private final Tables tables;

  Moments(Tables tables) {
    this.tables = tables;
  }

  // -- what was --

  /// All moments, the first first.
  public List<Moment> all() {
    return tables.rows(ALL + "order by m.number", Moments::moment);
  }

  /// What its step did at a moment; an edit that does nothing when it was none.
  public Edit edit(Moment moment) {
    return tables
        .rows(
            "select coalesce(p.edit, j.edit) from moment m left join past p on p.number = m.past"
                + " left join journal j on m.past is null and j.number = m.step where m.number = ?",
            r -> r.getString(1) == null ? new Edit.Reread(0, 0) : EditRow.edit(r.getString(1)),
            moment.number())
        .getFirst();
  }

  private static Moment moment(ResultSet r) throws SQLException {
    return new Moment(
        r.getLong("number"),
        r.getString("at"),
        Moment.Did.valueOf(r.getString("did")),
        r.getLong("step"),
        r.getString("coder"),
        r.getString("words"),
        r.getBoolean("point"));
  }

  // -- what happens --

  void note(String at, Moment.Did did, long step, boolean isPoint) {
    tables.run(
        "insert into moment (at, did, step, past, point) values (?,?,?,null,?)",
        at,
        did.name(),
        step,
        isPoint ? 1 : 0);
  }

  /// Keeps the steps of the journal that `where` names, before they go or change.
  void keep(String where) {
    var steps =
        tables.rows("select number from journal where " + where, r -> (Object) r.getLong(1));
    for (var step : steps) {
      var past =
          tables
              .rows(
                  "insert into past (at, coder, words, edit) select at, coder, words, edit from"
                      + " journal where number = ? returning number",
                  r -> r.getLong(1),
                  step)
              .getFirst();
      tables.run("update moment set past = ? where step = ? and past is null", past, step);
    }
  }

  /// The step is no point to go back before, being the middle of something.
  void plain(long step) {
    tables.run("update moment set point = 0 where step = ?", step);
  }

  void big(long step) {
    tables.run("update moment set point = 1 where step = ? and did = 'DONE'", step);
  }

  /// Whether an edit does so much at once that one may want to go back before it.
  static boolean isBig(Edit edit) {
    return switch (edit) {
      case Edit.Presence _, Edit.Reread _, Edit.Waits _, Edit.Learned _ -> true;
      case Edit.Together t ->
          t.edits().size() >= BIG || t.edits().stream().anyMatch(Moments::isBig);
      case Edit.Decided _,
          Edit.Noted _,
          Edit.Described _,
          Edit.Coded _,
          Edit.Defined _,
          Edit.Closed _,
          Edit.Enrolled _,
          Edit.Finished _,
          Edit.Settled _,
          Edit.Tied _,
          Edit.Named _,
          Edit.LeftOut _,
          Edit.Timed _,
          Edit.Dismissed _ ->
          false;
    };
  }

  // -- a copy as of a moment --

  /// Makes the journal and the moments of this library, a copy, what they were when the moment of
  /// this number had passed (0: before the first); only inside [Library#together], after the edits
  /// of all later moments were taken back. Articles that came later go altogether.
  public void cut(long moment) {
    var all = all();
    var until = all.stream().filter(m -> m.number() <= moment).toList();
    var after = all.stream().filter(m -> m.number() > moment).toList();
    Predicate<Moment> isArticles = m -> m.did() == Moment.Did.DONE || m.did() == Moment.Did.JOINED;
    var known = articles(until.stream().filter(isArticles).toList());
    var later = articles(after.stream().filter(isArticles).toList());
    var standing = standing(until);
    List<@Nullable Object[]> rows = new ArrayList<>();
    List<Edit> edits = new ArrayList<>();
    standing.forEach(
        (step, at) -> {
          edits.add(edit(at));
          rows.add(row(step, at));
        });
    tables.run("delete from touched");
    tables.run("delete from moment where number > ?", moment);
    tables.run("delete from journal");
    for (var i = 0; i < rows.size(); i++) {
      var row = rows.get(i);
      tables.run(
          "insert into journal (number, at, coder, words, edit, undone) values (?,?,?,?,?,?)", row);
      for (var id : Journal.touched(edits.get(i))) {
        tables.run("insert into touched values (?,?)", id, row[0]);
      }
    }
    tables.run(
        "delete from past where number not in (select past from moment where past is not null)");
    later.removeAll(known);
    for (var id : later) {
      tables.run(
          "delete from content where article = (select number from article where id = ? and not"
              + " present)",
          id.value());
      tables.run("delete from original where article = ?", id.value());
      tables.run("delete from article where id = ? and not present", id.value());
    }
  }

  private @Nullable Object[] row(long step, Moment at) {
    return tables
        .rows(
            "select coalesce(p.at, j.at), coalesce(p.coder, j.coder), coalesce(p.words, j.words),"
                + " coalesce(p.edit, j.edit) from moment m left join past p on p.number = m.past"
                + " left join journal j on m.past is null and j.number = m.step where m.number = ?",
            r ->
                new @Nullable Object[] {
                  step,
                  r.getString(1),
                  r.getString(2),
                  r.getString(3),
                  r.getString(4),
                  at.did() == Moment.Did.UNDONE ? 1 : 0
                },
            at.number())
        .getFirst();
  }

  /// The steps that stood in the journal after these moments, by number, each with the last moment
  /// that was about it.
  private Map<Long, Moment> standing(List<Moment> moments) {
    Map<Long, Moment> standing = new LinkedHashMap<>();
    for (var moment : moments) {
      switch (moment.did()) {
        case DONE -> {
          if (!(edit(moment) instanceof Edit.Reread)) {
            standing.values().removeIf(m -> m.did() == Moment.Did.UNDONE);
          }
          standing.put(moment.step(), moment);
        }
        case UNDONE, REDONE, JOINED -> standing.put(moment.step(), moment);
        case INTO -> standing.remove(moment.step());
        case SAVED -> {}
      }
    }
    return standing;
  }

  private Set<ArticleId> articles(List<Moment> moments) {
    return moments.stream()
        .flatMap(m -> articles(edit(m)).stream())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static List<ArticleId> articles(Edit edit) {
    if (edit instanceof Edit.Together t) {
      return t.edits().stream().flatMap(one -> articles(one).stream()).toList();
    }
    return edit instanceof Edit.Presence p ? p.articles() : List.of();
  }

  // -- libraries of before --

  /// The moments of a library that an older version made: its steps in order, then those that are
  /// undone now. When they were undone, it did not keep; what was thrown away before, neither.
  static void of(Desk desk) throws SQLException {
    record Row(long number, String at, boolean isUndone, boolean isBig) {}
    var rows =
        desk.rows(
            "select number, at, undone, edit from journal order by number",
            r ->
                new Row(
                    r.getLong(1),
                    r.getString(2),
                    r.getBoolean(3),
                    isBig(EditRow.edit(r.getString(4)))));
    var insert = "insert into moment (at, did, step, past, point) values (?,?,?,null,?)";
    for (var row : rows) {
      desk.run(insert, row.at(), Moment.Did.DONE.name(), row.number(), row.isBig() ? 1 : 0);
    }
    var last = rows.stream().map(Row::at).max(Comparator.naturalOrder()).orElse("");
    for (var row : rows.reversed()) {
      if (row.isUndone()) {
        desk.run(insert, last, Moment.Did.UNDONE.name(), row.number(), 0);
      }
    }
  }

  /// Begins anew with the steps of a library that was damaged and saved.
  static void begin(Desk desk) throws SQLException {
    of(desk);
    desk.run(
        "insert into moment (at, did, step, past, point) select coalesce(max(at), ''), ?, 0, null,"
            + " 0 from journal",
        Moment.Did.SAVED.name());
  }
}
