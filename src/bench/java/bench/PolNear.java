package bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The labelled articles of the PolNeAR set: who says what, with offsets in UTF-16 of the file.
///
/// Of several people who labelled an article the first by file name counts.
final class PolNear {

  /// Marks and white space that do not count at the ends of a span.
  private static final String AROUND = " \t\r\n“”\"‘’'`,.;:!?—–-…()[]";

  private static final Pattern LINE =
      Pattern.compile(
          "(?<id>T\\d+)\t(?<role>[A-Za-z-]+) (?<places>[\\d; ]+)(?:\t.*)?", Pattern.DOTALL);

  private static final Pattern NAMED = Pattern.compile("\\b[A-Z][a-z]");

  private static final List<String> PRONOUNS =
      List.of(
          "he", "she", "they", "it", "i", "we", "you", "him", "her", "them", "his", "who", "He",
          "She", "They", "It", "I", "We", "You", "Who");

  private PolNear() {}

  /// A half-open stretch of a file's text.
  record Stretch(int from, int to) {

    String in(String text) {
      return text.substring(from, to);
    }

    int shared(Stretch other) {
      return Math.min(to, other.to) - Math.max(from, other.from);
    }
  }

  enum Form {
    DIRECT,
    MIXED,
    INDIRECT
  }

  /// What the source's words are.
  enum Source {
    NONE,
    NAMED,
    PRONOUN,
    NOMINAL
  }

  /// One attribution: its content from first to last, the parts and the quoted stretches in it, who
  /// says it, the words that say so.
  record Said(
      Form form,
      Stretch content,
      List<Stretch> parts,
      List<Stretch> quoted,
      List<Stretch> source,
      List<Stretch> cue) {

    Source kind(String text) {
      if (source.isEmpty()) {
        return Source.NONE;
      }
      var words = new StringBuilder();
      source.forEach(part -> words.append(part.in(text)).append(' '));
      var printed = words.toString().strip();
      if (PRONOUNS.contains(printed)) {
        return Source.PRONOUN;
      }
      return NAMED.matcher(printed).find() ? Source.NAMED : Source.NOMINAL;
    }
  }

  record Labelled(String name, String text, List<Said> said) {}

  /// The articles of a part (`train`, `dev`), in the order of their names.
  static List<Labelled> read(Path data, String part) throws IOException {
    var folder = Sets.in(data, "polnear/data/" + part, "networkdynamics/PolNeAR");
    Map<String, Path> first = new TreeMap<>();
    try (var files = Files.list(folder.resolve("attributions"))) {
      files
          .filter(file -> file.toString().endsWith(".ann"))
          .sorted(Comparator.comparing(Path::toString))
          .forEach(
              file -> {
                var name = file.getFileName().toString();
                first.putIfAbsent(name.substring(0, name.lastIndexOf('_')), file);
              });
    }
    List<Labelled> all = new ArrayList<>();
    for (var entry : first.entrySet()) {
      var text = text(folder.resolve("text").resolve(entry.getKey() + ".txt"));
      all.add(new Labelled(entry.getKey(), text, said(text, text(entry.getValue()))));
    }
    return all;
  }

  private static String text(Path file) throws IOException {
    return Files.readString(file, StandardCharsets.UTF_8);
  }

