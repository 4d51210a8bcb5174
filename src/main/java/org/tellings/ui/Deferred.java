package org.tellings.ui;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Place;

/// A view that is made when it is first gone to, so that a start does not wait for it. Only on the
/// screen's thread.
final class Deferred<P extends Place> implements Place {

  private final Supplier<P> making;
  private final StringProperty crumb;
  private final StringProperty status = new SimpleStringProperty("");
  private Optional<P> made = Optional.empty();

  /// `name` is what the top bar says until the view is there.
  Deferred(String name, Supplier<P> making) {
    this.making = making;
    this.crumb = new SimpleStringProperty(name);
  }

  /// The view, made now when it was not there.
  P get() {
    if (made.isEmpty()) {
      var view = making.get();
      made = Optional.of(view);
      crumb.bind(view.crumb());
      status.bind(view.status());
    }
    return made.orElseThrow();
  }

  @Override
  public Node node() {
    return get().node();
  }

  @Override
  public ObservableValue<String> crumb() {
    return crumb;
  }

  @Override
  public String name() {
    return made.map(Place::name).orElse(""); // without commands while it is not made
  }

  @Override
  public List<Command> commands() {
    return made.map(Place::commands).orElse(List.of());
  }

  @Override
  public ObservableValue<String> status() {
    return status;
  }

  @Override
  public void refresh() {
    made.ifPresent(Place::refresh);
  }

  @Override
  public Runnable here() {
    return made.map(Place::here).orElse(() -> {});
  }

  @Override
  public void unfold() {
    made.ifPresent(Place::unfold);
  }

  @Override
  public void focus() {
    made.ifPresent(Place::focus);
  }
}
