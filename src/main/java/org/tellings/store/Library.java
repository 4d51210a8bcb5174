package org.tellings.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.Decision;
import org.tellings.model.Edit;
import org.tellings.model.FindingId;
import org.tellings.model.Intake;
import org.tellings.model.Kept;
import org.tellings.model.State;
import org.tellings.model.Summary;
import org.tellings.model.Tally;
import org.tellings.model.Target;
import org.tellings.model.Tie;
import org.tellings.model.Waiting;

/// Everything the user owns: one SQLite file in the library's folder, with the journal of edits and
/// the ledger of intakes. One process at a time writes to a library. Safe for use from many
/// threads.
public final class Library implements Closeable {

  private final LibraryFolder folder;
  private final Tables tables;
  private final Originals originals;
  private final OriginalRows copies;
  private final Ledger ledger;
  private final Moments moments;
  private final Journal journal;
  private final Codings codings;
  private final Findings findings;
  private final Edits edits;

  private Library(LibraryFolder folder, Tables tables) {
    this.folder = folder;
    this.tables = tables;
    this.originals = new Originals(folder.file().resolveSibling("originals"));
    this.copies = new OriginalRows(tables, originals);
    this.ledger = new Ledger(tables);
    this.moments = new Moments(tables);
    this.journal = new Journal(tables, moments);
    this.codings = new Codings(tables);
    this.findings = new Findings(tables, codings);
    this.edits = new Edits(tables, findings, ledger, codings);
  }

  /// Opens the library in `folder`; makes it when `create` and it is not there.
  public static Library open(Path folder, boolean create) {
    return opened(
        folder,
        () -> {
          var taken = LibraryFolder.take(folder, create);
          return released(taken, () -> opened(taken));
        });
  }

  /// Opens the library in `folder` only to read, as it is now, whoever has it open.
  public static Library visit(Path folder) {
    return opened(folder, () -> opened(LibraryFolder.visit(folder)));
  }

  /// Opens the library in `folder`; when another process has it open, or nothing can be written
  /// there, only to read, as it is now.
  public static Library openToRead(Path folder) {
    return opened(
        folder,
        () -> {
          var taken = LibraryFolder.takeOrVisit(folder, false);
          try {
            return opened(taken);
          } catch (SQLException e) {
            if (!Faults.isFull(e) || taken.reach() != LibraryFolder.Reach.ALL) {
              taken.release();
              throw e;
            }
            return released(taken, () -> opened(taken.withoutRoom()));
          }
        });
  }

  /// Saves what can still be read of the damaged library in `folder` into a new file, which takes
  /// its place; the damaged file stays beside it. A text that is gone is read anew by `rereading`
  /// from the copy of its file. Says what was kept, then what was lost, a sentence each. When
  /// nothing can be read, a [LibraryException] says so, and all is as it was.
  public static List<String> rescue(Path folder, Rereading rereading) {
    try {
      var taken = LibraryFolder.takeDamaged(folder);
      try {
        return Rescue.of(taken, rereading);
      } finally {
        taken.release();
      }
    } catch (SQLException e) {
      throw Faults.failed("save the library in " + folder, e);
    } catch (IOException e) {
      throw Faults.opening(folder, e);
    }
  }

  /// Reads a file of this name and content; empty when it gives no article.
  public interface Rereading {
    Optional<Reread> read(String name, byte[] content);
  }

  /// An article read anew, with what the machine finds in it.
  public record Reread(Article article, Found found) {}

  private interface Opening {
    Library open() throws IOException, SQLException;
  }

  private static Library opened(Path folder, Opening opening) {
    try {
      return opening.open();
    } catch (SQLException e) {
      throw Faults.opening(folder.resolve("library.db"), e);
    } catch (IOException e) {
      throw Faults.opening(folder, e);
    }
  }

  /// Gives the folder back when the library in it cannot be opened.
  private static Library released(LibraryFolder taken, Opening opening)
      throws IOException, SQLException {
    try {
      return opening.open();
    } catch (IOException | SQLException | LibraryException e) {
      taken.release();
      throw e;
    }
  }

  private static Library opened(LibraryFolder taken) throws IOException, SQLException {
    return new Library(
        taken,
        switch (taken.reach()) {
          case ALL -> Tables.open(taken.file());
          case HELD_ELSEWHERE -> Tables.openToRead(taken.file(), false);
          case NO_RIGHT, NO_ROOM -> Tables.openToRead(taken.file(), true);
        });
  }

  /// False when this process only reads the library; [#whyNot] says why.
  public boolean mayWrite() {
    return folder.reach() == LibraryFolder.Reach.ALL;
  }

  /// Why the library cannot be changed; empty when it can.
  public String whyNot() {
    return folder.reach().why();
  }

