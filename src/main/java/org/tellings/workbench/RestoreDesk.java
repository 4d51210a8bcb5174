package org.tellings.workbench;

import static org.tellings.workbench.Workbench.trying;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tellings.model.Edit;
import org.tellings.store.Library;
import org.tellings.store.Moment;

/// Copies of a library as it was at any moment. The library itself is only read.
///
/// The journal tells all that ever happened: a copy of the library is made, and in it all that came
/// after the moment is taken back, what was undone and thrown away included. What the machine reads
/// is as it is now. Safe for use from many threads.
public final class RestoreDesk {

  private static final Pattern NAMED =
      Pattern.compile("(?<what>moment|step|before-step|version):(?<number>\\d{1,15})");

  private final Path folder;
  private final Library library;

  RestoreDesk(Path folder, Library library) {
    this.folder = folder;
    this.library = library;
  }

  /// A moment to go back to. `asOf` names it for [#restore]; `when` is an ISO instant, empty where
  /// it is not known; `words` say what was done then. `isPoint`: it is the moment before something
  /// big, and `words` say before what.
  public record Past(String asOf, String when, String coder, String words, boolean isPoint) {}

  /// What was made: the folder of the copy, the moment it is as of (ISO instant, empty for the
  /// beginning), and how many articles it has.
  public record Restored(Path folder, String when, int articles) {}

  // -- what there is to go back to --

  /// Every moment, the newest first.
  public List<Past> moments() {
    return trying(
        () -> {
          var blind = new Blind(library);
          return library.moments().all().reversed().stream()
              .filter(m -> m.did() != Moment.Did.INTO)
              .map(m -> new Past("moment:" + m.number(), m.at(), m.coder(), told(m, blind), false))
              .toList();
        });
  }

  private String words(Moment moment, Blind blind) {
    return blind.words(moment.words(), moment.coder(), () -> library.moments().edit(moment));
  }

  private String told(Moment moment, Blind blind) {
    var words = words(moment, blind);
    return switch (moment.did()) {
      case DONE, JOINED, INTO -> words;
      case UNDONE -> "Undone: " + words;
      case REDONE -> "Done again: " + words;
      case SAVED -> "The damaged library was saved; nothing before this can be told";
    };
  }

  /// The moments before something big: before articles came or went, before a merge, a pack, a
  /// codebook or many decisions at once; the newest first. Then the copies that were kept when the
  /// program of a newer version brought the library forward.
  public List<Past> points() {
    return trying(
        () -> {
          List<Past> points = new ArrayList<>();
          var blind = new Blind(library);
          var all = library.moments().all();
          var barrier = barrier(all);
          for (var i = all.size() - 1; i >= 0; i--) {
            var moment = all.get(i);
            if (moment.isPoint() && moment.number() > barrier) {
              points.add(
                  new Past(
                      "moment:" + (moment.number() - 1),
                      moment.at(),
                      moment.coder(),
                      "Before: " + words(joined(all, i), blind),
                      true));
            }
          }
          for (var version : library.copying().earlierVersions().reversed()) {
            points.add(
                new Past(
                    "version:" + version,
                    "",
                    "",
                    "Before the library of version " + version + " was brought forward",
                    true));
          }
          return points;
        });
  }

  /// The moment of a step; where it became part of another, the moment of that.
  private static Moment joined(List<Moment> all, int index) {
    var moment = all.get(index);
    return all.stream().anyMatch(m -> m.did() == Moment.Did.INTO && m.step() == moment.step())
        ? all.subList(index, all.size()).stream()
            .filter(m -> m.did() == Moment.Did.JOINED)
            .findFirst()
            .orElse(moment)
        : moment;
  }

  private static long barrier(List<Moment> all) {
    return all.stream()
        .filter(m -> m.did() == Moment.Did.SAVED)
        .mapToLong(Moment::number)
        .max()
        .orElse(0);
  }

  // -- going back --

  /// Makes a copy of the library as it was then, in a folder that is not there yet or is empty.
  ///
  /// `asOf` is a time (`2025-02-03T10:15`, `2025-02-03T10:15:30Z`; a day is its end; times without
  /// a zone are this machine's), `moment:17` as [#moments] names them, `step:12` (just after that
  /// step was made), `before-step:12`, or `version:8`. Killed half way, it leaves nothing in `out`.
  /// Empty when `progress` cancelled it; then nothing is left either. What cannot be is refused
  /// with an [IllegalArgumentException].
  public Optional<Restored> restore(String asOf, Path out, Progress progress) {
    var named = NAMED.matcher(asOf.strip());
    var isVersion = named.matches() && named.group("what").equals("version");
    var moment = isVersion ? 0 : moment(asOf.strip());
    var to = out.toAbsolutePath().normalize();
    refuse(to);
    var part = to.resolveSibling("." + to.getFileName() + ".restoring");
    try {
      delete(part); // left by a killed program
      Files.createDirectories(part);
      progress.at(0, 3, "copying the library");
      if (isVersion) {
        var version = Integer.parseInt(named.group("number"));
        trying(
            () -> {
              library.copying().earlierTo(version, part);
              return part;
            });
      } else {
        trying(
            () -> {
              library.copying().to(part);
              return part;
            });
        if (!progress.isCancelled()) {
          progress.at(1, 3, "taking back what came later");
          trying(() -> back(part, moment, progress));
        }
      }
      if (progress.isCancelled()) {
        return Optional.empty();
      }
      progress.at(2, 3, "making the index");
      int articles;
      try (var copy = Workbench.open(part, false, Progress.none())) {
        articles = copy.size();
      }
      if (progress.isCancelled()) {
        return Optional.empty();
      }
      Files.deleteIfExists(to);
      Files.move(part, to, StandardCopyOption.ATOMIC_MOVE);
      progress.at(3, 3, "done");
      return Optional.of(new Restored(to, isVersion ? "" : when(moment), articles));
    } catch (IOException e) {
      throw new WorkbenchException(
          "cannot make a copy in " + out + ": " + Words.cause(out, e) + ". Nothing was changed.",
          e);
    } finally {
      tidy(part);
    }
  }

