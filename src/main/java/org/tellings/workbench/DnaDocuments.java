package org.tellings.workbench;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.tellings.model.Article;
import org.tellings.model.Dated;
import org.tellings.model.Heading;
import org.tellings.model.Outlet;
import org.tellings.store.DnaFile;
import org.tellings.store.DnaFile.Document;

/// Articles as documents of Discourse Network Analyzer. What a document has no field for, or only a
/// short one, stands in its notes, one line each: `Tellings File: a.txt`.
final class DnaDocuments {

  private static final String RULE = "dna";

  private DnaDocuments() {}

  // -- in --

  static Heading heading(Document document) {
    var outlet = whole(document, "Outlet", document.source());
    return Heading.NONE
        .withTitle(whole(document, "Title", document.title()))
        .withByline(whole(document, "Byline", document.author()))
        .withOutlet(outlet.isBlank() ? Outlet.UNKNOWN : new Outlet(outlet))
        .withPublished(dated(document.date()))
        .withUrl(noted(document, "Address").orElse(""));
  }

  private static Optional<Dated> dated(long seconds) {
    if (seconds == 0 || Math.abs(seconds) > 200_000_000_000L) {
      return Optional.empty();
    }
    var time = LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC);
    var year = time.getYear();
    return year < 1000 || year > 9999
        ? Optional.empty()
        : Optional.of(
            new Dated(
                seconds % 86_400 == 0
                    ? time.toLocalDate().toString()
                    : time.toLocalDate() + "T" + time.toLocalTime().withSecond(0).withNano(0),
                RULE));
  }

  /// The whole text that DNA could not take, unless somebody changed there what it has of it.
  private static String whole(Document document, String what, String said) {
    var cut = said.lastIndexOf('…');
    return noted(document, what)
        .filter(whole -> cut >= 0 && whole.startsWith(said.substring(0, cut)))
        .orElse(said);
  }

  /// What this program wrote into the notes of a document.
  static Optional<String> noted(Document document, String what) {
    return document
        .notes()
        .lines()
        .filter(line -> line.startsWith("Tellings " + what + ": "))
        .map(line -> line.substring(("Tellings " + what + ": ").length()))
        .findFirst();
  }

  // -- out --

  static Document of(Article article) {
    var heading = article.heading();
    return new Document(
        heading.title(),
        article.text(),
        heading.byline(),
        heading.outlet().name(),
        "",
        "Tellings File: "
            + article.file()
            + (heading.url().isEmpty() ? "" : "\nTellings Address: " + heading.url())
            + whole("Title", heading.title())
            + whole("Byline", heading.byline())
            + whole("Outlet", heading.outlet().name()),
        "",
        heading.published().map(DnaDocuments::seconds).orElse(0L));
  }

  private static String whole(String what, String text) {
    return DnaFile.isLong(text) ? "\nTellings " + what + ": " + text : "";
  }

  private static long seconds(Dated dated) {
    var value = dated.value();
    if (value.length() > 10) {
      return value.matches(".*(?:Z|[+-]\\d\\d:\\d\\d)")
          ? Instant.from(java.time.OffsetDateTime.parse(value)).getEpochSecond()
          : LocalDateTime.parse(value).toEpochSecond(ZoneOffset.UTC);
    }
    var day = value + "-01-01".substring(Math.min(6, value.length() - 4));
    return LocalDate.parse(day).atStartOfDay().toEpochSecond(ZoneOffset.UTC);
  }
}
