package org.tellings.ui.library;

import static org.tellings.ui.kit.Texts.t;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tellings.model.Facets;
import org.tellings.model.Marks;
import org.tellings.model.Query;
import org.tellings.model.Query.FieldName;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Tasks;
import org.tellings.ui.kit.Texts;

/// What the word at hand in the search field may become: the name of a field while a word is begun,
/// the values that the library has once the field stands. Only on the screen's thread; the values
/// are counted in the background.
final class Suggesting {

  /// As many are offered at once.
  static final int MOST = 8;

  private static final int SHORTEST = 2;
  private static final Map<String, String> FIELDS = fields();

  /// One suggestion: `words` to see, `beside` how many articles or what the field is for.
  record Offer(String words, String beside, Runnable take) {}

  /// What is offered, the best first; `more` are left away.
  record Offers(List<Offer> list, int more) {
    static final Offers NONE = new Offers(List.of(), 0);
  }

  final ObjectProperty<Offers> offers = new SimpleObjectProperty<>(Offers.NONE);

  /// Which of them is at hand; -1: none, and Enter does what it did.
  final IntegerProperty at = new SimpleIntegerProperty(-1);

  private final LibraryModel model;
  private final Desk desk;
  private final Tasks.Lane lane;
  private Optional<Counted> counted = Optional.empty();

  Suggesting(LibraryModel model, Desk desk) {
    this.model = model;
    this.desk = desk;
    this.lane = desk.tasks().lane();
  }

  private static Map<String, String> fields() {
    var fields = new LinkedHashMap<String, String>();
    fields.put("outlet", t("who printed it"));
    fields.put("speaker", t("who is quoted"));
    fields.put("entity", t("who or what is named"));
    fields.put("code", t("given by hand"));
    fields.put("state", t("machine, confirmed, corrected, rejected"));
    fields.put("title", t("words of the headline"));
    fields.put("before", t("published before a day"));
    fields.put("after", t("published after a day"));
    fields.put("on", t("published on a day"));
    fields.put("quote", t("words inside one quote"));
    fields.put("claim", t("words inside one claim"));
    fields.put("figure", t("a number, >500bn or <6m"));
    fields.put("near", t("two words at most so far apart"));
    return fields;
  }

  /// The word in which the caret stands: from `from` to `to` in the text; `not` when it begins with
  /// a minus; `field` empty as long as no colon stands; `held` are the values before the last comma
  /// as typed, `begun` what stands after it.
  private record Word(int from, int to, boolean not, String field, String held, String begun) {}

  /// The values of all fields under the other conditions.
  private record Counted(String rest, Facets facets) {}

  boolean isOpen() {
    return !offers.get().list().isEmpty();
  }

  /// Looks what fits the word before the caret.
  void look(String text, int caret) {
    var word = word(text, Math.clamp(caret, 0, text.length()));
    if (word.field().isEmpty()) {
      lane.forget();
      show(names(word, text));
      return;
    }
    if (!isListed(word.field())) {
      close();
      return;
    }
    var rest =
        (String.join(" ", model.chips)
                + " "
                + text.substring(0, word.from())
                + text.substring(word.to()))
            .strip();
    var known = counted.filter(c -> c.rest().equals(rest));
    if (known.isPresent()) {
      lane.forget();
      show(values(word, text, known.get().facets()));
      return;
    }
    lane.run(
        () -> new Counted(rest, desk.workbench().facets(Query.parse(rest))),
        now -> {
          counted = Optional.of(now);
          show(values(word, text, now.facets()));
        },
        desk::failed);
  }

  /// Nothing is offered any more, nor what was asked before.
  void close() {
    lane.forget();
    counted = Optional.empty();
    show(Offers.NONE);
  }

  private void show(Offers now) {
    at.set(-1);
    offers.set(now);
  }

  /// The next or the one before; before the first there is none at hand.
  void move(int by) {
    var size = offers.get().list().size();
    at.set(Math.floorMod(at.get() + 1 + by, size + 1) - 1);
  }

  /// Takes one of those offered; nothing when it is gone.
  void take(int number) {
    var list = offers.get().list();
    if (number < list.size()) {
      list.get(number).take().run();
    }
  }

  // -- what fits --

  private static boolean isListed(String field) {
    return facet(field).isPresent() || isDate(field);
  }

  private static boolean isDate(String field) {
    return field.equals("before") || field.equals("after") || field.equals("on");
  }

  private static Optional<FieldName> facet(String field) {
    return Arrays.stream(FieldName.values())
        .filter(f -> f != FieldName.TITLE && f.word().equals(field))
        .findFirst();
  }

