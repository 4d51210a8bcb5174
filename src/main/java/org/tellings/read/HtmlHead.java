package org.tellings.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;
import org.tellings.model.Heading;

/// What a web page says about itself outside its text: JSON-LD, meta tags, `time`, the browser's
/// title.
final class HtmlHead {

  private static final Pattern BETWEEN = Pattern.compile(" [|–—·»-] ");

  private HtmlHead() {}

  static void read(Document document, Page page) {
    List<Map<?, ?>> objects = new ArrayList<>();
    for (var script : document.select("script[type=application/ld+json]")) {
      gather(Json.list(script.data()), objects, 0);
    }
    linked(objects, page);
    page.published(meta(document, "article:published_time"), "date.open-graph/1");
    page.updated(meta(document, "article:modified_time"), "date.open-graph/1");
    for (var key :
        List.of(
            "date", "pubdate", "publish-date", "dc.date", "dcterms.created", "parsely-pub-date")) {
      page.published(meta(document, key), "date.meta/1");
    }
    times(document, page);
    byClass(document, page);
    page.outlet(meta(document, "og:site_name"));
    page.outlet(meta(document, "application-name"));
    if (page.heading.title().isEmpty()) {
      page.heading = page.heading.withTitle(plain(meta(document, "og:title")));
    }
    if (page.heading.byline().isEmpty()) {
      page.heading = page.heading.withByline(meta(document, "author"));
    }
    if (page.heading.byline().isEmpty()) {
      author(document).ifPresent(name -> page.heading = page.heading.withByline(name));
    }
    var link = document.selectFirst("link[rel=canonical]");
    var now = page.heading;
    var url =
        Stream.of(link == null ? "" : link.attr("href"), meta(document, "og:url"), url(objects))
            .map(String::strip)
            .filter(one -> !one.isEmpty())
            .findFirst()
            .orElse("");
    var language = document.select("html").attr("lang").toLowerCase(Locale.ROOT);
    page.heading =
        new Heading(
            now.title(),
            now.byline(),
            now.outlet(),
            now.published(),
            now.updated(),
            now.captured(),
            url,
            language.replaceFirst("[-_].{0,12}$", ""));
  }

