package org.tellings.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.tellings.model.Code;
import org.tellings.model.Edit;

/// The aspects of what an edit is about of which each is decided by itself: of a heading and of a
/// code each field, and of a code whether there is one; else the thing as a whole.
///
/// An aspect is named by the key of its thing (see [Leaves]), and behind a line feed its field.
final class Aspect {

  private static final char BETWEEN = '\n';

  private Aspect() {}

  /// Whether there is a code at all.
  static String there(String key) {
    return key + BETWEEN;
  }

  static String of(String key, Enum<?> field) {
    return key + BETWEEN + field.name();
  }

  /// The key of what an aspect is of.
  static String key(String aspect) {
    var at = aspect.indexOf(BETWEEN);
    return at < 0 ? aspect : aspect.substring(0, at);
  }

  /// What stands behind the key: empty for a thing as a whole.
  static String field(String aspect) {
    return aspect.substring(key(aspect).length()).replace("\n", "=");
  }

  /// The aspect of a key that has this behind it.
  static String named(String key, String field) {
    return key + field.replace('=', BETWEEN);
  }

  /// The aspects that a single edit changes.
  static List<String> of(Edit edit) {
    var key = Leaves.key(edit);
    return switch (edit) {
      case Edit.Described d ->
          Arrays.stream(HeadingField.values())
              .filter(field -> !field.isSame(d.before(), d.after()))
              .map(field -> of(key, field))
              .toList();
      case Edit.Defined d -> {
        List<String> aspects = new ArrayList<>();
        if (d.before().isPresent() != d.after().isPresent()) {
          aspects.add(there(key));
        }
        d.after()
            .ifPresent(
                code ->
                    Arrays.stream(CodeField.values())
                        .filter(field -> isChanged(field, d.before(), code))
                        .forEach(field -> aspects.add(of(key, field))));
        yield aspects;
      }
      case Edit.Waits _, Edit.Closed _ -> List.of();
      default -> List.of(key);
    };
  }

  private static boolean isChanged(CodeField field, Optional<Code> before, Code after) {
    return before.map(code -> !field.isSame(code, after)).orElse(!field.isUnsaid(after));
  }

  /// All aspects of a key that an edit of this sort is about.
  static List<String> all(Edit edit) {
    var key = Leaves.key(edit);
    return switch (edit) {
      case Edit.Described _ ->
          Arrays.stream(HeadingField.values()).map(field -> of(key, field)).toList();
      case Edit.Defined _ -> {
        List<String> aspects = new ArrayList<>();
        aspects.add(there(key));
        Arrays.stream(CodeField.values()).forEach(field -> aspects.add(of(key, field)));
        yield aspects;
      }
      default -> List.of(key);
    };
  }
}
