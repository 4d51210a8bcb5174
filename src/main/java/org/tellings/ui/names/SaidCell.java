package org.tellings.ui.names;

import static org.tellings.ui.kit.Texts.t;

import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.tellings.ui.kit.Glyphs;
import org.tellings.ui.kit.Nodes;
import org.tellings.ui.kit.Texts;
import org.tellings.ui.names.Entry.Note;
import org.tellings.ui.names.Entry.Said;

/// One telling: outlet, day, the exact characters in the words around them; over the first of an
/// office the office and how many give it.
final class SaidCell extends ListCell<Said> {

  static final double OUTLET = 56;
  static final double PUBLISHED = 124;

  /// Of more characters the end may be cut, down to so many pixels.
  private static final int LONG = 60;

  private static final double ROOM = 320;

  private final NamesModel model;

  SaidCell(NamesModel model) {
    this.model = model;
    setPrefWidth(0);
  }

  @Override
  protected void updateItem(@Nullable Said said, boolean empty) {
    super.updateItem(said, empty);
    if (empty || said == null) {
      setGraphic(null);
      setAccessibleText("");
      return;
    }
    var heading = said.place().heading();
    var outlet = width(Nodes.label(heading.outlet().code(), "mono"), OUTLET);
    Nodes.hint(outlet, said.outlet());
    var when = width(Nodes.label(Texts.shortMoment(heading.published()), "small"), PUBLISHED);
    var row = Nodes.row(8, outlet, when, around(said));
    said.kept().ifPresent(kept -> row.getChildren().add(Glyphs.of(kept.state())));
    row.getStyleClass().addAll("row", "said");
    var first = isFirst(said);
    setGraphic(first ? new VBox(group(said), row) : row);
    setAccessibleText(
        t(
            "{0}{1}, {2}: {3}",
            first ? said.group() + ": " : "",
            said.outlet(),
            Texts.shortMoment(heading.published()),
            sentence(said) + spoken(said)));
  }

  private String sentence(Said said) {
    var around = model.around(said);
    return around.before() + said.place().text() + around.after();
  }

  private static String spoken(Said said) {
    return said.note().map(note -> " " + note.spoken()).orElse("");
  }

  private boolean isFirst(Said said) {
    var tellings = getListView().getItems();
    var at = tellings.indexOf(said);
    return !said.group().isEmpty()
        && (at <= 0 || !tellings.get(at - 1).group().equals(said.group()));
  }

  private Node group(Said said) {
    var same =
        getListView().getItems().stream().filter(o -> o.group().equals(said.group())).toList();
    var words = Nodes.label(model.isQuoted() ? "“" + said.group() + "”" : said.group(), "called");
    words.setMinWidth(0);
    Nodes.hint(words, said.group());
    var row = Nodes.row(8, words, Nodes.fixed(counted(same), "small", "muted"));
    row.getStyleClass().add("name-group");
    return row;
  }

  private String counted(List<Said> same) {
    var tellings = Texts.count(same.size(), t("telling"), t("tellings"));
    var outlets = (int) same.stream().map(Said::outlet).distinct().count();
    return model.isQuoted()
        ? t("{0} in {1}", tellings, Texts.count(outlets, t("outlet"), t("outlets")))
        : tellings;
  }

  /// “…President Trump’s [AI and crypto czar], told Fox…” in one line; what has no room is cut on
  /// both sides.
  private HBox around(Said said) {
    var around = model.around(said);
    var whole = sentence(said);
    var before = side(around.before(), OverrunStyle.LEADING_ELLIPSIS, whole);
    var after = side(around.after(), OverrunStyle.ELLIPSIS, whole);
    var box = Nodes.label(said.place().text().replace('\n', ' '), "named-words");
    Nodes.hint(box, said.place().text());
    box.setMinWidth(said.place().text().length() > LONG ? ROOM : USE_PREF_SIZE);
    var row = Nodes.row(0, before, box, after);
    said.note().ifPresent(note -> row.getChildren().add(noted(note)));
    row.setMinWidth(0);
    HBox.setHgrow(row, Priority.ALWAYS);
    before.maxWidthProperty().bind(row.widthProperty().subtract(box.widthProperty()).divide(2));
    return row;
  }

  private static Label noted(Note note) {
    var label = Nodes.label(note.words(), "small", "muted", "noted");
    Nodes.hint(label, note.spoken());
    label.setMinWidth(ROOM);
    return label;
  }

  private static Label side(String words, OverrunStyle cut, String whole) {
    var label = Nodes.label(words, "sentence-side");
    label.setMinWidth(0);
    label.setTextOverrun(cut);
    Nodes.hint(label, whole);
    return label;
  }

  private static <R extends Region> R width(R label, double width) {
    label.setMinWidth(width);
    label.setPrefWidth(width);
    label.setMaxWidth(width);
    return label;
  }
}
