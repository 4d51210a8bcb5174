package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Span;
import org.tellings.model.State;
import org.tellings.model.Summary;

/// A pack without text finds its places in other copies of the articles, and the articles cannot be
/// read from it.
final class HashedPackTest {

  private static final Progress QUIET = Progress.none();
  private static final long SEED = 20250131;
  private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");

  @TempDir Path folder;

  private Workbench open(String name) {
    return Workbench.open(folder.resolve(name), true, QUIET);
  }

  /// The sample articles with everything confirmed, every fifth finding coded, some passages too.
  private Workbench decided() {
    var workbench = open("one");
    workbench.add(List.of(Path.of("sample-articles")), QUIET);
    workbench.coder("AB");
    workbench.define(new Code("seen", 1));
    for (var article : workbench.articles()) {
      var ids = workbench.findings(article.id()).stream().map(Kept::id).toList();
      workbench.confirm(ids);
      List<FindingId> some = new ArrayList<>();
      for (var i = 0; i < ids.size(); i += 5) {
        some.add(ids.get(i));
      }
      workbench.code(some, "seen", true);
    }
    return workbench;
  }

  private Path pack(Workbench workbench) throws IOException {
    return Files.writeString(folder.resolve("bare.pack"), workbench.packWithoutText(QUIET));
  }

  private static List<String> words(String text) {
    return WORD.matcher(text).results().map(m -> m.group().toLowerCase(Locale.ROOT)).toList();
  }

  @Test
  void inALibraryOfTheSameTextsAllIsExact() throws IOException {
    try (var one = decided();
        var two = open("two")) {
      two.add(List.of(Path.of("sample-articles")), QUIET);
      two.coder("AB");
      var done = two.merging().merge(pack(one), false, QUIET).orElseThrow();
      assertEquals(List.of(), done.lost());
      assertEquals(List.of(), done.conflicts());
      assertEquals(List.of(), done.bad());
      assertEquals(0, done.moved());
      assertTrue(done.exact() > 1000, () -> done.exact() + " decisions");
      assertEquals(PackTest.standing(one.pack(QUIET)), PackTest.standing(two.pack(QUIET)));
      assertEquals(
          PackTest.standing(one.packWithoutText(QUIET)),
          PackTest.standing(two.packWithoutText(QUIET)));
      two.undo();
      assertEquals(0, two.tally().reviewed());
    }
  }

  /// The text as another program might take it from the page: a line before, one paragraph gone,
  /// plain quotation marks, a word changed here and there, what is around the article kept.
  private static Taken taken(String text, Random random) {
    var paragraphs = new ArrayList<>(List.of(text.split("\n\n")));
    var from = text.length();
    var to = text.length();
    if (paragraphs.size() > 4) {
      var gone = 1 + random.nextInt(paragraphs.size() - 2);
      from = String.join("\n\n", paragraphs.subList(0, gone)).length() + 2;
      to = from + paragraphs.remove(gone).length();
    }
    var out = new StringBuilder("Skip to the content of this page, dear reader\n\n");
    for (var paragraph : paragraphs) {
      out.append(
              paragraph
                  .replace('“', '"')
                  .replace('”', '"')
                  .replace('’', '\'')
                  .replace(" — ", " - "))
          .append("\n\n");
      if (random.nextInt(6) == 0) {
        out.append("Share this story with your friends\n\n");
      }
    }
    return new Taken(out.toString().replaceFirst(" the ", " this ").strip(), from, to);
  }

  /// Such a text, and from where to where the paragraph stood that is gone.
  private record Taken(String text, int from, int to) {
    boolean has(Span span) {
      return span.end() <= from || span.start() >= to;
    }
  }

