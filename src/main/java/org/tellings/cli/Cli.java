package org.tellings.cli;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tellings.model.ArticleId;
import org.tellings.model.Intake;
import org.tellings.report.Recipe;
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
    version = Recipe.PROGRAM,
    description = {
      "Reads news articles and finds the quotes, figures and dates in them.",
      "`tellings COMMAND --help` prints the whole of a command."
    },
    footer =
        "Exit status: 0 done, 1 some inputs refused, 2 wrong usage, 3 library or machine failed.")
public final class Cli {

  /// Opens the window and returns when it is closed; a [WorkbenchException] says why there is none.
  public interface Window {
    void open(Library library, Optional<Path> samples, Optional<String> article);

    /// Opens the library; called off the screen's thread.
    interface Library {
      Workbench open(Progress progress);

      /// As it is now, without the right to change it.
      Workbench read(Progress progress);
    }
  }

  static final String ARTICLE = "An id, its first 4 digits or more, or a file name.";
  static final String ID = "The id of a finding, as `show` and `export` print it.";
  static final String FORMAT = "table (so when nothing is said), jsonl or csv";

  private static final int CANDIDATES = 20;

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

  @Option(
      names = "--help",
      usageHelp = true,
      scope = CommandLine.ScopeType.INHERIT,
      description = "Prints this.")
  private boolean help;

