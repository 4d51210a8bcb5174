package org.tellings.workbench;

import static org.tellings.workbench.Workbench.trying;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tellings.export.Form;
import org.tellings.export.Project;
import org.tellings.export.Project.Given;
import org.tellings.export.Project.Passage;
import org.tellings.export.Project.Source;
import org.tellings.export.Qdpx;
import org.tellings.export.QdpxReader;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Dated;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Kept;
import org.tellings.model.Outlet;
import org.tellings.model.Span;
import org.tellings.model.Summary;
import org.tellings.model.Target;
import org.tellings.store.DnaFile;
import org.tellings.store.Library;

/// What goes to other programs that code, and comes from them.
///
/// Taking a file in is one step that can be undone. What cannot be read is refused with an
/// [IllegalArgumentException] fit to show. Safe for use from many threads; not to be asked on the
/// screen's thread.
public final class ExchangeDesk {

  /// What coders type to open a database that was written for DNA, which has none without one.
  public static final String DNA_PASSWORD = DnaFile.PASSWORD;

  /// Who a date of another program comes from.
  private static final String RULE = "project";

  private static final long LONGEST = 256L << 20;

  private final Workbench workbench;
  private final Library library;

  ExchangeDesk(Workbench workbench, Library library) {
    this.workbench = workbench;
    this.library = library;
  }

  /// How the names of files end that [#takeIn] reads.
  public static final String ENDINGS = ".qdpx .jsonld .json .dna";

  /// Whether a file's name says that another program's project or annotations stand in it.
  public static boolean isForeign(Path file) {
    return List.of("qdpx", "jsonld", "json", "dna").contains(ending(file));
  }

  private static String ending(Path file) {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.substring(name.lastIndexOf('.') + 1);
  }

  // -- out --

  /// Writes a kind in a form into a file, of these articles or of all. Returns how many rows or
  /// codings were written; empty when `progress` cancelled it: then the file is as it was.
  public Optional<Integer> export(
      String kind, Optional<List<ArticleId>> of, String form, Path file, Progress progress) {
    Workbench.suits(kind, form);
    if (Form.of(form) == Form.QDPX) {
      return write(of, file, progress);
    }
    if (Form.of(form) == Form.DNA) {
      return new Dna(workbench, library).write(kind, ids(of), file, progress);
    }
    var rows = workbench.exported(kind, of, form, progress);
    if (progress.isCancelled()) {
      return Optional.empty();
    }
    Workbench.write(Workbench.file(kind, rows, form), file);
    return Optional.of(rows.size());
  }

  /// Writes these articles (all, where none are named) with all that is coded and noted in them, as
  /// far as who works here may see it, as a REFI-QDA project. Returns how many codings were
  /// written; empty when `progress` cancelled it: then the file is as it was.
  public Optional<Integer> write(Optional<List<ArticleId>> of, Path file, Progress progress) {
    var ids = ids(of);
    return FileBeside.write(
        file,
        out -> {
          var count = 0;
          var codes = trying(() -> library.codings().codes());
          try (var qdpx = new Qdpx(out, withGiven(codes, ids))) {
            for (var i = 0; i < ids.size(); i++) {
              if (progress.isCancelled()) {
                return Optional.empty();
              }
              var source = source(workbench.there(ids.get(i)), codes);
              qdpx.add(source);
              count += source.passages().stream().mapToInt(p -> p.codes().size()).sum();
              progress.at(i + 1, ids.size(), "writing the project");
            }
          }
          return Optional.of(count);
        });
  }

  private List<ArticleId> ids(Optional<List<ArticleId>> of) {
    return of.orElseGet(() -> workbench.articles().stream().map(a -> a.id()).toList());
  }

  /// With the codes that were given and have left the codebook.
  private List<Code> withGiven(List<Code> codes, List<ArticleId> ids) {
    var all = new ArrayList<>(codes);
    for (var id : ids) {
      for (var coding : trying(() -> library.codings().shown(library.codings().of(id)))) {
        if (all.stream().noneMatch(code -> code.id().equals(coding.code()))) {
          all.add(left(coding.code()));
        }
      }
    }
    return all;
  }

  private static Code left(String id) {
    return new Code(
        id, id.replace(Code.BETWEEN, " / "), 0, 0, Code.Use.RETIRED, "", Code.Sense.NONE);
  }

  private Source source(Article article, List<Code> codes) {
    Map<Target, List<Given>> given = new LinkedHashMap<>();
    for (var coding : trying(() -> library.codings().shown(library.codings().of(article.id())))) {
      var code =
          codes.stream()
              .filter(one -> one.id().equals(coding.code()))
              .findFirst()
              .orElseGet(() -> left(coding.code()));
      given
          .computeIfAbsent(coding.target(), _ -> new ArrayList<>())
          .add(new Given(code.guid(), coding.coder()));
    }
    Map<Target, String> notes = new LinkedHashMap<>();
    Map<FindingId, Span> places = new LinkedHashMap<>();
    for (Kept kept : workbench.findings(article.id())) {
      places.put(kept.id(), kept.finding().span());
      if (!kept.note().isEmpty()) {
        notes.put(kept.id(), kept.note());
      }
    }
    notes.putAll(trying(() -> library.codings().shownNotes(article.id())));
    var targets = new LinkedHashSet<>(given.keySet());
    targets.addAll(notes.keySet());
    var passages =
        targets.stream()
            .map(
                target ->
                    new Passage(
                        Qdpx.guid("selection", target.toString()),
                        target instanceof FindingId id
                            ? places.getOrDefault(id, id.span())
                            : target.span(),
                        given.getOrDefault(target, List.of()),
                        Optional.ofNullable(notes.get(target)).stream().toList()))
            .sorted(Comparator.comparing(Passage::span).thenComparing(Passage::guid))
            .toList();
    return new Source(
        Qdpx.guid("article", article.sha256()),
        name(article),
        article.text(),
        about(article),
        passages);
  }

