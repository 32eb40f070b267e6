package org.commonground.plan.form;

import java.util.Map;
import org.commonground.city.City;
import org.locationtech.jts.geom.Geometry;

/**
 * Which district a part of an answer is about; all three are null or empty for the ground outside every district.
 *
 * @param names every recorded name by language code
 */
public record DistrictName(Integer id, String name, Map<String, String> names) {

  /** @param index of the district; -1 for the ground outside every district */
  public static DistrictName of(City city, int index) {
    if (index < 0) {
      return new DistrictName(null, null, Map.of());
    }
    var district = city.districts().get(index);
    return new DistrictName(index, district.name(), district.names());
  }

  /** Its ground in the city, lon/lat; null for the ground outside every district. */
  public Geometry outline(City city) {
    return id == null ? null : city.districts().get(id).geometry();
  }
}
