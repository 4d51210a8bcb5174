package org.tellings.workbench;

import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Edit;
import org.tellings.model.Intake;
import org.tellings.store.Found;
import org.tellings.store.Library;
import org.tellings.store.OriginalFile;

/// Files into the library: read and extracted on all cores, kept in the order offered, a batch a
/// transaction, and indexed while the next batch is read. One object does one run.
///
/// A batch is what has become ready in a quarter of a second. An intake is told when the
/// transaction that keeps it is committed, never before.
final class Ingest {

  private static final int MOST_READING = 1024;
  private static final int MOST_IN_BATCH = 512;
  private static final long MOST_BYTES_READING = 64L << 20;
  private static final long BATCH_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final Library library;
  private final Shadow shadow;
  private final Journaling journaling;
  private final Progress progress;

  private final int cores = Runtime.getRuntime().availableProcessors();
  private final ArrayDeque<Reading> reading = new ArrayDeque<>();
  private long bytesReading;
  private List<Future<?>> indexing = List.of();
  private final List<Intake> intakes = new ArrayList<>();
  private final List<Long> steps = new ArrayList<>();

  /// A file on its way; `bytes` is its size when it was handed out.
  private record Reading(Path file, Future<Offered> result, long bytes) {}

  /// Notes a step in the journal and returns its number.
  interface Journaling {
    long note(Library library, String words, Edit edit);
  }

  Ingest(Library library, Shadow shadow, Journaling journaling, Progress progress) {
    this.library = library;
    this.shadow = shadow;
    this.journaling = journaling;
    this.progress = progress;
  }

  /// One intake a file, in the order offered; fewer when the work was cancelled.
  List<Intake> run(List<Path> files) {
    shadow.begin();
    try (var threads = Executors.newFixedThreadPool(cores)) {
      try {
        var handedOut = 0;
        while ((handedOut < files.size() || !reading.isEmpty()) && !progress.isCancelled()) {
          handedOut += handOut(files, handedOut, threads);
          var batch = ready();
          index(keep(batch), threads);
          intakes.subList(intakes.size() - batch.size(), intakes.size()).forEach(progress::intake);
          progress.at(intakes.size(), files.size(), batch.getLast().path().toString());
        }
      } finally {
        // what nobody waits for any more is not read; a reading begun ends by itself
        reading.forEach(one -> one.result().cancel(false));
      }
      end();
      return intakes;
    } catch (RuntimeException e) {
      try {
        end();
      } catch (RuntimeException second) {
        e.addSuppressed(second);
      }
      throw e;
    }
  }

  /// Gives files to the readers until so many, or so many bytes, are being read; at least one.
  private int handOut(List<Path> files, int from, ExecutorService threads) {
    var next = from;
    while (next < files.size() && reading.size() < MOST_READING) {
      var file = files.get(next);
      var bytes = Offered.sizeOf(file);
      if (!reading.isEmpty() && bytesReading + bytes > MOST_BYTES_READING) {
        break;
      }
      reading.add(new Reading(file, threads.submit(() -> Offered.of(file)), bytes));
      bytesReading += bytes;
      next++;
    }
    return next - from;
  }

  /// The first file handed out, waited for, and those after it that are ready soon.
  private List<Offered> ready() {
    List<Offered> batch = new ArrayList<>();
    var until = System.nanoTime() + BATCH_NANOS;
    while (!reading.isEmpty() && batch.size() < MOST_IN_BATCH) {
      var left = batch.isEmpty() ? Long.MAX_VALUE : Math.max(0, until - System.nanoTime());
      if (left > 0) {
        progress.begun(reading.getFirst().file().toString());
      }
      var offered = got(reading.getFirst().result(), left);
      if (offered.isEmpty()) {
        break;
      }
      batch.add(offered.get());
      bytesReading -= reading.removeFirst().bytes();
    }
    return batch;
  }

  /// Keeps a batch in one transaction, with copies of the files that gave an article.
  private List<Library.Saved> keep(List<Offered> batch) {
    List<Library.Saved> fresh = new ArrayList<>();
    List<Intake> kept = new ArrayList<>();
    var step =
        library.together(
            l -> {
              List<OriginalFile> files = new ArrayList<>();
              Map<String, ArticleId> here = new HashMap<>();
              for (var offered : batch) {
                var intake = keep(l, offered, here, fresh);
                if (intake instanceof Intake.Added a) {
                  here.put(offered.sha256(), a.article());
                  files.add(
                      new OriginalFile(
                          offered.sha256(), a.article(), offered.name(), offered.content()));
                }
                l.intake(intake);
                kept.add(intake);
              }
              l.keep(files);
              return noted(l, fresh);
            });
    step.ifPresent(steps::add);
    intakes.addAll(kept);
    return fresh;
  }

