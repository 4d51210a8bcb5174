package org.tellings.ui.library;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Query;
import org.tellings.model.Summary;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Keys;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Tasks;
import org.tellings.ui.kit.Texts;
import org.tellings.workbench.CodingDesk.Found;
import org.tellings.workbench.Workbench;

/// Gives a code to all that a search finds, in one step that is looked at first. Lies over the
/// view. Only on the screen's thread.
final class CodeFound extends StackPane {

  /// So many passages are shown; all are coded.
  private static final int SHOWN = 300;

  /// A passage as it is looked at.
  private record Row(String outlet, String words) {}

  /// What would be coded, and what of it is shown.
  private record Seen(Found found, List<Row> rows) {}

  private final Desk desk;
  private final Query query;
  private final Runnable close;
  private final Tasks.Lane looking;
  private final MenuButton code = new MenuButton(t("Code"));
  private Optional<String> chosen = Optional.empty();
  private final ToggleButton sentences = new ToggleButton(t("Sentences"));
  private final ToggleButton paragraphs = new ToggleButton(t("Paragraphs"));
  private final Label count = Nodes.label("", "strong");
  private final Label missing = Nodes.label("", "small", "muted");
  private final ListView<Row> list = new ListView<>();
  private final Button give = Nodes.button(t("Code them"), this::give, "primary");
  private Optional<Found> found = Optional.empty();

  /// `close` takes it away.
  CodeFound(Desk desk, Query query, Runnable close) {
    this.desk = desk;
    this.query = query;
    this.close = close;
    this.looking = desk.tasks().lane();
    getStyleClass().add("veil");
    Keys.of(this, Keys.told("Enter", t("Code them")), Keys.told("Esc", t("Close")));
    addEventFilter(
        KeyEvent.KEY_PRESSED,
        e -> {
          var isOther = e.getTarget() instanceof Button other && other != give;
          if (e.getCode() == KeyCode.ENTER && !isOther && !code.isShowing() && !give.isDisabled()) {
            e.consume();
            give();
          }
        });
    var sheet = sheet();
    getChildren().add(sheet);
    setOnMousePressed(
        e -> {
          if (e.getTarget() == this) {
            close.run();
          }
        });
    codes();
  }

  /// The command that opens it for this query; none where nothing is looked for.
  static List<Command> commands(Desk desk, Query query) {
    return query.text().isBlank()
        ? List.of()
        : List.of(
            Command.quiet(
                    "",
                    t("Code all that this search finds…"),
                    () -> desk.cover(new CodeFound(desk, query, desk::uncover)))
                .changing());
  }

  @Override
  public void requestFocus() {
    code.requestFocus();
  }

  // -- the parts --

  private VBox sheet() {
    code.setId("code-found-code");
    code.setAccessibleText(t("The code they get"));
    code.getStyleClass().add("order");
    code.setMinWidth(Label.USE_PREF_SIZE);
    var group = new ToggleGroup();
    group.getToggles().addAll(sentences, paragraphs);
    sentences.setSelected(true);
    group
        .selectedToggleProperty()
        .subscribe(
            (was, now) -> {
              if (now == null) {
                group.selectToggle(was);
              } else {
                look();
              }
            });
    list.setAccessibleText(t("What gets the code"));
    list.setCellFactory(_ -> new Passage());
    list.setPlaceholder(Nodes.label(t("Nothing that has not got this code already."), "muted"));
    VBox.setVgrow(list, Priority.ALWAYS);
    give.setId("code-found-give");
    give.setDisable(true);
    var sheet =
        new VBox(
            12,
            Nodes.label(t("Code all that “{0}” finds", query.text()), "title"),
            Nodes.row(8, code, Nodes.segmented(sentences, paragraphs), Nodes.spring(), count),
            list,
            missing,
            Nodes.row(
                8,
                Nodes.spring(),
                Nodes.button(t("Cancel"), close, "secondary"),
                Nodes.changing(give)));
    missing.managedProperty().bind(missing.textProperty().isNotEmpty());
    sheet.getStyleClass().addAll("palette", "keys-sheet");
    sheet.setMaxSize(688, 560);
    return sheet;
  }

