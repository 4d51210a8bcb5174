package bench;

import java.time.LocalDate;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
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
          council permit merger loan audit harvest tariff pipeline bridge tunnel refinery orchard museum
          ferry reactor satellite vaccine clinic pension ballot treaty embargo strike lease auction patent
          warehouse turbine substation quarry dam reservoir timetable platform terminal runway hangar
          depot barge trawler cannery mill bakery dairy vineyard greenhouse nursery stable kennel aquarium
          library archive orchestra gallery cinema theatre festival parade stadium pitch league referee
          coach transfer injury stipend syllabus curriculum dormitory laboratory telescope sensor chip
          wafer server database browser firmware password ransom breach lawsuit verdict appeal subpoena
          injunction testimony jury parole curfew checkpoint convoy shelter blanket famine drought flood
          levee landslide wildfire avalanche glacier reef fishery hatchery beehive pesticide fertiliser
          silo tractor combine saddle wagon locomotive carriage signal junction viaduct roundabout bypass
          toll meter boiler radiator furnace chimney scaffold crane gantry girder rivet foundry kiln
          ceramic textile loom tannery brewery distillery cellar barrel label hallmark ingot bullion bond
          dividend coupon index futures hedge broker ledger invoice receipt refund voucher subsidy levy
          surcharge rebate quota licence charter bylaw quorum petition referendum manifesto cabinet
          ministry embassy consulate visa passport border customs lighthouse harbour pier jetty dredger\
          """);
  private static final String[] ADJECTIVE =
      words(
          """
          new narrow public costly late modest regional joint former quiet risky overdue ancient bitter
          brittle central coastal complex cramped crowded damp dense distant domestic draft dusty eastern
          elaborate emergency empty extra faint federal fragile frozen generous gloomy hasty heavy hidden
          hollow idle informal inland interim intricate larger leaking lengthy lesser lively local loose
          lower luxurious makeshift mature medical minor mobile moderate municipal mutual noisy northern
          notable obscure odd optional outer partial patchy permanent pilot portable private prompt proposed
          provincial rare rival robust rural rusty scarce secret senior separate shallow shared southern
          spare steep sturdy sudden swift temporary thorough tidal tiny tough transparent trial urban urgent
          vacant vague vast viable voluntary vulnerable western wooden worn\
          """);
  private static final String[] ACT =
      words(
          """
          delayed approved questioned measured rejected extended copied reviewed sold rebuilt abandoned
          absorbed accelerated adapted adjusted adopted advertised amended announced appraised assembled
          assessed auctioned balanced banned blocked boosted borrowed bought broadcast burned cancelled
          capped censored certified challenged checked cleaned closed collected combined commissioned
          concealed condemned converted corrected criticised damaged debated declared deferred defended
          demolished deployed designed detained discounted dismantled divided doubled drained dropped
          emptied endorsed enlarged evacuated examined excavated expanded exported faced filmed financed
          fined flooded forwarded funded guarded halted handled hired hosted imported improved inherited
          inspected installed insured isolated launched leaked leased lifted limited listed loaded lowered
          mapped marketed merged mocked modified monitored moved narrowed nominated obtained occupied
          offered opposed ordered outlawed overhauled painted patented pledged postponed praised printed
          privatised promoted protected published purged quoted raided raised ranked rationed recalled
          recorded recovered recycled reduced refused registered released relocated removed renamed rented
          repaired replaced rescued restored restricted resumed retired revealed revised rewarded ruined
          salvaged scrapped screened sealed searched seized settled shelved shipped shortened sketched
          smuggled sponsored staffed stored strengthened studied subsidised summarised supported suspended
          taxed tested toured traced traded transferred trimmed upgraded valued vetoed weighed withdrawn\
          """);
  private static final String[] DAY = words("Monday Tuesday Wednesday Thursday Friday");
  private static final String[] MONTH = words("January February March April May June");
  private static final String[] CUE = words("said argued warned added insisted claimed");

  private final Random random;
  private final String[] nouns;
  private final String[] adjectives;
  private final String[] acts;
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
    nouns = some(NOUN, 40);
    adjectives = some(ADJECTIVE, 25);
    acts = some(ACT, 25);
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
                  .formatted(of(adjectives), of(nouns), of(acts), of(nouns), of(acts)),
              "we never saw a %s %s that the %s had not %s"
                  .formatted(of(adjectives), of(nouns), of(nouns), of(acts))));
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
        .formatted(one(firms), of(acts), of(adjectives), of(nouns), one(places));
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
              .formatted(by.whole(), of(adjectives), of(nouns), of(acts), one(firms), one(places));
      case 1 ->
          "%s denied that %s had %s the %s.".formatted(one(firms), one(firms), of(acts), of(nouns));
      case 2 ->
          "%s said the %s was probably %s, although %s has not confirmed it."
              .formatted(by.last(), of(nouns), of(acts), one(firms));
      case 3 ->
          "People familiar with the matter believe that %s %s the %s of %s."
              .formatted(one(firms), of(acts), of(nouns), one(firms));
      case 4 ->
          "%s alleged that the %s in %s was %s."
              .formatted(by.whole(), of(nouns), one(places), of(acts));
      default ->
          "%s reported that %s will have the %s %s."
              .formatted(one(firms), by.whole(), of(nouns), of(acts));
    };
  }

  /// An amount as this outlet prints it: to the unit, rounded, or with its day.
  String amount() {
    var amount = one(amounts);
    var rounded = Math.max(1, Math.round(amount.value() / 10_000.0)) * 10;
    return switch (random.nextInt(5)) {
      case 0 ->
          "%s paid $%,d for the %s on %s 2025."
              .formatted(amount.firm(), amount.value(), of(nouns), amount.day());
      case 1 ->
          "%s paid about $%d,000 for the %s in %s."
              .formatted(amount.firm(), rounded, of(nouns), one(places));
      case 2 ->
          "Shares of %s fell %d per cent on %s."
              .formatted(amount.firm(), 1 + amount.value() % 19, of(DAY));
      case 3 ->
          "Nearly %,d workers of %s were named in the %s last week."
              .formatted(amount.value() / 10, amount.firm(), of(nouns));
      default ->
          "The %s of %s rose by %d.%d million euros between %d and %d per cent."
              .formatted(
                  of(nouns),
                  amount.firm(),
                  amount.value() % 90 + 1,
                  amount.value() % 10,
                  amount.value() % 7 + 1,
                  amount.value() % 7 + 9);
    };
  }

  String day() {
    return switch (random.nextInt(4)) {
      case 0 -> "The %s in %s ended on %s.".formatted(of(nouns), one(places), of(DAY));
      case 1 ->
          "%s signed the %s on %d %s 2025."
              .formatted(one(firms), of(nouns), 1 + random.nextInt(28), of(MONTH));
      case 2 -> "The %s was %s in late %s.".formatted(of(nouns), of(acts), of(MONTH));
      default -> "Two weeks later %s %s the %s.".formatted(one(firms), of(acts), of(nouns));
    };
  }

  /// A sentence without anything to find but perhaps a name.
  String plain() {
    var owner = random.nextInt(4) == 0 ? "its owner" : one(firms);
    return switch (random.nextInt(3)) {
      case 0 ->
          "The %s %s was %s while the %s of the %s %s remained with %s and the %s."
              .formatted(
                  of(adjectives),
                  of(nouns),
                  of(acts),
                  of(nouns),
                  of(adjectives),
                  of(nouns),
                  owner,
                  of(nouns));
      case 1 ->
          "In %s the %s %s of the %s %s %s, and with it the %s of %s."
              .formatted(
                  one(places),
                  of(adjectives),
                  of(nouns),
                  of(nouns),
                  of(acts),
                  of(adjectives),
                  of(nouns),
                  owner);
      default ->
          "The %s and the %s %s the %s %s before the %s of %s %s them."
              .formatted(
                  of(nouns),
                  of(nouns),
                  of(acts),
                  of(adjectives),
                  of(nouns),
                  of(nouns),
                  owner,
                  of(acts));
    };
  }

  /// Something that happened on a day, told so that every telling is right.
  record Happening(
      LocalDate day, String firm, String act, String adjective, String noun, String place) {}

  /// Of these days; each second one comes back on another day, so that two are alike.
  List<Happening> happenings(List<LocalDate> days) {
    List<Happening> all = new ArrayList<>();
    for (var day : days) {
      var before = all.isEmpty() ? null : all.getLast();
      all.add(
          before != null && all.size() % 5 == 0
              ? new Happening(
                  day,
                  before.firm(),
                  before.act(),
                  before.adjective(),
                  before.noun(),
                  before.place())
              : new Happening(day, one(firms), of(acts), of(adjectives), of(nouns), one(places)));
    }
    return all;
  }

  /// One telling in an article printed on a day, not before it.
  String told(Happening one, LocalDate printed) {
    var when = when(one.day(), printed);
    return switch (random.nextInt(3)) {
      case 0 ->
          "%s %s the %s %s in %s %s."
              .formatted(one.firm(), one.act(), one.adjective(), one.noun(), one.place(), when);
      case 1 ->
          "The %s %s in %s was %s by %s %s."
              .formatted(one.adjective(), one.noun(), one.place(), one.act(), one.firm(), when);
      default ->
          "%s %s %s the %s %s."
              .formatted(capital(when), one.firm(), one.act(), one.adjective(), one.noun());
    };
  }

  private String when(LocalDate day, LocalDate printed) {
    var month = day.getMonth().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    var weekday = day.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
    var ago = printed.toEpochDay() - day.toEpochDay();
    var part = day.getDayOfMonth() <= 10 ? "early" : day.getDayOfMonth() <= 20 ? "mid" : "late";
    return switch (random.nextInt(ago < 7 ? 8 : 5)) {
      case 0 -> "on %d %s".formatted(day.getDayOfMonth(), month);
      case 1 -> "on %s, %d %s %d".formatted(weekday, day.getDayOfMonth(), month, day.getYear());
      case 2 -> "on %d %s %d".formatted(day.getDayOfMonth(), month, day.getYear());
      case 3 -> "in %s %d".formatted(month, day.getYear());
      case 4 -> part.equals("mid") ? "in mid-" + month : "in %s %s".formatted(part, month);
      default -> "on " + weekday;
    };
  }

  /// An editor's hand: one word for another, nothing else.
  String edited(String text) {
    return text.replaceFirst(of(nouns), of(nouns)) + "\n\n" + plain() + " " + claim() + "\n";
  }

  private static String capital(String words) {
    return Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }

  private static String[] words(String all) {
    return all.split("\\s+");
  }

  /// The words of this story: each has its own.
  private String[] some(String[] words, int count) {
    var some = new ArrayList<>(List.of(words));
    Collections.shuffle(some, random);
    return some.subList(0, count).toArray(String[]::new);
  }

  private String of(String[] words) {
    return words[random.nextInt(words.length)];
  }

  private <T> T one(List<T> all) {
    return all.get(random.nextInt(all.size()));
  }
}
