/// Reading mode: the story told in order, of what a person confirmed and nothing else.
///
/// The way in is [ReadingView]. What a page says is made by `timeline`; here it is only shown.
@NullMarked
package org.tellings.ui.reading;

import org.jspecify.annotations.NullMarked;
