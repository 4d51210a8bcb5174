/// The quotes screen: one row an utterance, its wordings beside the fullest.
@org.jspecify.annotations.NullMarked
package org.tellings.ui.quotes;
