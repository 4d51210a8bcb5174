package org.tellings.workbench;

import static org.tellings.workbench.Workbench.trying;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tellings.coding.Codebook;
import org.tellings.coding.TakingIn;
import org.tellings.export.CodebookCsv;
import org.tellings.export.Qdc;
import org.tellings.model.Code;
import org.tellings.model.Coding;
import org.tellings.model.Edit;
import org.tellings.model.Target;
import org.tellings.store.Codings;
import org.tellings.store.Library;

/// The codebook of an open library, and what a person does with it.
///
/// Each change is one step that can be undone. The first change of what a code means after
/// something was coded gives the codebook another version; the former is kept as it was. Safe for
/// use from many threads; what cannot be done is refused with an [IllegalArgumentException] fit to
/// show.
public final class CodebookDesk {

  private final Workbench workbench;
  private final Library library;
  private final Codings codings;

  CodebookDesk(Workbench workbench, Library library) {
    this.workbench = workbench;
    this.library = library;
    this.codings = library.codings();
  }

  /// The codebook as it is now.
  public Codebook now() {
    return trying(() -> new Codebook(codings.codes()));
  }

  /// The number of the version in use, from 1.
  public int version() {
    return trying(codings::version);
  }

  /// The codebook as it was under a version, or is under the one in use.
  public Codebook version(int number) {
    return number == version()
        ? now()
        : new Codebook(
            trying(() -> codings.codes(number))
                .orElseThrow(
                    () -> new IllegalArgumentException("there is no codebook version " + number)));
  }

  /// So many codes a coder gave under a version (0: before versions were kept).
  public record Used(int version, String coder, int codings) {}

  /// How many codes each coder gave under each version, by version, then coder, as far as who works
  /// here may see it.
  public List<Used> used() {
    return trying(() -> codings.shown(codings.everything())).stream()
        .collect(
            Collectors.groupingBy(
                c -> new Used(c.version(), c.coder(), 0), Collectors.summingInt(_ -> 1)))
        .entrySet()
        .stream()
        .map(one -> new Used(one.getKey().version(), one.getKey().coder(), one.getValue()))
        .sorted(Comparator.comparing(Used::version).thenComparing(Used::coder))
        .toList();
  }

  /// How often each code was given, by its id, as far as who works here may see it.
  public Map<String, Integer> counts() {
    return trying(codings::counts);
  }

  /// The steps that changed a code, newest first.
  public List<Step> history(String called) {
    var id = now().find(called).map(Code::id).orElse(called);
    return trying(
        () -> {
          var steps = new Steps(library);
          return library.journalOfCode(id).stream().map(steps::of).toList();
        });
  }

  /// Refuses what no code or group is called, and no code that left the codebook.
  public void checkKnown(String called) {
    if (!now().has(called) && !ids().contains(called)) {
      throw new IllegalArgumentException("the codebook has no code or group " + called.strip());
    }
  }

  // -- changing --

  /// Puts a code in, or gives the one of this name (capitals make no difference) another key and
  /// meaning; a code that had the key loses it.
  public void define(Code code) {
    synchronized (workbench) {
      var name = now().called(code.name()).map(Code::name).orElse(code.name());
      step("Code “" + name + "”", now().define(code, ids()));
    }
  }

  /// Changes what a code means.
  public void describe(String called, Code.Sense sense) {
    synchronized (workbench) {
      var code = now().the(called);
      step("Described code “" + code.name() + "”", now().define(code.with(sense), ids()));
    }
  }

  public void rename(String called, String ownName) {
    synchronized (workbench) {
      step("Renamed code “" + name(called) + "”: " + ownName, now().rename(called, ownName));
    }
  }

  /// Takes a code or group to another group (empty: to the top), before one of that group or to its
  /// end.
  public void move(String called, String group, Optional<String> before) {
    synchronized (workbench) {
      step(
          "Moved code “"
              + name(called)
              + "” to "
              + (group.isBlank() ? "the top" : "“" + group + "”"),
          now().move(called, group, before));
    }
  }

  /// Makes two codes one; what was coded `from` is coded `into`. Returns how many codings moved, of
  /// those that may be seen.
  public int merge(String from, String into) {
    synchronized (workbench) {
      var book = now();
      var one = book.the(from);
      var other = book.the(into);
      var given = trying(() -> codings.given(one.id()));
      step(
          "Merged code “" + one.name() + "” into “" + other.name() + "”",
          book.merge(one, other, given, trying(() -> codings.given(other.id()))));
      return trying(() -> codings.shown(given)).size();
    }
  }

