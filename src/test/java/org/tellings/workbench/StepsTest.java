package org.tellings.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Span;
import org.tellings.workbench.Step.Change;

/// The journal says of each step what it changed.
final class StepsTest {

  @TempDir Path folder;
  private Workbench workbench;
  private ArticleId article;
  private List<FindingId> quotes;

  @BeforeEach
  void open() throws IOException {
    var file = folder.resolve("weir_2025-02-03.txt");
    Files.writeString(
        file,
        "“We never saw a cheaper weir,” said Ada Ortiz, who has run the mill for nine years.\n\n"
            + "“Nobody asked the ferrymen,” said Jonas Mazur, who owns the ferry.\n");
    workbench = Workbench.open(folder.resolve("library"), true, Progress.none());
    workbench.add(List.of(file), Progress.none());
    article = workbench.articles().getFirst().id();
    quotes =
        workbench.findings(article).stream()
            .map(Kept::id)
            .filter(id -> id.kind() == Kind.QUOTE)
            .toList();
  }

  @AfterEach
  void close() {
    workbench.close();
  }

  private List<Change> last() {
    return workbench.history(1).getFirst().changes();
  }

  private static Change change(Object id, String field, String from, String to) {
    return new Change(
        id.toString(),
        field,
        Optional.of(from).filter(v -> !v.isEmpty()),
        Optional.of(to).filter(v -> !v.isEmpty()));
  }

  @Test
  void ofAnArticleThatItCame() {
    assertEquals(List.of(change(article, "present", "false", "true")), last());
  }

  @Test
  void ofACorrectionTheFieldBeforeAndAfterWhoeverSaidItBefore() {
    var quote = quotes.getFirst();
    workbench.correct(quote, Map.of("speaker", "Ada Lund"));
    assertEquals(
        List.of(
            change(quote, "state", "machine", "corrected"),
            change(quote, "rule", "quote.cue-after/2", "person"),
            change(quote, "speaker", "Ada Ortiz", "Ada Lund")),
        last());
    workbench.correct(quote, Map.of("speaker", ""));
    assertEquals(List.of(change(quote, "speaker", "Ada Lund", "")), last());
    workbench.restore(List.of(quote));
    assertEquals(
        List.of(
            change(quote, "state", "corrected", "machine"),
            change(quote, "rule", "person", "quote.cue-after/2"),
            change(quote, "speaker", "", "Ada Ortiz")),
        last());
  }

  @Test
  void ofSeveralFindingsEachAndOfOneItsOwn() {
    workbench.confirm(quotes);
    assertEquals(
        quotes.stream().map(id -> change(id, "state", "machine", "confirmed")).toList(), last());
    assertEquals(
        List.of(change(quotes.getLast(), "state", "machine", "confirmed")),
        workbench.history(quotes.getLast()).getFirst().changes());
    assertEquals(List.of(), workbench.history(quotes.getLast()).getFirst().telling());
  }

  @Test
  void ofMovedEndsTheWords() {
    var quote = quotes.getLast();
    var span = quote.span();
    workbench.move(quote, new Span(span.start() + 7, span.end()));
    assertEquals(
        List.of("text: Nobody asked the ferrymen → asked the ferrymen"),
        workbench.history(1).getFirst().telling().stream().map(Change::inWords).toList());
  }

  @Test
  void ofNotesCodesNamesAndWhatIsTheSame() {
    var quote = quotes.getFirst();
    workbench.note(quote, "ask her");
    assertEquals(List.of(change(quote, "note", "", "ask her")), last());
    workbench.code(quote, new Code("price", 3));
    assertEquals(
        List.of(change("", "codebook", "", "price (key 3)"), change(quote, "code", "", "price")),
        last());
    workbench.code(List.of(quote), "price", false);
    assertEquals(List.of(change(quote, "code", "price", "")), last());
    workbench.name(quote, "the weir");
    assertEquals(List.of(change(quote, "name", "", "the weir")), last());
    workbench.notSame(quote, quotes.getLast());
    assertEquals(
        List.of(
            change(quote, "same", "", "not " + quotes.getLast()),
            change(quotes.getLast(), "same", "", "not " + quote)),
        last());
  }

  @Test
  void ofTheHeadingWhatStoodThere() {
    workbench.describe(article, Map.of("outlet", "Mill Gazette", "published", "2025-03-04"));
    assertEquals(
        List.of(
            change(article, "outlet", "", "Mill Gazette"),
            change(article, "published", "2025-02-03", "2025-03-04"),
            change(article, "publishedRule", "date.file-name/1", "person")),
        last());
  }
}
