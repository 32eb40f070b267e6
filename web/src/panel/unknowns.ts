import { el } from '../dom';
import type { Words } from '../format';
import type { Surveys } from '../reports';
import type { State, Store } from '../state';
import { share } from './answer';
import { point } from './losses';
import { report } from './report';

const FIRST = 12;

/** Which missing facts widen the answer most: what to survey first. */
export function unknowns(store: Store<State>, words: () => Words): HTMLElement {
  return report(store, words, 'unknowns', 'unknowns', (found, text) => {
    const { capacity } = store.get();
    if (found.facts.length === 0 && found.places.length === 0) {
      return [el('p', { class: 'quiet' }, text.text('unknownsNone'))];
    }
    return [
      el('p', {}, text.text('unknownsSum', { people: text.count(found.people.unknown), share: share(text, found.people) })),
      capacity ? el('p', { class: 'quiet' }, text.text('surveyRoom')) : null,
      found.levels ? el('p', { class: 'quiet' }, text.text('levels', { low: text.count(found.levels.coveredLow), high: text.count(found.levels.coveredHigh) })) : null,
      facts(found, text),
      el('h3', {}, text.text('surveyFirst')),
      places(found, store, text),
    ];
  });
}

function facts({ facts: found }: Surveys, text: Words): HTMLElement {
  const rows = found.map(({ layer, fact, count, people }) => el('tr', {}, el('th', { scope: 'row' }, missing(layer, [fact], text)), el('td', {}, text.count(count)), el('td', {}, text.count(people))));
  const head = [text.text('missingFact'), text.text('placesCount'), text.text('total')].map((name) => el('th', { scope: 'col' }, name));
  return el('table', { class: 'plain-table' }, el('caption', { class: 'hidden' }, text.text('missingFact')), el('thead', {}, el('tr', {}, ...head)), el('tbody', {}, ...rows));
}

function places({ places: found }: Surveys, store: Store<State>, text: Words): HTMLElement {
  const items = found.slice(0, FIRST).map((place) => {
    const what = missing(place.layer, place.facts, text);
    return el(
      'li',
      {},
      el(
        'button',
        { type: 'button', 'data-survey': `${place.layer}-${place.id}`, onclick: () => point(store, place, place.name ?? what) },
        el('strong', {}, place.name ?? what),
        el('span', {}, [place.name === null ? null : what, text.text('hangOn', { people: text.count(place.people) })].filter(Boolean).join(' · ')),
      ),
    );
  });
  return el('ol', { class: 'list' }, ...items);
}

const missing = (layer: string, facts: string[], text: Words) => text.text('factOf', { fact: text.list(facts.map((fact) => text.word('fact', fact))), layer: text.word('layer', layer) });
