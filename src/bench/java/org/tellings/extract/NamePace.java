package org.tellings.extract;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.tellings.model.Article;
import org.tellings.model.Heading;

/// How long names take, and all that is found: microseconds of processor time for 600 words, the
/// least of some rounds. The argument is a folder of texts.
public final class NamePace {

  private static final int ROUNDS = 12;

  private NamePace() {}

  public static void main(String[] args) throws IOException {
    List<String> texts = new ArrayList<>();
    try (var files = Files.list(Path.of(args[0]))) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        texts.add(Files.readString(file));
      }
    }
    var began = System.nanoTime();
    var weights = NameWeights.learned();
    IO.println("weights read in " + (System.nanoTime() - began) / 1_000_000 + " ms");
    var count = texts.stream().mapToInt(text -> text.split("\\s+").length).sum();
    var threads = ManagementFactory.getThreadMXBean();
    var least = new long[] {Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE, Long.MAX_VALUE};
    for (var round = 0; round < ROUNDS; round++) {
      var names = 0;
      for (var what = 0; what < 4; what++) {
        var start = threads.getCurrentThreadCpuTime();
        for (var text : texts) {
          names +=
              switch (what) {
                case 0 -> new Words(text).size();
                case 1 -> MentionExtractor.extract(new Words(text), NameWeights.NOTHING).size();
                case 2 -> MentionExtractor.extract(new Words(text), weights).size();
                default ->
                    Extractors.extractAll(Article.of("a.txt", Heading.NONE, text, List.of()))
                        .size();
              };
        }
        least[what] = Math.min(least[what], threads.getCurrentThreadCpuTime() - start);
      }
      if (names == 0) {
        throw new IllegalStateException("nothing found");
      }
    }
    var said = List.of("words", "words and names by rules", "words and names", "all kinds");
    for (var what = 0; what < 4; what++) {
      IO.println(said.get(what) + ": " + least[what] / 1000 * 600 / count + " µs");
    }
  }
}
