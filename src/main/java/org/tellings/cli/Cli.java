package org.tellings.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.FindingId;
import org.tellings.model.Hits;
import org.tellings.model.Intake;
import org.tellings.model.Query;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;
import org.tellings.workbench.WorkbenchException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The workbench from a terminal. One object runs one command line.
@Command(
    name = "tellings",
    mixinStandardHelpOptions = true,
    version = "0.1.0",
    description = "Reads news articles and finds the quotes, figures and dates in them.",
    footer =
        "Exit status: 0 done, 1 some inputs refused, 2 wrong usage, 3 library or machine failed.")
public final class Cli {

  /// Opens the window and returns when it is closed; a [WorkbenchException] says why there is none.
  public interface Window {
    void open(Library library, Optional<Path> samples, Optional<String> article);

    /// Opens the library; called off the screen's thread.
    interface Library {
      Workbench open(Progress progress);
    }
  }

  private final PrintStream out;
  private final PrintStream err;
  private final Window window;

  @Option(
      names = "--library",
      paramLabel = "DIR",
      scope = CommandLine.ScopeType.INHERIT,
      description =
          "The library's folder; else $TELLINGS_LIBRARY, else tellings-library in the data folder.")
  private @Nullable Path library;

  @Option(
      names = "--sample",
      scope = CommandLine.ScopeType.INHERIT,
      description = "The sample library; made from the sample articles when it is not there.")
  private boolean sample;

  private Cli(PrintStream out, PrintStream err, Window window) {
    this.out = out;
    this.err = err;
    this.window = window;
  }

