package org.tellings.extract;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.tellings.model.Article;
import org.tellings.model.Span;

/// Why a claim is held to be worth checking as it is: the three things in it that weighed most, for
/// or against, with their weights.
final class WorthWhy {

  private static final int MOST = 3;

  private final Words words;
  private final Worth worth;

  private WorthWhy(Words words, Worth worth) {
    this.words = words;
    this.worth = worth;
  }

  /// For each claim of an article, by its span: “no figures -0.9, “cost” +0.4, “should” -0.3”.
  static List<String> of(Article article, List<Span> claims) {
    var reading = new Reading(article.text());
    var words = reading.words;
    var worth = new Worth(words, ClaimExtractor.begins(reading), Weights.ofWorth());
    var why = new WorthWhy(words, worth);
    return claims.stream()
        .map(claim -> why.words(words.at(claim.start()), words.at(claim.end() - 1) + 1))
        .toList();
  }

  private String words(int first, int last) {
    Map<String, Integer> sums = new LinkedHashMap<>();
    worth.read(first, last);
    for (var i = 0; i < worth.size; i++) {
      var weight = Weights.ofWorth().hundredths(worth.keys[i]);
      if (weight != 0 && worth.templates[i] != Worth.ALWAYS) {
        sums.merge(thing(i), weight, Integer::sum);
      }
    }
    List<Map.Entry<String, Integer>> sorted = new ArrayList<>(sums.entrySet());
    sorted.sort(Comparator.comparingInt(sum -> -Math.abs(sum.getValue())));
    return sorted.stream()
        .limit(MOST)
        .map(sum -> String.format(Locale.ROOT, "%s %+.1f", sum.getKey(), sum.getValue() / 100.0))
        .collect(Collectors.joining(", "));
  }

  /// What a trait looks at: its word as printed, or what is counted in the whole of the claim.
  private String thing(int i) {
    return switch (worth.templates[i]) {
      case 1, 2, 3, 4 -> {
        var at = worth.tokens[i];
        yield "“" + words.text.substring(words.start(at), words.end(at)) + "”";
      }
      case Worth.SORT -> "sorts of words";
      case Worth.NAMES -> counted(i, "names");
      case Worth.DATES -> counted(i, "dates");
      case Worth.LENGTH -> "length";
      case Worth.END -> "how it ends";
      default -> counted(i, "figures");
    };
  }

  private String counted(int i, String things) {
    return worth.ones[i] == 0 ? "no " + things : things;
  }
}
