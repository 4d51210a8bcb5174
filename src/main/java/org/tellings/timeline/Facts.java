package org.tellings.timeline;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/// Who held which office when, from `facts.txt`; [org.tellings.extract.Releases] has the products.
final class Facts {

  private static final List<Office> OFFICES = new ArrayList<>();

  /// `words` are the office as it stands before or behind a name, in small letters. Both days are
  /// within; `to` is [LocalDate#MAX] while it lasts. A title kept for life is no mistake
  /// afterwards.
  record Office(String person, List<String> words, LocalDate from, LocalDate to, boolean forLife) {}

  static {
    for (var line : Acts.lines("facts.txt")) {
      var cells = line.split(" \\| ", -1);
      if (cells[0].equals("office")) {
        var days = cells[3].split("/", -1);
        OFFICES.add(
            new Office(
                cells[1],
                List.of(cells[2].split("; ")),
                LocalDate.parse(days[0]),
                days[1].isEmpty() ? LocalDate.MAX : LocalDate.parse(days[1]),
                cells.length > 4 && cells[4].equals("for life")));
      }
    }
  }

  private Facts() {}

  /// All terms of all offices of a person that go by one of these words.
  static List<Office> terms(String person, String word) {
    return OFFICES.stream()
        .filter(office -> office.person().equals(person) && office.words().contains(word))
        .toList();
  }

  /// The words of all offices of a person.
  static List<String> words(String person) {
    return OFFICES.stream()
        .filter(office -> office.person().equals(person))
        .flatMap(office -> office.words().stream())
        .distinct()
        .toList();
  }
}
