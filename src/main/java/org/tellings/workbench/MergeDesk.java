package org.tellings.workbench;

import static org.tellings.workbench.Workbench.trying;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Edit;
import org.tellings.model.FindingId;
import org.tellings.model.Summary;
import org.tellings.model.Waiting;
import org.tellings.store.EditRow;
import org.tellings.store.Library;

/// Other libraries and packs put into this one, and what of them waits to be settled.
///
/// A merge is one step that can be undone. Nothing is dropped: what is decided otherwise here is
/// laid aside as a conflict, what finds no place here waits for its article. Safe for use from many
/// threads.
public final class MergeDesk {

  private final Workbench workbench;
  private final Library library;

  MergeDesk(Workbench workbench, Library library) {
    this.workbench = workbench;
    this.library = library;
  }

  /// What came of a merge: so many `articles` came, and so many decisions, codes and notes were
  /// `taken`; so many stood here `already`. `conflicts` wait for a person's word, `lost` for their
  /// article; `takenBack` says what was taken back there and is here now too, `unfound` which
  /// findings the machine does not find here, `bad` what could not be read.
  ///
  /// Of the decisions of a pack `exact` stand at the very characters and `moved` elsewhere.
  public record Merged(
      String words,
      int articles,
      int taken,
      int already,
      int exact,
      int moved,
      List<Waiting> conflicts,
      List<Waiting> lost,
      List<String> takenBack,
      List<FindingId> unfound,
      List<String> bad) {
    public Merged {
      conflicts = List.copyOf(conflicts);
      lost = List.copyOf(lost);
      takenBack = List.copyOf(takenBack);
      unfound = List.copyOf(unfound);
      bad = List.copyOf(bad);
    }
  }

  /// Refuses what is not there, before anything is changed.
  public static void refuse(List<Path> sources) {
    for (var source : sources) {
      if (!Files.exists(source)) {
        throw new IllegalArgumentException("there is no " + source + "; nothing was changed");
      }
    }
  }

  /// Puts another library (a folder) or a pack (a file) into this one. With `isPreview` it only
  /// says what would come of it. Empty when `progress` cancelled it; then nothing was changed. What
  /// is no library and no pack is refused with an [IllegalArgumentException].
  public Optional<Merged> merge(Path source, boolean isPreview, Progress progress) {
    synchronized (workbench) {
      return Files.isDirectory(source)
          ? library(source, isPreview, progress)
          : Optional.of(pack(source, isPreview));
    }
  }

  // -- a library --

  private Optional<Merged> library(Path folder, boolean isPreview, Progress progress) {
    var at = folder.toAbsolutePath().normalize();
    if (at.equals(workbench.folder().toAbsolutePath().normalize())) {
      throw new IllegalArgumentException("a library cannot be merged with itself: " + folder);
    }
    if (!Files.exists(at.resolve("library.db"))) {
      throw new IllegalArgumentException("there is no library in " + folder);
    }
    return trying(
        () -> {
          try (var there = Library.visit(at)) {
            var before = workbench.articles().stream().map(Summary::id).collect(Collectors.toSet());
            var merged = merged(there, String.valueOf(at.getFileName()), isPreview, progress);
            attach(
                workbench.articles().stream()
                    .map(Summary::id)
                    .filter(id -> !before.contains(id))
                    .toList());
            return merged;
          }
        });
  }

  private Optional<Merged> merged(
      Library there, String name, boolean isPreview, Progress progress) {
    progress.at(0, 3, "reading " + name);
    var merging =
        merging(
            new Merging.Other(
                name, Standing.of(there), CodesMerging.Books.of(there), Versions.of(there), false));
    var edits = Arriving.together(merging.edits());
    var coming = Arriving.in(edits);
    var taken = (int) edits.stream().filter(e -> counts(e)).count();
    var words =
        "Merged library “"
            + name
            + "”: "
            + Words.count("", coming.size(), "article").strip()
            + ", "
            + Words.count("", taken, "decision").strip()
            + outOfSight(edits)
            + (merging.conflicts().isEmpty()
                ? ""
                : "; " + Words.count("", merging.conflicts().size(), "conflict").strip());
    if (progress.isCancelled()) {
      return Optional.empty();
    }
    edits.addAll(merging.learned());
    var conflicts =
        shown(
            merging.conflicts(), merging.edits()); // before the step: of codes that go with it, too
    var takenBack = told(merging.takenBack());
    if (!isPreview && !edits.isEmpty()) {
      progress.at(1, 3, "merging");
      workbench.step(
          words,
          l -> {
            Arriving.take(l, there, coming, progress);
            return new Edit.Together(words, edits);
          });
      progress.at(3, 3, "done");
    }
    return Optional.of(
        new Merged(
            words,
            coming.size(),
            taken,
            merging.already(),
            0,
            0,
            conflicts,
            List.of(),
            takenBack,
            List.of(),
            List.of()));
  }

