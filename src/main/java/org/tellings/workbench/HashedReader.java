package org.tellings.workbench;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Decision;
import org.tellings.model.Edit;
import org.tellings.model.Finding;
import org.tellings.model.Kept;
import org.tellings.model.Outlet;
import org.tellings.model.Span;
import org.tellings.model.Speaker;
import org.tellings.store.Library;

/// Finds the places of a [HashedPack] in the articles of a library.
///
/// An article is the same when its text is. Else it is the one of the same address that has at
/// least three tenths of the blocks, or, where one of the two has no address, the one that has at
/// least half of them and is of no other outlet. Two that fit alike are none.
final class HashedReader {

  private static final double OF_SAME_ADDRESS = 0.3;
  private static final double OF_UNKNOWN_ADDRESS = 0.5;
  private static final Pattern TRACKING = Pattern.compile("(?i)^(?:utm_.*|fbclid|gclid|ref)=.*");

  /// An article as a pack tells it.
  record Told(ArticleId id, String sha256, String url, String outlet, List<String> blocks) {

    static Told of(Map<String, @Nullable Object> line) {
      List<String> blocks = new ArrayList<>();
      if (line.get("blocks") instanceof List<?> list) {
        list.forEach(one -> blocks.add(String.valueOf(one)));
      }
      return new Told(
          new ArticleId(String.valueOf(line.get("article"))),
          String.valueOf(line.get("sha256")),
          Optional.ofNullable(line.get("url")).map(Object::toString).orElse(""),
          Optional.ofNullable(line.get("outlet")).map(Object::toString).orElse(""),
          blocks);
    }

    /// Names it for people.
    String words() {
      return url.isEmpty() ? (outlet.isEmpty() ? id.value() : outlet + ", " + id) : url;
    }
  }

  /// The copy of an article that is here: where the blocks stand in it.
  private record Copy(
      Article article, boolean isExact, Fingerprint print, Map<Integer, Integer> aligned) {}

  private final Library library;
  private final String salt;
  private final Map<ArticleId, Copy> copies = new HashMap<>();
  private final Map<ArticleId, String> none = new HashMap<>();
  private final Map<ArticleId, List<Kept>> found = new HashMap<>();
  private int exact;
  private int moved;

  /// Looks for these articles among the `candidates`.
  HashedReader(Library library, String salt, List<Told> articles, List<ArticleId> candidates) {
    this.library = library;
    this.salt = salt;
    List<Told> open = new ArrayList<>();
    for (var told : articles) {
      var same = library.article(told.id()).filter(a -> a.sha256().equals(told.sha256()));
      if (same.isPresent() && library.has(told.id())) {
        copies.put(told.id(), new Copy(same.get(), true, new Fingerprint(salt, ""), Map.of()));
      } else {
        open.add(told);
      }
    }
    if (!open.isEmpty()) {
      look(open, candidates);
    }
  }

  int exact() {
    return exact;
  }

  int moved() {
    return moved;
  }

  private record Fit(ArticleId id, double share) {}

  private record Block(Told told, int number) {}

