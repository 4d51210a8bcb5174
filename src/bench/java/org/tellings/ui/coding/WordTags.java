package org.tellings.ui.coding;

import bench.Tags;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.util.Subscription;
import org.tellings.model.ArticleId;
import org.tellings.model.Segment;
import org.tellings.model.Target;
import org.tellings.ui.kit.Desk;

/// The words of an article that are chosen first, coded in the coding view.
public final class WordTags implements Tags.Tagging {

  private final Desk desk;
  private final CodingModel model;
  private Subscription watching = Subscription.EMPTY;

  public WordTags(Desk desk) {
    this.desk = desk;
    model = new CodingModel(desk);
    model.load();
  }

  @Override
  public CompletableFuture<Optional<Target>> open(ArticleId article) {
    var opened = new CompletableFuture<Optional<Target>>();
    watching.unsubscribe();
    watching =
        model.text.article.subscribe(
            now -> {
              if (now.filter(a -> a.id().equals(article)).isPresent()) {
                // the words are chosen when the model has shown all
                desk.tasks().screen().execute(() -> opened.complete(chosen(article)));
              }
            });
    model.text.open(article, Optional.empty());
    return opened;
  }

  private Optional<Target> chosen(ArticleId article) {
    return model.text.chosen.get().map(span -> new Segment(article, span));
  }

  @Override
  public void tag(String code, Runnable seen) {
    model.text.toggle(model.book.get().codes().the(code));
    if (model.text.coded.stream().anyMatch(c -> c.code().equals(code))) {
      seen.run();
    }
  }

  @Override
  public void refresh() {
    model.load();
  }
}
