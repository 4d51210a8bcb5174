package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/// What is chosen in the settings acts at once and is there at the next start.
final class SettingsTest extends OnThreeArticles {

  @Test
  void whatIsChosenActsAtOnceAndStays() throws IOException {
    try (var screen = opened()) {
      screen.press(KeyCode.COMMA, false, true, false);
      ToggleButton dark = screen.find("#theme-dark");
      ToggleButton light = screen.find("#theme-light");
      assertTrue(Screen.get(light::isSelected));
      assertTrue(Screen.get(light::isFocused));
      screen.act(dark::fire);
      assertTrue(
          Screen.get(
              () -> screen.frame.getScene().getStylesheets().getLast().endsWith("dark.css")));
      Button larger = screen.find("#text-larger");
      screen.act(larger::fire);
      screen.act(larger::fire);
      CheckBox keys = screen.find("#single-keys");
      screen.act(keys::fire);
      assertEquals(Optional.of("dark"), screen.workbench().setting("theme"));
    }
    try (var screen = Screen.on(folder.resolve("library"))) {
      screen.act(() -> screen.frame.go("Library"));
      screen.press(KeyCode.ENTER);
      assertTrue(words(screen, ".view-toolbar .label").contains("Font 19"));
      screen.press(KeyCode.DIGIT0, false, true, false);
      assertTrue(words(screen, ".view-toolbar .label").contains("Font 17"));
      screen.act(() -> screen.frame.go("Settings"));
      assertFalse(Screen.get(() -> ((CheckBox) screen.frame.lookup("#single-keys")).isSelected()));
      assertTrue(words(screen, ".label").contains("17"));
    }
  }

  @Test
  void asTheSystemIsAChoiceOfItsOwn() throws IOException {
    try (var screen = opened()) {
      screen.act(() -> screen.frame.go("Settings"));
      ToggleButton system = screen.find("#theme-system");
      screen.act(system::fire);
      assertEquals(Optional.of("system"), screen.workbench().setting("theme"));
    }
    try (var screen = Screen.on(folder.resolve("library"))) {
      screen.act(() -> screen.frame.go("Settings"));
      assertTrue(
          Screen.get(() -> ((ToggleButton) screen.frame.lookup("#theme-system")).isSelected()));
    }
  }

  @Test
  void aLargerInterfaceActsAtOnceAndStays() throws IOException {
    try (var screen = opened()) {
      screen.act(() -> screen.frame.go("Settings"));
      Button larger = screen.find("#interface-larger");
      Button smaller = screen.find("#interface-smaller");
      assertTrue(Screen.get(smaller::isDisabled));
      var before = Screen.get(() -> larger.localToScene(larger.getBoundsInLocal()).getHeight());
      screen.act(larger::fire);
      screen.act(larger::fire);
      var after = Screen.get(() -> larger.localToScene(larger.getBoundsInLocal()).getHeight());
      assertEquals(1.2, after / before, 0.01);
      assertTrue(words(screen, ".label").contains("120 %"));
    }
    try (var screen = Screen.on(folder.resolve("library"))) {
      screen.settle();
      var zoom = Screen.get(() -> (Zoom) screen.frame.getParent());
      assertEquals(1.2, Screen.get(zoom::factor), 0.001);
      assertEquals(1200, Screen.get(screen.frame::getWidth), 0.5);
      screen.press(KeyCode.K, false, true, false);
      javafx.scene.control.TextField palette = screen.find("#palette");
      screen.act(() -> palette.setText(">smaller interface"));
      screen.press(KeyCode.ENTER);
      assertEquals(1.1, Screen.get(zoom::factor), 0.001);
      assertEquals(Optional.of("110"), screen.workbench().setting("interface-size"));
    }
  }

  @Test
  void theInterfaceIsNoLargerThanTheWindowHasRoomFor() throws IOException {
    try (var screen = opened()) {
      screen.act(() -> screen.frame.go("Settings"));
      Button larger = screen.find("#interface-larger");
      for (var i = 0; i < 10; i++) {
        screen.act(larger::fire);
      }
      assertTrue(Screen.get(larger::isDisabled));
      assertTrue(words(screen, ".label").contains("200 %"));
      assertEquals(1.25, Screen.get(() -> ((Zoom) screen.frame.getParent()).factor()), 0.001);
      assertEquals(1152, Screen.get(screen.frame::getWidth), 0.5);
    }
  }
}
