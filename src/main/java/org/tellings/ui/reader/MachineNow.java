package org.tellings.ui.reader;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.tellings.model.Kept;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Nodes;

/// What the machine reads now of a finding that a person decided on another reading of.
final class MachineNow {

  private MachineNow() {}

  /// "Machine now reads: speaker Ada Lund, cue said": the fields that read otherwise than what
  /// counts; empty when there is nothing to tell.
  static Optional<String> words(Kept kept) {
    return kept.machineNow().map(now -> t("Machine now reads: {0}", fields(kept, Field.of(now))));
  }

  private static String fields(Kept kept, List<Field> now) {
    var counts = Field.of(kept.finding());
    List<String> told = new ArrayList<>();
    for (var i = 0; i < now.size(); i++) {
      if (!now.get(i).value().equals(counts.get(i).value())) {
        told.add(now.get(i).words().toLowerCase(java.util.Locale.ROOT) + " " + now.get(i).shown());
      }
    }
    return String.join(", ", told);
  }

  /// The words over their two ways out; empty when there is nothing to tell.
  static Optional<Node> box(Kept kept, ReaderModel model) {
    return words(kept)
        .map(
            words -> {
              var told = Nodes.label(words);
              told.setWrapText(true);
              var use =
                  Nodes.button("fth-check", t("Use"), use(model), "secondary", "small-button");
              use.setId("use-machine");
              Nodes.hint(use, t("Confirms the finding as the machine reads it now"));
              var dismiss =
                  Nodes.button("fth-x", t("Dismiss"), dismiss(model), "secondary", "small-button");
              dismiss.setId("dismiss-machine");
              Nodes.hint(dismiss, t("Leaves the finding as it was decided"));
              var box = new VBox(8, told, new HBox(8, use, dismiss));
              box.setId("machine-now");
              box.getStyleClass().add("state-box");
              return box;
            });
  }

  /// The keys of the two ways out; none when there is nothing to tell.
  static List<Command> commands(Kept kept, ReaderModel model) {
    return kept.machineNow().isPresent() ? List.of(use(model), dismiss(model)) : List.of();
  }

  private static Command use(ReaderModel model) {
    return Command.quiet(
            "Shift+U", t("Use what the machine now reads"), () -> model.machineNow(true))
        .changing();
  }

  private static Command dismiss(ReaderModel model) {
    return Command.quiet(
            "Shift+D", t("Dismiss what the machine now reads"), () -> model.machineNow(false))
        .changing();
  }
}
