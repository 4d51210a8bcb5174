package org.tellings.timeline;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Span;
import org.tellings.timeline.Anomaly.Place;
import org.tellings.timeline.Anomaly.Type;

/// What cannot be so of a page that was captured: nobody saves a page before it is printed, nor one
/// that tells what has not happened. A day is any hour of it anywhere on earth, so that a page
/// saved late in the evening in one country and printed the next morning in another is none.
final class CaptureRules {

  private CaptureRules() {}

  /// `head` is the stretch of the article that stands for its dates.
  static List<Anomaly> of(Article article, List<Deed> deeds, String who, Span head) {
    var heading = article.heading();
    var at = heading.captured().map(Dated::value).orElse("");
    var captured = Moments.of(at);
    if (captured.isEmpty()) {
      return List.of();
    }
    List<Anomaly> found = new ArrayList<>();
    heading
        .published()
        .filter(printed -> isBefore(captured, printed))
        .ifPresent(
            printed ->
                found.add(
                    Anomaly.of(
                        Type.CAPTURED_BEFORE_PUBLISHED,
                        who
                            + " was captured at "
                            + at
                            + ", before it was published at "
                            + printed.value()
                            + ".",
                        List.of(Place.of(article, head)))));
    heading
        .updated()
        .filter(updated -> found.isEmpty() && isBefore(captured, updated))
        .ifPresent(
            updated ->
                found.add(
                    Anomaly.of(
                        Type.CAPTURED_BEFORE_PUBLISHED,
                        who
                            + " was captured at "
                            + at
                            + ", before it was updated at "
                            + updated.value()
                            + ".",
                        List.of(Place.of(article, head)))));
    if (heading.published().isEmpty()) {
      deeds.stream()
          .filter(
              deed ->
                  isPast(deed)
                      && captured
                          .get()
                          .isBefore(Moments.of(deed.when().from(), deed.when().from())))
          .forEach(deed -> found.add(early(article, deed, who, at)));
    }
    return found;
  }

  private static boolean isBefore(Optional<Moments> captured, Dated other) {
    return captured.flatMap(at -> Moments.of(other.value()).filter(at::isBefore)).isPresent();
  }

  private static boolean isPast(Deed deed) {
    return deed.told().mode() != Mode.PLANNED
        && !deed.when().isOpen()
        && Tense.isPast(deed.told().text())
        && !Tense.looksForward(deed.told().text(), deed.told().sentence());
  }

  private static Anomaly early(Article article, Deed deed, String who, String at) {
    return Anomaly.of(
        Type.DATED_BEFORE_EVENT,
        who
            + " was captured at "
            + at
            + ", before what it tells as past on "
            + deed.when().edtf()
            + ".",
        List.of(Place.of(article, deed.told().dating().kept().finding().span())));
  }
}
