/** Script of the reference page: narrows the lists to what was typed. */
export const script = `const find = document.getElementById("find");
const found = document.getElementById("found");
const items = [...document.querySelectorAll("[data-search]")];
find.addEventListener("input", () => {
  const words = find.value.toLowerCase().split(/\\s+/).filter(Boolean);
  let count = 0;
  for (const item of items) {
    item.hidden = !words.every((word) => item.dataset.search.includes(word));
    if (!item.hidden && item.tagName === "ARTICLE") count += 1;
  }
  found.textContent = words.length === 0 ? "" : count + (count === 1 ? " operation" : " operations");
});
`;
