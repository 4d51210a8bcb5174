package org.tellings.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.export.Project.Given;
import org.tellings.export.Project.Passage;
import org.tellings.export.Project.Source;
import org.tellings.model.Code;
import org.tellings.model.Code.Sense;
import org.tellings.model.Span;

/// A project written and read again is the same, whatever stands in it, and is as the standard
/// wants it.
final class QdpxTest {

  private static final long SEED = Long.getLong("qdpx.seed", 20190318);

  private static final List<String> PIECES =
      List.of(
          "The quay closed. ",
          "😀👩‍🔬",
          "\r\n",
          "\n\n",
          "\r",
          "\t",
          "مرحبا بكم ",
          "שלום עולם ",
          "<b>&amp;\"'",
          "]]>",
          "e\u0301",
          "\u0085",
          "\u2028",
          "𝒌",
          "\ufeff",
          " ");

  @TempDir Path folder;

  @Test
  void everyProjectComesBackAsItWas() throws IOException {
    var random = new Random(SEED);
    for (var round = 0; round < 200; round++) {
      var project = project(random);
      var file = written(project);
      var when = "seed " + SEED + ", round " + round;
      assertEquals(project, QdpxReader.read(file), when);
      QdaSchema.assertValid(xml(file), "Project.xsd");
    }
  }

  @Test
  void theSameProjectGivesTheSameBytes() throws IOException {
    var project = project(new Random(SEED));
    var first = Files.readAllBytes(written(project));
    assertEquals(-1, java.util.Arrays.mismatch(first, Files.readAllBytes(written(project))));
  }

  /// Asked where the schema is at hand, see [QdaSchema].
  @Test
  void theOfficialSchemaRefusesWhatIsNotSo() throws IOException {
    assumeTrue(QdaSchema.official("Project.xsd").isPresent(), "no -Dqda.xsd=FOLDER was given");
    var xml = xml(written(project(new Random(SEED))));
    QdaSchema.assertValid(xml, "Project.xsd");
    var spoiled = xml.replaceFirst("startPosition=\"\\d+\"", "startPosition=\"one\"");
    assertThrows(AssertionError.class, () -> QdaSchema.assertValid(spoiled, "Project.xsd"));
  }

