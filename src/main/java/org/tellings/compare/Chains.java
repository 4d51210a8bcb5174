package org.tellings.compare;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.tellings.compare.Chain.Ends;
import org.tellings.compare.Chain.Kind;
import org.tellings.compare.Chain.Link;
import org.tellings.compare.CreditReader.Credit;
import org.tellings.compare.CreditReader.Trail;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.FindingId;
import org.tellings.model.Tie;

/// From whom articles have what they print, by the rule of `docs/method.md`, “Chains”.
///
/// Reads each article once; which names are outlets of the library, and where a chain goes on in
/// another article, is worked out when asked.
final class Chains implements Grouping<Chain> {

  /// Links of a chain at most, so that a library of copies ends.
  private static final int LONGEST = 12;

  /// Plain words that two sentences must share to tell the same, and the part of the shorter one.
  private static final int ALIKE = 4;

  private static final double MOST = 0.6;

  private static final Set<String> SELF = Set.of("we", "us");
  private static final Set<String> BACK = Set.of("it", "the", "that", "this");

  private final Supplier<List<Utterance>> utterances;
  private final Supplier<List<Proposition>> propositions;
  private final Map<ArticleId, Source> sources = new HashMap<>();

  /// An article with its trails and the key of its outlet.
  private record Source(Article article, List<Trail> trails) {

    String name() {
      return article.outlet().isKnown() ? article.outlet().name() : article.file();
    }

    String day() {
      return article.heading().published().map(Dated::day).orElse("9999");
    }
  }

  Chains(Supplier<List<Utterance>> utterances, Supplier<List<Proposition>> propositions) {
    this.utterances = utterances;
    this.propositions = propositions;
  }

  @Override
  public void take(Account account) {
    var prose = account.prose();
    var trails = new CreditReader(account, prose, account.footing()).read();
    sources.put(account.article().id(), new Source(account.article(), trails));
  }

  @Override
  public void leave(ArticleId article) {
    sources.remove(article);
  }

  @Override
  public void tie(Collection<Tie> ties) {
    // what people tied is in the utterances and propositions
  }

  /// By day, article and place.
  @Override
  public List<Chain> things() {
    var library = new InLibrary();
    List<Chain> chains = new ArrayList<>();
    for (var source : library.all) {
      Optional<Trail> before = Optional.empty();
      for (var trail : source.trails()) {
        var chain = library.chain(source, trail);
        if (chain.isEmpty()) {
          continue;
        }
        if (before.isPresent() && goesOn(before.get(), trail, chains.getLast(), chain.get())) {
          chains.add(joined(chains.removeLast(), chain.get()));
        } else {
          chains.add(chain.get());
        }
        before = Optional.of(trail);
      }
    }
    return chains;
  }

  /// “Reuters reported that …. It quoted a banker”: the chain of the sentence before, which ended
  /// at an outlet, goes on from there in the same paragraph.
  private static boolean goesOn(Trail before, Trail trail, Chain one, Chain next) {
    var at = one.links().size();
    return before.paragraph() == trail.paragraph()
        && one.ends() == Ends.DANGLING
        && next.links().size() >= at
        && trail.credits().stream().anyMatch(credit -> isBack(bare(credit.name())))
        && one.links().getLast().to().equals(next.links().get(at - 1).to())
        && one.links().getLast().from().equals(next.links().get(at - 1).from());
  }

  /// With the links of the sentence before, which tells first whose report it is.
  private static Chain joined(Chain one, Chain next) {
    var links = new ArrayList<>(one.links());
    links.addAll(next.links().subList(links.size(), next.links().size()));
    return new Chain(one.id(), one.proposition().or(next::proposition), links, next.ends());
  }

  /// “It”, “the paper”.
  private static boolean isBack(String name) {
    var low = name.toLowerCase(Locale.ROOT);
    return low.equals("it") || BACK.contains(firstWord(low)) && Character.isLowerCase(lead(name));
  }

  /// One pass over all articles as they are now.
  private final class InLibrary {

