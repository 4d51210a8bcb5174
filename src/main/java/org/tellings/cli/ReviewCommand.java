package org.tellings.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.tellings.model.FindingId;
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
    if ((confirm ? 1 : 0) + (reject ? 1 : 0) + (restore ? 1 : 0) + (fields.isEmpty() ? 0 : 1)
        != 1) {
      throw new IllegalArgumentException(
          "review wants exactly one of --confirm --correct --reject --restore");
    }
    return cli.on(
        false,
        workbench -> {
          if (confirm) {
            workbench.confirm(ids);
          } else if (reject) {
            workbench.reject(ids);
          } else if (restore) {
            workbench.restore(ids);
          } else {
            ids.forEach(id -> workbench.correct(id, new LinkedHashMap<>(fields)));
          }
          var done =
              confirm ? "confirmed" : reject ? "rejected" : restore ? "restored" : corrected();
          ids.forEach(id -> cli.out().println(id + "  " + done));
          return 0;
        });
  }

  private String corrected() {
    return "corrected "
        + fields.entrySet().stream()
            .map(field -> field.getKey() + "=" + field.getValue())
            .collect(Collectors.joining(", "));
  }
}
