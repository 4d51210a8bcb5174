package org.tellings.workbench;

import org.tellings.model.Code;
import org.tellings.model.Edit;
import org.tellings.model.FindingId;
import org.tellings.model.Target;
import org.tellings.store.Library;

/// What a single edit is about, in words for people who settle it.
final class About {

  /// All fields of a code.
  private static final int MOST = 8;

  private About() {}

  /// "quote “…” of a.txt: state: confirmed → rejected (AB, there CD)".
  static String words(Library library, Edit edit) {
    var changes =
        new Steps(library)
            .changes(edit).stream().map(Step.Change::inWords).distinct().limit(MOST).toList();
    return of(library, edit)
        + (changes.isEmpty() ? "" : ": " + String.join("; ", changes))
        + who(edit);
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

  /// What an edit is about, for people: `quote “…” of a.txt`.
  static String of(Library library, Edit edit) {
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
      case Edit.Closed _,
          Edit.Waits _,
          Edit.LeftOut _,
          Edit.Reread _,
          Edit.Learned _,
          Edit.Together _ ->
          "";
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
}
