package bench;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.tellings.extract.NameTrainer.Labelled;
import org.tellings.extract.NameTrainer.Name;
import org.tellings.model.Finding.EntityType;
import org.tellings.model.Span;

/// Texts with other names in the places of theirs, so that names are learned by what stands around
/// them. The same seed gives the same names.
final class Swaps {

  private static final double SWAPPED = 0.6;

  private final Map<EntityType, List<String>> lists = new EnumMap<>(EntityType.class);
  private final Map<EntityType, List<String>> own = new EnumMap<>(EntityType.class);

  /// Names come in equal parts from the texts and from `lists`.
  Swaps(List<Labelled> texts, Map<EntityType, List<String>> lists) {
    this.lists.putAll(lists);
    for (var text : texts) {
      for (var name : text.names()) {
        name.type()
            .ifPresent(
                type ->
                    own.computeIfAbsent(type, _ -> new ArrayList<>())
                        .add(name.span().in(text.text())));
      }
    }
  }

  Labelled swap(Labelled text, long seed) {
    var random = new SplittableRandom(seed);
    Map<String, String> swaps = new HashMap<>();
    var plain = new StringBuilder();
    List<Name> names = new ArrayList<>();
    var at = 0;
    for (var name : text.names()) {
      plain.append(text.text(), at, name.span().start());
      var printed = name.span().in(text.text());
      var other = name.type().map(type -> other(printed, type, swaps, random)).orElse(printed);
      var start = plain.length();
      plain.append(other);
      names.add(new Name(new Span(start, plain.length()), name.type()));
      at = name.span().end();
    }
    return new Labelled(plain.append(text.text().substring(at)).toString(), names);
  }

  private String other(
      String printed, EntityType type, Map<String, String> swaps, SplittableRandom random) {
    var key = printed.toUpperCase(Locale.ROOT);
    var known = swaps.get(key);
    if (known == null) {
      known = random.nextDouble() < SWAPPED ? any(printed, type, random).orElse(printed) : printed;
      swaps.put(key, known);
      var last = key.substring(key.lastIndexOf(' ') + 1);
      var first = key.substring(0, key.indexOf(' ') < 0 ? key.length() : key.indexOf(' '));
      if (type == EntityType.PERSON) {
        swaps.putIfAbsent(last, known.substring(known.lastIndexOf(' ') + 1));
      }
      if (type == EntityType.ORGANISATION || type == EntityType.PERSON) {
        swaps.putIfAbsent(
            first,
            known.substring(0, known.indexOf(' ') < 0 ? known.length() : known.indexOf(' ')));
      }
    }
    return printed.equals(key) && printed.length() > 4 ? known.toUpperCase(Locale.ROOT) : known;
  }

  /// A name that is one word where the other is, for persons.
  private Optional<String> any(String printed, EntityType type, SplittableRandom random) {
    var list = random.nextBoolean() ? lists.get(type) : own.get(type);
    if (list == null || list.isEmpty()) {
      return Optional.empty();
    }
    for (var tries = 0; tries < 20; tries++) {
      var name = list.get(random.nextInt(list.size()));
      if (type != EntityType.PERSON || name.contains(" ") == printed.contains(" ")) {
        return Optional.of(name);
      }
    }
    return Optional.empty();
  }
}
