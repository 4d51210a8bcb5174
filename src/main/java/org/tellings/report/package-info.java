/// Reports in which every number and quotation leads to the characters it comes from.
///
/// The way in: [org.tellings.report.Report]. The trap: a report is verified by making it again, so
/// that nothing in it may depend on the clock, the machine or the order of a hash map.
@NullMarked
package org.tellings.report;

import org.jspecify.annotations.NullMarked;
