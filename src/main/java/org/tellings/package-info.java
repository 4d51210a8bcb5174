/// Tellings: one story, many tellings.
@NullMarked
package org.tellings;

import org.jspecify.annotations.NullMarked;
