package org.tellings.read;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.parser.Parser;
import org.tellings.json.Json;
import org.tellings.model.Heading;

/// What a web page says about itself outside its text: JSON-LD, meta tags, `time`, the browser's title.
final class HtmlHead {

  private static final Pattern BETWEEN = Pattern.compile(" [|–—·»-] ");

  private HtmlHead() {}

  static void read(Document document, Page page) {
    for (var script : document.select("script[type=application/ld+json]")) {
      Json.list(script.data()).forEach(one -> linked(one, page, 0));
    }
    page.published(meta(document, "article:published_time"), "date.open-graph/1");
    page.updated(meta(document, "article:modified_time"), "date.open-graph/1");
    for (var key : List.of("date", "pubdate", "publish-date", "dc.date", "dcterms.created", "parsely-pub-date")) {
      page.published(meta(document, key), "date.meta/1");
    }
    for (var at : List.of("[itemprop=datePublished]", "article time[datetime]", "time[datetime]")) {
      var time = document.selectFirst(at);
      if (time != null) {
        page.published(time.hasAttr("datetime") ? time.attr("datetime") : time.attr("content"), "date.time-element/1");
      }
    }
    page.outlet(meta(document, "og:site_name"));
    page.outlet(meta(document, "application-name"));
    if (page.heading.title().isEmpty()) {
      page.heading = page.heading.withTitle(meta(document, "og:title"));
    }
    if (page.heading.byline().isEmpty()) {
      page.heading = page.heading.withByline(meta(document, "author"));
    }
    var author = document.selectFirst("[rel=author], [itemprop=author]");
    if (page.heading.byline().isEmpty() && author != null && Page.words(author.text()) <= 8) {
      page.heading = page.heading.withByline(Head.byline(author.text()).orElse(author.text()));
    }
    var link = document.selectFirst("link[rel=canonical]");
    var now = page.heading;
    page.heading = new Heading(now.title(), now.byline(), now.outlet(), now.published(), now.updated(),
        link != null ? link.attr("href") : meta(document, "og:url"),
        document.select("html").attr("lang").toLowerCase(Locale.ROOT).replaceFirst("[-_].{0,12}$", ""));
  }

  /// Takes from `Title | Outlet`, as browsers show it, what is still missing, and takes the outlet off
  /// the end of a title.
  static void fromTitle(Page page, String browser) {
    var title = page.heading.title();
    var m = BETWEEN.matcher(browser.length() > 400 ? "" : browser);
    var last = -1;
    while (m.find()) {
      last = m.start();
    }
    if (last > 0) {
      var before = browser.substring(0, last).strip();
      var after = browser.substring(last + 3).strip();
      if (title.isEmpty() || title.equals(browser)) {
        page.heading = page.heading.withTitle(before);
        page.outlet(Page.words(after) <= 5 ? after : "");
      } else if (same(before, title) && Page.words(after) <= 5) {
        page.outlet(after);
      } else if (same(after, title) && Page.words(before) <= 5) {
        page.outlet(before);
      }
    } else if (title.isEmpty()) {
      page.heading = page.heading.withTitle(browser);
    }
    var outlet = page.heading.outlet().name();
    var whole = page.heading.title();
    if (!outlet.isEmpty() && whole.endsWith(outlet) && whole.length() > outlet.length() + 3
        && BETWEEN.matcher(whole.substring(whole.length() - outlet.length() - 3, whole.length() - outlet.length())).matches()) {
      page.heading = page.heading.withTitle(whole.substring(0, whole.length() - outlet.length() - 3).strip());
    }
  }

  private static boolean same(String one, String other) {
    return one.equalsIgnoreCase(other) || one.length() > 15 && other.startsWith(one) || other.length() > 15 && one.startsWith(other);
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
      page.heading = page.heading.withTitle(Parser.unescapeEntities(String.valueOf(m.get("headline")), false).strip());
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
      case String s -> Parser.unescapeEntities(s, false).strip();
      case Map<?, ?> m -> name(Optional.ofNullable(m.get("name")));
      case List<?> l -> String.join(", ", l.stream().map(one -> name(Optional.ofNullable(one))).toList());
      default -> "";
    };
  }

  private static String meta(Document document, String key) {
    var tag = document.selectFirst("meta[property=\"" + key + "\"], meta[name=\"" + key + "\"]");
    return tag == null ? "" : tag.attr("content").strip();
  }
}
