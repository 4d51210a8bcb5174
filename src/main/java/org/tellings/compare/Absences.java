package org.tellings.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.tellings.compare.Proposition.Omission;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;

/// Who does not tell what others tell.
///
/// Looked for only where two known outlets tell a thing, by two words or more. An outlet omits it
/// when it printed, from the first to the last day on which it is told (30 days at most), articles
/// that hold one of its words, when none of them tells it and no sentence of theirs holds more than
/// half of its words. Articles below 60 words, or that stop in the middle of a sentence, cannot
/// say.
final class Absences {

  private static final int STUB = 60;
  private static final int LONGEST = 30;

  private record Page(
      ArticleId id,
      String outlet,
      LocalDate day,
      boolean stub,
      Set<String> all,
      List<Set<String>> sentences) {}

  private record Known(Proposition of, long state, Proposition filled) {}

  /// A proposition, and the words to look for as they are printed, by their sense.
  record Draft(Proposition proposition, Map<String, String> words) {}

  private final Map<ArticleId, Page> pages = new HashMap<>();
  private final TreeMap<LocalDate, List<Page>> days = new TreeMap<>();
  private final TreeMap<LocalDate, Long> changes = new TreeMap<>();
  private Map<String, Known> known = new HashMap<>();
  private long change;

  void take(Account account, Prose prose) {
    var heading = account.article().heading();
    var published = heading.published().map(Dated::day).filter(day -> day.length() == 10);
    if (published.isEmpty() || !heading.outlet().isKnown()) {
      return;
    }
    var text = account.article().text();
    List<Set<String>> sentences = new ArrayList<>();
    Set<String> all = new HashSet<>();
    for (var sentence : prose.sentences()) {
      var words = Set.copyOf(Thought.words(sentence.words()).keySet());
      all.addAll(words);
      sentences.add(words);
    }
    var page =
        new Page(
            account.article().id(),
            heading.outlet().name(),
            LocalDate.parse(published.get()),
            account.article().words() < STUB || isCut(text),
            all,
            sentences);
    pages.put(page.id(), page);
    days.computeIfAbsent(page.day(), _ -> new ArrayList<>()).add(page);
    changes.put(page.day(), ++change);
  }

  void leave(ArticleId article) {
    var page = pages.remove(article);
    if (page != null) {
      days.getOrDefault(page.day(), List.of()).remove(page);
      changes.put(page.day(), ++change);
    }
  }

  /// The propositions with their omissions.
  List<Proposition> fill(List<Draft> drafts) {
    Map<String, Known> now = new HashMap<>();
    List<Proposition> filled = new ArrayList<>(drafts.size());
    for (var draft : drafts) {
      var proposition = draft.proposition();
      var outlets = proposition.stances().keySet();
      if (outlets.size() < 2 || draft.words().size() < 2) {
        filled.add(proposition);
        continue;
      }
      var told =
          proposition.tellings().stream()
              .flatMap(stated -> stated.telling().heading().published().stream())
              .map(Dated::day)
              .filter(day -> day.length() == 10)
              .map(LocalDate::parse)
              .sorted()
              .toList();
      if (told.isEmpty()) {
        filled.add(proposition);
        continue;
      }
      var from = told.getFirst();
      var last = told.getLast();
      var until = last.isAfter(from.plusDays(LONGEST)) ? from.plusDays(LONGEST) : last;
      var state =
          changes.subMap(from, true, until, true).values().stream()
              .mapToLong(Long::longValue)
              .max()
              .orElse(0);
      var before = known.get(proposition.id());
      var one =
          before != null && before.of() == proposition && before.state() == state
              ? before
              : new Known(proposition, state, with(draft, from, until));
      now.put(proposition.id(), one);
      filled.add(one.filled());
    }
    known = now;
    return filled;
  }

  private Proposition with(Draft draft, LocalDate from, LocalDate until) {
    var proposition = draft.proposition();
    var carriers = proposition.stances().keySet();
    var words = draft.words().keySet();
    Map<String, List<Page>> by = new TreeMap<>();
    Set<String> unsure = new HashSet<>();
    for (var day : days.subMap(from, true, until, true).values()) {
      for (var page : day) {
        if (carriers.contains(page.outlet()) || words.stream().noneMatch(page.all()::contains)) {
          continue;
        }
        if (page.sentences().stream().anyMatch(sentence -> isTold(words, sentence))) {
          unsure.add(page.outlet());
        }
        by.computeIfAbsent(page.outlet(), _ -> new ArrayList<>()).add(page);
      }
    }
    by.keySet().removeAll(unsure);
    List<Omission> omissions = new ArrayList<>();
    by.forEach(
        (outlet, found) ->
            omissions.add(
                new Omission(
                    outlet,
                    List.copyOf(new TreeMap<>(draft.words()).values()),
                    from.toString(),
                    until.toString(),
                    found.stream().map(Page::id).sorted().toList(),
                    found.stream().allMatch(Page::stub))));
    return new Proposition(
        proposition.id(),
        proposition.label(),
        proposition.tellings(),
        omissions,
        proposition.drops());
  }

  private static boolean isTold(Set<String> words, Set<String> sentence) {
    return 2 * words.stream().filter(sentence::contains).count() > words.size();
  }

  private static boolean isCut(String text) {
    var last = text.stripTrailing();
    return last.isEmpty()
        || last.endsWith("…")
        || last.endsWith("...")
        || ".!?”\"’')".indexOf(last.charAt(last.length() - 1)) < 0;
  }
}
