package org.tellings.read;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/// Web pages as saved: the article is found by where its paragraphs stand, the rest is kept as
/// removed.
final class HtmlReader implements ArticleReader {

  /// Pieces of text shorter than this are no prose: labels, menus, buttons.
  private static final int PROSE = 40;

  /// The least part of a page's prose that its article may hold.
  private static final double SHARE = 0.6;

  private static final Set<String> PARAGRAPHS =
      Set.of("p", "blockquote", "ul", "ol", "h2", "h3", "h4", "pre", "dl", "li");
  private static final Set<String> HEADINGS = Set.of("h2", "h3", "h4");
  private static final Set<String> STANDFIRST =
      Set.of(
          "standfirst",
          "dek",
          "deck",
          "subtitle",
          "subheadline",
          "sub-headline",
          "subheading",
          "lede",
          "summary",
          "excerpt",
          "strapline",
          "article-intro");
  private static final Pattern CHARSET =
      Pattern.compile(
          "(?i)<(?:meta\\b[^>]{0,200}\\bcharset\\s{0,9}=|\\?xml\\b[^>]{0,200}\\bencoding\\s{0,9}=)");

  @Override
  public boolean accepts(String name, byte[] head) {
    var lower = name.toLowerCase(Locale.ROOT);
    if (lower.endsWith(".html") || lower.endsWith(".htm") || lower.endsWith(".xhtml")) {
      return true;
    }
    var bytes = new String(head, StandardCharsets.ISO_8859_1);
    var start = bytes.stripLeading().toLowerCase(Locale.ROOT);
    return !lower.contains(".")
        && (start.startsWith("<!doctype html") || start.startsWith("<html"));
  }

  @Override
  public Outcome read(String name, byte[] bytes) {
    if (bytes.length == 0) {
      return new Outcome.Refused("empty", "the file is empty");
    }
    Document document;
    try {
      if (saysItsLetters(bytes)) {
        document = Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
      } else {
        var text = Letters.of(bytes);
        if (text.isEmpty()) {
          return new Outcome.Refused("binary", Letters.NO_TEXT);
        }
        document = Jsoup.parse(text.get());
      }
    } catch (IOException e) {
      return new Outcome.Refused("html", "the page cannot be read: " + e.getMessage());
    }
    var page = new Page(name);
    HtmlHead.read(document, page);
    HtmlCapture.read(document, page);
    var browser = document.title();
    document.select("script, style, template, svg, head").remove();
    var headline = headline(document, browser, page.heading.title());
    clear(document.body(), page, headline);
    var main = main(document, letters(document.body(), 1), letters(document.body(), PROSE));
    headline.ifPresent(
        h -> {
          standfirst(h, main, page);
          page.heading = page.heading.withTitle(h.text());
          page.removed(h.text(), "html.headline/1");
          h.remove();
        });
    HtmlHead.fromTitle(page, browser);
    document.body().traverse(new Runs(page, main));
    page.readHead("html");
    return page.outcome();
  }

  /// Whether the page names its charset, in a byte-order mark, an XML declaration or a meta tag,
  /// and has no zeros, which no charset named so has.
  private static boolean saysItsLetters(byte[] bytes) {
    if (Letters.isMarked(bytes)) {
      return false; // read as marked, with the check that it is text
    }
    var head = new String(bytes, 0, Math.min(bytes.length, 8192), StandardCharsets.ISO_8859_1);
    return head.indexOf('\0') < 0 && CHARSET.matcher(head).find();
  }

  /// The `h1` that says what the page says elsewhere it is called, or else stands in an article.
  private static Optional<Element> headline(Document document, String browser, String title) {
    Optional<Element> best = Optional.empty();
    var most = 0;
    for (var h : document.select("h1")) {
      var words = h.text();
      var score =
          1
              + (browser.contains(words) || title.contains(words) ? 2 : 0)
              + (title.equals(words) ? 4 : 0)
              + (inArticle(h) || h.hasAttr("itemprop") ? 2 : 0)
              + (Page.words(words) > 3 ? 2 : 0)
              - (HtmlFurniture.isSiteTitle(h) || h.closest("header") != null && !inArticle(h)
                  ? 3
                  : 0);
      if (!words.isBlank() && score > most) {
        most = score;
        best = Optional.of(h);
      }
    }
    return best;
  }

  private static boolean inArticle(Element element) {
    return element.closest("article, main, [itemprop=articleBody]") != null;
  }

  /// Takes furniture out, top down.
  private static void clear(Element body, Page page, Optional<Element> headline) {
    var prose = letters(body, PROSE);
    var all = prose.getOrDefault(body, 0);
    Map<Element, Set<Node>> furniture = new IdentityHashMap<>();
    var open = new ArrayDeque<Element>();
    open.push(body);
    while (!open.isEmpty()) {
      var element = open.pop();
      var rule =
          headline.filter(h -> h == element).isPresent()
              ? Optional.<String>empty()
              : HtmlFurniture.rule(element, prose.getOrDefault(element, 0), all);
      if (rule.isPresent() && element != body) {
        page.removed(element.text(), rule.get());
        furniture
            .computeIfAbsent(
                Optional.ofNullable(element.parent()).orElseThrow(),
                _ -> Collections.newSetFromMap(new IdentityHashMap<>()))
            .add(element);
        continue;
      }
      for (var i = element.childrenSize() - 1; i >= 0; i--) {
        open.push(element.child(i));
      }
    }
    furniture.forEach(HtmlReader::without);
  }

