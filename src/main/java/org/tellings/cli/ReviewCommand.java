package org.tellings.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tellings.model.FindingId;
import org.tellings.workbench.Workbench;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `review`: what a person decides about findings.
@Command(
    name = "review",
    description =
        "Decides on findings: confirm, correct fields, reject, or give back to the machine.")
final class ReviewCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(arity = "1..*", paramLabel = "ID", description = Cli.ID)
  private List<String> names = List.of();

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
              + " measures. Date: value precision. Entity: name type.")
  private Map<String, String> fields = Map.of();

  ReviewCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    var ids = names.stream().map(FindingId::parse).toList();
    if (Stream.of(confirm, reject, restore, use, dismiss, !fields.isEmpty())
            .filter(on -> on)
            .count()
        != 1) {
      throw new IllegalArgumentException(
          "review wants exactly one of --confirm --correct --reject --restore --use-machine"
              + " --dismiss-machine");
    }
    return cli.on(
        false,
        workbench -> {
          var done = decided(workbench, ids);
          ids.forEach(id -> cli.out().println(id + "  " + done));
          return 0;
        });
  }

  private String decided(Workbench workbench, List<FindingId> ids) {
    if (confirm) {
      workbench.confirm(ids);
      return "confirmed";
    }
    if (reject) {
      workbench.reject(ids);
      return "rejected";
    }
    if (restore) {
      workbench.restore(ids);
      return "restored";
    }
    if (use) {
      workbench.useMachine(ids);
      return "confirmed as the machine reads it now";
    }
    if (dismiss) {
      workbench.dismissMachine(ids);
      return "left as it was decided";
    }
    workbench.correct(ids, new LinkedHashMap<>(fields));
    return corrected();
  }

  private String corrected() {
    return "corrected "
        + fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining(", "));
  }
}
