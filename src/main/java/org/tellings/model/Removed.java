package org.tellings.model;

/// Words taken off as not being the article: what they were, which rule took them, and the offset
/// in the article's text before which they stood.
public record Removed(String text, String rule, int at) {}
