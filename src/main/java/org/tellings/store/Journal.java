package org.tellings.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tellings.model.Edit;

/// The steps people took, as edits, with what each step changed of which finding.
final class Journal {

  private static final String STEPS = "select number, at, coder, words, undone from journal ";

  private final Tables tables;
  private final Moments moments;

  Journal(Tables tables, Moments moments) {
    this.tables = tables;
    this.moments = moments;
  }

  long note(String at, String coder, String words, Edit edit) {
    var number = fresh(); // first: it counts on from the steps that go now
    if (!(edit instanceof Edit.Reread)) {
      moments.keep("undone");
      tables.run("delete from touched where number in (select number from journal where undone)");
      tables.run("delete from journal where undone");
    }
    tables.run(
        "insert into journal (number, at, coder, words, edit, undone) values (?,?,?,?,?,0)",
        number,
        at,
        coder,
        words,
        EditRow.text(edit));
    touched(edit).forEach(id -> touch(id, number));
    moments.note(at, Moment.Did.DONE, number, Moments.isBig(edit));
    return number;
  }

  /// A number no step had before, also none that is gone.
  private long fresh() {
    var number =
        tables
            .rows(
                "select max(coalesce((select max(number) from journal), 0), coalesce((select"
                    + " cast(value as integer) from fact where name = 'steps'), 0)) + 1",
                r -> r.getLong(1))
            .getFirst();
    tables.run(
        "insert into fact values ('steps', ?) on conflict (name) do update set value ="
            + " excluded.value",
        Long.toString(number));
    return number;
  }

  void join(List<Long> numbers, String words, Edit edit) {
    var last = numbers.getLast();
    var at = step(last).orElseThrow().at();
    numbers.forEach(number -> moments.keep("number = " + number));
    numbers.forEach(number -> tables.run("delete from touched where number = ?", number));
    tables.run(
        "update journal set words = ?, edit = ? where number = ?", words, EditRow.text(edit), last);
    numbers
        .subList(0, numbers.size() - 1)
        .forEach(
            number -> {
              tables.run("delete from journal where number = ?", number);
              moments.note(at, Moment.Did.INTO, number, false);
              moments.plain(number);
            });
    moments.plain(last);
    moments.big(numbers.getFirst());
    moments.note(at, Moment.Did.JOINED, last, false);
    touched(edit).forEach(id -> touch(id, last));
  }

  private void touch(String id, long number) {
    tables.run("insert into touched values (?,?)", id, number);
  }

  /// The name under which a code's steps are noted; no finding is called so.
  static String ofCode(String id) {
    return "code " + id;
  }

  /// The names of the findings, coded words and codes an edit changes, each once.
  static Set<String> touched(Edit edit) {
    return switch (edit) {
      case Edit.Decided d -> Set.of(d.id().toString());
      case Edit.Noted n -> Set.of(n.id().toString());
      case Edit.Coded c -> Set.of(c.id().toString());
      case Edit.Named n -> Set.of(n.id().toString());
      case Edit.Timed t -> Set.of(t.id().toString());
      case Edit.Tied t ->
          Stream.concat(t.before().stream(), t.after().stream())
              .flatMap(tie -> Stream.of(tie.one().toString(), tie.other().toString()))
              .collect(Collectors.toCollection(TreeSet::new));
      case Edit.Defined d ->
          Stream.concat(d.before().stream(), d.after().stream())
              .map(code -> ofCode(code.id()))
              .collect(Collectors.toCollection(TreeSet::new));
      case Edit.Settled t ->
          Stream.concat(t.before().stream(), t.after().stream())
              .map(settlement -> settlement.at().toString())
              .collect(Collectors.toCollection(TreeSet::new));
      case Edit.Described _,
          Edit.Closed _,
          Edit.Enrolled _,
          Edit.Finished _,
          Edit.Dismissed _,
          Edit.Presence _,
          Edit.LeftOut _,
          Edit.Learned _,
          Edit.Waits _,
          Edit.Reread _ ->
          Set.of();
      case Edit.Together t -> {
        var touched =
            t.edits().stream()
                .flatMap(one -> touched(one).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        touched.addAll(recoded(t));
        yield touched;
      }
    };
  }

  /// The codes whose codings went to another code, or came from one, with a change of the codebook:
  /// that is a merge or a split of theirs too.
  private static Set<String> recoded(Edit.Together t) {
    if (t.edits().stream().noneMatch(Edit.Defined.class::isInstance)) {
      return Set.of();
    }
    var codings =
        t.edits().stream()
            .flatMap(one -> one instanceof Edit.Coded c ? Stream.of(c) : Stream.<Edit.Coded>of())
            .collect(Collectors.groupingBy(c -> c.id() + "\t" + c.coder()));
    return codings.values().stream()
        .filter(of -> of.stream().map(Edit.Coded::on).distinct().count() > 1)
        .flatMap(List::stream)
        .map(c -> ofCode(c.code()))
        .collect(Collectors.toSet());
  }

  /// At most so many of the newest steps, newest first.
  List<Library.Noted> newest(int most) {
    return tables.rows(STEPS + "order by number desc limit ?", Journal::noted, most);
  }

  /// The steps that changed what has this name, newest first.
  List<Library.Noted> of(String id) {
    return tables.rows(
        STEPS
            + "where number in (select number from touched where finding = ?) order by number desc",
        Journal::noted,
        id);
  }

  Optional<Library.Noted> step(long number) {
    return tables.rows(STEPS + "where number = ?", Journal::noted, number).stream().findFirst();
  }

  Optional<Library.Noted> newestDone() {
    return tables
        .rows(
            STEPS
                + "where not undone and edit not like '{\"did\":\"reread\"%' order by number desc"
                + " limit 1",
            Journal::noted)
        .stream()
        .findFirst();
  }

  Optional<Library.Noted> oldestUndone() {
    return tables.rows(STEPS + "where undone order by number limit 1", Journal::noted).stream()
        .findFirst();
  }

  Edit edit(long number) {
    return tables
        .rows(
            "select edit from journal where number = ?", r -> EditRow.edit(r.getString(1)), number)
        .getFirst();
  }

  private static Library.Noted noted(ResultSet r) throws SQLException {
    return new Library.Noted(
        r.getLong("number"),
        r.getString("at"),
        r.getString("coder"),
        r.getString("words"),
        r.getBoolean("undone"));
  }

  void undone(long number, boolean undone, String at) {
    tables.run("update journal set undone = ? where number = ?", undone ? 1 : 0, number);
    moments.note(at, undone ? Moment.Did.UNDONE : Moment.Did.REDONE, number, false);
  }
}
