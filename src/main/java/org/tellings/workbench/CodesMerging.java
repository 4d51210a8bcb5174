package org.tellings.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.tellings.coding.Codebook;
import org.tellings.coding.TakingIn;
import org.tellings.model.Code;
import org.tellings.model.Coding;
import org.tellings.model.Edit;
import org.tellings.store.Library;

/// The codebook of another library put into the one here.
///
/// Codes are the same when their ids are. A code of another id whose name is taken here comes in as
/// “Name (2)”; `codebook merge` makes two codes one. Number keys and places here stay. What was
/// coded under a codebook of there is coded under the same codebook here: one that is lacking is
/// kept as a former version.
final class CodesMerging {

  /// A codebook with its number, and the former ones by theirs.
  record Books(List<Code> now, int version, Map<Integer, List<Code>> former) {

    static Books of(Library library) {
      var codings = library.codings();
      Map<Integer, List<Code>> former = new TreeMap<>();
      for (var n = 1; n < codings.version(); n++) {
        var number = n;
        codings.codes(n).ifPresent(codes -> former.put(number, codes));
      }
      return new Books(codings.codes(), codings.version(), former);
    }

    @Nullable List<Code> under(int number) {
      return number == version ? now : former.get(number);
    }
  }

  private final Library library;
  private final Predicate<Coding> leaves;
  private final Books mine;
  private final Books theirs;
  private final Map<String, Code> now = new LinkedHashMap<>();
  private final Map<String, Code> there = new LinkedHashMap<>();
  private final List<Edit> conflicts = new ArrayList<>();
  private final Set<Integer> used = new TreeSet<>();
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final List<Edit> closed = new ArrayList<>();
  private int already;

  /// `leaves` says of a coding here that it is taken back by what is merged.
  CodesMerging(Library library, Books mine, Books theirs, Predicate<Coding> leaves) {
    this.library = library;
    this.leaves = leaves;
    this.mine = mine;
    this.theirs = theirs;
    mine.now().forEach(code -> now.put(code.id(), code));
    Code.inOrder(theirs.now()).forEach(code -> there.put(code.id(), code));
  }

  /// What is in conflict, from what it is here to what it is there.
  List<Edit> conflicts() {
    return conflicts;
  }

  int already() {
    return already;
  }

  // -- codes --

  /// Goes through the codes that are news there; `before` has what each was when the two last had
  /// the same.
  void run(Set<String> news, Map<String, Code> before) {
    for (var id : there.keySet()) {
      if (news.contains(id)) {
        code(id, Optional.ofNullable(before.get(id)));
      }
    }
    for (var id : news) {
      if (!there.containsKey(id)) {
        gone(id, Optional.ofNullable(before.get(id)));
      }
    }
  }

  private void code(String id, Optional<Code> before) {
    var b = there(id);
    @Nullable Code a = now.get(id);
    if (a == null) {
      if (before.isEmpty() || !before.get().equals(b)) {
        now.put(id, fresh(b));
      }
      return;
    }
    if (a.equals(b)) {
      already++;
      return;
    }
    var o = before.orElse(new Code(a.name(), 0));
    var to = a;
    var left = a;
    for (var field : FIELDS) {
      var mineIs = field.of().apply(a);
      var theirIs = field.of().apply(b);
      if (mineIs.equals(theirIs) || theirIs.equals(field.of().apply(o)) && before.isPresent()) {
        continue;
      }
      if (theirIs.equals("") || before.isEmpty() && theirIs.equals(Code.Use.GIVEN)) {
        continue; // nothing is said there
      }
      left = field.taking().of(left, b);
      if (mineIs.equals(field.of().apply(o)) && before.isPresent() || mineIs.equals("")) {
        to = field.taking().of(to, b);
      }
    }
    if (!a.name().equals(b.name()) && (before.isEmpty() || !before.get().name().equals(b.name()))) {
      var name = path(b);
      var isFree = Codebook.inTheWay(now.values(), a.name(), name).isEmpty();
      if (before.isPresent() && before.get().name().equals(a.name()) && isFree) {
        to = to.named(name);
        left = left.named(name);
      } else if (!name.equals(a.name())) {
        left = left.named(name);
      }
    }
    replace(a, to);
    if (!left.equals(to)) {
      conflicts.add(new Edit.Defined(Optional.of(to), Optional.of(left)));
    }
  }

  /// Puts a code in the place of another; what stands below it goes along.
  private void replace(Code from, Code to) {
    now.put(to.id(), to);
    if (!from.name().equals(to.name())) {
      now.replaceAll(
          (id, code) ->
              !id.equals(to.id()) && code.isWithin(from.name())
                  ? code.named(to.name() + code.name().substring(from.name().length()))
                  : code);
    }
  }

  private Code there(String id) {
    return Optional.ofNullable(there.get(id)).orElseThrow();
  }

