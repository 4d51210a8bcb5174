package org.tellings.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Code;
import org.tellings.workbench.CodebookDesk;
import org.tellings.workbench.Step;
import org.tellings.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `codebook`: the tree of codes, what they mean, and what becomes of them.
@Command(
    name = "codebook",
    description = {
      "Lists the codebook; or does with it (each can be undone): add CODE, describe CODE, rename"
          + " CODE NAME, move CODE GROUP, merge CODE INTO, split CODE NAME ID..., retire CODE,"
          + " bring-back CODE, remove CODE, import FILE; or tells: history CODE, versions, export"
          + " FILE. FILE ends in .qdc (REFI-QDA) or .csv.",
      "CODE is its name with its groups (`Evidence › Shown`), or the end of it where only one is"
          + " called so. GROUP \"\" is the top. ID is as at `code`: also ARTICLE:START-END."
    })
final class CodebookCommand implements Callable<Integer> {

  private static final List<String> COLUMNS = List.of("code", "key", "use", "given", "definition");

  private final Cli cli;

  @Parameters(arity = "0..*", paramLabel = "VERB", description = "See above.")
  private @Nullable List<String> verb;

  @Option(
      names = "--add",
      paramLabel = "CODE",
      description = "The same as `add CODE`: puts a code in, or gives it another key.")
  private @Nullable String add;

  @Option(
      names = "--key",
      paramLabel = "1-9",
      description = "The key that gives the code in the window; 0 for none.")
  private @Nullable Integer key;

  @Option(names = "--definition", paramLabel = "TEXT", description = "What the code means.")
  private @Nullable String definition;

  @Option(names = "--when", paramLabel = "TEXT", description = "When to use it.")
  private @Nullable String when;

  @Option(names = "--when-not", paramLabel = "TEXT", description = "When not to use it.")
  private @Nullable String whenNot;

  @Option(names = "--examples", paramLabel = "TEXT", description = "Examples of it.")
  private @Nullable String examples;

  @Option(names = "--memo", paramLabel = "TEXT", description = "A memo on it.")
  private @Nullable String memo;

  @Option(names = "--group", description = "With add: it only holds others, and is never given.")
  private boolean group;

  @Option(
      names = "--before",
      paramLabel = "CODE",
      description = "With move: before this code of the group; else to its end.")
  private @Nullable String before;

  @Option(
      names = "--remove",
      paramLabel = "CODE",
      description = "The same as `remove CODE`: takes a code out; where it was given it stays.")
  private @Nullable String remove;

