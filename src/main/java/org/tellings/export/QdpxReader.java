package org.tellings.export;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tellings.export.Project.Given;
import org.tellings.export.Project.Passage;
import org.tellings.export.Project.Source;
import org.tellings.model.Code;

/// Reads a QDPX file of the REFI-QDA standard 1.5, of whatever program.
///
/// Texts are taken: those of text sources, of the text that stands for a PDF, and of transcripts.
/// What has no place here (pictures, places on pages, sound, cases, links, sets, graphs) is named
/// in [Project#left]. Only files inside the archive are read. One object reads one file.
public final class QdpxReader {

  private static final int MOST_XML = 128 << 20;
  private static final int MOST_TEXT = 64 << 20;
  private static final long MOST_TEXTS = 1L << 30;
  private static final String INTERNAL = "internal://";

  /// What becomes of sources that are no text.
  private static final Map<String, String> OTHERS =
      Map.of("PictureSource", "picture", "AudioSource", "sound", "VideoSource", "film");

  private final ZipFile zip;
  private final Map<String, String> entries = new HashMap<>();
  private long texts;

  private final Map<String, String> users = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, String> notes = new HashMap<>();
  private final Map<String, List<String>> noted = new HashMap<>();
  private final Qdc.Reading codes =
      new Qdc.Reading((of, note) -> noted.computeIfAbsent(of, _ -> new ArrayList<>()).add(note));
  private final List<Raw> sources = new ArrayList<>();
  private final List<String> left = new ArrayList<>();
  private boolean isOurs;

  /// A source as the XML tells it: places in code points, users and notes by GUID.
  private static final class Raw {
    private final String guid;
    private final String name;
    private final String kind;
    private Optional<String> text = Optional.empty();
    private String path = "";
    private final List<Selected> selections = new ArrayList<>();
    private final List<Given> whole = new ArrayList<>();
    private final List<String> wholeNotes = new ArrayList<>();
    private final Map<String, String> about = new LinkedHashMap<>();

    Raw(String guid, String name, String kind) {
      this.guid = guid;
      this.name = name;
      this.kind = kind;
    }
  }

  private record Selected(
      String guid, String from, String to, List<Given> codes, List<String> notes, String said) {}

  private QdpxReader(ZipFile zip) {
    this.zip = zip;
    zip.stream()
        .filter(entry -> !entry.isDirectory())
        .forEach(
            entry ->
                entries.putIfAbsent(bare(entry.getName().replace('\\', '/')), entry.getName()));
  }

  /// The name within the archive, without the folder of sources, in small letters.
  private static String bare(String name) {
    return name.toLowerCase(Locale.ROOT).replaceFirst("^(?:\\./)?(?:sources/)?", "");
  }

