package org.tellings.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.UnaryOperator;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Coding;
import org.tellings.model.Decision;
import org.tellings.model.Edit;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Target;
import org.tellings.model.Waiting;
import org.tellings.store.EditRow;
import org.tellings.store.Library;

/// What another library says, made edits of this one: three ways where both came of one library, or
/// where the other was merged before; else two.
///
/// What only the other changed since then is taken over, what only this one changed stays. What
/// both changed otherwise stays as it is here, and the other's word is laid aside as a conflict.
final class Merging {

  /// What the other says, and what it said when the two last had the same.
  ///
  /// `theirs` are the single edits that make what stands there of nothing. `since` are the single
  /// edits that the other began with after that; empty when the two never had the same, and then
  /// all of `theirs` is news. `touched` are the keys that people ever touched there, and `said`
  /// tells of a key and a value whether it was so there before, `wasOurs` whether it was so here
  /// before and was taken back.
  record Other(
      String name,
      Standing theirs,
      CodesMerging.Books books,
      Optional<Map<String, Edit>> since,
      Set<String> touched,
      BiPredicate<String, Object> said,
      BiPredicate<String, Object> wasOurs) {}

  private final Library library;
  private final Standing mine;
  private final Set<String> touchedHere;
  private final Set<String> laidAsideBefore;
  private final Other other;
  private final Map<String, Edit> taken = new LinkedHashMap<>();
  private final Map<String, Waiting> conflicts = new LinkedHashMap<>();
  private final List<Edit> takenBack = new ArrayList<>();
  private final Map<String, List<Waiting>> waitingHere = new HashMap<>();
  private final Steps steps;
  private int already;

  /// `touchedHere` are the keys that people ever touched here, and `laidAsideBefore` the ids of all
  /// that was ever laid aside here.
  Merging(
      Library library,
      Standing mine,
      Set<String> touchedHere,
      Set<String> laidAsideBefore,
      Other other) {
    this.library = library;
    this.mine = mine;
    this.touchedHere = touchedHere;
    this.laidAsideBefore = laidAsideBefore;
    this.other = other;
    this.steps = new Steps(library);
    for (var edit : mine.edits()) {
      if (edit instanceof Edit.Waits w) {
        w.after()
            .filter(one -> one.why() == Waiting.Why.CONFLICT)
            .ifPresent(
                one ->
                    waitingHere
                        .computeIfAbsent(
                            Leaves.key(EditRow.edit(one.body())), _ -> new ArrayList<>())
                        .add(one));
      }
    }
  }

  /// The edits to be made here, those of the codebook first.
  List<Edit> edits() {
    return List.copyOf(taken.values());
  }

  /// What waits for a person's word, new or laid aside before and not settled yet.
  List<Waiting> conflicts() {
    return List.copyOf(conflicts.values());
  }

  /// What was given or said here, and taken back there since.
  List<Edit> takenBack() {
    return takenBack;
  }

  /// How many decisions stand here as they stand there.
  int already() {
    return already;
  }

  /// Goes through all that is news there.
  Merging run() {
    var keys = keysOfNews();
    var codes = codes(keys);
    var ties = new TiesMerging(library.ties());
    for (var key : keys) {
      var edit = edit(key);
      switch (edit) {
        case Edit.Defined _, Edit.Closed _ -> {} // done
        case Edit.Described d -> described(key, d);
        case Edit.Tied t -> tied(key, t, ties);
        case Edit.Coded c -> coded(key, c, codes);
        case Edit.Waits w -> waits(key, w);
        case Edit.Decided _,
            Edit.Noted _,
            Edit.Named _,
            Edit.Timed _,
            Edit.Dismissed _,
            Edit.Enrolled _,
            Edit.Finished _,
            Edit.Settled _ ->
            one(key, edit, Merging::isSame);
        case Edit.Presence p -> present(key, p);
        case Edit.Together _, Edit.Reread _, Edit.LeftOut _ ->
            throw new IllegalStateException("no single edit: " + key);
      }
    }
    return this;
  }

