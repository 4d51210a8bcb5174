package org.tellings.compare;

import java.util.List;

/// One wrong form of one name, wherever it was printed.
///
/// `printed` is the wrong form, `name` the right one. `tellings` begin with the earliest; `why`
/// says in a sentence who printed it first and who after. Accepted variants of a name are no
/// misnamings.
public record Misnaming(
    String id, String printed, String name, String why, List<Telling> tellings) {

  public Misnaming {
    tellings = List.copyOf(tellings);
  }
}
