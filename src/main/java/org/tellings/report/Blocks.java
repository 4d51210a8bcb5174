package org.tellings.report;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.tellings.compare.Anomaly;
import org.tellings.compare.Practice;
import org.tellings.compare.Proposition;
import org.tellings.compare.Proposition.Stated;
import org.tellings.compare.Quantity;
import org.tellings.compare.Role;
import org.tellings.compare.Telling;
import org.tellings.compare.Unnamed;
import org.tellings.compare.Utterance;
import org.tellings.compare.Wording;
import org.tellings.export.Html;
import org.tellings.model.FindingId;
import org.tellings.timeline.Days;
import org.tellings.timeline.Event;

/// The blocks of a report by name: `figures`, `claims`, `matrix`, `quotes`, `timeline`, `roles`,
/// `unnamed`, `outlets`, `anomalies`; `figure`, `claim` and `quote` with the id of a finding for
/// one thing. The argument of the others is how many are shown at most, 25 when it is not given.
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
          "figure ID",
          "claim ID",
          "quote ID");

  private static final int MOST = 25;

  private final Material material;
  private final Page page;

  Blocks(Material material, Page page) {
    this.material = material;
    this.page = page;
  }

  void write(Outline.Reference block) {
    var argument = block.argument();
    switch (block.name()) {
      case "figures" -> list(differing(), argument, "figures", this::quantity);
      case "claims" -> list(shared(), argument, "claims", this::proposition);
      case "matrix" -> matrix(most(argument));
      case "quotes" -> list(altered(), argument, "quotations", this::utterance);
      case "timeline" -> list(events(), argument, "events", this::event);
      case "roles" -> list(roles(), argument, "persons", this::role);
      case "unnamed" -> list(unnamed(), argument, "unnamed sources", this::unnamed);
      case "outlets" -> outlets();
      case "anomalies" -> list(material.anomalies(), argument, "such places", this::anomaly);
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

  private static int most(String argument) {
    if (argument.isEmpty()) {
      return MOST;
    }
    if (!argument.matches("[1-9]\\d{0,5}")) {
      throw new IllegalArgumentException("this should be how many are shown: " + argument);
    }
    return Integer.parseInt(argument);
  }

  private <T> void list(List<T> all, String argument, String what, Consumer<T> one) {
    var most = most(argument);
    if (all.isEmpty()) {
      page.line("p", Html.escaped("There are no " + what + " to tell of."));
      return;
    }
    if (all.size() > most) {
      page.line(
          "p",
          Html.escaped("The first ")
              + page.told(String.valueOf(most), page.next())
              + " of "
              + page.told(String.valueOf(all.size()), "articles")
              + Html.escaped(" " + what + "."));
    }
    all.stream().limit(most).forEach(one);
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
    open(list);
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
    page.line("h3", page.told(proposition.label(), list));
    open(list);
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
          "A hedge is gone: "
              + page.borne(
                  drop.from().telling(), "“" + String.join("”, “", drop.from().cues()) + "”")
              + " in "
              + page.article(drop.from().telling())
              + ", not in "
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

  private static String stance(Stated stated) {
    return stated.stance().map(one -> Report.word(one)).orElse("cannot say");
  }

  /// Claims by outlets: each cell is the stance and leads to the words.
  private void matrix(int most) {
    var rows = shared().stream().limit(most).toList();
    var outlets = new TreeSet<String>();
    rows.forEach(one -> outlets.addAll(one.stances().keySet()));
    if (rows.isEmpty()) {
      page.line("p", "No claim is told by two outlets.");
      return;
    }
    page.raw("<div class=\"wide\"><table class=\"matrix\">");
    page.line("tr", "<th>Claim</th>" + cells("th", outlets.stream().map(Html::escaped).toList()));
    for (var row : rows) {
      var first = row.tellings().getFirst().telling();
      page.line(
          "tr",
          "<td>"
              + page.borne(first, row.label())
              + "</td>"
              + cells("td", outlets.stream().map(outlet -> cell(row, outlet)).toList()));
    }
    page.raw("</table></div>");
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

  private static String cells(String element, List<String> inside) {
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
    open(list);
    utterance.tellings().stream()
        .filter(wording -> wording != fullest)
        .forEach(wording -> page.line("li", wording(wording)));
    page.raw("</ul>");
  }

  private String wording(Wording wording) {
    var line = new StringBuilder(page.article(wording.first())).append(": ");
    line.append(quoted(wording));
    for (var change : wording.changes()) {
      line.append("; ")
          .append(
              page.borne(
                  wording.first(), change.type().word() + words(change.from(), change.to())));
    }
    return line.toString();
  }

  private static String words(String from, String to) {
    return (from.isEmpty() ? "" : " “" + from + "”") + (to.isEmpty() ? "" : " → “" + to + "”");
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
    open(list);
    for (var told : event.tellings()) {
      page.line(
          "li",
          page.article(told.dating())
              + ": "
              + page.borne(told.dating(), told.text())
              + ", dated "
              + page.quoted(told.dating()));
    }
    page.raw("</ul>");
  }

  // -- people and sources --

  /// With more than one office; those in conflict first.
  private List<Role> roles() {
    return material.comparison().roles().stream()
        .filter(role -> role.calls().size() > 1)
        .sorted(Comparator.comparing((Role role) -> !role.conflict()).thenComparing(Role::speaker))
        .toList();
  }

  private void role(Role role) {
    var list = "of-" + page.next();
    page.line("h3", page.told(role.speaker(), list));
    page.line("p", page.told(role.why(), list));
    open(list);
    for (var called : role.calls()) {
      for (var told : called.tellings()) {
        var place = told.place();
        page.line(
            "li",
            page.article(place.article(), place.heading(), place.file())
                + ": "
                + page.quoted(place)
                + (told.isWritten() ? Html.escaped(", by hand: ") + page.own(told.words()) : ""));
      }
    }
    page.raw("</ul>");
  }

  /// Those that most articles bring in first.
  private List<Unnamed> unnamed() {
    return material.comparison().unnamed().stream()
        .sorted(
            Comparator.comparing((Unnamed one) -> -one.tellings().size())
                .thenComparing(one -> -one.only().size())
                .thenComparing(Unnamed::id))
        .toList();
  }

  private void unnamed(Unnamed source) {
    var list = "of-" + page.next();
    page.line("h3", page.quoted(source.tellings().getFirst()));
    open(list);
    for (var place : source.tellings()) {
      page.line(
          "li",
          page.article(place.article(), place.heading(), place.file()) + ": " + page.quoted(place));
    }
    source.reason().ifPresent(why -> page.line("li", "Why not named: " + page.told(why, list)));
    for (var one : source.confirmed()) {
      page.line(
          "li",
          Html.escaped((one.later() ? "Later said by " : "Said too by ") + one.by() + ": ")
              + page.quoted(one.telling()));
    }
    for (var id : source.only()) {
      proposition(id)
          .ifPresent(
              p ->
                  page.line(
                      "li",
                      "Rests on it alone: "
                          + page.borne(p.tellings().getFirst().telling(), p.label())));
    }
    page.raw("</ul>");
  }

  private java.util.Optional<Proposition> proposition(String id) {
    return material.comparison().propositions().stream()
        .filter(one -> one.id().equals(id))
        .findFirst();
  }

  private void outlets() {
    Map<String, Practice> practices = new TreeMap<>();
    for (var one : material.comparison().practices()) {
      practices.put(one.outlet().isKnown() ? one.outlet().name() : "unknown outlet", one);
    }
    page.raw("<table>");
    page.line(
        "tr",
        cells(
            "th",
            List.of(
                "Outlet",
                "Articles",
                "Words",
                "Unnamed sources",
                "for a thousand words",
                "Misnamings",
                "Hedges dropped")));
    practices.forEach((name, one) -> page.line("tr", cells("td", practice(name, one))));
    page.raw("</table>");
  }

  private List<String> practice(String name, Practice one) {
    return List.of(
        Html.escaped(name),
        page.told(String.valueOf(one.articles()), "articles"),
        page.told(String.valueOf(one.words()), "articles"),
        places(one.unnamed().stream().map(page::quoted).toList()),
        page.told(String.format(java.util.Locale.ROOT, "%.2f", one.unnamedRate()), "articles"),
        places(one.misnamed().stream().map(page::quoted).toList()),
        places(one.drops().stream().map(drop -> page.quoted(drop.to().telling())).toList()));
  }

  /// How many, then each of them.
  private String places(List<String> places) {
    var id = "n-" + page.next() + "-" + cell++;
    return places.isEmpty()
        ? page.told("0", "articles")
        : "<details id=\"%s\"><summary>%d</summary>%s</details>"
            .formatted(id, places.size(), String.join("<br>", places));
  }

  private int cell;

  private void anomaly(Anomaly anomaly) {
    var list = "of-" + page.next();
    page.line("h3", page.told(anomaly.type(), list));
    page.line("p", page.told(anomaly.why(), list));
    open(list);
    for (var place : anomaly.spans()) {
      page.line(
          "li",
          page.article(place.article(), place.heading(), place.file()) + ": " + page.quoted(place));
    }
    page.raw("</ul>");
  }

  private void open(String id) {
    page.raw("<ul id=\"" + id + "\">");
  }

  private static boolean is(Telling telling, FindingId id) {
    return telling.kept().id().equals(id);
  }

  private static IllegalArgumentException missing(String what, FindingId id) {
    return new IllegalArgumentException("no " + what + " of the library is " + id);
  }
}
