package org.commonground.plan.scenario;

import static org.commonground.plan.form.Checked.refused;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.commonground.city.City;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;
import org.commonground.plan.city.Snapshot;
import org.commonground.plan.city.StreetFinder;
import org.commonground.plan.form.Checked;
import org.commonground.plan.form.Places;
import org.commonground.plan.scenario.Edit.AddShelter;
import org.commonground.plan.scenario.Edit.CloseArea;
import org.commonground.plan.scenario.Edit.CloseShelter;
import org.commonground.plan.scenario.Edit.CloseStreet;
import org.commonground.plan.scenario.Edit.HazardSwitch;
import org.commonground.plan.scenario.Edit.MoveShelter;
import org.commonground.plan.scenario.Edit.OfShelter;
import org.commonground.plan.scenario.Edit.ResizeShelter;
import org.commonground.plan.scenario.ResolvedScenario.ClosedArea;
import org.commonground.plan.scenario.ResolvedScenario.ClosedStreet;
import org.commonground.plan.scenario.ResolvedScenario.NotApplied;
import org.commonground.space.HazardZone;
import org.commonground.space.Shelter;
import org.commonground.space.Space;
import org.commonground.space.Suitability;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.util.AffineTransformation;

/** One state of an area as edits change it, one after the other. For one thread. */
public final class ScenarioState {

  private final Snapshot snapshot;
  private final City city;
  private final List<ScenarioShelter> shelters = new ArrayList<>();
  private final Map<Integer, ClosedStreet> closedStreets = new LinkedHashMap<>();
  private final List<ClosedArea> closedAreas = new ArrayList<>();
  private final TreeSet<String> hazards = new TreeSet<>();
  private final List<NotApplied> notApplied = new ArrayList<>();

  private ScenarioState(Snapshot snapshot) {
    this.snapshot = snapshot;
    city = snapshot.city();
    city.shelters().forEach(shelter -> shelters.add(new ScenarioShelter(shelter, true, null, false)));
  }

  /** Edits that do not apply here are left out and named. */
  public static ScenarioState of(Snapshot snapshot, List<Edit> edits) {
    var state = new ScenarioState(snapshot);
    for (int no = 0; no < edits.size(); no++) {
      try {
        state.apply(edits.get(no));
      } catch (InvalidInput reason) {
        state.notApplied.add(new NotApplied(no, edits.get(no).type(), reason.getMessage()));
      }
    }
    return state;
  }

  ResolvedScenario resolved(Scenario scenario) {
    return new ResolvedScenario(scenario, List.copyOf(shelters), List.copyOf(closedStreets.values()), List.copyOf(closedAreas),
        Collections.unmodifiableSortedSet(new TreeSet<>(hazards)), List.copyOf(notApplied));
  }

  /**
   * An edit as a caller asks for it, with what finds its shelter or street again when the area is imported anew.
   *
   * @throws InvalidInput where there is no such shelter or street
   */
  Edit grounded(Edit asked) {
    if (asked instanceof OfShelter edit) {
      return edit.of(reference(edit.shelter().id()));
    }
    if (asked instanceof CloseStreet edit) {
      return edit.on(city.streets().street(street(edit.on(0))).osmId());
    }
    return asked;
  }

  private ShelterRef reference(int id) {
    if (id < 0 || id >= shelters.size()) {
      throw refused("shelter", "shelter is " + id + ", but " + (shelters.isEmpty() ? "there is none in this scenario."
          : "the shelters of this scenario are 0 to " + (shelters.size() - 1) + "."));
    }
    var shelter = shelters.get(id).shelter();
    var middle = ShelterFinding.middle(id < city.shelters().size() ? city.shelters().get(id) : shelter);
    boolean added = shelters.get(id).added();
    return new ShelterRef(added ? id - city.shelters().size() : id, added, shelter.sourceId(), shelter.name(),
        Places.degrees(middle.x), Places.degrees(middle.y));
  }

  /** Number of a shelter in this state; -1 where it is there no more. */
  int number(ShelterRef shelter) {
    if (!shelter.added()) {
      return ShelterFinding.find(city.shelters(), shelter);
    }
    int number = city.shelters().size() + shelter.id();
    return number < shelters.size() ? number : -1;
  }

  /** @throws InvalidInput where it does not apply in this state */
  void apply(Edit edit) {
    if (edit instanceof AddShelter add) {
      add(add);
    } else if (edit instanceof OfShelter change) {
      change(change);
    } else if (edit instanceof CloseStreet close) {
      close(close);
    } else if (edit instanceof CloseArea close) {
      close(close);
    } else if (edit instanceof HazardSwitch hazard) {
      turn(hazard);
    }
  }

