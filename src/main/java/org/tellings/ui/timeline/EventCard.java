package org.tellings.ui.timeline;

import static org.tellings.ui.kit.Texts.t;

import java.util.Optional;
import javafx.css.PseudoClass;
import javafx.scene.AccessibleRole;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.tellings.model.State;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// An event over its stem: when, what, how many outlets. Used again for other events.
final class EventCard extends VBox {

  static final double HEIGHT = 80;

  private static final PseudoClass SELECTED = PseudoClass.getPseudoClass("selected");
  private static final PseudoClass MERGING = PseudoClass.getPseudoClass("merging");

  private final Label when = Nodes.label("", "event-when");
  private final Label title = Nodes.label("", "event-title");
  private final Label outlets = Nodes.label("", "small", "muted");
  private final HBox head = Nodes.row(4);
  private Optional<Mark> mark = Optional.empty();
  private Optional<State> state = Optional.empty();

  EventCard() {
    getStyleClass().add("event-card");
    setAccessibleRole(AccessibleRole.BUTTON);
    setMinSize(CardLayout.WIDTH, HEIGHT);
    setMaxSize(CardLayout.WIDTH, HEIGHT);
    title.setWrapText(true);
    when.setMinWidth(0);
    setCache(true); // a pan moves pictures
    getChildren().addAll(head, title, Nodes.spring(), outlets);
  }

  /// The event it shows.
  Optional<Mark> mark() {
    return mark;
  }

  void show(Mark now, boolean isSelected, boolean isMerging) {
    if (mark.filter(now::equals).isEmpty()) {
      mark = Optional.of(now);
      show(now);
    }
    pseudoClassStateChanged(SELECTED, isSelected);
    pseudoClassStateChanged(MERGING, isMerging);
  }

  private void show(Mark mark) {
    when.setText(mark.words());
    Nodes.hint(when, mark.wholly());
    title.setText(mark.event().title());
    Nodes.hint(title, mark.event().title());
    outlets.setText(told(mark));
    var now = mark.event().tellings().getFirst().dating().kept().state();
    if (state.filter(now::equals).isEmpty()) {
      state = Optional.of(now);
      head.getChildren().setAll(when, Nodes.spring(), Glyphs.of(now));
    }
    setAccessibleText(t("{0}, {1}, {2}", mark.wholly(), mark.event().title(), told(mark)));
  }

  /// "9 outlets", or how many articles where no outlet is known.
  static String told(Mark mark) {
    return mark.outlets() > 0
        ? Texts.count(mark.outlets(), t("outlet"), t("outlets"))
        : Texts.count((int) mark.event().articles(), t("article"), t("articles"));
  }
}
