package org.tellings.extract;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;
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

    Amount negated() {
      return new Amount(
          from, to, value.negate(), scale, currency, percent, isWorded, thousands, digits);
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
  private final Glued glued;
  private final Quotients quotients;

  Numbers(Words words) {
    this.words = words;
    glued = new Glued(words);
    quotients = new Quotients(words);
  }

  /// Whether a number can begin here; cheap.
  boolean mayBegin(int i) {
    if (words.isNumber(i)) {
      return true;
    }
    var mark = words.mark(i);
    if (mark != 0) {
      return isSign(mark) && !(words.isGlued(i) && words.mark(i - 1) == 0) || isPoint(i);
    }
    var low = words.low(i);
    return words.isAny(i, Sort.WORDED.bit | Sort.MONEY.bit)
        || isPrefix(low) && isSign(words.mark(i + 1))
        || low.indexOf('-') > 0 && (hyphened(low) > 0 || isSigned(low))
        || low.equals("a") && (isScaleWord(i + 1) || quarters(i) > 0)
        || glued.mayBegin(i)
        || isYen(i);
  }

  /// `.001`: a point that stands free, with digits behind it.
  private boolean isPoint(int i) {
    return words.mark(i) == '.'
        && !words.isGlued(i)
        && words.isNumber(i + 1)
        && words.isGlued(i + 1)
        && words.low(i + 1).indexOf('.') < 0
        && words.low(i + 1).indexOf(',') < 0;
  }

  /// `minus-260`, `sub-500`: a word before the digits.
  private static boolean isSigned(String low) {
    var dash = low.indexOf('-');
    return (low.startsWith("minus-") || low.startsWith("sub-"))
        && low.length() > dash + 1
        && low.length() < LONGEST
        && low.chars().skip(dash + 1L).allMatch(c -> Words.isDigit((char) c));
  }

  /// `Y=28,030`, as some agencies print yen.
  private boolean isYen(int i) {
    return words.is(i, "y")
        && words.mark(i + 1) == '='
        && words.isGlued(i + 1)
        && words.isGlued(i + 2)
        && words.isNumber(i + 2);
  }

  /// `EUR50m`, which may be taken for a name.
  boolean isCodeWithDigits(int i) {
    return glued.mayBegin(i) && behindCode(i) != null;
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
    if (isPrefix(words.low(i)) && isSign(words.mark(i + 1)) && isCodeBefore(i)) {
      currency = Currencies.code(words.low(i) + words.low(i + 1));
      number = i + 2;
    } else if (isSign(words.mark(i))) {
      var country = i > 0 && isPrefix(words.low(i - 1)) && isCodeBefore(i - 1);
      currency = Currencies.code(country ? words.low(i - 1) + words.low(i) : words.low(i));
      number = i + 1;
      if (words.isWord(number) && words.isGlued(number)) {
        return behindSign(i, number);
      }
    } else if (words.is(i, Sort.MONEY) && words.isNumber(i + 1) && isCode(i)) {
      currency = Currencies.code(words.low(i));
      number = i + 1;
    } else if (isYen(i)) {
      currency = "JPY";
      number = i + 2;
    } else if (isPoint(i)) {
      var value = new BigDecimal("0." + words.low(i + 1));
      return scaled(i, i + 2, value, null, false, words.low(i + 1).length());
    }
    if (currency != null && isDash(words.mark(number)) && words.isGlued(number + 1)) {
      var amount = words.isNumber(number + 1) ? digits(i, number + 1, currency) : null;
      return amount == null ? null : amount.negated();
    }
    if (currency != null && !words.isNumber(number)) {
      return null;
    }
    if (words.isNumber(number)) {
      return digits(i, number, currency);
    }
    var low = words.low(i);
    if (low.indexOf('-') > 0 && isSigned(low)) {
      var value = new BigDecimal(low.substring(low.indexOf('-') + 1));
      var amount = scaled(i, i + 1, value, null, false, 0);
      return low.startsWith("minus") ? amount.negated() : amount;
    }
    return glued.mayBegin(i) ? behindCode(i) : worded(i);
  }

  /// `US$40`, `HK $40`: glued to the sign, or two capitals.
  private boolean isCodeBefore(int i) {
    return words.isGlued(i + 1)
        || words.end(i) - words.start(i) == 2
            && words.isCapital(i)
            && Character.isUpperCase(words.text.charAt(words.end(i) - 1))
            && words.isGlued(i + 2);
  }

  private static boolean isDash(char c) {
    return c == '-' || c == '−';
  }

  /// `USD 5 million`: three capitals.
  private boolean isCode(int i) {
    var printed = words.printed(i);
    return printed.length() == 3 && printed.chars().allMatch(Character::isUpperCase);
  }

  /// `$US600 billion`, `$A82,615,680`: the country stands between sign and digits.
  private @Nullable Amount behindSign(int from, int word) {
    var found = glued.at(word);
    return found != null && isPrefix(found.before().toLowerCase(Locale.ROOT))
        ? money(from, found, Currencies.code(found.before().toLowerCase(Locale.ROOT) + "$"))
        : null;
  }

  /// `EUR50m`, `RM120,000`; a code of two letters before few digits may be a name.
  private @Nullable Amount behindCode(int from) {
    var found = glued.at(from);
    if (found == null) {
      return null;
    }
    var money = Glued.money(found.before());
    return money.isEmpty() || found.before().length() < 3 && !found.isAmount()
        ? null
        : money(from, found, money);
  }

  private @Nullable Amount money(int from, Glued.Found found, String currency) {
    if (found.behind().isEmpty()) {
      var digits = found.value().precision();
      return scaled(from, found.to(), found.value(), currency, found.thousands(), digits);
    }
    var power = power(found.behind().toLowerCase(Locale.ROOT), true, true, found.to());
    if (power == 0) {
      return null;
    }
    var scale = BigDecimal.TEN.pow(power);
    return new Amount(
        from,
        found.to(),
        found.value().multiply(scale),
        scale,
        currency,
        false,
        false,
        found.thousands(),
        0);
  }

  private @Nullable Amount digits(int from, int number, @Nullable String currency) {
    var printed = words.low(number);
    if (printed.length() > LONGEST
        || printed.indexOf('.') != printed.lastIndexOf('.')
        || !hasThousands(printed) && printed.indexOf(',') >= 0) {
      return null;
    }
    var to = number + 1;
    if (printed.length() <= 3 && printed.indexOf('.') < 0) {
      while (isGroup(to) && printed.length() < LONGEST - 2) {
        printed += words.low(to++);
      }
    }
    var value = new BigDecimal(printed.replace(",", ""));
    if (quotients.isOne(to)) {
      var whole = new BigDecimal(words.low(to + 1));
      return value.signum() > 0 && value.compareTo(whole) < 0
          ? scaled(from, to + 2, value.divide(whole, MathContext.DECIMAL32), currency, false, 0)
          : null;
    }
    var part = words.isGlued(to) ? Quotients.part(words.mark(to)) : null;
    if (part != null) {
      return scaled(from, to + 1, value.add(part), currency, false, 0);
    }
    var thousands = to > number + 1 || printed.indexOf(',') >= 0;
    return scaled(from, to, value, currency, thousands, printed.length());
  }

  /// Three digits behind a space that does not break a line: `1 234 567`.
  private boolean isGroup(int i) {
    return words.isNumber(i)
        && words.low(i).length() == 3
        && words.low(i).indexOf(',') < 0
        && words.low(i).indexOf('.') < 0
        && words.start(i) - words.end(i - 1) == 1
        && "\u00a0\u2009".indexOf(words.text.charAt(words.end(i - 1))) >= 0;
  }

  static boolean hasThousands(String printed) {
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
      case "m" -> (glued || money) && (money || !isLength(end + 1)) ? 6 : 0;
      // 14B alone is a model's size only where parameters are named
      case "b" ->
          glued && (money || words.is(end + 1, "parameters") || words.is(end + 1, "params"))
              ? 9
              : 0;
      default -> 0;
    };
  }

  /// “37m (121ft)”, “37m-long”, “37m tall”: metres.
  private boolean isLength(int i) {
    if (words.mark(i) == '(' && words.isNumber(i + 1)) {
      return words.is(i + 2, "ft") || words.is(i + 2, "feet") || words.is(i + 2, "ft-long");
    }
    var at = words.mark(i) == '-' && words.isGlued(i) ? i + 1 : i;
    return words.isWord(at) && UnitReader.isWay(words.low(at));
  }

  /// Two dozen, three billion, twenty-five, half a million, a hundred.
  private @Nullable Amount worded(int i) {
    var low = words.low(i);
    var end = i + 1;
    @Nullable BigDecimal value = null;
    if (low.equals("half") && words.is(i + 1, "a") && isScaleWord(i + 2)) {
      value = new BigDecimal("0.5");
      end = i + 2;
    } else if (low.equals("half")
        && (words.is(i + 1, "a") || words.is(i + 1, "an"))
        && words.is(i + 2, Sort.UNIT)) {
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
      return words.is(i, "dozen") && !words.isPossessive(i - 1)
          ? scaled(i, i, BigDecimal.ONE, null, false, 0)
          : null;
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
      amount = worded(amount, amount.to() + 1, amount.value().scaleByPowerOfTen(3), 3);
    }
    return more(amount);
  }

  /// “Twenty-eight thousand six hundred and forty-two”: what is less than the scale is added.
  private Amount more(Amount first) {
    if (!first.scaled() || first.percent() || !first.isWorded() || first.scale().intValue() == 12) {
      return first;
    }
    var next = first.to();
    if (words.is(next, "and") && !words.is(first.from() - 1, "between")) {
      next++;
    }
    if (!words.is(next, Sort.WORDED) && (next >= words.size() || hyphened(words.low(next)) == 0)) {
      return first;
    }
    var rest = worded(next);
    return rest == null || rest.percent() || rest.value().compareTo(first.scale()) >= 0
        ? first
        : worded(first, rest.to(), first.value().add(rest.value()), 0);
  }

  private static Amount worded(Amount amount, int to, BigDecimal value, int power) {
    return new Amount(
        amount.from(),
        to,
        value,
        amount.scale().scaleByPowerOfTen(power),
        null,
        false,
        true,
        false,
        0);
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
    if (dash < 0) {
      return 0;
    }
    var tens = ONES.getOrDefault(low.substring(0, dash), 0);
    var ones = ONES.getOrDefault(low.substring(dash + 1), 0);
    return tens >= 20 && ones > 0 && ones < 10 ? tens + ones : 0;
  }

  /// The value of one of the words from “one” to “ninety”; 0 of others.
  static int ones(String word) {
    return ONES.getOrDefault(word, 0);
  }
}