  private static final class Passage extends ListCell<Row> {

    @Override
    protected void updateItem(@Nullable Row row, boolean empty) {
      super.updateItem(row, empty);
      if (row == null || empty) {
        setGraphic(null);
        return;
      }
      var words = Nodes.label(row.words(), "quoted");
      words.setWrapText(true);
      words.setMaxWidth(560);
      var outlet = Nodes.label(row.outlet(), "mono", "small");
      outlet.setMinWidth(40);
      setGraphic(Nodes.row(12, outlet, words));
    }
  }

  // -- what it shows --

  private void codes() {
    desk.tasks()
        .run(
            () ->
                desk.workbench().codes().stream()
                    .filter(c -> c.use() == Code.Use.GIVEN)
                    .map(Code::name)
                    .toList(),
            names -> {
              code.getItems().setAll(names.stream().map(this::item).toList());
              if (names.isEmpty()) {
                missing.setText(t("There is no code yet: make one in Coding (Ctrl 8) first."));
              } else {
                choose(names.getFirst());
              }
            },
            desk::failed);
  }

  private MenuItem item(String name) {
    var item = new MenuItem(name);
    item.setMnemonicParsing(false);
    item.setOnAction(_ -> choose(name));
    return item;
  }

  private void choose(String name) {
    chosen = Optional.of(name);
    code.setText(name);
    look();
  }

  private void look() {
    found = Optional.empty();
    give.setDisable(true);
    if (chosen.isEmpty()) {
      return;
    }
    var name = chosen.get();
    var byParagraph = paragraphs.isSelected();
    count.setText(t("Looking…"));
    looking.run(() -> seen(desk.workbench(), query, name, byParagraph), this::show, desk::failed);
  }

  private static Seen seen(Workbench workbench, Query query, String code, boolean byParagraph) {
    var found = workbench.coding().found(query, Optional.of(code), byParagraph);
    Map<ArticleId, Summary> articles =
        workbench.articles().stream().collect(Collectors.toMap(Summary::id, one -> one));
    var rows =
        found.passages().stream()
            .limit(SHOWN)
            .flatMap(
                passage ->
                    workbench
                        .article(passage.article())
                        .map(
                            article ->
                                new Row(
                                    Optional.ofNullable(articles.get(passage.article()))
                                        .map(a -> a.heading().outlet().code())
                                        .orElse(""),
                                    passage.span().in(article.text())))
                        .stream())
            .toList();
    return new Seen(found, rows);
  }

  private void show(Seen seen) {
    var passages = seen.found().passages();
    found = Optional.of(seen.found());
    list.getItems().setAll(seen.rows());
    var articles = (int) passages.stream().map(p -> p.article()).distinct().count();
    count.setText(
        t(
            "{0} in {1}",
            Texts.count(passages.size(), t("passage"), t("passages")),
            Texts.count(articles, t("article"), t("articles"))));
    missing.setText(
        seen.found().more().isEmpty()
            ? passages.size() > SHOWN ? t("The first {0} are shown; all get the code.", SHOWN) : ""
            : t(
                "In {0} the search finds more places than it tells of: some passages there do not"
                    + " get the code.",
                Texts.count(seen.found().more().size(), t("article"), t("articles"))));
    give.setDisable(passages.isEmpty());
  }

  private void give() {
    found.ifPresent(
        now -> {
          var name = chosen.orElseThrow();
          close.run();
          desk.edit(
              t(
                  "Coded {0} as {1}",
                  Texts.count(now.passages().size(), t("passage"), t("passages")), name),
              () -> desk.workbench().coding().give(now.passages(), name, true));
        });
  }
}
