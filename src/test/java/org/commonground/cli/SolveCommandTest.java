package org.commonground.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class SolveCommandTest {

  private static final Path SHARED = Path.of("../shared/data/siting");

  @TempDir
  private Path folder;

  private record Run(int exit, String out, String err) {
  }

  private Path file(String text) throws IOException {
    return Files.writeString(folder.resolve("problem.txt"), text);
  }

  private static Run run(Path file, String... options) {
    var arguments = new ArrayList<>(List.of("solve", file.toString()));
    arguments.addAll(List.of(options));
    var out = new ByteArrayOutputStream();
    var err = new ByteArrayOutputStream();
    var before = List.of(System.out, System.err);
    System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    try {
      int exit = Shell.run(arguments.toArray(String[]::new), service -> { });
      return new Run(exit, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(before.get(0));
      System.setErr(before.get(1));
    }
  }

  private static JsonNode answer(Path file, String... options) {
    var all = new ArrayList<>(List.of(options));
    all.add("--json");
    var run = run(file, all.toArray(String[]::new));
    assertEquals(0, run.exit, run.err);
    return JsonMapper.shared().readTree(run.out);
  }

  private void refused(String text, String sentence, String... options) throws IOException {
    var run = run(file(text), options);
    assertEquals(2, run.exit, run.out + run.err);
    assertEquals("", run.out);
    assertTrue(run.err.contains(sentence), run.err);
  }

  /** Five nodes in a row; the later line for the edge from 1 to 2 makes it 1 long. */
  @Test
  void aLaterEdgeReplacesTheEarlier() throws IOException {
    var solved = answer(file("5 5 1\n1 2 100\n2 3 1\n3 4 1\n4 5 1\n2 1 1\n"), "--format", "orlib-pmed");
    assertEquals(6, solved.path("value").doubleValue());
    assertEquals("3", solved.path("chosen").path(0).path("id").stringValue());
    assertEquals("optimal", solved.path("stopped").stringValue());
    assertTrue(solved.path("proven").booleanValue());
  }

  @Test
  void pointsInThePlane() throws IOException {
    var three = "id,x,y,weight\na,0,0,5\nb,3,4,2\nc,30,0,4\n";
    var covered = answer(file(three), "--format", "points-csv", "--objective", "mclp", "--p", "1", "--radius", "5");
    assertEquals(7, covered.path("value").doubleValue(), "who is at the radius is covered");
    assertEquals(2, answer(file(three), "--format", "points-csv", "--objective", "lscp", "--radius", "5").path("value")
        .doubleValue());
    assertEquals(1, answer(file(three), "--format", "points-csv", "--objective", "lscp", "--radius", "5", "--share", "60")
        .path("value").doubleValue());
    var center = answer(file(three), "--format", "points-csv", "--objective", "p-center", "--p", "2");
    assertEquals(5, center.path("value").doubleValue());
    var impossible = answer(file(three), "--format", "points-csv", "--objective", "lscp", "--radius", "5", "--p", "1");
    assertEquals("infeasible", impossible.path("stopped").stringValue());
    assertTrue(impossible.path("value").isNull());
    assertTrue(impossible.path("notes").path(0).stringValue()
        .startsWith("No 1 sites cover 100.00 %; the best found cover 7 of 11"));
  }

  @Test
  void costsAsPairsOrAsAMatrix() throws IOException {
    var pairs = "point,candidate,distance,weight\na,s,1,2\na,t,5,2\nb,s,9,1\nb,t,3,1\n";
    var matrix = "id,weight,s,t\na,2,1,5\nb,1,9,3\n";
    for (var text : List.of(pairs, matrix)) {
      var solved = answer(file(text), "--format", "cost-csv", "--p", "1");
      assertEquals(11, solved.path("value").doubleValue());
      assertEquals("s", solved.path("chosen").path(0).path("id").stringValue());
      assertEquals(2, solved.path("alternatives").size() + solved.path("candidates").intValue());
    }
  }

  @Test
  void mistakesAreNamed() throws IOException {
    refused("3 2 1\n1 2 7\n2 3\n", "line 3: it has 2 numbers instead of 3.", "--format", "orlib-pmed");
    refused("3 2 1\n1 2 7\n2 9 1\n", "line 3: it names node 9, but nodes are 1 to 3.", "--format", "orlib-pmed");
    refused("3 2 1\n1 2 x\n2 3 1\n", "line 2: it has \"x\" for a number.", "--format", "orlib-pmed");
    refused("3 2 1\n1 2 -7\n2 3 1\n", "line 2: it has -7 for a number, below 0.", "--format", "orlib-pmed");
    refused("3 5 1\n1 2 7\n", "names 5 edges in its first line, but has 1.", "--format", "orlib-pmed");
    refused("3 1 1\n1 2 7\n", "no way from point 1 to candidate 3", "--format", "orlib-pmed");
    refused("2 1 3\n1 2 7\n", "--p is 3, but must be 1 to 2, the number of candidates.", "--format", "orlib-pmed");
    refused("", "is empty", "--format", "orlib-pmed");
    refused("id,x,y,weight\na,0,0,-1\n", "line 2: it has -1 for a weight, below 0.", "--format", "points-csv", "--p", "1");
    refused("id,x,y,weight\na,0,0,1\n", "--p is missing", "--format", "points-csv");
    refused("id,x,y,weight\na,0,0,1\n", "--radius is missing", "--format", "points-csv", "--objective", "mclp", "--p", "1");
    refused("id,x,weight\na,0,1\n", "has no column y.", "--format", "points-csv", "--p", "1");
    refused("id,x,y,weight\n", "has no rows.", "--format", "points-csv", "--p", "1");
    refused("point,candidate,distance\na,s,7\n", "--radius is 1.0, but reaches nobody from any candidate", "--format", "cost-csv",
        "--objective", "mclp", "--p", "1", "--radius", "1");
    refused("id,x,y\na,0,0\n", "--time-limit is 0.5, but must be 1 second or more.", "--format", "points-csv", "--p", "1",
        "--time-limit", "0.5");
    refused("id,x,y\na,0,0\n", "--objective is best, but must be one of [p-median, mclp, lscp, p-center, least-cost,", "--format",
        "points-csv", "--objective", "best");
  }

  /**
   * Three houses on a line, 10 apart, that are all candidates: a site covers its neighbours too. The middle costs as much as both
   * ends and holds 3 people; only the ends serve in a flood.
   */
  private static final String STREET = """
      id,x,y,weight,cost,capacity,hazards,district,elderly,flood
      a,0,0,5,1,9,flood;fire,north,1,2
      b,10,0,4,3,3,fire,north,0,1
      c,20,0,3,1,9,flood,south,3,4
      """;

  private JsonNode street(String objective, String... options) throws IOException {
    var all = new ArrayList<>(List.of("--format", "points-csv", "--objective", objective, "--radius", "10"));
    all.addAll(List.of(options));
    return answer(file(STREET), all.toArray(String[]::new));
  }

  private static List<String> ids(JsonNode sites) {
    return sites.valueStream().map(site -> site.isString() ? site.stringValue() : site.path("id").stringValue()).toList();
  }

  @Test
  void everyProblemOfCover() throws IOException {
    assertEquals(List.of("b"), ids(street("lscp").path("chosen")), "the middle covers all");
    var cheap = street("least-cost");
    assertEquals(List.of("a", "c"), ids(cheap.path("chosen")), "both ends cost 2, the middle 3");
    assertEquals(2, cheap.path("value").doubleValue());
    assertEquals(9, street("room", "--p", "1").path("value").doubleValue(), "an end has room for its own 5 and 4 more");
    assertEquals(1, street("worst-district", "--p", "1").path("value").doubleValue(), "the middle reaches all of both districts");
    assertEquals(0, street("worst-district", "--p", "1", "--open", "a").path("value").doubleValue(), "a reaches nobody in the south");
    assertEquals(5, street("mclp", "--p", "1", "--hazards", "flood").path("value").doubleValue(), "c covers 4 and 1 in a flood");
    assertEquals(4, street("mclp", "--p", "2", "--k", "2", "--closed", "b").path("value").doubleValue(), "only b sees both ends");
    assertEquals(6, street("mclp", "--p", "1", "--backup", "50").path("value").doubleValue(), "half of 12, the rest needs a second");
    assertEquals(4, street("mclp", "--p", "1", "--weights", "elderly=1").path("value").doubleValue());
    assertEquals(9, street("mclp", "--p", "2", "--budget", "1").path("value").doubleValue(), "one end is all that 1 buys");
    assertEquals(List.of("a", "c"), ids(street("mclp", "--p", "3", "--apart", "15", "--closed", "b").path("chosen")));
  }

  @Test
  void furtherAnswers() throws IOException {
    var curve = street("mclp", "--p", "2", "--curve").path("curve");
    assertEquals(3, curve.size());
    assertEquals(0, curve.path(0).path("value").doubleValue());
    assertEquals(12, curve.path(1).path("bound").doubleValue());
    var ranked = street("lscp", "--closed", "b", "--alternatives", "5");
    assertEquals(0, ranked.path("ranked").size());
    assertTrue(ranked.path("notes").path(0).stringValue().startsWith("No other set"));
    var front = street("mclp", "--p", "1", "--closed", "b", "--front", "elderly").path("front");
    assertEquals(2, front.size());
    assertEquals(9, front.path(0).path("weight").doubleValue());
    assertEquals(3, front.path(1).path("other").doubleValue());
    var impossible = street("lscp", "--p", "1", "--closed", "b");
    assertEquals("infeasible", impossible.path("stopped").stringValue());
    assertTrue(impossible.path("notes").toString().contains("With 2 sites instead of 1 it can be done, with fewer it cannot."));
    assertTrue(impossible.path("notes").toString().contains("With a reach of 20.0 it can be done by 1 sites"));
    var beyond = answer(file(STREET), "--format", "points-csv", "--objective", "lscp", "--radius", "5", "--candidates",
        Files.writeString(folder.resolve("candidates.csv"), "id,x,y\ns,0,0\n").toString());
    assertEquals(List.of("b", "c"), ids(beyond.path("beyondReach")));
  }

  @Test
  void mistakesOfTheFurtherOptionsAreNamed() throws IOException {
    var mclp = new String[] {"--format", "points-csv", "--objective", "mclp", "--radius", "10", "--p", "1"};
    refusedToo("--k is 0, but must be 1 to 10.", mclp, "--k", "0");
    refusedToo("--backup is 60.0, but must be 0 to 50 percent", mclp, "--backup", "60");
    refusedToo("--open names z, but no candidate has this id.", mclp, "--open", "z");
    refusedToo("The options contradict each other: candidate 0 is to be both open and closed.", mclp, "--open", "a", "--closed", "a");
    refusedToo("--budget is -1.0, but must be 0 or more.", mclp, "--budget", "-1");
    refusedToo("The table of points has no column wealth", mclp, "--front", "wealth");
    refusedToo("--front counts who is covered once; leave out --k and --backup.", mclp, "--front", "elderly", "--k", "2");
    refusedToo("Point a has \"north\" for district, but must have a number", mclp, "--weights", "district=1");
    refusedToo("--weights is elderly=-1.0, but must have a factor of 0 or more.", mclp, "--weights", "elderly=-1");
    refusedToo("--alternatives is -1, but must be 0 to 1000.", mclp, "--alternatives", "-1");
    refused("id,x,y\na,0,0\n", "The table of candidates has no column capacity", "--format", "points-csv", "--objective", "room",
        "--p", "1", "--radius", "1");
  }

  private void refusedToo(String sentence, String[] most, String... more) throws IOException {
    var all = new ArrayList<>(List.of(most));
    all.addAll(List.of(more));
    refused(STREET, sentence, all.toArray(String[]::new));
  }

  /** Optima of OR-Library (Beasley 1990), and the values that spopt's users know for San Francisco. */
  @Test
  void knownOptima() throws IOException {
    assumeTrue(Files.isDirectory(SHARED), "benchmark files are not here");
    var optima = Files.readAllLines(SHARED.resolve("orlib/pmedopt.txt"));
    for (int number : new int[] {1, 5, 12, 16, 20, 24, 31}) {
      var solved = answer(SHARED.resolve("orlib/pmed" + number + ".txt"), "--format", "orlib-pmed");
      var line = "pmed" + number + " ";
      int optimum = optima.stream().filter(row -> row.startsWith(line)).mapToInt(row -> Integer.parseInt(row.split("\\s+")[1]))
          .findFirst().orElseThrow();
      assertEquals(optimum, solved.path("value").doubleValue(), line);
      assertEquals(optimum, solved.path("bound").doubleValue(), line);
    }
    var francisco = SHARED.resolve("sf/SF_network_distance_candidateStore_16_censusTract_205_new.csv");
    var four = new String[] {"--format", "cost-csv", "--p", "4"};
    assertEquals(2_848_268_129.7145104, answer(francisco, four).path("value").doubleValue(), 1e-3);
    assertEquals(8, answer(francisco, "--format", "cost-csv", "--objective", "lscp", "--radius", "5000").path("value")
        .intValue());
    assertEquals(7403.06, answer(francisco, "--format", "cost-csv", "--objective", "p-center", "--p", "4").path("value")
        .doubleValue(), 0.005);
  }

  /** A second is enough for an answer with a bound, if not for the proof. */
  @Test
  void aSecondGivesTheBestSoFar() throws IOException {
    var random = new java.util.Random(3);
    var text = new StringBuilder("id,x,y,weight\n");
    for (int i = 0; i < 2_000; i++) {
      text.append(i).append(',').append(random.nextInt(10_000)).append(',').append(random.nextInt(10_000)).append(',')
          .append(1 + random.nextInt(99)).append('\n');
    }
    var solved = answer(file(text.toString()), "--format", "points-csv", "--objective", "mclp", "--p", "30", "--radius", "900",
        "--time-limit", "1");
    assertTrue(solved.path("bound").doubleValue() >= solved.path("value").doubleValue());
    assertTrue(solved.path("value").doubleValue() > 0);
    assertTrue(List.of("time", "optimal").contains(solved.path("stopped").stringValue()));
  }
}
