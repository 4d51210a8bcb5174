package org.tellings.ui.palette;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Finding;
import org.tellings.model.Hits.Order;
import org.tellings.model.Kept;
import org.tellings.model.Kind;
import org.tellings.model.Marks;
import org.tellings.model.Query;
import org.tellings.model.State;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Tasks;
import org.tellings.ui.kit.Texts;

/// What the palette offers for what is typed. `>` asks for commands only, `@` for people, `#` for
/// codes, `:` goes to a day or a paragraph. Only on the screen's thread; the library is asked in
/// the background.
final class PaletteModel {

  private static final int FEW = 3;
  private static final int MOST = 200;
  private static final int LONG = 70;
  private static final int BEFORE = 24;

  /// One thing offered. `quoted`: its words are an article's. Without a command it only says what
  /// one may type.
  record Offer(
      String section,
      String icon,
      String words,
      String beside,
      boolean quoted,
      Optional<State> state,
      Optional<Command> command) {

    static Offer of(String section, String icon, String words, String beside, Runnable run) {
      return new Offer(
          section,
          icon,
          words,
          beside,
          false,
          Optional.empty(),
          Optional.of(Command.quiet("", words, run)));
    }
  }

  final StringProperty typed = new SimpleStringProperty("");
  final ObjectProperty<List<Offer>> offers = new SimpleObjectProperty<>(List.of());

  /// What is looked for, without the sign that says where: its letters are marked in the offers.
  final StringProperty word = new SimpleStringProperty("");

  private final Desk desk;
  private final Tasks.Lane lane;
  private List<Command> commands = List.of();
  private boolean looking;
  private Optional<Runnable> waiting = Optional.empty();

  PaletteModel(Desk desk) {
    this.desk = desk;
    this.lane = desk.tasks().lane();
    typed.subscribe(_ -> look());
  }

  /// Begins anew with the commands that work here and now.
  void begin(List<Command> commands) {
    this.commands = commands;
    typed.set("");
    look();
  }

  /// Runs when the offers are the answer to what is typed: now, or when it has come.
  void whenThere(Runnable then) {
    if (looking) {
      waiting = Optional.of(then);
    } else {
      then.run();
    }
  }

  private void look() {
    var text = typed.get().strip();
    lane.forget();
    waiting = Optional.empty();
    looking = false;
    if (text.startsWith(">")) {
      show(text.substring(1).strip(), commands(text.substring(1).strip()));
    } else if (text.startsWith(":")) {
      show("", places(text.substring(1).strip()));
    } else if (text.isEmpty()) {
      show("", commands(""));
    } else {
      // what stands there stays until the answer comes; Enter waits for it too
      looking = true;
      lane.run(
          () -> all(text),
          found -> {
            looking = false;
            var then = waiting;
            waiting = Optional.empty();
            show(bare(text), found);
            then.ifPresent(Runnable::run);
          },
          desk::failed);
    }
  }

  private void show(String word, List<Offer> found) {
    this.word.set(word);
    offers.set(found);
  }

  private static String bare(String text) {
    return (text.startsWith("@") || text.startsWith("#") ? text.substring(1) : text)
        .replace("\"", "")
        .strip();
  }

  private List<Offer> commands(String text) {
    var word = folded(text);
    return commands.stream()
        .filter(c -> folded(c.words()).contains(word))
        .map(
            c ->
                new Offer(
                    t("Do"), "fth-command", c.words(), "", false, Optional.empty(), Optional.of(c)))
        .toList();
  }

  private List<Offer> places(String text) {
    if (text.matches("\\d{1,3}")) {
      var there = desk.toParagraph(Integer.parseInt(text));
      return List.of(
          new Offer(
              t("Go to"),
              "fth-book-open",
              there
                  .map(Command::words)
                  .orElse(t("No article with a paragraph {0} is being read", text)),
              "",
              false,
              Optional.empty(),
              there));
    }
    if (!text.matches("\\d{4}(-\\d{2}){0,2}")) {
      return List.of(
          new Offer(
              t("Go to"),
              "fth-clock",
              t("a day, a month, a year, or a paragraph of what you read"),
              t("write :2025-01-27 or :5"),
              false,
              Optional.empty(),
              Optional.empty()));
    }
    return List.of(
        Offer.of(
            t("Go to"),
            "fth-clock",
            t("Articles of {0}", text),
            "",
            () -> desk.search("on:" + text)));
  }

  private List<Offer> all(String text) {
    var words = bare(text);
    if (words.isEmpty()) {
      return text.startsWith("#") ? codes("") : List.of();
    }
    if (text.startsWith("#")) {
      return codes(words);
    }
    var named = named(words);
    if (text.startsWith("@")) {
      return people(named);
    }
    List<Offer> all = new ArrayList<>(people(named));
    var quotes = new LinkedHashMap<String, Passage>();
    inside(Kind.QUOTE, words).forEach(p -> gather(quotes, p));
    named.quotes().forEach(p -> gather(quotes, p));
    all.addAll(passages(t("Quotes"), "q", quotes.values(), words));
    var claims = new LinkedHashMap<String, Passage>();
    inside(Kind.CLAIM, words).forEach(p -> gather(claims, p));
    all.addAll(passages(t("Claims"), "c", claims.values(), words));
    all.addAll(articles(text));
    var codes = codes(words);
    all.addAll(codes.subList(0, Math.min(FEW, codes.size())));
    all.add(
        Offer.of(
            t("Do"),
            "fth-search",
            t("Search articles for {0}", text),
            "",
            () -> desk.search(text)));
    all.addAll(commands(text));
    return all;
  }

  private static String folded(String words) {
    return Marks.plain(words).toLowerCase(Locale.ROOT);
  }

