package org.tellings.compare;

import java.util.List;
import org.tellings.model.Article;
import org.tellings.model.Finding;
import org.tellings.model.Kept;
import org.tellings.model.State;

/// One article with what counts as found in it: what comparison reads.
///
/// `findings` are ordered by span, as the library keeps them; rejected ones are left out.
public record Account(Article article, List<Kept> findings) {

  public Account {
    findings = findings.stream().filter(kept -> kept.state() != State.REJECTED).toList();
  }

  /// The findings of one kind, in order.
  public <F extends Finding> List<Kept> of(Class<F> kind) {
    return findings.stream().filter(kept -> kind.isInstance(kept.finding())).toList();
  }

  /// The characters of a finding.
  String text(Kept kept) {
    return kept.finding().span().in(article.text());
  }
}
