package org.tellings.ui.timeline;

import static org.tellings.ui.kit.Texts.t;

import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.AccessibleAction;
import javafx.scene.AccessibleAttribute;
import javafx.scene.AccessibleRole;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.tellings.ui.kit.Texts;

/// What a screen reader finds at the place of a card: the words of its event, and that it can be
/// chosen. The card itself is drawn on the canvas below, as many of them are in every frame. Used
/// again for other events.
final class EventCard extends Region {

  static final double HEIGHT = 80;

  private final Consumer<Mark> chosen;
  private Optional<Mark> mark = Optional.empty();

  EventCard(Consumer<Mark> chosen) {
    this.chosen = chosen;
    getStyleClass().add("event-card");
    setAccessibleRole(AccessibleRole.BUTTON);
    setMouseTransparent(true);
    setManaged(false); // it lies where it is put
  }

  /// The event it stands for.
  Optional<Mark> mark() {
    return mark;
  }

  void show(Mark now) {
    if (mark.filter(old -> old == now).isEmpty()) {
      mark = Optional.of(now);
      notifyAccessibleAttributeChanged(AccessibleAttribute.TEXT);
    }
  }

  /// Its words are put together when a screen reader asks.
  @Override
  public @Nullable Object queryAccessibleAttribute(
      AccessibleAttribute attribute, Object... parameters) {
    return attribute == AccessibleAttribute.TEXT
        ? mark.map(m -> t("{0}, {1}, {2}", m.wholly(), m.event().title(), told(m))).orElse("")
        : super.queryAccessibleAttribute(attribute, parameters);
  }

  @Override
  public void executeAccessibleAction(AccessibleAction action, Object... parameters) {
    if (action == AccessibleAction.FIRE) {
      mark.ifPresent(chosen);
    } else {
      super.executeAccessibleAction(action, parameters);
    }
  }

  /// "9 outlets", or how many articles where no outlet is known.
  static String told(Mark mark) {
    return mark.outlets() > 0
        ? Texts.count(mark.outlets(), t("outlet"), t("outlets"))
        : Texts.count((int) mark.event().articles(), t("article"), t("articles"));
  }
}
