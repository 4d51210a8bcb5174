/// Files in, articles out.
///
/// The way in: [org.tellings.read.Readers]. The trap: what a page claims about itself (its date,
/// its charset) is often wrong; every rule that believed something says so by name.
@NullMarked
package org.tellings.read;

import org.jspecify.annotations.NullMarked;
