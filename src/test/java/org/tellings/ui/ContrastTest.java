package org.tellings.ui;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Text and marks stand out enough in both themes, computed from the stylesheets as WCAG 2.2 says.
final class ContrastTest {

  private static final Pattern COLOUR =
      Pattern.compile("(?<name>-[a-z-]+): (?<value>#[0-9a-f]{6})");
  private static final List<String> GROUNDS =
      List.of("-color-bg-default", "-color-bg-subtle", "-color-bg-inset");
  private static final List<String> TINTS =
      List.of("-tl-q-tint", "-tl-c-tint", "-tl-f-tint", "-tl-d-tint", "-tl-e-tint");

  @ParameterizedTest
  @ValueSource(strings = {"light.css", "dark.css"})
  void textHasFourAndAHalf(String theme) throws IOException {
    var colours = colours(theme);
    List<String> low = new ArrayList<>();
    for (var ground : GROUNDS) {
      for (var text : List.of("-color-fg-default", "-color-fg-muted", "-color-fg-subtle")) {
        check(colours, text, ground, 4.5, low);
      }
    }
    for (var ground : List.of("-color-bg-default", "-color-bg-subtle")) {
      check(colours, "-color-accent-fg", ground, 4.5, low);
      check(colours, "-color-danger-fg", ground, 4.5, low);
    }
    TINTS.forEach(tint -> check(colours, "-color-fg-default", tint, 4.5, low));
    TINTS.forEach(tint -> check(colours, tint.replace("-tint", ""), tint, 4.5, low));
    for (var text : List.of("-color-fg-default", "-color-fg-muted", "-color-fg-subtle")) {
      check(colours, text, "-color-accent-subtle", 4.5, low);
    }
    check(colours, "-tl-on-accent", "-color-accent-emphasis", 4.5, low);
    check(colours, "-tl-paper", "-tl-ink", 4.5, low);
    assertEquals(List.of(), low);
  }

  @ParameterizedTest
  @ValueSource(strings = {"light.css", "dark.css"})
  void marksAndEdgesHaveThree(String theme) throws IOException {
    var colours = colours(theme);
    List<String> low = new ArrayList<>();
    for (var mark :
        List.of(
            "-tl-q",
            "-tl-c",
            "-tl-f",
            "-tl-d",
            "-tl-e",
            "-tl-control",
            "-color-accent-fg",
            "-color-accent-emphasis")) {
      check(colours, mark, "-color-bg-default", 3, low);
      check(colours, mark, "-color-bg-subtle", 3, low);
    }
    assertEquals(List.of(), low);
  }

  @Test
  void bothThemesNameTheSameColoursAndTheLooksNameNoOther() throws IOException {
    assertEquals(colours("light.css").keySet(), colours("dark.css").keySet());
    assertEquals(
        List.of(),
        Pattern.compile("#[0-9a-fA-F]{3,8}\\b")
            .matcher(read("tellings.css"))
            .results()
            .map(r -> r.group())
            .toList());
  }

  private static void check(
      Map<String, String> colours, String text, String ground, double least, List<String> low) {
    var ratio =
        ratio(
            Objects.requireNonNull(colours.get(text), text),
            Objects.requireNonNull(colours.get(ground), ground));
    if (ratio < least) {
      low.add(String.format(Locale.ROOT, "%s on %s: %.2f, wants %.1f", text, ground, ratio, least));
    }
  }

  private static double ratio(String one, String other) {
    var a = luminance(one);
    var b = luminance(other);
    return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
  }

  private static double luminance(String hex) {
    return 0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);
  }

  private static double channel(String hex, int at) {
    var value = Integer.parseInt(hex.substring(at, at + 2), 16) / 255.0;
    return value <= 0.04045 ? value / 12.92 : Math.pow((value + 0.055) / 1.055, 2.4);
  }

  private static Map<String, String> colours(String theme) throws IOException {
    Map<String, String> colours = new HashMap<>();
    var m = COLOUR.matcher(read(theme));
    while (m.find()) {
      colours.put(m.group("name"), m.group("value"));
    }
    return colours;
  }

  private static String read(String name) throws IOException {
    try (var in = Objects.requireNonNull(Frame.class.getResourceAsStream(name), name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
