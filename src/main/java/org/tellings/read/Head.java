package org.tellings.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.tellings.model.Dated;

/// What stands over an article in its first lines, for formats that have no marks for it.
final class Head {

  private static final String MONTH =
      "Jan(?:uary|\\.)?|Feb(?:ruary|\\.)?|Mar(?:ch|\\.)?|Apr(?:il|\\.)?|May|June?|July?"
          + "|Aug(?:ust|\\.)?|Sept?(?:ember|\\.)?|Oct(?:ober|\\.)?|Nov(?:ember|\\.)?"
          + "|Dec(?:ember|\\.)?";
  private static final Pattern DAY =
      Pattern.compile(
          "\\b(?:(?<d>\\d{1,2})(?:st|nd|rd|th|\\.)? (?<m>"
              + MONTH
              + "),? (?<y>20\\d\\d)"
              + "|(?<m2>"
              + MONTH
              + ") (?<d2>\\d{1,2})(?:st|nd|rd|th)?,? (?<y2>20\\d\\d)"
              + "|(?<iso>20\\d\\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])))(?!\\d)",
          Pattern.CASE_INSENSITIVE);
  private static final List<String> MONTHS =
      List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
  private static final Pattern CHANGED =
      Pattern.compile(
          "(?i)(updated|modified|edited|revised)(?!.{0,60}publish)[\\p{L}: ,]{0,12}"
              + "(?:\\d{1,2}[:.]\\d{2}[\\p{L}. ]{0,8})?[\\p{L}: ,(]{0,20}$");
  private static final Pattern SAVED =
      Pattern.compile(
          "(?i)\\b(?:retrieved|accessed|captured|archived|saved)(?: (?:from|by) \\S{1,200})?"
              + "[: ,]{0,3}(?:on |at )?$");

  /// Margot Delahaye in Paris.
  private static final Pattern POSTED =
      Pattern.compile(
          "(?<who>\\p{Lu}[\\p{L}.'’-]{1,30}(?: \\p{Lu}[\\p{L}.'’-]{0,30}){1,3}"
              + "(?: and \\p{Lu}[\\p{L}.'’-]{1,30}(?: \\p{Lu}[\\p{L}.'’-]{0,30}){1,3})?)"
              + " in \\p{Lu}[\\p{L}.'’-]{1,30}(?: \\p{Lu}[\\p{L}.'’-]{1,30}){0,2}");

  /// Between the parts of a line; the stop behind a short month is none.
  private static final Pattern SPLIT =
      Pattern.compile(
          "[|·•]|(?<=\\p{L}{3})(?<!\\b(?i:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec))\\. ");

  private static final Pattern NAME =
      Pattern.compile("\\p{Lu}[\\p{L}.'’-]{1,30}(?: \\p{Lu}[\\p{L}.'’-]{0,30}){1,2}");

  private static final Pattern BREADCRUMB =
      Pattern.compile("^[\\p{L} &]{2,20} ?[>›»/] ?[\\p{L} &]{2,30} ?[>›»/]");
  private static final Pattern KICKER =
      Pattern.compile(
          "(?i)(news|world|business|tech(nology)?|opinion|analysis|politics|exclusive"
              + "|breaking( news)?|explainer|explained|markets|comment|live|sport|science|reviews?"
              + "|features?|interview|editorial|long read|column|culture|economy|companies|finance"
              + "|money|national|local|international|update|artificial intelligence|ai)");

  /// Words that outlets call themselves by.
  private static final Pattern OUTLET_WORD =
      Pattern.compile(
          "\\b(News|Newspaper|Post|Times|Gazette|Herald|Journal|Tribune|Chronicle|Observer|Guardian"
              + "|Telegraph|Mail|Echo|Star|Mirror|Independent|Standard|Courier|Press|Daily|Weekly"
              + "|Review|Magazine|Radio|TV|Agency|Wire|Record|Examiner|Argus|Citizen|Globe|Monitor"
              + "|Ledger|Register|Dispatch|Bulletin|Sentinel|Inquirer|Enquirer|Broadcasting|Mercury|Beacon"
              + "|Advertiser|Messenger|Comet|Banner|Leader|Evening|Reporter)\\b|^The"
              + " \\p{Lu}|^[\\p{L}\\d-]{2,30}\\.(com|org|net|news)$");

  /// CITY, Jan 27 (Agency) -
  private static final Pattern DATELINE =
      Pattern.compile(
          "^\\p{Lu}[\\p{Lu} .'’/-]{1,40}(?:, [\\p{L}. ]{1,30})?"
              + "(?:, (?:"
              + MONTH
              + ") \\d{1,2}(?:, 20\\d\\d)?)?"
              + " \\((?<outlet>\\p{Lu}[\\p{L} ]{1,30})\\) ?[-–—]");

