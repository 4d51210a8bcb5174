package org.tellings.workbench;

import java.util.function.Function;
import org.tellings.model.Code;

/// The fields of a code that a person says something by, each compared and taken by itself. Number
/// keys and places are each library's own.
enum CodeField {
  NAME(Code::name, (to, from) -> to.named(from.name())),
  USE(Code::use, (to, from) -> to.as(from.use())),
  COLOUR(
      Code::colour,
      (to, from) ->
          new Code(to.id(), to.name(), to.key(), to.place(), to.use(), from.colour(), to.sense())),
  DEFINITION(
      code -> code.sense().definition(),
      (to, from) ->
          with(
              to,
              from.sense().definition(),
              to.sense().when(),
              to.sense().whenNot(),
              to.sense().examples())),
  WHEN(
      code -> code.sense().when(),
      (to, from) ->
          with(
              to,
              to.sense().definition(),
              from.sense().when(),
              to.sense().whenNot(),
              to.sense().examples())),
  WHEN_NOT(
      code -> code.sense().whenNot(),
      (to, from) ->
          with(
              to,
              to.sense().definition(),
              to.sense().when(),
              from.sense().whenNot(),
              to.sense().examples())),
  EXAMPLES(
      code -> code.sense().examples(),
      (to, from) ->
          with(
              to,
              to.sense().definition(),
              to.sense().when(),
              to.sense().whenNot(),
              from.sense().examples())),
  MEMO(
      code -> code.sense().memo(), (to, from) -> to.with(to.sense().withMemo(from.sense().memo())));

  private interface Taking {
    Code of(Code to, Code from);
  }

  private final Function<Code, Object> of;
  private final Taking taking;

  CodeField(Function<Code, Object> of, Taking taking) {
    this.of = of;
    this.taking = taking;
  }

  private static Code with(
      Code code, String definition, String when, String whenNot, String examples) {
    return code.with(new Code.Sense(definition, when, whenNot, examples, code.sense().memo()));
  }

  Object of(Code code) {
    return of.apply(code);
  }

  boolean isSame(Code one, Code other) {
    return of(one).equals(of(other));
  }

  /// Whether a new code has it so as long as nobody says anything.
  boolean isUnsaid(Code code) {
    return this != NAME && isSame(code, new Code(code.name(), 0));
  }

  /// `to` with this field as `from` has it.
  Code taking(Code to, Code from) {
    return taking.of(to, from);
  }
}
