package org.tellings.ui.coding;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.tellings.coding.Agreement;
import org.tellings.coding.Codebook;
import org.tellings.coding.Codebook.Branch;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Span;
import org.tellings.model.Target;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Tasks;
import org.tellings.workbench.AgreementDesk.Asked;
import org.tellings.workbench.AgreementDesk.Place;
import org.tellings.workbench.AgreementDesk.Unit;

/// The codebook, where the selected code was given and how far coders agree, and what one can do
/// with them. Only on the screen's thread.
final class CodingModel {

  /// The codebook as it is shown: who works here, how often each code was given, its version.
  record Book(Codebook codes, Map<String, Integer> counts, int version, String coder, int coders) {
    static final Book NONE = new Book(new Codebook(List.of()), Map.of(), 1, "", 0);

    /// How often a code and all below it were given.
    int count(Branch branch) {
      return branch
          .all()
          .flatMap(b -> b.code().stream())
          .mapToInt(code -> counts.getOrDefault(code.id(), 0))
          .sum();
    }
  }

  /// A place in the list: which outlet, which paragraph of which article.
  record Row(Place place, String outlet, String title, int paragraph) {}

  private final Desk desk;
  private final Tasks.Lane books;
  private final Tasks.Lane places;
  private final Tasks.Lane figures;
  private boolean goesOn;

  CodingModel(Desk desk) {
    this.desk = desk;
    this.books = desk.tasks().lane();
    this.places = desk.tasks().lane();
    this.figures = desk.tasks().lane();
    this.text = new TextModel(desk, this);
    selected.subscribe((_, _) -> loadRows());
    unit.subscribe((_, _) -> loadFigures());
    order.subscribe((_, _) -> show(found));
  }

  // -- what it shows --

  final TextModel text;
  final ObjectProperty<Book> book = new SimpleObjectProperty<>(Book.NONE);

  /// The path of the selected code or group; empty when there is none.
  final StringProperty selected = new SimpleStringProperty("");

  /// Where the selected code was given, article by article.
  private List<Row> found = List.of();

  /// The same in the order chosen.
  final ObservableList<Row> rows = FXCollections.observableArrayList();

  final ObjectProperty<PlaceOrder> order = new SimpleObjectProperty<>(PlaceOrder.ARTICLE);
  final ObjectProperty<Optional<Row>> row = new SimpleObjectProperty<>(Optional.empty());
  final ObjectProperty<Unit> unit = new SimpleObjectProperty<>(Unit.SENTENCE);
  final ObjectProperty<Optional<Agreement>> agreement =
      new SimpleObjectProperty<>(Optional.empty());

  /// Why there is no agreement to show.
  final StringProperty why = new SimpleStringProperty("");

  /// Disagreements are settled one by one.
  final BooleanProperty settling = new SimpleBooleanProperty();

  Optional<Code> code() {
    return book.get().codes().codes().stream()
        .filter(c -> c.name().equals(selected.get()))
        .findFirst();
  }

  Optional<Code> codeOn(int key) {
    return book.get().codes().codes().stream().filter(c -> c.key() == key).findFirst();
  }

  long open() {
    return rows.stream().filter(r -> r.place().isOpen()).count();
  }

  // -- what it can do --

  void load() {
    books.run(this::read, this::show, desk::failed);
  }

  private Book read() {
    var workbench = desk.workbench();
    var codebook = workbench.codebook();
    return new Book(
        codebook.now(),
        codebook.counts(),
        codebook.version(),
        workbench.coder(),
        workbench.coding().coders().size());
  }

  private void show(Book fresh) {
    book.set(fresh);
    var all = fresh.codes().tree().stream().flatMap(Branch::all).map(Branch::path).toList();
    if (!all.contains(selected.get())) {
      // the first that can be given, else the first group
      selected.set(
          fresh.codes().codes().stream()
              .filter(Code::isGiven)
              .map(Code::name)
              .findFirst()
              .orElse(all.isEmpty() ? "" : all.getFirst()));
    } else {
      loadRows();
    }
    loadFigures();
    text.load();
  }

  private void loadRows() {
    var path = selected.get();
    places.run(() -> rows(path), this::show, desk::failed);
  }

  private List<Row> rows(String path) {
    if (path.isEmpty()) {
      return List.of();
    }
    List<Row> found = new ArrayList<>();
    Optional<Article> article = Optional.empty();
    for (var place : desk.workbench().agreement().shown(path)) {
      var id = place.at().article();
      var known = article.filter(a -> a.id().equals(id));
      article = known.isPresent() ? known : desk.workbench().article(id);
      article.ifPresent(
          a ->
              found.add(
                  new Row(
                      place,
                      a.outlet().code(),
                      a.title(),
                      paragraph(a.text(), place.at().span().start()))));
    }
    return found;
  }

