package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tellings.extract.WorthTrainer;
import org.tellings.extract.WorthTrainer.Labelled;
import org.tellings.json.Json;

/// Learns the weights of what is worth checking from ClaimBuster's training part, or scores within
/// it how good they are.
///
/// Arguments: the folder of the sets (with `claimbuster/data/two_class/train.json`), the file to
/// write, and a number of folds: 0 learns of all and writes the file, more learn of all but one and
/// score that one, each in turn, and write nothing. A fold is a stretch of the debates, in order,
/// so that no debate but those at its ends is on both sides.
final class LearnWorth {

  /// Traits met less often have no weight.
  private static final int LEAST = 4;

  private LearnWorth() {}

  public static void main(String[] args) throws IOException {
    var file =
        Sets.in(
            Path.of(args[0]),
            "claimbuster/data/two_class/train.json",
            "utaresearch/claimbuster-spotter");
    var folds = Integer.parseInt(args[2]);
    List<Map<?, ?>> rows = new ArrayList<>();
    for (var one : Json.list(Files.readString(file))) {
      if (one instanceof Map<?, ?> row) {
        rows.add(row);
      }
    }
    rows.sort(Comparator.comparingLong(row -> number(row, "sentence_id")));
    var sentences =
        rows.stream()
            .map(row -> new Labelled(String.valueOf(row.get("text")), number(row, "label") == 1))
            .toList();
    if (folds == 0) {
      Files.writeString(Path.of(args[1]), WorthTrainer.train(sentences, LEAST));
      return;
    }
    score(sentences, folds);
  }

  private static long number(Map<?, ?> row, String name) {
    return row.get(name) instanceof Number n ? n.longValue() : 0;
  }

  private static void score(List<Labelled> sentences, int folds) {
    var yes = new Counts();
    var no = new Counts();
    for (var fold = 0; fold < folds; fold++) {
      var from = sentences.size() * fold / folds;
      var to = sentences.size() * (fold + 1) / folds;
      List<Labelled> learned = new ArrayList<>(sentences.subList(0, from));
      learned.addAll(sentences.subList(to, sentences.size()));
      var scorer = WorthTrainer.scorer(WorthTrainer.train(learned, LEAST));
      for (var one : sentences.subList(from, to)) {
        var says = scorer.applyAsDouble(one.sentence()) >= 0.5;
        yes.add(says && one.isWorth() ? 1 : 0, says ? 1 : 0, one.isWorth() ? 1 : 0);
        no.add(!says && !one.isWorth() ? 1 : 0, says ? 0 : 1, one.isWorth() ? 0 : 1);
      }
    }
    var share = sentences.stream().filter(Labelled::isWorth).count() / (double) sentences.size();
    IO.println(
        String.format(
            Locale.ROOT,
            "worth checking: F1 %.1f precision %.1f recall %.1f; not: F1 %.1f; weighted F1 %.1f",
            yes.value(),
            yes.precision(),
            yes.recall(),
            no.value(),
            share * yes.value() + (1 - share) * no.value()));
  }
}
