package org.tellings.export;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.zip.ZipException;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tellings.export.Project.Given;
import org.tellings.export.Project.Passage;
import org.tellings.export.Project.Source;
import org.tellings.model.Code;
import org.tellings.model.Span;

/// Reads a QDPX file of the REFI-QDA standard 1.5, of whatever program.
///
/// Texts are taken: those of text sources, of the text that stands for a PDF, and of transcripts.
/// What has no place here (pictures, places on pages, sound, cases, links, sets, graphs) is named
/// in [Project#left], with the codes, notes and variables that hang on it. Only files inside the
/// archive are read. One object reads one file.
public final class QdpxReader {

  private static final int MOST_XML = 128 << 20;
  private static final String INTERNAL = "internal://";

  /// What becomes of sources that are no text.
  private static final Map<String, String> OTHERS =
      Map.of("PictureSource", "picture", "AudioSource", "sound", "VideoSource", "film");

  private final QdpxArchive archive;
  private final Map<String, String> users = new HashMap<>();
  private final Map<String, String> variables = new HashMap<>();
  private final Map<String, String> notes = new LinkedHashMap<>();
  private final Map<String, List<String>> noted = new HashMap<>();
  private final Qdc.Reading codes =
      new Qdc.Reading((of, note) -> noted.computeIfAbsent(of, _ -> new ArrayList<>()).add(note));
  private final List<Raw> sources = new ArrayList<>();

  /// What is told at the end, when all codes and notes are known.
  private final List<Supplier<String>> left = new ArrayList<>();

  private final Set<String> referred = new HashSet<>();
  private boolean isOurs;

  /// A source as the XML tells it: places in code points, users and notes by GUID.
  private static final class Raw {
    private final String guid;
    private final String name;
    private final String kind;
    private Optional<String> text = Optional.empty();
    private String path = "";
    private final List<Selected> selections = new ArrayList<>();
    private final Map<String, String> positions = new HashMap<>();
    private final Attached whole = new Attached();

    Raw(String guid, String name, String kind) {
      this.guid = guid;
      this.name = name;
      this.kind = kind;
    }
  }

  private record Selected(String guid, String from, String to, Attached attached) {}

  private QdpxReader(QdpxArchive archive) {
    this.archive = archive;
  }

  /// What stands in a file. Why it cannot be read is told by an [IllegalArgumentException].
  public static Project read(Path file) {
    try (var archive = new QdpxArchive(file)) {
      return new QdpxReader(archive).project();
    } catch (ZipException e) {
      throw new IllegalArgumentException(
          file.getFileName() + " is no QDPX file: it is no zip archive, or a damaged one", e);
    } catch (IOException e) {
      throw new IllegalArgumentException(
          "cannot read "
              + file
              + ": "
              + Optional.ofNullable(e.getMessage()).orElse("the archive is damaged"),
          e);
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
        archive
            .project()
            .orElseThrow(
                () ->
                    new IllegalArgumentException("this file is no project: it has no project.qde"));
    try (var in = archive.open(name)) {
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
    var codebook = withMemos();
    var told = new ArrayList<>(left.stream().map(Supplier::get).toList());
    notes.forEach(
        (guid, words) -> {
          if (!referred.contains(guid)) {
            told.add("a note that belongs to nothing: " + words);
          }
        });
    return new Project(codebook, read, told, isOurs);
  }

  private void left(String sentence) {
    left.add(() -> sentence);
  }

  /// Tells what is lost, with all that is attached to it.
  private void left(String what, Attached attached) {
    left.add(() -> what + attached.lost(this::called, this::noteOf));
  }

  private String noteOf(String guid) {
    referred.add(guid);
    return notes.getOrDefault(guid, "");
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
                left(
                    kind.toLowerCase(Locale.ROOT)
                        + (called.isEmpty() ? "" : " “" + called + "”")
                        + ": there is no place for it here",
                    attached(one));
              });
      case "NoteRef" -> {
        var guid = noteRef(in);
        left.add(() -> "a note on the whole project has no place here: " + noteOf(guid));
      }
      case "Description" -> {
        var words = in.getElementText().strip();
        if (!words.isEmpty()) {
          left("the description of the project has no place here: " + words);
        }
      }
      default -> {
        left("element " + name + ": not known");
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
      case "PlainTextSelection" ->
          selection(raw, in, Xml.attribute(in, "startPosition"), Xml.attribute(in, "endPosition"));
      case "SyncPoint" -> {
        raw.positions.put(Xml.guid(in, "guid"), Xml.attribute(in, "position"));
        Xml.skip(in);
      }
      case "TranscriptSelection" -> // the schema has the points before what lies between them
          selection(raw, in, position(raw, in, "fromSyncPoint"), position(raw, in, "toSyncPoint"));
      default -> attached(raw.whole, element, in);
    }
  }

