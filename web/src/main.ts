import './style.css';
import './plan.css';
import './spaces.css';
import './search.css';
import './siting/siting.css';
import './evacuation/evacuation.css';
import { Asking } from './asking';
import { watchPresses } from './dom';
import { chosen } from './chosen';
import { Editing } from './scenario/editing';
import { Entering } from './entering';
import { NO_EVACUATION } from './evacuation/evacuation';
import { Evacuating } from './evacuation/evacuating';
import { Words } from './format';
import { LINKED, ofQuery, toQuery } from './link';
import { districts as districtsOnMap, firstView, pointed } from './map/districts';
import { flows as flowsOnMap } from './map/flows';
import { gaps as gapsOnMap } from './map/gaps';
import { layers } from './map/layers';
import { makeMap } from './map/map';
import { drawnPlaces } from './map/drawn';
import { siting as sitingOnMap } from './map/siting';
import { space as spaceOnMap } from './map/space';
import { tools as toolsOnMap } from './map/tools';
import { twoMaps } from './map/two';
import { about } from './panel/about';
import { answer } from './panel/answer';
import { askHere } from './panel/ask';
import { compare } from './panel/scenario/compare';
import { controls } from './panel/controls';
import { desk } from './panel/scenario/desk';
import { districts } from './panel/districts';
import { evacuated } from './panel/evacuation/evacuated';
import { evacuationDesk } from './panel/evacuation/evacuationDesk';
import { expected } from './panel/expected';
import { facts } from './panel/space/facts';
import { failure } from './panel/failure';
import { fairness } from './panel/fairness';
import { folder, goToPart } from './panel/folder';
import { gaps } from './panel/gaps';
import { green } from './panel/green';
import { here } from './panel/here';
import { integrity } from './panel/integrity';
import { legend } from './panel/legend';
import { losses } from './panel/losses';
import { mobilization } from './panel/mobilization';
import { nearest } from './panel/nearest';
import { note } from './panel/note';
import { player } from './panel/evacuation/player';
import { profiles } from './panel/profiles';
import { room } from './panel/room';
import { sheet } from './panel/evacuation/sheet';
import { sited } from './panel/siting/sited';
import { sitingDesk } from './panel/siting/siting';
import { spaceCard } from './panel/space/spaceCard';
import { spaceSiting } from './panel/space/spaceSiting';
import { judging, spaceLists } from './panel/space/spaces';
import { toolbar } from './panel/scenario/toolbar';
import { unknowns } from './panel/unknowns';
import { Playing } from './evacuation/playing';
import { Searching } from './siting/searching';
import { Server } from './server';
import { NO_SITING } from './siting/siting';
import { CLOSED, NO_REPORTS, type State, Store } from './state';
import { Trying } from './siting/trying';

const language = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
const linked = ofQuery(location.search, language);
watchPresses();
const store = new Store<State>({
  ...linked,
  middle: null,
  online: false,
  areas: null,
  importing: null,
  packs: null,
  figures: null,
  coverage: null,
  before: null,
  redundancy: null,
  reports: { ...NO_REPORTS, space: { ...CLOSED, open: linked.space !== null } },
  damage: 20,
  scenarios: null,
  keepsScenarios: true,
  pending: [],
  comparison: null,
  tool: null,
  drawn: [],
  draft: { name: '', capacity: null, cost: null, reason: '' },
  goTo: null,
  pointer: null,
  shelters: [],
  spaces: null,
  factAbout: { on: 'area', subject: null },
  factChanges: 0,
  siting: NO_SITING,
  evacuation: NO_EVACUATION,
  nearest: null,
  loading: { coverage: false, nearest: false },
  failure: null,
});
let words = new Words(store.get().language);
const current = () => words;
const panel = document.getElementById('panel')!;

function speak(): void {
  words = new Words(store.get().language);
  document.documentElement.lang = store.get().language === 'zh' ? 'zh-Hans' : 'en';
  document.querySelector('.skip')!.textContent = words.text('skip');
  panel.setAttribute('aria-label', words.text('title'));
  document.getElementById('legend')!.setAttribute('aria-label', words.text('legendLabel'));
}

