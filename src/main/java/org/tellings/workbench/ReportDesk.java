package org.tellings.workbench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import org.tellings.compare.Anomaly;
import org.tellings.compare.Comparison;
import org.tellings.compare.Passage;
import org.tellings.compare.Telling;
import org.tellings.export.Exporters;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.model.Hits;
import org.tellings.model.Kept;
import org.tellings.model.Query;
import org.tellings.model.Span;
import org.tellings.model.Summary;
import org.tellings.report.Docx;
import org.tellings.report.Material;
import org.tellings.report.Proof;
import org.tellings.report.Recipe;
import org.tellings.report.Report;
import org.tellings.store.Library;
import org.tellings.timeline.Event;

/// Reports of an open library, and whether a report still says what the library says.
///
/// Both read the whole library and compare it, which may take long: not to be asked on the screen's
/// thread. Bad outlines fail with an [IllegalArgumentException] fit to show.
public final class ReportDesk {

  private static final int MOST_DIFFERENCES = 20;

  /// Characters of an outline, and bytes of a report, that are read at most.
  private static final int LONGEST_OUTLINE = 1_000_000;

  private static final long LONGEST_REPORT = 200_000_000;

  private final Workbench workbench;
  private final Library library;

  ReportDesk(Workbench workbench, Library library) {
    this.workbench = workbench;
    this.library = library;
  }

  /// The outline of a report when nobody wrote one: a text that can be kept and changed.
  public static String outline() {
    return Recipe.WHOLE;
  }

  /// The outline in a file of UTF-8 text.
  public static String outline(Path file) {
    return text(file, "the outline", LONGEST_OUTLINE);
  }

  /// Makes a report by an outline, of today; empty when `progress` cancelled it. Fails with a
  /// [WorkbenchException] when the library changed meanwhile.
  public Optional<Report> make(String outline, Progress progress) {
    try {
      var generation = library.generation();
      var material = gathered(progress);
      var made = new Recipe(outline, workbench.today().toString(), material.hash(), Recipe.PROGRAM);
      var report = Report.of(made, material);
      if (library.generation() != generation) {
        throw new WorkbenchException(
            "the library was changed while the report was made; make it again");
      }
      return Optional.of(report);
    } catch (CancellationException _) {
      return Optional.empty();
    }
  }

  /// What differs between a report and what the library gives, a sentence each; an empty list when
  /// nothing does. Empty when `progress` cancelled it.
  public Optional<List<String>> differences(Path file, Progress progress) {
    var report = bytes(file);
    try {
      return Optional.of(Proof.differences(report, gathered(progress), MOST_DIFFERENCES));
    } catch (CancellationException _) {
      return Optional.empty();
    }
  }

  /// The library as it is now, for reports made one after the other; empty when `progress`
  /// cancelled it.
  public Optional<Material> material(Progress progress) {
    try {
      return Optional.of(gathered(progress));
    } catch (CancellationException _) {
      return Optional.empty();
    }
  }

  /// Writes a report: as a document of Word where the file's name ends in `.docx`, else as HTML.
  public static void write(Report report, Path file) {
    if (isDocx(file)) {
      Workbench.write(Docx.of(report), file);
    } else {
      Workbench.write(report.html(), file);
    }
  }

  /// Whether a file's name says that it is a document of Word.
  public static boolean isDocx(Path file) {
    return String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(".docx");
  }

