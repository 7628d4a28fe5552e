type Problem = { detail: string; errors: { detail: string }[] };

/** An answer that says the thing did not work; its message is meant for people. */
export class Refusal extends Error {}

/** What a failed call tells a person: the refusal, the first refused field, else the problem's own sentence. */
export function errorText(error: unknown): string {
  if (error instanceof Refusal) return error.message;
  const problem = (error as { data?: { problem?: Problem } } | null)?.data?.problem;
  return problem?.errors[0]?.detail ?? problem?.detail ?? "Nothing was changed. Try again.";
}
