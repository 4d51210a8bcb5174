package org.tellings.export;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tellings.compare.Role;
import org.tellings.model.Finding;
import org.tellings.model.Kept;
import org.tellings.model.Speaker;
import org.tellings.model.Speaker.SpeakerKind;
import org.tellings.model.State;

/// The named sources of articles as rows with the published fields: what each is, what it is called
/// where, and how many quotes and claims are given to it. Rejected findings do not count.
public final class SourceRows {

  private final Map<String, Source> sources = new TreeMap<>();
  private final Set<String> articles = new HashSet<>();

  private static final class Source {
    final Map<SpeakerKind, Integer> kinds = new EnumMap<>(SpeakerKind.class);
    int quotes;
    int claims;
  }

  /// The fields in their order.
  public static List<String> fields() {
    return List.of("name", "kind", "roles", "quotes", "claims");
  }

  /// Counts the findings of one article.
  public void take(String article, List<Kept> findings) {
    articles.add(article);
    var names = names(findings);
    for (var kept : findings) {
      if (kept.state() == State.REJECTED) {
        continue;
      }
      if (kept.finding() instanceof Finding.Quote quote) {
        var speaker = quote.speaker();
        var named = isNamed(speaker);
        speaker
            .name()
            .filter(_ -> named)
            .map(this::source)
            .ifPresent(
                source -> {
                  source.quotes++;
                  speaker.kind().ifPresent(kind -> source.kinds.merge(kind, 1, Integer::sum));
                });
      } else if (kept.finding() instanceof Finding.Claim claim) {
        claim
            .source()
            .filter(names::contains)
            .map(this::source)
            .ifPresent(source -> source.claims++);
      }
    }
  }

  /// The names that an article has, and those of its speakers: a claim's source may be words for
  /// somebody who is not named.
  private static Set<String> names(List<Kept> findings) {
    Set<String> names = new HashSet<>();
    for (var kept : findings) {
      switch (kept.finding()) {
        case Finding.Mention mention -> names.add(mention.name());
        case Finding.Quote quote -> {
          if (isNamed(quote.speaker())) {
            quote.speaker().name().ifPresent(names::add);
          }
        }
        case Finding.Claim _, Finding.Figure _, Finding.DateMention _ -> {}
      }
    }
    return names;
  }

  private static boolean isNamed(Speaker speaker) {
    return speaker.kind().filter(SpeakerKind.UNNAMED::equals).isEmpty();
  }

  private Source source(String name) {
    return sources.computeIfAbsent(name, _ -> new Source());
  }

  /// The rows, those with most quotes and claims first; of `roles` those count that the articles
  /// taken give.
  public List<Map<String, @Nullable Object>> rows(List<Role> roles) {
    Map<String, List<Object>> called = new TreeMap<>();
    for (var role : roles) {
      for (var call : role.calls()) {
        for (var told : call.tellings()) {
          if (articles.contains(told.place().article().value())) {
            called.computeIfAbsent(role.speaker(), _ -> new ArrayList<>()).add(row(told));
          }
        }
      }
    }
    return sources.entrySet().stream()
        .sorted(
            Comparator.comparingInt(
                    (Map.Entry<String, Source> one) ->
                        -one.getValue().quotes - one.getValue().claims)
                .thenComparing(Map.Entry::getKey))
        .map(one -> row(one.getKey(), one.getValue(), called.getOrDefault(one.getKey(), List.of())))
        .toList();
  }

  /// `called` are the words for the office, which may be those a person wrote; `text` the
  /// characters of the place.
  private static Object row(Role.Told told) {
    var place = told.place();
    Map<String, Object> row = new LinkedHashMap<>();
    row.put("called", told.words());
    row.put("text", place.text());
    row.put("article", place.article().value());
    row.put("start", place.span().start());
    row.put("end", place.span().end());
    return row;
  }

  private static Map<String, @Nullable Object> row(String name, Source source, List<Object> roles) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("name", name);
    row.put(
        "kind",
        source.kinds.entrySet().stream()
            .max(Map.Entry.<SpeakerKind, Integer>comparingByValue())
            .map(kind -> kind.getKey().name().toLowerCase(Locale.ROOT))
            .orElse(null));
    row.put("roles", roles);
    row.put("quotes", source.quotes);
    row.put("claims", source.claims);
    return row;
  }
}
