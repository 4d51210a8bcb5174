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
          Map.entry("turkish lira", "TRY"),
          Map.entry("chinese yuan", "CNY"),
          Map.entry("japanese yen", "JPY"),
          Map.entry("israeli shekel", "ILS"),
          Map.entry("russian ruble", "RUB"),
          Map.entry("russian rouble", "RUB"),
          Map.entry("malaysian ringgit", "MYR"));

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

  /// ISO 4217 of a sign or a word.
  static String code(String mark) {
    return switch (mark) {
      case "£", "pound", "pounds", "gbp" -> "GBP";
      case "€", "euro", "euros", "eur" -> "EUR";
      case "¥", "yuan", "rmb", "cny", "renminbi" -> "CNY";
      case "kuna" -> "HRK";
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
}
