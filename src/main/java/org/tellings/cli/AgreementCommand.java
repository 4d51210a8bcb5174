package org.tellings.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tellings.coding.Agreement;
import org.tellings.coding.Interval;
import org.tellings.coding.Match;
import org.tellings.coding.Table;
import org.tellings.model.Segment;
import org.tellings.model.Span;
import org.tellings.workbench.AgreementDesk;
import org.tellings.workbench.AgreementDesk.Asked;
import org.tellings.workbench.AgreementDesk.Place;
import org.tellings.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `agreement`: how far coders agree, and the settling of what they do not.
@Command(
    name = "agreement",
    description = {
      "How far coders agree, over all codes and on each; or: places [CODE] lists where they marked"
          + " a code, and what of it is open; overruled [CODER] lists where somebody was overruled,"
          + " and why; settle PLACE CODE START-END|none REASON says what has the code after all (or"
          + " nothing); open PLACE CODE takes that back.",
      "Articles count that all compared coders have finished. PLACE is the id that places prints."
    })
final class AgreementCommand implements Callable<Integer> {

  private static final Pattern WORDS = Pattern.compile("(?<start>\\d{1,9})-(?<end>\\d{1,9})");

  private static final List<String> OVERRULED =
      List.of("id", "code", "result", "settled", "settledBy", "overruled", "text");

  private final Cli cli;

  @Parameters(arity = "0..*", paramLabel = "VERB", description = "See above.")
  private @Nullable List<String> verb;

  @Option(
      names = "--coders",
      paramLabel = "NAMES",
      split = ",",
      description = "Whom to compare, as MK,TL; else those enrolled, else all who coded.")
  private List<String> coders = List.of();

  @Option(
      names = "--by",
      paramLabel = "UNIT",
      defaultValue = "sentence",
      description = "What is compared: sentence (so when nothing is said), paragraph or finding.")
  private String unit = "sentence";

