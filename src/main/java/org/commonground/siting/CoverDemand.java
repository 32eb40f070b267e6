package org.commonground.siting;

import java.util.Arrays;

/** Rows that lose less the more sites cover them. */
final class CoverDemand implements Demand {

  private final CoverRows rows;
  /** The part of a row's weight that is lost with 0, 1, … covering sites; the last of them with more too. */
  private final double[] lost;
  private final boolean whole;
  private final RowsOfSite ofSite;
  private final int[] firstOfSite;
  private final int[] rowOfSite;

  /** @param lost falls from 1 to 0 */
  CoverDemand(CoverRows rows, double... lost) {
    this.rows = rows;
    this.lost = lost;
    whole = Arrays.stream(lost).allMatch(part -> part == 0 || part == 1)
        && Arrays.stream(rows.weight()).allMatch(weight -> weight == Math.rint(weight))
        && rows.alone() == Math.rint(rows.alone());
    ofSite = RowsOfSite.of(rows.candidates(), rows.first(), rows.site());
    firstOfSite = ofSite.first();
    rowOfSite = ofSite.row();
  }

  /** Whether more than one covering site is no better than one. */
  boolean once() {
    return lost.length == 2;
  }

  CoverRows coverRows() {
    return rows;
  }

  RowsOfSite rowsOfSite() {
    return ofSite;
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
    var covering = new int[rows()];
    for (int site : sites) {
      for (int at = firstOfSite[site]; at < firstOfSite[site + 1]; at++) {
        covering[rowOfSite[at]]++;
      }
    }
    double loss = rows.alone();
    for (int row = 0; row < covering.length; row++) {
      loss += rows.weight()[row] * lost(covering[row]);
    }
    return loss;
  }

  private double lost(int covering) {
    return lost[Math.min(covering, lost.length - 1)];
  }

  @Override
  public Opened opened() {
    return new Counted();
  }

  @Override
  public Pricing pricing(byte[] fixed) {
    return new Offers(fixed);
  }

  /** Candidates that are out leave the rows, rows that lose nothing any more leave too, and rows that became equal are joined. */
  @Override
  public Reduced without(byte[] fixed, double[] prices) {
    var builder = new CoverRows.Builder(candidates());
    var kept = new int[candidates()];
    var rowAfter = new int[rows()];
    double alone = rows.alone();
    for (int row = 0; row < rows(); row++) {
      int size = 0;
      int held = 0;
      for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
        int site = rows.site()[entry];
        if (fixed[site] != Fixed.OUT) {
          kept[size++] = site;
          held += fixed[site] == Fixed.IN ? 1 : 0;
        }
      }
      rowAfter[row] = -1;
      if (size == 0) {
        alone += rows.weight()[row];
      } else if (lost(held) > 0) {
        rowAfter[row] = builder.row(kept, size, rows.weight()[row]);
      }
    }
    var built = builder.build();
    var joined = new double[built.count()];
    for (int row = 0; row < rows(); row++) {
      if (rowAfter[row] >= 0) {
        joined[rowAfter[row]] += prices[row];
      }
    }
    var rest = new CoverRows(candidates(), built.first(), built.site(), built.weight(), alone);
    return new Reduced(new CoverDemand(rest, lost), joined);
  }

  /** How many open sites cover each row. */
  private final class Counted implements Opened {

    private final double[] gain = new double[candidates()];
    private final int[] covering = new int[rows()];
    private double loss = rows.alone();

    Counted() {
      for (int row = 0; row < covering.length; row++) {
        loss += rows.weight()[row] * lost(0);
        shift(row, rows.weight()[row] * (lost(0) - lost(1)));
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
      change(site, 1);
    }

    @Override
    public void close(int site) {
      change(site, -1);
    }

    private void change(int site, int by) {
      for (int at = firstOfSite[site]; at < firstOfSite[site + 1]; at++) {
        int row = rowOfSite[at];
        int before = covering[row];
        int after = before + by;
        covering[row] = after;
        double weight = rows.weight()[row];
        loss += weight * (lost(after) - lost(before));
        double more = (lost(after) - lost(after + 1)) - (lost(before) - lost(before + 1));
        if (more != 0) {
          shift(row, weight * more);
        }
      }
    }

    private void shift(int row, double more) {
      for (int entry = rows.first()[row]; entry < rows.first()[row + 1]; entry++) {
        gain[rows.site()[entry]] += more;
      }
    }
  }

  /** A row offers its price to every candidate that covers it, and has as many of them as pays. */
  private final class Offers extends Pricing {

    private final int[] held;

    Offers(byte[] fixed) {
      super(rows());
      held = new int[rows()];
      for (int site = 0; site < fixed.length; site++) {
        if (fixed[site] == Fixed.IN) {
          for (int at = firstOfSite[site]; at < firstOfSite[site + 1]; at++) {
            held[rowOfSite[at]]++;
          }
        }
      }
      for (int row = 0; row < rows(); row++) {
        scale[row] = rows.weight()[row];
        for (int covering = held[row] + 1; covering < lost.length; covering++) {
          ceiling[row] = Math.max(ceiling[row],
              rows.weight()[row] * (lost[held[row]] - lost[covering]) / (covering - held[row]));
        }
      }
    }

    @Override
    double collect(double[] prices, double[] rate) {
      double sum = rows.alone();
      var first = rows.first();
      var site = rows.site();
      for (int row = 0; row < prices.length; row++) {
        double price = prices[row];
        if (price == 0 && lost.length == 2) {
          continue;
        }
        int wanted = wanted(row, price);
        sum += rows.weight()[row] * lost(wanted) + price * wanted;
        for (int entry = first[row], end = first[row + 1]; entry < end; entry++) {
          rate[site[entry]] -= price;
        }
      }
      return sum;
    }

    /** How many covering sites are cheapest at a price, not fewer than there are already; the most of several equally cheap. */
    private int wanted(int row, double price) {
      int wanted = Math.min(held[row], lost.length - 1);
      double least = Double.POSITIVE_INFINITY;
      int at = wanted;
      for (int covering = at; covering < lost.length; covering++) {
        double loss = rows.weight()[row] * lost[covering] + price * covering;
        if (loss <= least) {
          least = loss;
          wanted = covering;
        }
      }
      return wanted;
    }

    @Override
    void slope(double[] prices, int[] sites, int count, double[] share, double[] slope) {
      for (int row = 0; row < prices.length; row++) {
        slope[row] = wanted(row, prices[row]);
      }
      for (int i = 0; i < count; i++) {
        for (int at = firstOfSite[sites[i]]; at < firstOfSite[sites[i] + 1]; at++) {
          slope[rowOfSite[at]] -= share[sites[i]];
        }
      }
    }

    /** All where nothing covers the row, half where one more would be missed. */
    @Override
    void guess(int[] sites, double[] prices) {
      var opened = new int[rows()];
      for (int site : sites) {
        for (int at = firstOfSite[site]; at < firstOfSite[site + 1]; at++) {
          opened[rowOfSite[at]]++;
        }
      }
      for (int row = 0; row < prices.length; row++) {
        prices[row] = ceiling[row] * (opened[row] < lost.length - 1 ? 1 : opened[row] == lost.length - 1 ? 0.5 : 0);
      }
    }
  }
}
