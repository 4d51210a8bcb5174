package org.tellings.ui.timeline;

import static org.tellings.ui.kit.Texts.t;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextFlow;
import org.tellings.model.Kind;
import org.tellings.timeline.Anomaly;
import org.tellings.timeline.Event;
import org.tellings.timeline.Event.Told;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;

/// The selected event: when it happened, in which words articles date it, what does not fit, every
/// telling in the order printed.
final class EventInspector extends BorderPane {

  /// More tellings than one reads: the words below say how many there are.
  private static final int MOST = 80;

  private static final double BAR = 110;

  /// What a view does that the model cannot: ask for words.
  record Asking(Runnable date, Runnable name, Runnable dismiss) {}

  /// What it was made of.
  private record Shown(Optional<Mark> mark, List<Found.Flag> flags, Optional<Told> told) {}

  private final TimelineModel model;
  private final Asking asking;
  private Optional<Shown> shown = Optional.empty();

  /// All events then, which are not compared one by one: there may be thousands.
  private List<Mark> all = List.of();

  EventInspector(TimelineModel model, Asking asking) {
    this.model = model;
    this.asking = asking;
    getStyleClass().add("inspector");
    setMinWidth(320);
    setMaxWidth(480);
    setPrefWidth(344);
  }

  /// Shows what is selected; nothing is made again while that is the same.
  void show() {
    var mark = model.selected();
    var flags = model.flagsHere();
    var now = Optional.of(new Shown(mark, flags, model.board.telling.get()));
    if (all == model.marks.get() && now.equals(shown)) {
      return;
    }
    shown = now;
    all = model.marks.get();
    if (mark.isEmpty() && flags.isEmpty()) {
      setTop(null);
      setBottom(null);
      setCenter(Nodes.empty(t("Select an event to see who tells of it.")));
      return;
    }
    setTop(mark.map(this::head).orElse(null));
    setCenter(body(mark, flags));
    setBottom(mark.map(_ -> foot()).orElse(null));
  }

  private Node head(Mark mark) {
    var row =
        Nodes.row(
            6,
            Glyphs.letter(Kind.DATE),
            Nodes.fixed(t("Event {0}", model.spread().index(mark) + 1), "strong"),
            Nodes.fixed(t("of {0}", model.marks.get().size()), "muted"),
            Nodes.spring(),
            Nodes.iconButton("fth-chevron-left", t("Event before"), () -> model.step(-1)),
            Nodes.iconButton("fth-chevron-right", t("Next event"), () -> model.step(1)));
    row.getStyleClass().add("head");
    return row;
  }

  private Node body(Optional<Mark> mark, List<Found.Flag> flags) {
    var body = new VBox();
    mark.ifPresent(
        m -> {
          body.getChildren()
              .addAll(wrapped(m.event().title(), "inspected-title"), wrapped(m.wholly(), "muted"));
          if (!m.event().participants().isEmpty()) {
            body.getChildren()
                .add(wrapped(String.join(", ", m.event().participants()), "small", "muted"));
          }
          body.getChildren().add(state(m));
        });
    if (!flags.isEmpty()) {
      body.getChildren().add(section(t("Anomaly")));
      flags.forEach(flag -> body.getChildren().add(anomaly(flag)));
    }
    mark.ifPresent(
        m -> {
          body.getChildren().addAll(section(t("How articles date it")), datings(m.event()));
          body.getChildren()
              .add(section(t("Told by {0}, the first to print it first", EventCard.told(m))));
          m.event().tellings().stream()
              .limit(MOST)
              .forEach(told -> body.getChildren().add(card(m.event(), told)));
          if (m.event().tellings().size() > MOST) {
            body.getChildren()
                .add(
                    wrapped(
                        t("and {0} more; Copy has them all", m.event().tellings().size() - MOST),
                        "small",
                        "muted"));
          }
        });
    body.getStyleClass().add("body");
    var scroll = new ScrollPane(body);
    scroll.setFitToWidth(true);
    scroll.setFocusTraversable(false);
    scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
    return scroll;
  }

  private static Label section(String words) {
    return Nodes.label(words, "section");
  }

