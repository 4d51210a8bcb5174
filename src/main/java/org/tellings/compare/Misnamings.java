package org.tellings.compare;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.tellings.model.ArticleId;
import org.tellings.model.Finding;
import org.tellings.model.Tie;

/// The register of misnamings: mentions whose printed form is a slip, by form and name.
///
/// The rule of `docs/method.md`, “Misnamings”. Ties between findings say nothing about it.
final class Misnamings implements Grouping<Misnaming> {

  private final Map<ArticleId, List<Telling>> slips = new HashMap<>();

  /// What is printed for which name; upper and lower case count.
  private record Slip(String name, String printed) {}

  @Override
  public void take(Account account) {
    var found =
        account.of(Finding.Mention.class).stream()
            .filter(kept -> kept.finding() instanceof Finding.Mention m && m.misnamed())
            .map(kept -> Telling.of(account.article(), kept))
            .toList();
    if (found.isEmpty()) {
      slips.remove(account.article().id());
    } else {
      slips.put(account.article().id(), found);
    }
  }

  @Override
  public void leave(ArticleId article) {
    slips.remove(article);
  }

  @Override
  public void tie(Collection<Tie> ties) {
    // two mentions of one slip are one by their letters
  }

  @Override
  public List<Misnaming> things() {
    Map<String, Map<String, List<Telling>>> byName =
        slips.values().stream()
            .flatMap(List::stream)
            .sorted(Telling.EARLIEST)
            .collect(
                Collectors.groupingBy(
                    telling -> slip(telling).name(),
                    TreeMap::new,
                    Collectors.groupingBy(
                        telling -> slip(telling).printed(), TreeMap::new, Collectors.toList())));
    return byName.entrySet().stream()
        .flatMap(
            name ->
                name.getValue().entrySet().stream()
                    .map(form -> misnaming(name.getKey(), form.getKey(), form.getValue())))
        .toList();
  }

  private static Slip slip(Telling telling) {
    return telling.kept().finding() instanceof Finding.Mention m
        ? new Slip(m.name(), telling.text().replaceAll("\\s+", " "))
        : new Slip("", telling.text());
  }

  private static Misnaming misnaming(String name, String printed, List<Telling> tellings) {
    return new Misnaming(
        Ids.of("misnaming", name, printed), printed, name, why(name, printed, tellings), tellings);
  }

  private static String why(String name, String printed, List<Telling> tellings) {
    var outlets = tellings.stream().map(Words::outlet).distinct().toList();
    var first = tellings.getFirst();
    var told = "“" + printed + "” stands for " + name + "; ";
    return outlets.size() == 1
        ? told + "only " + outlets.getFirst() + " printed it, " + Words.times(tellings.size())
        : told
            + outlets.getFirst()
            + " printed it first ("
            + Words.day(first)
            + "), then "
            + Words.list(outlets.subList(1, outlets.size()));
  }
}
