package org.tellings.ui.reader;

import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tellings.model.Article;
import org.tellings.model.FindingId;
import org.tellings.ui.kit.Comparing;
import org.tellings.ui.kit.Desk;

/// What other articles tell of the open one, asked once it stands. Only on the screen's thread.
final class ElsewhereModel {

  private final Desk desk;
  private Optional<Article> article = Optional.empty();
  private boolean asked;

  ElsewhereModel(Desk desk) {
    this.desk = desk;
    this.comparing = new Comparing(desk);
  }

  // -- what it shows --

  /// Nothing until the answer is there.
  final ObjectProperty<Elsewhere> now = new SimpleObjectProperty<>(Elsewhere.NOTHING);

  final Comparing comparing;

  // -- what it can do --

  /// Another article is about to be shown.
  void clear() {
    article = Optional.empty();
    now.set(Elsewhere.NOTHING);
  }

  /// Asks what other articles tell than this one. While an answer is on its way the next question
  /// waits for it, so that a row of decisions does not ask at each.
  void seek(Article of) {
    article = Optional.of(of);
    asked = comparing.busy.get();
    if (!asked) {
      comparing.askAtHand(
          comparison -> Elsewhere.of(of, comparison),
          found -> {
            if (article.filter(of::equals).isPresent() && !now.get().equals(found)) {
              now.set(found);
            }
            if (asked) {
              article.ifPresent(this::seek);
            }
          });
    }
  }

  /// Opens another telling where it stands.
  void open(FindingId other) {
    desk.open(other.article(), Optional.of(other));
  }

  /// Opens the article that shares most of this one's wording.
  void openShared() {
    now.get().shared().ifPresent(shared -> desk.open(shared.article(), Optional.empty()));
  }
}
