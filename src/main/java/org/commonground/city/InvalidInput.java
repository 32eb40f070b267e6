package org.commonground.city;

/**
 * A caller's mistake, said in one clear sentence that names the field, the value and the limit. Answered with exit code 2
 * or the HTTP status of its code; nothing has been changed.
 */
public final class InvalidInput extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** Every kind of mistake, with the HTTP status it is answered with. */
  public enum Code {
    AREA_UNKNOWN(404), AREA_EXISTS(409), AREA_NAME(400), OPTION(400), OUTSIDE_AREA(400), PROFILE_UNKNOWN(400), RULES_UNKNOWN(400),
    LAYER_UNKNOWN(404), FORMAT_UNKNOWN(400), FILE_MISSING(400), FILE_UNREADABLE(400), FILE_CONTENT(400), STORE_BUSY(409),
    SCENARIO_UNKNOWN(404), SCENARIO_CHANGED(409), RESULT_UNKNOWN(404), RESULT_EXISTS(409), FACT_UNKNOWN(404),
    SPACE_UNKNOWN(404), JOB_UNKNOWN(404), JOBS_FULL(429), BODY_TOO_LONG(413), FOREIGN_PAGE(403);

    private final int status;

    Code(int status) {
      this.status = status;
    }

    public int status() {
      return status;
    }

    /** The stable word for programs: lower case with hyphens. */
    public String word() {
      return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
  }

  private final Code code;
  private final String field;

  /**
   * @param field    option, query name or file that is wrong; null where the whole request is
   * @param sentence one sentence for the caller, with the value found and the limit
   */
  public InvalidInput(Code code, String field, String sentence) {
    super(sentence);
    this.code = code;
    this.field = field;
  }

  public Code code() {
    return code;
  }

  public String field() {
    return field;
  }
}
