package org.tellings.ui;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.text.Text;
import org.junit.jupiter.api.io.TempDir;

/// A window on a library of three articles, and what one does in it.
class OnThreeArticles {

  @TempDir Path folder;

  final Screen opened() throws IOException {
    article(
        "one.md",
        "The bridge",
        "Harbour Test",
        "“The bridge is safe,” said Ada Ortiz, who cost $4 million.");
    article(
        "two.md",
        "The ferry",
        "Island Test",
        "“The ferry is late,” said Jonas Mazur, on the quay by the bridge.");
    article("three.md", "The port", "Harbour Test", "Nothing was said about the port.");
    var screen = Screen.on(folder.resolve("library"));
    screen.act(() -> screen.frame.add(List.of(folder.resolve("in"))));
    screen.act(() -> screen.frame.go("Library"));
    return screen;
  }

  final void article(String name, String title, String outlet, String text) throws IOException {
    Files.createDirectories(folder.resolve("in"));
    Files.writeString(
        folder.resolve("in").resolve(name),
        "---\ntitle: " + title + "\noutlet: " + outlet + "\ndate: 2025-03-04\n---\n" + text + "\n");
  }

  static int found(Screen screen) {
    ListView<Integer> results = screen.find("#results");
    return results.getItems().size();
  }

  static void type(Screen screen, String words) {
    TextField query = screen.find("#query");
    screen.act(() -> query.setText(words));
  }

  static List<String> words(Screen screen, String selector) {
    return Screen.get(
        () -> screen.frame.lookupAll(selector).stream().map(n -> ((Label) n).getText()).toList());
  }

  static String readBack(Screen screen) {
    return Screen.get(
        () ->
            screen.frame.lookupAll(".reads-as .text").stream()
                .map(n -> ((Text) n).getText())
                .collect(Collectors.joining()));
  }

  static CheckBox filter(Screen screen, String name) {
    return Screen.get(
        () ->
            screen.frame.lookupAll(".facet-row .check-box").stream()
                .map(CheckBox.class::cast)
                .filter(b -> b.getAccessibleText().startsWith(name))
                .findFirst()
                .orElseThrow());
  }

  /// Types as a person does: pressed, typed, released, letter by letter.
  static void typeKeys(Screen screen, String words) {
    for (var letter : words.toCharArray()) {
      screen.type(letter);
    }
  }

  static void click(Screen screen, Node node, boolean alt) {
    for (var type :
        List.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED)) {
      screen.act(
          () ->
              Event.fireEvent(
                  node,
                  new MouseEvent(
                      type,
                      2,
                      2,
                      2,
                      2,
                      MouseButton.PRIMARY,
                      1,
                      false,
                      false,
                      alt,
                      false,
                      type == MouseEvent.MOUSE_PRESSED,
                      false,
                      false,
                      true,
                      false,
                      true,
                      null)));
    }
  }
}
