/// The figures screen: quantities, the values printed for each, every mention.
@org.jspecify.annotations.NullMarked
package org.tellings.ui.figures;
