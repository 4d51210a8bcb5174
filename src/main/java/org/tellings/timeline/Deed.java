package org.tellings.timeline;

import java.util.Comparator;
import java.util.List;
import org.tellings.compare.Gist;
import org.tellings.compare.Telling;
import org.tellings.model.FindingId;

/// A dated statement of one article: what it says happened, what that means, and who took part.
record Deed(Event.Told told, Gist gist, List<String> names, String title) {

  static final Comparator<Deed> EARLIEST =
      Comparator.comparing((Deed deed) -> deed.told().dating(), Telling.EARLIEST);

  FindingId id() {
    return told.dating().kept().id();
  }

  When when() {
    return told.when();
  }
}
