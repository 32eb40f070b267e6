package org.commonground.ingest;

import java.util.ArrayList;
import java.util.List;
import org.commonground.city.ImportIssue;
import org.locationtech.jts.geom.Geometry;

/** Gathers what is wrong in the sources while an import goes on. */
final class Issues {

  private final List<ImportIssue> list = new ArrayList<>();

  void add(String layer, String kind, String recordId, String message, Geometry geometry) {
    list.add(new ImportIssue(layer, kind, recordId, message, geometry));
  }

  void addAll(List<ImportIssue> more) {
    list.addAll(more);
  }

  List<ImportIssue> list() {
    return list;
  }
}
