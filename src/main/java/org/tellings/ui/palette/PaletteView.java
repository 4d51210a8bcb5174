package org.tellings.ui.palette;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Kind;
import org.tellings.model.Marks;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Keys;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// The command palette: type a part of anything, Enter goes there.
public final class PaletteView extends StackPane {

  private static final double ROW = 38;
  private static final double SECTION = 34;
  private static final double MOST = 532;
  private static final Predicate<Offer> CAN_RUN = o -> o.command().isPresent();

  private final PaletteModel model;
  private final TextField typed = new TextField();
  private final ListView<Offer> offers = new ListView<>();
  private final Runnable close;

  /// `close` takes the palette away and gives the keyboard back.
  public PaletteView(Desk desk, Runnable close) {
    this.model = new PaletteModel(desk);
    this.close = close;
    getStyleClass().add("palette-veil");
    Keys.of(
        this,
        Keys.told("Enter", t("Open")),
        Keys.told(Offer.ASIDE, t("Open in Compare")),
        Keys.told("Tab", t("Actions")),
        Keys.told("Esc", t("Close")));
    typed.setId("palette");
    typed.setPromptText(t("Go to, or run a command"));
    typed.setAccessibleText(t("Go to, or run a command"));
    typed.textProperty().bindBidirectional(model.typed);
    HBox.setHgrow(typed, Priority.ALWAYS);
    var head =
        Nodes.row(
            12,
            Glyphs.icon("fth-search"),
            typed,
            hint(">", t("commands")),
            hint("@", t("people")),
            hint("#", t("codes")),
            hint(":", t("go to")));
    head.getStyleClass().add("head");
    offers.setAccessibleText(t("What the palette offers"));
    offers.setCellFactory(_ -> new OfferCell());
    offers.setPlaceholder(Nodes.empty(t("Nothing fits.")));
    VBox.setVgrow(offers, Priority.ALWAYS);
    var count = Nodes.label("", "small", "muted");
    model.offers.subscribe(
        now -> {
          offers.getItems().setAll(now);
          offers.setPrefHeight(height(now));
          offers.scrollTo(0);
          offers.getSelectionModel().select(now.stream().anyMatch(CAN_RUN) ? 0 : -1);
          count.setText(
              Texts.count((int) now.stream().filter(CAN_RUN).count(), t("result"), t("results")));
        });
    var aside = hint(Command.quiet(Offer.ASIDE, "", () -> {}), t("Open in Compare"));
    var actions = hint("Tab", t("Actions"));
    offers
        .getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            now -> {
              shown(aside, now != null && now.aside().isPresent());
              shown(actions, now != null && !now.others().isEmpty());
            });
    var foot =
        Nodes.row(
            12,
            hint("↑ ↓", t("Move")),
            hint("Enter", t("Open")),
            aside,
            actions,
            hint("Esc", t("Close")),
            Nodes.spring(),
            count);
    foot.getStyleClass().add("foot");
    var box = new VBox(head, offers, foot);
    box.getStyleClass().add("palette");
    box.setMaxHeight(USE_PREF_SIZE);
    setAlignment(box, Pos.TOP_CENTER);
    setMargin(box, new javafx.geometry.Insets(96, 16, 16, 16));
    getChildren().add(box);
    setOnMousePressed(
        e -> {
          if (e.getTarget() == this) {
            close.run();
          }
        });
    typed.setOnKeyPressed(
        e -> {
          switch (e.getCode()) {
            case DOWN -> move(1);
            case UP -> move(-1);
            default -> {
              if (!key(e)) {
                return;
              }
            }
          }
          e.consume();
        });
    // Tab would leave the field before its own handler sees it
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          if (e.getCode() == KeyCode.TAB && !e.isShiftDown() && !e.isShortcutDown()) {
            model.whenThere(() -> model.actions(selected()));
            e.consume();
          }
        });
    offers.setOnKeyPressed(
        e -> {
          if (key(e)) {
            e.consume();
          }
        });
  }

  /// Enter, Enter with the shortcut key, and the keys that stand beside what is offered.
  private boolean key(KeyEvent e) {
    if (e.getCode() == KeyCode.ENTER) {
      model.whenThere(
          e.isShortcutDown()
              ? () -> selected().flatMap(Offer::aside).ifPresent(this::run)
              : this::run);
      return true;
    }
    // others, as the one that undoes, are the field's
    var fits = e.isShortcutDown() && (e.getCode() == KeyCode.F || e.getCode() == KeyCode.R);
    var found =
        offers.getItems().stream()
            .filter(_ -> fits)
            .flatMap(offer -> offer.command().stream())
            .filter(command -> command.fitting(e).isPresent())
            .findFirst();
    found.ifPresent(this::run);
    return found.isPresent();
  }

  private Optional<Offer> selected() {
    return Optional.ofNullable(offers.getSelectionModel().getSelectedItem());
  }

  private static void shown(Node node, boolean on) {
    node.setVisible(on);
    node.setManaged(on);
  }

  /// As high as what it offers, up to the most.
  private static double height(List<Offer> offers) {
    var sections = offers.stream().map(Offer::section).distinct().count();
    return offers.isEmpty() ? MOST / 4 : Math.min(MOST, offers.size() * ROW + sections * SECTION);
  }

  private static Node hint(Command command, String words) {
    return Nodes.row(4, Glyphs.caps(command), Nodes.label(words, "small", "muted"));
  }

  private static Node hint(String key, String words) {
    return Nodes.row(4, Glyphs.cap(key), Nodes.label(words, "small", "muted"));
  }

  /// Opens with the commands that work here and now.
  public void begin(List<Command> commands) {
    model.begin(commands);
    typed.requestFocus();
  }

  private void move(int by) {
    var to =
        Math.clamp(
            offers.getSelectionModel().getSelectedIndex() + (long) by,
            0,
            Math.max(0, offers.getItems().size() - 1));
    offers.getSelectionModel().select(to);
    offers.scrollTo(Math.max(0, to - 6));
  }

  private void run() {
    selected().flatMap(Offer::command).ifPresent(this::run);
  }

  private void run(Command command) {
    close.run();
    command.run().run();
  }

  /// The words with the letters that were looked for marked: one label before them, one of them,
  /// one after.
  private List<Label> marked(String words, String look) {
    var at = model.word.get().isEmpty() ? -1 : folded(words).indexOf(folded(model.word.get()));
    var parts =
        at < 0
            ? List.of(Nodes.label(words, look))
            : List.of(
                Nodes.label(words.substring(0, at), look),
                Nodes.fixed(words.substring(at, at + model.word.get().length()), look, "found"),
                Nodes.label(words.substring(at + model.word.get().length()), look));
    parts.forEach(part -> Nodes.hint(part, words));
    return parts;
  }

  /// Letter for letter as long as it was.
  private static String folded(String words) {
    var plain = Marks.plain(words);
    var low = plain.toLowerCase(Locale.ROOT);
    return low.length() == plain.length() ? low : plain;
  }

  private final class OfferCell extends ListCell<Offer> {

    OfferCell() {
      setPrefWidth(0); // as wide as the list shows, not as its longest row
    }

    /// The key of the selected row, where none other stands.
    private Node enter() {
      var cap = Glyphs.cap("Enter");
      cap.visibleProperty().bind(selectedProperty());
      return cap;
    }

    @Override
    protected void updateItem(@Nullable Offer offer, boolean empty) {
      super.updateItem(offer, empty);
      if (empty || offer == null) {
        setGraphic(null);
        return;
      }
      var icon =
          offer.icon().length() == 1
              ? Glyphs.letter(Kind.of(offer.icon().charAt(0)))
              : Glyphs.icon(offer.icon());
      var look = offer.command().isEmpty() ? "muted" : offer.quoted() ? "quoted" : "strong";
      var words = new HBox();
      words.setAlignment(Pos.CENTER_LEFT);
      words.setMinWidth(0);
      words.getChildren().addAll(marked(offer.words(), look));
      var row =
          Nodes.row(10, icon, words, Nodes.fixed(offer.beside(), "small", "muted"), Nodes.spring());
      offer.state().ifPresent(s -> row.getChildren().add(Glyphs.of(s)));
      offer
          .command()
          .filter(command -> !command.key().isEmpty())
          .or(() -> offer.aside().filter(_ -> offer.state().isEmpty() && offer.quoted()))
          .ifPresentOrElse(
              command -> {
                var caps = Glyphs.caps(command);
                caps.setMinWidth(USE_PREF_SIZE);
                row.getChildren().add(caps);
              },
              () -> row.getChildren().add(enter()));
      row.getStyleClass().add("row");
      row.setOnMouseClicked(_ -> offer.command().ifPresent(PaletteView.this::run));
      var before = getIndex() == 0 ? "" : getListView().getItems().get(getIndex() - 1).section();
      setGraphic(
          before.equals(offer.section())
              ? row
              : new VBox(Nodes.label(offer.section(), "section"), row));
      setAccessibleText(t("{0}: {1}", offer.section(), offer.words()));
    }
  }
}
