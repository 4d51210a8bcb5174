package org.tellings.model;

import java.util.Optional;

/// What stands over an article: everything about it that is not its text.
///
/// `published` is when it was printed, `updated` when it was changed after that, `captured` when
/// somebody saved the page: when it was read, which says nothing of when it was written. The day of
/// a file is no capture.
///
/// Empty strings mean "none found". `language` is an ISO 639-1 code or empty. A heading can be
/// corrected by a person; the text cannot.
public record Heading(
    String title,
    String byline,
    Outlet outlet,
    Optional<Dated> published,
    Optional<Dated> updated,
    Optional<Dated> captured,
    String url,
    String language) {

  public static final Heading NONE =
      new Heading(
          "", "", Outlet.UNKNOWN, Optional.empty(), Optional.empty(), Optional.empty(), "", "");

  public Heading withTitle(String to) {
    return new Heading(to, byline, outlet, published, updated, captured, url, language);
  }

  public Heading withByline(String to) {
    return new Heading(title, to, outlet, published, updated, captured, url, language);
  }

  public Heading withOutlet(Outlet to) {
    return new Heading(title, byline, to, published, updated, captured, url, language);
  }

  public Heading withPublished(Optional<Dated> to) {
    return new Heading(title, byline, outlet, to, updated, captured, url, language);
  }

  public Heading withUpdated(Optional<Dated> to) {
    return new Heading(title, byline, outlet, published, to, captured, url, language);
  }

  public Heading withCaptured(Optional<Dated> to) {
    return new Heading(title, byline, outlet, published, updated, to, url, language);
  }

  public Heading withUrl(String to) {
    return new Heading(title, byline, outlet, published, updated, captured, to, language);
  }
}
