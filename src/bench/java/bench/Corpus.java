package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// Articles of about 600 words made from a seed, with the densities of news: about six quotes,
/// twelve claims, six figures, five dates and twenty-five names each. About twenty-five articles of
/// twenty outlets tell the same story, so that the same statement and the same amount come back in
/// other shapes; one article in ten is an edited copy of another of its story.
final class Corpus {

  private static final int OUTLETS = 20;
  private static final int WORDS = 590;
  private static final int STORIES_AT_ONCE = 40;
  private static final int ARTICLES_OF_A_STORY = 25;

  // of a hundred sentences, those up to here
  private static final int STATEMENTS = 9;
  private static final int CLAIMS = 16;
  private static final int AMOUNTS = 29;
  private static final int DAYS = 36;

  private final Random random;

  Corpus(long seed) {
    random = new Random(seed);
  }

  /// A story that is in the news, and how its articles read so far.
  private record Running(Story story, List<String> articles) {}

  /// Writes `count` text files into `folder`.
  void write(Path folder, int count) throws IOException {
    Files.createDirectories(folder);
    List<Running> running = new ArrayList<>();
    for (var i = 0; i < count; i++) {
      if (running.size() < STORIES_AT_ONCE) {
        running.add(new Running(new Story(random), new ArrayList<>()));
      }
      var one = running.get(random.nextInt(running.size()));
      var copies = i % 10 == 9 && !one.articles().isEmpty();
      var text =
          copies
              ? one.story().edited(one.articles().get(random.nextInt(one.articles().size())))
              : article(one.story());
      one.articles().add(text);
      if (one.articles().size() == ARTICLES_OF_A_STORY) {
        running.remove(one);
      }
      Files.writeString(
          folder.resolve(
              String.format(
                  Locale.ROOT,
                  "outlet-%02d_2025-%02d-%02d_%06d.txt",
                  i % OUTLETS,
                  1 + i % 6,
                  1 + i % 28,
                  i)),
          text);
    }
  }

  private String article(Story story) {
    var text = new StringBuilder(story.title()).append("\n\n");
    var words = 0;
    while (words < WORDS) {
      var paragraph = new StringBuilder();
      for (var s = 0; s < 3; s++) {
        paragraph.append(sentence(story)).append(' ');
      }
      words += paragraph.toString().split(" ").length;
      text.append(paragraph.toString().strip()).append("\n\n");
    }
    return text.toString();
  }

  private String sentence(Story story) {
    var n = random.nextInt(100);
    return n < STATEMENTS
        ? story.statement()
        : n < CLAIMS
            ? story.claim()
            : n < AMOUNTS ? story.amount() : n < DAYS ? story.day() : story.plain();
  }
}