  /// What stands in a file. Why it cannot be read is told by an [IllegalArgumentException].
  public static Project read(Path file) {
    try (var zip = new ZipFile(file.toFile())) {
      return new QdpxReader(zip).project();
    } catch (ZipException e) {
      throw new IllegalArgumentException(
          file.getFileName() + " is no QDPX file: it is no zip archive, or a damaged one", e);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + file + ": " + e.getMessage(), e);
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException(
          "this project cannot be read: "
              + Xml.where(e)
              + " of project.qde is no XML as it should be",
          e);
    }
  }

  private Project project() throws IOException, XMLStreamException {
    var name =
        entries.keySet().stream()
            .filter(entry -> entry.equals("project.qde"))
            .findFirst()
            .or(
                () ->
                    entries.keySet().stream().filter(e -> e.endsWith(".qde")).sorted().findFirst())
            .orElseThrow(
                () ->
                    new IllegalArgumentException("this file is no project: it has no project.qde"));
    try (var in = open(name)) {
      var isProject = false;
      var xml = Xml.reader(new Limited(in, MOST_XML));
      while (xml.hasNext()) {
        if (xml.next() == XMLStreamConstants.START_ELEMENT) {
          if (xml.getLocalName().equals("Project")) {
            isProject = true;
            isOurs = Xml.attribute(xml, "origin").equals(Qdpx.ORIGIN);
            inside(xml, this::part);
          } else {
            Xml.skip(xml);
          }
        }
      }
      if (!isProject) {
        throw new IllegalArgumentException("this file is no project: it has no element Project");
      }
    }
    List<Source> read = new ArrayList<>();
    for (var raw : sources) {
      source(raw).ifPresent(read::add);
    }
    return new Project(withMemos(), read, left, isOurs);
  }

  private interface Element {
    void read(String name, XMLStreamReader in) throws XMLStreamException, IOException;
  }

  /// Hands each element inside this one over, which reads it to its end.
  private static void inside(XMLStreamReader in, Element each)
      throws XMLStreamException, IOException {
    for (var event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        each.read(in.getLocalName(), in);
      }
    }
  }

  private void part(String name, XMLStreamReader in) throws XMLStreamException, IOException {
    switch (name) {
      case "Users" ->
          inside(
              in,
              (_, user) -> {
                var called = Xml.attribute(user, "name").strip();
                users.put(
                    Xml.guid(user, "guid"), called.isEmpty() ? Xml.attribute(user, "id") : called);
                Xml.skip(user);
              });
      case "Variables" ->
          inside(
              in,
              (_, variable) -> {
                variables.put(Xml.guid(variable, "guid"), Xml.attribute(variable, "name"));
                Xml.skip(variable);
              });
      case "CodeBook", "Sources" -> inside(in, this::part);
      case "Codes" -> inside(in, (_, code) -> Qdc.code(code, "", codes));
      case "TextSource" -> text(in, Xml.attribute(in, "name"), "text");
      case "PDFSource" -> pdf(in);
      case "PictureSource", "AudioSource", "VideoSource" -> other(name, in);
      case "Notes" -> inside(in, (_, note) -> note(note));
      case "Cases", "Links", "Sets", "Graphs" ->
          inside(
              in,
              (kind, one) -> {
                var called = Xml.attribute(one, "name");
                left.add(
                    kind.toLowerCase(Locale.ROOT)
                        + (called.isEmpty() ? "" : " “" + called + "”")
                        + ": there is no place for it here");
                Xml.skip(one);
              });
      case "NoteRef" -> {
        left.add("a note on the whole project: there is no place for it here");
        Xml.skip(in);
      }
      case "Description" -> Xml.skip(in);
      default -> {
        left.add("element " + name + ": not known");
        Xml.skip(in);
      }
    }
  }

  // -- sources --

  private Raw text(XMLStreamReader in, String name, String kind)
      throws XMLStreamException, IOException {
    var raw = new Raw(Xml.guid(in, "guid"), name, kind);
    raw.path = Xml.attribute(in, "plainTextPath");
    inside(in, (element, inner) -> ofText(raw, element, inner));
    sources.add(raw);
    return raw;
  }

  private void ofText(Raw raw, String element, XMLStreamReader in)
      throws XMLStreamException, IOException {
    switch (element) {
      case "PlainTextContent" -> raw.text = Optional.of(in.getElementText());
      case "PlainTextSelection" -> raw.selections.add(selection(in));
      case "Coding" -> raw.whole.add(coding(in));
      case "NoteRef" -> raw.wholeNotes.add(noteRef(in));
      case "VariableValue" -> variable(raw, in);
      default -> Xml.skip(in);
    }
  }

  private Selected selection(XMLStreamReader in) throws XMLStreamException, IOException {
    var guid = Xml.guid(in, "guid");
    var from = Xml.attribute(in, "startPosition");
    var to = Xml.attribute(in, "endPosition");
    List<Given> given = new ArrayList<>();
    List<String> refs = new ArrayList<>();
    var said = new StringBuilder();
    inside(
        in,
        (element, inner) -> {
          switch (element) {
            case "Description" -> said.append(inner.getElementText());
            case "Coding" -> given.add(coding(inner));
            case "NoteRef" -> refs.add(noteRef(inner));
            default -> Xml.skip(inner);
          }
        });
    return new Selected(guid, from, to, given, refs, said.toString());
  }

  private Given coding(XMLStreamReader in) throws XMLStreamException, IOException {
    var coder = users.getOrDefault(Xml.guid(in, "creatingUser"), "");
    var code = new StringBuilder();
    inside(
        in,
        (element, inner) -> {
          if (element.equals("CodeRef")) {
            code.append(Xml.guid(inner, "targetGUID"));
          } else {
            left.add("a note on a coding: there is no place for it here");
          }
          Xml.skip(inner);
        });
    return new Given(code.toString(), coder);
  }

  private static String noteRef(XMLStreamReader in) throws XMLStreamException {
    var guid = Xml.guid(in, "targetGUID");
    Xml.skip(in);
    return guid;
  }

  private void variable(Raw raw, XMLStreamReader in) throws XMLStreamException, IOException {
    var of = new StringBuilder();
    var value = new StringBuilder();
    inside(
        in,
        (element, inner) -> {
          if (element.equals("VariableRef")) {
            of.append(variables.getOrDefault(Xml.guid(inner, "targetGUID"), ""));
            Xml.skip(inner);
          } else {
            value.append(inner.getElementText());
          }
        });
    raw.about.put(of.toString(), value.toString());
  }

  /// Of a PDF the text that stands for it is taken.
  private void pdf(XMLStreamReader in) throws XMLStreamException, IOException {
    var name = Xml.attribute(in, "name");
    List<Given> whole = new ArrayList<>();
    List<Raw> found = new ArrayList<>();
    inside(
        in,
        (element, inner) -> {
          switch (element) {
            case "Representation" -> found.add(text(inner, name, "the text of a PDF"));
            case "PDFSelection" ->
                lost(inner, "page " + Xml.attribute(inner, "page") + " of “" + name + "”");
            case "Coding" -> whole.add(coding(inner));
            default -> Xml.skip(inner);
          }
        });
    if (found.isEmpty()) {
      left.add("“" + name + "”: a PDF without its text");
    } else {
      found.getFirst().whole.addAll(whole);
    }
  }

  /// Of sound and film the transcript is taken.
  private void other(String kind, XMLStreamReader in) throws XMLStreamException, IOException {
    var name = Xml.attribute(in, "name");
    left.add("“" + name + "”: a " + OTHERS.get(kind) + ", of which only a text can be read here");
    inside(
        in,
        (element, inner) -> {
          switch (element) {
            case "Transcript", "TextDescription" ->
                text(inner, name, element.equals("Transcript") ? "a transcript" : "a description");
            case "PictureSelection", "AudioSelection", "VideoSelection" ->
                lost(inner, "a part of “" + name + "”");
            default -> Xml.skip(inner);
          }
        });
  }

  /// Tells what is lost with a selection that is no words.
  private void lost(XMLStreamReader in, String where) throws XMLStreamException, IOException {
    List<String> lost = new ArrayList<>();
    inside(
        in,
        (element, inner) -> {
          switch (element) {
            case "Coding" -> lost.add(coding(inner).code());
            default -> Xml.skip(inner);
          }
        });
    left.add(
        where
            + ": no words that could be coded here"
            + (lost.isEmpty()
                ? ""
                : "; it has "
                    + lost.stream()
                        .map(guid -> "“" + called(guid) + "”")
                        .collect(Collectors.joining(", "))));
  }

  private String called(String code) {
    return codes.read().stream()
        .filter(c -> c.id().equals(code))
        .map(Code::name)
        .findFirst()
        .orElse(code);
  }

  private void note(XMLStreamReader in) throws XMLStreamException, IOException {
    var guid = Xml.guid(in, "guid");
    var raw = new Raw(guid, Xml.attribute(in, "name"), "note");
    raw.path = Xml.attribute(in, "plainTextPath");
    inside(in, (element, inner) -> ofText(raw, element, inner));
    text(raw).ifPresent(text -> notes.put(guid, text));
    if (!raw.whole.isEmpty() || !raw.selections.isEmpty()) {
      left.add("codings on note “" + raw.name + "”: notes are not coded here");
    }
  }

  // -- what it comes to --

  private List<Code> withMemos() {
    return codes.read().stream()
        .map(
            code -> {
              var memo = words(noted.getOrDefault(code.id(), List.of()));
              return memo.isEmpty()
                  ? code
                  : code.with(
                      code.sense()
                          .withMemo(
                              code.sense().memo().isEmpty()
                                  ? memo
                                  : code.sense().memo() + "\n\n" + memo));
            })
        .toList();
  }

  private String words(List<String> refs) {
    return refs.stream()
        .map(ref -> notes.getOrDefault(ref, ""))
        .filter(note -> !note.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private Optional<Source> source(Raw raw) throws IOException {
    var text = text(raw);
    if (text.isEmpty() || text.get().isBlank()) {
      if (text.isPresent()) {
        left.add("“" + raw.name + "”: it has no words");
      }
      return Optional.empty();
    }
    var points = new CodePoints(text.get());
    List<Passage> passages = new ArrayList<>();
    for (var one : raw.selections) {
      var span =
          one.from().matches("\\d{1,10}") && one.to().matches("\\d{1,10}")
              ? points.span(Long.parseLong(one.from()), Long.parseLong(one.to()))
              : Optional.<org.tellings.model.Span>empty();
      var said = new ArrayList<>(List.of(one.said()));
      one.notes().forEach(ref -> said.add(notes.getOrDefault(ref, "")));
      said.removeIf(String::isBlank);
      if (span.isEmpty()) {
        left.add(
            "“"
                + raw.name
                + "”, characters "
                + one.from()
                + " to "
                + one.to()
                + ": the text has no such characters"
                + (said.isEmpty() ? "" : "; noted there: " + String.join("; ", said)));
      } else {
        passages.add(new Passage(one.guid(), span.get(), one.codes(), said));
      }
    }
    if (!raw.whole.isEmpty()) {
      passages.add(
          new Passage(
              raw.guid, new org.tellings.model.Span(0, text.get().length()), raw.whole, List.of()));
    }
    for (var ref : raw.wholeNotes) {
      left.add("note on the whole of “" + raw.name + "”: " + notes.getOrDefault(ref, "(no words)"));
    }
    return Optional.of(new Source(raw.guid, raw.name, text.get(), raw.about, passages));
  }

  /// The text itself, or that of its file; empty, and told, where there is none.
  private Optional<String> text(Raw raw) throws IOException {
    if (raw.text.isPresent()) {
      return raw.text;
    }
    if (!raw.path.startsWith(INTERNAL)) {
      left.add(
          raw.path.isEmpty()
              ? "“" + raw.name + "”: " + raw.kind + " without words"
              : "“" + raw.name + "”: it is kept outside the project, in " + raw.path);
      return Optional.empty();
    }
    var name = bare(raw.path.substring(INTERNAL.length()).replaceFirst("^/+", ""));
    if (!entries.containsKey(name)) {
      left.add("“" + raw.name + "”: the project has no file " + name);
      return Optional.empty();
    }
    try (var in = open(name)) {
      var bytes = in.readNBytes(MOST_TEXT + 1);
      texts += bytes.length;
      if (bytes.length > MOST_TEXT || texts > MOST_TEXTS) {
        throw new IllegalArgumentException(
            "this project has more text than can be read at once: 64 MB a text, 1 GB in all");
      }
      return decoded(raw, bytes);
    }
  }

  private Optional<String> decoded(Raw raw, byte[] bytes) {
    try {
      var text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      // a mark of the byte order is no character of the text
      return Optional.of(text.startsWith("\ufeff") && !isOurs ? text.substring(1) : text);
    } catch (CharacterCodingException _) {
      left.add("“" + raw.name + "”: its text is not UTF-8");
      return Optional.empty();
    }
  }

  private InputStream open(String bare) throws IOException {
    var name = Optional.ofNullable(entries.get(bare)).orElseThrow();
    var entry = Optional.ofNullable(zip.getEntry(name)).orElseThrow();
    return Optional.ofNullable(zip.getInputStream(entry)).orElseThrow();
  }
}
