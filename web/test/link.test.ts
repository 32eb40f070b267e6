import { expect, test } from 'vitest';
import { USUAL_EVACUATION } from '../src/evacuation';
import { type Linked, ofQuery, toQuery } from '../src/link';

const view: Linked = {
  area: 'monaco', profile: 'elderly', minutes: 8, k: 2, hazard: 'flood-100', night: true, capacity: true, rules: 'japan', scenario: 'a1', from: 'b2', side: 'difference', language: 'zh', view: { zoom: 15.5, lat: 43.73, lon: 7.42 }, at: [7.426, 43.739], way: 2, gap: 3, district: 0, space: 12, judge: 'flood', stay: 'short',
  evacuate: { ...USUAL_EVACUATION, curve: 'rayleigh', minutes: 12, hazardMinutes: 30 },
};

test('a link brings the whole view back', () => {
  expect(ofQuery(toQuery(view), 'en')).toEqual(view);
  expect(ofQuery(toQuery({ ...view, side: 'both' }), 'en').side).toBe('both');
});

test('what makes no sense in a link is left out', () => {
  const found = ofQuery('?online=yes&minutes=abc&map=1/2&at=7,&gap=-1&lang=xx&night=maybe&from=b2&side=inside&space=x&judge=war&stay=ever', 'en');
  expect(found).toEqual({ area: null, profile: null, minutes: null, k: 1, hazard: null, night: false, capacity: false, rules: null, scenario: null, from: null, side: 'after', language: 'en', view: null, at: null, way: 0, gap: null, district: null, space: null, judge: 'earthquake', stay: null, evacuate: USUAL_EVACUATION });
});