  /// Puts the codebooks together, with every code that comes in given somewhere.
  private CodesMerging codes(List<String> keys) {
    var codes =
        new CodesMerging(library, CodesMerging.Books.of(library), other.books(), this::isTakenBack);
    Set<String> news = new HashSet<>();
    Map<String, Code> before = new LinkedHashMap<>();
    for (var key : keys) {
      if (edit(key) instanceof Edit.Defined d) {
        var any = d.after().or(d::before).orElseThrow();
        news.add(any.id());
        if (other.since().isPresent()) {
          d.before().ifPresent(code -> before.put(code.id(), code));
        }
      }
    }
    codes.run(news, before);
    for (var key : keys) {
      if (mine.value(key).isEmpty()
          && other.theirs().edit(key).orElse(null) instanceof Edit.Coded c) {
        codes.need(c);
      }
    }
    codes.versions().forEach(edit -> taken.put(Leaves.key(edit), edit));
    codes.edits().forEach(edit -> taken.put(Leaves.key(edit), edit));
    codes.conflicts().forEach(this::conflict);
    already += codes.already();
    return codes;
  }

  /// Whether a coding here was given there too, and is not any more.
  private boolean isTakenBack(Coding coding) {
    var key = Leaves.key(new Edit.Coded(coding, true));
    return other.theirs().value(key).isEmpty()
        && other.since().map(since -> since.get(key)).flatMap(Leaves::before).isPresent();
  }

  private void coded(String key, Edit.Coded edit, CodesMerging codes) {
    one(
        key,
        edit,
        (_, _) -> true,
        to -> to instanceof Edit.Coded c && c.on() ? codes.coded(c) : to);
  }

  /// The keys of what is news there, in the order in which things depend on each other.
  private List<String> keysOfNews() {
    var keys =
        other.since().isEmpty()
            ? other.theirs().edits().stream().map(Leaves::key).toList()
            : new ArrayList<>(other.since().get().keySet());
    return keys.stream()
        .sorted(
            java.util.Comparator.comparing((String key) -> ORDER.indexOf(key.split(" ", 2)[0]))
                .thenComparing(key -> key))
        .toList();
  }

  private static final List<String> ORDER =
      List.of("present", "described", "code", "version", "coder", "decided");

  private Edit edit(String key) {
    return other.since().isEmpty()
        ? other.theirs().edit(key).orElseThrow()
        : Objects.requireNonNull(other.since().get().get(key));
  }

  /// An article that was taken out there goes here too, unless something was said of it here that
  /// was never said there.
  private void present(String key, Edit.Presence edit) {
    var id = edit.articles().getFirst();
    if (other.theirs().value(key).isEmpty()
        && mine.value(key).isPresent()
        && other.since().isPresent()
        && Leaves.before(edit).isPresent()
        && mine.edits().stream()
            .filter(one -> isSaidOf(one, id))
            .anyMatch(one -> !other.touched().contains(Leaves.key(one)))) {
      conflict(Leaves.with(edit, mine.value(key), Optional.empty()));
    } else {
      one(key, edit, Merging::isSame);
    }
  }

  private static boolean isSaidOf(Edit edit, ArticleId id) {
    return switch (edit) {
      case Edit.Decided d -> d.id().article().equals(id);
      case Edit.Noted n -> n.id().article().equals(id);
      case Edit.Coded c -> c.id().article().equals(id);
      case Edit.Named n -> n.id().article().equals(id);
      case Edit.Timed t -> t.id().article().equals(id);
      case Edit.Settled s -> s.after().filter(one -> one.at().article().equals(id)).isPresent();
      case Edit.Finished f -> f.article().equals(id);
      default -> false;
    };
  }

  interface Same {
    boolean of(Object one, Object other);
  }

  /// The three ways of one thing; `isSame` says of two values that they need no person's word.
  private void one(String key, Edit edit, Same isSame) {
    one(key, edit, isSame, to -> to);
  }

  /// The same; `here` makes of an edit what it is in this library.
  private void one(String key, Edit edit, Same isSame, UnaryOperator<Edit> here) {
    var a = mine.value(key);
    var b = other.theirs().value(key);
    var o = other.since().isEmpty() ? Optional.empty() : Leaves.before(edit);
    if (other.since().isPresent() && !b.equals(o)) {
      overtaken(key, o);
    }
    if (a.equals(b) || a.isPresent() && b.isPresent() && isSame.of(a.get(), b.get())) {
      already += b.isPresent() ? 1 : 0;
    } else if (b.equals(o)) {
      return; // touched there, and put back
    } else if (a.equals(o)
        || a.isEmpty() && other.since().isEmpty()
        || a.isPresent() && o.isPresent() && isSame.of(a.get(), o.get())) {
      var to = here.apply(Leaves.with(edit, a, b));
      if (a.isEmpty()
          && !(edit instanceof Edit.Presence || edit instanceof Edit.Enrolled)
          && b.filter(one -> other.wasOurs().test(key, one)).isPresent()) {
        conflict(to); // perhaps it only comes back by a third library
        return;
      }
      taken.put(key, to);
      if (b.isEmpty()) {
        takenBack.add(to);
      }
    } else {
      conflict(here.apply(Leaves.with(edit, a, b)));
    }
  }

