package org.tellings.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Finding;
import org.tellings.model.Finding.EntityType;

/// Drafts of reviews of claims, as schema.org's `ClaimReview` in JSON-LD: for claims that a person
/// confirmed or corrected, and for nothing else.
///
/// Claims that tell the same proposition with the same stance are one draft with several
/// appearances, the earliest first. What only the reviewer can say, the rating above all, is not
/// invented: each draft is marked as one (`creativeWorkStatus`), and its `comment` names what is
/// missing.
public final class ClaimReviews {

  private static final List<String> REVIEWERS =
      List.of(
          "reviewRating (the verdict)",
          "url (where the review is published)",
          "author (who reviews)",
          "datePublished (of the review)");

  private ClaimReviews() {}

  /// An article with its findings, from which the kind of a source is known.
  public record Told(Article article, List<Finding> findings) {
    public Told {
      findings = List.copyOf(findings);
    }
  }

  /// `claims` are rows as they are exported, each with its `proposition`; those on which no person
  /// decided are passed over.
  public static List<Map<String, @Nullable Object>> drafts(
      List<Map<String, @Nullable Object>> claims, Function<String, Told> articles) {
    Map<Object, List<Map<String, @Nullable Object>>> alike = new LinkedHashMap<>();
    for (var claim : claims) {
      if (List.of("confirmed", "corrected").contains(string(claim, "state"))) {
        Object group =
            claim.get("proposition") == null
                ? string(claim, "id")
                : List.of(
                    string(claim, "proposition"), string(claim, "stance"), string(claim, "source"));
        alike.computeIfAbsent(group, _ -> new ArrayList<>()).add(claim);
      }
    }
    return alike.values().stream()
        .map(group -> draft(group, articles))
        .collect(Collectors.toList());
  }

  private static Map<String, @Nullable Object> draft(
      List<Map<String, @Nullable Object>> group, Function<String, Told> articles) {
    var ordered =
        group.stream()
            .sorted(
                Comparator.comparing((Map<String, @Nullable Object> claim) -> day(claim, articles)))
            .toList();
    var first = ordered.getFirst();
    var missing = new ArrayList<>(REVIEWERS);
    Map<String, @Nullable Object> draft = new LinkedHashMap<>();
    draft.put("@type", "ClaimReview");
    draft.put("identifier", string(first, "id"));
    draft.put("creativeWorkStatus", "Draft");
    draft.put("claimReviewed", string(first, "text"));
    draft.put("itemReviewed", claim(ordered, articles, missing));
    var note =
        ordered.stream()
            .map(claim -> string(claim, "note"))
            .filter(text -> !text.isEmpty())
            .distinct()
            .collect(Collectors.joining("\n\n"));
    if (!note.isEmpty()) {
      draft.put("reviewBody", note);
    }
    draft.put("comment", typed("Comment", "text", "Missing: " + String.join("; ", missing)));
    return draft;
  }

  private static Map<String, Object> claim(
      List<Map<String, @Nullable Object>> ordered,
      Function<String, Told> articles,
      List<String> missing) {
    var first = ordered.getFirst();
    var told = articles.apply(string(first, "article"));
    Map<String, Object> claim = new LinkedHashMap<>();
    claim.put("@type", "Claim");
    claim.put("text", string(first, "text"));
    var source = string(first, "source");
    if (source.isEmpty()) {
      missing.add("itemReviewed.author (who claims it: the article says so itself)");
    } else {
      claim.put("author", author(source, told, missing));
    }
    var day = published(told.article());
    if (day.isEmpty()) {
      missing.add("itemReviewed.datePublished (when it was claimed)");
    } else {
      claim.put("datePublished", day);
    }
    List<Object> works =
        ordered.stream()
            .map(one -> articles.apply(string(one, "article")).article())
            .distinct()
            .<Object>map(ClaimReviews::work)
            .toList();
    claim.put("firstAppearance", works.getFirst());
    if (works.size() > 1) {
      claim.put("appearance", works.subList(1, works.size()));
    }
    if (told.article().heading().url().isEmpty()) {
      missing.add("itemReviewed.firstAppearance.url (the address of the article)");
    }
    return claim;
  }

  private static Map<String, Object> author(String source, Told told, List<String> missing) {
    Map<String, Object> author = new LinkedHashMap<>();
    var type =
        told.findings().stream()
            .filter(Finding.Mention.class::isInstance)
            .map(Finding.Mention.class::cast)
            .filter(mention -> mention.name().equals(source))
            .map(Finding.Mention::type)
            .filter(one -> one == EntityType.PERSON || one == EntityType.ORGANISATION)
            .findFirst();
    if (type.isEmpty()) {
      missing.add("itemReviewed.author.@type (a person or an organisation)");
    }
    type.ifPresent(
        one -> author.put("@type", one == EntityType.PERSON ? "Person" : "Organization"));
    author.put("name", source);
    return author;
  }

  private static Map<String, Object> work(Article article) {
    Map<String, Object> work = new LinkedHashMap<>();
    work.put("@type", "NewsArticle");
    put(work, "url", article.heading().url());
    put(work, "headline", article.title());
    put(work, "datePublished", published(article));
    if (article.outlet().isKnown()) {
      work.put("publisher", typed("Organization", "name", article.outlet().name()));
    }
    return work;
  }

  /// In this order, always.
  private static Map<String, Object> typed(String type, String field, String value) {
    Map<String, Object> thing = new LinkedHashMap<>();
    thing.put("@type", type);
    thing.put(field, value);
    return thing;
  }

  private static void put(Map<String, Object> work, String name, String value) {
    if (!value.isEmpty()) {
      work.put(name, value);
    }
  }

  /// When the article of a claim was published; those without a day come last.
  private static String day(Map<String, @Nullable Object> claim, Function<String, Told> articles) {
    var day = published(articles.apply(string(claim, "article")).article());
    return day.isEmpty() ? "9999" : day;
  }

  private static String published(Article article) {
    return article.heading().published().map(Dated::value).orElse("");
  }

  private static String string(Map<String, @Nullable Object> row, String field) {
    return row.get(field) instanceof String text ? text : "";
  }

  /// All drafts in one document.
  static String document(List<Map<String, @Nullable Object>> drafts) {
    return "{\"@context\":\"https://schema.org\",\"@graph\":[\n"
        + drafts.stream().map(Json::line).collect(Collectors.joining(",\n"))
        + "\n]}\n";
  }
}
