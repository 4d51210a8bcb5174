package org.tellings.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/// One code of the codebook.
///
/// `id` never changes, so that what was coded stays coded when a code is renamed or moved; of a
/// code made here it is the first name it had. `name` is the whole path, as `Evidence › Shown`:
/// groups and code parted by [#BETWEEN], each one line of 1 to 80 characters, at most [#LONGEST]
/// together. `key` is the number key that gives it in the window (0: none). `place` is where it
/// stands among those of its group, lower first. `colour` is of other programs (`#rrggbb`, empty
/// for none) and only kept for them.
public record Code(String id, String name, int key, int place, Use use, String colour, Sense sense)
    implements Comparable<Code> {

  /// Stands between a group and its member.
  public static final String BETWEEN = " › ";

  /// The longest name with all groups before it, in UTF-16 units: a hundred groups of 80, which is
  /// as deep as XML is read.
  public static final int LONGEST = 8400;

  private static final Pattern COLOUR = Pattern.compile("(?:#[0-9a-fA-F]{6})?");

  /// What can be done with a code.
  public enum Use {
    /// It is given.
    GIVEN,
    /// It only holds others.
    GROUP,
    /// It is given no more, and stays where it was given.
    RETIRED;

    /// Its word in output.
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT);
    }
  }

  /// What a code means, in a person's words; each is empty where nothing was written.
  public record Sense(
      String definition, String when, String whenNot, String examples, String memo) {

    private static final Pattern NO_TEXT =
        Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff\\p{Cs}]");

    public static final Sense NONE = new Sense("", "", "", "", "");

    public Sense {
      for (var text : List.of(definition, when, whenNot, examples, memo)) {
        if (NO_TEXT.matcher(text).find()) {
          throw new IllegalArgumentException("what a code means has a character that is no text");
        }
      }
    }

    public Sense withMemo(String text) {
      return new Sense(definition, when, whenNot, examples, text);
    }
  }

  public Code {
    if (!isName(name)) {
      throw new IllegalArgumentException(
          "a code's name is one line of 1 to 80 characters, and so is that of each group before"
              + " it; all together they have at most "
              + LONGEST);
    }
    if (key < 0 || key > 9) {
      throw new IllegalArgumentException("a code's key is from 1 to 9, or 0 for none: " + key);
    }
    if (!COLOUR.matcher(colour).matches()) {
      throw new IllegalArgumentException("not a colour as #1a2b3c: " + colour);
    }
  }

  /// Whether a code can be called so.
  public static boolean isName(String path) {
    return path.length() <= LONGEST
        && List.of(path.split(Pattern.quote(BETWEEN), -1)).stream()
            .noneMatch(part -> part.isBlank() || part.length() > 80)
        && path.chars().noneMatch(c -> c < ' ' || c >= 0xfffe)
        && path.codePoints().noneMatch(c -> c >= 0xd800 && c < 0xe000);
  }

  /// A code of which nothing more is known yet.
  public Code(String name, int key) {
    this(name, name, key, 0, Use.GIVEN, "", Sense.NONE);
  }

  /// Its own name, without the groups before it.
  public String ownName() {
    return name.substring(group().isEmpty() ? 0 : group().length() + BETWEEN.length());
  }

  /// The path of the group it stands in; empty at the top.
  public String group() {
    return name.substring(0, Math.max(0, name.lastIndexOf(BETWEEN)));
  }

  /// True when this is `path`, or stands below it.
  public boolean isWithin(String path) {
    return name.equals(path) || name.startsWith(path + BETWEEN);
  }

  public boolean isGiven() {
    return use == Use.GIVEN;
  }

  /// What other programs know it by: the id where that is a GUID, else one made of it, always the
  /// same.
  public String guid() {
    return id.matches("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
        ? id
        : UUID.nameUUIDFromBytes(("tellings code " + id).getBytes(StandardCharsets.UTF_8))
            .toString();
  }

  public Code named(String to) {
    return new Code(id, to, key, place, use, colour, sense);
  }

  public Code withKey(int to) {
    return new Code(id, name, to, place, use, colour, sense);
  }

  public Code at(int to) {
    return new Code(id, name, key, to, use, colour, sense);
  }

  public Code as(Use to) {
    return new Code(id, name, key, place, to, colour, sense);
  }

  public Code with(Sense to) {
    return new Code(id, name, key, place, use, colour, to);
  }

  /// The path of `own` below `group`.
  public static String path(String group, String own) {
    return group.isEmpty() ? own : group + BETWEEN + own;
  }

  /// The first key no code of these has; 0 when all are taken.
  public static int freeKey(List<Code> codes) {
    return IntStream.rangeClosed(1, 9)
        .filter(key -> codes.stream().noneMatch(code -> code.key() == key))
        .findFirst()
        .orElse(0);
  }

  /// In the order of the tree: a group, then what stands in it by place, then by name.
  public static List<Code> inOrder(List<Code> codes) {
    Map<String, Integer> places = new HashMap<>();
    for (var code : codes) {
      // a group without a code of its own stands where the first in it does
      for (var path = code.group(); !path.isEmpty(); path = new Code(path, 0).group()) {
        places.merge(path, code.place(), Math::min);
      }
    }
    codes.forEach(code -> places.put(code.name(), code.place()));
    return codes.stream()
        .map(code -> new Placed(code, steps(code, places)))
        .sorted(Comparator.comparing(Placed::steps))
        .map(Placed::code)
        .toList();
  }

  private record Placed(Code code, Steps steps) {}

  private record Steps(List<Integer> places, List<String> names) implements Comparable<Steps> {
    @Override
    public int compareTo(Steps other) {
      for (var i = 0; i < Math.min(names.size(), other.names.size()); i++) {
        var by = Integer.compare(places.get(i), other.places.get(i));
        var then = by != 0 ? by : names.get(i).compareTo(other.names.get(i));
        if (then != 0) {
          return then;
        }
      }
      return Integer.compare(names.size(), other.names.size());
    }
  }

  private static Steps steps(Code code, Map<String, Integer> places) {
    List<Integer> at = new ArrayList<>();
    List<String> names = new ArrayList<>();
    var path = "";
    for (var own : code.name().split(Pattern.quote(BETWEEN))) {
      path = path(path, own);
      names.add(own);
      at.add(places.getOrDefault(path, 0));
    }
    return new Steps(at, names);
  }

  @Override
  public int compareTo(Code other) {
    return name.compareTo(other.name);
  }
}
