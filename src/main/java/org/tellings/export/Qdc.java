package org.tellings.export;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.tellings.coding.Codebook;
import org.tellings.coding.Codebook.Branch;
import org.tellings.model.Code;
import org.tellings.model.Code.Sense;

/// A codebook as a QDC file of the REFI-QDA standard 1.5, for other programs that code, and back.
///
/// The format has one description a code. What it has no field for (when to use, when not,
/// examples, memo, key, retired) stands in the description in sections, each under a line of its
/// own, and is taken apart again when read. A line of a text that looks like such a heading is
/// moved in by one space. A name that is too long for a code here is shortened when read, and
/// stands whole before its definition; of codes of one name (capitals make no difference) in one
/// group all but the first get a number. Sets of codes are not kept. No external entity is ever
/// read.
public final class Qdc {

  private static final String NAMESPACE = "urn:QDA-XML:codebook:1.0";

  private static final List<String> SECTIONS =
      List.of("When to use:", "When not to use:", "Examples:", "Memo:", "Key:", "Retired:");

  private static final Pattern HEADING =
      Pattern.compile(" *(?:" + String.join("|", SECTIONS) + ")\r?");

  private static final int LONGEST_NAME = 80;

  /// Of a name, for the number that tells it from another.
  private static final int ROOM = 8;

  private Qdc() {}

  // -- out --

