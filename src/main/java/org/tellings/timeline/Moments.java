package org.tellings.timeline;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;

/// The first and the last moment that a written time may mean, both included. A time with its zone
/// is one moment; a day, and a time without a zone, may be anybody's: it begins in the furthest
/// east and ends in the furthest west.
record Moments(Instant first, Instant last) {

  private static final ZoneOffset EAST = ZoneOffset.ofHours(13);
  private static final ZoneOffset WEST = ZoneOffset.ofHours(-10);

  /// Of an ISO 8601 value, as precise as known; empty for what is no time.
  static Optional<Moments> of(String iso) {
    try {
      if (iso.length() < 16) {
        return When.of(iso).filter(when -> !when.isOpen()).map(when -> of(when.from(), when.to()));
      }
      if (iso.endsWith("Z") || iso.lastIndexOf('+') > 15 || iso.lastIndexOf('-') > 15) {
        var moment = OffsetDateTime.parse(iso).toInstant();
        return Optional.of(new Moments(moment, moment));
      }
      var time = LocalDateTime.parse(iso);
      return Optional.of(new Moments(time.toInstant(EAST), time.toInstant(WEST)));
    } catch (DateTimeException _) {
      return Optional.empty();
    }
  }

  static Moments of(LocalDate from, LocalDate to) {
    return new Moments(
        from.atStartOfDay().toInstant(EAST), to.plusDays(1).atStartOfDay().toInstant(WEST));
  }

  /// Whether it is over before the other can begin, wherever both were written.
  boolean isBefore(Moments other) {
    return last.isBefore(other.first);
  }
}
