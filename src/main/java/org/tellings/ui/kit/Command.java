package org.tellings.ui.kit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/// Something a person can do from the keyboard, the palette and the status bar.
///
/// `key` is as `Shortcut+Shift+Z`, `J`, `Enter`; several keys for one thing stand apart by a space.
/// The empty key means: only in the palette; `DIGIT1–9` names a row of keys that have commands of
/// their own. `shown`: the status bar names it. `isChange`: it changes the library, and does
/// nothing in one that is only read.
public record Command(String key, String words, boolean shown, boolean isChange, Runnable run) {

  public Command(String key, String words, boolean shown, Runnable run) {
    this(key, words, shown, false, run);
  }

  public static Command of(String key, String words, Runnable run) {
    return new Command(key, words, true, run);
  }

  public static Command quiet(String key, String words, Runnable run) {
    return new Command(key, words, false, run);
  }

  /// The same command, which changes the library.
  public Command changing() {
    return new Command(key, words, shown, true, run);
  }

  /// The same command, doing something else.
  public Command doing(Runnable other) {
    return new Command(key, words, shown, isChange, other);
  }

  /// Which of the command's keys was pressed, if any.
  public Optional<String> fitting(KeyEvent event) {
    for (var one : keys()) {
      var parts = List.of(one.split("\\+"));
      if (codes(parts.getLast()).contains(event.getCode())
          && event.isShiftDown() == parts.contains("Shift")
          && event.isShortcutDown() == parts.contains("Shortcut")
          && event.isAltDown() == parts.contains("Alt")) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /// A digit is also the one of the number pad.
  private static List<KeyCode> codes(String name) {
    if (name.contains("–")) {
      return List.of();
    }
    var code = name.equals("Esc") ? KeyCode.ESCAPE : KeyCode.valueOf(name.toUpperCase(Locale.ROOT));
    return code.isDigitKey()
        ? List.of(code, KeyCode.valueOf(code.name().replace("DIGIT", "NUMPAD")))
        : List.of(code);
  }

  /// True for a letter or sign alone, which acts only outside text fields.
  public static boolean isBare(String key) {
    return !key.startsWith("Shortcut")
        && !key.startsWith("Alt")
        && !key.matches("(Shift\\+)?F\\d+");
  }

  /// The same command with only the keys that fit.
  public Command narrowed(Predicate<String> fits) {
    return new Command(
        String.join(" ", keys().stream().filter(fits).toList()), words, shown, isChange, run);
  }

  /// Its keys, the one that is told of first.
  List<String> keys() {
    return key.isEmpty() ? List.of() : List.of(key.split(" "));
  }

  /// The same command with another first key; with none when that is empty.
  Command keyed(String first) {
    var now = new ArrayList<>(keys());
    now.set(0, first);
    now.removeIf(String::isEmpty);
    return new Command(String.join(" ", now), words, shown, isChange, run);
  }

  /// True for a key as this program writes it.
  static boolean isKnown(String key) {
    var parts = List.of(key.split("\\+"));
    try {
      return !codes(parts.getLast()).isEmpty()
          && parts.subList(0, parts.size() - 1).stream().allMatch(MODIFIERS::contains);
    } catch (IllegalArgumentException _) {
      return false; // no such key
    }
  }

  private static final Set<String> MODIFIERS = Set.of("Shortcut", "Alt", "Shift");

  /// A key's name as commands have it: `J`, `DIGIT1`, `Open_Bracket`.
  static String name(KeyCode code) {
    if (code.isDigitKey()) {
      return code.name().replace("NUMPAD", "DIGIT");
    }
    return code.name().matches("F\\d+|[A-Z]")
        ? code.name()
        : Arrays.stream(code.name().split("_"))
            .map(part -> part.charAt(0) + part.substring(1).toLowerCase(Locale.ROOT))
            .collect(Collectors.joining("_"));
  }

  /// The parts of the first key as printed on key caps: `Ctrl`, `Z`.
  public List<String> caps() {
    if (key.isEmpty()) {
      return List.of();
    }
    var mac = System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("mac");
    return List.of(
        keys()
            .getFirst()
            .replace("Shortcut", mac ? "⌘" : "Ctrl")
            .replace("Slash", "/")
            .replace("Comma", ",")
            .replace("DIGIT", "")
            .replace("Equals", "+")
            .replace("Minus", "−")
            .replace("Open_Bracket", "[")
            .replace("Close_Bracket", "]")
            .replace("Left", "←")
            .replace("Right", "→")
            .replace("Down", "↓")
            .replace("Up", "↑")
            .split("\\+(?=.)"));
  }
}
