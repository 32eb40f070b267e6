import { expect, test } from 'vitest';
import { CHANGES, changeColour, DEPTH_STEPS, hazardColour, NO_WAY, placeColour, ROOM, roomAt, timeSteps, UNKNOWN } from '../src/palette';

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

test('who is in time to the second and has no place lacks room; a second later it is too far', () => {
  expect(roomAt('notCovered', 600, 10)).toBe('full');
  expect(roomAt('notCovered', 601, 10)).toBe('far');
  expect(roomAt('notCovered', undefined, 10)).toBe('far');
  expect([roomAt('covered', 5_000, 10), roomAt('unknown', 0, 10), roomAt('unreachable', undefined, 10)]).toEqual(['covered', 'unknown', 'unreachable']);
  expect(new Set(Object.values(ROOM)).size).toBe(Object.keys(ROOM).length);
});

test('deeper water is darker, and no depth is not the least depth said', () => {
  expect(hazardColour(0.5)).toBe(DEPTH_STEPS[0]!.colour);
  expect(hazardColour(0.51)).toBe(DEPTH_STEPS[1]!.colour);
  expect(hazardColour(40)).toBe(DEPTH_STEPS.at(-1)!.colour);
  const light = (colour: string) => [1, 3, 5].reduce((sum, at) => sum + Number.parseInt(colour.slice(at, at + 2), 16), 0);
  const shades = DEPTH_STEPS.map((step) => light(step.colour));
  expect(shades).toEqual([...shades].sort((a, b) => b - a));
  expect(hazardColour(undefined)).not.toBe(DEPTH_STEPS[0]!.colour);
});

test('every change has a colour of its own', () => {
  const colours = Object.keys(CHANGES).map(changeColour);
  expect(new Set(colours).size).toBe(colours.length);
});
