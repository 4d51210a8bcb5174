package org.tellings.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Segment;
import org.tellings.model.Span;
import org.tellings.workbench.ReviewDesk.Decided;
import org.tellings.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `show`: an article's text, and what was found in it.
@Command(
    name = "show",
    description = "Shows an article's text with its findings listed below, rejected ones too.")
final class ShowCommand implements Callable<Integer> {

  /// Fields that stand in a finding's first line, and places that its id or its words tell.
  private static final Set<String> TOLD =
      Set.of(
          "id",
          "kind",
          "article",
          "file",
          "outlet",
          "start",
          "end",
          "text",
          "state",
          "rule",
          "speakerStart",
          "speakerEnd",
          "codes",
          "note");

  /// Of each kind what decided, at most three fields.
  private static final Map<String, List<String>> DECIDED =
      Map.of(
          "quote", List.of("cue", "speakerText", "form"),
          "claim", List.of("source", "cues", "stance"),
          "figure", List.of("unit", "approximation", "change"),
          "date", List.of("anchor", "precision"),
          "entity", List.of("name", "type"));

  private final Cli cli;

  @Parameters(paramLabel = "ARTICLE", description = Cli.ARTICLE)
  private String name = "";

  @Option(
      names = "--why",
      description =
          "Prints the rule behind each finding, what it goes by, and the words that decided.")
  private boolean why;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description =
          "table (so when nothing is said): text and findings; jsonl or csv: the findings alone,"
              + " csv with the fields of all kinds.")
  private String format = "table";

  ShowCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Cli.checkFormat(format);
    return cli.reading(
        workbench -> {
          var id = Cli.article(workbench, name);
          var rows = workbench.rows("findings", List.of(id));
          if (format.equals("table")) {
            table(workbench, workbench.article(id).orElseThrow(), rows);
          } else {
            cli.out().print(Workbench.written("findings", rows, format));
          }
          return 0;
        });
  }

  /// What is coded and noted on words that are no finding.
  private void words(Workbench workbench, Article article) {
    var notes = new TreeMap<>(workbench.coding().notes(article.id()));
    Map<Span, List<String>> codes = new TreeMap<>();
    notes.keySet().forEach(span -> codes.put(span, new ArrayList<>()));
    for (var coded : workbench.coding().in(article.id())) {
      if (coded.coding().target() instanceof Segment) {
        codes
            .computeIfAbsent(coded.span(), _ -> new ArrayList<>())
            .add(coded.code() + " (" + coded.coding().coder() + ")");
      }
    }
    codes.forEach(
        (span, given) -> {
          cli.out()
              .println(
                  "words  %d-%d  “%s”"
                      .formatted(span.start(), span.end(), span.in(article.text())));
          cli.out().println("    " + new Segment(article.id(), span));
          line("codes", given.isEmpty() ? null : String.join(", ", given));
          line("note", notes.get(span));
        });
  }

  private void table(
      Workbench workbench, Article article, List<Map<String, @Nullable Object>> rows) {
    var machineNow = workbench.machineNow(article.id());
    Map<String, String> deciders = new HashMap<>();
    workbench
        .review()
        .decided(article.id())
        .forEach((id, decided) -> deciders.put(id.toString(), by(decided)));
    var out = cli.out();
    out.println(Cli.named(article.title(), article.file()));
    out.println(article.text());
    out.println();
    var checked = why ? whyChecked(article, rows) : Map.of();
    for (var row : rows) {
      out.println(
          "%s  %s-%s  %s  “%s”%s"
              .formatted(
                  row.get("kind"),
                  row.get("start"),
                  row.get("end"),
                  row.get("state"),
                  row.get("text"),
                  why ? "  " + row.get("rule") : ""));
      out.println(("    " + row.get("id") + "  " + values(row)).stripTrailing());
      Optional.ofNullable(deciders.get(String.valueOf(row.get("id"))))
          .ifPresent(by -> out.println("    " + row.get("state") + by));
      if (why) {
        line("why", because(row));
        line("checkworthy", checked.get(String.valueOf(row.get("id"))));
      }
      line("machine now reads", machineNow.get(String.valueOf(row.get("id"))));
      line("codes", row.get("codes"));
      line("note", row.get("note"));
    }
    words(workbench, article);
    var number = 0;
    for (var part : article.removed()) {
      out.println("removed  " + ++number + "  " + part.rule() + "  " + part.text());
    }
    time("published", article.heading().published());
    time("updated", article.heading().updated());
    time("captured", article.heading().captured());
  }

  /// " by MK, 2025-02-03 10:15", in the time of this machine.
  private static String by(Decided decided) {
    return " by " + decided.coder() + ", " + HistoryCommand.local(decided.when());
  }

  /// For each claim, by its id: “0.91: figures +0.9, “cost” +0.4”.
  private static Map<String, String> whyChecked(
      Article article, List<Map<String, @Nullable Object>> rows) {
    var claims = rows.stream().filter(row -> "claim".equals(row.get("kind"))).toList();
    var whys =
        Workbench.whyChecked(
            article,
            claims.stream()
                .map(row -> new Span(number(row, "start"), number(row, "end")))
                .toList());
    Map<String, String> told = new HashMap<>();
    for (var i = 0; i < whys.size(); i++) {
      var row = claims.get(i);
      told.put(String.valueOf(row.get("id")), row.get("checkworthy") + ": " + whys.get(i));
    }
    return told;
  }

  private static int number(Map<String, @Nullable Object> row, String field) {
    return row.get(field) instanceof Number n ? n.intValue() : 0;
  }

  /// `captured 2025-01-30T08:14:20Z captured.single-file/1`: a time that the page gives of itself.
  private void time(String what, Optional<Dated> time) {
    time.ifPresent(at -> cli.out().println(what + "  " + at.value() + "  " + at.rule()));
  }

  /// “a verb of speech right behind the quotation … (cue: said; speakerText: Ada Lind)”.
  private static String because(Map<String, @Nullable Object> row) {
    var fields =
        DECIDED.getOrDefault(String.valueOf(row.get("kind")), List.of()).stream()
            .filter(field -> !words(row.get(field)).isEmpty())
            .map(field -> field + ": " + words(row.get(field)))
            .collect(Collectors.joining("; "));
    return Workbench.words(String.valueOf(row.get("rule")))
        .map(words -> fields.isEmpty() ? words : words + " (" + fields + ")")
        .orElse("");
  }

  /// `speaker: Ada Lind; form: direct`: all that is known of it.
  private static String values(Map<String, @Nullable Object> row) {
    return row.keySet().stream()
        .filter(field -> !TOLD.contains(field) && !words(row.get(field)).isEmpty())
        .map(field -> field + ": " + words(row.get(field)))
        .collect(Collectors.joining("; "));
  }

  private void line(String field, @Nullable Object value) {
    if (!words(value).isEmpty()) {
      cli.out().println("    " + field + ": " + words(value));
    }
  }

  private static String words(@Nullable Object value) {
    return switch (value) {
      case null -> "";
      case List<?> list -> list.stream().map(String::valueOf).collect(Collectors.joining(", "));
      default -> value.toString().replace('\n', ' ');
    };
  }
}