  private static List<Said> said(String text, String marks) {
    Map<String, String> roles = new HashMap<>();
    Map<String, List<Stretch>> places = new HashMap<>();
    List<Said> all = new ArrayList<>();
    var points = points(text);
    var regions = regions(text);
    var lines = marks.split("\n");
    for (var line : lines) {
      var match = LINE.matcher(line);
      if (match.matches()) {
        List<Stretch> parts = new ArrayList<>();
        for (var part : match.group("places").split(";")) {
          var ends = part.strip().split(" ");
          parts.add(
              new Stretch(points[Integer.parseInt(ends[0])], points[Integer.parseInt(ends[1])]));
        }
        roles.put(match.group("id"), match.group("role"));
        places.put(match.group("id"), parts);
      }
    }
    for (var line : lines) {
      if (line.startsWith("E") && line.indexOf('\t') > 0) {
        Map<String, List<Stretch>> by = new HashMap<>();
        for (var pair : line.substring(line.indexOf('\t') + 1).split("\\s+")) {
          var colon = pair.indexOf(':');
          if (colon > 0) {
            by.computeIfAbsent(
                    pair.substring(0, colon).replaceAll("\\d+$", ""), _ -> new ArrayList<>())
                .addAll(places.getOrDefault(pair.substring(colon + 1), List.of()));
          }
        }
        by.values()
            .forEach(
                parts ->
                    parts.sort(
                        Comparator.comparingInt(Stretch::from).thenComparingInt(Stretch::to)));
        if (by.containsKey("Content") && !by.get("Content").isEmpty()) {
          all.add(said(text, regions, by));
        }
      }
    }
    return all;
  }

  private static Said said(String text, List<Stretch> regions, Map<String, List<Stretch>> by) {
    var content = by.get("Content");
    var signs = 0;
    var marked = 0;
    List<Stretch> quoted = new ArrayList<>();
    for (var part : content) {
      for (var i = part.from(); i < part.to(); i++) {
        if (!Character.isWhitespace(text.charAt(i))) {
          signs++;
          var at = i;
          marked += regions.stream().anyMatch(r -> r.from() <= at && at < r.to()) ? 1 : 0;
        }
      }
      for (var region : regions) {
        var from = Math.max(part.from(), region.from());
        var to = Math.min(part.to(), region.to());
        if (from < to) {
          var bare = bare(text, from, to);
          if (bare.to() > bare.from() && hasLetter(bare.in(text))) {
            quoted.add(bare);
          }
        }
      }
    }
    var share = marked / (double) Math.max(1, signs);
    return new Said(
        share >= 0.9 ? Form.DIRECT : share > 0 ? Form.MIXED : Form.INDIRECT,
        bare(text, content.getFirst().from(), content.getLast().to()),
        content.stream().map(part -> bare(text, part.from(), part.to())).toList(),
        quoted,
        by.getOrDefault("Source", List.of()),
        by.getOrDefault("Cue", List.of()));
  }

  private static boolean hasLetter(String words) {
    return words.chars().anyMatch(c -> Character.isLetterOrDigit(c) || c == '_');
  }

  /// A stretch without the marks and white space at its ends; it may come out empty.
  static Stretch bare(String text, int from, int to) {
    var b = from;
    var e = to;
    while (b < e && AROUND.indexOf(text.charAt(b)) >= 0) {
      b++;
    }
    while (e > b && AROUND.indexOf(text.charAt(e - 1)) >= 0) {
      e--;
    }
    return new Stretch(b, e);
  }

  /// The UTF-16 offset of each code point, and of the end.
  private static int[] points(String text) {
    var points = new int[text.codePointCount(0, text.length()) + 1];
    var at = 0;
    for (var i = 0; i < points.length; i++) {
      points[i] = at;
      at += at < text.length() ? Character.charCount(text.codePointAt(at)) : 0;
    }
    return points;
  }

  /// What stands between double marks, marks included; a mark left open closes with its paragraph.
  static List<Stretch> regions(String text) {
    LinkedHashSet<Stretch> found = new LinkedHashSet<>();
    var start = 0;
    while (start < text.length()) {
      var end = text.indexOf('\n', start);
      end = end < 0 ? text.length() : end;
      var open = -1;
      for (var i = start; i < end; i++) {
        var c = text.charAt(i);
        if (c == '“' || c == '"' && open < 0) {
          open = open < 0 ? i : open;
        } else if ((c == '”' || c == '"') && open >= 0) {
          found.add(new Stretch(open, i + 1));
          open = -1;
        }
      }
      if (open >= 0 && end - open > 1) {
        found.add(new Stretch(open, open + text.substring(open, end).stripTrailing().length()));
      }
      start = end + 1;
    }
    return List.copyOf(found);
  }
}
