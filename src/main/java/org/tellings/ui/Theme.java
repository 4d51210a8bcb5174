package org.tellings.ui;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import javafx.application.Application;
import javafx.application.ColorScheme;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// Light or dark. Only the named colours differ; the looks are one stylesheet.
enum Theme {
  LIGHT,
  DARK;

  /// The bundled faces, a file each.
  static final List<String> FONTS =
      List.of(
          "inter-400-normal",
          "inter-500-normal",
          "inter-600-normal",
          "tellings-serif-400-normal",
          "tellings-serif-600-normal",
          "tellings-serif-700-normal",
          "jetbrains-mono-500-normal");

  /// The choice that stands for what the system has.
  static final String SYSTEM = "system";

  /// The theme of a choice; only on the screen's thread, which knows what the system has.
  static Theme named(Optional<String> name) {
    var isDark =
        name.filter(SYSTEM::equals).isPresent()
            ? Platform.getPreferences().getColorScheme() == ColorScheme.DARK
            : name.filter("dark"::equals).isPresent();
    return isDark ? DARK : LIGHT;
  }

  Theme other() {
    return this == LIGHT ? DARK : LIGHT;
  }

  String word() {
    return this == LIGHT ? "light" : "dark";
  }

  void on(Scene scene) {
    Application.setUserAgentStylesheet(
        this == LIGHT
            ? new PrimerLight().getUserAgentStylesheet()
            : new PrimerDark().getUserAgentStylesheet());
    scene.getStylesheets().setAll(resource("tellings.css"), resource(word() + ".css"));
  }

  /// Makes the bundled faces known; once a program is enough.
  static void loadFonts() {
    for (var font : FONTS) {
      try (var in = Theme.class.getResourceAsStream("fonts/" + font + ".ttf")) {
        if (in == null || Font.loadFont(in, 13) == null) {
          throw new IllegalStateException("the program lacks the font " + font);
        }
      } catch (IOException e) {
        throw new UncheckedIOException("cannot read the font " + font, e);
      }
    }
  }

  private static String resource(String name) {
    return Optional.ofNullable(Theme.class.getResource(name))
        .orElseThrow(() -> new IllegalStateException("the program lacks " + name))
        .toExternalForm();
  }
}
