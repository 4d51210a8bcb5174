package org.tellings.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The command `describe`: what stands over an article.
@Command(
    name = "describe",
    description = "Corrects what stands over an article; an empty value takes it away.")
final class DescribeCommand implements Callable<Integer> {

  private final Cli cli;

  @Parameters(paramLabel = "ARTICLE", description = Cli.ARTICLE)
  private String article = "";

  @Option(names = "--title", paramLabel = "TEXT", description = "The headline.")
  private @Nullable String title;

  @Option(names = "--byline", paramLabel = "TEXT", description = "Who wrote it.")
  private @Nullable String byline;

  @Option(names = "--outlet", paramLabel = "NAME", description = "Who published it.")
  private @Nullable String outlet;

  @Option(
      names = "--published",
      paramLabel = "DATE",
      description =
          "When it was published: 2025-01-29, 2025-01 or 2025-01-29T11:42Z; dates counted from it"
              + " follow.")
  private @Nullable String published;

  @Option(names = "--updated", paramLabel = "DATE", description = "When it was last changed.")
  private @Nullable String updated;

  @Option(
      names = "--captured",
      paramLabel = "DATE",
      description = "When the page was saved; no date is counted from it.")
  private @Nullable String captured;

  DescribeCommand(Cli cli) {
    this.cli = cli;
  }

  @Override
  public Integer call() {
    Map<String, String> fields = new LinkedHashMap<>();
    Optional.ofNullable(title).ifPresent(v -> fields.put("title", v));
    Optional.ofNullable(byline).ifPresent(v -> fields.put("byline", v));
    Optional.ofNullable(outlet).ifPresent(v -> fields.put("outlet", v));
    Optional.ofNullable(published).ifPresent(v -> fields.put("published", v));
    Optional.ofNullable(updated).ifPresent(v -> fields.put("updated", v));
    Optional.ofNullable(captured).ifPresent(v -> fields.put("captured", v));
    if (fields.isEmpty()) {
      throw new IllegalArgumentException(
          "describe wants one or more of --title --byline --outlet --published --updated"
              + " --captured");
    }
    return cli.on(
        false,
        workbench -> {
          var id = Cli.article(workbench, article);
          workbench.describe(id, fields);
          cli.out().println(id + "  corrected " + String.join(", ", fields.keySet()));
          return 0;
        });
  }
}
