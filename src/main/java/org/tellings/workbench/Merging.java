package org.tellings.workbench;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Coding;
import org.tellings.model.Decision;
import org.tellings.model.Edit;
import org.tellings.model.Heading;
import org.tellings.model.State;
import org.tellings.model.Waiting;
import org.tellings.store.Library;

/// What another library says, made edits of this one.
///
/// Of each [Aspect] the two versions tell whose word is the later one: theirs is taken over, ours
/// stays. Where each said something without knowing of the other's word, ours stays, and theirs is
/// laid aside as a conflict. See [Version].
final class Merging {

  /// What the other says: `theirs` are the single edits that make what stands there of nothing,
  /// `versions` whose words they are, also of what stands no more. `isOwn`: it is this library at
  /// an earlier moment, and brings back what stood then.
  record Other(
      String name, Standing theirs, CodesMerging.Books books, Versions versions, boolean isOwn) {}

  private final Library library;
  private final Standing mine;
  private final Versions versions;
  private final Other other;
  private final Meeting meeting;
  private final Map<String, Edit> taken = new LinkedHashMap<>();
  private final Aside aside;
  private final List<Edit> takenBack = new ArrayList<>();
  private final List<Edit> gone = new ArrayList<>();
  private int already;

  /// `letGo` are the ids of what waited for its article here and was let go.
  Merging(Library library, Standing mine, Versions versions, Set<String> letGo, Other other) {
    this.library = library;
    this.mine = mine;
    this.versions = versions;
    this.other = other;
    this.meeting = new Meeting(versions, other.versions());
    this.aside = new Aside(library, mine, other, meeting, letGo);
  }

  /// The edits to be made here, those of the codebook first.
  List<Edit> edits() {
    List<Edit> edits = new ArrayList<>(taken.values());
    edits.addAll(aside.edits());
    return edits;
  }

  /// What is known of the other from now on; none where nothing is new.
  List<Edit> learned() {
    return meeting.learned().isEmpty() && edits().isEmpty()
        ? List.of()
        : List.of(Versions.learned(other.name(), meeting.learned(), gone));
  }

  /// What waits for a person's word, new or laid aside before and not settled yet.
  List<Waiting> conflicts() {
    return aside.conflicts();
  }

  /// What waits for its article there and here.
  List<Waiting> lost() {
    return aside.lost();
  }

  /// What was given or said here, and taken back there since.
  List<Edit> takenBack() {
    return takenBack;
  }

  /// How many decisions stand here as they stand there.
  int already() {
    return already + aside.already();
  }

  /// Goes through all that people said there.
  Merging run() {
    var keys = keys();
    var codes = codes(keys);
    var ties = new TiesMerging(library.ties());
    for (var key : keys) {
      var edit = edit(key);
      switch (edit) {
        case Edit.Defined _, Edit.Closed _ -> {} // done
        case Edit.Described d -> described(key, d);
        case Edit.Tied t -> tied(key, t, ties);
        case Edit.Coded c -> coded(key, c, codes);
        case Edit.Waits w -> aside.waits(w);
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
        case Edit.Together _, Edit.Reread _, Edit.LeftOut _, Edit.Learned _ ->
            throw new IllegalStateException("no single edit: " + key);
      }
    }
    other.versions().aspects().stream()
        .filter(PackReader::isOrigin)
        .forEach(aspect -> meeting.know(aspect, other.versions().of(aspect)));
    aside.overtaken();
    return this;
  }

  /// The keys of what stands there or was touched there, in the order in which things depend on
  /// each other.
  private List<String> keys() {
    Set<String> keys = new HashSet<>(other.versions().things().keySet());
    other.theirs().edits().forEach(edit -> keys.add(Leaves.key(edit)));
    return keys.stream()
        .sorted(
            java.util.Comparator.comparing((String key) -> ORDER.indexOf(key.split(" ", 2)[0]))
                .thenComparing(key -> key))
        .toList();
  }

  private static final List<String> ORDER =
      List.of("present", "described", "code", "version", "coder", "decided");

  private Edit edit(String key) {
    return other
        .theirs()
        .edit(key)
        .orElseGet(() -> Leaves.gone(Objects.requireNonNull(other.versions().things().get(key))));
  }

