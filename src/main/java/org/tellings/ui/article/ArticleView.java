package org.tellings.ui.article;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane.ScrollBarPolicy;
import javafx.scene.layout.Region;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.fxmisc.richtext.StyleClassedTextArea;
import org.fxmisc.richtext.model.TwoDimensional.Bias;
import org.tellings.model.Article;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Span;
import org.tellings.ui.kit.Texts;

/// An article as one reads it: headline, numbered paragraphs, findings marked in the text.
///
/// Offsets in and out are those of the article's text. Virtualised: only the lines in sight are
/// laid out. Only on the screen's thread.
public final class ArticleView extends Region {

  /// Text sizes in pixels that `Ctrl +` and `Ctrl −` step through.
  public static final int USUAL = 17;

  public static final int SMALLEST = 14;

  public static final int LARGEST = 24;

  /// So many changed passages are styled one by one; with more the whole text is styled at once.
  private static final int MOST_PIECES = 40;

  // made when the first article is shown: a window stands sooner without it
  private Optional<VirtualizedScrollPane<StyleClassedTextArea>> scroll = Optional.empty();
  private IntConsumer onClick = _ -> {};
  private Runnable onScroll = () -> {};
  private final List<Integer> numbers = new ArrayList<>();
  private String text = "";
  private int shift;
  private int size = USUAL;
  private boolean numbered = true;
  private int datelineLength;
  private Set<Marks.Mark> painted = Set.of();
  private Optional<Span> wanted = Optional.empty();
  private Optional<Sight> wantedSight = Optional.empty();

  /// Where the sight stands: the first line in sight, and how many pixels of it are above.
  public record Sight(int line, double above) {}

  private StyleClassedTextArea area() {
    if (scroll.isEmpty()) {
      // beside the reader's text the overview of the article is the scroll bar
      var made =
          new VirtualizedScrollPane<>(
              made(),
              ScrollBarPolicy.NEVER,
              numbered ? ScrollBarPolicy.NEVER : ScrollBarPolicy.AS_NEEDED);
      scroll = Optional.of(made);
      getChildren().add(made);
    }
    return scroll.get().getContent();
  }

  private StyleClassedTextArea made() {
    var area = new StyleClassedTextArea(false);
    area.setEditable(false);
    area.setWrapText(true);
    area.setUseInitialStyleForInsertion(true);
    area.getStyleClass().addAll("article", "size-" + size);
    if (!numbered) {
      area.getStyleClass().add("preview");
    }
    area.setParagraphGraphicFactory(this::number);
    area.setOnMouseClicked(
        e -> {
          var at = area.hit(e.getX(), e.getY()).getInsertionIndex() - shift;
          if (area.getSelection().getLength() == 0 && at >= 0) {
            onClick.accept(at);
          }
        });
    area.viewportDirtyEvents().subscribe(_ -> onScroll.run());
    return area;
  }

  /// Shows the words without paragraph numbers, smaller, as the library's preview does.
  public ArticleView asPreview() {
    numbered = false;
    return this;
  }

  public void show(Article article, String dateline) {
    text = article.text();
    List<String> classes = new ArrayList<>();
    var head = new StringBuilder();
    head.append(dateline).append('\n');
    classes.add("meta");
    head.append(article.title().isEmpty() ? t("Untitled") : article.title()).append('\n');
    classes.add("headline");
    if (!article.heading().byline().isEmpty()) {
      head.append(article.heading().byline()).append('\n');
      classes.add("meta");
    }
    head.append('\n');
    classes.add("gap");
    shift = head.length();
    count(classes.size());
    area().replaceText(head + text);
    var at = 0;
    for (var i = 0; i < classes.size(); i++) {
      var length = area().getParagraphLength(i);
      area().setParagraphStyle(i, List.of(classes.get(i)));
      area().setStyle(at, at + length, List.of(classes.get(i)));
      at += length + 1;
    }
    for (var i = classes.size(); i < area().getParagraphs().size(); i++) {
      if (area().getParagraphLength(i) == 0) {
        area().setParagraphStyle(i, List.of("gap"));
      }
    }
    var code = article.outlet().code();
    if (dateline.startsWith(code)) {
      area().setStyle(0, code.length(), List.of("meta-code"));
    }
    datelineLength = dateline.length();
    painted = Set.of();
    area().moveTo(0);
    area().showParagraphAtTop(0);
    area().setAccessibleText(t("Text of {0}", article.title()));
  }

