import { dictionary } from "@zxcvbn-ts/language-common";

export const minimumPasswordLength = 15;
export const maximumPasswordLength = 128;

const productWords = ["upstream", "revenue", "intelligence", "healthcare", "password"];
const commonPasswords: ReadonlySet<string> = new Set(dictionary["passwords-common"].map((word) => String(word).toLowerCase()));

export type PasswordFault = "too-short" | "too-long" | "common" | "holds-own-name";

/**
 * What is wrong with a new password, if anything: 15–128 characters, none of the commonest ones, not made of one repeated
 * piece, not built on the person's own address or the product's words. No composition rules (NIST SP 800-63B-4, 3.1.1.2).
 */
export function passwordFault(password: string, email: string): PasswordFault | undefined {
  const folded = password.normalize("NFC");
  const length = [...folded].length;
  if (length < minimumPasswordLength) return "too-short";
  if (length > maximumPasswordLength) return "too-long";
  const lower = folded.toLowerCase();
  if (commonPasswords.has(lower) || /^(.{1,6})\1+$/u.test(lower)) return "common";
  const account = email.toLowerCase().split("@")[0] ?? "";
  const rest = [account, ...productWords].filter((word) => word.length >= 4).reduce((text, word) => text.replaceAll(word, ""), lower);
  return [...rest].length < 8 ? "holds-own-name" : undefined;
}
