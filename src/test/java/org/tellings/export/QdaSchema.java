package org.tellings.export;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/// The rules of the schemas of REFI-QDA 1.5 for the elements that this program writes: which stand
/// in which, in which order, with which attributes, and how GUIDs, positions and colours look.
///
/// The schemas themselves are not kept here; where a folder with `Project.xsd` and `Codebook.xsd`
/// is named by `-Dqda.xsd=FOLDER`, they are asked too.
public final class QdaSchema {

  private static final Pattern GUID =
      Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

  /// What may stand in an element, in order; `*` after those that may stand there more than once.
  private static final Map<String, List<String>> CONTENT =
      Map.ofEntries(
          Map.entry(
              "Project", List.of("Users", "CodeBook", "Variables", "Sources", "Notes", "Sets")),
          Map.entry("Users", List.of("User*")),
          Map.entry("User", List.of()),
          Map.entry("CodeBook", List.of("Codes")),
          Map.entry("Codes", List.of("Code*")),
          Map.entry("Code", List.of("Description", "NoteRef*", "Code*")),
          Map.entry("Variables", List.of("Variable*")),
          Map.entry("Variable", List.of()),
          Map.entry("Sources", List.of("TextSource*")),
          Map.entry("TextSource", List.of("PlainTextSelection*", "VariableValue*")),
          Map.entry("PlainTextSelection", List.of("Coding*", "NoteRef*")),
          Map.entry("Coding", List.of("CodeRef")),
          Map.entry("VariableValue", List.of("VariableRef", "TextValue")),
          Map.entry("Notes", List.of("Note*")),
          Map.entry("Note", List.of("PlainTextContent")),
          Map.entry("Description", List.of()),
          Map.entry("PlainTextContent", List.of()),
          Map.entry("TextValue", List.of()),
          Map.entry("NoteRef", List.of()),
          Map.entry("CodeRef", List.of()),
          Map.entry("VariableRef", List.of()));

  private static final Map<String, Set<String>> REQUIRED =
      Map.ofEntries(
          Map.entry("Project", Set.of("name")),
          Map.entry("User", Set.of("guid")),
          Map.entry("Code", Set.of("guid", "name", "isCodable")),
          Map.entry("Variable", Set.of("guid", "name", "typeOfVariable")),
          Map.entry("TextSource", Set.of("guid")),
          Map.entry("PlainTextSelection", Set.of("guid", "startPosition", "endPosition")),
          Map.entry("Coding", Set.of("guid")),
          Map.entry("Note", Set.of("guid")),
          Map.entry("NoteRef", Set.of("targetGUID")),
          Map.entry("CodeRef", Set.of("targetGUID")),
          Map.entry("VariableRef", Set.of("targetGUID")));

  private QdaSchema() {}

  static void assertValid(String xml, String schema) {
    try {
      var factory = DocumentBuilderFactory.newDefaultInstance();
      factory.setNamespaceAware(true);
      var root =
          factory
              .newDocumentBuilder()
              .parse(new InputSource(new StringReader(xml)))
              .getDocumentElement();
      List<String> guids = new ArrayList<>();
      List<String> refs = new ArrayList<>();
      check(root, guids, refs);
      assertEquals(guids.size(), Set.copyOf(guids).size(), "no GUID twice");
      refs.forEach(ref -> assertTrue(guids.contains(ref), () -> ref + " is nowhere"));
      official(schema).ifPresent(file -> assertValid(xml, file));
    } catch (ParserConfigurationException | SAXException e) {
      throw new AssertionError(e.getMessage() + "\n" + xml, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// The schema itself, where it is at hand.
  static Optional<Path> official(String schema) {
    return Optional.ofNullable(System.getProperty("qda.xsd"))
        .map(folder -> Path.of(folder, schema))
        .filter(Files::isRegularFile);
  }

  private static void assertValid(String xml, Path schema) {
    try {
      SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
          .newSchema(schema.toFile())
          .newValidator()
          .validate(new StreamSource(new StringReader(xml)));
    } catch (SAXException e) {
      throw new AssertionError(e.getMessage() + "\n" + xml, e);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void check(Element element, List<String> guids, List<String> refs) {
    var name = element.getLocalName();
    assertTrue(CONTENT.containsKey(name), () -> name + " is not known");
    for (var required : REQUIRED.getOrDefault(name, Set.of())) {
      assertTrue(element.hasAttribute(required), () -> name + " has no " + required);
    }
    var order = CONTENT.getOrDefault(name, List.of());
    var at = 0;
    for (var child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
      if (child.getNodeType() == Node.ELEMENT_NODE) {
        var inner = (Element) child;
        var word = inner.getLocalName();
        while (at < order.size() && !order.get(at).replace("*", "").equals(word)) {
          at++;
        }
        assertTrue(at < order.size(), () -> word + " out of place in " + name);
        if (!order.get(at).endsWith("*")) {
          at++;
        }
        check(inner, guids, refs);
      }
    }
    var guid = element.getAttribute("guid");
    if (!guid.isEmpty()) {
      assertTrue(GUID.matcher(guid).matches(), guid);
      guids.add(guid);
    }
    for (var ref : List.of("targetGUID", "creatingUser")) {
      if (element.hasAttribute(ref)) {
        refs.add(element.getAttribute(ref));
      }
    }
    if (element.hasAttribute("color")) {
      assertTrue(element.getAttribute("color").matches("#[0-9a-fA-F]{6}"));
    }
    if (List.of("Users", "Codes", "Variables", "Sources", "Notes").contains(name)) {
      assertTrue(element.hasChildNodes(), () -> name + " is empty");
    }
  }
}