  @Option(
      names = "--as-of",
      paramLabel = "N",
      description = "Lists the codebook as it was under version N.")
  private @Nullable Integer version;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = Cli.FORMAT)
  private String format = "table";

  CodebookCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Cli.checkFormat(format);
    var words = words();
    if (words.isEmpty()) {
      return cli.reading(this::list);
    }
    return switch (words.getFirst()) {
      case "history" -> cli.reading(workbench -> history(workbench, one(words)));
      case "versions" -> cli.reading(this::versions);
      case "export" -> cli.reading(workbench -> export(workbench, one(words)));
      default -> cli.on(false, workbench -> changed(workbench, words));
    };
  }

  private List<String> words() {
    var words = verb;
    if (add != null) {
      return List.of("add", add);
    }
    if (remove != null) {
      return List.of("remove", remove);
    }
    return words == null ? List.of() : words;
  }

  private static String one(List<String> words) {
    return wanted(words, 1, 1).getFirst();
  }

  private static List<String> wanted(List<String> words, int least, int most) {
    var rest = words.subList(1, words.size());
    if (rest.size() < least || rest.size() > most) {
      throw new IllegalArgumentException(
          "codebook "
              + words.getFirst()
              + " wants "
              + least
              + (most > least ? " or more" : "")
              + (least == 1 && most == 1 ? " word" : " words")
              + " after it");
    }
    return rest;
  }

  // -- telling --

  private int list(Workbench workbench) {
    var desk = workbench.codebook();
    var book = version == null ? desk.now() : desk.version(version);
    var counts = desk.counts();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (var code : book.codes()) { // of a former codebook nobody knows how often a code was given
      rows.add(row(code, version == null ? counts.getOrDefault(code.id(), 0) : null));
    }
    cli.print(rows, format, COLUMNS);
    return 0;
  }

  private static Map<String, @Nullable Object> row(Code code, @Nullable Integer given) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("code", code.name());
    row.put("key", code.key() == 0 ? null : code.key());
    row.put("use", code.use().word());
    row.put("given", given);
    row.put("definition", known(code.sense().definition()));
    row.put("when", known(code.sense().when()));
    row.put("whenNot", known(code.sense().whenNot()));
    row.put("examples", known(code.sense().examples()));
    row.put("memo", known(code.sense().memo()));
    row.put("colour", known(code.colour()));
    row.put("id", code.id());
    return row;
  }

  private static @Nullable String known(String text) {
    return text.isEmpty() ? null : text;
  }

  private int history(Workbench workbench, String code) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (var step : workbench.codebook().history(code)) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("number", step.number());
      row.put("when", HistoryCommand.when(step, format));
      row.put("coder", step.coder());
      row.put("words", step.words());
      row.put("undone", step.undone());
      row.put(
          "changes",
          step.changes().stream()
              .filter(change -> change.id().isEmpty())
              .map(Step.Change::inWords)
              .toList());
      rows.add(row);
    }
    cli.print(rows, format, List.of("number", "when", "coder", "words", "changes"));
    return 0;
  }

  private int versions(Workbench workbench) {
    var desk = workbench.codebook();
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (var n = 0; n <= desk.version(); n++) {
      var number = n;
      var used = desk.used().stream().filter(u -> u.version() == number).toList();
      if (n == 0 && used.isEmpty()) {
        continue;
      }
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("version", n);
      row.put("codes", n == 0 ? null : desk.version(n).codes().size());
      row.put("given", used.stream().mapToInt(u -> u.codings()).sum());
      row.put("coders", used.stream().map(u -> u.coder()).toList());
      rows.add(row);
    }
    cli.print(rows, format, List.of("version", "codes", "given", "coders"));
    return 0;
  }

  private int export(Workbench workbench, String file) {
    workbench.codebook().write(file(file));
    var count = workbench.codes().size();
    said(file + ": " + count + (count == 1 ? " code" : " codes"));
    return 0;
  }

  private static Path file(String name) {
    var file = Path.of(name);
    if (!CodebookDesk.isCodebook(file)) {
      throw new IllegalArgumentException(
          "a codebook's file ends in .qdc or .csv, and " + name + " does not");
    }
    return file;
  }

  // -- changing --

  private int changed(Workbench workbench, List<String> words) {
    var desk = workbench.codebook();
    switch (words.getFirst()) {
      case "add" -> add(workbench, one(words));
      case "describe" -> describe(workbench, one(words));
      case "rename" -> {
        var two = wanted(words, 2, 2);
        var name = desk.now().find(two.getFirst()).map(Code::name).orElse(two.getFirst());
        desk.rename(name, two.getLast());
        said("code “" + name + "” is called “" + two.getLast() + "” now");
      }
      case "move" -> {
        var two = wanted(words, 2, 2);
        desk.move(two.getFirst(), two.getLast(), Optional.ofNullable(before));
        said("moved code “" + two.getFirst() + "”");
      }
      case "merge" -> {
        var two = wanted(words, 2, 2);
        var from = desk.now().the(two.getFirst()).name();
        var into = desk.now().the(two.getLast()).name();
        var moved = desk.merge(from, into);
        said("code “" + from + "” is “" + into + "” now, " + codings(moved));
      }
      case "split" -> {
        var rest = wanted(words, 3, Integer.MAX_VALUE);
        var ids =
            rest.subList(2, rest.size()).stream()
                .map(name -> CodeCommand.target(workbench, name))
                .toList();
        var moved = desk.split(rest.getFirst(), rest.get(1), ids);
        said("split code “" + rest.getFirst() + "”: “" + rest.get(1) + "” has " + codings(moved));
      }
      case "retire" -> {
        desk.retire(one(words));
        said("code “" + one(words) + "” is retired; where it was given it stays");
      }
      case "bring-back" -> {
        desk.bringBack(one(words));
        said("code “" + one(words) + "” is given again");
      }
      case "import" -> {
        var taken = desk.read(file(one(words)));
        said("took in " + taken + (taken == 1 ? " code" : " codes") + " of " + one(words));
      }
      case "remove" -> {
        said(
            "code “"
                + one(words)
                + (desk.remove(one(words))
                    ? "” is retired, since it was given: where it was given it stays"
                    : "” is taken out"));
      }
      default ->
          throw new IllegalArgumentException(
              "codebook has no "
                  + words.getFirst()
                  + "; there are add describe rename move merge split retire bring-back remove"
                  + " import history versions export");
    }
    return 0;
  }

  private void said(String words) {
    cli.out().println(words);
  }

  private static String codings(int n) {
    return n + (n == 1 ? " coding" : " codings");
  }

  private void add(Workbench workbench, String name) {
    var known = workbench.codebook().now().called(name);
    var code =
        known
            .orElseGet(() -> new Code(name, 0))
            .withKey(Optional.ofNullable(key).orElse(known.map(Code::key).orElse(0)))
            .as(group ? Code.Use.GROUP : known.map(Code::use).orElse(Code.Use.GIVEN))
            .with(sense(known.map(Code::sense).orElse(Code.Sense.NONE)));
    var before =
        workbench.codes().stream()
            .filter(c -> c.key() == code.key() && c.key() != 0 && !c.name().equals(code.name()))
            .findFirst();
    workbench.define(code);
    said(
        (group ? "group “" : "code “")
            + code.name()
            + "”"
            + (code.key() == 0 ? (group ? "" : " without a key") : " with key " + code.key())
            + before.map(c -> "; code “" + c.name() + "” has no key now").orElse(""));
  }

  private void describe(Workbench workbench, String called) {
    var code = workbench.codebook().now().the(called);
    var sense = sense(code.sense());
    var keyed = key == null ? code : code.withKey(key);
    if (sense.equals(code.sense()) && keyed.equals(code)) {
      throw new IllegalArgumentException(
          "codebook describe wants what is to be changed: --key --definition --when --when-not"
              + " --examples --memo");
    }
    workbench.define(keyed.with(sense));
    said("described code “" + code.name() + "”");
  }

  private Code.Sense sense(Code.Sense now) {
    return new Code.Sense(
        Optional.ofNullable(definition).orElse(now.definition()),
        Optional.ofNullable(when).orElse(now.when()),
        Optional.ofNullable(whenNot).orElse(now.whenNot()),
        Optional.ofNullable(examples).orElse(now.examples()),
        Optional.ofNullable(memo).orElse(now.memo()));
  }
}
