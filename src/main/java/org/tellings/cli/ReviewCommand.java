package org.tellings.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Kind;
import org.tellings.model.Query;
import org.tellings.model.Segment;
import org.tellings.model.State;
import org.tellings.workbench.ReviewDesk.Choice;
import org.tellings.workbench.ReviewDesk.Deciding;
import org.tellings.workbench.ReviewDesk.Plan;
import org.tellings.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `review`: what a person decides about findings.
@Command(
    name = "review",
    description = {
      "Decides on findings, in one step: confirm, correct fields, reject, or give back to the"
          + " machine; or adds one that the machine did not find.",
      "Findings are named by their ids, or chosen by what they are (--where --kind --state"
          + " --article); with both, of these ids those that are so. --preview prints what would be"
          + " decided, and changes nothing.",
      "Without ids and without --state, --confirm chooses what nobody decided on, --reject and"
          + " --correct what is not rejected, --restore what was decided."
    })
final class ReviewCommand implements Callable<Integer> {

  private static final List<String> COLUMNS = List.of("id", "kind", "state", "text");

  private final Cli cli;

  @Parameters(
      arity = "0..*",
      paramLabel = "ID",
      description = Cli.ID + " With --add: ARTICLE:START-END, the words.")
  private @Nullable List<String> names;

  @Option(names = "--confirm", description = "They are right.")
  private boolean confirm;

  @Option(names = "--reject", description = "They are no findings.")
  private boolean reject;

  @Option(names = "--restore", description = "Gives them back to the machine.")
  private boolean restore;

  @Option(
      names = "--use-machine",
      description =
          "Confirms decided findings as the machine reads them now, where that differs from what"
              + " was decided on.")
  private boolean use;

  @Option(
      names = "--dismiss-machine",
      description = "Leaves them as decided, and tells no more what the machine reads now.")
  private boolean dismiss;

  @Option(
      names = "--correct",
      paramLabel = "FIELD=VALUE",
      description =
          "Another value for a field; the empty value is: cannot say. Quote: speaker role"
              + " speakerKind cue form saidTo. Claim: source stance. Figure: value low high unit"
              + " approximation change measures. Date: value precision anchor. Entity: name type"
              + " misnamed. With --add: what is known of it.")
  private Map<String, String> fields = Map.of();

  @Option(
      names = "--add",
      paramLabel = "KIND",
      description =
          "Adds a finding on the words ARTICLE:START-END (UTF-16 units into the text, end excluded;"
              + " white space at the ends is left out), confirmed, and prints its id: quote claim"
              + " figure date entity.")
  private @Nullable String add;

  @Option(
      names = "--where",
      paramLabel = "QUERY",
      description =
          "Those that a search asks for (see `find --help`): by speaker: (who says the quote or"
              + " makes the claim) entity: code: state: figure:, and with its words in them; the"
              + " rest of it holds of their article.")
  private @Nullable String where;

  @Option(
      names = "--kind",
      paramLabel = "KIND",
      split = ",",
      description = "Only those of a kind: quote claim figure date entity; several with commas.")
  private List<String> kinds = List.of();

  @Option(
      names = "--state",
      paramLabel = "STATE",
      split = ",",
      description =
          "Only those in a state: machine confirmed corrected rejected; several with commas.")
  private List<String> states = List.of();

  @Option(
      names = "--article",
      paramLabel = "ARTICLE",
      description = "Only those of this article; several times for several.")
  private List<String> articles = List.of();

