package org.tellings.ui.coding;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.tellings.coding.Codebook.Branch;
import org.tellings.model.Code;
import org.tellings.ui.coding.CodingModel.Row;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Drawer;
import org.tellings.ui.kit.Following;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Place;
import org.tellings.ui.kit.Texts;

/// Codes on passages: the codebook at left, where the selected code was given in the middle, or the
/// text in which words are chosen and coded, and how far coders agree at right.
public final class CodingView extends BorderPane implements Place {

  private final CodingModel model;
  private final TreeView<Branch> tree = new TreeView<>();
  private final CodeNote note;
  private final ListView<Row> list = new ListView<>();
  private final BorderPane middle = new BorderPane();
  private final SettleBar settle;
  private final TextPane text;
  private final AgreementPane agreement;
  private final Drawer drawer;
  private final Label codes = Nodes.label("", "muted");
  private final Label title = Nodes.label("", "title");
  private final Label counts = Nodes.label("", "muted");
  private final Label boxes = Nodes.label("", "hint");
  private final Label result = Nodes.label(t("Result"), "hint");
  private final StringProperty crumb = new SimpleStringProperty(t("Coding"));
  private final StringProperty status = new SimpleStringProperty("");
  private Optional<String> merging = Optional.empty();
  private boolean filling;

