/// First run and ingest: files in, the ledger of what became of each.
package org.tellings.ui.ingest;
