package org.tellings.model;

/// A code people put on findings: its name ("Evidence › asserted") and the number key it answers to,
/// from 1 to 9, or 0 for none.
public record Code(String name, int key) {}