  private static final Pattern PUBLISHED_IN =
      Pattern.compile(
          "(?i:published|appeared) (?:in|by) (?<outlet>\\p{Lu}[\\p{L}&'’ ]{1,40}?),? "
              + "(?=on |\\(|\\d|"
              + MONTH
              + ")");
  private static final Pattern SELF =
      Pattern.compile(
          "(?i:more from|follow|about|subscribe to|read more (?:from|on)|contact|support) "
              + "(?<outlet>\\p{Lu}[\\p{L}&'’ ]{1,40}?)(?: on .{1,20})?");
  private static final Pattern OWNER =
      Pattern.compile(
          "^(?i:copyright )?(?:©|\\([cC]\\)) ?(?i:copyright )?(?:20\\d\\d(?:[-–]20\\d\\d)?,? )?"
              + "(?<outlet>\\p{Lu}[\\p{L}&'’ ]{1,40}?)(?:,? 20\\d\\d)?"
              + "(?:[.,|·]|$| (?i:all rights))");

  /// Paragraphs that are looked at for a word.
  private static final int LOOKED_AT = 40;

  private final Page page;
  private final List<String> paragraphs;
  private final String format;

  /// Short lines over the text that say neither who nor when.
  private final List<String> rest = new ArrayList<>();

  private final boolean stamped;

  private Head(Page page, List<String> paragraphs, String format) {
    this.page = page;
    this.paragraphs = paragraphs;
    this.format = format;
    stamped = paragraphs.stream().filter(Head::isStamp).count() > 2;
  }

  /// Takes what stands over the article off the front of `paragraphs`, at most ten of them.
  static void read(Page page, List<String> paragraphs, String format) {
    var head = new Head(page, paragraphs, format);
    for (var looked = 0; looked < 10 && paragraphs.size() > 1; looked++) {
      var rule = head.rule(paragraphs.getFirst());
      if (rule.isEmpty()) {
        break;
      }
      page.removed(paragraphs.removeFirst(), rule.get());
    }
    head.belowStandfirst();
    head.outlet();
  }

  /// Whether a short line carries a full day; many of them are the heads of a live page's posts.
  private static boolean isStamp(String line) {
    return line.length() < 120 && Page.words(line) <= 14 && day(line).isPresent();
  }

  /// Author and day may stand below a line or two of introduction.
  private void belowStandfirst() {
    for (var i = 1; i < Math.min(4, paragraphs.size() - 1); i++) {
      if (Bylines.of(paragraphs.get(i).split("[|·•]", 2)[0].strip()).isPresent()) {
        while (i < paragraphs.size() - 1
            && (Page.words(paragraphs.get(i)) <= 12 && heading(page, paragraphs.get(i))
                || isBetween(i))) {
          page.removed(paragraphs.remove(i), format + ".heading-line/1");
        }
        return;
      }
    }
  }

  private Optional<String> rule(String first) {
    var furniture = Furniture.of(first);
    if (furniture.isPresent()) {
      return furniture;
    }
    var title = page.heading.title();
    if (KICKER.matcher(first).matches()) {
      return Optional.of(format + ".kicker/1");
    }
    if (repeatsBelow(first)
        || !title.isEmpty()
            && first.contains(title)
            && Page.words(first) <= 40
            && !first.endsWith(".")) {
      ending(first, title);
      return Optional.of(format + ".repeated-title/1");
    }
    if (BREADCRUMB.matcher(first).find() && Page.words(first) <= 40) {
      var last = first.substring(lastMark(first) + 1).strip();
      if (title.isEmpty() && Page.words(last) >= 4) {
        page.heading = page.heading.withTitle(last);
      }
      return Optional.of(format + ".breadcrumb/1");
    }
    if (stamped && isStamp(first)) {
      var oldest = paragraphs.stream().filter(Head::isStamp).reduce(first, (_, last) -> last);
      dates(page, oldest, "date.visible/1");
      return Optional.empty();
    }
    if (heading(page, first) || page.heading.byline().isEmpty() && isPosted(page, first)) {
      for (var part : first.split("[|·•]")) {
        rest.add(part.strip());
      }
      return Optional.of(format + ".heading-line/1");
    }
    if (title.isEmpty() ? isOutletOverTitle(first) : isBetween(0)) {
      return Optional.of(format + ".heading-line/1");
    }
    if (title.isEmpty() && Page.words(first) <= 25 && !Page.isSentence(first)) {
      page.heading = page.heading.withTitle(first);
      return Optional.of(format + ".heading-line/1");
    }
    if (format.equals("text")
        && !page.heading.published().isEmpty()
        && Page.words(first) <= 4
        && first.length() < 40
        && !Page.isSentence(first)) {
      if (isOutlet(page, first)) {
        page.outlet(first);
      }
      rest.add(first);
      return Optional.of("text.heading-line/1");
    }
    return Optional.empty();
  }

