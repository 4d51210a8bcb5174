package org.tellings.model;

import java.util.regex.Pattern;

/// Names a finding by where it stands: article, kind and span, as in `0f3a…e1.q.361-475`.
///
/// Extraction run again finds the same thing under the same name, so that a person's decision
/// holds. When a person moves a finding's ends, the name stays and only the span changes.
public record FindingId(ArticleId article, Kind kind, Span span) implements Target {

  private static final Pattern FORM =
      Pattern.compile(
          "(?<article>[0-9a-f]{16})\\.(?<kind>[qcfde])\\.(?<start>\\d{1,9})-(?<end>\\d{1,9})");

  public static FindingId parse(String text) {
    var m = FORM.matcher(text);
    if (!m.matches()) {
      throw new IllegalArgumentException("not the id of a finding: " + text);
    }
    return new FindingId(
        new ArticleId(m.group("article")),
        Kind.of(m.group("kind").charAt(0)),
        new Span(Integer.parseInt(m.group("start")), Integer.parseInt(m.group("end"))));
  }

  @Override
  public String toString() {
    return article + "." + kind.letter() + "." + span.start() + "-" + span.end();
  }
}
