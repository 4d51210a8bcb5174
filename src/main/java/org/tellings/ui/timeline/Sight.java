package org.tellings.ui.timeline;

/// The stretch of time that is in sight. Times are days since 1970 in GMT, with fractions.
record Sight(double from, double to) {

  /// Two hours.
  static final double SHORTEST = 2 / 24.0;

  /// Three hundred years.
  static final double LONGEST = 300 * 365.25;

  Sight {
    if (!(to > from)) {
      throw new IllegalArgumentException("no time between " + from + " and " + to);
    }
  }

  double days() {
    return to - from;
  }

  /// Where a time stands on a line of this width.
  double x(double time, double width) {
    return (time - from) / days() * width;
  }

  /// The time at a place on a line of this width.
  double at(double x, double width) {
    return from + x / width * days();
  }

  /// So many times as long; `pivot` stays where it is. Never shorter or longer than the limits.
  Sight zoom(double times, double pivot) {
    var length = Math.clamp(days() * times, SHORTEST, LONGEST);
    var share = (pivot - from) / days();
    return new Sight(pivot - share * length, pivot + (1 - share) * length);
  }

  Sight zoom(double times) {
    return zoom(times, (from + to) / 2);
  }

  /// As many days around the middle.
  Sight of(double length) {
    return zoom(length / days());
  }

  /// Later by this share of its length.
  Sight pan(double share) {
    return new Sight(from + share * days(), to + share * days());
  }

  /// The same when the time is well inside, else moved so that it stands in the middle.
  Sight holding(double time) {
    var margin = days() * 0.08;
    return time >= from + margin && time <= to - margin
        ? this
        : new Sight(time - days() / 2, time + days() / 2);
  }

  /// Moved as little as may be so that its middle lies within these times.
  Sight within(Sight all) {
    var middle = (from + to) / 2;
    var by = Math.clamp(middle, all.from, all.to) - middle;
    return new Sight(from + by, to + by);
  }
}
