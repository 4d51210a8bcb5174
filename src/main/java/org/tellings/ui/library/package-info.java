/// The library: search, filters, results, preview.
package org.tellings.ui.library;
