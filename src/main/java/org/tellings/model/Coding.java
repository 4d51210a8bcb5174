package org.tellings.model;

/// A code that a coder gave: `code` is the code's id, `version` the number of the codebook it was
/// given under (0: given before versions were kept).
public record Coding(Target target, String code, String coder, int version) {}
