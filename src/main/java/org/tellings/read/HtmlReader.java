package org.tellings.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.tellings.json.Json;

/// Web pages as saved: the article is found by where its paragraphs stand, the rest is kept as removed.
final class HtmlReader implements ArticleReader {

  private static final Set<String> PARAGRAPHS = Set.of("p", "blockquote", "li", "h2", "h3", "h4", "pre");
  private static final String NEVER =
      "nav, header nav, footer, aside, form, figcaption, button, iframe, noscript, [role=navigation], [role=banner],"
          + " [role=contentinfo], [role=complementary], [aria-hidden=true], [hidden]";
  private static final Pattern FURNITURE = Pattern.compile(
      "(?i)(^|[\\s_-])(nav|menu|breadcrumbs?|cookies?|consent|newsletter|signup|related|recommend(ed|ations)?|promo|share|social|sidebar"
          + "|comments?|advert|ad|ads|sponsor(ed)?|teasers?|footer|popup|modal|tags|outbrain|taboola|trending|most-read)([\\s_-]|$)");

  @Override
  public boolean accepts(String name, byte[] head) {
    var lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".html") || lower.endsWith(".htm") || lower.endsWith(".xhtml")) {
      return true;
    }
    var start = new String(head, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
    return !lower.contains(".") && (start.startsWith("<!doctype html") || start.startsWith("<html"));
  }

  @Override
  public Outcome read(String name, byte[] bytes) {
    if (bytes.length == 0) {
      return new Outcome.Refused("empty", "the file is empty");
    }
    Document document;
    try {
      document = Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
    } catch (IOException e) {
      return new Outcome.Refused("html", "the page cannot be read: " + e.getMessage());
    }
    var page = new Page(name);
    metadata(document, page);
    document.select("script, style, template, svg").remove();
    for (var element : document.select(NEVER)) {
      take(element, page, "html." + element.normalName() + "/1");
    }
    for (var element : document.select("[class], [id]")) {
      var label = element.className() + " " + element.id();
      if (!Set.of("html", "body", "article", "main").contains(element.normalName())
          && label.length() < 300 && FURNITURE.matcher(label).find()) {
        take(element, page, "html.furniture-class/1");
      }
    }
    var headline = document.selectFirst("h1");
    if (headline != null) {
      if (page.heading.title().isEmpty()) {
        page.heading = page.heading.withTitle(headline.text());
      }
      headline.remove();
    }
    var body = main(document);
    for (var paragraph : leaves(body)) {
      var links = paragraph.select("a").text().length();
      var words = paragraph.text();
      if (links > 0.7 * words.length() && Page.words(words) < 25) {
        page.removed(words, "html.only-links/1");
      } else {
        page.paragraph(words);
      }
    }
    page.readHead("html");
    return page.outcome();
  }

  private static void take(Element element, Page page, String rule) {
    if (element.parent() != null) {
      page.removed(element.text(), rule);
      element.remove();
    }
  }

  /// The element whose own paragraphs hold most letters; an `article` that holds most of them wins.
  private static Element main(Document document) {
    var best = document.body();
    var most = 0;
    for (var candidate : document.select("article, main, [itemprop=articleBody], div, section, td, body")) {
      var letters = 0;
      for (var child : candidate.children()) {
        letters += PARAGRAPHS.contains(child.normalName()) ? child.text().length() - child.select("a").text().length() : 0;
      }
      if (letters > most) {
        most = letters;
        best = candidate;
      }
    }
    var around = best.closest("article, [itemprop=articleBody]");
    return around != null ? around : best;
  }

  /// Paragraphs in document order, walked without recursion; text outside any paragraph counts as one.
  private static List<Element> leaves(Element root) {
    List<Element> leaves = new ArrayList<>();
    var open = new ArrayDeque<Element>();
    open.push(root);
    while (!open.isEmpty()) {
      var element = open.pop();
      var inner = element.children().stream().anyMatch(Element::isBlock);
      if (PARAGRAPHS.contains(element.normalName()) && !inner || !inner && element.hasText()) {
        leaves.add(element);
      } else {
        for (var i = element.childrenSize() - 1; i >= 0; i--) {
          open.push(element.child(i));
        }
      }
    }
    return leaves;
  }

  private static void metadata(Document document, Page page) {
    for (var script : document.select("script[type=application/ld+json]")) {
      Json.list(script.data()).forEach(one -> linked(one, page, 0));
    }
    page.published(meta(document, "article:published_time"), "date.open-graph/1");
    page.updated(meta(document, "article:modified_time"), "date.open-graph/1");
    for (var key : List.of("date", "pubdate", "publish-date", "dc.date", "dcterms.created", "parsely-pub-date")) {
      page.published(meta(document, key), "date.meta/1");
    }
    var time = document.selectFirst("article time[datetime], time[datetime]");
    if (time != null) {
      page.published(time.attr("datetime"), "date.time-element/1");
    }
    page.outlet(meta(document, "og:site_name"));
    page.outlet(meta(document, "application-name"));
    var h = page.heading;
    if (h.title().isEmpty()) {
      page.heading = page.heading.withTitle(meta(document, "og:title"));
    }
    if (h.byline().isEmpty()) {
      page.heading = page.heading.withByline(meta(document, "author"));
    }
    var link = document.selectFirst("link[rel=canonical]");
    var now = page.heading;
    page.heading = new org.tellings.model.Heading(now.title(), now.byline(), now.outlet(), now.published(), now.updated(),
        link != null ? link.attr("href") : meta(document, "og:url"),
        document.select("html").attr("lang").toLowerCase(Locale.ROOT).replaceFirst("[-_].{0,12}$", ""));
  }

  /// JSON-LD: the first object that is an article of some kind, also inside `@graph`.
  private static void linked(Object value, Page page, int depth) {
    if (depth > 4 || !(value instanceof Map<?, ?> m)) {
      return;
    }
    if (m.get("@graph") instanceof List<?> graph) {
      graph.stream().filter(one -> one != null).forEach(one -> linked(one, page, depth + 1));
    }
    var type = String.valueOf(m.get("@type"));
    if (!type.contains("Article") && !type.contains("BlogPosting")) {
      return;
    }
    if (page.heading.title().isEmpty() && m.get("headline") != null) {
      page.heading = page.heading.withTitle(String.valueOf(m.get("headline")));
    }
    if (page.heading.byline().isEmpty()) {
      page.heading = page.heading.withByline(name(Optional.ofNullable(m.get("author"))));
    }
    page.outlet(name(Optional.ofNullable(m.get("publisher"))));
    page.published(String.valueOf(m.get("datePublished")), "date.json-ld/1");
    page.updated(String.valueOf(m.get("dateModified")), "date.json-ld/1");
  }

  private static String name(Optional<?> value) {
    return switch (value.<Object>map(v -> v).orElse("")) {
      case String s -> s;
      case Map<?, ?> m -> name(Optional.ofNullable(m.get("name")));
      case List<?> l -> String.join(", ", l.stream().map(one -> name(Optional.ofNullable(one))).toList());
      default -> "";
    };
  }

  private static String meta(Document document, String key) {
    var tag = document.selectFirst("meta[property=" + key.replace(":", "\\:").replace(".", "\\.") + "], meta[name=" + key.replace(":", "\\:").replace(".", "\\.") + "]");
    return tag == null ? "" : tag.attr("content").strip();
  }
}
