package org.tellings.workbench;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Decision;
import org.tellings.model.Edit;
import org.tellings.model.Finding;
import org.tellings.model.Span;
import org.tellings.model.Speaker;
import org.tellings.model.State;
import org.tellings.store.EditRow;
import org.tellings.store.Library;

/// A pack without the words of the articles: version 2 of the form.
///
/// The first line has the salt of the hashes. A line an article that anything is about tells its
/// address, outlet, day and SHA-256, and its [Fingerprint]. A decision has an anchor for each place
/// it names. What people wrote themselves (notes, names of things, the codebook, reasons) goes
/// along as it is; of what the machine read out of the article (cue, role, occasion, what is
/// measured) only what is shorter than a block of eight words.
final class HashedPack {

  private final Library library;
  private final Versions versions;
  private final String salt;
  private final Map<ArticleId, Optional<Article>> articles = new HashMap<>();
  private final Map<ArticleId, Fingerprint> prints = new HashMap<>();

  /// The salt is made of the library's articles: the same library gives the same pack.
  HashedPack(Library library, Versions versions) {
    this.library = library;
    this.versions = versions;
    this.salt = salt(library);
  }

  static String salt(Library library) {
    return Article.sha256(
            "pack " + String.join(" ", library.articles().stream().map(ArticleId::value).toList()))
        .substring(0, 32);
  }

  /// The line of an article.
  String article(ArticleId id) {
    var article = there(id);
    Map<String, @Nullable Object> line = new LinkedHashMap<>();
    line.put("article", id.value());
    line.put("sha256", article.sha256());
    line.put("url", article.heading().url());
    line.put("outlet", article.outlet().isKnown() ? article.outlet().name() : "");
    line.put("published", article.heading().published().map(d -> d.value()).orElse(null));
    line.put("words", print(id).words());
    line.put("blocks", print(id).blocks());
    return Json.line(line);
  }

  /// The line of a decision, or of one that stands no more, see [Pack].
  String line(Edit edit, boolean isGone) {
    var bare = bare(edit);
    var isShort =
        edit instanceof Edit.Decided d
            && bare instanceof Edit.Decided b
            && !d.after().map(Decision::finding).equals(b.after().map(Decision::finding));
    Map<String, List<Integer>> anchors = new TreeMap<>();
    var found =
        Relocating.of(
            bare,
            new Relocating.Places() {
              @Override
              public Optional<ArticleId> article(ArticleId id) {
                return Optional.of(id);
              }

              @Override
              public Optional<Span> span(ArticleId article, Span span) {
                print(article)
                    .anchor(span)
                    .ifPresent(a -> anchors.put(key(article, span), a.numbers()));
                return Optional.of(span);
              }
            });
    var line = Pack.begun(edit, isGone, versions);
    if (!anchors.isEmpty()) {
      line.put("anchors", anchors);
    }
    if (isShort) {
      line.put("leftOut", true);
    }
    line.putAll(Json.object(EditRow.text(found.orElseThrow())).orElseThrow());
    return Json.line(line);
  }

  static String key(ArticleId article, Span span) {
    return article + "." + span.start() + "-" + span.end();
  }

  private Article there(ArticleId id) {
    return articles.computeIfAbsent(id, library::article).orElseThrow();
  }

  private Fingerprint print(ArticleId id) {
    return prints.computeIfAbsent(id, one -> new Fingerprint(salt, there(one).text()));
  }

  /// The decision without what is the article's and long, and without what the machine read.
  private static Edit bare(Edit edit) {
    return edit instanceof Edit.Decided d
        ? new Edit.Decided(d.id(), Optional.empty(), d.after().map(HashedPack::bare))
        : edit;
  }

  private static Decision bare(Decision d) {
    // what a person corrected goes whole: the machine's words would take the place of what is left
    // out
    var finding = d.state() == State.CORRECTED ? d.finding() : bare(d.finding());
    return new Decision(d.state(), finding, d.coder(), Optional.empty());
  }

  private static Finding bare(Finding finding) {
    return switch (finding) {
      case Finding.Quote q ->
          new Finding.Quote(
              q.span(),
              q.form(),
              new Speaker(
                  brief(q.speaker().name()),
                  q.speaker().at(),
                  q.speaker().kind(),
                  brief(q.speaker().role())),
              brief(q.cue()),
              brief(q.saidTo()),
              q.joins(),
              q.within(),
              q.rule());
      case Finding.Figure f ->
          new Finding.Figure(
              f.span(),
              f.low(),
              f.high(),
              f.unit(),
              f.approximation(),
              f.change(),
              brief(f.measures()),
              f.rule());
      case Finding.Claim c ->
          new Finding.Claim(
              c.span(), brief(c.source()), c.stance(), c.cues(), c.checkworthy(), c.rule());
      case Finding.DateMention _, Finding.Mention _ -> finding;
    };
  }

  private static Optional<String> brief(Optional<String> words) {
    return words.filter(w -> new Fingerprint("", w).words() < Fingerprint.BLOCK);
  }
}
