package org.tellings.search;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.Facets;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Hits;
import org.tellings.model.Kept;
import org.tellings.model.Outlet;
import org.tellings.model.Query;
import org.tellings.model.Query.FieldName;
import org.tellings.model.Span;
import org.tellings.model.Speaker;
import org.tellings.model.State;

/// Search and facets on a real index of small articles.
final class SearchIndexTest {

  @TempDir Path folder;
  private SearchIndex index;
  private final List<ArticleId> made = new ArrayList<>();

  @BeforeEach
  void open() {
    index = SearchIndex.open(folder);
  }

  @AfterEach
  void close() {
    index.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          speaker:sacks                 | 1
          speaker:"david sacks"         | 1
          speaker:"sacks david"         | none
          speaker:altman,sacks          | 1 2
          speaker:="David Sacks"        | 1
          speaker:=Sacks                | none
          speaker:"sacks sam"           | none
          speaker:sack                  | none
          outlet:meridian               | 1 2
          outlet:="The Meridian"        | 1
          outlet:post,="The Meridian"   | 1 3
          -outlet:meridian              | 3 4
          entity:openai                 | 1 3
          entity:="OpenAI"              | 1
          state:confirmed               | 2
          state:rejected,confirmed      | 2 3
          quote:"some evidence"         | 1
          quote:"evidence it"           | none
          quote:weather                 | none
          claim:"weather was mild"      | 2
          figure:500                    | 3
          figure:450                    | 3
          figure:399                    | none
          figure:>600                   | 3 4
          figure:>601                   | 4
          figure:<6m                    | 3 4
          figure:$500                   | 3
          figure:€500                   | none
          figure:17%                    | 4
          figure:$17                    | none
          before:2025-02-01             | 1 2
          before:2025-02                | 1 2
          after:2025-01-29              | 3
          on:2025-02                    | 3
          on:2025-02-10                 | none
          """)
  void findsByClause(String query, String expected) {
    four();
    assertEquals(expected, numbers(query));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          O'Leary                    | 1 2
          O’Leary                    | 1 2
          O‘LEARY                    | 1 2
          Oʼleary                    | 1 2
          o’lea*                     | 1 2
          "said O'Leary"             | 1 2
          quote:"don't"              | 1 2
          quote:"don’t"              | 1 2
          speaker:o'leary            | 1 2
          speaker:O’Leary            | 1 2
          speaker:="Tom O'Leary"     | 1 2
          speaker:="Tom O’Leary"     | 1 2
          entity:o'leary             | 1 2
          entity:="O’Leary Mills"    | 1 2
          outlet:king's              | 1 2
          outlet:="The King’s Post"  | 1 2
          title:mill’s               | 1 2
          OpenAI                     | 1 2 3
          OpenAI's                   | 1 2 3
          openai’s*                  | 1 2 3
          near:openai,model,1        | 1 2 3
          """)
  void anApostropheIsTheSameHoweverItIsWritten(String query, String expected) {
    for (var mark : List.of("’", "'")) {
      var text = "“Don’t,” said O’Leary of OpenAI’s model.".replace("’", mark);
      add(
          "The King’s Post".replace("’", mark),
          "",
          text,
          quote(text, "Don’t".replace("’", mark), "Tom O’Leary".replace("’", mark), State.MACHINE),
          name(text, "model", "O’Leary Mills".replace("’", mark)));
    }
    add("", "", "OpenAI model");
    index.commit(1);
    assertEquals(expected, numbers(query));
  }

  private void four() {
    var one = "He said “there is some evidence” and “it may be”. The weather was mild.";
    add(
        "The Meridian",
        "2025-01-29",
        one,
        quote(one, "there is some evidence", "David Sacks", State.MACHINE),
        quote(one, "it may be", "Sam Hill", State.MACHINE),
        name(one, "evidence", "OpenAI"));
    var two = "“Yes.” The weather was mild.";
    add(
        "Meridian Weekly",
        "2025-01-29",
        two,
        quote(two, "Yes.", "Sam Altman", State.CONFIRMED),
        kept(
            new Finding.Claim(
                span(two, "The weather was mild."),
                Optional.empty(),
                Optional.empty(),
                List.of(),
                0,
                "t"),
            State.MACHINE));
    var three = "Between $400 and $600 was paid to OpenAI Global. “No.”";
    add(
        "Harbor Post",
        "2025-02",
        three,
        figure(three, "Between $400 and $600", "400", "600", "USD"),
        name(three, "OpenAI Global", "OpenAI Global"),
        quote(three, "No.", "Ada Lind", State.REJECTED));
    var four = "A rise of 17 percent, or 5 million.";
    add(
        "",
        "",
        four,
        figure(four, "17 percent", "17", "17", "percent"),
        figure(four, "5 million", "5000000", "5000000", "count"));
    index.commit(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "-", "***", "OR", "on:2025-02-30", "on:soon OR state:good"})
  void aQueryOfWhichNothingIsReadFindsNothing(String query) {
    four();
    assertEquals("none", numbers(query));
    assertEquals(List.of(), index.facets(Query.parse(query)).outlets().values());
    assertEquals("1 2", numbers("weather " + query));
  }

