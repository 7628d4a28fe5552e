const freeTries = 5;
const longestBlockSeconds = 900;

/** Consecutive failures after which an account stays shut until its password is reset (NIST SP 800-63B-4, 3.2.2). */
export const failureLimit = 100;

/** Seconds an account waits after this many consecutive failures: none for four, then 1, 2, 4 … up to 15 minutes. */
export function blockSeconds(failures: number): number {
  if (failures < freeTries) return 0;
  return Math.min(2 ** (failures - freeTries), longestBlockSeconds);
}