    final List<Source> all =
        sources.values().stream()
            .sorted(Comparator.comparing(Source::day).thenComparing(s -> s.article().id()))
            .toList();
    final Map<String, List<Source>> byOutlet = new TreeMap<>();
    final Map<FindingId, String> things = new HashMap<>();

    InLibrary() {
      for (var source : all) {
        if (source.article().outlet().isKnown()) {
          byOutlet
              .computeIfAbsent(OutletNames.key(source.name()), _ -> new ArrayList<>())
              .add(source);
        }
      }
      for (var key : List.copyOf(byOutlet.keySet())) {
        // “the Klaxon” is The Daily Klaxon
        byOutlet.putIfAbsent(
            key.substring(key.lastIndexOf(' ') + 1), byOutlet.getOrDefault(key, List.of()));
      }
      for (var utterance : utterances.get()) {
        for (var wording : utterance.tellings()) {
          wording.parts().forEach(part -> things.put(part.kept().id(), utterance.id()));
        }
      }
      for (var proposition : propositions.get()) {
        proposition
            .tellings()
            .forEach(stated -> things.put(stated.telling().kept().id(), proposition.id()));
      }
    }

    Optional<Chain> chain(Source source, Trail trail) {
      List<Link> links = new ArrayList<>();
      Set<String> passed = new LinkedHashSet<>(Set.of(OutletNames.key(source.name())));
      var ends = follow(source, trail, source.name(), passed, links);
      if (links.isEmpty() || ends == null) {
        return Optional.empty();
      }
      return Optional.of(
          new Chain(
              Ids.of(
                  "chain", source.article().id().value(), String.valueOf(trail.sentence().start())),
              propositionOf(trail),
              links,
              ends));
    }

    private Optional<String> propositionOf(Trail trail) {
      var told = new TreeSet<FindingId>(Comparator.comparing(FindingId::toString));
      told.addAll(trail.findings());
      return told.stream()
          .filter(id -> id.kind() == org.tellings.model.Kind.CLAIM && things.containsKey(id))
          .map(id -> things.getOrDefault(id, ""))
          .findFirst();
    }

    /// Adds the links of one sentence, and of the articles it leads to; null when it gives none.
    private @Nullable Ends follow(
        Source source, Trail trail, String from, Set<String> passed, List<Link> links) {
      var at = from;
      Optional<Credit> last = Optional.empty();
      Optional<Credit> first = Optional.empty();
      var outlets = 0;
      for (var credit : trail.credits()) {
        var outlet =
            credit.end().equals(Optional.of(Ends.DANGLING))
                ? Optional.<String>empty()
                : outlet(source, trail, credit.name());
        if (outlet.isEmpty()) {
          if (!credit.told() && isSource(credit)) {
            last = Optional.of(credit);
            first = first.isEmpty() && outlets == 0 ? last : first;
          }
          continue;
        }
        var key = OutletNames.key(outlet.get());
        if (key.equals(OutletNames.key(at))) {
          continue;
        }
        outlets++;
        last = Optional.empty();
        links.add(link(source, at, outlet.get(), credit.kind(), credit));
        at = outlet.get();
        if (!passed.add(key) || links.size() >= LONGEST) {
          return Ends.CIRCULAR;
        }
      }
      var end = last.isPresent() ? last : first.or(() -> speaker(source, trail));
      if (end.isPresent()) {
        var credit = end.get();
        links.add(
            link(
                source,
                at,
                bare(credit.name()),
                credit.kind() == Kind.REPORTS ? Kind.SAID : credit.kind(),
                credit));
        return credit.end().orElse(Ends.NAMED);
      }
      return outlets == 0 ? null : onward(source, trail, at, passed, links);
    }

    /// The speaker of a quote in the sentence, unless that is an outlet.
    private Optional<Credit> speaker(Source source, Trail trail) {
      return trail
          .speaker()
          .filter(one -> outlet(source, trail, one.name()).isEmpty())
          .filter(one -> trail.credits().stream().noneMatch(c -> isSame(source, trail, c, one)));
    }

