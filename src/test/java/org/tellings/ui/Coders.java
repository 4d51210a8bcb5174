package org.tellings.ui;

import java.util.List;
import java.util.Random;
import org.tellings.model.Code;
import org.tellings.model.Segment;
import org.tellings.model.Span;
import org.tellings.model.Target;
import org.tellings.workbench.Workbench;

/// Two coders who code the first articles of a library, mostly alike, for the pictures.
final class Coders {

  private static final List<String> CODES =
      List.of(
          "Evidence › Asserted",
          "Evidence › Shown",
          "Evidence › Withheld",
          "Frame › Theft",
          "Frame › Cost shock",
          "Source › Official",
          "Tone › Alarm");

  private Coders() {}

  static void code(Workbench workbench) {
    for (var i = 0; i < CODES.size(); i++) {
      workbench.define(new Code(CODES.get(i), i < 6 ? i + 1 : 0));
    }
    workbench
        .codebook()
        .describe(
            "Asserted",
            new Code.Sense(
                "Someone says there is evidence and does not show it.",
                "",
                "Shown, when the article prints or links it.",
                "",
                "Agreed on in the pilot."));
    var random = new Random(8);
    var coding = workbench.coding();
    workbench.coder("MK");
    coding.enrol("MK", true);
    coding.enrol("TL", true);
    for (var summary : workbench.articles().subList(0, 14)) {
      var article = workbench.article(summary.id()).orElseThrow();
      for (var sentence : coding.sentences(article)) {
        var code = CODES.get(random.nextInt(CODES.size()));
        if (sentence.length() > 30 && random.nextInt(3) == 0) {
          var both = random.nextInt(4) > 0;
          give(workbench, new Segment(article.id(), sentence), code, "MK");
          if (both) {
            var shorter = random.nextInt(5) == 0 ? sentence.length() / 3 : 0;
            give(
                workbench,
                new Segment(article.id(), new Span(sentence.start(), sentence.end() - shorter)),
                code,
                "TL");
          }
        }
      }
      coding.finish(article.id(), "MK", true);
      coding.finish(article.id(), "TL", true);
    }
  }

  private static void give(Workbench workbench, Segment segment, String code, String coder) {
    List<Target> targets = List.of(segment);
    workbench.coding().give(targets, code, true, coder);
  }
}
