package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What the palette offers, and what it does.
final class PaletteScreenTest extends OnThreeArticles {

  @Test
  void thePaletteGoesToAnArticleByAPartOfItsHeadline() throws IOException {
    try (var screen = opened()) {
      screen.press(KeyCode.K, false, true, false);
      TextField palette = screen.find("#palette");
      screen.act(() -> palette.setText("ferry"));
      ListView<?> offers =
          Screen.get(() -> (ListView<?>) screen.frame.lookup(".palette .list-view"));
      assertTrue(
          offers.getItems().toString().contains("The ferry"), () -> offers.getItems().toString());
      screen.press(KeyCode.ENTER);
      assertEquals(1, Screen.get(() -> screen.frame.lookupAll(".inspector").size()));
    }
  }

  private static List<String> offered(Screen screen) {
    return Screen.get(
        () ->
            ((ListView<?>) screen.frame.lookup(".palette .list-view"))
                .getItems().stream().map(Object::toString).toList());
  }

  private static void palette(Screen screen, String words) {
    TextField palette = screen.find("#palette");
    screen.act(() -> palette.setText(words));
  }

  @Test
  void onlyARowOfThePaletteIsClickedNotItsHeading() throws IOException {
    try (var screen = opened()) {
      screen.press(KeyCode.K, false, true, false);
      palette(screen, "ferry");
      click(screen, screen.find(".palette .section"), false);
      click(screen, screen.find(".palette .list-view"), false);
      assertEquals(1, Screen.get(() -> screen.frame.lookupAll("#palette").size()));
      click(screen, screen.find(".palette .list-cell .row"), false);
      assertEquals(0, Screen.get(() -> screen.frame.lookupAll("#palette").size()));
      assertEquals(1, Screen.get(() -> screen.frame.lookupAll(".inspector").size()));
    }
  }

  @Test
  void aHintOfThePaletteDoesNothing() throws IOException {
    try (var screen = opened()) {
      screen.press(KeyCode.K, false, true, false);
      palette(screen, ":");
      assertEquals(1, offered(screen).size());
      screen.press(KeyCode.ENTER);
      assertEquals(1, Screen.get(() -> screen.frame.lookupAll("#palette").size()));
    }
  }

  @Test
  void aSpeakersNameOffersWhatTheySaid() throws IOException {
    try (var screen = opened()) {
      screen.press(KeyCode.K, false, true, false);
      palette(screen, "ortiz");
      var offered = offered(screen).toString();
      assertTrue(offered.contains("1 article, 1 quote"), offered);
      assertTrue(offered.contains("The bridge is safe,"), offered);
      assertEquals("Ortiz", words(screen, ".palette .label.found").getFirst());
      palette(screen, "#");
      assertTrue(offered(screen).stream().noneMatch(o -> o.contains("Articles")));
    }
  }

  @Test
  void thePaletteKeepsItsRowsUntilTheAnswerComesAndEnterWaitsForIt() throws IOException {
    opened().close();
    var later = new ArrayDeque<Runnable>();
    var hold = new AtomicBoolean();
    try (var screen =
        Screen.on(
            folder.resolve("library"),
            work -> {
              if (hold.get()) {
                later.add(work);
              } else {
                work.run();
              }
            })) {
      screen.press(KeyCode.K, false, true, false);
      var before = offered(screen);
      hold.set(true);
      palette(screen, "ferry");
      assertEquals(before, offered(screen));
      screen.press(KeyCode.ENTER);
      assertEquals(1, Screen.get(() -> screen.frame.lookupAll("#palette").size()));
      hold.set(false);
      screen.act(() -> later.forEach(Runnable::run));
      assertEquals(0, Screen.get(() -> screen.frame.lookupAll("#palette").size()));
      assertEquals(1, Screen.get(() -> screen.frame.lookupAll(".inspector").size()));
    }
  }

  /// Two outlets quote Ada Ortiz under her whole name, a third under the last alone.
  private Screen quoted() throws IOException {
    article("four.md", "The toll", "Quay Test", "“The toll goes up,” said Ada Ortiz on Monday.");
    article("five.md", "The pier", "Pier Test", "“The pier stays open,” said Ms Ortiz on Friday.");
    return opened();
  }

  private static String beside(Screen screen, String words) {
    return offered(screen).stream().filter(o -> says(o, words)).findFirst().orElse("none");
  }

  private static boolean says(String offer, String words) {
    return offer.replaceFirst("(?s).*?words=", "").startsWith(words);
  }

  /// Runs what is offered with these words by going down to it.
  private static void run(Screen screen, String words) {
    var all = offered(screen);
    for (var i = 0; i < all.size() && !says(all.get(i), words); i++) {
      screen.press(KeyCode.DOWN);
    }
    screen.press(KeyCode.ENTER);
  }

