package bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.tellings.extract.Extractors;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.model.Finding.Change;
import org.tellings.model.Finding.Figure;
import org.tellings.model.Heading;

/// Figures of sentences for a scorer: reads a file with a sentence a line, and writes for each a
/// line with its figures, in the words of the NewsQuant set.
final class Figures {

  /// The program's names of units, and the set's.
  private static final Map<String, String> UNITS =
      Map.ofEntries(
          Map.entry("USD", "dollar"),
          Map.entry("EUR", "euro"),
          Map.entry("GBP", "pound sterling"),
          Map.entry("JPY", "japanese yen"),
          Map.entry("CNY", "chinese yuan"),
          Map.entry("INR", "indian rupee"),
          Map.entry("AUD", "australian dollar"),
          Map.entry("HKD", "hong kong dollar"),
          Map.entry("MYR", "malaysian ringgit"),
          Map.entry("DKK", "danish krone"),
          Map.entry("ILS", "shekel"),
          Map.entry("HRK", "croatian kuna"),
          Map.entry("percent", "percentage"),
          Map.entry("hp", "horsepower"),
          Map.entry("kw", "kilowatt"),
          Map.entry("gb", "gigabyte"),
          Map.entry("mph", "mile per hour"),
          Map.entry("kph", "kilometre per hour"),
          Map.entry("hz", "hertz"),
          Map.entry("khz", "kilohertz"),
          Map.entry("km", "kilometre"),
          Map.entry("kg", "kilogram"),
          Map.entry("mm", "millimetre"),
          Map.entry("cm", "centimetre"),
          Map.entry("ml", "millilitre"),
          Map.entry("w", "watt"),
          Map.entry("tonne", "metric ton"),
          Map.entry("gigatonne", "gigaton"),
          Map.entry("lb-ft", "foot pound-force"),
          Map.entry("square foot", "square feet"),
          Map.entry("part per billion", "parts-per-billion"),
          Map.entry("square cm", "square centimetre"));

  private Figures() {}

  public static void main(String[] args) throws Exception {
    List<String> lines = new ArrayList<>();
    for (var sentence : Files.readAllLines(Path.of(args[0]))) {
      lines.add(Json.line(of(sentence).stream().map(Figures::row).toList()));
    }
    Files.write(Path.of(args[1]), lines);
  }

  /// A figure with its value and unit as the set would tell them; `low` may be the greater.
  record Said(Figure figure, double low, double high, String unit) {

    private static Said of(Figure figure, double low, double high) {
      return new Said(figure, low, high, Figures.unit(figure));
    }
  }

  /// The figures of one sentence, in order, as the set counts them: where something moved from one
  /// value to another the program has two figures, the set a range.
  static List<Said> of(String sentence) {
    var article = Article.of("sentence.txt", Heading.NONE, sentence, List.of());
    List<Said> figures = new ArrayList<>();
    for (var finding : Extractors.extractAll(article)) {
      if (finding instanceof Figure figure) {
        if (!figures.isEmpty() && isMove(sentence, figures.getLast().figure(), figure)) {
          var last = figures.removeLast();
          figures.add(Said.of(figure, last.low(), figure.high().doubleValue()));
        } else {
          figures.add(part(figure));
        }
      }
    }
    return figures;
  }

  /// “From 5 to 7”.
  private static boolean isMove(String text, Figure from, Figure to) {
    return from.unit().equals(to.unit())
        && from.span().end() <= to.span().start()
        && text.substring(from.span().end(), to.span().start()).strip().matches("(\\w+ )?to")
        && text.substring(0, from.span().start()).matches("(?s).*\\bfrom ?$");
  }

  /// A part in words is a number in the set: 0.25, not 25 percent.
  private static Said part(Figure figure) {
    var low = figure.low().doubleValue();
    var high = figure.high().doubleValue();
    if (figure.rule().startsWith("figure.fraction")) {
      for (var whole = 2; whole <= 100; whole++) {
        var part = (double) Math.round(high * whole / 100) / whole;
        if (Math.abs(100 * part - high) < 0.005) {
          return Said.of(figure, part, part);
        }
      }
    }
    return Said.of(figure, low, high);
  }

  private static Map<String, Object> row(Said said) {
    Map<String, Object> m = new LinkedHashMap<>();
    var figure = said.figure();
    m.put("value", said.low() == said.high() ? said.high() : List.of(said.low(), said.high()));
    m.put("normalized_unit", said.unit());
    m.put("change", change(figure));
    m.put("referred_concepts", figure.measures().map(w -> List.of(w.split(" "))).orElse(List.of()));
    return m;
  }

  /// The set names what is counted as the unit of a count, by its words in the singular.
  private static String unit(Figure figure) {
    var rule = figure.rule();
    if (rule.startsWith("figure.age")) {
      return figure.unit() + " of age";
    }
    if (rule.startsWith("figure.fraction")) {
      return "% " + figure.measures().map(w -> w.toLowerCase(Locale.ROOT)).orElse("-");
    }
    if (figure.unit().equals("count")) {
      return rule.startsWith("figure.level")
          ? "-"
          : figure.measures().map(Figures::one).orElse("-");
    }
    var names = new StringBuilder();
    for (var name : figure.unit().split(" per ")) {
      names.append(names.isEmpty() ? "" : " per ").append(UNITS.getOrDefault(name, name));
    }
    return UNITS.getOrDefault(figure.unit(), names.toString());
  }

  /// “Residential burglary” of residential burglaries; how often is a count in the set.
  private static String one(String printed) {
    var words = printed.toLowerCase(Locale.ROOT).replace(" and ", " ");
    var head = words.substring(words.lastIndexOf(' ') + 1);
    var rest = words.substring(0, words.length() - head.length());
    return switch (head) {
      case "times" -> "count";
      case "people", "staff", "series", "aircraft" -> words;
      case "children" -> rest + "child";
      case "lives" -> rest + "life";
      default ->
          head.endsWith("men")
              ? words.substring(0, words.length() - 2) + "an"
              : head.endsWith("ies")
                  ? words.substring(0, words.length() - 3) + "y"
                  : head.matches(".*(ss|x|ch|sh)es")
                      ? words.substring(0, words.length() - 2)
                      : head.length() > 3 && head.endsWith("s") && !head.endsWith("ss")
                          ? words.substring(0, words.length() - 1)
                          : words;
    };
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
