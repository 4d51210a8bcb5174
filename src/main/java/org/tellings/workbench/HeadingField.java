package org.tellings.workbench;

import java.util.function.Function;
import org.tellings.model.Edit;
import org.tellings.model.Heading;
import org.tellings.model.Outlet;

/// The fields of a heading that a person can correct, each compared and taken by itself.
enum HeadingField {
  TITLE(Heading::title, (to, from) -> to.withTitle(from.title())),
  BYLINE(Heading::byline, (to, from) -> to.withByline(from.byline())),
  OUTLET(Heading::outlet, (to, from) -> to.withOutlet(new Outlet(from.outlet().name()))),
  PUBLISHED(Heading::published, (to, from) -> to.withPublished(from.published())),
  UPDATED(Heading::updated, (to, from) -> to.withUpdated(from.updated())),
  CAPTURED(Heading::captured, (to, from) -> to.withCaptured(from.captured())),
  URL(Heading::url, (to, from) -> to.withUrl(from.url()));

  private interface Taking {
    Heading of(Heading to, Heading from);
  }

  private final Function<Heading, Object> of;
  private final Taking taking;

  HeadingField(Function<Heading, Object> of, Taking taking) {
    this.of = of;
    this.taking = taking;
  }

  boolean isSame(Heading one, Heading other) {
    return of.apply(one).equals(of.apply(other));
  }

  /// `to` with this field as `from` has it.
  Heading taking(Heading to, Heading from) {
    return taking.of(to, from);
  }

  /// The edit of the fields alone that it changes; all others are empty before and after.
  static Edit.Described differing(Edit.Described edit) {
    return new Edit.Described(
        edit.id(),
        changed(Heading.NONE, edit.before(), edit),
        changed(Heading.NONE, edit.after(), edit));
  }

  /// `here` with the fields that `word` changes as they are after it.
  static Heading taken(Heading here, Edit.Described word) {
    return changed(here, word.after(), word);
  }

  private static Heading changed(Heading to, Heading from, Edit.Described edit) {
    for (var field : values()) {
      if (!field.isSame(edit.before(), edit.after())) {
        to = field.taking(to, from);
      }
    }
    return to;
  }
}
