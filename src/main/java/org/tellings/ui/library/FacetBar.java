package org.tellings.ui.library;

import static org.tellings.ui.kit.Texts.t;

import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javafx.event.Event;
import javafx.event.EventType;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.tellings.model.Facets;
import org.tellings.model.Query.FieldName;
import org.tellings.model.State;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// What the found articles have in common: check a value to keep only its articles, Alt click to
/// leave them out. A facet's counts ignore its own choice.
final class FacetBar extends ScrollPane {

  private static final int FEW = 5;
  private static final int MANY = 60;
  private static final Set<EventType<MouseEvent>> PRESSING =
      Set.of(MouseEvent.MOUSE_PRESSED, MouseEvent.MOUSE_RELEASED, MouseEvent.MOUSE_CLICKED);

  private final LibraryModel model;
  private final VBox box = new VBox();
  private final Set<String> folded = new HashSet<>();
  private final Set<FieldName> whole = EnumSet.noneOf(FieldName.class);

  FacetBar(LibraryModel model) {
    this.model = model;
    box.getStyleClass().add("facets");
    setContent(box);
    setFitToWidth(true);
    setFitToHeight(true);
    setHbarPolicy(ScrollBarPolicy.NEVER);
    setMinWidth(232);
    setPrefWidth(240);
    setMaxWidth(320);
    setFocusTraversable(false);
    setAccessibleText(t("Filters"));
    model.facets.subscribe(now -> now.ifPresent(this::show));
    model.query.subscribe(_ -> model.facets.get().ifPresent(this::show));
  }

  private void show(Facets facets) {
    var focus =
        Optional.ofNullable(getScene())
            .map(Scene::getFocusOwner)
            .filter(node -> within(node))
            .flatMap(node -> Optional.ofNullable(node.getId()));
    fill(facets);
    // what had the keyboard has it again
    focus.ifPresent(
        id ->
            box.lookupAll("*").stream()
                .filter(node -> id.equals(node.getId()))
                .forEach(Node::requestFocus));
  }

  private boolean within(Node node) {
    var at = Optional.of(node);
    while (at.isPresent() && at.get() != box) {
      at = Optional.ofNullable(at.get().getParent());
    }
    return at.isPresent();
  }

  private void fill(Facets facets) {
    box.getChildren().clear();
    var on = List.of(FieldName.values()).stream().mapToInt(f -> model.values(f).size()).sum();
    var head = Nodes.row(8, Nodes.label(t("Filters"), "title"), Nodes.spring());
    if (on > 0) {
      head.getChildren()
          .addAll(
              Nodes.label(t("{0} on", on), "small", "muted"),
              Nodes.button(t("Clear"), model::clear, "link", "small"));
    }
    head.setMinHeight(28);
    box.getChildren().add(head);
    facet(FieldName.OUTLET, t("Outlet"), facets.outlets());
    published(facets.published());
    facet(FieldName.SPEAKER, t("Speaker"), facets.speakers());
    facet(FieldName.ENTITY, t("Entity"), facets.entities());
    facet(FieldName.CODE, t("Code"), facets.codes());
    facet(FieldName.STATE, t("Review state"), facets.states());
  }

  private void facet(FieldName field, String title, Facets.Facet facet) {
    if (facet.values().isEmpty()) {
      return;
    }
    box.getChildren().add(title(title));
    if (folded.contains(title)) {
      return;
    }
    var chosen = model.values(field);
    var most = facet.values().getFirst().articles();
    var shown = whole.contains(field) ? MANY : FEW;
    for (var i = 0; i < facet.values().size(); i++) {
      var value = facet.values().get(i);
      if (i < shown || chosen.contains(value.name()) || model.excludes(field, value.name())) {
        box.getChildren().add(row(field, value, chosen.contains(value.name()), most));
      }
    }
    var more = facet.values().size() - shown;
    if (more > 0 || whole.contains(field)) {
      box.getChildren()
          .add(
              Nodes.button(
                  more > 0 && !whole.contains(field) ? t("{0} more", more) : t("Fewer"),
                  () -> {
                    if (!whole.remove(field)) {
                      whole.add(field);
                    }
                    model.facets.get().ifPresent(this::show);
                  },
                  "link",
                  "small",
                  "more"));
    }
  }

