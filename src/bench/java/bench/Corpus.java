package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/// Articles of about 600 words made from a seed, with the densities of news: per article about six
/// quotes, six figures, five dates; one in ten is an edited copy of an earlier one.
final class Corpus {

  private static final String[] FIRST = {
    "Ada", "Tomas", "Mirela", "Jonas", "Priya", "Ingrid", "Leon", "Carla", "Viktor", "Noor"
  };
  private static final String[] LAST = {
    "Hartwell",
    "Okonjo",
    "Brandt",
    "Sorel",
    "Lindqvist",
    "Mazur",
    "Petrov",
    "Dunne",
    "Castellan",
    "Ferreira"
  };
  private static final String[] FIRM = {
    "Northgate Steel",
    "Halden Energy",
    "Bluewater Rail",
    "OpenAI",
    "DeepSeek",
    "Nvidia",
    "Corvin Foods",
    "Atlas Shipping"
  };
  private static final String[] ROLE = {
    "chief executive",
    "spokesman",
    "finance director",
    "senior analyst",
    "union secretary",
    "minister"
  };
  private static final String[] VERB = {
    "said", "told reporters", "argued", "warned", "added", "insisted"
  };
  private static final String[] DAY = {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday"};
  private static final String[] MONTH = {"January", "February", "March", "April", "May", "June"};
  private static final String[] NOUN = {
    "plan",
    "contract",
    "report",
    "market",
    "price",
    "plant",
    "network",
    "court",
    "budget",
    "deal",
    "rule",
    "port",
    "model",
    "engine",
    "river",
    "council"
  };
  private static final String[] ADJECTIVE = {
    "new", "narrow", "public", "costly", "late", "modest", "regional", "joint", "former", "quiet"
  };
  private static final String[] ACT = {
    "delayed",
    "approved",
    "questioned",
    "measured",
    "rejected",
    "extended",
    "copied",
    "reviewed",
    "sold",
    "rebuilt"
  };

  private final Random random;

  Corpus(long seed) {
    random = new Random(seed);
  }

  /// Writes `count` text files into `folder`.
  void write(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    List<String> recent = new ArrayList<>();
    for (var i = 0; i < count; i++) {
      var text = i % 10 == 9 ? edited(recent.get(random.nextInt(recent.size()))) : article();
      if (recent.size() < 200) {
        recent.add(text);
      } else {
        recent.set(random.nextInt(200), text);
      }
      Files.writeString(
          folder.resolve(
              "outlet-%02d_2025-%02d-%02d_%06d.txt".formatted(i % 20, 1 + i % 6, 1 + i % 28, i)),
          text);
    }
  }

  private String edited(String text) {
    return text.replaceFirst(of(NOUN), of(NOUN)) + "\n\n" + plain() + " " + plain() + "\n";
  }

  private String article() {
    var text = new StringBuilder();
    text.append(of(FIRM))
        .append(' ')
        .append(of(ACT))
        .append(" the ")
        .append(of(ADJECTIVE))
        .append(' ')
        .append(of(NOUN))
        .append(' ')
        .append(random.nextInt(100000))
        .append("\n\n");
    var words = 0;
    while (words < 590) {
      var paragraph = new StringBuilder();
      for (var s = 0; s < 3; s++) {
        paragraph.append(sentence()).append(' ');
      }
      words += paragraph.toString().split(" ").length;
      text.append(paragraph.toString().trim()).append("\n\n");
    }
    return text.toString();
  }

  private String sentence() {
    return switch (random.nextInt(10)) {
      case 0, 1 ->
          "“The "
              + of(ADJECTIVE)
              + " "
              + of(NOUN)
              + " was "
              + of(ACT)
              + " before the "
              + of(NOUN)
              + " could be "
              + of(ACT)
              + ",” "
              + of(VERB)
              + " "
              + of(FIRST)
              + " "
              + of(LAST)
              + ", "
              + of(ROLE)
              + " of "
              + of(FIRM)
              + ".";
      case 2 ->
          of(FIRST)
              + " "
              + of(LAST)
              + " said that the "
              + of(NOUN)
              + " may have been "
              + of(ACT)
              + " on "
              + of(DAY)
              + ".";
      case 3 ->
          "Shares of "
              + of(FIRM)
              + " fell "
              + (1 + random.nextInt(20))
              + " per cent, erasing about $"
              + (1 + random.nextInt(900))
              + "bn, on "
              + (1 + random.nextInt(28))
              + " "
              + of(MONTH)
              + " 2025.";
      case 4 ->
          "Nearly "
              + (2 + random.nextInt(90))
              + ",000 workers were named in the "
              + of(NOUN)
              + " that "
              + of(FIRM)
              + " "
              + of(ACT)
              + " last week.";
      default -> plain();
    };
  }

  private String plain() {
    return "The "
        + of(ADJECTIVE)
        + " "
        + of(NOUN)
        + " was "
        + of(ACT)
        + " while the "
        + of(NOUN)
        + " of the "
        + of(ADJECTIVE)
        + " "
        + of(NOUN)
        + " remained with "
        + of(FIRM)
        + " and the "
        + of(NOUN)
        + ".";
  }

  private String of(String[] words) {
    return words[random.nextInt(words.length)];
  }
}
