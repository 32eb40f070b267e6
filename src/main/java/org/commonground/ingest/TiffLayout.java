package org.commonground.ingest;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import javax.imageio.stream.FileImageInputStream;

/**
 * How long a TIFF or BigTIFF must be to hold all that its first image's directory points to. The reader takes what is missing at the
 * end of a file as zeros: heights and depths that nobody measured.
 */
final class TiffLayout {

  /** Bytes of one value by type: TIFF 6.0, section 2, and the three long types of BigTIFF. */
  private static final int[] BYTES = {0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8, 4, 0, 0, 8, 8, 8};
  private static final int SHORT = 3;
  private static final int LONG = 4;
  private static final int BIG = 43;
  /** Tags with the places and the lengths of strips, and of tiles. */
  private static final int[][] PIECES = {{273, 279}, {324, 325}};

  private final FileImageInputStream in;
  private final boolean big;
  private final Map<Integer, long[]> pieces = new HashMap<>();
  private long end;

  private TiffLayout(FileImageInputStream in) throws IOException {
    this.in = in;
    in.setByteOrder(in.read() == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
    in.read();
    big = in.readUnsignedShort() == BIG;
    if (big) {
      in.skipBytes(4);
    }
    in.seek(offset());
    long entries = big ? in.readLong() : in.readUnsignedShort();
    long first = in.getStreamPosition();
    for (long entry = 0; entry < entries; entry++) {
      in.seek(first + entry * (big ? 20 : 12));
      readEntry();
    }
    for (var tags : PIECES) {
      var starts = pieces.getOrDefault(tags[0], new long[0]);
      var lengths = pieces.getOrDefault(tags[1], new long[0]);
      for (int i = 0; i < Math.min(starts.length, lengths.length); i++) {
        end = Math.max(end, starts[i] + lengths[i]);
      }
    }
  }

  /**
   * Bytes that the file must have at least.
   *
   * @throws IOException where it ends before its directory does, or that is none
   */
  static long needed(Path file) throws IOException {
    try (var in = new FileImageInputStream(file.toFile())) {
      return new TiffLayout(in).end;
    }
  }

  private long offset() throws IOException {
    return big ? in.readLong() : in.readUnsignedInt();
  }

  private void readEntry() throws IOException {
    int tag = in.readUnsignedShort();
    int type = in.readUnsignedShort();
    long count = offset();
    int size = type < BYTES.length ? BYTES[type] : 0;
    if (count < 0 || size > 0 && count > Long.MAX_VALUE / size) {
      throw new IOException("entry of " + count + " values");
    }
    if (count * size > (big ? 8 : 4)) {
      in.seek(offset());
    }
    end = Math.max(end, in.getStreamPosition() + count * size);
    if (isPiece(tag) && count * size <= in.length()) {
      var values = new long[(int) count];
      for (int i = 0; i < values.length; i++) {
        values[i] = type == SHORT ? in.readUnsignedShort() : type == LONG ? in.readUnsignedInt() : in.readLong();
      }
      pieces.put(tag, values);
    }
  }

  private static boolean isPiece(int tag) {
    for (var tags : PIECES) {
      if (tags[0] == tag || tags[1] == tag) {
        return true;
      }
    }
    return false;
  }
}
