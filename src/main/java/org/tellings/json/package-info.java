/// JSON in and out.
///
/// The only package that names Jackson.
@NullMarked
package org.tellings.json;

import org.jspecify.annotations.NullMarked;
