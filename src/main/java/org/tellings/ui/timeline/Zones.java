package org.tellings.ui.timeline;

import static org.tellings.ui.kit.Texts.t;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/// The time zones in which hours can be shown.
final class Zones {

  /// The setting that keeps the one chosen.
  static final String SETTING = "timeline.zone";

  private Zones() {}

  /// GMT, that of this computer, then some from west to east.
  static List<ZoneId> all() {
    return Stream.concat(
            Stream.of(ZoneOffset.UTC, ZoneId.systemDefault()),
            Stream.of(
                    "America/Los_Angeles",
                    "America/New_York",
                    "Europe/London",
                    "Europe/Berlin",
                    "Asia/Kolkata",
                    "Asia/Shanghai",
                    "Asia/Tokyo")
                .map(ZoneId::of))
        .filter(zone -> zone == ZoneOffset.UTC || !isGmt(zone))
        .distinct()
        .toList();
  }

  private static boolean isGmt(ZoneId zone) {
    return zone.normalized().equals(ZoneOffset.UTC);
  }

  /// GMT when nothing is kept or it is no zone of this computer.
  static ZoneId parse(String kept) {
    try {
      return kept.isBlank() ? ZoneOffset.UTC : ZoneId.of(kept);
    } catch (DateTimeException _) {
      return ZoneOffset.UTC; // kept where there were others
    }
  }

  /// "GMT", "New York".
  static String words(ZoneId zone) {
    var id = zone.getId();
    return isGmt(zone) ? t("GMT") : id.substring(id.lastIndexOf('/') + 1).replace('_', ' ');
  }
}
