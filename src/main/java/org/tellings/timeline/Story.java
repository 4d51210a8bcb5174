package org.tellings.timeline;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tellings.compare.Account;
import org.tellings.compare.Comparison;
import org.tellings.compare.Telling;
import org.tellings.model.Article;
import org.tellings.model.Finding;
import org.tellings.model.FindingId;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.State;
import org.tellings.model.Tie;

/// The story of a library as reading mode tells it: a page for each event of which a person
/// confirmed dating words, in the order in which they happened.
///
/// `loose` are confirmed quotes, claims, figures and dates that stand on no page: no dating words
/// were confirmed in their article, or the machine reads no event there.
public record Story(List<StoryPage> pages, List<Telling> loose) {

  public Story {
    pages = List.copyOf(pages);
    loose = List.copyOf(loose);
  }

  /// One article with all that counts as found in it.
  public record Read(Article article, List<Kept> findings) {

    /// A person confirmed or corrected it.
    public static boolean isConfirmed(Kept kept) {
      return kept.state() == State.CONFIRMED || kept.state() == State.CORRECTED;
    }
  }

  /// What people said of findings: ties, the names they gave, and when they say that events
  /// happened.
  public record Said(
      Collection<Tie> ties, Map<FindingId, String> names, Map<FindingId, When> whens) {}

  /// Tells the story of these articles. Of their findings only what a person confirmed or corrected
  /// is told; the rest only helps to read the sentences.
  public static Story of(List<Read> articles, Said said, Glossary glossary) {
    var timeline = new Timeline();
    var comparison = new Comparison();
    List<Account> accounts = new ArrayList<>();
    for (var one : articles) {
      timeline.take(new Account(one.article(), without(one.findings(), Kind.DATE)));
      var account = new Account(one.article(), confirmed(one.findings()));
      comparison.take(account);
      accounts.add(account);
    }
    timeline.ties(said.ties());
    timeline.labels(said.names());
    timeline.datings(said.whens());
    comparison.ties(said.ties());
    comparison.labels(said.names());
    var placed = Placed.of(timeline.events(), accounts, comparison);
    List<StoryPage> pages = new ArrayList<>();
    Set<FindingId> told = new HashSet<>();
    for (var event : timeline.events()) {
      var items = placed.on(event);
      items.forEach(item -> told.add(item.kept().id()));
      event.tellings().forEach(one -> told.add(one.dating().kept().id()));
      pages.add(new Storyteller(event, items, accounts, comparison, said.names(), glossary).page());
    }
    return new Story(pages, loose(accounts, told));
  }

  /// Without what nobody confirmed of this kind.
  private static List<Kept> without(List<Kept> findings, Kind kind) {
    return findings.stream()
        .filter(kept -> kept.finding().kind() != kind || Read.isConfirmed(kept))
        .toList();
  }

  private static List<Kept> confirmed(List<Kept> findings) {
    return findings.stream()
        .filter(kept -> kept.finding() instanceof Finding.Mention || Read.isConfirmed(kept))
        .toList();
  }

  private static List<Telling> loose(List<Account> accounts, Set<FindingId> told) {
    List<Telling> loose = new ArrayList<>();
    for (var account : accounts) {
      for (var kept : account.findings()) {
        if (!(kept.finding() instanceof Finding.Mention) && !told.contains(kept.id())) {
          loose.add(Telling.of(account.article(), kept));
        }
      }
    }
    loose.sort(Telling.EARLIEST);
    return loose;
  }

  /// How many words there are to read from page `from` (from 0) on.
  public int words(int from) {
    return pages.stream().skip(from).mapToInt(StoryPage::words).sum();
  }
}