  private static String name(Article article) {
    return article.title().isEmpty() ? article.file() : article.title();
  }

  private static Map<String, String> about(Article article) {
    var heading = article.heading();
    return Map.of(
        "Title",
        heading.title(),
        "File",
        article.file(),
        "Outlet",
        heading.outlet().name(),
        "Byline",
        heading.byline(),
        "Published",
        heading.published().map(Dated::value).orElse(""),
        "Updated",
        heading.updated().map(Dated::value).orElse(""),
        "Captured",
        heading.captured().map(Dated::value).orElse(""),
        "Address",
        heading.url(),
        "Language",
        heading.language());
  }

  // -- in --

  /// What taking a file in would bring; nothing is changed. Empty when `progress` cancelled it.
  public Optional<Brought> look(Path file, Progress progress) {
    return read(file, progress).map(Bringing::brought);
  }

  /// Takes a file in, in one step. Empty when `progress` cancelled it; then nothing was changed.
  public Optional<Brought> takeIn(Path file, Progress progress) {
    synchronized (workbench) {
      var bringing = read(file, progress);
      var before = workbench.articles().stream().map(Summary::id).collect(Collectors.toSet());
      bringing.ifPresent(one -> keep(one, file));
      workbench.merging().attach(fresh(before));
      return bringing.map(Bringing::brought);
    }
  }

  private List<ArticleId> fresh(Set<ArticleId> before) {
    return workbench.articles().stream()
        .map(Summary::id)
        .filter(id -> !before.contains(id))
        .toList();
  }

  private void keep(Bringing bringing, Path file) {
    var brought = bringing.brought();
    if (brought.isNothing()) {
      return;
    }
    var words =
        "Took in "
            + brought.inWords()
            + " of "
            + file.getFileName()
            + (brought.left().isEmpty()
                ? ""
                : "; " + brought.left().size() + " found no place here");
    workbench.step(words, l -> bringing.keep(l, words));
  }

  private Optional<Bringing> read(Path file, Progress progress) {
    if (!Files.isRegularFile(file)) {
      throw new IllegalArgumentException("cannot read " + file + ": there is no such file");
    }
    var bringing = trying(() -> new Bringing(library, workbench.codebook(), workbench.coder()));
    var isDone =
        switch (ending(file)) {
          case "qdpx" -> project(bringing, QdpxReader.read(file), file, progress);
          case "dna" -> trying(() -> new Dna(workbench, library).take(file, bringing, progress));
          default -> trying(() -> new Anchoring(library, bringing).take(text(file), progress));
        };
    return isDone ? Optional.of(bringing) : Optional.empty();
  }

  private static String text(Path file) {
    try {
      if (Files.size(file) > LONGEST) {
        throw new IllegalArgumentException("cannot read " + file + ": it is larger than 256 MB");
      }
      return Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + file + ": " + Words.unread(file, e), e);
    }
  }

  /// False when it was cancelled.
  private boolean project(Bringing bringing, Project project, Path file, Progress progress) {
    project.left().forEach(bringing::left);
    return trying(
        () -> {
          bringing.codes(project.codes());
          var sources = project.sources();
          for (var i = 0; i < sources.size(); i++) {
            if (progress.isCancelled()) {
              return false;
            }
            source(bringing, sources.get(i), project.isOurs(), file);
            progress.at(i + 1, sources.size(), "reading the project");
          }
          return true;
        });
  }

  private void source(Bringing bringing, Source source, boolean isOurs, Path file) {
    var name = isOurs ? source.about("File").orElse(source.name()) : source.name();
    var article =
        Article.of(name, isOurs ? heading(source) : titled(source), source.text(), List.of());
    if (!bringing.has(article.id())) {
      bringing.article(
          article,
          file.toAbsolutePath().normalize() + "!" + source.guid() + ".txt",
          source.text().getBytes(StandardCharsets.UTF_8).length);
    }
    for (var passage : source.passages()) {
      var words = Words.excerpt(passage.span().in(source.text()));
      var where = "“" + source.name() + "”, " + words;
      if (passage.span().in(source.text()).isBlank()) {
        bringing.left(where + ": there are no words");
        continue;
      }
      var target = bringing.target(article.id(), passage.span(), passage.guid());
      passage.codes().forEach(given -> bringing.coded(target, given, where));
      bringing.noted(target, String.join("\n\n", passage.notes()), where);
    }
  }

  private static Heading titled(Source source) {
    return Heading.NONE.withTitle(source.name().strip());
  }

  private static Heading heading(Source source) {
    return new Heading(
        source.about("Title").orElse(""),
        source.about("Byline").orElse(""),
        source.about("Outlet").map(Outlet::new).orElse(Outlet.UNKNOWN),
        dated(source, "Published"),
        dated(source, "Updated"),
        dated(source, "Captured"),
        source.about("Address").orElse(""),
        source.about("Language").orElse(""));
  }

  private static Optional<Dated> dated(Source source, String variable) {
    try {
      return source.about(variable).map(value -> new Dated(value, RULE));
    } catch (IllegalArgumentException _) {
      return Optional.empty(); // somebody wrote another value there; the date is missing then
    }
  }
}
