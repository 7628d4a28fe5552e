"use client";

import dynamic from "next/dynamic";

/** The form of the customer's settings, in its own chunk: it brings its schema with it. */
export const GeneralSettings = dynamic(async () => (await import("./general-form.tsx")).GeneralForm);
