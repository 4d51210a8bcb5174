package org.tellings.model;

import java.util.Optional;

/// What was settled where coders did not agree on a code: `at` are the words that any of them
/// coded, `as` the words that have the code after all; empty when none have. `coder` is who settled
/// it, and `reason` why, for the one who was overruled.
public record Settlement(Segment at, String code, Optional<Span> as, String coder, String reason) {}
