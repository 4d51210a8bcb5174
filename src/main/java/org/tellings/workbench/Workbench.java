package org.tellings.workbench;

import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tellings.compare.Account;
import org.tellings.compare.Comparison;
import org.tellings.export.Annotations;
import org.tellings.export.ClaimReviews;
import org.tellings.export.Exporters;
import org.tellings.export.Form;
import org.tellings.export.SourceRows;
import org.tellings.extract.Extractors;
import org.tellings.extract.Rules;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Decision;
import org.tellings.model.Edit;
import org.tellings.model.Facets;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Hits;
import org.tellings.model.Intake;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Query;
import org.tellings.model.Segment;
import org.tellings.model.Span;
import org.tellings.model.State;
import org.tellings.model.Summary;
import org.tellings.model.Tally;
import org.tellings.model.Target;
import org.tellings.model.Tie;
import org.tellings.search.SearchIndex;
import org.tellings.store.Found;
import org.tellings.store.Library;
import org.tellings.store.LibraryException;

/// One open library and all that can be done with it. The window, the command line and the tests go
/// through here. Safe for use from many threads.
///
/// Methods that cannot do their work because library or machine failed throw [WorkbenchException]
/// with a message fit to show.
public final class Workbench implements Closeable {

  private final Path folder;
  private final Library library;
  private final SearchIndex index;
  private final Compared compared;
  private final TimelineDesk timeline;
  private final StoryDesk story;
  private final ReportDesk reports;
  private final RestoreDesk restoring;
  private final MergeDesk merging;
  private final CodebookDesk codebook;
  private final CodingDesk coding;
  private final AgreementDesk agreement;
  private final ReviewDesk review = new ReviewDesk(this);
  private final ExchangeDesk exchange;
  private final Shadow shadow;
  private final Clock clock;
  private static final String CODER = "coder";
  private static final String VIEWER = "viewer";

  private final Map<String, String> passing = new ConcurrentHashMap<>();

  private Workbench(Path folder, Library library, SearchIndex index, Clock clock) {
    this.folder = folder;
    this.library = library;
    this.index = index;
    this.compared = new Compared(library);
    this.timeline = new TimelineDesk(this, library);
    this.story = new StoryDesk(this, library);
    this.reports = new ReportDesk(this, library);
    this.merging = new MergeDesk(this, library);
    this.restoring = new RestoreDesk(folder, library);
    this.codebook = new CodebookDesk(this, library);
    this.coding = new CodingDesk(this, library);
    this.agreement = new AgreementDesk(this, library);
    this.exchange = new ExchangeDesk(this, library);
    this.shadow =
        new Shadow(
            library,
            index,
            id -> {
              compared.changed(id);
              timeline.changed(id);
            });
    this.clock = clock;
    library.codings().viewer(coder());
  }

  /// Opens the library in `folder`, making it when `create`. Reconciles the index before it
  /// returns.
  public static Workbench open(Path folder, boolean create, Progress progress) {
    return opened(folder, () -> Library.open(folder, create), progress);
  }

  /// Opens the library in `folder` to read: as [#open]; but when another process has it open, or
  /// nothing can be written there, as it is now, without the right to change anything, and with the
  /// index as it was committed last.
  public static Workbench openToRead(Path folder, Progress progress) {
    return opened(folder, () -> Library.openToRead(folder), progress);
  }

  /// What [#check] says last of a library of which something cannot be read.
  public static final String WANTS_RESCUE =
      "`check --repair` saves what can be read into a new library.db and keeps the damaged one";

  /// Saves what can still be read of a damaged library into a new file, and reads the texts that
  /// are gone anew from the copies of their files; says what was kept, then what was lost. The
  /// damaged file stays beside it. The library is not open meanwhile.
  public static List<String> rescue(Path folder) {
    return trying(
        () ->
            Library.rescue(
                folder,
                (name, content) ->
                    Offered.of(Path.of(name), name, content).result()
                            instanceof Offered.Result.Read r
                        ? Optional.of(new Library.Reread(r.article(), r.found()))
                        : Optional.empty()));
  }

  private static Workbench opened(Path folder, Trying<Library> opening, Progress progress) {
    return trying(
        () -> {
          var library = opening.run();
          var in = folder.resolve("index");
          Closeable opened = library;
          try {
            var index =
                library.mayWrite()
                    ? SearchIndex.open(in)
                    : SearchIndex.openToRead(
                        in,
                        "there is no index to search in, and this command may make none, since "
                            + library.whyNot());
            var workbench = new Workbench(folder, library, index, Clock.systemUTC());
            opened = workbench;
            if (library.mayWrite() && workbench.shadow.isBehind()) {
              workbench.reindex(progress);
            }
            if (library.mayWrite()) {
              workbench.lookAnew();
            }
            return workbench;
          } catch (RuntimeException e) {
            closeAfter(e, opened);
            throw e;
          }
        });
  }

  /// Why nothing can be changed in this library; empty when it can be changed.
  public String whyNot() {
    return library.whyNot();
  }

  /// True when searches do not see all of the library, since another process is changing it, or has
  /// left the index behind where it cannot be made anew.
  public boolean isBehind() {
    return trying(shadow::isBehind);
  }

  /// Opens the sample library beside the default one; makes it from the articles in `samples` when
  /// it is empty, and takes in the decisions that come with them while nobody has done anything in
  /// it. What a person did in it is kept.
  public static Workbench openSample(Path samples, Progress progress) {
    return filled(open(sampleFolder(), true, progress), samples, progress);
  }

  /// Opens the sample library as [#openSample]; when another process has it open, as [#openToRead].
  public static Workbench openSampleToRead(Path samples, Progress progress) {
    return Files.exists(sampleFolder().resolve("library.db"))
        ? filled(openToRead(sampleFolder(), progress), samples, progress)
        : openSample(samples, progress);
  }

  /// Where the sample library is.
  public static Path sampleFolder() {
    return defaultFolder().resolveSibling("tellings-sample");
  }

  private static Workbench filled(Workbench workbench, Path samples, Progress progress) {
    try {
      if (workbench.size() == 0 && workbench.library.mayWrite()) {
        workbench.add(List.of(samples), progress);
      }
      var pack = samples.resolve("decisions.pack");
      // nobody has done anything in it yet, but for adding the articles
      if (workbench.library.mayWrite()
          && workbench.library.journal(2).size() == 1
          && Files.isRegularFile(pack)) {
        workbench.takeIn(pack);
      }
      return workbench;
    } catch (RuntimeException e) {
      closeAfter(e, workbench);
      throw e;
    }
  }

