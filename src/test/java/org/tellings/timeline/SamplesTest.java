package org.tellings.timeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The events of the sample articles.
final class SamplesTest {

  private static final Timeline TIMELINE = new Timeline();

  @BeforeAll
  static void take() throws IOException {
    Accounts.samples().forEach(TIMELINE::take);
  }

  @Test
  void everySpanIsWhereItsWordsAre() throws IOException {
    for (var account : Accounts.samples()) {
      for (var event : TIMELINE.events()) {
        for (var told : event.tellings()) {
          if (told.dating().article().equals(account.article().id())) {
            assertEquals(told.text(), told.span().in(account.article().text()));
            assertEquals(told.sentence(), told.around().in(account.article().text()));
            assertTrue(told.around().contains(told.dating().kept().finding().span()));
          }
        }
      }
    }
  }

  @Test
  void theFallOfNvidiaIsOneEventOfSeveralOutlets() {
    var fall =
        TIMELINE.events().stream()
            .filter(event -> event.when().edtf().equals("2025-01-27"))
            .filter(event -> event.participants().contains("Nvidia"))
            .filter(event -> event.outlets() >= 3)
            .toList();
    assertEquals(1, fall.size(), fall::toString);
    assertEquals(LocalDate.of(2025, 1, 27), fall.getFirst().when().from());
  }
}
