import './style.css';
import { chosen } from './chosen';
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
import { askHere } from './panel/ask';
import { controls } from './panel/controls';
import { districts } from './panel/districts';
import { failure } from './panel/failure';
import { gaps } from './panel/gaps';
import { legend } from './panel/legend';
import { losses } from './panel/losses';
import { nearest } from './panel/nearest';
import { note } from './panel/note';
import { sheet } from './panel/sheet';
import { cancelled, Refused, Server } from './server';
import { Store } from './state';

const language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
const store = new Store<State>({
  ...ofQuery(location.search, language),
  middle: null,
  online: false,
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
async function ask<T>(about: 'areas' | 'shelters' | 'coverage' | 'redundancy' | 'nearest', question: Promise<T>, done: (answer: T) => void): Promise<void> {
  const timed = about === 'coverage' || about === 'nearest';
  const loading = (on: boolean) => timed && store.update({ loading: { ...store.get().loading, [about]: on } });
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
      // An older answer would now stand beside a question that it does not answer.
      store.update({ failure: { about, sentence: problem instanceof Refused ? problem.sentence : null }, ...(timed ? { [about]: null } : {}) });
    }
  }
}

function askAreas(): void {
  void ask('areas', server.areas(), ({ areas, importing }) => {
    const wanted = store.get().area;
    const first = areas[0];
    if (first && wanted !== null && areas.every((area) => area.name !== wanted)) {
      const elsewhere = { at: null, way: 0, gap: null, district: null, view: null };
      store.update({ areas, importing, area: first.name, ...elsewhere, failure: { about: 'area', sentence: wanted } });
    } else {
      store.update({ areas, importing, area: wanted ?? first?.name ?? null });
    }
    if (!first) {
      setTimeout(askAreas, 1000);
    }
  });
}

/** The question that the coverage on its way or shown answers. */
let asked = '';

/** Profile and minutes of the link where they make sense, else the area's own. */
function askCoverage(): void {
  const { profile, minutes, k } = store.get();
  const area = chosen(store.get());
  if (!area) {
    return;
  }
  const known = area.profiles.find((one) => one.name === profile)?.name ?? area.profiles[0]!.name;
  const inside = minutes === null ? area.minutes : Math.min(area.minutesLimit.max, Math.max(area.minutesLimit.min, minutes));
  store.update({ profile: known, minutes: inside });
  const question = `${area.name}/${known}/${inside}/${k}`;
  if (question !== asked) {
    asked = question;
    void ask('coverage', server.coverage(area.name, known, inside, k), (coverage) => store.update({ coverage }));
    void ask('redundancy', server.redundancy(area.name, known, inside), (redundancy) => store.update({ redundancy }));
    store.update({ nearest: null });
    askNearest();
  }
}

function askShelters(): void {
  const { area } = store.get();
  if (area) {
    void ask('shelters', server.shelters(area), (found) => store.update({ shelters: found }));
  }
}

/** Whatever did not come the first time. */
function askAgain(): void {
  asked = '';
  if (chosen(store.get())) {
    askShelters();
    askCoverage();
  } else {
    askAreas();
  }
}

function askNearest(): void {
  const { area, at, profile, minutes, language: lang } = store.get();
  if (area && at && profile && minutes) {
    void ask('nearest', server.nearest(area, at, profile, minutes, lang), (found) =>
      store.update({ nearest: found, way: Math.min(store.get().way, Math.max(0, found.shelters.length - 1)) }));
  }
}

function speak(): void {
  words = new Words(store.get().language);
  document.documentElement.lang = store.get().language === 'zh' ? 'zh-Hans' : 'en';
  document.querySelector('.skip')!.textContent = words.text('skip');
  document.getElementById('panel')!.setAttribute('aria-label', words.text('title'));
  document.getElementById('legend')!.setAttribute('aria-label', words.text('legend'));
}

store.on(['language'], speak);
speak();
store.on(['area', 'areas'], (now, before) => {
  if (now.area !== before.area) {
    store.update({ coverage: null, redundancy: null, shelters: [], nearest: null });
  }
  const area = chosen(now);
  if (area && (now.area !== before.area || !chosen(before))) {
    askShelters();
    askCoverage();
  }
});
store.on(['area', 'areas', 'language'], (now) => {
  const area = chosen(now);
  document.title = area ? `${words.name(area.titles, area.title)} · Commonground` : 'Commonground';
});
store.on(['profile', 'minutes', 'k'], askCoverage);
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
store.on(['area', 'profile', 'minutes', 'k', 'language', 'view', 'at', 'way', 'gap', 'district'], (now) => history.replaceState(null, '', toQuery(now)));

const current = () => words;
const panel = document.getElementById('panel')!;
panel.append(
  sheet(store, current),
  failure(store, current, askAgain),
  controls(store, current),
  nearest(store, current),
  answer(store, current),
  askHere(store, current),
  note(store, current),
  gaps(store, current),
  losses(store, current),
  districts(store, current),
  about(store, current),
);
legend(document.getElementById('legend')!, store, current);

const map = makeMap(document.getElementById('map')!, store, current);
firstView(map, store);
baseMap(map, store, current);
places(map, store);
gapsOnMap(map, store, current);
shelters(map, store, current);
way(map, store);
districtsOnMap(map, store);
pointed(map, store);
askAreas();