  /// Closes what was opened before `problem` came, so that the next try finds no lock.
  private static void closeAfter(RuntimeException problem, Closeable opened) {
    try {
      opened.close();
    } catch (IOException | RuntimeException second) {
      problem.addSuppressed(second);
    }
  }

  /// `$TELLINGS_LIBRARY`, else `tellings-library` in the platform's data folder.
  public static Path defaultFolder() {
    var named = Optional.ofNullable(System.getenv("TELLINGS_LIBRARY")).filter(s -> !s.isBlank());
    if (named.isPresent()) {
      return Path.of(named.get());
    }
    var home = Path.of(System.getProperty("user.home", "."));
    var system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
    var data =
        system.contains("win")
            ? Optional.ofNullable(System.getenv("LOCALAPPDATA")).map(Path::of).orElse(home)
            : system.contains("mac")
                ? home.resolve("Library/Application Support")
                : Optional.ofNullable(System.getenv("XDG_DATA_HOME"))
                    .filter(s -> !s.isBlank())
                    .map(Path::of)
                    .orElse(home.resolve(".local/share"));
    return data.resolve("tellings-library");
  }

  public Path folder() {
    return folder;
  }

  // -- articles in --

  /// Reads files and folders (recursively) into the library; one intake a file, in the order
  /// offered. Kept in batches: what was kept before a kill or a cancel stays. What waited for one
  /// of these articles is attached to it, in a step of its own.
  public List<Intake> add(List<Path> paths, Progress progress) {
    var intakes =
        trying(
            () ->
                new Ingest(
                        library,
                        shadow,
                        (l, words, edit) -> l.journal(now(), coder(), words, edit),
                        progress)
                    .run(Offered.files(paths)));
    var fresh =
        intakes.stream()
            .filter(Intake.Added.class::isInstance)
            .map(i -> ((Intake.Added) i).article())
            .filter(id -> trying(() -> library.has(id)))
            .toList();
    if (!fresh.isEmpty()) {
      merging.attach(fresh);
    }
    return intakes;
  }

  /// Keeps pasted words as a text file of the library's `pasted` folder and adds that.
  public Intake paste(String text, Progress progress) {
    if (text.isBlank()) {
      throw new IllegalArgumentException("there are no words to paste");
    }
    try {
      var pasted = Files.createDirectories(folder.resolve("pasted"));
      var file = pasted.resolve("pasted-" + Article.sha256(text).substring(0, 12) + ".txt");
      Files.writeString(file, text);
      return add(List.of(file), progress).getFirst();
    } catch (IOException e) {
      throw new WorkbenchException(
          "cannot keep the pasted words in " + folder + ": " + e.getMessage(), e);
    }
  }

  /// Offers the unreadable files of the ledger again.
  public List<Intake> retry(Progress progress) {
    var paths =
        ledger().stream()
            .filter(Intake.Unreadable.class::isInstance)
            .map(i -> Path.of(i.path()))
            .toList();
    return paths.isEmpty() ? List.of() : add(paths, progress);
  }

  /// The ledger: the latest intake of every file ever offered, in the order first offered.
  ///
  /// What is missing of an article, and whether it is there at all, is told as it is now.
  public List<Intake> ledger() {
    return trying(
        () -> {
          var there = new HashSet<>(library.articles());
          return library.ledger().stream()
              .map(i -> i instanceof Intake.Added a ? asItIsNow(a, there.contains(a.article())) : i)
              .toList();
        });
  }

  private Intake asItIsNow(Intake.Added added, boolean isThere) {
    if (!isThere) {
      var other = library.copies().inPlaceOf(added.article()).flatMap(library::article);
      if (other.isPresent()) {
        return asItIsNow(
            new Intake.Added(
                added.path(),
                added.bytes(),
                other.get().id(),
                other.get().text().length(),
                added.missing()),
            true);
      }
      return new Intake.Skipped(
          added.path(),
          added.bytes(),
          "undone",
          "it is not in the library now; undo or redo brings it back, or add the file again");
    }
    if (added.missing().isEmpty()) {
      return added;
    }
    var heading = library.article(added.article()).orElseThrow().heading();
    var missing =
        added.missing().stream()
            .filter(
                m ->
                    m.contains("title") && heading.title().isEmpty()
                        || m.contains("date") && heading.published().isEmpty()
                        || m.contains("outlet") && !heading.outlet().isKnown())
            .toList();
    return new Intake.Added(
        added.path(), added.bytes(), added.article(), added.characters(), missing);
  }

  /// Leaves a file out that could not be read: its entry becomes "skipped", until that is undone.
  public synchronized void skip(Intake.Unreadable file) {
    step(
        "Left out file " + Words.excerpt(String.valueOf(Path.of(file.path()).getFileName())),
        new Edit.LeftOut(file, true));
  }

  /// A setting of the window kept with the library, as the theme.
  public Optional<String> setting(String name) {
    return Optional.ofNullable(passing.get(name))
        .or(() -> trying(() -> library.fact("setting." + name)));
  }

  /// Kept where the library can be changed, and only until it is closed where it is read.
  public void setting(String name, String value) {
    if (!library.mayWrite()) {
      passing.put(name, value);
      return;
    }
    trying(
        () -> {
          library.put("setting." + name, value);
          return value;
        });
  }

  // -- reading --

  public int size() {
    return trying(() -> library.articles().size());
  }

  /// All articles by publication date, those without one last, then by id.
  public List<Summary> articles() {
    return trying(library::summaries);
  }

  public Optional<Summary> summary(ArticleId id) {
    return trying(() -> library.summary(id));
  }

  public Optional<Article> article(ArticleId id) {
    return trying(() -> library.article(id));
  }

  /// The file an article came from, byte for byte, as a file of its own that goes when the program
  /// ends; empty when no copy is kept.
  public Optional<Path> original(ArticleId id) {
    return trying(() -> Original.written(library, id));
  }

  /// The article that stands for this one: itself while it is in the library, else the one of the
  /// same file that took its place (a part was put back, or that was undone); empty when neither.
  public Optional<ArticleId> standing(ArticleId id) {
    return trying(() -> library.has(id) ? Optional.of(id) : library.copies().inPlaceOf(id));
  }

