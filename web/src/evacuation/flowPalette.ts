// Colours of people in the streets: one scale from few to many, told apart by how dark they are, so that everybody can; queues have a shape
// of their own.

export interface FlowColours {
  /** From few to many. */
  flow: string[];
  casing: string;
  /** Drawn along a street, in the direction people walk. */
  dash: string;
  queue: string;
  queueEdge: string;
  room: string;
  full: string;
}

const LIGHT: FlowColours = {
  flow: ['#62a7bd', '#3b84b0', '#2f5f9b', '#3a3a80', '#2a1250'], casing: 'rgb(255 255 255 / 85%)', dash: 'rgb(255 255 255 / 75%)',
  queue: '#f08a24', queueEdge: '#3d1d00', room: 'rgb(255 255 255 / 90%)', full: '#155e4b',
};
const DARK: FlowColours = {
  flow: ['#3f7f9b', '#4fa5b4', '#84c9ac', '#cfe07f', '#fff3b0'], casing: 'rgb(0 0 0 / 80%)', dash: 'rgb(0 0 0 / 65%)',
  queue: '#ff9d45', queueEdge: '#1d0d00', room: 'rgb(20 24 28 / 90%)', full: '#5fc3a2',
};

export const flowColours = (dark: boolean): FlowColours => (dark ? DARK : LIGHT);

/** Width of a street with few people to one with many, in pixels at zoom 15. */
export const FLOW_WIDTHS = [2, 3, 4.5, 6.5, 9.5];

/** What has fewer steps than colours leaves out those for few. */
export const shade = <T>(scale: T[], step: number, steps: number): T => scale[step + scale.length - steps]!;