  private static String position(Raw raw, XMLStreamReader in, String name) {
    return raw.positions.getOrDefault(Xml.guid(in, name), "?");
  }

  private Attached attached(XMLStreamReader in) throws XMLStreamException, IOException {
    var attached = new Attached();
    inside(in, (element, inner) -> attached(attached, element, inner));
    return attached;
  }

  private void attached(Attached to, String element, XMLStreamReader in)
      throws XMLStreamException, IOException {
    switch (element) {
      case "Coding" -> to.codes.add(coding(in));
      case "NoteRef" -> to.notes.add(noteRef(in));
      case "Description" -> to.describe(in.getElementText());
      case "VariableValue" -> variable(to, in);
      default -> Xml.skip(in);
    }
  }

  private void selection(Raw raw, XMLStreamReader in, String from, String to)
      throws XMLStreamException, IOException {
    raw.selections.add(new Selected(Xml.guid(in, "guid"), from, to, attached(in)));
  }

  private Given coding(XMLStreamReader in) throws XMLStreamException, IOException {
    var coder = users.getOrDefault(Xml.guid(in, "creatingUser"), "");
    var code = new StringBuilder();
    List<String> refs = new ArrayList<>();
    inside(
        in,
        (element, inner) -> {
          if (element.equals("CodeRef")) {
            code.append(Xml.guid(inner, "targetGUID"));
            Xml.skip(inner);
          } else {
            refs.add(noteRef(inner));
          }
        });
    var given = code.toString();
    refs.forEach(
        ref ->
            left.add(
                () ->
                    "a note on a coding with “"
                        + called(given)
                        + "” has no place here: "
                        + noteOf(ref)));
    return new Given(given, coder);
  }

  private static String noteRef(XMLStreamReader in) throws XMLStreamException {
    var guid = Xml.guid(in, "targetGUID");
    Xml.skip(in);
    return guid;
  }

  private void variable(Attached to, XMLStreamReader in) throws XMLStreamException, IOException {
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
    to.variables.put(of.toString(), value.toString());
  }

  /// Of a PDF the text that stands for it is taken.
  private void pdf(XMLStreamReader in) throws XMLStreamException, IOException {
    var name = Xml.attribute(in, "name");
    var whole = new Attached();
    List<Raw> found = new ArrayList<>();
    inside(
        in,
        (element, inner) -> {
          switch (element) {
            case "Representation" -> found.add(text(inner, name, "the text of a PDF"));
            case "PDFSelection" ->
                lost(inner, "page " + Xml.attribute(inner, "page") + " of “" + name + "”");
            default -> attached(whole, element, inner);
          }
        });
    if (found.isEmpty()) {
      left("“" + name + "”: a PDF without its text", whole);
    } else {
      found.getFirst().whole.addAll(whole);
    }
  }

  /// Of sound and film the transcript is taken.
  private void other(String kind, XMLStreamReader in) throws XMLStreamException, IOException {
    var name = Xml.attribute(in, "name");
    var whole = new Attached();
    left(
        "“" + name + "”: a " + OTHERS.get(kind) + ", of which only a text can be read here", whole);
    inside(
        in,
        (element, inner) -> {
          switch (element) {
            case "Transcript", "TextDescription" ->
                text(inner, name, element.equals("Transcript") ? "a transcript" : "a description");
            case "PictureSelection", "AudioSelection", "VideoSelection" ->
                lost(inner, "a part of “" + name + "”");
            default -> attached(whole, element, inner);
          }
        });
  }

