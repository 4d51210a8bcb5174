package bench;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.tellings.cli.Cli;
import org.tellings.json.Json;
import org.tellings.model.ArticleId;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// Quotes of a folder of texts for a scorer: adds the folder to a new library, takes what `export
/// quotes` writes, and gives every span as code points of the file it came from.
///
/// Two files come out: `OUT` with direct and mixed quotes between double marks, and `OUT.all` with
/// indirect ones too. Inner quotations are left out of both. In `OUT.all` an indirect quote takes
/// in the “that” before it, and the parts of one quotation are one span from the first to the last,
/// as PolNeAR's annotators did.
final class Quotes {

  private static final String DOUBLE = "“”\"„";

  private Quotes() {}

  public static void main(String[] args) throws Exception {
    var folder = Path.of(args[0]);
    var out = Path.of(args[1]);
    var work = Files.createTempDirectory("tellings-quotes");
    try {
      var library = work.resolve("library").toString();
      var exported = work.resolve("quotes.jsonl");
      run("--library", library, "add", folder.toString());
      run(
          "--library",
          library,
          "export",
          "quotes",
          "--format",
          "jsonl",
          "--out",
          exported.toString());
      Map<String, List<Map<String, ?>>> rows = new HashMap<>();
      for (var line : Files.readAllLines(exported)) {
        var row = Json.object(line).orElseThrow();
        rows.computeIfAbsent(String.valueOf(row.get("article")), _ -> new ArrayList<>()).add(row);
      }
      try (var workbench = Workbench.open(Path.of(library), false, Progress.none())) {
        write(workbench, folder, rows, out);
      }
    } finally {
      Ingest.delete(work);
    }
  }

  private static void run(String... args) {
    var quiet = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    var status =
        Cli.run(
            args,
            quiet,
            System.err,
            (_, _, _) -> {
              throw new IllegalStateException("no window here");
            });
    if (status > 1) {
      throw new IllegalStateException("status " + status + " of " + String.join(" ", args));
    }
  }

  private static void write(
      Workbench workbench, Path folder, Map<String, List<Map<String, ?>>> rows, Path out)
      throws IOException {
    var marked = new StringBuilder();
    var all = new StringBuilder();
    for (var summary : workbench.articles()) {
      var article = workbench.article(summary.id()).orElseThrow();
      var file = Files.readString(folder.resolve(article.file()));
      var places = Places.of(article.text(), file);
      List<String> twoForms = new ArrayList<>();
      Map<String, Map<String, Object>> threeForms = new LinkedHashMap<>();
      for (var row : rows.getOrDefault(id(summary.id()), List.of())) {
        if (row.get("within") != null) {
          continue;
        }
        var text = article.text();
        var start = number(row, "start");
        var before = text.substring(0, start).stripTrailing();
        var whole = new LinkedHashMap<String, Object>(row);
        if (row.get("form").equals("indirect")) {
          whole.put("start", text.startsWith("that ", Math.max(0, start - 5)) ? start - 5 : start);
        } else if (!before.isEmpty() && DOUBLE.indexOf(before.charAt(before.length() - 1)) >= 0) {
          twoForms.add(line(row, places, file));
        }
        var first = threeForms.get(String.valueOf(row.get("joins")));
        if (first == null) {
          threeForms.put(String.valueOf(row.get("id")), whole);
        } else {
          first.put("end", row.get("end"));
        }
      }
      var head = "{\"file\":" + quoted(article.file()) + ",\"quotes\":[";
      marked.append(head).append(String.join(",", twoForms)).append("]}\n");
      all.append(head)
          .append(
              threeForms.values().stream()
                  .map(row -> line(row, places, file))
                  .collect(Collectors.joining(",")))
          .append("]}\n");
    }
    Files.writeString(out, marked);
    Files.writeString(out.resolveSibling(out.getFileName() + ".all"), all);
  }

  private static String id(ArticleId id) {
    return id.value();
  }

  private static String line(Map<String, ?> row, int[] places, String file) {
    var line = new StringBuilder();
    line.append("{\"b\":")
        .append(point(file, places[number(row, "start")]))
        .append(",\"e\":")
        .append(point(file, places[number(row, "end") - 1] + 1));
    if (row.get("speakerStart") != null) {
      line.append(",\"sb\":")
          .append(point(file, places[number(row, "speakerStart")]))
          .append(",\"se\":")
          .append(point(file, places[number(row, "speakerEnd") - 1] + 1))
          .append(",\"speaker\":")
          .append(quoted(String.valueOf(row.get("speakerText"))));
    }
    if (row.get("speaker") != null) {
      line.append(",\"canonical\":").append(quoted(String.valueOf(row.get("speaker"))));
    }
    return line.append('}').toString();
  }

  private static int number(Map<String, ?> row, String field) {
    return ((Number) row.get(field)).intValue();
  }

  private static int point(String file, int offset) {
    return file.codePointCount(0, offset);
  }

  private static String quoted(String words) {
    return Json.line(Map.of("x", words)).replaceFirst("^\\{\"x\":", "").replaceFirst("\\}$", "");
  }
}
