package org.tellings.compare;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// Units in which one thing can be measured: metres and yards, months and years.
///
/// A unit that is not known here is a measure of its own.
final class Units {

  private record Unit(String measure, BigDecimal size) {}

  private static final Map<String, Unit> UNITS = new HashMap<>();

  private static final Map<String, String> STEMS = new HashMap<>();

  static {
    put(
        "length",
        "mm 0.001 millimetre 0.001 cm 0.01 centimetre 0.01 kilometre 1000 inch 0.0254 foot 0.3048"
            + " yard 0.9144 metre 1 km 1000 mile 1609.344");
    put("duration", "second 1 minute 60 hour 3600 day 86400 week 604800");
    put("duration", "month 2629800 year 31557600 decade 315576000 century 3155760000");
    put("count", "count 1 vote 1 parameter 1 token 1 seat 1");
    put("mass", "gram 0.001 ounce 0.0283495 kg 1 ton 1000 tonne 1000");
    put("volume", "ml 0.001 litre 1 gallon 4.54609 cubic-metre 1000 cubic-foot 28.3168");
    put("area", "square-foot 0.092903 square-metre 1 acre 4046.86 hectare 10000 square-km 1000000");
    put("area", "square-mile 2589988");
    put("power", "watt 1 kilowatt 1000 kw 1000 megawatt 1000000 mw 1000000");
    put("power", "gigawatt 1000000000 gw 1000000000");
    put("memory", "byte 0.000000001 megabyte 0.001 mb 0.001 gigabyte 1 gb 1 terabyte 1000 tb 1000");
    put("speed", "kph 1 mph 1.609344");
  }

  private Units() {}

  private static void put(String measure, String sizes) {
    var words = sizes.split(" ");
    for (var i = 0; i < words.length; i += 2) {
      if (!measure.equals("count")) {
        STEMS.put(Stems.of(words[i]), words[i]);
      }
      UNITS.put(words[i].replace('-', ' '), new Unit(measure, new BigDecimal(words[i + 1])));
    }
  }

  /// Of what is weighed or measured, not of what is counted.
  static boolean isPhysical(String unit) {
    var known = UNITS.get(unit);
    return known != null && !known.measure().equals("count");
  }

  /// The unit whose name has this stem; empty when none has.
  static Optional<String> ofStem(String stem) {
    return Optional.ofNullable(STEMS.get(stem));
  }

  /// What a unit measures: the same for units of which one can be turned into the other.
  static String measure(String unit) {
    var known = UNITS.get(unit);
    return known == null ? unit : known.measure();
  }

  /// A value in another unit of the same measure.
  static BigDecimal in(BigDecimal value, String unit, String other) {
    var from = UNITS.get(unit);
    var to = UNITS.get(other);
    return from == null || to == null || unit.equals(other)
        ? value
        : value.multiply(from.size()).divide(to.size(), MathContext.DECIMAL64);
  }
}
