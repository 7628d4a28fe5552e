/** HTML that is already safe to place in a page. */
export type Markup = { readonly html: string };

const entities: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function textOf(part: unknown): string {
  if (Array.isArray(part)) return part.map(textOf).join("");
  if (typeof part === "object" && part !== null && "html" in part) return String(part.html);
  return String(part ?? "").replace(/[&<>"']/g, (character) => entities[character] ?? "");
}

/** Template for HTML: every value is escaped unless it came out of this template itself. */
export function markup(strings: TemplateStringsArray, ...parts: unknown[]): Markup {
  return { html: strings.map((text, index) => text + (index < parts.length ? textOf(parts[index]) : "")).join("") };
}

/** Paragraphs of plain text in which backticks mark code. */
export function paragraphs(text: string): Markup[] {
  return text.split("\n\n").map((paragraph) => {
    const parts = paragraph.split("`").map((part, index) => (index % 2 === 0 ? markup`${part}` : markup`<code>${part}</code>`));
    return markup`<p>${parts}</p>`;
  });
}
