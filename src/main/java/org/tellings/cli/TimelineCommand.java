package org.tellings.cli;

import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tellings.model.FindingId;
import org.tellings.model.Span;
import org.tellings.timeline.Days;
import org.tellings.timeline.Event;
import org.tellings.timeline.Mode;
import org.tellings.workbench.Step;
import org.tellings.workbench.StoryDesk;
import org.tellings.workbench.TimelineDesk;
import org.tellings.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `timeline`: what happened, in order, and what a person decides about it.
@Command(
    name = "timeline",
    description = {
      "What happened, in order, as the articles tell it.",
      "To decide by hand (each can be undone): same ID ID..., apart ID ID, name ID TITLE, date ID"
          + " WHEN, make ARTICLE START-END WHEN TITLE, dismiss ANOMALY REASON, use ANOMALY. ID is"
          + " that of dating words."
    })
final class TimelineCommand implements Callable<Integer> {

  private static final List<String> COLUMNS =
      List.of("when", "mode", "articles", "outlets", "title", "participants", "id");

  private final Cli cli;

  @Parameters(arity = "0..*", paramLabel = "DECISION", description = "See above.")
  private @Nullable List<String> decision;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "table (so when nothing is said), jsonl, csv, timelinejs, html or ics")
  private String format = "table";

  @Option(
      names = "--from",
      paramLabel = "DAY",
      description = "Leaves out what happened before this day, as 2025-01-27.")
  private @Nullable String from;

  @Option(
      names = "--to",
      paramLabel = "DAY",
      description = "Leaves out what happened after this day.")
  private @Nullable String to;

  @Option(
      names = "--least",
      paramLabel = "N",
      defaultValue = "1",
      description = "Leaves out what fewer than N articles tell of.")
  private int least = 1;

  @Option(
      names = "--anomalies",
      description = "Lists the dates that cannot be so instead, with the reason.")
  private boolean anomalies;

  @Option(
      names = "--reading",
      description =
          "The story for a reader instead: what people confirmed, a page an event (table, jsonl, or"
              + " html to print).")
  private boolean reading;

  @Option(
      names = "--glossary",
      description = "The terms that reading mode explains, as the text that can be edited.")
  private boolean glossary;

  @Option(
      names = "--out",
      paramLabel = "FILE",
      description = "Writes into this file in place of what is in it; else to standard output.")
  private @Nullable Path file;

  TimelineCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    var words = decision;
    if (words != null && !words.isEmpty()) {
      return cli.on(false, workbench -> decide(workbench, words));
    }
    if (glossary) {
      return cli.reading(this::glossary);
    }
    if (reading) {
      return cli.reading(this::story);
    }
    if (!TimelineDesk.formats().contains(format)) {
      throw new IllegalArgumentException(
          "no such format: " + format + "; there are " + String.join(" ", TimelineDesk.formats()));
    }
    if (anomalies) {
      return cli.reading(this::anomalies);
    }
    var first = day(from);
    var last = day(to);
    return cli.reading(
        workbench -> {
          var events =
              TimelineDesk.within(
                  workbench.timeline().events(cli.progress()).orElse(List.of()),
                  first,
                  last,
                  least);
          var text =
              format.equals("table")
                  ? Table.of(forEyes(events), COLUMNS)
                  : workbench.timeline().written(events, format);
          return cli.write(file, text);
        });
  }

  /// What cannot be read of the glossary goes to standard error; exit status 1 then.
  private int story(Workbench workbench) {
    if (!StoryDesk.formats().contains(format)) {
      throw new IllegalArgumentException(
          "--reading has the formats " + String.join(" ", StoryDesk.formats()));
    }
    var desk = workbench.story();
    var told = desk.story(cli.progress());
    cli.write(file, told.map(story -> desk.written(story, format)).orElse(""));
    var isEmpty = told.filter(story -> !story.pages().isEmpty()).isEmpty();
    if (isEmpty) {
      cli.err().println(StoryDesk.NOTHING_YET);
      desk.suggested(cli.progress())
          .forEach(
              event ->
                  cli.err()
                      .println(
                          "  review "
                              + event.id()
                              + " --confirm   "
                              + Days.read(event.mode(), event.when())
                              + ": "
                              + event.title()));
    }
    return problems(desk.glossary());
  }

  private int glossary(Workbench workbench) {
    var terms = workbench.story().glossary();
    cli.write(file, workbench.story().glossaryText());
    return problems(terms);
  }

  private int problems(StoryDesk.Terms terms) {
    terms.problems().forEach(problem -> cli.err().println(terms.file() + ": " + problem));
    return terms.problems().isEmpty() ? 0 : 1;
  }

  /// Dismissed ones are left out of a table.
  private int anomalies(Workbench workbench) {
    var desk = workbench.timeline();
    var rows = desk.anomalyRows(desk.anomalies(cli.progress()).orElse(List.of()));
    String text;
    switch (format) {
      case "table" -> {
        rows.removeIf(row -> row.get("dismissed") != null);
        for (Map<String, @Nullable Object> row : rows) {
          row.put("under", under(row));
        }
        text = Table.of(rows, List.of("id", "type", "suggested"), "under");
      }
      case "jsonl", "csv" -> text = Workbench.written(rows, format);
      default ->
          throw new IllegalArgumentException("--anomalies has the formats table, jsonl and csv");
    }
    return cli.write(file, text);
  }

  /// Why it is one, and its places, each with the words it stands on.
  private static String under(Map<String, @Nullable Object> row) {
    var lines = new StringBuilder(String.valueOf(row.get("why")));
    if (row.get("spans") instanceof List<?> places) {
      for (var place : places) {
        if (place instanceof Map<?, ?> at) {
          lines
              .append("\n      ")
              .append(at.get("file"))
              .append(": “")
              .append(String.valueOf(at.get("text")).replace('\n', ' '))
              .append('”');
        }
      }
    }
    return lines.toString();
  }

  private static Optional<LocalDate> day(@Nullable String named) {
    try {
      return Optional.ofNullable(named).map(LocalDate::parse);
    } catch (DateTimeException e) {
      throw new IllegalArgumentException("not a day: " + named + "; write it as 2025-01-27", e);
    }
  }

  private static List<Map<String, @Nullable Object>> forEyes(List<Event> events) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (var event : events) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("when", event.when().edtf() + (event.byHand() ? " (by hand)" : ""));
      row.put("mode", event.mode() == Mode.HAPPENED ? "" : event.mode().word());
      row.put("articles", event.articles());
      row.put("outlets", event.outlets());
      row.put("title", event.title());
      row.put("participants", String.join(", ", event.participants()));
      row.put("id", event.id());
      rows.add(row);
    }
    return rows;
  }

  private int decide(Workbench workbench, List<String> words) {
    var desk = workbench.timeline();
    var rest = words.subList(1, words.size());
    var before = steps(workbench);
    switch (words.getFirst()) {
      case "same" -> desk.merge(ids(wanted(rest, 2, 100)));
      case "apart" -> {
        var two = ids(wanted(rest, 2, 2));
        desk.notSame(two.getFirst(), two.getLast());
      }
      case "name" -> desk.name(FindingId.parse(wanted(rest, 2, 2).getFirst()), rest.getLast());
      case "date" -> desk.date(FindingId.parse(wanted(rest, 2, 2).getFirst()), rest.getLast());
      case "make" -> {
        wanted(rest, 4, 4);
        var id =
            desk.make(
                Cli.article(workbench, rest.getFirst()),
                span(rest.get(1)),
                rest.get(2),
                rest.get(3));
        cli.out().println("made event " + id);
        return 0;
      }
      case "dismiss" -> desk.dismiss(wanted(rest, 2, 2).getFirst(), rest.getLast());
      case "use" -> {
        cli.out().println("dated " + desk.useSuggested(wanted(rest, 1, 1).getFirst()));
        return 0;
      }
      default ->
          throw new IllegalArgumentException(
              "no such decision: "
                  + words.getFirst()
                  + "; there are same apart name date make dismiss use");
    }
    var after = workbench.history(1);
    cli.out()
        .println(steps(workbench) == before ? "It is so already." : after.getFirst().words() + ".");
    return 0;
  }

  /// The number of the newest step.
  private static long steps(Workbench workbench) {
    return workbench.history(1).stream().mapToLong(Step::number).findFirst().orElse(0);
  }

  private static List<String> wanted(List<String> words, int least, int most) {
    if (words.size() < least || words.size() > most) {
      throw new IllegalArgumentException(
          "that wants " + least + (most > least ? " words or more" : " words") + " after it");
    }
    return words;
  }

  private static List<FindingId> ids(List<String> words) {
    return words.stream().map(FindingId::parse).toList();
  }

  private static Span span(String text) {
    var m = java.util.regex.Pattern.compile("(\\d{1,9})-(\\d{1,9})").matcher(text);
    if (!m.matches()) {
      throw new IllegalArgumentException("not a passage: " + text + "; write it as 120-135");
    }
    return new Span(Integer.parseInt(m.group(1)), Integer.parseInt(m.group(2)));
  }
}
