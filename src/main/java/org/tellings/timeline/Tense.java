package org.tellings.timeline;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.tellings.compare.Account;
import org.tellings.model.Finding.EntityType;
import org.tellings.model.Finding.Mention;
import org.tellings.model.Span;

/// Whether a clause tells what was or what is to come.
final class Tense {

  private static final Pattern FORWARD =
      Pattern.compile(
          "(?i)\\b(?:will|would|shall|won't|may|might|could|should|must|due|scheduled|expected|expects|planned|plans|plan|set"
              + " to|going to|is to|are to|was to|were"
              + " to|next|upcoming|coming|until|by|before|ahead|deadline|if|unless|tomorrow|promised|promises|forecast|to"
              + " be)\\b|’ll");

  private static final Pattern AHEAD = Pattern.compile("(?i)\\b(?:will|expected|scheduled|due)\\b");

  private static final Set<String> PAST =
      Set.of(
          "lost",
          "fell",
          "said",
          "told",
          "was",
          "were",
          "had",
          "came",
          "went",
          "made",
          "took",
          "began",
          "rose",
          "won",
          "put",
          "sent",
          "met",
          "left",
          "wrote",
          "gave",
          "held",
          "found",
          "saw",
          "did",
          "got",
          "knew",
          "thought",
          "brought",
          "bought",
          "sold",
          "paid",
          "broke",
          "beat",
          "shut",
          "cut",
          "let",
          "led",
          "ran",
          "spoke",
          "stood",
          "struck",
          "tore",
          "threw",
          "withdrew",
          "forbade",
          "became",
          "hit",
          "sank",
          "slid",
          "shed",
          "drew",
          "grew",
          "kept",
          "laid",
          "lay",
          "read",
          "set",
          "shook",
          "sat",
          "spent",
          "stole",
          "swore",
          "has",
          "have");

  private static final Pattern WORD = Pattern.compile("[\\p{L}’']+");

  private Tense() {}

  static boolean looksForward(String clause, String sentence) {
    return FORWARD.matcher(clause).find() || AHEAD.matcher(sentence).find();
  }

  static boolean isPast(String clause) {
    return WORD.matcher(clause)
        .results()
        .map(m -> m.group().toLowerCase(Locale.ROOT))
        .anyMatch(word -> PAST.contains(word) || word.length() > 4 && word.endsWith("ed"));
  }

  private static final Pattern OUT =
      Pattern.compile(
          "(?i)\\b(?:came"
              + " out|(?:was|were|been|has|have|had|it|company|lab|firm)?\\s*(?:released|launched|published|unveiled)|(?:put|brought)"
              + " (?:it )?(?:out|online|on the web))\\b");
  private static final Pattern IS =
      Pattern.compile("(?i)\\b(?:that|this|it|which) (?:was|is) (?:called )?$");

  /// The product that a clause says came out then: the first it names, and the one it speaks of.
  static Optional<String> cameOut(Account account, Deed deed) {
    var clause = deed.told().span();
    var text = account.article().text();
    Optional<Mention> product =
        account.of(Mention.class).stream()
            .map(kept -> (Mention) kept.finding())
            .filter(mention -> mention.type() == EntityType.PRODUCT)
            .filter(mention -> clause.contains(mention.span()))
            .findFirst();
    return product
        .filter(
            mention ->
                isNamedAs(text, clause, mention.span()) || isReleased(text, clause, mention.span()))
        .map(Mention::name);
  }

  /// “That was R1, in December”.
  private static boolean isNamedAs(String text, Span clause, Span product) {
    return IS.matcher(text.substring(clause.start(), product.start())).find();
  }

  /// “Released R1”, “R1 came out”, “R1, which was published”: the verb stands near the name.
  private static boolean isReleased(String text, Span clause, Span product) {
    var from = Math.max(clause.start(), product.start() - 40);
    var to = Math.min(clause.end(), product.end() + 30);
    return OUT.matcher(text.substring(from, product.start())).find()
        || OUT.matcher(text.substring(product.end(), to)).find();
  }
}
