/// The names screen: what people are called, names printed wrongly, and sources without a name.
@org.jspecify.annotations.NullMarked
package org.tellings.ui.names;
