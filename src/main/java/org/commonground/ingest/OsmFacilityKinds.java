package org.commonground.ingest;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonground.space.FacilityKind;

/**
 * Which kinds of facility OpenStreetMap tags tell of.
 *
 * <p>What is private or forbidden is of no use to the public: toilets, drinking water, play, sport and seats with such an
 * {@code access} are left out. What is disused or abandoned counts only as a danger. A power line counts from 100 kV on, and where its
 * voltage cannot be read; a storage tank by its content, and as chemical where that is not recorded: neither is certain then.
 * A playground or pool behind {@code toilets=yes} has no place of its own for them, so such tags on other things say nothing here.
 */
final class OsmFacilityKinds {

  private static final Map<String, FacilityKind> BY_TAG = Map.ofEntries(
      Map.entry("amenity=toilets", FacilityKind.TOILETS),
      Map.entry("amenity=drinking_water", FacilityKind.DRINKING_WATER),
      Map.entry("amenity=water_point", FacilityKind.DRINKING_WATER),
      Map.entry("man_made=drinking_fountain", FacilityKind.DRINKING_WATER),
      Map.entry("leisure=playground", FacilityKind.PLAY),
      Map.entry("leisure=pitch", FacilityKind.SPORT),
      Map.entry("leisure=track", FacilityKind.SPORT),
      Map.entry("leisure=fitness_station", FacilityKind.SPORT),
      Map.entry("leisure=sports_centre", FacilityKind.SPORT),
      Map.entry("leisure=sports_hall", FacilityKind.SPORT),
      Map.entry("leisure=stadium", FacilityKind.SPORT),
      Map.entry("amenity=bench", FacilityKind.SEAT),
      Map.entry("amenity=shelter", FacilityKind.SEAT),
      Map.entry("leisure=picnic_table", FacilityKind.SEAT),
      Map.entry("natural=tree", FacilityKind.SHADE),
      Map.entry("natural=tree_row", FacilityKind.SHADE),
      Map.entry("natural=wood", FacilityKind.SHADE),
      Map.entry("landuse=forest", FacilityKind.SHADE),
      Map.entry("amenity=fuel", FacilityKind.FUEL),
      Map.entry("industrial=oil", FacilityKind.FUEL),
      Map.entry("industrial=refinery", FacilityKind.FUEL),
      Map.entry("industrial=fuel", FacilityKind.FUEL),
      Map.entry("man_made=gasometer", FacilityKind.GAS),
      Map.entry("industrial=gas", FacilityKind.GAS),
      Map.entry("shop=gas", FacilityKind.GAS),
      Map.entry("industrial=chemical", FacilityKind.CHEMICAL),
      Map.entry("industrial=petrochemical", FacilityKind.CHEMICAL),
      Map.entry("industrial=explosives", FacilityKind.CHEMICAL),
      Map.entry("amenity=hospital", FacilityKind.HOSPITAL),
      Map.entry("healthcare=hospital", FacilityKind.HOSPITAL),
      Map.entry("amenity=clinic", FacilityKind.CLINIC),
      Map.entry("amenity=doctors", FacilityKind.CLINIC),
      Map.entry("healthcare=clinic", FacilityKind.CLINIC),
      Map.entry("healthcare=doctor", FacilityKind.CLINIC),
      Map.entry("healthcare=centre", FacilityKind.CLINIC),
      Map.entry("amenity=fire_station", FacilityKind.FIRE_STATION),
      Map.entry("amenity=police", FacilityKind.POLICE),
      Map.entry("amenity=community_centre", FacilityKind.COMMUNITY_CENTRE),
      Map.entry("amenity=social_centre", FacilityKind.COMMUNITY_CENTRE),
      Map.entry("amenity=arts_centre", FacilityKind.COMMUNITY_CENTRE),
      Map.entry("amenity=events_venue", FacilityKind.COMMUNITY_CENTRE),
      Map.entry("amenity=library", FacilityKind.LIBRARY),
      Map.entry("amenity=townhall", FacilityKind.TOWN_HALL),
      Map.entry("amenity=marketplace", FacilityKind.MARKET),
      Map.entry("leisure=bandstand", FacilityKind.STAGE),
      Map.entry("man_made=bandstand", FacilityKind.STAGE),
      Map.entry("leisure=amphitheatre", FacilityKind.STAGE),
      Map.entry("amenity=stage", FacilityKind.STAGE),
      Map.entry("amenity=theatre", FacilityKind.STAGE),
      Map.entry("amenity=school", FacilityKind.SCHOOL),
      Map.entry("amenity=kindergarten", FacilityKind.SCHOOL),
      Map.entry("amenity=university", FacilityKind.SCHOOL),
      Map.entry("amenity=college", FacilityKind.SCHOOL),
      Map.entry("amenity=place_of_worship", FacilityKind.PLACE_OF_WORSHIP),
      Map.entry("man_made=water_well", FacilityKind.WATER),
      Map.entry("man_made=water_tower", FacilityKind.WATER),
      Map.entry("man_made=water_tank", FacilityKind.WATER),
      Map.entry("man_made=reservoir_covered", FacilityKind.WATER),
      Map.entry("natural=spring", FacilityKind.WATER),
      Map.entry("landuse=reservoir", FacilityKind.WATER),
      Map.entry("water=reservoir", FacilityKind.WATER),
      Map.entry("emergency=fire_water_pond", FacilityKind.WATER),
      Map.entry("emergency=water_tank", FacilityKind.WATER),
      Map.entry("emergency=suction_point", FacilityKind.WATER));
  private static final Set<String> KEYS = Set.of("amenity", "man_made", "leisure", "natural", "landuse", "industrial", "shop",
      "healthcare", "water", "emergency");
  private static final Set<String> GATES = Set.of("gate", "lift_gate", "swing_gate", "sliding_gate", "kissing_gate",
      "hampshire_gate", "bollard", "entrance", "cycle_barrier", "motorcycle_barrier", "turnstile", "full-height_turnstile", "stile",
      "block", "chain");
  /** Things with water of their own where it is recorded as good to drink. */
  private static final Set<String> DRINKABLE = Set.of("amenity=fountain", "natural=spring", "man_made=water_well",
      "man_made=water_tap");

