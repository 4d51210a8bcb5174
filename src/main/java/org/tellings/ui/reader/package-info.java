/// The reader: one article with its findings in the text, in the margin and in the inspector.
package org.tellings.ui.reader;
