package org.commonground.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.commonground.city.CityStore;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;

/** The cities of a store, the last few of them kept in memory with what has been computed. Safe for use by many threads. */
final class Cities {

  private static final int KEPT = 6;

  private final CityStore store;
  /** One lock per area, so that reading a large one keeps nobody from another. */
  private final Map<String, Object> reading = new ConcurrentHashMap<>();
  private final Map<String, Snapshot> snapshots = new LinkedHashMap<>(16, 0.75f, true) {
    @Override
    protected boolean removeEldestEntry(Map.Entry<String, Snapshot> eldest) {
      return size() > KEPT;
    }
  };

  Cities(CityStore store) {
    this.store = store;
  }

  List<CityStore.Entry> list() {
    return store.list();
  }

  /** @throws InvalidInput where there is no area of this name, as everywhere below */
  CityStore.Entry entry(String name) {
    return store.findEntry(name).orElseThrow(() -> unknown(name));
  }

  /** The city as it is in the store now. */
  Snapshot snapshot(String name) {
    long version = entry(name).version();
    synchronized (reading.computeIfAbsent(name, none -> new Object())) {
      var known = kept(name);
      if (known == null || known.version() != version) {
        known = new Snapshot(store.find(name).orElseThrow(() -> unknown(name)), version);
        keep(name, known);
      }
      return known;
    }
  }

  private Snapshot kept(String name) {
    synchronized (snapshots) {
      return snapshots.get(name);
    }
  }

  private void keep(String name, Snapshot snapshot) {
    synchronized (snapshots) {
      snapshots.put(name, snapshot);
    }
  }

  private static InvalidInput unknown(String area) {
    return new InvalidInput(Code.AREA_UNKNOWN, "area", "There is no area named \"" + area + "\".");
  }
}
