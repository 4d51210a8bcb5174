package org.tellings.report;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.model.Kind;
import org.tellings.model.Summary;
import org.tellings.workbench.Progress;
import org.tellings.workbench.ReportDesk;
import org.tellings.workbench.Workbench;
import org.tellings.workbench.WorkbenchException;

/// Reports of the sample library, read by another program than the one that wrote them.
final class ReportTest {

  private static final Progress QUIET = Progress.none();
  private static final long SEED = 20250127;
  private static final int MUTATIONS = Integer.getInteger("report.mutations", 100);
  private static final Pattern NUMERAL = Pattern.compile("\\d");

  @TempDir static Path folder;
  private static Workbench workbench;
  private static Report whole;

  @BeforeAll
  static void library() {
    workbench = Workbench.open(folder.resolve("library"), true, QUIET);
    workbench.add(List.of(Path.of("sample-articles")), QUIET);
    whole = made(ReportDesk.outline());
  }

  @AfterAll
  static void close() {
    workbench.close();
  }

  private static Report made(String outline) {
    return workbench.reports().make(outline, QUIET).orElseThrow();
  }

  private static List<String> differences(String report) throws IOException {
    var file = folder.resolve("report.html");
    Files.writeString(file, report);
    return workbench.reports().differences(file, QUIET).orElseThrow();
  }

  @Test
  void theSameLibraryGivesTheSameReport() throws IOException {
    assertEquals(whole.html(), made(ReportDesk.outline()).html());
    assertEquals(List.of(), differences(whole.html()));
    assertTrue(whole.traces() > 100, () -> String.valueOf(whole.traces()));
    assertEquals(List.of(), whole.untraced());
  }

  /// What is told stands before the counts and sources, which are what it leads to.
  private static List<Element> told(Document page) {
    List<Element> told = new ArrayList<>();
    for (var one : page.select("main > *")) {
      if (Set.of("Counts", "Sources", "Articles").contains(one.text()) && one.nameIs("h2")) {
        break;
      }
      told.add(one);
    }
    return told;
  }

  @Test
  void noNumberOrQuotationIsToldThatLeadsNowhere() {
    var page = Jsoup.parse(whole.html());
    List<String> loose = new ArrayList<>();
    var numerals = 0;
    for (var part : told(page)) {
      for (var node : part.stream().flatMap(e -> e.textNodes().stream()).toList()) {
        var numeral = NUMERAL.matcher(node.text()).find();
        numerals += numeral ? 1 : 0;
        if ((numeral || node.text().contains("“")) && !leads(node, page)) {
          loose.add(node.text());
        }
      }
    }
    assertEquals(List.of(), loose);
    assertTrue(numerals > 100, "too few numbers were looked at: " + numerals);
  }

  private static boolean leads(TextNode node, Document page) {
    for (var up = node.parent(); up instanceof Element e; up = up.parent()) {
      if (e.nameIs("a")) {
        var target = page.getElementById(e.attr("href").substring(1));
        return target != null && !target.equals(e.parent()) && bears(target, node.text());
      }
      if (e.nameIs("summary")) {
        var open = e.parent();
        return open != null
            && open.select("> div").size()
                == Integer.parseInt(e.text()); // what is counted is there
      }
    }
    return false;
  }

  /// A source has the words that lead to it, if they are a quotation; of other words every number.
  private static boolean bears(Element target, String words) {
    if (!target.id().matches("e\\d+")) {
      return true; // a list of what is counted, an article with its day
    }
    var mark = target.select("mark").text();
    if (words.startsWith("“") && words.endsWith("”")) {
      return bare(mark).equals(bare(words)); // a label may begin and end with a quotation
    }
    return Pattern.compile("\\d+")
        .matcher(words)
        .results()
        .allMatch(number -> mark.contains(number.group()));
  }

  private static String bare(String words) {
    return words.replaceAll("[\\s“”]+", "");
  }

  @Test
  void everyIdIsThereOnceAndEveryLinkLeadsToOne() {
    var page = Jsoup.parse(whole.html());
    Set<String> ids = new HashSet<>();
    for (var one : page.select("[id]")) {
      assertTrue(ids.add(one.id()), () -> "twice: " + one.id());
    }
    for (var link : page.select("a[href]")) {
      assertTrue(ids.contains(link.attr("href").substring(1)), link::outerHtml);
    }
    assertEquals(0, page.select("script:not([type=application/json]), link, img, iframe").size());
  }

