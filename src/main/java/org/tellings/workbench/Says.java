package org.tellings.workbench;

import java.util.Arrays;
import java.util.Optional;
import org.tellings.model.Article;
import org.tellings.model.Code;
import org.tellings.model.Decision;
import org.tellings.model.Edit;
import org.tellings.model.Settlement;
import org.tellings.model.State;

/// What a value of a thing says, as a hash from which it cannot be read: packs tell so what stood
/// before. Two libraries hash what says the same alike, wherever its words stand.
final class Says {

  private static final int LENGTH = 8;

  /// What nobody writes.
  private static final String NONE = "\u0000";

  private Says() {}

  /// The hash of a value of what an edit is about; the empty text where there is none.
  static String hash(String salt, Edit edit, Optional<Object> value) {
    return value
        .map(one -> Article.sha256("says " + salt + "\n" + words(edit, one)).substring(0, LENGTH))
        .orElse("");
  }

  private static String words(Edit edit, Object value) {
    return switch (value) {
      case Decision d ->
          d.state()
              + " "
              + d.finding().said()
              + (d.state() == State.CORRECTED && edit instanceof Edit.Decided e
                  ? " "
                      + (d.finding().span().start() - e.id().span().start())
                      + " "
                      + d.finding().span().length()
                  : "");
      case Settlement s -> s.as().isPresent() + " " + s.coder() + " " + s.reason();
      case Code c -> c.toString();
      default -> edit instanceof Edit.Coded ? "" : value.toString();
    };
  }

  /// Some value that what an edit is about neither has here nor there.
  static Object another(Edit edit, Optional<Object> here, Optional<Object> there) {
    var any = here.or(() -> there);
    return switch (edit) {
      case Edit.Decided _ when any.isPresent() -> {
        var d = (Decision) any.get();
        var state =
            Arrays.stream(State.values())
                .filter(one -> one != State.MACHINE)
                .filter(one -> here.filter(v -> ((Decision) v).state() == one).isEmpty())
                .filter(one -> there.filter(v -> ((Decision) v).state() == one).isEmpty())
                .findFirst()
                .orElseThrow();
        yield new Decision(state, d.finding(), NONE, d.seen());
      }
      case Edit.Settled _ when any.isPresent() -> {
        var s = (Settlement) any.get();
        yield new Settlement(s.at(), s.code(), s.as(), NONE, NONE);
      }
      case Edit.Tied _ when any.isPresent() -> !Boolean.TRUE.equals(any.get());
      case Edit.Coded _ -> -1;
      case Edit.Noted _, Edit.Named _, Edit.Timed _, Edit.Dismissed _ -> NONE;
      default -> true;
    };
  }
}