  /// Runs one command and returns the exit status of `docs/manual/cli.md`.
  public static int run(String[] args, PrintStream out, PrintStream err, Window window) {
    var plain = Opening.plain(List.of(args));
    if (plain.isPresent()) {
      return open(plain.get(), err, window);
    }
    var line = new CommandLine(new Cli(out, err, window));
    line.setOut(
        new PrintWriter(
            (Writer) new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8), true));
    line.setErr(
        new PrintWriter(
            (Writer) new java.io.OutputStreamWriter(err, StandardCharsets.UTF_8), true));
    line.setExecutionExceptionHandler(
        (e, _, _) -> {
          if (e instanceof IllegalArgumentException || e instanceof WorkbenchException) {
            return told(e, err);
          }
          throw e;
        });
    if (args.length == 0) {
      line.usage(line.getErr());
      return 2;
    }
    return line.execute(args);
  }

  private static int open(Opening.Window asked, PrintStream err, Window window) {
    try {
      window.open(
          progress -> asked.opening().opened(true, progress), Opening.samples(), asked.article());
      return 0;
    } catch (IllegalArgumentException | WorkbenchException e) {
      return told(e, err);
    }
  }

  private static int told(Exception problem, PrintStream err) {
    err.println("tellings: " + problem.getMessage());
    return problem instanceof WorkbenchException ? 3 : 2;
  }

  private interface Work {
    int with(Workbench workbench);
  }

  private int on(boolean create, Work work) {
    try (var workbench = opened(create, progress())) {
      return work.with(workbench);
    }
  }

  private Workbench opened(boolean create, Progress progress) {
    return new Opening(Optional.ofNullable(library), sample).opened(create, progress);
  }

  @Command(description = "Opens the window, at an article when one is named.")
  int open(@Parameters(arity = "0..1", paramLabel = "ARTICLE") @Nullable String article) {
    window.open(
        progress -> opened(true, progress), Opening.samples(), Optional.ofNullable(article));
    return 0;
  }

  private Progress progress() {
    return new Progress() {
      @Override
      public void at(int done, int total, String what) {
        if (total > 200 && done % 1000 == 0) {
          err.println(done + " of " + total);
        }
      }

      @Override
      public void intake(Intake intake) {
        if (intake instanceof Intake.Unreadable u) {
          err.println(u.path() + ": " + u.reason());
        }
      }
    };
  }

  private void print(
      List<Map<String, @Nullable Object>> rows, String format, List<String> columns) {
    switch (format) {
      case "jsonl", "csv" -> out.print(Workbench.written(rows, format));
      case "table" -> out.print(Table.of(rows, columns));
      default ->
          throw new IllegalArgumentException(
              "no such format: " + format + "; there are table, jsonl and csv");
    }
  }

  @Command(description = "Reads files and folders into the library; prints the ledger.")
  int add(
      @Parameters(arity = "0..*", paramLabel = "PATH") @Nullable List<Path> paths,
      @Option(names = "--retry", description = "Offers the unreadable files again.") boolean retry,
      @Option(names = "--format", defaultValue = "table") String format) {
    var offered = paths == null ? List.<Path>of() : paths;
    if (offered.isEmpty() && !retry) {
      throw new IllegalArgumentException("add what? Name files or folders, or --retry");
    }
    if (!List.of("table", "jsonl", "csv").contains(format)) {
      throw new IllegalArgumentException(
          "no such format: " + format + "; there are table, jsonl and csv");
    }
    var adding = new Adding(out, err, format.equals("jsonl"));
    return adding.runStoppable(
        () ->
            on(
                true,
                workbench -> {
                  List<Intake> intakes =
                      new ArrayList<>(retry ? workbench.retry(adding) : List.of());
                  intakes.addAll(offered.isEmpty() ? List.of() : workbench.add(offered, adding));
                  if (format.equals("csv")) {
                    print(Workbench.rows(intakes), format, List.of());
                  }
                  var unreadable = count(intakes, Intake.Unreadable.class);
                  var ledger =
                      "seen "
                          + intakes.size()
                          + " = added "
                          + count(intakes, Intake.Added.class)
                          + " + duplicate "
                          + count(intakes, Intake.Duplicate.class)
                          + " + unreadable "
                          + unreadable
                          + " + skipped "
                          + count(intakes, Intake.Skipped.class);
                  if (adding.isCancelled()) {
                    err.println(
                        "stopped; what was read is kept, the other files have not been read");
                  }
                  (format.equals("table") ? out : err).println(ledger);
                  return unreadable == 0 ? 0 : 1;
                }));
  }

  private static long count(List<Intake> intakes, Class<? extends Intake> kind) {
    return intakes.stream().filter(kind::isInstance).count();
  }

  @Command(description = "Lists the articles.")
  int list(@Option(names = "--format", defaultValue = "table") String format) {
    return on(
        false,
        workbench -> {
          print(
              workbench.rows("articles", ids(workbench)),
              format,
              List.of("id", "outlet", "published", "words", "title"));
          return 0;
        });
  }

  private static List<ArticleId> ids(Workbench workbench) {
    return workbench.articles().stream().map(a -> a.id()).toList();
  }

  @Command(description = "Searches the articles; see docs/manual/search.md.")
  int find(
      @Parameters(paramLabel = "QUERY") List<String> words,
      @Option(names = "--limit", defaultValue = "20") int limit,
      @Option(names = "--explain", description = "Prints how the query was understood.")
          boolean explain,
      @Option(names = "--format", defaultValue = "table") String format) {
    if (limit < 1) {
      throw new IllegalArgumentException("--limit wants 1 or more");
    }
    return on(
        false,
        workbench -> {
          var query = Query.parse(String.join(" ", words));
          query
              .unread()
              .forEach(u -> err.println("not understood: " + u.typed() + " (" + u.why() + ")"));
          if (explain) {
            err.println(query.inWords());
            err.println(workbench.explain(query));
          }
          var hits = workbench.find(query, Hits.Order.RELEVANCE, 0, limit);
          print(
              workbench.rows("articles", hits.page().stream().map(Hits.Hit::article).toList()),
              format,
              List.of("id", "outlet", "published", "words", "title"));
          err.println(hits.total() + (hits.total() == 1 ? " article" : " articles"));
          return 0;
        });
  }

  @Command(
      description = {
        "What several articles tell of the same thing, and where they part.",
        "KIND: utterances quantities propositions passages misnamings; or: articles A B [C...] for"
            + " two to six articles side by side; same ID ID, apart ID ID, name ID LABEL to decide"
            + " by hand what the same thing is and what it is called (each can be undone)."
      })
  int compare(
      @Parameters(paramLabel = "KIND") String kind,
      @Parameters(arity = "0..*", index = "1..*", paramLabel = "WHAT") @Nullable List<String> what,
      @Option(names = "--all", description = "Also what one article tells alone.") boolean all,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "table",
              description = "table, jsonl or csv")
          String format) {
    var words = what == null ? List.<String>of() : what;
    return on(
        false,
        workbench -> {
          var comparing = new Comparing(workbench, progress());
          if (Comparing.DECISIONS.contains(kind)) {
            comparing.decide(kind, words);
            return 0;
          }
          var articles = Comparing.articles(kind, words, name -> article(workbench, name));
          var rows = comparing.rows(kind, articles, all);
          print(
              format.equals("table") ? Comparing.forEyes(rows, articles) : rows,
              format,
              Comparing.columns(kind, articles.size()));
          return 0;
        });
  }

  @Command(description = "Shows an article's text with its findings listed below.")
  int show(
      @Parameters(paramLabel = "ARTICLE") String name,
      @Option(names = "--why", description = "Prints the rule behind each finding.") boolean why,
      @Option(names = "--format", defaultValue = "table") String format) {
    return on(
        false,
        workbench -> {
          var id = article(workbench, name);
          var article = workbench.article(id).orElseThrow();
          var rows = workbench.rows("findings", List.of(id));
          if (!format.equals("table")) {
            print(rows, format, List.of());
            return 0;
          }
          out.println(article.title());
          out.println(article.text());
          out.println();
          for (var kept : workbench.findings(id)) {
            out.println(
                kept.finding().kind().word()
                    + "  "
                    + kept.finding().span().start()
                    + "-"
                    + kept.finding().span().end()
                    + "  "
                    + kept.state().word()
                    + "  “"
                    + kept.finding().span().in(article.text())
                    + "”"
                    + (why ? "  " + kept.finding().rule() : ""));
          }
          var number = 0;
          for (var part : article.removed()) {
            out.println("removed  " + ++number + "  " + part.rule() + "  " + part.text());
          }
          return 0;
        });
  }

  @Command(
      name = "put-back",
      description = {
        "Puts a part that was left out of an article back where it stood.",
        "N is its number in what `show` prints. The article with the part takes the place of the"
            + " one without it; decisions, notes and codes go along."
      })
  int putBack(
      @Parameters(paramLabel = "ARTICLE") String name, @Parameters(paramLabel = "N") int number) {
    return on(
        false,
        workbench -> {
          var former = article(workbench, name);
          var put = workbench.restorePart(former, number - 1);
          put.left()
              .forEach(
                  id -> err.println("not in the article with the part, its words parted: " + id));
          out.println("put back: article " + put.article() + " in the place of " + former);
          return 0;
        });
  }

  private static ArticleId article(Workbench workbench, String name) {
    return workbench
        .resolve(name)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no article, or more than one, is called " + name + "; `list` names them"));
  }

  @Command(
      description =
          "Writes articles quotes claims figures dates entities or codings as csv or jsonl.")
  int export(
      @Parameters(paramLabel = "KIND") String kind,
      @Option(names = "--format", defaultValue = "csv") String format,
      @Option(names = "--out", paramLabel = "FILE") @Nullable Path file) {
    if (!Workbench.exportKinds().contains(kind) || !List.of("csv", "jsonl").contains(format)) {
      throw new IllegalArgumentException(
          "export wants one of " + String.join(" ", Workbench.exportKinds()) + ", as csv or jsonl");
    }
    return on(
        false,
        workbench -> {
          var text = Workbench.written(workbench.exported(kind, progress()), format);
          if (file == null) {
            out.print(text);
            return 0;
          }
          try {
            Files.writeString(file, text);
            return 0;
          } catch (java.io.IOException e) {
            err.println("tellings: cannot write " + file + ": " + e.getMessage());
            return 3;
          }
        });
  }

  @Command(
      description =
          "Decides on findings: confirm, correct fields, reject, or give back to the machine.")
  int review(
      @Parameters(arity = "1..*", paramLabel = "ID") List<String> names,
      @Option(names = "--confirm") boolean confirm,
      @Option(names = "--reject") boolean reject,
      @Option(names = "--restore") boolean restore,
      @Option(names = "--correct", paramLabel = "FIELD=VALUE")
          @Nullable Map<String, String> fields) {
    var ids = names.stream().map(FindingId::parse).toList();
    if ((confirm ? 1 : 0) + (reject ? 1 : 0) + (restore ? 1 : 0) + (fields != null ? 1 : 0) != 1) {
      throw new IllegalArgumentException(
          "review wants exactly one of --confirm --correct --reject --restore");
    }
    return on(
        false,
        workbench -> {
          if (confirm) {
            workbench.confirm(ids);
          } else if (reject) {
            workbench.reject(ids);
          } else if (restore) {
            workbench.restore(ids);
          } else {
            for (var id : ids) {
              workbench.correct(id, new LinkedHashMap<>(Optional.ofNullable(fields).orElseThrow()));
            }
          }
          return 0;
        });
  }

  @Command(description = "Corrects what stands over an article; an empty value takes it away.")
  int describe(
      @Parameters(paramLabel = "ARTICLE") String name,
      @Option(names = "--title") @Nullable String title,
      @Option(names = "--byline") @Nullable String byline,
      @Option(names = "--outlet") @Nullable String outlet,
      @Option(
              names = "--published",
              paramLabel = "DATE",
              description = "2025-01-29, 2025-01 or 2025-01-29T11:42Z")
          @Nullable String published,
      @Option(names = "--updated", paramLabel = "DATE") @Nullable String updated) {
    Map<String, String> fields = new LinkedHashMap<>();
    Optional.ofNullable(title).ifPresent(v -> fields.put("title", v));
    Optional.ofNullable(byline).ifPresent(v -> fields.put("byline", v));
    Optional.ofNullable(outlet).ifPresent(v -> fields.put("outlet", v));
    Optional.ofNullable(published).ifPresent(v -> fields.put("published", v));
    Optional.ofNullable(updated).ifPresent(v -> fields.put("updated", v));
    if (fields.isEmpty()) {
      throw new IllegalArgumentException(
          "describe wants one or more of --title --byline --outlet --published --updated");
    }
    return on(
        false,
        workbench -> {
          workbench.describe(article(workbench, name), fields);
          return 0;
        });
  }

  @Command(description = "Puts a note on a finding; an empty text takes it away.")
  int note(@Parameters(paramLabel = "ID") String id, @Parameters(paramLabel = "TEXT") String text) {
    return on(
        false,
        workbench -> {
          workbench.note(FindingId.parse(id), text);
          return 0;
        });
  }

  @Command(description = "Gives findings a code of the codebook, or takes it back.")
  int code(
      @Parameters(arity = "1..*", paramLabel = "ID") List<String> names,
      @Option(names = "--add", paramLabel = "CODE") @Nullable String add,
      @Option(names = "--remove", paramLabel = "CODE") @Nullable String remove) {
    var ids = names.stream().map(FindingId::parse).toList();
    if ((add == null) == (remove == null)) {
      throw new IllegalArgumentException("code wants exactly one of --add --remove");
    }
    return on(
        false,
        workbench -> {
          workbench.code(
              ids, add == null ? Optional.ofNullable(remove).orElseThrow() : add, add != null);
          return 0;
        });
  }

  @Command(description = "Lists the codebook; puts a code in or takes one out.")
  int codebook(
      @Option(names = "--add", paramLabel = "CODE") @Nullable String add,
      @Option(names = "--key", paramLabel = "1-9", defaultValue = "0") int key,
      @Option(names = "--remove", paramLabel = "CODE") @Nullable String remove,
      @Option(names = "--format", defaultValue = "table") String format) {
    return on(
        false,
        workbench -> {
          if (add != null) {
            workbench.define(new Code(add, key));
          }
          if (remove != null) {
            workbench.undefine(remove);
          }
          if (add == null && remove == null) {
            List<Map<String, @Nullable Object>> rows = new ArrayList<>();
            for (var code : workbench.codes()) {
              Map<String, @Nullable Object> row = new LinkedHashMap<>();
              row.put("code", code.name());
              row.put("key", code.key() == 0 ? null : code.key());
              rows.add(row);
            }
            print(rows, format, List.of("code", "key"));
          }
          return 0;
        });
  }

  @Command(description = "Undoes the last step.")
  int undo() {
    return on(false, workbench -> told("Undone: ", workbench.undo(), "There is nothing to undo."));
  }

  @Command(description = "Does the last undone step again.")
  int redo() {
    return on(
        false, workbench -> told("Done again: ", workbench.redo(), "There is nothing to redo."));
  }

  private int told(String before, Optional<String> words, String none) {
    out.println(words.map(before::concat).orElse(none));
    return 0;
  }

  @Command(description = "Lists the steps made, newest first.")
  int history() {
    return on(
        false,
        workbench -> {
          workbench
              .history()
              .forEach(
                  s ->
                      out.println(
                          s.number()
                              + "  "
                              + s.when()
                              + "  "
                              + s.coder()
                              + "  "
                              + s.words()
                              + (s.undone() ? "  (undone)" : "")));
          return 0;
        });
  }

  @Command(description = "Looks the library and its index over.")
  int check(
      @Option(names = "--repair", description = "Rebuilds the index when it differs.")
          boolean repair) {
    return on(
        false,
        workbench -> {
          var problems = workbench.check(repair, progress());
          problems.forEach(err::println);
          out.println(
              problems.isEmpty() ? "library and index are whole" : problems.size() + " problems");
          return problems.isEmpty() || repair && workbench.check(false, progress()).isEmpty()
              ? 0
              : 3;
        });
  }

  @Command(description = "Rebuilds the index from the library.")
  int reindex() {
    return on(
        false,
        workbench -> {
          workbench.reindex(progress());
          return 0;
        });
  }

  @Command(description = "Runs the extractors again; people's decisions stay.")
  int reextract() {
    return on(
        false,
        workbench -> {
          out.println(workbench.reextract(progress()) + " articles read differently now");
          return 0;
        });
  }
}