  /// The facet's name; it folds the values away and shows them again.
  private Button title(String words) {
    var isFolded = folded.contains(words);
    var title =
        Nodes.button(
            words,
            () -> {
              if (!folded.remove(words)) {
                folded.add(words);
              }
              model.facets.get().ifPresent(this::show);
            },
            "link",
            "facet-title");
    title.setGraphic(Glyphs.icon(isFolded ? "fth-chevron-right" : "fth-chevron-down"));
    title.setId("facet " + words);
    title.setAccessibleText(isFolded ? t("{0}, folded", words) : t("{0}, unfolded", words));
    return title;
  }

  private HBox row(FieldName field, Facets.Value value, boolean on, int most) {
    var check = new CheckBox();
    check.setSelected(on);
    check.setAccessibleText(
        t("{0}, {1}", value.name(), Texts.count(value.articles(), t("article"), t("articles"))));
    check.setId(field + " " + value.name());
    check.setOnAction(_ -> choose(field, value.name()));
    check.setOnMouseClicked(Event::consume);
    check.setOnKeyPressed(
        e -> {
          if (e.getCode() == KeyCode.DELETE) {
            model.exclude(field, value.name());
            e.consume();
          }
        });
    var words =
        Nodes.label(
            field == FieldName.STATE ? Texts.capital(value.name()) : value.name(),
            on ? "strong" : "small");
    words.setMinWidth(0);
    words.setTextOverrun(javafx.scene.control.OverrunStyle.CENTER_ELLIPSIS);
    Nodes.hint(words, t("{0}. Alt click or Delete leaves its articles out.", value.name()));
    var bar = new Region();
    bar.getStyleClass().add("bar");
    if (on) {
      bar.getStyleClass().add("on");
    }
    var width = Math.max(4, 32.0 * value.articles() / Math.max(1, most));
    bar.setMinWidth(width);
    bar.setMaxWidth(width);
    var holder = new HBox(bar);
    holder.setMinWidth(36);
    holder.setMaxWidth(36);
    holder.setAlignment(Pos.CENTER_RIGHT);
    var count = Nodes.label(Texts.t("{0}", value.articles()), "small", "muted");
    count.setMinWidth(26);
    count.setAlignment(Pos.CENTER_RIGHT);
    var row = Nodes.row(8, check);
    if (field == FieldName.STATE) {
      row.getChildren().add(Glyphs.of(State.valueOf(value.name().toUpperCase(Locale.ROOT))));
    }
    words.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(words, javafx.scene.layout.Priority.ALWAYS);
    row.getChildren().addAll(words, holder, count);
    row.getStyleClass().add("facet-row");
    if (model.excludes(field, value.name())) {
      row.getStyleClass().add("excluded");
      check.setAccessibleText(t("{0}, left out", value.name()));
    }
    row.setOnMouseClicked(_ -> choose(field, value.name()));
    // before the check box has it, which knows nothing of Alt
    row.addEventFilter(
        MouseEvent.ANY,
        e -> {
          if (e.isAltDown() && PRESSING.contains(e.getEventType())) {
            if (e.getEventType() == MouseEvent.MOUSE_CLICKED) {
              model.exclude(field, value.name());
            }
            e.consume();
          }
        });
    return row;
  }

  /// What is left out is let in again; all else is kept alone, or with what is kept already.
  private void choose(FieldName field, String value) {
    if (model.excludes(field, value)) {
      model.exclude(field, value);
    } else {
      model.toggle(field, value);
    }
  }

  private void published(Facets.Published published) {
    if (published.days().isEmpty()) {
      return;
    }
    box.getChildren().add(title(t("Published")));
    if (folded.contains(t("Published"))) {
      return;
    }
    box.getChildren().add(new Histogram(model, published));
    if (published.undated() + published.vague() > 0) {
      box.getChildren()
          .add(
              Nodes.label(
                  t("{0} without a day", published.undated() + published.vague()),
                  "small",
                  "muted"));
    }
  }
}