  private static Word word(String text, int caret) {
    var from = 0;
    var colon = -1;
    var value = -1;
    var quoted = false;
    for (var i = 0; i < caret; i++) {
      var c = text.charAt(i);
      if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && Character.isWhitespace(c)) {
        from = i + 1;
        colon = -1;
      } else if (!quoted && c == ':' && colon < 0) {
        colon = i;
        value = i + 1;
      } else if (!quoted && c == ',' && colon >= 0) {
        value = i + 1;
      }
    }
    var not = from < caret && text.charAt(from) == '-';
    var begin = from + (not ? 1 : 0);
    return colon < 0
        ? new Word(from, caret, not, "", "", text.substring(begin, caret))
        : new Word(
            from,
            caret,
            not,
            text.substring(begin, colon).toLowerCase(Locale.ROOT),
            text.substring(colon + 1, value),
            text.substring(value, caret));
  }

  private Offers names(Word word, String text) {
    var begun = word.begun().toLowerCase(Locale.ROOT);
    if (begun.length() < SHORTEST) {
      return Offers.NONE;
    }
    return new Offers(
        FIELDS.entrySet().stream()
            .filter(e -> e.getKey().startsWith(begun))
            .map(
                e ->
                    new Offer(
                        e.getKey() + ":",
                        e.getValue(),
                        () -> put(text, word, (word.not() ? "-" : "") + e.getKey() + ":")))
            .toList(),
        0);
  }

  private Offers values(Word word, String text, Facets facets) {
    var begun = folded(word.begun().replace("\"", "").replace("=", ""));
    if (isDate(word.field())) {
      return first(
          months(facets).entrySet().stream()
              .filter(e -> e.getKey().startsWith(begun))
              .map(
                  e ->
                      new Offer(
                          e.getKey(),
                          articles(e.getValue()),
                          () -> {
                            put(text, word, text(word) + e.getKey());
                            model.settle();
                          }))
              .toList());
    }
    var field = facet(word.field()).orElseThrow();
    return first(
        of(facets, field).values().stream()
            .filter(v -> folded(v.name()).contains(begun))
            .filter(v -> !word.held().contains("\"" + v.name() + "\""))
            .filter(v -> word.not() || !model.values(field).contains(v.name()))
            .sorted((a, b) -> Boolean.compare(begins(b, begun), begins(a, begun)))
            .map(
                v ->
                    new Offer(v.name(), articles(v.articles()), () -> choose(text, word, field, v)))
            .toList());
  }

  private static Offers first(List<Offer> all) {
    return new Offers(all.subList(0, Math.min(MOST, all.size())), Math.max(0, all.size() - MOST));
  }

  private static boolean begins(Facets.Value value, String begun) {
    return folded(value.name()).startsWith(begun);
  }

  private static Facets.Facet of(Facets facets, FieldName field) {
    return switch (field) {
      case OUTLET -> facets.outlets();
      case SPEAKER -> facets.speakers();
      case ENTITY -> facets.entities();
      case CODE -> facets.codes();
      case STATE -> facets.states();
      case TITLE -> new Facets.Facet(List.of(), 0);
    };
  }

  /// The months in which something was published, with how many articles.
  private static Map<String, Integer> months(Facets facets) {
    var months = new TreeMap<String, Integer>();
    for (var day : facets.published().days()) {
      months.merge(day.from().toString().substring(0, 7), day.articles(), Integer::sum);
    }
    return months;
  }

  private static String articles(int n) {
    return Texts.count(n, t("article"), t("articles"));
  }

  private static String folded(String words) {
    return Marks.plain(words).toLowerCase(Locale.ROOT);
  }

  // -- taking one --

  private static String text(Word word) {
    return (word.not() ? "-" : "") + word.field() + ":";
  }

  /// The value, whole, goes into a chip with those typed before it, or into the field's chip.
  private void choose(String text, Word word, FieldName field, Facets.Value value) {
    var held = word.held().isEmpty() ? "" : word.held().substring(0, word.held().length() - 1);
    if (!word.not() && !model.values(field).isEmpty()) {
      put(text, word, held.isEmpty() ? "" : text(word) + held);
      model.toggle(field, value.name());
      return;
    }
    var whole = Query.choosing(field, List.of(value.name())).substring(field.word().length() + 1);
    put(text, word, text(word) + (held.isEmpty() ? "" : held + ",") + whole);
    model.settle();
  }

  private void put(String text, Word word, String now) {
    close();
    model.typed.set(text.substring(0, word.from()) + now + text.substring(word.to()));
  }
}
