package org.tellings.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.model.Decision;
import org.tellings.model.Edit;
import org.tellings.model.FindingId;
import org.tellings.model.Heading;
import org.tellings.model.Intake;
import org.tellings.model.Kind;
import org.tellings.model.Outlet;
import org.tellings.model.State;
import org.tellings.model.Target;
import org.tellings.model.Tie;
import org.tellings.model.Waiting;

/// An edit as one JSON text in the journal and in packs, and back.
public final class EditRow {

  private EditRow() {}

  public static String text(Edit edit) {
    return Json.line(map(edit));
  }

  /// What the text says; a [LibraryException] when it says no edit.
  public static Edit edit(String text) {
    return edit(
        Json.object(text)
            .orElseThrow(() -> new LibraryException("the journal cannot be read: " + text)));
  }

  private static Map<String, @Nullable Object> map(Edit edit) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    switch (edit) {
      case Edit.Decided d -> {
        m.put("did", "decided");
        m.put("id", d.id().toString());
        m.put("before", d.before().map(EditRow::decision).orElse(null));
        m.put("after", d.after().map(EditRow::decision).orElse(null));
      }
      case Edit.Noted n -> {
        m.put("did", "noted");
        m.put("id", n.id().toString());
        m.put("before", n.before());
        m.put("after", n.after());
      }
      case Edit.Described d -> {
        m.put("did", "described");
        m.put("id", d.id().value());
        m.put("before", heading(d.before()));
        m.put("after", heading(d.after()));
      }
      case Edit.Presence p -> {
        m.put("did", "presence");
        m.put("articles", p.articles().stream().map(ArticleId::value).toList());
        m.put("present", p.present());
      }
      case Edit.Coded c -> {
        m.put("did", "coded");
        m.put("id", c.id().toString());
        m.put("code", c.code());
        m.put("coder", c.coder());
        m.put("version", c.version());
        m.put("on", c.on());
      }
      case Edit.Closed c -> {
        m.put("did", "closed");
        m.put("version", c.version());
        m.put("codes", c.codes().stream().map(CodeRow::map).toList());
        m.put("on", c.on());
      }
      case Edit.Enrolled e -> {
        m.put("did", "enrolled");
        m.put("coder", e.coder());
        m.put("on", e.on());
      }
      case Edit.Finished f -> {
        m.put("did", "finished");
        m.put("article", f.article().value());
        m.put("coder", f.coder());
        m.put("on", f.on());
      }
      case Edit.Settled t -> {
        m.put("did", "settled");
        m.put("before", t.before().map(CodeRow::map).orElse(null));
        m.put("after", t.after().map(CodeRow::map).orElse(null));
      }
      case Edit.Waits w -> {
        m.put("did", "waits");
        m.put("before", w.before().map(EditRow::waiting).orElse(null));
        m.put("after", w.after().map(EditRow::waiting).orElse(null));
      }
      case Edit.Defined d -> {
        m.put("did", "defined");
        m.put("before", d.before().map(CodeRow::map).orElse(null));
        m.put("after", d.after().map(CodeRow::map).orElse(null));
      }
      case Edit.Tied t -> {
        m.put("did", "tied");
        m.put("before", t.before().map(EditRow::tie).orElse(null));
        m.put("after", t.after().map(EditRow::tie).orElse(null));
      }
      case Edit.Named n -> {
        m.put("did", "named");
        m.put("id", n.id().toString());
        m.put("before", n.before());
        m.put("after", n.after());
      }
      case Edit.LeftOut l -> {
        m.put("did", "leftOut");
        m.put("path", l.file().path());
        m.put("bytes", l.file().bytes());
        m.put("rule", l.file().rule());
        m.put("reason", l.file().reason());
        m.put("on", l.on());
      }
      case Edit.Reread r -> {
        m.put("did", "reread");
        m.put("articles", r.articles());
        m.put("changed", r.changed());
      }
      case Edit.Learned l -> {
        m.put("did", "learned");
        m.put("from", l.from());
        m.put("versions", new TreeMap<>(l.versions()));
        m.put("gone", l.gone().stream().map(EditRow::map).toList());
      }
      case Edit.Timed t -> {
        m.put("did", "timed");
        m.put("id", t.id().toString());
        m.put("before", t.before());
        m.put("after", t.after());
      }
      case Edit.Dismissed d -> {
        m.put("did", "dismissed");
        m.put("id", d.id());
        m.put("before", d.before());
        m.put("after", d.after());
      }
      case Edit.Together t -> {
        m.put("did", "together");
        m.put("words", t.words());
        m.put("edits", t.edits().stream().map(EditRow::map).toList());
      }
    }
    return m;
  }

  private static Edit edit(Map<String, @Nullable Object> m) {
    return switch (string(m, "did")) {
      case "decided" ->
          new Edit.Decided(
              FindingId.parse(string(m, "id")), decision(m, "before"), decision(m, "after"));
      case "noted" ->
          new Edit.Noted(Target.parse(string(m, "id")), string(m, "before"), string(m, "after"));
      case "described" ->
          new Edit.Described(
              new ArticleId(string(m, "id")),
              heading(child(m, "before")),
              heading(child(m, "after")));
      case "presence" -> {
        List<ArticleId> ids = new ArrayList<>();
        if (m.get("articles") instanceof List<?> list) {
          list.forEach(id -> ids.add(new ArticleId(String.valueOf(id))));
        }
        yield new Edit.Presence(ids, Boolean.TRUE.equals(m.get("present")));
      }
      case "coded" ->
          new Edit.Coded(
              Target.parse(string(m, "id")),
              string(m, "code"),
              string(m, "coder"),
              CodeRow.number(m, "version"),
              Boolean.TRUE.equals(m.get("on")));
      case "defined" ->
          new Edit.Defined(CodeRow.code(m.get("before")), CodeRow.code(m.get("after")));
      case "closed" ->
          new Edit.Closed(
              CodeRow.number(m, "version"),
              CodeRow.codes(m.get("codes")),
              Boolean.TRUE.equals(m.get("on")));
      case "enrolled" -> new Edit.Enrolled(string(m, "coder"), Boolean.TRUE.equals(m.get("on")));
      case "finished" ->
          new Edit.Finished(
              new ArticleId(string(m, "article")),
              string(m, "coder"),
              Boolean.TRUE.equals(m.get("on")));
      case "settled" ->
          new Edit.Settled(CodeRow.settlement(m.get("before")), CodeRow.settlement(m.get("after")));
      case "waits" -> new Edit.Waits(waiting(m, "before"), waiting(m, "after"));
      case "tied" -> new Edit.Tied(tie(m, "before"), tie(m, "after"));
      case "named" ->
          new Edit.Named(FindingId.parse(string(m, "id")), string(m, "before"), string(m, "after"));
      case "leftOut" ->
          new Edit.LeftOut(
              new Intake.Unreadable(
                  string(m, "path"),
                  Long.parseLong(string(m, "bytes")),
                  string(m, "rule"),
                  string(m, "reason")),
              Boolean.TRUE.equals(m.get("on")));
      case "reread" ->
          new Edit.Reread(
              Integer.parseInt(string(m, "articles")), Integer.parseInt(string(m, "changed")));
      case "learned" -> {
        Map<String, List<String>> versions = new LinkedHashMap<>();
        if (m.get("versions") instanceof Map<?, ?> all) {
          all.forEach(
              (text, of) ->
                  versions.put(
                      String.valueOf(text),
                      of instanceof List<?> list
                          ? list.stream().map(String::valueOf).toList()
                          : List.of()));
        }
        yield new Edit.Learned(string(m, "from"), versions, edits(m.get("gone")));
      }
      case "timed" ->
          new Edit.Timed(FindingId.parse(string(m, "id")), string(m, "before"), string(m, "after"));
      case "dismissed" ->
          new Edit.Dismissed(string(m, "id"), string(m, "before"), string(m, "after"));
      case "together" -> {
        yield new Edit.Together(string(m, "words"), edits(m.get("edits")));
      }
      default ->
          throw new LibraryException("the journal has an edit of a newer kind: " + m.get("did"));
    };
  }

  private static List<Edit> edits(@Nullable Object list) {
    List<Edit> edits = new ArrayList<>();
    if (list instanceof List<?> all) {
      all.forEach(one -> edits.add(edit(Json.line(one == null ? Map.of() : one))));
    }
    return edits;
  }

  private static Map<String, @Nullable Object> waiting(Waiting w) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("id", w.id());
    m.put("from", w.from());
    m.put("why", w.why().name());
    m.put("words", w.words());
    m.put("body", w.body());
    return m;
  }

  private static Optional<Waiting> waiting(Map<String, @Nullable Object> m, String key) {
    if (m.get(key) == null) {
      return Optional.empty();
    }
    var w = child(m, key);
    return Optional.of(
        new Waiting(
            string(w, "id"),
            string(w, "from"),
            Waiting.Why.valueOf(string(w, "why")),
            string(w, "words"),
            string(w, "body")));
  }

  private static Map<String, @Nullable Object> tie(Tie t) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("one", t.one().toString());
    m.put("other", t.other().toString());
    m.put("same", t.same());
    return m;
  }

  private static Optional<Tie> tie(Map<String, @Nullable Object> m, String key) {
    if (m.get(key) == null) {
      return Optional.empty();
    }
    var t = child(m, key);
    return Optional.of(
        new Tie(
            FindingId.parse(string(t, "one")),
            FindingId.parse(string(t, "other")),
            Boolean.TRUE.equals(t.get("same"))));
  }

  private static Map<String, @Nullable Object> decision(Decision d) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("state", d.state().name());
    m.put("kind", d.finding().kind().name());
    m.put("body", FindingRow.body(d.finding(), d.seen()));
    m.put("coder", d.coder());
    return m;
  }

  private static Optional<Decision> decision(Map<String, @Nullable Object> m, String key) {
    if (m.get(key) == null) {
      return Optional.empty();
    }
    var d = child(m, key);
    var kind = Kind.valueOf(string(d, "kind"));
    return Optional.of(
        new Decision(
            State.valueOf(string(d, "state")),
            FindingRow.finding(kind, string(d, "body")),
            string(d, "coder"),
            FindingRow.seen(kind, string(d, "body"))));
  }

  private static Map<String, @Nullable Object> heading(Heading h) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("title", h.title());
    m.put("byline", h.byline());
    m.put("outlet", h.outlet().name());
    h.published().ifPresent(d -> m.put("published", d.value()));
    h.published().ifPresent(d -> m.put("publishedRule", d.rule()));
    h.updated().ifPresent(d -> m.put("updated", d.value()));
    h.updated().ifPresent(d -> m.put("updatedRule", d.rule()));
    h.captured().ifPresent(d -> m.put("captured", d.value()));
    h.captured().ifPresent(d -> m.put("capturedRule", d.rule()));
    m.put("url", h.url());
    m.put("language", h.language());
    return m;
  }

  private static Heading heading(Map<String, @Nullable Object> m) {
    return new Heading(
        string(m, "title"),
        string(m, "byline"),
        new Outlet(string(m, "outlet")),
        dated(m, "published"),
        dated(m, "updated"),
        dated(m, "captured"),
        string(m, "url"),
        string(m, "language"));
  }

  private static Optional<Dated> dated(Map<String, @Nullable Object> m, String key) {
    return m.get(key) == null
        ? Optional.empty()
        : Optional.of(new Dated(string(m, key), string(m, key + "Rule")));
  }

  private static Map<String, @Nullable Object> child(Map<String, @Nullable Object> m, String key) {
    return Json.object(Json.line(Optional.ofNullable(m.get(key)).orElseThrow())).orElseThrow();
  }

  private static String string(Map<String, @Nullable Object> m, String key) {
    return Optional.ofNullable(m.get(key)).map(Object::toString).orElse("");
  }
}
