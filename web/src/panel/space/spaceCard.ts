import { el, fill } from '../../dom';
import type { Words } from '../../format';
import { exactly } from '../../measure';
import type { JudgedSpace, Worth } from '../../spaces';
import type { State, Store } from '../../state';
import { hazardWord } from '../conditions';
import { type Life, scoreWords } from './criteria';
import { emergencyHalf } from './emergency';
import { everydayHalf } from './everyday';
import { factItem } from './factItem';
import { folds } from '../fold';
import { sentence, statements } from '../report';
import { sentenceCase, spaceName, verdictOf } from './spaceWords';

/**
 * The card of a space: its two lives side by side, opened down to their facts.
 *
 * @param enter leads to where a fact is entered
 * @param site  says of a space what is wanted of it as a site
 */
export function spaceCard(store: Store<State>, words: () => Words, enter: () => void, site: (answer: JudgedSpace) => HTMLElement | null): HTMLElement {
  const heading = el('h2', { tabindex: -1 });
  const said = el('p', { 'aria-live': 'polite', class: 'hidden' });
  const body = el('div', { class: 'report-body' });
  const close = el('button', { type: 'button', class: 'plain', id: 'close-space', onclick: () => store.update({ space: null }) });
  const root = el('section', { class: 'space-card' }, el('div', { class: 'row' }, heading, close), said, body);
  const fold = folds();
  let from: HTMLElement | null = null;
  const draw = () => {
    const text = words();
    const { space, reports } = store.get();
    const { answer, waiting, failure } = reports.space;
    root.hidden = space === null;
    document.body.classList.toggle('with-card', space !== null);
    close.textContent = text.text('closeCard');
    body.setAttribute('aria-busy', String(waiting));
    heading.textContent = answer ? spaceName(answer.summary, text) : text.text(waiting ? 'loading' : 'partSpaces');
    said.textContent = answer && !waiting ? text.text('judged', { name: heading.textContent, verdict: headline(answer, store.get(), text) }) : '';
    if (failure) {
      fill(body, sentence(failure, text));
    } else if (answer) {
      fill(body, ...content(answer));
    } else {
      fill(body);
    }
  };
  const content = (answer: JudgedSpace) => {
    const text = words();
    const { summary, facts } = answer;
    const about = () => {
      store.update({ factAbout: { on: 'space', subject: summary.space } });
      enter();
    };
    return [
      el('p', { class: 'quiet' }, [
        sentenceCase(text.word('kind', summary.kind)),
        text.text(summary.shelter === null ? 'notDesignated' : 'designated'),
        answer.ground ? text.text('outlineArea', { area: exactly(summary.areaM2, 'm2', text) }) : text.text('pointOnly'),
      ].join(' · ')),
      el('p', { class: `space-verdict space-${summary.verdict}` }, headline(answer, store.get(), text)),
      el('div', { class: 'scores row-buttons' }, jump('everyday', answer.everyday.worth, text), jump('emergency', answer.emergency, text)),
      el('div', { class: 'halves' }, everydayHalf(answer, fold, text), emergencyHalf(answer, fold, text)),
      site(answer),
      el('h3', {}, text.text('factsOfIt')),
      facts.length ? el('ul', { class: 'fact-list' }, ...facts.map((fact) => el('li', {}, ...factItem(fact, text)))) : el('p', { class: 'quiet' }, text.text('factsNone')),
      el('div', { class: 'row-buttons' }, el('button', { type: 'button', id: 'enter-fact', onclick: about }, text.text('enterFact'))),
      fold('assumptions', [text.text('assumptions')], statements(answer.assumptions, text)),
    ];
  };
  /** Where the halves lie below each other: both scores at a glance, each leading to its half. */
  const jump = (life: Life, worth: Worth, text: Words) =>
    el('button', { type: 'button', 'data-jump': life, onclick: () => body.querySelector(`[data-half=${life}]`)!.scrollIntoView({ block: 'start' }) }, text.text(`life.${life}`), el('strong', {}, scoreWords(worth, text)));
  store.on(['space', 'reports', 'language'], (now, before) => {
    if (now.space !== before.space || now.reports.space !== before.reports.space || now.language !== before.language) {
      draw();
    }
  });
  // Whoever opens a card reads it from its top, and comes back to where it was opened.
  store.on(['space'], ({ space }, before) => {
    if (space !== null) {
      from = before.space === null && document.activeElement instanceof HTMLElement ? document.activeElement : from;
      document.getElementById('panel')!.scrollTo({ top: 0 });
      heading.focus({ preventScroll: true });
    } else if (from?.isConnected && root.contains(document.activeElement)) {
      from.focus();
    }
  });
  root.addEventListener('keydown', ({ key }) => key === 'Escape' && store.update({ space: null }));
  draw();
  return root;
}

/** For the hazard and the stay that are judged. */
function headline({ summary, stay, hazard }: JudgedSpace, state: State, text: Words): string {
  const { verdict, worst, best } = summary;
  const kind = hazard ?? state.hazard ?? state.judge;
  return verdict === null || worst === null || best === null
    ? ''
    : sentenceCase(text.text('judgedAs', { hazard: hazardWord(kind, state, text), stay: text.word('stay', stay), verdict: verdictOf({ verdict, worst, best }, text) }));
}
