package bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.tellings.extract.NameTrainer.Labelled;

/// Texts whose first line is turned into a heading, so that names are learned as headings print
/// them.
final class Headings {

  private static final int EVERY = 8;

  private Headings() {}

  /// The same texts, of every eighth the first line in capitals and of another eighth in capital
  /// initials.
  static List<Labelled> some(List<Labelled> texts) {
    List<Labelled> some = new ArrayList<>();
    for (var i = 0; i < texts.size(); i++) {
      some.add(turned(texts.get(i), i % EVERY == 3 ? 1 : i % EVERY == 6 ? 2 : 0));
    }
    return some;
  }

  /// Each text so many times, the second time with a first line in capitals, the third time in
  /// capital initials, and from the fourth time on with other names.
  static List<Labelled> copies(List<Labelled> texts, int copies, Swaps swaps) {
    List<Labelled> all = new ArrayList<>();
    for (var copy = 0; copy < copies; copy++) {
      for (var i = 0; i < texts.size(); i++) {
        var text = texts.get(i);
        all.add(turned(copy < 3 ? text : swaps.swap(text, 1000L * i + copy), copy % 8));
      }
    }
    return all;
  }

  private static Labelled turned(Labelled text, int how) {
    var end = text.text().indexOf('\n');
    end = end < 0 ? text.text().length() : end;
    var line = text.text().substring(0, end);
    var turned = how == 1 ? line.toUpperCase(Locale.ROOT) : how == 2 ? initials(line) : line;
    return turned.length() == end
        ? new Labelled(turned + text.text().substring(end), text.names())
        : text;
  }

  private static String initials(String line) {
    var turned = new StringBuilder(line);
    for (var i = 0; i < line.length(); i++) {
      if ((i == 0 || line.charAt(i - 1) == ' ') && !line.startsWith("of ", i)) {
        turned.setCharAt(i, Character.toUpperCase(line.charAt(i)));
      }
    }
    return turned.toString();
  }
}
