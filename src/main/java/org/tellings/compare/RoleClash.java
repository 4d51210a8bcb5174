package org.tellings.compare;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.Set;
import org.tellings.compare.Calling.Standing;
import org.tellings.compare.Roles.Seen;

/// When two callings of one person cannot both hold.
///
/// Days count from the first printed to the other; an article without a date is of the same day.
final class RoleClash {

  /// Days within which a former holder is no holder again, nor a nominee one already.
  static final int MONTH = 30;

  /// Days after which one called the holder may have left.
  static final int LEFT = 7;

  /// Days after which a nominee may be in office.
  static final int SWORN = 3;

  /// Days within which nobody is promoted, or changes from one firm to another.
  static final int MOVE = 14;

  private RoleClash() {}

  /// Why not both, in words; empty when both may hold.
  static Optional<String> why(Seen a, Seen b, Set<String> together) {
    var one = a.calling();
    var other = b.calling();
    if (one.standing() == Standing.THEN || other.standing() == Standing.THEN) {
      return Optional.empty();
    }
    if (other.standing() == Standing.HOLDS && one.standing() != Standing.HOLDS) {
      return times(a, b);
    }
    if (one.standing() == Standing.HOLDS && other.standing() != Standing.HOLDS) {
      return times(b, a);
    }
    return one.standing() == Standing.HOLDS && isSame(one, other) && days(a, b, MOVE)
        ? atOnce(one, other, together)
        : Optional.empty();
  }

  /// `off` does not hold the office, `holder` does.
  private static Optional<String> times(Seen off, Seen holder) {
    var one = off.calling();
    var other = holder.calling();
    if (!one.goesWith(other) || !one.rank().equals(other.rank())) {
      return Optional.empty();
    }
    var after = after(holder, off);
    if (one.standing() == Standing.FORMER) {
      return isSame(one, other) && after <= LEFT && after >= -MONTH
          ? Optional.of("nobody holds an office and has left it at one time")
          : Optional.empty();
    }
    var any = one.office().equals("nominee") && other.sort() == Offices.Sort.STATE;
    return (any || isSame(one, other)) && after >= -SWORN && after <= MONTH
        ? Optional.of("who is only nominated does not hold the office yet")
        : Optional.empty();
  }

  private static Optional<String> atOnce(Calling one, Calling other, Set<String> together) {
    if (!one.rank().equals(other.rank())) {
      return one.goesWith(other)
          ? Optional.of("these are two ranks of one office")
          : Optional.empty();
    }
    var single = one.sort() != Offices.Sort.TRADE && !together.contains(one.office());
    return single && !one.goesWith(other)
        ? Optional.of("this is one office in two places at one time, and no article gives both")
        : Optional.empty();
  }

  private static boolean isSame(Calling one, Calling other) {
    return one.office().equals(other.office());
  }

  private static boolean days(Seen a, Seen b, int most) {
    return Math.abs(after(a, b)) <= most;
  }

  /// Days from the first to the second.
  private static long after(Seen first, Seen second) {
    return first.day().length() < 10 || second.day().length() < 10
        ? 0
        : ChronoUnit.DAYS.between(LocalDate.parse(first.day()), LocalDate.parse(second.day()));
  }
}
