package org.tellings.model;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/// One change a person made, as data: it knows its own inverse, so that undo is an edit like any
/// other.
public sealed interface Edit {

  Edit inverse();

  /// A finding was confirmed, corrected, rejected, added by hand (`before` empty and no machine
  /// reading) or given back to the machine (`after` empty).
  record Decided(FindingId id, Optional<Decision> before, Optional<Decision> after)
      implements Edit {
    @Override
    public Edit inverse() {
      return new Decided(id, after, before);
    }
  }

  /// The note on a finding, or on words that are none, was changed; the empty note is no note.
  record Noted(Target id, String before, String after) implements Edit {
    @Override
    public Edit inverse() {
      return new Noted(id, after, before);
    }
  }

  /// Title, byline, outlet or dates of an article were corrected.
  record Described(ArticleId id, Heading before, Heading after) implements Edit {
    @Override
    public Edit inverse() {
      return new Described(id, after, before);
    }
  }

  /// Articles came into the library (`present`) or were taken out of it. The words stay stored.
  record Presence(List<ArticleId> articles, boolean present) implements Edit {
    public Presence {
      articles = List.copyOf(articles);
    }

    @Override
    public Edit inverse() {
      return new Presence(articles, !present);
    }
  }

  /// A coder gave a finding, or words that are none, a code (`on`) or took it back. `code` is the
  /// code's id, `version` the codebook it was given under, see [Coding].
  record Coded(Target id, String code, String coder, int version, boolean on) implements Edit {

    /// Of a time before codebooks had versions.
    public Coded(Target id, String code, String coder, boolean on) {
      this(id, code, coder, 0, on);
    }

    public Coded(Coding coding, boolean on) {
      this(coding.target(), coding.code(), coding.coder(), coding.version(), on);
    }

    @Override
    public Edit inverse() {
      return new Coded(id, code, coder, version, !on);
    }
  }

  /// A code came into the codebook (`before` empty), was changed, or left it (`after` empty). Where
  /// it was given it stays given.
  record Defined(Optional<Code> before, Optional<Code> after) implements Edit {
    @Override
    public Edit inverse() {
      return new Defined(after, before);
    }
  }

  /// The codebook got another version (`on`), or went back to this one: `codes` are those of
  /// version `version`, as they were while it was in use.
  record Closed(int version, List<Code> codes, boolean on) implements Edit {
    public Closed {
      codes = List.copyOf(codes);
    }

    @Override
    public Edit inverse() {
      return new Closed(version, codes, !on);
    }
  }

  /// A coder was enrolled (`on`), or is none any more. Those enrolled do not see each other's codes
  /// in an article until both have finished it.
  record Enrolled(String coder, boolean on) implements Edit {
    @Override
    public Edit inverse() {
      return new Enrolled(coder, !on);
    }
  }

  /// A coder finished an article (`on`), or took it up again.
  record Finished(ArticleId article, String coder, boolean on) implements Edit {
    @Override
    public Edit inverse() {
      return new Finished(article, coder, !on);
    }
  }

  /// A disagreement of coders was settled (`before` empty), settled otherwise, or opened again
  /// (`after` empty).
  record Settled(Optional<Settlement> before, Optional<Settlement> after) implements Edit {
    public Settled {
      if (before.isEmpty() && after.isEmpty()) {
        throw new IllegalArgumentException("a settlement that neither was nor is");
      }
    }

    @Override
    public Edit inverse() {
      return new Settled(after, before);
    }
  }

  /// What a person said of two findings, that they tell the same thing or do not, was said
  /// (`before` empty), changed, or taken back (`after` empty).
  record Tied(Optional<Tie> before, Optional<Tie> after) implements Edit {
    public Tied {
      if (before.isEmpty() && after.isEmpty()) {
        throw new IllegalArgumentException("a tie that neither was nor is");
      }
    }

    @Override
    public Edit inverse() {
      return new Tied(after, before);
    }
  }

  /// A person named the thing that this finding tells; the empty name gives it back to the machine.
  record Named(FindingId id, String before, String after) implements Edit {
    @Override
    public Edit inverse() {
      return new Named(id, after, before);
    }
  }

  /// A person left out a file that could not be read (`on`), or took that back.
  record LeftOut(Intake.Unreadable file, boolean on) implements Edit {
    @Override
    public Edit inverse() {
      return new LeftOut(file, !on);
    }
  }

  /// The machine read so many articles again, of which `changed` read differently. No decision of a
  /// person changed by it: undo passes over it.
  record Reread(int articles, int changed) implements Edit {
    @Override
    public Edit inverse() {
      return this;
    }
  }

  /// A person said when the event happened that these dating words tell of, as EDTF; the empty
  /// value gives it back to the machine.
  record Timed(FindingId id, String before, String after) implements Edit {
    @Override
    public Edit inverse() {
      return new Timed(id, after, before);
    }
  }

  /// A person dismissed what the machine points out, named by `id`, for a reason; the empty reason
  /// takes it back.
  record Dismissed(String id, String before, String after) implements Edit {
    @Override
    public Edit inverse() {
      return new Dismissed(id, after, before);
    }
  }

  /// Something from elsewhere was laid aside here (`before` empty), or was settled or found its
  /// place (`after` empty).
  record Waits(Optional<Waiting> before, Optional<Waiting> after) implements Edit {
    public Waits {
      if (before.isEmpty() && after.isEmpty()) {
        throw new IllegalArgumentException("nothing that waits");
      }
    }

    @Override
    public Edit inverse() {
      return new Waits(after, before);
    }
  }

  /// What was learned, by a merge, of who said what after whom in another library called `from`:
  /// nothing that people read changes by it. `versions` has texts (see the merging of the
  /// workbench) with the things they are of; `gone` names, by the edits that take them away, those
  /// that stand no more there and never stood here.
  record Learned(String from, Map<String, List<String>> versions, List<Edit> gone) implements Edit {
    public Learned {
      versions = Map.copyOf(versions);
      gone = List.copyOf(gone);
    }

    @Override
    public Edit inverse() {
      return this;
    }
  }

  /// Several edits made in one action, undone in one.
  record Together(String words, List<Edit> edits) implements Edit {
    public Together {
      edits = List.copyOf(edits);
    }

    @Override
    public Edit inverse() {
      return new Together(words, edits.reversed().stream().map(Edit::inverse).toList());
    }
  }
}
