/// Articles by their words; a shadow of the store.
///
/// The way in: [org.tellings.search.SearchIndex]. The trap: the index may lag behind the store
/// after a crash; whoever opens it compares generations.
@NullMarked
package org.tellings.search;

import org.jspecify.annotations.NullMarked;
