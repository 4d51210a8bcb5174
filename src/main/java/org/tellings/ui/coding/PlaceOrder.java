package org.tellings.ui.coding;

import static org.tellings.ui.kit.Texts.t;

import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import org.tellings.ui.coding.CodingModel.Row;

/// In which order the places of a code stand.
enum PlaceOrder {
  ARTICLE(t("Article order"), (_, _) -> 0),
  OPEN(t("Not agreed first"), Comparator.comparing(row -> !row.place().isOpen())),
  OUTLET(t("By outlet"), Comparator.comparing(Row::outlet));

  private final String words;
  private final Comparator<Row> by;

  PlaceOrder(String words, Comparator<Row> by) {
    this.words = words;
    this.by = by;
  }

  /// Rows that stand article by article, in this order.
  List<Row> of(List<Row> rows) {
    return rows.stream().sorted(by).toList();
  }

  /// A menu of the orders; `then` is done when one is chosen.
  static MenuButton menu(ObjectProperty<PlaceOrder> order, Runnable then) {
    var menu = new MenuButton(order.get().words);
    menu.setId("segment-order");
    menu.getStyleClass().add("order");
    menu.setAccessibleText(t("In which order the places stand"));
    menu.setMinWidth(Label.USE_PREF_SIZE);
    for (var one : values()) {
      var item = new MenuItem(one.words);
      item.setOnAction(
          _ -> {
            order.set(one);
            menu.setText(one.words);
            then.run();
          });
      menu.getItems().add(item);
    }
    return menu;
  }
}
