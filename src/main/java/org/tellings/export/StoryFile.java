package org.tellings.export;

import static org.tellings.export.Html.escaped;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Dated;
import org.tellings.model.FindingId;
import org.tellings.timeline.Days;
import org.tellings.timeline.Story;
import org.tellings.timeline.StoryPage;
import org.tellings.timeline.StoryPage.Line;
import org.tellings.timeline.StoryPage.Piece;

/// A story for paper and for other programs: as one page of HTML that leans on nothing else (no
/// script, no file beside it), as plain text, and as rows.
public final class StoryFile {

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --bg: #ffffff; --fg: #24292f; --muted: #57606a;
        --line: #d0d7de; --date: #a8236a; --q: #d9f0ee; --link: #0969da; --c: #6639ba;
        --f: #8a5300 }
      @media (prefers-color-scheme: dark) { :root { --bg: #0d1117; --fg: #d1d7de;
        --muted: #97a1ac; --line: #30363d; --date: #f08fbf; --q: #10302f; --link: #58a6ff;
        --c: #b99bf5; --f: #e0b044 } }
      body { background: var(--bg); color: var(--fg); font: 17px/1.65 Inter, sans-serif;
        margin: 0 auto; max-width: 40rem; padding: 1.5rem }
      h1 { font-size: 1.9rem; line-height: 1.25 } h2 { font-size: 1.6rem; line-height: 1.25;
        margin: .1rem 0 1rem } h3 { font-size: .9rem; margin: 1.2rem 0 .3rem }
      section { border-top: 1px solid var(--line); padding: 1.5rem 0 }
      time { color: var(--date); font-weight: 600; font-size: .9rem }
      a { color: var(--link) } nav a { text-decoration: none } nav li { margin: .2rem 0 }
      a:focus-visible { outline: 2px solid var(--link); outline-offset: 1px }
      .theirs { font-family: "Source Serif 4", Georgia, serif }
      .q { background: var(--q) } .c { border-bottom: 2px solid var(--c) }
      .f { border: 1px solid var(--f); padding: 0 .1em } .d { border-bottom: 2px dotted var(--date) }
      .term { border-bottom: 2px dotted var(--muted) }
      sup { font: 11px/1 "JetBrains Mono", monospace } sup a { text-decoration: none }
      ul { margin: 0; padding-left: 1.2rem } .quiet, dd { color: var(--muted) }
      dl, .sources { font-size: .9rem; line-height: 1.5 } dt { font-weight: 600 }
      dd { margin: 0 0 .4rem } .sources li { margin: .5rem 0 }
      @media print { body { max-width: none; font-size: 11pt } nav { break-after: page }
        section { break-after: page; border: 0 } p, li, dd { orphans: 3; widows: 3 }
        .sources li { break-inside: avoid } a { color: inherit } }
      """;

  private final StringBuilder out = new StringBuilder();
  private final Story story;

  private StoryFile(Story story) {
    this.story = story;
  }

  // -- html --

  /// `title` stands over it.
  public static String html(String title, Story story) {
    var file = new StoryFile(story);
    file.head(title);
    for (var i = 0; i < story.pages().size(); i++) {
      file.page(i);
    }
    file.out.append("</main>\n</body>\n</html>\n");
    return file.out.toString();
  }

  private void head(String title) {
    out.append("<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n")
        .append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>")
        .append(escaped(title))
        .append("</title>\n<style>\n")
        .append(STYLE)
        .append("</style>\n</head>\n<body>\n<main>\n<nav>\n<h1>")
        .append(escaped(title))
        .append("</h1>\n<p class=\"quiet\">")
        .append(story.pages().size())
        .append(story.pages().size() == 1 ? " event" : " events")
        .append(" in order. Every sentence was written or confirmed by a person, or says what")
        .append(" confirmed passages have in common. The small letters lead to the article that a")
        .append(" sentence rests on; words in a serif face are an article’s own.</p>\n<ol>\n");
    for (var i = 0; i < story.pages().size(); i++) {
      var page = story.pages().get(i);
      out.append("<li><a href=\"#p").append(i + 1).append("\">").append(escaped(page.title()));
      out.append("</a> <span class=\"quiet\">")
          .append(escaped(Days.read(page.mode(), page.when())));
      out.append("</span></li>\n");
    }
    out.append("</ol>\n</nav>\n");
  }

  private void page(int number) {
    var page = story.pages().get(number);
    out.append("<section id=\"p").append(number + 1).append("\">\n<time datetime=\"");
    out.append(escaped(page.when().edtf()))
        .append("\">")
        .append(escaped(Days.read(page.mode(), page.when())));
    out.append("</time>\n<h2>").append(escaped(page.title())).append("</h2>\n");
    for (var paragraph : page.body()) {
      out.append("<p>");
      paragraph.forEach(line -> line(line, number));
      out.append("</p>\n");
    }
    list("What the outlets agree on", page.agreed(), number);
    list("Where they differ", page.differing(), number);
    if (!page.terms().isEmpty()) {
      out.append("<h3>Terms</h3>\n<dl>\n");
      page.terms()
          .forEach(
              term ->
                  out.append("<dt>")
                      .append(escaped(capital(term.word())))
                      .append("</dt><dd>")
                      .append(escaped(term.meaning()))
                      .append("</dd>\n"));
      out.append("</dl>\n");
    }
    out.append("<h3>Sources</h3>\n<ol class=\"sources\">\n");
    page.sources().forEach(source -> source(source, number));
    out.append("</ol>\n</section>\n");
  }

  private void list(String heading, List<Line> lines, int page) {
    if (lines.isEmpty()) {
      return;
    }
    out.append("<h3>").append(escaped(heading)).append("</h3>\n<ul>\n");
    for (var line : lines) {
      out.append("<li>");
      line(line, page);
      out.append("</li>\n");
    }
    out.append("</ul>\n");
  }

  private void line(Line line, int page) {
    line.pieces().forEach(this::piece);
    out.append("<sup>");
    for (var cite : line.cites()) {
      out.append(" <a href=\"#")
          .append(anchor(page, cite.at()))
          .append("\" title=\"")
          .append(escaped(cite.outlet()))
          .append("\">")
          .append(escaped(cite.code()))
          .append("</a>");
    }
    out.append("</sup> ");
  }

  private void piece(Piece piece) {
    var look =
        switch (piece.look()) {
          case OURS -> "";
          case PRINTED -> "theirs";
          case QUOTE -> "theirs q";
          case CLAIM -> "theirs c";
          case FIGURE -> "theirs f";
          case DATE -> "theirs d";
        };
    var words = escaped(piece.words());
    if (piece.term().isPresent()) {
      words =
          "<span class=\"term\" title=\""
              + escaped(piece.term().get().meaning())
              + "\">"
              + words
              + "</span>";
    }
    out.append(look.isEmpty() ? words : "<span class=\"" + look + "\">" + words + "</span>");
  }

  private void source(StoryPage.Source source, int page) {
    out.append("<li id=\"").append(anchor(page, source.at())).append("\"><b>");
    out.append(escaped(source.heading().title())).append("</b><br>");
    out.append(escaped(source.outlet())).append(", ").append(escaped(published(source)));
    if (source.heading().url().matches("(?i)https?://[^\\s\"<>]+")) {
      out.append(", <a href=\"").append(escaped(source.heading().url())).append("\">its page</a>");
    }
    for (var excerpt : source.excerpts()) {
      out.append("<br>");
      excerpt.forEach(this::piece);
    }
    out.append("<br><span class=\"quiet\">characters ")
        .append(source.at().span().start())
        .append(" to ")
        .append(source.at().span().end())
        .append(" of ")
        .append(escaped(source.file()))
        .append("</span></li>\n");
  }

  private static String anchor(int page, FindingId at) {
    return "p" + (page + 1) + "-" + at.article();
  }

  private static String published(StoryPage.Source source) {
    return source
        .heading()
        .published()
        .map(Dated::value)
        .map(StoryFile::minute)
        .orElse("day not known");
  }

  private static String minute(String published) {
    return published.length() > 16 ? published.substring(0, 16).replace('T', ' ') : published;
  }

  private static String capital(String word) {
    return Character.toUpperCase(word.charAt(0)) + word.substring(1);
  }

  // -- text --

  /// For eyes, in a terminal.
  public static String text(Story story) {
    var out = new StringBuilder();
    for (var page : story.pages()) {
      out.append(Days.read(page.mode(), page.when()))
          .append('\n')
          .append(page.title())
          .append("\n\n");
      for (var paragraph : page.body()) {
        paragraph.forEach(line -> out.append(plain(line)).append('\n'));
        out.append('\n');
      }
      lines(out, "What the outlets agree on", page.agreed());
      lines(out, "Where they differ", page.differing());
      page.terms().forEach(t -> out.append(t.word()).append(": ").append(t.meaning()).append('\n'));
      out.append("\n\n");
    }
    return out.toString();
  }

  private static void lines(StringBuilder out, String heading, List<Line> lines) {
    if (!lines.isEmpty()) {
      out.append(heading).append('\n');
      lines.forEach(line -> out.append("- ").append(plain(line)).append('\n'));
      out.append('\n');
    }
  }

  private static String plain(Line line) {
    var codes = line.cites().stream().map(StoryPage.Cite::code).toList();
    return line.text().replaceAll("\\s+", " ") + " [" + String.join(" ", codes) + "]";
  }

  // -- rows --

  /// One row a page; `words` gives the characters of a finding.
  public static List<Map<String, @Nullable Object>> rows(
      Story story, Function<FindingId, String> words) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (var page : story.pages()) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("id", page.id().toString());
      row.put("when", page.when().edtf());
      row.put("mode", page.mode().word());
      row.put("title", page.title());
      row.put("body", page.body().stream().map(lines -> rows(lines, words)).toList());
      row.put("agreed", rows(page.agreed(), words));
      row.put("differing", rows(page.differing(), words));
      row.put("terms", page.terms().stream().map(term -> term.word()).toList());
      row.put(
          "sources", page.sources().stream().map(source -> source.at().article().value()).toList());
      rows.add(row);
    }
    return rows;
  }

  private static List<Map<String, Object>> rows(
      List<Line> lines, Function<FindingId, String> words) {
    List<Map<String, Object>> rows = new ArrayList<>();
    for (var line : lines) {
      Map<String, Object> row = new LinkedHashMap<>();
      row.put("text", line.text());
      row.put("byHand", line.byHand());
      row.put(
          "spans",
          line.cites().stream()
              .map(
                  cite -> {
                    Map<String, Object> span = new LinkedHashMap<>();
                    span.put("article", cite.at().article().value());
                    span.put("outlet", cite.outlet());
                    span.put("start", cite.at().span().start());
                    span.put("end", cite.at().span().end());
                    span.put("text", words.apply(cite.at()));
                    return span;
                  })
              .toList());
      rows.add(row);
    }
    return rows;
  }
}
