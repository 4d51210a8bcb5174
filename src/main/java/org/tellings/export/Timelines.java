package org.tellings.export;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.tellings.json.Json;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.Dated;
import org.tellings.timeline.Anomaly;
import org.tellings.timeline.Days;
import org.tellings.timeline.Event;
import org.tellings.timeline.When;

/// Events as rows with the published fields, and as TimelineJS reads them.
public final class Timelines {

  private final Function<ArticleId, Article> articles;

  /// `articles` gives the articles that the tellings stand in.
  public Timelines(Function<ArticleId, Article> articles) {
    this.articles = articles;
  }

  /// The fields of an event's row, in order.
  public static List<String> fields() {
    return List.of(
        "id",
        "when",
        "mode",
        "from",
        "to",
        "title",
        "participants",
        "articles",
        "outlets",
        "byHand",
        "tellings");
  }

  /// `from` and `to` are the first and last day it may mean, `null` where that end is open.
  public Map<String, @Nullable Object> row(Event event) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("id", event.id());
    m.put("when", event.when().edtf());
    m.put("mode", event.mode().word());
    m.put("from", day(event.when().from()));
    m.put("to", day(event.when().to()));
    m.put("title", event.title());
    m.put("participants", event.participants());
    m.put("articles", event.articles());
    m.put("outlets", event.outlets());
    m.put("byHand", event.byHand());
    m.put("tellings", event.tellings().stream().map(told -> telling(event, told)).toList());
    return m;
  }

  /// The finding of the dating words, with its own fields; when the article was printed, how long
  /// after the first, and the clause that is dated.
  private Map<String, @Nullable Object> telling(Event event, Event.Told told) {
    var article = articles.apply(told.dating().article());
    var m = Exporters.row(article, told.dating().kept());
    m.put("when", told.when().edtf());
    m.put("mode", told.mode().word());
    m.put("published", told.published().orElse(null));
    m.put("updated", article.heading().updated().map(Dated::value).orElse(null));
    m.put("captured", article.heading().captured().map(Dated::value).orElse(null));
    m.put("lag", event.lag(told).map(Duration::toString).orElse(null));
    m.put("clause", told.text());
    m.put("clauseStart", told.span().start());
    m.put("clauseEnd", told.span().end());
    return m;
  }

  /// An anomaly; `dismissed` is a person's reason.
  public static Map<String, @Nullable Object> row(Anomaly anomaly, Optional<String> dismissed) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("id", anomaly.id());
    m.put("type", anomaly.type().word());
    m.put("why", anomaly.why());
    List<Map<String, @Nullable Object>> spans = new ArrayList<>();
    for (var place : anomaly.spans()) {
      Map<String, @Nullable Object> s = new LinkedHashMap<>();
      s.put("article", place.article().value());
      s.put("file", place.file());
      s.put("start", place.span().start());
      s.put("end", place.span().end());
      s.put("text", place.text());
      spans.add(s);
    }
    m.put("spans", spans);
    m.put("dismissed", dismissed.orElse(null));
    m.put("suggested", anomaly.suggested().map(s -> s.when().toString()).orElse(null));
    return m;
  }

  private static @Nullable String day(LocalDate day) {
    return day.equals(LocalDate.MIN) || day.equals(LocalDate.MAX) ? null : day.toString();
  }

  /// The JSON that TimelineJS loads: a slide an event, with its tellings as text.
  public static String timelineJs(List<Event> events) {
    List<Map<String, @Nullable Object>> slides = new ArrayList<>();
    for (var event : events) {
      Map<String, @Nullable Object> slide = new LinkedHashMap<>();
      slide.put("unique_id", event.id());
      slide.put("start_date", date(event.when(), event.when().anchor()));
      if (!event.when().isDay() && !event.when().isOpen()) {
        slide.put("end_date", date(event.when(), event.when().to()));
      }
      slide.put("display_date", Days.read(event.mode(), event.when()));
      Map<String, @Nullable Object> text = new LinkedHashMap<>();
      text.put("headline", Html.escaped(event.title()));
      var body = new StringBuilder();
      for (var told : event.tellings()) {
        body.append("<p>“")
            .append(Html.escaped(told.sentence()))
            .append("” ")
            .append(Html.escaped(TimelinePage.printed(told)))
            .append("</p>");
      }
      text.put("text", body.toString());
      slide.put("text", text);
      slides.add(slide);
    }
    Map<String, @Nullable Object> whole = new LinkedHashMap<>();
    whole.put("events", slides);
    return Json.line(whole) + "\n";
  }

  /// As much of a day as the value says: of a whole year the year, of whole months the months.
  private static Map<String, @Nullable Object> date(When when, LocalDate day) {
    Map<String, @Nullable Object> m = new LinkedHashMap<>();
    m.put("year", day.getYear());
    var value = when.edtf().replaceAll("[~?%]", "");
    var year = value.matches("\\d{4}(/\\d{4})?");
    if (!year) {
      m.put("month", day.getMonthValue());
      if (!value.matches("\\d{4}-\\d{2}(/\\d{4}-\\d{2})?")) {
        m.put("day", day.getDayOfMonth());
      }
    }
    return m;
  }
}
