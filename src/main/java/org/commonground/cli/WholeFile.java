package org.commonground.cli;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;

/** Writes a file whole or not at all. */
final class WholeFile {

  private WholeFile() {
  }

  @FunctionalInterface
  interface Content {

    void write(OutputStream out) throws IOException;
  }

  /** @throws InvalidInput where there is no directory for the file, or a directory in its place */
  static void check(String option, Path file) {
    var folder = file.toAbsolutePath().getParent();
    if (!Files.isDirectory(folder) || Files.isDirectory(file)) {
      throw new InvalidInput(Code.OPTION, option, option + " is " + file + ", but "
          + (Files.isDirectory(file) ? "that is a directory." : "there is no directory " + folder + "."));
    }
  }

  /** Throws as {@link #check}. */
  static void write(String option, Path file, Content content) {
    check(option, file);
    try {
      var part = Files.createTempFile(file.toAbsolutePath().getParent(), ".writing", ".part");
      try (var stream = new BufferedOutputStream(Files.newOutputStream(part))) {
        content.write(stream);
      } catch (IOException | RuntimeException failure) {
        Files.deleteIfExists(part);
        throw failure;
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException failure) {
      throw new UncheckedIOException(file + " cannot be written", failure);
    }
  }
}
