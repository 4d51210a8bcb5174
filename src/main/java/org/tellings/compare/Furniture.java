package org.tellings.compare;

import java.util.List;
import org.tellings.model.ArticleId;
import org.tellings.model.Outlet;

/// Whether wording is boilerplate: what outlets print under or over many articles, whatever they
/// are about.
final class Furniture {

  /// Words that may stand before or after wording at the head or the foot of an article.
  private static final int EDGE = 2;

  /// Longer wording is no boilerplate.
  static final int LONGEST = 80;

  /// Articles of one outlet in which a paragraph stands wherever it likes.
  private static final int STANDING = 4;

  /// Outlets at the foot of whose articles a line stands; outlets in whose articles it stands
  /// anywhere.
  private static final int AT_FOOT = 3;

  private static final int ANYWHERE = 6;

  private Furniture() {}

  /// One place of the wording: how many words it has, stand before it, after it, and in all;
  /// `ours`: the outlet speaks of itself or to its readers in it.
  record Standing(
      ArticleId article, Outlet outlet, int words, int before, int after, int all, boolean ours) {}

  /// How many words the articles of two places share, by their numbers.
  interface Shared {
    int words(int one, int other);
  }

  static boolean is(List<Standing> places, Shared shared) {
    var articles = places.stream().map(Standing::article).distinct().count();
    if (articles < 2 || places.stream().anyMatch(Furniture::isMatter)) {
      return false;
    }
    var outlets = places.stream().map(Standing::outlet).distinct().count();
    var sameOutlet = outlets == 1 && places.getFirst().outlet.isKnown();
    var atEdge =
        places.stream().allMatch(p -> p.after <= EDGE)
            || places.stream().allMatch(p -> p.before <= EDGE);
    var stands =
        sameOutlet && (places.getFirst().ours || atEdge || articles >= STANDING)
            || atEdge && outlets >= AT_FOOT
            || outlets >= ANYWHERE;
    return stands && isAlone(places, shared);
  }

  /// Too long for boilerplate, or too much of the article, of which what speaks of the outlet
  /// itself may be two thirds.
  private static boolean isMatter(Standing place) {
    return place.words > LONGEST
        || (place.ours ? place.words * 3 > place.all * 2 : place.words * 2 > place.all);
  }

  /// The articles share little besides, so none is a copy of another.
  private static boolean isAlone(List<Standing> places, Shared shared) {
    var alone = 0;
    var pairs = 0;
    for (var i = 0; i < places.size(); i++) {
      for (var k = i + 1; k < places.size(); k++) {
        pairs++;
        alone += shared.words(i, k) <= 2 * places.get(i).words + EDGE ? 1 : 0;
      }
    }
    return alone * 2 > pairs;
  }
}
