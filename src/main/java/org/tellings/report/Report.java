package org.tellings.report;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.tellings.export.Html;
import org.tellings.model.FindingId;

/// A report as one page of HTML that leans on nothing else: no script, no file beside it.
///
/// Every number and quotation is a link to the place in an article that it comes from, shown at the
/// end with the words around it, or to the list of what it counts. The same recipe and library give
/// the same report, byte for byte, which is how [Proof] verifies it.
///
/// `untraced` are the numbers and quotations of the person's own words that lead nowhere; they are
/// stamped in the page. `traces` is how many places and counts are led to.
public record Report(String html, List<String> untraced, int traces) {

  private static final String STYLE =
      """
      :root { color-scheme: light dark; --bg: #ffffff; --fg: #24292f; --muted: #57606a;
        --line: #d0d7de; --tint: #fff3c4; --red: #cf222e; --link: #0969da;
        --s0: #cfe3ff; --s1: #e6e9ed; --s2: #fff3c4; --s3: #ffd9d2 }
      @media (prefers-color-scheme: dark) { :root { --bg: #0d1117; --fg: #d1d7de;
        --muted: #97a1ac; --line: #30363d; --tint: #4d3d05; --red: #ff7b72; --link: #58a6ff;
        --s0: #123a66; --s1: #30363d; --s2: #4d3d05; --s3: #5a1e14 } }
      body { background: var(--bg); color: var(--fg); font: 16px/1.5 Inter, sans-serif;
        margin: 0 auto; max-width: 52rem; padding: 1.5rem }
      h1 { font-size: 1.7rem } h2 { border-top: 1px solid var(--line); font-size: 1.3rem;
        margin: 2rem 0 .6rem; padding-top: 1rem } h3 { font-size: 1.05rem; margin: 1.2rem 0 .2rem }
      a { color: inherit; text-decoration: underline dotted var(--link) 2px;
        text-underline-offset: 3px } a:hover { color: var(--link) }
      a:focus-visible, summary:focus-visible { outline: 2px solid var(--link); outline-offset: 1px }
      :target { background: var(--tint) } p { margin: .3rem 0 }
      ul { padding-left: 1.2rem } li { margin: .25rem 0 } .wide { overflow-x: auto }
      table { border-collapse: collapse; font-size: .85rem } th, td { border-bottom: 1px solid
        var(--line); padding: .3rem .6rem .3rem 0; text-align: left; vertical-align: top }
      .quiet, .sources p, .hash { color: var(--muted); font-size: .85rem }
      blockquote { font: 16px/1.45 "Source Serif 4", Georgia, serif; margin: .2rem 0 }
      mark { background: var(--tint); color: inherit }
      figure { margin: .8rem 0 1.2rem } figcaption { font-weight: 600; margin: .4rem 0 } .chart { display: block; height: auto; width: 100% }
      .chart text { fill: var(--fg); font: 12px Inter, sans-serif } .chart a { text-decoration: none }
      .chart a:hover text, .chart a:focus text { fill: var(--link) }
      .axis { stroke: var(--muted) } .s0 { fill: var(--s0) } .s1 { fill: var(--s1) }
      .s2 { fill: var(--s2) } .s3 { fill: var(--s3) } .chart rect { stroke: var(--muted) }
      .untraced { color: var(--red) } .untraced b { font-size: .7rem }
      @media print { body { max-width: none } li, tr { break-inside: avoid }
        details::details-content { content-visibility: visible; height: auto } }
      """;

  public Report {
    untraced = List.copyOf(untraced);
  }

