package org.tellings.ui.figures;

import static org.tellings.ui.kit.Texts.t;

import java.math.BigDecimal;
import java.math.MathContext;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jspecify.annotations.Nullable;
import org.tellings.compare.Comparison;
import org.tellings.compare.Quantity;
import org.tellings.compare.Quantity.Printed;
import org.tellings.compare.Quantity.Verdict;
import org.tellings.model.FindingId;
import org.tellings.ui.kit.Board;
import org.tellings.ui.kit.Comparing;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Sourced;
import org.tellings.ui.kit.Texts;
import org.tellings.workbench.Workbench;

/// The quantities of the library, which of them and which mention is selected, and what one can
/// decide. Only on the screen's thread.
final class FiguresModel {

  /// How the list is ordered.
  enum Order {
    CONFLICTS("Conflicts first"),
    PRINTED("Most printed"),
    NAME("By name");

    final String words;

    Order(String words) {
      this.words = words;
    }
  }

  private static final List<Verdict> GRAVEST =
      List.of(
          Verdict.CONFLICT,
          Verdict.TYPO,
          Verdict.SCOPE,
          Verdict.MOMENT,
          Verdict.ROUNDING,
          Verdict.IDENTICAL,
          Verdict.UNRELATED);

  private static final class Shape implements Board.Shape<Quantity, Printed> {
    @Override
    public List<Printed> tellings(Quantity quantity) {
      return quantity.tellings();
    }

    @Override
    public List<FindingId> findings(Printed printed) {
      return List.of(id(printed));
    }

    @Override
    public Printed lead(Quantity quantity) {
      return quantity.most();
    }
  }

  private final Desk desk;

  FiguresModel(Desk desk) {
    this.desk = desk;
    this.comparing = new Comparing(desk);
    this.board = new Board<>(desk, new Shape());
    order.subscribe(now -> board.arrange(comparator(now)));
  }

  // -- what it shows --

  final Comparing comparing;
  final Board<Quantity, Printed> board;
  final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.CONFLICTS);

  int conflicts() {
    return (int) board.all().stream().filter(FiguresModel::isConflict).count();
  }

  static boolean isConflict(Quantity quantity) {
    return quantity.verdict() == Verdict.CONFLICT || quantity.verdict() == Verdict.TYPO;
  }

  /// How far lowest and highest are apart, of the value most printed: "none", "1.9 %".
  static String spread(Quantity quantity) {
    var most = quantity.most().value().abs();
    var apart = quantity.highest().subtract(quantity.lowest());
    if (apart.signum() == 0) {
      return t("none");
    }
    if (most.signum() == 0) {
      return t("from zero");
    }
    var percent = apart.multiply(BigDecimal.valueOf(100)).divide(most, new MathContext(2));
    return t("{0} %", percent);
  }

  /// The words for a verdict.
  static String words(Verdict verdict) {
    return switch (verdict) {
      case IDENTICAL -> t("the same value");
      case ROUNDING -> t("rounded");
      case MOMENT -> t("other moment");
      case SCOPE -> t("other scope");
      case TYPO -> t("likely a slip");
      case CONFLICT -> t("values conflict");
      case UNRELATED -> t("unrelated");
    };
  }

  // -- what it can do --

  void load() {
    comparing.ask(Comparison::quantities, board::show);
  }

  private static Comparator<Quantity> comparator(Order order) {
    Comparator<Quantity> printed =
        Comparator.<Quantity>comparingInt(q -> -q.outlets().size())
            .thenComparing(q -> -q.tellings().size())
            .thenComparing(Quantity::id);
    return switch (order) {
      case CONFLICTS ->
          Comparator.<Quantity>comparingInt(q -> GRAVEST.indexOf(q.verdict()))
              .thenComparing(printed);
      case PRINTED -> printed;
      case NAME -> Comparator.comparing(Quantity::measures).thenComparing(printed);
    };
  }

  static FindingId id(Printed printed) {
    return printed.telling().kept().id();
  }

  private String here() {
    return board
        .telling
        .get()
        .map(p -> p.telling().text() + " · " + Texts.outlet(p.telling().outlet()))
        .orElse("");
  }

  void confirm() {
    board.confirm(t("Confirmed {0}", here()));
  }

  void reject() {
    board.reject(t("Rejected {0}", here()));
  }

  void split() {
    board.split(t("Took {0} out of the quantity", here()));
  }

  /// Keeps another value for the selected mention, in plain digits.
  void value(String typed) {
    var plain = typed.strip().replace(",", "");
    board
        .telling
        .get()
        .ifPresent(
            now ->
                desk.edit(
                    t("Corrected the value in {0}", Texts.outlet(now.telling().outlet())),
                    () -> desk.workbench().correct(id(now), Map.of("value", plain))));
  }

  void open() {
    board.telling.get().ifPresent(now -> desk.open(now.telling().article(), Optional.of(id(now))));
  }

  /// All mentions of the selected quantity with their sources, a line each.
  void copy() {
    board
        .selected
        .get()
        .ifPresent(
            quantity -> {
              Sourced.copy(
                  quantity.tellings().stream()
                      .map(p -> Sourced.words(p.telling()))
                      .collect(Collectors.joining("\n")));
              desk.said(
                  t("Copied {0} mentions with their sources.", quantity.tellings().size()), false);
            });
  }

  /// Writes the selected quantity's mentions as csv.
  void write(Path file) {
    var rows = rows();
    desk.tasks()
        .run(
            () -> {
              Workbench.write(rows, "csv", file);
              return file;
            },
            done -> desk.said(t("Wrote {0} mentions into {1}.", rows.size(), done), false),
            desk::failed);
  }

  private List<Map<String, @Nullable Object>> rows() {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    board
        .selected
        .get()
        .ifPresent(
            quantity ->
                quantity
                    .tellings()
                    .forEach(
                        printed -> {
                          var span = printed.telling().kept().finding().span();
                          Map<String, @Nullable Object> row = new LinkedHashMap<>();
                          row.put("quantity", quantity.id());
                          row.put("measures", quantity.measures());
                          row.put("id", id(printed).toString());
                          row.put("article", printed.telling().article().value());
                          row.put("file", printed.telling().file());
                          row.put("outlet", printed.telling().outlet().name());
                          row.put("start", span.start());
                          row.put("end", span.end());
                          row.put("text", printed.telling().text());
                          row.put("state", printed.telling().kept().state().word());
                          row.put("low", printed.figure().low().toPlainString());
                          row.put("high", printed.figure().high().toPlainString());
                          row.put("unit", printed.figure().unit());
                          row.put("verdict", printed.verdict().word());
                          row.put("why", printed.why());
                          rows.add(row);
                        }));
    return rows;
  }
}