  @Test
  void everySourceIsTheExactCharactersOfItsArticle() {
    var page = Jsoup.parse(whole.html());
    var sources = page.select(".sources > li");
    assertEquals(whole.traces(), sources.size());
    var place = Pattern.compile("characters (?<from>\\d+) to (?<to>\\d+) of ");
    for (var source : sources) {
      var at = place.matcher(source.text());
      assertTrue(at.find(), source::text);
      var article = new ArticleId(source.select("p a").attr("href").replaceFirst("^#a-", ""));
      var text = workbench.article(article).orElseThrow().text();
      var characters =
          text.substring(Integer.parseInt(at.group("from")), Integer.parseInt(at.group("to")));
      assertEquals(
          characters.replaceAll("\\s+", " ").strip(), source.select("mark").text(), source::text);
    }
  }

  @Test
  void oneOtherCharacterInTheReportIsFound() {
    var random = new Random(SEED);
    var report = whole.html();
    var still = workbench.reports().material(QUIET).orElseThrow();
    List<String> unseen = new ArrayList<>();
    for (var i = 0; i < 1000; i++) {
      var at = random.nextInt(report.length());
      var other = (char) ('!' + random.nextInt(90));
      if (report.charAt(at) != other) {
        var mutated = report.substring(0, at) + other + report.substring(at + 1);
        if (Proof.differences(mutated, still, 20).isEmpty()) {
          unseen.add(at + " " + report.charAt(at) + " to " + other);
        }
      }
    }
    assertEquals(List.of(), unseen);
  }

  /// A character of a text or of what the machine found, changed in the library's file behind the
  /// program's back (`-Dreport.mutations=1000` changes as many); but the name of a field that has
  /// nothing in it, which means what it meant.
  @Test
  void oneOtherCharacterInTheLibraryIsFound(@TempDir Path other) throws Exception {
    var random = new Random(SEED);
    List<String> unseen = new ArrayList<>();
    try (var library = Workbench.open(other.resolve("library"), true, QUIET)) {
      library.add(List.of(Path.of("sample-articles")), QUIET);
      var file = other.resolve("report.html");
      Files.writeString(
          file, library.reports().make(ReportDesk.outline(), QUIET).orElseThrow().html());
      assertEquals(List.of(), library.reports().differences(file, QUIET).orElseThrow());
      try (var desk =
          DriverManager.getConnection("jdbc:sqlite:" + other.resolve("library/library.db"))) {
        for (var i = 0; i < MUTATIONS; i++) {
          var column = random.nextBoolean() ? "text" : "machine";
          var article = 1 + random.nextInt(library.size());
          var before = content(desk, column, article);
          var at = random.nextInt(before.length());
          var sign = before.charAt(at) == 'q' ? 'x' : 'q';
          if (isName(before, at)) {
            continue;
          }
          store(desk, column, article, before.substring(0, at) + sign + before.substring(at + 1));
          if (isUnseen(library, file)) {
            unseen.add(column + " of " + article + " at " + at + ": " + before.charAt(at));
          }
          store(desk, column, article, before);
        }
      }
      assertEquals(List.of(), unseen);
      assertEquals(List.of(), library.reports().differences(file, QUIET).orElseThrow());
    }
  }

  private static final Pattern EMPTY =
      Pattern.compile("(?<name>\"\\w{1,20}\"):(?:null|\\[\\]|false)");

  /// Whether a place is within the name of a field without a value.
  private static boolean isName(String json, int at) {
    return EMPTY.matcher(json).results().anyMatch(m -> m.start() <= at && at < m.end("name"));
  }

  private static boolean isUnseen(Workbench library, Path report) {
    try {
      return library.reports().differences(report, QUIET).orElseThrow().isEmpty();
    } catch (WorkbenchException _) {
      return false; // what cannot be read any more is said, too
    }
  }

  private static String content(Connection desk, String column, int article) throws SQLException {
    try (var rows =
        desk.createStatement()
            .executeQuery("select " + column + " from content where article = " + article)) {
      assertTrue(rows.next());
      return rows.getString(1);
    }
  }

