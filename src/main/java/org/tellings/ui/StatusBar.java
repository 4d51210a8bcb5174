package org.tellings.ui;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.layout.HBox;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;

/// The keys that work here and now, what was done last with the way back, the running job, and the
/// counts of the view. Only on the screen's thread.
final class StatusBar extends HBox {

  private static final int MOST_KEYS = 9;
  private final Runnable toJob;
  private String done = "";
  private Optional<Command> back = Optional.empty();
  private String before = "";

  /// `toJob` shows the job that runs.
  StatusBar(Runnable toJob) {
    this.toJob = toJob;
    getStyleClass().add("status-bar");
  }

  /// Says what was done, and what takes it back where something does.
  void done(String words, Optional<Command> back) {
    done = words;
    this.back = back;
  }

  /// `keys` are those that work now, `isTyping` says that a text field keeps others, `job` is how
  /// far the files are that go in unseen, or nothing, `upkeep` other long work.
  void show(
      List<Command> keys, boolean isTyping, String job, Optional<Jobs.Now> upkeep, String counts) {
    var few = keys.stream().limit(MOST_KEYS).toList();
    var all =
        t(
            "Keys: {0}. {1}",
            few.stream()
                .map(k -> String.join(" ", k.caps()) + " " + k.words())
                .collect(Collectors.joining(", ")),
            counts);
    var now =
        String.join(
            "\n",
            all,
            done,
            back.map(Command::words).orElse("") + isTyping,
            job,
            upkeep.map(Jobs.Now::words).orElse(""));
    if (now.equals(before)) {
      return; // what has the keyboard in it is not taken away
    }
    before = now;
    getChildren().clear();
    few.forEach(this::key);
    getChildren().add(Nodes.spring());
    last(isTyping);
    if (!job.isEmpty()) {
      var link = Nodes.button(job, toJob, "link");
      link.setId("job");
      link.setAccessibleText(t("{0}: show the ledger", job));
      getChildren().add(link);
    }
    upkeep.ifPresent(this::upkeep);
    var status = Nodes.label(counts);
    status.setMinWidth(0);
    Nodes.hint(status, counts);
    getChildren().add(status);
    setAccessibleText(all);
  }

  private void upkeep(Jobs.Now now) {
    var row = Nodes.row(6, Nodes.fixed(now.words()));
    now.stop()
        .ifPresent(
            stop -> {
              var link = Nodes.button(t("Stop"), stop, "link");
              link.setId("stop-job");
              link.setAccessibleText(t("Stop: {0}", now.words()));
              row.getChildren().add(link);
            });
    getChildren().add(row);
  }

  private void key(Command command) {
    var words = Nodes.fixed(command.words());
    var key = Nodes.row(6, Glyphs.caps(command), words);
    key.setMinWidth(USE_PREF_SIZE);
    getChildren().add(key);
  }

  private void last(boolean isTyping) {
    if (done.isEmpty()) {
      return;
    }
    var last = Nodes.label(done, "done");
    last.setMinWidth(0);
    Nodes.hint(last, done);
    var row = Nodes.row(6, last);
    back.ifPresent(
        way -> {
          var link = Nodes.button(way.words(), way.run(), "link");
          link.setId("take-back");
          link.setAccessibleText(t("{0}: {1}", way.words(), done));
          row.getChildren().add(link);
          if (!isTyping) {
            row.getChildren().add(Glyphs.caps(way));
          }
        });
    getChildren().add(row);
  }
}