  /// Runs `work` in one transaction: all of it is kept, or nothing. Raises the generation. What
  /// `work` reads, it reads inside the transaction.
  public <T> T together(Work<T> work) {
    if (!mayWrite()) {
      throw new LibraryException(
          "the library is open only to be read (" + whyNot() + "); nothing was changed");
    }
    return tables.together(
        () -> {
          var result = work.run(this);
          put("generation", Long.toString(generation() + 1));
          return result;
        });
  }

  /// Work inside a transaction.
  public interface Work<T> {
    T run(Library library);
  }

  /// Counts transactions; the index remembers the one it has seen last.
  public long generation() {
    return rows(
            "select value from fact where name = 'generation'", r -> Long.parseLong(r.getString(1)))
        .stream()
        .findFirst()
        .orElse(0L);
  }

  public Optional<String> fact(String name) {
    return rows("select value from fact where name = ?", r -> r.getString(1), name).stream()
        .findFirst();
  }

  public void put(String name, String value) {
    run(
        "insert into fact values (?, ?) on conflict (name) do update set value = excluded.value",
        name,
        value);
  }

  // -- articles --

  /// An article as it stands in the library, with what counts as found in it.
  public record Saved(Article article, List<Kept> findings) {}

  /// Keeps an article and the machine's findings in it; empty when the text is already there and
  /// present. A text that was taken out comes back under the heading it had.
  public Optional<Saved> save(Article a, Found found) {
    var before = rows("select present from article where id = ?", r -> r.getInt(1), a.id().value());
    if (before.contains(1)) {
      return Optional.empty();
    }
    if (before.contains(0)) {
      run("update article set present = 1 where id = ?", a.id().value());
      machine(a.id(), found);
      return Optional.of(new Saved(article(a.id()).orElseThrow(), findings(a.id())));
    }
    var h = a.heading();
    var number =
        rows(
                "insert into article values (null,?,?,?,?,?,?,?,?,?,?,?,?,?,?,1,?,?,?,?) returning"
                    + " number",
                r -> r.getLong(1),
                a.id().value(),
                a.file(),
                h.title(),
                h.byline(),
                h.outlet().name(),
                h.published().map(Dated::value).orElse(null),
                h.published().map(Dated::rule).orElse(null),
                h.updated().map(Dated::value).orElse(null),
                h.updated().map(Dated::rule).orElse(null),
                h.captured().map(Dated::value).orElse(null),
                h.captured().map(Dated::rule).orElse(null),
                h.url(),
                h.language(),
                a.sha256(),
                a.words(),
                a.text().length(),
                a.removed().size(),
                found.counts())
            .getFirst();
    run(
        "insert into content values (?,?,?,?)",
        number,
        a.text(),
        Json.line(a.removed().stream().map(r -> List.of(r.text(), r.rule(), r.at())).toList()),
        found.body());
    return Optional.of(
        new Saved(
            a,
            found.findings().stream()
                .map(
                    f ->
                        new Kept(
                            new FindingId(a.id(), f.kind(), f.span()),
                            State.MACHINE,
                            f,
                            Optional.of(f),
                            "",
                            List.of()))
                .toList()));
  }

  /// Replaces what the machine found in an article.
  ///
  /// What somebody noted on, coded, tied or named stays although it is not found any more.
  public void machine(ArticleId id, Found fresh) {
    findings.machine(id, fresh);
  }

  public boolean has(ArticleId id) {
    return !rows("select 1 from article where id = ? and present", r -> 1, id.value()).isEmpty();
  }

  public Optional<Article> article(ArticleId id) {
    return rows(
            "select * from article join content on article = number where id = ?",
            ArticleRow::article,
            id.value())
        .stream()
        .findFirst();
  }

  /// All present articles by publication date, those without one last, then by id.
  public List<ArticleId> articles() {
    return rows(
        "select id from article where present order by published is null, published, id",
        r -> new ArticleId(r.getString(1)));
  }

  /// The articles that were taken out, and whose words are stored still, by id.
  public List<ArticleId> outside() {
    return rows(
        "select id from article where not present order by id", r -> new ArticleId(r.getString(1)));
  }

  // -- findings --

  /// An article's findings by span, then kind; a person's decision stands over the machine's
  /// reading.
  public List<Kept> findings(ArticleId id) {
    return findings.of(id);
  }

  /// All present articles, in the order of [#articles].
  public List<Summary> summaries() {
    return Summaries.of(
        tables,
        "present order by published is null, published, id",
        "article in (select id from article where present)");
  }

  public Optional<Summary> summary(ArticleId id) {
    return Summaries.of(tables, "id = ?", "article = ?", id.value()).stream().findFirst();
  }

