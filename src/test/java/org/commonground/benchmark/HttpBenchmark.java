package org.commonground.benchmark;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;

/**
 * How long a running service lets people wait for their nearest shelters when so many a second ask, whether or not the earlier ones have
 * been answered. A time begins when a request is due, not when a connection is free for it: so a service that stalls is not asked less.
 * What is not answered, or not with 200, is an error.
 *
 * <p>Arguments: the area's address ({@code http://localhost:8080/api/areas/porto}); a CSV with {@code lon,lat} as its first two columns,
 * the places that are asked from; requests a second (default 2000); seconds (default 10); connections (default 8); the number of rounds
 * (default 3), after one to warm up.
 */
final class HttpBenchmark {

  private final URI area;
  private final List<String> places;

  private HttpBenchmark(URI area, List<String> places) {
    this.area = area;
    this.places = places;
  }

  public static void main(String[] arguments) throws IOException, InterruptedException {
    int rate = number(arguments, 2, 2_000);
    int seconds = number(arguments, 3, 10);
    int connections = number(arguments, 4, 8);
    var places = Files.readAllLines(Path.of(arguments[1])).stream().skip(1).map(row -> row.split(","))
        .map(cells -> "lon=" + cells[0] + "&lat=" + cells[1]).toList();
    var benchmark = new HttpBenchmark(URI.create(arguments[0]), places);
    for (int round = 0; round <= number(arguments, 5, 3); round++) {
      System.out.printf(Locale.ROOT, "%s  %s%n", round == 0 ? "warm-up" : "round " + round,
          benchmark.run(rate, rate * seconds, connections));
    }
  }

  private static int number(String[] arguments, int at, int otherwise) {
    return arguments.length > at ? Integer.parseInt(arguments[at]) : otherwise;
  }

  private String run(int rate, int count, int connections) throws InterruptedException {
    var nanos = new long[count];
    var bytes = new long[count];
    var next = new AtomicInteger();
    var chosen = new Random(2).ints(count, 0, places.size()).toArray();
    long begin = System.nanoTime() + 100_000_000;
    var threads = IntStream.range(0, connections).mapToObj(i -> new Thread(() -> {
      try (var connection = new Connection(area)) {
        for (int request = next.getAndIncrement(); request < count; request = next.getAndIncrement()) {
          long due = begin + (long) (request * 1e9 / rate);
          for (long left = due - System.nanoTime(); left > 0; left = due - System.nanoTime()) {
            LockSupport.parkNanos(left);
          }
          bytes[request] = connection.get(area.getPath() + "/nearest?" + places.get(chosen[request]));
          nanos[request] = System.nanoTime() - due;
        }
      } catch (IOException failure) {
        System.err.println(failure);
      }
    })).toList();
    threads.forEach(Thread::start);
    for (var thread : threads) {
      thread.join();
    }
    double took = (System.nanoTime() - begin) / 1e9;
    long good = Arrays.stream(bytes).filter(length -> length > 0).count();
    var answered = IntStream.range(0, count).filter(request -> bytes[request] > 0).mapToLong(request -> nanos[request]).sorted().toArray();
    if (answered.length == 0) {
      return "no request was answered";
    }
    return String.format(Locale.ROOT, "%,d requests, %,.0f a second, %d errors, %,d bytes each: median %.2f ms, 99 %% %.2f ms, max %.2f ms",
        count, count / took, count - good, Arrays.stream(bytes).sum() / Math.max(1, good), answered[answered.length / 2] / 1e6,
        answered[(int) (answered.length * 0.99)] / 1e6, answered[answered.length - 1] / 1e6);
  }

  /** One connection that is kept; a plain socket, so that what is measured is the service. */
  private static final class Connection implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;
    private final String host;
    private final byte[] body = new byte[1 << 16];

    Connection(URI area) throws IOException {
      socket = new Socket(area.getHost(), area.getPort());
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream(), 1 << 16);
      host = area.getAuthority();
    }

    /** Length of the answer; 0 where it is not a good one. */
    long get(String path) throws IOException {
      socket.getOutputStream().write(("GET " + path + " HTTP/1.1\r\nHost: " + host + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
      boolean good = line().startsWith("HTTP/1.1 200");
      long length = -1;
      for (var header = line(); !header.isEmpty(); header = line()) {
        var lower = header.toLowerCase(Locale.ROOT);
        length = lower.startsWith("content-length:") ? Long.parseLong(lower.substring(15).strip()) : length;
      }
      long read = length >= 0 ? skip(length) : chunks();
      return good ? read : 0;
    }

    private long chunks() throws IOException {
      long all = 0;
      for (long chunk = Long.parseLong(line(), 16); chunk > 0; chunk = Long.parseLong(line(), 16)) {
        all += skip(chunk);
        line();
      }
      line();
      return all;
    }

    private long skip(long length) throws IOException {
      for (long left = length; left > 0; ) {
        int got = in.read(body, 0, (int) Math.min(left, body.length));
        if (got < 0) {
          throw new EOFException("the service closed the connection");
        }
        left -= got;
      }
      return length;
    }

    private String line() throws IOException {
      var line = new StringBuilder();
      for (int read = in.read(); read != '\n'; read = in.read()) {
        if (read < 0) {
          throw new EOFException("the service closed the connection");
        }
        if (read != '\r') {
          line.append((char) read);
        }
      }
      return line.toString();
    }

    @Override
    public void close() throws IOException {
      socket.close();
    }
  }
}
