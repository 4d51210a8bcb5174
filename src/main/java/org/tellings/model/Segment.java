package org.tellings.model;

import java.util.regex.Pattern;

/// Any words of an article that somebody coded, named by where they stand.
public record Segment(ArticleId article, Span span) implements Target {

  private static final Pattern FORM =
      Pattern.compile("(?<article>[0-9a-f]{16})\\.s\\.(?<start>\\d{1,9})-(?<end>\\d{1,9})");

  public static Segment parse(String text) {
    var m = FORM.matcher(text);
    if (!m.matches()) {
      throw new IllegalArgumentException("not the id of coded words: " + text);
    }
    return new Segment(
        new ArticleId(m.group("article")),
        new Span(Integer.parseInt(m.group("start")), Integer.parseInt(m.group("end"))));
  }

  @Override
  public String toString() {
    return article + ".s." + span.start() + "-" + span.end();
  }
}
