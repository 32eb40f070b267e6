package org.commonground.benchmark;

import com.graphhopper.GHRequest;
import com.graphhopper.GraphHopper;
import com.graphhopper.config.CHProfile;
import com.graphhopper.config.Profile;
import com.graphhopper.util.GHUtility;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.commonground.plan.nearest.NearestAnswer;
import org.locationtech.jts.geom.Coordinate;

/**
 * GraphHopper's own import of a map, on foot, with contraction hierarchies: a route with its line and its instructions to each of the
 * shelters that an answer of ours names. Which ones are nearest it is told.
 */
final class GraphHopperRoutes implements AutoCloseable {

  private static final String FOOT = "foot";

  private final GraphHopper hopper;
  private double metres;
  private long failed;

  GraphHopperRoutes(Path osm) throws IOException {
    hopper = new GraphHopper().setOSMFile(osm.toString())
        .setGraphHopperLocation(Files.createTempDirectory("graphhopper").resolve("graph").toString()).setStoreOnFlush(false)
        .setEncodedValuesString("foot_access, foot_priority, foot_average_speed, foot_road_access, hike_rating, mtb_rating, "
            + "country, road_class")
        .setProfiles(new Profile(FOOT).setCustomModel(GHUtility.loadCustomModelFromJar("foot.json")));
    hopper.getCHPreparationHandler().setCHProfiles(new CHProfile(FOOT));
    hopper.importOrLoad();
  }

  int nodes() {
    return hopper.getBaseGraph().getNodes();
  }

  int edges() {
    return hopper.getBaseGraph().getEdges();
  }

  void routes(Coordinate from, NearestAnswer answer) {
    for (var shelter : answer.shelters()) {
      var response = hopper.route(new GHRequest(from.y, from.x, shelter.lat(), shelter.lon()).setProfile(FOOT).setLocale("en"));
      if (response.hasErrors()) {
        failed++;
      } else {
        metres += response.getBest().getDistance();
      }
    }
  }

  /** Metres of all routes so far. */
  double metres() {
    return metres;
  }

  long failed() {
    return failed;
  }

  @Override
  public void close() {
    hopper.close();
  }
}
