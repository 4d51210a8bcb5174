/// The compare screen: two to six articles side by side, aligned by what they tell.
@org.jspecify.annotations.NullMarked
package org.tellings.ui.compare;
