package org.tellings.store;

import org.tellings.model.ArticleId;

/// A file that gave an article: its hash, its name without folders, its bytes.
public record OriginalFile(String sha256, ArticleId article, String name, byte[] content) {}