  /// What is said of two findings there, where it can stand beside what is said here of others.
  private void tied(String key, Edit.Tied edit, TiesMerging ties) {
    one(key, edit, Merging::isSame);
    if (!(taken.get(key) instanceof Edit.Tied to)) {
      return;
    }
    if (to.before().isPresent()) {
      ties.forget(to);
    }
    if (to.after().isPresent() && !ties.fits(to, to.after().get().same())) {
      taken.remove(key);
      conflict(to);
      to.before().ifPresent(_ -> ties.put(new Edit.Tied(to.before(), to.before())));
    } else {
      ties.put(to);
    }
  }

  /// Two decisions say the same when they are of one state and read the words alike, whoever made
  /// them.
  private static boolean isSame(Object one, Object other) {
    return one instanceof Decision a
        && other instanceof Decision b
        && a.state() == b.state()
        && a.finding().span().equals(b.finding().span())
        && a.finding().saysAs(b.finding());
  }

  /// What stands over an article goes field by field: what a person never touched gives way.
  private void described(String key, Edit.Described edit) {
    var a = mine.value(key);
    var b = other.theirs().value(key);
    if (a.isEmpty() || b.isEmpty() || a.equals(b) || !other.touched().contains(key)) {
      return; // the article comes with its heading, is gone there, or the machine read it otherwise
    }
    var ours = (Heading) a.get();
    var theirs = (Heading) b.get();
    var before =
        other.since().isPresent() ? edit.before() : touchedHere.contains(key) ? Heading.NONE : ours;
    var to = ours;
    var left = ours;
    for (var field : HeadingField.values()) {
      if (field.isSame(ours, theirs) || field.isSame(theirs, before)) {
        continue;
      }
      if (field.isSame(ours, before) || field.isSame(ours, Heading.NONE)) {
        to = field.taking(to, theirs);
      }
      left = field.taking(left, theirs);
    }
    if (!to.equals(ours)) {
      taken.put(key, new Edit.Described(edit.id(), ours, to));
    }
    if (!left.equals(to)) {
      conflict(new Edit.Described(edit.id(), to, left));
    }
  }

  /// What waits there waits here too, unless it was laid aside here before.
  private void waits(String key, Edit.Waits edit) {
    var there = other.theirs().value(key).map(Waiting.class::cast);
    if (there.isPresent() && !laidAsideBefore.contains(there.get().id())) {
      taken.put(key, new Edit.Waits(Optional.empty(), there));
    } else if (there.isPresent() && mine.value(key).isPresent()) {
      already++;
    } else if (edit.before().isPresent() && there.isEmpty() && mine.value(key).isPresent()) {
      taken.put(key, new Edit.Waits(mine.value(key).map(Waiting.class::cast), Optional.empty()));
    }
  }

  /// A conflict about what the other said until then, which waits still, gives way to its later
  /// word.
  private void overtaken(String key, Optional<Object> said) {
    for (var waiting : waitingHere.getOrDefault(key, List.of())) {
      var word = Leaves.after(EditRow.edit(waiting.body()));
      if (word.equals(said) || word.filter(one -> other.said().test(key, one)).isPresent()) {
        letGo(waiting);
      }
    }
  }

  private void letGo(Waiting waiting) {
    conflicts.remove(waiting.id());
    taken.put("waits " + waiting.id(), new Edit.Waits(Optional.of(waiting), Optional.empty()));
  }