  private static void store(Connection desk, String column, int article, String words)
      throws SQLException {
    try (var update =
        desk.prepareStatement("update content set " + column + " = ? where article = ?")) {
      update.setString(1, words);
      update.setInt(2, article);
      assertEquals(1, update.executeUpdate());
    }
  }

  @Test
  void aDifferenceIsNamedByItsWords() throws IOException {
    var report = whole.html().replaceFirst("conflict: ", "identical: ");
    var found = differences(report);
    assertEquals(2, found.size(), found::toString);
    assertTrue(found.getFirst().startsWith("Only the report has: identical: "), found::toString);
    assertTrue(found.getLast().startsWith("Only the library gives: conflict: "), found::toString);
    var led = whole.html().replaceFirst("href=\"#e1\"", "href=\"#e2\"");
    assertTrue(differences(led).getFirst().contains("not where they lead to"));
  }

  @Test
  void anyDecisionMakesTheReportAnother() throws IOException {
    var quote =
        workbench.articles().stream()
            .map(Summary::id)
            .flatMap(id -> workbench.findings(id).stream())
            .filter(kept -> kept.id().kind() == Kind.QUOTE)
            .findFirst()
            .orElseThrow();
    workbench.confirm(List.of(quote.id()));
    assertEquals(
        "The library is not what it was when the report was made, or another version of the program"
            + " reads it otherwise.",
        differences(whole.html()).getFirst());
    workbench.undo();
    assertEquals(List.of(), differences(whole.html()), "undone it is the same again");
    workbench.name(quote.id(), "Called so by a person");
    assertFalse(differences(whole.html()).isEmpty(), "a name given to a thing is a decision too");
    workbench.undo();
    workbench.correct(quote.id(), Map.of("speaker", "Somebody Else"));
    assertFalse(differences(whole.html()).isEmpty());
    workbench.undo();
  }

  @Test
  void ownWordsAreKeptAndWhatLeadsNowhereIsStamped() throws IOException {
    var quote = anyQuote();
    var report =
        made(
            "# Mine & <yours>\n\nIt was said by 40 people: {quoted "
                + quote
                + "}, in {count deepseek} articles, {percent deepseek of all} of all.\n");
    assertEquals(List.of("40"), report.untraced());
    var page = Jsoup.parse(report.html());
    assertEquals("Mine & <yours>", page.select("h1").text());
    assertEquals("40 UNTRACED", page.select("p .untraced").text());
    assertTrue(page.select("#q1").text().startsWith("Articles found by “deepseek”: "));
    var articles = page.select("#q1 a").size();
    assertEquals(String.valueOf(articles), page.select("a[href=#q1]").text());
    assertTrue(page.text().contains(" of " + workbench.size() + " = "), page::text);
    assertEquals(List.of(), differences(report.html()));
  }

  private static FindingId anyQuote() {
    return workbench.articles().stream()
        .map(Summary::id)
        .flatMap(id -> workbench.findings(id).stream())
        .filter(kept -> kept.id().kind() == Kind.QUOTE)
        .findFirst()
        .orElseThrow()
        .id();
  }

  @Test
  void whatCannotBeFollowedIsSaid() {
    for (var wrong :
        List.of(
            "{nonsense}",
            "{figures many}",
            "{claim nonsense}",
            "It says {figures} here.",
            "It says {quoted 0123456789abcdef:quote:0-1} here.",
            "In {percent deepseek} of all.",
            "In {count outlet:} articles.",
            "{Figures}",
            "# One\n\n# Two")) {
      var said = assertThrows(IllegalArgumentException.class, () -> made(wrong), wrong);
      assertTrue(String.valueOf(said.getMessage()).length() > 10, wrong);
    }
  }

