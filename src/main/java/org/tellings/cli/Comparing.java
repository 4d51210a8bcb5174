package org.tellings.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.workbench.Progress;
import org.tellings.workbench.Workbench;

/// The command `compare`: things that several articles tell, articles side by side, and what a
/// person decides about both.
final class Comparing {

  static final List<String> DECISIONS = List.of("same", "apart", "name");

  /// Kinds that are listed in full although one article tells them.
  private static final List<String> ALONE =
      List.of("roles", "misnamings", "unnamed", "outlets", "anomalies");

  /// Where a chain ends that does not reach its source.
  private static final List<String> ENDLESS = List.of("dangling", "circular");

  private final Workbench workbench;
  private final Progress progress;

  Comparing(Workbench workbench, Progress progress) {
    this.workbench = workbench;
    this.progress = progress;
  }

  /// The rows asked for; without `all` only things with several tellings.
  List<Map<String, @Nullable Object>> rows(String kind, List<ArticleId> articles, boolean all) {
    if (kind.equals("articles")) {
      return workbench.sideBySide(articles, progress);
    }
    var keep = all || ALONE.contains(kind);
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (Map<String, @Nullable Object> row : workbench.compared(kind, progress)) {
      if (keep || tellings(row) > 1 || isLong(row)) {
        rows.add(row);
      }
    }
    return rows;
  }

  /// The articles named for `articles`, two to six; nothing else is named for the other kinds.
  static List<ArticleId> articles(
      String kind, List<String> what, Function<String, ArticleId> article) {
    if (!kind.equals("articles")) {
      if (!what.isEmpty()) {
        throw new IllegalArgumentException(
            "compare " + kind + " wants nothing more: " + what.getFirst());
      }
      return List.of();
    }
    var articles = what.stream().map(article).distinct().toList();
    if (articles.size() < 2 || articles.size() > 6) {
      throw new IllegalArgumentException("compare articles wants two to six articles");
    }
    return articles;
  }

  /// A chain that tells more than who said it.
  private static boolean isLong(Map<String, @Nullable Object> row) {
    return row.get("links") instanceof List<?> links
        && (links.size() > 1 || ENDLESS.contains(String.valueOf(row.get("ends"))));
  }

  private static @Nullable String way(Map<String, @Nullable Object> row) {
    if (!(row.get("links") instanceof List<?> links)) {
      return null;
    }
    var way = new StringBuilder();
    for (var link : links) {
      if (link instanceof Map<?, ?> m) {
        way.append(way.isEmpty() ? m.get("from") : "").append(" < ").append(m.get("to"));
      }
    }
    return way.toString();
  }

  private static String outlets(Map<?, ?> stances) {
    return stances.entrySet().stream()
        .map(e -> e.getKey() + " " + e.getValue())
        .collect(Collectors.joining(", "));
  }

  private static int tellings(Map<String, @Nullable Object> row) {
    if (row.get("roles") instanceof List<?> roles) {
      return roles.stream()
          .mapToInt(
              one ->
                  one instanceof Map<?, ?> m && m.get("tellings") instanceof List<?> t
                      ? t.size()
                      : 0)
          .sum();
    }
    return row.get("tellings") instanceof List<?> list ? list.size() : 0;
  }

  /// The rows with what a table shows beside their fields.
  static List<Map<String, @Nullable Object>> forEyes(
      List<Map<String, @Nullable Object>> rows, List<ArticleId> articles) {
    return articles.isEmpty() ? counted(rows) : lettered(rows, articles);
  }

  private static List<Map<String, @Nullable Object>> counted(
      List<Map<String, @Nullable Object>> rows) {
    List<Map<String, @Nullable Object>> counted = new ArrayList<>();
    for (var row : rows) {
      if (row.get("dismissed") != null) {
        continue; // a table is for what is still to be looked at
      }
      Map<String, @Nullable Object> m = new LinkedHashMap<>(row);
      m.put("way", way(row));
      if (row.get("stances") instanceof Map<?, ?> stances) {
        m.put("stances", outlets(stances));
      }
      if (row.containsKey("unnamedRate")) {
        m.replaceAll((_, value) -> value instanceof List<?> list ? list.size() : value);
      } else {
        m.put(m.containsKey("count") ? "articles" : "count", tellings(row));
      }
      counted.add(m);
    }
    return counted;
  }

