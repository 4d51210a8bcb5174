package org.tellings.store;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/// The tables of a [DnaFile], as statements that make them.
final class DnaTables {

  private DnaTables() {}

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
  static final Set<String> ALL =
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
