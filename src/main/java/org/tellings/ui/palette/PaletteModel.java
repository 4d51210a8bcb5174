package org.tellings.ui.palette;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.tellings.model.Finding;
import org.tellings.model.Hits.Order;
import org.tellings.model.Kind;
import org.tellings.model.Marks;
import org.tellings.model.Query;
import org.tellings.model.State;
import org.tellings.ui.kit.Command;
import org.tellings.ui.kit.Desk;
import org.tellings.ui.kit.Tasks;
import org.tellings.ui.kit.Texts;

/// What the palette offers for what is typed. `>` asks for commands only, `@` for people, `:` goes
/// to a day. Only on the screen's thread; the library is asked in the background.
final class PaletteModel {

  private static final int FEW = 5;
  private static final int MOST = 200;

  /// One thing offered. `quoted`: its words are an article's.
  record Offer(
      String section,
      String icon,
      String words,
      String beside,
      boolean quoted,
      Optional<State> state,
      Command command) {}

  final StringProperty typed = new SimpleStringProperty("");
  final ObjectProperty<List<Offer>> offers = new SimpleObjectProperty<>(List.of());

  private final Desk desk;
  private final Tasks.Lane lane;
  private List<Command> commands = List.of();

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

  private void look() {
    var text = typed.get().strip();
    lane.forget();
    if (text.startsWith(">")) {
      offers.set(commands(text.substring(1).strip()));
    } else if (text.startsWith(":")) {
      offers.set(places(text.substring(1).strip()));
    } else if (text.isEmpty()) {
      offers.set(commands(""));
    } else {
      offers.set(List.of()); // Enter must not run an offer for words typed before
      lane.run(() -> all(text), offers::set, desk::failed);
    }
  }

  private List<Offer> commands(String text) {
    var word = text.toLowerCase(Locale.ROOT);
    return commands.stream()
        .filter(c -> c.words().toLowerCase(Locale.ROOT).contains(word))
        .map(c -> new Offer(t("Do"), "fth-command", c.words(), "", false, Optional.empty(), c))
        .toList();
  }

  private List<Offer> places(String text) {
    if (!text.matches("\\d{4}(-\\d{2}){0,2}")) {
      return List.of(
          new Offer(
              t("Go to"),
              "fth-clock",
              t("a day, a month or a year"),
              t("write :2025-01-27"),
              false,
              Optional.empty(),
              new Command("", "", false, () -> {})));
    }
    return List.of(
        new Offer(
            t("Go to"),
            "fth-clock",
            t("Articles of {0}", text),
            "",
            false,
            Optional.empty(),
            new Command("Enter", "", false, () -> desk.search("on:" + text))));
  }

  private List<Offer> all(String text) {
    var people = text.startsWith("@");
    var words = people ? text.substring(1).strip() : text;
    List<Offer> all = new ArrayList<>();
    if (words.isEmpty()) {
      return all;
    }
    var bare = words.replace("\"", "");
    all.addAll(people(bare));
    if (!people) {
      all.addAll(quotes(bare));
      all.addAll(articles(words));
      all.add(
          new Offer(
              t("Do"),
              "fth-search",
              t("Search articles for {0}", words),
              "",
              false,
              Optional.empty(),
              new Command("", "", false, () -> desk.search(words))));
      all.addAll(commands(words));
    }
    return all;
  }

  /// Who is quoted under such a name, with the number of quotations, from the articles that name
  /// them.
  private List<Offer> people(String words) {
    var word = Marks.plain(words).toLowerCase(Locale.ROOT);
    Map<String, Integer> quotes = new LinkedHashMap<>();
    for (var hit :
        desk.workbench()
            .find(Query.parse("speaker:\"" + words + "\""), Order.RELEVANCE, 0, MOST)
            .page()) {
      for (var kept : desk.workbench().findings(hit.article())) {
        if (kept.finding() instanceof Finding.Quote q) {
          q.speaker()
              .name()
              .filter(n -> Marks.plain(n).toLowerCase(Locale.ROOT).contains(word))
              .ifPresent(n -> quotes.merge(n, 1, Integer::sum));
        }
      }
    }
    return quotes.entrySet().stream()
        .limit(FEW)
        .map(
            e ->
                new Offer(
                    t("People"),
                    "fth-user",
                    e.getKey(),
                    Texts.count(e.getValue(), t("quote"), t("quotes")),
                    false,
                    Optional.empty(),
                    new Command(
                        "", "", false, () -> desk.search("speaker:\"" + e.getKey() + "\""))))
        .toList();
  }

  private List<Offer> quotes(String words) {
    List<Offer> offers = new ArrayList<>();
    var word = Marks.plain(words).toLowerCase(Locale.ROOT);
    for (var hit :
        desk.workbench()
            .find(Query.parse("quote:\"" + words + "\""), Order.RELEVANCE, 0, FEW)
            .page()) {
      var article = desk.workbench().article(hit.article()).orElseThrow();
      for (var kept : desk.workbench().findings(hit.article())) {
        var printed = kept.finding().span().in(article.text());
        if (kept.finding().kind() == Kind.QUOTE
            && Marks.plain(printed).toLowerCase(Locale.ROOT).contains(word)
            && offers.size() < FEW) {
          offers.add(
              new Offer(
                  t("Quotes"),
                  "q",
                  printed.length() > 70 ? printed.substring(0, 69) + "…" : printed,
                  article.outlet().code(),
                  true,
                  Optional.of(kept.state()),
                  new Command(
                      "", "", false, () -> desk.open(hit.article(), Optional.of(kept.id())))));
        }
      }
    }
    return offers;
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
                          new Command("", "", false, () -> desk.open(s.id(), Optional.empty())))));
    }
    return offers;
  }
}
