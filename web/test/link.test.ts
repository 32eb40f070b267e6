import { expect, test } from 'vitest';
import { USUAL_EVACUATION } from '../src/evacuation/evacuation';
import { USUALLY_WANTED, type Wanted } from '../src/siting/wanted';
import { type Linked, ofQuery, toQuery } from '../src/link';

const view: Linked = {
  area: 'monaco', profile: 'elderly', minutes: 8, k: 2, hazard: 'flood-100', night: true, capacity: true, rules: 'japan', scenario: 'a1', from: 'b2', side: 'difference', language: 'zh', view: { zoom: 15.5, lat: 43.73, lon: 7.42 }, at: [7.426, 43.739], way: 2, gap: 3, district: 0, space: 12, judge: 'flood', stay: 'short', wanted: USUALLY_WANTED,
  evacuate: { ...USUAL_EVACUATION, curve: 'rayleigh', minutes: 12, hazardMinutes: 30 },
};

/** Nothing of it is as usual. */
const wanted: Wanted = {
  goal: 'least-cost', limit: 'budget', sites: 3, budget: 7.5, sharePercent: 80, candidates: 'picked', picked: [3, 0], places: [{ lon: 7.42, lat: 43.735, name: 'Quai, 5; l’été % & co', capacity: 120, cost: null, open: true }, { lon: 7.4, lat: 43.7, name: '', capacity: null, cost: 0, open: false }],
  open: [4], closed: [0, 6], existing: 'movable', cost: 2.5, costs: { 4: 0, 12: 3.25 }, apartMetres: 250, backupPercent: 0, seconds: 5, gapPercent: 1, alternatives: 4, front: 12,
};

test('a link brings the whole view back', () => {
  expect(ofQuery(toQuery(view), 'en')).toEqual(view);
  expect(ofQuery(toQuery({ ...view, side: 'both' }), 'en').side).toBe('both');
  expect(ofQuery(toQuery({ ...view, wanted }), 'en').wanted).toEqual(wanted);
  expect(ofQuery(toQuery({ ...view, wanted: { ...USUALLY_WANTED, sites: 7 } }), 'en').wanted).toEqual({ ...USUALLY_WANTED, sites: 7 });
  expect(toQuery(view)).not.toMatch(/goal|costs|places|alternatives/);
});

test('what makes no sense in a link is left out', () => {
  const found = ofQuery('?online=yes&minutes=abc&map=1/2&at=7,&gap=-1&lang=xx&night=maybe&from=b2&side=inside&space=x&judge=war&stay=ever&goal=war&p=&picked=1,x,-2,1&costs=3:a,4&places=1;2,x;,&budget=no&existing=sold', 'en');
  expect(found).toEqual({ area: null, profile: null, minutes: null, k: 1, hazard: null, night: false, capacity: false, rules: null, scenario: null, from: null, side: 'after', language: 'en', view: null, at: null, way: 0, gap: null, district: null, space: null, judge: 'earthquake', stay: null, wanted: { ...USUALLY_WANTED, picked: [1] }, evacuate: USUAL_EVACUATION });
});
