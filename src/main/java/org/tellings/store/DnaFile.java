package org.tellings.store;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/// A database of Discourse Network Analyzer (DNA) 3, which is a SQLite file: documents, and
/// statements on stretches of them (UTF-16 offsets) with the values of variables.
///
/// Read and written is what those have in common; attributes of entities, regular expressions,
/// colours of coders and their rights are neither read nor, but for what DNA needs to open the
/// file, written. DNA takes no text of more than 190 characters as the value of a variable: a
/// longer one is written short, each another, and stands whole in an attribute.
public final class DnaFile {

  /// The version whose tables are written.
  public static final String VERSION = "3.0.11";

  /// What a coder types to open a file that was written here; DNA has no coder without one.
  public static final String PASSWORD = "tellings";

  private static final int ITERATIONS = 100_000;

  private static final int LONGEST = 190;

  /// The attribute of an entity that has the whole text of its value.
  private static final String WHOLE = "Tellings whole text";

  private DnaFile() {}

  /// What DNA calls the type of a variable.
  public enum Type {
    SHORT_TEXT("short text", "DATASHORTTEXT"),
    LONG_TEXT("long text", "DATALONGTEXT"),
    INTEGER("integer", "DATAINTEGER"),
    BOOLEAN("boolean", "DATABOOLEAN");

    private final String word;
    private final String table;

    Type(String word, String table) {
      this.word = word;
      this.table = table;
    }
  }

  /// One text; `date` in seconds since 1970 as if the local time were UTC.
  public record Document(
      String title,
      String text,
      String author,
      String source,
      String section,
      String notes,
      String type,
      long date) {}

  /// The value of a variable; of a boolean `1` or `0`.
  public record Value(Type type, String text) {}

  /// Words of a document (its place in the list; -1: it is not in the file) with the values of the
  /// variables of a type.
  public record Statement(
      int document, String type, String coder, int start, int stop, Map<String, Value> values) {}

  /// `unread` are how many rows of other tables there are that were not read, by what they hold.
  public record Content(
      List<Document> documents, List<Statement> statements, Map<String, Integer> unread) {
    public Content {
      documents = List.copyOf(documents);
      statements = List.copyOf(statements);
    }
  }

  // -- in --

  /// What stands in a file. Why it cannot be read is told by an [IllegalArgumentException].
  public static Content read(Path file) {
    try (var desk = Desk.untouched(file)) {
      var version =
          desk.rows("select Value from SETTINGS where Property = 'version'", r -> r.getString(1));
      if (version.isEmpty() || !version.getFirst().startsWith("3.")) {
        throw new IllegalArgumentException(
            "this database is of DNA "
                + (version.isEmpty() ? "without a version" : version.getFirst())
                + "; those of DNA 3 can be read: open it there and save it");
      }
      return content(desk);
    } catch (SQLException e) {
      throw new IllegalArgumentException(
          file.getFileName()
              + " is no database of DNA 3: it is no SQLite file, or a damaged one, or lacks a table"
              + " of DNA",
          e);
    }
  }

  private static final String WITH_WHOLE =
      "left join ATTRIBUTEVARIABLES n on n.VariableId = v.ID and n.AttributeVariable = '"
          + WHOLE
          + "' left join ATTRIBUTEVALUES w on w.EntityId = e.ID and w.AttributeVariableId = n.ID ";

  /// The whole text where the short one is still the beginning of it: somebody may have changed it.
  private static String whole(String said, String whole) {
    var cut = said.lastIndexOf('…');
    return cut >= 0 && whole.startsWith(said.substring(0, cut)) ? whole : said;
  }