  private static Project project(Random random) {
    List<Code> codes = new ArrayList<>();
    for (var i = 0; i < 1 + random.nextInt(4); i++) {
      var group = codes.isEmpty() || random.nextBoolean() ? "" : codes.getLast().name();
      codes.add(
          new Code(
              Qdpx.guid("code", "c" + i),
              Code.path(group, "code <" + i + "> &"),
              0,
              i + 1,
              Code.Use.GIVEN,
              random.nextBoolean() ? "#a1B2c3" : "",
              new Sense(random.nextBoolean() ? "what\r\nit is" : "", "", "", "", memo(random))));
    }
    var names = List.of("Ada Lund", "Bo \"the\" Ek", "נועה");
    List<Source> sources = new ArrayList<>();
    for (var i = 0; i < 1 + random.nextInt(3); i++) {
      var text = new StringBuilder();
      for (var n = 1 + random.nextInt(20); n > 0; n--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      text.append("x");
      List<Passage> passages = new ArrayList<>();
      for (var n = random.nextInt(4); n > 0; n--) {
        passages.add(
            new Passage(
                Qdpx.guid("selection", i + " " + n),
                span(text.toString(), random),
                IntStream.range(0, random.nextInt(3))
                    .mapToObj(
                        k -> new Given(codes.get(random.nextInt(codes.size())).id(), names.get(k)))
                    .toList(),
                random.nextBoolean() ? List.of("seen\r\n<twice> 😀 שלום") : List.of()));
      }
      sources.add(
          new Source(
              Qdpx.guid("article", "a" + i),
              "a\t" + i + " 😀",
              text.toString(),
              Map.of("Outlet", "The \"Harbour\" & Post", "Title", "\n"),
              passages));
    }
    return new Project(codes, sources, List.of(), true);
  }

  private static String memo(Random random) {
    return random.nextBoolean() ? "a memo,\nof two lines" : "";
  }

  /// Never between the halves of a character.
  private static Span span(String text, Random random) {
    var points = text.codePointCount(0, text.length());
    var from = random.nextInt(points);
    var to = from + 1 + random.nextInt(points - from);
    return new Span(text.offsetByCodePoints(0, from), text.offsetByCodePoints(0, to));
  }

  private Path written(Project project) throws IOException {
    var file = folder.resolve("p.qdpx");
    try (var qdpx = new Qdpx(Files.newOutputStream(file), project.codes())) {
      for (var source : project.sources()) {
        qdpx.add(source);
      }
    }
    return file;
  }

  private static String xml(Path file) throws IOException {
    try (var zip = new ZipFile(file.toFile());
        var in = zip.getInputStream(zip.getEntry("project.qde"))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private Path zipped(Map<String, String> entries) throws IOException {
    var file = folder.resolve("other.qdpx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      for (var entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return file;
  }

  /// As other programs write them: braces and capitals in GUIDs, a folder `Sources`, a text within
  /// the XML, a comment in the description, PDF, picture, cases, links.
  @Test
  void projectsOfOtherProgramsAreReadAndNothingIsDroppedSilently() throws IOException {
    var xml =
        """
        <?xml version="1.0" encoding="utf-8"?>
        <Project xmlns="urn:QDA-XML:project:1.0" name="p" origin="Other 1.0">
        <Users><User guid="{AAAAAAAA-0000-4000-8000-000000000001}" id="AL"/></Users>
        <CodeBook><Codes>
        <Code guid="AAAAAAAA-0000-4000-8000-000000000002" name="harbour" isCodable="true" color="#fa0">
          <Description>what is by the sea</Description>
          <NoteRef targetGUID="AAAAAAAA-0000-4000-8000-000000000009"/></Code>
        <Code guid="AAAAAAAA-0000-4000-8000-000000000003" name="harbour" isCodable="true"/>
        </Codes></CodeBook>
        <Cases><Case guid="AAAAAAAA-0000-4000-8000-000000000004" name="the mayor"/></Cases>
        <Sources>
        <TextSource guid="AAAAAAAA-0000-4000-8000-000000000005" name="Quay"
          plainTextPath="internal://AAAAAAAA-0000-4000-8000-000000000005.txt">
          <PlainTextSelection guid="AAAAAAAA-0000-4000-8000-000000000006" startPosition="2" endPosition="6">
            <Description>look here</Description>
            <Coding guid="AAAAAAAA-0000-4000-8000-000000000007"
              creatingUser="{aaaaaaaa-0000-4000-8000-000000000001}">
              <CodeRef targetGUID="{AAAAAAAA-0000-4000-8000-000000000003}"/></Coding>
          </PlainTextSelection>
          <PlainTextSelection guid="AAAAAAAA-0000-4000-8000-000000000008" startPosition="5" endPosition="900"/>
        </TextSource>
        <TextSource guid="AAAAAAAA-0000-4000-8000-00000000000a" name="Within"><PlainTextContent>in it</PlainTextContent></TextSource>
        <TextSource guid="AAAAAAAA-0000-4000-8000-00000000000b" name="Outside" plainTextPath="absolute:///etc/hostname"/>
        <TextSource guid="AAAAAAAA-0000-4000-8000-00000000000c" name="Up" plainTextPath="internal://../../hostname"/>
        <PDFSource guid="AAAAAAAA-0000-4000-8000-00000000000d" name="Paper" path="internal://d.pdf">
          <PDFSelection guid="AAAAAAAA-0000-4000-8000-00000000000e" page="3" firstX="0" firstY="0" secondX="1" secondY="1">
            <Coding guid="AAAAAAAA-0000-4000-8000-00000000000f"><CodeRef targetGUID="AAAAAAAA-0000-4000-8000-000000000002"/></Coding>
          </PDFSelection>
          <Representation guid="AAAAAAAA-0000-4000-8000-000000000010" plainTextPath="internal://d.txt"/>
        </PDFSource>
        <PictureSource guid="AAAAAAAA-0000-4000-8000-000000000011" name="Photo" path="internal://p.jpg"/>
        </Sources>
        <Notes><Note guid="AAAAAAAA-0000-4000-8000-000000000009" name="m"><PlainTextContent>a memo</PlainTextContent></Note></Notes>
        <Links><Link guid="AAAAAAAA-0000-4000-8000-000000000012" name="causes"/></Links>
        </Project>
        """;
    var project =
        QdpxReader.read(
            zipped(
                Map.of(
                    "project.qde",
                    xml,
                    "Sources/AAAAAAAA-0000-4000-8000-000000000005.txt",
                    "\ufeff😀\r\nquay words",
                    "Sources/d.txt",
                    "the paper")));
    assertEquals(
        List.of("harbour", "harbour (2)"), project.codes().stream().map(Code::name).toList());
    assertEquals("#ffaa00", project.codes().getFirst().colour());
    assertEquals("a memo", project.codes().getFirst().sense().memo());
    assertEquals(
        List.of("Quay", "Within", "Paper"), project.sources().stream().map(Source::name).toList());
    var passage = project.sources().getFirst().passages().getFirst();
    assertEquals("\nqua", passage.span().in(project.sources().getFirst().text()));
    assertEquals(List.of("look here"), passage.notes());
    assertEquals(List.of(new Given("aaaaaaaa-0000-4000-8000-000000000003", "AL")), passage.codes());
    assertEquals(
        List.of(
            "case “the mayor”: there is no place for it here",
            "page 3 of “Paper”: no words that could be coded here; it has “harbour”",
            "“Photo”: a picture, of which only a text can be read here",
            "link “causes”: there is no place for it here",
            "“Quay”, characters 5 to 900: the text has no such characters",
            "“Outside”: it is kept outside the project, in absolute:///etc/hostname",
            "“Up”: the project has no file ../../hostname"),
        project.left());
  }

  /// Codes, notes, descriptions and variables that hang on what has no place here are told.
  @Test
  void whatHangsOnWhatIsLeftOutIsTold() throws IOException {
    var xml =
        """
        <Project name="p" origin="Other 1.0">
        <Users><User guid="u1" name="Ada"/></Users>
        <CodeBook><Codes><Code guid="c1" name="harbour" isCodable="true"/></Codes></CodeBook>
        <Variables><Variable guid="v1" name="Year" typeOfVariable="Integer"/></Variables>
        <Cases><Case guid="k1" name="the mayor"><NoteRef targetGUID="n1"/>
          <VariableValue><VariableRef targetGUID="v1"/><IntegerValue>1999</IntegerValue></VariableValue>
        </Case></Cases>
        <Sources>
        <TextSource guid="s1" name="Gone" plainTextPath="internal://gone.txt">
          <PlainTextSelection guid="p1" startPosition="0" endPosition="3">
            <Description>a thought</Description>
            <Coding guid="g1" creatingUser="u1"><CodeRef targetGUID="c1"/></Coding>
          </PlainTextSelection>
          <NoteRef targetGUID="n2"/>
        </TextSource>
        <TextSource guid="s2" name="There">
          <Description>of the quay</Description>
          <PlainTextContent>the quay</PlainTextContent>
          <PlainTextSelection guid="p2" startPosition="4" endPosition="8">
            <Coding guid="g2" creatingUser="u1"><CodeRef targetGUID="c1"/><NoteRef targetGUID="n3"/></Coding>
          </PlainTextSelection>
          <PlainTextSelection guid="p3" startPosition="4" endPosition="99">
            <Coding guid="g3"><CodeRef targetGUID="c1"/></Coding>
          </PlainTextSelection>
          <VariableValue><VariableRef targetGUID="v1"/><IntegerValue>2025</IntegerValue></VariableValue>
        </TextSource>
        <PDFSource guid="s3" name="Paper" path="internal://d.pdf">
          <PDFSelection guid="p4" page="3"><Description>a drawing</Description><NoteRef targetGUID="n4"/></PDFSelection>
          <Representation guid="s4"><PlainTextContent>the paper</PlainTextContent></Representation>
          <Coding guid="g4" creatingUser="u1"><CodeRef targetGUID="c1"/></Coding>
          <NoteRef targetGUID="n5"/>
        </PDFSource>
        <PictureSource guid="s5" name="Photo" path="internal://p.jpg">
          <Coding guid="g5"><CodeRef targetGUID="c1"/></Coding>
          <NoteRef targetGUID="n6"/>
        </PictureSource>
        <AudioSource guid="s6" name="Tape" path="internal://p.mp3">
          <Transcript guid="s7"><PlainTextContent>and he said yes</PlainTextContent>
            <SyncPoint guid="y1" timeStamp="0" position="4"/>
            <SyncPoint guid="y2" timeStamp="9" position="11"/>
            <TranscriptSelection guid="p5" fromSyncPoint="Y1" toSyncPoint="y2">
              <Coding guid="g6" creatingUser="u1"><CodeRef targetGUID="c1"/></Coding>
            </TranscriptSelection>
          </Transcript>
        </AudioSource>
        </Sources>
        <Notes>
        """
            + IntStream.rangeClosed(1, 8)
                .mapToObj(
                    i ->
                        "<Note guid=\"n%d\"><PlainTextContent>word %d</PlainTextContent></Note>\n"
                            .formatted(i, i))
                .collect(java.util.stream.Collectors.joining())
            + "</Notes><Description>all of it</Description><NoteRef targetGUID=\"n7\"/></Project>";
    var project = QdpxReader.read(zipped(Map.of("project.qde", xml)));
    assertEquals(
        List.of("There: quay", "Paper: the paper", "Tape: he said"),
        project.sources().stream()
            .flatMap(s -> s.passages().stream().map(p -> s.name() + ": " + p.span().in(s.text())))
            .toList());
    assertEquals(
        List.of(
            "case “the mayor”: there is no place for it here; noted there: word 1; told of it:"
                + " Year = 1999",
            "a note on a coding with “harbour” has no place here: word 3",
            "page 3 of “Paper”: no words that could be coded here; noted there: a drawing; word 4",
            "“Photo”: a picture, of which only a text can be read here; it has “harbour”; noted"
                + " there: word 6",
            "“Tape”: a sound, of which only a text can be read here",
            "a note on the whole project has no place here: word 7",
            "“Gone”: the project has no file gone.txt",
            "“Gone”: lost with it is what was said of it; it has “harbour” of Ada; noted there:"
                + " a thought; word 2",
            "“There”, characters 4 to 99: the text has no such characters; it has “harbour”",
            "description of the whole of “There”: of the quay",
            "told of “There”: Year = 2025",
            "note on the whole of “Paper”: word 5",
            "a note that belongs to nothing: word 8"),
        project.left().stream().filter(s -> !s.startsWith("the description")).toList());
    assertTrue(
        project.left().contains("the description of the project has no place here: all of it"));
  }

  @Test
  void whatIsNoProjectIsRefusedInWords() throws IOException {
    var no = Files.writeString(folder.resolve("no.qdpx"), "no zip");
    assertSays("it is no zip archive", no);
    assertSays("it has no project.qde", zipped(Map.of("a.txt", "a")));
    assertSays("line 1 of project.qde is no XML", zipped(Map.of("project.qde", "{}")));
    assertSays("the encoding x-none is not known", encoded("x-none", StandardCharsets.UTF_8));
    assertSays("line 1 of project.qde is no XML", encoded("utf-8", StandardCharsets.ISO_8859_1));
    assertEquals(
        List.of("“Straße”"),
        QdpxReader.read(encoded("iso-8859-1", StandardCharsets.ISO_8859_1)).left().stream()
            .map(told -> told.replaceFirst(":.*", ""))
            .toList());
    assertSays("it has no element Project", zipped(Map.of("project.qde", "<CodeBook/>")));
  }

  @Test
  void aTextThatIsNotWhatItsSumSaysIsRefused() throws IOException {
    var text = "the quay closed".getBytes(StandardCharsets.UTF_8);
    var sum = new java.util.zip.CRC32();
    sum.update(text);
    var file = folder.resolve("stored.qdpx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("project.qde"));
      zip.write(
          "<Project><Sources><TextSource guid='a' plainTextPath='internal://a.txt'/></Sources></Project>"
              .getBytes(StandardCharsets.UTF_8));
      var entry = new ZipEntry("sources/a.txt");
      entry.setMethod(ZipEntry.STORED);
      entry.setSize(text.length);
      entry.setCrc(sum.getValue());
      zip.putNextEntry(entry);
      zip.write(text);
    }
    assertEquals(1, QdpxReader.read(file).sources().size());
    var bytes = Files.readAllBytes(file);
    var at = new String(bytes, StandardCharsets.ISO_8859_1).indexOf("quay");
    bytes[at] = 'k';
    Files.write(file, bytes);
    assertSays("a damaged one", file);
  }

  private Path encoded(String name, java.nio.charset.Charset as) throws IOException {
    var xml =
        "<?xml version='1.0' encoding='"
            + name
            + "'?><Project><Sources><TextSource name='Straße'/></Sources></Project>";
    var file = folder.resolve("encoded.qdpx");
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      zip.putNextEntry(new ZipEntry("project.qde"));
      zip.write(xml.getBytes(as));
    }
    return file;
  }

  private static void assertSays(String part, Path file) {
    var problem = assertThrows(IllegalArgumentException.class, () -> QdpxReader.read(file));
    assertTrue(String.valueOf(problem.getMessage()).contains(part), problem::toString);
  }

  @Test
  void codePointsAndUnitsAreCountedBothWays() {
    var random = new Random(SEED);
    for (var round = 0; round < 500; round++) {
      var text = new StringBuilder();
      for (var n = random.nextInt(30); n > 0; n--) {
        text.append(PIECES.get(random.nextInt(PIECES.size())));
      }
      if (random.nextInt(5) == 0) {
        text.insert(random.nextInt(text.length() + 1), random.nextBoolean() ? '\ud83d' : '\ude00');
      }
      var points = new CodePoints(text.toString());
      assertEquals(text.codePointCount(0, text.length()), points.count());
      for (var i = 0; i <= points.count(); i++) {
        var at = text.offsetByCodePoints(0, i);
        assertEquals(at, points.offset(i));
        assertEquals(i, points.before(at));
      }
    }
  }
}
