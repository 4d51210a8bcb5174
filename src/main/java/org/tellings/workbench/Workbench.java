package org.tellings.workbench;

import java.io.Closeable;
import java.io.Writer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Facets;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Hits;
import org.tellings.model.Intake;
import org.tellings.model.Kept;
import org.tellings.model.Query;
import org.tellings.model.Summary;

/// One open library and all that can be done with it. The window, the command line and the tests go
/// through here. Safe for use from many threads; reads do not wait for a running [#add].
///
/// Methods that cannot do their work because library or machine failed throw [WorkbenchException]
/// with a message fit to show.
public final class Workbench implements Closeable {

  /// Opens the library in `folder`, making it when `create`. Reconciles the index before it returns.
  public static Workbench open(Path folder, boolean create, Progress progress) {
    throw new UnsupportedOperationException("workbench");
  }

  /// Opens the sample library beside the default one, and makes it from the sample articles first
  /// when it is not there. What a person did in it is kept.
  public static Workbench openSample(Progress progress) {
    throw new UnsupportedOperationException("workbench");
  }

  /// `$TELLINGS_LIBRARY`, else `tellings-library` in the platform's data folder.
  public static Path defaultFolder() {
    throw new UnsupportedOperationException("workbench");
  }

  public Path folder() {
    throw new UnsupportedOperationException("workbench");
  }

  /// The name of the open library, for the top bar: the folder's name, or the sample's title.
  public String title() {
    throw new UnsupportedOperationException("workbench");
  }

  // -- articles in --

  /// Reads files and folders (recursively) into the library; one intake a file, in the order offered.
  public List<Intake> add(List<Path> paths, Progress progress) {
    throw new UnsupportedOperationException("workbench");
  }

  /// Adds an article given as text, as pasted.
  public Intake paste(String text) {
    throw new UnsupportedOperationException("workbench");
  }

  /// Offers the unreadable files of the ledger again.
  public List<Intake> retry(Progress progress) {
    throw new UnsupportedOperationException("workbench");
  }

  /// The ledger: the latest intake of every file ever offered, in the order first offered.
  public List<Intake> ledger() {
    throw new UnsupportedOperationException("workbench");
  }

  /// Marks an unreadable file of the ledger as skipped by a person.
  public void skip(String path) {
    throw new UnsupportedOperationException("workbench");
  }

  // -- reading --

  public int size() {
    throw new UnsupportedOperationException("workbench");
  }

  /// All articles by publication date, those without one last, then by id.
  public List<Summary> articles() {
    throw new UnsupportedOperationException("workbench");
  }

  public List<Summary> summaries(List<ArticleId> ids) {
    throw new UnsupportedOperationException("workbench");
  }

  public Optional<Article> article(ArticleId id) {
    throw new UnsupportedOperationException("workbench");
  }

  /// An article by its id, the beginning of its id, or its file's name; empty when none or several fit.
  public Optional<ArticleId> resolve(String name) {
    throw new UnsupportedOperationException("workbench");
  }

  /// An article's findings ordered by span, then kind; rejected ones included.
  public List<Kept> findings(ArticleId id) {
    throw new UnsupportedOperationException("workbench");
  }

  public Optional<Kept> finding(FindingId id) {
    throw new UnsupportedOperationException("workbench");
  }

  /// The stored original file, as it came.
  public Optional<Path> original(ArticleId id) {
    throw new UnsupportedOperationException("workbench");
  }

  public Hits find(Query query, Hits.Order order, int from, int size) {
    throw new UnsupportedOperationException("workbench");
  }

  public Facets facets(Query query) {
    throw new UnsupportedOperationException("workbench");
  }

  public String explain(Query query) {
    throw new UnsupportedOperationException("workbench");
  }

  /// People and organisations that speak, with the number of their quotes, most quoted first.
  public List<SpeakerCount> speakers() {
    throw new UnsupportedOperationException("workbench");
  }

  public record SpeakerCount(String name, int quotes, int articles) {}

  /// Findings whose words or fields contain `words` (case ignored), for the palette; at most `limit`.
  public List<Kept> findingsLike(String words, int limit) {
    throw new UnsupportedOperationException("workbench");
  }