  private Merging merging(Merging.Other other) {
    return merging(Versions.of(library), other);
  }

  private Merging merging(Versions mine, Merging.Other other) {
    return new Merging(library, Standing.of(library), mine, Aside.letGo(library), other).run();
  }

  /// How many of these decisions are about articles that were taken out here, and nothing is shown
  /// of; empty where none are.
  private String outOfSight(List<Edit> edits) {
    Set<ArticleId> here = new HashSet<>(library.articles());
    here.addAll(Arriving.in(edits));
    var out =
        (int)
            edits.stream()
                .filter(edit -> counts(edit) && !(edit instanceof Edit.Described))
                .filter(edit -> Pack.articles(edit).stream().anyMatch(id -> !here.contains(id)))
                .count();
    return out == 0 ? "" : " (" + out + " about articles that are not here any more)";
  }

  static boolean counts(Edit edit) {
    return !(edit instanceof Edit.Presence
        || edit instanceof Edit.Waits
        || edit instanceof Edit.Closed);
  }

  // -- a pack --

  private Merged pack(Path file, boolean isPreview) {
    String text;
    try {
      text = Files.readString(file);
    } catch (IOException e) {
      throw new IllegalArgumentException("cannot read " + file + ": " + Words.unread(file, e), e);
    }
    var name = String.valueOf(file.getFileName());
    return trying(
        () -> {
          var read = new PackReader(library).read(name, text);
          var mine = Versions.of(library);
          List<Edit> told = new ArrayList<>(read.edits());
          read.lost().forEach(w -> told.add(new Edit.Waits(Optional.empty(), Optional.of(w))));
          var theirs = Standing.of(told);
          var merging =
              merging(
                  mine,
                  new Merging.Other(
                      name, theirs, books(theirs), read.versions(), mine.has(read.moment())));
          List<Edit> edits = new ArrayList<>(merging.edits());
          var taken = (int) edits.stream().filter(MergeDesk::counts).count();
          var lost = merging.lost();
          var aside = merging.conflicts().size() + lost.size();
          var words =
              Words.count("Took in", taken, "decision")
                  + " of "
                  + name
                  + (aside == 0 ? "" : "; " + aside + " laid aside");
          var unfound = PackReader.unfound(library, edits);
          edits.addAll(merging.learned());
          var conflicts = shown(merging.conflicts(), edits);
          var takenBack = told(merging.takenBack());
          if (!isPreview && !edits.isEmpty()) {
            workbench.step(words, new Edit.Together(words, edits));
          }
          return new Merged(
              words,
              0,
              taken,
              merging.already(),
              read.exact(),
              read.moved(),
              conflicts,
              lost,
              takenBack,
              unfound,
              read.bad());
        });
  }

  private static CodesMerging.Books books(Standing theirs) {
    List<Code> codes = new ArrayList<>();
    Map<Integer, List<Code>> former = new TreeMap<>();
    for (var edit : theirs.edits()) {
      if (edit instanceof Edit.Defined d) {
        d.after().ifPresent(codes::add);
      } else if (edit instanceof Edit.Closed c) {
        former.put(c.version(), c.codes());
      }
    }
    return new CodesMerging.Books(
        codes, former.keySet().stream().mapToInt(n -> n).max().orElse(0) + 1, former);
  }

  /// Gives what waited for its article the place it has now that the `fresh` came, in one step;
  /// says in words what was done, empty when there was nothing.
  Optional<String> attach(List<ArticleId> fresh) {
    synchronized (workbench) {
      var lost =
          trying(library::waiting).stream().filter(w -> w.why() == Waiting.Why.LOST).toList();
      if (lost.isEmpty()) {
        return Optional.empty();
      }
      return trying(
          () -> {
            var found = new PackReader(library).found(lost, fresh);
            if (found.isEmpty()) {
              return Optional.empty();
            }
            var words =
                Words.count("Attached", found.size(), "decision")
                    + (found.size() == 1 ? " that waited for its" : " that waited for their")
                    + (found.size() == 1 ? " article" : " articles");
            // those of one pack about one thing each, as the next ones meet what these made
            var left = new ArrayList<>(found);
            while (!left.isEmpty()) {
              var from = left.getFirst().waiting().from();
              var about = new HashSet<String>();
              var now =
                  left.stream()
                      .filter(f -> f.waiting().from().equals(from))
                      .filter(f -> about.add(Leaves.key(f.edit())))
                      .toList();
              left.removeAll(now);
              var theirs = Standing.of(now.stream().map(PackReader.Found::edit).toList());
              var merging =
                  merging(
                      new Merging.Other(
                          from,
                          theirs,
                          books(theirs),
                          Versions.of(now.stream().map(PackReader.Found::versions).toList()),
                          false));
              var ids = now.stream().map(f -> f.waiting().id()).collect(Collectors.toSet());
              List<Edit> all = new ArrayList<>(merging.edits());
              all.removeIf(
                  edit ->
                      edit instanceof Edit.Waits w
                          && w.before().filter(one -> ids.contains(one.id())).isPresent());
              now.forEach(f -> all.add(new Edit.Waits(Optional.of(f.waiting()), Optional.empty())));
              all.addAll(merging.learned());
              workbench.step(words, new Edit.Together(words, all));
            }
            return Optional.of(words);
          });
    }
  }

