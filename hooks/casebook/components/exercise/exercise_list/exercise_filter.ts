/** Which exercises fit what was chosen. It touches no page. */
export interface Facts {
  claims: string[];
  kinds: string[];
  alone: number;
  group: number;
  from: number;
  to: number;
}

export interface Wanted {
  claim: string;
  way: string;
  minutes: number;
  kind: string;
  people: number;
}

/** The minutes of the ways that are open: one person is alone, two or more are a group; else as chosen, or either. */
function minutesThatCount({ alone, group }: Facts, { way, people }: Wanted): number[] {
  const ways = [way !== "group" && people < 2 ? alone : 0, way !== "alone" && people !== 1 ? group : 0];
  return ways.filter((minutes) => minutes > 0);
}

/** True when an exercise fits every choice. */
export function fitsWanted(facts: Facts, wanted: Wanted): boolean {
  const inTime = minutesThatCount(facts, wanted).some((minutes) => !wanted.minutes || minutes <= wanted.minutes);
  const ofClaim = !wanted.claim || facts.claims.includes(wanted.claim);
  const ofKind = !wanted.kind || facts.kinds.includes(wanted.kind);
  const forPeople = wanted.people < 2 || (facts.from <= wanted.people && wanted.people <= facts.to);
  return inTime && ofClaim && ofKind && forPeople;
}
