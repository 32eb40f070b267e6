package org.commonground;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.commonground.people.DemandPoint;
import org.commonground.plan.Planner;
import org.commonground.plan.coverage.Coverage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks the service, through its own door, what people will ask, and throws the answers away. A program that has just started is slow
 * until its paths are compiled; this way they are before somebody waits, and the first in need is answered as fast as the thousandth.
 */
final class Rehearsal {

  private static final Logger LOG = LoggerFactory.getLogger(Rehearsal.class);
  private static final int WALKS = 6_000;
  private static final int EDITS = 60;

  private final Planner planner;
  private final String address;

  /** @param address where the service answers, such as {@code http://localhost:8080} */
  Rehearsal(Planner planner, String address) {
    this.planner = planner;
    this.address = address;
  }

  void of(String area) {
    var places = planner.snapshot(area).city().demand();
    try {
      for (int walk = 0; walk < WALKS && !places.isEmpty(); walk++) {
        nearest(area, places.get((int) ((long) walk * places.size() / WALKS)));
      }
      Coverage.rehearse(planner, area, EDITS);
      // Refused, so that no job comes of it; but all that is made with the first question is then there.
      ask(address + "/api/areas/" + area + "/siting", "{\"p\": 0}");
      // What the rehearsal leaves behind is cleared now, and not while the first people wait for their answers.
      System.gc();
    } catch (IOException failure) {
      LOG.debug("the service cannot reach itself at {}", address, failure);
    }
  }

  private void nearest(String area, DemandPoint place) throws IOException {
    ask(address + "/api/areas/" + area + "/nearest?lon=" + place.lon() + "&lat=" + place.lat(), null);
  }

  /** @param body null to get */
  private static void ask(String question, String body) throws IOException {
    var connection = (HttpURLConnection) URI.create(question).toURL().openConnection();
    if (body != null) {
      connection.setRequestProperty("Content-Type", "application/json");
      connection.setDoOutput(true);
      connection.getOutputStream().write(body.getBytes(StandardCharsets.UTF_8));
    }
    var answer = connection.getResponseCode() < 400 ? connection.getInputStream() : connection.getErrorStream();
    try (answer) {
      answer.readAllBytes();
    }
  }
}
