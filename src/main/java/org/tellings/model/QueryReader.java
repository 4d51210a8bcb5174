package org.tellings.model;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Reads the query language, and reads it back in words. Never fails, whatever is typed.
final class QueryReader {

  private static final Pattern DATE =
      Pattern.compile("\\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\\d|3[01]))?)?");
  private static final Pattern AMOUNT =
      Pattern.compile(
          "(?<sign>[<>]?)(?<money>[$£€]?)(?<number>\\d{1,12}(\\.\\d{1,6})?)(?<scale>k|m|mn|bn|b|tn|t)?(?<percent>%?)");
  private static final String[] MONTHS = {
    "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"
  };

  private static final List<String> STATES =
      Arrays.stream(State.values()).map(State::word).toList();

  private QueryReader() {}

  static Query read(String typed) {
    var text = Marks.plain(typed);
    List<Query.Clause> clauses = new ArrayList<>();
    var either = false;
    for (var at = 0; at < text.length(); ) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
        continue;
      }
      var end = end(text, at);
      var token = text.substring(at, end);
      if (token.equals("OR")) {
        either = !clauses.isEmpty();
      } else {
        var clause = clause(new Span(at, end), token);
        if (either) {
          var before = clauses.removeLast();
          var parts =
              new ArrayList<>(
                  before instanceof Query.Clause.Either e ? e.clauses() : List.of(before));
          parts.add(clause);
          clause = new Query.Clause.Either(new Span(before.at().start(), end), parts);
        }
        clauses.add(clause);
        either = false;
      }
      at = end;
    }
    return new Query(typed, clauses);
  }

  /// Where the token that begins at `from` ends: at white space outside quotation marks.
  private static int end(String text, int from) {
    var quoted = false;
    var at = from;
    while (at < text.length() && (quoted || !Character.isWhitespace(text.charAt(at)))) {
      quoted ^= text.charAt(at) == '"';
      at++;
    }
    return at;
  }

  private static Query.Clause clause(Span at, String token) {
    if (token.length() > 1 && token.startsWith("-")) {
      var inner = clause(new Span(at.start() + 1, at.end()), token.substring(1));
      return inner instanceof Query.Clause.Unread ? inner : new Query.Clause.Not(at, inner);
    }
    var colon = token.indexOf(':');
    if (colon > 0 && token.charAt(0) != '"') {
      var value = token.substring(colon + 1);
      return switch (token.substring(0, colon).toLowerCase(Locale.ROOT)) {
        case "outlet" -> field(at, Query.FieldName.OUTLET, value);
        case "speaker" -> field(at, Query.FieldName.SPEAKER, value);
        case "entity" -> field(at, Query.FieldName.ENTITY, value);
        case "code" -> field(at, Query.FieldName.CODE, value);
        case "state" -> field(at, Query.FieldName.STATE, value);
        case "title" -> field(at, Query.FieldName.TITLE, value);
        case "before" -> when(at, Query.Side.BEFORE, value);
        case "after" -> when(at, Query.Side.AFTER, value);
        case "on" -> when(at, Query.Side.ON, value);
        case "quote" -> inside(at, Kind.QUOTE, value);
        case "claim" -> inside(at, Kind.CLAIM, value);
        case "figure" -> figure(at, value);
        case "near" -> near(at, value);
        default -> word(at, token);
      };
    }
    return token.startsWith("\"") ? phrase(at, token) : word(at, token);
  }

  private static Query.Clause word(Span at, String token) {
    var bare = bare(token);
    return wordless(bare)
        ? unread(at, token, "there is no word in it")
        : new Query.Clause.Word(at, bare.toLowerCase(Locale.ROOT));
  }

  private static Query.Clause phrase(Span at, String token) {
    var bare = bare(token);
    return wordless(bare)
        ? unread(at, token, "there is no word between the marks")
        : new Query.Clause.Phrase(at, bare);
  }

  private static Query.Clause inside(Span at, Kind kind, String value) {
    var bare = bare(value);
    return wordless(bare)
        ? unread(at, value, kind.word() + ": wants words")
        : new Query.Clause.Inside(at, kind, bare);
  }

  private static Query.Clause field(Span at, Query.FieldName field, String value) {
    List<String> values = new ArrayList<>();
    for (var one : value.split(",(?=([^\"]*\"[^\"]*\")*[^\"]*$)", 50)) {
      var name = bare(one).strip();
      if (!name.isEmpty() && !name.equals("=")) {
        values.add(name);
      }
    }
    if (field == Query.FieldName.STATE
        && !values.stream()
            .map(v -> whole(v).toLowerCase(Locale.ROOT))
            .allMatch(STATES::contains)) {
      return unread(at, value, "state: wants " + String.join(", ", STATES));
    }
    return values.isEmpty()
        ? unread(at, value, field.word() + ": wants a name")
        : new Query.Clause.Field(at, field, values);
  }

  private static Query.Clause when(Span at, Query.Side side, String value) {
    return DATE.matcher(value).matches()
        ? new Query.Clause.When(at, side, value)
        : unread(at, value, "not a day, month or year; write 2025-01-29, 2025-01 or 2025");
  }

  private static Query.Clause figure(Span at, String value) {
    var m = AMOUNT.matcher(value.toLowerCase(Locale.ROOT));
    if (!m.matches()) {
      return unread(at, value, "not a figure; write figure:>500bn, figure:<6m or figure:17");
    }
    var scale = m.group("scale") == null ? "" : m.group("scale");
    var amount =
        new BigDecimal(m.group("number"))
            .scaleByPowerOfTen(
                switch (scale) {
                  case "k" -> 3;
                  case "m", "mn" -> 6;
                  case "b", "bn" -> 9;
                  case "t", "tn" -> 12;
                  default -> 0;
                });
    var unit =
        !m.group("percent").isEmpty()
            ? "percent"
            : switch (m.group("money")) {
              case "$" -> "USD";
              case "£" -> "GBP";
              case "€" -> "EUR";
              default -> "";
            };
    var none = new BigDecimal("-1e18");
    var most = new BigDecimal("1e18");
    return switch (m.group("sign")) {
      case ">" -> new Query.Clause.FigureIn(at, amount, most, unit);
      case "<" -> new Query.Clause.FigureIn(at, none, amount, unit);
      default -> new Query.Clause.FigureIn(at, amount, amount, unit);
    };
  }

  private static Query.Clause near(Span at, String value) {
    var parts = bare(value).split(",", 4);
    return parts.length == 3
            && parts[2].matches("\\d{1,3}")
            && !wordless(parts[0])
            && !wordless(parts[1])
        ? new Query.Clause.Near(at, parts[0], parts[1], Integer.parseInt(parts[2]))
        : unread(at, value, "near wants two words and a distance: near:evidence,distillation,12");
  }

  private static Query.Clause unread(Span at, String typed, String why) {
    return new Query.Clause.Unread(at, typed, why);
  }

  private static boolean wordless(String text) {
    return text.codePoints().noneMatch(Character::isLetterOrDigit);
  }

  private static String bare(String token) {
    return token.replace("\"", "");
  }

  static String inWords(Query query) {
    var told =
        query.clauses().stream()
            .filter(c -> !(c instanceof Query.Clause.Unread))
            .map(QueryReader::words)
            .toList();
    return told.isEmpty() ? "All articles" : "Articles " + String.join(", ", told);
  }

  static String words(Query.Clause clause) {
    return switch (clause) {
      case Query.Clause.Word w -> "with “" + w.word() + "”";
      case Query.Clause.Phrase p -> "with “" + p.words() + "”";
      case Query.Clause.Field f -> {
        var values =
            f.values().stream().map(QueryReader::whole).collect(Collectors.joining(" or "));
        yield switch (f.field()) {
          case OUTLET -> "from " + values;
          case SPEAKER -> "quoting " + values;
          case ENTITY -> "naming " + values;
          case CODE -> "coded " + values;
          case STATE -> "with findings that are " + values;
          case TITLE -> "with “" + values + "” in the title";
        };
      }
      case Query.Clause.When w -> w.side().name().toLowerCase(Locale.ROOT) + " " + day(w.date());
      case Query.Clause.Inside i ->
          (i.kind() == Kind.QUOTE ? "quoting “" : "claiming “") + i.words() + "”";
      case Query.Clause.FigureIn f ->
          (f.low().signum() < 0
                  ? "with a figure up to " + f.high().toPlainString()
                  : f.low().compareTo(f.high()) == 0
                      ? "with the figure " + f.low().toPlainString()
                      : "with a figure from " + f.low().toPlainString())
              + (f.unit().isEmpty() ? "" : " " + f.unit());
      case Query.Clause.Near n ->
          "with “" + n.one() + "” within " + n.distance() + " words of “" + n.other() + "”";
      case Query.Clause.Not n -> "not " + words(n.clause());
      case Query.Clause.Either e ->
          e.clauses().stream().map(QueryReader::words).collect(Collectors.joining(" or "));
      case Query.Clause.Unread u -> "(unread: " + u.typed() + ")";
    };
  }

  private static String whole(String value) {
    return value.startsWith("=") ? value.substring(1) : value;
  }

  private static String day(String iso) {
    var parts = iso.split("-");
    return switch (parts.length) {
      case 1 -> parts[0];
      case 2 -> MONTHS[Integer.parseInt(parts[1]) - 1] + " " + parts[0];
      default ->
          Integer.parseInt(parts[2])
              + " "
              + MONTHS[Integer.parseInt(parts[1]) - 1]
              + " "
              + parts[0];
    };
  }
}