  /// Puts the codebooks together, with every code that comes in given somewhere.
  private CodesMerging codes(List<String> keys) {
    var codes =
        new CodesMerging(
            library, CodesMerging.Books.of(library), other.books(), meeting, this::leaves);
    for (var key : keys) {
      if (mine.value(key).isEmpty()
          && other.theirs().edit(key).orElse(null) instanceof Edit.Coded c
          && (other.isOwn()
              || meeting.who(key, Optional.empty(), other.theirs().value(key))
                  == Meeting.Who.THEY)) {
        codes.need(c);
      }
    }
    for (var key : keys) {
      if (edit(key) instanceof Edit.Defined d) {
        codes.code(d.after().or(d::before).orElseThrow().id(), other.isOwn());
        gone(key, d, mine.value(key).or(() -> other.theirs().value(key)));
      }
    }
    codes.names();
    for (var key : keys) { // what is renamed takes what stands below it along, not what comes
      if (edit(key) instanceof Edit.Defined d) {
        codes.coming(d.after().or(d::before).orElseThrow().id(), other.isOwn());
      }
    }
    codes.versions().forEach(edit -> taken.put(Leaves.key(edit), edit));
    var ordered = codes.edits();
    for (var i = 0; i < ordered.size(); i++) { // one that goes in two steps has two edits
      taken.put(Leaves.key(ordered.get(i)) + "\n" + i, ordered.get(i));
    }
    codes.conflicts().forEach(this::conflict);
    already += codes.already();
    return codes;
  }

  /// Whether a coding here was taken back there.
  private boolean leaves(Coding coding) {
    var key = Leaves.key(new Edit.Coded(coding, true));
    return other.theirs().value(key).isEmpty()
        && meeting.who(key, mine.value(key), Optional.empty()) == Meeting.Who.THEY;
  }

  private void coded(String key, Edit.Coded edit, CodesMerging codes) {
    one(
        key,
        edit,
        (_, _) -> true,
        to -> to instanceof Edit.Coded c && c.on() ? codes.coded(c) : to);
  }

  /// An article that was taken out there goes here too, unless something was said of it here that
  /// is not known there.
  private void present(String key, Edit.Presence edit) {
    var id = edit.articles().getFirst();
    var a = mine.value(key);
    var b = other.theirs().value(key);
    if (a.isPresent()
        && b.isEmpty()
        && meeting.who(key, a, b) == Meeting.Who.THEY
        && mine.edits().stream()
            .filter(one -> isSaidOf(one, id))
            .anyMatch(one -> isUnknownThere(one, id))) {
      conflict(Leaves.with(edit, a, b), Map.of(key, meeting.there(key, b)));
    } else {
      one(key, edit, Merging::isSame);
    }
  }

  /// Whether something said here was not known there when the article was taken out.
  private boolean isUnknownThere(Edit edit, ArticleId article) {
    return Aspect.all(edit).stream()
        .anyMatch(
            aspect ->
                !versions.of(aspect).news(other.versions().of(aspect)).isEmpty()
                    || !other.versions().wasKnown(article, versions.of(aspect)));
  }

  private static boolean isSaidOf(Edit edit, ArticleId id) {
    return switch (edit) {
      case Edit.Decided d -> d.id().article().equals(id);
      case Edit.Noted n -> n.id().article().equals(id);
      case Edit.Coded c -> c.id().article().equals(id);
      case Edit.Named n -> n.id().article().equals(id);
      case Edit.Timed t -> t.id().article().equals(id);
      case Edit.Described d -> d.id().equals(id);
      case Edit.Tied t ->
          t.after()
              .filter(tie -> tie.one().article().equals(id) || tie.other().article().equals(id))
              .isPresent();
      case Edit.Settled s -> s.after().filter(one -> one.at().article().equals(id)).isPresent();
      case Edit.Finished f -> f.article().equals(id);
      default -> false;
    };
  }

  interface Same {
    boolean of(Object one, Object other);
  }

  /// One thing; `isSame` says of two values that they need no person's word.
  private void one(String key, Edit edit, Same isSame) {
    one(key, edit, isSame, to -> to);
  }