  /// An article by its id, the beginning of its id (4 digits or more), or its file's name; empty
  /// when none or several fit.
  public Optional<ArticleId> resolve(String name) {
    var fit = named(name);
    return fit.size() == 1 ? Optional.of(fit.getFirst().id()) : Optional.empty();
  }

  /// The articles that have this id, an id that begins so (4 digits or more), or this file name.
  public List<Summary> named(String name) {
    return articles().stream()
        .filter(
            a -> a.file().equals(name) || (name.length() >= 4 && a.id().value().startsWith(name)))
        .toList();
  }

  /// An article's findings ordered by span, then kind; rejected ones included.
  public List<Kept> findings(ArticleId id) {
    return trying(() -> library.findings(id));
  }

  public Optional<Kept> finding(FindingId id) {
    return findings(id.article()).stream().filter(kept -> kept.id().equals(id)).findFirst();
  }

  /// How many findings of each kind and state the present articles have.
  public Tally tally() {
    return trying(library::tally);
  }

  public Hits find(Query query, Hits.Order order, int from, int size) {
    return trying(() -> index.find(query, order, from, size));
  }

  /// What the articles a query finds have in common: outlets, speakers, names, states, days.
  public Facets facets(Query query) {
    return trying(() -> index.facets(query));
  }

  public String explain(Query query) {
    return index.explain(query);
  }

  // -- deciding: each call is one step that can be undone, and waits for the step before --

  public synchronized void confirm(List<FindingId> ids) {
    decide(
        "Confirmed",
        ids,
        kept -> Optional.of(decision(State.CONFIRMED, kept.finding(), Optional.of(kept))));
  }

  public synchronized void reject(List<FindingId> ids) {
    decide(
        "Rejected",
        ids,
        kept -> Optional.of(decision(State.REJECTED, kept.finding(), Optional.of(kept))));
  }

  /// Gives findings back to the machine.
  public synchronized void restore(List<FindingId> ids) {
    decide("Restored", ids, _ -> Optional.empty());
  }

  /// Takes the machine's new readings of decided findings, see [Kept#machineNow]: they are
  /// confirmed as the machine reads them now, or corrected, where a person moved their ends.
  public synchronized void useMachine(List<FindingId> ids) {
    decide(
        "Took the machine's new reading of",
        ids,
        kept -> {
          var now = machineNow(kept);
          var span = kept.finding().span();
          var isMoved = !span.equals(now.span());
          return Optional.of(
              new Decision(
                  isMoved ? State.CORRECTED : State.CONFIRMED,
                  isMoved ? Fields.on(now, span) : now,
                  coder(),
                  Optional.of(now)));
        });
  }

  /// Leaves decided findings as people decided, and tells of the machine's reading of now no more.
  public synchronized void dismissMachine(List<FindingId> ids) {
    decide(
        "Dismissed the machine's new reading of",
        ids,
        kept -> {
          var now = Optional.of(machineNow(kept));
          return library
              .decision(kept.id())
              .map(d -> new Decision(d.state(), d.finding(), d.coder(), now));
        });
  }

  /// What the machine now reads of an article's decided findings that people have not seen, by the
  /// finding's id, as "speaker: Ada Lund; cue: said" in the published fields that read otherwise
  /// than what counts.
  public Map<String, String> machineNow(ArticleId article) {
    var at = there(article);
    Map<String, String> now = new LinkedHashMap<>();
    for (var kept : findings(article)) {
      kept.machineNow().ifPresent(m -> now.put(kept.id().toString(), Rows.parted(at, kept, m)));
    }
    return now;
  }

  /// The decided findings of the whole library of which the machine now reads what people have not
  /// seen.
  public List<FindingId> machineNow() {
    return articles().stream()
        .filter(a -> a.states().keySet().stream().anyMatch(state -> state != State.MACHINE))
        .flatMap(a -> findings(a.id()).stream())
        .filter(kept -> kept.machineNow().isPresent())
        .map(Kept::id)
        .toList();
  }

  private static Finding machineNow(Kept kept) {
    return kept.machineNow()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the machine reads nothing new of finding " + kept.id()));
  }

  /// What is decided now on a finding as it was `before`. What the machine reads otherwise since a
  /// first decision is told until it is used or dismissed.
  Decision decision(State state, Finding finding, Optional<Kept> before) {
    return new Decision(
        state, finding, coder(), before.flatMap(kept -> kept.seen().or(kept::machine)));
  }

  /// Keeps corrected fields, named and written as in `docs/manual/cli.md` (`speaker=David Sacks`).
  /// An unknown field or an unreadable value is refused with an [IllegalArgumentException] fit to
  /// show.
  public void correct(FindingId id, Map<String, String> fields) {
    correct(List.of(id), fields);
  }

  /// The same for several findings, in one step.
  public synchronized void correct(List<FindingId> ids, Map<String, String> fields) {
    decide(
        "Corrected",
        ids,
        kept ->
            Optional.of(
                decision(State.CORRECTED, Fields.with(kept.finding(), fields), Optional.of(kept))));
  }

  /// Says that who is called `name` is the one called `as`: their quotes name `as` from now on, and
  /// so do the claims of these articles that were theirs, in one step. What was rejected stays as
  /// it is. Returns how many findings were corrected.
  public synchronized int callAlike(String name, String as) {
    if (as.isBlank() || as.equals(name)) {
      throw new IllegalArgumentException("“" + as + "” is no other name for " + name);
    }
    var ids =
        find(
                Query.parse(Query.choosing(Query.FieldName.SPEAKER, List.of(name))),
                Hits.Order.OLDEST,
                0,
                size())
            .page()
            .stream()
            .flatMap(hit -> findings(hit.article()).stream())
            .filter(kept -> kept.state() != State.REJECTED)
            .filter(kept -> Fields.whose(kept.finding()).equals(Optional.of(name)))
            .map(Kept::id)
            .toList();
    if (ids.isEmpty()) {
      throw new IllegalArgumentException("nobody is called " + name + " in a quote");
    }
    decide(
        "Called “" + name + "” " + as + " in",
        ids,
        kept ->
            Optional.of(
                decision(
                    State.CORRECTED,
                    Fields.with(
                        kept.finding(),
                        Map.of(kept.id().kind() == Kind.QUOTE ? "speaker" : "source", as)),
                    Optional.of(kept))));
    return ids.size();
  }

