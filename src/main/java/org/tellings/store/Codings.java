package org.tellings.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;
import org.tellings.model.ArticleId;
import org.tellings.model.Code;
import org.tellings.model.Coding;
import org.tellings.model.Edit;
import org.tellings.model.FindingId;
import org.tellings.model.Segment;
import org.tellings.model.Settlement;
import org.tellings.model.Span;
import org.tellings.model.Target;

/// The codebook and its former versions, what was coded by whom, and what coders settled.
///
/// Safe for use from many threads.
public final class Codings {

  private final Tables tables;
  private volatile String viewer = "";

  Codings(Tables tables) {
    this.tables = tables;
  }

  /// Who looks: codes that this coder may not see yet are left out of what findings have.
  public void viewer(String coder) {
    viewer = coder;
  }

  /// Who looks; empty when nobody said so.
  public String viewer() {
    return viewer;
  }

  // -- the codebook --

  /// The codebook, in the order of its tree.
  public List<Code> codes() {
    return Code.inOrder(tables.rows("select * from code", Codings::code));
  }

  /// The number of the codebook in use; the first is 1.
  public int version() {
    return tables
        .rows("select coalesce(max(version), 0) + 1 from codebook", r -> r.getInt(1))
        .getFirst();
  }

  /// A former codebook as it was, in the order of its tree; empty when there is none of this
  /// number.
  public Optional<List<Code>> codes(int version) {
    return tables
        .rows(
            "select codes from codebook where version = ?",
            r -> Code.inOrder(CodeRow.codes(Json.list(r.getString(1)))),
            version)
        .stream()
        .findFirst();
  }

  /// How many codes each coder gave under each version of the codebook: version, then coder.
  public record Used(int version, String coder, int codings) {}

  public List<Used> used() {
    return tables.rows(
        "select version, coder, count(*) from coded group by version, coder order by 1, 2",
        r -> new Used(r.getInt(1), r.getString(2), r.getInt(3)));
  }

  /// How often each code was given, by its id, by all whose codes the viewer may see.
  public Map<String, Integer> counts() {
    Map<String, Integer> counts = new HashMap<>();
    all().forEach(coding -> counts.merge(coding.code(), 1, Integer::sum));
    return counts;
  }

  /// Every id that a code has or had: in the codebook, in a former one, or where it was given.
  public Set<String> ids() {
    var ids = new HashSet<>(tables.rows("select id from code", r -> r.getString(1)));
    ids.addAll(tables.rows("select distinct code from coded", r -> r.getString(1)));
    for (var codes : tables.rows("select codes from codebook", r -> Json.list(r.getString(1)))) {
      CodeRow.codes(codes).forEach(code -> ids.add(code.id()));
    }
    return ids;
  }

  void define(Edit.Defined d) {
    d.before().ifPresent(code -> tables.run("delete from code where id = ?", code.id()));
    d.after()
        .ifPresent(
            c ->
                tables.run(
                    "insert or replace into code values (?,?,?,?,?,?,?,?,?,?,?)",
                    c.id(),
                    c.name(),
                    c.key(),
                    c.place(),
                    c.use().name(),
                    c.colour(),
                    c.sense().definition(),
                    c.sense().when(),
                    c.sense().whenNot(),
                    c.sense().examples(),
                    c.sense().memo()));
  }

  void close(Edit.Closed c) {
    if (c.on()) {
      tables.run(
          "insert or replace into codebook values (?,?)",
          c.version(),
          Json.line(c.codes().stream().map(CodeRow::map).toList()));
    } else {
      tables.run("delete from codebook where version = ?", c.version());
    }
  }

  private static Code code(ResultSet r) throws SQLException {
    return new Code(
        r.getString("id"),
        r.getString("name"),
        r.getInt("key"),
        r.getInt("place"),
        Code.Use.valueOf(r.getString("use")),
        r.getString("colour"),
        new Code.Sense(
            r.getString("definition"),
            r.getString("when_to"),
            r.getString("when_not"),
            r.getString("examples"),
            r.getString("memo")));
  }

  // -- what was coded --

