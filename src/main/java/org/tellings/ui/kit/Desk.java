package org.tellings.ui.kit;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Node;
import org.tellings.model.Article;
import org.tellings.model.ArticleId;
import org.tellings.model.FindingId;
import org.tellings.model.Span;
import org.tellings.workbench.Workbench;

/// What a view may ask of the window around it. Only on the screen's thread.
public interface Desk {

  Workbench workbench();

  Tasks tasks();

  /// Opens an article in the reader, at a finding when one is given.
  void open(ArticleId article, Optional<FindingId> at);

  /// Opens an article in the reader at these characters, whatever was found there.
  void open(ArticleId article, Span at);

  /// Puts an article beside those that are compared.
  void compare(ArticleId article);

  /// Goes where articles are compared, with exactly these, or with one more than there were.
  void sideBySide(List<ArticleId> articles);

  /// Goes through the quotes of one speaker.
  void review(String speaker);

  /// What goes to this paragraph, counted from 1, of the article that is read; empty when none is
  /// read or it has fewer.
  Optional<Command> toParagraph(int n);

  /// Shows where an article came from in a program of the machine: its page, or, without an address
  /// or when `kept`, the kept copy of its file.
  void source(Article article, boolean kept);

  /// Lays a node over the view; nothing when something lies there already.
  void cover(Node node);

  /// Takes away what lies over the view.
  void uncover();

  /// Shows the story in reading mode.
  void reading();

  /// Has the machine show the file that `making` makes, off the screen's thread, and says `words`.
  void show(Supplier<Path> making, String words);

  /// Opens what stands over an article, to be corrected.
  void details(ArticleId article);

  /// Shows the library as it was left.
  void library();

  /// Asks for a file and writes rows of a kind of these articles into it.
  void export(String kind, List<ArticleId> articles);

  /// Shows the library with this query.
  void search(String query);

  /// Takes files and folders in and shows the ingest.
  void add(List<Path> paths);

  /// Asks for files (or a folder) and takes them in.
  void choose(boolean folder);

  /// Takes in the article on the clipboard.
  void paste();

  /// Opens the library in this folder instead.
  void openLibrary(Path folder);

  /// Asks for a library's folder and opens it.
  void chooseLibrary();

  /// Opens the sample library, made on the first time.
  void openSample();

  /// Changes the library in the background, says in `words` what was done, and shows it.
  default void edit(String words, Runnable edit) {
    tasks()
        .edit(
            () -> {
              edit.run();
              return words;
            },
            done -> {
              said(done, true);
              changed();
            },
            this::failed);
  }

  /// The library changed: every view shows it anew.
  void changed();

  /// Says in one line what was done, with `Undo` when it can be.
  void said(String words, boolean undo);

  /// Says in one line above the status bar what was done, with a button that undoes it; the line
  /// goes when something else is done.
  void saidWithUndo(String words);

  /// Says what failed, what was kept and what to do.
  void failed(RuntimeException problem);
}