  /// Adds a finding by hand on these characters, confirmed, with every field it cannot know left
  /// open. What the machine or a person already found on exactly these characters is confirmed
  /// instead.
  public synchronized FindingId make(ArticleId article, Kind kind, Span span) {
    var text =
        article(article)
            .orElseThrow(() -> new IllegalArgumentException("there is no article " + article))
            .text();
    Words.checkEnd(span, text);
    var id = new FindingId(article, kind, span);
    var before = finding(id);
    var finding =
        before.map(Kept::finding).orElseGet(() -> Fields.blank(kind, span, span.in(text)));
    step(
        "Added " + kind.word() + " " + Words.excerpt(span.in(text)),
        new Edit.Decided(
            id, library.decision(id), Optional.of(decision(State.CONFIRMED, finding, before))));
    return id;
  }

  /// Adds a finding by hand with these fields, in one step. Where there is one on exactly these
  /// characters, rejected or not, that is refused.
  synchronized FindingId make(ArticleId article, Kind kind, Span span, Map<String, String> fields) {
    var text = there(article).text();
    Words.checkEnd(span, text);
    var id = new FindingId(article, kind, span);
    for (var kept : findings(article)) {
      if (kept.id().equals(id) || kept.id().kind() == kind && kept.finding().span().equals(span)) {
        throw new IllegalArgumentException(
            "there is "
                + named(kept.id())
                + " on these words already ("
                + kept.state().word()
                + "): "
                + kept.id());
      }
    }
    var finding = Fields.with(Fields.blank(kind, span, span.in(text)), fields);
    step(
        "Added " + kind.word() + " " + Words.excerpt(span.in(text)),
        new Edit.Decided(
            id,
            library.decision(id),
            Optional.of(decision(State.CONFIRMED, finding, Optional.empty()))));
    return id;
  }

  /// Who decided last on each decided finding of an article, and when.
  Map<FindingId, ReviewDesk.Decided> decided(ArticleId article) {
    return trying(() -> new Deciders(library).of(article));
  }

  /// Moves the ends of a finding; its name stays.
  public synchronized void move(FindingId id, Span to) {
    var text =
        article(id.article())
            .orElseThrow(() -> new IllegalArgumentException("there is no article " + id.article()))
            .text();
    Words.checkEnd(to, text);
    decide(
        "Moved the ends of",
        List.of(id),
        kept ->
            Optional.of(
                decision(State.CORRECTED, Fields.on(kept.finding(), to), Optional.of(kept))));
  }

  /// Corrects what stands over an article: `title` `byline` `outlet` `published` `updated`. An
  /// unknown field or an unreadable date is refused with an [IllegalArgumentException] fit to show.
  public synchronized void describe(ArticleId id, Map<String, String> fields) {
    var before =
        article(id)
            .orElseThrow(() -> new IllegalArgumentException("there is no article " + id))
            .heading();
    step(
        "Corrected " + String.join(", ", fields.keySet()) + " of " + Words.excerpt(before.title()),
        new Edit.Described(id, before, Fields.with(before, fields)));
  }

  /// Takes articles out of the library, in one step. Their words and what people decided stay
  /// stored: undo, or adding a file again, brings them back.
  public synchronized void takeOut(List<ArticleId> articles) {
    var all = articles.stream().distinct().toList();
    for (var id : all) {
      if (!trying(() -> library.has(id))) {
        throw new IllegalArgumentException("there is no article " + id);
      }
    }
    if (!all.isEmpty()) {
      var words =
          all.size() == 1
              ? "Took out article " + Words.excerpt(there(all.getFirst()).title())
              : Words.count("Took out", all.size(), "article");
      step(words, new Edit.Presence(all, false));
    }
  }

  private interface Deciding {
    Optional<Decision> on(Kept kept);
  }

  private void decide(String verb, List<FindingId> ids, Deciding deciding) {
    List<Edit> edits = new ArrayList<>();
    Map<ArticleId, Map<FindingId, Kept>> known = new HashMap<>();
    for (var id : ids) {
      var kept =
          Optional.ofNullable(known.computeIfAbsent(id.article(), this::byId).get(id))
              .orElseThrow(() -> new IllegalArgumentException("there is no finding " + id));
      edits.add(new Edit.Decided(id, library.decision(id), deciding.on(kept)));
    }
    var words =
        ids.size() == 1
            ? verb + " " + named(ids.getFirst())
            : Words.count(verb, ids.size(), "finding");
    step(words, edits.size() == 1 ? edits.getFirst() : new Edit.Together(words, edits));
  }

  private Map<FindingId, Kept> byId(ArticleId article) {
    return findings(article).stream().collect(Collectors.toMap(Kept::id, kept -> kept));
  }

  /// Puts a note on a finding, or on words that are none; the empty note takes it away.
  public synchronized void note(Target id, String text) {
    coding.check(id);
    var words = "Noted on " + coding.named(List.of(id));
    step(words, l -> Noting.edit(l, words, new Edit.Noted(id, note(id), text.strip())));
  }

  /// The note on a finding, or on words that are none; empty when there is none.
  public String note(Target id) {
    return switch (id) {
      case FindingId finding -> finding(finding).map(Kept::note).orElse("");
      case Segment words ->
          trying(() -> library.codings().notes(words.article())).getOrDefault(words, "");
    };
  }

  /// `quote “There’s substantial evidence…”`.
  String named(FindingId id) {
    var text = article(id.article()).orElseThrow().text();
    return id.kind().word() + " " + Words.excerpt(id.span().in(text));
  }

  /// Puts a part that was left out of an article back where it stood: `index` is its place in
  /// [Article#removed], from 0. The article with the part takes the place of the one without, in
  /// one step.
  public synchronized PutBack restorePart(ArticleId id, int index) {
    var part =
        article(id)
            .filter(a -> index >= 0 && index < a.removed().size())
            .map(a -> " " + Words.excerpt(a.removed().get(index).text()));
    var done = new AtomicReference<Parts.Done>();
    step(
        "Put back" + part.orElse(""),
        l -> {
          done.set(Parts.putBack(l, id, index));
          return done.get().edit();
        });
    return new PutBack(done.get().article().id(), done.get().left());
  }

