/// One open library and all that can be done with it.
///
/// The way in: [org.tellings.workbench.Workbench].
@NullMarked
package org.tellings.workbench;

import org.jspecify.annotations.NullMarked;
