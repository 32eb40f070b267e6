import * as L from 'leaflet';
import { sheltersShown } from '../chosen';
import type { Film, Shows } from '../evacuation/evacuation';
import { flowSteps, frameAt, mostOnAStreet } from '../evacuation/film';
import { flowColours } from '../evacuation/flowPalette';
import type { Playing } from '../evacuation/playing';
import type { State, Store } from '../state';
import { type Layout, layOut, paint } from './flowPaint';

/** Sharper pixels cost more than they show, most of all while all moves. */
const MOST_PIXEL_RATIO = 2;
const MOVING_PIXEL_RATIO = 1;
const DASH_PIXELS_PER_SECOND = 24;
const USUAL_ZOOM = 15;

/**
 * People in the streets over time, on a canvas of their own that is drawn anew for every picture of the film.
 *
 * @param filmOf what of the films this map shows
 */
export function flows(map: L.Map, store: Store<State>, playing: Playing, filmOf: (films: State['evacuation']['films'], shows: Shows) => Film | null): void {
  const pane = map.getPane('flows') ?? map.createPane('flows');
  pane.style.zIndex = '470';
  pane.style.pointerEvents = 'none';
  const canvas = L.DomUtil.create('canvas', 'flows', pane);
  canvas.setAttribute('aria-hidden', 'true');
  const pen = canvas.getContext('2d')!;
  const dark = matchMedia('(prefers-color-scheme: dark)');
  let film: Film | null = null;
  let layout: Layout | null = null;
  // Pixels of a whole world are too many for the numbers of a layout: it counts from here.
  let origin = L.point(0, 0);
  let steps: number[] = [];
  /** What lies under the sheet of a phone is not painted; measured anew whenever one of the two changes. */
  let free: L.Point | null = null;
  const seen = () => {
    const [ground, sheet] = [map.getContainer().getBoundingClientRect(), document.getElementById('panel')!.getBoundingClientRect()];
    const foot = sheet.width >= innerWidth - 1 ? Math.min(ground.bottom, sheet.top) : ground.bottom;
    return L.point(ground.width, Math.max(0, foot - ground.top));
  };
  const scale = () => Math.min(2, Math.max(0.55, 2 ** ((map.getZoom() - USUAL_ZOOM) / 2)));
  const draw = () => {
    if (!film || map.getContainer().hidden) {
      return;
    }
    if (!layout) {
      origin = map.project(map.getCenter(), map.getZoom());
      layout = laid(film, map, origin, scale(), store.get());
    }
    const size = (free ??= seen());
    if (size.y === 0) {
      return;
    }
    const ratio = Math.min(playing.runs ? MOVING_PIXEL_RATIO : MOST_PIXEL_RATIO, window.devicePixelRatio || 1);
    fitCanvas(canvas, size, ratio);
    const corner = map.containerPointToLayerPoint([0, 0]);
    if (!corner.equals(L.DomUtil.getPosition(canvas) ?? L.point(NaN, NaN))) {
      L.DomUtil.setPosition(canvas, corner);
    }
    const { x, y } = map.project(map.containerPointToLatLng([0, 0]), map.getZoom()).subtract(origin);
    pen.setTransform(ratio, 0, 0, ratio, 0, 0);
    pen.clearRect(0, 0, size.x, size.y);
    const shift = playing.calm ? 0 : (playing.seconds / playing.speed) * DASH_PIXELS_PER_SECOND;
    const frame = frameAt(film, playing.seconds);
    paint(pen, layout, playing.calm ? Math.floor(frame + 1e-9) : frame, { left: x, top: y, width: size.x, height: size.y }, { colours: flowColours(dark.matches), steps, scale: scale(), shift, round: !playing.runs });
  };
  const begin = () => {
    const { films, shows } = store.get().evacuation;
    film = filmOf(films, shows);
    layout = null;
    canvas.hidden = film === null;
    free = null;
    steps = flowSteps(mostOnAStreet(films));
    draw();
  };
  const again = () => {
    layout = null;
    draw();
  };
  store.on(['evacuation'], ({ evacuation: now }, { evacuation: before }) => (now.films !== before.films || now.shows !== before.shows) && begin());
  playing.on(draw);
  map.on('move', draw);
  const measure = () => {
    free = null;
    draw();
  };
  map.on('resize', measure);
  new ResizeObserver(measure).observe(document.getElementById('panel')!);
  // While Leaflet zooms its planes, the lines would not keep their width.
  map.on('zoomstart', () => { canvas.style.visibility = 'hidden'; });
  map.on('zoomend', () => { canvas.style.visibility = ''; again(); });
  dark.addEventListener('change', draw);
  begin();
}

function laid(film: Film, map: L.Map, origin: L.Point, scale: number, state: State): Layout {
  // A ring lies around the sign of its shelter.
  const signs = new Map(sheltersShown(state).map((shelter) => [shelter.id, shelter]));
  const rooms = new Map(state.evacuation.answer?.shelters.map((shelter) => [shelter.id, shelter]));
  const zoom = map.getZoom();
  const project = (lon: number, lat: number): [number, number] => {
    const { x, y } = map.project([lat, lon], zoom).subtract(origin);
    return [x, y];
  };
  return layOut(film, project, scale, (shelter) => {
    const place = signs.get(shelter) ?? rooms.get(shelter);
    return place ? { lon: place.lon, lat: place.lat, room: rooms.get(shelter)?.room ?? null } : null;
  });
}

function fitCanvas(canvas: HTMLCanvasElement, { x, y }: L.Point, ratio: number): void {
  const [width, height] = [Math.round(x * ratio), Math.round(y * ratio)];
  if (canvas.width !== width || canvas.height !== height) {
    canvas.width = width;
    canvas.height = height;
    canvas.style.width = `${x}px`;
    canvas.style.height = `${y}px`;
  }
}