  /// An outlet's name on a line of its own, over what can be the title.
  private boolean isOutletOverTitle(String first) {
    if (format.equals("html")
        || !isShort(first)
        || !OUTLET_WORD.matcher(first).find()
        || paragraphs.size() < 3
        || Page.words(paragraphs.get(1)) <= Page.words(first)
        || Page.words(paragraphs.get(1)) > 25
        || Page.isSentence(paragraphs.get(1))
        || heading(new Page(""), paragraphs.get(1))) {
      return false;
    }
    page.outlet(first);
    return true;
  }

  /// A short line, the outlet's name or what the author is, with a byline or a day on one of the
  /// two short lines below it. Only where somebody is named as the author, or could be by this
  /// line, or it is called as outlets are and stands right over the day.
  private boolean isBetween(int at) {
    var line = paragraphs.get(at);
    if (format.equals("html") || !isShort(line)) {
      return false;
    }
    var probe = new Page("");
    probe.heading = probe.heading.withTitle(page.heading.title());
    for (var below = at + 1; below <= at + 2 && below < paragraphs.size() - 1; below++) {
      if (Page.words(paragraphs.get(below)) <= 12
          && (heading(probe, paragraphs.get(below)) || isPosted(probe, paragraphs.get(below)))
          && (isName(line)
              || below == at + 1 && OUTLET_WORD.matcher(line).find()
              || !(page.heading.byline() + probe.heading.byline()).isEmpty())) {
        if (OUTLET_WORD.matcher(line).find()) {
          page.outlet(line);
        } else if ((page.heading.byline() + probe.heading.byline()).isEmpty()) {
          page.heading = page.heading.withByline(line);
        }
        rest.add(line);
        return true;
      }
      if (!isShort(paragraphs.get(below))) {
        return false;
      }
    }
    return false;
  }

  /// Two or three words that could be who wrote it.
  private static boolean isName(String line) {
    return NAME.matcher(line).matches() && !OUTLET_WORD.matcher(line).find();
  }

  private static boolean isShort(String line) {
    return line.length() < 40 && Page.words(line) <= 5 && !Page.isSentence(line);
  }

  private static int lastMark(String line) {
    return ">›»/".chars().map(line::lastIndexOf).max().orElse(-1);
  }

  /// A trail of links or a browser's page title glued to the title that follows within four lines.
  private boolean repeatsBelow(String first) {
    for (var later : paragraphs.subList(1, Math.min(paragraphs.size(), 5))) {
      var words = Page.words(later);
      if (words >= 3
          && words <= 40
          && first.contains(later)
          && first.length() <= later.length() + 120) {
        ending(first, later);
        return true;
      }
    }
    return false;
  }

  /// `Title | Outlet`: what follows the title names the outlet.
  private void ending(String line, String title) {
    if (!title.isEmpty() && line.startsWith(title)) {
      var rest = line.substring(title.length()).strip();
      if (rest.length() > 2 && "|–—·-".indexOf(rest.charAt(0)) >= 0 && Page.words(rest) <= 6) {
        page.outlet(rest.substring(1).strip());
      }
    } else if (!title.isEmpty() && line.endsWith(title)) {
      var before = line.substring(0, line.length() - title.length()).strip();
      if (before.length() > 2
          && Page.words(before) <= 6
          && "|–—·-".indexOf(before.charAt(before.length() - 1)) >= 0) {
        page.outlet(before.substring(0, before.length() - 1).strip());
      }
    }
  }

  /// Byline and dates of a line like `By Ada Ortiz | 31 January 2025 | 4 min read`.
  static boolean heading(Page page, String line) {
    if (Page.words(line) > 25 || line.endsWith(".")) {
      return false;
    }
    var found = false;
    var outlet = "";
    for (var part : SPLIT.split(line)) {
      var words = part.strip();
      var printed = PUBLISHED_IN.matcher(words.length() > 120 ? "" : words);
      if (printed.find()) {
        page.outlet(printed.group("outlet"));
      }
      var byline = Bylines.of(words);
      if (byline.isPresent()) {
        if (!page.heading.outlet().isKnown()) {
          Bylines.outlet(words).ifPresent(page::outlet);
        }
        if (page.heading.byline().isEmpty()) {
          page.heading = page.heading.withByline(byline.get());
        }
        found = true;
      } else if (Page.words(words) <= 12 && dates(page, words, "date.visible/1")) {
        found = true;
        var behind = words.substring(words.lastIndexOf(',') + 1).strip();
        if (isOutlet(page, behind)) {
          page.outlet(behind);
        }
      } else if (isOutlet(page, words)) {
        outlet = words;
      }
    }
    if (found && !outlet.isEmpty()) {
      page.outlet(outlet);
    }
    return found;
  }