  private static Content content(Desk desk) throws SQLException {
    Map<Integer, Integer> places = new HashMap<>();
    List<Document> documents = new ArrayList<>();
    desk.rows(
        "select * from DOCUMENTS order by ID",
        r -> {
          places.put(r.getInt("ID"), documents.size());
          return documents.add(
              new Document(
                  text(r, "Title"),
                  text(r, "Text"),
                  text(r, "Author"),
                  text(r, "Source"),
                  text(r, "Section"),
                  text(r, "Notes"),
                  text(r, "Type"),
                  r.getLong("Date")));
        });
    Map<Integer, Map<String, Value>> values = new HashMap<>();
    for (var type : Type.values()) {
      var isShort = type == Type.SHORT_TEXT;
      desk.rows(
          "select d.StatementId, v.Variable, "
              + (isShort ? "e.Value as Said, w.AttributeValue" : "d.Value as Said, null")
              + " as Whole from "
              + type.table
              + " d join VARIABLES v on v.ID = d.VariableId "
              + (isShort ? "join ENTITIES e on e.ID = d.Entity " + WITH_WHOLE : "")
              + "order by v.ID",
          r ->
              values
                  .computeIfAbsent(r.getInt(1), _ -> new LinkedHashMap<>())
                  .put(
                      text(r, "Variable"),
                      new Value(type, whole(text(r, "Said"), text(r, "Whole")))));
    }
    List<Statement> statements = new ArrayList<>();
    desk.rows(
        "select s.*, t.Label, c.Name from STATEMENTS s"
            + " join STATEMENTTYPES t on t.ID = s.StatementTypeId"
            + " left join CODERS c on c.ID = s.Coder order by s.DocumentId, s.Start, s.Stop, s.ID",
        r ->
            statements.add(
                new Statement(
                    Optional.ofNullable(places.get(r.getInt("DocumentId"))).orElse(-1),
                    text(r, "Label"),
                    text(r, "Name"),
                    r.getInt("Start"),
                    r.getInt("Stop"),
                    values.getOrDefault(r.getInt("ID"), Map.of()))));
    Map<String, Integer> unread = new LinkedHashMap<>();
    unread.put(
        "statements of no type",
        count(
            desk,
            "select count(*) from STATEMENTS where coalesce(StatementTypeId, 0) not in (select ID"
                + " from STATEMENTTYPES)"));
    var stray = 0;
    for (var type : Type.values()) {
      stray +=
          count(
              desk,
              "select count(*) from "
                  + type.table
                  + " where StatementId not in (select ID from STATEMENTS) or VariableId not in"
                  + " (select ID from VARIABLES)"
                  + (type == Type.SHORT_TEXT ? " or Entity not in (select ID from ENTITIES)" : ""));
    }
    unread.put("values of no statement, variable or entity", stray);
    unread.put(
        "attributes of entities",
        count(
            desk,
            "select count(*) from ATTRIBUTEVALUES a left join ATTRIBUTEVARIABLES n on n.ID ="
                + " a.AttributeVariableId where a.AttributeValue <> '' and"
                + " coalesce(n.AttributeVariable, '') <> '"
                + WHOLE
                + "'"));
    unread.put("regular expressions", count(desk, "select count(*) from REGEXES"));
    unread.put(
        "entities that stand below others",
        count(desk, "select count(*) from ENTITIES where ChildOf is not null"));
    unread.values().removeIf(n -> n == 0);
    return new Content(documents, statements, unread);
  }

  private static int count(Desk desk, String sql) throws SQLException {
    return desk.rows(sql, r -> r.getInt(1)).getFirst();
  }

  private static String text(ResultSet r, String column) throws SQLException {
    @Nullable String text = r.getString(column);
    return text == null ? "" : text;
  }

  // -- out --

  /// Writes a file anew; there is none before.
  public static void write(Path file, Content content) {
    try {
      Files.deleteIfExists(file);
      try (var desk = new Desk(file)) {
        desk.together(
            () -> {
              for (var sql : DnaTables.ALL) {
                desk.once(sql);
              }
              fill(desk, content);
              return content;
            });
      }
    } catch (SQLException | IOException e) {
      throw new LibraryException("cannot write " + file + ": " + e.getMessage(), e);
    }
  }

