package org.tellings.read;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Who wrote an article, in a line that begins with “By”.
final class Bylines {

  private static final Pattern BYLINE =
      Pattern.compile(
          "(?i:(?:written |words |story |reporting )?by:?) "
              + "(?<who>\\p{Lu}[\\p{L}.,'’&-]{0,30}(?: [\\p{L}.,'’&-]{1,30}){0,11})");

  /// By our health correspondent Oona Fairley.
  private static final Pattern OUR =
      Pattern.compile(
          "(?i:by) (?i:our|the) (?:\\p{L}{1,20} ){0,3}"
              + "(?i:correspondents?|editors?|reporters?|writers?),? "
              + "(?<who>\\p{Lu}[\\p{L}.,'’&-]{0,30}(?: [\\p{L}.,'’&-]{1,30}){0,7})");

  /// Where a byline was written.
  private static final Pattern WHERE = Pattern.compile(" (?:in|at) \\p{Lu}.*");

  /// The job behind a name and a comma, and the outlet behind the job.
  private static final Pattern JOB_AND_OUTLET =
      Pattern.compile(
          ",(?: [\\p{L}&’'-]{1,20}){0,4} (?i:correspondents?|editors?|reporters?|writers?|columnist"
              + "|critic|chief), (?<outlet>\\p{Lu}[\\p{L}&'’ ]{1,40})$");

  /// Small words that may stand in a byline.
  private static final Pattern SMALL =
      Pattern.compile(
          "and|with|in|at|for|of|de|da|di|del|der|den|van|von|the|la|le|al|bin|our|staff|reporters?"
              + "|correspondents?|editors?|writer");

  /// What the author is, behind the name: “, pool correspondent”.
  private static final Pattern JOB =
      Pattern.compile(
          ",(?: [\\p{L}&’'-]{1,20}){0,4} (?i:correspondents?|editors?|reporters?|writers?|columnist"
              + "|critic|chief)$");

  private Bylines() {}

  /// The names after `By`, when all words of the line could stand in names.
  static Optional<String> of(String line) {
    var words = line.length() > 120 ? "" : line;
    var our = OUR.matcher(words);
    var by = BYLINE.matcher(words);
    var isOur = our.matches();
    if (!isOur && !by.matches()) {
      return Optional.empty();
    }
    var who = (isOur ? our : by).group("who").strip();
    return Stream.of(
            JOB_AND_OUTLET.matcher(who).replaceFirst(""), JOB.matcher(who).replaceFirst(""), who)
        .filter(Bylines::isNames)
        .findFirst()
        .map(names -> WHERE.matcher(names.replaceFirst("[,.]$", "")).replaceFirst(""));
  }

  /// The outlet behind the job of who wrote it: “By Kelly Lind, Showbiz Editor, Daily Comet”.
  static Optional<String> outlet(String line) {
    var job = JOB_AND_OUTLET.matcher(line.length() > 120 ? "" : line);
    return job.find() ? Optional.of(job.group("outlet")) : Optional.empty();
  }

  private static boolean isNames(String words) {
    for (var word : words.split("[ ,]+")) {
      if (!Character.isUpperCase(word.codePointAt(0))
          && !word.equals("&")
          && !SMALL.matcher(word).matches()) {
        return false;
      }
    }
    return true;
  }
}