  private static int paragraph(String text, int at) {
    return (int) text.substring(0, at).lines().filter(line -> !line.isEmpty()).count()
        + (at == 0 || text.charAt(at - 1) == '\n' ? 1 : 0);
  }

  private void show(List<Row> fresh) {
    var before = row.get().map(r -> r.place().at());
    var beforeIndex = row.get().map(rows::indexOf).orElse(0);
    found = fresh;
    rows.setAll(order.get().of(fresh));
    row.set(
        before
            .flatMap(at -> rows.stream().filter(r -> r.place().at().equals(at)).findFirst())
            .or(
                () ->
                    rows.isEmpty()
                        ? Optional.empty()
                        : Optional.of(rows.get(Math.clamp(beforeIndex, 0, rows.size() - 1)))));
    if (goesOn) {
      goesOn = false;
      if (open() > 0) {
        settleNext();
      }
    }
  }

  private void loadFigures() {
    var asked = new Asked(List.of(), unit.get(), false);
    figures.run(
        () -> {
          try {
            return new Answer(Optional.of(desk.workbench().agreement().of(asked)), "");
          } catch (IllegalArgumentException e) {
            return new Answer(Optional.empty(), String.valueOf(e.getMessage()));
          }
        },
        answer -> {
          why.set(answer.why());
          agreement.set(answer.agreement());
        },
        desk::failed);
  }

  private record Answer(Optional<Agreement> agreement, String why) {}

  void select(String path) {
    selected.set(path);
  }

  /// The next code of the tree, or the one before.
  void stepCode(int by) {
    var all = book.get().codes().tree().stream().flatMap(Branch::all).map(Branch::path).toList();
    if (!all.isEmpty()) {
      selected.set(all.get(Math.clamp(all.indexOf(selected.get()) + (long) by, 0, all.size() - 1)));
    }
  }

  void step(int by) {
    if (!rows.isEmpty()) {
      var now = row.get().map(rows::indexOf).orElse(-1);
      row.set(Optional.of(rows.get(Math.clamp(now + (long) by, 0, rows.size() - 1))));
    }
  }

  void openInReader() {
    row.get().ifPresent(r -> desk.open(r.place().at().article(), r.place().at().span()));
  }

  /// Gives the words of the selected place another code, or takes back what one gave there.
  void toggle(Code code) {
    row.get()
        .map(r -> r.place().targets().values().stream().flatMap(List::stream).distinct().toList())
        .ifPresent(targets -> toggle(targets.subList(0, 1), code));
  }

  void toggle(List<Target> targets, Code code) {
    edit(
        () -> {
          var coding = desk.workbench().coding();
          var on = !coding.has(targets.getFirst(), code.id());
          coding.give(targets, code.name(), on);
          return on ? t("Coded: {0}", code.name()) : t("Code taken back: {0}", code.name());
        });
  }

  /// Takes back the selected code where who works here gave it at the selected place.
  void take() {
    row.get()
        .map(r -> r.place().targets().getOrDefault(book.get().coder(), List.of()))
        .filter(mine -> !mine.isEmpty())
        .ifPresentOrElse(
            mine ->
                edit(
                    () -> {
                      desk.workbench().coding().give(mine, row().place().code(), false);
                      return t("Code taken back: {0}", row().place().code());
                    }),
            () -> desk.said(t("This is not a code of yours."), false));
  }

  private Row row() {
    return row.get().orElseThrow();
  }

  interface Edit {
    String run();
  }

  /// Changes the library in the background; what cannot be done is said.
  void edit(Edit edit) {
    desk.tasks()
        .edit(
            () -> {
              try {
                return edit.run();
              } catch (IllegalArgumentException e) {
                return "!" + e.getMessage();
              }
            },
            done -> {
              desk.said(done.startsWith("!") ? done.substring(1) : done, !done.startsWith("!"));
              desk.changed();
            },
            desk::failed);
  }

  void create(String name) {
    var free = Code.freeKey(book.get().codes().codes());
    edit(
        () -> {
          var known = desk.workbench().codes().stream();
          if (known.anyMatch(code -> code.name().equalsIgnoreCase(name.strip()))) {
            return "!" + t("There is a code {0} already.", name.strip());
          }
          desk.workbench().define(new Code(name.strip(), free));
          return t("New code: {0}", name.strip());
        });
    wanted(name.strip());
  }

  private void wanted(String path) {
    // shown as soon as the answer is there
    selected.set(path);
  }

  void rename(String ownName) {
    var path = selected.get();
    var group = new Code(path, 0).group();
    edit(
        () -> {
          desk.workbench().codebook().rename(path, ownName.strip());
          return t("Renamed: {0}", ownName.strip());
        });
    wanted(Code.path(group, ownName.strip()));
  }

