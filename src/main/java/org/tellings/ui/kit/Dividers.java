package org.tellings.ui.kit;

import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.event.EventTarget;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.input.MouseEvent;

/// Where a person put the dividers of a view, kept with the library. Only on the screen's thread;
/// they are read and written off it.
public final class Dividers {

  private static final Pattern KEPT = Pattern.compile("[01]\\.\\d+(,[01]\\.\\d+)*");

  private Dividers() {}

  /// Puts the dividers where they were left under this name, and keeps where they are dragged to.
  public static void keep(Desk desk, String name, SplitPane panes) {
    var setting = "divider." + name;
    desk.tasks()
        .run(
            () -> desk.workbench().setting(setting),
            kept -> kept.ifPresent(positions -> place(panes, positions)),
            desk::failed);
    panes.addEventFilter(
        MouseEvent.MOUSE_RELEASED,
        e -> {
          if (isDivider(e.getTarget(), panes)) {
            keep(desk, setting, panes.getDividerPositions());
          }
        });
  }

  private static void place(SplitPane panes, String kept) {
    if (KEPT.matcher(kept).matches()) {
      var positions = Stream.of(kept.split(",")).mapToDouble(Double::parseDouble).toArray();
      if (positions.length == panes.getDividers().size()) {
        panes.setDividerPositions(positions);
      }
    }
  }

  private static void keep(Desk desk, String setting, double[] positions) {
    var words =
        Arrays.stream(positions).mapToObj(Double::toString).collect(Collectors.joining(","));
    desk.tasks()
        .edit(
            () -> {
              desk.workbench().setting(setting, words);
              return Optional.of(words);
            },
            _ -> {},
            desk::failed);
  }

  /// True on a divider of these panes, not of panes within them.
  private static boolean isDivider(EventTarget target, SplitPane panes) {
    return target instanceof Node at
        && Stream.iterate(at, Objects::nonNull, Node::getParent)
            .filter(node -> node.getStyleClass().contains("split-pane-divider"))
            .findFirst()
            .filter(divider -> divider.getParent() == panes)
            .isPresent();
  }
}
