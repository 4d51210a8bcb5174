package org.tellings.ui;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The bundled faces have every letter of the names that stand in the news of Europe and beyond, so
/// that no other face is mixed into a name.
final class FontsTest {

  private static final List<String> NAMES =
      List.of(
          "Łucja Żółkiewska-Gęś, Ćwikła Śmiałek, Źdźbło Ńąę", // Polish
          "Jiří Dvořák, Čeněk Šťastný, Ďáblová, Růžena Ňuňová, Ľubomír Ĺ", // Czech, Slovak
          "İpek Erdoğan, Işıl Çağlar, Şükrü Öğüt", // Turkish
          "Nguyễn Thị Ngọc Ánh, Đặng Hữu Ước, Trần Phượng, Lê Quỳnh Ỷ Ỵ Ẵ", // Vietnamese
          "Gyöngyi Őry, Ödön Szűcs", // Hungarian
          "Ștefan Țărnă, Brâncuși", // Romanian
          "Đorđe Šćekić, Žiža Ljiljanić", // Croatian, Serbian
          "Jānis Bērziņš, Ģirts Ķēniņš, Ūve", // Latvian
          "Žydrūnas Šimkėnas, Ąžuolė Įvaškaitė, Ųla", // Lithuanian
          "Þórdís Æsa Guðmundsdóttir, Søren Ålborg, Größe, Ījo", // Icelandic, Danish, German
          "Ġorġ Ħabib, Żaren Ċensu", // Maltese
          "Siân Ŵyn, Tŷ Ŷ, Ñusta, L’Hospitalet, Œuvrard"); // Welsh, Spanish, French

  @Test
  void everyLetterOfTheNamesIsInEveryFace() throws IOException, FontFormatException {
    List<String> lacking = new ArrayList<>();
    for (var name : Theme.FONTS) {
      try (var in = Theme.class.getResourceAsStream("fonts/" + name + ".ttf")) {
        assertTrue(in != null, name);
        var font = Font.createFont(Font.TRUETYPE_FONT, in);
        for (var people : NAMES) {
          var at = font.canDisplayUpTo(people);
          if (at >= 0) {
            lacking.add(name + " lacks " + people.charAt(at) + " of " + people);
          }
        }
      }
    }
    assertEquals(List.of(), lacking);
  }

  /// “Source” is reserved for the faces as Adobe publishes them; ours are changed.
  @Test
  void noChangedFaceBearsAReservedNameAndTheStylesKnowAllByTheirs()
      throws IOException, FontFormatException {
    var families = new TreeSet<String>();
    for (var name : Theme.FONTS) {
      try (var in = Theme.class.getResourceAsStream("fonts/" + name + ".ttf")) {
        assertTrue(in != null, name);
        var font = Font.createFont(Font.TRUETYPE_FONT, in);
        for (var given :
            List.of(font.getFamily(Locale.ROOT), font.getFontName(), font.getPSName())) {
          assertFalse(given.contains("Source"), given);
        }
        families.add(font.getFamily(Locale.ROOT));
      }
    }
    try (var in = Theme.class.getResourceAsStream("tellings.css")) {
      assertTrue(in != null);
      var wanted =
          Pattern.compile("-fx-font-family: \"([^\"]+)\"")
              .matcher(new String(in.readAllBytes(), UTF_8))
              .results()
              .map(found -> found.group(1))
              .collect(Collectors.toCollection(TreeSet::new));
      wanted.removeAll(families);
      assertEquals(Set.of(), wanted);
    }
  }

  @Test
  void everyFaceComesWithItsLicence() throws IOException {
    for (var face : List.of("inter", "tellings-serif", "jetbrains-mono")) {
      try (var in = Theme.class.getResourceAsStream("fonts/" + face + "-LICENSE.txt")) {
        assertTrue(in != null, face);
        assertTrue(new String(in.readAllBytes(), UTF_8).contains("SIL Open Font License"), face);
      }
    }
  }
}
