package org.tellings.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;

/// Articles as references: RIS, BibTeX, and the JSON of the Citation Style Language (1.0.2).
///
/// Bylines are kept as printed, several names apart; a newspaper's article is one of type `NEWS`,
/// `article` and `article-newspaper`. What is not known is left out.
final class References {

  private static final Pattern BETWEEN = Pattern.compile("\\s*(?:;|&|,?\\s+and\\s)\\s*");
  private static final Pattern COMMA = Pattern.compile("\\s*,\\s*");
  private static final Pattern FULL = Pattern.compile("\\p{Lu}\\S*(?:\\s+\\p{Lu}\\S*)+");
  private static final Pattern BY = Pattern.compile("(?i)^by\\s+");

  /// ISO 8601 as far as it is known.
  private static final Pattern DAY = Pattern.compile("^([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?");

  private References() {}

  // -- RIS --

  static String ris(List<Map<String, @Nullable Object>> articles) {
    var out = new StringBuilder();
    for (var article : articles) {
      ris(out, "TY", "NEWS");
      ris(out, "TI", word(article, "title"));
      authors(article).forEach(author -> ris(out, "AU", author));
      ris(out, "T2", word(article, "outlet"));
      var day = day(article);
      if (!day.isEmpty()) {
        ris(out, "PY", day.getFirst());
        ris(out, "DA", String.join("/", day) + "/".repeat(3 - day.size()) + "/");
      }
      ris(out, "UR", word(article, "url"));
      ris(out, "LA", word(article, "language"));
      ris(out, "ID", word(article, "id"));
      out.append("ER  - \r\n\r\n");
    }
    return out.toString();
  }

  private static void ris(StringBuilder out, String tag, String value) {
    if (!value.isEmpty()) {
      out.append(tag).append("  - ").append(value).append("\r\n");
    }
  }

  // -- BibTeX --

  static String bibtex(List<Map<String, @Nullable Object>> articles) {
    var out = new StringBuilder();
    Map<String, Integer> used = new HashMap<>();
    for (var article : articles) {
      var key = key(article);
      var times = used.merge(key, 1, Integer::sum);
      out.append("@article{").append(times == 1 ? key : key + "-" + times).append(",\n");
      bibtex(out, "title", "{" + escaped(word(article, "title")) + "}");
      bibtex(
          out,
          "author",
          authors(article).stream()
              .map(author -> "{" + escaped(author) + "}")
              .collect(Collectors.joining(" and ")));
      bibtex(out, "journal", escaped(word(article, "outlet")));
      var day = day(article);
      if (!day.isEmpty()) {
        bibtex(out, "year", day.getFirst());
        bibtex(out, "date", String.join("-", day));
      }
      bibtex(out, "url", word(article, "url").replace("{", "%7B").replace("}", "%7D"));
      bibtex(out, "langid", word(article, "language"));
      out.append("}\n\n");
    }
    return out.toString();
  }

  private static void bibtex(StringBuilder out, String field, String value) {
    if (!value.isEmpty() && !value.equals("{}")) {
      out.append("  ").append(field).append(" = {").append(value).append("},\n");
    }
  }

  /// Outlet, year and the beginning of the title, in letters and digits: `harborpost-2025-openai`.
  private static String key(Map<String, @Nullable Object> article) {
    var parts = new ArrayList<String>();
    parts.add(letters(word(article, "outlet")));
    parts.add(day(article).isEmpty() ? "" : day(article).getFirst());
    parts.add(
        Arrays.stream(word(article, "title").split("\\s+"))
            .map(References::letters)
            .filter(part -> part.length() > 3)
            .findFirst()
            .orElse(""));
    parts.removeIf(String::isEmpty);
    return parts.isEmpty() ? word(article, "id") : String.join("-", parts);
  }

  private static String letters(String text) {
    return text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  /// What means something to TeX; braces stay balanced, since each is written as a command.
  private static String escaped(String text) {
    var out = new StringBuilder();
    for (var c : text.toCharArray()) {
      out.append(
          switch (c) {
            case '\\' -> "\\textbackslash{}";
            case '{' -> "\\{";
            case '}' -> "\\}";
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '&', '%', '$', '#', '_' -> "\\" + c;
            default -> String.valueOf(c);
          });
    }
    return out.toString();
  }

  // -- CSL --

  static String csl(List<Map<String, @Nullable Object>> articles) {
    return articles.stream()
        .map(article -> Json.line(csl(article)))
        .collect(Collectors.joining(",\n", "[\n", "\n]\n"));
  }

  private static Map<String, Object> csl(Map<String, @Nullable Object> article) {
    Map<String, Object> item = new LinkedHashMap<>();
    item.put("id", word(article, "id"));
    item.put("type", "article-newspaper");
    put(item, "title", word(article, "title"));
    var authors = authors(article);
    if (!authors.isEmpty()) {
      item.put("author", authors.stream().map(author -> Map.of("literal", author)).toList());
    }
    put(item, "container-title", word(article, "outlet"));
    var day = day(article);
    if (!day.isEmpty()) {
      item.put(
          "issued", Map.of("date-parts", List.of(day.stream().map(Integer::valueOf).toList())));
    }
    put(item, "URL", word(article, "url"));
    put(item, "language", word(article, "language"));
    return item;
  }

  private static void put(Map<String, Object> item, String field, String value) {
    if (!value.isEmpty()) {
      item.put(field, value);
    }
  }

  // -- what all tell --

  private static List<String> authors(Map<String, @Nullable Object> article) {
    var byline = BY.matcher(word(article, "byline")).replaceFirst("");
    return Arrays.stream(BETWEEN.split(byline))
        .flatMap(
            names -> Arrays.stream(areNames(names) ? COMMA.split(names) : new String[] {names}))
        .filter(name -> !name.isBlank())
        .toList();
  }

  /// “Ann Lee, Bob Ray”, not “Ada Ortiz, pool correspondent”: two words or more with a capital each
  /// between the commas.
  private static boolean areNames(String names) {
    var parts = COMMA.split(names);
    return parts.length > 1 && Arrays.stream(parts).allMatch(part -> FULL.matcher(part).matches());
  }

  /// Year, month and day of publication, as far as they are known.
  private static List<String> day(Map<String, @Nullable Object> article) {
    var found = DAY.matcher(word(article, "published"));
    if (!found.find()) {
      return List.of();
    }
    List<String> parts = new ArrayList<>();
    for (var i = 1; i <= 3 && found.group(i) != null; i++) {
      parts.add(found.group(i));
    }
    return parts;
  }

  /// In one line.
  private static String word(Map<String, @Nullable Object> article, String field) {
    var value = article.get(field);
    return value == null ? "" : value.toString().replaceAll("\\s+", " ").strip();
  }
}