  /// Every code given in an article, also those the viewer may not see.
  public List<Coding> of(ArticleId article) {
    return tables.rows(
        "select * from coded where id > ? and id < ? order by id, code, coder",
        Codings::coding,
        article + ".",
        article + "/");
  }

  /// All codes given, also what the viewer may not see, and in articles taken out.
  public List<Coding> everything() {
    return tables.rows("select * from coded order by id, code, coder", Codings::coding);
  }

  /// All codes given in articles that are present, as far as the viewer may see them.
  public List<Coding> all() {
    return shown(
        tables.rows(
            "select * from coded where substr(id, 1, 16) in (select id from article where present)"
                + " order by id, code, coder",
            Codings::coding));
  }

  /// Where a code was given, also what the viewer may not see, and in articles taken out.
  public List<Coding> given(String code) {
    return tables.rows(
        "select * from coded where code = ? order by id, coder", Codings::coding, code);
  }

  /// The articles in which one of these codes was given.
  public List<ArticleId> articles(List<String> codes) {
    return codes.stream()
        .flatMap(
            code ->
                tables
                    .rows(
                        "select distinct substr(id, 1, 16) from coded where code = ?",
                        r -> new ArticleId(r.getString(1)),
                        code)
                    .stream())
        .distinct()
        .toList();
  }

  /// The articles in which anything was coded.
  public List<ArticleId> articles() {
    return tables.rows(
        "select distinct substr(id, 1, 16) from coded", r -> new ArticleId(r.getString(1)));
  }

  /// Those of these codings that the viewer may see.
  public List<Coding> shown(List<Coding> codings) {
    Map<ArticleId, Set<String>> hidden = new HashMap<>();
    return codings.stream()
        .filter(
            c -> !hidden.computeIfAbsent(c.target().article(), this::hidden).contains(c.coder()))
        .toList();
  }

  /// The coders whose codes in an article the viewer may not see: those enrolled, when the viewer
  /// is, until both have finished the article.
  public Set<String> hidden(ArticleId article) {
    return new HashSet<>(
        tables.rows(
            "select name from coder where name <> ?1 and exists (select 1 from coder where name ="
                + " ?1) and 2 > (select count(*) from finished f where f.article = ?2 and f.coder"
                + " in (?1, coder.name))",
            r -> r.getString(1),
            viewer,
            article.value()));
  }

  /// The names of the codes that findings of an article have, as far as the viewer may see them.
  Map<FindingId, List<String>> names(ArticleId article) {
    var hidden = hidden(article);
    Map<FindingId, List<String>> names = new HashMap<>();
    tables.rows(
        "select coded.id, coalesce(code.name, coded.code) as name, coder from coded left join code"
            + " on code.id = coded.code where coded.id > ? and coded.id < ? and substr(coded.id,"
            + " 18, 1) <> 's' order by name",
        r -> {
          var given =
              names.computeIfAbsent(FindingId.parse(r.getString(1)), _ -> new ArrayList<>());
          if (!hidden.contains(r.getString(3)) && !given.contains(r.getString(2))) {
            given.add(r.getString(2));
          }
          return given;
        },
        article + ".",
        article + "/");
    return names;
  }

  /// The names of the codes that words of an article have which are no finding, as far as the
  /// viewer may see them.
  public List<String> ofWords(ArticleId article) {
    var given =
        tables.rows(
            "select distinct coalesce(code.name, coded.code), coder from coded left join code on"
                + " code.id = coded.code where coded.id > ? and coded.id < ? and substr(coded.id,"
                + " 18, 1) = 's' order by 1",
            r -> Map.entry(r.getString(1), r.getString(2)),
            article + ".",
            article + "/");
    if (given.isEmpty()) {
      return List.of();
    }
    var hidden = hidden(article);
    return given.stream()
        .filter(one -> !hidden.contains(one.getValue()))
        .map(Map.Entry::getKey)
        .distinct()
        .toList();
  }