  /// The article that has the part, and the findings and coded words of the former that people
  /// worked on and that have no place in it; these are in the former still, which undo brings back.
  public record PutBack(ArticleId article, List<Target> left) {
    public PutBack {
      left = List.copyOf(left);
    }
  }

  void step(String words, Edit edit) {
    step(words, _ -> edit);
  }

  void step(String words, Function<Library, Edit> making) {
    trying(
        () -> {
          shadow.begin();
          Edit edit;
          try {
            edit =
                library.together(
                    l -> {
                      var made = making.apply(l);
                      l.apply(made);
                      reread(l, made);
                      l.journal(now(), coder(), words, made);
                      return made;
                    });
          } catch (RuntimeException e) {
            shadow.end(); // nothing was changed that the index lacks
            throw e;
          }
          shadow.catchUp(touched(edit));
          return edit;
        });
  }

  /// Dates such as "last Monday" are counted from the day of publication; when that changes, the
  /// machine reads the article again.
  static void reread(Library l, Edit edit) {
    switch (edit) {
      case Edit.Described d when !d.before().published().equals(d.after().published()) ->
          l.machine(d.id(), Found.of(Extractors.extractAll(l.article(d.id()).orElseThrow())));
      case Edit.Together t -> t.edits().forEach(one -> reread(l, one));
      case Edit.Described _,
          Edit.Decided _,
          Edit.Noted _,
          Edit.Coded _,
          Edit.Defined _,
          Edit.Closed _,
          Edit.Enrolled _,
          Edit.Finished _,
          Edit.Settled _,
          Edit.Tied _,
          Edit.Named _,
          Edit.Timed _,
          Edit.Dismissed _,
          Edit.Presence _,
          Edit.LeftOut _,
          Edit.Learned _,
          Edit.Waits _,
          Edit.Reread _ -> {}
    }
  }

  private List<ArticleId> touched(Edit edit) {
    return switch (edit) {
      case Edit.Decided d -> List.of(d.id().article());
      case Edit.Noted n -> List.of(n.id().article());
      case Edit.Coded c -> List.of(c.id().article());
      case Edit.Finished f -> List.of(f.article());
      case Edit.Enrolled _ -> library.codings().articles();
      // another name of a code is another word to search for where it was given
      case Edit.Defined d ->
          d.before().map(Code::name).equals(d.after().map(Code::name))
              ? List.of()
              : library
                  .codings()
                  .articles(
                      Stream.concat(d.before().stream(), d.after().stream())
                          .map(Code::id)
                          .distinct()
                          .toList());
      case Edit.Closed _,
          Edit.Settled _,
          Edit.Tied _,
          Edit.Named _,
          Edit.Timed _,
          Edit.Dismissed _,
          Edit.LeftOut _,
          Edit.Learned _,
          Edit.Waits _,
          Edit.Reread _ ->
          List.of();
      case Edit.Described d -> List.of(d.id());
      case Edit.Presence p -> p.articles();
      case Edit.Together t ->
          t.edits().stream().flatMap(one -> touched(one).stream()).distinct().toList();
    };
  }

  /// Undoes the last step and says in words what was undone; empty when there is nothing to undo.
  public synchronized Optional<String> undo() {
    checkOwn(library.newestDone());
    return trying(() -> stepped(() -> History.undo(library, now(), Workbench::reread)));
  }

  public synchronized Optional<String> redo() {
    checkOwn(library.oldestUndone());
    return trying(() -> stepped(() -> History.redo(library, now(), Workbench::reread)));
  }

  /// Nobody takes back, or does again, what another coded and may not be seen yet.
  private void checkOwn(Optional<Library.Noted> step) {
    step.filter(one -> new Blind(library).hides(one.coder(), () -> library.edit(one)))
        .ifPresent(
            one -> {
              throw new IllegalArgumentException(
                  "this step is what "
                      + one.coder()
                      + " coded, which is shown when both have finished; until then only "
                      + one.coder()
                      + " can undo and redo it");
            });
  }

  private Optional<String> stepped(Trying<Optional<Library.Noted>> stepping) {
    shadow.begin();
    Optional<Library.Noted> step;
    try {
      step = stepping.run();
    } catch (RuntimeException e) {
      shadow.end(); // nothing was changed that the index lacks
      throw e;
    }
    shadow.catchUp(step.map(done -> touched(library.edit(done))).orElse(List.of()));
    return step.map(
        done -> new Blind(library).words(done.words(), done.coder(), () -> library.edit(done)));
  }

  /// All steps, newest first.
  public List<Step> history() {
    return history(Integer.MAX_VALUE);
  }

  /// At most so many of the newest steps, newest first.
  public List<Step> history(int most) {
    return trying(
        () -> {
          var steps = new Steps(library);
          return library.journal(most).stream().map(steps::of).toList();
        });
  }

  /// The steps that touched one finding, newest first, with what they changed of it.
  public List<Step> history(FindingId id) {
    return trying(
        () -> {
          var steps = new Steps(library);
          return library.journal(id).stream().map(noted -> steps.of(noted, id)).toList();
        });
  }

  // -- decisions of other libraries --

  /// What people decided on the articles here, as a text for [#takeIn] of another library. Nothing
  /// when `progress` cancelled it. What others coded and who works here may not see yet is left
  /// out, see [#hiddenCodings].
  public String pack(Progress progress) {
    return trying(() -> new Pack(library).written(progress));
  }

  /// The same without the words of the articles: from the hashes in it these cannot be read, but
  /// the places can be found in another copy of the article. What people wrote themselves goes
  /// along.
  public String packWithoutText(Progress progress) {
    return trying(() -> new Pack(library).withoutText(progress));
  }

  /// How many decisions a pack has.
  public static int decisions(String pack) {
    return Pack.decisions(pack);
  }

  /// How many codings of others who works here may not see yet, since not both have finished the
  /// article.
  public int hiddenCodings() {
    return trying(
        () -> {
          var codings = library.codings();
          if (!codings.coders().contains(coder())) {
            return 0; // who is not enrolled sees all
          }
          return articles().stream()
              .map(a -> codings.of(a.id()))
              .mapToInt(given -> given.size() - codings.shown(given).size())
              .sum();
        });
  }

