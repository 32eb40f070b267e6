package org.commonground.cli;

import org.commonground.city.InvalidInput;
import org.commonground.city.InvalidInput.Code;

/** A place as it is given after {@code --at}. */
record Place(double lon, double lat) {

  /** @throws InvalidInput where these are not two numbers */
  static Place of(String at) {
    try {
      var parts = at.split(",", -1);
      if (parts.length == 2) {
        return new Place(Double.parseDouble(parts[0].strip()), Double.parseDouble(parts[1].strip()));
      }
    } catch (NumberFormatException mistake) {
      // Said below, as for a wrong number of parts.
    }
    throw new InvalidInput(Code.OPTION, "--at",
        "--at is \"" + at + "\", but must be two numbers with a comma: longitude,latitude.");
  }
}