  /// `here` are the files of this batch that gave an article, by their hash.
  private static Intake keep(
      Library l, Offered offered, Map<String, ArticleId> here, List<Library.Saved> fresh) {
    var path = offered.path().toAbsolutePath().normalize().toString();
    return switch (offered.result()) {
      case Offered.Result.Skipped s ->
          new Intake.Skipped(path, offered.bytes(), s.rule(), s.reason());
      case Offered.Result.Refused r ->
          new Intake.Unreadable(path, offered.bytes(), r.rule(), r.reason());
      case Offered.Result.Read r -> {
        var before =
            Optional.ofNullable(here.get(offered.sha256()))
                .or(() -> l.copies().of(offered.sha256()));
        if (before.isPresent()) {
          yield new Intake.Duplicate(path, offered.bytes(), before.get(), Words.SAME_FILE);
        }
        var article = r.article();
        var saved = l.save(article, r.found()).map(one -> read(l, one, article));
        if (saved.isEmpty()) {
          yield new Intake.Duplicate(
              path, offered.bytes(), article.id(), "same text as an article that is there");
        }
        fresh.add(saved.get());
        yield new Intake.Added(
            path, offered.bytes(), article.id(), article.text().length(), r.missing());
      }
    };
  }

  /// One that was taken out comes back with the heading it had: its dates count from that day.
  private static Library.Saved read(Library l, Library.Saved saved, Article offered) {
    var article = saved.article();
    if (article.heading().equals(offered.heading())) {
      return saved;
    }
    l.machine(article.id(), Found.of(Extractors.extractAll(article)));
    return new Library.Saved(article, l.findings(article.id()));
  }

  private Optional<Long> noted(Library l, List<Library.Saved> fresh) {
    var ids = fresh.stream().map(f -> f.article().id()).toList();
    return ids.isEmpty()
        ? Optional.empty()
        : Optional.of(journaling.note(l, words(ids), new Edit.Presence(ids, true)));
  }

  private static String words(List<ArticleId> ids) {
    return Words.count("Added", ids.size(), "article");
  }

  /// Hands what was kept to the index, when it is done with the batch before.
  private void index(List<Library.Saved> fresh, ExecutorService threads) {
    indexing.forEach(Ingest::done);
    List<Future<?>> parts = new ArrayList<>();
    var size = Math.max(1, (fresh.size() + cores - 1) / cores);
    for (var from = 0; from < fresh.size(); from += size) {
      var part = fresh.subList(from, Math.min(fresh.size(), from + size));
      parts.add(
          threads.submit(() -> part.forEach(one -> shadow.put(one.article(), one.findings()))));
    }
    indexing = parts;
  }

  /// The index catches up, and the batches become one step of the journal.
  private void end() {
    indexing.forEach(Ingest::done);
    library.together(
        l -> {
          var standing =
              steps.stream()
                  .flatMap(n -> l.step(n).stream())
                  .filter(step -> !step.undone())
                  .toList();
          if (standing.size() > 1) {
            var ids = standing.stream().flatMap(step -> added(l.edit(step)).stream()).toList();
            l.join(
                standing.stream().map(Library.Noted::number).toList(),
                words(ids),
                new Edit.Presence(ids, true));
          }
          return standing;
        });
    shadow.end();
    shadow.commit();
  }

  private static List<ArticleId> added(Edit edit) {
    return edit instanceof Edit.Presence p ? p.articles() : List.of();
  }

  private static void done(Future<?> work) {
    try {
      work.get();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw failed(e);
    }
  }

  /// What a reader made of a file; empty when it is not done after so long.
  private static Optional<Offered> got(Future<Offered> future, long nanos) {
    try {
      return Optional.of(future.get(nanos, TimeUnit.NANOSECONDS));
    } catch (TimeoutException _) {
      return Optional.empty();
    } catch (InterruptedException e) {
      throw interrupted(e);
    } catch (ExecutionException e) {
      throw failed(e);
    }
  }

  private static WorkbenchException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new WorkbenchException("reading was interrupted; what was read before is kept", e);
  }

  private static RuntimeException failed(ExecutionException e) {
    return e.getCause() instanceof UncheckedIOException io
        ? io
        : new IllegalStateException("a reader, an extractor or the index failed", e.getCause());
  }
}
