package org.tellings.model;

/// Who printed an article, as the article gives it; the empty name means "cannot say".
public record Outlet(String name) implements Comparable<Outlet> {

  public static final Outlet UNKNOWN = new Outlet("");

  public boolean isKnown() {
    return !name.isEmpty();
  }

  /// Up to three capital letters for narrow columns: "The Meridian" is MER, "Pacific Wire" is PAC.
  public String code() {
    var bare = name.replaceFirst("(?i)^the\\s+", "").replaceAll("[^\\p{L}\\p{N}]", "");
    if (bare.isEmpty()) {
      return "---";
    }
    return bare.substring(0, Math.min(3, bare.length())).toUpperCase(java.util.Locale.ROOT);
  }

  @Override
  public int compareTo(Outlet other) {
    return name.compareTo(other.name);
  }
}
