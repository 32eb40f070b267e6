package org.commonground.ingest;

import java.util.List;
import org.commonground.city.ImportIssue;
import org.commonground.statement.Statement;

/** What a table gave, and what was wrong with the rest. */
record Rows<T>(List<T> rows, List<ImportIssue> issues, List<Statement> notes) {
}
