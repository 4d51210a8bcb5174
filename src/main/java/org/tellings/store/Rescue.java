package org.tellings.store;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Edit;
import org.tellings.model.Heading;
import org.tellings.model.Kind;
import org.tellings.model.Target;

/// Saves what can still be read of a damaged library's file into a new one.
///
/// The damaged file is copied first and read from there; it stays beside the new one. An article is
/// saved when its text is the text that was stored. What belongs to an article that is lost, is
/// lost with it.
final class Rescue {

  private static final int MOST_NAMED = 50;

  private final Salvage salvage;
  private final Desk to;
  private final Path originals;
  private final Map<String, Integer> kept = new LinkedHashMap<>();
  private final Map<String, Integer> gone = new LinkedHashMap<>();
  private final List<String> lost = new ArrayList<>();
  private final Set<String> articles = new HashSet<>();
  private final Set<String> lostArticles = new HashSet<>();

  private final Originals copies;
  private final Library.Rereading rereading;

  private Rescue(Salvage salvage, Desk to, Path originals, Library.Rereading rereading) {
    this.salvage = salvage;
    this.to = to;
    this.originals = originals;
    this.copies = new Originals(originals);
    this.rereading = rereading;
  }

  /// Puts a new file in the place of the damaged one in the folder held; one sentence for what was
  /// kept, then one for each loss. When nothing can be read, all stays as it was.
  static List<String> of(LibraryFolder folder, Library.Rereading rereading)
      throws IOException, SQLException {
    var file = folder.file();
    var damaged = free(file);
    var fresh = file.resolveSibling("library.db.new");
    var journal = beside(file, "-wal");
    var done = false;
    try {
      Files.copy(file, damaged);
      if (Files.exists(journal)) {
        Files.copy(journal, beside(damaged, "-wal"));
      }
      List<String> told;
      delete(fresh);
      try (var from = Desk.untouched(damaged);
          var to = new Desk(fresh)) {
        Schema.prepare(to, fresh);
        to.once("pragma foreign_keys = off"); // until all is there
        var rescue = new Rescue(new Salvage(from), to, file.resolveSibling("originals"), rereading);
        told =
            to.together(
                () -> {
                  rescue.run();
                  return rescue.told(damaged);
                });
      }
      Files.deleteIfExists(journal);
      Files.deleteIfExists(beside(file, "-shm"));
      Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
      done = true;
      return told;
    } finally {
      Files.deleteIfExists(beside(damaged, "-shm"));
      if (!done) {
        delete(fresh);
        delete(damaged);
      }
    }
  }

  private static Path beside(Path file, String end) {
    return file.resolveSibling(file.getFileName() + end);
  }

  private static Path free(Path file) {
    var n = 1;
    while (Files.exists(file.resolveSibling("library-damaged-" + n + ".db"))) {
      n++;
    }
    return file.resolveSibling("library-damaged-" + n + ".db");
  }

  private static void delete(Path file) throws IOException {
    for (var end : List.of("", "-wal", "-shm")) {
      Files.deleteIfExists(beside(file, end));
    }
  }

  private void run() throws SQLException {
    articles();
    ofArticles("decision", "article", "decision", row -> isFinding(row));
    ofFindings("note", "id", "note");
    ofFindings("coded", "id", "code given");
    ofFindings("label", "id", "name");
    ofFindings("timing", "id", "date of an event");
    ofFindings("tie", "one", "tie");
    all("dismissal", "dismissal");
    all("code", "code of the codebook");
    all("codebook", "former codebook");
    all("coder", "coder");
    all("waiting", "thing laid aside");
    ofArticles("finished", "article", "article finished by a coder", _ -> true);
    ofFindings("settled", "id", "settled disagreement");
    originals();
    journal();
    intakes();
    facts();
  }

