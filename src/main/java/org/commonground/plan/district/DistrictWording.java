package org.commonground.plan.district;

import org.commonground.statement.Wording;

/** What is told with districts: times in hours after the alarm. */
public enum DistrictWording implements Wording {
  CLEARANCE_LEFT_OUT("Clearance times are not part of the profile: nobody has computed an evacuation of this area."),
  READY_HOURS("A shelter counts so many hours after the alarm if it is opened, equipped and staffed by then; {count} of {shelters} "
      + "shelters are in doubt because somebody has yet to say how long that takes.");

  private final String english;

  DistrictWording(String english) {
    this.english = english;
  }

  @Override
  public String english() {
    return english;
  }
}
