package org.tellings.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.tellings.model.Span;

/// An anchor ends exact, moved or lost, and never at other words.
final class AnchorTest {

  private static final long SEED = Long.getLong("anchor.seed", 20170223);

  private static final List<String> WORDS =
      List.of(
          "quay",
          "😀",
          "שלום",
          "مرحبا",
          "the",
          "kiln",
          "𝒌𝒌",
          "said",
          "e\u0301tage",
          "\r\n",
          "\n\n",
          "“We");

  private static final String TEXT =
      "😀 The quay closed.\r\nשלום. The quay closed again, and “nobody” was there.";

  private static Anchor anchor(String exact, String prefix, String suffix) {
    return new Anchor(exact, prefix, suffix, Optional.empty(), Optional.empty());
  }

  private static Anchor placed(String exact, long start, long end) {
    return new Anchor(exact, "", "", Optional.of(start), Optional.of(end));
  }

  private static Span span(String words) {
    return new Span(TEXT.indexOf(words), TEXT.indexOf(words) + words.length());
  }

  @Test
  void aPlaceInCodePointsOrUnitsIsExactWhereItsWordsStand() {
    assertEquals(new Anchor.Exact(new Span(3, 6)), placed("The", 2, 5).in(TEXT, false));
    assertEquals(new Anchor.Exact(new Span(3, 6)), placed("The", 3, 6).in(TEXT, false));
    assertEquals(new Anchor.Exact(new Span(3, 6)), placed("", 2, 5).in(TEXT, true));
    assertInstanceOf(Anchor.Lost.class, placed("", 2, 5).in(TEXT, false));
    assertInstanceOf(Anchor.Lost.class, placed("", 2, 5000).in(TEXT, true));
  }

  @Test
  void wordsAreFoundBetweenTheWordsThatStoodAroundThem() {
    assertEquals(
        new Anchor.Exact(new Span(TEXT.lastIndexOf("quay"), TEXT.lastIndexOf("quay") + 4)),
        anchor("quay", "שלום. The ", " closed again").in(TEXT, false));
    assertEquals(
        new Anchor.Moved(span("quay closed again")),
        anchor("quay closed again", "x The ", ", and").in(TEXT, false));
    assertEquals(
        new Anchor.Moved(span("closed.\r\nשלום")),
        anchor("closed. שלום", "The quay ", ". The").in(TEXT, false),
        "another page breaks lines elsewhere");
    assertEquals(
        new Anchor.Moved(span("“nobody” was")),
        anchor("\"nobody\" was", "and ", " there").in(TEXT, false));
  }

  @Test
  void whatCannotBeToldApartIsLost() {
    assertEquals(
        new Anchor.Lost("these words stand there 2 times"),
        anchor("The quay", "", "").in(TEXT, false));
    assertEquals(
        new Anchor.Lost("these words stand there, but between others"),
        anchor("nobody", "xyz", "xyz").in(TEXT, false));
    assertEquals(
        new Anchor.Lost("these words do not stand there"),
        anchor("nothing", "", "").in(TEXT, false));
    assertEquals(
        new Anchor.Moved(new Span(3, 11)),
        new Anchor("The quay", "", "", Optional.of(4L), Optional.of(12L)).in(TEXT, false),
        "the nearer of two");
  }

  /// Words put before and after, and line ends changed: each anchor is found on its own words.
  @Test
  void anchorsOfAnotherCopyLeadToTheSameWords() {
    var random = new Random(SEED);
    for (var round = 0; round < 2000; round++) {
      var words = new java.util.ArrayList<String>();
      for (var n = 3 + random.nextInt(30); n > 0; n--) {
        words.add(WORDS.get(random.nextInt(WORDS.size())) + (random.nextInt(3) == 0 ? n : ""));
      }
      var text = String.join(" ", words);
      var points = text.codePointCount(0, text.length());
      var from = random.nextInt(points);
      var to = from + 1 + random.nextInt(points - from);
      var span = new Span(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
      if (span.in(text).isBlank()) {
        continue;
      }
      var anchor =
          new Anchor(
              span.in(text),
              text.substring(Math.max(0, span.start() - 32), span.start()),
              text.substring(span.end(), Math.min(text.length(), span.end() + 32)),
              Optional.of((long) from),
              Optional.of((long) to));
      var when = "seed " + SEED + ", round " + round;
      assertEquals(new Anchor.Exact(span), anchor.in(text, false), when);
      var copy = "A note before 😀. " + text.replace("\r\n", "\n") + " And one after.";
      switch (anchor.in(copy, false)) {
        case Anchor.Exact e -> assertSame(span.in(text), e.span().in(copy), when);
        case Anchor.Moved m -> assertSame(span.in(text), m.span().in(copy), when);
        case Anchor.Lost _ -> {}
      }
    }
  }

  private static void assertSame(String wanted, String found, String when) {
    assertEquals(
        wanted.strip().replaceAll("\\s+", " "), found.strip().replaceAll("\\s+", " "), when);
  }
}