  private void articles() throws SQLException {
    var rows = salvage.numbered("article", "number");
    var texts = salvage.numbered("content", "article");
    for (var entry : texts.entrySet()) {
      if (!rows.containsKey(entry.getKey())) {
        var row = withoutHeading(entry.getKey(), string(entry.getValue(), "text"));
        if (row != null) {
          rows.put(entry.getKey(), row);
        }
      }
    }
    for (var entry : rows.entrySet()) {
      var row = entry.getValue();
      var text = texts.get(entry.getKey());
      if (text != null
          && Article.sha256(string(text, "text")).equals(string(row, "sha256"))
          && !articles.contains(string(row, "id"))) {
        keep(row, text);
      } else {
        reread(string(row, "id"), row);
      }
    }
    for (var id : salvage.ids()) {
      reread(id, Map.of());
      if (!articles.contains(id)) {
        lose(id);
      }
    }
  }

  private void keep(Map<String, @Nullable Object> row, Map<String, @Nullable Object> text)
      throws SQLException {
    if (whole(row, text) && insert("article", row) && insert("content", text)) {
      articles.add(string(row, "id"));
      count(kept, "article");
    }
  }

  /// Takes the text of an article, and its row where there is none, from the copy of its file.
  private void reread(String id, Map<String, @Nullable Object> row) throws SQLException {
    if (articles.contains(id)) {
      return;
    }
    for (var original : salvage.originals(id)) {
      var again =
          copies
              .read(string(original, "pack"), string(original, "sha256"), string(original, "name"))
              .flatMap(bytes -> rereading.read(string(original, "name"), bytes))
              .filter(read -> read.article().id().value().equals(id));
      if (again.isPresent()) {
        var article = again.get().article();
        var found = again.get().found();
        var number = row.get("number") instanceof Number n ? n.longValue() : salvage.fresh();
        var fresh = row.isEmpty() ? row(number, article, article.heading()) : row;
        fresh.put("found", found.counts());
        fresh.put("parts_removed", article.removed().size());
        Map<String, @Nullable Object> text = new LinkedHashMap<>();
        text.put("article", number);
        text.put("text", article.text());
        text.put(
            "removed",
            Json.line(
                article.removed().stream().map(r -> List.of(r.text(), r.rule(), r.at())).toList()));
        text.put("machine", found.body());
        keep(fresh, text);
        if (articles.contains(id)) {
          count(kept, "text read anew from a copy of its file");
          return;
        }
      }
    }
  }

  private void lose(String id) {
    var file = salvage.fileOf(id);
    if (lostArticles.add(id)) {
      lost.add("lost: article " + id + (file.isEmpty() ? "" : " (" + file + ")"));
    }
  }

  /// An article of which only the text is left, under the name of its file. None when nothing in
  /// the file speaks of that article.
  private @Nullable Map<String, @Nullable Object> withoutHeading(long number, String text) {
    var id = Article.of("", Heading.NONE, text, List.of()).id().value();
    if (!salvage.ids().contains(id)) {
      return null;
    }
    lost.add("lost: title, byline, outlet and dates of article " + id + "; `describe` sets them");
    return row(number, Article.of(salvage.fileOf(id), Heading.NONE, text, List.of()), Heading.NONE);
  }

