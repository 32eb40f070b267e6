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
    refused("id,x,y\na,0,0\n", "--objective is best, but must be one of [p-median, mclp, lscp, p-center].", "--format",
        "points-csv", "--objective", "best");
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
