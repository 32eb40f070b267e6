package org.commonground.ingest;

import com.google.protobuf.InvalidProtocolBufferException;
import crosby.binary.Fileformat;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Path;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;

/**
 * The frames of an OpenStreetMap PBF file: a length, a header of that length that says how long its block is, the block; and so
 * on to the very end of the file. The library that reads the blocks takes a cut within one for the end of the file, so frames are
 * checked first.
 */
final class PbfFrames {

  private static final int PNG_MAGIC = 0x89504E47;
  private static final int LONGEST_HEADER = 64 * 1024;

  private PbfFrames() {
  }

  /** @throws InvalidInput where the file is no PBF, or ends before its last block does */
  static void check(Path file) throws IOException {
    try (var in = new RandomAccessFile(file.toFile(), "r")) {
      for (long at = 0; at < in.length();) {
        int header = in.length() - at < 4 ? -1 : in.readInt();
        if (at == 0 && (header <= 0 || header > LONGEST_HEADER)) {
          throw new InvalidInput(Code.FILE_CONTENT, "--osm", file + " is not an OpenStreetMap PBF file"
              + (header == PNG_MAGIC ? ": it is a PNG picture." : ": it begins with other bytes."));
        }
        if (header <= 0 || header > LONGEST_HEADER || at + 4 + header > in.length()) {
          throw cut(file, at, in.length());
        }
        var bytes = new byte[header];
        in.readFully(bytes);
        at += 4 + header + blockLength(file, bytes, at, in.length());
        if (at > in.length()) {
          throw cut(file, at, in.length());
        }
        in.seek(at);
      }
    }
  }

  private static int blockLength(Path file, byte[] header, long at, long length) {
    try {
      return Fileformat.BlobHeader.parseFrom(header).getDatasize();
    } catch (InvalidProtocolBufferException damaged) {
      throw cut(file, at, length);
    }
  }

  private static InvalidInput cut(Path file, long at, long length) {
    return new InvalidInput(Code.FILE_CONTENT, "--osm", file + " is cut off or damaged: "
        + (at > length ? "its last block should end at byte " + at + ", but the file has " + length + "."
            : "there is no whole block at byte " + at + " of " + length + "."));
  }
}
