package org.commonground.city;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.commonground.network.StreetNetwork;
import org.commonground.people.Building;
import org.commonground.people.DemandPoint;
import org.commonground.space.Facility;
import org.commonground.space.HazardZone;
import org.commonground.space.Shelter;
import org.commonground.space.SlopeZone;
import org.commonground.space.Space;

/**
 * One immutable snapshot of an area. A request keeps the snapshot it began with to its end; an import swaps the whole.
 *
 * @param area       the area as a whole
 * @param districts  {@code districts.get(i).id() == i}, as in every list below
 * @param streets    the walkable network
 * @param buildings  all buildings, lived in or not
 * @param spaces     public spaces and public buildings
 * @param shelters   spaces designated for emergency use
 * @param demand     where people are
 * @param background water and green
 * @param hazardZones ground that hazards take
 * @param facilities what lies in and around spaces
 * @param slopes     how steep the ground of spaces is, as far as heights are known
 * @param issues     what was wrong in the sources
 */
public record City(Area area, List<District> districts, StreetNetwork streets, List<Building> buildings, List<Space> spaces,
    List<Shelter> shelters, List<DemandPoint> demand, List<Background> background, List<HazardZone> hazardZones,
    List<Facility> facilities, List<SlopeZone> slopes, List<ImportIssue> issues) {

  public City {
    districts = List.copyOf(districts);
    buildings = List.copyOf(buildings);
    spaces = List.copyOf(spaces);
    shelters = List.copyOf(shelters);
    demand = List.copyOf(demand);
    background = List.copyOf(background);
    hazardZones = List.copyOf(hazardZones);
    facilities = List.copyOf(facilities);
    slopes = List.copyOf(slopes);
    issues = List.copyOf(issues);
    long people = demand.stream().mapToLong(DemandPoint::people).sum();
    if (people != area.people()) {
      throw new IllegalArgumentException(
          "the demand points of " + area.name() + " hold " + people + " people, its total says " + area.people());
    }
  }

  /** Hazards that can be switched on, in the order of their first zones. */
  public List<HazardLayer> hazards() {
    return HazardLayer.of(hazardZones);
  }

  /** Whether heights are known along any street. */
  public boolean hasHeights() {
    return streets.streets().stream().anyMatch(street -> street.heights() != null);
  }

  /** Rows by layer, in the order of the layers. */
  public Map<String, Integer> counts() {
    var counts = new LinkedHashMap<String, Integer>();
    counts.put("district", districts.size());
    counts.put("street", streets.streets().size());
    counts.put("building", buildings.size());
    counts.put("space", spaces.size());
    counts.put("shelter", shelters.size());
    counts.put("demand", demand.size());
    counts.put("background", background.size());
    counts.put("hazard_zone", hazardZones.size());
    counts.put("facility", facilities.size());
    counts.put("slope", slopes.size());
    counts.put("import_issue", issues.size());
    return counts;
  }
}
