package org.tellings.model;

import java.math.BigDecimal;
import java.time.YearMonth;
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

  private static final int MOST_LETTERS = 10_000;

  private final String text;
  private final List<Query.Clause> clauses = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();

  private QueryReader(String text) {
    this.text = text;
  }

  static Query read(String typed) {
    if (typed.length() > MOST_LETTERS) {
      return new Query(
          typed,
          List.of(
              unread(
                  new Span(0, typed.length()),
                  typed.substring(0, 40) + "…",
                  "a query has at most "
                      + MOST_LETTERS
                      + " characters, and this one has "
                      + typed.length())),
          List.of());
    }
    var reader = new QueryReader(Marks.plain(typed));
    reader.read();
    return new Query(typed, reader.clauses, reader.remarks);
  }

  private void read() {
    var either = false;
    var not = false;
    for (var at = 0; at < text.length(); ) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
        continue;
      }
      var end = end(at);
      var token = text.substring(at, end);
      if (token.equals("OR")) {
        if (either || clauses.isEmpty()) {
          danglingOr();
        }
        either = !clauses.isEmpty();
      } else if (token.equals("AND")) {
        remarks.add("all conditions hold anyway; AND is read as if it were not there");
      } else if (token.equals("NOT") && !text.substring(end).isBlank()) {
        remarks.add("NOT is read as a minus before what follows it");
        not = true;
      } else {
        var clause = clause(new Span(at, end), token);
        remark(clause, token);
        if (not && !(clause instanceof Query.Clause.Unread || clause instanceof Query.Clause.Not)) {
          clause = new Query.Clause.Not(new Span(at, end), clause);
        }
        not = false;
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
    if (either) {
      danglingOr();
    }
  }

  private void danglingOr() {
    remarks.add("OR wants something on both sides of it; read as if it were not there");
  }

  /// Where the token that begins at `from` ends: at white space outside quotation marks.
  private int end(int from) {
    var quoted = false;
    var at = from;
    while (at < text.length() && (quoted || !Character.isWhitespace(text.charAt(at)))) {
      quoted ^= text.charAt(at) == '"';
      at++;
    }
    return at;
  }

  /// Says what was read otherwise than it was perhaps meant.
  private void remark(Query.Clause clause, String token) {
    if (clause instanceof Query.Clause.Unread) {
      return;
    }
    if (token.chars().filter(c -> c == '"').count() % 2 == 1) {
      remarks.add(
          "the mark in " + token.strip() + " is not closed; read as if it closed at the end");
    }
    var star = token.indexOf('*');
    if (star >= 0
        && !(star == token.length() - 1
            && (clause instanceof Query.Clause.Word
                || clause instanceof Query.Clause.Not n
                    && n.clause() instanceof Query.Clause.Word))) {
      remarks.add(
          "a * stands at the end of a single word; read " + token + " as if it were not there");
    }
  }

  private Query.Clause clause(Span at, String token) {
    if (token.length() > 1 && token.startsWith("-")) {
      var minuses = 1;
      while (minuses < token.length() && token.charAt(minuses) == '-') {
        minuses++;
      }
      if (minuses == token.length()) {
        return unread(at, token, "there is no word in it");
      }
      var rest = token.substring(minuses);
      if (minuses > 1) {
        remarks.add(token + " is read as -" + rest);
      }
      var inner = clause(new Span(at.start() + minuses, at.end()), rest);
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
        default -> otherField(at, token, colon);
      };
    }
    return token.startsWith("\"") ? phrase(at, token) : word(at, token);
  }

  /// A word with a colon in it, as `https://a.com` and `12:30`, or a field that does not exist.
  private Query.Clause otherField(Span at, String token, int colon) {
    var clause = word(at, token);
    if (clause instanceof Query.Clause.Word w
        && token.substring(0, colon).chars().allMatch(Character::isLetter)
        && !token.startsWith("//", colon + 1)) {
      remarks.add(
          "there is no field "
              + token.substring(0, colon + 1)
              + " (there are outlet: speaker: entity: code: state: title: before: after: on: quote:"
              + " claim: figure: near:); read as the words “"
              + w.word().replace(':', ' ').strip()
              + "”");
    }
    return clause;
  }

  private Query.Clause word(Span at, String token) {
    var bare = bare(token);
    return wordless(bare)
        ? unread(at, token, "there is no word in it")
        : new Query.Clause.Word(at, bare.toLowerCase(Locale.ROOT));
  }

  private Query.Clause phrase(Span at, String token) {
    var bare = bare(token);
    return wordless(bare)
        ? unread(at, token, "there is no word between the marks")
        : new Query.Clause.Phrase(at, bare);
  }

  private Query.Clause inside(Span at, Kind kind, String value) {
    var bare = bare(value);
    return wordless(bare)
        ? unread(at, kind.word() + ": wants words, as in " + kind.word() + ":\"some evidence\"")
        : new Query.Clause.Inside(at, kind, bare);
  }

  private Query.Clause field(Span at, Query.FieldName field, String value) {
    List<String> values =
        parts(value).stream()
            .map(part -> bare(part).strip())
            .filter(name -> name.startsWith("=") ? name.length() > 1 : !wordless(name))
            .toList();
    if (field == Query.FieldName.STATE
        && !values.stream()
            .map(v -> whole(v).toLowerCase(Locale.ROOT))
            .allMatch(STATES::contains)) {
      return unread(at, "state: wants " + String.join(", ", STATES));
    }
    return values.isEmpty()
        ? unread(at, field.word() + ": wants a name right after it")
        : new Query.Clause.Field(at, field, values);
  }

  /// What stands between the commas outside quotation marks.
  private static List<String> parts(String value) {
    List<String> parts = new ArrayList<>();
    var quoted = false;
    var from = 0;
    for (var i = 0; i < value.length(); i++) {
      quoted ^= value.charAt(i) == '"';
      if (value.charAt(i) == ',' && !quoted) {
        parts.add(value.substring(from, i));
        from = i + 1;
      }
    }
    parts.add(value.substring(from));
    return parts;
  }

  private Query.Clause when(Span at, Query.Side side, String value) {
    if (!DATE.matcher(value).matches()) {
      return unread(
          at,
          (value.isEmpty() ? "it wants" : "not")
              + " a day, month or year; write 2025-01-29, 2025-01 or 2025");
    }
    return value.length() == 10
            && Integer.parseInt(value.substring(8))
                > YearMonth.parse(value.substring(0, 7)).lengthOfMonth()
        ? unread(at, "there is no " + day(value))
        : new Query.Clause.When(at, side, value);
  }

  private Query.Clause figure(Span at, String value) {
    var m = AMOUNT.matcher(value.toLowerCase(Locale.ROOT));
    if (!m.matches()) {
      return unread(at, "not a figure; write figure:>500bn, figure:<6m or figure:17");
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

  private Query.Clause near(Span at, String value) {
    var parts = bare(value).split(",", 4);
    return parts.length == 3
            && parts[2].matches("\\d{1,3}")
            && !wordless(parts[0])
            && !wordless(parts[1])
        ? new Query.Clause.Near(at, parts[0], parts[1], Integer.parseInt(parts[2]))
        : unread(at, "near wants two words and a distance: near:evidence,distillation,12");
  }

  private Query.Clause unread(Span at, String why) {
    return unread(at, at.in(text), why);
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
            .filter(Query.Clause::isUnderstood)
            .map(QueryReader::words)
            .toList();
    return !query.isUnderstood()
        ? "No articles"
        : told.isEmpty() ? "All articles" : "Articles " + String.join(", ", told);
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
          e.clauses().stream()
              .filter(Query.Clause::isUnderstood)
              .map(QueryReader::words)
              .collect(Collectors.joining(" or "));
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
