package bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// What happened, before anybody wrote it up: people, firms, statements, amounts and days that the
/// articles of a story share. Each article tells them its own way.
final class Story {

  private static final String[] FIRST =
      words(
          """
          Ada Tomas Mirela Jonas Priya Ingrid Leon Carla Viktor Noor Hanna Emeka Lucia Stefan Wanjiru
          Pavel Amira Declan Yuki Rosalind Mateo Freya Idris Katarina Samuel Odile Bogdan Leila Anders
          Miriam\
          """);
  private static final String[] LAST =
      words(
          """
          Hartwell Okonjo Brandt Sorel Lindqvist Mazur Petrov Dunne Castellan Ferreira Akintola
          Weatherby Novak Iwasaki Rahman Delacroix Thornbury Kovacs Mbeki Aldridge Szabo Quintana
          Halvorsen Pemberton Yilmaz Ostrowski Baptiste Grimaldi Tanaka Whitlock Zielinski Moreau\
          """);
  private static final String[] FIRM =
      words(
          """
          Northgate Halden Bluewater Corvin Atlas Meridian Kestrel Ironbridge Solway Tamarind Bellmark
          Fairhaven Redcliff Silverton Orchard Lantern Harrow Pinewood Castlegate Vesper\
          """);
  private static final String[] TRADE =
      words("Steel Energy Rail Foods Shipping Robotics Pharma Networks Capital Semiconductors");
  private static final String[] PLACE =
      words(
          "London Berlin Paris Tokyo Nairobi Toronto Madrid Sydney Warsaw Mumbai Chicago Lagos"
              + " Brussels Beijing Washington Oslo");
  private static final String[] ROLE =
      "chief executive,spokesman,finance director,senior analyst,union secretary,head of research"
          .split(",");
  private static final String[] NOUN =
      words(
          """
          plan contract report market price plant network court budget deal rule port model engine
          council permit merger loan audit harvest tariff pipeline\
          """);
  private static final String[] ADJECTIVE =
      words("new narrow public costly late modest regional joint former quiet risky overdue");
  private static final String[] ACT =
      words("delayed approved questioned measured rejected extended copied reviewed sold rebuilt");
  private static final String[] DAY = words("Monday Tuesday Wednesday Thursday Friday");
  private static final String[] MONTH = words("January February March April May June");
  private static final String[] CUE = words("said argued warned added insisted claimed");

  private final Random random;
  private final List<Person> people = new ArrayList<>();
  private final List<String> firms = new ArrayList<>();
  private final List<String> places = new ArrayList<>();
  private final List<Statement> statements = new ArrayList<>();
  private final List<Amount> amounts = new ArrayList<>();

  private record Person(String first, String last, String role, String firm) {
    String whole() {
      return first + " " + last;
    }
  }

  /// What one person said, in two halves.
  private record Statement(Person by, String first, String second) {}

  /// So many of something, as counted; outlets round it.
  private record Amount(String firm, int value, String day) {}

  Story(Random random) {
    this.random = random;
    for (var i = 0; i < 5; i++) {
      var firm = of(FIRM) + " " + of(TRADE);
      firms.add(firm);
      places.add(of(PLACE));
      people.add(new Person(of(FIRST), of(LAST), of(ROLE), firm));
    }
    for (var i = 0; i < 10; i++) {
      statements.add(
          new Statement(
              one(people),
              "the %s %s was %s before the %s could be %s"
                  .formatted(of(ADJECTIVE), of(NOUN), of(ACT), of(NOUN), of(ACT)),
              "we never saw a %s %s that the %s had not %s"
                  .formatted(of(ADJECTIVE), of(NOUN), of(NOUN), of(ACT))));
    }
    for (var i = 0; i < 8; i++) {
      amounts.add(
          new Amount(
              one(firms),
              1000 + random.nextInt(900_000),
              1 + random.nextInt(28) + " " + of(MONTH)));
    }
  }

  String title() {
    return "%s %s the %s %s in %s"
        .formatted(one(firms), of(ACT), of(ADJECTIVE), of(NOUN), one(places));
  }

