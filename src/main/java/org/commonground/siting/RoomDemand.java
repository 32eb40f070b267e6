package org.commonground.siting;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/** Rows that need a place at an open site; a site has only so many. */
final class RoomDemand implements Demand {

  private final CoverRows rows;
  private final double[] capacity;
  private final int[] firstOfSite;
  private final int[] rowOfSite;
  private final boolean whole;

  RoomDemand(CoverRows rows, double[] capacity) {
    this.rows = rows;
    this.capacity = capacity;
    var ofSite = RowsOfSite.of(rows.candidates(), rows.first(), rows.site());
    firstOfSite = ofSite.first();
    rowOfSite = ofSite.row();
    whole = rows.alone() == Math.rint(rows.alone())
        && Arrays.stream(rows.weight()).allMatch(weight -> weight == Math.rint(weight))
        && Arrays.stream(capacity).allMatch(room -> room == Math.rint(room));
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
    return rows.total() - placement(sites).placed;
  }

  private Placement placement(int[] sites) {
    var placement = new Placement();
    for (int site : sites) {
      placement.fill(site);
    }
    return placement;
  }

  @Override
  public Opened opened() {
    return new Filled();
  }

  @Override
  public Pricing pricing(byte[] fixed) {
    return new Offers();
  }

  @Override
  public Reduced without(byte[] fixed, double[] prices) {
    return new Reduced(this, prices);
  }

  /** Most people in the sites filled so far: each further site draws people along augmenting ways (Ford and Fulkerson 1956). */
  private final class Placement {

    /** By place in {@code rows.site()}, people of that row at that site. */
    private final double[] at = new double[rows.site().length];
    private final double[] waiting = rows.weight().clone();
    private final boolean[] filled = new boolean[candidates()];
    private double placed;

    void fill(int site) {
      filled[site] = true;
      double left = capacity[site];
      while (left > 1e-12) {
        double more = draw(site, left);
        if (more <= 0) {
          return;
        }
        left -= more;
        placed += more;
      }
    }

    /** Draws people who wait, or people of other sites whose places somebody who waits can take. */
    private double draw(int site, double most) {
      var fromRow = new int[candidates()];
      var viaSite = new int[rows()];
      Arrays.fill(fromRow, -1);
      Arrays.fill(viaSite, -1);
      var queue = new int[candidates()];
      int size = 1;
      queue[0] = site;
      fromRow[site] = rows();
      for (int head = 0; head < size; head++) {
        int here = queue[head];
        for (int i = firstOfSite[here]; i < firstOfSite[here + 1]; i++) {
          int row = rowOfSite[i];
          if (viaSite[row] >= 0) {
            continue;
          }
          viaSite[row] = here;
          if (waiting[row] > 1e-12) {
            return move(row, site, fromRow, viaSite, Math.min(most, waiting[row]));
          }
          for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
            int other = rows.site()[entry];
            if (at[entry] > 1e-12 && fromRow[other] < 0) {
              fromRow[other] = row;
              queue[size++] = other;
            }
          }
        }
      }
      return 0;
    }

    private double move(int found, int site, int[] fromRow, int[] viaSite, double most) {
      double amount = most;
      for (int here = viaSite[found]; here != site; here = viaSite[fromRow[here]]) {
        amount = Math.min(amount, at[entry(fromRow[here], here)]);
      }
      waiting[found] -= amount;
      at[entry(found, viaSite[found])] += amount;
      for (int here = viaSite[found]; here != site; here = viaSite[fromRow[here]]) {
        int row = fromRow[here];
        at[entry(row, here)] -= amount;
        at[entry(row, viaSite[row])] += amount;
      }
      return amount;
    }

    private int entry(int row, int site) {
      return Arrays.binarySearch(rows.site(), rows.first()[row], rows.first()[row + 1], site);
    }
  }

  /** The loss is exact; the gain counts only people who wait, and so may be more once people move on. */
  private final class Filled implements Opened {

    private final boolean[] in = new boolean[candidates()];
    private final double[] gain = new double[candidates()];
    private Placement placement = new Placement();

    Filled() {
      weigh();
    }

    @Override
    public double loss() {
      return rows.total() - placement.placed;
    }

    @Override
    public double[] gain() {
      return gain;
    }

    @Override
    public void open(int site) {
      in[site] = true;
      placement.fill(site);
      weigh();
    }

    @Override
    public void close(int site) {
      in[site] = false;
      placement = placement(IntStream.range(0, in.length).filter(other -> in[other]).toArray());
      weigh();
    }

    private void weigh() {
      for (int site = 0; site < gain.length; site++) {
        double near = 0;
        for (int i = firstOfSite[site]; i < firstOfSite[site + 1]; i++) {
          near += placement.waiting[rowOfSite[i]];
        }
        gain[site] = Math.min(near, capacity[site]);
      }
    }
  }

  /** A row offers its price for a place for all its people; a site takes the best offers for its room. */
  private final class Offers extends Pricing {

    private final Integer[] order = new Integer[rows()];

    Offers() {
      super(rows());
      System.arraycopy(rows.weight(), 0, ceiling, 0, ceiling.length);
      System.arraycopy(rows.weight(), 0, scale, 0, scale.length);
    }

    @Override
    double collect(double[] prices, double[] rate) {
      double sum = rows.alone();
      for (double price : prices) {
        sum += price;
      }
      for (int site = 0; site < rate.length; site++) {
        rate[site] -= take(site, prices, new double[0], 0);
      }
      return sum;
    }

    @Override
    void slope(double[] prices, int[] sites, int count, double[] share, double[] slope) {
      Arrays.fill(slope, 1);
      for (int i = 0; i < count; i++) {
        take(sites[i], prices, slope, share[sites[i]]);
      }
    }

    /** What a site collects for its room; and lowers the slope by the part of each row that it takes. */
    private double take(int site, double[] prices, double[] slope, double share) {
      int count = 0;
      for (int i = firstOfSite[site]; i < firstOfSite[site + 1]; i++) {
        order[count++] = rowOfSite[i];
      }
      Arrays.sort(order, 0, count, Comparator.comparingDouble(row -> -prices[row] / rows.weight()[row]));
      double left = capacity[site];
      double collected = 0;
      for (int i = 0; i < count && left > 0; i++) {
        int row = order[i];
        double part = Math.min(1, left / rows.weight()[row]);
        left -= part * rows.weight()[row];
        collected += part * prices[row];
        if (slope.length > 0) {
          slope[row] -= share * part;
        }
      }
      return collected;
    }

    @Override
    void guess(int[] sites, double[] prices) {
      var placement = placement(sites);
      for (int row = 0; row < prices.length; row++) {
        prices[row] = placement.waiting[row] > 0 ? rows.weight()[row] : rows.weight()[row] / 2;
      }
    }
  }
}
