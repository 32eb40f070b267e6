package org.commonground.plan.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.commonground.city.City;
import org.commonground.city.InvalidInput;
import org.commonground.geo.LocalProjection;
import org.commonground.ingest.ImportRequest;
import org.commonground.ingest.Importer;
import org.commonground.plan.city.Snapshot;
import org.commonground.plan.city.StreetFinder;
import org.commonground.plan.scenario.Edit.AddShelter;
import org.commonground.plan.scenario.Edit.CloseArea;
import org.commonground.plan.scenario.Edit.CloseShelter;
import org.commonground.plan.scenario.Edit.CloseStreet;
import org.commonground.plan.scenario.Edit.HazardSwitch;
import org.commonground.plan.scenario.Edit.MoveShelter;
import org.commonground.plan.scenario.Edit.ResizeShelter;
import org.commonground.space.Hazard;
import org.commonground.space.HazardZone;
import org.commonground.space.Shelter;
import org.commonground.space.Suitability;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** Edits on the sample city: what they leave, what is refused, and what is found again when the city has changed. */
class ScenarioStateTest {

  private static final GeometryFactory GEOMETRIES = new GeometryFactory();
  private static final City MONACO = flooded(Importer.importArea(ImportRequest.ofManifest(Path.of("data/monaco/manifest.yaml")),
      (step, done, all) -> { }).city());
  private static final Snapshot SNAPSHOT = new Snapshot(MONACO, 1);
  private static final int OWN = MONACO.shelters().size();
  private static final Envelope EXTENT = MONACO.area().boundary().getEnvelopeInternal();

  private static City flooded(City city) {
    var zones = List.of("flood", "tsunami").stream().map(name -> new HazardZone(name.equals("flood") ? 0 : 1, name,
        Hazard.FLOOD, null, "drawn", rectangle(7.42, 43.73, 7.43, 43.74))).toList();
    return with(city, city.shelters(), zones);
  }

  private static City with(City city, List<Shelter> shelters, List<HazardZone> zones) {
    return new City(city.area(), city.districts(), city.streets(), city.buildings(), city.spaces(), shelters, city.demand(),
        city.background(), zones, city.facilities(), city.slopes(), city.issues());
  }

  private static Polygon rectangle(double west, double south, double east, double north) {
    return (Polygon) GEOMETRIES.toGeometry(new Envelope(west, east, south, north));
  }

  private static List<Edit> grounded(List<Edit> asked) {
    var edits = new ArrayList<Edit>();
    asked.forEach(edit -> edits.add(ScenarioState.of(SNAPSHOT, edits).grounded(edit)));
    return edits;
  }

  private static ResolvedScenario resolved(City city, List<Edit> edits) {
    var scenario = new Scenario("1", "monaco", "Test", null, null, Instant.EPOCH, Instant.EPOCH, 1, edits);
    return ResolvedScenario.of(scenario, new Snapshot(city, 2));
  }

  @Test
  void editsLeaveWhatTheySay() {
    var park = MONACO.shelters().get(4);
    var middle = park.geometry().getEnvelopeInternal().centre();
    var closed = rectangle(7.421, 43.731, 7.422, 43.732);
    var edits = grounded(List.of(new AddShelter(7.4262, 43.7395, "New", null), new CloseShelter(ShelterRef.asked(2), " works "),
        new ResizeShelter(ShelterRef.asked(OWN), 30), new MoveShelter(ShelterRef.asked(4), middle.x + 0.001, middle.y),
        new CloseStreet(7.4262, 43.7395, null, null), new CloseArea(closed, "fair"), new HazardSwitch("flood", true)));
    var after = resolved(MONACO, edits);
    assertEquals(List.of(), after.notApplied());
    assertEquals(OWN + 1, after.shelters().size());
    for (int id = 0; id <= OWN; id++) {
      assertEquals(id, after.shelters().get(id).shelter().id());
      assertEquals(id == OWN, after.shelters().get(id).added());
      assertEquals(id != 2, after.shelters().get(id).open());
      if (id < OWN && id != 2 && id != 4) {
        assertEquals(MONACO.shelters().get(id), after.shelters().get(id).shelter());
      }
    }
    assertEquals("works", after.shelters().get(2).reason());
    assertEquals(30, after.shelters().get(OWN).shelter().capacity());
    var moved = after.shelters().get(4).shelter().geometry();
    assertEquals(park.geometry().getArea(), moved.getArea(), 1e-12);
    assertEquals(middle.x + 0.001, moved.getEnvelopeInternal().centre().x, 1e-7);
    assertEquals(middle.y, moved.getEnvelopeInternal().centre().y, 1e-7);
    assertEquals(1, after.closedStreets().size());
    assertTrue(closed.equalsTopo(after.closedAreas().get(0).geometry()));
    assertEquals("[flood]", after.hazards().toString());
  }

