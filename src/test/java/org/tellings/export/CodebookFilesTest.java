package org.tellings.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.tellings.coding.Codebook;
import org.tellings.coding.TakingIn;
import org.tellings.model.Code;

/// A codebook written and read again is the same, whatever stands in it.
final class CodebookFilesTest {

  private static final long SEED = Long.getLong("codebook.seed", 20190321);

  private static final List<String> WORDS =
      List.of(
          "evidence",
          "😀👩‍🔬",
          "\r\n",
          "\n",
          "\r",
          "\t",
          "عربي من اليمين",
          "עברית",
          "<b>&amp;\"'",
          "When to use:",
          "\nMemo:\n",
          "\n Memo:",
          "\nKey:\n7",
          "é",
          "e\u0301",
          ",",
          "\"\"",
          "'=1",
          "=sum(A1)",
          "-5",
          "'",
          "]]>",
          " ");

  @Test
  void everyTextComesBackAsItWas() {
    var random = new Random(SEED);
    for (var round = 0; round < 200; round++) {
      var codes = codes(random);
      var when = "seed " + SEED + ", round " + round;
      assertEquals(codes, CodebookCsv.read(CodebookCsv.of(codes)), when);
      if (!codes.isEmpty()) {
        QdaSchema.assertValid(Qdc.of(codes), "Codebook.xsd");
      }
      assertEquals(
          codes.stream().map(CodebookFilesTest::known).toList(), Qdc.read(Qdc.of(codes)), when);
    }
  }

  /// As other programs know it.
  private static Code known(Code code) {
    return new Code(
        code.guid(),
        code.name(),
        code.key(),
        code.place(),
        code.use(),
        code.colour(),
        code.sense());
  }

  /// A tree in which every group has a code of its own, numbered through.
  private static List<Code> codes(Random random) {
    List<Code> codes = new ArrayList<>();
    for (var g = 0; g < 3; g++) {
      var group = "Group " + g + " 😀 ‏ערב";
      codes.add(code(random, codes.size() + 1, group, Code.Use.GROUP));
      for (var i = 0; i < random.nextInt(4); i++) {
        var use = random.nextBoolean() ? Code.Use.GIVEN : Code.Use.RETIRED;
        codes.add(code(random, codes.size() + 1, group + Code.BETWEEN + "=c \"" + i + "\" <", use));
      }
    }
    return codes;
  }

  private static Code code(Random random, int place, String name, Code.Use use) {
    return new Code(
        name,
        name,
        random.nextInt(10),
        place,
        use,
        random.nextBoolean() ? "" : "#1a2B3c",
        new Code.Sense(text(random), text(random), text(random), text(random), text(random)));
  }

  private static String text(Random random) {
    var text = new StringBuilder();
    for (var i = random.nextInt(6); i > 0; i--) {
      text.append(WORDS.get(random.nextInt(WORDS.size())));
    }
    return text.toString();
  }

  @Test
  void aCodebookOfAnotherProgramIsRead() {
    var codes =
        Qdc.read(
            """
            <?xml version="1.0" encoding="utf-8"?>
            <CodeBook xmlns="urn:QDA-XML:codebook:1.0" origin="Other 1.0"><Codes>
            <Code guid="6F9619FF-8B86-D011-B42D-00CF4FC964FF" name="Evidence" isCodable="false">
              <Code guid="6f9619ff-8b86-d011-b42d-00cf4fc964f0" name="Shown" isCodable="true" color="#FF0000">
                <Description>Printed or linked.</Description><Other><Code/></Other></Code>
            </Code></Codes><Sets><Set guid="x" name="s"/></Sets></CodeBook>
            """);
    assertEquals(List.of("Evidence", "Evidence › Shown"), codes.stream().map(Code::name).toList());
    assertEquals("Printed or linked.", codes.getLast().sense().definition());
    assertEquals("#FF0000", codes.getLast().colour());
    assertEquals(Code.Use.GROUP, codes.getFirst().use());
  }

