/// Text in, findings out.
///
/// The way in: [org.tellings.extract.Extractors]. Cases live as marked text under
/// `src/test/resources/gold`. The trap: every pattern must be bounded and gated by its first
/// character.
@NullMarked
package org.tellings.extract;

import org.jspecify.annotations.NullMarked;
