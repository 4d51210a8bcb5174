package org.tellings.extract;

import java.math.BigDecimal;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.tellings.extract.Lexicon.Sort;

/// Numbers as printed, in digits or words, with their scale and currency.
final class Numbers {

  /// A number: tokens `from` to `to`, its value with `scale` multiplied in, and what was printed.
  record Amount(
      int from,
      int to,
      BigDecimal value,
      BigDecimal scale,
      @Nullable String currency,
      boolean percent,
      boolean isWorded,
      boolean thousands,
      int digits) {

    boolean scaled() {
      return scale.compareTo(BigDecimal.ONE) > 0;
    }
  }

  private static final Map<String, Integer> ONES =
      Map.ofEntries(
          Map.entry("one", 1),
          Map.entry("two", 2),
          Map.entry("three", 3),
          Map.entry("four", 4),
          Map.entry("five", 5),
          Map.entry("six", 6),
          Map.entry("seven", 7),
          Map.entry("eight", 8),
          Map.entry("nine", 9),
          Map.entry("ten", 10),
          Map.entry("eleven", 11),
          Map.entry("twelve", 12),
          Map.entry("thirteen", 13),
          Map.entry("fourteen", 14),
          Map.entry("fifteen", 15),
          Map.entry("sixteen", 16),
          Map.entry("seventeen", 17),
          Map.entry("eighteen", 18),
          Map.entry("nineteen", 19),
          Map.entry("twenty", 20),
          Map.entry("thirty", 30),
          Map.entry("forty", 40),
          Map.entry("fifty", 50),
          Map.entry("sixty", 60),
          Map.entry("seventy", 70),
          Map.entry("eighty", 80),
          Map.entry("ninety", 90));
  private static final int LONGEST = 16;

  private final Words words;

  Numbers(Words words) {
    this.words = words;
  }

  /// Whether a number can begin here; cheap.
  boolean mayBegin(int i) {
    if (words.isNumber(i)) {
      return true;
    }
    var mark = words.mark(i);
    if (mark != 0) {
      return isSign(mark) && !(words.isGlued(i) && words.mark(i - 1) == 0);
    }
    var low = words.low(i);
    return words.isAny(i, Sort.WORDED.bit | Sort.MONEY.bit)
        || isPrefix(low) && isSign(words.mark(i + 1))
        || low.indexOf('-') > 0 && hyphened(low) > 0
        || low.equals("a") && (isScaleWord(i + 1) || quarters(i) > 0);
  }

  private static boolean isSign(char c) {
    return c == '$' || c == '£' || c == '€' || c == '¥' || c == '₹' || c == '₩';
  }

  private static boolean isPrefix(String low) {
    return switch (low) {
      case "us", "a", "au", "c", "ca", "nz", "hk", "s", "r" -> true;
      default -> false;
    };
  }

  private boolean isScaleWord(int i) {
    return words.is(i, "million")
        || words.is(i, "billion")
        || words.is(i, "trillion")
        || words.is(i, "hundred")
        || words.is(i, "thousand")
        || words.is(i, "dozen");
  }

  /// The number that begins at token `i`.
  @Nullable Amount at(int i) {
    if (i >= words.size()) {
      return null;
    }
    var number = i;
    @Nullable String currency = null;
    if (isPrefix(words.low(i)) && isSign(words.mark(i + 1)) && words.isGlued(i + 1)) {
      currency = currency(words.low(i) + words.low(i + 1));
      number = i + 2;
    } else if (isSign(words.mark(i))) {
      currency = currency(words.low(i));
      number = i + 1;
      if (words.isWord(number) && words.isGlued(number)) {
        return glued(i, number);
      }
    } else if (words.is(i, Sort.MONEY) && words.isNumber(i + 1) && isCode(i)) {
      currency = currency(words.low(i));
      number = i + 1;
    }
    if (currency != null && !words.isNumber(number)) {
      return null;
    }
    return words.isNumber(number) ? digits(i, number, currency) : worded(i);
  }

  /// `USD 5 million`: three capitals.
  private boolean isCode(int i) {
    var printed = words.printed(i);
    return printed.length() == 3 && printed.chars().allMatch(Character::isUpperCase);
  }