  /// Tells what is lost with a selection that is no words.
  private void lost(XMLStreamReader in, String where) throws XMLStreamException, IOException {
    left(where + ": no words that could be coded here", attached(in));
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
    var whole = raw.whole;
    raw.selections.forEach(one -> whole.addAll(one.attached()));
    if (!whole.lost(given -> given, ref -> ref).isEmpty()) {
      left("what belongs to note “" + raw.name + "” has no place here", whole);
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
        .map(this::noteOf)
        .filter(note -> !note.isEmpty())
        .collect(Collectors.joining("\n\n"));
  }

  private Optional<Source> source(Raw raw) throws IOException {
    var text = text(raw);
    if (text.isEmpty() || text.get().isBlank()) {
      var where = "“" + raw.name + "”";
      if (text.isPresent()) {
        left(where + ": it has no words");
      }
      var all = new Attached();
      all.addAll(raw.whole);
      raw.selections.forEach(one -> all.addAll(one.attached()));
      if (!all.lost(given -> given, ref -> ref).isEmpty()) {
        left(where + ": lost with it is what was said of it", all);
      }
      return Optional.empty();
    }
    var points = new CodePoints(text.get());
    List<Passage> passages = new ArrayList<>();
    for (var one : raw.selections) {
      var span =
          one.from().matches("\\d{1,10}") && one.to().matches("\\d{1,10}")
              ? points.span(Long.parseLong(one.from()), Long.parseLong(one.to()))
              : Optional.<Span>empty();
      if (span.isEmpty()) {
        left(
            "“"
                + raw.name
                + "”, characters "
                + one.from()
                + " to "
                + one.to()
                + ": the text has no such characters",
            one.attached());
      } else {
        var said = new ArrayList<>(List.of(one.attached().description()));
        one.attached().notes.forEach(ref -> said.add(noteOf(ref)));
        said.removeIf(String::isBlank);
        passages.add(new Passage(one.guid(), span.get(), one.attached().codes, said));
      }
    }
    if (!raw.whole.codes.isEmpty()) {
      passages.add(
          new Passage(raw.guid, new Span(0, text.get().length()), raw.whole.codes, List.of()));
    }
    for (var ref : raw.whole.notes) {
      left.add(() -> "note on the whole of “" + raw.name + "”: " + noteOf(ref));
    }
    if (!raw.whole.description().isEmpty()) {
      left("description of the whole of “" + raw.name + "”: " + raw.whole.description());
    }
    if (!isOurs && !raw.whole.variables.isEmpty()) {
      left("told of “" + raw.name + "”: " + Attached.inWords(raw.whole.variables));
    }
    return Optional.of(new Source(raw.guid, raw.name, text.get(), raw.whole.variables, passages));
  }

  /// The text itself, or that of its file; empty, and told, where there is none.
  private Optional<String> text(Raw raw) throws IOException {
    if (raw.text.isPresent()) {
      return raw.text;
    }
    if (!raw.path.startsWith(INTERNAL)) {
      left(
          raw.path.isEmpty()
              ? "“" + raw.name + "”: " + raw.kind + " without words"
              : "“" + raw.name + "”: it is kept outside the project, in " + raw.path);
      return Optional.empty();
    }
    var name = QdpxArchive.bare(raw.path.substring(INTERNAL.length()).replaceFirst("^/+", ""));
    if (!archive.has(name)) {
      left("“" + raw.name + "”: the project has no file " + name);
      return Optional.empty();
    }
    var text = archive.text(name);
    if (text.isEmpty()) {
      left("“" + raw.name + "”: its text is not UTF-8");
    }
    // a mark of the byte order is no character of the text
    return text.map(one -> one.startsWith("\ufeff") && !isOurs ? one.substring(1) : one);
  }
}
