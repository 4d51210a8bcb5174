package org.tellings.ui.ingest;

import static org.tellings.ui.kit.Texts.t;

import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;

/// What an empty library shows: one action, and other ways in.
final class FirstRun extends StackPane {

  FirstRun(Desk desk) {
    var heading = Nodes.label(t("Start with the articles"), "page-heading");
    var lead =
        Nodes.label(
            t(
                "Tellings reads news articles about one subject and finds the quotes, claims,"
                    + " figures and dates in them, each on its exact words. You decide what is"
                    + " right."),
            "lead");
    lead.setWrapText(true);
    lead.setMaxWidth(700);
    lead.setMinHeight(USE_PREF_SIZE);
    var box =
        new VBox(
            16,
            heading,
            lead,
            zone(desk),
            ways(desk),
            Nodes.row(
                8,
                Glyphs.icon("fth-lock"),
                Nodes.label(
                    t("Your articles stay on this machine. Nothing is sent anywhere."),
                    "small",
                    "muted")));
    box.setMaxWidth(820);
    box.setAlignment(Pos.CENTER_LEFT);
    box.setPadding(new Insets(24));
    getChildren().add(box);
  }

  private static Node zone(Desk desk) {
    var icon = Glyphs.icon("fth-inbox");
    icon.getStyleClass().add("big-icon");
    var files =
        Nodes.button(
            "",
            t("Choose files…"),
            Command.of("Shortcut+O", "", () -> desk.choose(false)).changing(),
            "primary");
    var folder =
        Nodes.button(t("Choose a folder…"), () -> desk.choose(true), "secondary", Nodes.CHANGING);
    var paste =
        Nodes.button(
            "",
            t("Paste text…"),
            Command.of("Shortcut+V", "", desk::paste).changing(),
            "secondary");
    var buttons = Nodes.row(8, files, folder, paste);
    buttons.setAlignment(Pos.CENTER);
    buttons.setPadding(new Insets(16, 0, 0, 0));
    var zone =
        new VBox(
            icon,
            Nodes.label(t("Drop articles here"), "title"),
            Nodes.label(
                t("HTML pages, Markdown or plain text; single files or whole folders"), "muted"),
            buttons);
    zone.getStyleClass().add("drop-zone");
    return zone;
  }

  private static Node ways(Desk desk) {
    var sample =
        way(
            "fth-book-open",
            t("Try the sample"),
            t("Invented outlets on OpenAI v. DeepSeek. It opens as a library of its own."),
            t("Open the sample"),
            desk::openSample);
    var library =
        way(
            "fth-folder",
            t("Open a library"),
            t("A Tellings folder from this machine, a shared drive or a colleague."),
            t("Open a folder…"),
            desk::chooseLibrary);
    var row = new HBox(32, sample, library);
    HBox.setHgrow(sample, Priority.ALWAYS);
    HBox.setHgrow(library, Priority.ALWAYS);
    return row;
  }

  private static VBox way(String icon, String title, String words, String action, Runnable run) {
    var text = Nodes.label(words, "muted");
    text.setWrapText(true);
    text.setMinHeight(USE_PREF_SIZE);
    var way =
        new VBox(
            Nodes.row(8, Glyphs.icon(icon), Nodes.label(title, "strong")),
            text,
            Nodes.button(action, run, "link"));
    way.getStyleClass().add("way");
    way.setPrefWidth(360);
    return way;
  }
}
