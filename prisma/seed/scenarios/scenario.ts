/** What a planted change must be found as. */
export type Truth = {
  payer: string;
  group: string | null;
  signal: "DENIAL_RATE" | "DECISION_TIME";
  from: string;
  before: number;
  after: number;
};

/** One customer's files in the order in which they are sent, and what is hidden in them. */
export type Scenario = {
  name: string;
  customer: string;
  files: { name: string; csv: string }[];
  truths: Truth[];
};

/** Makes the scenario as if today were this day number: files end the day before. */
export type BuildScenario = (today: number) => Scenario;
