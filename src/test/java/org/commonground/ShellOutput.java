package org.commonground;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.commonground.cli.Shell;

/** What one command of the shell printed, and how it ended. */
record ShellOutput(int exit, String out, String err) {

  static ShellOutput of(String... arguments) {
    var out = System.out;
    var err = System.err;
    var capturedOut = new ByteArrayOutputStream();
    var capturedErr = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(capturedOut, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(capturedErr, true, StandardCharsets.UTF_8));
      int exit = Shell.run(arguments, service -> {
        throw new IllegalStateException("nobody asked to serve");
      });
      return new ShellOutput(exit, capturedOut.toString(StandardCharsets.UTF_8), capturedErr.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  /** What a command printed that must end with this code: its answer, or where it must fail, what it says of that. */
  static String of(int exit, String... arguments) {
    var output = of(arguments);
    assertEquals(exit, output.exit, output.err);
    return (exit == 0 ? output.out : output.err).strip();
  }
}