  public static String of(List<Code> codes) {
    var out = new StringBuilder();
    out.append("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n")
        .append("<CodeBook xmlns=\"" + NAMESPACE + "\"")
        .append(" xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"")
        .append(" xsi:schemaLocation=\"" + NAMESPACE)
        .append(" http://schema.qdasoftware.org/versions/Codebook/v1.0/Codebook.xsd\"")
        .append(" origin=\"Tellings\">\n<Codes>\n");
    new Codebook(codes).tree().forEach(branch -> write(branch, Map.of(), out));
    return out.append("</Codes>\n</CodeBook>\n").toString();
  }

  /// Writes a code, and those in it, each with a reference to its note in `notes` (both by GUIDs).
  static void write(Branch branch, Map<String, String> notes, StringBuilder out) {
    var code = branch.code().orElseGet(() -> new Code(branch.path(), 0).as(Code.Use.GROUP));
    out.append("<Code guid=\"")
        .append(code.guid())
        .append("\" name=\"")
        .append(Xml.text(branch.ownName()))
        .append("\" isCodable=\"")
        .append(code.use() != Code.Use.GROUP)
        .append(code.colour().isEmpty() ? "" : "\" color=\"" + code.colour())
        .append("\">");
    var description = description(code);
    if (!description.isEmpty()) {
      out.append("<Description>").append(Xml.text(description)).append("</Description>");
    }
    Optional.ofNullable(notes.get(code.guid()))
        .ifPresent(note -> out.append("<NoteRef targetGUID=\"").append(note).append("\"/>"));
    branch.below().forEach(below -> write(below, notes, out));
    out.append("</Code>\n");
  }

  private static String description(Code code) {
    var sense = code.sense();
    var text = new StringBuilder(guarded(sense.definition()));
    section(text, SECTIONS.get(0), sense.when());
    section(text, SECTIONS.get(1), sense.whenNot());
    section(text, SECTIONS.get(2), sense.examples());
    section(text, SECTIONS.get(3), sense.memo());
    section(text, SECTIONS.get(4), code.key() == 0 ? "" : Integer.toString(code.key()));
    section(text, SECTIONS.get(5), code.use() == Code.Use.RETIRED ? "yes" : "");
    return text.toString();
  }

  private static void section(StringBuilder text, String heading, String words) {
    if (!words.isEmpty()) {
      text.append('\n').append(heading).append('\n').append(guarded(words));
    }
  }

  private static String guarded(String words) {
    var lines = new ArrayList<String>();
    for (var line : words.split("\n", -1)) {
      lines.add(HEADING.matcher(line).matches() ? " " + line : line);
    }
    return String.join("\n", lines);
  }

  // -- in --

  /// The codes in a file, those of groups too, in its order. Why it cannot be read is told by an
  /// [IllegalArgumentException].
  public static List<Code> read(String xml) {
    var codes = new Reading((_, _) -> {});
    try {
      var in = Xml.reader(new StringReader(xml.replaceFirst("^\ufeff", "")));
      var isCodebook = false;
      while (in.hasNext()) {
        if (in.next() == XMLStreamConstants.START_ELEMENT) {
          isCodebook |= in.getLocalName().equals("CodeBook");
          if (isCodebook && in.getLocalName().equals("Code")) {
            code(in, "", codes);
          }
        }
      }
      if (!isCodebook) {
        throw new IllegalArgumentException("this file is no codebook: it has no CodeBook");
      }
    } catch (XMLStreamException e) {
      throw new IllegalArgumentException(
          "this codebook cannot be read: " + Xml.where(e) + " is no XML as it should be", e);
    }
    return codes.read();
  }

  /// Takes a note that a code refers to, both by their GUIDs.
  interface Noting {
    void note(String code, String note);
  }

  /// The codes that were read so far. One object reads one file.
  static final class Reading {

    private final Noting noting;
    private final List<Code> codes = new ArrayList<>();
    private final Set<String> paths = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    Reading(Noting noting) {
      this.noting = noting;
    }

    /// All of them, with their places.
    List<Code> read() {
      return IntStream.range(0, codes.size()).mapToObj(i -> codes.get(i).at(i + 1)).toList();
    }

    /// A name as a code has it: one line of at most 80 characters, another than those beside it.
    private String ownName(String name, String group) {
      var one = name.replace(Code.BETWEEN, " / ").replaceAll("\\p{Cntrl}+", " ").strip();
      var tried = one.isEmpty() ? "(no name)" : shortened(one, LONGEST_NAME);
      var own = tried;
      var base = shortened(tried, LONGEST_NAME - ROOM);
      while (!paths.add(Code.path(group, own).toLowerCase(Locale.ROOT))) {
        // those before the last number are taken
        own =
            base
                + " ("
                + numbers.merge(Code.path(group, base).toLowerCase(Locale.ROOT), 2, (n, _) -> n + 1)
                + ")";
      }
      return own;
    }
  }

  /// Reads the code that begins here, and those in it, each group before its members.
  static void code(XMLStreamReader in, String group, Reading reading) throws XMLStreamException {
    var codes = reading.codes;
    var guid = Xml.guid(in, "guid");
    var called = Xml.attribute(in, "name");
    var own = reading.ownName(called, group);
    var name = Code.path(group, own);
    var isGroup = Xml.attribute(in, "isCodable").matches("false|0");
    var colour = Xml.attribute(in, "color");
    var at = codes.size();
    var description = "";
    for (var event = in.next(); event != XMLStreamConstants.END_ELEMENT; event = in.next()) {
      if (event == XMLStreamConstants.START_ELEMENT) {
        switch (in.getLocalName()) {
          case "Description" -> description = in.getElementText();
          case "Code" -> code(in, name, reading);
          case "NoteRef" -> {
            reading.noting.note(guid, Xml.guid(in, "targetGUID"));
            Xml.skip(in);
          }
          default -> Xml.skip(in);
        }
      }
    }
    if (own.endsWith("…") && !called.strip().equals(own)) {
      description = called.strip() + (description.isEmpty() ? "" : "\n" + description);
    }
    codes.add(at, code(guid, name, isGroup, colour, parts(description)));
  }

  /// At most so many UTF-16 units of a name, the last an ellipsis where it is longer.
  public static String shortened(String name, int most) {
    if (name.length() <= most) {
      return name;
    }
    var end = Character.isHighSurrogate(name.charAt(most - 2)) ? most - 2 : most - 1;
    return name.substring(0, end) + "…";
  }

  private static Code code(
      String guid, String name, boolean isGroup, String colour, Map<String, String> parts) {
    var key = parts.getOrDefault(SECTIONS.get(4), "");
    var use =
        isGroup
            ? Code.Use.GROUP
            : parts.containsKey(SECTIONS.get(5)) ? Code.Use.RETIRED : Code.Use.GIVEN;
    return new Code(
        guid.isEmpty() ? name : guid,
        name,
        key.matches("[1-9]") ? Integer.parseInt(key) : 0,
        0,
        use,
        colour(colour),
        new Sense(
            parts.getOrDefault("", ""),
            parts.getOrDefault(SECTIONS.get(0), ""),
            parts.getOrDefault(SECTIONS.get(1), ""),
            parts.getOrDefault(SECTIONS.get(2), ""),
            parts.getOrDefault(SECTIONS.get(3), "")));
  }

  /// With six digits: the standard has colours of three too (`#fa0` is `#ffaa00`).
  private static String colour(String colour) {
    return colour.matches("#[0-9a-fA-F]{6}")
        ? colour
        : colour.matches("#[0-9a-fA-F]{3}") ? colour.replaceAll("([0-9a-fA-F])", "$1$1") : "";
  }

  /// The sections of a description by their headings; what stands before them has none.
  private static Map<String, String> parts(String description) {
    Map<String, String> parts = new LinkedHashMap<>();
    var heading = "";
    List<String> lines = new ArrayList<>();
    for (var line : description.split("\n", -1)) {
      if (SECTIONS.contains(line)) {
        parts.put(heading, String.join("\n", lines));
        lines.clear();
        heading = line;
      } else {
        lines.add(
            line.startsWith(" ") && HEADING.matcher(line).matches() ? line.substring(1) : line);
      }
    }
    parts.put(heading, String.join("\n", lines));
    return parts;
  }
}
