package org.commonground.plan.nearest;

import java.util.Locale;
import org.commonground.coverage.WayStep;

/** Says a step of a way in words, in English or Chinese. */
public enum StepWords {
  EN {
    @Override
    String text(WayStep step) {
      var way = metres(step.metres()) + " m " + (offStreet(step)
          ? (step.turn() == WayStep.Turn.START ? "to the street" : "to the shelter") : step.stairs() ? "on the stairs" + on(step) : "along " + road(step));
      return switch (step.turn()) {
        case START -> "Walk " + way;
        case STRAIGHT -> "Go straight on, " + way;
        case SLIGHT_LEFT -> "Bear left, " + way;
        case LEFT -> "Turn left, " + way;
        case SHARP_LEFT -> "Turn sharp left, " + way;
        case SLIGHT_RIGHT -> "Bear right, " + way;
        case RIGHT -> "Turn right, " + way;
        case SHARP_RIGHT -> "Turn sharp right, " + way;
        case BACK -> "Turn back, " + way;
        case ARRIVE -> "You have arrived";
      };
    }

    private String on(WayStep step) {
      return step.street() == null ? "" : " " + step.street();
    }

    private String road(WayStep step) {
      if (step.street() != null) {
        return step.street();
      }
      return switch (step.kind()) {
        case "footway", "path", "pedestrian" -> "the footpath";
        case "cycleway" -> "the cycle path";
        case "track" -> "the track";
        case "service" -> "the service road";
        case "corridor" -> "the passage";
        default -> "the street without a recorded name";
      };
    }
  },
  ZH {
    @Override
    String text(WayStep step) {
      var way = (offStreet(step) ? (step.turn() == WayStep.Turn.START ? "步行到街道，" : "步行到避难场所，")
          : step.stairs() ? "走" + named(step) + "台阶" : "沿" + road(step) + "走") + metres(step.metres()) + "米";
      return switch (step.turn()) {
        case START -> way;
        case STRAIGHT -> "直行，" + way;
        case SLIGHT_LEFT -> "向左前方，" + way;
        case LEFT -> "左转，" + way;
        case SHARP_LEFT -> "向左急转，" + way;
        case SLIGHT_RIGHT -> "向右前方，" + way;
        case RIGHT -> "右转，" + way;
        case SHARP_RIGHT -> "向右急转，" + way;
        case BACK -> "掉头，" + way;
        case ARRIVE -> "已到达";
      };
    }

    private String named(WayStep step) {
      return step.street() == null ? "" : step.street();
    }

    private String road(WayStep step) {
      if (step.street() != null) {
        return step.street();
      }
      return switch (step.kind()) {
        case "footway", "path", "pedestrian" -> "步行道";
        case "cycleway" -> "自行车道";
        case "track" -> "土路";
        case "service" -> "内部道路";
        case "corridor" -> "通道";
        default -> "未记录名称的街道";
      };
    }
  };

  abstract String text(WayStep step);

  /** English where the language is null or none of ours. */
  public static StepWords of(String language) {
    return language != null && language.toLowerCase(Locale.ROOT).startsWith("zh") ? ZH : EN;
  }

  /** Whether it is the first or the last metres, between the street and the place. */
  private static boolean offStreet(WayStep step) {
    return step.kind().equals("access");
  }

  private static long metres(double metres) {
    return Math.max(1, Math.round(metres));
  }
}
