package org.tellings.ui.reading;

import static org.tellings.ui.kit.Texts.t;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.tellings.model.FindingId;
import org.tellings.timeline.Event;
import org.tellings.timeline.Story;
import org.tellings.timeline.StoryPage;
import org.tellings.ui.kit.Asking;
import org.tellings.ui.kit.Desk;
import org.tellings.workbench.Progress;
import org.tellings.workbench.StoryDesk;

/// The story and the page at hand; which pages were read is kept with the library. Only on the
/// screen's thread; the story is made off it.
final class ReadingModel {

  private static final String AT = "reading.at";
  private static final String READ = "reading.read";
  private static final int WORDS_IN_MINUTE = 180;

  /// What was asked of the library at once.
  record Told(
      Story story, StoryDesk.Terms terms, List<Event> suggested, String at, Set<String> read) {}

  private final Desk desk;
  private Set<String> read = new LinkedHashSet<>();

  ReadingModel(Desk desk) {
    this.desk = desk;
    asking =
        new Asking(
            desk,
            new Asking.Words(
                t("Reading what was confirmed…"),
                "Reading article {0} of {1}",
                t("The reading was stopped.")));
  }

  // -- what it shows --

  final ObjectProperty<Optional<Told>> told = new SimpleObjectProperty<>(Optional.empty());

  /// The page at hand, from 0; -1 when there is none.
  final IntegerProperty at = new SimpleIntegerProperty(-1);

  final Asking asking;

  List<StoryPage> pages() {
    return told.get().map(one -> one.story().pages()).orElse(List.of());
  }

  Optional<StoryPage> page() {
    return page(at.get());
  }

  Optional<StoryPage> page(int number) {
    return number >= 0 && number < pages().size()
        ? Optional.of(pages().get(number))
        : Optional.empty();
  }

  boolean isRead(StoryPage page) {
    return read.contains(page.id().toString());
  }

  /// How many minutes the pages that were not read take, the page at hand among them.
  int minutesLeft() {
    var words =
        pages().stream()
            .filter(page -> !isRead(page) || page().filter(page::equals).isPresent())
            .mapToInt(StoryPage::words)
            .sum();
    return (words + WORDS_IN_MINUTE - 1) / WORDS_IN_MINUTE;
  }

  // -- what it asks --

  void load() {
    asking.ask(this::asked, this::show);
  }

  private Optional<Told> asked(Progress progress) {
    var workbench = desk.workbench();
    return workbench
        .story()
        .story(progress)
        .map(
            story ->
                new Told(
                    story,
                    workbench.story().glossary(),
                    story.pages().isEmpty() ? workbench.story().suggested(progress) : List.of(),
                    workbench.setting(AT).orElse(""),
                    workbench
                        .setting(READ)
                        .map(ids -> Set.copyOf(List.of(ids.split(" "))))
                        .orElse(Set.of())))
        .filter(_ -> !progress.isCancelled());
  }

  /// Stays at the page at hand while it is there, else goes to the one kept, else to the first.
  private void show(Told now) {
    var before = page().map(StoryPage::id);
    var isFirst = told.get().isEmpty();
    if (isFirst) {
      read = new LinkedHashSet<>(now.read());
    }
    told.set(Optional.of(now));
    var wanted = before.map(FindingId::toString).orElse(now.at());
    var number = 0;
    for (var i = 0; i < pages().size(); i++) {
      if (pages().get(i).id().toString().equals(wanted)) {
        number = i;
      }
    }
    var next = pages().isEmpty() ? -1 : number;
    if (at.get() == next) {
      at.set(-1); // the page may say other things now
    }
    at.set(next);
  }

  // -- where one is --

  void step(int by) {
    go(at.get() + by);
  }

  /// Goes to a page; the one left counts as read.
  void go(int number) {
    if (page(number).isEmpty() || number == at.get()) {
      return;
    }
    page().ifPresent(page -> read.add(page.id().toString()));
    at.set(number);
    if (number == pages().size() - 1) {
      page().ifPresent(page -> read.add(page.id().toString()));
    }
    keep();
  }

  /// The pages that are gone are forgotten.
  private void keep() {
    var here = page().map(page -> page.id().toString()).orElse("");
    var ids =
        pages().stream()
            .map(page -> page.id().toString())
            .filter(read::contains)
            .collect(Collectors.joining(" "));
    desk.tasks()
        .edit(
            () -> {
              desk.workbench().setting(AT, here);
              desk.workbench().setting(READ, ids);
              return here;
            },
            _ -> {},
            desk::failed);
  }

  // -- what it can do --

  void open(FindingId at) {
    desk.open(at.article(), Optional.of(at));
  }

  /// Opens the source of this number, from 1, of the page at hand.
  void source(int number) {
    page()
        .map(StoryPage::sources)
        .filter(sources -> number <= sources.size())
        .ifPresent(sources -> open(sources.get(number - 1).at()));
  }

  /// Searches the articles for a term.
  void search(String word) {
    desk.search(word.contains(" ") ? "\"" + word + "\"" : word);
  }

  /// Writes the whole story as a page to be printed, and has the machine show it.
  void print() {
    told.get()
        .map(Told::story)
        .filter(story -> !story.pages().isEmpty())
        .ifPresentOrElse(
            story ->
                desk.show(
                    () -> desk.workbench().story().printed(story),
                    t("The browser shows the story; print it there.")),
            () -> desk.said(t("There is no page to print yet."), false));
  }

  /// Has the machine show the library's own glossary, made as a copy when it is not there.
  void editGlossary() {
    desk.show(
        () -> desk.workbench().story().ownGlossary(),
        t("Change the file and save it; Ctrl R reads it again."));
  }

  /// What finds no page, as the finding it is.
  List<FindingId> loose() {
    List<FindingId> ids = new ArrayList<>();
    told.get()
        .ifPresent(one -> one.story().loose().forEach(telling -> ids.add(telling.kept().id())));
    return ids;
  }
}
