package org.tellings.workbench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.tellings.model.Code;
import org.tellings.model.Edit;
import org.tellings.model.Settlement;

/// What a step changed of the codebook, or settled, in the fields of codes.
final class CodeSteps {

  private CodeSteps() {}

  static List<Step.Change> of(Edit.Defined d) {
    var before = d.before().map(CodeSteps::in);
    var after = d.after().map(CodeSteps::in);
    if (d.before().isEmpty() || d.after().isEmpty()) {
      return List.of(new Step.Change("", "codebook", before, after));
    }
    var from = fields(d.before().get());
    var to = fields(d.after().get());
    var changes =
        from.keySet().stream()
            .filter(field -> !Objects.equals(from.get(field), to.get(field)))
            .map(
                field ->
                    new Step.Change(
                        "",
                        field,
                        known(from.getOrDefault(field, "")),
                        known(to.getOrDefault(field, ""))))
            .toList();
    if (before.equals(after)) {
      return changes;
    }
    List<Step.Change> all = new ArrayList<>();
    all.add(new Step.Change("", "codebook", before, after));
    changes.stream().filter(change -> !change.field().equals("place")).forEach(all::add);
    return all;
  }

  static Step.Change of(Edit.Settled t, UnaryOperator<String> names) {
    var any = t.after().or(t::before).orElseThrow();
    return new Step.Change(
        any.at().toString(),
        "settled " + names.apply(any.code()),
        t.before().map(CodeSteps::in),
        t.after().map(CodeSteps::in));
  }

  private static String in(Settlement s) {
    return s.as().map(span -> "coded at " + span.start() + "-" + span.end()).orElse("not coded")
        + (s.reason().isEmpty() ? "" : ": " + s.reason());
  }

  private static String in(Code code) {
    return code.name()
        + (code.key() == 0 ? "" : " (key " + code.key() + ")")
        + (code.isGiven() ? "" : " (" + code.use().word() + ")");
  }

  private static Map<String, String> fields(Code code) {
    Map<String, String> fields = new LinkedHashMap<>();
    fields.put("definition", code.sense().definition());
    fields.put("when to use", code.sense().when());
    fields.put("when not", code.sense().whenNot());
    fields.put("examples", code.sense().examples());
    fields.put("memo", code.sense().memo());
    fields.put("colour", code.colour());
    fields.put("place", Integer.toString(code.place()));
    return fields;
  }

  private static Optional<String> known(String value) {
    return Optional.of(value).filter(v -> !v.isEmpty());
  }
}
