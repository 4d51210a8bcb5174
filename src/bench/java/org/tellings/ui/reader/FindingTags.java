package org.tellings.ui.reader;

import bench.Tags;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import javafx.util.Subscription;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.model.Target;
import org.tellings.ui.kit.Desk;

/// The first finding of an article, coded in the reader.
public final class FindingTags implements Tags.Tagging {

  private final ReaderModel model;
  private Optional<FindingId> chosen = Optional.empty();
  private Subscription watching = Subscription.EMPTY;

  public FindingTags(Desk desk) {
    model = new ReaderModel(desk);
  }

  @Override
  public CompletableFuture<Optional<Target>> open(ArticleId article) {
    var opened = new CompletableFuture<Optional<Target>>();
    watching.unsubscribe();
    model.open(
        article,
        Optional.empty(),
        () -> {
          chosen = model.selected.get();
          opened.complete(chosen.map(Target.class::cast));
        });
    return opened;
  }

  @Override
  public void tag(String code, Runnable seen) {
    watching =
        model.findings.subscribe(
            now -> {
              if (now.stream()
                  .anyMatch(k -> chosen.equals(Optional.of(k.id())) && k.codes().contains(code))) {
                seen.run();
              }
            });
    model.giving.toggle(code);
  }

  @Override
  public void refresh() {
    model.reload();
  }
}
