package org.tellings.read;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// Lines that belong to the page and not to the article, each kind with its rule.
///
/// Only short lines are looked at, and every pattern is matched against the whole line.
final class Furniture {

  private static final int LONGEST = 160;

  private record Rule(String name, Pattern line) {}

  private static final List<Rule> RULES =
      List.of(
          rule(
              "more-links",
              "(related|recommended|similar|latest|popular|trending|top) (posts?|articles?|stor(y"
                  + "|ies)|news|reading|links|coverage)",
              "must[ -]reads?|related|recommended( for you)?|trending( now)?",
              "most (read|popular|viewed)|editor[’']?s[’']? picks?|popular now",
              "you (may|might) (also )?(like|be interested in).{0,30}|more (from|on|in|like)"
                  + " .{1,60}",
              "more stories|read next|up next|don[’']t miss",
              "(read|see|watch|listen|click here|read more|also read|read also|see also|related"
                  + "|must read|more)( more| here)? ?[:»→>].{0,110}",
              "(read|see|also|learn) (more|also|read|next|the full story)( here)?( ?[.…»→>]{1,3})?",
              "continue reading.{0,30}|full story"),
          rule(
              "share",
              "(share|tweet|post|e-?mail|print|pin|save|like|send|copy|whatsapp|facebook|twitter|linkedin|reddit|telegram|bookmark)("
                  + " this| on| via| to| link| the)?( (?:on |via |to |with"
                  + " )?(story|article|page|post|link|facebook|x|twitter|linkedin|whatsapp|reddit|telegram|e-?mail|friend|a"
                  + " friend)){0,2}",
              "follow us.{0,60}|follow .{1,30} on .{1,30}|\\d{1,6} shares?|gift this article",
              "add to favou?rites"),
          rule(
              "comments",
              "share your thoughts.{0,40}",
              "(leave|write|add|post|view) (a |your |the )?(comments?|reply|response)",
              "\\d{1,6} (comments?|replies|responses)|(comments?|replies) ?[(\\[]\\d{1,6}[)\\]]",
              "join the (conversation|discussion).{0,30}|no comments( yet)?|cancel reply",
              "report (this )?comment|be the first to comment.{0,20}",
              "what do you think\\?.{0,40}comments.{0,20}"),
          rule(
              "form",
              "(your |full |first |last )?(name|e-?mail|e-?mail address|website|message|comment"
                  + "|subject|phone|phone number) ?[*:]?",
              "your e-?mail address will not be published.{0,60}|required fields are marked.{0,5}",
              "save my name, e-?mail.{0,100}",
              "(send|submit|send message|post comment|contact form|contact us|get in touch)( now)?",
              "i agree to the .{1,60}|\\* ?required.{0,20}"),
          rule(
              "newsletter",
              "(sign up|subscribe)( (now|today|here|free|for free))?[.!]?",
              "(sign up|subscribe|register) (to|for|now|and|with|in) .{1,100}",
              "(our |the |free |daily |weekly ){0,3}newsletters?",
              "get .{1,60} (in|to) your inbox.{0,30}|enter your e-?mail.{0,40}",
              "already a subscriber\\?.{0,30}"),
          rule(
              "advertisement",
              "advertise?ments?|sponsored( content| links?| by .{1,40})?|promoted( content)?",
              "ads? by .{1,30}|paid (content|post)|story continues below.{0,30}",
              "(article|story) continues (below|after).{0,30}|scroll to continue.{0,30}"),
          rule(
              "notice",
              ".{0,60}all rights reserved.{0,60}|we (and our .{1,40} )?use cookies.{0,90}",
              "cookies? (policy|settings|preferences|notice)|privacy (policy|notice|settings)",
              "terms( of (use|service)| (and|&) conditions)?( ?[|·•] ?.{1,60})?",
              "accept( all)?( cookies)?|reject( all)?|manage (cookies|preferences|consent)",
              "(copyright )?(©|\\(c\\)) ?.{0,100}|copyright (19|20)\\d\\d.{0,80}|manage my data",
              "imprint|disclaimer"),
          rule(
              "navigation",
              "skip to (main )?(content|navigation|footer)",
              // a menu: four names or more in a row
              "(?!by )(?:[\\p{L}&’'-]+(?: [\\p{L}&’'-]+){0,2} ?[|·•] ?){3,12}"
                  + "[\\p{L}&’'-]+(?: [\\p{L}&’'-]+){0,2}",
              "(open|close|main|toggle)? ?(menu|navigation|search)|log ?in|log ?out|sign ?in",
              "my account|home ?page|home|back to (top|home|homepage)",
              "(next|previous|prev|older|newer) (article|post|story|page|entry)s?("
                  + " ?[:»→>].{0,110})?",
              "[«‹←»›→] ?.{1,110}|load more|show more|view all|see all|table of contents",
              "in this article:?|on this page:?|like this:?|like ?loading.{0,3}|page \\d+ of \\d+"),
          rule(
              "reading-aid",
              "\\d{1,3}[ -]?min(ute)?s?( read)?|reading time.{0,20}|estimated reading time.{0,20}",
              "listen( to (this|the) (article|story))?( ?[(·|].{0,20})?|play audio|text"
                  + " size.{0,20}",
              "a ?[-−] ?a( ?a)? ?\\+?"),
          rule(
              "tags",
              "(tags?|filed under|topics|categories|category|keywords|posted in)"
                  + " ?[:»].{0,110}|tags",
              "topics"),
          rule(
              "picture",
              "(image|photo|picture|photograph|illustration|graphic|video|file photo)s?( credits?"
                  + "| by| source)? ?[:/|].{0,130}",
              "(image|photo) (credit|by) .{1,100}",
              "\\(?(photo|image|picture)s? (by|courtesy of) .{1,80}\\)?|loading\\.{0,3}|play video",
              "view gallery|enlarge image"));

  private static final Pattern LINKS =
      Pattern.compile(
          "(?i)(must|most|related|recommended|trending|popular|latest|top|more|you|read|editor|don"
              + "|similar).{0,40}");
  private static final Pattern COMMENTS =
      Pattern.compile(
          "(?i)\\d{1,6} (comments?|replies|responses)|(comments?|replies) ?[(\\[]\\d{1,6}[)\\]]");

  private Furniture() {}

  private static Rule rule(String name, String... lines) {
    var line = Pattern.compile("(?i)(?:" + String.join("|", lines) + ")");
    return new Rule("text." + name + "/1", line);
  }

  /// The rule by which this line is no part of the article; empty when it may be one.
  static Optional<String> of(String line) {
    if (line.length() > LONGEST || Page.words(line) > 18) {
      return Optional.empty();
    }
    return RULES.stream()
        .filter(rule -> rule.line().matcher(line).matches())
        .map(Rule::name)
        .findFirst();
  }

  /// Whether titles of other articles may follow this line.
  static boolean opensLinks(String line) {
    return line.length() < 60 && line.indexOf(':') < 0 && LINKS.matcher(line).matches();
  }

  /// Whether readers' comments follow this line, to the end of the page.
  static boolean opensComments(String line) {
    return line.length() < 30 && COMMENTS.matcher(line).matches();
  }

  /// Whether this could be the title of another article: short, and no sentence.
  static boolean isLinkTitle(String line) {
    return line.length() <= LONGEST && Page.words(line) <= 18 && !Page.isSentence(line);
  }
}
