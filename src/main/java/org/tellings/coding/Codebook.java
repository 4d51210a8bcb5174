package org.tellings.coding;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tellings.model.Code;
import org.tellings.model.Coding;
import org.tellings.model.Edit;
import org.tellings.model.Target;

/// The tree of codes as it is now, and the edits that change it. Immutable.
///
/// What cannot be done is refused with an [IllegalArgumentException] fit to show.
public final class Codebook {

  private final List<Code> codes;

  public Codebook(List<Code> codes) {
    this.codes = Code.inOrder(codes);
  }

  /// All codes in the order of the tree.
  public List<Code> codes() {
    return codes;
  }

  /// A code or group with what stands below it; `code` is empty for a group that is only part of
  /// other codes' names.
  public record Branch(String path, Optional<Code> code, List<Branch> below) {
    public Branch {
      below = List.copyOf(below);
    }

    /// Its name without the groups before it.
    public String ownName() {
      return path.substring(path.lastIndexOf(Code.BETWEEN) < 0 ? 0 : start());
    }

    private int start() {
      return path.lastIndexOf(Code.BETWEEN) + Code.BETWEEN.length();
    }

    /// This and all below it.
    public Stream<Branch> all() {
      return Stream.concat(Stream.of(this), below.stream().flatMap(Branch::all));
    }
  }

  /// The tree, from the top.
  public List<Branch> tree() {
    return below("");
  }

  private List<Branch> below(String path) {
    var start = path.isEmpty() ? 0 : path.length() + Code.BETWEEN.length();
    Map<String, Branch> branches = new LinkedHashMap<>();
    for (var code : codes) {
      if (path.isEmpty() || code.isWithin(path) && !code.name().equals(path)) {
        var own = code.name().substring(start).split(Pattern.quote(Code.BETWEEN), 2)[0];
        var child = Code.path(path, own);
        if (!branches.containsKey(child)) {
          branches.put(child, new Branch(child, named(child), below(child)));
        }
      }
    }
    return List.copyOf(branches.values());
  }

  private Optional<Code> named(String path) {
    return codes.stream().filter(code -> code.name().equals(path)).findFirst();
  }

  /// The code of this whole name; capitals make no difference.
  public Optional<Code> called(String path) {
    return codes.stream().filter(code -> code.name().equalsIgnoreCase(path)).findFirst();
  }

  public Optional<Code> withId(String id) {
    return codes.stream().filter(code -> code.id().equals(id)).findFirst();
  }

  /// What a code is called now; its id where it has left the codebook.
  public String name(String id) {
    return withId(id).map(Code::name).orElse(id);
  }

  /// The code that is called so: by its whole name, by its id, or by its own name or the end of its
  /// path where only one fits (capitals make no difference).
  public Optional<Code> find(String called) {
    var low = called.strip().toLowerCase(Locale.ROOT);
    var exact = named(called.strip()).or(() -> withId(called.strip()));
    if (exact.isPresent()) {
      return exact;
    }
    var fit =
        codes.stream()
            .filter(
                code ->
                    code.name().toLowerCase(Locale.ROOT).equals(low)
                        || code.name().toLowerCase(Locale.ROOT).endsWith(Code.BETWEEN + low))
            .toList();
    if (fit.size() > 1) {
      throw new IllegalArgumentException(
          "several codes are called "
              + called
              + "; say which: "
              + String.join(", ", fit.stream().map(Code::name).toList()));
    }
    return fit.stream().findFirst();
  }

  /// Whether a code or group is called so.
  public boolean has(String called) {
    return find(called).isPresent()
        || codes.stream().anyMatch(code -> code.isWithin(called.strip()));
  }

  /// The code that is called so.
  public Code the(String called) {
    return find(called)
        .orElseThrow(
            () -> new IllegalArgumentException("the codebook has no code " + called.strip()));
  }