  /// People's notes on words of an article that are no finding.
  public Map<Segment, String> notes(ArticleId article) {
    Map<Segment, String> notes = new HashMap<>();
    tables.rows(
        "select id, text from note where id > ? and id < ? and substr(id, 18, 1) = 's'",
        r -> notes.put(Segment.parse(r.getString(1)), r.getString(2)),
        article + ".",
        article + "/");
    return notes;
  }

  /// Those of them that the viewer may see: not on words that only coders coded whose codes are
  /// hidden, see [#hidden].
  public Map<Segment, String> shownNotes(ArticleId article) {
    var notes = notes(article);
    notes.keySet().removeIf(this::hides);
    return notes;
  }

  /// Whether the note on these words is hidden: they are [#isOthers], and the viewer wrote none on
  /// them that stands.
  public boolean hides(Segment words) {
    return isOthers(words, Set.of())
        && tables
            .rows(
                "select number from journal where coder = ? and undone = 0 and instr(edit, ?) > 0"
                    + " and instr(edit, '\"did\":\"learned\"') = 0 limit 1",
                r -> r.getLong(1),
                viewer,
                "\"did\":\"noted\",\"id\":\"" + words + "\"")
            .isEmpty();
  }

  /// Whether all who coded these words are coders whose codes the viewer may not see; `coming` are
  /// about to code them too.
  public boolean isOthers(Segment words, Set<String> coming) {
    var hidden = hidden(words.article());
    if (hidden.isEmpty()) {
      return false;
    }
    var coders =
        new HashSet<>(
            tables.rows(
                "select coder from coded where id = ?", r -> r.getString(1), words.toString()));
    coders.addAll(coming);
    return !coders.isEmpty() && hidden.containsAll(coders);
  }

  void code(Edit.Coded c) {
    if (c.on()) {
      tables.run(
          "insert or ignore into coded values (?,?,?,?)",
          c.id().toString(),
          c.code(),
          c.coder(),
          c.version());
    } else {
      tables.run(
          "delete from coded where id = ? and code = ? and coder = ?",
          c.id().toString(),
          c.code(),
          c.coder());
    }
  }

  private static Coding coding(ResultSet r) throws SQLException {
    return new Coding(
        Target.parse(r.getString("id")),
        r.getString("code"),
        r.getString("coder"),
        r.getInt("version"));
  }

  // -- coders --

  /// The coders who are enrolled, by name.
  public List<String> coders() {
    return tables.rows("select name from coder order by name", r -> r.getString(1));
  }

  /// An article that a coder has finished.
  public record Done(ArticleId article, String coder) {}

  public List<Done> finished() {
    return tables.rows(
        "select article, coder from finished order by article, coder",
        r -> new Done(new ArticleId(r.getString(1)), r.getString(2)));
  }

  void enrol(Edit.Enrolled e) {
    tables.run(
        e.on() ? "insert or ignore into coder values (?)" : "delete from coder where name = ?",
        e.coder());
  }

  void finish(Edit.Finished f) {
    tables.run(
        f.on()
            ? "insert or ignore into finished values (?,?)"
            : "delete from finished where article = ? and coder = ?",
        f.article().value(),
        f.coder());
  }

  // -- what was settled --

  /// All that was settled, in the order of the words.
  public List<Settlement> settled() {
    return tables.rows(
        "select * from settled order by id, code",
        r ->
            new Settlement(
                Segment.parse(r.getString("id")),
                r.getString("code"),
                r.getObject("start") == null
                    ? Optional.empty()
                    : Optional.of(new Span(r.getInt("start"), r.getInt("end"))),
                r.getString("coder"),
                r.getString("reason")));
  }

  void settle(Edit.Settled t) {
    t.before()
        .ifPresent(
            s ->
                tables.run(
                    "delete from settled where id = ? and code = ?", s.at().toString(), s.code()));
    t.after()
        .ifPresent(
            s -> {
              @Nullable Integer start = s.as().map(Span::start).orElse(null);
              @Nullable Integer end = s.as().map(Span::end).orElse(null);
              tables.run(
                  "insert or replace into settled values (?,?,?,?,?,?)",
                  s.at().toString(),
                  s.code(),
                  start,
                  end,
                  s.coder(),
                  s.reason());
            });
  }
}
