package org.tellings.ui.reader;

import static org.tellings.ui.kit.Texts.t;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Insets;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.ui.kit.Nodes;

/// What stands over an article, with the rule that found it, to be corrected.
final class Details extends ScrollPane {

  private final ReaderModel model;
  private final Map<String, TextField> fields = new LinkedHashMap<>();
  private Map<String, String> before = Map.of();

  Details(ReaderModel model) {
    this.model = model;
    setFitToWidth(true);
    setFocusTraversable(false);
    setAccessibleText(t("Details of the article"));
  }

  void show(Article article) {
    var h = article.heading();
    Map<String, String> now = new LinkedHashMap<>();
    now.put("title", h.title());
    now.put("byline", h.byline());
    now.put("outlet", h.outlet().name());
    now.put("published", h.published().map(Dated::value).orElse(""));
    now.put("updated", h.updated().map(Dated::value).orElse(""));
    now.put("captured", h.captured().map(Dated::value).orElse(""));
    before = now;
    fields.clear();
    var grid = new GridPane(16, 10);
    var row = 0;
    for (var field : now.entrySet()) {
      var typed = new TextField(field.getValue());
      typed.setId("detail-" + field.getKey());
      typed.setPrefWidth(440);
      typed.setPromptText(t("none found"));
      typed.setAccessibleText(words(field.getKey()));
      typed.setOnAction(_ -> keep());
      fields.put(field.getKey(), typed);
      grid.addRow(
          row++,
          Nodes.label(words(field.getKey()), "muted"),
          typed,
          Nodes.label(rule(article, field.getKey()), "small", "muted"));
    }
    grid.addRow(row++, Nodes.label(t("File"), "muted"), Nodes.label(article.file(), "mono"));
    grid.addRow(
        row++,
        Nodes.label(t("Address"), "muted"),
        Nodes.label(h.url().isEmpty() ? t("none found") : h.url(), "mono"));
    grid.addRow(
        row++,
        Nodes.label(t("Text"), "muted"),
        Nodes.label(t("{0} words, {1} characters", article.words(), article.text().length())));
    grid.addRow(row, Nodes.label("SHA-256", "muted"), Nodes.label(article.sha256(), "mono"));
    var keep = Nodes.button(t("Keep details"), this::keep, "primary", Nodes.CHANGING);
    var hint =
        Nodes.label(
            t(
                "Days are written 2025-01-29, 2025-01 or 2025. Dates such as “last Monday” are"
                    + " counted from the day of publication and follow it."),
            "small",
            "muted");
    hint.setWrapText(true);
    var box = new VBox(16, Nodes.label(t("Details of the article"), "title"), grid, hint, keep);
    box.getStyleClass().add(Nodes.CHANGED_INSIDE);
    box.setPadding(new Insets(24, 32, 24, 32));
    setContent(box);
  }

  private void keep() {
    Map<String, String> changed = new LinkedHashMap<>();
    fields.forEach(
        (name, typed) -> {
          if (!typed.getText().strip().equals(before.get(name))) {
            changed.put(name, typed.getText().strip());
          }
        });
    if (!changed.isEmpty()) {
      model.describe(changed);
    }
  }

  private static String words(String field) {
    return switch (field) {
      case "title" -> t("Title");
      case "byline" -> t("Byline");
      case "outlet" -> t("Outlet");
      case "published" -> t("Published");
      case "updated" -> t("Updated");
      default -> t("Captured");
    };
  }

  private static String rule(Article article, String field) {
    var dated =
        switch (field) {
          case "published" -> article.heading().published();
          case "updated" -> article.heading().updated();
          case "captured" -> article.heading().captured();
          default -> Optional.<Dated>empty();
        };
    return dated.map(d -> t("rule {0}", d.rule())).orElse("");
  }

  @Override
  public void requestFocus() {
    Optional.ofNullable(fields.get("title")).ifPresent(TextField::requestFocus);
  }
}
