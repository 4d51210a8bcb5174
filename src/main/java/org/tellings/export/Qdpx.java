package org.tellings.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.tellings.coding.Codebook;
import org.tellings.export.Project.Passage;
import org.tellings.export.Project.Source;
import org.tellings.model.Code;
import org.tellings.model.Span;

/// A project of the REFI-QDA standard 1.5 as a QDPX file: texts, codebook, codings with their
/// coders, notes.
///
/// Texts stand in files of UTF-8 beside the XML, character by character, so that no parser changes
/// a line end. Positions count Unicode code points of that file from 0, the end not included, as
/// the standard's own example does (139 to 195 are its 56 characters). What people wrote about a
/// code is in its description as in a [Qdc] file, its memo in a note. GUIDs are made of what they
/// name, and no time is written: the same library gives the same bytes.
public final class Qdpx implements AutoCloseable {

  static final String NAMESPACE = "urn:QDA-XML:project:1.0";

  static final String ORIGIN = "Tellings";

  /// What is told of a text, in this order.
  static final List<String> VARIABLES =
      List.of(
          "Title",
          "File",
          "Outlet",
          "Byline",
          "Published",
          "Updated",
          "Captured",
          "Address",
          "Language");

  private static final int WORDS_IN_NAME = 60;

  private final ZipOutputStream zip;
  private final Map<String, String> users = new LinkedHashMap<>();
  private final StringBuilder sources = new StringBuilder();
  private final StringBuilder notes = new StringBuilder();
  private final List<Code> codes;

  /// Begins a file; `codes` is the codebook. [#close] ends it.
  public Qdpx(OutputStream out, List<Code> codes) {
    this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
    this.codes = List.copyOf(codes);
  }

  /// The GUID of something that has another name here.
  public static String guid(String what, String name) {
    return UUID.nameUUIDFromBytes(
            ("tellings " + what + " " + name).getBytes(StandardCharsets.UTF_8))
        .toString();
  }

  private String user(String coder) {
    return users.computeIfAbsent(coder, name -> guid("coder", name));
  }

  /// Writes a text and what is coded and noted in it.
  public void add(Source source) throws IOException {
    var entry = new ZipEntry("sources/" + source.guid() + ".txt");
    put(entry, source.text().getBytes(StandardCharsets.UTF_8));
    sources.append("<TextSource");
    attribute(sources, "guid", source.guid());
    attribute(sources, "name", source.name());
    attribute(sources, "plainTextPath", "internal://" + source.guid() + ".txt");
    sources.append(">\n");
    var points = new CodePoints(source.text());
    source.passages().forEach(passage -> add(source, passage, points));
    for (var variable : VARIABLES) {
      source
          .about(variable)
          .filter(value -> !value.isEmpty())
          .ifPresent(
              value ->
                  sources
                      .append("<VariableValue><VariableRef targetGUID=\"")
                      .append(guid("variable", variable))
                      .append("\"/><TextValue>")
                      .append(Xml.text(value))
                      .append("</TextValue></VariableValue>\n"));
    }
    sources.append("</TextSource>\n");
  }

  private void add(Source source, Passage passage, CodePoints points) {
    var span = passage.span();
    sources.append("<PlainTextSelection");
    attribute(sources, "guid", passage.guid());
    attribute(sources, "name", name(source.text(), span));
    attribute(sources, "startPosition", Integer.toString(points.before(span.start())));
    attribute(sources, "endPosition", Integer.toString(points.before(span.end())));
    sources.append(">\n");
    for (var given : passage.codes()) {
      sources.append("<Coding");
      attribute(sources, "guid", guid("coding", passage.guid() + " " + given));
      attribute(sources, "creatingUser", user(given.coder()));
      sources.append("><CodeRef targetGUID=\"").append(given.code()).append("\"/></Coding>\n");
    }
    for (var i = 0; i < passage.notes().size(); i++) {
      var guid = guid("note", passage.guid() + " " + i);
      sources.append("<NoteRef targetGUID=\"").append(guid).append("\"/>\n");
      note(guid, name(source.text(), span), passage.notes().get(i));
    }
    sources.append("</PlainTextSelection>\n");
  }

  private void note(String guid, String name, String text) {
    notes.append("<Note");
    attribute(notes, "guid", guid);
    attribute(notes, "name", name);
    notes
        .append("><PlainTextContent>")
        .append(Xml.text(text))
        .append("</PlainTextContent></Note>\n");
  }

  /// The first words of a passage, on one line.
  private static String name(String text, Span span) {
    var end = Math.min(span.end(), span.start() + WORDS_IN_NAME);
    if (end < span.end() && Character.isLowSurrogate(text.charAt(end))) {
      end--;
    }
    return text.substring(span.start(), end).replaceAll("\\s+", " ")
        + (end < span.end() ? "…" : "");
  }

  private static void attribute(StringBuilder out, String name, String value) {
    out.append(' ').append(name).append("=\"").append(Xml.attribute(value)).append('"');
  }

  private void put(ZipEntry entry, byte[] bytes) throws IOException {
    entry.setTimeLocal(java.time.LocalDateTime.of(1980, 1, 1, 0, 0)); // the first a zip can tell
    zip.putNextEntry(entry);
    zip.write(bytes);
    zip.closeEntry();
  }

  /// Writes the XML over all that was added. Without codes or texts those parts are left out, since
  /// the schema has no empty ones.
  @Override
  public void close() throws IOException {
    put(new ZipEntry("project.qde"), xml().getBytes(StandardCharsets.UTF_8));
    zip.close();
  }

  private String xml() {
    var out = new StringBuilder();
    out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        .append("<Project xmlns=\"" + NAMESPACE + "\"")
        .append(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"")
        .append(" xsi:schemaLocation=\"" + NAMESPACE)
        .append(" http://schema.qdasoftware.org/versions/Project/v1.0/Project.xsd\"")
        .append(" name=\"Tellings\" origin=\"" + ORIGIN + "\">\n");
    var book = codebook();
    part(out, "Users", users());
    if (!book.isEmpty()) {
      out.append("<CodeBook><Codes>\n").append(book).append("</Codes></CodeBook>\n");
    }
    part(out, "Variables", variables());
    part(out, "Sources", sources);
    part(out, "Notes", notes);
    return out.append("</Project>\n").toString();
  }

  private static void part(StringBuilder out, String name, CharSequence content) {
    if (!content.isEmpty()) {
      out.append('<').append(name).append(">\n");
      out.append(content).append("</").append(name).append(">\n");
    }
  }

  private CharSequence users() {
    var out = new StringBuilder();
    users.forEach(
        (name, guid) -> {
          out.append("<User");
          attribute(out, "guid", guid);
          attribute(out, "name", name);
          out.append("/>\n");
        });
    return out;
  }

  private static CharSequence variables() {
    var out = new StringBuilder();
    for (var variable : VARIABLES) {
      out.append("<Variable");
      attribute(out, "guid", guid("variable", variable));
      attribute(out, "name", variable);
      out.append(" typeOfVariable=\"Text\"/>\n");
    }
    return out;
  }

  private CharSequence codebook() {
    var out = new StringBuilder();
    Map<String, String> memos = new LinkedHashMap<>();
    List<Code> bare = new ArrayList<>();
    for (var code : codes) {
      if (!code.sense().memo().isEmpty()) {
        var guid = guid("memo", code.guid());
        memos.put(code.guid(), guid);
        note(guid, code.name(), code.sense().memo());
      }
      bare.add(code.with(code.sense().withMemo("")));
    }
    new Codebook(bare).tree().forEach(branch -> Qdc.write(branch, memos, out));
    return out;
  }
}