  @Test
  void theNearestStreetIsTheNearestOfAll() {
    var random = new Random(20261125);
    var projection = LocalProjection.around(EXTENT);
    var lines = MONACO.streets().streets().stream().map(street -> projection.toMetres(street.line())).toList();
    int found = 0;
    for (int round = 0; round < 300; round++) {
      double lon = EXTENT.getMinX() + random.nextDouble() * EXTENT.getWidth();
      double lat = EXTENT.getMinY() + random.nextDouble() * EXTENT.getHeight();
      Geometry point = GEOMETRIES.createPoint(projection.toMetres(lon, lat));
      var metres = lines.stream().mapToDouble(point::distance).toArray();
      int nearest = IntStream.range(0, metres.length).reduce(0, (best, next) -> metres[next] < metres[best] ? next : best);
      var expected = metres[nearest] <= StreetFinder.LIMIT_METRES ? OptionalInt.of(nearest) : OptionalInt.empty();
      assertEquals(expected, SNAPSHOT.streetFinder().nearest(lon, lat, null), "round " + round);
      found += expected.isPresent() ? 1 : 0;
    }
    assertTrue(found > 100 && found < 300, "both cases are met: " + found);
  }

  /** Random edits, wanted and unwanted, against the plainest model of them. */
  @Test
  void randomEditsAgainstAModel() {
    for (int seed = 0; seed < 30; seed++) {
      var random = new Random(seed);
      var edits = new ArrayList<Edit>();
      var open = new ArrayList<Boolean>();
      var capacity = new ArrayList<Integer>();
      MONACO.shelters().forEach(shelter -> {
        open.add(true);
        capacity.add(shelter.capacity());
      });
      var on = new TreeSet<String>();
      int refused = 0;
      for (int step = 0; step < 60; step++) {
        int id = random.nextInt(open.size() + 2) - 1;
        boolean usable = id >= 0 && id < open.size() && open.get(id);
        Integer room = random.nextInt(5) == 0 ? null : Integer.valueOf(random.nextInt(1000));
        var hazard = List.of("flood", "tsunami", "fire").get(random.nextInt(3));
        boolean active = random.nextBoolean();
        Edit asked;
        boolean applies;
        switch (random.nextInt(4)) {
          case 0 -> {
            asked = new AddShelter(7.42 + random.nextInt(100) / 1e4, 43.735, "Added " + step, room);
            applies = true;
            open.add(true);
            capacity.add(room);
          }
          case 1 -> {
            asked = new CloseShelter(ShelterRef.asked(id), null);
            applies = usable;
            if (applies) {
              open.set(id, false);
            }
          }
          case 2 -> {
            asked = new ResizeShelter(ShelterRef.asked(id), room);
            applies = usable;
            if (applies) {
              capacity.set(id, room);
            }
          }
          default -> {
            asked = new HazardSwitch(hazard, active);
            applies = !hazard.equals("fire") && (active ? on.add(hazard) : on.remove(hazard));
          }
        }
        var state = ScenarioState.of(SNAPSHOT, edits);
        if (applies) {
          var edit = state.grounded(asked);
          state.apply(edit);
          edits.add(edit);
        } else {
          assertThrows(InvalidInput.class, () -> state.apply(state.grounded(asked)), "seed " + seed + ", " + asked);
          refused++;
        }
      }
      var after = resolved(MONACO, edits);
      var label = "seed " + seed;
      assertTrue(refused > 0, label);
      assertEquals(List.of(), after.notApplied(), label);
      assertEquals(open, after.shelters().stream().map(ScenarioShelter::open).toList(), label);
      assertEquals(capacity, after.shelters().stream().map(shelter -> shelter.shelter().capacity()).toList(), label);
      assertEquals(on, after.hazards(), label);
      var json = edits.stream().map(EditJson::kept).map(EditJson::kept).toList();
      assertEquals(edits, json, label);
    }
  }