  /// What became of a pack: so many decisions were `taken` in, of which `unfound` are on words that
  /// the machine does not find here; so many stood here `already`. So many are in `conflict` with
  /// what stands here, wait for their article (`lost`), and are lines that cannot be read
  /// (`unread`); `left` says so of each in a sentence.
  public record TakenIn(
      int taken,
      int already,
      List<FindingId> unfound,
      int conflicts,
      int lost,
      int unread,
      List<String> left) {
    public TakenIn {
      unfound = List.copyOf(unfound);
      left = List.copyOf(left);
    }
  }

  /// Takes in what people decided in another library on texts that are here too, in one step that
  /// can be undone. A file that is no pack is refused with an [IllegalArgumentException].
  public synchronized TakenIn takeIn(Path file) {
    var done = merging.merge(file, false, Progress.none()).orElseThrow();
    return new TakenIn(
        done.taken(),
        done.already(),
        done.unfound(),
        done.conflicts().size(),
        done.lost().size(),
        done.bad().size(),
        Stream.of(
                done.bad().stream().map(line -> "cannot be read: " + line),
                done.conflicts().stream().map(w -> "conflict: " + w.words()),
                done.lost().stream().map(w -> "no place here: " + w.words()))
            .flatMap(lines -> lines)
            .toList());
  }

  /// Other libraries and packs put into this one, and what of them waits.
  public MergeDesk merging() {
    return merging;
  }

  // -- codes --

  /// The codebook in the order of its tree, with codes that are given no more.
  public List<Code> codes() {
    return codebook.now().codes();
  }

  /// The codebook, and what can be done with it.
  public CodebookDesk codebook() {
    return codebook;
  }

  /// What goes to other programs that code, and comes from them.
  public ExchangeDesk exchange() {
    return exchange;
  }

  /// What is coded, by whom, and how far coders agree.
  public CodingDesk coding() {
    return coding;
  }

  /// How far coders agree, and what they settled.
  public AgreementDesk agreement() {
    return agreement;
  }

  /// What waits for a person.
  public ReviewDesk review() {
    return review;
  }

  /// Puts a code into the codebook, or gives it another key; a code that had the key loses it.
  public void define(Code code) {
    codebook.define(code);
  }

  /// Takes a code out of the codebook; where it was given it stays given.
  public void undefine(String name) {
    codebook.remove(name);
  }

  /// True when this coder gave the finding this code.
  public boolean hasCoded(FindingId id, String code) {
    return coding.has(id, code);
  }

  /// Puts a code into the codebook and gives it to a finding, in one step.
  public void code(FindingId id, Code fresh) {
    coding.give(id, fresh);
  }

  /// Gives findings a code of the codebook, or takes back what this coder gave.
  public void code(List<FindingId> ids, String name, boolean on) {
    coding.give(ids, name, on);
  }

  // -- comparing --

  /// What the articles tell in common. The first call reads the whole library and may take a while;
  /// later ones take over what has changed since. Empty when `progress` cancelled it. The object
  /// stays the same and is brought up to date by the next call.
  public Optional<Comparison> comparison(Progress progress) {
    return trying(() -> compared.get(progress));
  }

  /// The comparison where it is soon made: of at most 2,000 articles, none of more than 40,000
  /// words; empty else, and when `progress` cancelled it.
  public Optional<Comparison> comparisonAtHand(Progress progress) {
    var all = articles();
    return all.size() <= 2_000 && all.stream().allMatch(a -> a.words() <= 40_000)
        ? comparison(progress)
        : Optional.empty();
  }

  /// What can be compared over the whole library: `utterances` ….
  public static List<String> compareKinds() {
    return org.tellings.export.Compared.kinds();
  }

  /// Rows with the published fields: all things of a kind; none when `progress` cancelled it.
  public List<Map<String, @Nullable Object>> compared(String kind, Progress progress) {
    var rows = comparison(progress).map(c -> compared().rows(kind, c)).orElse(List.of());
    return kind.equals("anomalies") ? timeline().withDates(rows, progress) : rows;
  }

  /// Rows for two to six articles side by side, in the order given.
  public List<Map<String, @Nullable Object>> sideBySide(List<ArticleId> ids, Progress progress) {
    var accounts = ids.stream().map(id -> new Account(there(id), findings(id))).toList();
    return comparison(progress).map(c -> compared().rows(c.alignment(accounts))).orElse(List.of());
  }

  private org.tellings.export.Compared compared() {
    return new org.tellings.export.Compared(this::there);
  }

  Article there(ArticleId id) {
    return article(id).orElseThrow(() -> new IllegalArgumentException("there is no article " + id));
  }

  /// What happened when, and what can be decided about it.
  public TimelineDesk timeline() {
    return timeline;
  }

  /// The story for a reader, told of what people confirmed.
  public StoryDesk story() {
    return story;
  }

  /// Copies of this library as of any moment.
  public RestoreDesk restoring() {
    return restoring;
  }

  /// Reports of this library, and whether they still say what it says.
  public ReportDesk reports() {
    return reports;
  }

  /// What people said of two findings each: the same thing, or not.
  public List<Tie> ties() {
    return trying(library::ties);
  }

  /// Says that these findings tell the same thing; so do those that were said to be the same as one
  /// of them. They are of one kind.
  public synchronized void merge(List<FindingId> ids) {
    var all = there(ids, 2);
    tie("Joined", all, ties -> ties.merge(all));
  }

  /// Takes findings off the thing they tell together with `rest`: they tell something else.
  public synchronized void split(List<FindingId> off, List<FindingId> rest) {
    var leaving = there(off, 1);
    var staying = there(rest, 1);
    if (leaving.stream().anyMatch(staying::contains)) {
      throw new IllegalArgumentException("a finding cannot both leave and stay");
    }
    tie("Split off", leaving, ties -> ties.split(leaving, staying));
  }

  /// Says that two findings do not tell the same thing. What was said to be the same as both stays
  /// with the second.
  public synchronized void notSame(FindingId one, FindingId other) {
    var pair = there(List.of(one, other), 2);
    tie("Held apart", pair, ties -> ties.split(List.of(one), List.of(other)));
  }

  /// Names the thing that a finding tells; the empty name gives it back to the machine.
  public synchronized void name(FindingId id, String label) {
    there(List.of(id), 1);
    var to = label.strip();
    var before = trying(() -> Optional.ofNullable(library.labels().get(id)).orElse(""));
    if (!before.equals(to)) {
      step(
          to.isEmpty()
              ? "Took back the name of " + named(id)
              : "Named " + named(id) + ": " + Words.excerpt(to),
          new Edit.Named(id, before, to));
    }
  }