  /// Words that stand in a finding; `outlets` print them, the article and finding are of the first.
  private record Passage(String words, Kept kept, ArticleId article, Set<String> outlets) {}

  /// What is said under such a name.
  private record Named(List<Person> people, List<Passage> quotes) {}

  private record Person(String name, int quotes, int articles) {}

  /// Who is quoted under such a name, whoever is quoted most first, and what they say.
  private Named named(String words) {
    var word = folded(words);
    Map<String, Integer> said = new LinkedHashMap<>();
    Map<String, Set<ArticleId>> where = new LinkedHashMap<>();
    List<Passage> quotes = new ArrayList<>();
    for (var hit :
        desk.workbench()
            .find(Query.parse("speaker:\"" + words + "\""), Order.RELEVANCE, 0, MOST)
            .page()) {
      var article = desk.workbench().article(hit.article()).orElseThrow();
      for (var kept : desk.workbench().findings(hit.article())) {
        if (kept.finding() instanceof Finding.Quote q) {
          q.speaker()
              .name()
              .filter(n -> folded(n).contains(word))
              .ifPresent(
                  n -> {
                    said.merge(n, 1, Integer::sum);
                    where.computeIfAbsent(n, _ -> new HashSet<>()).add(hit.article());
                    quotes.add(passage(article, kept));
                  });
        }
      }
    }
    return new Named(
        said.entrySet().stream()
            .map(
                e ->
                    new Person(
                        e.getKey(), e.getValue(), where.getOrDefault(e.getKey(), Set.of()).size()))
            .sorted(Comparator.comparingInt(Person::quotes).reversed())
            .toList(),
        quotes);
  }

  private List<Offer> people(Named named) {
    return named.people().stream()
        .limit(FEW)
        .map(
            p ->
                Offer.of(
                    t("People"),
                    "fth-user",
                    p.name(),
                    t(
                        "{0}, {1}",
                        Texts.count(p.articles(), t("article"), t("articles")),
                        Texts.count(p.quotes(), t("quote"), t("quotes"))),
                    () -> desk.search(Query.choosing(Query.FieldName.SPEAKER, List.of(p.name())))))
        .toList();
  }

  private static Passage passage(Article article, Kept kept) {
    return new Passage(
        kept.finding().span().in(article.text()).replaceAll("\\s+", " "),
        kept,
        article.id(),
        new LinkedHashSet<>(List.of(article.outlet().code())));
  }

  /// The findings of a kind that hold these words.
  private List<Passage> inside(Kind kind, String words) {
    var word = folded(words);
    List<Passage> found = new ArrayList<>();
    for (var hit :
        desk.workbench()
            .find(Query.parse(kind.word() + ":\"" + words + "\""), Order.RELEVANCE, 0, MOST / 4)
            .page()) {
      var article = desk.workbench().article(hit.article()).orElseThrow();
      for (var kept : desk.workbench().findings(hit.article())) {
        if (kept.finding().kind() == kind
            && folded(kept.finding().span().in(article.text())).contains(word)) {
          found.add(passage(article, kept));
        }
      }
    }
    return found;
  }

  /// The same words in several articles are one passage.
  private static void gather(Map<String, Passage> all, Passage one) {
    var known = all.putIfAbsent(folded(one.words()), one);
    if (known != null) {
      known.outlets().addAll(one.outlets());
    }
  }

  private List<Offer> passages(
      String section, String icon, Collection<Passage> passages, String words) {
    return passages.stream()
        .sorted(Comparator.comparingInt((Passage p) -> p.outlets().size()).reversed())
        .limit(FEW)
        .map(
            p ->
                new Offer(
                    section,
                    icon,
                    around(p.words(), words),
                    p.outlets().size() == 1
                        ? String.join("", p.outlets())
                        : Texts.count(p.outlets().size(), t("outlet"), t("outlets")),
                    true,
                    Optional.of(p.kept().state()),
                    Optional.of(
                        Command.quiet(
                            "",
                            p.words(),
                            () -> desk.open(p.article(), Optional.of(p.kept().id()))))))
        .toList();
  }

  /// A line of the passage in which the words stand, with a sign for what is left away.
  private static String around(String passage, String words) {
    var at = folded(passage).indexOf(folded(words));
    var from = at < LONG - BEFORE ? 0 : passage.lastIndexOf(' ', at - BEFORE) + 1;
    var to = Math.min(passage.length(), from + LONG);
    return (from > 0 ? "…" : "") + passage.substring(from, to) + (to < passage.length() ? "…" : "");
  }

  private List<Offer> codes(String words) {
    return desk.workbench().codes().stream()
        .filter(code -> folded(code.name()).contains(folded(words)))
        .map(
            code ->
                Offer.of(
                    t("Codes"),
                    "fth-tag",
                    code.name(),
                    code.key() > 0 ? t("key {0}", code.key()) : "",
                    () -> desk.search(Query.choosing(Query.FieldName.CODE, List.of(code.name())))))
        .toList();
  }

  private List<Offer> articles(String words) {
    List<Offer> offers = new ArrayList<>();
    for (var hit : desk.workbench().find(Query.parse(words), Order.RELEVANCE, 0, FEW).page()) {
      desk.workbench()
          .summary(hit.article())
          .ifPresent(
              s ->
                  offers.add(
                      new Offer(
                          t("Articles"),
                          "fth-file-text",
                          s.heading().title().isEmpty() ? s.file() : s.heading().title(),
                          s.heading().outlet().code() + " " + Texts.day(s.heading().published()),
                          true,
                          Optional.empty(),
                          Optional.of(
                              Command.quiet(
                                  "",
                                  s.heading().title(),
                                  () -> desk.open(s.id(), Optional.empty()))))));
    }
    return offers;
  }
}
