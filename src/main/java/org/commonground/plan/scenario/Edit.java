package org.commonground.plan.scenario;

import java.util.Collections;
import java.util.Objects;
import java.util.SortedSet;
import java.util.TreeSet;
import org.commonground.plan.form.Checked;
import org.commonground.space.Hazard;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Polygon;

/** One change to a city. Places are lon/lat with seven decimals; a text that is blank is null. */
public sealed interface Edit {

  /** The word that names its kind. */
  String type();

  /** Where it is, lon/lat; null where it has no place of its own. */
  Geometry place();

  /** Why; null where nobody said. */
  default String reason() {
    return null;
  }

  /** An edit of one shelter. */
  sealed interface OfShelter extends Edit permits CloseShelter, ResizeShelter, MoveShelter {

    ShelterRef shelter();

    /** The same edit with the shelter named in another way. */
    OfShelter of(ShelterRef named);

    @Override
    default Geometry place() {
      return point(shelter().lon(), shelter().lat());
    }
  }

  /**
   * A new shelter: at a point, or a space that is designated.
   *
   * @param name     for people
   * @param capacity persons, 0 to 1,000,000; null where not known
   * @param space    source id of the space whose outline it has, the one nearest to the place where several have that id; null for a point
   * @param hazards  that it is designated for; of the others nothing is known
   */
  record AddShelter(double lon, double lat, String name, Integer capacity, String space, SortedSet<Hazard> hazards) implements Edit {

    public AddShelter {
      lon = Checked.lon(lon);
      lat = Checked.lat(lat);
      name = Checked.needed("name", name, Checked.TITLE_CHARACTERS);
      capacity = Checked.capacity(capacity);
      space = Checked.line("space", space, Checked.TITLE_CHARACTERS);
      hazards = Collections.unmodifiableSortedSet(new TreeSet<>(hazards));
    }

    /** At a point, for no hazard in particular. */
    public AddShelter(double lon, double lat, String name, Integer capacity) {
      this(lon, lat, name, capacity, null, Collections.emptySortedSet());
    }

    @Override
    public String type() {
      return "add-shelter";
    }

    @Override
    public Geometry place() {
      return point(lon, lat);
    }
  }

  /** A shelter that cannot be used. */
  record CloseShelter(ShelterRef shelter, String reason) implements OfShelter {

    public CloseShelter {
      Objects.requireNonNull(shelter, "shelter");
      reason = Checked.text("reason", reason, Checked.REASON_CHARACTERS);
    }

    @Override
    public String type() {
      return "close-shelter";
    }

    @Override
    public CloseShelter of(ShelterRef named) {
      return new CloseShelter(named, reason);
    }
  }

  /** @param capacity persons it has room for now, 0 to 1,000,000; null for not known */
  record ResizeShelter(ShelterRef shelter, Integer capacity) implements OfShelter {

    public ResizeShelter {
      Objects.requireNonNull(shelter, "shelter");
      capacity = Checked.capacity(capacity);
    }

    @Override
    public String type() {
      return "resize-shelter";
    }

    @Override
    public ResizeShelter of(ShelterRef named) {
      return new ResizeShelter(named, capacity);
    }
  }

  /** A shelter moved so that the middle of its extent comes to a place; its outline keeps size and form. */
  record MoveShelter(ShelterRef shelter, double lon, double lat) implements OfShelter {

    public MoveShelter {
      Objects.requireNonNull(shelter, "shelter");
      lon = Checked.lon(lon);
      lat = Checked.lat(lat);
    }

    @Override
    public String type() {
      return "move-shelter";
    }

    @Override
    public MoveShelter of(ShelterRef named) {
      return new MoveShelter(named, lon, lat);
    }

    @Override
    public Geometry place() {
      return point(lon, lat);
    }
  }

  /**
   * The street section nearest to a place cannot be walked.
   *
   * @param osmId the way that section was part of when the edit was made, so that no other is closed after a new import;
   *              null where it had none, or is yet to be looked up
   */
  record CloseStreet(double lon, double lat, Long osmId, String reason) implements Edit {

    public CloseStreet {
      lon = Checked.lon(lon);
      lat = Checked.lat(lat);
      reason = Checked.text("reason", reason, Checked.REASON_CHARACTERS);
    }

    @Override
    public String type() {
      return "close-street";
    }

    CloseStreet on(long way) {
      return new CloseStreet(lon, lat, way == 0 ? null : Long.valueOf(way), reason);
    }

    @Override
    public Geometry place() {
      return point(lon, lat);
    }
  }

  /** No street inside can be walked, and no shelter inside can be used. */
  record CloseArea(Polygon geometry, String reason) implements Edit {

    public CloseArea {
      geometry = DrawnPolygon.checked(geometry);
      reason = Checked.text("reason", reason, Checked.REASON_CHARACTERS);
    }

    @Override
    public String type() {
      return "close-area";
    }

    @Override
    public Geometry place() {
      return geometry;
    }
  }

  /**
   * A hazard layer switched on or off.
   *
   * @param name of the layer
   */
  record HazardSwitch(String name, boolean active) implements Edit {

    public HazardSwitch {
      name = Checked.needed("name", name, Checked.TITLE_CHARACTERS);
    }

    @Override
    public String type() {
      return "hazard";
    }

    @Override
    public Geometry place() {
      return null;
    }
  }

  private static Geometry point(double lon, double lat) {
    return new GeometryFactory().createPoint(new Coordinate(lon, lat));
  }
}