  /// Which number stands beside which line of the area: 0 for none.
  private void count(int heads) {
    numbers.clear();
    numbers.addAll(Collections.nCopies(heads, 0));
    var next = 0;
    for (var line : text.split("\n", -1)) {
      numbers.add(line.isEmpty() ? 0 : ++next);
    }
  }

  private Node number(int paragraph) {
    var n = paragraph < numbers.size() ? numbers.get(paragraph) : 0;
    var label = new Label(n == 0 || !numbered ? "" : Integer.toString(n));
    label.getStyleClass().add(numbered ? "paragraph-number" : "no-number");
    return label;
  }

  /// Marks findings, the selected one and search hits. Rejected findings lose their mark.
  public void paint(
      Collection<Kept> findings, Optional<FindingId> selected, List<Span> hits, int current) {
    if (text.isEmpty()) {
      return;
    }
    var marks = Marks.of(text.length(), findings, selected, hits, current);
    var changed = Marks.changed(painted, marks);
    painted = marks;
    if (changed.size() > MOST_PIECES) {
      area().setStyleSpans(shift, Marks.spans(new Span(0, text.length()), marks));
    } else {
      changed.forEach(span -> area().setStyleSpans(shift + span.start(), Marks.spans(span, marks)));
    }
  }

  /// Brings a passage into sight, once the text is laid out, unless all of it already is.
  public void reveal(Span span) {
    wantedSight = Optional.empty();
    wanted = Optional.of(span);
    requestLayout();
  }

  /// What is in sight now, to be brought back later; empty when nothing is.
  public Optional<Sight> sightNow() {
    if (scroll.isEmpty()
        || text.isEmpty()
        || area().getScene() == null
        || area().getVisibleParagraphs().isEmpty()) {
      return Optional.empty();
    }
    return Optional.ofNullable(screenToLocal(area().getVisibleParagraphBoundsOnScreen(0)))
        .map(b -> new Sight(area().visibleParToAllParIndex(0), Math.max(0, -b.getMinY())));
  }

  /// Brings back what was in sight, in place of a passage that was to be revealed.
  public void restore(Sight sight) {
    wanted = Optional.empty();
    wantedSight = Optional.of(sight);
    requestLayout();
  }

  private void restoreNow(Sight sight) {
    area().showParagraphAtTop(Math.min(sight.line(), area().getParagraphs().size() - 1));
    scroll.ifPresent(VirtualizedScrollPane::layout);
    scrollBy(sight.above());
  }

  /// Where the last sign of the line over the headline stands in this node; empty out of sight.
  public Optional<Bounds> datelineEnd() {
    if (datelineLength == 0 || area().getScene() == null || area().getScene().getWindow() == null) {
      return Optional.empty();
    }
    return area()
        .getCharacterBoundsOnScreen(datelineLength - 1, datelineLength)
        .flatMap(b -> Optional.ofNullable(screenToLocal(b)));
  }

  private void revealNow(Span span) {
    var first =
        area()
            .offsetToPosition(shift + Math.min(span.start(), text.length()), Bias.Forward)
            .getMajor();
    if (bounds(span).filter(b -> b.getMinY() >= 40 && b.getMaxY() <= getHeight() - 24).isEmpty()) {
      area().showParagraphAtCenter(first);
    }
  }

  /// Where the first line of a passage stands in this node; empty when it is out of sight.
  public Optional<Bounds> bounds(Span span) {
    if (span.start() >= text.length()
        || area().getScene() == null
        || area().getScene().getWindow() == null) {
      return Optional.empty();
    }
    return area()
        .getCharacterBoundsOnScreen(shift + span.start(), shift + span.start() + 1)
        .flatMap(b -> Optional.ofNullable(screenToLocal(b)));
  }

  /// The offsets that are in sight now, generously.
  public Span sighted() {
    if (text.isEmpty() || area().getVisibleParagraphs().isEmpty()) {
      return new Span(0, Math.max(1, text.length()));
    }
    var first = area().visibleParToAllParIndex(0);
    var last = area().visibleParToAllParIndex(area().getVisibleParagraphs().size() - 1);
    var start = Math.clamp(area().getAbsolutePosition(first, 0) - shift, 0, text.length() - 1);
    var end = area().getAbsolutePosition(last, 0) + area().getParagraphLength(last) - shift;
    return new Span(start, Math.clamp(end, start + 1, text.length()));
  }