  // -- settling --

  /// Which word holds.
  public enum Choice {
    OURS,
    THEIRS,
    /// Of notes: one after the other.
    BOTH
  }

  /// What waits: conflicts, then what has no place here.
  public List<Waiting> waiting() {
    return shown(laidAside(), List.of());
  }

  private List<Waiting> laidAside() {
    return trying(
        () ->
            library.waiting().stream()
                .filter(w -> w.why() != Waiting.Why.MERGED)
                .sorted(
                    java.util.Comparator.comparing(Waiting::why)
                        .thenComparing(Waiting::words)
                        .thenComparing(Waiting::id))
                .toList());
  }

  /// What waits, in words that tell of codes only what who works here may see.
  private List<Waiting> shown(List<Waiting> all, List<Edit> soon) {
    var blind = new Blind(library, soon);
    return all.stream()
        .map(
            one ->
                blind.hides(new Edit.Waits(Optional.empty(), Optional.of(one)))
                    ? new Waiting(
                        one.id(),
                        one.from(),
                        one.why(),
                        (EditRow.edit(one.body()) instanceof Edit.Noted ? "a note" : "a code")
                            + " of another coder, shown when both have finished the article",
                        one.body())
                    : one)
        .toList();
  }

  /// What a conflict is about; ties are of one piece.
  private static String about(Waiting waiting) {
    var edit = EditRow.edit(waiting.body());
    return edit instanceof Edit.Tied ? "tied" : Leaves.key(edit);
  }

  /// Settles conflicts, in one step. Of several about one thing the first; the others stay laid
  /// aside, and so does what is not shown before both coders have finished. What waits for its
  /// article can only be let go (`OURS`).
  public void settle(List<String> ids, Choice choice) {
    synchronized (workbench) {
      var all = laidAside();
      List<Edit> edits = new ArrayList<>();
      var standing = trying(() -> Standing.of(library));
      var settling = new Settling(workbench, library, all);
      List<Waiting> settled = new ArrayList<>();
      var about = new HashSet<String>();
      var later = 0;
      var blind = new Blind(library);
      var unseen = 0;
      for (var id : ids.stream().distinct().toList()) {
        var waiting =
            all.stream()
                .filter(w -> w.id().equals(id))
                .findFirst()
                .orElseThrow(
                    () ->
                        new IllegalArgumentException(
                            "nothing is laid aside as " + id + "; `merge --waiting` lists all"));
        if (blind.hides(new Edit.Waits(Optional.empty(), Optional.of(waiting)))) {
          unseen++;
          continue;
        }
        if (choice != Choice.OURS
            && waiting.why() == Waiting.Why.CONFLICT
            && !about.add(about(waiting))) {
          later++; // what stands here is another then: it is settled after this step
          continue;
        }
        if (choice != Choice.OURS) {
          try {
            edits.addAll(settling.taking(waiting, standing, choice));
          } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                waiting.id() + " cannot be settled so: " + e.getMessage() + "; nothing was settled",
                e);
          }
        }
        edits.add(new Edit.Waits(Optional.of(waiting), Optional.empty()));
        settled.add(waiting);
      }
      if (settled.isEmpty() && unseen > 0) {
        throw new IllegalArgumentException(
            "what another coder said is shown and settled when both have finished the article;"
                + " nothing was settled");
      }
      if (settled.isEmpty()) {
        return;
      }
      var how =
          switch (choice) {
            case OURS -> "kept what is here";
            case THEIRS -> "took what is there";
            case BOTH -> "kept both";
          };
      var words =
          settled.size() == 1
              ? "Settled, " + how + ": " + settled.getFirst().words()
              : Words.count("Settled", settled.size(), "conflict") + ", " + how;
      if (later > 0) {
        words += "; " + later + " more on the same can be settled now";
      }
      if (unseen > 0) {
        words += "; " + unseen + " more when both coders have finished";
      }
      workbench.step(words, new Edit.Together(words, workbench.codebook().withVersion(edits)));
    }
  }

  /// What was taken back, as far as who works here may see it.
  private List<String> told(List<Edit> edits) {
    var blind = new Blind(library);
    return edits.stream().filter(edit -> !blind.hides(edit)).map(this::told).toList();
  }

  private String told(Edit edit) {
    var steps = new Steps(library);
    return About.of(library, edit)
        + steps.changes(edit).stream().map(c -> ": " + c.inWords()).findFirst().orElse("");
  }
}
