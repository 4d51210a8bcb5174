package org.tellings.timeline;

import java.util.Locale;

/// What a dated statement says of its time: that something happened then; that it was planned,
/// expected or possible for then; or that it holds since then, so that the date is its beginning.
///
/// The times themselves are EDTF, which knows no such thing; ISO-TimeML (TIMEX3) keeps it apart
/// from the date as well, as tense, modality and the relation BEGUN_BY.
public enum Mode {
  HAPPENED,
  PLANNED,
  SINCE;

  /// As it stands in output.
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
