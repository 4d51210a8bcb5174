package org.tellings.workbench;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
  private final Meeting meeting;
  private final Predicate<Coding> leaves;
  private final Books mine;
  private final Books theirs;
  private final Map<String, Code> now = new LinkedHashMap<>();
  private final Map<String, Code> there = new LinkedHashMap<>();
  private final List<Apart> conflicts = new ArrayList<>();
  private final Set<String> needed = new HashSet<>();
  private final Map<String, Code> names = new LinkedHashMap<>();
  private final List<Both> both = new ArrayList<>();
  private final Set<Integer> used = new TreeSet<>();
  private final Map<Integer, Integer> numbers = new HashMap<>();
  private final List<Edit> closed = new ArrayList<>();
  private int already;

  /// `leaves` says of a coding here that it is taken back by what is merged.
  CodesMerging(
      Library library, Books mine, Books theirs, Meeting meeting, Predicate<Coding> leaves) {
    this.library = library;
    this.meeting = meeting;
    this.leaves = leaves;
    this.mine = mine;
    this.theirs = theirs;
    mine.now().forEach(code -> now.put(code.id(), code));
    Code.inOrder(theirs.now()).forEach(code -> there.put(code.id(), code));
  }

  List<Apart> conflicts() {
    return conflicts;
  }

  int already() {
    return already;
  }

  // -- codes --

  /// What is in conflict, from what it is here to what it is there, and the versions there of the
  /// aspects that are.
  record Apart(Edit edit, Map<String, Version> versions) {}

  /// Puts the code with this id, if it is here, together with that of there.
  void code(String id, boolean isOwn) {
    @Nullable Code a = now.get(id);
    @Nullable Code b = there.get(id);
    if (a != null && b != null) {
      both(a, b, isOwn);
    } else if (a != null && !isOwn) {
      gone(a);
    } else if (b == null && !isOwn) {
      var any = new Edit.Defined(Optional.empty(), Optional.of(new Code(id, 0)));
      for (var aspect : Aspect.all(any)) {
        meeting.agree(aspect, Optional.empty(), Optional.empty());
      }
    }
  }

  /// Takes the code with this id in, if it is not here. With `isOwn` the other is this library at
  /// an earlier moment: a code that is lacking comes back.
  void coming(String id, boolean isOwn) {
    @Nullable Code b = there.get(id);
    if (b == null || now.containsKey(id)) {
      return;
    }
    if (isOwn) {
      now.put(id, fresh(b));
    } else {
      comes(b);
    }
  }

  private static String key(Code code) {
    return Leaves.key(new Edit.Defined(Optional.empty(), Optional.of(code)));
  }

  private static Optional<Object> said(CodeField field, Code code) {
    return field.isUnsaid(code) ? Optional.empty() : Optional.of(field.of(code));
  }

  /// A code that is not here: it comes unless it was taken out here, and what was said of it since
  /// is laid aside then.
  private void comes(Code b) {
    var key = key(b);
    var there = Aspect.there(key);
    var who = meeting.ofCode(there, Optional.empty(), Optional.of(b));
    var isNeeded = needed.contains(b.id());
    if (who == Meeting.Who.THEY || isNeeded) {
      now.put(b.id(), fresh(b));
      if (who == Meeting.Who.THEY) {
        meeting.take(there, Optional.empty(), Optional.of(b));
      } else { // it was taken out here, and is given again
        meeting.answer(there, Optional.empty(), Optional.of(b));
      }
      for (var field : CodeField.values()) {
        if (field == CodeField.NAME && !here(b).name().equals(path(b))) {
          meeting.answer(Aspect.of(key, field), Optional.empty(), said(field, b)); // “Name (2)”
        } else {
          meeting.take(Aspect.of(key, field), Optional.empty(), said(field, b));
        }
      }
      return;
    }
    Map<String, Version> apart = new LinkedHashMap<>();
    if (who == Meeting.Who.BOTH) {
      apart.put(there, meeting.there(there, Optional.of(b)));
    }
    for (var field : CodeField.values()) {
      var aspect = Aspect.of(key, field);
      var of = meeting.who(aspect, Optional.empty(), said(field, b));
      if (of == Meeting.Who.THEY || of == Meeting.Who.BOTH) {
        apart.put(aspect, meeting.there(aspect, said(field, b)));
      }
    }
    if (!apart.isEmpty() && who != Meeting.Who.SETTLED) {
      conflicts.add(new Apart(new Edit.Defined(Optional.empty(), Optional.of(b)), apart));
    }
  }

  /// A code that is here and there, and the fields in conflict.
  private record Both(Code a, Code b, Map<CodeField, Version> apart) {}

  private void both(Code a, Code b, boolean isOwn) {
    var key = key(a);
    meeting.agree(Aspect.there(key), Optional.of(a), Optional.of(b));
    var to = a;
    Map<CodeField, Version> apart = new TreeMap<>();
    for (var field : CodeField.values()) {
      var aspect = Aspect.of(key, field);
      var here = said(field, a);
      var told = said(field, b);
      var who = meeting.who(aspect, here, told);
      if (field == CodeField.NAME) {
        if (who == Meeting.Who.THEY && !a.name().equals(path(b))) {
          names.put(b.id(), b);
        } else if (who == Meeting.Who.KEPT) {
          meeting.keep(aspect, here, told);
        }
      } else if (field.isSame(a, b)) {
        meeting.agree(aspect, here, told);
      } else if (who == Meeting.Who.THEY && !(field == CodeField.USE && isGivenGroup(b))) {
        to = field.taking(to, b);
        meeting.take(aspect, here, told);
      } else if (who == Meeting.Who.KEPT) {
        meeting.keep(aspect, here, told);
      } else if (who == Meeting.Who.THEY || who == Meeting.Who.BOTH || isOwn && told.isPresent()) {
        apart.put(field, meeting.there(aspect, told));
      }
    }
    if (to.use() == Code.Use.GROUP && needed.contains(b.id())) { // what is given is no group
      to = to.as(Code.Use.GIVEN);
      meeting.answer(Aspect.of(key, CodeField.USE), said(CodeField.USE, a), said(CodeField.USE, b));
    }
    already += a.equals(b) ? 1 : 0;
    replace(a, to);
    both.add(new Both(a, b, apart));
  }

  /// Whether a code that only holds others there is given here.
  private boolean isGivenGroup(Code b) {
    return b.use() == Code.Use.GROUP && !library.codings().given(b.id()).isEmpty();
  }

  /// Gives the codes the names they have there: each when it is free, those that only stand in each
  /// other's way together; where one is taken here, it is a conflict.
  void names() {
    var isNew = true;
    while (isNew) {
      isNew = false;
      for (var b : List.copyOf(names.values())) {
        if (Codebook.inTheWay(now.values(), here(b).name(), path(b)).isEmpty()) {
          take(b, path(b));
          isNew = true;
        }
      }
    }
    ring();
    both.forEach(this::conflict);
  }

  /// What is in conflict of a code, now that all have the names that they get.
  private void conflict(Both one) {
    var b = one.b();
    var here = here(b);
    var name = Aspect.of(key(b), CodeField.NAME);
    var told = said(CodeField.NAME, b);
    var isNew = meeting.who(name, said(CodeField.NAME, one.a()), told) == Meeting.Who.BOTH;
    var left = here;
    Map<String, Version> apart = new LinkedHashMap<>();
    if (here.name().equals(path(b))) {
      if (!meeting.learned().containsKey(name)) {
        meeting.agree(name, said(CodeField.NAME, one.a()), told);
      }
    } else if (isNew || names.containsKey(b.id())) {
      left = left.named(path(b));
      apart.put(name, meeting.there(name, told));
    }
    for (var field : one.apart().entrySet()) {
      left = field.getKey().taking(left, b);
      apart.put(Aspect.of(key(b), field.getKey()), field.getValue());
    }
    if (!apart.isEmpty()) {
      conflicts.add(new Apart(new Edit.Defined(Optional.of(here), Optional.of(left)), apart));
    }
  }

  /// All that are left at once, if no name is there twice then.
  private void ring() {
    var before = new LinkedHashMap<>(now);
    Map<Code, String> to = new LinkedHashMap<>();
    names.values().forEach(b -> to.put(b, path(b)));
    for (var b : to.keySet()) {
      replace(here(b), here(b).named(TakingIn.free(here(b).name(), this::isCalled)));
    }
    to.forEach((b, name) -> replace(here(b), here(b).named(name)));
    var after = now.values().stream().map(code -> code.name().toLowerCase(Locale.ROOT)).toList();
    var isFit = after.size() == Set.copyOf(after).size();
    var merged = new LinkedHashMap<>(now);
    now.clear();
    now.putAll(before);
    if (isFit) {
      to.keySet().forEach(b -> take(b, here(b).name()));
      now.putAll(merged);
    }
  }

  private Code here(Code b) {
    return Optional.ofNullable(now.get(b.id())).orElseThrow();
  }

  private boolean isCalled(String name) {
    return now.values().stream().anyMatch(code -> code.name().equalsIgnoreCase(name));
  }

  private void take(Code b, String name) {
    var a = here(b);
    replace(a, a.named(name));
    names.remove(b.id());
    meeting.take(
        Aspect.of(key(b), CodeField.NAME), said(CodeField.NAME, a), said(CodeField.NAME, b));
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

  /// A code that is not there: it goes where it was taken out there and nobody here said anything
  /// that is not known there. Where it is given it stays, retired.
  private void gone(Code a) {
    var key = key(a);
    var there = Aspect.there(key);
    var who = meeting.ofCode(there, Optional.of(a), Optional.empty());
    var isOurs =
        Arrays.stream(CodeField.values())
            .anyMatch(
                field -> {
                  var of = meeting.who(Aspect.of(key, field), said(field, a), Optional.empty());
                  return of == Meeting.Who.WE || of == Meeting.Who.BOTH || of == Meeting.Who.KEPT;
                });
    if (who == Meeting.Who.THEY && !isOurs) {
      if (library.codings().given(a.id()).stream().allMatch(leaves)) {
        now.remove(a.id());
        meeting.take(there, Optional.of(a), Optional.empty());
        for (var field : CodeField.values()) {
          meeting.agree(Aspect.of(key, field), said(field, a), Optional.empty());
        }
      } else {
        now.put(a.id(), a.as(Code.Use.RETIRED).withKey(0));
        meeting.answer(there, Optional.of(a), Optional.empty());
      }
    } else if (who == Meeting.Who.THEY
        || who == Meeting.Who.BOTH
            && !meeting.isApart(there, Optional.of(a), Optional.empty())
            && !meeting.keeps(there, Optional.of(a), Optional.empty())) {
      conflicts.add(
          new Apart(
              new Edit.Defined(Optional.of(a), Optional.empty()),
              Map.of(there, meeting.there(there, Optional.empty()))));
    }
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
    needed.add(coded.code());
    used.add(coded.version());
  }

  /// The edits of the codebook, in an order in which no code gets a name that another still has.
  List<Edit> edits() {
    List<Edit> edits = new ArrayList<>();
    Map<String, Code> is = new LinkedHashMap<>();
    mine.now().forEach(code -> is.put(code.id(), code));
    Set<String> open = new LinkedHashSet<>(is.keySet());
    open.addAll(now.keySet());
    open.removeIf(id -> Objects.equals(is.get(id), now.get(id)));
    while (!open.isEmpty()) {
      var free = open.stream().filter(id -> isFree(id, is)).findFirst();
      var id = free.orElseGet(open.iterator()::next);
      var before = Optional.ofNullable(is.get(id));
      var after = Optional.ofNullable(now.get(id));
      if (free.isEmpty()) { // names in a ring: one goes out of the way first
        var name =
            TakingIn.free(
                before.orElseThrow().name(),
                path ->
                    isCalled(path) || is.values().stream().anyMatch(c -> c.name().equals(path)));
        after = before.map(code -> code.named(name));
      } else {
        open.remove(id);
      }
      edits.add(new Edit.Defined(before, after));
      is.remove(id);
      after.ifPresent(code -> is.put(id, code));
    }
    return edits;
  }

  private boolean isFree(String id, Map<String, Code> is) {
    var to = now.get(id);
    return to == null
        || is.values().stream()
            .noneMatch(code -> !code.id().equals(id) && code.name().equalsIgnoreCase(to.name()));
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