  /// `$US600 billion`: the country stands between sign and digits.
  private @Nullable Amount glued(int from, int word) {
    var low = words.low(word);
    var letters = 0;
    while (letters < low.length() && Character.isLetter(low.charAt(letters))) {
      letters++;
    }
    var rest = low.substring(letters);
    if (!isPrefix(low.substring(0, letters))
        || rest.isEmpty()
        || rest.length() > LONGEST
        || !rest.chars().allMatch(c -> Words.isDigit((char) c))) {
      return null;
    }
    return scaled(
        from,
        word + 1,
        new BigDecimal(rest),
        currency(low.substring(0, letters) + "$"),
        false,
        rest.length());
  }

  private @Nullable Amount digits(int from, int number, @Nullable String currency) {
    var printed = words.low(number);
    if (printed.length() > LONGEST
        || printed.indexOf('.') != printed.lastIndexOf('.')
        || !hasThousands(printed) && printed.indexOf(',') >= 0) {
      return null;
    }
    var value = new BigDecimal(printed.replace(",", ""));
    return scaled(from, number + 1, value, currency, printed.indexOf(',') >= 0, printed.length());
  }

  private static boolean hasThousands(String printed) {
    var comma = printed.indexOf(',');
    var stop = printed.indexOf('.') < 0 ? printed.length() : printed.indexOf('.');
    if (comma < 1 || comma > 3 || comma > stop) {
      return false;
    }
    for (var i = comma; i < stop; i += 4) {
      if (printed.charAt(i) != ',' || i + 4 > stop) {
        return false;
      }
      for (var k = i + 1; k < i + 4; k++) {
        if (!Words.isDigit(printed.charAt(k))) {
          return false;
        }
      }
    }
    return true;
  }

  /// Takes in scale, percent sign and currency words behind a value.
  private Amount scaled(
      int from,
      int to,
      BigDecimal value,
      @Nullable String currency,
      boolean thousands,
      int digits) {
    var end = to;
    var scale = BigDecimal.ONE;
    var dash = words.mark(end) == '-' && words.isGlued(end) && isScaleWord(end + 1) ? 1 : 0;
    if (words.is(end + dash, Sort.SCALE)) {
      var power = power(words.low(end + dash), words.isGlued(end), currency != null, end);
      if (power > 0) {
        scale = BigDecimal.TEN.pow(power);
        end += dash + 1;
      } else if (words.is(end + dash, "dozen")) {
        scale = BigDecimal.valueOf(12);
        end += dash + 1;
      }
    }
    var percent = percentEnd(end);
    return new Amount(
        from,
        Math.max(end, percent),
        value.multiply(scale),
        scale,
        currency,
        percent > end,
        words.isWord(from) && currency == null,
        thousands,
        digits);
  }

  /// Where a percent sign or word behind `end` ends; `end` when there is none.
  private int percentEnd(int end) {
    if (words.mark(end) == '%'
        || words.is(end, "percent")
        || words.is(end, "pct")
        || words.is(end, "pc")) {
      return end + 1;
    }
    if (words.is(end, "per") && words.is(end + 1, "cent")) {
      return end + 2;
    }
    if (words.is(end, "percentage")
        && (words.is(end + 1, "points") || words.is(end + 1, "point"))) {
      return end + 2;
    }
    var dash = words.mark(end) == '-' && words.isGlued(end);
    return dash && (words.is(end + 1, "percent") || words.is(end + 1, "percentage"))
        ? end + 2
        : end;
  }

  private int power(String word, boolean glued, boolean money, int end) {
    return switch (word) {
      case "hundred" -> 2;
      case "thousand" -> 3;
      case "million", "mn", "mln", "millions" -> 6;
      case "billion", "bn", "billions" -> 9;
      case "trillion", "tn", "trn" -> 12;
      case "k" -> glued ? 3 : 0;
      case "m" -> glued || money ? 6 : 0;
      // 14B alone is a model's size only where parameters are named
      case "b" ->
          glued && (money || words.is(end + 1, "parameters") || words.is(end + 1, "params"))
              ? 9
              : 0;
      default -> 0;
    };
  }

