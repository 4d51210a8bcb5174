package org.tellings.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.tellings.model.ArticleId;
import org.tellings.model.Coding;
import org.tellings.store.Codings;
import org.tellings.workbench.CodingDesk.Coder;

/// Who codes in a library, and how far they are.
final class Coders {

  private Coders() {}

  /// Everybody who is enrolled, has coded or finished anything, and who works here now, by name.
  static SortedSet<String> known(Codings codings, String me) {
    var names = new TreeSet<>(codings.coders());
    codings.used().forEach(used -> names.add(used.coder()));
    codings.finished().forEach(done -> names.add(done.coder()));
    names.add(me);
    return names;
  }

  /// How far everybody is who is enrolled or has coded, in these articles.
  static List<Coder> progress(Codings codings, List<ArticleId> articles) {
    var enrolled = codings.coders();
    var names = new TreeSet<>(enrolled);
    Map<String, List<Coding>> by = new HashMap<>();
    for (var article : articles) {
      for (var c : codings.of(article)) {
        by.computeIfAbsent(c.coder(), _ -> new ArrayList<>()).add(c);
      }
    }
    names.addAll(by.keySet());
    var finished = codings.finished();
    finished.forEach(done -> names.add(done.coder()));
    return names.stream()
        .map(
            name -> {
              var given = by.getOrDefault(name, List.of());
              return new Coder(
                  name,
                  enrolled.contains(name),
                  given.size(),
                  (int) given.stream().map(c -> c.target().article()).distinct().count(),
                  (int) finished.stream().filter(done -> done.coder().equals(name)).count());
            })
        .toList();
  }
}
