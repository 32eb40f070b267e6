import type { Evacuating } from '../../evacuation/evacuating';
import { atLeast, duration, fastestWords, leftWords, safeWords } from '../../evacuation/evacuationWords';
import type { Words } from '../../format';
import type { Progress } from '../../jobs';
import type { State, Store } from '../../state';
import { evacuationFields } from './evacuationForm';
import { folds } from '../fold';
import { searchDesk } from '../search';

/** What is asked of an evacuation, the search for a plan, and how far it is. */
export function evacuationDesk(store: Store<State>, words: () => Words, evacuating: Evacuating): HTMLElement {
  const fold = folds();
  const { root, draw } = searchDesk(store, words, {
    search: 'evacuation',
    asks: 'evacuate',
    name: 'evac',
    fields: (text) => evacuationFields(store.get(), text, evacuating, fold),
    run: () => evacuating.run(),
    cancel: () => evacuating.cancel(),
    near: ({ value, bound }) => (value && bound !== null ? Math.min(1, bound / value) : null),
    soFar: progressWords,
    found: (text) => {
      const answer = store.get().evacuation.answer!;
      return [safeWords(answer, text), fastestWords(answer, text), leftWords(answer, text)].join(' ').trim();
    },
  });
  store.on(['evacuate', 'areas', 'area', 'profile', 'minutes', 'hazard', 'scenario', 'from', 'side', 'scenarios', 'pending', 'shelters', 'language'], draw);
  store.on(['coverage'], (now, before) => now.coverage?.area !== before.coverage?.area && draw());
  return root;
}

function progressWords({ value, bound }: Progress, text: Words): string {
  if (value === null) {
    return text.text('evacNoneYet', { bound: atLeast(bound!, text) });
  }
  return bound === null ? text.text('evacSoFarNoBound', { value: duration(value, text) }) : text.text('evacSoFar', { value: duration(value, text), bound: atLeast(bound, text) });
}