  private static void fill(Desk desk, Content content) throws SQLException {
    desk.run("insert into SETTINGS values ('version', ?)", VERSION);
    Map<String, Integer> coders = new LinkedHashMap<>();
    coders.put("Admin", 1); // DNA wants its first coder to be called so
    content.statements().forEach(s -> coders.putIfAbsent(s.coder(), coders.size() + 1));
    for (var coder : coders.entrySet()) {
      desk.run(
          "insert into CODERS (ID, Name, Red, Green, Blue, Password) values (?,?,?,?,?,?)",
          coder.getValue(),
          shortened(coder.getKey()),
          70 + 60 * coder.getValue() % 180,
          120,
          200,
          hashed(coder.getKey()));
    }
    for (var one : coders.values()) {
      for (var other : coders.values()) {
        if (!one.equals(other)) {
          desk.run("insert into CODERRELATIONS (Coder, OtherCoder) values (?,?)", one, other);
        }
      }
    }
    for (var i = 0; i < content.documents().size(); i++) {
      var d = content.documents().get(i);
      desk.run(
          "insert into DOCUMENTS values (?,?,?,1,?,?,?,?,?,?)",
          i + 1,
          shortened(d.title()),
          d.text(),
          shortened(d.author()),
          shortened(d.source()),
          shortened(d.section()),
          d.notes(),
          shortened(d.type()),
          d.date());
    }
    var types = types(desk, content);
    var entities = new Entities(desk, types, content.statements());
    for (var i = 0; i < content.statements().size(); i++) {
      var s = content.statements().get(i);
      var type = Optional.ofNullable(types.get(s.type())).orElseThrow();
      desk.run(
          "insert into STATEMENTS values (?,?,?,?,?,?)",
          i + 1,
          type.id(),
          s.document() + 1,
          s.start(),
          s.stop(),
          coders.get(s.coder()));
      for (var variable : type.variables().entrySet()) {
        value(desk, i + 1, variable.getValue(), s.values().get(variable.getKey()), entities);
      }
    }
    entities.wholes();
  }

  private record Typed(int id, Map<String, Variable> variables) {}

  private record Variable(int id, Type type) {}

  /// DNA has a value of every variable in every statement; what was not said is empty, yes or 0.
  private static void value(
      Desk desk, int statement, Variable variable, @Nullable Value value, Entities entities)
      throws SQLException {
    var text = value == null ? "" : value.text();
    @Nullable Object kept =
        switch (variable.type()) {
          case SHORT_TEXT -> entities.id(variable.id(), text);
          case LONG_TEXT -> text;
          case INTEGER -> text.isEmpty() ? 0 : Integer.parseInt(text);
          case BOOLEAN -> text.equals("0") ? 0 : 1;
        };
    desk.run(
        "insert into "
            + variable.type().table
            + (variable.type() == Type.SHORT_TEXT
                ? " (StatementId, VariableId, Entity)"
                : " (StatementId, VariableId, Value)")
            + " values (?,?,?)",
        statement,
        variable.id(),
        kept);
  }

  /// The entities that values of short texts are, and what those are called that are too long.
  private static final class Entities {

    private record Key(int variable, String text) {}

    private final Desk desk;
    private final Map<Key, String> shorts = new HashMap<>();
    private final Map<Key, Integer> ids = new LinkedHashMap<>();

    Entities(Desk desk, Map<String, Typed> types, List<Statement> statements) {
      this.desk = desk;
      Set<Key> taken = new HashSet<>();
      Set<Key> longs = new LinkedHashSet<>();
      for (var s : statements) {
        var variables = Optional.ofNullable(types.get(s.type())).orElseThrow().variables();
        s.values()
            .forEach(
                (name, value) -> {
                  var variable = Optional.ofNullable(variables.get(name)).orElseThrow();
                  var key = new Key(variable.id(), value.text());
                  (isLong(value.text()) ? longs : taken).add(key);
                });
      }
      for (var key : longs) {
        var cut = shortened(key.text());
        for (var n = 2; !taken.add(new Key(key.variable(), cut)); n++) {
          var number = " (" + n + ")";
          cut = shortened(key.text(), LONGEST - number.length()) + number;
        }
        shorts.put(key, cut);
      }
    }

