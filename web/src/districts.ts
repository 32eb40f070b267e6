// What the server answers about the characters, the green and the mobilization of districts, under its own names. Types only.
import type { People } from './domain';
import type { Named } from './reports';
import type { Fact, Readings } from './spaces';

export interface Indicator {
  name: string;
  character: 'integrity' | 'mobilization' | 'emergency' | 'redundancy';
  stages: string[];
  unit: string;
  /** Whether more is better. */
  more: boolean;
  /** One sentence. */
  definition: string;
}

export interface IndicatorValue {
  indicator: string;
  /** Null where nothing can be said. */
  low: number | null;
  high: number | null;
}

export interface ProfilePart extends Named {
  people: number;
  values: IndicatorValue[];
  worstLoss: { shelter: number; name: string | null } | null;
  facts: Fact[];
}

export interface Profiles {
  indicators: Indicator[];
  all: ProfilePart;
  districts: ProfilePart[];
}

export interface GreenPart extends Named {
  people: number;
  greenM2: number;
  m2PerPerson: number | null;
  within: { minutes: number; sure: number; unknown: number; without: number; m2PerPerson: Readings | null; demandedM2: number }[];
}

export interface Green {
  demandedM2: number;
  minutes: number[];
  all: GreenPart;
  districts: GreenPart[];
}

export interface Mobilization {
  hours: HourPart[];
  /** Shelters of which not all three stages are said. */
  unsaid: number;
}

export interface HourPart {
  hours: number;
  ready: number;
  perhaps: number;
  capacityReady: number;
  capacityPerhaps: number;
  capacity: number;
  people: People;
  districts: (Named & { people: People })[];
}
