package org.tellings.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tellings.compare.Alignment;
import org.tellings.compare.Anomaly;
import org.tellings.compare.Chain;
import org.tellings.compare.Comparison;
import org.tellings.compare.Misnaming;
import org.tellings.compare.Passage;
import org.tellings.compare.Practice;
import org.tellings.compare.Proposition;
import org.tellings.compare.Quantity;
import org.tellings.compare.Role;
import org.tellings.compare.Telling;
import org.tellings.compare.Unnamed;
import org.tellings.compare.Utterance;
import org.tellings.compare.Wording;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Finding.Stance;

/// What several articles tell of the same thing, as rows with the published fields.
public final class Compared {

  private final Function<ArticleId, Article> articles;

  /// `articles` gives the articles that the tellings stand in.
  public Compared(Function<ArticleId, Article> articles) {
    this.articles = articles;
  }

  /// What can be compared over the whole library.
  public static List<String> kinds() {
    return List.of(
        "utterances",
        "quantities",
        "propositions",
        "passages",
        "roles",
        "misnamings",
        "chains",
        "unnamed",
        "outlets",
        "anomalies");
  }

  /// All things of a kind, also those that one article tells alone.
  public List<Map<String, @Nullable Object>> rows(String kind, Comparison comparison) {
    return switch (kind) {
      case "utterances" -> comparison.utterances().stream().map(this::row).toList();
      case "quantities" -> comparison.quantities().stream().map(this::row).toList();
      case "propositions" -> comparison.propositions().stream().map(this::row).toList();
      case "passages" -> comparison.passages().stream().map(Compared::row).toList();
      case "roles" -> comparison.roles().stream().map(Compared::row).toList();
      case "chains" -> comparison.chains().stream().map(Compared::row).toList();
      case "anomalies" -> comparison.anomalies().stream().map(Compared::row).toList();
      case "misnamings" -> comparison.misnamings().stream().map(this::row).toList();
      case "unnamed" -> comparison.unnamed().stream().map(Compared::row).toList();
      case "outlets" -> comparison.practices().stream().map(this::row).toList();
      default ->
          throw new IllegalArgumentException(
              "cannot compare " + kind + "; there are " + String.join(" ", kinds()) + " articles");
    };
  }

  /// Fills in which proposition each of these rows of claims tells, or which quantity each row of
  /// figures; rejected ones tell none.
  public static void place(
      List<Map<String, @Nullable Object>> rows, String kind, Comparison comparison) {
    Map<String, String> things = new HashMap<>();
    if (kind.equals("claims")) {
      for (var p : comparison.propositions()) {
        p.tellings().forEach(s -> things.put(s.telling().kept().id().toString(), p.id()));
      }
    } else {
      for (var q : comparison.quantities()) {
        q.tellings().forEach(t -> things.put(t.telling().kept().id().toString(), q.id()));
      }
    }
    var field = kind.equals("claims") ? "proposition" : "quantity";
    for (var row : rows) {
      row.put(field, things.get(String.valueOf(row.get("id"))));
    }
  }

  /// The finding's own fields, as `export` has them.
  private Map<String, @Nullable Object> telling(Telling telling) {
    return Exporters.row(articles.apply(telling.article()), telling.kept());
  }

