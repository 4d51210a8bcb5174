package org.tellings.read;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/// What of a web page is no article, told by the names of its elements and of their classes.
final class HtmlFurniture {

  /// What holds more than this part of a page's prose is no furniture, whatever it is called.
  private static final double MOST = 0.4;

  /// Hidden elements with more prose than this open at a click; their words belong to the article.
  private static final int HIDDEN = 200;

  private static final Set<String> NEVER =
      Set.of("nav", "footer", "figcaption", "button", "iframe", "noscript", "select", "dialog");
  private static final Set<String> SELDOM = Set.of("aside", "form");
  private static final Set<String> ROLES =
      Set.of("navigation", "banner", "contentinfo", "complementary", "dialog", "search", "menu");
  private static final Set<String> FRAME = Set.of("html", "body", "article", "main");

  /// Words, and pairs of words, of classes and ids that name furniture.
  private static final Set<String> FURNITURE =
      Set.of(
          "nav",
          "navbar",
          "navigation",
          "menu",
          "breadcrumb",
          "breadcrumbs",
          "cookie",
          "cookies",
          "consent",
          "gdpr",
          "newsletter",
          "signup",
          "sign-up",
          "subscribe",
          "subscription",
          "related",
          "recommend",
          "recommended",
          "recommendations",
          "promo",
          "promoted",
          "share",
          "sharing",
          "social",
          "sidebar",
          "comment",
          "comments",
          "disqus",
          "advert",
          "adverts",
          "advertisement",
          "ad",
          "ads",
          "sponsor",
          "sponsored",
          "teaser",
          "teasers",
          "footer",
          "popup",
          "modal",
          "overlay",
          "tags",
          "tag-list",
          "topics",
          "outbrain",
          "taboola",
          "trending",
          "most-read",
          "most-popular",
          "read-next",
          "read-more",
          "more-stories",
          "more-on",
          "further-reading",
          "also-read",
          "sidebar-widget",
          "widget-area",
          "banner",
          "ticker",
          "toolbar",
          "skip-link",
          "caption",
          "captions",
          "photo-credit",
          "author-bio",
          "about-author",
          "author-box",
          "donate",
          "donation",
          "pagination",
          "pager",
          "login",
          "top-bar",
          "topbar",
          "search",
          "poll",
          "live-chat");

  private static final Set<String> CONSENT = Set.of("cookie", "cookies", "consent", "gdpr");
  private static final Set<String> SITE =
      Set.of("site-title", "site-name", "logo", "masthead", "brand", "branding");
  private static final Pattern CAMEL = Pattern.compile("(?<=[a-z])(?=[A-Z])");

  private HtmlFurniture() {}

  /// The rule by which an element is furniture; empty when it is none. `prose` and `all` are the
  /// letters of prose in the element and in the page.
  static Optional<String> rule(Element element, int prose, int all) {
    var most = prose > MOST * all;
    var name = element.normalName();
    if (NEVER.contains(name) && !most) {
      return Optional.of("html." + name + "/1");
    }
    if (prose < HIDDEN && isHidden(element)) {
      return Optional.of("html.hidden/1");
    }
    if (FRAME.contains(name)) {
      return Optional.empty();
    }
    if (name.equals("h1") && names(label(element), SITE)) {
      return Optional.of("html.site-title/1");
    }
    var label = label(element);
    if (!most && SELDOM.contains(name)) {
      return Optional.of("html." + name + "/1");
    }
    if (!most && ROLES.contains(element.attr("role"))) {
      return Optional.of("html.role/1");
    }
    return names(label, most ? CONSENT : FURNITURE)
        ? Optional.of("html.furniture-class/1")
        : Optional.empty();
  }

  private static boolean isHidden(Element element) {
    return element.hasAttr("hidden")
        || element.attr("aria-hidden").equals("true")
        || element.attr("style").replace(" ", "").contains("display:none");
  }

  /// Class and id in lower case, `relatedPosts` as `related-posts`; empty when too long for one.
  private static String label(Element element) {
    if (!element.hasAttr("class") && !element.hasAttr("id")) {
      return "";
    }
    var label = element.className() + " " + element.id();
    return label.length() > 300
        ? ""
        : CAMEL.matcher(label).replaceAll("-").toLowerCase(Locale.ROOT);
  }

  /// Whether a word of the label, or two words in a row, stand among these.
  private static boolean names(String label, Set<String> these) {
    var previous = "";
    var start = 0;
    for (var i = 0; i <= label.length(); i++) {
      if (i < label.length() && " _-\t\n".indexOf(label.charAt(i)) < 0) {
        continue;
      }
      var word = label.substring(start, i);
      start = i + 1;
      if (these.contains(word) || !previous.isEmpty() && these.contains(previous + "-" + word)) {
        return true;
      }
      previous = word;
    }
    return false;
  }

  static boolean isCalled(Element element, Set<String> these) {
    return names(label(element), these);
  }

  /// True of the name of the site, which is not the headline.
  static boolean isSiteTitle(Element element) {
    return isCalled(element, SITE);
  }
}
