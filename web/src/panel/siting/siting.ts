import type { Words } from '../../format';
import type { Progress } from '../../jobs';
import type { Searching } from '../../siting/searching';
import { boundWords, gapWords, valueWords } from '../../siting/siteCard';
import { closeness, type Siting } from '../../siting/siting';
import type { State, Store } from '../../state';
import type { Wanted } from '../../siting/wanted';
import { folds } from '../fold';
import { searchDesk } from '../search';
import { siteForm } from './siteForm';

/** What is wanted of the next shelters, the search, and how far it is. */
export function sitingDesk(store: Store<State>, words: () => Words, searching: Searching): HTMLElement {
  const fold = folds();
  const { root, draw } = searchDesk(store, words, {
    search: 'siting',
    asks: 'wanted',
    name: 'site',
    fields: (text, draw) => siteForm(store, text, searching, fold, draw),
    run: () => searching.run(),
    cancel: () => searching.cancel(),
    near: ({ value, bound }) => closeness(store.get().siting.asked!.wanted.goal, value, bound),
    soFar: (progress, text) => progressWords(store.get().siting.asked!.wanted, progress, text),
    found: (text) => foundWords(store.get().siting, text),
  });
  store.on(['siting', 'wanted', 'tool', 'language'], (now, before) => {
    const same = now.siting.failure === before.siting.failure && (now.siting.answer === before.siting.answer || now.siting.answer === null);
    if (!same || !sameForm(now.wanted, before.wanted) || now.language !== before.language || (now.tool?.kind === 'place') !== (before.tool?.kind === 'place')) {
      draw();
    }
  });
  store.on(['areas', 'area', 'profile', 'minutes', 'hazard', 'judge', 'k', 'stay', 'figures', 'spaces'], draw);
  // Whoever has drawn goes on where drawing began.
  store.on(['tool'], (now, before) => {
    if (before.tool?.kind === 'place' && now.tool === null) {
      queueMicrotask(() => document.activeElement === document.body && root.querySelector<HTMLElement>('#site-draw')?.focus({ preventScroll: true }));
    }
  });
  return root;
}

/** Whether a form would be drawn alike: a field that says what a drawn place is called, holds or costs says so already. */
function sameForm(now: Wanted, before: Wanted): boolean {
  const shape = ({ places, ...rest }: Wanted) => JSON.stringify([rest, places.map(({ lon, lat, open }) => [lon, lat, open])]);
  return now === before || shape(now) === shape(before);
}

function progressWords(wanted: Wanted, { value, bound, gap }: Progress, text: Words): string {
  const most = boundWords(wanted, bound, gap, text);
  if (gap === 0 && (wanted.alternatives > 0 || wanted.front > 0 || (wanted.goal === 'cover' && wanted.limit === 'sites'))) {
    return `${text.text('siteHas', { value: valueWords(wanted, value ?? 0, text) })} ${text.text('siteLooking')}`;
  }
  return value === null
    ? text.text('siteNoneYet', { bound: most })
    : text.text('siteSoFar', { value: valueWords(wanted, value, text), bound: most, gap: bound === null ? '' : gapWords(gap, text) });
}

function foundWords({ asked, answer }: Siting, text: Words): string {
  const { value, bound, gap } = answer!;
  const { wanted } = asked!;
  return value === null ? text.text('siteInfeasible') : [text.text('siteHas', { value: valueWords(wanted, value, text) }), boundWords(wanted, bound, gap, text), gapWords(gap, text)].join(' ');
}
