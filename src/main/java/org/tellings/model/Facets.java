package org.tellings.model;

import java.util.List;
import java.util.Map;

/// How many articles of a search each value would leave; a field's counts ignore that field's own filter.
///
/// Values are ordered by count, then name. `days` counts articles per ISO day.
public record Facets(Map<Query.FieldName, List<Count>> fields, Map<String, Integer> days) {

  public record Count(String value, int articles) {}
}