  /// Takes children out all at once: one by one, each would have all after it counted anew.
  private static void without(Element parent, Set<Node> children) {
    var left = parent.childNodes().stream().filter(child -> !children.contains(child)).toList();
    parent.empty();
    parent.appendChildren(left);
  }

  /// How many letters each element holds that are no link's, in pieces of at least so many.
  private static Map<Element, Integer> letters(Element root, int least) {
    Map<Element, Integer> letters = new IdentityHashMap<>();
    root.traverse(
        new org.jsoup.select.NodeVisitor() {
          @Override
          public void head(Node node, int depth) {
            if (node instanceof TextNode text
                && !text.isBlank()
                && text.parent() instanceof Element parent) {
              var length = text.text().strip().length();
              letters.merge(parent, length < least ? 0 : length, Integer::sum);
            }
          }

          @Override
          public void tail(Node node, int depth) {
            if (node instanceof Element element
                && element != root
                && !element.normalName().equals("a")
                && element.parent() instanceof Element parent) {
              letters.merge(parent, letters.getOrDefault(element, 0), Integer::sum);
            }
          }
        });
    return letters;
  }

  /// The element whose own paragraphs hold most letters, widened to its like: posts of a live page,
  /// halves around an advertisement.
  private static Element main(
      Document document, Map<Element, Integer> letters, Map<Element, Integer> prose) {
    var best = document.body();
    var most = 0;
    for (var candidate :
        document.select("body, article, main, [itemprop=articleBody], div, section, td")) {
      var own = 0;
      for (var child : candidate.children()) {
        if (PARAGRAPHS.contains(child.normalName())
            || child.normalName().equals("div") && leaf(child)) {
          own += letters.getOrDefault(child, 0);
        }
      }
      if (leaf(candidate)) {
        own += letters.getOrDefault(candidate, 0);
      }
      if (own > most) {
        most = own;
        best = candidate;
      }
    }
    var around = best.closest("article, [itemprop=articleBody]");
    var wide = widened(around != null ? around : best, letters);
    var all = prose.getOrDefault(document.body(), 0);
    while (prose.getOrDefault(wide, 0) < SHARE * all
        && !wide.normalName().equals("body")
        && wide.parent() instanceof Element parent) {
      wide = parent;
    }
    return wide;
  }

  private static boolean leaf(Element element) {
    // in this order: looking for text in what holds blocks would walk down all of it at every level
    return element.children().stream().noneMatch(Element::isBlock) && element.hasText();
  }

  private static Element widened(Element found, Map<Element, Integer> letters) {
    var wide = found;
    for (var up = 0; up < 3; up++) {
      var here = wide;
      var parent = here.parent();
      if (parent == null || here.normalName().equals("body")) {
        return wide;
      }
      var own = letters.getOrDefault(here, 0);
      var like =
          parent.children().stream()
              .anyMatch(
                  other ->
                      other != here
                          && other.normalName().equals(here.normalName())
                          && other.className().equals(here.className())
                          && letters.getOrDefault(other, 0) > Math.max(80, own / 10));
      if (like) {
        wide = parent;
      }
    }
    return wide;
  }

  /// A paragraph between headline and article that its class calls the standfirst.
  private static void standfirst(Element headline, Element main, Page page) {
    if (main.select("h1").contains(headline)) {
      return;
    }
    var next = headline.nextElementSibling();
    for (; next != null && next != main; next = next.nextElementSibling()) {
      if (HtmlFurniture.isCalled(next, STANDFIRST) && Page.words(next.text()) >= 5) {
        page.paragraph(next.text());
        next.remove();
        return;
      }
    }
  }

  /// Runs of text between the edges of blocks, in document order; two line breaks are an edge too.
  /// What stands outside the article may name author and day, and is kept as removed.
  private static final class Runs implements org.jsoup.select.NodeVisitor {

    private final Page page;
    private final Element main;
    private final StringBuilder run = new StringBuilder();
    private boolean before = true;
    private boolean inside;
    private boolean heading;
    private int links;
    private int linked;
    private int breaks;

    Runs(Page page, Element main) {
      this.page = page;
      this.main = main;
    }

    @Override
    public void head(Node node, int depth) {
      if (node instanceof TextNode text) {
        if (!text.isBlank()) {
          if (breaks > 1) {
            flush();
          }
          breaks = 0;
          linked += links > 0 ? text.text().strip().length() : 0;
        }
        run.append(text.getWholeText());
      } else if (node instanceof Element element) {
        if (element.isBlock() || element == main) {
          flush();
          heading = HEADINGS.contains(element.normalName());
        } else if (element.normalName().equals("br")) {
          breaks++;
          run.append(' ');
        } else if (element.normalName().equals("a")) {
          links++;
        }
        inside |= element == main;
      }
    }

    @Override
    public void tail(Node node, int depth) {
      if (node instanceof Element element) {
        if (element.isBlock() || element == main) {
          flush();
        } else if (element.normalName().equals("a")) {
          links--;
        }
        if (element == main) {
          inside = false;
          before = false;
        }
      }
    }

    private void flush() {
      var words = run.toString().strip();
      if (linked > 0.7 * words.length() && Page.words(words) < 25 && !(inside && heading)) {
        page.removed(words, "html.only-links/1");
      } else if (inside) {
        page.paragraph(words);
      } else {
        var heads = before && Head.heading(page, words);
        page.removed(words, heads ? "html.heading-line/1" : "html.outside/1");
      }
      run.setLength(0);
      linked = 0;
      breaks = 0;
    }
  }
}