  /// Makes a code beside another and gives it to these in the place of the other, whoever coded
  /// them. Words that only those coded whose codes may not be seen yet are none that can be named.
  /// Returns how many codings moved, of those that may be seen.
  public int split(String called, String ownName, List<Target> moving) {
    synchronized (workbench) {
      var book = now();
      var code = book.the(called);
      var given = trying(() -> codings.given(code.id()));
      var shown = trying(() -> codings.shown(given));
      for (var target : moving) {
        if (shown.stream().noneMatch(coding -> coding.target().equals(target))) {
          throw new IllegalArgumentException(target + " is not coded “" + code.name() + "”");
        }
      }
      var leaving = given.stream().filter(c -> moving.contains(c.target())).toList();
      step(
          "Split code “" + code.name() + "”: " + ownName,
          book.split(code, ownName, leaving, ids()));
      return (int) shown.stream().filter(leaving::contains).count();
    }
  }

  public void retire(String called) {
    synchronized (workbench) {
      var code = now().the(called);
      step("Retired code “" + code.name() + "”", now().retire(code));
    }
  }

  public void bringBack(String called) {
    synchronized (workbench) {
      var code = now().the(called);
      step("Brought back code “" + code.name() + "”", now().bringBack(code));
    }
  }

  /// Takes a code out; one that was given somewhere is retired instead, so that it keeps its name
  /// there. Returns whether it was retired.
  public boolean remove(String called) {
    synchronized (workbench) {
      var book = now();
      var code = book.the(called);
      var isGiven = !trying(() -> codings.given(code.id())).isEmpty();
      step(
          "Took code “" + code.name() + "” out of the codebook",
          isGiven
              ? book.retire(code)
              : List.of(new Edit.Defined(Optional.of(code), Optional.empty())));
      return isGiven;
    }
  }

  /// Takes in the codes of another codebook, in one step. Returns how many came in or changed.
  public int takeIn(List<Code> codes, String from) {
    synchronized (workbench) {
      var edits = new TakingIn(now(), codes, ids()).edits();
      step(Words.count("Took in", edits.size(), "code") + " of " + from, edits);
      return edits.size();
    }
  }

  // -- files --

  /// Whether a file's name says that it is a codebook: `.qdc` or `.csv`.
  public static boolean isCodebook(Path file) {
    var name = String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT);
    return name.endsWith(".qdc") || name.endsWith(".csv");
  }

  /// Writes the codebook into a file: REFI-QDA when its name ends in `.qdc`, else csv.
  public void write(Path file) {
    Workbench.write(text(isQdc(file)), file);
  }

  /// The codebook as REFI-QDA or csv.
  public String text(boolean isQdc) {
    if (isQdc && now().codes().isEmpty()) {
      throw new IllegalArgumentException(
          "the codebook has no codes yet, and REFI-QDA has no codebook without any");
    }
    return isQdc ? Qdc.of(now().codes()) : CodebookCsv.of(now().codes());
  }

  /// Takes in the codebook in a file, in one step: what is here under the same name, or came from
  /// the same code, gets what it means there. Returns how many codes came in or changed.
  public int read(Path file) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + file + ": " + Words.unread(file, e), e);
    }
    return takeIn(
        isQdc(file) ? Qdc.read(text) : CodebookCsv.read(text), String.valueOf(file.getFileName()));
  }

  private static boolean isQdc(Path file) {
    return String.valueOf(file).toLowerCase(Locale.ROOT).endsWith(".qdc");
  }

  /// The whole name of a code or group that is called so.
  private String name(String called) {
    return now().find(called).map(Code::name).orElse(called.strip());
  }

  private Set<String> ids() {
    return trying(codings::ids);
  }

  private void step(String words, List<Edit> edits) {
    if (edits.isEmpty()) {
      return;
    }
    var all = withVersion(edits);
    workbench.step(words, all.size() == 1 ? all.getFirst() : new Edit.Together(words, all));
  }

  /// These edits of the codebook, and the closing of its version where they make another.
  List<Edit> withVersion(List<Edit> edits) {
    var version = version();
    List<Edit> all = new ArrayList<>();
    if (Codebook.isAnother(edits)
        && trying(codings::used).stream().anyMatch(used -> used.version() == version)) {
      all.add(new Edit.Closed(version, now().codes(), true));
    }
    all.addAll(edits);
    return all;
  }

  /// What was coded with a code, as far as who works here may see it.
  public List<Coding> given(String called) {
    var code = now().the(called);
    return trying(() -> codings.shown(codings.given(code.id())));
  }
}