  /// One telling of a statement: whole, cut, with a word changed, mixed, or in other words.
  String statement() {
    var said = one(statements);
    var by = said.by();
    var first = capital(said.first());
    return switch (random.nextInt(8)) {
      case 0, 1, 2 ->
          "“%s,” %s %s, %s of %s.".formatted(first, of(CUE), by.whole(), by.role(), by.firm());
      case 3 -> "“%s,” said %s. “%s.”".formatted(first, by.whole(), capital(said.second()));
      case 4 ->
          "“%s,” %s %s.".formatted(first.replaceFirst(" was ", " had been "), of(CUE), by.whole());
      case 5 ->
          "%s called it a matter in which “%s”, and left for %s."
              .formatted(by.whole(), said.second(), one(places));
      case 6 -> "%s told reporters that %s.".formatted(by.whole(), said.first());
      default -> "“%s,” %s told %s.".formatted(capital(said.second()), by.last(), one(firms));
    };
  }

  /// An assertion with a source, hedged or plain.
  String claim() {
    var by = one(people);
    return switch (random.nextInt(6)) {
      case 0 ->
          "According to %s, the %s %s may have been %s by %s in %s."
              .formatted(by.whole(), of(ADJECTIVE), of(NOUN), of(ACT), one(firms), one(places));
      case 1 ->
          "%s denied that %s had %s the %s.".formatted(one(firms), one(firms), of(ACT), of(NOUN));
      case 2 ->
          "%s said the %s was probably %s, although %s has not confirmed it."
              .formatted(by.last(), of(NOUN), of(ACT), one(firms));
      case 3 ->
          "People familiar with the matter believe that %s %s the %s of %s."
              .formatted(one(firms), of(ACT), of(NOUN), one(firms));
      case 4 ->
          "%s alleged that the %s in %s was %s."
              .formatted(by.whole(), of(NOUN), one(places), of(ACT));
      default ->
          "%s reported that %s will have the %s %s."
              .formatted(one(firms), by.whole(), of(NOUN), of(ACT));
    };
  }

  /// An amount as this outlet prints it: to the unit, rounded, or with its day.
  String amount() {
    var amount = one(amounts);
    var rounded = Math.max(1, Math.round(amount.value() / 10_000.0)) * 10;
    return switch (random.nextInt(5)) {
      case 0 ->
          "%s paid $%,d for the %s on %s 2025."
              .formatted(amount.firm(), amount.value(), of(NOUN), amount.day());
      case 1 ->
          "%s paid about $%d,000 for the %s in %s."
              .formatted(amount.firm(), rounded, of(NOUN), one(places));
      case 2 ->
          "Shares of %s fell %d per cent on %s."
              .formatted(amount.firm(), 1 + amount.value() % 19, of(DAY));
      case 3 ->
          "Nearly %,d workers of %s were named in the %s last week."
              .formatted(amount.value() / 10, amount.firm(), of(NOUN));
      default ->
          "The %s of %s rose by %d.%d million euros between %d and %d per cent."
              .formatted(
                  of(NOUN),
                  amount.firm(),
                  amount.value() % 90 + 1,
                  amount.value() % 10,
                  amount.value() % 7 + 1,
                  amount.value() % 7 + 9);
    };
  }

  String day() {
    return switch (random.nextInt(4)) {
      case 0 -> "The %s in %s ended on %s.".formatted(of(NOUN), one(places), of(DAY));
      case 1 ->
          "%s signed the %s on %d %s 2025."
              .formatted(one(firms), of(NOUN), 1 + random.nextInt(28), of(MONTH));
      case 2 -> "The %s was %s in late %s.".formatted(of(NOUN), of(ACT), of(MONTH));
      default -> "Two weeks later %s %s the %s.".formatted(one(firms), of(ACT), of(NOUN));
    };
  }

  /// A sentence without anything to find but perhaps a name.
  String plain() {
    return "The %s %s was %s while the %s of the %s %s remained with %s and the %s."
        .formatted(
            of(ADJECTIVE),
            of(NOUN),
            of(ACT),
            of(NOUN),
            of(ADJECTIVE),
            of(NOUN),
            random.nextInt(4) == 0 ? "its owner" : one(firms),
            of(NOUN));
  }

  /// An editor's hand: one word for another, nothing else.
  String edited(String text) {
    return text.replaceFirst(of(NOUN), of(NOUN)) + "\n\n" + plain() + " " + claim() + "\n";
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String[] words(String all) {
    return all.split("\\s+");
  }

  private String of(String[] words) {
    return words[random.nextInt(words.length)];
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
