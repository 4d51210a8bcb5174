package org.tellings.ui.palette;

import static org.tellings.ui.kit.Texts.t;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.tellings.model.Article;
import org.tellings.model.Kept;
import org.tellings.model.Marks;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Sourced;
import org.tellings.ui.kit.Texts;

/// Words that stand in a finding; `outlets` print them, the article and finding are of the first.
record Passage(String words, Kept kept, Article article, Set<String> outlets) {

  private static final int LONG = 70;
  private static final int BEFORE = 24;

  static Passage of(Article article, Kept kept) {
    return new Passage(
        kept.finding().span().in(article.text()).replaceAll("\\s+", " "),
        kept,
        article,
        new LinkedHashSet<>(List.of(article.outlet().code())));
  }

  static String folded(String words) {
    return Marks.plain(words).toLowerCase(Locale.ROOT);
  }

  /// The same words in several articles are one passage.
  static void gather(Map<String, Passage> all, Passage one) {
    var known = all.putIfAbsent(folded(one.words()), one);
    if (known != null) {
      known.outlets().addAll(one.outlets());
    }
  }

  Offer offer(String section, String icon, String looked, Desk desk) {
    var id = article.id();
    return new Offer(
        section,
        icon,
        around(looked),
        outlets.size() == 1
            ? String.join("", outlets)
            : Texts.count(outlets.size(), t("outlet"), t("outlets")),
        true,
        Optional.of(kept.state()),
        Optional.of(Command.quiet("", words, () -> desk.open(id, Optional.of(kept.id())))),
        List.of(
            Command.quiet(
                Offer.ASIDE, t("Open its article in Compare"), () -> desk.sideBySide(List.of(id))),
            Command.quiet(
                "",
                t("Copy with its source"),
                () -> {
                  Sourced.copy(Sourced.words(article, kept.finding().span()));
                  desk.said(t("Copied with its source."), false);
                })));
  }

  /// A line of the passage in which the words stand, with a sign for what is left away.
  private String around(String looked) {
    var at = folded(words).indexOf(folded(looked));
    var from = at < LONG - BEFORE ? 0 : words.lastIndexOf(' ', at - BEFORE) + 1;
    var to = Math.min(words.length(), from + LONG);
    return (from > 0 ? "…" : "") + words.substring(from, to) + (to < words.length() ? "…" : "");
  }
}
