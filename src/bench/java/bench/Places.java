package bench;

import java.util.ArrayList;

/// Where the characters of a read text stand in the file it came from.
final class Places {

  private Places() {}

  /// For each character of the article its place in the file, whose white space the reader changed.
  static int[] of(String text, String file) {
    var bare = new StringBuilder();
    var at = new ArrayList<Integer>();
    for (var i = 0; i < file.length(); i++) {
      if (!isSpace(file.charAt(i))) {
        bare.append(file.charAt(i));
        at.add(i);
      }
    }
    var places = new int[text.length()];
    var from = 0;
    var start = 0;
    while (start < text.length()) {
      var end = text.indexOf("\n\n", start) < 0 ? text.length() : text.indexOf("\n\n", start);
      var paragraph = new StringBuilder();
      text.substring(start, end)
          .chars()
          .filter(c -> !isSpace((char) c))
          .forEach(c -> paragraph.append((char) c));
      var found = bare.indexOf(paragraph.toString(), from);
      if (found < 0) {
        throw new IllegalStateException("not in the file: " + text.substring(start, end));
      }
      for (var i = start; i < end; i++) {
        places[i] = at.get(Math.min(found, at.size() - 1));
        found += isSpace(text.charAt(i)) ? 0 : 1;
      }
      from = found;
      start = end + 2;
    }
    return places;
  }

  private static boolean isSpace(char c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || c == '\u200b'
        || c == '\ufeff'
        || c == '\u00ad';
  }
}
