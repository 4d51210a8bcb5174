package org.tellings.report;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tellings.export.Xml;

/// A report as a document of Word (Office Open XML): the page of HTML, element by element, with its
/// headings, lists, tables, and with links to the same places. Charts are left out; the tables that
/// stand beside them say the same.
///
/// A pure function of the page, and nothing is compressed: the same report gives the same bytes on
/// every machine, so that [Proof] can verify it. The recipe of the report is a part of the file.
public final class Docx {

  private static final String W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main";
  private static final String HEAD =
      "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
  private static final String RECIPE = "customXml/item1.xml";
  private static final String BEGIN = "<recipe xmlns=\"urn:tellings:recipe\">";
  private static final String END = "</recipe>";

  /// Of the page without its margins, in twentieths of a point.
  private static final int WIDTH = 9638;

  private static final int LONGEST_PART = 200_000_000;

  private final StringBuilder out = new StringBuilder();
  private final Deque<String> looks = new ArrayDeque<>();
  private String style = "";
  private String link = "";
  private boolean isOpen;
  private boolean isCell;
  private boolean isHead;
  private int grid;
  private int columns;
  private int number;

  private Docx() {}

  /// The document of a report.
  public static byte[] of(Report report) {
    return of(report.html());
  }

  static byte[] of(String html) {
    var recipe =
        Recipe.of(html).orElseThrow(() -> new IllegalArgumentException("this is no report"));
    var from = html.indexOf("<main>");
    var to = html.indexOf("</main>");
    var title = html.substring(html.indexOf("<title>") + 7, html.indexOf("</title>"));
    var docx = new Docx();
    docx.body(html.substring(from, to) + "</main>");
    return zipped(parts(docx.out.toString(), title, recipe));
  }

  // -- the words --

  private void body(String html) {
    var xml =
        html.replace("<br>", "<br/>").replaceAll("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f]", "\ufffd");
    try {
      var in = Xml.reader(new StringReader(xml));
      while (in.hasNext()) {
        switch (in.next()) {
          case XMLStreamConstants.START_ELEMENT -> begin(in);
          case XMLStreamConstants.END_ELEMENT -> end(in.getLocalName());
          case XMLStreamConstants.CHARACTERS -> words(in.getText());
          default -> {
            // comments: there are none
          }
        }
      }
    } catch (XMLStreamException e) {
      throw new IllegalStateException("the page of a report is not as it is written", e);
    }
  }

  private void begin(XMLStreamReader in) throws XMLStreamException {
    var element = in.getLocalName();
    var id = Optional.ofNullable(in.getAttributeValue(null, "id")).orElse("");
    switch (element) {
      case "svg" -> {
        Xml.skip(in);
        return;
      }
      case "h1" -> paragraph("Title");
      case "h2" -> paragraph("Heading1");
      case "h3" -> paragraph("Heading2");
      case "li" -> {
        var value = in.getAttributeValue(null, "value");
        paragraph(value == null ? "ListBullet" : "Source");
        if (value != null) {
          run(value + ". ");
        }
      }
      case "p", "figcaption" -> paragraph(style.equals("Source") ? "Source" : "");
      case "blockquote" -> {}
      case "div" -> {
        if (isCell) {
          closed();
        }
      }
      case "table" -> {
        closed();
        out.append(
            "<w:tbl><w:tblPr><w:tblStyle w:val=\"TableGrid\"/><w:tblW w:w=\"5000\""
                + " w:type=\"pct\"/><w:tblLayout w:type=\"fixed\"/><w:tblLook"
                + " w:val=\"0420\"/></w:tblPr>");
        grid = out.length();
        columns = 0;
      }
      case "tr" -> {
        out.append(
            columns == 0
                ? "<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>"
                : "<w:tr><w:trPr><w:cantSplit/></w:trPr>");
        columns = 0;
      }
      case "th", "td" -> {
        out.append("<w:tc><w:tcPr/>");
        isCell = true;
        isHead = element.equals("th");
        columns++;
      }
      case "a" ->
          link =
              Optional.ofNullable(in.getAttributeValue(null, "href")).orElse("").replace("#", "");
      case "br" -> {
        opened();
        out.append("<w:r><w:br/></w:r>");
      }
      case "mark" -> looks.push("<w:highlight w:val=\"yellow\"/>");
      case "b" -> looks.push("<w:b/>");
      case "span" -> looks.push("<w:color w:val=\"CF222E\"/>");
      default -> {
        // main, ul, ol, section, details, summary, figure: no look of their own
      }
    }
    if (!id.isEmpty()) {
      mark(id);
    }
  }

