package bench;

import bench.Counts.Measure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.tellings.json.Json;

/// What is found of the figures people labelled in NewsQuant, counted as the set's own evaluation
/// does, and what goes wrong. Only the half of the sentences that may be read is ever looked at.
final class FigureScore {

  /// A value or a range, and its unit in the set's words.
  private record Amount(double low, double high, String unit) {

    boolean isRange() {
      return low != high;
    }

    boolean has(Amount other) {
      return isRange() == other.isRange() && near(low, other.low()) && near(high, other.high());
    }

    private static boolean near(double one, double other) {
      return Math.abs(one - other) <= 1e-8 + 1e-5 * Math.abs(other);
    }

    @Override
    public String toString() {
      return (isRange() ? low + ".." + high : String.valueOf(low)) + " " + unit;
    }
  }

  final Map<Measure, Counts> counts = new EnumMap<>(Measure.class);
  final Map<String, Integer> errors = new TreeMap<>();
  final List<String> misses = new ArrayList<>();

  private FigureScore() {}

  static FigureScore read(Path data) throws IOException {
    var score = new FigureScore();
    score.counts.put(Measure.VALUE, new Counts());
    score.counts.put(Measure.VALUE_UNIT, new Counts());
    var file =
        Sets.in(data, "cqe_eval/data/formatted_test_set/NewsQuant.json", "satya77/CQE_Evaluation");
    for (var one : Json.list(Files.readString(file))) {
      if (one instanceof Map<?, ?> row && mayBeRead(String.valueOf(row.get("text")))) {
        score.sentence(String.valueOf(row.get("text")).replace('\n', ' '), row);
      }
    }
    return score;
  }

  /// The half whose SHA-1 begins with an even digit.
  private static boolean mayBeRead(String text) {
    try {
      var sha = MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return (sha[0] >> 4 & 1) == 0;
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("this Java has no SHA-1", e);
    }
  }

  private void sentence(String text, Map<?, ?> row) {
    List<Amount> gold = new ArrayList<>();
    if (row.get("quantities") instanceof List<?> list) {
      for (var one : list) {
        if (one instanceof Map<?, ?> quantity) {
          gold.add(wanted(quantity));
        }
      }
    }
    List<Amount> found = new ArrayList<>();
    for (var said : Figures.of(text)) {
      found.add(new Amount(said.low(), said.high(), said.unit()));
    }
    gold.sort(Comparator.comparing(Amount::unit));
    found.sort(Comparator.comparing(Amount::unit));
    List<Amount> left = new ArrayList<>(found);
    var values = 0;
    var units = 0;
    for (var want : gold) {
      var met = false;
      for (var i = 0; i < left.size(); i++) {
        if (want.has(left.get(i))) {
          values += values < gold.size() ? 1 : 0;
          met = true;
          if (left.get(i).unit().equals(want.unit())) {
            units++;
            left.remove(i);
            want = null;
            break;
          }
        }
      }
      if (want != null) {
        miss(met ? "figure, unit differs" : "figure not found", want + " | found " + found, text);
      }
    }
    for (var one : found) {
      if (gold.stream().noneMatch(want -> want.has(one))) {
        miss("figure not wanted", one + " | wanted " + gold, text);
      }
    }
    counts.get(Measure.VALUE).add(values, found.size(), gold.size());
    counts.get(Measure.VALUE_UNIT).add(units, found.size(), gold.size());
  }

  private static Amount wanted(Map<?, ?> quantity) {
    var value = String.valueOf(quantity.get("value"));
    var unit = String.valueOf(quantity.get("normalized_unit")).toLowerCase(Locale.ROOT);
    if (!value.contains("E") && value.indexOf('-') > 0) {
      var ends = value.split("-");
      return new Amount(Double.parseDouble(ends[0]), Double.parseDouble(ends[1]), unit);
    }
    return new Amount(Double.parseDouble(value), Double.parseDouble(value), unit);
  }

  private void miss(String kind, String what, String text) {
    errors.merge(kind, 1, Integer::sum);
    misses.add(kind + "\t\t" + what + "\t" + text);
  }
}
