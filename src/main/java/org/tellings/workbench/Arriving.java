package org.tellings.workbench;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import org.tellings.model.ArticleId;
import org.tellings.model.Edit;
import org.tellings.model.Intake;
import org.tellings.store.Library;
import org.tellings.store.OriginalFile;

/// The articles of another library that come with a merge.
final class Arriving {

  private static final int MOST_IN_PART = 256;

  private Arriving() {}

  /// The articles that come in one edit, before what is said about them.
  static List<Edit> together(List<Edit> edits) {
    List<ArticleId> coming = new ArrayList<>();
    List<Edit> others = new ArrayList<>();
    for (var edit : edits) {
      if (edit instanceof Edit.Presence p && p.present()) {
        coming.addAll(p.articles());
      } else {
        others.add(edit);
      }
    }
    if (!coming.isEmpty()) {
      others.addFirst(new Edit.Presence(coming, true));
    }
    return others;
  }

  static List<ArticleId> in(List<Edit> edits) {
    return edits.stream()
        .filter(e -> e instanceof Edit.Presence p && p.present())
        .flatMap(e -> ((Edit.Presence) e).articles().stream())
        .toList();
  }

  /// Keeps the articles that come, with what the machine finds in them there, the copies of their
  /// files, and their entries of the ledger.
  static void take(Library l, Library there, List<ArticleId> coming, Progress progress) {
    Map<ArticleId, List<Intake.Added>> entries = new HashMap<>();
    for (var intake : there.ledger()) {
      if (intake instanceof Intake.Added a) {
        entries.computeIfAbsent(a.article(), _ -> new ArrayList<>()).add(a);
      }
    }
    var known = new HashSet<String>();
    l.ledger().forEach(intake -> known.add(intake.path()));
    List<OriginalFile> files = new ArrayList<>();
    var part = 1;
    for (var i = 0; i < coming.size(); i++) {
      var id = coming.get(i);
      if (l.article(id).isEmpty()) { // else it was only taken out, and comes back as it was
        l.save(there.article(id).orElseThrow(), there.found(id));
      }
      if (l.copies().of(id).isEmpty()) {
        files.addAll(there.copies().files(id));
      }
      entries.getOrDefault(id, List.of()).stream()
          .filter(entry -> known.add(entry.path()))
          .forEach(l::intake);
      if (files.size() >= MOST_IN_PART || !files.isEmpty() && i == coming.size() - 1) {
        l.keep(files, part);
        files.clear();
        part++;
      }
      progress.at(i + 1, coming.size(), "taking articles");
    }
  }
}