  List<FindingId> there(List<FindingId> ids, int atLeast) {
    var all = ids.stream().distinct().toList();
    if (all.size() < atLeast) {
      throw new IllegalArgumentException(
          "that wants " + Words.count("", atLeast, "different finding").strip());
    }
    for (var id : all) {
      if (finding(id).isEmpty()) {
        throw new IllegalArgumentException("there is no finding " + id);
      }
      if (id.kind() != all.getFirst().kind()) {
        throw new IllegalArgumentException(
            "a " + all.getFirst().kind().word() + " and a " + id.kind().word() + " are not alike");
      }
    }
    return all;
  }

  private void tie(String verb, List<FindingId> ids, Consumer<Ties> saying) {
    var ties = new Ties(trying(library::ties));
    saying.accept(ties);
    var edits = ties.edits();
    if (!edits.isEmpty()) {
      var words =
          verb
              + " "
              + named(ids.getFirst())
              + (ids.size() == 1
                  ? ""
                  : ids.size() == 2
                      ? " and " + named(ids.getLast())
                      : Words.count(" and", ids.size() - 1, "other"));
      step(words, edits.size() == 1 ? edits.getFirst() : new Edit.Together(words, edits));
    }
  }

  // -- upkeep --

  /// Looks the library and its index over; one sentence a problem. With `repair`, the index is
  /// rebuilt when it differs. Nobody waits for it.
  public List<String> check(boolean repair, Progress progress) {
    return trying(() -> upkeep().problems(repair, progress));
  }

  /// Rebuilds the index from the store. An article that cannot be read is left out of the index;
  /// [#check] names it.
  public void reindex(Progress progress) {
    trying(
        () -> {
          upkeep().reindex(progress);
          return folder;
        });
  }

  /// Runs the extractors again; people's decisions stay. Returns how many articles read differently
  /// now; the journal has a line for it, which undo passes over.
  public int reextract(Progress progress) {
    return trying(
        () ->
            upkeep()
                .reextract(
                    (l, words, edit) -> l.journal(now(), coder(), words, edit), this, progress));
  }

  private Upkeep upkeep() {
    return new Upkeep(library, index, shadow);
  }

  // -- out --

  /// What can be exported: `articles`, `quotes` ….
  public static List<String> exportKinds() {
    return Exporters.kinds();
  }

