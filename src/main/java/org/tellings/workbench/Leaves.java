package org.tellings.workbench;

import java.util.Optional;
import java.util.stream.Stream;
import org.tellings.model.Code;
import org.tellings.model.Coding;
import org.tellings.model.Decision;
import org.tellings.model.Edit;
import org.tellings.model.Heading;
import org.tellings.model.Settlement;
import org.tellings.model.Tie;
import org.tellings.model.Waiting;

/// Edits taken apart into single ones, each of which changes one thing from one value to another.
///
/// What an edit changes is its key: two edits of one key are about the same thing. A value is
/// absent where there is nothing: no decision, no note, a code not given.
final class Leaves {

  private Leaves() {}

  /// The single edits of an edit, in order; those that change nothing a library is merged by
  /// (rereadings, files left out, marks of merges) are none.
  static Stream<Edit> of(Edit edit) {
    return switch (edit) {
      case Edit.Together t -> t.edits().stream().flatMap(Leaves::of);
      case Edit.Presence p ->
          p.articles().stream().map(id -> new Edit.Presence(java.util.List.of(id), p.present()));
      case Edit.Reread _, Edit.LeftOut _, Edit.Learned _ -> Stream.of();
      case Edit.Waits w when isMark(w) -> Stream.of();
      case Edit.Decided _,
          Edit.Noted _,
          Edit.Described _,
          Edit.Coded _,
          Edit.Defined _,
          Edit.Closed _,
          Edit.Enrolled _,
          Edit.Finished _,
          Edit.Settled _,
          Edit.Tied _,
          Edit.Named _,
          Edit.Timed _,
          Edit.Dismissed _,
          Edit.Waits _ ->
          Stream.of(edit);
    };
  }

  /// Whether it says only what was merged.
  static boolean isMark(Edit.Waits w) {
    return any(w).why() == Waiting.Why.MERGED;
  }

  private static Waiting any(Edit.Waits w) {
    return w.after().or(w::before).orElseThrow();
  }

  /// What a single edit is about. Of a tie, a settlement or a code that says neither what was nor
  /// what is, as libraries hold them of former versions, nobody knows.
  static String key(Edit edit) {
    return switch (edit) {
      case Edit.Decided d -> "decided " + d.id();
      case Edit.Noted n -> "noted " + n.id();
      case Edit.Named n -> "named " + n.id();
      case Edit.Timed t -> "timed " + t.id();
      case Edit.Dismissed d -> "dismissed " + d.id();
      case Edit.Described d -> "described " + d.id();
      case Edit.Presence p -> "present " + p.articles().getFirst();
      case Edit.Coded c -> "coded " + c.id() + "\t" + c.coder() + "\t" + c.code();
      case Edit.Defined d -> "code " + d.after().or(d::before).map(Code::id).orElse("");
      case Edit.Closed c -> "version " + c.version();
      case Edit.Enrolled e -> "coder " + e.coder();
      case Edit.Finished f -> "finished " + f.article() + "\t" + f.coder();
      case Edit.Settled s -> {
        var any = s.after().or(s::before);
        yield "settled " + any.map(one -> one.at() + "\t" + one.code()).orElse("");
      }
      case Edit.Tied t -> {
        var any = t.after().or(t::before);
        yield "tied " + any.map(one -> one.one() + " " + one.other()).orElse("");
      }
      case Edit.Waits w -> "waits " + any(w).id();
      case Edit.Together _, Edit.Reread _, Edit.LeftOut _, Edit.Learned _ ->
          throw new IllegalArgumentException("no single edit");
    };
  }

  static Optional<Object> after(Edit edit) {
    return before(edit.inverse());
  }

