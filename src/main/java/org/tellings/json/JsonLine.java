package org.tellings.json;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Optional;

/// One JSON object, written field by field as [Json#line] writes a map of the same fields, without
/// the map: for the many small rows of a batch. A field whose value is empty is left out. For one
/// thread.
public final class JsonLine {

  private static final JsonStringEncoder ENCODER = JsonStringEncoder.getInstance();

  private final StringBuilder line;

  /// Begins an object at the end of `line`.
  public JsonLine(StringBuilder line) {
    this.line = line.append('{');
  }

  public JsonLine put(String key, String value) {
    key(key);
    line.append('"');
    ENCODER.quoteAsString(value, line);
    line.append('"');
    return this;
  }

  public JsonLine put(String key, Optional<String> value) {
    return value.isPresent() ? put(key, value.get()) : this;
  }

  /// The name of a constant, which needs no escapes.
  public JsonLine put(String key, Enum<?> value) {
    key(key);
    line.append('"').append(value.name()).append('"');
    return this;
  }

  public JsonLine put(String key, double value) {
    key(key);
    line.append(value);
    return this;
  }

  public JsonLine put(String key, boolean value) {
    key(key);
    line.append(value);
    return this;
  }

  /// An array of two numbers.
  public JsonLine pair(String key, int one, int other) {
    key(key);
    line.append('[').append(one).append(',').append(other).append(']');
    return this;
  }

  /// An array of arrays of two numbers; `numbers` has them one behind another.
  public JsonLine pairs(String key, int... numbers) {
    key(key);
    line.append('[');
    for (var i = 0; i < numbers.length; i += 2) {
      line.append(i == 0 ? "[" : ",[").append(numbers[i]).append(',').append(numbers[i + 1]);
      line.append(']');
    }
    line.append(']');
    return this;
  }

  /// Ends the object.
  public void end() {
    line.append('}');
  }

  private void key(String key) {
    if (line.charAt(line.length() - 1) != '{') {
      line.append(',');
    }
    line.append('"').append(key).append("\":");
  }
}
