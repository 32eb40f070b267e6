package org.commonground.siting;

import java.util.Arrays;

/** Rows that go to the nearest open site. */
final class MedianDemand implements Demand {

  private final MedianRows rows;
  private final boolean whole;
  /** Where each candidate's entries begin in the two arrays below. */
  private final int[] firstOfSite;
  private final int[] rowOfSite;
  private final int[] entryOfSite;

  MedianDemand(MedianRows rows) {
    this.rows = rows;
    whole = Arrays.stream(rows.cost()).allMatch(cost -> cost == Math.rint(cost))
        && Arrays.stream(rows.beyond()).allMatch(cost -> cost == Math.rint(cost));
    var ofSite = RowsOfSite.of(rows.candidates(), rows.first(), rows.site());
    firstOfSite = ofSite.first();
    rowOfSite = ofSite.row();
    entryOfSite = new int[rows.site().length];
    var next = firstOfSite.clone();
    for (int entry = 0; entry < entryOfSite.length; entry++) {
      entryOfSite[next[rows.site()[entry]]++] = entry;
    }
  }

  @Override
  public int candidates() {
    return rows.candidates();
  }

  @Override
  public int rows() {
    return rows.count();
  }

  @Override
  public boolean whole() {
    return whole;
  }

  @Override
  public double loss(int[] sites) {
    var in = new boolean[candidates()];
    Arrays.stream(sites).forEach(site -> in[site] = true);
    double loss = 0;
    for (int row = 0; row < rows(); row++) {
      int entry = rows.first()[row];
      while (entry < rows.first()[row + 1] && !in[rows.site()[entry]]) {
        entry++;
      }
      loss += cost(row, entry);
    }
    return loss;
  }

  /** The cost of an entry, or what the row pays where its entries have ended. */
  private double cost(int row, int entry) {
    return entry < rows.first()[row + 1] ? rows.cost()[entry] : rows.beyond()[row];
  }

  @Override
  public Opened opened() {
    return new Nearest();
  }

  @Override
  public Pricing pricing(byte[] fixed) {
    return new Offers(fixed);
  }

  /** Candidates that are out leave the rows, and so does what is dearer than a candidate that is in. */
  @Override
  public Reduced without(byte[] fixed, double[] prices) {
    var first = new int[rows.first().length];
    var site = new int[rows.site().length];
    var cost = new double[site.length];
    var beyond = rows.beyond().clone();
    int size = 0;
    for (int row = 0; row < rows(); row++) {
      for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
        if (fixed[rows.site()[entry]] != Fixed.OUT) {
          site[size] = rows.site()[entry];
          cost[size++] = rows.cost()[entry];
          if (fixed[rows.site()[entry]] == Fixed.IN) {
            beyond[row] = rows.cost()[entry];
            break;
          }
        }
      }
      first[row + 1] = size;
    }
    return new Reduced(new MedianDemand(new MedianRows(candidates(), first, Arrays.copyOf(site, size), Arrays.copyOf(cost, size),
        beyond)), prices);
  }

  /** Each row's nearest open site, as an entry. */
  private final class Nearest implements Opened {

    private final boolean[] in = new boolean[candidates()];
    private final double[] gain = new double[candidates()];
    private final int[] nearest = new int[rows()];
    private double loss;

    Nearest() {
      for (int row = 0; row < rows(); row++) {
        nearest[row] = rows.first()[row + 1];
        loss += rows.beyond()[row];
        for (int entry = rows.first()[row]; entry < nearest[row]; entry++) {
          gain[rows.site()[entry]] += rows.beyond()[row] - rows.cost()[entry];
        }
      }
    }

    @Override
    public double loss() {
      return loss;
    }

    @Override
    public double[] gain() {
      return gain;
    }

    @Override
    public void open(int site) {
      in[site] = true;
      for (int at = firstOfSite[site]; at < firstOfSite[site + 1]; at++) {
        int row = rowOfSite[at];
        int entry = entryOfSite[at];
        if (entry < nearest[row]) {
          double before = cost(row, nearest[row]);
          double after = rows.cost()[entry];
          shift(row, entry, before - after);
          for (int farther = entry; farther < nearest[row]; farther++) {
            gain[rows.site()[farther]] -= before - rows.cost()[farther];
          }
          loss -= before - after;
          nearest[row] = entry;
        }
      }
    }

    @Override
    public void close(int site) {
      in[site] = false;
      for (int at = firstOfSite[site]; at < firstOfSite[site + 1]; at++) {
        int row = rowOfSite[at];
        int entry = entryOfSite[at];
        if (entry == nearest[row]) {
          int next = entry + 1;
          while (next < rows.first()[row + 1] && !in[rows.site()[next]]) {
            next++;
          }
          double before = rows.cost()[entry];
          double after = cost(row, next);
          shift(row, entry, before - after);
          for (int farther = entry; farther < next; farther++) {
            gain[rows.site()[farther]] += after - rows.cost()[farther];
          }
          loss += after - before;
          nearest[row] = next;
        }
      }
    }

    /** Every candidate nearer than an entry gains so much less. */
    private void shift(int row, int entry, double less) {
      for (int nearer = rows.first()[row]; nearer < entry; nearer++) {
        gain[rows.site()[nearer]] -= less;
      }
    }
  }

  /** A row offers its price to every candidate whose cost is below it. */
  private final class Offers extends Pricing {

    Offers(byte[] fixed) {
      super(rows());
      for (int row = 0; row < rows(); row++) {
        double lowest = rows.beyond()[row];
        double highest = rows.beyond()[row];
        for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
          byte state = fixed[rows.site()[entry]];
          if (state != Fixed.OUT) {
            lowest = Math.min(lowest, rows.cost()[entry]);
          }
          if (state == Fixed.IN) {
            highest = rows.cost()[entry];
            break;
          }
        }
        floor[row] = lowest;
        ceiling[row] = highest;
      }
    }

    @Override
    double collect(double[] prices, double[] rate) {
      double sum = 0;
      var first = rows.first();
      var site = rows.site();
      var cost = rows.cost();
      for (int row = 0; row < prices.length; row++) {
        double price = prices[row];
        sum += price;
        for (int entry = first[row], end = first[row + 1]; entry < end && cost[entry] < price; entry++) {
          rate[site[entry]] += cost[entry] - price;
        }
      }
      return sum;
    }

    @Override
    void slope(double[] prices, int[] sites, int count, double[] share, double[] slope) {
      var first = rows.first();
      var site = rows.site();
      var cost = rows.cost();
      for (int row = 0; row < prices.length; row++) {
        double price = prices[row];
        double served = 0;
        for (int entry = first[row], end = first[row + 1]; entry < end && cost[entry] < price; entry++) {
          served += share[site[entry]];
        }
        slope[row] = 1 - served;
      }
    }

    /** Halfway between the nearest and the second nearest of the good set. */
    @Override
    void guess(int[] sites, double[] prices) {
      var in = new boolean[candidates()];
      Arrays.stream(sites).forEach(site -> in[site] = true);
      for (int row = 0; row < prices.length; row++) {
        int entry = next(row, rows.first()[row], in);
        double nearest = cost(row, entry);
        double second = entry == rows.first()[row + 1] ? nearest : cost(row, next(row, entry + 1, in));
        prices[row] = (nearest + second) / 2;
      }
    }

    private int next(int row, int from, boolean[] in) {
      int entry = from;
      while (entry < rows.first()[row + 1] && !in[rows.site()[entry]]) {
        entry++;
      }
      return entry;
    }
  }
}
