package org.tellings.store;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Dated;
import org.tellings.model.Decision;
import org.tellings.model.Edit;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Intake;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Outlet;
import org.tellings.model.Removed;
import org.tellings.model.Span;
import org.tellings.model.State;
import org.tellings.model.Summary;
import org.tellings.model.Tally;

/// Everything the user owns: one SQLite file in the library's folder, with the journal of edits and
/// the ledger of intakes. One process has a library open at a time. Safe for use from many threads.
public final class Library implements Closeable {

  private final FileChannel lockFile;
  private final Desk writing;
  // sees what is committed, and never waits for a batch that is being written
  private final Desk reading;
  private final Originals originals;

  private Library(FileChannel lockFile, Desk writing, Desk reading, Originals originals) {
    this.lockFile = lockFile;
    this.writing = writing;
    this.reading = reading;
    this.originals = originals;
  }

  /// Opens the library in `folder`; makes it when `create` and it is not there.
  public static Library open(Path folder, boolean create) {
    var file = folder.resolve("library.db");
    if (!create && !Files.exists(file)) {
      throw new LibraryException(
          "there is no library in " + folder + "; `add` and `open` make one");
    }
    if (!Files.exists(file) && holdsOther(folder)) {
      throw new LibraryException(
          "the folder "
              + folder
              + " holds other things and no library; choose an empty or a new folder. Nothing was"
              + " changed.");
    }
    @Nullable FileChannel lock = null;
    try {
      Files.createDirectories(folder.resolve("originals"));
      lock =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(lock)) {
        throw new LibraryException(
            "the library " + folder + " is open in another window or command; close that first");
      }
      if (isCut(folder, file)) {
        throw new LibraryException(
            "cannot open the library "
                + file
                + ": it is damaged or not a library (its end is missing). Nothing was changed.");
      }
      var writing = new Desk(file);
      try {
        Schema.prepare(writing, file);
        return new Library(
            lock, writing, reading(file), new Originals(folder.resolve("originals")));
      } catch (SQLException | LibraryException e) {
        writing.close();
        throw e;
      }
    } catch (IOException e) {
      release(lock);
      throw new LibraryException(
          "cannot open the library in "
              + folder
              + ": no right to write there ("
              + e.getMessage()
              + ")",
          e);
    } catch (SQLException e) {
      release(lock);
      throw new LibraryException(
          "cannot open the library "
              + file
              + ": it is damaged or not a library ("
              + e.getMessage()
              + "). Nothing was changed.",
          e);
    } catch (LibraryException e) {
      release(lock);
      throw e;
    }
  }

  /// Whether the file is shorter than it says it is. SQLite takes what is left of a short file for
  /// a new one, and would write over it.
  private static boolean isCut(Path folder, Path file) throws IOException {
    var size = Files.exists(file) ? Files.size(file) : 0;
    if (size == 0) {
      try (var originals = Files.list(folder.resolve("originals"))) {
        return Files.exists(file) && originals.findAny().isPresent();
      }
    }
    var head = ByteBuffer.allocate(100);
    try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
      while (head.hasRemaining() && channel.read(head) >= 0) {
        // goes on reading
      }
    }
    var page = head.getShort(16) & 0xFFFF;
    var pages = head.getInt(28);
    // after a kill the journal beside it holds the rest
    return size < 100
        || !Files.exists(file.resolveSibling(file.getFileName() + "-wal"))
            && size < (long) pages * (page == 1 ? 65536 : page);
  }

  /// True when a folder holds what a library just begun does not have.
  private static boolean holdsOther(Path folder) {
    if (!Files.isDirectory(folder)) {
      return false;
    }
    try (var files = Files.list(folder)) {
      return files
          .map(f -> String.valueOf(f.getFileName()))
          .anyMatch(name -> !name.equals("lock") && !name.equals("originals"));
    } catch (IOException e) {
      throw new LibraryException(
          "cannot look into the folder " + folder + ": " + e.getMessage(), e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException _) {
      return false;
    }
  }

  private static void release(@Nullable FileChannel lock) {
    if (lock != null) {
      try {
        lock.close();
      } catch (IOException e) {
        throw new LibraryException("cannot give the library's lock back", e);
      }
    }
  }

  private static Desk reading(Path file) throws SQLException {
    var desk = new Desk(file);
    try {
      desk.once("pragma busy_timeout = 5000");
      desk.once("pragma query_only = on");
      return desk;
    } catch (SQLException e) {
      desk.close();
      throw e;
    }
  }

  /// Runs `work` in one transaction: all of it is kept, or nothing. Raises the generation. What
  /// `work` reads, it reads inside the transaction.
  public <T> T together(Work<T> work) {
    try {
      return writing.together(
          () -> {
            var result = work.run(this);
            put("generation", Long.toString(generation() + 1));
            return result;
          });
    } catch (SQLException e) {
      throw failed("write to the library", e);
    }
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
                "insert into article values (null,?,?,?,?,?,?,?,?,?,?,?,?,1,?,?,?,?) returning"
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
  /// What somebody noted on or coded stays although it is not found any more.
  public void machine(ArticleId id, Found fresh) {
    var found = withMarked(id, fresh);
    run("update article set found = ? where id = ?", found.counts(), id.value());
    run(
        "update content set machine = ? where article = (select number from article where id = ?)",
        found.body(),
        id.value());
    var names =
        found.findings().stream()
            .map(f -> new FindingId(id, f.kind(), f.span()))
            .collect(Collectors.toSet());
    for (var decided : decisions(id).keySet()) {
      run(
          "update decision set machine = ? where article = ? and kind = ? and start = ? and \"end\""
              + " = ?",
          names.contains(decided) ? 1 : 0,
          id.value(),
          String.valueOf(decided.kind().letter()),
          decided.span().start(),
          decided.span().end());
    }
  }

  private Found withMarked(ArticleId id, Found fresh) {
    Set<FindingId> marked = new HashSet<>();
    rows(
        "select id from note where id > ? and id < ? union select id from coded where id > ? and id"
            + " < ?",
        r -> marked.add(FindingId.parse(r.getString(1))),
        id + ".",
        id + "/",
        id + ".",
        id + "/");
    var lost =
        machine(id).stream()
            .filter(f -> marked.contains(new FindingId(id, f.kind(), f.span())))
            .toList();
    return lost.isEmpty()
        ? fresh
        : Found.of(Stream.concat(fresh.findings().stream(), lost.stream()).toList());
  }

  public boolean has(ArticleId id) {
    return !rows("select 1 from article where id = ? and present", r -> 1, id.value()).isEmpty();
  }

  public Optional<Article> article(ArticleId id) {
    return rows(
            "select * from article join content on article = number where id = ?",
            Library::article,
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

  private static Article article(ResultSet r) throws SQLException {
    List<Removed> removed = new ArrayList<>();
    for (var one : Json.list(r.getString("removed"))) {
      if (one instanceof List<?> l && l.get(2) instanceof Integer at) {
        removed.add(new Removed(String.valueOf(l.get(0)), String.valueOf(l.get(1)), at));
      }
    }
    return new Article(
        new ArticleId(r.getString("id")),
        r.getString("file"),
        heading(r),
        r.getString("text"),
        r.getString("sha256"),
        removed);
  }

  static Heading heading(ResultSet r) throws SQLException {
    return new Heading(
        r.getString("title"),
        r.getString("byline"),
        new Outlet(r.getString("outlet")),
        dated(r, "published"),
        dated(r, "updated"),
        r.getString("url"),
        r.getString("language"));
  }

  private static Optional<Dated> dated(ResultSet r, String column) throws SQLException {
    @Nullable String value = r.getString(column);
    return value == null
        ? Optional.empty()
        : Optional.of(new Dated(value, r.getString(column + "_rule")));
  }

  // -- findings --

  /// An article's findings by span, then kind; a person's decision stands over the machine's
  /// reading.
  public List<Kept> findings(ArticleId id) {
    var decisions = decisions(id);
    Map<FindingId, String> notes = new HashMap<>();
    rows(
        "select id, text from note where id > ? and id < ?",
        r -> notes.put(FindingId.parse(r.getString(1)), r.getString(2)),
        id + ".",
        id + "/");
    Map<FindingId, List<String>> codes = new HashMap<>();
    rows(
        "select distinct id, code from coded where id > ? and id < ? order by code",
        r ->
            codes
                .computeIfAbsent(FindingId.parse(r.getString(1)), _ -> new ArrayList<>())
                .add(r.getString(2)),
        id + ".",
        id + "/");
    Map<FindingId, Kept> kept = new HashMap<>();
    for (var f : machine(id)) {
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
                    codes.getOrDefault(name, List.of()))));
    return kept.values().stream()
        .sorted(
            Comparator.comparing((Kept k) -> k.id().span())
                .thenComparing(k -> k.id().kind().letter()))
        .toList();
  }

  private List<Finding> machine(ArticleId id) {
    return rows(
            "select machine from content where article = (select number from article where id = ?)",
            r -> Found.read(r.getString(1)),
            id.value())
        .stream()
        .flatMap(List::stream)
        .toList();
  }

  private Map<FindingId, Decision> decisions(ArticleId id) {
    Map<FindingId, Decision> decisions = new HashMap<>();
    rows(
        "select * from decision where article = ?",
        r -> {
          var kind = Kind.of(r.getString("kind").charAt(0));
          return decisions.put(
              new FindingId(id, kind, new Span(r.getInt("start"), r.getInt("end"))),
              new Decision(
                  State.valueOf(r.getString("state")),
                  FindingRow.finding(kind, r.getString("body")),
                  r.getString("coder")));
        },
        id.value());
    return decisions;
  }

  /// All present articles, in the order of [#articles].
  public List<Summary> summaries() {
    return summaries(
        "present order by published is null, published, id",
        "article in (select id from article where present)");
  }

  public Optional<Summary> summary(ArticleId id) {
    return summaries("id = ?", "article = ?", id.value()).stream().findFirst();
  }

  private List<Summary> summaries(String which, String decisionsOn, @Nullable Object... values) {
    Map<String, List<SummaryRow.Decided>> decided = new HashMap<>();
    rows(
        "select article, kind, state, machine from decision where " + decisionsOn,
        r ->
            decided
                .computeIfAbsent(r.getString(1), _ -> new ArrayList<>())
                .add(
                    new SummaryRow.Decided(
                        Kind.of(r.getString(2).charAt(0)),
                        State.valueOf(r.getString(3)),
                        r.getBoolean(4))),
        values);
    return rows(
        "select * from article where " + which,
        r -> SummaryRow.summary(r, decided.getOrDefault(r.getString("id"), List.of())),
        values);
  }

  /// Counts findings of the present articles by kind and state.
  public Tally tally() {
    Map<Kind, Integer> found = new EnumMap<>(Kind.class);
    Map<State, Integer> states = new EnumMap<>(State.class);
    Set<Outlet> outlets = new HashSet<>();
    var summaries = summaries();
    for (var summary : summaries) {
      summary.found().forEach((kind, n) -> found.merge(kind, n, Integer::sum));
      summary.states().forEach((state, n) -> states.merge(state, n, Integer::sum));
      if (summary.heading().outlet().isKnown()) {
        outlets.add(summary.heading().outlet());
      }
    }
    return new Tally(summaries.size(), outlets.size(), found, states);
  }

  public Optional<Decision> decision(FindingId id) {
    return Optional.ofNullable(decisions(id.article()).get(id));
  }

  // -- the journal --

  /// Does an edit, without noting it.
  public void apply(Edit edit) {
    switch (edit) {
      case Edit.Decided d -> {
        run(
            "delete from decision where article = ? and kind = ? and start = ? and \"end\" = ?",
            key(d.id()));
        d.after()
            .ifPresent(
                to ->
                    run(
                        "insert into decision values (?,?,?,?,?,?,?,?)",
                        d.id().article().value(),
                        String.valueOf(d.id().kind().letter()),
                        d.id().span().start(),
                        d.id().span().end(),
                        to.state().name(),
                        FindingRow.body(to.finding()),
                        to.coder(),
                        isFound(d.id()) ? 1 : 0));
      }
      case Edit.Noted n -> {
        run("delete from note where id = ?", n.id().toString());
        if (!n.after().isEmpty()) {
          run("insert into note values (?, ?)", n.id().toString(), n.after());
        }
      }
      case Edit.Described d -> {
        var h = d.after();
        run(
            "update article set title = ?, byline = ?, outlet = ?, published = ?, published_rule ="
                + " ?, updated = ?, updated_rule = ? where id = ?",
            h.title(),
            h.byline(),
            h.outlet().name(),
            h.published().map(Dated::value).orElse(null),
            h.published().map(Dated::rule).orElse(null),
            h.updated().map(Dated::value).orElse(null),
            h.updated().map(Dated::rule).orElse(null),
            d.id().value());
      }
      case Edit.Presence p ->
          p.articles()
              .forEach(
                  id ->
                      run(
                          "update article set present = ? where id = ?",
                          p.present() ? 1 : 0,
                          id.value()));
      case Edit.Coded c -> {
        if (c.on()) {
          run("insert or ignore into coded values (?,?,?)", c.id().toString(), c.code(), c.coder());
        } else {
          run(
              "delete from coded where id = ? and code = ? and coder = ?",
              c.id().toString(),
              c.code(),
              c.coder());
        }
      }
      case Edit.Defined d -> {
        d.before().ifPresent(code -> run("delete from code where name = ?", code.name()));
        d.after()
            .ifPresent(
                code -> run("insert or replace into code values (?,?)", code.name(), code.key()));
      }
      case Edit.Together t -> t.edits().forEach(this::apply);
    }
  }

  /// The codebook, by name.
  public List<Code> codes() {
    return rows(
        "select name, key from code order by name", r -> new Code(r.getString(1), r.getInt(2)));
  }

  /// Who gave a finding this code.
  public List<String> coders(FindingId id, String code) {
    return rows(
        "select coder from coded where id = ? and code = ? order by coder",
        r -> r.getString(1),
        id.toString(),
        code);
  }

  private boolean isFound(FindingId id) {
    return machine(id.article()).stream()
        .anyMatch(f -> f.kind() == id.kind() && f.span().equals(id.span()));
  }

  /// Notes a step as done and returns its number; steps that were undone before it can no longer be
  /// redone.
  public long journal(String at, String coder, String words, Edit edit) {
    run("delete from journal where undone");
    return rows(
            "insert into journal (at, coder, words, edit, undone) values (?,?,?,?,0) returning"
                + " number",
            r -> r.getLong(1),
            at,
            coder,
            words,
            EditRow.text(edit))
        .getFirst();
  }

  /// Makes one step of several that stand, in the place of the last.
  public void join(List<Long> numbers, String words, Edit edit) {
    run(
        "update journal set words = ?, edit = ? where number = ?",
        words,
        EditRow.text(edit),
        numbers.getLast());
    numbers
        .subList(0, numbers.size() - 1)
        .forEach(number -> run("delete from journal where number = ?", number));
  }

  /// One step of the journal.
  public record Noted(
      long number, String at, String coder, String words, Edit edit, boolean undone) {}

  /// All steps, newest first.
  public List<Noted> journal() {
    return rows("select * from journal order by number desc", Library::noted);
  }

  public Optional<Noted> step(long number) {
    return rows("select * from journal where number = ?", Library::noted, number).stream()
        .findFirst();
  }

  private static Noted noted(ResultSet r) throws SQLException {
    return new Noted(
        r.getLong("number"),
        r.getString("at"),
        r.getString("coder"),
        r.getString("words"),
        EditRow.edit(r.getString("edit")),
        r.getBoolean("undone"));
  }

  public void undone(long number, boolean undone) {
    run("update journal set undone = ? where number = ?", undone ? 1 : 0, number);
  }

  // -- the ledger --

  /// Notes what became of a file; a file offered again keeps its place.
  public void intake(Intake i) {
    switch (i) {
      case Intake.Added a ->
          intake(
              i, "added", a.article().value(), a.characters(), "", String.join("; ", a.missing()));
      case Intake.Duplicate d -> intake(i, "duplicate", d.article().value(), 0, "", d.reason());
      case Intake.Unreadable u -> intake(i, "unreadable", null, 0, u.rule(), u.reason());
      case Intake.Skipped s -> intake(i, "skipped", null, 0, s.rule(), s.reason());
    }
  }

  private void intake(
      Intake i,
      String outcome,
      @Nullable String article,
      int characters,
      String rule,
      String reason) {
    run(
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
  public List<Intake> ledger() {
    return rows(
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

  /// Keeps files that gave articles, packed together; only inside [#together].
  public void keep(List<OriginalFile> files) {
    if (files.isEmpty()) {
      return;
    }
    var pack = originals.write(generation() + 1, files);
    files.forEach(
        f ->
            run(
                "insert or replace into original values (?,?,?,?)",
                f.sha256(),
                f.article().value(),
                f.name(),
                pack));
  }

  /// The file an article came from, byte for byte; empty when its copy is gone.
  public Optional<byte[]> original(ArticleId id) {
    return rows(
            "select sha256, name, pack from original where article = ? order by sha256",
            r -> originals.read(r.getString(3), r.getString(1), r.getString(2)),
            id.value())
        .stream()
        .flatMap(Optional::stream)
        .findFirst();
  }

  /// The present article that a file with these bytes gave before.
  public Optional<ArticleId> original(String sha256) {
    return rows(
            "select o.article from original o join article a on a.id = o.article where o.sha256 = ?"
                + " and a.present",
            r -> new ArticleId(r.getString(1)),
            sha256)
        .stream()
        .findFirst();
  }

  /// What is wrong with the file and with the copies of the originals; empty when all is well.
  public List<String> check() {
    List<String> problems = new ArrayList<>();
    rows("pragma integrity_check", r -> r.getString(1)).stream()
        .filter(line -> !line.equals("ok"))
        .map("library.db: "::concat)
        .forEach(problems::add);
    rows(
        "select sha256, name, pack, article from original order by pack, sha256",
        r -> {
          var sha256 = r.getString(1);
          var copy = originals.read(r.getString(3), sha256, r.getString(2));
          if (copy.filter(bytes -> Originals.sha256(bytes).equals(sha256)).isEmpty()) {
            problems.add(
                "the copy of the file "
                    + r.getString(2)
                    + " of article "
                    + r.getString(4)
                    + " is gone or damaged");
          }
          return 0;
        });
    return problems;
  }

  @Override
  public void close() {
    try (writing;
        reading) {
      // the journal file goes with the last connection
    } catch (SQLException e) {
      throw failed("close the library", e);
    } finally {
      release(lockFile);
    }
  }

  private <T> List<T> rows(String sql, Desk.Reading<T> of, @Nullable Object... values) {
    try {
      return (writing.isHeld() ? writing : reading).rows(sql, of, values);
    } catch (SQLException e) {
      throw failed("read the library", e);
    } catch (IllegalArgumentException | NoSuchElementException | IndexOutOfBoundsException e) {
      throw new LibraryException(
          "cannot read the library: library.db is damaged (" + e.getMessage() + ")", e);
    }
  }

  private void run(String sql, @Nullable Object... values) {
    try {
      writing.run(sql, values);
    } catch (SQLException e) {
      throw failed("write to the library", e);
    }
  }

  private static Object[] key(FindingId id) {
    return new Object[] {
      id.article().value(), String.valueOf(id.kind().letter()), id.span().start(), id.span().end()
    };
  }

  private static LibraryException failed(String what, SQLException e) {
    var full =
        String.valueOf(e.getMessage()).matches("(?s).*SQLITE_(FULL|IOERR).*")
            ? " Is the disk full?"
            : "";
    return new LibraryException(
        "cannot "
            + what
            + ": "
            + e.getMessage()
            + "."
            + full
            + " What was kept before is unharmed.",
        e);
  }
}