  @Test
  void inCopiesTakenOtherwiseFromTheSamePagesNearlyAllIsFoundAndNothingWrongly()
      throws IOException {
    var random = new Random(SEED);
    try (var one = decided();
        var two = open("two")) {
      var in = Files.createDirectories(folder.resolve("in"));
      Map<String, Article> was = new HashMap<>();
      Map<String, Taken> gone = new HashMap<>();
      for (var article : one.articles()) {
        var a = one.article(article.id()).orElseThrow();
        var text = taken(a.text(), random);
        Files.writeString(
            in.resolve(a.id() + ".txt"),
            "The same page, by another program\n\n" + text.text() + "\n");
        was.put(a.id() + ".txt", a);
        gone.put(a.id() + ".txt", text);
      }
      two.add(List.of(in), QUIET);
      var done = two.merging().merge(pack(one), false, QUIET).orElseThrow();
      assertEquals(List.of(), done.bad());
      // what stood in a paragraph that is gone cannot be found
      var could = 0;
      for (var article : one.articles()) {
        var file = article.id() + ".txt";
        var copy = Objects.requireNonNull(gone.get(file));
        var here = words(copy.text());
        for (var kept : one.findings(article.id())) {
          var text = kept.id().span().in(Objects.requireNonNull(was.get(file)).text());
          could +=
              copy.has(kept.id().span())
                      && java.util.Collections.indexOfSubList(here, words(text)) >= 0
                  ? 1 + kept.codes().size()
                  : 0;
        }
      }
      var found = done.exact() + done.moved();
      assertTrue(
          found >= 0.98 * could,
          found + " of " + could + "; " + done.lost().stream().map(w -> w.words()).toList());
      var wrong = new ArrayList<String>();
      for (var article : two.articles()) {
        var text = two.article(article.id()).orElseThrow().text();
        var before = Objects.requireNonNull(was.get(article.file()));
        var originals = new HashSet<List<String>>();
        one.findings(before.id())
            .forEach(k -> originals.add(words(k.id().span().in(before.text()))));
        for (var kept : two.findings(article.id())) {
          if (kept.state() == State.CONFIRMED
              && !originals.contains(words(kept.id().span().in(text)))) {
            wrong.add(article.file() + " " + kept.id().span().in(text));
          }
        }
      }
      assertEquals(List.of(), wrong);
    }
  }

  @Test
  void theArticleOfAnotherAddressIsNotTakenForIt() throws IOException {
    var text =
        "The council said on Monday that the old weir below the bridge would be rebuilt within two"
            + " years, and that nobody had asked the people who live beside it what they wanted."
            + " “We shall dredge the harbour first,” said Ada Reed, who has led it since spring.";
    page("one.html", "https://www.echo.example/weir?utm_source=x", text + " It costs $3m.");
    page("two.html", "https://other.example/weir", text + " It will cost $3m, they say.");
    page("three.html", "http://echo.example/weir/", "Updated at noon. " + text + " It costs $3m.");
    try (var one = open("one");
        var two = open("two")) {
      one.add(List.of(folder.resolve("one.html")), QUIET);
      var id = one.articles().getFirst().id();
      assertFalse(one.article(id).orElseThrow().heading().url().isEmpty());
      one.confirm(one.findings(id).stream().map(Kept::id).toList());
      var count = one.findings(id).size();
      two.add(List.of(folder.resolve("two.html")), QUIET);
      var done = two.merging().merge(pack(one), false, QUIET).orElseThrow();
      assertEquals(0, done.taken());
      assertEquals(count, done.lost().size());
      assertTrue(
          done.lost().getFirst().words().endsWith("is here only from another address"),
          done.lost()::toString);
      two.add(List.of(folder.resolve("three.html")), QUIET);
      assertTrue(two.history().getFirst().words().startsWith("Attached " + count + " decisions"));
      assertEquals(List.of(), two.merging().waiting());
      var three = two.resolve("three.html").orElseThrow();
      assertEquals(
          count, two.findings(three).stream().filter(k -> k.state() == State.CONFIRMED).count());
    }
  }

  @Test
  void anAnchorWithNumbersThatNoTextHasIsNamedAndTheRestIsKept() throws IOException {
    try (var one = open("one");
        var two = open("two")) {
      var text =
          "Ada Ortiz said on Monday that the weir had cost 5 million crowns and not a crown more.";
      page("one.html", "https://a.example/weir", text);
      page("two.html", "https://a.example/weir", "By our staff. " + text);
      one.add(List.of(folder.resolve("one.html")), QUIET);
      two.add(List.of(folder.resolve("two.html")), QUIET);
      var ids = one.findings(one.resolve("one.html").orElseThrow()).stream().map(Kept::id).toList();
      one.confirm(ids);
      var lines = Files.readAllLines(pack(one));
      var anchors = new ArrayList<Integer>();
      for (var i = 0; i < lines.size(); i++) {
        if (lines.get(i).contains("\"anchors\"") && !lines.get(i).startsWith("{\"gone\":")) {
          anchors.add(i);
        }
      }
      assertTrue(anchors.size() > 3, () -> String.join("\n", lines));
      var all = two.merging().merge(pack(one), true, QUIET).orElseThrow();
      assertEquals(anchors.size(), all.taken());
      var numbers = Pattern.compile("\\[\\d+,\\d+,-?\\d+,-?\\d+,\\d+]");
      var bad =
          List.of("[1,-3,0,0,#]", "[1,-30,0,0,#]", "[-1,2,0,0,#]", "[2147483647,2147483647,0,0,#]");
      for (var n = 0; n < bad.size(); n++) {
        var at = anchors.get(n);
        for (var check = 0; check < 256; check++) { // one of them is the check of no words
          lines.add(
              numbers
                  .matcher(lines.get(at))
                  .replaceAll(bad.get(n).replace("#", Integer.toString(check))));
        }
        lines.set(at, lines.getLast());
      }
      var file = Files.write(folder.resolve("bad.pack"), lines);
      var done = two.merging().merge(file, false, QUIET).orElseThrow();
      assertEquals(anchors.size() - bad.size(), done.taken());
      assertEquals(bad.size() * 257, done.bad().size());
      var where = "line " + (anchors.getFirst() + 1) + ": ";
      assertTrue(
          done.bad().stream()
              .anyMatch(b -> b.startsWith(where) && b.contains("numbers that no text has")),
          done.bad()::toString);
    }
  }