  /// Two dozen, three billion, twenty-five, half a million, a hundred.
  private @Nullable Amount worded(int i) {
    var low = words.low(i);
    var end = i + 1;
    @Nullable BigDecimal value = null;
    if (low.equals("half") && words.is(i + 1, "a") && isScaleWord(i + 2)) {
      value = new BigDecimal("0.5");
      end = i + 2;
    } else if (quarters(i) > 0
        && words.is(i + 2, "of")
        && words.is(i + 3, "a")
        && isScaleWord(i + 4)) {
      value = new BigDecimal("0.25").multiply(BigDecimal.valueOf(quarters(i)));
      end = i + 4;
    } else if (low.equals("a") && isScaleWord(i + 1)) {
      value = BigDecimal.ONE;
    } else if (isScaleWord(i)) {
      return words.is(i, "dozen") ? scaled(i, i, BigDecimal.ONE, null, false, 0) : null;
    } else if (ONES.containsKey(low)) {
      value = BigDecimal.valueOf(ONES.get(low));
      if (words.is(end, "and") && words.is(end + 1, "a") && words.is(end + 2, "half")) {
        value = value.add(new BigDecimal("0.5"));
        end += 3;
      }
    } else if (low.indexOf('-') > 0 && hyphened(low) > 0) {
      value = BigDecimal.valueOf(hyphened(low));
    }
    if (value == null) {
      return null;
    }
    var amount = scaled(i, end, value, null, false, 0);
    // three hundred thousand
    if (amount.scaled() && words.is(amount.to(), "thousand") && !amount.percent()) {
      return new Amount(
          i,
          amount.to() + 1,
          amount.value().scaleByPowerOfTen(3),
          amount.scale().scaleByPowerOfTen(3),
          null,
          false,
          true,
          false,
          0);
    }
    return amount;
  }

  /// “A quarter”, “three quarters”; 0 when it is none.
  private int quarters(int i) {
    if (words.is(i + 1, "quarters")) {
      return words.is(i, "three") ? 3 : 0;
    }
    return words.is(i, "a") && words.is(i + 1, "quarter") ? 1 : 0;
  }

  private static int hyphened(String low) {
    var dash = low.indexOf('-');
    var tens = ONES.getOrDefault(low.substring(0, dash), 0);
    var ones = ONES.getOrDefault(low.substring(dash + 1), 0);
    return tens >= 20 && ones > 0 && ones < 10 ? tens + ones : 0;
  }

  /// ISO 4217 of a sign or a word.
  static String currency(String mark) {
    return switch (mark) {
      case "£", "pound", "pounds", "gbp" -> "GBP";
      case "€", "euro", "euros", "eur" -> "EUR";
      case "¥", "yuan", "rmb", "cny", "renminbi" -> "CNY";
      case "yen", "jpy" -> "JPY";
      case "₹", "rupee", "rupees", "inr" -> "INR";
      case "₩", "won" -> "KRW";
      case "franc", "francs", "chf" -> "CHF";
      case "ruble", "rubles", "rouble", "roubles" -> "RUB";
      case "krona", "kronor" -> "SEK";
      case "koruna", "korunas" -> "CZK";
      case "crown", "crowns", "krone", "kroner" -> "crown";
      case "shekel", "shekels" -> "ILS";
      case "zloty" -> "PLN";
      case "ringgit" -> "MYR";
      case "baht" -> "THB";
      case "rand" -> "ZAR";
      case "peso", "pesos" -> "peso";
      case "a$", "au$", "aud" -> "AUD";
      case "c$", "ca$", "cad" -> "CAD";
      case "nz$" -> "NZD";
      case "hk$" -> "HKD";
      case "s$" -> "SGD";
      case "r$" -> "BRL";
      default -> "USD";
    };
  }

  /// The value of one of the words from “one” to “ninety”; 0 of others.
  static int ones(String word) {
    return ONES.getOrDefault(word, 0);
  }

  /// The name of a unit for one of it.
  static String singular(String unit) {
    return switch (unit) {
      case "feet" -> "foot";
      case "inches" -> "inch";
      case "params", "param" -> "parameter";
      case "gpu-hours" -> "hour";
      case "kilometres", "kilometers", "kilometer", "kilometre" -> "km";
      case "kilograms", "kilogram" -> "kg";
      case "millimetres", "millimeters" -> "mm";
      case "centimetres", "centimeters" -> "cm";
      case "metres", "meters", "meter" -> "metre";
      case "°" -> "degree";
      case "c" -> "celsius";
      case "f" -> "fahrenheit";
      case "m" -> "metre";
      case "litres", "liters", "liter", "l" -> "litre";
      case "horsepower", "bhp" -> "hp";
      case "mph", "gb", "tb", "mb", "km", "kwh", "mw", "gw", "celsius", "fahrenheit" -> unit;
      default -> unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    };
  }
}
