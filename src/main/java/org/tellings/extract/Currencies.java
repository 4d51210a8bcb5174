package org.tellings.extract;

import java.util.Map;

/// Which money a word means; ISO 4217 where one country's is meant, else the plain word.
final class Currencies {

  private static final Map<String, String> BY_COUNTRY =
      Map.ofEntries(
          Map.entry("swedish crown", "SEK"),
          Map.entry("norwegian crown", "NOK"),
          Map.entry("danish crown", "DKK"),
          Map.entry("czech crown", "CZK"),
          Map.entry("icelandic crown", "ISK"),
          Map.entry("australian dollar", "AUD"),
          Map.entry("canadian dollar", "CAD"),
          Map.entry("singapore dollar", "SGD"),
          Map.entry("swiss franc", "CHF"),
          Map.entry("mexican peso", "MXN"),
          Map.entry("argentine peso", "ARS"),
          Map.entry("philippine peso", "PHP"),
          Map.entry("american dollar", "USD"),
          Map.entry("us dollar", "USD"),
          Map.entry("u.s. dollar", "USD"),
          Map.entry("british pound", "GBP"),
          Map.entry("egyptian pound", "EGP"),
          Map.entry("indian rupee", "INR"),
          Map.entry("pakistani rupee", "PKR"),
          Map.entry("turkish lira", "TRY"));

  private Currencies() {}

  /// Whether the word before a word for money says whose it is.
  static boolean isWhose(String country, String money) {
    return BY_COUNTRY.containsKey(country + " " + singular(money));
  }

  static String of(String country, String money) {
    return BY_COUNTRY.getOrDefault(country + " " + singular(money), money);
  }

  private static String singular(String money) {
    return switch (money) {
      case "krona", "kronor", "krone", "kroner", "koruna", "korunas" -> "crown";
      default -> money.endsWith("s") ? money.substring(0, money.length() - 1) : money;
    };
  }
}
