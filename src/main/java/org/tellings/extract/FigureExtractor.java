package org.tellings.extract;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tellings.model.Finding;
import org.tellings.model.Finding.Approximation;
import org.tellings.model.Finding.Change;
import org.tellings.model.Span;

/// Money, percentages, and counts with a scale or thousands mark; not dates, versions or model names.
final class FigureExtractor {

  private static final Pattern FIGURE = Pattern.compile(
      "(?<![\\p{L}\\p{N}])(?:(?:(?<about>about|around|roughly|some|approximately|an estimated)"
          + "|(?<under>nearly|almost|less than|under|close to|as little as)"
          + "|(?<over>more than|over|above|well above)|(?<upto>up to)|(?<atleast>at least)) )?"
          + "(?<currency>US\\$|A\\$|\\$|£|€|¥)? ?(?<low>\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,12})(?<fraction>\\.\\d{1,6})?"
          + "(?:(?:-|–| to )(?:US\\$|\\$|£|€)?(?<high>\\d{1,12}(?:\\.\\d{1,6})?))?"
          + "(?: ?(?<scale>trillion|billion|million|thousand|tn|bn|mn|m|k)(?![\\p{L}\\p{N}]))?"
          + "(?<percent> ?%| per cent| percent)?(?<money> (?:dollars|euros|pounds|yuan))?"
          + "(?: (?<noun>[a-z][\\p{L}-]{2,24}))?");
  private static final Pattern MOVE = Pattern.compile("\\b(?<down>fell|fall|dropped|lost|losing|erasing|slumped|cut)|(?<up>rose|gained|jumped|climbed)\\b");

  private FigureExtractor() {}

  static List<Finding.Figure> extract(String text) {
    List<Finding.Figure> figures = new ArrayList<>();
    var m = FIGURE.matcher(text);
    while (m.find()) {
      var money = m.group("currency") != null || m.group("money") != null;
      var percent = m.group("percent") != null;
      var thousands = m.group("low").contains(",") || m.group("scale") != null;
      var digit = m.start("low");
      var glued = digit > 0 && m.group("currency") == null
          && (Character.isLetterOrDigit(text.charAt(digit - 1)) || ".-–/:#".indexOf(text.charAt(digit - 1)) >= 0);
      var end = m.group("noun") != null ? m.start("noun") - 1 : m.end();
      var tail = end < text.length() && (Character.isLetter(text.charAt(end)) || text.charAt(end) == ':'
          || (text.charAt(end) == '.' || text.charAt(end) == '-') && end + 1 < text.length() && Character.isLetterOrDigit(text.charAt(end + 1)));
      if (glued || tail || !(money || percent || thousands)) {
        continue;
      }
      var scale = scale(Optional.ofNullable(m.group("scale")).orElse(""));
      var low = new BigDecimal(m.group("low").replace(",", "") + Optional.ofNullable(m.group("fraction")).orElse("")).scaleByPowerOfTen(scale);
      var high = m.group("high") == null ? low : new BigDecimal(m.group("high")).scaleByPowerOfTen(scale);
      if (high.compareTo(low) < 0) {
        continue;
      }
      var unit = percent ? "percent" : money ? currency(Optional.ofNullable(m.group("currency")).or(() -> Optional.ofNullable(m.group("money"))).orElse("")) : "count";
      var approximation = m.group("about") != null ? Approximation.ABOUT : m.group("under") != null ? Approximation.UNDER
          : m.group("over") != null ? Approximation.OVER : m.group("upto") != null ? Approximation.UPTO
              : m.group("atleast") != null ? Approximation.ATLEAST : Approximation.EXACT;
      figures.add(new Finding.Figure(new Span(m.start(), end), plain(low), plain(high), unit, approximation,
          change(text, m.start()), Optional.ofNullable(unit.equals("count") ? m.group("noun") : null),
          "figure." + (percent ? "percent" : money ? "money" : "count") + "/1"));
    }
    return figures;
  }

  private static BigDecimal plain(BigDecimal value) {
    var stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
  }

  private static int scale(String word) {
    return switch (word.toLowerCase(Locale.ROOT)) {
      case "thousand", "k" -> 3;
      case "million", "mn", "m" -> 6;
      case "billion", "bn" -> 9;
      case "trillion", "tn" -> 12;
      default -> 0;
    };
  }

  private static String currency(String mark) {
    return switch (mark.strip()) {
      case "£", "pounds" -> "GBP";
      case "€", "euros" -> "EUR";
      case "¥", "yuan" -> "CNY";
      case "A$" -> "AUD";
      default -> "USD";
    };
  }

  private static Change change(String text, int at) {
    var m = MOVE.matcher(text.substring(Math.max(0, at - 30), at));
    var change = Change.NONE;
    while (m.find()) {
      change = m.group("down") != null ? Change.DOWN : Change.UP;
    }
    return change;
  }
}
