package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.timeline.StoryPage;

/// The sample articles come with decisions, so that reading mode is full at the first start.
final class SampleStoryTest {

  private static final Path SAMPLES = Path.of("sample-articles");
  private static final Progress QUIET = Progress.none();

  @TempDir Path folder;

  private Workbench samples() {
    var workbench = Workbench.open(folder.resolve("library"), true, QUIET);
    workbench.add(List.of(SAMPLES), QUIET);
    return workbench;
  }

  @Test
  void thePackAttachesWhollyToWhatTheMachineReadsNow() throws IOException {
    var pack = SAMPLES.resolve("decisions.pack");
    try (var workbench = samples()) {
      var done = workbench.takeIn(pack);
      assertEquals(List.of(), done.left());
      assertEquals(List.of(), done.unfound(), "the machine does not find these any more");
      assertEquals(
          PackTest.standing(Files.readString(pack)),
          PackTest.standing(workbench.pack(QUIET)),
          "written again it is the same");
      assertTrue(workbench.undo().orElseThrow().contains("decisions.pack"));
      assertEquals(0, workbench.tally().reviewed());
    }
  }

  @Test
  void theSampleLibraryTakesThemInWhenItIsMadeAndNotAgain() {
    var home = System.getProperty("user.home");
    System.setProperty("user.home", folder.toString());
    try {
      // where the environment names the folder, the library there is not ours to open
      assumeTrue(Workbench.sampleFolder().startsWith(folder));
      try (var workbench = Workbench.openSample(SAMPLES, QUIET)) {
        assertTrue(workbench.story().story(QUIET).orElseThrow().pages().size() >= 20);
        assertEquals(2, workbench.history().size());
        workbench.undo();
      }
      try (var workbench = Workbench.openSample(SAMPLES, QUIET)) {
        assertEquals(0, workbench.story().story(QUIET).orElseThrow().pages().size());
      }
    } finally {
      System.setProperty("user.home", home);
    }
  }

  @Test
  void theStoryIsFullAndEverySentenceOpensCharacters() {
    try (var workbench = samples()) {
      workbench.takeIn(SAMPLES.resolve("decisions.pack"));
      var story = workbench.story().story(QUIET).orElseThrow();
      var pages = story.pages();
      assertTrue(pages.size() >= 20, "only " + pages.size());
      assertEquals(List.of(), story.loose());
      assertTrue(pages.getFirst().when().from().getYear() >= 2025);
      for (var page : pages) {
        assertTrue(page.words() >= 10, page.title() + " is short");
        assertTrue(page.title().length() <= 48, page.title());
        assertTrue(
            page.body().getFirst().getFirst().byHand(), page.title() + " has no written sentence");
        for (var line : page.lines()) {
          for (var cite : line.cites()) {
            var kept = workbench.finding(cite.at()).orElseThrow();
            assertTrue(kept.isReviewed(), () -> cite + " is not confirmed");
          }
        }
      }
      assertTrue(
          pages.stream()
                  .filter(
                      page ->
                          page.sources().stream().map(StoryPage.Source::outlet).distinct().count()
                              > 1)
                  .count()
              >= 12,
          "few pages rest on several outlets");
      assertTrue(pages.stream().filter(page -> !page.terms().isEmpty()).count() >= 10);
      assertTrue(pages.stream().filter(page -> !page.differing().isEmpty()).count() >= 4);
    }
  }

  @Test
  void aNewLibrarySaysWhatToConfirm() {
    try (var workbench = samples()) {
      assertEquals(List.of(), workbench.story().story(QUIET).orElseThrow().pages());
      var suggested = workbench.story().suggested(QUIET);
      assertEquals(5, suggested.size());
      assertTrue(suggested.getFirst().title().contains("Nvidia"), suggested.getFirst().title());
      var dates = suggested.getFirst().tellings();
      workbench.confirm(List.of(dates.getFirst().dating().kept().id()));
      assertEquals(1, workbench.story().story(QUIET).orElseThrow().pages().size());
    }
  }

  @Test
  void theGlossaryOfTheLibraryTakesThePlaceOfTheProgramsOwn() throws IOException {
    try (var workbench = samples()) {
      workbench.takeIn(SAMPLES.resolve("decisions.pack"));
      assertEquals(false, workbench.story().glossary().isOwn());
      var file = workbench.story().ownGlossary();
      assertEquals(List.of(), workbench.story().glossary().problems());
      Files.writeString(file, "Nvidia: A maker of chips.\nno colon here\n");
      var terms = workbench.story().glossary();
      assertTrue(terms.isOwn());
      assertEquals(1, terms.problems().size());
      assertTrue(terms.problems().getFirst().startsWith("line 2: "), terms.problems()::toString);
      assertTrue(
          workbench.story().story(QUIET).orElseThrow().pages().stream()
              .flatMap(page -> page.terms().stream())
              .allMatch(term -> term.word().equals("Nvidia")));
      Files.write(file, new byte[] {(byte) 0xff, (byte) 0xfe, 'x'});
      assertTrue(workbench.story().glossary().problems().getFirst().contains("UTF-8"));
    }
  }

  @Test
  void printedItIsOnePageOfHtmlThatLeansOnNothing() {
    try (var workbench = samples()) {
      workbench.takeIn(SAMPLES.resolve("decisions.pack"));
      var story = workbench.story().story(QUIET).orElseThrow();
      var html = workbench.story().written(story, "html");
      assertEquals(story.pages().size(), html.split("<section ", -1).length - 1);
      assertTrue(!html.contains("<script") && !html.contains("src=") && !html.contains("@import"));
      for (var anchor :
          java.util.regex.Pattern.compile("href=\"#([^\"]+)\"").matcher(html).results().toList()) {
        assertTrue(html.contains("id=\"" + anchor.group(1) + "\""), anchor.group(1));
      }
      assertEquals(story.pages().size(), workbench.story().written(story, "jsonl").lines().count());
    }
  }
}
