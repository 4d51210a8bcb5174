package org.tellings.workbench;

import static org.tellings.workbench.Workbench.trying;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.tellings.export.StoryFile;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.model.State;
import org.tellings.model.Summary;
import org.tellings.store.Library;
import org.tellings.timeline.Event;
import org.tellings.timeline.Glossary;
import org.tellings.timeline.Story;
import org.tellings.timeline.When;

/// The story of an open library, for a reader: told of what people confirmed, with terms explained.
///
/// It reads only the articles in which something was confirmed, so that it is soon there in a large
/// library too. Safe for use from many threads; not asked on the screen's thread.
public final class StoryDesk {

  /// What an empty story says.
  public static final String NOTHING_YET =
      "No page yet: reading mode tells only what a person confirmed. Confirm the date of an event,"
          + " and the quotes, claims and figures near it, in the Reader or with `review`.";

  private static final int MOST_SUGGESTED = 5;
  private static final int AT_HAND = 2_000;
  private static final String FILE = "glossary.txt";

  private final Workbench workbench;
  private final Library library;

  StoryDesk(Workbench workbench, Library library) {
    this.workbench = workbench;
    this.library = library;
  }

  /// The story as it stands now; empty when `progress` cancelled it.
  public Optional<Story> story(Progress progress) {
    return trying(() -> told(progress));
  }

  private Optional<Story> told(Progress progress) {
    var ids =
        workbench.articles().stream().filter(StoryDesk::hasConfirmed).map(Summary::id).toList();
    List<Story.Read> read = new ArrayList<>();
    for (var id : ids) {
      if (progress.isCancelled()) {
        return Optional.empty();
      }
      library.article(id).ifPresent(a -> read.add(new Story.Read(a, library.findings(id))));
      progress.at(read.size(), ids.size(), "reading what was confirmed");
    }
    Map<FindingId, When> whens = new HashMap<>();
    library.timings().forEach((id, value) -> When.of(value).ifPresent(w -> whens.put(id, w)));
    var said = new Story.Said(library.ties(), library.labels(), whens);
    return Optional.of(Story.of(read, said, glossary().glossary()));
  }

  private static boolean hasConfirmed(Summary summary) {
    return summary.states().getOrDefault(State.CONFIRMED, 0)
            + summary.states().getOrDefault(State.CORRECTED, 0)
        > 0;
  }

  /// The terms explained: of the library's own file where there is one, else of the program's.
  /// `problems` name the lines that cannot be read.
  public record Terms(Glossary glossary, Path file, boolean isOwn, List<String> problems) {
    public Terms {
      problems = List.copyOf(problems);
    }
  }

  public Terms glossary() {
    var file = workbench.folder().resolve(FILE);
    var ours = Glossary.of(Glossary.bundled());
    if (!Files.exists(file)) {
      return new Terms(ours, file, false, List.of());
    }
    try {
      var own = Glossary.of(Files.readString(file));
      return new Terms(own, file, true, own.problems());
    } catch (CharacterCodingException _) {
      return new Terms(
          ours,
          file,
          true,
          List.of("it is not UTF-8; save it as UTF-8. The program's own is used"));
    } catch (IOException e) {
      return new Terms(
          ours,
          file,
          true,
          List.of("cannot be read: " + Words.unread(file, e) + ". The program's own is used"));
    }
  }

  /// The text of the glossary in use, to be edited.
  public String glossaryText() {
    var file = workbench.folder().resolve(FILE);
    try {
      return Files.exists(file) ? Files.readString(file) : Glossary.bundled();
    } catch (IOException e) {
      throw new WorkbenchException("cannot read " + file + ": " + Words.unread(file, e), e);
    }
  }

  /// The file of the library's own glossary, made as a copy of the program's when it is not there.
  public Path ownGlossary() {
    var file = workbench.folder().resolve(FILE);
    if (!Files.exists(file)) {
      Workbench.write(Glossary.bundled(), file);
    }
    return file;
  }

  /// Events that most outlets tell of and that have no page yet, to be confirmed first; none in a
  /// library of more than 2,000 articles, where looking takes long, or when `progress` cancelled
  /// it.
  public List<Event> suggested(Progress progress) {
    if (workbench.size() > AT_HAND) {
      return List.of();
    }
    return workbench.timeline().events(progress).orElse(List.of()).stream()
        .filter(event -> event.when().isDay())
        .filter(event -> event.tellings().stream().noneMatch(StoryDesk::isConfirmed))
        .sorted(
            Comparator.comparingLong(Event::outlets)
                .thenComparingLong(Event::articles)
                .reversed()
                .thenComparing(Event::when)
                .thenComparing(Event::id))
        .limit(MOST_SUGGESTED)
        .toList();
  }

  private static boolean isConfirmed(Event.Told told) {
    return Story.Read.isConfirmed(told.dating().kept());
  }

  // -- out --

  /// The story as a page of HTML in a file that goes when the program ends, for other programs to
  /// show and print.
  public Path printed(Story story) {
    return Original.write("story.html", written(story, "html").getBytes(StandardCharsets.UTF_8));
  }

  /// What the story can be written as.
  public static List<String> formats() {
    return List.of("table", "jsonl", "html");
  }

  /// The story as `table` (text for eyes), `jsonl`, or `html`: one file that leans on nothing else
  /// and is made to be printed, a page an event.
  public String written(Story story, String format) {
    return switch (format) {
      case "html" -> StoryFile.html("The story in order", story);
      case "jsonl" -> Workbench.written(rows(story), "jsonl");
      default -> StoryFile.text(story);
    };
  }

  private List<Map<String, @Nullable Object>> rows(Story story) {
    Map<ArticleId, String> texts = new LinkedHashMap<>();
    return StoryFile.rows(
        story,
        id ->
            id.span()
                .in(
                    texts.computeIfAbsent(
                        id.article(), article -> workbench.there(article).text())));
  }
}
