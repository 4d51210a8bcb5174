package org.tellings.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PushbackInputStream;
import java.io.Reader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/// Words for XML 1.0, and a reader that never opens another file.
public final class Xml {

  /// Characters that XML 1.0 has no way to write.
  private static final Pattern NO_TEXT =
      Pattern.compile("[\\x00-\\x08\\x0b\\x0c\\x0e-\\x1f\\ufffe\\uffff\\p{Cs}]");

  /// How far the declaration of an encoding is looked for, in bytes.
  private static final int HEAD = 256;

  private static final Pattern ENCODING =
      Pattern.compile("<\\?xml[^>]{0,100}?encoding=[\"'](?<name>[A-Za-z0-9._-]{1,40})");

  private Xml() {}

  /// For the content of an element. What XML cannot hold becomes U+FFFD.
  ///
  /// A parser gives carriage returns back as they were only where they are written as numbers.
  public static String text(String text) {
    return NO_TEXT
        .matcher(text)
        .replaceAll("\ufffd")
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("\r", "&#13;");
  }

  /// For an attribute between double quotes, where line ends and tabs too are written as numbers.
  public static String attribute(String text) {
    return text(text).replace("\n", "&#10;").replace("\t", "&#9;");
  }

  public static XMLStreamReader reader(Reader in) throws XMLStreamException {
    return factory().createXMLStreamReader(in);
  }

  /// Of bytes in the encoding that the file says it has, else in UTF-8. They are decoded here, as
  /// the parser of the JDK writes to the standard error about bytes that are no characters.
  static XMLStreamReader reader(InputStream in) throws XMLStreamException, IOException {
    var ahead = new PushbackInputStream(in, HEAD);
    var head = ahead.readNBytes(HEAD);
    var start = new String(head, StandardCharsets.ISO_8859_1);
    var mark = start.startsWith("\u00ef\u00bb\u00bf") ? 3 : 0;
    ahead.unread(head, mark, head.length - mark);
    var declared = ENCODING.matcher(start.substring(mark));
    var isWide = start.startsWith("\u00fe\u00ff") || start.startsWith("\u00ff\u00fe");
    var name =
        isWide
            ? "UTF-16"
            : start.startsWith("<\0")
                ? "UTF-16LE"
                : start.startsWith("\0<")
                    ? "UTF-16BE"
                    : mark == 0 && declared.lookingAt() ? declared.group("name") : "UTF-8";
    return reader(new InputStreamReader(ahead, charset(name).newDecoder()));
  }

  private static Charset charset(String name) {
    try {
      return Charset.forName(name);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("the encoding " + name + " is not known", e);
    }
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.IS_COALESCING, true); // a text is one text
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    return factory;
  }

  /// Leaves the element that begins here, with all that is in it.
  public static void skip(XMLStreamReader in) throws XMLStreamException {
    for (var depth = 1; depth > 0; ) {
      var event = in.next();
      depth +=
          event == XMLStreamConstants.START_ELEMENT
              ? 1
              : event == XMLStreamConstants.END_ELEMENT ? -1 : 0;
    }
  }

  /// `line 12`, where that is known.
  static String where(XMLStreamException e) {
    return e.getLocation() == null ? "a part" : "line " + e.getLocation().getLineNumber();
  }

  /// The value of an attribute; empty when there is none.
  static String attribute(XMLStreamReader in, String name) {
    @Nullable String value = in.getAttributeValue(null, name);
    return Optional.ofNullable(value).orElse("");
  }

  /// A GUID as all programs write it in the end: small letters, no braces.
  static String guid(XMLStreamReader in, String name) {
    return attribute(in, name).strip().replaceAll("[{}]", "").toLowerCase(Locale.ROOT);
  }
}