  @Option(
      names = "--unfinished",
      description = "Also of articles in which they coded but that are not finished.")
  private boolean unfinished;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = Cli.FORMAT)
  private String format = "table";

  AgreementCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Cli.checkFormat(format);
    var asked = new Asked(coders, AgreementDesk.Unit.of(unit), unfinished);
    var words = verb == null || verb.isEmpty() ? List.of("") : verb;
    var rest = words.subList(1, words.size());
    return switch (words.getFirst()) {
      case "" ->
          cli.reading(
              workbench -> {
                var status = figures(workbench.agreement().of(asked));
                var isEnrolled = workbench.coding().coders().contains(workbench.coder());
                var hidden = isEnrolled ? workbench.agreement().hidden(asked) : 0;
                if (hidden > 0) {
                  cli.err()
                      .println(
                          "left out: "
                              + hidden
                              + (hidden == 1 ? " article" : " articles")
                              + " that are not finished by all; who is enrolled does not see yet"
                              + " what others coded there");
                }
                return status;
              });
      case "places" ->
          cli.reading(
              workbench ->
                  places(
                      workbench,
                      workbench.agreement().places(asked, rest.stream().findFirst()),
                      List.of("id", "code", "result", "settled", "text")));
      case "overruled" ->
          cli.reading(
              workbench ->
                  places(
                      workbench,
                      workbench
                          .agreement()
                          .overruled(asked, rest.stream().findFirst().orElseGet(workbench::coder)),
                      OVERRULED));
      case "settle" -> cli.on(false, workbench -> settle(workbench, asked, wanted(words, 4)));
      case "open" ->
          cli.on(
              false,
              workbench -> {
                var two = wanted(words, 2);
                workbench.agreement().open(place(workbench, two.getFirst()), two.getLast());
                cli.out().println(two.getFirst() + "  open again");
                return 0;
              });
      default ->
          throw new IllegalArgumentException(
              "agreement has no " + words.getFirst() + "; there are places overruled settle open");
    };
  }

  private static List<String> wanted(List<String> words, int count) {
    if (words.size() != count + 1) {
      throw new IllegalArgumentException(
          "agreement " + words.getFirst() + " wants " + count + " words after it");
    }
    return words.subList(1, words.size());
  }

  // -- figures --

  private int figures(Agreement agreement) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    rows.add(row(agreement, null, agreement.all(), Optional.empty()));
    agreement.codes().forEach(c -> rows.add(row(agreement, c.code(), c.figures(), c.table())));
    if (!format.equals("table")) {
      cli.print(rows, format, List.of());
      return 0;
    }
    var all = agreement.all();
    cli.out()
        .println(
            String.join(" and ", agreement.coders())
                + ", "
                + agreement.articles()
                + (agreement.articles() == 1 ? " article, " : " articles, ")
                + (agreement.codes().isEmpty() ? 0 : agreement.codes().getFirst().figures().units())
                + " "
                + unit
                + "s; intervals of 95 % from drawing "
                + agreement.drawnOver().word()
                + " "
                + Interval.DRAWS
                + " times, seed "
                + Interval.SEED);
    List<Map<String, @Nullable Object>> shown = new ArrayList<>();
    shown.add(forEyes("all codes", all, Optional.empty()));
    agreement.codes().forEach(c -> shown.add(forEyes(c.code(), c.figures(), c.table())));
    cli.print(
        shown,
        "table",
        agreement.coders().size() == 2
            ? List.of(
                "code", "percent", "kappa", "alpha", "alphaU", "both", "first", "second", "neither")
            : List.of("code", "percent", "kappa", "alpha", "alphaU"));
    return 0;
  }

  private static Map<String, @Nullable Object> row(
      Agreement agreement,
      @Nullable String code,
      Agreement.Figures figures,
      Optional<Table> table) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("code", code);
    row.put("coders", agreement.coders());
    row.put("articles", agreement.articles());
    row.put("units", figures.units());
    Agreement.named(figures, agreement.coders().size() == 2)
        .forEach((name, value) -> row.put(name, value.isNaN() ? null : value));
    row.put("drawn", agreement.drawnOver().word());
    row.put("seed", Interval.SEED);
    row.put("both", table.map(Table::both).orElse(null));
    row.put("onlyFirst", table.map(Table::onlyFirst).orElse(null));
    row.put("onlySecond", table.map(Table::onlySecond).orElse(null));
    row.put("neither", table.map(Table::neither).orElse(null));
    return row;
  }

  private static Map<String, @Nullable Object> forEyes(
      String code, Agreement.Figures f, Optional<Table> table) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("code", code);
    row.put("percent", shown(f.percent()));
    row.put("kappa", shown(f.kappa()) + from(f.kappaFrom()));
    row.put("alpha", shown(f.alpha()) + from(f.alphaFrom()));
    row.put("alphaU", shown(f.alphaU()));
    row.put("both", table.map(Table::both).orElse(null));
    row.put("first", table.map(Table::onlyFirst).orElse(null));
    row.put("second", table.map(Table::onlySecond).orElse(null));
    row.put("neither", table.map(Table::neither).orElse(null));
    return row;
  }

  private static String shown(double value) {
    return Double.isNaN(value) ? "cannot say" : String.format(java.util.Locale.ROOT, "%.3f", value);
  }

  private static String from(Interval interval) {
    return interval.draws() == 0
        ? ""
        : " (" + shown(interval.low()) + " to " + shown(interval.high()) + ")";
  }

  // -- one by one --

  private int places(Workbench workbench, List<Place> places, List<String> columns) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (var place : places) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("id", place.at().toString());
      row.put("article", place.at().article().value());
      row.put("file", workbench.article(place.at().article()).map(a -> a.file()).orElse(null));
      row.put("start", place.at().span().start());
      row.put("end", place.at().span().end());
      row.put("text", place.words());
      row.put("code", place.code());
      row.put("result", result(place.match()));
      row.put("overlap", place.match().overlap());
      row.put("by", by(place.match()));
      row.put("settled", place.settled().map(s -> as(s.as())).orElse(null));
      row.put("settledBy", place.settled().map(s -> s.coder()).orElse(null));
      row.put("reason", place.settled().map(s -> s.reason()).orElse(null));
      row.put("overruled", place.overruled());
      rows.add(row);
    }
    if (format.equals("table")) {
      for (var i = 0; i < rows.size(); i++) {
        rows.get(i).put("overruled", String.join(", ", places.get(i).overruled()));
      }
      cli.out().print(org.tellings.cli.Table.of(rows, columns, "reason"));
    } else {
      cli.print(rows, format, List.of());
    }
    if (columns != OVERRULED) {
      var open = AgreementDesk.open(places).count();
      cli.err().println(open + (open == 1 ? " place is open" : " places are open"));
    }
    return 0;
  }

  /// "agree", "only MK", or "overlap 74%".
  static String result(Match match) {
    if (match.isAgreed()) {
      return "agree";
    }
    return match.marking().size() < match.by().size()
        ? "only " + String.join(", ", match.marking())
        : "overlap " + Math.round(100 * match.overlap()) + "%";
  }

  private static Map<String, List<String>> by(Match match) {
    Map<String, List<String>> by = new LinkedHashMap<>();
    match
        .by()
        .forEach(
            (coder, spans) ->
                by.put(
                    coder,
                    spans.stream()
                        .map(span -> span.start() + "-" + span.end())
                        .collect(Collectors.toList())));
    return by;
  }

  private static String as(Optional<Span> span) {
    return span.map(s -> s.start() + "-" + s.end()).orElse("none");
  }

  private static Segment place(Workbench workbench, String named) {
    if (CodeCommand.target(workbench, named) instanceof Segment segment) {
      return segment;
    }
    throw new IllegalArgumentException(
        named + " is a finding and no place; `agreement places` lists them");
  }

  private int settle(Workbench workbench, Asked asked, List<String> words) {
    var m = WORDS.matcher(words.get(2));
    if (!m.matches() && !words.get(2).equals("none")) {
      throw new IllegalArgumentException(
          "not words of the text: " + words.get(2) + "; write 120-135, or none");
    }
    var as =
        m.matches()
            ? Optional.of(
                new Span(Integer.parseInt(m.group("start")), Integer.parseInt(m.group("end"))))
            : Optional.<Span>empty();
    var at = place(workbench, words.getFirst());
    if (workbench.agreement().places(asked, Optional.of(words.get(1))).stream()
        .noneMatch(place -> place.at().equals(at))) {
      throw new IllegalArgumentException(
          "there is no place " + at + " of that code; `agreement places` lists them");
    }
    workbench.agreement().settle(at, words.get(1), as, words.getLast());
    cli.out().println(words.getFirst() + "  settled: " + as(as));
    return 0;
  }
}
