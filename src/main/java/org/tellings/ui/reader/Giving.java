package org.tellings.ui.reader;

import static org.tellings.ui.kit.Texts.t;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.tellings.model.Code;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;

/// Codes given to the selected finding. Only on the screen's thread.
///
/// A code that is given stands at the finding at once; the library keeps it in the background, and
/// what it says then takes its place.
final class Giving {

  private record Given(FindingId id, String code) {}

  private final ReaderModel model;

  /// How often each is on its way to the library.
  private final Map<Given, Integer> onTheWay = new HashMap<>();

  Giving(ReaderModel model) {
    this.model = model;
  }

  Optional<Code> codeOn(int key) {
    return model.codes.get().stream().filter(c -> c.key() == key).findFirst();
  }

  /// Findings as the library has them, with the codes that are on their way there.
  List<Kept> on(List<Kept> findings) {
    return onTheWay.isEmpty() ? findings : findings.stream().map(this::on).toList();
  }

  private Kept on(Kept kept) {
    var fresh =
        onTheWay.keySet().stream()
            .filter(given -> given.id().equals(kept.id()))
            .map(Given::code)
            .filter(code -> !kept.codes().contains(code))
            .toList();
    return fresh.isEmpty()
        ? kept
        : new Kept(
            kept.id(),
            kept.state(),
            kept.finding(),
            kept.machine(),
            kept.note(),
            Stream.concat(kept.codes().stream(), fresh.stream()).sorted().toList(),
            kept.seen());
  }

  /// Gives the selected finding a code, or takes it back when it has it.
  void toggle(String name) {
    model
        .current()
        .ifPresent(
            kept -> {
              var given = new Given(kept.id(), name);
              if (!kept.codes().contains(name)) {
                onTheWay.merge(given, 1, Integer::sum);
                model.show(on(model.findings.get()));
              }
              var desk = model.desk;
              desk.tasks()
                  .edit(
                      () -> {
                        var on = !desk.workbench().hasCoded(kept.id(), name);
                        desk.workbench().code(List.of(kept.id()), name, on);
                        return on ? t("Coded: {0}", name) : t("Code taken back: {0}", name);
                      },
                      done -> {
                        arrived(given);
                        model.told(done);
                      },
                      problem -> {
                        arrived(given);
                        desk.failed(problem);
                        model.reload();
                      });
            });
  }

  private void arrived(Given given) {
    onTheWay.computeIfPresent(given, (_, n) -> n == 1 ? null : Objects.requireNonNull(n) - 1);
  }

  /// Takes back the last of the selected finding's codes, as they stand in the inspector.
  void takeLast() {
    model
        .current()
        .filter(kept -> !kept.codes().isEmpty())
        .ifPresent(kept -> toggle(kept.codes().getLast()));
  }

  /// Puts a code into the codebook under the first free key and gives it to the selected finding.
  void create(String name) {
    var all = model.codes.get();
    var free = Code.freeKey(all);
    var known = all.stream().anyMatch(c -> c.name().equals(name.strip()));
    var workbench = model.desk.workbench();
    model
        .current()
        .ifPresent(
            kept ->
                model.edit(
                    t("Coded: {0}", name.strip()),
                    () -> {
                      if (known) {
                        workbench.code(List.of(kept.id()), name.strip(), true);
                      } else {
                        workbench.code(kept.id(), new Code(name.strip(), free));
                      }
                    }));
  }
}