  /** One that cannot be added keeps its number, closed, since later edits may name those after it. */
  private void add(AddShelter edit) {
    boolean inside = snapshot.contains(edit.lon(), edit.lat());
    var space = edit.space() == null ? null : space(edit);
    var closed = !inside ? "outside the area" : edit.space() != null && space == null ? "no such space" : null;
    shelters.add(new ScenarioShelter(added(shelters.size(), edit, space), closed == null, closed, true));
    if (!inside) {
      throw outside(edit.lon(), edit.lat());
    }
    if (closed != null) {
      throw refused("space", "There is no space " + Checked.shown(edit.space()) + " in " + city.area().title() + ".");
    }
  }

  /** @param space that it is; null for a point */
  public static Shelter added(int id, AddShelter edit, Space space) {
    return new Shelter(id, null, edit.name(), Map.of(), null, space == null ? edit.place() : space.geometry(), edit.capacity(),
        edit.hazards().stream().collect(Collectors.toMap(hazard -> hazard, hazard -> Suitability.SUITABLE)), null, false, Map.of());
  }

  /** Null where there is none. */
  private Space space(AddShelter edit) {
    return city.spaces().stream().filter(space -> edit.space().equals(space.sourceId()))
        .min(Comparator.comparingDouble(space -> space.geometry().distance(edit.place()))).orElse(null);
  }

  private void change(OfShelter edit) {
    int number = number(edit.shelter());
    if (number < 0) {
      throw refused("shelter", "The " + edit.shelter().words() + " is no longer in " + city.area().title() + ".");
    }
    var known = shelters.get(number);
    if (!known.open()) {
      throw refused("shelter", "shelter is " + number + ", but the " + edit.shelter().words() + " is closed in this scenario.");
    }
    var shelter = known.shelter();
    if (edit instanceof CloseShelter close) {
      shelters.set(number, known.closed(close.reason()));
    } else if (edit instanceof ResizeShelter resize) {
      shelters.set(number, known.with(changed(shelter, shelter.geometry(), resize.capacity())));
    } else if (edit instanceof MoveShelter move) {
      if (!snapshot.contains(move.lon(), move.lat())) {
        throw outside(move.lon(), move.lat());
      }
      shelters.set(number, known.with(changed(shelter, moved(shelter, move), shelter.capacity())));
    }
  }

  private static Shelter changed(Shelter shelter, Geometry geometry, Integer capacity) {
    return new Shelter(shelter.id(), shelter.sourceId(), shelter.name(), shelter.names(), shelter.address(), geometry, capacity,
        shelter.hazards(), shelter.indoor(), shelter.illustrative(), shelter.tags());
  }

  private static Geometry moved(Shelter shelter, MoveShelter to) {
    if (shelter.geometry().getDimension() == 0) {
      return new GeometryFactory().createPoint(new Coordinate(to.lon(), to.lat()));
    }
    var from = ShelterFinding.middle(shelter);
    return AffineTransformation.translationInstance(to.lon() - from.x, to.lat() - from.y).transform(shelter.geometry());
  }

  private void close(CloseStreet edit) {
    int street = street(edit);
    if (closedStreets.putIfAbsent(street, new ClosedStreet(street, edit.reason())) != null) {
      throw refused("at",
          "The street section nearest to " + edit.lon() + ", " + edit.lat() + " is closed in this scenario already.");
    }
  }

  private int street(CloseStreet edit) {
    return snapshot.streetFinder().nearest(edit.lon(), edit.lat(), edit.osmId()).orElseThrow(() -> refused("at", String.format(
        java.util.Locale.ROOT, "There is no %s within %.0f m of %s, %s.",
        edit.osmId() == null ? "street" : "section of way/" + edit.osmId(), StreetFinder.LIMIT_METRES, edit.lon(), edit.lat())));
  }

  private void close(CloseArea edit) {
    if (!snapshot.touches(edit.geometry())) {
      throw new InvalidInput(Code.OUTSIDE_AREA, "geometry", "geometry lies nowhere in " + city.area().title() + ".");
    }
    closedAreas.add(new ClosedArea(edit.geometry(), edit.reason()));
  }

  private void turn(HazardSwitch edit) {
    var names = city.hazardZones().stream().map(HazardZone::name).collect(Collectors.toCollection(TreeSet::new));
    if (!names.contains(edit.name())) {
      throw refused("name", "There is no hazard layer named " + Checked.shown(edit.name()) + ": "
          + (names.isEmpty() ? "this area has none." : "choose one of " + String.join(", ", names) + "."));
    }
    if (edit.active() ? !hazards.add(edit.name()) : !hazards.remove(edit.name())) {
      throw refused("active", "The hazard layer \"" + edit.name() + "\" is " + (edit.active() ? "on" : "off")
          + " in this scenario already.");
    }
  }

  private InvalidInput outside(double lon, double lat) {
    return new InvalidInput(Code.OUTSIDE_AREA, "at", String.format(java.util.Locale.ROOT,
        "%s, %s lies more than %.0f m outside %s.", lon, lat, Snapshot.MARGIN_METRES, city.area().title()));
  }
}