  private void look(List<Told> open, List<ArticleId> candidates) {
    Map<String, List<Block>> blocks = new HashMap<>();
    for (var told : open) {
      for (var k = 0; k < told.blocks().size(); k++) {
        blocks
            .computeIfAbsent(told.blocks().get(k), _ -> new ArrayList<>())
            .add(new Block(told, k));
      }
    }
    Map<Told, List<Fit>> fits = new HashMap<>();
    Set<ArticleId> elsewhere = new HashSet<>();
    for (var id : candidates) {
      var article = library.article(id).orElseThrow();
      var print = new Fingerprint(salt, article.text());
      Map<Told, Set<Integer>> shared = new HashMap<>();
      for (var from = 0; from + Fingerprint.BLOCK <= print.words(); from++) {
        for (var block : blocks.getOrDefault(print.block(from), List.of())) {
          shared.computeIfAbsent(block.told(), _ -> new HashSet<>()).add(block.number());
        }
      }
      shared.forEach(
          (told, numbers) -> {
            var share = (double) numbers.size() / told.blocks().size();
            var here = plain(article.heading().url());
            var there = plain(told.url());
            if (here.isEmpty() || there.isEmpty()) {
              if (share >= OF_UNKNOWN_ADDRESS && isOfOutlet(article.outlet(), told.outlet())) {
                fits.computeIfAbsent(told, _ -> new ArrayList<>()).add(new Fit(id, share));
              }
            } else if (here.equals(there) && share >= OF_SAME_ADDRESS) {
              fits.computeIfAbsent(told, _ -> new ArrayList<>()).add(new Fit(id, share));
            } else if (share >= OF_UNKNOWN_ADDRESS) {
              elsewhere.add(told.id());
            }
          });
    }
    for (var told : open) {
      var all = fits.getOrDefault(told, List.of());
      var best = all.stream().mapToDouble(Fit::share).max().orElse(0);
      var top = all.stream().filter(fit -> fit.share() == best).toList();
      if (top.size() == 1) {
        var article = library.article(top.getFirst().id()).orElseThrow();
        var print = new Fingerprint(salt, article.text());
        copies.put(told.id(), new Copy(article, false, print, print.aligned(told.blocks())));
      } else {
        none.put(
            told.id(),
            top.size() > 1
                ? top.size() + " articles here fit " + told.words() + " alike"
                : elsewhere.contains(told.id())
                    ? "the article " + told.words() + " is here only from another address"
                    : "the article " + told.words() + " is not here");
      }
    }
  }

  private static boolean isOfOutlet(Outlet here, String there) {
    return there.isEmpty() || !here.isKnown() || here.name().equalsIgnoreCase(there);
  }

  /// An address without what makes no other page of it.
  static String plain(String url) {
    try {
      var uri = new URI(url.strip());
      if (uri.getHost() == null) {
        return url.strip().toLowerCase(Locale.ROOT);
      }
      var query =
          Optional.ofNullable(uri.getQuery()).stream()
              .flatMap(q -> List.of(q.split("&")).stream())
              .filter(part -> !TRACKING.matcher(part).matches())
              .sorted()
              .toList();
      return uri.getHost().toLowerCase(Locale.ROOT).replaceFirst("^www\\.", "")
          + Optional.ofNullable(uri.getPath()).orElse("").replaceFirst("/+$", "")
          + (query.isEmpty() ? "" : "?" + String.join("&", query));
    } catch (java.net.URISyntaxException _) {
      return url.strip().toLowerCase(Locale.ROOT);
    }
  }

  /// The decision as it is here; empty when it has no place, see [#whyNot]. An anchor with numbers
  /// that no text has is refused with an [IllegalArgumentException].
  Optional<Edit> placed(Edit edit, Map<String, @Nullable Object> line) {
    Map<String, Fingerprint.Anchor> anchors = new LinkedHashMap<>();
    if (line.get("anchors") instanceof Map<?, ?> map) {
      map.forEach((key, numbers) -> anchors.put(String.valueOf(key), anchor(numbers)));
    }
    var isExact = new boolean[] {true};
    var placed =
        Relocating.of(
            edit,
            new Relocating.Places() {
              @Override
              public Optional<ArticleId> article(ArticleId id) {
                return Optional.ofNullable(copies.get(id)).map(c -> c.article().id());
              }

              @Override
              public Optional<Span> span(ArticleId article, Span span) {
                @Nullable Copy copy = copies.get(article);
                if (copy == null) {
                  return Optional.empty();
                }
                if (copy.isExact()) {
                  return Optional.of(span).filter(s -> s.end() <= copy.article().text().length());
                }
                var to =
                    Optional.ofNullable(anchors.get(HashedPack.key(article, span)))
                        .flatMap(a -> copy.print().find(a, copy.aligned()));
                isExact[0] &= to.equals(Optional.of(span));
                return to;
              }
            });
    if (placed.isPresent() && !Pack.articles(edit).isEmpty()) {
      exact += isExact[0] ? 1 : 0;
      moved += isExact[0] ? 0 : 1;
    }
    return placed.map(one -> seen(one, Boolean.TRUE.equals(line.get("leftOut"))));
  }

