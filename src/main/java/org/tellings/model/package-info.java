/// What an article says and what people did with it, as plain values.
///
/// The way in: [org.tellings.model.Article] and [org.tellings.model.Finding]. The trap: spans are
/// UTF-16 offsets into the article's text, the end excluded, and the text never changes.
@NullMarked
package org.tellings.model;

import org.jspecify.annotations.NullMarked;
