package org.tellings.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Query;
import org.tellings.model.Span;
import org.tellings.model.Target;
import org.tellings.workbench.CodingDesk;
import org.tellings.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `code`: codes on findings and on any words.
@Command(
    name = "code",
    description = {
      "Gives findings or any words a code of the codebook, or takes it back; `code list` lists what"
          + " is coded. `code find QUERY` lists the sentences that a search finds, and with --add"
          + " gives them a code, in one step.",
      "ID is that of a finding or of coded words, or ARTICLE:START-END for any words (UTF-16 units"
          + " into the text, end excluded). Words may be coded several times and overlap."
    })
final class CodeCommand implements Callable<Integer> {

  private static final Pattern WORDS =
      Pattern.compile("(?<article>.+):(?<start>\\d{1,9})-(?<end>\\d{1,9})");
  private static final List<String> COLUMNS = List.of("id", "code", "coder", "version", "text");

  private final Cli cli;

  @Parameters(arity = "1..*", paramLabel = "ID", description = "See above; or `list`.")
  private List<String> names = List.of();

  @Option(names = "--add", paramLabel = "CODE", description = "Gives this code of the codebook.")
  private @Nullable String add;

  @Option(names = "--remove", paramLabel = "CODE", description = "Takes it back.")
  private @Nullable String remove;

  @Option(
      names = "--coder",
      paramLabel = "NAME",
      description = "Who codes (else who works here, see `coder`); with list: only theirs.")
  private @Nullable String coder;

  @Option(
      names = "--code",
      paramLabel = "CODE",
      description = "With list: only this code, and all below it.")
  private @Nullable String code;

  @Option(
      names = "--article",
      paramLabel = "ARTICLE",
      description = "With list: only of this article.")
  private @Nullable String article;

  @Option(
      names = "--with",
      paramLabel = "CODE",
      description = "With list: only where the words overlap words that have this code too.")
  private @Nullable String with;

  @Option(names = "--paragraphs", description = "With find: whole paragraphs, not sentences.")
  private boolean paragraphs;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = Cli.FORMAT)
  private String format = "table";

  CodeCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Cli.checkFormat(format);
    if (names.equals(List.of("list"))) {
      return cli.reading(this::list);
    }
    if (names.getFirst().equals("find")) {
      var query = Query.parse(String.join(" ", names.subList(1, names.size())));
      return add == null
          ? cli.reading(workbench -> find(workbench, query))
          : cli.on(false, workbench -> find(workbench, query));
    }
    if ((add == null) == (remove == null)) {
      throw new IllegalArgumentException("code wants exactly one of --add --remove");
    }
    return cli.on(false, this::give);
  }

  private int list(Workbench workbench) {
    var desk = workbench.coding();
    Optional.ofNullable(coder).ifPresent(desk::checkKnown);
    Optional.ofNullable(code).ifPresent(workbench.codebook()::checkKnown);
    Optional.ofNullable(with).ifPresent(workbench.codebook()::checkKnown);
    var rows =
        desk.rows(
            desk.list(
                new CodingDesk.Filter(
                    Optional.ofNullable(code),
                    Optional.ofNullable(coder),
                    Optional.ofNullable(article).map(name -> Cli.article(workbench, name)),
                    Optional.ofNullable(with))));
    if (format.equals("table")) {
      cli.print(rows, format, COLUMNS);
    } else {
      cli.out().print(Workbench.written("codings", rows, format));
    }
    return 0;
  }

  private int find(Workbench workbench, Query query) {
    var desk = workbench.coding();
    var found = desk.found(query, Optional.ofNullable(add), paragraphs);
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (var segment : found.passages()) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("id", segment.toString());
      row.put("article", segment.article().value());
      row.put("start", segment.span().start());
      row.put("end", segment.span().end());
      row.put(
          "text",
          workbench.article(segment.article()).map(a -> segment.span().in(a.text())).orElse(null));
      rows.add(row);
    }
    if (add != null) {
      desk.give(
          found.passages(), add, true, Optional.ofNullable(coder).orElseGet(workbench::coder));
    }
    cli.print(rows, format, List.of("id", "text"));
    var count = found.passages().size() + (found.passages().size() == 1 ? " passage" : " passages");
    cli.err()
        .println(
            add == null
                ? count + "; --add CODE codes them in one step"
                : count + " coded “" + add + "”");
    found.more().forEach(id -> cli.err().println(id + ": more places than a search tells of"));
    return 0;
  }

  private int give(Workbench workbench) {
    var given = Optional.ofNullable(add).or(() -> Optional.ofNullable(remove)).orElseThrow();
    var on = add != null;
    var ids = names.stream().map(name -> target(workbench, name)).toList();
    var who = Optional.ofNullable(coder).orElseGet(workbench::coder);
    var isKnown = workbench.coding().isKnown(who);
    var changed = workbench.coding().give(ids, given, on, who);
    var name = workbench.codebook().now().find(given).map(code -> code.name()).orElse(given);
    for (var id : ids) {
      if (changed.contains(id)) {
        cli.out().println(id + (on ? "  coded “" : "  not coded any more: “") + name + "”");
      } else {
        cli.err().println(id + (on ? " had code “" : " has no code “") + name + "” of " + whose());
      }
    }
    return 0;
  }

  private String whose() {
    return coder == null ? "yours" : coder;
  }

  /// True of `ARTICLE:361-475`, and of words as `code list` names them.
  static boolean isWords(String name) {
    return WORDS.matcher(name).matches() || name.contains(".s.");
  }

  /// A finding by its id, or words by theirs or as `ARTICLE:361-475`.
  static Target target(Workbench workbench, String name) {
    var m = WORDS.matcher(name);
    return m.matches()
        ? workbench
            .coding()
            .segment(
                Cli.article(workbench, m.group("article")),
                new Span(Integer.parseInt(m.group("start")), Integer.parseInt(m.group("end"))))
        : Target.parse(name);
  }
}
