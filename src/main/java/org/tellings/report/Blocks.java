package org.tellings.report;

import java.util.Comparator;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tellings.compare.Anomaly;
import org.tellings.compare.Passage;
import org.tellings.compare.Proposition;
import org.tellings.compare.Proposition.Stated;
import org.tellings.compare.Quantity;
import org.tellings.compare.Telling;
import org.tellings.compare.Utterance;
import org.tellings.compare.Wording;
import org.tellings.export.Html;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.timeline.Days;
import org.tellings.timeline.Event;

/// The blocks of a report by name: `figures`, `claims`, `matrix`, `quotes`, `timeline`, `roles`,
/// `unnamed`, `outlets`, `anomalies`, `notes`; `figure`, `claim` and `quote` with the id of a
/// finding for one thing. The argument of the others is how many are shown at most, 25 when it is
/// not given; of `notes`, all when it is not given, or an article.
final class Blocks {

  static final List<String> NAMES =
      List.of(
          "figures",
          "claims",
          "matrix",
          "quotes",
          "timeline",
          "roles",
          "unnamed",
          "outlets",
          "anomalies",
          "notes",
          "notes ARTICLE",
          "chart timeline",
          "chart matrix",
          "chart hedges",
          "chart quotes",
          "figure ID",
          "claim ID",
          "quote ID");

  private static final int MOST = 25;

  private final Material material;
  private final Page page;
  private final PeopleBlocks people;
  private final NotesBlock notes;
  private final Charts charts;

  Blocks(Material material, Page page) {
    this.material = material;
    this.page = page;
    people = new PeopleBlocks(material, page);
    notes = new NotesBlock(material, page);
    charts = new Charts(page);
  }

  void write(Outline.Reference block) {
    var argument = block.argument();
    switch (block.name()) {
      case "figures" ->
          list(differing(), argument, "No figure differs between articles.", this::quantity);
      case "claims" ->
          list(shared(), argument, "No claim is told by two outlets.", this::proposition);
      case "matrix" -> matrix(most(argument), false);
      case "chart" -> chart(argument);
      case "quotes" ->
          list(altered(), argument, "No quotation is printed in different words.", this::utterance);
      case "timeline" -> list(events(), argument, "No event is told by two articles.", this::event);
      case "roles" ->
          list(people.roles(), argument, "Nobody is called by more than one office.", people::role);
      case "unnamed" ->
          list(
              people.unnamed(),
              argument,
              "No article brings in an unnamed source.",
              people::unnamed);
      case "outlets" -> people.outlets();
      case "anomalies" ->
          list(material.anomalies(), argument, "Everything goes together.", this::anomaly);
      case "notes" -> notes(argument);
      case "figure" -> quantity(quantity(FindingId.parse(argument)));
      case "claim" -> proposition(proposition(FindingId.parse(argument)));
      case "quote" -> utterance(utterance(FindingId.parse(argument)));
      default ->
          throw new IllegalArgumentException(
              "a report has no block “"
                  + block.name()
                  + "”; there are "
                  + String.join(", ", NAMES));
    }
  }

  private void chart(String argument) {
    var words = argument.split(" ", 2);
    var most = most(words.length == 2 ? words[1] : "");
    switch (words[0]) {
      case "matrix" -> matrix(most, true);
      case "hedges" -> charts.hedges(shared());
      case "quotes" -> charts.quotes(altered());
      case "timeline" -> {
        var events = events().stream().limit(most).toList();
        if (events.isEmpty()) {
          page.line("p", "No event is told by two articles.");
        } else {
          charts.timeline(events);
        }
      }
      default ->
          throw new IllegalArgumentException(
              "there is no chart “" + words[0] + "”; there are timeline, matrix, hedges, quotes");
    }
  }

  /// All that there are, as many as `argument` says, or those on the article it names.
  private void notes(String argument) {
    var isArticle = argument.matches("[0-9a-f]{16}");
    if (!isArticle && !argument.matches("(?:[1-9]\\d{0,5})?")) {
      throw new IllegalArgumentException(
          "this should be how many are shown, or the id of an article: " + argument);
    }
    var all = isArticle ? notes.of(new ArticleId(argument)) : notes.all();
    var most = isArticle || argument.isEmpty() ? all.size() : most(argument);
    some(all, most, "Nobody noted anything.", () -> notes.write(all.stream().limit(most).toList()));
  }

  private static int most(String argument) {
    if (argument.isEmpty()) {
      return MOST;
    }
    if (!argument.matches("[1-9]\\d{0,5}")) {
      throw new IllegalArgumentException("this should be how many are shown: " + argument);
    }
    return Integer.parseInt(argument);
  }

