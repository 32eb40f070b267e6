import type { People, State } from '../domain';
import type { Words } from '../format';
import type { Store } from '../state';
import { el, fill } from './dom';

const PARTS = ['covered', 'unknown', 'notCovered', 'unreachable'] as const;

/** The one number, the four parts it comes from, and how long people walk. */
export function answer(store: Store<State>, words: () => Words): HTMLElement {
  const root = el('section', { class: 'answer', 'aria-live': 'polite' });
  const draw = () => {
    const text = words();
    const { coverage, areas, importing, failure } = store.get();
    if (!coverage) {
      const waiting = importing ? text.text('importing', importing) : areas && areas.length === 0 ? text.text('noAreas') : failure ? '' : text.text('loading');
      fill(root, el('p', { class: 'waiting', role: 'status' }, waiting));
      return;
    }
    const { people, walkSeconds } = coverage;
    const pace = { total: text.count(people.total), minutes: text.count(coverage.minutes), profile: text.word('pace', coverage.profile) };
    fill(
      root,
      el('p', { class: 'headline' }, el('strong', { 'data-share': '' }, share(text, people)), ' ', text.text(coverage.k === 1 ? 'headline' : 'headlineK', { ...pace, k: coverage.k })),
      bar(people),
      el(
        'dl',
        { class: 'parts' },
        ...PARTS.filter((part) => people[part] > 0 || part === 'covered' || part === 'notCovered').map((part) =>
          el('div', { class: `part part-${part}` }, el('dt', {}, text.text(part)), el('dd', {}, `${text.count(people[part])} ${text.text('people')}`)),
        ),
      ),
      people.unknown > 0 ? el('p', { class: 'quiet' }, `${text.text('unknown')}: ${text.text('unknownWhy')}.`) : null,
      el(
        'p',
        { class: 'quiet' },
        walkSeconds.median === null || walkSeconds.percentile95 === null
          ? text.text('noWalk')
          : text.text('median', { median: text.minutes(walkSeconds.median), late: text.minutes(walkSeconds.percentile95) }),
      ),
    );
  };
  store.on(['coverage', 'language', 'areas', 'importing', 'failure'], (now, before) => {
    if (!now.coverage || now.coverage !== before.coverage || now.language !== before.language) {
      draw();
    }
  });
  store.on(['loading'], (now) => root.setAttribute('aria-busy', String(now.loading.coverage)));
  draw();
  return root;
}

/** A range where facts are missing: from what is certain to what is possible. */
export function share(text: Words, people: People): string {
  const least = text.share(people.covered, people.total);
  const most = text.share(people.covered + people.unknown, people.total);
  return least === most ? least : `${least}–${most}`;
}

function bar(people: People): HTMLElement {
  const parts = PARTS.filter((part) => people[part] > 0).map((part) => el('span', { class: `bar-${part}`, style: `flex-grow:${people[part]}` }));
  return el('div', { class: 'bar', 'aria-hidden': 'true' }, ...parts);
}
