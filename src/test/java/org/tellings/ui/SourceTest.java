package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The way from an article to where it came from.
final class SourceTest extends OnThreeArticles {

  private Screen reading(String name, String url) throws IOException {
    var file =
        Files.writeString(
            folder.resolve(name),
            """
            <html><head><title>The quay</title><link rel="canonical" href="%s"></head>
            <body><article><h1>The quay</h1><p>“The quay is wet,” said Ada Ortiz, who has walked
            along it every morning of the last ten years and never saw it dry in March.</p>
            <p>Nobody on the quay would say when the works on it begin, or who pays for them.</p>
            </article></body></html>
            """
                .formatted(url));
    var screen = opened();
    screen.act(() -> screen.frame.add(List.of(file)));
    screen.act(
        () -> screen.frame.open(screen.workbench().resolve(name).orElseThrow(), Optional.empty()));
    return screen;
  }

  @Test
  void anArticleWithAnAddressOpensItsPage() throws IOException {
    try (var screen = reading("quay.html", "https://harbour.test/quay?a=1")) {
      Button source = screen.find("#source");
      screen.act(source::fire);
      assertEquals(List.of("https://harbour.test/quay?a=1"), screen.outside);
      assertTrue(
          words(screen, ".toast .label")
              .contains("The browser shows https://harbour.test/quay?a=1"));
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "javascript:alert(1)", "file:///etc/hosts"})
  void withoutAnAddressThatABrowserFetchesTheKeptCopyIsShown(String url) throws IOException {
    try (var screen = reading("quay.html", url)) {
      screen.press(KeyCode.O);
      assertCopy(screen, "quay.html");
    }
  }

  @Test
  void theKeptCopyIsShownBesideThePage() throws IOException {
    try (var screen = reading("quay.html", "https://harbour.test/quay")) {
      Files.delete(folder.resolve("quay.html"));
      screen.press(KeyCode.O, true, false, false);
      assertCopy(screen, "quay.html");
    }
  }

  private void assertCopy(Screen screen, String name) throws IOException {
    assertEquals(1, screen.outside.size(), () -> screen.outside.toString());
    var copy = Path.of(screen.outside.getFirst());
    assertEquals(name, copy.getFileName().toString());
    assertTrue(Files.readString(copy).contains("“The quay is wet,” said Ada Ortiz"));
    assertTrue(!copy.startsWith(folder));
  }

  @Test
  void whereNothingShowsItTheWindowSaysWhereTheOriginalIs() throws IOException {
    try (var screen = reading("quay.html", "https://nowhere.test/quay")) {
      screen.press(KeyCode.O);
      var words = String.join(" ", words(screen, ".problem .label"));
      assertTrue(
          words.startsWith(
              "The original cannot be shown: nothing here shows it. Its page is"
                  + " https://nowhere.test/quay The kept copy was written to "),
          words);
    }
  }

  @Test
  void eachSystemHasItsOwnProgramForIt() {
    assertEquals(List.of("xdg-open", "a b"), Outside.command("Linux", "a b"));
    assertEquals(List.of("open", "a b"), Outside.command("Mac OS X", "a b"));
    assertEquals("rundll32", Outside.command("Windows 11", "a b").getFirst());
  }
}