  /// Takes from `Title | Outlet`, as browsers show it, what is still missing, and takes the outlet
  /// off the end of a title.
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
    var bare = whole.length() - outlet.length() - 3;
    if (!outlet.isEmpty()
        && whole.endsWith(outlet)
        && bare > 0
        && BETWEEN.matcher(whole.substring(bare, bare + 3)).matches()) {
      page.heading = page.heading.withTitle(whole.substring(0, bare).strip());
    }
  }

  private static boolean same(String one, String other) {
    return one.equalsIgnoreCase(other)
        || one.length() > 15 && other.startsWith(one)
        || other.length() > 15 && one.startsWith(other);
  }

  /// JSON-LD: the first object that is an article of some kind, also inside `@graph`; a page's date
  /// where no article has one.
  private static void linked(List<Map<?, ?>> objects, Page page) {
    Map<String, String> names = new HashMap<>();
    for (var one : objects) {
      if (one.get("@id") instanceof String id && one.get("name") instanceof String name) {
        names.putIfAbsent(id, name);
      }
    }
    for (var one : objects) {
      var type = String.valueOf(one.get("@type"));
      if (!type.contains("Article") && !type.contains("BlogPosting")) {
        continue;
      }
      if (page.heading.title().isEmpty() && one.get("headline") != null) {
        page.heading = page.heading.withTitle(plain(String.valueOf(one.get("headline"))));
      }
      if (page.heading.byline().isEmpty()) {
        page.heading = page.heading.withByline(name(Optional.ofNullable(one.get("author")), names));
      }
      page.outlet(name(Optional.ofNullable(one.get("publisher")), names));
      page.published(String.valueOf(one.get("datePublished")), "date.json-ld/1");
      page.updated(String.valueOf(one.get("dateModified")), "date.json-ld/1");
    }
    for (var one : objects) {
      if (String.valueOf(one.get("@type")).contains("WebPage")) {
        page.published(String.valueOf(one.get("datePublished")), "date.json-ld-page/1");
        page.updated(String.valueOf(one.get("dateModified")), "date.json-ld-page/1");
      }
    }
  }

  /// The address an article's JSON-LD gives: its `url`, else the page it says it is the main thing
  /// of.
  private static String url(List<Map<?, ?>> objects) {
    for (var key : List.of("url", "mainEntityOfPage")) {
      for (var one : objects) {
        var type = String.valueOf(one.get("@type"));
        if (type.contains("Article") || type.contains("BlogPosting")) {
          var url = address(one.get(key));
          if (url.isPresent()) {
            return url.get();
          }
        }
      }
    }
    return "";
  }

  private static Optional<String> address(@Nullable Object value) {
    return switch (value) {
      case String s when s.length() < 2000 && s.matches("https?://\\S+") ->
          Optional.of(s.replaceFirst("#.*$", ""));
      case Map<?, ?> m -> address(m.get("url")).or(() -> address(m.get("@id")));
      case null, default -> Optional.empty();
    };
  }

  /// The `time` elements, those inside the article first; one that the page calls a change is the
  /// day of the change.
  private static void times(Document document, Page page) {
    for (var at : List.of("[itemprop=datePublished]", "article time[datetime]", "time[datetime]")) {
      for (var time : document.select(at).stream().limit(20).toList()) {
        var value = time.hasAttr("datetime") ? time.attr("datetime") : time.attr("content");
        if (isChange(time)) {
          page.updated(value, "date.time-element/1");
        } else {
          page.published(value, "date.time-element/1");
          break;
        }
      }
    }
  }

  private static boolean isChange(Element time) {
    var names = (time.className() + " " + time.attr("itemprop")).toLowerCase(Locale.ROOT);
    if (names.contains("publish")) {
      return false;
    }
    return names.contains("updated") || names.contains("modified") || Head.isChange(before(time));
  }

  /// The words of the same line before an element.
  private static String before(Element element) {
    var words = new StringBuilder();
    var at = Optional.of(element);
    for (var up = 0; up < 2 && words.toString().isBlank() && at.isPresent(); up++) {
      var here = at.get();
      for (var node = here.previousSibling(); node != null; node = node.previousSibling()) {
        var text =
            switch (node) {
              case TextNode t -> t.text();
              case Element e -> e.isBlock() ? "" : e.text();
              default -> "";
            };
        words.insert(0, text);
        if (words.length() > 80 || node instanceof Element e && e.isBlock()) {
          break;
        }
      }
      at = Optional.ofNullable(here.parent()).filter(_ -> !here.isBlock());
    }
    return words.toString();
  }

  /// The objects of a script, with those inside `@graph` and `mainEntity`.
  private static void gather(Object value, List<Map<?, ?>> into, int depth) {
    if (depth > 4) {
      return;
    }
    if (value instanceof List<?> list) {
      list.stream().filter(one -> one != null).forEach(one -> gather(one, into, depth + 1));
    } else if (value instanceof Map<?, ?> one) {
      into.add(one);
      for (var inner : List.of("@graph", "mainEntity", "mainEntityOfPage")) {
        if (one.get(inner) instanceof Object deeper) {
          gather(deeper, into, depth + 1);
        }
      }
    }
  }

  private static String name(Optional<?> value, Map<String, String> names) {
    return switch (value.<Object>map(v -> v).orElse("")) {
      case String s -> s.startsWith("http") ? names.getOrDefault(s, "") : plain(s);
      case Map<?, ?> m when m.get("name") instanceof Object name -> name(Optional.of(name), names);
      case Map<?, ?> m when m.get("@id") instanceof String id -> names.getOrDefault(id, "");
      case List<?> l ->
          String.join(
              ", ",
              l.stream()
                  .map(one -> name(Optional.ofNullable(one), names))
                  .filter(n -> !n.isEmpty())
                  .toList());
      default -> "";
    };
  }

  private static String plain(String value) {
    return Parser.unescapeEntities(value, false).replaceAll("[\\s\\u00a0]+", " ").strip();
  }

  /// A day printed where a class speaks of dates, first inside the article.
  private static void byClass(Document document, Page page) {
    var what =
        "[class*=publish], [class*=date], [class*=posted], [class*=time],"
            + " [class*=byline], [class*=meta]";
    for (var where : List.of("article", "main", "body")) {
      for (var words : labelled(document, where, what)) {
        if (page.heading.published().isEmpty()) {
          Head.dates(page, words, "date.class/1");
        }
      }
    }
  }

  /// A name printed where a class speaks of an author.
  private static Optional<String> author(Document document) {
    for (var what :
        List.of(
            "[rel=author], [itemprop=author]",
            "[class*=author-name], [class*=byline]",
            "[class*=author]")) {
      for (var words : labelled(document, "body", what)) {
        var bare = words.replaceFirst("^(?i:(?:written |posted |words )?by:?) ", "");
        var name = Bylines.of("By " + bare);
        if (name.isPresent() && Page.words(name.get()) <= 6) {
          return name;
        }
      }
    }
    return Optional.empty();
  }

  /// The short texts of the first elements of a kind.
  private static List<String> labelled(Document document, String where, String what) {
    var root = document.selectFirst(where);
    return root == null
        ? List.of()
        : root.select(what).stream()
            .limit(40)
            .filter(one -> one.childrenSize() < 12)
            .map(Element::text)
            .filter(words -> words.length() < 160 && Page.words(words) <= 16)
            .toList();
  }

  private static String meta(Document document, String key) {
    var tag = document.selectFirst("meta[property=\"" + key + "\"], meta[name=\"" + key + "\"]");
    return tag == null ? "" : tag.attr("content").strip();
  }
}