  private static Shelter changed(Shelter shelter, int id, String sourceId, String name, double east) {
    var geometry = org.locationtech.jts.geom.util.AffineTransformation.translationInstance(east, 0).transform(shelter.geometry());
    return new Shelter(id, sourceId, name, shelter.names(), shelter.address(), geometry, shelter.capacity(), shelter.hazards(),
        shelter.indoor(), shelter.illustrative(), shelter.tags());
  }

  /** Two of source id, name and place suffice; one does not. The shelters have changed places in the list besides. */
  @ParameterizedTest
  @CsvSource({"true, true, true, true", "false, true, true, true", "true, false, true, true", "true, true, false, true",
      "true, false, false, false", "false, true, false, false", "false, false, true, false", "false, false, false, false"})
  void sheltersAreFoundAgain(boolean sourceStays, boolean nameStays, boolean placeStays, boolean found) {
    var edits = grounded(List.of(new CloseShelter(ShelterRef.asked(3), null)));
    var old = MONACO.shelters().get(3);
    var shelters = new ArrayList<Shelter>();
    for (int id = OWN - 1; id >= 0; id--) {
      var shelter = MONACO.shelters().get(id);
      shelters.add(id == 3 ? changed(old, shelters.size(), sourceStays ? old.sourceId() : "row 99",
          nameStays ? old.name() : "Other", placeStays ? 0.0003 : 0.0100) : changed(shelter, shelters.size(), shelter.sourceId(), shelter.name(), 0));
    }
    var after = resolved(with(MONACO, shelters, MONACO.hazardZones()), edits);
    for (int id = 0; id < OWN; id++) {
      assertEquals(!found || id != OWN - 1 - 3, after.shelters().get(id).open());
    }
    assertEquals(found ? 0 : 1, after.notApplied().size());
    if (!found) {
      assertTrue(after.assumptions().get(0).sentence().contains(old.name()), after.assumptions().get(0)::sentence);
    }
  }

  /** Numbers of added shelters follow the area; what no longer applies is named and the rest still counts. */
  @Test
  void aScenarioOutlivesItsArea() {
    var edits = grounded(List.of(new AddShelter(7.4262, 43.7395, "First", 1), new AddShelter(7.4263, 43.7395, "Second", 2),
        new CloseShelter(ShelterRef.asked(OWN + 1), null), new CloseShelter(ShelterRef.asked(0), null),
        new HazardSwitch("tsunami", true), new CloseStreet(7.4262, 43.7395, null, null)));
    var fewer = new ArrayList<Shelter>();
    MONACO.shelters().stream().skip(1).forEach(shelter ->
        fewer.add(changed(shelter, fewer.size(), shelter.sourceId(), shelter.name(), 0)));
    var city = with(MONACO, fewer, MONACO.hazardZones().subList(0, 1));
    var after = resolved(city, edits);
    assertEquals(List.of(3, 4), after.notApplied().stream().map(ResolvedScenario.NotApplied::edit).toList());
    assertEquals(OWN - 1 + 2, after.shelters().size());
    assertFalse(after.shelters().get(OWN).open());
    assertEquals(OWN, after.shelters().stream().filter(ScenarioShelter::open).count());
    assertEquals(1, after.closedStreets().size());
    var told = ScenarioAnswer.of(after.scenario(), new Snapshot(city, 2)).edits();
    assertEquals(OWN, told.get(2).get("shelter"));
    assertTrue(told.get(3).containsKey("shelter"));
    assertNull(told.get(3).get("shelter"));
  }