  private static Map<String, @Nullable Object> row(long number, Article article, Heading heading) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("number", number);
    row.put("id", article.id().value());
    row.put("file", article.file());
    row.put("title", heading.title());
    row.put("byline", heading.byline());
    row.put("outlet", heading.outlet().name());
    row.put("published", heading.published().map(Dated::value).orElse(null));
    row.put("published_rule", heading.published().map(Dated::rule).orElse(null));
    row.put("updated", heading.updated().map(Dated::value).orElse(null));
    row.put("updated_rule", heading.updated().map(Dated::rule).orElse(null));
    row.put("captured", heading.captured().map(Dated::value).orElse(null));
    row.put("captured_rule", heading.captured().map(Dated::rule).orElse(null));
    row.put("url", heading.url());
    row.put("language", heading.language());
    row.put("sha256", article.sha256());
    row.put("present", 1);
    row.put("words", article.words());
    row.put("characters", article.text().length());
    row.put("parts_removed", article.removed().size());
    row.put("found", "");
    return row;
  }

  /// Leaves out of an article's rows what cannot be read of them; false when nothing is left.
  private boolean whole(Map<String, @Nullable Object> row, Map<String, @Nullable Object> text) {
    var id = string(row, "id");
    try {
      row.put("found", Found.of(Found.read(string(text, "machine"))).counts());
    } catch (IllegalArgumentException | NoSuchElementException | IndexOutOfBoundsException e) {
      text.put("machine", "");
      row.put("found", "");
      lost.add("lost: what the machine found in article " + id + "; `reextract` reads it again");
    }
    var removed = string(text, "removed");
    var parts = Json.list(removed).size();
    if (parts == 0 && removed.length() > 2) {
      text.put("removed", "[]");
      lost.add("lost: the parts that were left out of article " + id);
    }
    row.put("parts_removed", parts);
    return !id.isEmpty();
  }

  private interface Test {
    boolean of(Map<String, @Nullable Object> row);
  }

  private static boolean isFinding(Map<String, @Nullable Object> row) {
    try {
      var kind = Kind.of(string(row, "kind").charAt(0));
      return FindingRow.finding(kind, string(row, "body")).kind() == kind;
    } catch (IllegalArgumentException | NoSuchElementException | IndexOutOfBoundsException e) {
      return false;
    }
  }

  private void ofArticles(String table, String key, String what, Test test) throws SQLException {
    for (Map<String, @Nullable Object> row : salvage.keyed(table)) {
      if (articles.contains(string(row, key)) && test.of(row) && insert(table, row)) {
        count(kept, what);
      } else {
        count(gone, what);
      }
    }
  }

  private void ofFindings(String table, String key, String what) throws SQLException {
    for (Map<String, @Nullable Object> row : salvage.keyed(table)) {
      if (isThere(string(row, key)) && insert(table, row)) {
        count(kept, what);
      } else {
        count(gone, what);
      }
    }
  }

  private boolean isThere(String finding) {
    try {
      return articles.contains(Target.parse(finding).article().value());
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private void all(String table, String what) throws SQLException {
    for (Map<String, @Nullable Object> row : salvage.keyed(table)) {
      count(insert(table, row) ? kept : gone, what);
    }
  }

  private void originals() throws SQLException {
    Map<String, String> packs = new TreeMap<>();
    for (Map<String, @Nullable Object> row : salvage.keyed("original")) {
      var id = string(row, "article");
      if (articles.contains(id)) {
        insert("original", row);
      } else {
        packs.put(id, string(row, "name") + " in originals/" + string(row, "pack"));
      }
    }
    lost.replaceAll(
        line ->
            packs.entrySet().stream()
                .filter(copy -> line.startsWith("lost: article " + copy.getKey()))
                .findFirst()
                .map(copy -> line + "; a copy of its file is " + copy.getValue())
                .orElse(line));
  }

  /// A step about something that is lost cannot be undone any more, and goes too.
  private void journal() throws SQLException {
    for (Map<String, @Nullable Object> row : salvage.numbered("journal", "number").values()) {
      var edit = edit(string(row, "edit"));
      if (edit.filter(this::isAboutWhatIsThere).isPresent() && insert("journal", row)) {
        count(kept, "step of the history");
        for (var id : Journal.touched(edit.get())) {
          to.run("insert into touched values (?,?)", id, row.get("number"));
        }
      } else {
        count(gone, "step of the history");
      }
    }
    Moments.begin(to); // with a step lost, nobody can go back before it
  }

  private static Optional<Edit> edit(String text) {
    try {
      return Optional.of(EditRow.edit(text));
    } catch (LibraryException
        | IllegalArgumentException
        | NoSuchElementException
        | IndexOutOfBoundsException e) {
      return Optional.empty();
    }
  }

  private boolean isAboutWhatIsThere(Edit edit) {
    return switch (edit) {
      case Edit.Described d -> articles.contains(d.id().value());
      case Edit.Together t -> t.edits().stream().allMatch(this::isAboutWhatIsThere);
      case Edit.Presence p -> p.articles().stream().anyMatch(a -> articles.contains(a.value()));
      case Edit.Finished f -> articles.contains(f.article().value());
      case Edit.Defined _, Edit.Closed _, Edit.Enrolled _, Edit.Waits _, Edit.Learned _ -> true;
      case Edit.Decided _,
          Edit.Noted _,
          Edit.Settled _,
          Edit.Coded _,
          Edit.Named _,
          Edit.Timed _,
          Edit.Dismissed _,
          Edit.Tied _,
          Edit.LeftOut _,
          Edit.Reread _ ->
          Journal.touched(edit).stream().allMatch(this::isThere);
    };
  }

  /// A file whose article is lost is unreadable, so that `add --retry` reads it again.
  private void intakes() throws SQLException {
    for (Map<String, @Nullable Object> row : salvage.numbered("intake", "ordinal").values()) {
      if (row.get("article") != null && lostArticles.contains(string(row, "article"))) {
        row.put("article", null);
        row.put("outcome", "unreadable");
        row.put("rule", "lost");
        row.put("reason", "its article was lost when the library was damaged; try again");
      }
      count(insert("intake", row) ? kept : gone, "entry of the ledger");
    }
  }

  private void facts() throws SQLException {
    var generation = 0L;
    for (Map<String, @Nullable Object> row : salvage.keyed("fact")) {
      if (string(row, "name").equals("generation")) {
        generation = number(string(row, "value"));
      } else {
        insert("fact", row);
      }
    }
    // no pack is ever written over
    try (var packs = Files.list(originals)) {
      for (var pack : packs.toList()) {
        generation =
            Math.max(generation, number(String.valueOf(pack.getFileName()).replace(".zip", "")));
      }
    } catch (IOException e) {
      throw new LibraryException("cannot look into " + originals, e);
    }
    to.run("insert or replace into fact values ('generation', ?)", Long.toString(generation + 1));
  }

  private static long number(String text) {
    return text.matches("\\d{1,17}") ? Long.parseLong(text) : 0;
  }

  private boolean insert(String table, Map<String, @Nullable Object> row) {
    var names =
        row.keySet().stream().map(name -> '"' + name + '"').collect(Collectors.joining(","));
    var marks = row.keySet().stream().map(_ -> "?").collect(Collectors.joining(","));
    try {
      to.run(
          "insert into " + table + " (" + names + ") values (" + marks + ")",
          row.values().toArray());
      return true;
    } catch (SQLException e) {
      if (Faults.isFull(e)) {
        throw Faults.failed("write the saved library", e);
      }
      return false; // what stands in the row is no value of its column: it is damaged
    }
  }

  private static String string(@Nullable Map<String, @Nullable Object> row, String column) {
    return row == null ? "" : Optional.ofNullable(row.get(column)).map(Object::toString).orElse("");
  }

  private static void count(Map<String, Integer> counts, String what) {
    counts.merge(what, 1, Integer::sum);
  }

  private List<String> told(Path damaged) {
    if (kept.isEmpty() || articles.isEmpty() && !lostArticles.isEmpty()) {
      throw new LibraryException(
          "nothing can be read of the library; it was left as it was. Put a copy of library.db"
              + " back, or add the files again: copies of them are in originals.");
    }
    List<String> told = new ArrayList<>();
    told.add("kept: " + counted(kept));
    if (!gone.isEmpty()) {
      told.add("lost: " + counted(gone));
    }
    told.addAll(lost.subList(0, Math.min(MOST_NAMED, lost.size())));
    if (lost.size() > MOST_NAMED) {
      told.add("lost: " + (lost.size() - MOST_NAMED) + " more articles or parts of them");
    }
    salvage
        .unreadable()
        .forEach(table -> told.add("some of the table " + table + " could not be read"));
    told.add("the damaged file is kept as " + damaged.getFileName());
    return told;
  }

  private static String counted(Map<String, Integer> counts) {
    return counts.entrySet().stream()
        .map(e -> e.getValue() + " " + plural(e.getKey(), e.getValue()))
        .collect(Collectors.joining(", "));
  }

  private static String plural(String what, int count) {
    if (count == 1) {
      return what;
    }
    var space = what.indexOf(' ');
    var noun = space < 0 ? what : what.substring(0, space);
    return (noun.endsWith("y") ? noun.substring(0, noun.length() - 1) + "ies" : noun + "s")
        + (space < 0 ? "" : what.substring(space));
  }
}