  /// A few words that an outlet may be called by, where none is known.
  private static boolean isOutlet(Page page, String words) {
    return !page.heading.outlet().isKnown() && isShort(words) && OUTLET_WORD.matcher(words).find();
  }

  /// Who writes from where, on a line of its own below the title and the day. “Climate Talks in
  /// Paris” is nobody: the text has its words in small letters.
  private boolean isPosted(Page over, String line) {
    var m = POSTED.matcher(line.length() > 80 ? "" : line);
    if (page.heading.title().isEmpty() || over.heading.published().isEmpty() || !m.matches()) {
      return false;
    }
    for (var word : m.group("who").split(" ")) {
      var small = word.toLowerCase(Locale.ROOT);
      if (paragraphs.stream().limit(LOOKED_AT).anyMatch(text -> hasWord(text, small))) {
        return false;
      }
    }
    over.heading = over.heading.withByline(m.group("who"));
    return true;
  }

  private static boolean hasWord(String text, String word) {
    for (var at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
      var end = at + word.length();
      if ((at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
          && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        return true;
      }
    }
    return false;
  }

  /// Whether what follows these words is the day of a change.
  static boolean isChange(String before) {
    var from = Math.max(0, before.length() - 80);
    return CHANGED.matcher(before.substring(from)).find();
  }

  static boolean dates(Page page, String line, String rule) {
    var m = DAY.matcher(line.length() > 300 ? line.substring(0, 300) : line);
    var found = false;
    while (m.find()) {
      var day = day(m);
      if (day.isEmpty()) {
        continue;
      }
      found = true;
      if (isChange(line.substring(0, m.start()))) {
        page.updated(day.get(), rule);
      } else if (SAVED.matcher(line.substring(0, m.start())).find()) {
        page.captured(day.get(), rule);
      } else if (page.heading.published().isEmpty()) {
        page.heading = page.heading.withPublished(day.map(d -> new Dated(d, rule)));
      }
    }
    return found;
  }

  /// The first full date printed in a line, as an ISO day.
  static Optional<String> day(String line) {
    var m = DAY.matcher(line.length() > 300 ? line.substring(0, 300) : line);
    return m.find() ? day(m) : Optional.empty();
  }

  /// Empty when there is no such day, as 30 February.
  private static Optional<String> day(java.util.regex.Matcher m) {
    try {
      return printed(m).map(day -> new Dated(day, "").value());
    } catch (IllegalArgumentException _) {
      return Optional.empty();
    }
  }

  private static Optional<String> printed(java.util.regex.Matcher m) {
    if (m.group("iso") != null) {
      return Optional.of(m.group("iso"));
    }
    var first = m.group("m") != null;
    var name = m.group(first ? "m" : "m2").substring(0, 3).toLowerCase(Locale.ROOT);
    var day = Integer.parseInt(m.group(first ? "d" : "d2"));
    if (day < 1 || day > 31) {
      return Optional.empty();
    }
    var month = MONTHS.indexOf(name) + 1;
    var year = m.group(first ? "y" : "y2");
    return Optional.of(String.format(Locale.ROOT, "%s-%02d-%02d", year, month, day));
  }

  /// An agency's name in the dateline; else who claims the copyright at the end, or a name over the
  /// text that the page's furniture calls itself by.
  private void outlet() {
    if (page.heading.outlet().isKnown() || paragraphs.isEmpty()) {
      return;
    }
    var start = paragraphs.getFirst();
    var dateline = DATELINE.matcher(start.length() > 140 ? start.substring(0, 140) : start);
    if (dateline.find()) {
      page.outlet(dateline.group("outlet"));
      return;
    }
    for (var line : paragraphs.subList(Math.max(0, paragraphs.size() - 6), paragraphs.size())) {
      var owner = OWNER.matcher(line.length() > 140 ? "" : line);
      if (owner.find()) {
        page.outlet(owner.group("outlet"));
        return;
      }
      var self = SELF.matcher(line.length() > 80 ? "" : line);
      if (self.matches() && rest.contains(self.group("outlet"))) {
        page.outlet(self.group("outlet"));
        return;
      }
    }
  }
}