  /** A space that becomes a shelter has its outline and its hazards; where it is gone, the shelter is named and does not count. */
  @Test
  void aSpaceBecomesAShelter() {
    var space = MONACO.spaces().stream().filter(one -> one.geometry().getDimension() == 2).skip(9).findFirst().orElseThrow();
    var middle = space.geometry().getInteriorPoint();
    var edit = EditJson.asked(Map.of("type", "add-shelter", "lon", middle.getX(), "lat", middle.getY(), "name", "Square", "space",
        space.sourceId(), "hazards", List.of("flood")));
    var added = resolved(MONACO, grounded(List.of(edit))).shelters().get(OWN);
    assertTrue(added.open() && added.added());
    assertEquals(space.geometry(), added.shelter().geometry());
    assertEquals(Suitability.SUITABLE, added.shelter().suitability(Hazard.FLOOD));
    assertEquals(Suitability.UNKNOWN, added.shelter().suitability(Hazard.FIRE));

    var gone = new City(MONACO.area(), MONACO.districts(), MONACO.streets(), MONACO.buildings(), List.of(), MONACO.shelters(),
        MONACO.demand(), MONACO.background(), MONACO.hazardZones(), MONACO.facilities(), MONACO.slopes(), MONACO.issues());
    var after = resolved(gone, List.of(edit));
    assertFalse(after.shelters().get(OWN).open());
    assertEquals("There is no space \"" + space.sourceId() + "\" in Monaco.", after.notApplied().get(0).reason());
    var word = assertThrows(InvalidInput.class, () -> EditJson.asked(Map.of("type", "add-shelter", "lon", 7.42, "lat", 43.73, "name", "x",
        "hazards", List.of("frogs"))));
    assertTrue(word.getMessage().startsWith("hazards has \"frogs\", but may have only earthquake, "), word.getMessage());
  }