  private static final Set<FacilityKind> USED = EnumSet.of(FacilityKind.TOILETS, FacilityKind.DRINKING_WATER, FacilityKind.PLAY,
      FacilityKind.SPORT, FacilityKind.SEAT);
  private static final Set<FacilityKind> DANGERS = EnumSet.of(FacilityKind.FUEL, FacilityKind.GAS, FacilityKind.HIGH_VOLTAGE,
      FacilityKind.CHEMICAL);
  private static final Set<String> SHUT = Set.of("private", "no");

  private static final Set<String> FUELS = Set.of("fuel", "oil", "petrol", "gasoline", "diesel", "kerosene", "heating_oil",
      "crude_oil", "petroleum", "fuel_oil", "jet_fuel");
  private static final Set<String> GASES = Set.of("gas", "natural_gas", "lng", "lpg", "cng", "propane", "butane", "biogas",
      "hydrogen", "methane");
  private static final Set<String> WATERS = Set.of("water", "drinking_water", "fresh_water", "rainwater", "hot_water");
  private static final Set<String> HARMLESS = Set.of("sewage", "wastewater", "slurry", "manure", "grain", "silage", "wine", "milk",
      "beer", "sand", "salt", "cement", "wood_chips", "wood_pellets", "concrete", "molasses", "food", "seawater");
  private static final Pattern VOLTS = Pattern.compile("\\d{1,7}(\\.\\d+)?");
  private static final double HIGH_VOLTS = 100_000;

  private OsmFacilityKinds() {
  }

  /** @param uncertain of the kinds, those that hang on a fact that is not recorded */
  record Found(EnumSet<FacilityKind> kinds, EnumSet<FacilityKind> uncertain) {
  }

  static Found of(Map<String, String> tags) {
    var found = new Found(EnumSet.noneOf(FacilityKind.class), EnumSet.noneOf(FacilityKind.class));
    for (var key : KEYS) {
      var kind = tags.containsKey(key) ? BY_TAG.get(key + "=" + tags.get(key)) : null;
      if (kind != null) {
        found.kinds.add(kind);
      }
    }
    addDrinkingWater(tags, found);
    if (GATES.contains(tags.getOrDefault("barrier", ""))) {
      found.kinds.add(FacilityKind.BARRIER_GATE);
    }
    if ("line".equals(tags.get("power")) && !"underground".equals(tags.get("location"))) {
      addPowerLine(tags.get("voltage"), found);
    }
    addTankOrPipe(tags, found);
    if (SHUT.contains(tags.getOrDefault("access", ""))) {
      found.kinds.removeAll(USED);
    }
    if (OsmTags.isYes(tags.get("disused")) || OsmTags.isYes(tags.get("abandoned"))) {
      found.kinds.retainAll(DANGERS);
    }
    return found;
  }

  private static void addDrinkingWater(Map<String, String> tags, Found found) {
    if ("no".equals(tags.get("drinking_water"))) {
      found.kinds.remove(FacilityKind.DRINKING_WATER);
    } else if ("yes".equals(tags.get("drinking_water"))
        && KEYS.stream().anyMatch(key -> DRINKABLE.contains(key + "=" + tags.get(key)))) {
      found.kinds.add(FacilityKind.DRINKING_WATER);
    }
  }

  /** Of several circuits the highest counts; a line is below the limit only where all of them are. */
  private static void addPowerLine(String voltage, Found found) {
    boolean high = false;
    boolean unread = voltage == null;
    for (var part : voltage == null ? new String[0] : voltage.split(";")) {
      boolean number = VOLTS.matcher(part.strip()).matches();
      unread |= !number;
      high |= number && Double.parseDouble(part.strip()) >= HIGH_VOLTS;
    }
    if (high || unread) {
      found.kinds.add(FacilityKind.HIGH_VOLTAGE);
    }
    if (!high && unread) {
      found.uncertain.add(FacilityKind.HIGH_VOLTAGE);
    }
  }

  private static void addTankOrPipe(Map<String, String> tags, Found found) {
    boolean tank = "storage_tank".equals(tags.get("man_made"));
    boolean pipe = "pipeline".equals(tags.get("man_made"));
    if (tank || pipe) {
      var content = tags.getOrDefault("content", tags.getOrDefault("contents", tags.getOrDefault("substance", "")));
      if (FUELS.contains(content)) {
        found.kinds.add(FacilityKind.FUEL);
      } else if (GASES.contains(content)) {
        found.kinds.add(FacilityKind.GAS);
      } else if (tank && WATERS.contains(content)) {
        found.kinds.add(FacilityKind.WATER);
      } else if (tank && !HARMLESS.contains(content)) {
        found.kinds.add(FacilityKind.CHEMICAL);
        if (content.isEmpty()) {
          found.uncertain.add(FacilityKind.CHEMICAL);
        }
      }
    }
  }
}
