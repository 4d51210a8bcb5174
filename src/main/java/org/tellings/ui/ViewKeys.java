package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.tellings.ui.kit.Command;

/// The keys that each view has at one time or another: a view itself tells only of those that work
/// in it now, and one that was not gone to yet of none. A test reads them from the sources.
final class ViewKeys {

  private static final String DIGITS = "DIGIT1–9";

  private ViewKeys() {}

  /// The keys of each view by its name, those of one command together: `J Down`.
  static Map<String, String> all() {
    return Map.ofEntries(
        Map.entry(
            t("Claims"),
            "DIGIT0, Down J, Enter, Esc, F2, I, Left, M, O, Right, S, Shift+N, Shortcut+C, Space,"
                + " Up K, X"),
        Map.entry(
            t("Coding"),
            "Alt+Down, Alt+Up, Close_Bracket, DIGIT0, DIGIT1–9, Down, E, Enter, Esc, F, F2, I, J,"
                + " K, Left, M, N, O, Open_Bracket, Right, S, Shift+C, Shift+Down, Shift+E,"
                + " Shift+Left, Shift+M, Shift+N, Shift+Right, Shift+S, Shift+Up, Shift+X,"
                + " Shortcut+Shift+Left, Shortcut+Shift+Right, Shortcut+Shift+T, T, T Esc, Up"),
        Map.entry(t("Compare"), "A, Delete, Enter, J, K, L, Left, M, O, Right, Shortcut+C, U, X"),
        Map.entry(t("Figures"), "Down, E, Enter, Esc, G, J, K, O, S, Shortcut+C, Up, X"),
        Map.entry(t("Ingest"), "Delete, Enter, Esc, P, R, Shortcut+O, Shortcut+V"),
        Map.entry(
            t("Library"),
            "C, Delete, Enter, Esc, F, F3, J, K, Shift+F3, Shift+J, Shift+K, Slash Shortcut+F,"
                + " Space"),
        Map.entry(
            t("Names"),
            "DIGIT1, DIGIT2, DIGIT3, DIGIT4, Down, Enter, Esc, F, J, K, O, S, Shortcut+C,"
                + " Shortcut+Shift+T, Up, X"),
        Map.entry(t("Quotes"), "Down, E, Enter, Esc, J, K, M, N, O, S, Shortcut+C, Up, X"),
        Map.entry(
            t("Reader"),
            "Alt+C, Alt+D, Alt+E, Alt+F, Alt+Q, C, Close_Bracket, DIGIT0, DIGIT1–9, E, Enter, Esc,"
                + " I, J, K, M, N, O, Open_Bracket, P, R, Shift+D, Shift+Left, Shift+O,"
                + " Shift+Right, Shift+U, Shift+X, Shortcut+C, Shortcut+DIGIT0, Shortcut+Equals"
                + " Shortcut+Plus Shortcut+Shift+Equals, Shortcut+Minus, Shortcut+Shift+Left,"
                + " Shortcut+Shift+Right, U, X"),
        Map.entry(
            t("Reading mode"),
            "D, DIGIT1–9, End, Equals Shift+Equals Plus Add, Esc, Home, Left K, Minus Subtract, P,"
                + " Right J"),
        Map.entry(
            t("Timeline"),
            "DIGIT0 Home, Down, E, Enter, Enter O, Equals Shift+Equals Plus Add, Esc, F, F2, I, J"
                + " Right, K Left, L, M, Minus Subtract, R, S, Shift+F, Shift+Left, Shift+Right,"
                + " Shortcut+C, Shortcut+Shift+T, U, Up, X, Z"));
  }

  /// For each view its keys, as commands that only tell in whose view they are.
  static List<KeysSheet.Part> parts() {
    return all().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(view -> part(view.getKey(), view.getValue()))
        .toList();
  }

  private static KeysSheet.Part part(String view, String all) {
    return new KeysSheet.Part(
        view,
        view,
        Stream.of(all.split(", "))
            .flatMap(ViewKeys::single)
            .map(key -> Command.quiet(key, t("a key of {0}", view), () -> {}))
            .toList());
  }

  private static Stream<String> single(String key) {
    return key.equals(DIGITS)
        ? IntStream.rangeClosed(1, 9).mapToObj(n -> "DIGIT" + n)
        : Stream.of(key);
  }
}
