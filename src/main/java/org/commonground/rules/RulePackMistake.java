package org.commonground.rules;

/** A rule pack cannot be used: one sentence with file, line and key. */
public final class RulePackMistake extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  RulePackMistake(String sentence) {
    super(sentence);
  }
}