  private static Label wrapped(String words, String... looks) {
    var label = Nodes.label(words, looks);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  /// What the date rests on.
  private static Node state(Mark mark) {
    var state = mark.event().tellings().getFirst().dating().kept().state();
    var row =
        Nodes.row(
            8,
            Glyphs.of(state),
            mark.event().byHand()
                ? wrapped(t("dated by a person"), "small")
                : wrapped(
                    t("dated by the machine from {0}", count(mark.event())), "small", "muted"));
    row.getStyleClass().add("event-state");
    return row;
  }

  private static String count(Event event) {
    return Texts.count(event.tellings().size(), t("telling"), t("tellings"));
  }

  private static Node datings(Event event) {
    var counts = event.datings();
    var most = counts.values().stream().mapToInt(n -> n).max().orElse(1);
    var rows = new VBox(4);
    counts.entrySet().stream()
        .limit(8)
        .forEach(
            entry -> {
              var words = Nodes.label("“" + entry.getKey() + "”", "dated-words");
              Nodes.hint(words, entry.getKey());
              words.setMinWidth(0);
              var bar = new Region();
              bar.getStyleClass().add("dated-bar");
              bar.setMinWidth(Math.max(3, BAR * entry.getValue() / most));
              var room = new HBox(bar);
              room.setMinWidth(BAR);
              room.setAlignment(javafx.geometry.Pos.CENTER_LEFT);
              rows.getChildren()
                  .add(
                      Nodes.row(
                          8,
                          words,
                          Nodes.spring(),
                          room,
                          Nodes.fixed(t("{0}", entry.getValue()), "small")));
            });
    return rows;
  }

  // -- anomalies --

  private Node anomaly(Found.Flag flag) {
    var kind = Nodes.label(kind(flag.anomaly().type()), "strong", "danger");
    var icon = Glyphs.icon("fth-flag");
    icon.getStyleClass().add("danger");
    var card = new VBox(8, Nodes.row(6, icon, kind), wrapped(flag.anomaly().why()));
    for (var place : flag.anomaly().spans()) {
      var open =
          Nodes.button(
              t("“{0}”, {1}", place.text().strip(), outlet(place)),
              () -> model.open(place),
              "link",
              "anomaly-place");
      open.setMinWidth(0);
      open.setAccessibleText(
          t(
              "Open “{0}” in {1}, characters {2} to {3}",
              place.text().strip(),
              outlet(place),
              String.valueOf(place.span().start()),
              String.valueOf(place.span().end())));
      Nodes.hint(open, open.getAccessibleText());
      card.getChildren()
          .addAll(
              open,
              Nodes.label(
                  t("printed {0}", Mark.Printed.words(place.heading().published())),
                  "small",
                  "muted"));
    }
    var dismiss =
        Nodes.button(
            "",
            t("No anomaly…"),
            Command.of("X", t("No anomaly…"), asking.dismiss()).changing(),
            "secondary",
            "small-button");
    var date =
        Nodes.button(
            "",
            t("Date the event…"),
            Command.of("E", t("Date the event…"), asking.date()).changing(),
            "secondary",
            "small-button");
    var ways = new FlowPane(6, 6, dismiss);
    flag.anomaly()
        .suggested()
        .ifPresent(
            day -> {
              var words = t("Use {0}", Texts.day(day.when()));
              ways.getChildren()
                  .addFirst(
                      Nodes.button(
                          "",
                          words,
                          Command.of("U", words, () -> model.use(flag.anomaly())).changing(),
                          "secondary",
                          "small-button"));
            });
    if (flag.mark().isPresent()) {
      ways.getChildren().add(date);
    }
    card.getChildren().add(ways);
    card.getStyleClass().add("anomaly-card");
    return card;
  }

  private static String outlet(Anomaly.Place place) {
    return place.heading().outlet().isKnown() ? place.heading().outlet().name() : place.file();
  }

  /// The words for a kind of anomaly.
  static String kind(Anomaly.Type type) {
    return switch (type) {
      case DATED_BEFORE_EVENT -> t("Dated before the event");
      case WEEKDAY_MISMATCH -> t("The weekday does not fit");
      case DATE_CONFLICT -> t("Two dates for one event");
      case UPDATED_BEFORE_PUBLISHED -> t("Updated before it was published");
      case CAPTURED_BEFORE_PUBLISHED -> t("Captured before it was published");
      case RELATIVE_DATE_WITHOUT_ANCHOR -> t("Counted from a day that is not known");
      case PRODUCT_BEFORE_RELEASE -> t("Before it came out");
      case OFFICE -> t("Not in that office then");
    };
  }

  // -- tellings --

  private Node card(Event event, Told told) {
    var outlet = Nodes.label(told.dating().outlet().code(), "mono");
    Nodes.hint(outlet, Texts.outlet(told.dating().outlet()));
    var printed = Mark.Printed.words(told.dating().heading().published());
    var lag = lag(event, told);
    var head =
        Nodes.row(
            8,
            outlet,
            Nodes.label(printed, "small", "muted"),
            Nodes.spring(),
            Nodes.fixed(lag, "small", "muted"));
    var card = new VBox(6, head);
    var later = Mark.Printed.later(told.dating().heading());
    if (!later.isEmpty()) {
      card.getChildren().add(wrapped(later, "small", "muted"));
    }
    card.getChildren().add(passage(told));
    card.getStyleClass().add("claim-card");
    if (model.board.telling.get().filter(told::equals).isPresent()) {
      card.getStyleClass().add("selected");
    }
    card.setAccessibleRole(AccessibleRole.BUTTON);
    card.setAccessibleText(
        t(
            "{0}, printed {1}, {2}, dates it “{3}”: {4}",
            Texts.outlet(told.dating().outlet()),
            later.isEmpty() ? printed : printed + ", " + later,
            lag,
            told.dating().text(),
            told.sentence()));
    card.setOnMouseClicked(
        e -> {
          model.board.telling.set(Optional.of(told));
          if (e.getClickCount() > 1) {
            model.open();
          }
        });
    return card;
  }

  /// "first", "+1 h 05", "+2 days", or nothing where a day is not known.
  static String lag(Event event, Told told) {
    return event.tellings().getFirst().equals(told)
        ? t("first")
        : event.lag(told).map(EventInspector::words).orElse("");
  }

  private static String words(Duration lag) {
    if (lag.isZero()) {
      return t("same time");
    }
    return Math.abs(lag.toHours()) < 48 && lag.toHours() % 24 != 0 || lag.toMinutes() % 60 != 0
        ? (lag.toHours() < 48
            ? t(
                "+{0} h {1}",
                lag.toHours(), String.format(Locale.ROOT, "%02d", lag.toMinutesPart()))
            : days(lag))
        : days(lag);
  }

  private static String days(Duration lag) {
    return "+" + Texts.count((int) lag.toDays(), t("day"), t("days"));
  }

  /// The sentence with the dating words underlined.
  private static TextFlow passage(Told told) {
    var sentence = told.sentence();
    var span = told.dating().kept().finding().span();
    var from = span.start() - told.around().start();
    var to = span.end() - told.around().start();
    var flow = new TextFlow();
    flow.getStyleClass().add("passage");
    if (from < 0 || to > sentence.length()) {
      flow.getChildren().add(Nodes.text(sentence));
    } else {
      flow.getChildren()
          .addAll(
              Nodes.text(sentence.substring(0, from)),
              Nodes.text(sentence.substring(from, to), "claimed"),
              Nodes.text(sentence.substring(to)));
    }
    return flow;
  }

  private Node foot() {
    var open =
        Nodes.button(
            "fth-external-link",
            t("Open article"),
            Command.of("Enter", t("Open article"), model::open),
            "primary");
    open.setMaxWidth(Double.MAX_VALUE);
    var date =
        Nodes.button(
            "", t("Date"), Command.of("E", t("Date"), asking.date()).changing(), "secondary");
    var name =
        Nodes.button(
            "", t("Name"), Command.of("F2", t("Name"), asking.name()).changing(), "secondary");
    for (var button : List.of(date, name)) {
      button.setMaxWidth(Double.MAX_VALUE);
      HBox.setHgrow(button, Priority.ALWAYS);
    }
    var foot = new VBox(open, new HBox(8, date, name));
    foot.getStyleClass().add("foot");
    return foot;
  }
}
