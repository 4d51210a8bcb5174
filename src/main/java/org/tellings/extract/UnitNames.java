package org.tellings.extract;

import java.util.Map;
import java.util.Set;

/// The names of units for one of each: `mile` of miles, `km` of kilometres.
final class UnitNames {

  private static final Set<String> TIMES =
      Set.of(
          "second",
          "minute",
          "hour",
          "day",
          "week",
          "fortnight",
          "month",
          "year",
          "decade",
          "century");

  private static final Map<String, String> SHORT =
      Map.ofEntries(
          Map.entry("h", "hour"),
          Map.entry("hr", "hour"),
          Map.entry("s", "second"),
          Map.entry("sec", "second"),
          Map.entry("min", "minute"),
          Map.entry("yr", "year"),
          Map.entry("sqm", "square metre"),
          Map.entry("sqft", "square foot"),
          Map.entry("m2", "square metre"),
          Map.entry("cm2", "square cm"),
          Map.entry("km2", "square km"),
          Map.entry("ft2", "square foot"),
          Map.entry("m3", "cubic metre"));

  /// What “a” or “an” before it makes a rate of, besides times: “$5 a share”.
  private static final Set<String> SOLD =
      Set.of(
          "barrel",
          "gallon",
          "ounce",
          "tonne",
          "ton",
          "pound",
          "kilo",
          "kilogram",
          "litre",
          "liter",
          "share",
          "head",
          "person",
          "night",
          "mile",
          "kilometre",
          "kilometer",
          "metre",
          "meter",
          "bottle",
          "ticket",
          "game",
          "bushel",
          "acre",
          "hectare",
          "pint",
          "unit",
          "piece");

  private UnitNames() {}

  static boolean isTime(String name) {
    return TIMES.contains(name);
  }

  /// Whether “a” before it may tell a rate.
  static boolean isRate(String noun) {
    return TIMES.contains(noun) || SOLD.contains(noun);
  }

  /// The name of what stands behind a stroke or “per”.
  static String divisor(String word) {
    return SHORT.getOrDefault(word, singular(word));
  }

  /// A unit for each of another; speeds have names of their own.
  static String rate(String unit, String divisor) {
    if (divisor.equals("hour") && unit.equals("mile")) {
      return "mph";
    }
    return divisor.equals("hour") && unit.equals("km") ? "kph" : unit + " per " + divisor;
  }

  /// The name of a unit for one of it.
  static String singular(String unit) {
    return switch (unit) {
      case "feet", "ft" -> "foot";
      case "inches" -> "inch";
      case "centuries" -> "century";
      case "params", "param" -> "parameter";
      case "gpu-hours" -> "hour";
      case "kilometres", "kilometers", "kilometer", "kilometre", "kms" -> "km";
      case "kilograms", "kilogram", "kilos", "kgs" -> "kg";
      case "millimetres", "millimeters" -> "mm";
      case "centimetres", "centimeters" -> "cm";
      case "metres", "meters", "meter", "m" -> "metre";
      case "micrometres", "micrometers", "μm", "µm", "microns" -> "micrometre";
      case "nanometres", "nanometers", "nanometer" -> "nanometre";
      case "milligrams", "mg" -> "milligram";
      case "lb", "lbs" -> "pound";
      case "°", "degrees", "deg" -> "degree";
      case "c", "degc" -> "celsius";
      case "f", "degf" -> "fahrenheit";
      case "litres", "liters", "liter", "l" -> "litre";
      case "millilitres", "milliliters" -> "ml";
      case "horsepower", "bhp" -> "hp";
      case "m.p.h" -> "mph";
      case "mpg" -> "mile per gallon";
      case "ppm" -> "part per million";
      case "ppb" -> "part per billion";
      case "ppg" -> "point per game";
      case "rpg" -> "rebound per game";
      case "apg" -> "assist per game";
      case "pence" -> "penny";
      case "gigapascals", "gpa" -> "gigapascal";
      case "kilovolts", "kv" -> "kilovolt";
      case "decibels", "db" -> "decibel";
      case "kilohertz" -> "khz";
      case "hertz" -> "hz";
      case "celsius", "lb-ft" -> unit;
      default ->
          unit.length() > 3 && unit.endsWith("s") ? unit.substring(0, unit.length() - 1) : unit;
    };
  }
}
