package org.tellings.timeline;

import java.util.Comparator;
import java.util.List;

/// What an event is called: the caption of its clearest telling.
final class Titles {

  private static final int LONG = 90;
  private static final List<String> VAGUE =
      List.of(
          "it ",
          "its ",
          "they ",
          "he ",
          "she ",
          "that ",
          "this ",
          "we ",
          "and ",
          "but ",
          "who ",
          "whose ",
          "which ",
          "where ",
          "after ",
          "when ",
          "before ",
          "the first ",
          "i ",
          "as ",
          "as, ",
          "nor ",
          "are ",
          "was ",
          "were ",
          "has ",
          "is ",
          "in one ",
          "the company ",
          "the other ");

  private Titles() {}

  /// The title of the telling most like the others that names whom it speaks of; of several the
  /// shortest.
  static String clearest(List<Deed> deeds) {
    return shortened(
        deeds.stream()
            .limit(40)
            .max(
                Comparator.comparingDouble((Deed deed) -> clear(deed, deeds))
                    .thenComparing(deed -> -deed.title().length())
                    .thenComparing(Deed.EARLIEST.reversed()))
            .orElseThrow()
            .title());
  }

  private static double clear(Deed deed, List<Deed> deeds) {
    var mean =
        deeds.stream()
            .limit(12)
            .mapToDouble(other -> deed.gist().likeness(other.gist()))
            .average()
            .orElse(0);
    var low = deed.title().toLowerCase(java.util.Locale.ROOT);
    return mean
        - (VAGUE.stream().anyMatch(low::startsWith) ? 0.3 : 0)
        - (deed.title().length() > LONG ? 0.25 : 0)
        - (deed.title().length() < 20 ? 0.2 : 0)
        - (deed.names().isEmpty() ? 0.1 : 0)
        - (Caption.hasVerb(deed.title()) ? 0 : 0.3)
        - (!low.isEmpty() && Character.isLetter(low.charAt(0)) ? 0 : 0.15);
  }

  static String shortened(String title) {
    if (title.length() <= LONG) {
      return title;
    }
    var space = title.lastIndexOf(' ', LONG);
    return Caption.paired(title.substring(0, space > 0 ? space : LONG) + " …");
  }
}