  @Test
  void aLongQueryIsAnswered() {
    var text = "The ferry is late. ".repeat(500);
    add("", "", text);
    index.commit(1);
    for (var typed :
        List.of(
            text.replace(".", ""),
            "\"" + text + "\"",
            "-x ".repeat(3300),
            "a OR ".repeat(1999) + "ferry",
            "speaker:" + "a,".repeat(4000) + "b OR ferry")) {
      assertEquals("1", numbers(typed), typed.substring(0, 20));
    }
  }

  @Test
  void aQuoteClauseMarksOnlyThePlacesInsideQuotes() {
    var text = "Evidence is evidence. “This is evidence,” he said. More evidence.";
    add("A", "", text, quote(text, "This is evidence", "Ada", State.MACHINE));
    index.commit(1);
    var hit =
        index.find(Query.parse("quote:evidence"), Hits.Order.RELEVANCE, 0, 5).page().getFirst();
    assertEquals(List.of("evidence"), hit.spans().stream().map(s -> s.in(text)).toList());
    assertEquals(text.indexOf("evidence,"), hit.spans().getFirst().start());
  }

  @Test
  void facetsLeaveTheirOwnConditionOut() {
    four();
    var facets = index.facets(Query.parse("outlet:=\"The Meridian\""));
    assertEquals(
        List.of(
            new Facets.Value("Harbor Post", 1),
            new Facets.Value("Meridian Weekly", 1),
            new Facets.Value("The Meridian", 1)),
        facets.outlets().values());
    assertEquals(1, facets.outlets().without());
    assertEquals(
        List.of(new Facets.Value("David Sacks", 1), new Facets.Value("Sam Hill", 1)),
        facets.speakers().values());
    assertEquals(
        new Facets.Published(
            List.of(new Facets.Bar(LocalDate.of(2025, 1, 29), LocalDate.of(2025, 1, 29), 1)), 0, 0),
        facets.published());
    var dated = index.facets(Query.parse("on:2025-01-29")).published();
    assertEquals(
        new Facets.Published(
            List.of(new Facets.Bar(LocalDate.of(2025, 1, 29), LocalDate.of(2025, 1, 29), 2)), 1, 1),
        dated);
    assertEquals(
        List.of(new Facets.Bar(LocalDate.of(2025, 1, 27), LocalDate.of(2025, 2, 2), 2)),
        dated.weeks());
  }

  @Test
  void everyCountIsWhatChoosingItFinds() {
    var seed = 4711L;
    var random = new Random(seed);
    var names =
        List.of(
            "Ada Lind",
            "Ada",
            "Lind Brothers",
            "O’Neil",
            "OpenAI",
            "Sam \"Sunny\" Hill",
            "D. Sacks, Jr.");
    for (var i = 0; i < 200; i++) {
      var text = "“Word" + random.nextInt(4) + ".” Number " + i;
      List<Kept> findings = new ArrayList<>();
      findings.add(
          quote(
              text,
              "Word",
              names.get(random.nextInt(names.size())),
              State.values()[random.nextInt(4)]));
      for (var n = random.nextInt(3); n > 0; n--) {
        findings.add(name(text, "Number", names.get(random.nextInt(names.size()))));
      }
      var day = random.nextInt(5) == 0 ? "2025-01" : "2025-01-" + (10 + random.nextInt(9));
      add(
          random.nextInt(6) == 0 ? "" : names.get(random.nextInt(names.size())),
          day,
          text,
          findings.toArray(Kept[]::new));
      if (i % 50 == 49) {
        index.commit(i);
      }
    }
    for (var typed :
        List.of(
            "",
            "word1",
            "speaker:ada",
            "outlet:openai entity:lind -state:rejected",
            "-outlet:ada on:2025-01-12",
            "quote:word2 OR outlet:ada")) {
      var query = Query.parse(typed);
      var facets = index.facets(query);
      check(query, FieldName.OUTLET, facets.outlets());
      check(query, FieldName.SPEAKER, facets.speakers());
      check(query, FieldName.ENTITY, facets.entities());
      check(query, FieldName.STATE, facets.states());
      var rest = without(query, c -> c instanceof Query.Clause.When);
      for (var day : facets.published().days()) {
        assertEquals(day.articles(), total(rest + " on:" + day.from()), typed + " seed " + seed);
      }
      assertEquals(
          total(rest),
          facets.published().vague()
              + facets.published().undated()
              + facets.published().days().stream().mapToInt(Facets.Bar::articles).sum());
    }
  }

