import { expect, test } from 'vitest';
import { NO_WAY, placeColour, timeSteps, UNKNOWN } from '../src/palette';

test('steps reach to the limit without gaps, whatever the limit', () => {
  for (let limit = 1; limit <= 120; limit++) {
    const steps = timeSteps(limit);
    expect(steps[0]!.fromMinutes).toBe(0);
    steps.slice(1).forEach((step, index) => expect(step.fromMinutes).toBe(steps[index]!.toMinutes));
    expect(steps.filter((step) => step.inTime).at(-1)!.toMinutes).toBe(limit);
    expect(new Set(steps.map((step) => step.colour)).size).toBe(steps.length);
  }
});

test('a place in time is blue, one a second late is not', () => {
  const steps = timeSteps(10);
  const inTime = steps.filter((step) => step.inTime).map((step) => step.colour);
  expect(inTime).toContain(placeColour('covered', 600, 600, steps));
  expect(inTime).not.toContain(placeColour('notCovered', 601, 601, steps));
  expect(placeColour('unknown', undefined, 300, steps)).toBe(UNKNOWN);
  expect(placeColour('unreachable', undefined, undefined, steps)).toBe(NO_WAY);
});
