/** What a hypothesis remembers between looks: the day and direction of its watch. */
export type Watch = { day: number; direction: number; confirmed: boolean };
export type StageOutcome = "none" | "watch" | "wait" | "confirm";

/** One look at one hypothesis. `fresh` answers the z of the window of exactly so many days, undefined if it has no test. */
export type StageLook = {
  watermark: number;
  pw: number | undefined;
  direction: number;
  pass: boolean;
  fresh: (days: number) => number | undefined;
};

export const watchLevel = 5e-4;
export const immediateLevel = 1e-5;
const freshZ = 1.645;
const memoryDays = 28;

function isFresh(watch: Watch, { watermark, direction, fresh }: StageLook): boolean {
  const z = fresh(watermark - watch.day);
  return z !== undefined && (direction === 0 ? z : z * direction) > freshZ;
}

function isAlive(watch: Watch | undefined, { watermark, direction }: StageLook): watch is Watch {
  return watch !== undefined && watch.direction === direction && watermark - watch.day <= memoryDays;
}

/** The second stage: confirmed by overwhelming evidence at once, or by data decided after the watch. */
export function twoStage(watch: Watch | undefined, look: StageLook): { outcome: StageOutcome; watch: Watch | undefined } {
  const { watermark, pw, direction } = look;
  if (pw === undefined || pw > watchLevel || !look.pass) return { outcome: "none", watch };
  if (pw <= immediateLevel) return { outcome: "confirm", watch: watch ?? { day: watermark, direction, confirmed: true } };
  if (!isAlive(watch, look)) return { outcome: "watch", watch: { day: watermark, direction, confirmed: false } };
  if (!watch.confirmed && !isFresh(watch, look)) return { outcome: "wait", watch };
  return { outcome: "confirm", watch: { ...watch, confirmed: true } };
}