  void describe(Code.Sense sense) {
    code()
        .ifPresent(
            code ->
                edit(
                    () -> {
                      desk.workbench().codebook().describe(code.name(), sense);
                      return t("Described code {0}", code.name());
                    }));
  }

  /// Takes a code or group into another group, before one of its codes or to its end.
  void move(String path, String group, Optional<String> before) {
    edit(
        () -> {
          desk.workbench().codebook().move(path, group, before);
          return t("Moved code {0}", path);
        });
    wanted(Code.path(group, new Code(path, 0).ownName()));
  }

  /// Moves the selected code one place up or down in its group.
  void moveBy(int by) {
    var path = selected.get();
    if (path.isEmpty()) {
      return;
    }
    var group = new Code(path, 0).group();
    var siblings =
        book.get().codes().codes().stream()
            .filter(c -> c.group().equals(group))
            .map(Code::name)
            .toList();
    var to = siblings.indexOf(path) + by;
    if (siblings.contains(path) && to >= 0 && to < siblings.size()) {
      var next = by > 0 ? to + 1 : to;
      move(
          path, group, next < siblings.size() ? Optional.of(siblings.get(next)) : Optional.empty());
    }
  }

  void retire() {
    code()
        .ifPresent(
            code ->
                edit(
                    () -> {
                      var codebook = desk.workbench().codebook();
                      if (code.use() == Code.Use.RETIRED) {
                        codebook.bringBack(code.name());
                        return t("Brought back code {0}", code.name());
                      }
                      codebook.retire(code.name());
                      return t("Retired code {0}", code.name());
                    }));
  }

  void mergeInto(String path) {
    var from = selected.get();
    edit(
        () -> {
          desk.workbench().codebook().merge(from, path);
          return t("Merged {0} into {1}", from, path);
        });
    wanted(path);
  }

  /// Goes to the next disagreement that is open, from the selected place on; ends when there is
  /// none.
  void settleNext() {
    var from = row.get().map(rows::indexOf).orElse(0);
    for (var i = 0; i < rows.size(); i++) {
      var next = rows.get((from + i) % rows.size());
      if (next.place().isOpen()) {
        row.set(Optional.of(next));
        settling.set(true);
        return;
      }
    }
    settling.set(false);
    desk.said(t("Nothing is open here."), false);
  }

  /// Settles the selected place: these words have the code, or none have; then goes to the next.
  void settle(Optional<Span> as, String reason) {
    row.get()
        .ifPresent(
            r -> {
              settling.set(false);
              goesOn = true;
              edit(
                  () -> {
                    desk.workbench()
                        .agreement()
                        .settle(r.place().at(), r.place().code(), as, reason);
                    return t("Settled {0}", r.place().code());
                  });
            });
  }

  /// Opens again what was settled at the selected place.
  void reopen() {
    row.get()
        .filter(r -> r.place().settled().isPresent())
        .ifPresent(
            r ->
                edit(
                    () -> {
                      desk.workbench().agreement().open(r.place().at(), r.place().code());
                      return t("Opened {0} again", r.place().code());
                    }));
  }

  /// Who works here from now on is called so; the empty name is who uses the machine.
  void workAs(String name) {
    edit(
        () -> {
          desk.workbench().coder(name);
          return "!" + t("Coding as {0}", desk.workbench().coder());
        });
  }

  /// Enrols a coder, or takes that back.
  void enrol(String name) {
    edit(
        () -> {
          var coding = desk.workbench().coding();
          var on = !coding.coders().contains(name.strip());
          coding.enrol(name, on);
          return on
              ? t("Enrolled coder {0}", name.strip())
              : t("{0} is no coder any more", name.strip());
        });
  }

  void export() {
    desk.export("codings", desk.workbench().articles().stream().map(a -> a.id()).toList());
  }

  /// Shows the text of the selected place, or of the first article where there is none.
  void toText() {
    var at = row.get().map(r -> r.place().at());
    at.ifPresentOrElse(
        place -> text.open(place.article(), Optional.of(place.span())),
        () ->
            desk.workbench().articles().stream()
                .map(a -> a.id())
                .findFirst()
                .ifPresent((ArticleId id) -> text.open(id, Optional.empty())));
  }

  /// How a place came out, in words.
  static String result(Place place) {
    if (place.settled().isPresent()) {
      return t("settled");
    }
    var match = place.match();
    if (match.by().size() < 2) {
      return "";
    }
    if (!place.compared()) {
      return t("not finished");
    }
    if (match.isAgreed()) {
      return t("agree");
    }
    return match.marking().size() < match.by().size()
        ? t("only {0}", String.join(", ", match.marking()))
        : t("overlap {0}%", Math.round(100 * match.overlap()));
  }
}
