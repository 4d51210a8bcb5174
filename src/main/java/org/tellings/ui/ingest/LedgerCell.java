package org.tellings.ui.ingest;

import static org.tellings.ui.kit.Texts.t;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.Node;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.tellings.model.Intake;
import org.tellings.model.Kind;
import org.tellings.model.Summary;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// One file of the ledger: what became of it, why, and the one thing to do.
final class LedgerCell extends ListCell<Intake> {

  static final double COUNTS = 212;
  static final double REMEDIES = 128;

  private final IngestModel model;
  private final Desk desk;

  LedgerCell(IngestModel model, Desk desk) {
    this.model = model;
    this.desk = desk;
    setPrefWidth(0);
    model.changed.subscribe(this::show);
  }

  @Override
  protected void updateItem(@Nullable Intake intake, boolean empty) {
    super.updateItem(intake, empty);
    show();
  }

  private void show() {
    var intake = getItem();
    if (isEmpty() || intake == null) {
      setGraphic(null);
      return;
    }
    var file = Nodes.label(String.valueOf(Path.of(intake.path()).getFileName()), "mono");
    Nodes.hint(file, intake.path());
    file.setMinWidth(280);
    file.setPrefWidth(300);
    file.setMaxWidth(300);
    var folder =
        Optional.ofNullable(Path.of(intake.path()).getParent())
            .flatMap(parent -> Optional.ofNullable(parent.getFileName()))
            .map(name -> name + "/")
            .orElse("");
    var where = Nodes.label(folder, "hint");
    where.setMinWidth(0);
    Nodes.hint(where, intake.path());
    var names = new VBox(file);
    if (model.severalFolders.get()) {
      names.getChildren().add(where);
    }
    names.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    var icon = icon(intake);
    var holder = new HBox(icon);
    holder.setMinWidth(40);
    holder.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    var told = told(intake);
    told.setMinWidth(240);
    HBox.setHgrow(told, javafx.scene.layout.Priority.ALWAYS);
    var row = Nodes.row(8, holder, names, told);
    var counts = Nodes.row(14);
    counts.setMinWidth(COUNTS);
    if (intake instanceof Intake.Added a) {
      model.summary(a.article()).ifPresent(s -> counts.getChildren().addAll(counts(s)));
    }
    var remedies = Nodes.row(8);
    remedies.setMinWidth(REMEDIES);
    remedies.setAlignment(javafx.geometry.Pos.CENTER_RIGHT);
    remedies.getChildren().addAll(remedies(intake));
    row.getChildren().addAll(counts, remedies);
    row.getStyleClass().addAll("row", "ledger-row");
    row.setMinHeight(intake instanceof Intake.Added a && a.missing().isEmpty() ? 36 : 56);
    setGraphic(row);
    setAccessibleText(t("{0}: {1}", file.getText(), words(intake)));
  }

  private static FontIcon icon(Intake intake) {
    return switch (intake) {
      case Intake.Unreadable _ -> classed(Glyphs.icon("fth-alert-octagon"), "danger");
      case Intake.Added a ->
          a.missing().isEmpty()
              ? Glyphs.icon("fth-check")
              : classed(Glyphs.icon("fth-alert-triangle"), "danger");
      case Intake.Duplicate _ -> Glyphs.icon("fth-copy");
      case Intake.Skipped _ -> classed(Glyphs.icon("fth-minus-circle"), "faint");
    };
  }

  private static FontIcon classed(FontIcon icon, String name) {
    icon.getStyleClass().add(name);
    return icon;
  }

  private VBox told(Intake intake) {
    return switch (intake) {
      case Intake.Unreadable u -> lines(t("Could not be read"), u.reason());
      case Intake.Added a when !a.missing().isEmpty() -> lines(lacking(a.missing()), heading(a));
      case Intake.Added a -> lines(heading(a), "");
      case Intake.Duplicate d ->
          lines(t("Already there"), d.reason() + t("; kept once, both file names are recorded"));
      case Intake.Skipped s -> lines(t("Skipped"), s.reason());
    };
  }

  private String heading(Intake.Added added) {
    return model
        .summary(added.article())
        .map(
            s ->
                (s.heading().outlet().isKnown() ? s.heading().outlet().name() : t("unknown outlet"))
                    + " · "
                    + Texts.day(s.heading().published()))
        .orElse("");
  }

  private static VBox lines(String first, String second) {
    var box = new VBox(2, Nodes.label(first, second.isEmpty() ? "small" : "strong"));
    box.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
    if (!second.isEmpty()) {
      var why = Nodes.label(second, "small", "muted");
      why.setWrapText(true);
      box.getChildren().add(why);
    }
    return box;
  }

  private static List<HBox> counts(Summary s) {
    return Stream.of(Kind.QUOTE, Kind.CLAIM, Kind.FIGURE, Kind.DATE)
        .map(
            kind -> {
              var count = Integer.toString(s.found().getOrDefault(kind, 0));
              var row = Nodes.row(5, Glyphs.letter(kind), Nodes.label(count, "small", "muted"));
              row.setMinWidth(42);
              return row;
            })
        .toList();
  }

  private List<Node> remedies(Intake intake) {
    return switch (intake) {
      case Intake.Unreadable u ->
          List.of(
              Nodes.button(
                  t("Retry"), () -> model.retry(u), "secondary", "small-button", Nodes.CHANGING),
              Nodes.button(t("Skip"), () -> model.skip(u), "link", Nodes.CHANGING));
      case Intake.Added a when !a.missing().isEmpty() ->
          List.of(
              Nodes.button(
                  t("Set details"),
                  () -> desk.details(a.article()),
                  "secondary",
                  "small-button",
                  Nodes.CHANGING));
      case Intake.Added a ->
          List.of(Nodes.button(t("Read"), () -> desk.open(a.article(), Optional.empty()), "link"));
      case Intake.Duplicate d ->
          List.of(
              Nodes.button(
                  t("Show"),
                  () -> desk.open(d.article(), Optional.empty()),
                  "secondary",
                  "small-button"));
      case Intake.Skipped _ -> List.of();
    };
  }

  private static String words(Intake intake) {
    return switch (intake) {
      case Intake.Unreadable u -> t("could not be read, {0}", u.reason());
      case Intake.Added a ->
          a.missing().isEmpty() ? t("added") : t("added, {0}", lacking(a.missing()));
      case Intake.Duplicate d -> t("already there, {0}", d.reason());
      case Intake.Skipped s -> t("skipped, {0}", s.reason());
    };
  }

  /// “No title found”, “No outlet found” in one: “No title or outlet found”.
  private static String lacking(List<String> missing) {
    if (!missing.stream().allMatch(m -> m.startsWith("No ") && m.endsWith(" found"))) {
      return String.join(", ", missing);
    }
    var things = missing.stream().map(m -> m.substring(3, m.length() - " found".length())).toList();
    var last = things.size() - 1;
    return last < 1
        ? missing.getFirst()
        : t("No {0} or {1} found", String.join(", ", things.subList(0, last)), things.get(last));
  }
}
