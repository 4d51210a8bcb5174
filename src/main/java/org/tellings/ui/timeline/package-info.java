/// The timeline screen: events on an axis of time, articles by outlet, dates that cannot be so.
@org.jspecify.annotations.NullMarked
package org.tellings.ui.timeline;
