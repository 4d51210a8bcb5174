package org.tellings.coding;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.tellings.model.Code;
import org.tellings.model.Edit;

/// The codes of another codebook that come into one.
///
/// Two codes are the same when their GUIDs are, else when their names are (capitals make no
/// difference) and the one here has the GUID of none of the others. A code comes in below its group
/// as that is called here; where its name is another code's, as “Name (2)”. Keys, places and
/// retirement here stay as they are; what comes in stands behind what is here, in its own order.
/// One object takes in one codebook.
public final class TakingIn {

  private static final int LONGEST = 80;

  private final Map<String, Code> byGuid = new HashMap<>();
  private final Map<String, Code> byName = new LinkedHashMap<>();
  private final Map<String, String> written = new HashMap<>();
  private final Map<String, Integer> last = new HashMap<>();
  private final Set<Integer> keys = new HashSet<>();
  private final Set<String> ids;
  private final Set<String> claimed = new HashSet<>();
  private final Map<String, Code> here = new HashMap<>();
  private final Map<String, String> groups = new HashMap<>();
  private final List<Edit> edits = new ArrayList<>();

  /// `taken` are ids that were in use before. Of what the other codebook does not say of a code
  /// (definition, when, colour …) what is said here stays.
  public TakingIn(Codebook into, List<Code> others, Set<String> taken) {
    ids = new HashSet<>(taken);
    into.codes().forEach(this::put);
    for (var other : others) {
      Optional.ofNullable(byGuid.get(other.guid())).ifPresent(code -> claimed.add(code.id()));
    }
    for (var other : Code.inOrder(others)) {
      take(other);
    }
  }

  /// What is to be done.
  public List<Edit> edits() {
    return List.copyOf(edits);
  }

  /// Each code of the other codebook as it is here then, by its GUID.
  public Map<String, Code> here() {
    return Map.copyOf(here);
  }

  private void take(Code other) {
    var before = like(other);
    var after = before.map(code -> told(code, other)).orElseGet(() -> fresh(other));
    if (!before.equals(Optional.of(after))) {
      edits.add(new Edit.Defined(before, Optional.of(after)));
    }
    put(after);
    claimed.add(after.id());
    here.put(other.guid(), after);
    groups.put(Codebook.low(other.name()), after.name());
  }

  private static Code told(Code here, Code other) {
    return new Code(
        here.id(),
        here.name(),
        here.key(),
        here.place(),
        here.use(),
        said(other.colour(), here.colour()),
        new Code.Sense(
            said(other.sense().definition(), here.sense().definition()),
            said(other.sense().when(), here.sense().when()),
            said(other.sense().whenNot(), here.sense().whenNot()),
            said(other.sense().examples(), here.sense().examples()),
            said(other.sense().memo(), here.sense().memo())));
  }

  private static String said(String there, String here) {
    return there.isEmpty() ? here : there;
  }

  /// Puts a code in, in the place of the one that has its id.
  private void put(Code code) {
    byGuid.put(code.guid(), code);
    byName.put(Codebook.low(code.name()), code);
    for (var path = code.name(); !path.isEmpty(); path = new Code(path, 0).group()) {
      if (written.putIfAbsent(Codebook.low(path), path) != null) {
        break;
      }
    }
    last.merge(code.group(), code.place(), Math::max);
    keys.add(code.key());
    ids.add(code.id());
  }

  private Optional<Code> like(Code other) {
    return Optional.ofNullable(byGuid.get(other.guid()))
        .or(
            () ->
                Optional.ofNullable(byName.get(Codebook.low(path(other))))
                    .filter(code -> !claimed.contains(code.id())));
  }

  /// Where a code of there stands here.
  private String path(Code other) {
    var group = groups.get(Codebook.low(other.group()));
    return Code.path(group == null ? placed(other.group()) : group, other.ownName());
  }

  /// A group as it is written here, as far up as it is here.
  private String placed(String group) {
    for (var above = group; !above.isEmpty(); above = new Code(above, 0).group()) {
      var known = written.get(Codebook.low(above));
      if (known != null) {
        return known + group.substring(above.length());
      }
    }
    return group;
  }

  /// With an id, a name and a key that no other has, and a place.
  private Code fresh(Code code) {
    var id = code.id();
    for (var n = 2; ids.contains(id); n++) {
      id = code.id() + " " + n;
    }
    var path = path(code);
    var name = free(path, other -> byName.containsKey(Codebook.low(other)));
    var group = new Code(name, 0).group();
    return new Code(
        id,
        name,
        code.key() != 0 && keys.contains(code.key()) ? 0 : code.key(),
        last.getOrDefault(group, 0) + 1,
        code.use(),
        code.colour(),
        code.sense());
  }

  /// A path that is not taken: the one given, else with a number behind it.
  public static String free(String path, Predicate<String> isTaken) {
    var own = new Code(path, 0).ownName();
    var name = path;
    for (var n = 2; isTaken.test(name); n++) {
      var end = " (" + n + ")";
      var room = LONGEST - end.length();
      var kept = own.length() <= room ? own : own.substring(0, cut(own, room));
      name = Code.path(new Code(path, 0).group(), kept.strip() + end);
    }
    return name;
  }

  /// At most so many units of a name, no half of a character that takes two.
  private static int cut(String name, int most) {
    return Character.isHighSurrogate(name.charAt(most - 1)) ? most - 1 : most;
  }
}