  /// Lays aside the other's word, once.
  private void conflict(Edit edit) {
    var word = edit instanceof Edit.Described d ? HeadingField.differing(d) : edit;
    var after = Leaves.after(word);
    var bare =
        EditRow.text(
            after.isPresent() ? Leaves.with(word, Optional.empty(), after) : Leaves.gone(word));
    var id =
        Article.sha256(Leaves.key(edit) + "\n" + (after.isPresent() ? bare : "")).substring(0, 12);
    // of a heading what stood here is kept too: it tells which fields the conflict is about
    var body = edit instanceof Edit.Described ? EditRow.text(word) : bare;
    var waiting = new Waiting(id, other.name(), Waiting.Why.CONFLICT, words(edit), body);
    if (mine.value("waits " + id).isPresent()) {
      conflicts.put(id, waiting);
      already++;
    } else if (laidAsideBefore.contains(id)) {
      already++; // a person settled it
    } else {
      conflicts.put(id, waiting);
      taken.put("waits " + id, new Edit.Waits(Optional.empty(), Optional.of(waiting)));
    }
  }

  /// "quote “…” of a.txt: state: confirmed → rejected (AB, there CD)".
  private String words(Edit edit) {
    var changes =
        steps.changes(edit).stream().map(Step.Change::inWords).distinct().limit(6).toList();
    return about(edit) + (changes.isEmpty() ? "" : ": " + String.join("; ", changes)) + who(edit);
  }

  private static String who(Edit edit) {
    return edit instanceof Edit.Decided d && d.after().isPresent()
        ? " ("
            + d.before().map(one -> "here " + one.coder() + ", ").orElse("")
            + "there "
            + d.after().get().coder()
            + ")"
        : "";
  }

  private String about(Edit edit) {
    return about(library, edit);
  }

  /// What an edit is about, for people: `quote “…” of a.txt`.
  static String about(Library library, Edit edit) {
    return switch (edit) {
      case Edit.Decided d -> named(library, d.id());
      case Edit.Noted n -> "note on " + named(library, n.id());
      case Edit.Named n -> "name of " + named(library, n.id());
      case Edit.Timed t -> "date of " + named(library, t.id());
      case Edit.Tied t -> {
        var tie = t.after().or(t::before).orElseThrow();
        yield named(library, tie.one()) + " and " + named(library, tie.other());
      }
      case Edit.Described d ->
          "article " + library.article(d.id()).map(a -> Words.excerpt(a.title())).orElse("");
      case Edit.Defined d -> "code “" + d.after().or(d::before).map(Code::name).orElse("") + "”";
      case Edit.Dismissed d -> "anomaly " + d.id();
      case Edit.Settled s -> {
        var at = s.after().or(s::before).orElseThrow().at();
        yield "disagreement on "
            + library
                .article(at.article())
                .map(a -> Words.excerpt(at.span().in(a.text())))
                .orElse(at.toString());
      }
      case Edit.Coded c ->
          "code on " + c.id() + " (" + named(library, c.id()) + ") by " + c.coder();
      case Edit.Finished f -> "article finished by " + f.coder();
      case Edit.Enrolled e -> "coder " + e.coder();
      case Edit.Presence p -> "article " + p.articles().getFirst();
      case Edit.Closed _, Edit.Waits _, Edit.LeftOut _, Edit.Reread _, Edit.Together _ -> "";
    };
  }

  private static String named(Library library, Target id) {
    var what = id instanceof FindingId finding ? finding.kind().word() : "words";
    return library
        .article(id.article())
        .filter(a -> id.span().end() <= a.text().length())
        .map(a -> what + " " + Words.excerpt(id.span().in(a.text())) + " of " + a.file())
        .orElse(id.toString());
  }

  /// The ids of all that was laid aside in a library, as far as its steps stand: what waits, and
  /// what a person let go. What a merge let go, since the other said something else then, is laid
  /// aside again when the other says it again.
  static Set<String> laidAside(Library library) {
    Set<String> ids = new HashSet<>();
    for (var step : library.journal(Integer.MAX_VALUE).reversed()) {
      if (!step.undone()) {
        var edit = library.edit(step);
        var isMerge = Touches.mark(edit).isPresent();
        Leaves.of(edit)
            .filter(Edit.Waits.class::isInstance)
            .map(Edit.Waits.class::cast)
            .forEach(
                w -> {
                  if (isMerge) {
                    w.before().ifPresent(one -> ids.remove(one.id()));
                  }
                  w.after().ifPresent(one -> ids.add(one.id()));
                });
      }
    }
    return ids;
  }
}