  @Option(
      names = "--preview",
      description =
          "Prints what would be decided, each with its state before and after, and how many it"
              + " is; changes nothing.")
  private boolean preview;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "table",
      description = "Of --preview: table (so when nothing is said), jsonl or csv")
  private String format = "table";

  ReviewCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Cli.checkFormat(format);
    var ids = names == null ? List.<String>of() : names;
    var isChosen = where != null || Stream.of(kinds, states, articles).anyMatch(l -> !l.isEmpty());
    if (!preview && !format.equals("table")) {
      throw new IllegalArgumentException("--format is of --preview");
    }
    if (add != null) {
      return added(ids, isChosen, one(Kind.values(), Kind::word, "kind", add));
    }
    var deciding = deciding();
    if (ids.isEmpty() && !isChosen) {
      throw new IllegalArgumentException(
          "review what? Name findings by their ids, or choose them by --where --kind --state"
              + " --article");
    }
    var of = ids.stream().map(FindingId::parse).toList();
    var query = query();
    var wanted = set(kinds, Kind.values(), Kind::word, "kind");
    var in = set(states, State.values(), State::word, "state");
    Cli.Work work =
        workbench -> {
          var among = articles.stream().map(name -> Cli.article(workbench, name)).distinct();
          var choice = new Choice(of, query, wanted, in, among.toList());
          var plan = workbench.review().plan(deciding, fields, choice, cli.progress());
          warn(workbench, plan);
          return preview ? shown(plan) : decided(workbench, deciding, plan, isChosen);
        };
    return preview ? cli.reading(work) : cli.on(false, work);
  }

  private Deciding deciding() {
    Map<Deciding, Boolean> asked = new LinkedHashMap<>();
    asked.put(Deciding.CONFIRM, confirm);
    asked.put(Deciding.CORRECT, !fields.isEmpty());
    asked.put(Deciding.REJECT, reject);
    asked.put(Deciding.RESTORE, restore);
    asked.put(Deciding.USE_MACHINE, use);
    asked.put(Deciding.DISMISS_MACHINE, dismiss);
    var on = asked.keySet().stream().filter(asked::get).toList();
    if (on.size() != 1) {
      throw new IllegalArgumentException(
          "review wants exactly one of --confirm --correct --reject --restore --use-machine"
              + " --dismiss-machine --add");
    }
    return on.getFirst();
  }

  /// Of what decides on many, nothing may be misunderstood.
  private Query query() {
    if (where == null) {
      return Query.ALL;
    }
    var query = Query.parse(where);
    if (where.isBlank() || !query.unread().isEmpty()) {
      throw new IllegalArgumentException(
          where.isBlank()
              ? "--where is empty; it wants a search, as `find` takes it"
              : "not understood, so nothing was decided: "
                  + query.unread().stream()
                      .map(u -> u.typed() + " (" + u.why() + ")")
                      .collect(Collectors.joining("; ")));
    }
    query.remarks().forEach(cli.err()::println);
    return query;
  }

  private static <T> Set<T> set(
      List<String> words, T[] all, Function<T, String> word, String what) {
    return words.stream()
        .map(typed -> one(all, word, what, typed.strip()))
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static <T> T one(T[] all, Function<T, String> word, String what, String typed) {
    return Arrays.stream(all)
        .filter(one -> word.apply(one).equals(typed))
        .findFirst()
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "no "
                        + what
                        + " “"
                        + typed
                        + "”; there are: "
                        + Arrays.stream(all).map(word).collect(Collectors.joining(" "))));
  }

  // -- adding --

  private int added(List<String> words, boolean isChosen, Kind kind) {
    if (confirm || reject || restore || use || dismiss || isChosen || preview) {
      throw new IllegalArgumentException("--add goes with --correct alone");
    }
    if (words.size() != 1) {
      throw new IllegalArgumentException(
          "--add wants the words of one finding, as ARTICLE:START-END");
    }
    return cli.on(
        false,
        workbench -> {
          if (!CodeCommand.isWords(words.getFirst())
              || !(CodeCommand.target(workbench, words.getFirst()) instanceof Segment segment)) {
            throw new IllegalArgumentException(
                "no words of an article: " + words.getFirst() + "; write ARTICLE:START-END");
          }
          var id = workbench.review().add(kind, segment, fields);
          cli.out().println(id + "  added");
          return 0;
        });
  }

  // -- deciding --

  private void warn(Workbench workbench, Plan plan) {
    plan.more().forEach(id -> cli.err().println(id + ": more places than a search tells of"));
    if (where != null && workbench.isBehind()) {
      cli.err()
          .println(workbench.whyNot() + "; searched as it was before, without the last changes");
    }
  }

  private int shown(Plan plan) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (var one : plan.findings()) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("id", one.id().toString());
      row.put("kind", one.id().kind().word());
      row.put("article", one.id().article().value());
      if (format.equals("table")) {
        row.put("state", one.from().word() + " → " + one.to().word());
      } else {
        row.put("from", one.from().word());
        row.put("to", one.to().word());
      }
      row.put("text", one.words());
      rows.add(row);
    }
    cli.print(rows, format, COLUMNS);
    cli.err().println("would be " + told() + ": " + counted(plan) + "; nothing was changed");
    return 0;
  }

  private int decided(Workbench workbench, Deciding deciding, Plan plan, boolean isChosen) {
    if (!plan.findings().isEmpty()) {
      workbench.review().decide(deciding, new LinkedHashMap<>(fields), plan.ids());
      plan.ids().forEach(id -> cli.out().println(id + "  " + told()));
      beside(workbench, plan.ids());
    }
    if (isChosen) {
      cli.err()
          .println(
              plan.findings().isEmpty()
                  ? "no finding is so; nothing was changed"
                  : told() + ": " + counted(plan));
    }
    return 0;
  }

  /// Names the claims on the words of quotes whose speaker was corrected that have another source:
  /// each finding is decided on by itself.
  private void beside(Workbench workbench, List<FindingId> ids) {
    var speaker = fields.get("speaker");
    if (speaker == null) {
      return;
    }
    var byArticle = ids.stream().collect(Collectors.groupingBy(FindingId::article));
    for (var article : byArticle.entrySet()) {
      for (var kept : workbench.findings(article.getKey())) {
        if (kept.finding() instanceof Finding.Claim claim
            && kept.state() != State.REJECTED
            && article.getValue().stream().anyMatch(id -> claim.span().overlaps(id.span()))
            && !claim.source().orElse("").equals(speaker)) {
          cli.err()
              .println(
                  kept.id()
                      + ": a claim on these words, whose source is still "
                      + claim.source().orElse("not known"));
        }
      }
    }
  }

  private static String counted(Plan plan) {
    var count = plan.findings().size();
    return count + (count == 1 ? " finding" : " findings");
  }

  private String told() {
    return confirm
        ? "confirmed"
        : reject
            ? "rejected"
            : restore
                ? "restored"
                : use
                    ? "confirmed as the machine reads it now"
                    : dismiss ? "left as it was decided" : corrected();
  }

  private String corrected() {
    return "corrected "
        + fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining(", "));
  }
}