  @Test
  void manyCodesOfOneNameAreReadAndTakenInWithoutWaiting() {
    var xml = "<CodeBook><Codes>" + "<Code name=\"same\"/>".repeat(6000) + "</Codes></CodeBook>";
    assertTimeout(
        Duration.ofSeconds(30), // compared one with all others it took many minutes
        () -> {
          var codes = Qdc.read(xml);
          assertEquals("same", codes.getFirst().name());
          assertEquals("same (6000)", codes.getLast().name());
          assertEquals(6000, new TakingIn(new Codebook(List.of()), codes, Set.of()).edits().size());
        });
  }

  @Test
  void codesInManyLongGroupsAreRead() {
    var xml = new StringBuilder("<CodeBook><Codes>");
    var deep = 97; // XML is read to a depth of 100
    for (var i = 0; i < deep; i++) {
      xml.append("<Code name=\"").append(i + 10).append(' ').append("x".repeat(76)).append("\">");
    }
    xml.append("<Description>deep</Description>");
    xml.append("</Code>".repeat(deep)).append("</Codes></CodeBook>");
    var codes = Qdc.read(xml.toString());
    assertEquals(deep, codes.size());
    assertEquals("deep", codes.getLast().sense().definition());
    assertEquals(deep, codes.getLast().name().split(Code.BETWEEN).length);
    assertEquals(codes.stream().map(CodebookFilesTest::known).toList(), Qdc.read(Qdc.of(codes)));
  }

  @Test
  void whatIsNoCodebookIsRefusedWithAReason() {
    for (var text : List.of("", "<a/>", "{\"tellings\":\"pack\"}", "<CodeBook><Codes>")) {
      var problem = assertThrows(IllegalArgumentException.class, () -> Qdc.read(text));
      assertTrue(String.valueOf(problem.getMessage()).contains("codebook"), problem::toString);
    }
    assertThrows(IllegalArgumentException.class, () -> CodebookCsv.read("name,key\r\na,1\r\n"));
    assertEquals(
        "row 2: not a key from 1 to 9: x",
        assertThrows(IllegalArgumentException.class, () -> CodebookCsv.read("code,key\na,x\n"))
            .getMessage());
  }

  /// A comma in a text that stands between no quotation marks loses no words without a word.
  @Test
  void aRowWithMoreCellsThanNamesIsRefused() {
    var problem =
        assertThrows(
            IllegalArgumentException.class,
            () -> CodebookCsv.read("code,definition\na,b\nZed,one, two, three\n"));
    assertTrue(String.valueOf(problem.getMessage()).startsWith("row 3 has more cells"));
    assertEquals(1, CodebookCsv.read("code,definition\na,b,,\n").size());
    assertEquals(
        "row 2: no code is named",
        assertThrows(
                IllegalArgumentException.class, () -> CodebookCsv.read("code,definition\n,b\n"))
            .getMessage());
  }

  /// With semicolons or tabs, a header in other capitals, and rows without a word.
  @Test
  void whatSpreadsheetsMakeOfACodebookIsRead() {
    for (var between : List.of(",", ";", "\t")) {
      var csv =
          String.join(
                  "\r\n",
                  "Code,KEY,whennot,Use",
                  "a,1,\"not, so; or\tso\",Retired",
                  ",,,",
                  "b,,,",
                  "")
              .replaceAll(",(?! so)", between);
      var codes = CodebookCsv.read(csv);
      assertEquals(List.of("a", "b"), codes.stream().map(Code::name).toList(), csv);
      assertEquals("not, so; or\tso", codes.getFirst().sense().whenNot());
      assertEquals(Code.Use.RETIRED, codes.getFirst().use());
    }
    assertEquals(
        "row 2: not a use: sometimes; there are given group retired",
        assertThrows(
                IllegalArgumentException.class, () -> CodebookCsv.read("code,use\na,sometimes\n"))
            .getMessage());
  }

  @Test
  void noOutsideFileIsReadByAnEntity() {
    assertThrows(
        IllegalArgumentException.class,
        () ->
            Qdc.read(
                "<!DOCTYPE c [<!ENTITY x SYSTEM \"file:///etc/hostname\">]><CodeBook"
                    + " xmlns=\"urn:QDA-XML:codebook:1.0\"><Codes><Code guid=\"1\" name=\"&x;\""
                    + " isCodable=\"true\"/></Codes></CodeBook>"));
  }
}