store.on(['language'], speak);
speak();
const server = new Server();
const asking = new Asking(store, server);
const editing = new Editing(store, server, () => words.text('newShelter'));
const searching = new Searching(store, server);
const trying = new Trying(store, server, () => ({
  moved: words.text('newShelter'),
  isShelter: (name) => words.text('siteIsShelter', { name: name ?? words.text('unnamed') }),
  isChosen: (name) => words.text('siteIsChosen', { name: name ?? words.text('unnamed') }),
}));
/** Does at a place what the tool in hand does. */
const put = (place: [lon: number, lat: number]) => {
  const { tool } = store.get();
  if (tool?.kind === 'place') {
    searching.draw(place);
  } else if (tool?.kind === 'site') {
    trying.put(place);
  } else {
    editing.put(place);
  }
};
const playing = new Playing(matchMedia('(prefers-reduced-motion: reduce)').matches);
const evacuating = new Evacuating(store, server, playing);
store.on(['area', 'areas', 'language'], (now) => {
  const area = chosen(now);
  document.title = area ? `${words.name(area.titles, area.title)} · Commonground` : 'Commonground';
});
store.on(['at'], (now) => now.at && panel.scrollTo({ top: 0 }));
// While the map is dragged its address would change faster than browsers allow: there it follows a moment later.
let later: ReturnType<typeof setTimeout> | undefined;
const link = () => {
  clearTimeout(later);
  history.replaceState(null, '', toQuery(store.get()));
};
store.on(LINKED.filter((key) => key !== 'view'), link);
store.on(['view'], () => {
  clearTimeout(later);
  later = setTimeout(link, 150);
});

const compared = compare(store, current, editing);
const factsPart = facts(store, current, new Entering(store, server));
const enterFact = () => {
  factsPart.open = true;
  goToPart(factsPart);
  factsPart.querySelector('summary')!.focus();
};
panel.append(
  sheet(store, current),
  failure(store, current, () => asking.again()),
  controls(store, current),
  spaceCard(store, current, enterFact, spaceSiting(store, current, searching)),
  here(store, current),
  nearest(store, current),
  askHere(store, current),
  answer(store, current),
  note(store, current),
  folder(store, current, 'plan', 'whatIf', desk(store, current, editing), compared),
  folder(store, current, 'siting', 'partSiting', sitingDesk(store, current, searching), sited(store, current, searching, trying, editing, () => goToPart(compared))),
  folder(store, current, 'evacuation', 'partEvacuation', evacuationDesk(store, current, evacuating), evacuated(store, current, evacuating)),
  folder(store, current, 'left', 'partLeft', room(store, current), gaps(store, current), districts(store, current)),
  folder(store, current, 'spaces', 'partSpaces', judging(store, current), spaceLists(store, current, searching)),
  folder(store, current, 'districts', 'partDistricts', profiles(store, current), green(store, current), mobilization(store, current), factsPart),
  folder(store, current, 'lost', 'partLost', losses(store, current, editing, () => goToPart(compared)), expected(store, current)),
  folder(store, current, 'fair', 'partFair', fairness(store, current), integrity(store, current), unknowns(store, current)),
  folder(store, current, 'data', 'partData', about(store, current)),
);
legend(document.getElementById('legend')!, store, current);
toolbar(document.getElementById('tools')!, store, current, editing, trying, put);

player(document.getElementById('player')!, store, current, evacuating);

const map = makeMap(document.getElementById('map')!, store, current, editing, put);
const unplannedFlows = (second: typeof map) => flowsOnMap(second, store, playing, ({ unplanned }, shows) => (shows === 'both' ? unplanned : null));
twoMaps(map, document.getElementById('before')!, store, current, editing, unplannedFlows);
firstView(map, store);
layers(map, store, current, editing);
drawnPlaces(map, store, current, searching);
sitingOnMap(map, store, current, searching, trying);
flowsOnMap(map, store, playing, ({ plan, unplanned }, shows) => (shows === 'unplanned' ? unplanned : shows === 'nothing' ? null : plan));
spaceOnMap(map, store, current);
toolsOnMap(map, store, editing);
gapsOnMap(map, store, current);
districtsOnMap(map, store);
pointed(map, store, current);
// Whoever has moved a site from the toolbar is where it has gone.
store.on(['tool'], (now, before) => {
  if (before.tool?.kind === 'site' && now.tool === null) {
    queueMicrotask(() => document.activeElement === document.body && map.getContainer().focus({ preventScroll: true }));
  }
});
asking.areas();
