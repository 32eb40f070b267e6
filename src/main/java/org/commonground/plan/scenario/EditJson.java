package org.commonground.plan.scenario;

import static org.commonground.plan.form.Checked.refused;
import static org.commonground.plan.form.Checked.shown;
import static org.commonground.plan.form.Fields.needed;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.commonground.plan.form.Checked;
import org.commonground.plan.form.Fields;
import org.commonground.plan.scenario.Edit.AddShelter;
import org.commonground.plan.scenario.Edit.CloseArea;
import org.commonground.plan.scenario.Edit.CloseShelter;
import org.commonground.plan.scenario.Edit.CloseStreet;
import org.commonground.plan.scenario.Edit.HazardSwitch;
import org.commonground.plan.scenario.Edit.MoveShelter;
import org.commonground.plan.scenario.Edit.OfShelter;
import org.commonground.plan.scenario.Edit.ResizeShelter;
import org.commonground.space.Hazard;

/**
 * Edits as JSON objects, in two forms that differ in how a shelter and a street are named: callers give and get a shelter's
 * number, a store keeps all that finds it again.
 */
public final class EditJson {

  static final List<String> TYPES =
      List.of("add-shelter", "close-shelter", "resize-shelter", "move-shelter", "close-street", "close-area", "hazard");

  private EditJson() {
  }

  /**
   * The field {@code edits} of a caller's; none where it is left out.
   *
   * @throws org.commonground.city.InvalidInput as {@link #asked}, or where it is no list of objects
   */
  public static List<Edit> list(Fields fields) {
    var edits = fields.list("edits");
    return edits == null ? List.of() : edits.stream().map(EditJson::entry).toList();
  }

  @SuppressWarnings("unchecked")
  private static Edit entry(Object json) {
    if (json instanceof Map<?, ?> edit) {
      return asked((Map<String, ?>) edit);
    }
    throw Checked.refused("edits", "edits has an entry that is no object: each must be an edit.");
  }

  /**
   * An edit as a caller gives it.
   *
   * @throws org.commonground.city.InvalidInput where a field is missing, unknown or out of its limits
   */
  public static Edit asked(Map<String, ?> json) {
    var fields = new Fields(json);
    var edit = edit(fields, name -> ShelterRef.asked(needed(name, fields.integer(name))), null);
    fields.end();
    return edit;
  }

  /** An edit as a store kept it. */
  public static Edit kept(Map<String, ?> json) {
    var fields = new Fields(json);
    var way = fields.number("osmId");
    return edit(fields, name -> shelter(new Fields(fields.object(name))), way == null ? null : Long.valueOf(way.longValue()));
  }

  private static Edit edit(Fields fields, Function<String, ShelterRef> shelter, Long osmId) {
    var type = needed("type", fields.text("type"));
    return switch (type) {
      case "add-shelter" -> new AddShelter(lon(fields), lat(fields), fields.text("name"), fields.integer("capacity"),
          fields.text("space"), hazards(fields.list("hazards")));
      case "close-shelter" -> new CloseShelter(shelter.apply("shelter"), fields.text("reason"));
      case "resize-shelter" -> {
        if (!fields.has("capacity")) {
          throw refused("capacity", "capacity is missing: give 0 to " + Checked.CAPACITY.max() + ", or null for not known.");
        }
        yield new ResizeShelter(shelter.apply("shelter"), fields.integer("capacity"));
      }
      case "move-shelter" -> new MoveShelter(shelter.apply("shelter"), lon(fields), lat(fields));
      case "close-street" -> new CloseStreet(lon(fields), lat(fields), osmId, fields.text("reason"));
      case "close-area" -> new CloseArea(DrawnPolygon.of(fields.object("geometry")), fields.text("reason"));
      case "hazard" -> new HazardSwitch(fields.text("name"), needed("active", fields.yesNo("active")));
      default -> throw refused("type",
          "There is no edit of the type " + shown(type) + ": choose one of " + String.join(", ", TYPES) + ".");
    };
  }

  private static double lon(Fields fields) {
    return needed("lon", fields.number("lon"));
  }

  private static double lat(Fields fields) {
    return needed("lat", fields.number("lat"));
  }

  private static SortedSet<Hazard> hazards(List<?> words) {
    var hazards = new TreeSet<Hazard>();
    for (var word : words == null ? List.of() : words) {
      hazards.add(Arrays.stream(Hazard.values()).filter(hazard -> hazard.word().equals(word)).findFirst().orElseThrow(
          () -> refused("hazards", "hazards has " + shown(word) + ", but may have only "
              + Arrays.stream(Hazard.values()).map(Hazard::word).collect(Collectors.joining(", ")) + ".")));
    }
    return hazards;
  }

  private static ShelterRef shelter(Fields fields) {
    return new ShelterRef(fields.integer("id"), fields.yesNo("added"), fields.text("sourceId"), fields.text("name"), lon(fields),
        lat(fields));
  }

  /** As a caller gets it; a shelter that is there no more has null for its number. */
  public static Map<String, Object> told(Edit edit, ScenarioState state) {
    return json(edit, shelter -> {
      int number = state.number(shelter);
      return number < 0 ? null : number;
    });
  }

  /** As a caller would ask for it, a shelter by its number. */
  public static Map<String, Object> askedFor(Edit edit) {
    return json(edit, ShelterRef::id);
  }

  /** As a store keeps it. */
  public static Map<String, Object> kept(Edit edit) {
    var json = json(edit, EditJson::kept);
    if (edit instanceof CloseStreet close) {
      json.put("osmId", close.osmId());
    }
    return json;
  }

  private static Map<String, Object> kept(ShelterRef shelter) {
    var json = new LinkedHashMap<String, Object>();
    json.put("id", shelter.id());
    json.put("added", shelter.added());
    json.put("sourceId", shelter.sourceId());
    json.put("name", shelter.name());
    json.put("lon", shelter.lon());
    json.put("lat", shelter.lat());
    return json;
  }

  private static Map<String, Object> json(Edit edit, Function<ShelterRef, Object> named) {
    var json = new LinkedHashMap<String, Object>();
    json.put("type", edit.type());
    if (edit instanceof OfShelter of) {
      json.put("shelter", named.apply(of.shelter()));
    }
    if (edit instanceof AddShelter add) {
      place(json, add.lon(), add.lat());
      json.put("name", add.name());
      json.put("capacity", add.capacity());
      if (add.space() != null) {
        json.put("space", add.space());
      }
      if (!add.hazards().isEmpty()) {
        json.put("hazards", add.hazards().stream().map(Hazard::word).toList());
      }
    } else if (edit instanceof CloseShelter close) {
      json.put("reason", close.reason());
    } else if (edit instanceof ResizeShelter resize) {
      json.put("capacity", resize.capacity());
    } else if (edit instanceof MoveShelter move) {
      place(json, move.lon(), move.lat());
    } else if (edit instanceof CloseStreet close) {
      place(json, close.lon(), close.lat());
      json.put("reason", close.reason());
    } else if (edit instanceof CloseArea close) {
      json.put("geometry", DrawnPolygon.geoJson(close.geometry()));
      json.put("reason", close.reason());
    } else if (edit instanceof HazardSwitch hazard) {
      json.put("name", hazard.name());
      json.put("active", hazard.active());
    }
    return json;
  }

  private static void place(Map<String, Object> json, double lon, double lat) {
    json.put("lon", lon);
    json.put("lat", lat);
  }
}
