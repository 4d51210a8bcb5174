/// Tellings: one story, many tellings. What the program leans on, and nothing it offers to others.
@org.jspecify.annotations.NullMarked
module org.tellings {
  requires atlantafx.base;
  requires com.fasterxml.jackson.databind;
  requires info.picocli;
  requires java.logging;
  requires java.sql;
  requires java.xml;
  requires javafx.controls;
  requires com.github.albfernandez.juniversalchardet;
  requires org.apache.lucene.analysis.common;
  requires org.apache.lucene.core;
  requires org.apache.lucene.facet;
  requires org.apache.lucene.highlighter;
  requires org.apache.lucene.queries;
  requires static org.jspecify;
  requires org.dhatim.fastexcel;
  requires org.fxmisc.flowless;
  requires org.fxmisc.richtext;
  requires org.jsoup;
  requires org.kordamp.ikonli.feather;
  requires org.kordamp.ikonli.javafx;
  requires reactfx;
  requires org.xerial.sqlitejdbc;
}