  private void gone(String id, Optional<Code> before) {
    @Nullable Code a = now.get(id);
    if (a == null) {
      return;
    }
    if (before.filter(was -> was.withKey(0).at(0).equals(a.withKey(0).at(0))).isEmpty()) {
      conflicts.add(new Edit.Defined(Optional.of(a), Optional.empty()));
    } else if (library.codings().given(id).stream().allMatch(leaves)) {
      now.remove(id);
    } else {
      now.put(id, a.as(Code.Use.RETIRED).withKey(0));
    }
  }

  private record Field(Function<Code, Object> of, Taking taking) {}

  private interface Taking {
    Code of(Code to, Code from);
  }

  private static final List<Field> FIELDS =
      List.of(
          new Field(Code::use, (to, from) -> to.as(from.use())),
          new Field(
              Code::colour,
              (to, from) ->
                  new Code(
                      to.id(),
                      to.name(),
                      to.key(),
                      to.place(),
                      to.use(),
                      from.colour(),
                      to.sense())),
          sense(Code.Sense::definition, 0),
          sense(Code.Sense::when, 1),
          sense(Code.Sense::whenNot, 2),
          sense(Code.Sense::examples, 3),
          sense(Code.Sense::memo, 4));

  private static Field sense(Function<Code.Sense, Object> part, int at) {
    return new Field(
        code -> part.apply(code.sense()),
        (to, from) -> {
          var s = to.sense();
          var f = from.sense();
          return to.with(
              new Code.Sense(
                  at == 0 ? f.definition() : s.definition(),
                  at == 1 ? f.when() : s.when(),
                  at == 2 ? f.whenNot() : s.whenNot(),
                  at == 3 ? f.examples() : s.examples(),
                  at == 4 ? f.memo() : s.memo()));
        });
  }

  private Code fresh(Code code) {
    var name = TakingIn.free(path(code), path -> isTaken(path, code.id()));
    var hasKey = now.values().stream().anyMatch(c -> c.key() != 0 && c.key() == code.key());
    return (hasKey ? code.withKey(0) : code).named(name);
  }

  private boolean isTaken(String name, String id) {
    return now.values().stream()
        .anyMatch(code -> !code.id().equals(id) && code.name().equalsIgnoreCase(name));
  }

  /// A code's name, below its group as that is called here.
  private String path(Code code) {
    return there.values().stream()
        .filter(group -> group.name().equals(code.group()) && !code.group().isEmpty())
        .findFirst()
        .map(group -> Optional.ofNullable(now.get(group.id())).map(Code::name).orElse(code.group()))
        .map(group -> Code.path(group, code.ownName()))
        .orElseGet(() -> Codebook.placed(now.values(), code.name()));
  }

  /// Says that a code of there is given here: it is in the codebook then.
  void need(Edit.Coded coded) {
    if (!now.containsKey(coded.code()) && there.containsKey(coded.code())) {
      now.put(coded.code(), fresh(there(coded.code())));
    }
    used.add(coded.version());
  }

  /// The edits of the codebook.
  List<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    Map<String, Code> was = new LinkedHashMap<>();
    mine.now().forEach(code -> was.put(code.id(), code));
    Set<String> ids = new java.util.LinkedHashSet<>(was.keySet());
    ids.addAll(now.keySet());
    for (var id : ids) {
      var before = Optional.ofNullable(was.get(id));
      var after = Optional.ofNullable(now.get(id));
      if (!before.equals(after)) {
        edits.add(new Edit.Defined(before, after));
      }
    }
    return edits;
  }

  // -- versions --

  /// Finds the numbers that the codebooks of there have here; the edits that keep those lacking.
  List<Edit> versions() {
    var merged = List.copyOf(now.values());
    Map<Integer, List<Code>> lacking = new TreeMap<>();
    Set<Integer> inUse = new HashSet<>();
    for (var number : used) {
      var codes = theirs.under(number);
      if (number == 0 || codes == null) {
        numbers.put(number, Math.min(number, mine.version()));
      } else if (Codebook.meansTheSame(codes, mine.now())) {
        numbers.put(number, mine.version());
      } else if (Codebook.meansTheSame(codes, merged)) {
        inUse.add(number);
      } else {
        mine.former().entrySet().stream()
            .filter(former -> Codebook.meansTheSame(former.getValue(), codes))
            .findFirst()
            .ifPresentOrElse(
                former -> numbers.put(number, former.getKey()), () -> lacking.put(number, codes));
      }
    }
    var wasUsed =
        library.codings().used().stream().anyMatch(u -> u.version() == mine.version())
            || numbers.containsValue(mine.version());
    var next = mine.version();
    if (wasUsed && (!lacking.isEmpty() || Codebook.isAnother(edits()))) {
      closed.add(new Edit.Closed(next, mine.now(), true));
      next++;
    }
    for (var one : lacking.entrySet()) {
      closed.add(new Edit.Closed(next, one.getValue(), true));
      numbers.put(one.getKey(), next);
      next++;
    }
    for (var number : inUse) {
      numbers.put(number, next);
    }
    return closed;
  }

  /// A coding of there as it is here.
  Edit.Coded coded(Edit.Coded c) {
    return new Edit.Coded(
        new Coding(c.id(), c.code(), c.coder(), numbers.getOrDefault(c.version(), c.version())),
        c.on());
  }
}
