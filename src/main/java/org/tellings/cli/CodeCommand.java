package org.tellings.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.tellings.model.FindingId;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `code`: codes on findings.
@Command(name = "code", description = "Gives findings a code of the codebook, or takes it back.")
final class CodeCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(arity = "1..*", paramLabel = "ID", description = Cli.ID)
  private List<String> names = List.of();

  @Option(names = "--add", paramLabel = "CODE", description = "Gives this code of the codebook.")
  private @Nullable String add;

  @Option(names = "--remove", paramLabel = "CODE", description = "Takes it back.")
  private @Nullable String remove;

  CodeCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    var ids = names.stream().map(FindingId::parse).toList();
    if ((add == null) == (remove == null)) {
      throw new IllegalArgumentException("code wants exactly one of --add --remove");
    }
    return cli.on(
        false,
        workbench -> {
          var code = Optional.ofNullable(add).or(() -> Optional.ofNullable(remove)).orElseThrow();
          var on = add != null;
          var changing = ids.stream().filter(id -> workbench.hasCoded(id, code) != on).toList();
          workbench.code(ids, code, on);
          for (var id : ids) {
            if (changing.contains(id)) {
              cli.out().println(id + (on ? "  coded “" : "  not coded any more: “") + code + "”");
            } else {
              cli.err().println(id + (on ? " had code “" : " has no code “") + code + "” of yours");
            }
          }
          return 0;
        });
  }
}
