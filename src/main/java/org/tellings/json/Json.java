package org.tellings.json;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// JSON in and out, as maps, lists, strings, numbers and booleans. Safe for use from many threads.
public final class Json {

  // what we wrote we read again, however long; the depth stays bounded
  private static final ObjectMapper MAPPER =
      new ObjectMapper(
          JsonFactory.builder()
              .streamReadConstraints(
                  StreamReadConstraints.builder().maxStringLength(Integer.MAX_VALUE).build())
              .build());

  private Json() {}

  /// One line of JSON; map entries keep their order, null is written as `null`.
  public static String line(Object value) {
    try {
      return MAPPER.writeValueAsString(value);
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException("cannot write as JSON: " + value.getClass(), e);
    }
  }

  /// Reads one JSON object; empty when the text is none.
  public static Optional<Map<String, @Nullable Object>> object(String text) {
    try {
      return Optional.ofNullable(
          MAPPER.readValue(text, new TypeReference<Map<String, @Nullable Object>>() {}));
    } catch (JsonProcessingException _) {
      return Optional.empty();
    }
  }

  /// Reads a JSON array, its nulls left out, or one object as an array of it; empty when the text
  /// is neither.
  public static List<Object> list(String text) {
    try {
      var value = MAPPER.readValue(text, Object.class);
      return value instanceof List<?> list
          ? list.stream()
              .<Object>mapMulti(
                  (one, kept) -> {
                    if (one != null) {
                      kept.accept(one);
                    }
                  })
              .toList()
          : value == null ? List.of() : List.of(value);
    } catch (JsonProcessingException _) {
      return List.of();
    }
  }
}