  /// Hears the offset in the text that was clicked.
  public void onClick(IntConsumer hears) {
    onClick = hears;
  }

  /// The words selected with the mouse or the keyboard, white space at the ends left out.
  public Optional<Span> chosen() {
    if (scroll.isEmpty()) {
      return Optional.empty();
    }
    var range = area().getSelection();
    var start = Math.max(0, range.getStart() - shift);
    var end = Math.min(text.length(), range.getEnd() - shift);
    while (start < end && Character.isWhitespace(text.charAt(start))) {
      start++;
    }
    while (end > start && Character.isWhitespace(text.charAt(end - 1))) {
      end--;
    }
    return end > start ? Optional.of(new Span(start, end)) : Optional.empty();
  }

  /// Selects words as the mouse would.
  public void choose(Span span) {
    area().selectRange(shift + span.start(), shift + span.end());
  }

  public void unchoose() {
    scroll.ifPresent(pane -> pane.getContent().deselect());
  }

  /// Runs after each change of what is in sight.
  public void onScroll(Runnable hears) {
    onScroll = hears;
  }

  public void scrollBy(double pixels) {
    scroll.ifPresent(pane -> pane.scrollYBy(pixels));
  }

  public void pageBy(int pages) {
    scrollBy(pages * (getHeight() - 56));
  }

  /// From 0 to 1: where the sight begins and ends in the whole.
  public double[] sight() {
    if (scroll.isEmpty()) {
      return new double[] {0, 1};
    }
    var total = Math.max(1, area().getTotalHeightEstimate());
    var top = area().getEstimatedScrollY() / total;
    return new double[] {Math.max(0, top), Math.min(1, top + getHeight() / total)};
  }

  /// From 0 to 1: where an offset stands in the whole.
  public double place(int offset) {
    return (shift + offset) / (double) Math.max(1, shift + text.length());
  }

  public void jump(double place) {
    area()
        .showParagraphAtTop(
            area()
                .offsetToPosition((int) (place * (shift + text.length())), Bias.Forward)
                .getMajor());
  }

  /// The offset at which numbered paragraph `n` begins, when there is one.
  public Optional<Integer> paragraph(int n) {
    var line = numbers.indexOf(n);
    return n < 1 || line < 0
        ? Optional.empty()
        : Optional.of(area().getAbsolutePosition(line, 0) - shift);
  }

  public int size() {
    return size;
  }

  public void size(int pixels) {
    var before = "size-" + size;
    size = Math.clamp(pixels, SMALLEST, LARGEST);
    scroll.ifPresent(
        pane -> {
          pane.getContent().getStyleClass().remove(before);
          pane.getContent().getStyleClass().add("size-" + size);
        });
  }

  /// The line over the headline: outlet, date, when the page was captured if it tells, length.
  public static String dateline(Article article) {
    var outlet = article.outlet().isKnown() ? article.outlet().name() : t("unknown outlet");
    return Stream.of(
            Optional.of(outlet),
            Optional.of(Texts.moment(article.heading().published())),
            article.heading().captured().map(at -> t("captured {0}", Texts.day(Optional.of(at)))),
            Optional.of(Texts.count(article.words(), t("word"), t("words"))))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" · "));
  }

  @Override
  public void requestFocus() {
    area().requestFocus();
  }

  /// The node that has the keyboard while one reads.
  public Node text() {
    return area();
  }

  @Override
  protected void layoutChildren() {
    scroll.ifPresent(pane -> pane.resizeRelocate(0, 0, getWidth(), getHeight()));
    if (wanted.isPresent() && getHeight() > 0 && !text.isEmpty()) {
      scroll.ifPresent(VirtualizedScrollPane::layout);
      var span = wanted.get();
      wanted = Optional.empty();
      revealNow(span);
    }
    if (wantedSight.isPresent() && getHeight() > 0 && !text.isEmpty()) {
      scroll.ifPresent(VirtualizedScrollPane::layout);
      var sight = wantedSight.get();
      wantedSight = Optional.empty();
      restoreNow(sight);
    }
  }
}
