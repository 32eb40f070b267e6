package org.commonground.ingest;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;

/**
 * A text file, whatever it is encoded in.
 *
 * <ol>
 *   <li>A byte order mark decides: UTF-8, UTF-16.
 *   <li>Else UTF-8, if the bytes are valid UTF-8.
 *   <li>Else of Shift_JIS (as Windows writes it), Big5 and GB18030 those in which every byte is valid, and of these the one that
 *       gives fewest characters that such files do not hold: half-width katakana and private use.
 * </ol>
 */
record TextFile(String text, Charset charset) {

  private static final List<Charset> EAST_ASIAN =
      List.of(Charset.forName("windows-31j"), Charset.forName("Big5"), Charset.forName("GB18030"));

  /** @throws InvalidInput where the file cannot be read as text */
  static TextFile read(Path file, String option) {
    OsmFile.checkReadable(file, option);
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (IOException failure) {
      throw new InvalidInput(Code.FILE_UNREADABLE, option, file + " cannot be read: " + failure.getMessage() + ".");
    }
    if (starts(bytes, 0xEF, 0xBB, 0xBF)) {
      return marked(file, option, bytes, 3, StandardCharsets.UTF_8);
    }
    if (starts(bytes, 0xFF, 0xFE)) {
      return marked(file, option, bytes, 2, StandardCharsets.UTF_16LE);
    }
    if (starts(bytes, 0xFE, 0xFF)) {
      return marked(file, option, bytes, 2, StandardCharsets.UTF_16BE);
    }
    var utf8 = decode(bytes, 0, StandardCharsets.UTF_8);
    var text = utf8 != null ? utf8 : EAST_ASIAN.stream().map(charset -> decode(bytes, 0, charset)).filter(Objects::nonNull)
        .min(Comparator.comparingLong(TextFile::oddities)).orElse(null);
    if (text == null || text.text().indexOf('\0') >= 0) {
      throw new InvalidInput(Code.FILE_CONTENT, option, file + " is no text file in UTF-8, UTF-16, Shift_JIS, Big5 or GB18030.");
    }
    return text;
  }

  private static TextFile marked(Path file, String option, byte[] bytes, int skip, Charset charset) {
    var text = decode(bytes, skip, charset);
    if (text == null) {
      throw new InvalidInput(Code.FILE_CONTENT, option, file + " begins as " + charset + " but is not valid " + charset + ".");
    }
    return text;
  }

  private static boolean starts(byte[] bytes, int... first) {
    for (int i = 0; i < first.length; i++) {
      if (bytes.length <= i || (bytes[i] & 0xFF) != first[i]) {
        return false;
      }
    }
    return true;
  }

  private static TextFile decode(byte[] bytes, int skip, Charset charset) {
    try {
      var decoder = charset.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
      return new TextFile(decoder.decode(ByteBuffer.wrap(bytes, skip, bytes.length - skip)).toString(), charset);
    } catch (CharacterCodingException wrong) {
      return null;
    }
  }

  private static long oddities(TextFile decoded) {
    return decoded.text().chars()
        .filter(c -> c >= 0xFF61 && c <= 0xFF9F || c >= 0xE000 && c <= 0xF8FF || c < ' ' && c != '\n' && c != '\r' && c != '\t')
        .count();
  }

  /** The lines that a person would see first, for messages. */
  String firstWords() {
    return Stream.of(text.strip().split("\\s+")).limit(5).reduce((a, b) -> a + " " + b).orElse("");
  }
}