    /// Whether the words for a speaker are only an outlet's (“a report by Reuters”).
    private boolean isSame(Source source, Trail trail, Credit credit, Credit speaker) {
      return credit.kind() == Kind.CITES
          && !credit.told()
          && credit.span().overlaps(speaker.span())
          && outlet(source, trail, credit.name()).isPresent();
    }

    /// Goes on in an article of the outlet that tells the same and is not later; in a later one
    /// only where that leads back.
    private Ends onward(
        Source source, Trail trail, String outlet, Set<String> passed, List<Link> links) {
      for (var other : byOutlet.getOrDefault(OutletNames.key(outlet), List.of())) {
        if (other.equals(source)) {
          continue;
        }
        var later = other.day().compareTo(source.day()) > 0;
        for (var there : other.trails()) {
          if (isSame(trail, there)) {
            List<Link> more = new ArrayList<>(links);
            Set<String> through = new LinkedHashSet<>(passed);
            var ends = follow(other, there, outlet, through, more);
            if (ends != null && (!later || ends == Ends.CIRCULAR)) {
              links.addAll(more.subList(links.size(), more.size()));
              return ends;
            }
          }
        }
      }
      return Ends.DANGLING;
    }

    private boolean isSame(Trail one, Trail other) {
      for (var id : one.findings()) {
        var thing = things.get(id);
        if (thing != null && other.findings().stream().anyMatch(o -> thing.equals(things.get(o)))) {
          return true;
        }
      }
      var shared = one.stems().stream().filter(other.stems()::contains).count();
      return shared >= ALIKE && shared >= MOST * Math.min(one.stems().size(), other.stems().size());
    }

    /// The outlet of this name: known, of the library, the article's own for “we”, or for “it” and
    /// “the paper” the one named last in the paragraph.
    private Optional<String> outlet(Source source, Trail trail, String printed) {
      var name = bare(printed);
      var low = name.toLowerCase(Locale.ROOT);
      if (SELF.contains(low)) {
        return Optional.of(source.name());
      }
      if (isBack(name)) {
        return before(source, trail);
      }
      var key = OutletNames.key(name);
      var here = byOutlet.getOrDefault(key, List.of());
      if (!here.isEmpty()) {
        return Optional.of(here.getFirst().name());
      }
      return OutletNames.isKnown(name) ? Optional.of(name) : Optional.empty();
    }

    private Optional<String> before(Source source, Trail trail) {
      Optional<String> found = Optional.empty();
      for (var other : source.trails()) {
        if (other.sentence().start() >= trail.sentence().start()) {
          break;
        }
        if (other.paragraph() != trail.paragraph()) {
          continue;
        }
        for (var credit : other.credits()) {
          var low = bare(credit.name()).toLowerCase(Locale.ROOT);
          if (!low.equals("it") && !BACK.contains(firstWord(low)) && !SELF.contains(low)) {
            var outlet = outlet(source, other, credit.name());
            found = outlet.isPresent() ? outlet : found;
          }
        }
      }
      return found;
    }
  }

  /// Whether a credit that is no outlet may be the source: a name, or words that are one.
  private static boolean isSource(Credit credit) {
    var low = bare(credit.name()).toLowerCase(Locale.ROOT);
    return credit.end().isPresent()
        || Character.isUpperCase(lead(bare(credit.name())))
            && !low.equals("it")
            && !Spelling.isFunction(low);
  }

  private static char lead(String name) {
    return name.startsWith("the ") && name.length() > 4 ? name.charAt(4) : name.charAt(0);
  }

  private static String firstWord(String low) {
    var blank = low.indexOf(' ');
    return blank < 0 ? low : low.substring(0, blank);
  }

  /// Without “the” before a capital, or a possessive.
  private static String bare(String name) {
    var bare = name.replaceFirst("^[Tt]he (?=\\p{Lu})", "").replaceFirst("[’']s$", "");
    return bare.endsWith(".") ? bare.substring(0, bare.length() - 1) : bare;
  }

  private static Link link(Source source, String from, String to, Kind kind, Credit credit) {
    return new Link(from, to, kind, Passage.Place.of(source.article(), credit.span()));
  }
}
