package org.tellings.timeline;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.tellings.compare.Telling;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;

/// One event as reading mode tells it: out of what people confirmed, and nothing else.
///
/// `id` is the confirmed dating words first printed. `title` is a person's name for the event, else
/// words of the clearest telling. `mode` says whether it happened then or was planned for it.
/// `body` are paragraphs of lines; `agreed` and `differing` say what the outlets print alike and
/// where they part. `sources` are the articles it rests on, the first printed first. `terms` are
/// explained on this page, in the order in which they stand in it.
public record StoryPage(
    FindingId id,
    When when,
    Mode mode,
    String title,
    List<List<Line>> body,
    List<Line> agreed,
    List<Line> differing,
    List<Source> sources,
    List<Term> terms) {

  public StoryPage {
    body = body.stream().map(List::copyOf).toList();
    agreed = List.copyOf(agreed);
    differing = List.copyOf(differing);
    sources = List.copyOf(sources);
    terms = List.copyOf(terms);
    if (sources.isEmpty()) {
      throw new IllegalArgumentException("a page that rests on no article");
    }
  }

  /// Whose words they are: a person's or the program's (`OURS`), the article's (`PRINTED`), or a
  /// confirmed finding of a kind in the article's words.
  public enum Look {
    OURS,
    PRINTED,
    QUOTE,
    CLAIM,
    FIGURE,
    DATE
  }

  /// Words of one look. `at` is the finding whose characters they are, or lead to; `term` is
  /// explained in place.
  public record Piece(String words, Look look, Optional<FindingId> at, Optional<Term> term) {

    static Piece ours(String words) {
      return new Piece(words, Look.OURS, Optional.empty(), Optional.empty());
    }

    Piece with(String part, Optional<Term> explained) {
      return new Piece(part, look, at, explained);
    }
  }

  /// The small letters behind a line: the finding it rests on, in the article of an outlet.
  public record Cite(String code, String outlet, FindingId at) {

    static Cite of(Telling telling) {
      return new Cite(telling.outlet().code(), name(telling), telling.kept().id());
    }
  }

  /// A sentence with what it rests on; never without a cite. `byHand`: a person wrote it.
  public record Line(List<Piece> pieces, List<Cite> cites, boolean byHand) {

    public Line {
      pieces = List.copyOf(pieces);
      cites = List.copyOf(cites);
      if (cites.isEmpty()) {
        throw new IllegalArgumentException("a sentence that rests on nothing");
      }
    }

    /// Its words in one line.
    public String text() {
      return pieces.stream().map(Piece::words).collect(Collectors.joining());
    }
  }

  /// An article a page rests on: `at` opens it, `excerpts` are its sentences, confirmed findings
  /// marked.
  public record Source(Heading heading, String file, FindingId at, List<List<Piece>> excerpts) {

    public Source {
      excerpts = excerpts.stream().map(List::copyOf).toList();
    }

    public String outlet() {
      return heading.outlet().isKnown() ? heading.outlet().name() : file;
    }
  }

  /// All lines, in reading order.
  public List<Line> lines() {
    return Stream.of(body.stream().flatMap(List::stream), agreed.stream(), differing.stream())
        .flatMap(lines -> lines)
        .toList();
  }

  /// How many words there are to read, without the sources.
  public int words() {
    return lines().stream().mapToInt(line -> org.tellings.model.Article.words(line.text())).sum();
  }

  /// The outlet of a telling, or its file where the outlet is not known.
  static String name(Telling telling) {
    return telling.outlet().isKnown() ? telling.outlet().name() : telling.file();
  }
}