  /// Rows with the published fields: articles, or findings of a kind (`quotes` …; `findings`: all
  /// kinds, each with its `kind`) in the given articles, rejected ones included.
  public List<Map<String, @Nullable Object>> rows(String kind, List<ArticleId> articles) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (var id : articles) {
      var article =
          article(id).orElseThrow(() -> new IllegalArgumentException("there is no article " + id));
      if (kind.equals("articles")) {
        rows.add(Exporters.row(article));
      } else {
        if (kind.equals("codings")) {
          rows.addAll(coding.rows(article));
          continue;
        }
        for (var kept : findings(id)) {
          if (kind.equals("findings")) {
            rows.add(Rows.ofAnyKind(article, kept));
          } else if (kind.equals(Rows.plural(kept.finding().kind()))) {
            rows.add(Exporters.row(article, kept));
          }
        }
      }
    }
    return rows;
  }

  /// Rows to export, of all articles: as [#rows], and each claim and figure says which proposition
  /// or quantity it tells, unless it was rejected or `progress` cancelled the comparing.
  public List<Map<String, @Nullable Object>> exported(String kind, Progress progress) {
    return kind.equals("events")
        ? timeline.rows(timeline.events(progress).orElse(List.of()))
        : exported(kind, articles().stream().map(Summary::id).toList(), progress);
  }

  /// The same of these articles; `events`, which several articles tell, are exported of all alone.
  public List<Map<String, @Nullable Object>> exported(
      String kind, List<ArticleId> articles, Progress progress) {
    if (kind.equals("events")) {
      throw new IllegalArgumentException("events are exported of the whole library");
    }
    if (kind.equals("sources")) {
      return sources(articles, progress);
    }
    var rows = rows(kind, articles);
    if (kind.equals("claims") || kind.equals("figures")) {
      comparison(progress).ifPresent(c -> org.tellings.export.Compared.place(rows, kind, c));
    }
    return rows;
  }

  /// The forms in which a kind can be written, by their words.
  public static List<String> forms(String kind) {
    return Form.suiting(kind).stream().map(Form::word).toList();
  }

  /// The form that a file's name asks for; csv when it asks for none.
  public static String form(Path file) {
    return Form.ofFile(file.toString()).word();
  }

  /// How the names of files of a form end.
  public static String ending(String form) {
    return Form.of(form).ending();
  }

  public static boolean isText(String form) {
    return Form.of(form).isText();
  }

  /// Refuses what cannot be exported, or not so, and says what can.
  public static void suits(String kind, String form) {
    if (!exportKinds().contains(kind) || !forms(kind).contains(form)) {
      throw new IllegalArgumentException(
          exportKinds().contains(kind)
              ? kind
                  + " are exported as one of "
                  + String.join(" ", forms(kind))
                  + ", not as "
                  + form
              : "export wants one of "
                  + String.join(" ", exportKinds())
                  + " decisions, not "
                  + kind);
    }
  }

  /// What is written of a kind in a form, of all articles or of these; for Web Annotation one
  /// annotation a finding that was not rejected.
  public List<Map<String, @Nullable Object>> exported(
      String kind, Optional<List<ArticleId>> articles, String form, Progress progress) {
    suits(kind, form);
    var rows =
        articles.isPresent() ? exported(kind, articles.get(), progress) : exported(kind, progress);
    return switch (Form.of(form)) {
      case WEBANNOTATION -> annotations(rows);
      case CLAIMREVIEW -> {
        Map<String, ClaimReviews.Told> told = new HashMap<>();
        yield ClaimReviews.drafts(rows, id -> told.computeIfAbsent(id, this::told));
      }
      case CSV, JSONL, XLSX, MARKDOWN, RIS, BIBTEX, CSL, QDPX, DNA -> rows;
    };
  }

  private ClaimReviews.Told told(String article) {
    var id = new ArticleId(article);
    return new ClaimReviews.Told(there(id), findings(id).stream().map(Kept::finding).toList());
  }

  private List<Map<String, @Nullable Object>> annotations(
      List<Map<String, @Nullable Object>> rows) {
    Optional<Article> article = Optional.empty();
    Map<String, Kept> found = new HashMap<>(); // of one article: its rows stand together
    List<Map<String, @Nullable Object>> annotations = new ArrayList<>();
    for (var row : rows) {
      var id = new ArticleId(String.valueOf(row.get("article")));
      var at = article.filter(a -> a.id().equals(id)).orElseGet(() -> there(id));
      if (article.isEmpty() || article.get() != at) {
        article = Optional.of(at);
        found.clear();
        findings(id).forEach(kept -> found.put(kept.id().toString(), kept));
      }
      var name = String.valueOf(row.get("id"));
      if (Target.parse(name) instanceof Segment segment) {
        annotations.add(Annotations.of(at, segment, row));
        continue;
      }
      var kept = found.get(name);
      if (kept != null && kept.state() != State.REJECTED) {
        annotations.add(Annotations.of(at, kept, row));
      }
    }
    return annotations;
  }

  /// Without roles when `progress` cancelled the comparing.
  private List<Map<String, @Nullable Object>> sources(List<ArticleId> articles, Progress progress) {
    var sources = new SourceRows();
    for (var i = 0; i < articles.size() && !progress.isCancelled(); i++) {
      sources.take(articles.get(i).value(), findings(articles.get(i)));
    }
    return sources.rows(comparison(progress).map(Comparison::roles).orElse(List.of()));
  }

  public static List<Map<String, @Nullable Object>> rows(List<Intake> intakes) {
    return new ArrayList<>(intakes.stream().map(Exporters::row).map(LinkedHashMap::new).toList());
  }

  /// What a rule goes by, in words for people; empty for a person's own and for unknown rules.
  public static Optional<String> words(String rule) {
    return Rules.words(rule);
  }

  /// Why claims of an article are held to be worth checking or not, one line each: what in them
  /// weighed most, with its weight (positive: for it).
  public static List<String> whyChecked(Article article, List<Span> claims) {
    return Extractors.whyChecked(article, claims);
  }

  /// Rows as `jsonl` or `csv`.
  public static String written(List<Map<String, @Nullable Object>> rows, String format) {
    return format.equals("csv") ? Exporters.csv(rows, List.of()) : Exporters.jsonl(rows);
  }

  /// Rows of a kind, as [#rows] and [#exported] give them, as `jsonl` or `csv`; the csv has its
  /// header when there are no rows, too.
  public static String written(
      String kind, List<Map<String, @Nullable Object>> rows, String format) {
    return format.equals("csv") ? Exporters.csv(rows, Rows.fields(kind)) : Exporters.jsonl(rows);
  }

  /// Rows of a kind, as [#exported] gives them, as a file in a form.
  public static byte[] file(String kind, List<Map<String, @Nullable Object>> rows, String form) {
    return Form.of(form).file(kind, rows, Rows.fields(kind));
  }

  /// Writes a ledger as csv into a file.
  public static void write(List<Intake> ledger, Path file) {
    write(rows(ledger), "csv", file);
  }

  /// Writes rows as `jsonl` or `csv` into a file.
  public static void write(List<Map<String, @Nullable Object>> rows, String format, Path file) {
    write(written(rows, format), file);
  }

  /// Writes a text into a file; what stood in it before is there until all is written.
  public static void write(String text, Path file) {
    write(text.getBytes(StandardCharsets.UTF_8), file);
  }

  /// The same with bytes.
  public static void write(byte[] bytes, Path file) {
    try {
      var folder = Optional.ofNullable(file.toAbsolutePath().getParent()).orElseThrow();
      if (!Files.isRegularFile(file) || !Files.isWritable(folder)) {
        Files.write(file, bytes); // new, a pipe or a device, or no room beside it
        return;
      }
      // what stood there stays until all is written
      var beside = folder.resolve("." + file.getFileName() + ".part");
      try {
        Files.write(beside, bytes);
        Files.move(beside, file, StandardCopyOption.REPLACE_EXISTING);
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException e) {
      throw new WorkbenchException("cannot write " + file + ": " + Words.cause(file, e), e);
    }
  }

  /// The day on this machine.
  LocalDate today() {
    return LocalDate.now(clock);
  }

  private String now() {
    return clock.instant().toString();
  }

  /// Who works here: whose decisions and codes the next ones are. Kept with the library; who uses
  /// the machine while nobody else was named.
  public String coder() {
    return setting(CODER)
        .filter(name -> !name.isBlank())
        .orElseGet(() -> System.getProperty("user.name", ""));
  }

  /// Says who works here; the empty name is who uses the machine.
  public synchronized void coder(String name) {
    if (name.length() > 80 || name.chars().anyMatch(c -> c < ' ')) {
      throw new IllegalArgumentException("a coder's name is one line of at most 80 characters");
    }
    setting(CODER, name.strip());
    library.codings().viewer(coder());
    if (library.mayWrite()) {
      lookAnew();
    }
  }

  /// The index has what the coder may see who worked here last; brings it up to another's view.
  private void lookAnew() {
    if (coding.coders().size() > 1 && !setting(VIEWER).equals(Optional.of(coder()))) {
      seenAnew(trying(() -> library.codings().articles()));
      setting(VIEWER, coder());
    }
  }

  /// Brings the index up to what of these articles may be seen now.
  private void seenAnew(List<ArticleId> articles) {
    trying(
        () -> {
          shadow.begin();
          shadow.catchUp(articles);
          return articles;
        });
  }

  interface Trying<T> {
    T run();
  }

  static <T> T trying(Trying<T> work) {
    try {
      return work.run();
    } catch (LibraryException e) {
      throw new WorkbenchException(
          Optional.ofNullable(e.getMessage()).orElse("the library failed"),
          e,
          e.isReadable(),
          e.isDamaged());
    } catch (UncheckedIOException e) {
      var isFull =
          String.valueOf(e.getCause()).matches("(?is).*(no space left|not enough space).*");
      throw new WorkbenchException(
          e.getMessage()
              + " ("
              + e.getCause()
              + "). "
              + (isFull ? "The disk is full. " : "")
              + "What was kept before is unharmed.",
          e);
    }
  }

  @Override
  public void close() {
    trying(
        () -> {
          try {
            index.close();
          } finally {
            library.close();
          }
          return folder;
        });
  }
}