  private Map<String, @Nullable Object> row(Utterance u) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("id", u.id());
    m.put("speaker", u.speaker().orElse(null));
    m.put("fullest", u.fullest().toString());
    m.put("earliest", u.earliest().toString());
    m.put("mostPrinted", u.mostPrinted().toString());
    m.put("text", u.fullestTelling().text());
    m.put("tellings", u.tellings().stream().map(this::wording).toList());
    return m;
  }

  private Map<String, @Nullable Object> wording(Wording w) {
    var m = telling(w.first());
    m.put("parts", w.parts().stream().map(part -> part.kept().id().toString()).toList());
    m.put("reach", word(w.reach()));
    m.put("kept", Math.round(1000 * w.kept()) / 1000.0);
    List<Map<String, @Nullable Object>> changes = new ArrayList<>();
    for (var change : w.changes()) {
      Map<String, @Nullable Object> c = new LinkedHashMap<>();
      c.put("type", change.type().word());
      c.put("from", change.from());
      c.put("to", change.to());
      changes.add(c);
    }
    m.put("changes", changes);
    return m;
  }

  private Map<String, @Nullable Object> row(Quantity q) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("id", q.id());
    m.put("measures", q.measures());
    m.put("moment", q.moment().orElse(null));
    m.put("scope", q.scope().orElse(null));
    m.put("unit", q.unit());
    m.put("verdict", q.verdict().word());
    m.put("why", q.why());
    m.put("mostPrinted", q.mostPrinted().toString());
    List<Map<String, @Nullable Object>> tellings = new ArrayList<>();
    for (var printed : q.tellings()) {
      var t = telling(printed.telling());
      t.put("quantity", q.id());
      t.put("verdict", printed.verdict().word());
      t.put("why", printed.why());
      tellings.add(t);
    }
    m.put("tellings", tellings);
    return m;
  }

  private Map<String, @Nullable Object> row(Proposition p) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("id", p.id());
    m.put("label", p.label());
    Map<String, @Nullable Object> stances = new LinkedHashMap<>();
    p.stances().forEach((outlet, stance) -> stances.put(outlet, stance(stance)));
    m.put("stances", stances);
    m.put("tellings", p.tellings().stream().map(s -> stated(s, p.id())).toList());
    List<Map<String, @Nullable Object>> omissions = new ArrayList<>();
    for (var omission : p.omissions()) {
      Map<String, @Nullable Object> o = new LinkedHashMap<>();
      o.put("outlet", omission.outlet());
      o.put("searched", omission.searched());
      o.put("cannotSay", omission.cannotSay());
      omissions.add(o);
    }
    m.put("omissions", omissions);
    m.put("drops", p.drops().stream().map(Compared::drop).toList());
    return m;
  }

  /// A claim; its stance is the one towards the proposition.
  private Map<String, @Nullable Object> stated(Proposition.Stated s, String proposition) {
    var m = telling(s.telling());
    m.put("stance", stance(s.stance()));
    m.put("proposition", proposition);
    return m;
  }

  private static @Nullable Object stance(Optional<Stance> stance) {
    return stance.map(Compared::word).orElse(null);
  }

  private static Map<String, @Nullable Object> row(Passage p) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("id", p.id());
    m.put("words", p.words());
    m.put("direction", p.direction().map(ArticleId::value).orElse("undecided"));
    m.put("evidence", p.evidence());
    m.put("repeatsWithin", p.repeatsWithin());
    m.put("text", p.places().getFirst().text());
    m.put("tellings", p.places().stream().map(Compared::place).toList());
    return m;
  }

  private static Map<String, @Nullable Object> place(Passage.Place place) {
    Map<String, @Nullable Object> t = new LinkedHashMap<>();
    t.put("article", place.article().value());
    t.put("file", place.file());
    t.put("outlet", place.heading().outlet().isKnown() ? place.heading().outlet().name() : null);
    t.put("start", place.span().start());
    t.put("end", place.span().end());
    t.put("text", place.text());
    return t;
  }

  /// `called` are the words for the office, which may be those a person wrote; `text` the
  /// characters of the place.
  private static Map<String, @Nullable Object> told(Role.Told told) {
    var t = place(told.place());
    t.put("called", told.words());
    return t;
  }

  private static Map<String, @Nullable Object> row(Unnamed u) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("id", u.id());
    m.put("text", u.text());
    m.put("count", u.count().orElse(null));
    m.put("position", u.position().orElse(null));
    m.put("reason", u.reason().orElse(null));
    m.put("tellings", u.tellings().stream().map(Compared::place).toList());
    m.put("only", u.only());
    m.put("confirmed", u.confirmed().stream().map(Compared::confirmed).toList());
    m.put("single", u.single().map(Compared::place).orElse(null));
    return m;
  }

  private static Map<String, @Nullable Object> confirmed(Unnamed.Confirmed one) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("proposition", one.proposition());
    m.put("by", one.by());
    m.put("claim", one.telling().kept().id().toString());
    m.put("later", one.later().orElse(null));
    return m;
  }

  private Map<String, @Nullable Object> row(Practice p) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("id", p.id());
    m.put("outlet", p.outlet().isKnown() ? p.outlet().name() : null);
    m.put("articles", p.articles());
    m.put("words", p.words());
    m.put("unnamedRate", Math.round(100 * p.unnamedRate()) / 100.0);
    m.put("unnamed", p.unnamed().stream().map(Compared::place).toList());
    m.put("misnamed", p.misnamed().stream().map(this::telling).toList());
    m.put("drops", p.drops().stream().map(Compared::drop).toList());
    return m;
  }

  private static Map<String, @Nullable Object> drop(Proposition.Drop drop) {
    Map<String, @Nullable Object> d = new LinkedHashMap<>();
    d.put("from", drop.from().telling().kept().id().toString());
    d.put("to", drop.to().telling().kept().id().toString());
    d.put("hedge", drop.from().cues());
    return d;
  }

  private static Map<String, @Nullable Object> row(Role r) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("id", r.id());
    m.put("speaker", r.speaker());
    List<Map<String, @Nullable Object>> roles = new ArrayList<>();
    for (var called : r.calls()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("text", called.text());
      one.put("tellings", called.tellings().stream().map(Compared::told).toList());
      roles.add(one);
    }
    m.put("roles", roles);
    m.put("conflict", r.conflict());
    m.put("why", r.why());
    return m;
  }

  private static Map<String, @Nullable Object> row(Chain c) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("id", c.id());
    m.put("proposition", c.proposition().orElse(null));
    List<Map<String, @Nullable Object>> links = new ArrayList<>();
    for (var link : c.links()) {
      Map<String, @Nullable Object> one = new LinkedHashMap<>();
      one.put("from", link.from());
      one.put("to", link.to());
      one.put("kind", word(link.kind()));
      one.put("article", link.place().article().value());
      one.put("file", link.place().file());
      one.put("start", link.place().span().start());
      one.put("end", link.place().span().end());
      one.put("text", link.place().text());
      links.add(one);
    }
    m.put("links", links);
    m.put("ends", word(c.ends()));
    return m;
  }

  private static Map<String, @Nullable Object> row(Anomaly a) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("id", a.id());
    m.put("type", a.type());
    m.put("why", a.why());
    m.put("spans", a.spans().stream().map(Compared::place).toList());
    return m;
  }

  private Map<String, @Nullable Object> row(Misnaming x) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("id", x.id());
    m.put("printed", x.printed());
    m.put("name", x.name());
    m.put("why", x.why());
    m.put("tellings", x.tellings().stream().map(this::telling).toList());
    return m;
  }

  /// Articles side by side: a row a proposition, then what they share word for word, then the
  /// figures they both print; `kind` says which.
  public List<Map<String, @Nullable Object>> rows(Alignment alignment) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (var row : alignment.rows()) {
      Map<String, @Nullable Object> m = new LinkedHashMap<>();
      m.put("kind", "proposition");
      m.put("number", row.number());
      m.put("id", row.proposition().id());
      m.put("label", row.proposition().label());
      m.put("onlyHere", row.onlyHere().map(ArticleId::value).orElse(null));
      m.put("cells", row.cells().stream().map(cell -> cell(cell, row.proposition().id())).toList());
      rows.add(m);
    }
    alignment.shared().forEach(p -> rows.add(of("passage", row(p))));
    alignment.figures().forEach(q -> rows.add(of("quantity", row(q))));
    return rows;
  }

  private static Map<String, @Nullable Object> of(
      String kind, Map<String, @Nullable Object> fields) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("kind", kind);
    m.putAll(fields);
    return m;
  }

  private Map<String, @Nullable Object> cell(Alignment.Cell cell, String proposition) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("article", cell.article().value());
    switch (cell) {
      case Alignment.Here here -> {
        m.put("tells", true);
        m.put("by", "claim");
        m.put("cannotSay", false);
        m.put("at", null);
        m.put("tellings", here.tellings().stream().map(s -> stated(s, proposition)).toList());
      }
      case Alignment.Prints prints -> {
        m.put("tells", true);
        m.put("by", word(prints.tellings().getFirst().kept().finding().kind()));
        m.put("cannotSay", false);
        m.put("at", null);
        m.put("tellings", prints.tellings().stream().map(this::telling).toList());
      }
      case Alignment.Missing missing -> {
        m.put("tells", false);
        m.put("by", null);
        m.put("cannotSay", missing.cannotSay());
        m.put("at", missing.at());
        m.put("tellings", List.of());
      }
    }
    return m;
  }

  private static String word(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}