  /// The same; `here` makes of an edit what it is in this library.
  private void one(String key, Edit edit, Same isSame, UnaryOperator<Edit> here) {
    var a = mine.value(key);
    var b = other.theirs().value(key);
    if (a.equals(b) || a.isPresent() && b.isPresent() && isSame.of(a.get(), b.get())) {
      already += b.isPresent() && !(edit instanceof Edit.Presence) ? 1 : 0;
      meeting.agree(key, a, b);
      gone(key, edit, a);
      return;
    }
    var who = meeting.who(key, a, b);
    if (other.isOwn()) {
      if (a.isEmpty()) {
        taken.put(key, here.apply(Leaves.with(edit, a, b)));
      } else if (b.isPresent()) {
        conflict(here.apply(Leaves.with(edit, a, b)), Map.of(key, meeting.there(key, b)));
      }
      return;
    }
    var isApart = who == Meeting.Who.BOTH && meeting.isApart(key, a, b);
    if (who == Meeting.Who.THEY || isApart && comes(edit) && a.isEmpty()) {
      take(key, here.apply(Leaves.with(edit, a, b)), a, b);
    } else if (who == Meeting.Who.KEPT) {
      meeting.keep(key, a, b);
    } else if (who == Meeting.Who.BOTH && !(isApart && b.isEmpty()) && !meeting.keeps(key, a, b)) {
      conflict(here.apply(Leaves.with(edit, a, b)), Map.of(key, meeting.there(key, b)));
    }
  }

  /// Keeps what a thing is that never stood here and stands no more there, so that others who ask
  /// this library hear that it was taken back.
  private void gone(String key, Edit edit, Optional<Object> here) {
    if (here.isEmpty()
        && Aspect.all(edit).stream().anyMatch(meeting.learned()::containsKey)
        && !versions.things().containsKey(key)
        && !(edit instanceof Edit.Presence)) {
      gone.add(Leaves.gone(edit));
    }
  }

  /// Articles and coders that are there come here, also where they were taken out here once.
  private static boolean comes(Edit edit) {
    return edit instanceof Edit.Presence || edit instanceof Edit.Enrolled;
  }

  private void take(String key, Edit to, Optional<Object> a, Optional<Object> b) {
    taken.put(key, to);
    meeting.take(key, a, b);
    if (b.isEmpty()) {
      takenBack.add(to);
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
      meeting.forget(key);
      conflict(to, Map.of(key, meeting.there(key, other.theirs().value(key))));
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
        && a.finding().saysAs(b.finding())
        && (a.state() != State.CORRECTED
            || Fields.beside(a.finding()).equals(Fields.beside(b.finding())));
  }

  /// What stands over an article goes field by field.
  private void described(String key, Edit.Described edit) {
    var b = other.theirs().value(key).map(Heading.class::cast);
    var a = mine.value(key).map(Heading.class::cast);
    if (b.isEmpty() || a.isEmpty() && !taken.containsKey("present " + edit.id())) {
      return; // the article is gone there, or stays out here
    }
    if (a.isEmpty()) {
      a = library.article(edit.id()).map(Article::heading);
    }
    if (a.isEmpty()) { // it comes with its heading
      for (var field : HeadingField.values()) {
        meeting.agree(Aspect.of(key, field), Optional.empty(), Optional.empty());
      }
      return;
    }
    var ours = a.get();
    var theirs = b.get();
    var to = ours;
    Map<String, Version> apart = new LinkedHashMap<>();
    List<HeadingField> left = new ArrayList<>();
    for (var field : HeadingField.values()) {
      var aspect = Aspect.of(key, field);
      var who = meeting.who(aspect, Optional.empty(), Optional.empty());
      if (field.isSame(ours, theirs)) {
        meeting.agree(aspect, Optional.empty(), Optional.empty());
      } else if (who == Meeting.Who.THEY) {
        to = field.taking(to, theirs);
        meeting.take(aspect, Optional.empty(), Optional.empty());
      } else if (who == Meeting.Who.KEPT) {
        meeting.keep(aspect, Optional.empty(), Optional.empty());
      } else if (who == Meeting.Who.BOTH) {
        left.add(field);
        apart.put(aspect, meeting.there(aspect, Optional.empty()));
      }
    }
    if (!to.equals(ours)) {
      taken.put(key, new Edit.Described(edit.id(), ours, to));
    }
    if (!left.isEmpty()) {
      var word = to;
      for (var field : left) {
        word = field.taking(word, theirs);
      }
      conflict(new Edit.Described(edit.id(), to, word), apart);
    }
  }

  private void conflict(CodesMerging.Apart apart) {
    conflict(apart.edit(), apart.versions());
  }

  private void conflict(Edit edit, Map<String, Version> versions) {
    aside.conflict(edit, versions);
  }
}