  /// Makes it. A reference that cannot be followed, a block there is none of, or a query that is
  /// not understood fails with an [IllegalArgumentException] fit to show.
  public static Report of(Recipe recipe, Material material) {
    var outline = Outline.of(recipe.outline());
    var page = new Page(material);
    var blocks = new Blocks(material, page);
    if (outline.parts().size() > MOST_PARTS) {
      throw new IllegalArgumentException(
          "the outline has more than " + MOST_PARTS + " headings, paragraphs and blocks");
    }
    for (var part : outline.parts()) {
      switch (part) {
        case Outline.Heading heading ->
            page.line("h" + heading.level(), inline(heading.pieces(), material, page));
        case Outline.Prose prose -> page.line("p", inline(prose.pieces(), material, page));
        case Outline.Block block -> {
          if (INLINE.contains(block.reference().name())) {
            page.line("p", inline(List.of(block.reference()), material, page));
          } else {
            following(block.reference(), () -> blocks.write(block.reference()));
          }
        }
      }
    }
    var head = head(outline, recipe, material, page);
    var html = head + page.html() + "</main>\n" + recipe.line() + "\n</body>\n</html>\n";
    return new Report(html, page.untraced(), page.traces());
  }

  /// What may stand within a sentence.
  private static final Set<String> INLINE = Set.of("words", "quoted", "count", "percent");

  private static final int MOST_PARTS = 2_000;

  /// “A of B”, where an “of” between quotation marks is none.
  private static final Pattern OF = Pattern.compile(" of (?=[^\"]*(?:\"[^\"]*\"[^\"]*)*$)");

  /// Does it, and says of what cannot be followed which reference it is.
  private static void following(Outline.Reference reference, Runnable work) {
    try {
      work.run();
    } catch (IllegalArgumentException e) {
      var argument = reference.argument().isEmpty() ? "" : " " + reference.argument();
      throw new IllegalArgumentException(
          "in {" + reference.name() + argument + "}: " + e.getMessage(), e);
    }
  }

  private static String inline(List<Outline.Piece> pieces, Material material, Page page) {
    var html = new StringBuilder();
    for (var piece : pieces) {
      html.append(
          switch (piece) {
            case Outline.Words words -> page.own(words.words());
            case Outline.Reference reference -> {
              var one = new StringBuilder();
              following(reference, () -> one.append(inline(reference, material, page)));
              yield one.toString();
            }
          });
    }
    return html.toString();
  }

  private static String inline(Outline.Reference reference, Material material, Page page) {
    var argument = reference.argument();
    return switch (reference.name()) {
      case "words", "quoted" -> {
        var id = FindingId.parse(argument);
        var kept =
            material
                .finding(id)
                .orElseThrow(() -> new IllegalArgumentException("there is no finding " + id));
        yield page.printed(kept, reference.name().equals("quoted"));
      }
      case "count" -> page.count(argument);
      case "percent" -> {
        var queries = OF.split(argument);
        if (queries.length != 2) {
          throw new IllegalArgumentException("this should be QUERY of QUERY: " + argument);
        }
        yield page.percent(queries[0].strip(), queries[1].strip());
      }
      default ->
          throw new IllegalArgumentException(
              "within a sentence there is no “"
                  + reference.name()
                  + "”; there are "
                  + String.join(
                      ", ", "words ID", "quoted ID", "count QUERY", "percent QUERY of QUERY")
                  + ", and alone in a paragraph "
                  + String.join(", ", Blocks.NAMES));
    };
  }

  private static String head(Outline outline, Recipe recipe, Material material, Page page) {
    var title = inline(outline.title(), material, page);
    var count = material.articles().size();
    var outlets =
        material.articles().stream()
            .map(one -> one.heading().outlet())
            .filter(outlet -> outlet.isKnown())
            .distinct()
            .count();
    var stamped =
        page.untraced().isEmpty()
            ? "<p>Each number and quotation leads to where it comes from.</p>\n"
            : "<p class=\"untraced\">What is stamped UNTRACED leads to no source.</p>\n";
    return "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
        + "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<title>"
        + Html.escaped(outline.titleWords())
        + "</title>\n<style>\n"
        + STYLE
        + "</style>\n</head>\n<body>\n<main>\n<h1 id=\"title\">"
        + title
        + "</h1>\n<p id=\"made\" class=\"quiet\">"
        + page.told(
            "Made on %s by Tellings %s from %d articles of %d outlets; library %s."
                .formatted(
                    recipe.made(),
                    recipe.program(),
                    count,
                    outlets,
                    recipe.library().substring(0, Math.min(16, recipe.library().length()))),
            "articles")
        + "</p>\n"
        + stamped;
  }

  static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}
