/// An article's text with its findings marked, as shown by the library's preview and the reader.
package org.tellings.ui.article;