  private <T> void list(List<T> all, String argument, String none, Consumer<T> one) {
    var most = most(argument);
    some(all, most, none, () -> all.stream().limit(most).forEach(one));
  }

  /// What `write` writes of at most so many of them; `none` where there are none.
  private void some(List<?> all, int most, String none, Runnable write) {
    if (all.isEmpty()) {
      page.line("p", Html.escaped(none));
      return;
    }
    var shown = "some-" + page.next();
    if (all.size() > most) {
      page.line(
          "p",
          "Only the first "
              + page.told(String.valueOf(most), shown)
              + " are here; more are left out.");
    }
    page.raw("<div id=\"" + shown + "\">");
    write.run();
    page.raw("</div>");
  }

  // -- figures --

  /// Those of which tellings differ, the gravest first.
  private List<Quantity> differing() {
    return material.comparison().quantities().stream()
        .filter(one -> one.tellings().size() > 1 && !one.verdict().isSame())
        .sorted(
            Comparator.comparing((Quantity one) -> one.verdict())
                .reversed()
                .thenComparing(one -> -one.tellings().size())
                .thenComparing(Quantity::id))
        .toList();
  }

  private Quantity quantity(FindingId figure) {
    return material.comparison().quantities().stream()
        .filter(one -> one.tellings().stream().anyMatch(t -> is(t.telling(), figure)))
        .findFirst()
        .orElseThrow(() -> missing("figure", figure));
  }

  private void quantity(Quantity quantity) {
    var list = "of-" + page.next();
    page.line("h3", page.told(quantity.measures(), list));
    page.line("p", page.told(quantity.verdict().word() + ": " + quantity.why(), list));
    page.open(list);
    for (var printed : quantity.tellings()) {
      page.line(
          "li",
          page.article(printed.telling())
              + ": "
              + page.quoted(printed.telling())
              + " "
              + page.borne(printed.telling(), printed.verdict().word()));
    }
    page.raw("</ul>");
  }

  // -- claims --

  /// Told by two outlets or more; the disputed first, then what most tell.
  private List<Proposition> shared() {
    return material.comparison().propositions().stream()
        .filter(one -> one.stances().size() > 1)
        .sorted(
            Comparator.comparing((Proposition one) -> !one.isDisputed())
                .thenComparing(one -> -one.stances().size())
                .thenComparing(one -> -one.tellings().size())
                .thenComparing(Proposition::id))
        .toList();
  }

  private Proposition proposition(FindingId claim) {
    return material.comparison().propositions().stream()
        .filter(one -> one.tellings().stream().anyMatch(s -> is(s.telling(), claim)))
        .findFirst()
        .orElseThrow(() -> missing("claim", claim));
  }

  private void proposition(Proposition proposition) {
    var list = "of-" + page.next();
    page.line("h3", label(proposition));
    page.open(list);
    for (var stated : proposition.tellings()) {
      page.line(
          "li",
          page.article(stated.telling())
              + " "
              + page.borne(stated.telling(), stance(stated))
              + ": "
              + page.quoted(stated.telling()));
    }
    for (var drop : proposition.drops()) {
      page.line(
          "li",
          "Hedged: "
              + page.quoted(drop.from().telling())
              + ", "
              + page.article(drop.from().telling())
              + "; then without a hedge: "
              + page.quoted(drop.to().telling())
              + ", "
              + page.article(drop.to().telling()));
    }
    for (var omission : proposition.omissions()) {
      page.line(
          "li",
          Html.escaped("Not told by " + omission.outlet() + "; searched: ")
              + page.told(omission.searched(), "articles"));
    }
    page.raw("</ul>");
  }

  /// The label, led to the telling whose words it is; a person's own label is theirs.
  private String label(Proposition proposition) {
    var words = proposition.label().replaceFirst(" …$", "");
    return proposition.tellings().stream()
        .map(Stated::telling)
        .filter(one -> one.text().replaceAll("\\s+", " ").strip().startsWith(words))
        .findFirst()
        .map(one -> page.borne(one, proposition.label()))
        .orElseGet(() -> page.own(proposition.label()));
  }

  private static String stance(Stated stated) {
    return stated.stance().map(one -> Report.word(one)).orElse("cannot say");
  }

