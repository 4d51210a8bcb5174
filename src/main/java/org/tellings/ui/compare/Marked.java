package org.tellings.ui.compare;

import javafx.scene.text.Text;
import org.tellings.model.Span;
import org.tellings.ui.kit.MarkedFlow;

/// Words of an article with marks behind them: quotes tinted, figures boxed, shared wording grey.
final class Marked extends MarkedFlow {

  private final Span span;

  /// The words of `span`; marks are given by their place in the article's `text`.
  Marked(String text, Span span) {
    var words = new Text(span.in(text));
    words.getStyleClass().addAll("text", "column-text");
    flow.getChildren().add(words);
    this.span = span;
  }

  /// Marks what of this passage lies in these words; `look` names the mark in the stylesheet.
  void mark(Span passage, String look) {
    var from = Math.max(passage.start(), span.start()) - span.start();
    var to = Math.min(passage.end(), span.end()) - span.start();
    if (from < to) {
      behind(from, to, "passage-mark", look);
    }
  }
}
