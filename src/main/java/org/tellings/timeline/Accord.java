package org.tellings.timeline;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.tellings.compare.Comparison;
import org.tellings.compare.Difference;
import org.tellings.compare.Proposition;
import org.tellings.compare.Quantity;
import org.tellings.compare.Telling;
import org.tellings.compare.Wording;
import org.tellings.model.ArticleId;
import org.tellings.model.Finding.Stance;
import org.tellings.model.FindingId;
import org.tellings.timeline.StoryPage.Cite;
import org.tellings.timeline.StoryPage.Line;
import org.tellings.timeline.StoryPage.Look;
import org.tellings.timeline.StoryPage.Piece;

/// What the outlets print alike on one page, and where they part; only of what was confirmed.
final class Accord {

  private static final int MOST_OF_WORDING = 3;
  private static final int LONG = 90;

  private final Event event;
  private final Set<FindingId> here;
  private final List<Line> agreed = new ArrayList<>();
  private final List<Line> differing = new ArrayList<>();

  Accord(Event event, List<Telling> items, Comparison comparison) {
    this.event = event;
    this.here = items.stream().map(item -> item.kept().id()).collect(Collectors.toSet());
    dates();
    comparison.utterances().forEach(u -> utterance(u.speaker(), u.fullest(), on(u.tellings())));
    comparison.quantities().forEach(this::quantity);
    comparison.propositions().forEach(this::proposition);
  }

  List<Line> agreed() {
    return agreed;
  }

  List<Line> differing() {
    return differing;
  }

  private void dates() {
    var all = event.tellings().stream().map(told -> told.dating()).toList();
    if (articles(all) > 1 && event.when().isDay()) {
      agreed.add(
          line(List.of(Piece.ours(names(all) + dated() + Days.read(event.when()) + ".")), all));
    }
  }

  private String dated() {
    return switch (event.mode()) {
      case HAPPENED -> " date it to ";
      case PLANNED -> " say that it was planned for ";
      case SINCE -> " date its beginning to ";
    };
  }

  // -- wordings --

  private List<Wording> on(List<Wording> tellings) {
    return tellings.stream().filter(wording -> here.contains(wording.id())).toList();
  }

  private void utterance(Optional<String> speaker, FindingId fullest, List<Wording> wordings) {
    var all = wordings.stream().map(Wording::first).toList();
    if (articles(all) < 2) {
      return;
    }
    var changed =
        wordings.stream()
            .filter(w -> w.changes().stream().anyMatch(change -> isTold(change.type())))
            .toList();
    if (changed.isEmpty()) {
      var isCut = wordings.stream().anyMatch(w -> w.reach() != Wording.Reach.FULL);
      agreed.add(
          line(
              List.of(
                  Piece.ours(
                      names(all)
                          + " print the same words"
                          + speaker.map(who -> " of " + who).orElse("")
                          + (isCut ? ", some of them cut" : "")
                          + ": "),
                  theirs(all.getFirst())),
              all));
      return;
    }
    var full =
        wordings.stream().filter(w -> w.id().equals(fullest)).findFirst().map(Wording::first);
    for (var wording : changed) {
      List<Piece> pieces = new ArrayList<>(List.of(Piece.ours(name(wording.first()))));
      wording.changes().stream()
          .filter(change -> isTold(change.type()))
          .limit(MOST_OF_WORDING)
          .forEach(
              change -> {
                pieces.add(Piece.ours(pieces.size() == 1 ? " " : "; it "));
                pieces.addAll(told(change, wording.id(), full));
              });
      pieces.add(Piece.ours("."));
      List<Telling> both = new ArrayList<>(List.of(wording.first()));
      full.ifPresent(both::add);
      differing.add(line(pieces, both));
    }
  }

  private static boolean isTold(Difference.Type type) {
    return switch (type) {
      case DROPPED, INSERTED, SUBSTITUTED, MERGED, BRACKETED, ELLIPSIS, SPEAKER -> true;
      case TYPOGRAPHY, TRUNCATED, CUE -> false;
    };
  }

  private static List<Piece> told(Difference change, FindingId at, Optional<Telling> full) {
    var from = new Piece(marked(change.from()), Look.QUOTE, full.map(t -> t.kept().id()), none());
    var to = new Piece(marked(change.to()), Look.QUOTE, Optional.of(at), none());
    var other = full.map(telling -> name(telling) + " has ").orElse("the fullest wording has ");
    return switch (change.type()) {
      case DROPPED -> List.of(Piece.ours("leaves out "), from, Piece.ours(" without a sign"));
      case ELLIPSIS -> List.of(Piece.ours("leaves out "), from, Piece.ours(" and shows the cut"));
      case INSERTED -> List.of(Piece.ours("adds "), to, Piece.ours(" inside the marks"));
      case BRACKETED -> List.of(Piece.ours("puts "), to, Piece.ours(" into brackets"));
      case SUBSTITUTED -> List.of(Piece.ours("prints "), to, Piece.ours(" where " + other), from);
      case MERGED -> List.of(Piece.ours("runs two sentences together"));
      case SPEAKER ->
          List.of(
              Piece.ours(
                  "gives the words to "
                      + known(change.to())
                      + ", "
                      + full.map(Accord::name).orElse("others")
                      + " to "
                      + known(change.from())));
      case TYPOGRAPHY, TRUNCATED, CUE -> List.of();
    };
  }