  @Test
  void everyChartSaysWhatItsTableSays() throws IOException {
    var page = Jsoup.parse(whole.html());
    var figures = page.select("figure");
    assertEquals(4, figures.size());
    for (var figure : figures) {
      var chart = figure.select("svg").getFirst();
      var table = figure.select("table").getFirst();
      assertFalse(chart.attr("aria-label").isBlank());
      assertFalse(chart.select("desc").text().isBlank());
      assertTrue(chart.select("a").size() > 10, chart::outerHtml);
      for (var link : chart.select("a")) {
        var id = link.attr("href").substring(1);
        assertTrue(
            table.id().equals(id) || table.getElementById(id) != null,
            () -> "leads out of its table: " + link.outerHtml());
        var counted = table.select("details[id=" + id + "] > div").size();
        if (link.text().matches("\\d+") && counted > 0) {
          assertEquals(String.valueOf(counted), link.text());
        }
      }
    }
    assertEquals(
        page.select("table.matrix td a").size() - page.select("table.matrix td:eq(0) a").size(),
        figures.getFirst().select("rect").size(),
        "a cell a stance");
    var other = whole.html().replaceFirst("<rect class=\"s0\"", "<rect class=\"s3\"");
    assertEquals(1, differences(other).size());
    assertThrows(IllegalArgumentException.class, () -> made("{chart nonsense}"));
    assertTrue(made("{chart timeline 3}").html().contains("<svg"));
  }

  private static Path docx(byte[] bytes) throws IOException {
    return Files.write(folder.resolve("report.docx"), bytes);
  }

  private static org.w3c.dom.Document part(Path file, String name) throws Exception {
    try (var zip = new ZipFile(file.toFile());
        var in = zip.getInputStream(zip.getEntry(name))) {
      var factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      return factory.newDocumentBuilder().parse(in);
    }
  }

  @Test
  void aDocumentOfWordHasEveryWordAndEveryLinkOfThePage() throws Exception {
    var file = docx(Docx.of(whole));
    var document = part(file, "word/document.xml");
    var page = Jsoup.parse(whole.html());
    page.select("svg").remove();
    page.select("ol.sources > li").forEach(one -> one.prependText(one.attr("value") + ". "));
    var main = page.select("main").text().replaceAll("\\s+", "");
    var words = document.getDocumentElement().getTextContent().replaceAll("\\s+", "");
    assertEquals(main, words);
    Set<String> marks = new HashSet<>();
    var starts = document.getElementsByTagNameNS("*", "bookmarkStart");
    for (var i = 0; i < starts.getLength(); i++) {
      var name = ((org.w3c.dom.Element) starts.item(i)).getAttribute("w:name");
      assertTrue(name.matches("[A-Za-z]\\w{0,39}"), name);
      assertTrue(marks.add(name), () -> "twice: " + name);
    }
    var links = document.getElementsByTagNameNS("*", "hyperlink");
    assertEquals(page.select("main a[href]").size(), links.getLength());
    for (var i = 0; i < links.getLength(); i++) {
      var to = ((org.w3c.dom.Element) links.item(i)).getAttribute("w:anchor");
      assertTrue(marks.contains(to), to);
    }
    for (var name : List.of("word/styles.xml", "word/numbering.xml", "[Content_Types].xml")) {
      part(file, name);
    }
  }

  @Test
  void aDocumentOfWordIsVerifiedToo() throws IOException {
    var bytes = Docx.of(whole);
    var file = docx(bytes);
    assertEquals(List.of(), workbench.reports().differences(file, QUIET).orElseThrow());
    var random = new Random(SEED);
    var still = workbench.reports().material(QUIET).orElseThrow();
    List<Integer> unseen = new ArrayList<>();
    for (var i = 0; i < 1000; i++) {
      var at = random.nextInt(bytes.length);
      var other = bytes.clone();
      other[at] = (byte) (other[at] ^ (1 << random.nextInt(7)));
      if (Proof.differences(other, still, 20).isEmpty()) {
        unseen.add(at);
      }
    }
    assertEquals(List.of(), unseen);
  }

  @Test
  void aReportNamesTheProgramThatMadeIt() throws IOException {
    assertTrue(whole.html().contains(" by Tellings " + Recipe.PROGRAM + " from "));
    assertTrue(
        Files.readString(Path.of("pom.xml")).contains("<version>" + Recipe.PROGRAM + "-SNAPSHOT<")
            || Files.readString(Path.of("pom.xml")).contains("<version>" + Recipe.PROGRAM + "<"));
    var other = whole.html().replace("\"program\":\"" + Recipe.PROGRAM, "\"program\":\"0.0.9");
    assertTrue(differences(other).getFirst().startsWith("The report was made by Tellings 0.0.9"));
  }

  @Test
  void whatIsNoReportIsSaidToBeNone() throws IOException {
    assertEquals(1, differences("<!doctype html>\n<p>Hello</p>\n").size());
    assertEquals(1, differences("").size());
  }
}