  /// Claims by outlets: each cell is the stance and leads to the words.
  private void matrix(int most, boolean drawn) {
    var rows = shared().stream().limit(most).toList();
    var outlets = new TreeSet<String>();
    rows.forEach(one -> outlets.addAll(one.stances().keySet()));
    if (rows.isEmpty()) {
      page.line("p", "No claim is told by two outlets.");
      return;
    }
    if (drawn) {
      page.raw("<figure>");
      charts.matrix(rows, List.copyOf(outlets));
    }
    page.raw("<div class=\"wide\"><table class=\"matrix\">");
    page.line("tr", "<th>Claim</th>" + cells("th", outlets.stream().map(Html::escaped).toList()));
    for (var row : rows) {
      page.line(
          "tr",
          "<td>"
              + label(row)
              + "</td>"
              + cells("td", outlets.stream().map(outlet -> cell(row, outlet)).toList()));
    }
    page.raw(drawn ? "</table></div>\n</figure>" : "</table></div>");
  }

  private String cell(Proposition row, String outlet) {
    var stance = row.stances().get(outlet);
    var told = row.of(outlet);
    if (stance == null || told.isEmpty()) {
      return "";
    }
    var shown =
        told.stream().filter(s -> s.stance().equals(stance)).findFirst().orElse(told.getFirst());
    return page.borne(shown.telling(), stance(shown));
  }

  static String cells(String element, List<String> inside) {
    var cells = new StringBuilder();
    for (var one : inside) {
      cells.append('<').append(element).append('>').append(one);
      cells.append("</").append(element).append('>');
    }
    return cells.toString();
  }

  // -- quotations --

  /// Printed by two outlets or more in words that differ, or altered without a sign; what most
  /// outlets print first.
  private List<Utterance> altered() {
    return material.comparison().utterances().stream()
        .filter(
            one ->
                one.isSilentlyAltered()
                    || one.outlets().size() > 1
                        && one.tellings().stream().anyMatch(w -> !w.changes().isEmpty()))
        .sorted(
            Comparator.comparing((Utterance one) -> -one.outlets().size())
                .thenComparing(one -> -one.tellings().size())
                .thenComparing(Utterance::id))
        .toList();
  }

  private Utterance utterance(FindingId quote) {
    return material.comparison().utterances().stream()
        .filter(one -> one.telling(quote).isPresent())
        .findFirst()
        .orElseThrow(() -> missing("quote", quote));
  }

  private void utterance(Utterance utterance) {
    var list = "of-" + page.next();
    var fullest = utterance.fullestTelling();
    page.line(
        "h3", page.borne(fullest.first(), utterance.speaker().orElse("A source without a name")));
    page.line("p", quoted(fullest) + ", " + page.article(fullest.first()));
    page.open(list);
    utterance.tellings().stream()
        .filter(wording -> wording != fullest)
        .forEach(wording -> page.line("li", wording(fullest, wording)));
    page.raw("</ul>");
  }

  private String wording(Wording fullest, Wording wording) {
    var line = new StringBuilder(page.article(wording.first())).append(": ");
    line.append(quoted(wording));
    for (var change : wording.changes()) {
      line.append("; ").append(Html.escaped(change.type().word()));
      if (!change.from().isEmpty()) {
        line.append(' ').append(page.borne(fullest.first(), change.from()));
      }
      if (!change.to().isEmpty()) {
        line.append(" → ").append(page.borne(wording.first(), change.to()));
      }
    }
    return line.toString();
  }

  private String quoted(Wording wording) {
    return String.join(" ", wording.parts().stream().map(page::quoted).toList());
  }

  // -- events --

  private List<Event> events() {
    return material.events().stream().filter(event -> event.articles() > 1).toList();
  }

  private void event(Event event) {
    var list = "of-" + page.next();
    page.line(
        "h3",
        page.told(Days.read(event.mode(), event.when()), list)
            + " "
            + page.told(event.title(), list));
    page.open(list);
    for (var told : event.tellings()) {
      page.line(
          "li",
          page.article(told.dating())
              + ": "
              + page.quoted(clause(told))
              + ", dated "
              + page.quoted(told.dating()));
    }
    page.raw("</ul>");
  }

  private static Passage.Place clause(Event.Told told) {
    var place = told.dating().place();
    return new Passage.Place(
        place.article(), place.file(), place.heading(), told.span(), told.text());
  }

  // -- what does not go together --

  private void anomaly(Anomaly anomaly) {
    var list = "of-" + page.next();
    page.line("h3", page.told(anomaly.type().replace('-', ' '), list));
    page.line("p", page.told(anomaly.why(), list));
    page.open(list);
    for (var place : anomaly.spans()) {
      page.line(
          "li",
          page.article(place.article(), place.heading(), place.file()) + ": " + page.quoted(place));
    }
    page.raw("</ul>");
  }

  private static boolean is(Telling telling, FindingId id) {
    return telling.kept().id().equals(id);
  }

  private static IllegalArgumentException missing(String what, FindingId id) {
    return new IllegalArgumentException("no " + what + " of the library is " + id);
  }
}
