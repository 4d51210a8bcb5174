package org.tellings.model;

import java.util.Optional;

/// What stands over an article: everything about it that is not its text.
///
/// Empty strings mean "none found". `language` is an ISO 639-1 code or empty. A heading can be
/// corrected by a person; the text cannot.
public record Heading(
    String title,
    String byline,
    Outlet outlet,
    Optional<Dated> published,
    Optional<Dated> updated,
    String url,
    String language) {

  public static final Heading NONE =
      new Heading("", "", Outlet.UNKNOWN, Optional.empty(), Optional.empty(), "", "");

  public Heading withTitle(String to) {
    return new Heading(to, byline, outlet, published, updated, url, language);
  }

  public Heading withByline(String to) {
    return new Heading(title, to, outlet, published, updated, url, language);
  }

  public Heading withOutlet(Outlet to) {
    return new Heading(title, byline, to, published, updated, url, language);
  }

  public Heading withPublished(Optional<Dated> to) {
    return new Heading(title, byline, outlet, to, updated, url, language);
  }

  public Heading withUpdated(Optional<Dated> to) {
    return new Heading(title, byline, outlet, published, to, url, language);
  }
}
