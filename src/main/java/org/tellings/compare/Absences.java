package org.tellings.compare;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.tellings.compare.Proposition.Omission;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;

/// Who does not tell what others tell.
///
/// Looked for only where two known outlets tell a thing, by two words or more. An outlet omits it
/// when it printed, from the first to the last day on which it is told (30 days at most), articles
/// that hold one of its words, when none of them tells it and no sentence of theirs holds more than
/// half of its words, or one of its values with one of its words. Articles below 60 words, or that
/// stop in the middle of a sentence, cannot say.
final class Absences {

  private static final int STUB = 60;
  private static final int LONGEST = 30;

  /// A value that is a small number of things.
  private static final Pattern FEW = Pattern.compile("\\d{1,2} count");

  private record Page(
      ArticleId id, String outlet, LocalDate day, boolean stub, long[] all, List<Held> sentences) {}

  /// What one sentence holds: words by their sense, and values of figures.
  private record Held(long[] words, long[] values) {}

  /// What was searched for a proposition: from which day until which, by whom it is carried, and
  /// the pages that bear on it, by outlet.
  private static final class Known {
    final Draft draft;
    final Set<String> carriers;
    final long[] words;
    final long[] values;
    final Optional<Window> window;
    final Map<ArticleId, Boolean> told = new HashMap<>(0); // pages with one of its words
    int asked; // the last page for which it was looked at

    Known(Draft draft) {
      this.draft = draft;
      carriers = draft.proposition.stances().keySet();
      words = hashes(draft.words.keySet());
      values = hashes(draft.values);
      window =
          carriers.size() < 2 || draft.words.size() < 2
              ? Optional.empty()
              : Window.of(draft.proposition);
    }
  }

  /// Days from and until which a proposition is looked for, both counted.
  private record Window(LocalDate from, LocalDate until) {

    /// From the first day on which it is told to the last, thirty days at most; empty when no day
    /// is known.
    static Optional<Window> of(Proposition proposition) {
      var told =
          proposition.tellings().stream()
              .flatMap(stated -> stated.telling().heading().published().stream())
              .map(Dated::day)
              .filter(day -> day.length() == 10)
              .map(LocalDate::parse)
              .sorted()
              .toList();
      if (told.isEmpty()) {
        return Optional.empty();
      }
      var from = told.getFirst();
      var last = told.getLast();
      return Optional.of(
          new Window(from, last.isAfter(from.plusDays(LONGEST)) ? from.plusDays(LONGEST) : last));
    }

    boolean holds(LocalDate day) {
      return !day.isBefore(from) && !day.isAfter(until);
    }
  }

  /// A proposition, the words to look for as they are printed, by their sense, and the values; and
  /// what was found of it, once it was looked for.
  static final class Draft {
    private final Proposition proposition;
    private final Map<String, String> words;
    private final Set<String> values;
    private @Nullable Known known;

    /// Its first telling.
    private Telling first() {
      return proposition.tellings().getFirst().telling();
    }

    Draft(Proposition proposition, Map<String, String> words, Set<String> values) {
      this.proposition = proposition;
      this.words = words;
      this.values = values;
    }
  }

  private final Map<ArticleId, Page> pages = new HashMap<>();
  private final TreeMap<LocalDate, List<Page>> days = new TreeMap<>();
  private final List<Page> came = new ArrayList<>();
  private final List<Page> went = new ArrayList<>();

  // those to be looked for, by their words
  private final Map<Long, List<Known>> sought = new HashMap<>();
  private List<Draft> drafts = List.of();
  private final Listed<Telling, Proposition> filled = new Listed<>(Telling.EARLIEST);
  private int question;

  void take(Account account, Prose prose) {
    var heading = account.article().heading();
    var published = heading.published().map(Dated::day).filter(day -> day.length() == 10);
    if (published.isEmpty() || !heading.outlet().isKnown()) {
      return;
    }
    var text = account.article().text();
    List<Held> sentences = new ArrayList<>();
    for (var sentence : prose.sentences()) {
      var values = new TreeMap<String, Double>();
      Thought.values(values, account, sentence.span());
      sentences.add(
          new Held(
              hashes(Thought.words(sentence.words()).keySet()), hashes(telling(values.keySet()))));
    }
    var all =
        sentences.stream()
            .flatMapToLong(sentence -> Arrays.stream(sentence.words()))
            .sorted()
            .distinct()
            .toArray();
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
    came.add(page);
  }

  void leave(ArticleId article) {
    var page = pages.remove(article);
    if (page != null) {
      days.getOrDefault(page.day(), List.of()).remove(page);
      if (!came.remove(page)) {
        went.add(page);
      }
    }
  }

