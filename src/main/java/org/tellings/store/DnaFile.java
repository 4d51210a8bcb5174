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
/// file, written.
public final class DnaFile {

  /// The version whose tables are written.
  public static final String VERSION = "3.0.11";

  /// What a coder types to open a file that was written here; DNA has no coder without one.
  public static final String PASSWORD = "tellings";

  private static final int ITERATIONS = 100_000;

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

  /// Words of a document (its place in the list) with the values of the variables of a type.
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
          file.getFileName() + " is no database of DNA 3: " + e.getMessage(), e);
    }
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
              + (isShort ? "e.Value" : "d.Value")
              + " as Said from "
              + type.table
              + " d join VARIABLES v on v.ID = d.VariableId "
              + (isShort ? "join ENTITIES e on e.ID = d.Entity " : "")
              + "order by v.ID",
          r ->
              values
                  .computeIfAbsent(r.getInt(1), _ -> new LinkedHashMap<>())
                  .put(text(r, "Variable"), new Value(type, text(r, "Said"))));
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
        "attributes of entities",
        count(desk, "select count(*) from ATTRIBUTEVALUES where AttributeValue <> ''"));
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
              for (var sql : TABLES) {
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
    Map<List<Object>, Integer> entities = new LinkedHashMap<>();
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
  }

  private record Typed(int id, Map<String, Variable> variables) {}

  private record Variable(int id, Type type) {}

  /// DNA has a value of every variable in every statement; what was not said is empty, yes or 0.
  private static void value(
      Desk desk,
      int statement,
      Variable variable,
      @Nullable Value value,
      Map<List<Object>, Integer> entities)
      throws SQLException {
    var text = value == null ? "" : value.text();
    @Nullable Object kept =
        switch (variable.type()) {
          case SHORT_TEXT -> entity(desk, variable.id(), shortened(text), entities);
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

  private static int entity(
      Desk desk, int variable, String text, Map<List<Object>, Integer> entities)
      throws SQLException {
    var key = List.<Object>of(variable, text);
    if (!entities.containsKey(key)) {
      entities.put(key, entities.size() + 1);
      desk.run(
          "insert into ENTITIES (ID, VariableId, Value, Red, Green, Blue) values (?,?,?,0,0,0)",
          entities.size(),
          variable,
          text);
    }
    return Optional.ofNullable(entities.get(key)).orElseThrow();
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

  /// DNA takes texts of at most 190 characters.
  private static String shortened(String text) {
    if (text.codePointCount(0, text.length()) <= 190) {
      return text;
    }
    return text.substring(0, text.offsetByCodePoints(0, 189)) + "…";
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

  private static final List<String> RIGHTS =
      List.of(
          "AddDocuments",
          "EditDocuments",
          "DeleteDocuments",
          "ImportDocuments",
          "AddStatements",
          "EditStatements",
          "DeleteStatements",
          "EditAttributes",
          "EditRegex",
          "EditStatementTypes",
          "EditCoders",
          "EditCoderRelations",
          "ViewOthersDocuments",
          "EditOthersDocuments",
          "ViewOthersStatements",
          "EditOthersStatements");

  /// The tables of DNA 3 by their columns, in its order.
  private static final Set<String> TABLES =
      new LinkedHashSet<>(
          List.of(
              "create table SETTINGS (Property text primary key, Value text not null)",
              "create table CODERS (ID integer not null primary key, Name text not null, Red"
                  + " integer not null default 0, Green integer not null default 0, Blue integer"
                  + " not null default 0, Refresh integer not null default 0, FontSize integer not"
                  + " null default 14, Password text not null, PopupWidth integer default 300,"
                  + " ColorByCoder integer not null default 0, PopupDecoration integer not null"
                  + " default 0, PopupAutoComplete integer not null default 1"
                  + rights()
                  + ")",
              "create table DOCUMENTS (ID integer not null primary key, Title text not null, Text"
                  + " text not null, Coder integer, Author text not null default '', Source text"
                  + " not null default '', Section text not null default '', Notes text not null"
                  + " default '', Type text not null default '', Date integer not null)",
              "create table STATEMENTTYPES (ID integer not null primary key, Label text not null,"
                  + " Red integer not null default 0, Green integer not null default 0, Blue"
                  + " integer not null default 0)",
              "create table VARIABLES (ID integer not null primary key, Variable text not null,"
                  + " DataType text not null default 'short text', StatementTypeId integer, unique"
                  + " (Variable, StatementTypeId))",
              "create table VARIABLELINKS (ID integer not null primary key, SourceVariableId"
                  + " integer, TargetVariableId integer)",
              "create table REGEXES (Label text primary key, Red integer not null default 0, Green"
                  + " integer not null default 0, Blue integer not null default 0)",
              "create table CODERRELATIONS (ID integer not null primary key, Coder integer,"
                  + " OtherCoder integer, viewStatements integer not null default 1,"
                  + " editStatements integer not null default 1, viewDocuments integer not null"
                  + " default 1, editDocuments integer not null default 1)",
              "create table STATEMENTS (ID integer not null primary key, StatementTypeId integer,"
                  + " DocumentId integer, Start integer not null, Stop integer not null, Coder"
                  + " integer)",
              data("DATABOOLEAN", "Value integer not null default 1"),
              data("DATAINTEGER", "Value integer not null default 0"),
              "create table ENTITIES (ID integer primary key not null, VariableId integer not null,"
                  + " Value text not null default '', Red integer, Green integer, Blue integer,"
                  + " ChildOf integer, unique (VariableId, Value))",
              data("DATASHORTTEXT", "Entity integer not null"),
              data("DATALONGTEXT", "Value text default ''"),
              "create table ATTRIBUTEVARIABLES (ID integer primary key not null, VariableId integer"
                  + " not null, AttributeVariable text not null, unique (VariableId,"
                  + " AttributeVariable))",
              "create table ATTRIBUTEVALUES (ID integer primary key not null, EntityId integer not"
                  + " null, AttributeVariableId integer not null, AttributeValue text not null"
                  + " default '', unique (EntityId, AttributeVariableId))"));

  private static String rights() {
    return String.join(
        "",
        RIGHTS.stream()
            .map(right -> ", Permission" + right + " integer not null default 1")
            .toList());
  }

  private static String data(String table, String value) {
    return "create table "
        + table
        + " (ID integer primary key not null, StatementId integer not null, VariableId integer not"
        + " null, "
        + value
        + ", unique (StatementId, VariableId))";
  }
}
