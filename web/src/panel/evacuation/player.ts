import { el, fill } from '../../dom';
import type { Film } from '../../evacuation/evacuation';
import { type Evacuating, filmsShown, SPEEDS } from '../../evacuation/evacuating';
import { duration, momentWords } from '../../evacuation/evacuationWords';
import { type Moment, momentAt, moments } from '../../evacuation/film';
import type { Words } from '../../format';
import type { State, Store } from '../../state';
import { svg } from '../svg';

/** While a film runs, whoever hears the page is not told more often what the slider says. */
const HEARD_MILLIS = 2000;
/** Parts of a bar, from those who are safe to those who have not left. */
const PARTS = ['safe', 'moving', 'waiting', 'home', 'staying', 'withoutRoom', 'caught'] as const;
const WORDS = { safe: 'playerSafe', moving: 'playerWay', waiting: 'playerQueue', home: 'playerHome', staying: 'playerNoPlace', withoutRoom: 'playerAway', caught: 'playerLost' } as const;

/** Plays, pauses and scrubs the films that are on the map, and says how many people are where at that moment. */
export function player(root: HTMLElement, store: Store<State>, words: () => Words, evacuating: Evacuating): void {
  const { playing } = evacuating;
  const play = el('button', { type: 'button', id: 'player-play', onclick: () => (playing.runs ? playing.pause() : playing.play()) });
  const step = (id: string, shape: string, by: -1 | 1) => {
    const press = () => {
      playing.pause();
      playing.seek(nextFrame(playing.seconds, playing.frameSeconds, by));
    };
    return el('button', { type: 'button', id, class: 'player-step', onclick: press }, sign(shape));
  };
  const [back, on] = [step('player-back', 'M12 4v12L4 10zM14 4h2v12h-2z', -1), step('player-on', 'M8 4v12l8-6zM4 4h2v12H4z', 1)];
  const scrub = () => {
    // Read first: a pause puts the slider where the film is.
    const to = Number(slider.value);
    playing.pause();
    playing.seek(to);
  };
  const slider = el('input', { type: 'range', id: 'player-time', min: 0, value: 0, oninput: scrub });
  const clock = el('output', { class: 'player-clock', for: 'player-time' });
  const speed = el('select', { id: 'player-speed', onchange: () => { playing.speed = Number(speed.value); } });
  const close = el('button', { type: 'button', id: 'player-close', onclick: () => evacuating.show('nothing') }, '✕');
  const bars = el('div', { class: 'player-bars' });
  root.append(el('div', { class: 'player-row' }, play, back, slider, on, clock, speed, close), bars);
  let shown: { film: Film; all: Moment[]; bar: Bar }[] = [];
  let heard = 0;

  const draw = () => {
    if (root.hidden) {
      return;
    }
    const text = words();
    if (slider.step !== String(playing.frameSeconds) || slider.max !== String(playing.end)) {
      slider.max = String(playing.end);
      slider.step = String(playing.frameSeconds);
    }
    slider.value = String(playing.seconds);
    const time = duration(Math.floor(playing.seconds), text);
    if (clock.textContent !== time) {
      clock.textContent = time;
    }
    if (play.dataset.runs !== String(playing.runs)) {
      play.dataset.runs = String(playing.runs);
      play.replaceChildren(sign(playing.runs ? 'M5 4h4v12H5zM11 4h4v12h-4z' : 'M6 3v14l11-7z'));
      play.setAttribute('aria-label', text.text(playing.runs ? 'playerPause' : 'playerPlay'));
    }
    if (speed.value !== String(playing.speed)) {
      speed.value = String(playing.speed);
    }
    const now = shown.map(({ film, all, bar }) => {
      const moment = momentAt(film, all, playing.seconds);
      bar.show(moment, text);
      return { film, moment };
    });
    if (!playing.runs || performance.now() - heard > HEARD_MILLIS) {
      heard = performance.now();
      slider.setAttribute('aria-valuetext', said(now, playing.seconds, text));
    }
  };
  const begin = () => {
    const text = words();
    const { evacuation } = store.get();
    const films = filmsShown(evacuation, evacuation.shows);
    delete play.dataset.runs;
    const had = root.contains(document.activeElement);
    root.hidden = films.length === 0;
    document.body.classList.toggle('film', !root.hidden);
    root.setAttribute('aria-label', text.text('playerLabel'));
    for (const [element, key] of [[play, 'playerPlay'], [back, 'playerBack'], [on, 'playerOn'], [close, 'playerClose'], [slider, 'playerTime'], [speed, 'playerSpeed']] as const) {
      element.setAttribute('aria-label', text.text(key));
    }
    fill(speed, ...SPEEDS.map((one) => el('option', { value: one }, text.text('playerSpeedOf', { time: duration(one, text) }))));
    shown = films.map((film) => ({ film, all: shown.find((one) => one.film === film)?.all ?? moments(film), bar: bar(film, text) }));
    fill(bars, ...shown.map(({ bar: { element } }) => element));
    if (had && root.hidden) {
      document.querySelector<HTMLElement>('.evacuated [data-shows=plan]')?.focus({ preventScroll: true });
    }
    draw();
  };
  store.on(['evacuation', 'language'], (now, before) => {
    const [is, was] = [now.evacuation, before.evacuation];
    if (is.films !== was.films || is.shows !== was.shows || now.language !== before.language) {
      begin();
    }
  });
  playing.on(draw);
  begin();
}

