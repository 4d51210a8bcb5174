package bench;

import java.lang.management.ManagementFactory;
import java.lang.reflect.Proxy;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Target;
import org.tellings.ui.coding.WordTags;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Tasks;
import org.tellings.ui.reader.FindingTags;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// How long it takes, in a library of so many articles, from asking for a code until the model of
/// the window shows it, and until it is durable: until another connection to the library's file
/// reads it, which it does only after the commit has been synced. Findings are coded in the model
/// of the reader, words in that of the coding view, one by one, each in another article. Nothing is
/// drawn. Prints a Markdown table.
public final class Tags implements AutoCloseable {

  private static final long SEED = 20250127;
  private static final int WARM = 20;
  private static final int TAGS = 100;
  private static final String CODE = "seen";

  /// A model in which something of an article can be coded. Only on the screen's thread.
  public interface Tagging {

    /// Shows an article, and chooses something in it; empty when there is nothing.
    CompletableFuture<Optional<Target>> open(ArticleId article);

    /// Gives what was chosen a code; `seen` runs when the model shows it.
    void tag(String code, Runnable seen);

    /// The library changed.
    void refresh();
  }

  /// Milliseconds from the key.
  private record Took(double seen, double durable) {}

  private final Workbench workbench;
  private final ExecutorService screen = Executors.newSingleThreadExecutor(daemon("screen"));
  private final ThreadPoolExecutor background =
      new ThreadPoolExecutor(
          4, 4, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>(), daemon("background"));
  private final ExecutorService edits = Executors.newSingleThreadExecutor(daemon("edits"));
  private final Tasks tasks = new Tasks(background, edits, screen);
  private final Tasks.Lane counting = tasks.lane();
  private final Desk desk;
  private final Tagging model;

  private Tags(Workbench workbench, Function<Desk, Tagging> making) throws Exception {
    this.workbench = workbench;
    desk = desk();
    model = screen.submit(() -> making.apply(desk)).get();
  }

  private static ThreadFactory daemon(String name) {
    return Thread.ofPlatform().daemon().name(name).factory();
  }

  public static void main(String[] args) throws Exception {
    var count = Integer.parseInt(args[0]);
    var work = Files.createTempDirectory("tellings-bench");
    try {
      new Corpus(SEED).write(work.resolve("texts"), count);
      var library = work.resolve("library");
      try (var workbench = Workbench.open(library, true, Progress.none())) {
        workbench.add(List.of(work.resolve("texts")), Progress.none());
      }
      try (var workbench = Workbench.open(library, true, Progress.none())) {
        workbench.coder("AB");
        workbench.define(new Code(CODE, 1));
        System.out.printf(
            Locale.ROOT,
            "seed %d, %d articles, %d codes each, load %.1f%n%n",
            SEED,
            workbench.size(),
            TAGS,
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage());
        System.out.println("| ms | shown p50 | p95 | max | durable p50 | p95 | max |");
        System.out.println("|---|---|---|---|---|---|---|");
        var all = workbench.articles().stream().map(a -> a.id()).toList();
        try (var findings = new Tags(workbench, FindingTags::new)) {
          row("findings", findings.tagged(all, 0, library));
        }
        try (var words = new Tags(workbench, WordTags::new)) {
          row("words", words.tagged(all, 1, library));
        }
      }
    } finally {
      delete(work);
    }
    System.exit(0);
  }

  /// Waits for what is still read: an answer on the screen may ask for more.
  @Override
  public void close() throws Exception {
    edits.submit(() -> true).get();
    do {
      while (background.getActiveCount() > 0 || !background.getQueue().isEmpty()) {
        LockSupport.parkNanos(1_000_000);
      }
      screen.submit(() -> true).get();
    } while (background.getActiveCount() > 0 || !background.getQueue().isEmpty());
  }

  /// Codes something in articles that lie far apart; the first ones do not count.
  private List<Took> tagged(List<ArticleId> articles, int from, Path library) throws Exception {
    List<Took> took = new ArrayList<>();
    var step = Math.max(2, articles.size() / (WARM + TAGS + 20));
    try (var reader = DriverManager.getConnection("jdbc:sqlite:" + library.resolve("library.db"))) {
      for (var i = from; i < articles.size() && took.size() < WARM + TAGS; i += step) {
        var id = articles.get(i);
        var target =
            CompletableFuture.supplyAsync(() -> model.open(id), screen)
                .thenCompose(opened -> opened)
                .get(1, TimeUnit.MINUTES);
        if (target.isPresent()) {
          took.add(tag(target.get(), reader));
        }
      }
    }
    if (took.size() < WARM + TAGS) {
      throw new IllegalStateException("only " + took.size() + " articles have something to code");
    }
    return took.subList(WARM, took.size());
  }

  private Took tag(Target target, Connection reader) throws Exception {
    var begun = new CompletableFuture<Long>();
    var seen = new CompletableFuture<Long>();
    screen.execute(
        () -> {
          begun.complete(System.nanoTime());
          model.tag(CODE, () -> seen.complete(System.nanoTime()));
        });
    var begin = begun.get();
    while (!isThere(target, reader)) {
      LockSupport.parkNanos(200_000);
    }
    var durable = System.nanoTime();
    var shown = seen.get(1, TimeUnit.MINUTES);
    // the index has it too, and the view was read anew, before the next key
    edits.submit(() -> true).get();
    screen.submit(() -> true).get();
    return new Took((shown - begin) / 1e6, (durable - begin) / 1e6);
  }

  private static boolean isThere(Target target, Connection reader) throws SQLException {
    try (var ask = reader.prepareStatement("select 1 from coded where id = ? and code = ?")) {
      ask.setString(1, target.toString());
      ask.setString(2, CODE);
      try (var rows = ask.executeQuery()) {
        return rows.next();
      }
    }
  }

  /// As the window: after a change the view is read anew, and what is reviewed is counted.
  private Desk desk() {
    return (Desk)
        Proxy.newProxyInstance(
            Tags.class.getClassLoader(),
            new Class<?>[] {Desk.class},
            (_, method, arguments) -> {
              switch (method.getName()) {
                case "workbench" -> {
                  return workbench;
                }
                case "tasks" -> {
                  return tasks;
                }
                case "toParagraph" -> {
                  return Optional.empty();
                }
                case "changed" -> {
                  model.refresh();
                  counting.run(workbench::tally, _ -> {}, Tags::failed);
                }
                case "failed" -> failed((RuntimeException) arguments[0]);
                default -> {}
              }
              return null;
            });
  }

  private static void failed(RuntimeException problem) {
    problem.printStackTrace();
    System.exit(1);
  }

  private static void row(String what, List<Took> took) {
    System.out.printf(
        Locale.ROOT,
        "| %s | %.1f | %.1f | %.1f | %.1f | %.1f | %.1f |%n",
        what,
        at(took, Took::seen, 0.5),
        at(took, Took::seen, 0.95),
        at(took, Took::seen, 1),
        at(took, Took::durable, 0.5),
        at(took, Took::durable, 0.95),
        at(took, Took::durable, 1));
  }

  private static double at(List<Took> took, Function<Took, Double> what, double share) {
    var sorted = took.stream().map(what).sorted().toList();
    return sorted.get(Math.min(sorted.size() - 1, (int) (sorted.size() * share)));
  }

  private static void delete(Path folder) throws Exception {
    try (var all = Files.walk(folder)) {
      for (var file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(file);
      }
    }
  }
}