  /// How many findings there are and how many a person has decided.
  public Review review() {
    throw new UnsupportedOperationException("workbench");
  }

  public record Review(int reviewed, int findings) {}

  // -- deciding: each call is one step that can be undone --

  public void confirm(List<FindingId> ids) {
    throw new UnsupportedOperationException("workbench");
  }

  public void reject(List<FindingId> ids) {
    throw new UnsupportedOperationException("workbench");
  }

  /// Gives findings back to the machine.
  public void restore(List<FindingId> ids) {
    throw new UnsupportedOperationException("workbench");
  }

  /// Keeps a person's reading of a finding.
  public void correct(FindingId id, Finding finding) {
    throw new UnsupportedOperationException("workbench");
  }

  /// Keeps corrected fields, named and written as in `docs/manual/cli.md` (`speaker=David Sacks`).
  /// An unknown field or an unreadable value is refused with an [IllegalArgumentException] fit to show.
  public void correct(FindingId id, Map<String, String> fields) {
    throw new UnsupportedOperationException("workbench");
  }

  /// Adds a finding by hand.
  public FindingId addFinding(ArticleId article, Finding finding) {
    throw new UnsupportedOperationException("workbench");
  }

  public void note(FindingId id, String text) {
    throw new UnsupportedOperationException("workbench");
  }

  public List<Code> codes() {
    throw new UnsupportedOperationException("workbench");
  }

  /// Puts a code on a finding, or takes it off.
  public void code(FindingId id, String code, boolean on) {
    throw new UnsupportedOperationException("workbench");
  }

  public void describe(ArticleId id, Heading heading) {
    throw new UnsupportedOperationException("workbench");
  }

  /// Puts the n-th removed part back into the article: the article is replaced by one with the longer
  /// text, decisions move along. Returns the new article's id.
  public ArticleId restoreRemoved(ArticleId id, int n) {
    throw new UnsupportedOperationException("workbench");
  }

  /// Takes articles out of the library; undo brings them back with all decisions.
  public void remove(List<ArticleId> ids) {
    throw new UnsupportedOperationException("workbench");
  }

  /// Undoes the last step and says in words what was undone; empty when there is nothing to undo.
  public Optional<String> undo() {
    throw new UnsupportedOperationException("workbench");
  }

  public Optional<String> redo() {
    throw new UnsupportedOperationException("workbench");
  }

  /// All steps, newest first.
  public List<Step> history() {
    throw new UnsupportedOperationException("workbench");
  }

  /// One step: its number, when (ISO instant), who, in words, and whether it is undone now.
  public record Step(long number, String when, String coder, String words, boolean undone) {}

  /// Steps that touched one finding, newest first.
  public List<Step> history(FindingId id) {
    throw new UnsupportedOperationException("workbench");
  }

  // -- upkeep --

  /// Looks the library and its index over; empty when all is well, else one sentence a problem.
  public List<String> check(boolean repair, Progress progress) {
    throw new UnsupportedOperationException("workbench");
  }

  /// Rebuilds the index from the store.
  public void reindex(Progress progress) {
    throw new UnsupportedOperationException("workbench");
  }

  /// Runs the extractors again; people's decisions stay. Returns how many findings changed.
  public int reextract(Progress progress) {
    throw new UnsupportedOperationException("workbench");
  }

  // -- out --

  /// What can be exported, as `articles`, `quotes` … and in which formats, as `csv`, `jsonl` ….
  public static Map<String, List<String>> exportFormats() {
    throw new UnsupportedOperationException("workbench");
  }

  /// Writes findings or articles of the given articles (empty list: all) with the contract's fields.
  public void export(String kind, String format, List<ArticleId> articles, Writer out) {
    throw new UnsupportedOperationException("workbench");
  }

  /// Called after every change to the library, on the thread that made it.
  public void onChange(Runnable listener) {
    throw new UnsupportedOperationException("workbench");
  }

  @Override
  public void close() {
    throw new UnsupportedOperationException("workbench");
  }
}
