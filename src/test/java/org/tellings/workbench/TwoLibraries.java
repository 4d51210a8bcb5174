package org.tellings.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;
import org.tellings.model.Code;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Segment;
import org.tellings.model.Span;
import org.tellings.model.Waiting;
import org.tellings.workbench.MergeDesk.Choice;

/// Two libraries of a case, in one folder of its own.
abstract class TwoLibraries {

  static final Progress QUIET = Progress.none();

  @TempDir Path folder;

  Path texts() throws IOException {
    var in = Files.createDirectories(folder.resolve("in"));
    Files.writeString(
        in.resolve("a.txt"),
        "“We never saw a cheaper weir,” said Ada Ortiz on Monday.\nIt cost 5 million crowns.\n");
    Files.writeString(
        in.resolve("b.txt"),
        "Ada Ortiz said on 27 January 2025 that the weir cost 6 million crowns, not 5 million.\n");
    return in;
  }

  Workbench open(String name) {
    return Workbench.open(folder.resolve(name), true, QUIET);
  }

  Workbench filled(String name) throws IOException {
    var workbench = open(name);
    workbench.add(List.of(texts()), QUIET);
    return workbench;
  }

  Path copied(String from, String to) throws IOException {
    var source = folder.resolve(from);
    var target = folder.resolve(to);
    try (var all = Files.walk(source)) {
      for (var one : all.toList()) {
        Files.copy(one, target.resolve(source.relativize(one).toString()));
      }
    }
    return target;
  }

  static MergeDesk.Merged merge(Workbench into, Path from) {
    return into.merging().merge(from, false, QUIET).orElseThrow();
  }

  private int packs;

  /// A pack of all that stands in a library, in a file.
  Path pack(Workbench workbench) throws IOException {
    return Files.writeString(folder.resolve("pack-" + packs++ + ".pack"), workbench.pack(QUIET));
  }

  /// “We never”, the first words of the first article.
  static Segment words(Workbench workbench) {
    return new Segment(workbench.resolve("a.txt").orElseThrow(), new Span(1, 9));
  }

  static Code code(Workbench workbench, String name) {
    return workbench.codebook().now().the(name);
  }

  /// `We never MK harbour`: words, coder, code.
  static List<String> codings(Workbench workbench) {
    return workbench.coding().list(CodingDesk.Filter.ALL).stream()
        .map(c -> c.words() + " " + c.coding().coder() + " " + c.code())
        .sorted()
        .toList();
  }

  /// What M gave, took back and gave again in the first is in conflict in the second; neither M nor
  /// T has finished.
  static void conflictOfM(Workbench one, Workbench two) throws IOException {
    one.coder("M");
    two.coder("M");
    one.define(new Code("Secret", 0));
    one.coding().enrol("M", true);
    one.coding().enrol("T", true);
    one.coding().give(List.of(words(one)), "Secret", true);
    merge(two, one.folder());
    two.coding().give(List.of(words(two)), "Secret", false);
    one.codebook().describe("Secret", new Code.Sense("now defined", "", "", "", ""));
    one.coding().give(List.of(words(one)), "Secret", false);
    one.coding().give(List.of(words(one)), "Secret", true);
    merge(two, one.folder());
  }

  static FindingId first(Workbench workbench, String file, Kind kind) {
    return workbench.findings(workbench.resolve(file).orElseThrow()).stream()
        .map(Kept::id)
        .filter(id -> id.kind() == kind)
        .findFirst()
        .orElseThrow();
  }

  interface Act {
    void on(Workbench one, Workbench two) throws IOException;
  }

  /// Two copies of a library with a codebook, the first Ann's, the second Bob's.
  void copies(Act act) throws IOException {
    try (var base = filled("base")) {
      base.coder("Base");
      base.define(new Code("Shown", 0));
      base.define(new Code("Told", 0));
      base.define(new Code("Never", 0));
      base.coding().give(List.of(words(base)), "Shown", true);
    }
    copied("base", "ann");
    copied("base", "bob");
    try (var ann = open("ann");
        var bob = open("bob")) {
      ann.coder("Ann");
      bob.coder("Bob");
      act.on(ann, bob);
    }
  }

  static FindingId quote(Workbench workbench) {
    return first(workbench, "a.txt", Kind.QUOTE);
  }

  static List<String> waiting(Workbench workbench) {
    return workbench.merging().waiting().stream().map(Waiting::words).toList();
  }

  static void settleAll(Workbench workbench, Choice choice) {
    workbench
        .merging()
        .settle(workbench.merging().waiting().stream().map(Waiting::id).toList(), choice);
  }

  static Code.Sense definition(String text) {
    return new Code.Sense(text, "", "", "", "");
  }

  Path from(Workbench workbench, boolean byPack) throws IOException {
    return byPack ? pack(workbench) : workbench.folder();
  }
}
