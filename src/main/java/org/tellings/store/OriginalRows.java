package org.tellings.store;

import java.util.List;
import java.util.Optional;
import org.tellings.model.ArticleId;

/// Which article came of which file, and where the copy of the file is. Safe for use from many
/// threads.
public final class OriginalRows {

  private final Tables tables;
  private final Originals originals;

  OriginalRows(Tables tables, Originals originals) {
    this.tables = tables;
    this.originals = originals;
  }

  void keep(List<OriginalFile> files, String name) {
    if (files.isEmpty()) {
      return;
    }
    var pack = originals.write(name, files);
    files.forEach(
        f ->
            tables.run(
                "insert or replace into original values (?,?,?,?)",
                f.sha256(),
                f.article().value(),
                f.name(),
                pack));
  }

  /// Notes that a second article came from the file that gave the first.
  public void share(ArticleId first, ArticleId second) {
    tables.run(
        "insert or ignore into original select sha256, ?, name, pack from original where article ="
            + " ?",
        second.value(),
        first.value());
  }

  /// The present article that came from the same file as an article that is not present.
  public Optional<ArticleId> inPlaceOf(ArticleId id) {
    return tables
        .rows(
            "select a.id from original o join original s on s.sha256 = o.sha256 join article a on"
                + " a.id = s.article where o.article = ? and a.present order by a.number desc"
                + " limit 1",
            r -> new ArticleId(r.getString(1)),
            id.value())
        .stream()
        .findFirst();
  }

  /// The file an article came from, byte for byte; empty when its copy is gone.
  public Optional<byte[]> of(ArticleId id) {
    return files(id).stream().findFirst().map(OriginalFile::content);
  }

  /// The files an article came from, as far as their copies are there.
  public List<OriginalFile> files(ArticleId id) {
    return tables
        .rows(
            "select sha256, name, pack from original where article = ? order by sha256",
            r -> {
              var sha256 = r.getString(1);
              var name = r.getString(2);
              return originals
                  .read(r.getString(3), sha256, name)
                  .map(content -> new OriginalFile(sha256, id, name, content));
            },
            id.value())
        .stream()
        .flatMap(Optional::stream)
        .toList();
  }

  /// The present article that a file with these bytes gave before.
  public Optional<ArticleId> of(String sha256) {
    return tables
        .rows(
            "select o.article from original o join article a on a.id = o.article where o.sha256 = ?"
                + " and a.present",
            r -> new ArticleId(r.getString(1)),
            sha256)
        .stream()
        .findFirst();
  }
}
