package org.tellings.export;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.tellings.model.Code;
import org.tellings.model.Span;

/// What a project of qualitative research holds, as far as this program has a place for it: codes,
/// texts, what is coded and noted in them. `left` says, a sentence each, what it has no place for.
///
/// Codes are named by their GUIDs here, coders by their names. `isOurs` when this program wrote it.
public record Project(List<Code> codes, List<Source> sources, List<String> left, boolean isOurs) {

  public Project {
    codes = List.copyOf(codes);
    sources = List.copyOf(sources);
    left = List.copyOf(left);
  }

  /// One text, exactly as the project has it. `about` are its variables (`Outlet`, `Published` …).
  public record Source(
      String guid, String name, String text, Map<String, String> about, List<Passage> passages) {
    public Source {
      about = Map.copyOf(about);
      passages = List.copyOf(passages);
    }

    /// The value of a variable; empty when there is none.
    public Optional<String> about(String variable) {
      return Optional.ofNullable(about.get(variable));
    }
  }

  /// Words of a text (UTF-16 offsets) with the codes on them and the notes.
  public record Passage(String guid, Span span, List<Given> codes, List<String> notes) {
    public Passage {
      codes = List.copyOf(codes);
      notes = List.copyOf(notes);
    }
  }

  /// A code that a coder gave; the empty coder where the project does not say who.
  public record Given(String code, String coder) {}
}
