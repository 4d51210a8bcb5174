package org.tellings.store;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.tellings.model.ArticleId;
import org.tellings.model.Intake;

/// What became of every file that was offered.
final class Ledger {

  private static final String BY_PERSON = "person";

  private final Tables tables;

  Ledger(Tables tables) {
    this.tables = tables;
  }

  /// Notes what became of a file; a file offered again keeps its place. That an article came of it
  /// stands, when the file is offered again as it was or cannot be read any more.
  void note(Intake i) {
    if (i instanceof Intake.Duplicate d && gave(i.path(), d.article())
        || i instanceof Intake.Unreadable && gave(i.path())) {
      return;
    }
    switch (i) {
      case Intake.Added a ->
          note(i, "added", a.article().value(), a.characters(), "", String.join("; ", a.missing()));
      case Intake.Duplicate d -> note(i, "duplicate", d.article().value(), 0, "", d.reason());
      case Intake.Unreadable u -> note(i, "unreadable", null, 0, u.rule(), u.reason());
      case Intake.Skipped s -> note(i, "skipped", null, 0, s.rule(), s.reason());
    }
  }

  /// A person leaves out a file that could not be read, or takes that back. An entry that says
  /// something else by now stays.
  void leaveOut(Intake.Unreadable file, boolean on) {
    var is =
        tables.rows(
            "select outcome || ' ' || rule from intake where path = ?",
            r -> r.getString(1),
            file.path());
    if (on && is.stream().allMatch(one -> one.startsWith("unreadable "))) {
      note(new Intake.Skipped(file.path(), file.bytes(), BY_PERSON, "left out by a person"));
    } else if (!on && is.contains("skipped " + BY_PERSON)) {
      note(file);
    }
  }

  /// Whether the file's entry says that it is this article.
  private boolean gave(String path, ArticleId article) {
    return !tables
        .rows("select 1 from intake where path = ? and article = ?", r -> 1, path, article.value())
        .isEmpty();
  }

  /// Whether the file's entry names an article that is there.
  private boolean gave(String path) {
    return !tables
        .rows(
            "select 1 from intake join article on article.id = intake.article"
                + " where path = ? and outcome = 'added' and present",
            r -> 1,
            path)
        .isEmpty();
  }

  private void note(
      Intake i,
      String outcome,
      @Nullable String article,
      int characters,
      String rule,
      String reason) {
    tables.run(
        "insert into intake (path, outcome, bytes, article, characters, rule, reason) values"
            + " (?,?,?,?,?,?,?) on conflict (path) do update set outcome = excluded.outcome, bytes"
            + " = excluded.bytes, article = excluded.article, characters = excluded.characters,"
            + " rule = excluded.rule, reason = excluded.reason",
        i.path(),
        outcome,
        i.bytes(),
        article,
        characters,
        rule,
        reason);
  }

  /// The latest intake of every file, in the order first offered.
  List<Intake> all() {
    return tables.rows(
        "select * from intake order by ordinal",
        r ->
            switch (r.getString("outcome")) {
              case "added" ->
                  new Intake.Added(
                      r.getString("path"),
                      r.getLong("bytes"),
                      new ArticleId(r.getString("article")),
                      r.getInt("characters"),
                      r.getString("reason").isEmpty()
                          ? List.of()
                          : List.of(r.getString("reason").split("; ")));
              case "duplicate" ->
                  new Intake.Duplicate(
                      r.getString("path"),
                      r.getLong("bytes"),
                      new ArticleId(r.getString("article")),
                      r.getString("reason"));
              case "unreadable" ->
                  new Intake.Unreadable(
                      r.getString("path"),
                      r.getLong("bytes"),
                      r.getString("rule"),
                      r.getString("reason"));
              default ->
                  new Intake.Skipped(
                      r.getString("path"),
                      r.getLong("bytes"),
                      r.getString("rule"),
                      r.getString("reason"));
            });
  }
}