  private void check(Query query, FieldName field, Facets.Facet facet) {
    var rest =
        without(
            query,
            c ->
                c instanceof Query.Clause.Field f && f.field() == field
                    || c instanceof Query.Clause.Not n
                        && n.clause() instanceof Query.Clause.Field g
                        && g.field() == field);
    assertTrue(!facet.values().isEmpty(), () -> query.text() + " has no " + field);
    for (var value : facet.values()) {
      assertEquals(
          value.articles(),
          total(rest + " " + Query.choosing(field, List.of(value.name()))),
          () -> query.text() + " " + value);
    }
    var all = facet.values().stream().map(Facets.Value::name).toList();
    assertEquals(
        total(rest),
        facet.without() + total(rest + " " + Query.choosing(field, all)),
        () -> query.text() + " " + field);
  }

  private static String without(Query query, Predicate<Query.Clause> out) {
    return query.clauses().stream()
        .filter(out.negate())
        .map(c -> query.text().substring(c.at().start(), c.at().end()))
        .collect(Collectors.joining(" "));
  }

  private int total(String query) {
    return index.find(Query.parse(query), Hits.Order.RELEVANCE, 0, 1).total();
  }

  @Test
  void anIndexOfAnotherFormIsBegunAnew() throws java.io.IOException {
    four();
    index.close();
    try (var directory = org.apache.lucene.store.FSDirectory.open(folder);
        var writer =
            new org.apache.lucene.index.IndexWriter(
                directory, new org.apache.lucene.index.IndexWriterConfig())) {
      writer.setLiveCommitData(java.util.Map.of("generation", "1").entrySet());
      writer.commit();
    }
    index = SearchIndex.open(folder);
    assertEquals(-1, index.generation());
    assertEquals(0, total(""));
  }

  /// As when a merge of another process takes a file away that was there a moment before.
  @Test
  void aFileThatGoesMeanwhileIsNoReasonToBeginAnew() throws java.io.IOException {
    four();
    index.commit(7);
    index.close();
    Files.createSymbolicLink(folder.resolve("gone"), folder.resolve("nowhere"));
    try (var reading = SearchIndex.openToRead(folder, "lacking")) {
      assertEquals(7, reading.generation());
    }
    index = SearchIndex.open(folder);
    assertEquals(7, index.generation());
    assertEquals(4, total(""));
  }

  private String numbers(String query) {
    var found = found(query);
    return found.isEmpty()
        ? "none"
        : found.stream().map(String::valueOf).collect(Collectors.joining(" "));
  }

  private Set<Integer> found(String query) {
    var ids =
        index.find(Query.parse(query), Hits.Order.RELEVANCE, 0, 100).page().stream()
            .map(Hits.Hit::article)
            .collect(Collectors.toSet());
    Set<Integer> numbers = new TreeSet<>();
    for (var i = 0; i < made.size(); i++) {
      if (ids.contains(made.get(i))) {
        numbers.add(i + 1);
      }
    }
    return numbers;
  }

  private void add(String outlet, String day, String text, Kept... findings) {
    var heading =
        Heading.NONE
            .withOutlet(new Outlet(outlet))
            .withTitle(outlet.startsWith("The King") ? outlet.replace("The King", "The mill") : "")
            .withPublished(Optional.of(day).filter(d -> !d.isEmpty()).map(d -> new Dated(d, "t")));
    var article = Article.of("t.txt", heading, text, List.of());
    made.add(article.id());
    index.put(article, Arrays.asList(findings), List.of());
  }

  private static Span span(String text, String words) {
    return new Span(text.indexOf(words), text.indexOf(words) + words.length());
  }

  private static Kept kept(Finding finding, State state) {
    return new Kept(
        new FindingId(
            Article.of("", Heading.NONE, "t", List.of()).id(), finding.kind(), finding.span()),
        state,
        finding,
        Optional.of(finding),
        "",
        List.of());
  }

  private static Kept quote(String text, String words, String speaker, State state) {
    return kept(
        new Finding.Quote(
            span(text, words),
            Finding.Form.DIRECT,
            new Speaker(Optional.of(speaker), Optional.empty(), Optional.empty(), Optional.empty()),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            "t"),
        state);
  }

  private static Kept name(String text, String words, String name) {
    return kept(
        new Finding.Mention(span(text, words), name, Finding.EntityType.ORGANISATION, false, "t"),
        State.MACHINE);
  }

  private static Kept figure(String text, String words, String low, String high, String unit) {
    return kept(
        new Finding.Figure(
            span(text, words),
            new BigDecimal(low),
            new BigDecimal(high),
            unit,
            Finding.Approximation.EXACT,
            Finding.Change.NONE,
            Optional.empty(),
            "t"),
        State.MACHINE);
  }
}
