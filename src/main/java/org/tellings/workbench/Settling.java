package org.tellings.workbench;

import static org.tellings.workbench.Workbench.trying;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tellings.coding.Codebook;
import org.tellings.coding.TakingIn;
import org.tellings.model.Code;
import org.tellings.model.Edit;
import org.tellings.model.Heading;
import org.tellings.model.Tie;
import org.tellings.model.Waiting;
import org.tellings.store.EditRow;
import org.tellings.store.Library;
import org.tellings.workbench.MergeDesk.Choice;

/// The edits that take the other's word where a merge found a conflict.
final class Settling {

  private final Workbench workbench;
  private final Library library;

  /// The codebook as the conflicts settled before leave it.
  private Codebook book;

  private final Codebook start;

  /// The codes about which there is a conflict that would give them another name.
  private final Set<String> leaving;

  /// One object settles what is settled in one step; `waiting` is all that is laid aside.
  Settling(Workbench workbench, Library library, List<Waiting> waiting) {
    this.workbench = workbench;
    this.library = library;
    this.start = workbench.codebook().now();
    this.book = start;
    this.leaving =
        waiting.stream()
            .filter(w -> w.why() == Waiting.Why.CONFLICT)
            .map(w -> EditRow.edit(w.body()))
            .flatMap(edit -> edit instanceof Edit.Defined d ? d.after().stream() : Stream.of())
            .filter(
                code ->
                    start.withId(code.id()).filter(c -> !c.name().equals(code.name())).isPresent())
            .map(Code::id)
            .collect(Collectors.toSet());
  }

  /// What is to be done so that the other's word holds, or both; `standing` is what stands here
  /// now.
  List<Edit> taking(Waiting waiting, Standing standing, Choice choice) {
    if (waiting.why() == Waiting.Why.LOST) {
      throw new IllegalArgumentException(
          waiting.words() + ": it waits for its article and can only be let go");
    }
    var edit = EditRow.edit(waiting.body());
    var now = standing.value(Leaves.key(edit));
    if (choice == Choice.BOTH) {
      if (!(edit instanceof Edit.Noted n)) {
        throw new IllegalArgumentException(
            "only of two notes both can be kept: " + waiting.words());
      }
      var here = now.map(String::valueOf).orElse("");
      return List.of(
          new Edit.Noted(n.id(), here, here.isEmpty() ? n.after() : here + "\n\n" + n.after()));
    }
    return switch (edit) {
      case Edit.Tied t when t.after().isPresent() -> tied(t);
      case Edit.Described d -> heading(workbench.there(d.id()).heading(), d);
      case Edit.Defined d -> defined(d);
      case Edit.Coded c when c.on() -> coded(c, now);
      case Edit.Decided _,
          Edit.Noted _,
          Edit.Named _,
          Edit.Timed _,
          Edit.Dismissed _,
          Edit.Coded _,
          Edit.Enrolled _,
          Edit.Finished _,
          Edit.Settled _,
          Edit.Tied _,
          Edit.Presence _ ->
          now.equals(Leaves.after(edit))
              ? List.of()
              : List.of(Leaves.with(edit, now, Leaves.after(edit)));
      case Edit.Closed _,
          Edit.Waits _,
          Edit.Together _,
          Edit.Reread _,
          Edit.LeftOut _,
          Edit.Learned _ ->
          throw new IllegalStateException("no conflict: " + waiting.body());
    };
  }

  /// A code that is given is in the codebook, also where it was taken out meanwhile.
  private List<Edit> coded(Edit.Coded edit, Optional<Object> now) {
    List<Edit> edits = new ArrayList<>();
    if (book.withId(edit.code()).isEmpty()) {
      edits.addAll(book.become(Optional.empty(), former(edit.code())));
      book = book.after(edits);
    }
    if (now.isEmpty()) {
      edits.add(edit);
    }
    return edits;
  }

  /// A code as it was when it was last in the codebook.
  private Code former(String id) {
    var codings = library.codings();
    for (var n = codings.version(); n > 0; n--) {
      for (var code : codings.codes(n).orElse(List.of())) {
        if (code.id().equals(id)) {
          return code.withKey(0)
              .named(TakingIn.free(code.name(), path -> book.called(path).isPresent()));
        }
      }
    }
    return new Code(id, 0).named(TakingIn.free(id, path -> book.called(path).isPresent()));
  }

  /// Only the fields in conflict become those of there; the others were perhaps corrected since.
  private static List<Edit> heading(Heading here, Edit.Described there) {
    var to = HeadingField.taken(here, there);
    return to.equals(here) ? List.of() : List.of(new Edit.Described(there.id(), here, to));
  }

  private List<Edit> tied(Edit.Tied edit) {
    var ties = new Ties(trying(library::ties));
    Optional<Tie> to = edit.after();
    if (to.isPresent() && to.get().same()) {
      ties.merge(List.of(to.get().one(), to.get().other()));
    } else if (to.isPresent()) {
      ties.split(List.of(to.get().one()), List.of(to.get().other()));
    } else {
      return List.of();
    }
    return ties.edits();
  }

  /// A code gets the meaning of there; its name only where that is free, and its key stays.
  private List<Edit> defined(Edit.Defined edit) {
    var id = edit.after().or(edit::before).map(Code::id).orElseThrow();
    var here = book.withId(id);
    var there = edit.after();
    List<Edit> edits = new ArrayList<>();
    if (there.isPresent()) {
      var to =
          here.map(
                  code ->
                      taken(
                          code,
                          edit.before().orElse(code),
                          there.get().named(name(there.get(), code))))
              .orElse(there.get());
      edits.addAll(stepAside(id, to.name()));
      edits.addAll(book.become(book.withId(id), to));
    } else {
      here.ifPresent(
          code ->
              edits.addAll(
                  trying(() -> library.codings().given(id)).isEmpty()
                      ? List.of(new Edit.Defined(here, Optional.empty()))
                      : book.retire(code)));
    }
    book = book.after(edits);
    return edits;
  }

  /// A code with the fields of there that were in conflict: the others were perhaps changed since.
  private static Code taken(Code here, Code was, Code there) {
    var to = here;
    for (var field : CodeField.values()) {
      if (!field.isSame(was, there)) {
        to = field.taking(to, there);
      }
    }
    return to;
  }

  /// A code that has the name, and that is called otherwise there too, gets a number behind its
  /// name until its own conflict is settled: so two that swapped their names can be settled.
  private List<Edit> stepAside(String id, String name) {
    var inTheWay =
        book.called(name).filter(c -> !c.id().equals(id)).filter(c -> leaving.contains(c.id()));
    if (inTheWay.isEmpty()) {
      return List.of();
    }
    var code = inTheWay.get();
    var edits =
        book.become(
            inTheWay,
            code.named(TakingIn.free(code.name(), path -> book.called(path).isPresent())));
    book = book.after(edits);
    return edits;
  }

  /// The name of there; where that is the one here, it may have changed with its group meanwhile.
  private String name(Code there, Code here) {
    var isSame = start.withId(here.id()).filter(c -> c.name().equals(there.name())).isPresent();
    return isSame ? here.name() : there.name();
  }
}
