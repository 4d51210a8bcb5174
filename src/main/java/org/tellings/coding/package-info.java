/// People's codes on passages: what can be done with a codebook, how its files are read, and how
/// far coders agree.
///
/// Way in: [org.tellings.coding.Codebook] for the tree of codes, [org.tellings.coding.Agreement]
/// for the figures. All of it is arithmetic on values: nothing is kept here, and what is to be
/// changed is returned as edits. Trap: a code is known by its id; its name is a path and changes.
@org.jspecify.annotations.NullMarked
package org.tellings.coding;
