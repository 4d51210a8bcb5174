/// Codes on passages: the codebook at left, where a code was given in the middle, how far coders
/// agree at right.
///
/// The way in is [CodingView]. Trap: what one codes is shown before it is kept; the answer of the
/// library corrects it.
@NullMarked
package org.tellings.ui.coding;

import org.jspecify.annotations.NullMarked;
