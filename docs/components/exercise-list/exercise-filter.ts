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

/** True when an exercise fits every choice. Minutes count for the way chosen, or for either. */
export function fitsWanted(facts: Facts, wanted: Wanted): boolean {
  const ways = [wanted.way !== "group" ? facts.alone : 0, wanted.way !== "alone" ? facts.group : 0].filter((minutes) => minutes > 0);
  const inTime = ways.some((minutes) => !wanted.minutes || minutes <= wanted.minutes);
  const ofClaim = !wanted.claim || facts.claims.includes(wanted.claim);
  const ofKind = !wanted.kind || facts.kinds.includes(wanted.kind);
  const forPeople = !wanted.people || (wanted.people === 1 ? facts.alone > 0 : facts.from <= wanted.people && wanted.people <= facts.to);
  return inTime && ofClaim && ofKind && forPeople;
}
