package org.tellings.compare;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.FindingId;

/// A source where an article brings it in, with the quotes and claims that rest on it there.
final class SeenSource {

  static final Comparator<SeenSource> EARLIEST =
      Comparator.comparing((SeenSource seen) -> seen.published)
          .thenComparing(seen -> seen.place.article())
          .thenComparing(seen -> seen.place.span())
          .thenComparing(seen -> seen.number);

  /// What sources of one wording share that hand on the same quote or claim.
  record Shared(String wording, String thing) {}

  /// Those that are one source, the earliest first.
  record Group(List<SeenSource> all) {}

  final Passage.Place place;
  final Sighting sighting;
  final String wording;
  final Set<FindingId> findings;
  final Optional<Passage.Place> single;
  private final String published;
  private final int number;

  // what was worked out last
  Set<String> claims = Set.of(); // the propositions that rest on it
  Set<Shared> shared = Set.of();
  @Nullable Group group;

  /// The source that comes as `number` in its article.
  SeenSource(Article article, Sighting sighting, int number, Set<FindingId> findings) {
    place = Passage.Place.of(article, sighting.span());
    this.sighting = sighting;
    this.number = number;
    wording = sighting.text().toLowerCase(Locale.ROOT).replaceAll("\\s+", " ");
    this.findings = findings;
    single = sighting.single().map(span -> Passage.Place.of(article, span));
    published = place.heading().published().map(Dated::value).orElse("9999");
  }
}