  @Test
  void allThatASpeakerSaysIsCompared() throws IOException {
    try (var screen = quoted()) {
      screen.press(KeyCode.K, false, true, false);
      palette(screen, "ada ortiz");
      assertTrue(beside(screen, "Compare every article").contains("beside=2 articles"));
      run(screen, "Compare every article that quotes Ada Ortiz");
      assertEquals(2, screen.workbench().setting("compare").orElse("").split(" ").length);
      assertEquals(0, Screen.get(() -> screen.frame.lookupAll("#palette").size()));
    }
  }

  @Test
  void allThatASpeakerSaysIsReviewed() throws IOException {
    try (var screen = quoted()) {
      screen.press(KeyCode.K, false, true, false);
      palette(screen, "ada ortiz");
      assertTrue(beside(screen, "Review all 2 quotes").contains("beside=2 not reviewed"));
      screen.press(KeyCode.R, false, true, false);
      assertEquals(2, listed(screen));
      screen.press(KeyCode.ENTER);
      screen.press(KeyCode.N);
      screen.press(KeyCode.ENTER);
      assertEquals(
          2,
          screen.workbench().tally().states().getOrDefault(org.tellings.model.State.CONFIRMED, 0));
      screen.press(KeyCode.ESCAPE);
      assertTrue(listed(screen) > 2);
      screen.press(KeyCode.K, false, true, false);
      palette(screen, "ada ortiz");
      assertTrue(beside(screen, "Review all 2 quotes").contains("beside=all reviewed"));
    }
  }

  private static int listed(Screen screen) {
    ListView<?> list = screen.find("#utterances");
    return list.getItems().size();
  }

  @Test
  void twoNamesOfOnePersonAreMadeOneAndThatIsUndone() throws IOException {
    try (var screen = quoted()) {
      screen.press(KeyCode.K, false, true, false);
      palette(screen, "@ortiz");
      var merge = beside(screen, "Merge");
      assertTrue(merge.contains("Ortiz” into Ada Ortiz"), merge);
      run(screen, "Merge");
      screen.press(KeyCode.K, false, true, false);
      palette(screen, "@ortiz");
      assertEquals(1, offered(screen).size(), offered(screen).toString());
      assertTrue(offered(screen).getFirst().contains("3 articles, 3 quotes"));
      screen.press(KeyCode.ESCAPE);
      screen.press(KeyCode.Z, false, true, false);
      screen.press(KeyCode.K, false, true, false);
      palette(screen, "@ortiz");
      assertTrue(!beside(screen, "Merge").equals("none"));
    }
  }

  @Test
  void controlEnterOpensAnArticleInCompare() throws IOException {
    try (var screen = opened()) {
      screen.press(KeyCode.K, false, true, false);
      palette(screen, "ferry");
      ListView<?> list = Screen.get(() -> (ListView<?>) screen.frame.lookup(".palette .list-view"));
      screen.act(
          () -> {
            for (var i = 0; i < list.getItems().size(); i++) {
              if (list.getItems().get(i).toString().contains("section=Articles")) {
                list.getSelectionModel().select(i);
                break;
              }
            }
          });
      screen.press(KeyCode.ENTER, false, true, false);
      var ferry = screen.workbench().resolve("two.md").orElseThrow();
      assertEquals(ferry.value(), screen.workbench().setting("compare").orElse(""));
      assertEquals(0, Screen.get(() -> screen.frame.lookupAll("#palette").size()));
    }
  }

  @Test
  void tabShowsWhatElseCanBeDoneAndComesBack() throws IOException {
    try (var screen = quoted()) {
      screen.press(KeyCode.K, false, true, false);
      palette(screen, "@ada ortiz");
      var before = offered(screen);
      screen.press(KeyCode.TAB);
      var actions = offered(screen);
      assertEquals(4, actions.size(), actions.toString());
      assertTrue(actions.getFirst().contains("section=Ada Ortiz"), actions.toString());
      screen.press(KeyCode.TAB);
      assertEquals(before, offered(screen));
      screen.press(KeyCode.TAB);
      run(screen, "Review all");
      assertEquals(2, listed(screen));
    }
  }

  @Test
  void theKeyThatStandsBesideAnActionRunsIt() throws IOException {
    try (var screen = quoted()) {
      screen.press(KeyCode.K, false, true, false);
      palette(screen, "@ada ortiz");
      screen.press(KeyCode.TAB);
      for (var i = 0; i < offered(screen).size(); i++) {
        if (says(offered(screen).get(i), "Compare every article")) {
          break;
        }
        screen.press(KeyCode.DOWN);
      }
      screen.press(KeyCode.ENTER, false, true, false);
      assertEquals(2, screen.workbench().setting("compare").orElse("").split(" ").length);
    }
  }

  @Test
  void inALibraryThatIsOnlyReadNoNamesAreMerged() throws IOException {
    try (var _ = quoted();
        var screen = Screen.reading(folder.resolve("library"))) {
      screen.press(KeyCode.K, false, true, false);
      palette(screen, "@ortiz");
      assertEquals("none", beside(screen, "Merge"));
      assertTrue(offered(screen).size() > 1);
    }
  }
}