  private void end(String element) {
    switch (element) {
      case "h1", "h2", "h3", "p", "figcaption" -> closed();
      case "li" -> {
        closed();
        style = "";
      }
      case "blockquote" -> closed();
      case "div", "summary" -> {
        if (isCell) {
          closed();
        }
      }
      case "th", "td" -> {
        // a cell ends with a paragraph
        opened();
        closed();
        out.append("</w:tc>");
        isCell = false;
        isHead = false;
      }
      case "tr" -> out.append("</w:tr>");
      case "table" -> {
        // all rows of a table have as many cells
        out.insert(grid, grid(columns));
        out.append("</w:tbl><w:p/>");
      }
      case "a" -> link = "";
      case "mark", "b", "span" -> looks.pop();
      default -> {}
    }
  }

  /// Of many columns the first, which says what the row is about, is the widest.
  private static String grid(int columns) {
    var first = columns > 5 ? WIDTH * 27 / 100 : WIDTH / Math.max(1, columns);
    var other = (WIDTH - first) / Math.max(1, columns - 1);
    return "<w:tblGrid><w:gridCol w:w=\""
        + first
        + "\"/>"
        + ("<w:gridCol w:w=\"" + other + "\"/>").repeat(Math.max(0, columns - 1))
        + "</w:tblGrid>";
  }

  private void paragraph(String of) {
    closed();
    style = of;
    opened();
  }

  private void opened() {
    if (!isOpen) {
      isOpen = true;
      out.append("<w:p>");
      var of = isCell ? "Cell" : style;
      if (!of.isEmpty()) {
        out.append("<w:pPr><w:pStyle w:val=\"").append(of).append("\"/></w:pPr>");
      }
    }
  }

  private void closed() {
    if (isOpen) {
      out.append("</w:p>");
      isOpen = false;
    }
  }

  private void words(String text) {
    var bare = text.replace('\n', ' ');
    if (bare.isBlank() && !isOpen) {
      return; // between elements
    }
    opened();
    if (link.isEmpty()) {
      run(bare);
    } else {
      out.append("<w:hyperlink w:anchor=\"").append(name(link)).append("\" w:history=\"1\">");
      run(bare);
      out.append("</w:hyperlink>");
    }
  }

  private void run(String text) {
    out.append("<w:r>");
    var look = new StringBuilder();
    if (!link.isEmpty()) {
      look.append("<w:rStyle w:val=\"Hyperlink\"/>");
    }
    if (isHead && !looks.contains("<w:b/>")) {
      look.append("<w:b/>");
    }
    // in the order that the schema has: bold, colour, highlight, right to left
    for (var one :
        new String[] {"<w:b/>", "<w:color w:val=\"CF222E\"/>", "<w:highlight w:val=\"yellow\"/>"}) {
      if (looks.contains(one)) {
        look.append(one);
      }
    }
    if (isRightToLeft(text)) {
      look.append("<w:rtl/>");
    }
    if (!look.isEmpty()) {
      out.append("<w:rPr>").append(look).append("</w:rPr>");
    }
    out.append("<w:t xml:space=\"preserve\">").append(Xml.text(text)).append("</w:t></w:r>");
  }

  /// By the first letter that has a direction.
  private static boolean isRightToLeft(String text) {
    return text
        .codePoints()
        .map(Character::getDirectionality)
        .filter(
            d ->
                d == Character.DIRECTIONALITY_LEFT_TO_RIGHT
                    || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT
                    || d == Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC)
        .findFirst()
        .stream()
        .anyMatch(d -> d != Character.DIRECTIONALITY_LEFT_TO_RIGHT);
  }

  /// A place that links lead to.
  private void mark(String id) {
    number++;
    // between rows and cells a bookmark may stand where a paragraph may
    out.append("<w:bookmarkStart w:id=\"")
        .append(number)
        .append("\" w:name=\"")
        .append(name(id))
        .append("\"/><w:bookmarkEnd w:id=\"")
        .append(number)
        .append("\"/>");
  }

  /// Word takes letters, digits and underscores, 40 at most, a letter first.
  private static String name(String id) {
    var name = "t_" + id.replaceAll("[^A-Za-z0-9]", "_");
    return name.length() <= 40 ? name : name.substring(0, 40);
  }

  // -- the file --

