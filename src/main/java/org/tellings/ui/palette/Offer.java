package org.tellings.ui.palette;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.tellings.model.State;
import org.tellings.ui.kit.Command;

/// One thing the palette offers. `quoted`: its words are an article's. Without a command it only
/// says what one may type. `others` is what else can be done with it.
record Offer(
    String section,
    String icon,
    String words,
    String beside,
    boolean quoted,
    Optional<State> state,
    Optional<Command> command,
    List<Command> others) {

  /// The key of what an offer does aside.
  static final String ASIDE = "Shortcut+Enter";

  Offer {
    others = List.copyOf(others);
  }

  static Offer of(String section, String icon, String words, String beside, Runnable run) {
    return of(section, icon, words, beside, Command.quiet("", words, run));
  }

  static Offer of(String section, String icon, String words, String beside, Command command) {
    return new Offer(
        section, icon, words, beside, false, Optional.empty(), Optional.of(command), List.of());
  }

  Offer with(List<Command> more) {
    List<Command> all = new ArrayList<>(others);
    all.addAll(more);
    return new Offer(section, icon, words, beside, quoted, state, command, all);
  }

  /// What Enter does with the shortcut key held down: one of the others, or the command itself
  /// where that key stands beside it.
  Optional<Command> aside() {
    return Stream.concat(others.stream(), command.stream())
        .filter(c -> c.key().equals(ASIDE))
        .findFirst();
  }

  /// All that can be done with it, an offer each; `first` says what Enter does.
  List<Offer> actions(String first) {
    List<Offer> all = new ArrayList<>();
    command.ifPresent(c -> all.add(of(words, "fth-corner-down-right", first, "", c)));
    others.forEach(c -> all.add(of(words, "fth-corner-down-right", c.words(), "", c)));
    return all;
  }
}
