/// The claims screen: propositions by outlets, the stance in each cell, the passages behind it.
@org.jspecify.annotations.NullMarked
package org.tellings.ui.claims;
