"use client";

import { useEffect } from "react";
import { findBinding, keyName, startsSequence } from "./key-registry.ts";

const sequenceMilliseconds = 1_200;

/** Listens once for the whole console; `single` false keeps single keys quiet (WCAG 2.1.4). */
export function KeyListener({ single }: { single: boolean }) {
  useEffect(() => {
    let before: { key: string; at: number } | null = null;
    function press(event: KeyboardEvent) {
      if (event.defaultPrevented || event.isComposing) return;
      const pressed = keyName(event);
      const recent = before !== null && event.timeStamp - before.at < sequenceMilliseconds ? before.key : null;
      before = null;
      const binding = findBinding(pressed, recent);
      const held = pressed.startsWith("ctrl+");
      if (binding !== undefined && (binding.inFields || !inField(event.target)) && (single || held || pressed === "escape")) {
        if (document.querySelector("[data-modal]") !== null && !held && pressed !== "escape") return;
        event.preventDefault();
        binding.run();
        return;
      }
      if (single && !inField(event.target) && startsSequence(pressed)) before = { key: pressed, at: event.timeStamp };
    }
    document.addEventListener("keydown", press);
    return () => document.removeEventListener("keydown", press);
  }, [single]);
  return null;
}

function inField(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)) && !isCheck(target);
}

function isCheck(target: HTMLElement): boolean {
  return target instanceof HTMLInputElement && (target.type === "checkbox" || target.type === "radio");
}
