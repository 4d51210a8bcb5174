package org.tellings.ui.kit;

import static org.tellings.ui.kit.Texts.t;

import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import org.tellings.compare.Comparison;

/// What a view asks of the comparison, as [Asking]. Only on the screen's thread.
public final class Comparing {

  private final Desk desk;
  private final Asking asking;

  /// Work is under way.
  public final BooleanProperty busy;

  /// How far it is, empty at once after it began.
  public final StringProperty words;

  /// The last work was stopped before its end: the view lacks what came since.
  public final BooleanProperty stopped;

  public Comparing(Desk desk) {
    this.desk = desk;
    asking =
        new Asking(
            desk,
            new Asking.Words(
                t("Comparing the articles…"),
                "Comparing article {0} of {1}",
                t("The comparison was stopped. What was read is kept.")));
    busy = asking.busy;
    words = asking.how;
    stopped = asking.stopped;
  }

  /// Asks; a later question makes an earlier one forgotten.
  public <T> void ask(Function<Comparison, T> question, Consumer<T> then) {
    asking.ask(progress -> desk.workbench().comparison(progress).map(question), then);
  }

  /// Asks as [#ask], unless the comparison takes long to make: then nobody asked for that.
  public <T> void askAtHand(Function<Comparison, T> question, Consumer<T> then) {
    asking.unasked(progress -> desk.workbench().comparisonAtHand(progress).map(question), then);
  }

  public void cancel() {
    asking.cancel();
  }

  /// What an empty list says: work under way with a way to stop it, work that was stopped, or that
  /// there is nothing, in the view's own words.
  public Node placeholder(String nothing, Runnable again) {
    return placeholder(Nodes.empty(nothing), again);
  }

  /// The same, with the view's own node where there is nothing.
  public Node placeholder(Node nothing, Runnable again) {
    return asking.placeholder(again).orElse(nothing);
  }
}