  /// The same of what stood before, which counts as no decision.
  Optional<Edit> past(Edit edit, Map<String, @Nullable Object> line) {
    var exactBefore = exact;
    var movedBefore = moved;
    var placed = placed(edit, line);
    exact = exactBefore;
    moved = movedBefore;
    return placed;
  }

  /// False for a line with an anchor that [#placed] refuses.
  static boolean isReadable(Map<String, @Nullable Object> line) {
    return !(line.get("anchors") instanceof Map<?, ?> map)
        || map.values().stream().allMatch(one -> possible(one).isPresent());
  }

  private static Fingerprint.Anchor anchor(@Nullable Object numbers) {
    return possible(numbers)
        .orElseThrow(
            () ->
                new IllegalArgumentException(
                    "an anchor with numbers that no text has: " + numbers));
  }

  private static Optional<Fingerprint.Anchor> possible(@Nullable Object numbers) {
    return numbers instanceof List<?> l
            && l.size() == 5
            && l.stream().allMatch(Integer.class::isInstance)
        ? Optional.of(
                new Fingerprint.Anchor(
                    (Integer) l.get(0),
                    (Integer) l.get(1),
                    (Integer) l.get(2),
                    (Integer) l.get(3),
                    (Integer) l.get(4)))
            .filter(Fingerprint.Anchor::isPossible)
        : Optional.empty();
  }

  /// Why a decision has no place here.
  String whyNot(Edit edit) {
    return Pack.articles(edit).stream()
        .map(none::get)
        .filter(java.util.Objects::nonNull)
        .findFirst()
        .orElseGet(
            () ->
                "its words are no longer in "
                    + Pack.articles(edit).stream()
                        .flatMap(id -> Optional.ofNullable(copies.get(id)).stream())
                        .map(c -> c.article().file())
                        .findFirst()
                        .orElse("the article"));
  }

  // -- what the machine reads here --

  /// A decision with what the machine reads there now as what was seen, and with its words where
  /// the pack left words out.
  private Edit seen(Edit edit, boolean isShort) {
    if (!(edit instanceof Edit.Decided d) || d.after().isEmpty()) {
      return edit;
    }
    var to = d.after().get();
    var machine =
        found.computeIfAbsent(d.id().article(), library::findings).stream()
            .filter(k -> k.id().equals(d.id()))
            .findFirst()
            .flatMap(Kept::machine);
    var finding =
        isShort ? machine.map(m -> filled(to.finding(), m)).orElse(to.finding()) : to.finding();
    return new Edit.Decided(
        d.id(), d.before(), Optional.of(new Decision(to.state(), finding, to.coder(), machine)));
  }

  private static Finding filled(Finding finding, Finding machine) {
    if (finding instanceof Finding.Quote q && machine instanceof Finding.Quote m) {
      return new Finding.Quote(
          q.span(),
          q.form(),
          new Speaker(
              q.speaker().name().or(m.speaker()::name),
              q.speaker().at(),
              q.speaker().kind(),
              q.speaker().role().or(m.speaker()::role)),
          q.cue().or(m::cue),
          q.saidTo().or(m::saidTo),
          q.joins(),
          q.within(),
          q.rule());
    }
    if (finding instanceof Finding.Figure f && machine instanceof Finding.Figure m) {
      return new Finding.Figure(
          f.span(),
          f.low(),
          f.high(),
          f.unit(),
          f.approximation(),
          f.change(),
          f.measures().or(m::measures),
          f.rule());
    }
    if (finding instanceof Finding.Claim c && machine instanceof Finding.Claim m) {
      return new Finding.Claim(
          c.span(), c.source().or(m::source), c.stance(), c.cues(), c.checkworthy(), c.rule());
    }
    return finding;
  }

  /// What a line of a pack says.
  static Map<String, @Nullable Object> object(String line) {
    return Json.object(line)
        .orElseThrow(
            () -> new IllegalArgumentException("not a decision that this version can read"));
  }
}