  /** Another way beside the one that was meant is not closed in its place. */
  @Test
  void onlyTheStreetThatWasMeantIsClosed() {
    var edit = (CloseStreet) grounded(List.of(new CloseStreet(7.4262, 43.7395, null, null))).get(0);
    assertEquals(MONACO.streets().street(resolved(MONACO, List.of(edit)).closedStreets().get(0).street()).osmId(), edit.osmId());
    var after = resolved(MONACO, List.of(new CloseStreet(edit.lon(), edit.lat(), -1L, null)));
    assertEquals(List.of(), after.closedStreets());
    assertTrue(after.assumptions().get(0).sentence().contains("way/-1"));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"{lon=1, lat=2, name=x} | type", "{type=dance} | type",
      "{type=add-shelter, lon=1, lat=2, nam=x} | name", "{type=add-shelter, lat=2, name=x} | lon",
      "{type=add-shelter, lon=1, lat=91, name=x} | lat", "{type=add-shelter, lon=NaN, lat=1, name=x} | lon",
      "{type=add-shelter, lon=1, lat=2, name=x, capacity=-1} | capacity",
      "{type=add-shelter, lon=1, lat=2, name=x, capacity=1000001} | capacity",
      "{type=add-shelter, lon=1, lat=2, name=x, capacity=1.5} | capacity",
      "{type=add-shelter, lon=1, lat=2, name=x, capacity=1e99} | capacity", "{type=resize-shelter, shelter=1} | capacity",
      "{type=close-shelter} | shelter", "{type=close-shelter, shelter=1, why=x} | why", "{type=hazard, name=flood} | active",
      "{type=close-area} | geometry"})
  void mistakesNameTheirField(String json, String field) {
    var fields = new LinkedHashMap<String, Object>();
    for (var part : json.substring(1, json.length() - 1).split(", ")) {
      var value = part.split("=");
      fields.put(value[0], value[1].matches("NaN|-?[0-9.e]+") ? (Object) Double.valueOf(value[1]) : value[1]);
    }
    var mistake = assertThrows(InvalidInput.class, () -> EditJson.asked(fields));
    assertEquals(field, mistake.field());
    assertTrue(mistake.getMessage().contains(field) && mistake.getMessage().endsWith("."), mistake.getMessage());
  }

  private static Map<String, Object> polygon(double... corners) {
    var ring = IntStream.range(0, corners.length / 2).mapToObj(i -> List.of(corners[2 * i], corners[2 * i + 1])).toList();
    return Map.of("type", "close-area", "geometry", Map.of("type", "Polygon", "coordinates", List.of(ring)));
  }

  @Test
  void polygonsAreChecked() {
    for (var bad : List.of(polygon(0, 0, 1, 1, 0, 0), polygon(0, 0, 1, 0, 1, 1, 0, 1), polygon(0, 0, 1, 1, 1, 0, 0, 1, 0, 0),
        polygon(0, 0, 1, 0, 2, 0, 0, 0), polygon(0, 0, 200, 0, 200, 1, 0, 0), polygon(0, 0, 1, 0, 1, Double.NaN, 0, 0), polygon(),
        Map.<String, Object>of("type", "close-area", "geometry", Map.of("type", "Point", "coordinates", List.of(1, 2))),
        Map.<String, Object>of("type", "close-area", "geometry", Map.of("type", "Polygon")),
        Map.<String, Object>of("type", "close-area", "geometry",
            Map.of("type", "Polygon", "coordinates", List.of(List.of("a")))))) {
      assertThrows(InvalidInput.class, () -> EditJson.asked(bad), bad.toString());
    }
    var many = new double[2 * (DrawnPolygon.MOST_CORNERS + 2)];
    for (int i = 0; i < many.length / 2 - 1; i++) {
      double angle = 2 * Math.PI * i / (many.length / 2.0 - 1);
      many[2 * i] = 7 + Math.cos(angle);
      many[2 * i + 1] = 43 + Math.sin(angle);
    }
    many[many.length - 2] = many[0];
    many[many.length - 1] = many[1];
    var mistake = assertThrows(InvalidInput.class, () -> EditJson.asked(polygon(many)));
    assertTrue(mistake.getMessage().contains("10000"), mistake.getMessage());
    var clockwise = (CloseArea) EditJson.asked(polygon(7.42, 43.73, 7.42, 43.74, 7.43, 43.74, 7.43, 43.73, 7.42, 43.73));
    assertTrue(org.locationtech.jts.algorithm.Orientation.isCCW(clockwise.geometry().getExteriorRing().getCoordinates()));
    assertEquals(clockwise, EditJson.kept(EditJson.kept(clockwise)));
    var far = new CloseArea(rectangle(0, 0, 1, 1), null);
    assertEquals("outside-area", assertThrows(InvalidInput.class,
        () -> ScenarioState.of(SNAPSHOT, List.of()).apply(far)).code().word());
    var everything = new CloseArea(rectangle(-170, -80, 170, 80), "all of it");
    assertEquals(1, resolved(MONACO, List.of(everything)).closedAreas().size());
  }

  @Test
  void textsAreChecked() {
    var now = Instant.EPOCH;
    for (var bad : new String[] {null, "", "  \t", "a\u0000b", "two\nlines", "\ud83d", "x".repeat(201)}) {
      assertThrows(InvalidInput.class, () -> new Scenario(null, "monaco", bad, null, null, now, now, 0, List.of()));
    }
    var odd = "  第一 \"方案\" O'Hara; drop table scenario; -- 😀 ";
    assertEquals(odd.strip(), new Scenario(null, "monaco", odd, " ", "two\nlines", now, now, 0, List.of()).title());
    assertEquals(200, new Scenario(null, "monaco", "😀".repeat(200), null, null, now, now, 0, List.of()).title().length() / 2);
    var place = new Coordinate(7.42612345678, 43.7);
    assertEquals(7.4261235, new AddShelter(place.x, place.y, "x", null).lon());
  }
}