  /// Counts findings of the present articles by kind and state.
  public Tally tally() {
    return Summaries.tally(summaries());
  }

  /// What the machine finds in an article.
  public Found found(ArticleId id) {
    return findings.machine(id);
  }

  /// All that people decided, also on articles that were taken out.
  public Map<FindingId, Decision> decisions() {
    return findings.decisions();
  }

  /// The notes on findings and on any words.
  public Map<Target, String> notes() {
    return tables.pairs("select id, text from note", Target::parse);
  }

  public Optional<Decision> decision(FindingId id) {
    return Optional.ofNullable(findings.decisions(id.article()).get(id));
  }

  // -- the journal --

  /// Does an edit, without noting it.
  public void apply(Edit edit) {
    edits.apply(edit);
  }

  /// What people said of two findings each, in order of the findings' names.
  public List<Tie> ties() {
    return tables.rows(
        "select * from tie order by one, other",
        r ->
            new Tie(
                FindingId.parse(r.getString("one")),
                FindingId.parse(r.getString("other")),
                r.getBoolean("same")));
  }

  /// The names people gave to things, each by the finding it was given on.
  public Map<FindingId, String> labels() {
    return tables.pairs("select id, text from label", FindingId::parse);
  }

  /// When people say that events happened, each by the finding it was said on.
  public Map<FindingId, String> timings() {
    return tables.pairs("select id, value from timing", FindingId::parse);
  }

  /// What people dismissed, by its id, each with the reason.
  public Map<String, String> dismissals() {
    return tables.pairs("select id, reason from dismissal", id -> id);
  }

  /// Codes, codings, coders and what they settled.
  public Codings codings() {
    return codings;
  }

  /// Notes a step as done and returns its number; steps that were undone before it can no longer be
  /// redone.
  public long journal(String at, String coder, String words, Edit edit) {
    return journal.note(at, coder, words, edit);
  }

  /// Makes one step of several that stand, in the place of the last.
  public void join(List<Long> numbers, String words, Edit edit) {
    journal.join(numbers, words, edit);
  }

  /// One step of the journal.
  public record Noted(long number, String at, String coder, String words, boolean undone) {}

  /// At most so many of the newest steps, newest first.
  public List<Noted> journal(int most) {
    return journal.newest(most);
  }

  /// The steps that changed a finding, newest first; reads no other.
  public List<Noted> journal(Target id) {
    return journal.of(id.toString());
  }

  /// The steps that changed a code of the codebook, newest first.
  public List<Noted> journalOfCode(String id) {
    return journal.of(Journal.ofCode(id));
  }

  public Optional<Noted> step(long number) {
    return journal.step(number);
  }

  /// The newest step that stands.
  public Optional<Noted> newestDone() {
    return journal.newestDone();
  }

  /// The oldest step that is undone.
  public Optional<Noted> oldestUndone() {
    return journal.oldestUndone();
  }

  /// What a step did.
  public Edit edit(Noted step) {
    return journal.edit(step.number());
  }

  /// Notes that a step was undone, or done again, at this time.
  public void undone(long number, boolean undone, String at) {
    journal.undone(number, undone, at);
  }

  /// All that ever happened to the steps.
  public Moments moments() {
    return moments;
  }

  /// What came from elsewhere and is laid aside, by its id.
  public List<Waiting> waiting() {
    return edits.waiting();
  }

  // -- the ledger --

  /// Notes what became of a file; a file offered again keeps its place.
  public void intake(Intake i) {
    ledger.note(i);
  }

  /// The latest intake of every file, in the order first offered.
  public List<Intake> ledger() {
    return ledger.all();
  }

  /// Keeps files that gave articles, packed together; only inside [#together], and there once.
  public void keep(List<OriginalFile> files) {
    copies.keep(files, String.valueOf(generation() + 1));
  }

  /// Keeps the files of one of several parts (from 1) of one transaction.
  public void keep(List<OriginalFile> files, int part) {
    copies.keep(files, generation() + 1 + "-" + part);
  }

  /// The copies of the files that gave articles, and which article came of which.
  public OriginalRows copies() {
    return copies;
  }

  /// Copies of the whole library in other folders.
  public Copying copying() {
    return new Copying(folder, tables, originals);
  }

  /// What is wrong with the file and with the copies of the originals; empty when all is well.
  /// Readers and writers do not wait for it.
  public List<String> check() {
    return Inspection.problems(tables, originals);
  }

  @Override
  public void close() {
    try {
      tables.close();
    } finally {
      folder.release();
    }
  }

  private <T> List<T> rows(String sql, Desk.Reading<T> of, @Nullable Object... values) {
    return tables.rows(sql, of, values);
  }

  private void run(String sql, @Nullable Object... values) {
    tables.run(sql, values);
  }
}