  static Optional<Object> before(Edit edit) {
    return switch (edit) {
      case Edit.Decided d -> d.before().map(Object.class::cast);
      case Edit.Noted n -> text(n.before());
      case Edit.Named n -> text(n.before());
      case Edit.Timed t -> text(t.before());
      case Edit.Dismissed d -> text(d.before());
      case Edit.Described d -> Optional.of(d.before());
      case Edit.Presence p -> on(!p.present());
      case Edit.Coded c -> c.on() ? Optional.empty() : Optional.of(c.version());
      case Edit.Defined d -> d.before().map(Object.class::cast);
      case Edit.Closed c -> c.on() ? Optional.empty() : Optional.of(c.codes());
      case Edit.Enrolled e -> on(!e.on());
      case Edit.Finished f -> on(!f.on());
      case Edit.Settled s -> s.before().map(Object.class::cast);
      case Edit.Tied t -> t.before().map(Tie::same);
      case Edit.Waits w -> w.before().map(Object.class::cast);
      case Edit.Together _, Edit.Reread _, Edit.LeftOut _, Edit.Learned _ ->
          throw new IllegalArgumentException("no single edit");
    };
  }

  private static Optional<Object> text(String text) {
    return text.isEmpty() ? Optional.empty() : Optional.of(text);
  }

  private static Optional<Object> on(boolean is) {
    return is ? Optional.of(true) : Optional.empty();
  }

  /// The edit that takes what `edit` is about from one value to another.
  static Edit with(Edit edit, Optional<Object> from, Optional<Object> to) {
    return switch (edit) {
      case Edit.Decided d ->
          new Edit.Decided(d.id(), from.map(Decision.class::cast), to.map(Decision.class::cast));
      case Edit.Noted n -> new Edit.Noted(n.id(), text(from), text(to));
      case Edit.Named n -> new Edit.Named(n.id(), text(from), text(to));
      case Edit.Timed t -> new Edit.Timed(t.id(), text(from), text(to));
      case Edit.Dismissed d -> new Edit.Dismissed(d.id(), text(from), text(to));
      case Edit.Described d ->
          new Edit.Described(
              d.id(),
              from.map(Heading.class::cast).orElse(Heading.NONE),
              to.map(Heading.class::cast).orElse(Heading.NONE));
      case Edit.Presence p -> new Edit.Presence(p.articles(), to.isPresent());
      case Edit.Coded c ->
          new Edit.Coded(
              new Coding(
                  c.id(), c.code(), c.coder(), (Integer) to.or(() -> from).orElse(c.version())),
              to.isPresent());
      case Edit.Defined _ -> new Edit.Defined(from.map(Code.class::cast), to.map(Code.class::cast));
      case Edit.Closed c -> new Edit.Closed(c.version(), c.codes(), to.isPresent());
      case Edit.Enrolled e -> new Edit.Enrolled(e.coder(), to.isPresent());
      case Edit.Finished f -> new Edit.Finished(f.article(), f.coder(), to.isPresent());
      case Edit.Settled _ ->
          new Edit.Settled(from.map(Settlement.class::cast), to.map(Settlement.class::cast));
      case Edit.Tied t -> {
        var any = t.after().or(t::before).orElseThrow();
        yield new Edit.Tied(from.map(same -> tie(any, same)), to.map(same -> tie(any, same)));
      }
      case Edit.Waits _ ->
          new Edit.Waits(from.map(Waiting.class::cast), to.map(Waiting.class::cast));
      case Edit.Together _, Edit.Reread _, Edit.LeftOut _, Edit.Learned _ ->
          throw new IllegalArgumentException("no single edit");
    };
  }

  /// The edit that says of what `edit` is about that there is nothing.
  static Edit gone(Edit edit) {
    return switch (edit) {
      case Edit.Tied _, Edit.Settled _, Edit.Defined _ ->
          with(edit, before(edit).or(() -> after(edit)), Optional.empty());
      case Edit.Decided _,
          Edit.Noted _,
          Edit.Named _,
          Edit.Timed _,
          Edit.Dismissed _,
          Edit.Described _,
          Edit.Presence _,
          Edit.Coded _,
          Edit.Closed _,
          Edit.Enrolled _,
          Edit.Finished _ ->
          with(edit, Optional.empty(), Optional.empty());
      case Edit.Waits _, Edit.Together _, Edit.Reread _, Edit.LeftOut _, Edit.Learned _ ->
          throw new IllegalArgumentException("no single edit that stands for something");
    };
  }

  private static Tie tie(Tie any, Object same) {
    return new Tie(any.one(), any.other(), Boolean.TRUE.equals(same));
  }

  private static String text(Optional<Object> value) {
    return value.map(String.class::cast).orElse("");
  }
}