  /// Takes back, in a copy, all that came after a moment.
  private static Path back(Path part, long moment, Progress progress) {
    try (var copy = Library.open(part, false)) {
      copy.together(
          l -> {
            var moments = l.moments();
            for (var later : moments.all().reversed()) {
              if (later.number() <= moment || progress.isCancelled()) {
                break;
              }
              var edit = moments.edit(later);
              var back =
                  switch (later.did()) {
                    case DONE, REDONE -> Optional.of(edit.inverse());
                    case UNDONE -> Optional.of(edit);
                    case INTO, JOINED, SAVED -> Optional.<Edit>empty();
                  };
              if (back.isPresent()) {
                l.apply(back.get());
                Workbench.reread(l, back.get());
              }
            }
            moments.cut(moment);
            return part;
          });
    }
    return part;
  }

  private String when(long moment) {
    return trying(
        () ->
            library.moments().all().stream()
                .filter(m -> m.number() == moment)
                .map(Moment::at)
                .findFirst()
                .orElse(""));
  }

  /// The number of the last moment that had passed then; 0 before the first.
  private long moment(String asOf) {
    var all = trying(() -> library.moments().all());
    var named = NAMED.matcher(asOf);
    var number = named.matches() ? named(all, named.group("what"), named(named)) : at(all, asOf);
    var barrier = barrier(all);
    if (number < barrier) {
      throw new IllegalArgumentException(
          "the library was damaged and saved after "
              + asOf
              + "; what it was before cannot be told. `restore --list` tells what can");
    }
    return number;
  }

  private static long named(java.util.regex.Matcher named) {
    return Long.parseLong(named.group("number"));
  }

  private static long named(List<Moment> all, String what, long number) {
    if (what.equals("moment")) {
      if (number > 0 && all.stream().noneMatch(m -> m.number() == number)) {
        throw new IllegalArgumentException(
            "there is no moment " + number + "; `restore --list` names them");
      }
      return number;
    }
    var of =
        all.stream()
            .filter(m -> m.step() == number)
            .filter(m -> m.did() == Moment.Did.DONE || m.did() == Moment.Did.JOINED)
            .toList();
    if (of.isEmpty()) {
      throw new IllegalArgumentException(
          "there is no step " + number + "; `history` and `restore --list` tell the steps");
    }
    return what.equals("step") ? of.getLast().number() : begun(all, of.getLast()) - 1;
  }

  /// The number of the moment when a step began; of one that was joined of several, the first.
  private static long begun(List<Moment> all, Moment step) {
    var steps = new HashSet<>(Set.of(step.step()));
    if (step.did() == Moment.Did.JOINED) {
      for (var i = all.indexOf(step) - 1; i >= 0 && all.get(i).did() == Moment.Did.INTO; i--) {
        steps.add(all.get(i).step());
      }
    }
    return all.stream()
        .filter(m -> m.did() == Moment.Did.DONE && steps.contains(m.step()))
        .mapToLong(Moment::number)
        .min()
        .orElseThrow();
  }

  private static long at(List<Moment> all, String asOf) {
    var until = instant(asOf);
    return all.stream()
        .filter(m -> !m.at().isEmpty() && !Instant.parse(m.at()).isAfter(until))
        .mapToLong(Moment::number)
        .max()
        .orElse(0);
  }

  private static Instant instant(String text) {
    var zone = ZoneId.systemDefault();
    var form = text.replace(' ', 'T');
    List<java.util.function.Function<String, Instant>> readings =
        List.of(
            s -> OffsetDateTime.parse(s).toInstant(),
            s -> LocalDateTime.parse(s).atZone(zone).toInstant(),
            s -> LocalDate.parse(s).plusDays(1).atStartOfDay(zone).toInstant().minusNanos(1));
    for (var reading : readings) {
      try {
        return reading.apply(form);
      } catch (DateTimeException _) {
        // the next way of writing it
      }
    }
    throw new IllegalArgumentException(
        "not a moment: "
            + text
            + "; say a time as 2025-02-03T10:15 or 2025-02-03, or step:12, before-step:12,"
            + " moment:17 or version:8 as `restore --list` names them");
  }

  private void refuse(Path to) {
    if (to.startsWith(folder.toAbsolutePath().normalize())) {
      throw new IllegalArgumentException(
          "the copy cannot be made inside the library itself: " + to);
    }
    if (Files.exists(to) && !isEmptyFolder(to)) {
      throw new IllegalArgumentException(
          to + " is there already; name a folder that is not there yet, or an empty one");
    }
  }

  private static boolean isEmptyFolder(Path folder) {
    try (var files = Files.list(folder)) {
      return files.findAny().isEmpty();
    } catch (IOException _) {
      return false; // a file, or a folder that cannot be read
    }
  }

  private static void delete(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (var all = Files.walk(tree)) {
        for (var one : all.sorted(Comparator.reverseOrder()).toList()) {
          Files.delete(one);
        }
      }
    }
  }

  private static void tidy(Path part) {
    try {
      delete(part);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot take away what was half made in " + part, e);
    }
  }
}
