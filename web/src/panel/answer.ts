import { noneKnown } from '../chosen';
import type { Coverage, People } from '../domain';
import { el, fill } from '../dom';
import type { Words } from '../format';
import type { State, Store } from '../state';
import { underConditions, whatIf } from './conditions';

const PARTS = ['covered', 'unknown', 'notCovered', 'unreachable'] as const;

/** The one number, the four parts it comes from, and how long people walk. */
export function answer(store: Store<State>, words: () => Words): HTMLElement {
  const which = el('div');
  const body = el('div', { class: 'answer-body' });
  const root = el('section', { class: 'answer', 'aria-live': 'polite' }, which, body);
  const draw = () => {
    const text = words();
    const { coverage, areas, importing, failure } = store.get();
    if (!coverage) {
      const waiting = importing ? text.text('importing', importing) : areas && areas.length === 0 ? text.text('noAreas') : failure ? '' : text.text('loading');
      fill(body, el('p', { class: 'waiting', role: 'status' }, waiting));
      return;
    }
    if (noneKnown(coverage)) {
      fill(body, ...unrecorded(coverage, text));
      return;
    }
    const { people, walkSeconds, capacity, hazard } = coverage;
    fill(
      body,
      el('p', { class: 'headline' }, el('strong', { 'data-share': '' }, share(text, people)), ' ', headline(store.get(), text)),
      bar(people),
      el(
        'dl',
        { class: 'parts' },
        ...PARTS.filter((part) => people[part] > 0 || part === 'covered' || part === 'notCovered').map((part) =>
          el('div', { class: `part part-${part}` }, el('dt', {}, text.text(capacity ? `room.${part}` as const : part)), el('dd', {}, `${text.count(people[part])} ${text.text('people')}`)),
        ),
      ),
      people.unknown > 0 ? el('p', { class: 'quiet why' }, `${text.text('unknown')}: ${text.text(capacity ? 'unknownWhyRoom' : hazard ? 'unknownWhyHazard' : 'unknownWhy')}.`) : null,
      el(
        'p',
        { class: 'quiet' },
        walkSeconds.median === null || walkSeconds.percentile95 === null
          ? text.text(people.unknown > 0 ? 'noSureWalk' : 'noWalk')
          : text.text(capacity ? 'medianRoom' : 'median', { median: text.minutes(walkSeconds.median), late: text.minutes(walkSeconds.percentile95) }),
      ),
    );
  };
  store.on(['coverage', 'language', 'areas', 'importing', 'failure'], (now, before) => {
    if (!now.coverage || now.coverage !== before.coverage || now.language !== before.language) {
      draw();
    }
  });
  const name = () => fill(which, whatIf(store.get(), words()));
  store.on(['scenario', 'from', 'side', 'scenarios', 'language'], name);
  name();
  store.on(['loading'], (now) => body.setAttribute('aria-busy', String(now.loading.coverage)));
  draw();
  return root;
}

/** That no number can be given, why, and what to do. */
function unrecorded({ people }: Coverage, text: Words): HTMLElement[] {
  return [
    el('p', { class: 'headline' }, el('strong', { class: 'unrecorded', 'data-share': '' }, text.text('noShelterRecorded'))),
    el('p', {}, text.text('noShelterMeans', { people: text.count(people.total) })),
    el('p', { class: 'quiet' }, text.text('noShelterDo')),
  ];
}

function headline(state: State, text: Words): string {
  const { people, minutes, profile, k, capacity } = state.coverage!;
  return text.text(capacity ? 'headlineRoom' : k === 1 ? 'headline' : 'headlineK', {
    total: text.count(people.total),
    minutes: text.count(minutes),
    profile: text.word('pace', profile),
    conditions: underConditions(state, text),
    ...(k === 1 || capacity ? {} : { k }),
  });
}

/** A range where facts are missing: from what is certain to what is possible. */
export function share(text: Words, people: People): string {
  const least = text.share(people.covered, people.total);
  const most = text.share(people.covered + people.unknown, people.total);
  return least === most ? least : `${least}–${most}`;
}

/** The parts as lengths; what is not known lies striped between what is certain and what is not so. */
export function bar(people: People): HTMLElement {
  const parts = PARTS.filter((part) => people[part] > 0).map((part) => el('span', { class: `bar-${part}`, style: `flex-grow:${people[part]}` }));
  return el('div', { class: 'bar', 'aria-hidden': 'true' }, ...parts);
}
