/// The workbench in a window. [org.tellings.ui.App] starts it; each screen has a package of its own
/// and knows no other screen. What they share is in `ui.kit`. Everything runs on the screen's
/// thread, and nothing there waits: work goes through [org.tellings.ui.kit.Tasks].
package org.tellings.ui;