  public CodingView(Desk desk) {
    model = new CodingModel(desk);
    note = new CodeNote(model, this::focus);
    settle = new SettleBar(model);
    text = new TextPane(model.text);
    agreement = new AgreementPane(model);
    middle.setMinWidth(420);
    var left = left();
    var main = new SplitPane(left, middle);
    main.setDividerPositions(0.30);
    SplitPane.setResizableWithParent(left, false);
    var panes = new SplitPane(main, agreement);
    panes.setDividerPositions(0.65);
    SplitPane.setResizableWithParent(agreement, false);
    drawer = new Drawer(panes, agreement);
    setCenter(drawer);
    list.setId("segments");
    list.setItems(model.rows);
    list.setFixedCellSize(64);
    list.setCellFactory(_ -> new RowCell());
    list.setAccessibleText(t("Where the code was given"));
    list.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            (_, now) -> {
              if (now != null && model.row.get().filter(now::equals).isEmpty()) {
                model.row.set(Optional.of(now));
              }
            });
    RowCell.align(result, list);
    model.book.subscribe(this::fill);
    model.selected.subscribe(_ -> select());
    model.rows.addListener((ListChangeListener<Row>) _ -> counted());
    Following.follow(list, model.row, 3);
    model.row.subscribe(this::point);
    model.settling.subscribe(this::settling);
    model.text.article.subscribe(now -> middle());
    model.text.finished.subscribe(_ -> middle());
    middle();
  }

  // -- at left --

  private BorderPane left() {
    codes.setMinWidth(0);
    var bar =
        Nodes.row(
            8,
            Nodes.fixed(t("Codebook"), "title"),
            codes,
            Nodes.spring(),
            Nodes.changing(Nodes.iconButton("fth-plus", t("New code"), this::create)));
    bar.getStyleClass().add("view-toolbar");
    tree.setId("codebook");
    tree.setShowRoot(false);
    tree.setRoot(new TreeItem<>());
    tree.setFixedCellSize(32);
    tree.setCellFactory(_ -> new CodeCell(model));
    tree.setAccessibleText(t("Codebook"));
    tree.getSelectionModel()
        .selectedItemProperty()
        .subscribe(
            (_, now) -> {
              if (now != null && !filling) {
                model.select(now.getValue().path());
              }
            });
    var pane = new BorderPane(tree);
    pane.getStyleClass().add("codebook");
    pane.setTop(bar);
    pane.setBottom(note);
    pane.setMinWidth(220);
    pane.setPrefWidth(272);
    return pane;
  }

  private void fill(CodingModel.Book book) {
    filling = true;
    tree.getRoot()
        .getChildren()
        .setAll(book.codes().tree().stream().map(CodingView::item).toList());
    filling = false;
    codes.setText(Texts.count(book.codes().codes().size(), t("code"), t("codes")));
    Nodes.hint(codes, codes.getText());
    status.set(
        t("Codebook version {0}", book.version())
            + " · "
            + t("coding as {0}", book.coder())
            + (book.coders() == 0
                ? ""
                : " · " + Texts.count(book.coders(), t("coder"), t("coders"))));
    select();
    placeholder();
  }

  private static TreeItem<Branch> item(Branch branch) {
    var item = new TreeItem<>(branch);
    item.setExpanded(true);
    item.getChildren().setAll(branch.below().stream().map(CodingView::item).toList());
    return item;
  }

  private void select() {
    var path = model.selected.get();
    crumb.set(path.isEmpty() ? t("Coding") : t("Coding › {0}", path));
    find(tree.getRoot(), path)
        .ifPresent(
            item -> {
              if (tree.getSelectionModel().getSelectedItem() != item) {
                tree.getSelectionModel().select(item);
                tree.scrollTo(Math.max(0, tree.getRow(item) - 6));
              }
            });
    counted();
  }

  private static Optional<TreeItem<Branch>> find(TreeItem<Branch> from, String path) {
    for (var item : from.getChildren()) {
      if (item.getValue().path().equals(path)) {
        return Optional.of(item);
      }
      var below = find(item, path);
      if (below.isPresent()) {
        return below;
      }
    }
    return Optional.empty();
  }

  private void create() {
    var group =
        model
            .code()
            .filter(c -> c.use() != Code.Use.GROUP)
            .map(Code::group)
            .orElse(model.selected.get());
    note.name(t("Name the new code"), group.isEmpty() ? "" : group + Code.BETWEEN, model::create);
  }

  private void rename() {
    note.name(
        t("Another name for the code"), new Code(model.selected.get(), 0).ownName(), model::rename);
  }

  // -- in the middle --

  private void middle() {
    var isText = model.text.isOpen();
    middle.setTop(isText ? textBar() : listBar());
    middle.setCenter(isText ? text : list);
    middle.setBottom(model.settling.get() && !isText ? settle : null);
    if (isText && getScene() != null) {
      text.requestFocus();
    }
  }

  private Node listBar() {
    title.setMinWidth(0);
    counts.setMinWidth(0);
    var bar =
        Nodes.row(
            8,
            title,
            counts,
            Nodes.spring(),
            PlaceOrder.menu(model.order, list::requestFocus),
            Nodes.button(
                "",
                t("Text"),
                Command.of("T", t("Choose words in the text"), model::toText),
                "secondary"),
            Nodes.button(
                "fth-download", t("Export"), Command.quiet("", "", model::export), "secondary"));
    bar.getStyleClass().add("view-toolbar");
    var words = Nodes.label(t("Segment"), "hint");
    HBox.setHgrow(words, Priority.ALWAYS);
    words.setMaxWidth(Double.MAX_VALUE);
    var where = Nodes.label(t("Where"), "hint");
    where.setMinWidth(RowCell.WHERE);
    boxes.setMinWidth(Label.USE_PREF_SIZE);
    boxes.setAlignment(Pos.CENTER_LEFT);
    var header = Nodes.row(10, where, words, boxes, result);
    header.getStyleClass().add("column-header");
    return Nodes.column(0, bar, header);
  }

  private Node textBar() {
    var name = Nodes.label(model.text.article.get().map(a -> a.title()).orElse(""), "title");
    name.setMinWidth(0);
    Nodes.hint(name, name.getText());
    var bar =
        Nodes.row(
            8,
            name,
            Nodes.spring(),
            Nodes.button(
                "",
                model.text.finished.get() ? t("Finished") : t("Finish"),
                Command.of("F", t("Finish coding this article"), model.text::finish).changing(),
                "secondary"),
            Nodes.button(
                "",
                t("List"),
                Command.of("T", t("Back to the list"), this::closeText),
                "secondary"));
    bar.getStyleClass().add("view-toolbar");
    return bar;
  }

  private void closeText() {
    model.text.close();
    focus();
  }

  private void placeholder() {
    list.setPlaceholder(
        model.book.get().codes().codes().isEmpty()
            ? Nodes.empty(
                t("No codes yet. A code says what a passage is about; passages are coded with it."),
                Nodes.changing(Nodes.button(t("New code"), this::create, "primary")))
            : Nodes.empty(
                t("Nothing has this code yet. Choose words in the text and press its key."),
                Nodes.button(t("Choose words"), model::toText, "primary")));
  }

  private void counted() {
    var path = model.selected.get();
    title.setText(path.isEmpty() ? "" : new Code(path, 0).ownName());
    var articles = model.rows.stream().map(r -> r.place().at().article()).distinct().count();
    counts.setText(
        t(
            "{0}, {1}",
            Texts.count(model.rows.size(), t("segment"), t("segments")),
            Texts.count((int) articles, t("article"), t("articles"))));
    Nodes.hint(counts, counts.getText());
    boxes.setText(
        model.rows.isEmpty()
            ? ""
            : String.join(" ", model.rows.getFirst().place().match().by().keySet()));
  }

  private void point(Optional<Row> now) {
    now.filter(_ -> model.settling.get()).filter(model.rows::contains).ifPresent(settle::show);
  }

  private void settling(boolean on) {
    middle();
    if (on) {
      model.row.get().ifPresent(settle::show);
    } else if (getScene() != null) {
      focus();
    }
  }

  // -- as a view --

  @Override
  public Node node() {
    return this;
  }

  @Override
  public String name() {
    return t("Coding");
  }

  @Override
  public ObservableValue<String> crumb() {
    return crumb;
  }

  @Override
  public List<Command> commands() {
    List<Command> all = new ArrayList<>();
    if (model.text.isOpen()) {
      inText(all);
    } else {
      inList(all);
    }
    all.add(Command.of("Shift+N", t("New code"), this::create).changing());
    all.add(Command.quiet("Shortcut+Shift+T", t("Agreement as a table"), agreement::toggleTable));
    all.add(Command.quiet("I", t("Agreement"), drawer::toggle));
    all.add(
        Command.quiet(
            "Shift+C",
            t("Who codes here"),
            () -> note.name(t("Who codes here"), model.book.get().coder(), model::workAs)));
    all.add(
        Command.quiet(
                "Shift+E",
                t("Enrol a coder, or take that back"),
                () -> note.name(t("Enrol a coder, or take that back"), "", model::enrol))
            .changing());
    all.add(Command.quiet("Shift+Down", t("Next code"), () -> model.stepCode(1)));
    all.add(Command.quiet("Shift+Up", t("Previous code"), () -> model.stepCode(-1)));
    if (!model.selected.get().isEmpty()) {
      all.add(Command.quiet("F2", t("Rename the code"), this::rename).changing());
    }
    if (model.code().isPresent()) {
      all.add(Command.of("M", t("Memo"), note::memo).changing());
      all.add(Command.quiet("E", t("Write what the code means"), note::meaning).changing());
      all.add(Command.quiet("Alt+Up", t("Code up"), () -> model.moveBy(-1)).changing());
      all.add(Command.quiet("Alt+Down", t("Code down"), () -> model.moveBy(1)).changing());
      all.add(
          Command.quiet("Shift+X", t("Retire the code, bring it back"), model::retire).changing());
      all.add(Command.quiet("Shift+M", t("Merge the code into another"), this::merge).changing());
    }
    merging.ifPresent(
        from ->
            all.add(Command.of("Enter", t("Merge {0} into this", from), this::merged).changing()));
    return all;
  }

  private void inList(List<Command> all) {
    if (drawer.isOver()) {
      all.add(Command.of("Esc", t("Close the agreement"), drawer::close));
    }
    if (!model.rows.isEmpty()) {
      all.add(Command.of("J", t("Segment"), () -> model.step(1)));
      all.add(Command.of("K", t("Previous"), () -> model.step(-1)));
      all.add(Command.of("DIGIT1–9", t("Apply code"), () -> {}).changing());
      keys(all, model::toggle);
      all.add(Command.of("DIGIT0", t("Remove code"), model::take).changing());
      all.add(Command.quiet("O", t("Open in article"), model::openInReader));
      all.add(Command.of("S", t("Settle"), model::settleNext).changing());
      all.add(Command.quiet("Shift+S", t("Open again what was settled"), model::reopen).changing());
    }
    all.add(Command.of("T", t("Text"), model::toText));
  }

  private void inText(List<Command> all) {
    var words = model.text;
    all.add(Command.of("Right", t("Word"), () -> words.choose((w, now) -> w.word(now, 1))));
    all.add(
        Command.quiet("Left", t("Previous word"), () -> words.choose((w, now) -> w.word(now, -1))));
    all.add(Command.of("Down", t("Sentence"), () -> words.choose((w, now) -> w.sentence(now, 1))));
    all.add(
        Command.quiet(
            "Up", t("Previous sentence"), () -> words.choose((w, now) -> w.sentence(now, -1))));
    all.add(Command.of("Shift+Right", t("Longer"), () -> words.choose((w, now) -> w.end(now, 1))));
    all.add(
        Command.quiet("Shift+Left", t("Shorter"), () -> words.choose((w, now) -> w.end(now, -1))));
    all.add(
        Command.quiet(
            "Shortcut+Shift+Right",
            t("Start one word on"),
            () -> words.choose((w, now) -> w.start(now, 1))));
    all.add(
        Command.quiet(
            "Shortcut+Shift+Left",
            t("Start one word back"),
            () -> words.choose((w, now) -> w.start(now, -1))));
    all.add(Command.of("DIGIT1–9", t("Apply code"), () -> {}).changing());
    keys(all, words::toggle);
    model
        .code()
        .filter(Code::isGiven)
        .filter(_ -> merging.isEmpty())
        .ifPresent(
            code ->
                all.add(
                    Command.of("Enter", t("Apply {0}", code.ownName()), () -> words.toggle(code))
                        .changing()));
    all.add(Command.of("DIGIT0", t("Remove code"), words::take).changing());
    all.add(Command.of("N", t("Note"), () -> note.noted(words.note(), words::note)).changing());
    all.add(Command.quiet("J", t("Next coded words"), () -> words.stepCoded(1)));
    all.add(Command.quiet("K", t("Previous coded words"), () -> words.stepCoded(-1)));
    all.add(Command.quiet("Close_Bracket", t("Next article"), () -> words.stepArticle(1)));
    all.add(Command.quiet("Open_Bracket", t("Previous article"), () -> words.stepArticle(-1)));
    all.add(Command.of("F", t("Finish"), words::finish).changing());
    all.add(Command.of("T Esc", t("List"), this::closeText));
  }

  private interface Giving {
    void give(Code code);
  }

  private void keys(List<Command> all, Giving giving) {
    for (var n = 1; n <= 9; n++) {
      var code = model.codeOn(n);
      var key = "DIGIT" + n;
      code.ifPresent(
          c ->
              all.add(
                  new Command(key, t("Code {0}", c.name()), false, () -> giving.give(c))
                      .changing()));
    }
  }

  private void merge() {
    merging = Optional.of(model.selected.get());
  }

  private void merged() {
    var from = merging.orElse("");
    merging = Optional.empty();
    var into = model.selected.get();
    if (!from.isEmpty() && !from.equals(into)) {
      model.select(from);
      model.mergeInto(into);
    }
  }

  @Override
  public ObservableValue<String> status() {
    return status;
  }

  @Override
  public void refresh() {
    model.load();
  }

  @Override
  public Runnable here() {
    var path = model.selected.get();
    return () -> model.select(path);
  }

  @Override
  public void focus() {
    if (model.text.isOpen()) {
      text.requestFocus();
    } else if (model.rows.isEmpty()) {
      tree.requestFocus();
    } else {
      list.requestFocus();
    }
  }
}