  private void page(String name, String url, String text) throws IOException {
    Files.writeString(
        folder.resolve(name),
        "<html><head><title>The weir</title><link rel=\"canonical\" href=\""
            + url
            + "\"></head><body><article><h1>The weir</h1><p>"
            + text
            + "</p></article></body></html>");
  }

  // -- it cannot be read --

  @Test
  void noEightWordsInARowOfAnArticleStandInIt() throws IOException {
    try (var one = decided()) {
      var pack = words(Files.readString(pack(one)));
      Set<List<String>> rows = new HashSet<>();
      for (var i = 0; i + 8 <= pack.size(); i++) {
        rows.add(pack.subList(i, i + 8));
      }
      for (var article : one.articles()) {
        var text = words(one.article(article.id()).orElseThrow().text());
        for (var i = 0; i + 8 <= text.size(); i++) {
          var row = text.subList(i, i + 8);
          assertFalse(rows.contains(row), () -> article.file() + ": " + row);
        }
      }
    }
  }

  /// Who has every word of all articles, and even knows seven words in a row, learns no further
  /// word but the last of a block that these are the first seven of.
  @Test
  void whoKnowsAPassageCannotReadOn() throws IOException {
    var random = new Random(SEED);
    try (var one = decided()) {
      var pack = Files.readString(pack(one));
      var salt =
          pack.lines().findFirst().orElseThrow().replaceFirst(".*\"salt\":\"(\\w+)\".*", "$1");
      Set<String> hashes = new HashSet<>();
      Pattern.compile("\"(?<hash>[\\w-]{8})\"")
          .matcher(pack)
          .results()
          .forEach(m -> hashes.add(m.group("hash")));
      Set<String> vocabulary = new HashSet<>();
      Map<ArticleId, List<String>> texts = new HashMap<>();
      Set<List<String>> begun = new HashSet<>();
      for (Summary article : one.articles()) {
        var text = words(one.article(article.id()).orElseThrow().text());
        texts.put(article.id(), text);
        for (var from = 0; from + 8 <= text.size(); from += 8) {
          begun.add(text.subList(from, from + 7));
        }
        vocabulary.addAll(text);
      }
      var tried = 0;
      for (var text : texts.values()) {
        for (var n = 0; n < 4; n++) {
          var from = random.nextInt(Math.max(1, text.size() - 8));
          if (from + 8 > text.size() || begun.contains(text.subList(from, from + 7))) {
            continue; // the last word of a block whose first seven are known can be guessed
          }
          var known = String.join(" ", text.subList(from, from + 7));
          for (var word : vocabulary) {
            tried++;
            var guess = new Fingerprint(salt, known + " " + word).block(0);
            assertFalse(hashes.contains(guess), () -> known + " " + word);
          }
        }
      }
      assertTrue(tried > 100_000, "too few guesses: " + tried);
    }
  }

  @Test
  void aPlaceIsFoundAgainWhereWordsWereChangedBesideIt() {
    var text =
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
            + " sixteen seventeen eighteen nineteen twenty";
    var print = new Fingerprint("s", text);
    var at = text.indexOf("ten eleven");
    var anchor = print.anchor(new Span(at, at + 10)).orElseThrow();
    for (var changed :
        List.of(
            text,
            "And so: " + text,
            text.replace("eight nine", "eight NINE"),
            text.replace("nine ten", "nought ten"),
            text.replace("twelve", "dozen"),
            text.replace("twelve", "a dozen"))) {
      var there = new Fingerprint("s", changed);
      var found = there.find(anchor, there.aligned(print.blocks()));
      assertEquals("ten eleven", found.orElseThrow().in(changed), changed);
    }
    var other = new Fingerprint("s", text.replace("eleven", "many"));
    assertTrue(other.find(anchor, other.aligned(print.blocks())).isEmpty());
  }
}