const sign = (shape: string) => svg('svg', { viewBox: '0 0 20 20', 'aria-hidden': 'true' }, svg('path', { d: shape }));

/** The frame before or after a moment. */
export function nextFrame(seconds: number, frameSeconds: number, by: -1 | 1): number {
  const frame = seconds / frameSeconds;
  return (by > 0 ? Math.floor(frame + 1e-9) + 1 : Math.ceil(frame - 1e-9) - 1) * frameSeconds;
}

function said(now: { film: Film; moment: Moment }[], seconds: number, text: Words): string {
  const one = ({ film, moment }: (typeof now)[number]) => (now.length > 1 ? `${filmName(film, text)}: ` : '') + momentWords(moment, seconds, text);
  return now.map(one).join('. ');
}

const filmName = ({ which }: Film, text: Words) => text.text(which === 'plan' ? 'playerPlan' : 'playerUnplanned');

interface Bar {
  element: HTMLElement;
  show(moment: Moment, text: Words): void;
}

/** How many people are where, as lengths and as numbers; together always all. */
function bar(film: Film, text: Words): Bar {
  const all = moments(film);
  const used = PARTS.filter((part) => (part !== 'caught' && part !== 'withoutRoom' && part !== 'staying') || all.some((moment) => moment[part] > 0));
  const parts = used.map((part) => ({ part, length: el('i', { class: `now-${part}` }), number: el('b') }));
  const element = el(
    'div',
    { class: 'player-film', 'data-film': film.which },
    el('strong', {}, filmName(film, text)),
    el('div', { class: 'player-bar', 'aria-hidden': 'true' }, ...parts.map(({ length }) => length)),
    el('ul', {}, ...parts.map(({ part, number }) => el('li', { 'data-now': part }, el('span', { class: `swatch now-${part}` }), number, ` ${text.text(WORDS[part])}`))),
  );
  let last: Moment | null = null;
  const show = (moment: Moment, words: Words) => {
    if (moment === last) {
      return;
    }
    last = moment;
    const people = { ...moment, moving: moment.onTheWay - moment.waiting };
    for (const { part, length, number } of parts) {
      length.style.flexGrow = String(people[part]);
      number.textContent = words.count(people[part]);
      number.dataset.people = String(people[part]);
    }
  };
  return { element, show };
}
