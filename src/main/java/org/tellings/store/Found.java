package org.tellings.store;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.tellings.model.Finding;
import org.tellings.model.Kind;
import org.tellings.model.Span;

/// What the machine found in one article, as a row keeps it: `body` has one finding a line,
/// `counts` tells how many of each kind, as `q12 f3`. Of two findings of a kind on the same
/// characters the first counts.
///
/// Made outside the transaction, since writing many findings takes longer than keeping them.
public record Found(List<Finding> findings, String body, String counts) {

  public Found {
    findings = List.copyOf(findings);
  }

  private record Name(Kind kind, Span span) {}

  public static Found of(List<Finding> findings) {
    Set<Name> names = new LinkedHashSet<>();
    var kept = findings.stream().filter(f -> names.add(new Name(f.kind(), f.span()))).toList();
    var body = new StringBuilder();
    Map<Kind, Integer> counts = new LinkedHashMap<>();
    for (var finding : kept) {
      body.append(finding.kind().letter());
      FindingRow.write(finding, body);
      body.append('\n');
      counts.merge(finding.kind(), 1, Integer::sum);
    }
    return new Found(
        kept,
        body.toString(),
        counts.entrySet().stream()
            .map(e -> e.getKey().letter() + "" + e.getValue())
            .collect(Collectors.joining(" ")));
  }

  static List<Finding> read(String body) {
    List<Finding> findings = new ArrayList<>();
    for (var from = 0; from < body.length(); ) {
      var end = body.indexOf('\n', from);
      findings.add(FindingRow.finding(Kind.of(body.charAt(from)), body.substring(from + 1, end)));
      from = end + 1;
    }
    return findings;
  }

  static Map<Kind, Integer> counts(String counts) {
    Map<Kind, Integer> found = new LinkedHashMap<>();
    for (var count : counts.split(" ")) {
      if (!count.isEmpty()) {
        found.put(Kind.of(count.charAt(0)), Integer.parseInt(count.substring(1)));
      }
    }
    return found;
  }
}
