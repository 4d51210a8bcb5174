package org.tellings.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.tellings.compare.Passage;
import org.tellings.compare.Telling;
import org.tellings.export.Html;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.Heading;
import org.tellings.model.Kept;
import org.tellings.model.Span;
import org.tellings.model.Summary;

/// The lines of a report, and the places in articles that they lead to.
///
/// Each line of what is told is a line of the file and has an id, so that two reports can be laid
/// side by side. Every number and quotation is put in by a method that names where it leads.
final class Page {

  /// Characters of the text around a place that are shown with it, on each side, at most.
  private static final int AROUND = 160;

  private final Material material;
  private final StringBuilder out = new StringBuilder();
  private final Map<Key, Evidence> evidence = new LinkedHashMap<>();
  private final List<Counted> counted = new ArrayList<>();
  private final List<String> untraced = new ArrayList<>();
  private int lines;

  private record Key(ArticleId article, Span span, String finding) {}

  /// A place with its number and, where a finding stands there, what the program or a person made
  /// of it.
  private record Evidence(int number, Passage.Place place, String finding) {}

  /// What a query found.
  private record Counted(String query, List<ArticleId> articles) {}

  Page(Material material) {
    this.material = material;
  }

  // -- lines --

  /// An element with an id of its own on a line of its own; `inside` is HTML.
  void line(String element, String inside) {
    lines++;
    out.append('<').append(element).append(" id=\"l").append(lines).append("\">").append(inside);
    out.append("</").append(element).append(">\n");
  }

  /// A line without an id: what opens and closes lists and sections.
  void raw(String html) {
    out.append(html).append('\n');
  }

  /// Opens a list with an id of its own.
  void open(String id) {
    raw("<ul id=\"" + id + "\">");
  }

  /// The id that the next line will have.
  String next() {
    return "l" + (lines + 1);
  }

  // -- what leads somewhere --

  /// The exact characters of a telling, between marks.
  String quoted(Telling telling) {
    return link(evidence(telling.place(), described(telling.kept())), "“" + telling.text() + "”");
  }

  /// Words of the report that a telling bears out.
  String borne(Telling telling, String words) {
    return link(evidence(telling.place(), described(telling.kept())), words);
  }

  /// The exact characters of a place, between marks.
  String quoted(Passage.Place place) {
    return link(evidence(place, ""), "“" + place.text() + "”");
  }

  /// The exact characters of a finding, between marks or not.
  String printed(Kept kept, boolean marks) {
    var telling = Telling.of(material.article(kept.id().article()), kept);
    return marks
        ? quoted(telling)
        : link(evidence(telling.place(), described(kept)), telling.text());
  }

  /// Outlet and day of an article.
  String article(ArticleId id, Heading heading, String file) {
    var outlet = heading.outlet().isKnown() ? heading.outlet().name() : file;
    var day = heading.published().map(Dated::day).orElse("day not known");
    return link("a-" + id, outlet + ", " + day);
  }

  String article(Telling telling) {
    return article(telling.article(), telling.heading(), telling.file());
  }

  /// A number or sentence that counts or weighs what stands at `id`.
  String told(String words, String id) {
    return link(id, words);
  }

  /// How many articles a query finds.
  String count(String query) {
    var articles = found(query);
    return link(counted(query, articles), String.valueOf(articles.size()));
  }

  /// What part of the articles that one query finds another finds too, in percent, with what it is
  /// made of; never 0 or 100 where it is a little more or less.
  String percent(String part, String whole) {
    var all = found(whole);
    if (all.isEmpty()) {
      throw new IllegalArgumentException("no article is found by: " + whole);
    }
    var of = Set.copyOf(all);
    var both = found(part).stream().filter(of::contains).toList();
    var exact = 100.0 * both.size() / all.size();
    var near = Math.clamp(Math.round(exact), exact > 0 ? 1 : 0, exact < 100 ? 99 : 100);
    var id = counted(part + "” and “" + whole, both);
    return link(id, String.valueOf(both.size()))
        + " of "
        + link(counted(whole, all), String.valueOf(all.size()))
        + " = "
        + link(id, (near == exact ? "" : "about ") + near + " %");
  }

  private List<ArticleId> found(String query) {
    return material.found(query);
  }

  private String counted(String query, List<ArticleId> articles) {
    for (var i = 0; i < counted.size(); i++) {
      if (counted.get(i).query().equals(query)) {
        return "q" + (i + 1);
      }
    }
    counted.add(new Counted(query, articles));
    return "q" + counted.size();
  }

  /// How many words an article has.
  String words(Summary article) {
    return link("a-" + article.id(), article.words() + (article.words() == 1 ? " word" : " words"));
  }

  private String evidence(Passage.Place place, String finding) {
    var known =
        evidence.computeIfAbsent(
            new Key(place.article(), place.span(), finding),
            _ -> new Evidence(evidence.size() + 1, place, finding));
    return "e" + known.number();
  }

