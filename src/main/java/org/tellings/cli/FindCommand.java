package org.tellings.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Excerpt;
import org.tellings.model.Hits;
import org.tellings.model.Query;
import org.tellings.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `find`: what a query finds, each article with the passage that fits best.
@Command(
    name = "find",
    description = {
      "Searches the articles: all that is written must hold.",
      "Prints each article with the passage that has most of the words, the hits between « and »."
    },
    footer = {
      "",
      "evidence, evid*     the word; words that begin so",
      "\"a phrase\"          these words in this order",
      "-court              without it",
      "court OR lawsuit    with either",
      "outlet: speaker: entity: code: title:",
      "                    by name; several with commas: outlet:\"The Meridian\",harbor;",
      "                    the whole name letter by letter: speaker:=\"David Sacks\"",
      "state:corrected     with findings that are machine, confirmed, corrected or rejected",
      "before:2025-02-01 after:2025-01 on:2025-01-29",
      "quote:\"some evidence\" claim:\"some evidence\"",
      "                    with these words inside one quote, or one claim",
      "figure:>500bn figure:<6m figure:$17 figure:17%%",
      "near:evidence,distillation,12",
      "",
      "Put a query with quotation marks, > or < between single quotes: find 'speaker:\"David"
          + " Sacks\"'."
    })
final class FindCommand implements Callable<Integer> {

  private static final int PASSAGE = 160;

  private final Cli cli;

  @Parameters(arity = "0..*", paramLabel = "QUERY", description = "What to look for.")
  private List<String> words = List.of();

  @Option(
      names = "--limit",
      paramLabel = "N",
      defaultValue = "20",
      description = "At most so many articles; else 20.")
  private int limit;

  @Option(names = "--explain", description = "Prints how the query was understood.")
  private boolean explain;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description =
          "table, jsonl or csv; the last two with all fields of an article, and `passage` `start`"
              + " `end`: the passage that fits best, and where it stands.")
  private String format = "table";

  FindCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    var query = query();
    return cli.reading(
        workbench -> {
          if (explain) {
            cli.err().println(query.inWords());
            cli.err().println(workbench.explain(query));
          }
          var hits = workbench.find(query, Hits.Order.RELEVANCE, 0, limit);
          var rows = rows(workbench, query, hits.page());
          if (format.equals("table")) {
            cli.out()
                .print(
                    Table.of(
                        Cli.titled(rows), List.of("id", "outlet", "published", "title"), "marked"));
          } else {
            rows.forEach(row -> row.remove("marked"));
            cli.print(rows, format, List.of());
          }
          cli.err().println(counted(hits));
          if (workbench.isBehind()) {
            cli.err()
                .println(
                    workbench.whyNot() + "; searched as it was before, without the last changes");
          }
          return 0;
        });
  }

  private Query query() {
    if (limit < 1) {
      throw new IllegalArgumentException("--limit wants 1 or more");
    }
    Cli.checkFormat(format);
    for (var word : words) {
      if (word.startsWith("--")) {
        throw new IllegalArgumentException(
            "find has no option " + word + "; to leave a word out, write one minus");
      }
    }
    var typed = String.join(" ", words);
    if (typed.isBlank()) {
      throw new IllegalArgumentException("find what? Write words; `list` prints all articles");
    }
    var query = Query.parse(typed);
    var problems =
        Stream.concat(
                query.unread().stream().map(u -> u.typed() + " (" + u.why() + ")"),
                query.remarks().stream())
            .toList();
    if (!query.isUnderstood()) {
      throw new IllegalArgumentException(
          "nothing of the query was understood, so nothing was looked for: "
              + problems.stream().collect(Collectors.joining("; ")));
    }
    query
        .unread()
        .forEach(u -> cli.err().println("not understood: " + u.typed() + " (" + u.why() + ")"));
    query.remarks().forEach(cli.err()::println);
    return query;
  }

  private static List<Map<String, @Nullable Object>> rows(
      Workbench workbench, Query query, List<Hits.Hit> page) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (var hit : page) {
      Map<String, @Nullable Object> row =
          new LinkedHashMap<>(workbench.rows("articles", List.of(hit.article())).getFirst());
      var text = workbench.article(hit.article()).orElseThrow().text();
      var spans =
          hit.spans().isEmpty() ? workbench.review().asked(query, hit.article()) : hit.spans();
      if (spans.isEmpty()) {
        row.put("passage", null);
        row.put("start", null);
        row.put("end", null);
      } else {
        var excerpt = Excerpt.of(text, spans, PASSAGE);
        row.put("passage", excerpt.at().in(text));
        row.put("start", excerpt.at().start());
        row.put("end", excerpt.at().end());
        row.put("marked", excerpt.marked(text));
      }
      rows.add(row);
    }
    return rows;
  }

  private static String counted(Hits hits) {
    var shown = hits.page().size();
    var total = hits.total() + (hits.total() == 1 ? " article" : " articles");
    return shown == hits.total()
        ? total
        : shown + " of " + total + "; --limit " + hits.total() + " prints all";
  }
}
