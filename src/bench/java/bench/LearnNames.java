package bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.tellings.extract.NameTrainer;
import org.tellings.extract.NameTrainer.Labelled;
import org.tellings.extract.NameTrainer.Name;
import org.tellings.model.Finding.EntityType;
import org.tellings.model.Span;

/// Learns the weights of names from texts in which every name is marked, or scores how good they
/// are.
///
/// Arguments: a folder of such texts (`*.txt`), the file to write, a number of folds, and files of
/// the same form that are certain. The texts are in the form of `gold/entities`; a name of the kind
/// `unsure` teaches nothing. The folder may hold `classes.tsv`, a word, its class and what it is in
/// lists of names a line (`-` for none); without it the classes of the file to write are kept. With
/// 0 folds the weights are learned of all and written; with more, each part of the last file is
/// scored by what was learned of all else, and nothing is written.
final class LearnNames {

  /// Traits met less often have no weight.
  private static final int LEAST = 6;

  /// How often a certain text is read for once that another is.
  private static final int COPIES = 16;

  private static final Pattern MARKED =
      Pattern.compile("\\[\\[(?<words>[^\\]]+)\\]\\]\\{(?<kind>[a-z]+)\\}");

  private LearnNames() {}

  public static void main(String[] args) throws IOException {
    var folder = Path.of(args[0]);
    var out = Path.of(args[1]);
    var folds = Integer.parseInt(args[2]);
    List<Labelled> texts = new ArrayList<>();
    try (var files = Files.list(folder)) {
      for (var file : files.filter(f -> f.toString().endsWith(".txt")).sorted().toList()) {
        texts.addAll(Headings.some(read(file)));
      }
    }
    List<Labelled> certain = new ArrayList<>();
    for (var i = 3; i < args.length - 1; i++) {
      certain.addAll(read(Path.of(args[i])));
    }
    var last = read(Path.of(args[args.length - 1]));
    var classes = classes(folder.resolve("classes.tsv"), out);
    var lists = lists(folder.resolve("names.tsv"));
    if (folds == 0) {
      certain.addAll(last);
      Files.writeString(out, learn(texts, certain, classes, lists));
      return;
    }
    TreeMap<String, int[]> counts = new TreeMap<>();
    for (var fold = 0; fold < folds; fold++) {
      List<Labelled> scored = new ArrayList<>();
      List<Labelled> learned = new ArrayList<>(certain);
      for (var i = 0; i < last.size(); i++) {
        (i % folds == fold ? scored : learned).add(last.get(i));
      }
      var file = learn(texts, learned, classes, lists);
      IO.println("fold " + fold + ": " + file.length() + " characters");
      scored.forEach(text -> score(text, file, counts));
    }
    counts.forEach(LearnNames::print);
  }

  private static String learn(
      List<Labelled> texts,
      List<Labelled> certain,
      String classes,
      Map<EntityType, List<String>> lists) {
    List<Labelled> all = new ArrayList<>(texts);
    all.addAll(Headings.copies(certain, COPIES, new Swaps(certain, lists)));
    return NameTrainer.train(all, classes, LEAST);
  }

  private static void score(Labelled text, String file, Map<String, int[]> counts) {
    Set<Name> wanted = new HashSet<>();
    text.names().forEach(name -> wanted.add(bare(name, text.text())));
    Set<Name> found = new HashSet<>();
    for (var mention : NameTrainer.names(text.text(), file)) {
      found.add(bare(new Name(mention.span(), Optional.of(mention.type())), text.text()));
    }
    for (var name : wanted) {
      count(name, 0, counts);
      if (found.contains(name)) {
        count(name, 2, counts);
      }
    }
    for (var name : found) {
      count(name, 1, counts);
    }
  }

  private static void count(Name name, int what, Map<String, int[]> counts) {
    var type = name.type().map(Enum::name).orElse("UNSURE");
    counts.computeIfAbsent(type, _ -> new int[3])[what]++;
    counts.computeIfAbsent("all", _ -> new int[3])[what]++;
  }

  private static void print(String type, int[] counts) {
    IO.println(
        String.format(
            Locale.ROOT,
            "%s: wanted %d, found %d, precision %.3f, recall %.3f, F1 %.3f",
            type,
            counts[0],
            counts[1],
            (double) counts[2] / Math.max(1, counts[1]),
            (double) counts[2] / Math.max(1, counts[0]),
            2.0 * counts[2] / Math.max(1, counts[0] + counts[1])));
  }

  /// Without an article at its beginning.
  private static Name bare(Name name, String text) {
    var span = name.span();
    return text.regionMatches(true, span.start(), "the ", 0, 4)
        ? new Name(new Span(span.start() + 4, span.end()), name.type())
        : name;
  }

  private static List<Labelled> read(Path file) throws IOException {
    List<Labelled> texts = new ArrayList<>();
    for (var paragraph : Files.readString(file).strip().split("\n\\s*\n")) {
      texts.add(read(paragraph.substring(paragraph.indexOf('\n') + 1)));
    }
    return texts;
  }

  private static Labelled read(String marked) {
    var matcher = MARKED.matcher(marked);
    var plain = new StringBuilder();
    List<Name> names = new ArrayList<>();
    var from = 0;
    while (matcher.find()) {
      plain.append(marked, from, matcher.start());
      var start = plain.length();
      plain.append(matcher.group("words"));
      var kind = matcher.group("kind").toUpperCase(Locale.ROOT);
      names.add(
          new Name(
              new Span(start, plain.length()),
              kind.equals("UNSURE") ? Optional.empty() : Optional.of(EntityType.valueOf(kind))));
      from = matcher.end();
    }
    return new Labelled(plain.append(marked.substring(from)).toString(), names);
  }

  /// Names of each kind; none where the file is not there.
  private static Map<EntityType, List<String>> lists(Path file) throws IOException {
    Map<EntityType, List<String>> lists = new EnumMap<>(EntityType.class);
    if (Files.exists(file)) {
      for (var line : Files.readAllLines(file)) {
        var fields = line.split("\t");
        lists
            .computeIfAbsent(
                EntityType.valueOf(fields[0].toUpperCase(Locale.ROOT)), _ -> new ArrayList<>())
            .add(fields[1]);
      }
    }
    return lists;
  }

  /// The lines of classes and lists, of `classes.tsv` or as they stand in the file of weights.
  private static String classes(Path file, Path weights) throws IOException {
    if (!Files.exists(file)) {
      return NameTrainer.classes(Files.readString(weights));
    }
    Map<String, List<String>> byName = new TreeMap<>();
    for (var line : Files.readAllLines(file)) {
      var fields = line.split("\t");
      for (var k = 1; k < 3; k++) {
        if (!fields[k].equals("-")) {
          byName
              .computeIfAbsent((k == 1 ? "class " : "listed ") + fields[k], _ -> new ArrayList<>())
              .add(fields[0]);
        }
      }
    }
    List<String> lines = new ArrayList<>();
    byName.forEach((name, words) -> lines.add(name + ": " + String.join(" ", words)));
    return String.join("\n", lines);
  }
}
