package org.tellings.compare;

import java.util.List;
import org.tellings.model.Outlet;

/// How one outlet tells, in all its articles of the library: where it brings in sources that it
/// does not name, where it has a name wrong, and where it tells without a hedge what another
/// article told with one.
///
/// `words` are those of its articles' texts. All lists are in the order of day, article and place.
public record Practice(
    Outlet outlet,
    int articles,
    int words,
    List<Passage.Place> unnamed,
    List<Telling> misnamed,
    List<Proposition.Drop> drops) {

  public Practice {
    unnamed = List.copyOf(unnamed);
    misnamed = List.copyOf(misnamed);
    drops = List.copyOf(drops);
  }

  /// The same for an outlet as long as its name is.
  public String id() {
    return Ids.of("outlet", outlet.name());
  }

  /// Unnamed sources brought in for a thousand words printed; 0 where no word is.
  public double unnamedRate() {
    return words == 0 ? 0 : 1000.0 * unnamed.size() / words;
  }
}
