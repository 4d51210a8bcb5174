package org.tellings.ui.reader;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.tellings.model.ArticleId;
import org.tellings.model.Finding;
import org.tellings.model.Finding.Approximation;
import org.tellings.model.Finding.Change;
import org.tellings.model.Finding.Figure;
import org.tellings.model.Finding.Form;
import org.tellings.model.Finding.Quote;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Span;
import org.tellings.model.Speaker;
import org.tellings.model.Speaker.SpeakerKind;
import org.tellings.model.State;

/// Whatever the machine reads otherwise is said, also what has no field in the inspector.
final class MachineNowTest {

  private static final Span SPAN = new Span(4, 9);

  private static String told(Finding decided, Finding now) {
    var id = new FindingId(new ArticleId("0123456789abcdef"), decided.kind(), SPAN);
    var kept =
        new Kept(
            id, State.CONFIRMED, decided, Optional.of(now), "", List.of(), Optional.of(decided));
    return MachineNow.words(kept).orElse("nothing");
  }

  private static Finding figure(Approximation approximation, Change change) {
    return new Figure(
        SPAN,
        BigDecimal.ONE,
        BigDecimal.ONE,
        "km",
        approximation,
        change,
        Optional.empty(),
        "test");
  }

  private static Finding quote(SpeakerKind kind) {
    var speaker =
        new Speaker(Optional.of("Harrow"), Optional.empty(), Optional.of(kind), Optional.empty());
    return new Quote(
        SPAN,
        Form.DIRECT,
        speaker,
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        "test");
  }

  @Test
  void aFigureThatIsReadAsAboutSo() {
    assertEquals(
        "Machine now reads: exactness about, change up",
        told(figure(Approximation.EXACT, Change.NONE), figure(Approximation.ABOUT, Change.UP)));
  }

  @Test
  void aSpeakerThatIsReadAsAnOrganisation() {
    assertEquals(
        "Machine now reads: kind organisation",
        told(quote(SpeakerKind.PERSON), quote(SpeakerKind.ORGANISATION)));
  }

  @Test
  void nothingWhenAllIsAsItWas() {
    assertEquals("nothing", told(quote(SpeakerKind.PERSON), quote(SpeakerKind.PERSON)));
  }
}