  @Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Prints the version.")
  private boolean version;

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
    var line = line(out, err, window);
    line.setExecutionExceptionHandler(
        (e, _, _) -> {
          if (e instanceof IllegalArgumentException || e instanceof WorkbenchException) {
            return told(e, err);
          }
          // a fault of the program; the trace is for whoever is told of it
          e.printStackTrace(err);
          err.println("tellings: the program failed; what was kept before is unharmed");
          return 3;
        });
    if (args.length == 0) {
      line.usage(line.getErr());
      return 2;
    }
    // only at the end, and after one command at most: elsewhere it is a word of a query
    if (args.length <= 2 && args[args.length - 1].equals("-h")) {
      args[args.length - 1] = "--help";
    }
    return line.execute(args);
  }

  /// The parser of command lines, which runs what it has read.
  static CommandLine line(PrintStream out, PrintStream err, Window window) {
    var cli = new Cli(out, err, window);
    var line = new CommandLine(cli);
    // the commands have no options of one letter: a word of a query may begin with a minus
    var find = new CommandLine(new FindCommand(cli)).setUnmatchedOptionsArePositionalParams(true);
    line.addSubcommand(new AddCommand(cli))
        .addSubcommand(find)
        .addSubcommand(new ShowCommand(cli))
        .addSubcommand(new ExportCommand(cli))
        .addSubcommand(new ImportCommand(cli))
        .addSubcommand(new ReviewCommand(cli))
        .addSubcommand(new QueueCommand(cli))
        .addSubcommand(new GoldCommand(cli))
        .addSubcommand(new DescribeCommand(cli))
        .addSubcommand(new CodeCommand(cli))
        .addSubcommand(new CodebookCommand(cli))
        .addSubcommand(new CoderCommand(cli))
        .addSubcommand(new AgreementCommand(cli))
        .addSubcommand(new TimelineCommand(cli))
        .addSubcommand(new ReportCommand(cli))
        .addSubcommand(new VerifyCommand(cli))
        .addSubcommand(new HistoryCommand(cli))
        .addSubcommand(new RestoreCommand(cli))
        .addSubcommand(new MergeCommand(cli))
        .addSubcommand(new CheckCommand(cli));
    line.setOut(
        new PrintWriter(
            (Writer) new java.io.OutputStreamWriter(out, StandardCharsets.UTF_8), true));
    line.setErr(
        new PrintWriter(
            (Writer) new java.io.OutputStreamWriter(err, StandardCharsets.UTF_8), true));
    return line;
  }

  private static int open(Opening.Window asked, PrintStream err, Window window) {
    try {
      window.open(asked.opening(), Opening.samples(), asked.article());
      return 0;
    } catch (IllegalArgumentException | WorkbenchException e) {
      return told(e, err);
    }
  }

  private static int told(Exception problem, PrintStream err) {
    err.println("tellings: " + problem.getMessage());
    return problem instanceof WorkbenchException ? 3 : 2;
  }

  /// Writes into `file` in place of what is in it, or without one to standard output; status 0.
  int write(@Nullable Path file, String text) {
    if (file == null) {
      out.print(text);
    } else {
      Workbench.write(text, file);
    }
    return 0;
  }

  PrintStream out() {
    return out;
  }

  PrintStream err() {
    return err;
  }

  interface Work {
    int with(Workbench workbench);
  }

  int on(boolean create, Work work) {
    try (var workbench = opened(create, progress())) {
      return work.with(workbench);
    }
  }

  /// Works on a library that may be open in another window or command.
  int reading(Work work) {
    try (var workbench = meant().read(progress())) {
      return work.with(workbench);
    }
  }

  /// The library that the command line means.
  Opening meant() {
    return new Opening(Optional.ofNullable(library), sample);
  }

  private Workbench opened(boolean create, Progress progress) {
    return meant().opened(create, progress);
  }

  @Command(description = "Opens the window, at an article when one is named.")
  int open(
      @Parameters(arity = "0..1", paramLabel = "ARTICLE", description = ARTICLE)
          @Nullable String article) {
    window.open(meant(), Opening.samples(), Optional.ofNullable(article));
    return 0;
  }

  Progress progress() {
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

  static void checkFormat(String format) {
    if (!List.of("table", "jsonl", "csv").contains(format)) {
      throw new IllegalArgumentException(
          "no such format: " + format + "; there are table, jsonl and csv");
    }
  }

  void print(List<Map<String, @Nullable Object>> rows, String format, List<String> columns) {
    switch (format) {
      case "jsonl", "csv" -> out.print(Workbench.written(rows, format));
      case "table" -> out.print(Table.of(rows, columns));
      default -> checkFormat(format);
    }
  }

  @Command(description = "Lists the articles.")
  int list(
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "table",
              description = FORMAT)
          String format) {
    checkFormat(format);
    return reading(
        workbench -> {
          var rows = workbench.rows("articles", ids(workbench));
          if (format.equals("table")) {
            out.print(
                Table.of(titled(rows), List.of("id", "outlet", "published", "words", "title")));
          } else {
            out.print(Workbench.written("articles", rows, format));
          }
          return 0;
        });
  }

  private static List<ArticleId> ids(Workbench workbench) {
    return workbench.articles().stream().map(a -> a.id()).toList();
  }

  @Command(
      description = {
        "What several articles tell of the same thing, and where they part.",
        "KIND: utterances quantities propositions passages roles misnamings chains unnamed outlets"
            + " anomalies; or: articles A B [C...] for two to six articles side by side; same ID"
            + " ID, apart ID ID, name ID LABEL to decide by hand what the same thing is and what it"
            + " is called (each can be undone)."
      })
  int compare(
      @Parameters(paramLabel = "KIND", description = "See above.") String kind,
      @Parameters(
              arity = "0..*",
              index = "1..*",
              paramLabel = "WHAT",
              description = "The articles, findings or label that KIND wants.")
          @Nullable List<String> what,
      @Option(names = "--all", description = "Also what one article tells alone.") boolean all,
      @Option(
              names = "--format",
              paramLabel = "FORMAT",
              defaultValue = "table",
              description = "table, jsonl or csv")
          String format) {
    var words = what == null ? List.<String>of() : what;
    if (Comparing.DECISIONS.contains(kind)) {
      return on(
          false,
          workbench -> {
            new Comparing(workbench, progress()).decide(kind, words);
            return 0;
          });
    }
    return reading(
        workbench -> {
          var comparing = new Comparing(workbench, progress());
          var articles = Comparing.articles(kind, words, name -> article(workbench, name));
          var rows = comparing.rows(kind, articles, all);
          if (format.equals("table")) {
            // a reason is a sentence, and stands whole in a line of its own
            out.print(
                Table.of(
                    Comparing.forEyes(rows, articles),
                    Comparing.columns(kind, articles.size()),
                    kind.equals("anomalies") ? "why" : ""));
          } else {
            print(rows, format, List.of());
          }
          return 0;
        });
  }

  @Command(
      name = "take-out",
      description = {
        "Takes articles out of the library, in one step.",
        "What people decided stays stored: `undo`, or adding a file again, brings them back."
      })
  int takeOut(
      @Parameters(arity = "1..*", paramLabel = "ARTICLE", description = ARTICLE)
          List<String> names) {
    return on(
        false,
        workbench -> {
          var ids = names.stream().map(name -> article(workbench, name)).distinct().toList();
          workbench.takeOut(ids);
          ids.forEach(id -> out.println("taken out: article " + id));
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
      @Parameters(paramLabel = "ARTICLE", description = ARTICLE) String name,
      @Parameters(paramLabel = "N", description = "The number of the part, from 1.") int number) {
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

  /// The one article of this name.
  static ArticleId article(Workbench workbench, String name) {
    var fit = workbench.named(name);
    if (fit.isEmpty()) {
      throw new IllegalArgumentException("no article is called " + name + "; `list` names them");
    }
    if (fit.size() > 1) {
      throw new IllegalArgumentException(
          fit.size()
              + " articles are called "
              + name
              + "; say which by its id:"
              + fit.stream()
                  .limit(CANDIDATES)
                  .map(a -> "\n  " + a.id() + "  " + named(a.heading().title(), a.file()))
                  .collect(Collectors.joining())
              + (fit.size() > CANDIDATES ? "\n  and " + (fit.size() - CANDIDATES) + " more" : ""));
    }
    return fit.getFirst().id();
  }

  /// An article's title; its file between brackets where it has none.
  static String named(String title, String file) {
    return title.isEmpty() ? "(" + file + ")" : title;
  }

  /// The rows of articles as a table shows them: what has no title goes by its file.
  static List<Map<String, @Nullable Object>> titled(List<Map<String, @Nullable Object>> rows) {
    for (var row : rows) {
      row.computeIfAbsent("title", _ -> "(" + row.get("file") + ")");
    }
    return rows;
  }

  @Command(
      description =
          "Puts a note on a finding, or on words that are none (…s.361-475, as `code list` names"
              + " them); an empty text takes it away.")
  int note(
      @Parameters(paramLabel = "ID", description = ID) String id,
      @Parameters(paramLabel = "TEXT", description = "The note.") String text) {
    return on(
        false,
        workbench -> {
          workbench.note(CodeCommand.target(workbench, id), text);
          out.println(id + (text.isBlank() ? "  without a note" : "  noted"));
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

  @Command(description = "Rebuilds the index from the library.")
  int reindex() {
    return on(
        false,
        workbench -> {
          workbench.reindex(progress());
          var size = workbench.size();
          out.println(
              "The index was made anew of " + size + (size == 1 ? " article." : " articles."));
          return 0;
        });
  }

  @Command(description = "Runs the extractors again; people's decisions stay.")
  int reextract() {
    return on(
        false,
        workbench -> {
          out.println(workbench.reextract(progress()) + " articles read differently now");
          workbench
              .machineNow()
              .forEach(
                  id -> out.println("the machine now reads " + id + " otherwise than decided"));
          return 0;
        });
  }
}