  private static byte[] bytes(Path file) {
    checked(file, "the report", LONGEST_REPORT);
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new WorkbenchException("cannot read the report " + file + ": " + reason(e), e);
    }
  }

  private static void checked(Path file, String what, long most) {
    try {
      if (Files.exists(file) && !Files.isRegularFile(file)) {
        throw new WorkbenchException("cannot read " + what + " " + file + ": it is no file");
      }
      if (Files.size(file) > most) {
        throw new WorkbenchException(
            "cannot read " + what + " " + file + ": it is longer than " + most + " bytes");
      }
    } catch (IOException e) {
      throw new WorkbenchException("cannot read " + what + " " + file + ": " + reason(e), e);
    }
  }

  private static String text(Path file, String what, long most) {
    checked(file, what, most);
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new WorkbenchException("cannot read " + what + " " + file + ": " + reason(e), e);
    }
  }

  private static String reason(IOException e) {
    return e instanceof java.nio.file.NoSuchFileException
        ? "there is no such file"
        : e instanceof java.nio.charset.CharacterCodingException
            ? "it is not UTF-8"
            : String.valueOf(e.getMessage());
  }

  /// Throws a [CancellationException] when `progress` cancelled it.
  private Gathered gathered(Progress progress) {
    return new Gathered(
        hash(progress),
        workbench.comparison(progress).orElseThrow(CancellationException::new),
        workbench.timeline().events(progress).orElseThrow(CancellationException::new),
        workbench.timeline().anomalies(progress).orElseThrow(CancellationException::new));
  }

  /// Of the exported rows of all articles and findings, in the order of their ids.
  private String hash(Progress progress) {
    try {
      var digest = MessageDigest.getInstance("SHA-256");
      var all = sorted();
      for (var i = 0; i < all.size(); i++) {
        if (progress.isCancelled()) {
          throw new CancellationException();
        }
        var article = workbench.there(all.get(i).id());
        add(digest, Json.line(Exporters.row(article)));
        add(digest, article.text());
        for (var kept : workbench.findings(article.id())) {
          Map<String, @Nullable Object> row = new LinkedHashMap<>(Exporters.row(article, kept));
          row.remove("codes"); // who works here may not see all: they are told below
          add(digest, Json.line(row));
        }
        progress.at(i + 1, all.size(), "reading the library");
      }
      decided().forEach(line -> add(digest, line));
      return HexFormat.of().formatHex(digest.digest());
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /// What people decided of several findings together, a line each, in order.
  private List<String> decided() {
    List<String> lines = new ArrayList<>();
    library.ties().forEach(tie -> lines.add("tie " + tie));
    library.labels().forEach((id, words) -> lines.add("label " + id + " " + words));
    library.timings().forEach((id, when) -> lines.add("timing " + id + " " + when));
    library.dismissals().forEach((id, why) -> lines.add("dismissal " + id + " " + why));
    Collections.sort(lines);
    return lines;
  }

  private static void add(MessageDigest digest, String line) {
    digest.update(line.getBytes(StandardCharsets.UTF_8));
    digest.update((byte) '\n');
  }

  private List<Summary> sorted() {
    return workbench.articles().stream().sorted(Comparator.comparing(Summary::id)).toList();
  }

  /// The library as it was when it was read.
  private final class Gathered implements Material {
    private final String hash;
    private final Comparison comparison;
    private final List<Event> events;
    private final List<Anomaly> anomalies;
    private final List<Summary> articles = sorted();
    private final Map<ArticleId, Article> read = new HashMap<>();

    Gathered(
        String hash,
        Comparison comparison,
        List<Event> events,
        List<org.tellings.timeline.Anomaly> dates) {
      this.hash = hash;
      this.comparison = comparison;
      this.events = events;
      var dismissed = workbench.timeline().dismissed();
      anomalies = new ArrayList<>(comparison.anomalies());
      dates.forEach(one -> anomalies.add(placed(one)));
      anomalies.removeIf(one -> dismissed.containsKey(one.id()));
    }

    @Override
    public String hash() {
      return hash;
    }

    @Override
    public List<Summary> articles() {
      return articles;
    }

    @Override
    public Article article(ArticleId id) {
      return read.computeIfAbsent(id, workbench::there);
    }

    @Override
    public Optional<Kept> finding(FindingId id) {
      return workbench.finding(id);
    }

    @Override
    public Comparison comparison() {
      return comparison;
    }

    @Override
    public List<Event> events() {
      return events;
    }

    @Override
    public List<Anomaly> anomalies() {
      return anomalies;
    }

    @Override
    public List<Noted> notes(ArticleId id) {
      List<Noted> noted = new ArrayList<>();
      var article = article(id);
      for (var kept : workbench.findings(id)) {
        if (!kept.note().isEmpty()) {
          var place = Telling.of(article, kept).place();
          noted.add(new Noted(place, Optional.of(kept), kept.note()));
        }
      }
      workbench
          .coding()
          .notes(id)
          .forEach(
              (span, note) -> noted.add(new Noted(place(article, span), Optional.empty(), note)));
      noted.sort(
          Comparator.comparing((Noted one) -> one.place().span())
              .thenComparing(one -> one.finding().map(k -> k.id().toString()).orElse("")));
      return noted;
    }

    @Override
    public List<ArticleId> found(String query) {
      if (query.equals(Material.ALL)) {
        return articles.stream().map(Summary::id).toList();
      }
      var read = Query.parse(query);
      if (!read.isUnderstood()) {
        throw new IllegalArgumentException(
            "the query “" + query + "” is not understood: " + read.unread().getFirst().why());
      }
      var most = Math.max(1, articles.size());
      return workbench.find(read, Hits.Order.OLDEST, 0, most).page().stream()
          .map(Hits.Hit::article)
          .sorted()
          .toList();
    }
  }

  private static Passage.Place place(Article article, Span span) {
    return new Passage.Place(
        article.id(), article.file(), article.heading(), span, span.in(article.text()));
  }

  private static Anomaly placed(org.tellings.timeline.Anomaly one) {
    return new Anomaly(
        one.id(),
        one.type().word(),
        one.why(),
        one.spans().stream()
            .map(p -> new Passage.Place(p.article(), p.file(), p.heading(), p.span(), p.text()))
            .toList());
  }
}
