package bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.lucene.analysis.standard.StandardAnalyzer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.tellings.extract.Extractors;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Heading;
import org.tellings.model.Kind;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// Scorecard rows P1 and P4: a folder of texts to a durable, searchable, extracted library, beside
/// raw Lucene on the same texts in the same run; and extraction alone in memory. Prints a Markdown
/// table.
final class Ingest {

  private static final long SEED = 20250127;

  private Ingest() {}

  public static void main(String[] args) throws Exception {
    var count = Integer.parseInt(args[0]);
    var work = Files.createTempDirectory("tellings-bench");
    try {
      var folder = work.resolve("texts");
      new Corpus(SEED).write(folder, count);
      var raw = new ArrayList<Double>();
      var ours = new ArrayList<Double>();
      var rawCpu = new ArrayList<Double>();
      var oursCpu = new ArrayList<Double>();
      var rounds = 5;
      for (var i = 0; i < rounds; i++) {
        var begun = cpuSeconds();
        raw.add(seconds(() -> rawLucene(folder, Files.createTempDirectory(work, "raw"))));
        var between = cpuSeconds();
        ours.add(
            seconds(() -> workbench(folder, Files.createTempDirectory(work, "library"), count)));
        rawCpu.add(between - begun);
        oursCpu.add(cpuSeconds() - between);
        System.err.printf(
            Locale.ROOT,
            "load %.1f, raw %.2f s (%.2f s CPU), Tellings %.2f s (%.2f s CPU)%n",
            ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
            raw.getLast(),
            rawCpu.getLast(),
            ours.getLast(),
            oursCpu.getLast());
      }
      var articles = articles(folder, Math.min(count, 2000));
      var cpu = extraction(articles);
      System.out.printf(Locale.ROOT, "seed %d, %d articles, median of %d%n%n", SEED, count, rounds);
      System.out.printf(Locale.ROOT, "| | wall s | CPU s |%n|---|---|---|%n");
      System.out.printf(Locale.ROOT, "| raw Lucene | %.2f | %.2f |%n", median(raw), median(rawCpu));
      System.out.printf(Locale.ROOT, "| Tellings | %.2f | %.2f |%n", median(ours), median(oursCpu));
      System.out.printf(
          Locale.ROOT,
          "| ratio | %.2f | %.2f |%n",
          median(ours) / median(raw),
          median(oursCpu) / median(rawCpu));
      System.out.printf(
          Locale.ROOT,
          "%npeak resident %d MB; extraction alone %.0f µs CPU an article%n%n",
          peakMegabytes(),
          cpu);
      densities(articles);
    } finally {
      delete(work);
    }
  }

  private static void workbench(Path folder, Path library, int count) {
    try (var workbench = Workbench.open(library, true, Progress.none())) {
      workbench.add(List.of(folder), Progress.none());
      if (workbench.size() < count * 9 / 10) {
        throw new IllegalStateException(
            "only " + workbench.size() + " of " + count + " were added");
      }
    }
  }

  private static void rawLucene(Path folder, Path index) throws Exception {
    var postings = new FieldType(TextField.TYPE_STORED);
    postings.setIndexOptions(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS_AND_OFFSETS);
    postings.freeze();
    var config = new IndexWriterConfig(new StandardAnalyzer()).setRAMBufferSizeMB(256);
    List<Path> files;
    try (var listed = Files.list(folder)) {
      files = listed.sorted().toList();
    }
    var next = new AtomicInteger();
    try (var writer = new IndexWriter(FSDirectory.open(index), config);
        var threads = Executors.newFixedThreadPool(2)) {
      var work = new ArrayList<java.util.concurrent.Future<?>>();
      for (var t = 0; t < 2; t++) {
        work.add(
            threads.submit(
                () -> {
                  for (var i = next.getAndIncrement();
                      i < files.size();
                      i = next.getAndIncrement()) {
                    var text = Files.readString(files.get(i));
                    var document = new Document();
                    document.add(
                        new StringField(
                            "id", files.get(i).getFileName().toString(), Field.Store.YES));
                    document.add(
                        new Field("title", text.substring(0, text.indexOf('\n')), postings));
                    document.add(new Field("body", text, postings));
                    document.add(new LongField("published", 20250101 + i % 28, Field.Store.YES));
                    writer.addDocument(document);
                  }
                  return null;
                }));
      }
      for (var one : work) {
        one.get();
      }
      writer.commit();
    }
  }

  private static List<Article> articles(Path folder, int count) throws IOException {
    List<Article> articles = new ArrayList<>();
    try (var listed = Files.list(folder)) {
      for (var file : listed.sorted().limit(count).toList()) {
        var heading =
            Heading.NONE.withPublished(java.util.Optional.of(new Dated("2025-01-29", "bench")));
        articles.add(
            Article.of(
                file.getFileName().toString(), heading, Files.readString(file).strip(), List.of()));
      }
    }
    return articles;
  }

  /// Extraction alone, on one thread, after a warm-up: µs of CPU an article.
  private static double extraction(List<Article> articles) {
    var threads = ManagementFactory.getThreadMXBean();
    var best = new ArrayList<Double>();
    for (var round = 0; round < 6; round++) {
      var before = threads.getCurrentThreadCpuTime();
      var found = 0L;
      for (var article : articles) {
        found += Extractors.extractAll(article).size();
      }
      if (round > 0) {
        best.add((threads.getCurrentThreadCpuTime() - before) / 1e3 / articles.size());
      }
      if (found == 0) {
        throw new IllegalStateException("nothing was found");
      }
    }
    return median(best);
  }

  /// Says how much there is in an article: words, and findings of each kind.
  private static void densities(List<Article> articles) {
    Map<Kind, Integer> found = new EnumMap<>(Kind.class);
    var words = 0L;
    for (var article : articles) {
      words += article.words();
      Extractors.extractAll(article).forEach(f -> found.merge(f.kind(), 1, Integer::sum));
    }
    System.out.printf(Locale.ROOT, "an article has %d words", words / articles.size());
    found.forEach(
        (kind, n) ->
            System.out.printf(
                Locale.ROOT,
                ", %.1f findings of kind %s",
                (double) n / articles.size(),
                kind.word()));
    System.out.println();
  }

  private interface Work {
    void run() throws Exception;
  }

  private static double seconds(Work work) throws Exception {
    var start = System.nanoTime();
    work.run();
    return (System.nanoTime() - start) / 1e9;
  }

  static double cpuSeconds() {
    return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toNanos() / 1e9;
  }

  static double median(List<Double> values) {
    return values.stream().sorted().skip(values.size() / 2).findFirst().orElseThrow();
  }

  /// The most memory this process ever held resident, in MB; -1 where the system does not tell.
  private static long peakMegabytes() throws IOException {
    var status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return -1;
    }
    return Files.readAllLines(status).stream()
        .filter(line -> line.startsWith("VmHWM:"))
        .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) / 1024)
        .findFirst()
        .orElse(-1);
  }

  static void delete(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
  }
}