  /// The path of the code or group that is called so.
  private String path(String called) {
    return find(called)
        .map(Code::name)
        .or(
            () ->
                codes.stream().anyMatch(code -> code.isWithin(called.strip()))
                    ? Optional.of(called.strip())
                    : Optional.empty())
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "the codebook has no code or group " + called.strip()));
  }

  // -- edits --

  /// Puts a code in, or changes the one of this name (capitals make no difference); a code that had
  /// its key loses it. `taken` are ids that were in use before. The code gets an id and a place
  /// where it has none yet.
  public List<Edit> define(Code code, Set<String> taken) {
    List<Edit> edits = new ArrayList<>();
    var before = called(code.name());
    if (code.key() != 0) {
      codes.stream()
          .filter(c -> c.key() == code.key() && !before.equals(Optional.of(c)))
          .forEach(c -> edits.add(change(c, c.withKey(0))));
    }
    var after =
        before
            .map(
                b ->
                    new Code(
                        b.id(),
                        b.name(),
                        code.key(),
                        b.place(),
                        code.use(),
                        code.colour(),
                        code.sense()))
            .orElseGet(() -> fresh(code, taken));
    if (!before.equals(Optional.of(after))) {
      edits.add(new Edit.Defined(before, Optional.of(after)));
    }
    return edits;
  }

  private Code fresh(Code like, Set<String> taken) {
    var code = like.named(placed(codes, like.name()));
    var id = code.id();
    for (var n = 2; taken.contains(id) || withId(id).isPresent(); n++) {
      id = code.id() + " " + n;
    }
    var place = code.place() == 0 ? last(code.group()) + 1 : code.place();
    return new Code(id, code.name(), code.key(), place, code.use(), code.colour(), code.sense());
  }

  private int last(String group) {
    return codes.stream()
        .filter(code -> code.group().equals(group))
        .mapToInt(Code::place)
        .max()
        .orElse(0);
  }

  /// Gives a code or group another own name; those below it go along.
  public List<Edit> rename(String called, String ownName) {
    if (ownName.contains(Code.BETWEEN.strip())) {
      throw new IllegalArgumentException("a name has no ›; `codebook move` takes it to a group");
    }
    var path = path(called);
    return repathed(path, Code.path(new Code(path, 0).group(), ownName.strip()));
  }

  /// Takes a code or group with all below it to another group (empty: to the top), before the one
  /// of that group that is called `before`, or to its end.
  public List<Edit> move(String called, String group, Optional<String> before) {
    var path = path(called);
    var own = new Code(path, 0).ownName();
    var into =
        group.isBlank()
            ? ""
            : find(group)
                .map(Code::name)
                .orElseGet(() -> new Code(placed(codes, Code.path(group.strip(), own)), 0).group());
    if (into.equals(path) || into.startsWith(path + Code.BETWEEN)) {
      throw new IllegalArgumentException("“" + path + "” cannot stand in itself");
    }
    var to = Code.path(into, own);
    var edits = to.equals(path) ? new ArrayList<Edit>() : repathed(path, to);
    return placed(edits, path, to, into, before);
  }

  /// Numbers the places of a group anew, with `to` before the one called `before` or last.
  private List<Edit> placed(
      List<Edit> edits, String path, String to, String group, Optional<String> before) {
    List<Code> siblings =
        new ArrayList<>(
            codes.stream().filter(c -> c.group().equals(group) && !c.name().equals(path)).toList());
    var moved = named(path);
    if (moved.isEmpty()) {
      return edits; // a group without a code of its own stands where its first code does
    }
    var next = before.map(this::the);
    var at = next.map(siblings::indexOf).orElse(siblings.size());
    if (at < 0) {
      throw new IllegalArgumentException(
          "“" + next.orElseThrow().name() + "” does not stand in " + group);
    }
    siblings.add(at, moved.get());
    List<Edit> all = new ArrayList<>();
    edits.stream().filter(edit -> !isOf(edit, moved.get())).forEach(all::add);
    for (var i = 0; i < siblings.size(); i++) {
      var one = siblings.get(i);
      var after = (one.equals(moved.get()) ? one.named(to) : one).at(i + 1);
      if (!one.equals(after)) {
        all.add(change(one, after));
      }
    }
    return all;
  }

  private static boolean isOf(Edit edit, Code code) {
    return edit instanceof Edit.Defined d && d.before().equals(Optional.of(code));
  }

  private List<Edit> repathed(String path, String to) {
    if (to.equals(path)) {
      return List.of();
    }
    refuse(inTheWay(codes, path, to));
    List<Edit> edits = new ArrayList<>();
    for (var code : codes) {
      if (code.isWithin(path)) {
        edits.add(change(code, code.named(to + code.name().substring(path.length()))));
      }
    }
    return edits;
  }

  private static void refuse(Optional<Code> inTheWay) {
    inTheWay.ifPresent(
        code -> {
          throw new IllegalArgumentException(
              "there is a code “"
                  + code.name()
                  + "” already; `codebook merge` makes two codes one");
        });
  }

  /// The code that has a name already which a code or group, or one below it, would get by going
  /// from path to path (capitals make no difference).
  public static Optional<Code> inTheWay(Collection<Code> codes, String from, String to) {
    var names =
        codes.stream()
            .filter(code -> code.isWithin(from))
            .map(code -> low(to + code.name().substring(from.length())))
            .collect(Collectors.toSet());
    names.add(low(to));
    return codes.stream()
        .filter(code -> !code.isWithin(from) && names.contains(low(code.name())))
        .findFirst();
  }

  /// A path below a group that is here, as that is written here.
  public static String placed(Collection<Code> codes, String path) {
    for (var group = new Code(path, 0).group(); !group.isEmpty(); ) {
      for (var code : codes) {
        if (isBelow(code.name(), group)) {
          return code.name().substring(0, group.length()) + path.substring(group.length());
        }
      }
      group = new Code(group, 0).group();
    }
    return path;
  }

  /// Whether a path is this group or stands below it; capitals make no difference.
  private static boolean isBelow(String path, String group) {
    return path.regionMatches(true, 0, group, 0, group.length())
        && (path.length() == group.length() || path.startsWith(Code.BETWEEN, group.length()));
  }

  static String low(String name) {
    return name.toLowerCase(Locale.ROOT);
  }

  /// Makes a code (none: it comes in) another one of the same id; where its name is another, what
  /// stands below it goes along.
  public List<Edit> become(Optional<Code> code, Code to) {
    var from = code.map(Code::name).orElse("");
    List<Edit> edits = new ArrayList<>();
    if (code.isEmpty()) {
      refuse(called(to.name()));
    } else if (!from.equals(to.name())) {
      repathed(from, to.name()).stream()
          .filter(edit -> !isOf(edit, code.get()))
          .forEach(edits::add);
    }
    if (!code.equals(Optional.of(to))) {
      edits.add(new Edit.Defined(code, Optional.of(to)));
    }
    return edits;
  }

  /// Makes two codes one: what was coded `from` is coded `into`, by the same coders under the same
  /// versions, and `from` leaves the codebook. What stands below it goes below the other.
  public List<Edit> merge(Code from, Code into, List<Coding> given, Collection<Coding> other) {
    if (from.equals(into)) {
      throw new IllegalArgumentException("“" + from.name() + "” is one code already");
    }
    if (into.isWithin(from.name())) {
      throw new IllegalArgumentException(
          "“" + into.name() + "” stands below “" + from.name() + "”; move it out first");
    }
    List<Edit> edits = new ArrayList<>(recoded(given, into, other));
    for (var code : codes) {
      if (code.isWithin(from.name()) && !code.equals(from)) {
        var to = into.name() + code.name().substring(from.name().length());
        if (called(to).isPresent()) {
          throw new IllegalArgumentException(
              "both have a code “" + code.ownName() + "” below them; merge these two first");
        }
        edits.add(change(code, code.named(to)));
      }
    }
    edits.add(new Edit.Defined(Optional.of(from), Optional.empty()));
    return edits;
  }

  /// Makes a code beside another, with what that one means, and gives it where `moving` says in the
  /// place of the other.
  public List<Edit> split(Code code, String ownName, List<Coding> moving, Set<String> taken) {
    var name = Code.path(code.group(), ownName.strip());
    called(name)
        .ifPresent(
            there -> {
              throw new IllegalArgumentException("there is a code “" + there.name() + "” already");
            });
    var fresh =
        fresh(new Code(name, name, 0, 0, Code.Use.GIVEN, code.colour(), code.sense()), taken);
    List<Edit> edits = new ArrayList<>();
    edits.add(new Edit.Defined(Optional.empty(), Optional.of(fresh)));
    edits.addAll(recoded(moving, fresh, List.of()));
    return edits;
  }

  private static List<Edit> recoded(List<Coding> given, Code into, Collection<Coding> there) {
    record By(Target target, String coder) {}
    var has = there.stream().map(c -> new By(c.target(), c.coder())).collect(Collectors.toSet());
    List<Edit> edits = new ArrayList<>();
    for (var coding : given) {
      edits.add(new Edit.Coded(coding, false));
      if (!has.contains(new By(coding.target(), coding.coder()))) {
        edits.add(
            new Edit.Coded(
                new Coding(coding.target(), into.id(), coding.coder(), coding.version()), true));
      }
    }
    return edits;
  }

  /// A code is given no more, and loses its key; where it was given it stays.
  public List<Edit> retire(Code code) {
    return code.use() == Code.Use.RETIRED
        ? List.of()
        : List.of(change(code, code.as(Code.Use.RETIRED).withKey(0)));
  }

  /// A retired code is given again.
  public List<Edit> bringBack(Code code) {
    return code.use() == Code.Use.RETIRED
        ? List.of(change(code, code.as(Code.Use.GIVEN)))
        : List.of();
  }

  /// This codebook after edits of it.
  public Codebook after(List<Edit> edits) {
    Map<String, Code> byId = new LinkedHashMap<>();
    codes.forEach(code -> byId.put(code.id(), code));
    for (var edit : edits) {
      if (edit instanceof Edit.Defined d) {
        d.before().ifPresent(code -> byId.remove(code.id()));
        d.after().ifPresent(code -> byId.put(code.id(), code));
      }
    }
    return new Codebook(List.copyOf(byId.values()));
  }

  private static Edit change(Code before, Code after) {
    return new Edit.Defined(Optional.of(before), Optional.of(after));
  }

  /// Whether these edits change what a code means or which there are, and not only keys, places,
  /// colours and memos: then what is coded afterwards is coded under another codebook.
  public static boolean isAnother(List<Edit> edits) {
    return edits.stream()
        .anyMatch(
            edit ->
                edit instanceof Edit.Defined d
                    && !Objects.equals(
                        d.before().map(Codebook::core), d.after().map(Codebook::core)));
  }

  /// Whether two codebooks have the same codes with the same names and meanings.
  public static boolean meansTheSame(List<Code> one, List<Code> other) {
    return one.stream()
        .map(Codebook::core)
        .collect(Collectors.toSet())
        .equals(other.stream().map(Codebook::core).collect(Collectors.toSet()));
  }

  private static Code core(Code code) {
    return new Code(code.id(), code.name(), 0, 0, code.use(), "", code.sense().withMemo(""));
  }
}
