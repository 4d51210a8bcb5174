package org.tellings.compare;

import java.util.Collection;
import java.util.List;
import org.tellings.model.ArticleId;
import org.tellings.model.Tie;

/// Finds one sort of thing in accounts, and takes in one account more without beginning again.
///
/// What `things` returns depends on the accounts and ties alone, not on the order in which they
/// came. Not safe for use from several threads.
interface Grouping<T> {

  /// Takes an account in, in place of an earlier one of the same article.
  void take(Account account);

  void leave(ArticleId article);

  /// What people said belongs together or does not; replaces what was said before. A tie always
  /// wins over a rule.
  void tie(Collection<Tie> ties);

  /// The things, in a stable order.
  List<T> things();
}
