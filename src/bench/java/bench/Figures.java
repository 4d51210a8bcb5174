package bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.tellings.extract.Extractors;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.model.Finding.Change;
import org.tellings.model.Finding.Figure;
import org.tellings.model.Heading;

/// Figures of sentences for a scorer: reads a file with a sentence a line, and writes for each a
/// line with its figures, in the words of the NewsQuant set.
final class Figures {

  private static final Map<String, String> MONEY =
      Map.of(
          "USD", "dollar",
          "EUR", "euro",
          "GBP", "pound sterling",
          "JPY", "japanese yen",
          "CNY", "chinese yuan",
          "INR", "indian rupee",
          "AUD", "australian dollar",
          "percent", "percentage");

  /// Short units of the program under the names the set uses.
  private static final Map<String, String> UNITS =
      Map.of(
          "hp", "horsepower",
          "kw", "kilowatt",
          "gb", "gigabyte",
          "mph", "mile per hour",
          "hz", "hertz",
          "km", "kilometre",
          "kg", "kilogram",
          "mm", "millimetre",
          "ml", "millilitre",
          "w", "watt");

  private Figures() {}

  public static void main(String[] args) throws Exception {
    List<String> lines = new ArrayList<>();
    for (var sentence : Files.readAllLines(Path.of(args[0]))) {
      lines.add(Json.line(of(sentence).stream().map(Figures::row).toList()));
    }
    Files.write(Path.of(args[1]), lines);
  }

  /// The figures of one sentence, in order.
  static List<Figure> of(String sentence) {
    var article = Article.of("sentence.txt", Heading.NONE, sentence, List.of());
    return Extractors.extractAll(article).stream()
        .filter(Figure.class::isInstance)
        .map(Figure.class::cast)
        .toList();
  }

  private static Map<String, Object> row(Figure figure) {
    Map<String, Object> m = new LinkedHashMap<>();
    var low = figure.low().doubleValue();
    var high = figure.high().doubleValue();
    m.put("value", low == high ? high : List.of(low, high));
    m.put("normalized_unit", unit(figure));
    m.put("change", change(figure));
    m.put("referred_concepts", figure.measures().map(w -> List.of(w.split(" "))).orElse(List.of()));
    return m;
  }

  /// The set names what is counted as the unit of a count.
  static String unit(Figure figure) {
    if (figure.unit().equals("count")) {
      var words = figure.measures().orElse("-").toLowerCase(Locale.ROOT).split(" ");
      var last = words[words.length - 1];
      return last.length() > 3 && last.endsWith("s") ? last.substring(0, last.length() - 1) : last;
    }
    return Optional.ofNullable(MONEY.get(figure.unit()))
        .orElse(UNITS.getOrDefault(figure.unit(), figure.unit()));
  }

  private static String change(Figure figure) {
    if (figure.change() == Change.UP || figure.change() == Change.DOWN) {
      return figure.change().name().toLowerCase(Locale.ROOT);
    }
    return switch (figure.approximation()) {
      case EXACT -> "=";
      case ABOUT -> "~";
      case UNDER, UPTO -> "<";
      case OVER, ATLEAST -> ">";
    };
  }
}
