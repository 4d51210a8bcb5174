package org.tellings.ui.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tellings.model.Dated;
import org.tellings.timeline.When;
import org.tellings.ui.timeline.Mark.Printed;

final class MarkTest {

  @ParameterizedTest
  @CsvSource({
    "2025-01-27, 27 Jan 2025",
    "2025-01, Jan 2025",
    "2025-01~, about Jan 2025",
    "2025, 2025",
    "2025-W05, week of 27 Jan 2025",
    "2025-01-25/2025-01-27, 25 to 27 Jan 2025",
    "2025-01-30/2025-02-02, 30 Jan 2025 to 2 Feb 2025",
    "/2025-01-20, by 20 Jan 2025",
    "2025-01-20/, from 20 Jan 2025"
  })
  void aTimeIsSaidAsPreciselyAsItIsKnown(String edtf, String words) {
    assertEquals(words, Mark.words(When.of(edtf).orElseThrow()));
  }

  @ParameterizedTest
  @CsvSource({
    "2025-01-27T22:05Z, '27 Jan 2025, 22:05 GMT'",
    "2025-01-27T22:05:30+01:00, '27 Jan 2025, 22:05 +01:00'",
    "2025-01-27T22:05, '27 Jan 2025, 22:05 (no zone given)'",
    "2025-01-27, 27 Jan 2025"
  })
  void aTimeHasItsZone(String iso, String words) {
    assertEquals(words, Printed.words(Optional.of(new Dated(iso, "test"))));
  }

  @ParameterizedTest
  @CsvSource({"2025-01-27T23:30Z", "2025-01-28T00:30+01:00", "2025-01-27T23:30"})
  void zonesAreTakenOff(String iso) {
    assertEquals(20_115 + 23.5 / 24, Printed.of(iso, ZoneOffset.UTC).orElseThrow().middle(), 1e-9);
  }

  /// The clocks of New York went forward on 9 March 2025.
  @ParameterizedTest
  @CsvSource({
    "2025-01-28T00:30+01:00, '27 Jan 2025, 18:30 New York', 20115.770833",
    "2025-03-09T06:30Z, '9 Mar 2025, 01:30 New York', 20156.0625",
    "2025-03-09T07:30Z, '9 Mar 2025, 03:30 New York', 20156.145833",
    "2025-01-27T23:30, '27 Jan 2025, 23:30 (no zone given)', 20115.979167",
    "2025-01-27, 27 Jan 2025, 20115.5"
  })
  void hoursAreThoseOfTheZoneChosen(String iso, String words, double at) {
    var zone = ZoneId.of("America/New_York");
    assertEquals(words, Printed.words(Optional.of(new Dated(iso, "test")), zone));
    assertEquals(at, Printed.of(iso, zone).orElseThrow().middle(), 1e-6);
  }
}
