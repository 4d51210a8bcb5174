package org.tellings.compare;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Article;
import org.tellings.model.Finding;
import org.tellings.model.Kept;
import org.tellings.model.State;

/// One article with what counts as found in it: what comparison reads. Safe for use from many
/// threads.
public final class Account {

  private final Article article;
  private final List<Kept> findings;
  private final Map<Class<?>, List<Kept>> byKind = new ConcurrentHashMap<>();
  private @Nullable Prose prose;
  private @Nullable Footing footing;

  /// `findings` are ordered by span, as the library keeps them; rejected ones are left out.
  public Account(Article article, List<Kept> findings) {
    this.article = article;
    this.findings = findings.stream().filter(kept -> kept.state() != State.REJECTED).toList();
  }

  public Article article() {
    return article;
  }

  /// Without those that were rejected.
  public List<Kept> findings() {
    return findings;
  }

  /// The findings of one kind, in order.
  public <F extends Finding> List<Kept> of(Class<F> kind) {
    return byKind.computeIfAbsent(
        kind, _ -> findings.stream().filter(kept -> kind.isInstance(kept.finding())).toList());
  }

  /// Its sentences and words, read when first asked for.
  public synchronized Prose prose() {
    var known = prose;
    if (known == null) {
      known = new Prose(this);
      prose = known;
    }
    return known;
  }

  /// What its claims and quotes rest on, read when first asked for.
  synchronized Footing footing() {
    var known = footing;
    if (known == null) {
      known = Footing.of(this, prose());
      footing = known;
    }
    return known;
  }

  /// The characters of a finding.
  String text(Kept kept) {
    return kept.finding().span().in(article.text());
  }
}
