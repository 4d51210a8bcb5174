package org.tellings.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;

/// Words with values in them.
final class TextsTest {

  @Test
  void placesAreFilledWhereverTheyStand() {
    assertEquals("2 of 3, “2”", Texts.t("{1} of {0}, “{1}”", 3, 2));
    assertEquals("it's The Meridian's", Texts.t("it's {0}'s", "The Meridian"));
    assertEquals("{0} is typed by a person", Texts.t("{0}", "{0} is typed by a person"));
  }

  @Test
  void numbersGetThousandsMarksAsTheLibraryOfJavaSetsThem() {
    var random = new Random(25);
    for (var i = 0; i < 2_000; i++) {
      var number = random.nextLong() >> random.nextInt(64);
      assertEquals(
          new MessageFormat("{0}", Locale.ENGLISH).format(new Object[] {number}),
          Texts.t("{0}", number));
    }
    assertEquals("1,000 articles", Texts.count(1000, "article", "articles"));
  }

  @Test
  void aPlaceWithoutAValueIsAFault() {
    assertThrows(IllegalArgumentException.class, () -> Texts.t("{0} of {1}", 1));
    assertThrows(IllegalArgumentException.class, () -> Texts.t("{0} of {x}", 1));
  }
}
