package org.tellings.ui.palette;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tellings.model.Finding;
import org.tellings.model.Hits.Order;
import org.tellings.model.Kind;
import org.tellings.model.Query;
import org.tellings.model.State;
import org.tellings.model.Summary;
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

  final StringProperty typed = new SimpleStringProperty("");
  final ObjectProperty<List<Offer>> offers = new SimpleObjectProperty<>(List.of());

  /// What is looked for, without the sign that says where: its letters are marked in the offers.
  final StringProperty word = new SimpleStringProperty("");

  private final Desk desk;
  private final Tasks.Lane lane;
  private List<Command> commands = List.of();
  private boolean looking;

  /// What was offered before the actions of one offer were shown.
  private Optional<List<Offer>> before = Optional.empty();

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

  /// Shows what can be done with an offer; when that is shown already, the offers again.
  void actions(Optional<Offer> of) {
    if (before.isPresent()) {
      show(word.get(), before.get());
      return;
    }
    of.filter(offer -> !offer.others().isEmpty())
        .ifPresent(
            offer -> {
              var all = offers.get();
              show("", offer.actions(t("Open")));
              before = Optional.of(all);
            });
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
    before = Optional.empty();
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
        .map(c -> Offer.of(t("Do"), "fth-command", c.words(), "", c))
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
              there,
              List.of()));
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
              Optional.empty(),
              List.of()));
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
    inside(Kind.QUOTE, words).forEach(p -> Passage.gather(quotes, p));
    named.quotes().forEach(p -> Passage.gather(quotes, p));
    all.addAll(passages(t("Quotes"), "q", quotes.values(), words));
    var claims = new LinkedHashMap<String, Passage>();
    inside(Kind.CLAIM, words).forEach(p -> Passage.gather(claims, p));
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
    named.people().stream().findFirst().ifPresent(first -> all.addAll(first.deeds(desk)));
    all.addAll(commands(text));
    return all;
  }

  private static String folded(String words) {
    return Passage.folded(words);
  }

  /// Who is quoted under such a name, and what they say.
  private record Named(List<Person> people, List<Passage> quotes) {}

  /// Who is quoted under such a name, whoever is quoted most first, and what they say.
  private Named named(String words) {
    var word = folded(words);
    Map<String, Person> people = new LinkedHashMap<>();
    List<Passage> quotes = new ArrayList<>();
    for (var hit :
        desk.workbench()
            .find(Query.parse("speaker:\"" + words + "\""), Order.OLDEST, 0, MOST)
            .page()) {
      var article = desk.workbench().article(hit.article()).orElseThrow();
      for (var kept : desk.workbench().findings(hit.article())) {
        if (kept.finding() instanceof Finding.Quote q && kept.state() != State.REJECTED) {
          q.speaker()
              .name()
              .filter(n -> folded(n).contains(word))
              .ifPresent(
                  n -> {
                    people.computeIfAbsent(n, Person::new).said(article.id(), kept, q);
                    quotes.add(Passage.of(article, kept));
                  });
        }
      }
    }
    return new Named(
        people.values().stream()
            .sorted(Comparator.comparingInt(Person::quotes).reversed())
            .toList(),
        quotes);
  }

  /// The first people, then which of all may be one under two names.
  private List<Offer> people(Named named) {
    var mayChange = desk.workbench().whyNot().isEmpty();
    return Stream.concat(
            named.people().stream().limit(FEW).map(person -> person.offer(desk)),
            named.people().stream()
                .filter(_ -> mayChange)
                .flatMap(person -> person.merge(named.people(), desk).stream())
                .limit(FEW))
        .toList();
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
          found.add(Passage.of(article, kept));
        }
      }
    }
    return found;
  }

  private List<Offer> passages(
      String section, String icon, Collection<Passage> passages, String words) {
    return passages.stream()
        .sorted(Comparator.comparingInt((Passage p) -> p.outlets().size()).reversed())
        .limit(FEW)
        .map(p -> p.offer(section, icon, words, desk))
        .toList();
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
                                  () -> desk.open(s.id(), Optional.empty()))),
                          ofArticle(s))));
    }
    return offers;
  }

  private List<Command> ofArticle(Summary article) {
    var id = article.id();
    return List.of(
        Command.quiet(Offer.ASIDE, t("Open in Compare"), () -> desk.sideBySide(List.of(id))),
        Command.quiet(
            "",
            t("Open the original: its page, or its file"),
            () ->
                desk.tasks()
                    .run(
                        () -> desk.workbench().article(id),
                        original -> original.ifPresent(a -> desk.source(a, false)),
                        desk::failed)),
        Command.quiet(
            "", t("Details of the article: title, outlet, dates"), () -> desk.details(id)));
  }
}
