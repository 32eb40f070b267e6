package org.commonground.plan.city;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.commonground.city.CityStore;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;

/** The cities of a store, the last few of them kept in memory with what has been computed. Safe for use by many threads. */
public final class Cities {

  private static final int KEPT = 6;
  private static final long SEEN_NANOS = 250_000_000;

  private final CityStore store;
  /** One lock per area, so that reading a large one keeps nobody from another. */
  private final Map<String, Object> reading = new ConcurrentHashMap<>();
  private final Map<String, Seen> seen = new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Seen> eldest) {
      return size() > KEPT;
    }
  };

  /** A city, and when the store was last asked whether it is still that one. */
  private record Seen(Snapshot snapshot, long atNanos) {

    boolean isFresh() {
      return System.nanoTime() - atNanos < SEEN_NANOS;
    }
  }

  public Cities(CityStore store) {
    this.store = store;
  }

  /** Every area there is, in alphabetical order. */
  public List<CityStore.Entry> list() {
    return store.list();
  }

  /** @throws InvalidInput where there is no area of this name, as everywhere below */
  public CityStore.Entry entry(String name) {
    return store.findEntry(name).orElseThrow(() -> unknown(name));
  }

  /** The city as it is in the store now, or was a quarter of a second ago: a store asked more often would slow every answer. */
  public Snapshot snapshot(String name) {
    var known = seen(name);
    if (known != null && known.isFresh()) {
      return known.snapshot();
    }
    long now = System.nanoTime();
    long version = entry(name).version();
    synchronized (reading.computeIfAbsent(name, none -> new Object())) {
      known = seen(name);
      var snapshot = known != null && known.snapshot().version() == version ? known.snapshot()
          : new Snapshot(store.find(name).orElseThrow(() -> unknown(name)), version);
      synchronized (seen) {
        seen.put(name, new Seen(snapshot, now));
      }
      return snapshot;
    }
  }

  private Seen seen(String name) {
    synchronized (seen) {
      return seen.get(name);
    }
  }

  private static InvalidInput unknown(String area) {
    return new InvalidInput(Code.AREA_UNKNOWN, "area", "There is no area named \"" + area + "\".");
  }
}
