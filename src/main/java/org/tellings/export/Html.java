package org.tellings.export;

/// Words for a page of HTML.
public final class Html {

  private Html() {}

  /// With the signs replaced that mean something in HTML, within an attribute too.
  public static String escaped(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