  private static String known(String name) {
    return name.isEmpty() ? "nobody by name" : name;
  }

  // -- figures --

  private void quantity(Quantity quantity) {
    var printed =
        quantity.tellings().stream().filter(p -> here.contains(p.telling().kept().id())).toList();
    var all = printed.stream().map(Quantity.Printed::telling).toList();
    if (articles(all) < 2) {
      return;
    }
    if (printed.stream().allMatch(p -> p.verdict() == Quantity.Verdict.IDENTICAL)) {
      agreed.add(line(List.of(Piece.ours(names(all) + " give "), theirs(all.getFirst())), all));
      return;
    }
    var most =
        all.stream()
            .filter(telling -> telling.kept().id().equals(quantity.mostPrinted()))
            .findFirst()
            .orElse(all.getFirst());
    for (var one : printed) {
      if (one.verdict() != Quantity.Verdict.IDENTICAL
          && !one.telling().article().equals(most.article())) {
        differing.add(
            line(
                List.of(
                    Piece.ours(name(one.telling()) + " prints "),
                    theirs(one.telling()),
                    Piece.ours(", " + name(most) + " "),
                    theirs(most),
                    Piece.ours(". " + one.why())),
                List.of(one.telling(), most)));
      }
    }
  }

  // -- stances --

  private void proposition(Proposition proposition) {
    var stated =
        proposition.tellings().stream()
            .filter(s -> here.contains(s.telling().kept().id()) && s.stance().isPresent())
            .toList();
    Map<Stance, List<Telling>> sides = new LinkedHashMap<>();
    stated.forEach(
        s ->
            sides
                .computeIfAbsent(s.stance().orElseThrow(), _ -> new ArrayList<>())
                .add(s.telling()));
    var all = stated.stream().map(Proposition.Stated::telling).toList();
    if (sides.size() < 2 || articles(all) < 2) {
      return;
    }
    var words =
        sides.entrySet().stream()
            .map(side -> names(side.getValue()) + " " + verb(side.getKey(), side.getValue()))
            .collect(Collectors.joining("; "));
    differing.add(line(List.of(Piece.ours(words + ": "), theirs(all.getFirst())), all));
  }

  private static String verb(Stance stance, List<Telling> side) {
    var s = articles(side) == 1 ? "s" : "";
    return switch (stance) {
      case ASSERTS -> "say" + s + " it without a source";
      case ATTRIBUTES -> "give" + s + " it as the words of a source";
      case HEDGES -> "hedge" + s + " it";
      case DENIES -> (s.isEmpty() ? "deny" : "denies") + " it";
      case QUESTIONS -> "question" + s + " it";
      case PREDICTS -> "predict" + s + " it";
    };
  }

  // -- words --

  private static Line line(List<Piece> pieces, List<Telling> on) {
    Map<ArticleId, Cite> cites = new LinkedHashMap<>();
    on.stream()
        .sorted(Telling.EARLIEST)
        .forEach(telling -> cites.putIfAbsent(telling.article(), Cite.of(telling)));
    return new Line(pieces, List.copyOf(cites.values()), false);
  }

  private static Piece theirs(Telling telling) {
    return new Piece(
        marked(telling.text()),
        telling.kept().finding() instanceof org.tellings.model.Finding.Figure
            ? Look.FIGURE
            : Look.QUOTE,
        Optional.of(telling.kept().id()),
        none());
  }

  private static String marked(String words) {
    var flat = words.replaceAll("\\s+", " ").strip();
    var space = flat.length() > LONG ? flat.lastIndexOf(' ', LONG) : -1;
    return "“" + (space > 0 ? flat.substring(0, space) + " …" : flat) + "”";
  }

  private static Optional<Term> none() {
    return Optional.empty();
  }

  private static String name(Telling telling) {
    return StoryPage.name(telling);
  }

  private static long articles(List<Telling> tellings) {
    return tellings.stream().map(StoryPage::name).distinct().count();
  }

  /// “The Meridian, Morrow and Pacific Wire”.
  private static String names(List<Telling> tellings) {
    var names = tellings.stream().sorted(Telling.EARLIEST).map(StoryPage::name).distinct().toList();
    return names.size() < 2
        ? String.join("", names)
        : String.join(", ", names.subList(0, names.size() - 1)) + " and " + names.getLast();
  }
}