  private static String link(String id, String words) {
    return "<a href=\"#" + Html.escaped(id) + "\">" + Html.escaped(words.strip()) + "</a>";
  }

  private static String described(Kept kept) {
    return kept.id().kind().name().toLowerCase(Locale.ROOT)
        + ", "
        + kept.state().word()
        + ", rule "
        + kept.finding().rule();
  }

  // -- a person's own words --

  /// Escaped, with each number and quotation that leads nowhere stamped.
  String own(String words) {
    var html = new StringBuilder();
    var from = 0;
    for (var span : Untraced.in(words)) {
      var found = span.in(words);
      untraced.add(found);
      html.append(Html.escaped(words.substring(from, span.start())))
          .append("<span class=\"untraced\" title=\"This leads to no source.\">")
          .append(Html.escaped(found))
          .append(" <b>UNTRACED</b></span>");
      from = span.end();
    }
    return html.append(Html.escaped(words.substring(from))).toString();
  }

  List<String> untraced() {
    return List.copyOf(untraced);
  }

  // -- the end --

  int traces() {
    return evidence.size() + counted.size();
  }

  /// All that was told, then what it leads to.
  String html() {
    counts();
    sources();
    articles();
    return out.toString();
  }

  private void counts() {
    if (counted.isEmpty()) {
      return;
    }
    raw("<h2>Counts</h2>\n<ul>");
    for (var i = 0; i < counted.size(); i++) {
      var one = counted.get(i);
      var which = new ArrayList<String>();
      one.articles().forEach(id -> which.add(link("a-" + id, id.value())));
      raw(
          "<li id=\"q%d\">Articles found by “%s”: %d. %s</li>"
              .formatted(
                  i + 1,
                  Html.escaped(one.query()),
                  one.articles().size(),
                  String.join(" ", which)));
    }
    raw("</ul>");
  }

  private void sources() {
    if (evidence.isEmpty()) {
      return;
    }
    raw("<h2>Sources</h2>\n<ol class=\"sources\">");
    evidence.values().forEach(this::source);
    raw("</ol>");
  }

  private void source(Evidence one) {
    var place = one.place();
    var text = material.article(place.article()).text();
    var from = Math.max(text.lastIndexOf('\n', place.span().start() - 1) + 1, 0);
    from = Math.max(from, whole(text, place.span().start() - AROUND));
    var end = text.indexOf('\n', place.span().end());
    var to = Math.min(end < 0 ? text.length() : end, whole(text, place.span().end() + AROUND));
    raw(
        "<li id=\"e%d\" value=\"%d\"><blockquote dir=\"auto\">%s<mark>%s</mark>%s</blockquote><p>%s, “%s”, characters %d to %d of %s%s</p></li>"
            .formatted(
                one.number(),
                one.number(),
                inLine(text.substring(Math.min(from, place.span().start()), place.span().start())),
                inLine(place.span().in(text)),
                inLine(text.substring(place.span().end(), Math.max(to, place.span().end()))),
                article(place.article(), place.heading(), place.file()),
                Html.escaped(title(place.heading())),
                place.span().start(),
                place.span().end(),
                Html.escaped(place.file()),
                one.finding().isEmpty() ? "" : Html.escaped("; " + one.finding())));
  }

  /// The place itself, or the one before where it would part a letter.
  private static int whole(String text, int at) {
    var place = Math.clamp(at, 0, text.length());
    var parts = place > 0 && place < text.length() && Character.isLowSurrogate(text.charAt(place));
    return parts ? place - 1 : place;
  }

  /// Line ends are shown and take no line of the file.
  private static String inLine(String words) {
    return Html.escaped(words).replace("\r", "").replace("\n", "<br>");
  }

  static String title(Heading heading) {
    return heading.title().isEmpty() ? "no title" : heading.title();
  }

  private void articles() {
    raw("<h2>Articles</h2>\n<table id=\"articles\">");
    raw(
        "<tr><th>Outlet</th><th>Title</th><th>Published</th><th>Words</th><th>File</th><th>Text</th></tr>");
    for (var one : material.articles()) {
      raw(
          "<tr id=\"a-%s\"><td>%s</td><td>%s</td><td>%s</td><td>%d</td><td>%s</td><td class=\"hash\">%s</td></tr>"
              .formatted(
                  Html.escaped(one.id().value()),
                  Html.escaped(
                      one.heading().outlet().isKnown() ? one.heading().outlet().name() : ""),
                  inLine(title(one.heading())),
                  Html.escaped(one.heading().published().map(Dated::value).orElse("not known")),
                  one.words(),
                  Html.escaped(one.file()),
                  Html.escaped(material.article(one.id()).sha256().substring(0, 16))));
    }
    raw("</table>");
  }
}
