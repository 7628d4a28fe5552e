import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { Field, Select, TextArea, TextInput } from "./field.tsx";

test.each([
  ["a line of text", <TextInput key="input" />],
  ["several lines", <TextArea key="area" />],
  ["a list of choices", <Select key="select" />],
])("%s is tied to the label and the hint of its field", (_, input) => {
  const html = renderToStaticMarkup(
    <Field id="zone" label="Time zone" hint="Dates are in this zone.">
      {input}
    </Field>,
  );
  expect(html).toMatch(/<label for="zone">/);
  expect(html).toMatch(/<(input|textarea|select)[^>]* id="zone"[^>]* aria-describedby="zone-said"/);
  expect(html).toContain('<span class="hint" id="zone-said">Dates are in this zone.</span>');
  expect(html).not.toContain("aria-invalid");
});

test("a refused input is marked and described by the remedy, which takes the hint's place", () => {
  const html = renderToStaticMarkup(
    <Field id="zone" label="Time zone" hint="Dates are in this zone." error="Unknown zone.">
      <TextInput />
    </Field>,
  );
  expect(html).toMatch(/<input[^>]* id="zone"[^>]* aria-invalid="true"[^>]* aria-describedby="zone-said"/);
  expect(html).toMatch(/<span class="err" id="zone-said" role="alert">.*Unknown zone\.<\/span>/);
  expect(html).not.toContain("Dates are in this zone.");
});

test("an input without hint or error names no description, one outside a field no id", () => {
  expect(
    renderToStaticMarkup(
      <Field id="name" label="Name">
        <TextInput />
      </Field>,
    ),
  ).toContain('<input id="name" class="input"/>');
  expect(renderToStaticMarkup(<Select small aria-label="Role" />)).toContain('<select aria-label="Role" class="input sm">');
});