  /// With a column an article, A B C in the order given: `here`, `-` where it is missing, `?` where
  /// that cannot be said; for a passage or figure, which of the articles have it.
  private static List<Map<String, @Nullable Object>> lettered(
      List<Map<String, @Nullable Object>> rows, List<ArticleId> ids) {
    List<Map<String, @Nullable Object>> lettered = new ArrayList<>();
    for (var row : rows) {
      Map<String, @Nullable Object> m = new LinkedHashMap<>(row);
      var cells = row.get("cells") instanceof List<?> c ? c : List.of();
      var tellings = row.get("tellings") instanceof List<?> t ? t : List.of();
      for (var i = 0; i < ids.size(); i++) {
        var id = ids.get(i).value();
        m.put(
            letter(i),
            cells.size() > i && cells.get(i) instanceof Map<?, ?> cell
                ? word(cell)
                : isIn(id, tellings) ? "here" : "-");
      }
      m.put("what", what(row));
      lettered.add(m);
    }
    return lettered;
  }

  private static @Nullable Object what(Map<String, @Nullable Object> row) {
    return switch (String.valueOf(row.get("kind"))) {
      case "passage" -> row.get("text");
      case "quantity" -> row.get("measures") + ": " + row.get("verdict");
      default -> row.get("label");
    };
  }

  private static String word(Map<?, ?> cell) {
    if (Boolean.TRUE.equals(cell.get("tells"))) {
      return "here";
    }
    return Boolean.TRUE.equals(cell.get("cannotSay")) ? "?" : "-";
  }

  private static boolean isIn(String id, List<?> tellings) {
    return tellings.stream()
        .anyMatch(t -> t instanceof Map<?, ?> telling && id.equals(telling.get("article")));
  }

  private static String letter(int i) {
    return String.valueOf((char) ('A' + i));
  }

  /// The columns of a table.
  static List<String> columns(String kind, int articles) {
    return switch (kind) {
      case "utterances" -> List.of("id", "speaker", "count", "text");
      case "quantities" -> List.of("id", "count", "verdict", "measures", "why");
      case "propositions" -> List.of("id", "count", "label", "stances");
      case "passages" -> List.of("id", "count", "words", "evidence", "text");
      case "roles" -> List.of("id", "speaker", "count", "conflict", "why");
      case "chains" -> List.of("id", "way", "ends");
      case "anomalies" -> List.of("id", "type");
      case "misnamings" -> List.of("id", "printed", "name", "why");
      case "unnamed" -> List.of("id", "count", "articles", "text", "reason", "only");
      case "outlets" ->
          List.of("outlet", "articles", "words", "unnamed", "unnamedRate", "misnamed", "drops");
      default -> {
        List<String> columns = new ArrayList<>(List.of("kind", "what"));
        for (var i = 0; i < articles; i++) {
          columns.add(letter(i));
        }
        yield columns;
      }
    };
  }

  /// What a person says of findings: `same ID ID…`, `apart ID ID`, `name ID LABEL`.
  void decide(String decision, List<String> words) {
    switch (decision) {
      case "same" -> workbench.merge(ids(words, 2, 100));
      case "apart" -> {
        var two = ids(words, 2, 2);
        workbench.notSame(two.getFirst(), two.getLast());
      }
      default -> {
        if (words.size() != 2) {
          throw new IllegalArgumentException(
              "compare name wants the ID of a finding and a label; the empty label takes it back");
        }
        workbench.name(FindingId.parse(words.getFirst()), words.getLast());
      }
    }
  }

  private static List<FindingId> ids(List<String> words, int least, int most) {
    if (words.size() < least || words.size() > most) {
      throw new IllegalArgumentException(
          "name " + least + (most > least ? " or more" : "") + " findings by their ID");
    }
    return words.stream().map(FindingId::parse).toList();
  }
}