  /// The propositions with their omissions, in the order of their first tellings, as they come.
  /// Pages that came or went since are searched for those with a word of theirs, all pages only for
  /// new ones.
  List<Proposition> fill(List<Draft> now) {
    Set<Known> changed = new LinkedHashSet<>();
    went.forEach(page -> forget(page, changed));
    came.forEach(page -> search(page, changed));
    came.clear();
    went.clear();
    var turnover = Turnover.<Draft>between(drafts, now, draft -> draft.known == null);
    for (var draft : turnover.went()) {
      if (draft.known != null) {
        changed.remove(draft.known);
        stopSeeking(draft.known);
      }
      filled.remove(draft.first());
    }
    turnover.came().forEach(draft -> filled.put(draft.first(), filled(known(draft))));
    changed.forEach(one -> filled.put(one.draft.first(), filled(one)));
    drafts = now;
    return filled.list();
  }

  private Known known(Draft draft) {
    var known = new Known(draft);
    draft.known = known;
    known.window.ifPresent(
        window -> {
          for (var day : days.subMap(window.from, true, window.until, true).values()) {
            day.forEach(page -> search(known, page));
          }
          for (var word : known.words) {
            sought.computeIfAbsent(word, _ -> new ArrayList<>(2)).add(known);
          }
        });
    return known;
  }

  private void stopSeeking(Known known) {
    if (known.window.isEmpty()) {
      return;
    }
    for (var word : known.words) {
      var others = sought.getOrDefault(word, List.of());
      others.remove(known);
      if (others.isEmpty()) {
        sought.remove(word);
      }
    }
  }

  private void forget(Page page, Set<Known> changed) {
    for (var word : page.all()) {
      for (var one : sought.getOrDefault(word, List.of())) {
        if (one.told.remove(page.id()) != null) {
          changed.add(one);
        }
      }
    }
  }

  private void search(Page page, Set<Known> changed) {
    question++;
    for (var word : page.all()) {
      for (var one : sought.getOrDefault(word, List.of())) {
        if (one.asked != question) {
          one.asked = question;
          if (one.window.orElseThrow().holds(page.day()) && search(one, page)) {
            changed.add(one);
          }
        }
      }
    }
  }

  /// Whether a page bears on the omissions of a proposition.
  private static boolean search(Known one, Page page) {
    if (one.carriers.contains(page.outlet()) || shared(one.words, page.all()) == 0) {
      return false;
    }
    one.told.put(page.id(), page.sentences().stream().anyMatch(sentence -> isTold(one, sentence)));
    return true;
  }

  private static boolean isTold(Known one, Held sentence) {
    var words = shared(one.words, sentence.words());
    return 2 * words > one.words.length || words > 0 && shared(one.values, sentence.values()) > 0;
  }

  /// Values by which a telling is known: not a small number of things, which stands anywhere.
  static Set<String> telling(Set<String> values) {
    return values.stream()
        .filter(value -> !FEW.matcher(value).matches())
        .collect(Collectors.toSet());
  }

  private Proposition filled(Known one) {
    var window = one.window;
    if (window.isEmpty()) {
      return one.draft.proposition;
    }
    return with(one, window.get());
  }

  private Proposition with(Known one, Window window) {
    Map<String, List<Page>> by = new TreeMap<>();
    Set<String> tell = new HashSet<>();
    one.told.forEach(
        (id, told) -> {
          var page = pages.get(id);
          if (page != null) {
            by.computeIfAbsent(page.outlet(), _ -> new ArrayList<>()).add(page);
            if (told) {
              tell.add(page.outlet());
            }
          }
        });
    by.keySet().removeAll(tell);
    var proposition = one.draft.proposition;
    List<Omission> omissions = new ArrayList<>();
    by.forEach(
        (outlet, found) ->
            omissions.add(
                new Omission(
                    outlet,
                    List.copyOf(new TreeMap<>(one.draft.words).values()),
                    window.from.toString(),
                    window.until.toString(),
                    found.stream().map(Page::id).sorted().toList(),
                    found.stream().allMatch(Page::stub))));
    return new Proposition(
        proposition.id(),
        proposition.label(),
        proposition.tellings(),
        omissions,
        proposition.drops());
  }

  /// Words as sorted numbers.
  private static long[] hashes(Set<String> words) {
    return words.stream().mapToLong(Saying::hash).sorted().toArray();
  }

  private static int shared(long[] words, long[] among) {
    var shared = 0;
    for (var word : words) {
      shared += Arrays.binarySearch(among, word) >= 0 ? 1 : 0;
    }
    return shared;
  }

  private static boolean isCut(String text) {
    var last = text.stripTrailing();
    return last.isEmpty()
        || last.endsWith("…")
        || last.endsWith("...")
        || ".!?”\"’')".indexOf(last.charAt(last.length() - 1)) < 0;
  }
}
