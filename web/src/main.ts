import './style.css';
import type { State } from './domain';
import { Words } from './format';
import { ofQuery, toQuery } from './link';
import { baseMap } from './map/base';
import { districts as districtsOnMap, firstView, pointed } from './map/districts';
import { gaps as gapsOnMap } from './map/gaps';
import { makeMap } from './map/map';
import { places } from './map/places';
import { shelters } from './map/shelters';
import { way } from './map/way';
import { about } from './panel/about';
import { answer } from './panel/answer';
import { controls } from './panel/controls';
import { districts } from './panel/districts';
import { el } from './panel/dom';
import { failure } from './panel/failure';
import { gaps } from './panel/gaps';
import { legend } from './panel/legend';
import { losses } from './panel/losses';
import { nearest } from './panel/nearest';
import { cancelled, Refused, Server } from './server';
import { Store } from './state';

const language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
const store = new Store<State>({
  ...ofQuery(location.search, language),
  areas: null,
  importing: null,
  coverage: null,
  redundancy: null,
  goTo: null,
  shelters: [],
  nearest: null,
  loading: { coverage: false, nearest: false },
  failure: null,
});
const server = new Server();
let words = new Words(store.get().language);

/** Runs a question and keeps what came of it; a newer question of its kind silently takes its place. */
async function ask<T>(about: 'areas' | 'coverage' | 'redundancy' | 'nearest', question: Promise<T>, done: (answer: T) => void): Promise<void> {
  const loading = (on: boolean) => (about === 'coverage' || about === 'nearest') && store.update({ loading: { ...store.get().loading, [about]: on } });
  loading(true);
  try {
    const found = await question;
    if (store.get().failure?.about === about) {
      store.update({ failure: null });
    }
    loading(false);
    done(found);
  } catch (problem) {
    if (!cancelled(problem)) {
      loading(false);
      store.update({ failure: { about, sentence: problem instanceof Refused ? problem.sentence : null } });
    }
  }
}

function askAreas(): void {
  void ask('areas', server.areas(), ({ areas, importing }) => {
    const wanted = store.get().area;
    const chosen = areas.find((area) => area.name === wanted) ?? (wanted === null ? areas[0] : undefined);
    store.update({ areas, importing, area: chosen?.name ?? wanted });
    if (chosen) {
      askCoverage();
    } else if (wanted !== null && areas.length > 0) {
      store.update({ area: null });
      askAreas();
    } else if (importing || areas.length === 0) {
      setTimeout(askAreas, 1000);
    }
  });
}

/** Profile and minutes of the link where they make sense, else the area's own. */
function askCoverage(): void {
  const { areas, area: name, profile, minutes, k } = store.get();
  const area = areas?.find((one) => one.name === name);
  if (!area) {
    return;
  }
  const known = area.profiles.find((one) => one.name === profile)?.name ?? area.profiles[0]!.name;
  const inside = minutes === null ? area.minutes : Math.min(area.minutesLimit.max, Math.max(area.minutesLimit.min, minutes));
  store.update({ profile: known, minutes: inside });
  void ask('coverage', server.coverage(area.name, known, inside, k), (coverage) => store.update({ coverage }));
  void ask('redundancy', server.redundancy(area.name, known, inside), (redundancy) => store.update({ redundancy }));
  askNearest();
}

function askShelters(): void {
  const { area } = store.get();
  if (area) {
    void ask('coverage', server.shelters(area), (found) => store.update({ shelters: found }));
  }
}

function askNearest(): void {
  const { area, at, profile, minutes, language: lang } = store.get();
  if (area && at && profile && minutes) {
    void ask('nearest', server.nearest(area, at, profile, minutes, lang), (found) => store.update({ nearest: found, way: Math.min(store.get().way, Math.max(0, found.shelters.length - 1)) }));
  }
}

function speak(): void {
  words = new Words(store.get().language);
  document.documentElement.lang = store.get().language === 'zh' ? 'zh-Hans' : 'en';
  document.querySelector('.skip')!.textContent = words.text('skip');
}

store.on(['language'], speak);
speak();
store.on(['area'], (now) => {
  store.update({ coverage: null, redundancy: null, shelters: [], nearest: null });
  if (now.area) {
    askShelters();
  }
});
store.on(['area', 'profile', 'minutes', 'k'], (now, before) => {
  if (before.profile !== null && before.area !== null && now.areas) {
    askCoverage();
  }
});
store.on(['at', 'language'], (now, before) => {
  if (now.at !== before.at && now.at) {
    store.update({ nearest: null });
    document.getElementById('panel')!.scrollTo({ top: 0 });
  }
  askNearest();
});
store.on(['coverage'], (now, before) => {
  const stale = before.coverage && now.coverage && (before.coverage.profile !== now.coverage.profile || before.coverage.minutes !== now.coverage.minutes || before.coverage.k !== now.coverage.k);
  if (stale) {
    store.update({ gap: null });
  }
});
store.on(['area', 'profile', 'minutes', 'k', 'language', 'view', 'at', 'way', 'gap', 'district', 'online'], (now) => history.replaceState(null, '', toQuery(now)));

const current = () => words;
const panel = document.getElementById('panel')!;
const more = el('button', { type: 'button', class: 'more', 'aria-controls': 'panel' });
const setOpen = (open: boolean) => {
  document.body.classList.toggle('open', open);
  more.setAttribute('aria-expanded', String(open));
  more.textContent = words.text(open ? 'collapse' : 'expand');
};
more.addEventListener('click', () => setOpen(!document.body.classList.contains('open')));
store.on(['language'], () => setOpen(document.body.classList.contains('open')));
setOpen(false);
panel.append(
  more,
  failure(store, current, askAreas),
  controls(store, current),
  nearest(store, current),
  answer(store, current),
  gaps(store, current),
  losses(store, current),
  districts(store, current),
  about(store, current),
);
legend(document.getElementById('legend')!, store, current);

const map = makeMap(document.getElementById('map')!, store, current);
firstView(map, store);
baseMap(map, store);
places(map, store);
gapsOnMap(map, store, current);
shelters(map, store, current);
way(map, store);
districtsOnMap(map, store);
pointed(map, store);
if (store.get().area) {
  askShelters();
}
askAreas();