  private static Map<String, String> parts(String body, String title, Recipe recipe) {
    Map<String, String> parts = new LinkedHashMap<>();
    parts.put(
        "[Content_Types].xml",
        HEAD
            + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
            + "<Default Extension=\"rels\""
            + " ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/>"
            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/>"
            + type("word/document", "wordprocessingml.document.main")
            + type("word/styles", "wordprocessingml.styles")
            + type("word/numbering", "wordprocessingml.numbering")
            + "<Override PartName=\"/docProps/core.xml\""
            + " ContentType=\"application/vnd.openxmlformats-package.core-properties+xml\"/>"
            + "</Types>");
    parts.put(
        "_rels/.rels",
        relations(
            relation(1, "officeDocument/2006/relationships/officeDocument", "word/document.xml"),
            "<Relationship Id=\"rId2\""
                + " Type=\"http://schemas.openxmlformats.org/package/2006/relationships/metadata/core-properties\""
                + " Target=\"docProps/core.xml\"/>"));
    parts.put(
        "docProps/core.xml",
        HEAD
            + "<cp:coreProperties"
            + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\""
            + " xmlns:dc=\"http://purl.org/dc/elements/1.1/\"><dc:title>"
            + title
            + "</dc:title><dc:creator>Tellings "
            + Xml.text(recipe.program())
            + "</dc:creator></cp:coreProperties>");
    parts.put(
        "word/document.xml",
        HEAD
            + "<w:document xmlns:w=\""
            + W
            + "\"><w:body>"
            + body
            + "<w:sectPr><w:pgSz w:w=\"11906\" w:h=\"16838\"/><w:pgMar w:top=\"1134\""
            + " w:right=\"1134\" w:bottom=\"1134\" w:left=\"1134\" w:header=\"708\""
            + " w:footer=\"708\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>");
    parts.put(
        "word/_rels/document.xml.rels",
        relations(
            relation(1, "officeDocument/2006/relationships/styles", "styles.xml"),
            relation(2, "officeDocument/2006/relationships/numbering", "numbering.xml"),
            relation(3, "officeDocument/2006/relationships/customXml", "../" + RECIPE)));
    parts.put("word/styles.xml", DocxStyles.STYLES);
    parts.put("word/numbering.xml", DocxStyles.NUMBERING);
    parts.put(RECIPE, HEAD + BEGIN + Xml.text(recipe.line()) + END);
    return parts;
  }

  private static String type(String part, String type) {
    return "<Override PartName=\"/"
        + part
        + ".xml\" ContentType=\"application/vnd.openxmlformats-officedocument."
        + type
        + "+xml\"/>";
  }

  private static String relation(int id, String type, String target) {
    return "<Relationship Id=\"rId"
        + id
        + "\" Type=\"http://schemas.openxmlformats.org/"
        + type
        + "\" Target=\""
        + target
        + "\"/>";
  }

  private static String relations(String... all) {
    return HEAD
        + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
        + String.join("", all)
        + "</Relationships>";
  }

  private static byte[] zipped(Map<String, String> parts) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
      for (var part : parts.entrySet()) {
        var content = part.getValue().getBytes(StandardCharsets.UTF_8);
        var entry = new ZipEntry(part.getKey());
        var sum = new CRC32();
        sum.update(content);
        entry.setMethod(ZipEntry.STORED);
        entry.setSize(content.length);
        entry.setCrc(sum.getValue());
        entry.setTimeLocal(LocalDateTime.of(1980, 1, 1, 0, 0)); // the first a zip can tell
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException("a stream in memory failed", e);
    }
    return bytes.toByteArray();
  }

  // -- back --

  static boolean is(byte[] bytes) {
    return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K';
  }

  /// The recipe in a document; empty when it has none that can be read.
  static Optional<Recipe> recipe(byte[] bytes) {
    return part(bytes, RECIPE)
        .filter(xml -> xml.contains(BEGIN) && xml.endsWith(END))
        .map(xml -> xml.substring(xml.indexOf(BEGIN) + BEGIN.length(), xml.length() - END.length()))
        .map(Docx::plain)
        .flatMap(Recipe::of);
  }

  /// The paragraphs of a document, a line each, without what marks them up; empty when it cannot be
  /// read.
  static String lines(byte[] bytes) {
    return part(bytes, "word/document.xml")
        .map(xml -> plain(xml.replace("</w:p>", "\n").replaceAll("<[^>]*>", "")))
        .orElse("");
  }

  private static String plain(String xml) {
    return xml.replace("&quot;", "\"")
        .replace("&lt;", "<")
        .replace("&gt;", ">")
        .replace("&#13;", "\r")
        .replace("&amp;", "&");
  }

  private static Optional<String> part(byte[] bytes, String name) {
    try (var zip = new ZipInputStream(new ByteArrayInputStream(bytes), StandardCharsets.UTF_8)) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        if (entry.getName().equals(name)) {
          return Optional.of(new String(zip.readNBytes(LONGEST_PART), StandardCharsets.UTF_8));
        }
      }
      return Optional.empty();
    } catch (IOException | IllegalArgumentException _) {
      return Optional.empty(); // a damaged archive has no part; that is told as a difference
    }
  }
}
