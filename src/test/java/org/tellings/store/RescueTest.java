package org.tellings.store;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Decision;
import org.tellings.model.Edit;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Intake;
import org.tellings.model.Kind;
import org.tellings.model.Span;
import org.tellings.model.State;

/// What is saved of a damaged library, on real files with pages written over.
final class RescueTest {

  private static final int ARTICLES = 60;
  private static final long SEED = 20250401;

  private static final Library.Rereading NONE = (_, _) -> Optional.empty();
  private static final Library.Rereading REREADING =
      (name, content) ->
          Optional.of(
              new Library.Reread(
                  Article.of(
                      name, Heading.NONE, new String(content, StandardCharsets.UTF_8), List.of()),
                  Found.of(List.of(mill(State.MACHINE)))));

  @TempDir Path folder;
  private final Map<ArticleId, Article> texts =
      new TreeMap<>((a, b) -> a.value().compareTo(b.value()));
  private byte[] whole = {};

  @BeforeEach
  void fill() throws IOException {
    var random = new Random(SEED);
    try (var library = Library.open(folder, true)) {
      for (var i = 0; i < ARTICLES; i++) {
        var text = new StringBuilder("Mill number " + i + " is open.");
        for (var n = random.nextInt(400); n > 0; n--) {
          text.append(" It ground ").append(random.nextInt(10_000)).append(" sacks.");
        }
        var article =
            Article.of(i + ".txt", Heading.NONE.withTitle("Mill " + i), text.toString(), List.of());
        texts.put(article.id(), article);
        library.together(
            l -> {
              l.save(article, Found.of(List.of(mill(State.MACHINE))));
              l.intake(
                  new Intake.Added(
                      "/in/" + article.file(),
                      9,
                      article.id(),
                      article.text().length(),
                      List.of()));
              l.keep(
                  List.of(
                      new OriginalFile(
                          article.sha256(),
                          article.id(),
                          article.file(),
                          article.text().getBytes(StandardCharsets.UTF_8))));
              var edit =
                  new Edit.Decided(
                      new FindingId(article.id(), Kind.ENTITY, new Span(0, 4)),
                      Optional.empty(),
                      Optional.of(
                          new Decision(
                              State.CONFIRMED, mill(State.CONFIRMED), "t", Optional.empty())));
              l.apply(edit);
              return l.journal("2025-04-01T10:00:00Z", "t", "Confirmed", edit);
            });
      }
    }
    whole = Files.readAllBytes(folder.resolve("library.db"));
  }

  private static Finding mill(State state) {
    return new Finding.Mention(
        new Span(0, 4), "Mill " + state, Finding.EntityType.PLACE, false, "t");
  }

  @Test
  void ofAWholeLibraryAllIsKept() throws IOException {
    assertEquals(
        List.of(
            "kept: 60 articles, 60 decisions, 60 steps of the history, 60 entries of the ledger",
            "the damaged file is kept as library-damaged-1.db"),
        Library.rescue(folder, REREADING));
    assertArrayEquals(whole, Files.readAllBytes(folder.resolve("library-damaged-1.db")));
    assertEquals(ARTICLES, saved(Library.rescue(folder, REREADING)));
    assertTrue(Files.exists(folder.resolve("library-damaged-2.db")));
  }

  @Test
  void whateverPageIsDamagedEveryArticleIsSavedOrNamed() throws IOException {
    var random = new Random(SEED);
    var most = 0;
    for (var round = 0; round < 25; round++) {
      var bytes = whole.clone();
      for (var n = 1 + round % 3; n > 0; n--) {
        var page = 1 + random.nextInt(bytes.length / 4096 - 1);
        for (var i = 0; i < 4096; i++) {
          bytes[page * 4096 + i] = (byte) random.nextInt(256);
        }
      }
      most = Math.max(most, saved(rescued(bytes, round % 2 == 0 ? REREADING : NONE)));
    }
    assertTrue(most > ARTICLES / 2, most + " articles at most");
  }

  @Test
  void aTextThatIsGoneIsReadAnewFromTheCopyOfItsFile() throws IOException, SQLException {
    var bytes = whole.clone();
    var root = 0;
    try (var desk = Desk.untouched(folder.resolve("library.db"))) {
      root =
          desk.rows("select rootpage from sqlite_master where name = 'content'", r -> r.getInt(1))
              .getFirst();
    }
    Arrays.fill(bytes, (root - 1) * 4096, root * 4096, (byte) 7);
    var told = rescued(bytes, REREADING);
    assertEquals(
        "kept: 60 articles, 60 texts read anew from a copy of its file, 60 decisions, 60 steps"
            + " of the history, 60 entries of the ledger",
        told.getFirst());
    assertEquals(ARTICLES, saved(told));
  }

  @Test
  void ofALibraryCutInTheMiddleWhatIsLeftIsSaved() throws IOException {
    assertTrue(
        saved(rescued(Arrays.copyOf(whole, whole.length / 4096 * 3 / 4 * 4096), REREADING)) > 0);
  }

  @Test
  void whereNothingCanBeReadAllStaysAsItWas() throws IOException {
    var bytes = whole.clone();
    Arrays.fill(bytes, 0, 4096, (byte) 7);
    Files.write(folder.resolve("library.db"), bytes);
    assertThrows(LibraryException.class, () -> Library.rescue(folder, REREADING));
    assertArrayEquals(bytes, Files.readAllBytes(folder.resolve("library.db")));
    try (var files = Files.list(folder)) {
      assertEquals(
          List.of("library.db", "lock", "originals"),
          files.map(f -> String.valueOf(f.getFileName())).sorted().toList());
    }
  }

  private List<String> rescued(byte[] damaged, Library.Rereading rereading) throws IOException {
    var kept = folder.resolve("library-damaged-1.db");
    Files.deleteIfExists(kept);
    Files.write(folder.resolve("library.db"), damaged);
    try {
      var told = Library.rescue(folder, rereading);
      assertArrayEquals(damaged, Files.readAllBytes(kept));
      return told;
    } catch (LibraryException e) {
      assertTrue(String.valueOf(e.getMessage()).startsWith("nothing can be read"), e.getMessage());
      return List.of();
    }
  }

  /// How many articles the library has now. It is whole, and every other article was named; what
  /// was confirmed in one that is there still is, or is told to be lost.
  private int saved(List<String> told) {
    if (told.isEmpty()) {
      return 0;
    }
    try (var library = Library.open(folder, false)) {
      assertEquals(List.of(), library.check());
      var there = new HashSet<>(library.articles());
      var unknown = there.stream().filter(id -> !texts.containsKey(id)).toList();
      assertEquals(List.of(), unknown);
      var words = String.join("\n", told);
      var confirmed = 0;
      for (var article : texts.values()) {
        if (there.contains(article.id())) {
          assertEquals(article.text(), library.article(article.id()).orElseThrow().text());
          confirmed +=
              (int)
                  library.findings(article.id()).stream()
                      .filter(k -> k.state() == State.CONFIRMED)
                      .count();
        } else {
          assertTrue(words.contains("lost: article " + article.id()), words);
        }
      }
      assertTrue(
          confirmed == there.size() || words.contains("table decision could not be read"),
          () -> words);
      library.journal(Integer.MAX_VALUE).forEach(library::edit);
      library.together(l -> l.ledger().size());
      return there.size();
    }
  }
}