    int id(int variable, String text) throws SQLException {
      var key = new Key(variable, text);
      if (!ids.containsKey(key)) {
        ids.put(key, ids.size() + 1);
        desk.run(
            "insert into ENTITIES (ID, VariableId, Value, Red, Green, Blue) values (?,?,?,0,0,0)",
            ids.size(),
            variable,
            shorts.getOrDefault(key, text));
      }
      return Optional.ofNullable(ids.get(key)).orElseThrow();
    }

    /// Keeps the whole texts: DNA has each attribute of a variable at all its entities.
    void wholes() throws SQLException {
      Map<Integer, Integer> attributes = new HashMap<>();
      for (var key : shorts.keySet().stream().map(Key::variable).sorted().distinct().toList()) {
        attributes.put(key, attributes.size() + 1);
        desk.run(
            "insert into ATTRIBUTEVARIABLES (ID, VariableId, AttributeVariable) values (?,?,?)",
            attributes.size(),
            key,
            WHOLE);
      }
      for (var entity : ids.entrySet()) {
        var attribute = attributes.get(entity.getKey().variable());
        if (attribute != null) {
          desk.run(
              "insert into ATTRIBUTEVALUES (EntityId, AttributeVariableId, AttributeValue) values"
                  + " (?,?,?)",
              entity.getValue(),
              attribute,
              shorts.containsKey(entity.getKey()) ? entity.getKey().text() : "");
        }
      }
    }
  }

  private static Map<String, Typed> types(Desk desk, Content content) throws SQLException {
    Map<String, Map<String, Type>> wanted = new LinkedHashMap<>();
    for (var s : content.statements()) {
      var variables = wanted.computeIfAbsent(s.type(), _ -> new LinkedHashMap<>());
      s.values().forEach((name, value) -> variables.putIfAbsent(name, value.type()));
    }
    Map<String, Typed> types = new LinkedHashMap<>();
    var variable = 0;
    for (var one : wanted.entrySet()) {
      var id = types.size() + 1;
      desk.run("insert into STATEMENTTYPES values (?,?,239,208,51)", id, one.getKey());
      Map<String, Variable> variables = new LinkedHashMap<>();
      for (var entry : one.getValue().entrySet()) {
        variable++;
        variables.put(entry.getKey(), new Variable(variable, entry.getValue()));
        desk.run(
            "insert into VARIABLES values (?,?,?,?)",
            variable,
            entry.getKey(),
            entry.getValue().word,
            id);
      }
      types.put(one.getKey(), new Typed(id, variables));
    }
    return types;
  }

  /// Whether DNA cannot take a text: it has at most 190 characters.
  public static boolean isLong(String text) {
    return text.codePointCount(0, text.length()) > LONGEST;
  }

  private static String shortened(String text) {
    return isLong(text) ? shortened(text, LONGEST) : text;
  }

  private static String shortened(String text, int most) {
    return text.substring(0, text.offsetByCodePoints(0, most - 1)) + "…";
  }

  /// The hash of [#PASSWORD] that DNA asks for: 16 bytes of salt and SHA-256 of salt and password,
  /// hashed 100,000 times, in Base64. The salt is made of the coder's name.
  static String hashed(String coder) {
    var salt = Arrays.copyOf(sha256(("tellings " + coder).getBytes(StandardCharsets.UTF_8)), 16);
    return Base64.getEncoder().encodeToString(salted(salt, PASSWORD));
  }

  static byte[] salted(byte[] salt, String password) {
    var words = password.getBytes(StandardCharsets.UTF_8);
    var both = Arrays.copyOf(salt, salt.length + words.length);
    System.arraycopy(words, 0, both, salt.length, words.length);
    var hash = sha256(both);
    for (var i = 1; i < ITERATIONS; i++) {
      hash = sha256(hash);
    }
    var all = Arrays.copyOf(salt, salt.length + hash.length);
    System.arraycopy(hash, 0, all, salt.length, hash.length);
    return all;
  }

  private static byte[] sha256(byte[] bytes) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(bytes);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
