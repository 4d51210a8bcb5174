package org.tellings.workbench;

import java.util.List;

/// What a file of another program brings, or brought: so many new articles, codes that came in or
/// changed, codings and notes. `already` of these stand here already.
///
/// `exact`, `moved` and `lost` tell of passages that were looked for in texts here: found where the
/// file says, found elsewhere by their words, not found. `told` is a sentence for each that moved;
/// `left` a sentence for all that finds no place here.
public record Brought(
    int articles,
    int codes,
    int codings,
    int notes,
    int already,
    int exact,
    int moved,
    int lost,
    List<String> told,
    List<String> left) {

  public Brought {
    told = List.copyOf(told);
    left = List.copyOf(left);
  }

  /// "2 articles, 12 codes, 120 codings and 4 notes".
  public String inWords() {
    return Words.number(articles, "article")
        + ", "
        + Words.number(codes, "code")
        + ", "
        + Words.number(codings, "coding")
        + " and "
        + Words.number(notes, "note");
  }

  public boolean isNothing() {
    return articles + codes + codings + notes == 0;
  }
}
