package org.commonground.space;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Types;
import org.commonground.rules.RulePack;
import org.commonground.store.PrivatePostgis;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.io.WKBWriter;

/** Effective areas of every space of a real city, by cause, against the same overlays by PostGIS. */
class PostgisAreaTest {

  private static final RulePack RULES = SpaceRules.pack("""
      effective.collapseShare 0.5
      effective.waterBufferMetres 3
      effective.leastLevels 1
      effective.mostLevels 4
      effective.metresPerLevel 3
      """);
  private static final double SHARE = 0.001;
  private static final double LEAST_M2 = 0.01;

  /** Square metres left after each cause, once with most and once with least storeys where nothing is recorded. */
  private static final String LEFT = """
      select s.id, ST_Area(s.geom), ST_Area(ST_Difference(s.geom, w.geom)),
        ST_Area(ST_Difference(s.geom, ST_Union(w.geom, maybe.geom))),
        ST_Area(ST_Difference(s.geom, ST_Union(w.geom, sure.geom))),
        ST_Area(ST_Difference(s.geom, ST_Union(w.geom, ST_Union(maybe.geom, most.geom)))),
        ST_Area(ST_Difference(s.geom, ST_Union(w.geom, ST_Union(sure.geom, least.geom))))
      from space s
      cross join lateral (select coalesce(ST_Union(ST_Buffer(r.geom, 3, 16)), 'POLYGON EMPTY') geom from water r
        where r.geom && ST_Expand(s.geom, 3)) w
      cross join lateral (select coalesce(ST_Union(r.geom), 'POLYGON EMPTY') geom from building r
        where r.geom && s.geom and coalesce(r.stands, true)) maybe
      cross join lateral (select coalesce(ST_Union(r.geom), 'POLYGON EMPTY') geom from building r
        where r.geom && s.geom and r.stands) sure
      cross join lateral (select coalesce(ST_Union(ST_Buffer(r.geom, 0.5 * coalesce(r.height, 3 * r.levels, 12), 16)),
        'POLYGON EMPTY') geom from building r where r.geom && ST_Expand(s.geom, 200)
        and coalesce(r.stands, true) and ST_DWithin(r.geom, s.geom, 0.5 * coalesce(r.height, 3 * r.levels, 12))) most
      cross join lateral (select coalesce(ST_Union(ST_Buffer(r.geom, 0.5 * coalesce(r.height, 3 * r.levels, 3), 16)),
        'POLYGON EMPTY') geom from building r where r.geom && ST_Expand(s.geom, 200)
        and r.stands and ST_DWithin(r.geom, s.geom, 0.5 * coalesce(r.height, 3 * r.levels, 3))) least
      order by s.id
      """;

  @Test
  void monaco() throws SQLException {
    compare(SpaceCity.of("data/monaco/manifest.yaml"), 50);
  }

  @Test
  void liechtenstein() throws SQLException {
    var file = "../shared/data/liechtenstein/liechtenstein-2022.osm.pbf";
    assumeTrue(Files.exists(Path.of(file)), "shared data is not here");
    compare(SpaceCity.of(file), 300);
  }

  private static void compare(SpaceCity place, int leastSpaces) throws SQLException {
    int compared = 0;
    int takenOff = 0;
    try (var database = DriverManager.getConnection(PrivatePostgis.newDatabase())) {
      fill(database, place);
      try (var rows = database.createStatement().executeQuery(LEFT)) {
        while (rows.next()) {
          var space = place.city.spaces().get(rows.getInt(1));
          var found = EffectiveAreaSolver.solve(new EffectiveAreaProblem(place.metres(space), place.surroundings, null, RULES))
              .orElseThrow();
          for (boolean worst : new boolean[] {true, false}) {
            var reading = worst ? found.pessimistic() : found.optimistic();
            var off = reading.takenOffM2();
            double left = found.outlineM2();
            near(rows.getDouble(2), left, space, "outline");
            left -= off.get(TakenOff.WATER);
            near(rows.getDouble(3), left, space, "after water");
            left -= off.get(TakenOff.BUILDING);
            near(rows.getDouble(worst ? 4 : 5), left, space, "after buildings");
            left -= off.get(TakenOff.COLLAPSE);
            near(rows.getDouble(worst ? 6 : 7), left, space, "after collapse");
            near(left, reading.effectiveM2(), space, "effective");
            near(left, reading.geometry().getArea(), space, "its geometry");
          }
          compared++;
          takenOff += found.effectiveM2().optimistic() < 0.99 * found.outlineM2() ? 1 : 0;
        }
      }
    }
    assertTrue(compared >= leastSpaces && takenOff >= compared / 5, compared + " spaces, of " + takenOff + " something is taken off");
  }

  private static void near(double theirs, double ours, Space space, String what) {
    assertEquals(theirs, ours, Math.max(LEAST_M2, SHARE * theirs), what + " of " + space.sourceId());
  }

  private static void fill(Connection database, SpaceCity place) throws SQLException {
    try (var create = database.createStatement()) {
      create.execute("create extension postgis");
      create.execute("create table space (id int, geom geometry)");
      create.execute("create table building (height float8, levels float8, stands boolean, geom geometry)");
      create.execute("create table water (geom geometry)");
    }
    database.setAutoCommit(false);
    var wkb = new WKBWriter();
    try (var insert = database.prepareStatement("insert into space values (?, ST_MakeValid(ST_GeomFromWKB(?)))")) {
      for (var space : place.city.spaces()) {
        if (space.geometry().getDimension() == 2) {
          insert.setInt(1, space.id());
          insert.setBytes(2, wkb.write(place.metres(space)));
          insert.addBatch();
        }
      }
      insert.executeBatch();
    }
    try (var insert = database.prepareStatement("insert into building values (?, ?, ?, ST_MakeValid(ST_GeomFromWKB(?)))")) {
      for (var building : place.layers.buildings()) {
        insert.setObject(1, building.heightM(), Types.DOUBLE);
        insert.setObject(2, building.levels(), Types.DOUBLE);
        insert.setObject(3, building.standing(), Types.BOOLEAN);
        insert.setBytes(4, wkb.write(building.geometry()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (var insert = database.prepareStatement("insert into water values (ST_MakeValid(ST_GeomFromWKB(?)))")) {
      for (var water : place.layers.water()) {
        insert.setBytes(1, wkb.write(water.geometry()));
        insert.addBatch();
      }
      insert.executeBatch();
    }
    database.commit();
    database.setAutoCommit(true);
    try (var index = database.createStatement()) {
      index.execute("create index on building using gist (geom)");
      index.execute("create index on water using gist (geom)");
      index.execute("analyze");
    }
  }
}
